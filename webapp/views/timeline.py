"""The timeline: page, fragment, JSON and CSV under one set of parameters."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template, request, stream_with_context

from webapp import export
from webapp.services import timelines
from webapp.timeline.page import TimelinePage
from webapp.views.answers import as_json, store, wants_fragment
from webapp.views.asking import STEP, Asked, read_filter
from webapp.views.chips import chips
from webapp.views.listing import sections
from webapp.views.problems import problem
from webapp.views.strip import strip
from webapp.views.translation import gettext as _

bp = Blueprint("timeline", __name__)


@bp.get("/")
def index() -> Response:
    asked = read_filter(request.args)
    page = timelines.timeline(store(), asked.filter)
    template = "timeline/_timeline.html" if wants_fragment() else "timeline/timeline.html"
    html = render_template(template, **_values(page, asked))
    response = make_response(html, 422 if asked.errors else 200)
    if request.headers.get("HX-Target") == "timeline" and not asked.errors:
        response.headers["HX-Push-Url"] = asked.url()
    return response


@bp.get("/timeline.json")
def as_json_page() -> Response:
    asked = read_filter(request.args)
    if asked.errors:
        return _refused(asked)
    page = timelines.timeline(store(), asked.filter)
    return as_json(export.to_json(page))


@bp.get("/timeline.csv")
def as_csv() -> Response:
    asked = read_filter(request.args)
    if asked.errors:
        return _refused(asked)
    base = request.host_url.rstrip("/")
    rows = export.to_csv(
        timelines.cards(store(), asked.filter), address=lambda i: f"{base}{export.event_path(i)}"
    )
    headers = {
        "Content-Disposition": 'attachment; filename="timeline.csv"',
        "Cache-Control": "private, no-store",
    }
    return Response(stream_with_context(rows), mimetype="text/csv", headers=headers)


def _refused(asked: Asked) -> Response:
    detail = " ".join(asked.errors.values())
    return problem(422, _("This filter cannot be used as it is"), detail, errors=asked.errors)


def _values(page: TimelinePage, asked: Asked) -> dict[str, object]:
    shown = asked.filter.limit
    return {
        "page": page,
        "asked": asked,
        "sections": sections(page.cards),
        "strip": strip(page.bars, asked.filter.first, asked.filter.last),
        "chips": chips(page, asked),
        "more": asked.url(pairs=(*_unpaged(asked), ("show", str(shown + STEP)))) if page.has_more else "",
    }


def _unpaged(asked: Asked) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in asked.pairs if pair[0] != "show")
