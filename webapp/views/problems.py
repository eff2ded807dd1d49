"""Errors as pages written for people, and as problem objects (RFC 9457) where JSON was asked for."""

from __future__ import annotations

from flask import Flask, Response, current_app, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from webapp.errors import DatelineError
from webapp.ingest.limits import amount
from webapp.views.answers import as_json, wants_json
from webapp.views.translation import gettext as _
from webapp.views.translation import told


def handle_errors(app: Flask) -> None:
    app.register_error_handler(DatelineError, dateline_problem)
    app.register_error_handler(HTTPException, http_problem)
    app.register_error_handler(500, broken)


def problem(
    status: int, title: str, detail: str, *, errors: dict[str, str] | None = None, field: str = ""
) -> Response:
    """The answer to a request that did not work."""
    if wants_json():
        found = errors or ({field: detail} if field else {})
        body: dict[str, object] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        if found:
            body["errors"] = [{"field": name, "detail": text} for name, text in found.items()]
        return as_json(body, status=status, mimetype="application/problem+json")
    page = render_template("pages/problem.html", title=title, detail=detail, status=status)
    return make_response(page, status)


def dateline_problem(error: DatelineError) -> Response:
    return problem(error.status, _(error.title), told(error), field=error.field)


def http_problem(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return make_response(error.get_response())
    title, detail = _texts().get(status, (error.name, error.description or ""))
    response = problem(status, title, detail)
    allowed = getattr(error, "valid_methods", None)
    if status == 405 and allowed:
        response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def broken(_error: Exception) -> Response:
    return problem(500, *_texts()[500])


def _texts() -> dict[int, tuple[str, str]]:
    return {
        400: (
            _("This request cannot be read"),
            _("The browser sent something Dateline does not understand."),
        ),
        404: (
            _("There is nothing at this address"),
            _("The article or event may have been removed, or the address is not complete."),
        ),
        405: (
            _("This address does not take that"),
            _("%(method)s is not something one can do here. Nothing was changed.", method=request.method),
        ),
        413: (
            _("This is too large"),
            _(
                "Dateline takes texts of up to %(text)s and files of up to %(file)s. "
                "Nothing was saved. Go back: what you typed is still in the form. Add it in several parts.",
                text=amount(current_app.config["MAX_TEXT_BYTES"]),
                file=amount(current_app.config["MAX_UPLOAD_BYTES"]),
            ),
        ),
        415: (_("Dateline does not read this kind of file"), _("It reads .txt, .md and .html.")),
        500: (
            _("Dateline made a mistake"),
            _(
                "This is not your doing, and nothing was changed. "
                "What happened is written where Dateline was started."
            ),
        ),
    }
