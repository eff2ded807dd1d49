"""The words and shapes that templates may use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, url_for

from webapp.timeline.page import Card
from webapp.views import codes, wording
from webapp.views.asking import Asked
from webapp.views.listing import card_date
from webapp.views.marking import exact
from webapp.views.quoting import cut, plain
from webapp.views.timex_words import value_words
from webapp.views.translation import locale


def add_words(app: Flask) -> None:
    app.jinja_env.filters.update(cut=cut, plain_quote=plain, exact=exact, iso=wording.iso)
    app.jinja_env.globals.update(
        card_date=card_date,
        clock_words=wording.clock_words,
        day_words=wording.day_words,
        evidence_words=codes.evidence_words,
        facet_words=codes.facet_words,
        kind_words=codes.kind_words,
        language=lambda: locale().language,
        known_words=codes.known_words,
        outcome_words=codes.outcome_words,
        part_words=codes.part_words,
        published_words=wording.published_words,
        reason_words=codes.reason_words,
        source_url=source_url,
        event_url=event_url,
        sources_words=codes.sources_words,
        span_words=wording.span_words,
        status_words=codes.status_words,
        stays_words=codes.stays_words,
        value_words=value_words,
    )


def source_url(document: int, start: int, back: Asked | None = None) -> str:
    """Where the sentence stands: its article, scrolled to it."""
    values: dict[str, Any] = {"cite": start, "_anchor": f"s{start}"} | _back(back)
    return url_for("articles.article", document_id=document, **values)


def source_urls(document: int, back: Asked) -> Callable[[int], str]:
    """The same for each sentence of an article, built once: it may cite thousands."""
    before, after = source_url(document, 0, back).split("cite=0", 1)
    after = after.removesuffix("#s0")
    return lambda start: f"{before}cite={start}{after}#s{start}"


def event_url(card: Card | str, back: Asked | None = None) -> str:
    event_id = card if isinstance(card, str) else card.id
    return url_for("events.event", event_id=event_id, **_back(back))


def _back(back: Asked | None) -> dict[str, Any]:
    return {"back": back.query} if back is not None and back.query else {}
