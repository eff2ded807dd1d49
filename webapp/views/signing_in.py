"""A password before every page, where the settings hold one."""

from __future__ import annotations

import hmac
import math
from typing import cast
from urllib.parse import urlsplit

from flask import (
    Blueprint,
    Flask,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from werkzeug.wrappers import Response

from webapp.settings import Settings
from webapp.views.answers import wants_json
from webapp.views.guesses import Guesses
from webapp.views.problems import problem
from webapp.views.translation import gettext as _
from webapp.views.translation import ngettext

bp = Blueprint("signing_in", __name__)

_OPEN = ("static", "signing_in.form", "signing_in.sign_in")


def require_password(app: Flask, settings: Settings) -> None:
    """Nothing but the sign-in page and its style sheet is shown before the password was given."""
    app.config["PASSWORD"] = settings.password
    app.extensions["guesses"] = Guesses()
    app.register_blueprint(bp)
    proof = _proof(app)

    @app.before_request
    def check() -> Response | None:
        if _is_proof(session.get("signed_in"), proof) or request.endpoint in _OPEN:
            return None
        if wants_json():
            return problem(401, _("Sign in first"), _("Dateline asks for its password here."))
        here = request.full_path.rstrip("?") if request.method == "GET" else "/"
        return redirect(url_for("signing_in.form", to=here), code=303)


@bp.get("/sign-in")
def form() -> str:
    return render_template("pages/sign_in.html", to=_own_path(request.args.get("to", "")), error="")


@bp.post("/sign-in")
def sign_in() -> Response:
    to = _own_path(request.form.get("to", ""))
    address = request.remote_addr or ""
    guesses = cast(Guesses, current_app.extensions["guesses"])
    if seconds := math.ceil(guesses.wait(address)):
        return _refused(to, _too_often(seconds), 429, {"Retry-After": str(seconds)})
    given, wanted = request.form.get("password", ""), str(current_app.config["PASSWORD"])
    if not hmac.compare_digest(given.encode(), wanted.encode()):
        return _refused(to, _("This is not the password."), 422)
    guesses.right(address)
    session.clear()
    session["signed_in"] = _proof(current_app)
    return redirect(to, code=303)


@bp.post("/sign-out")
def sign_out() -> Response:
    session.clear()
    return redirect(url_for("signing_in.form"), code=303)


def _proof(app: Flask) -> str:
    """What a session holds once the password was given: with another password it proves nothing any more."""
    key, password = app.config["SECRET_KEY"], str(app.config["PASSWORD"])
    return hmac.new(key, b"signed in with " + password.encode(), "sha256").hexdigest()


def _is_proof(held: object, proof: str) -> bool:
    return isinstance(held, str) and hmac.compare_digest(held.encode(), proof.encode())


def _refused(to: str, error: str, status: int, headers: dict[str, str] | None = None) -> Response:
    page = render_template("pages/sign_in.html", to=to, error=error)
    return make_response(page, status, headers or {})


def _too_often(seconds: int) -> str:
    return ngettext(
        "That was wrong too often. Try again in %(num)d second.",
        "That was wrong too often. Try again in %(num)d seconds.",
        seconds,
    )


def _own_path(path: str) -> str:
    """A path on this server, the timeline for anything else: redirects never leave."""
    try:
        parts = urlsplit(path.replace("\\", "/"))
    except ValueError:
        return "/"
    is_own = path.startswith("/") and not path.startswith("//") and not parts.netloc and not parts.scheme
    return path if is_own and path.isprintable() and "\\" not in path else "/"
