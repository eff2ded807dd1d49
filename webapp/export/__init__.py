"""Layer 6: a timeline into a file, one module for each format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from webapp.export import csv, json
from webapp.timeline.page import Card, TimelinePage


def event_path(event_id: str) -> str:
    """Where an event's page stands below the address of the application."""
    return f"/events/{event_id}"


def to_csv(cards: Iterable[Card], *, address: Callable[[str], str] = event_path) -> Iterator[str]:
    """Line by line, as the events come."""
    return csv.lines(cards, address=address)


def to_json(page: TimelinePage, *, address: Callable[[str], str] = event_path) -> json.Row:
    """One page of the timeline with its counts, in the form that `json.chunks` streams whole."""
    return json.page_row(page, address=address)
