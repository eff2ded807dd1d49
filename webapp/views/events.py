"""An event's permalink, and why it has its date."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp.services import timelines
from webapp.views.answers import as_json, plain, render, store
from webapp.views.asking import read_back
from webapp.views.reasoning import reasoning

bp = Blueprint("events", __name__)


@bp.get("/events/<event_id>")
def event(event_id: str) -> str:
    page = timelines.event_page(store(), event_id)
    back = read_back(request.args.get("back", ""))
    return render("events/event.html", "events/_why.html", page=page, steps=reasoning(page), back=back)


@bp.get("/events/<event_id>.json")
def event_json(event_id: str) -> Response:
    page = timelines.event_page(store(), event_id)
    steps = [{**plain(reason.step), "sentence": reason.sentence} for reason in reasoning(page)]
    return as_json({**plain(page), "chain": steps})
