"""Articles: all of them, one with everything marked, its date corrected, and its removal."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp.errors import BadInputError
from webapp.services import curation, documents, samples
from webapp.services.pages import DocumentPage
from webapp.views.answers import as_json, render, store
from webapp.views.asking import read_back
from webapp.views.marking import marked, sentence_at, title_of
from webapp.views.template_words import event_url, source_urls
from webapp.views.translation import gettext as _
from webapp.views.translation import told

bp = Blueprint("articles", __name__)


@bp.get("/articles")
def index() -> str:
    rows = documents.documents(store())
    return render_template("articles/articles.html", rows=rows, has_samples=samples.has_samples(store()))


@bp.get("/articles/<int:document_id>")
def article(document_id: int) -> BaseResponse | str:
    """The article; a place inside a sentence leads to that sentence."""
    cite = request.args.get("cite", type=int)
    page = documents.document_page(store(), document_id, cite=cite)
    start = sentence_at(page, cite)
    if cite is not None and start is not None and start != cite:
        there: dict[str, Any] = {**request.args.to_dict(), "cite": str(start), "_anchor": f"s{start}"}
        return redirect(url_for("articles.article", document_id=document_id, **there))
    return render("articles/article.html", "articles/_article.html", **_values(page))


@bp.get("/articles/<int:document_id>/date")
def date_preview(document_id: int) -> Response | str | tuple[str, int]:
    """What a corrected date would move; nothing is changed yet."""
    typed = request.args.get("typed", "").strip()
    try:
        preview = curation.preview_redate(store(), document_id, typed)
    except BadInputError as error:
        page = documents.document_page(store(), document_id)
        values = _values(page) | {"date_error": told(error), "date_typed": typed}
        return render_template("articles/article.html", **values), error.status
    return render_template("articles/redate.html", preview=preview)


@bp.post("/articles/<int:document_id>/date")
def correct_date(document_id: int) -> BaseResponse:
    curation.redate(store(), document_id, request.form.get("typed", "").strip())
    flash(_("The date of this article was changed, and every date that hangs on it moved along."))
    return redirect(url_for("articles.article", document_id=document_id), code=303)


@bp.post("/articles/<int:document_id>/undo/<int:edit_id>")
def undo(document_id: int, edit_id: int) -> BaseResponse:
    curation.undo(store(), edit_id, document_id=document_id)
    flash(_("The change of date was undone."))
    return redirect(url_for("articles.article", document_id=document_id), code=303)


@bp.get("/articles/<int:document_id>/remove")
def removal(document_id: int) -> str:
    return render_template("articles/remove.html", removal=documents.removal(store(), document_id))


@bp.post("/articles/<int:document_id>/remove")
def remove(document_id: int) -> BaseResponse:
    documents.remove(store(), document_id)
    flash(_("The article was removed."))
    return redirect(url_for("articles.index"), code=303)


@bp.get("/articles.json")
def index_json() -> Response:
    return as_json({"articles": documents.documents(store())})


@bp.get("/articles/<int:document_id>.json")
def article_json(document_id: int) -> Response:
    return as_json(documents.document_page(store(), document_id, cite=request.args.get("cite", type=int)))


def _values(page: DocumentPage) -> dict[str, object]:
    back = read_back(request.args.get("back", ""))
    return {
        "page": page,
        "urls": {event: event_url(event, back) for event in {row.event for row in page.account if row.event}},
        "places": source_urls(page.row.id, back),
        "title": title_of(page),
        "blocks": marked(page),
        "sentence_count": _sentences(page),
        "back": back,
        "cite": request.args.get("cite", type=int),
        "is_new": request.args.get("added", ""),
        "date_error": "",
        "date_typed": "",
    }


def _sentences(page: DocumentPage) -> int:
    return len({run.sentence for block in page.blocks for run in block.runs if run.sentence >= 0})
