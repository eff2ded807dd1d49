"""The publication of a story from its clues, in order of trust; every clue is kept, also those that lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from webapp.context.publication import Confidence, Evidence, EvidenceKind, Publication
from webapp.temporal.algebra.interval import ALWAYS, Interval
from webapp.temporal.algebra.point import Point, days_from_civil
from webapp.temporal.timex import Timex

_DECISIVE = (EvidenceKind.GIVEN, EvidenceKind.METADATA, EvidenceKind.BYLINE, EvidenceKind.TODAY)
_NARROWING = (EvidenceKind.OTHER_DOCUMENT, EvidenceKind.LATEST_PAST, EvidenceKind.EARLIEST_FUTURE)
_FRESH = 62  # days after its latest full date in which an article is taken to have appeared


def infer(
    evidence: Iterable[Evidence], yearless: Sequence[tuple[int, int, Timex]], hint: int | None
) -> Publication:
    """Bounds, likely day and confidence.

    `yearless` are days told as past without a year; `hint` is the day number by which the copy existed at the
    earliest, as far as the page tells ("© 2025", another story on it).
    """
    clues_found = tuple(sorted(evidence, key=lambda e: list(EvidenceKind).index(e.kind)))
    for item in clues_found:
        if item.kind in _DECISIVE and item.bounds.start is not None:
            day = item.bounds.start.day
            return Publication(Interval.of_days(day, day), day, Confidence.CERTAIN, clues_found)
    bounds = _narrowed(clues_found)
    elsewhere = next((e for e in clues_found if e.kind is EvidenceKind.OTHER_DOCUMENT), None)
    if elsewhere is not None and elsewhere.bounds.start is not None:
        return Publication(
            bounds, _not_before(bounds, elsewhere.bounds.start.day), Confidence.HIGH, clues_found
        )
    return _from_past(bounds, clues_found, yearless, hint)


def _from_past(
    bounds: Interval,
    evidence: tuple[Evidence, ...],
    yearless: Sequence[tuple[int, int, Timex]],
    hint: int | None,
) -> Publication:
    past = next((e for e in evidence if e.kind is EvidenceKind.LATEST_PAST), None)
    if past is not None and past.bounds.start is not None and past.is_day:
        latest = past.bounds.start.day
        days = [
            d
            for m, n, _ in yearless
            if (d := _on_or_after(latest, m, n)) is not None and d - latest <= _FRESH
        ]
        return Publication(bounds, max([latest, *days]), Confidence.HIGH, evidence)
    placed = _placed(bounds, yearless, hint)
    if placed is not None:
        likely, month_day = placed
        clue = Evidence(
            EvidenceKind.YEARLESS, month_day.text, Interval.of_days(likely, likely), month_day.span
        )
        return Publication(bounds, likely, Confidence.LOW, (*evidence, clue))
    neighbour = next((e for e in evidence if e.kind is EvidenceKind.NEIGHBOUR and e.bounds.start), None)
    if neighbour is not None and neighbour.bounds.start is not None:
        likely = _not_before(bounds, neighbour.bounds.start.day)
        return Publication(bounds, likely, Confidence.LOW, evidence)
    return Publication(bounds, None, Confidence.NONE, evidence)


def _placed(
    bounds: Interval, yearless: Sequence[tuple[int, int, Timex]], hint: int | None
) -> tuple[int, Timex] | None:
    """The latest of the days without a year: the last ones before the copy was taken, else the first ones after
    the latest date that is known to be past."""
    lower = bounds.start.day if bounds.start else None
    found: list[tuple[int, Timex]] = []
    for month, day, timex in yearless:
        number = _on_or_before(hint, month, day) if hint is not None else None
        if number is None or (lower is not None and number < lower):
            number = None if lower is None else _on_or_after(lower, month, day)
        if number is not None:
            found.append((number, timex))
    return max(found, key=lambda pair: pair[0], default=None)


def _narrowed(evidence: Iterable[Evidence]) -> Interval:
    """What the clues leave open. One that contradicts those before it is kept as evidence, but narrows nothing."""
    bounds = ALWAYS
    for item in evidence:
        if item.kind in _NARROWING:
            bounds = bounds.intersection(item.bounds) or bounds
    return bounds


def _not_before(bounds: Interval, day: int) -> int:
    return day if bounds.start is None else max(day, bounds.start.day)


def _occurrence(year: int, month: int, day: int) -> int | None:
    number = days_from_civil(year, month, day)
    return number if Point(number).civil == (year, month, day) else None


def _on_or_before(limit: int, month: int, day: int) -> int | None:
    year = Point(limit).year
    found = [
        n for y in range(year - 8, year + 1) if (n := _occurrence(y, month, day)) is not None and n <= limit
    ]
    return max(found, default=None)


def _on_or_after(limit: int, month: int, day: int) -> int | None:
    year = Point(limit).year
    found = [n for y in range(year, year + 9) if (n := _occurrence(y, month, day)) is not None and n >= limit]
    return min(found, default=None)
