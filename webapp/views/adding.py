"""Add: paste an article or upload files; the sample articles come and go here too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePath
from typing import cast

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from webapp.errors import N_, BadInputError, DatelineError
from webapp.ingest import charset, paste
from webapp.ingest.registry import SUFFIXES, read_upload
from webapp.services import documents, samples
from webapp.services.checking import checked
from webapp.services.pages import Added
from webapp.text.document import Document
from webapp.views.answers import store, wants_json
from webapp.views.landing import say_what_became
from webapp.views.translation import gettext as _
from webapp.views.translation import ngettext, told

bp = Blueprint("adding", __name__)

_NAMED = N_("%(why)s Nothing was added, none of the %(number)s files.")
_UNNAMED = N_("%(file)s: %(why)s Nothing was added, none of the %(number)s files.")
_FIELDS = ("text", "title", "publisher", "url", "published")


@bp.get("/add")
def form() -> str:
    return _form({}, {})


@bp.post("/add")
def paste_article() -> Response | tuple[str, int]:
    fields = {name: request.form.get(name, "") for name in _FIELDS}
    try:
        added = documents.add(store(), paste.read(fields, today=date.today()))
    except DatelineError as error:
        if error.status >= 500 or wants_json():
            raise
        return _form(fields, {error.field or "text": told(error)}), error.status
    return _landed(added)


@bp.post("/add/files")
def upload() -> Response | tuple[str, int]:
    files = [file for file in request.files.getlist("file") if file.filename]
    try:
        if not files:
            raise BadInputError("No file was chosen.", field="file")
        read = {data: _read(file, data, len(files)) for data, file in _each_once(files)}
        added = documents.add_many(store(), read.values())
    except DatelineError as error:
        if error.status >= 500 or wants_json():
            raise
        return _form({}, {"file": told(error)}), error.status
    for data, file in _each_once(files):
        _say_guess(file, data)
    if len(added) == 1:
        return _landed(added[0])
    new = sum(not one.was_there for one in added)
    flash(ngettext("%(num)d article was added.", "%(num)d articles were added.", new))
    if again := len(added) - new:
        flash(ngettext("%(num)d was here already.", "%(num)d were here already.", again))
    say_what_became(added)
    return redirect(url_for("articles.index"), code=303)


@bp.post("/samples")
def load_samples() -> Response:
    samples.load_samples(store(), cast(Path, current_app.config["SEEDS"]))
    flash(
        _(
            "The sample articles are here. Five tell invented stories, three retell public events of 2022–2025; "
            "one button removes them again."
        )
    )
    return redirect(url_for("timeline.index"), code=303)


@bp.post("/samples/remove")
def remove_samples() -> Response:
    samples.remove_samples(store())
    flash(_("The sample articles were removed."))
    return redirect(url_for("articles.index"), code=303)


def _form(fields: dict[str, str], errors: dict[str, str]) -> str:
    return render_template("add/add.html", fields=fields, errors=errors, suffixes=",".join(SUFFIXES))


def _each_once(files: Iterable[FileStorage]) -> Iterable[tuple[bytes, FileStorage]]:
    """What they hold, each content once with the first file that holds it."""
    first: dict[bytes, FileStorage] = {}
    for file in files:
        file.stream.seek(0)
        first.setdefault(file.stream.read(), file)
    return first.items()


def _read(file: FileStorage, data: bytes, number: int) -> Document:
    """One of several that cannot be kept is named: nothing was added for its sake."""
    name, most = file.filename or "", int(current_app.config["MAX_UPLOAD_BYTES"])
    try:
        return checked(read_upload(name, data, max_bytes=most), max_text_bytes=store().max_text_bytes)
    except DatelineError as error:
        if number == 1:
            raise
        is_named = PurePath(name.replace("\\", "/")).name in error.message
        template = _NAMED if is_named else _UNNAMED
        raise type(error)(template, field="file", why=told(error), number=number, file=name) from error


def _say_guess(file: FileStorage, data: bytes) -> None:
    """An encoding that had to be guessed is said, so that somebody looks."""
    if encoding := charset.assumed(data):
        flash(
            _(
                "%(file)s is not UTF-8. It was read as %(encoding)s: look whether its accents and quotation marks "
                "are right.",
                file=file.filename,
                encoding=encoding,
            )
        )


def _landed(added: Added) -> Response:
    state = "again" if added.was_there else "new"
    say_what_became((added,))
    return redirect(url_for("articles.article", document_id=added.document, added=state), code=303)
