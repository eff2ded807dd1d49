"""What is put into the canonical tables comes out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests import factories
from tests.factories import document
from webapp.context.publication import Confidence, Evidence, EvidenceKind, Publication
from webapp.context.segment import Role, Segment
from webapp.extract.reading import Reading
from webapp.services import documents, readings
from webapp.store.database import Store
from webapp.store.queries import account
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point
from webapp.text.document import Document
from webapp.text.span import Span

_TEXT = (
    "On 2024-11-15 Ada met Ben. Yesterday Ada left. Two days before the meeting Ada called Ben. "
    "Since 1982 Ben ruled."
)


@pytest.mark.usefixtures("toy")
def test_time_expressions_come_back_whole(store: Store) -> None:
    kept = document(_TEXT, given_date=date(2024, 11, 16))
    added = documents.add(store, kept)
    with store.read() as connection:
        rows = account.timexes(connection, added.document)
        whole = [account.timex(connection, added.document, row.number) for row in rows]
        found = [account.as_timex(row) for row in whole if row is not None]
    reports = [m.report for e in readings.arranged([kept]).events for m in e.reports]
    expected = sorted((r.timex for r in reports if r.timex), key=lambda timex: timex.span)
    assert found == expected


def test_publications_come_back_with_their_evidence(
    store: Store, monkeypatch: pytest.MonkeyPatch, toy: None
) -> None:
    evidence = (
        Evidence(
            EvidenceKind.LATEST_PAST, "November 15", Interval(Point(5, 3), None), Span(2, 9), is_day=False
        ),
        Evidence(EvidenceKind.OTHER_DOCUMENT, "the call", Interval(None, Point(9)), Span(0, 3), "f" * 64),
    )
    own = Publication(Interval(Point(5), Point(9)), 6, Confidence.LOW, evidence)
    other = replace(own, confidence=Confidence.NONE, likely=None, evidence=())

    def read(document: Document) -> Reading:
        segments = (Segment(Span(0, 5), Role.TEASER, 1, other), Segment(Span(5, 9), Role.BODY, 0, own))
        return replace(factories.read(document), publication=own, segments=segments)

    monkeypatch.setattr(readings, "read_anew", read)
    added = documents.add(store, document())
    with store.read() as connection:
        found = account.publications(connection, [added.document])
    assert found == {(added.document, 0): own, (added.document, 1): other}
