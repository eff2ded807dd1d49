"""Piles of articles from the corpus, arranged, and their events in the corpus's words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from webapp.extract.pipeline import read
from webapp.extract.reading import Reading
from webapp.extract.report import Part
from webapp.text.document import Document
from webapp.timeline.arrangement import Arrangement
from webapp.timeline.event import Event

CORPUS = Path(__file__).parent.parent / "corpora" / "timeline"
_PUBLISHED = re.compile(r"(\d{4}-\d\d-\d\d): (.*)", re.DOTALL)

Case = tuple[dict[str, Any], list[str]]


def cases(name: str) -> list[Case]:
    tables = tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))["piles"]
    return [(table, texts) for table in tables for texts in table["texts"]]


def ids(case: Case) -> str:
    return f"{case[0]['name']}: {case[1][0][:50]}"


def readings(texts: Iterable[str]) -> list[Reading]:
    return [read(document(text)) for text in texts]


def document(text: str) -> Document:
    """ "2024-05-02: The mill burned." was published on that day."""
    found = _PUBLISHED.fullmatch(text)
    return Document(found[2], given_date=date.fromisoformat(found[1])) if found else Document(text)


def told(arrangement: Arrangement) -> list[str]:
    """The events of main stories."""
    return [said(event, arrangement) for event in arrangement.events if not event.is_set_aside]


def said(event: Event, arrangement: Arrangement) -> str:
    names = {actor.id: actor.name for actor in arrangement.actors}
    took = sorted(names[p.actor] for p in event.participations if p.part is not Part.MENTIONED)
    documents = {r.ref.document for r in event.reports}
    disputed = " (disputed)" if event.conflicts else ""
    return f"{_date(event)}{disputed} | {len(documents)} | {', '.join(took)}"


def _date(event: Event) -> str:
    if not event.is_dated or event.when is None:
        return "no day"
    first, last = event.when.interval.first_day, event.when.interval.last_day
    days = [date.fromordinal(d).isoformat() if d is not None else "" for d in (first, last)]
    return days[0] if first == last else "/".join(days)
