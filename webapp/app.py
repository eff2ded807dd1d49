"""The composition root: settings in, a Flask application out."""

from __future__ import annotations

from flask import Flask
from htmx_flask import Htmx

from webapp.settings import Settings, shipped
from webapp.store.database import Store
from webapp.views import adding, articles, events, helping, timeline, translation, trying
from webapp.views.problems import handle_errors
from webapp.views.security import guard
from webapp.views.signing_in import require_password
from webapp.views.template_words import add_words

_ROOM = 64 * 1024  # for what a form holds besides its text


def create_app(settings: Settings, *, store: Store | None = None) -> Flask:
    """The application. `store` is opened from the settings unless one is given."""
    app = Flask("webapp", static_folder=str(shipped("static")), template_folder=str(shipped("templates")))
    largest = max(settings.max_text_bytes, settings.max_upload_bytes) * 4 + _ROOM
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=largest,
        MAX_FORM_MEMORY_SIZE=largest,
        SESSION_COOKIE_NAME="dateline",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SEEDS=shipped("seeds"),
        MAX_TEXT_BYTES=settings.max_text_bytes,
        MAX_UPLOAD_BYTES=settings.max_upload_bytes,
    )
    app.jinja_options = {**app.jinja_options, "trim_blocks": True, "lstrip_blocks": True}
    app.extensions["store"] = store or Store.open(settings)
    translation.prepare(app)
    Htmx(app)
    handle_errors(app)
    guard(app, settings)
    add_words(app)
    if settings.password:
        require_password(app, settings)
    for area in (timeline, events, articles, adding, helping, trying):
        app.register_blueprint(area.bp)
    return app
