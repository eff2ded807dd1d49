"""What a story's own words say about the day it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from webapp.context.publication import Evidence, EvidenceKind
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point, days_from_civil
from webapp.temporal.anchor import Basis
from webapp.temporal.expression import From, Modified, Shift
from webapp.temporal.timex import Timex

_BYLINE = re.compile(
    r"(?:first )?(?:published|posted|filed|released|issued|dated|by\b|on\b|date:?|\W{0,3}$)", re.IGNORECASE
)
_UPDATED = re.compile(r"\b(?:last )?(?:updated|modified|revised)\b[^.]{0,20}$", re.IGNORECASE)
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)$")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[^\n]{0,80}?\b((?:19|20)\d\d)(?:\s?[-–—/]\s?((?:19|20)\d\d))?", re.IGNORECASE
)
_ONE_SENTENCE = 80  # characters between "fifty years ago today" and the date it explains


def from_metadata(day: date, kind: EvidenceKind) -> Evidence:
    number = day.toordinal()
    return Evidence(kind, day.isoformat(), Interval.of_days(number, number))


def from_bylines(text: str, timexes: Iterable[Timex], line_starts: Sequence[int]) -> Iterator[Evidence]:
    """A full date in a line about the article: "Published 4 March 2024, updated …", or alone in its line."""
    for timex in timexes:
        starts = [s for s in line_starts if s <= timex.span.start]
        before = text[starts[-1] if starts else 0 : timex.span.start]
        if (
            _is_full_day(timex)
            and timex.when
            and not _UPDATED.search(before)
            and _BYLINE.match(before.strip() or "")
        ):
            yield Evidence(EvidenceKind.BYLINE, timex.text, timex.when.interval, timex.span)


def from_today(text: str, timexes: Sequence[Timex]) -> Iterator[Evidence]:
    """ "Fifty years ago today, 3 May 1961": the shift and the date together give the day of writing."""
    for shifted, stated in pairwise(timexes):
        years = _years_to_the_day(shifted)
        between = text[shifted.span.end : stated.span.start]
        if (
            years
            and _is_full_day(stated)
            and stated.when
            and len(between) < _ONE_SENTENCE
            and "." not in between
        ):
            first = stated.when.interval.first_day
            if first is not None:
                year, month, day = Point(first).civil
                written = days_from_civil(year + years, month, day)
                words = text[shifted.span.start : stated.span.end]
                yield Evidence(EvidenceKind.TODAY, words, Interval.of_days(written, written), shifted.span)


def from_past(timexes: Iterable[Timex]) -> Evidence | None:
    """The latest date told as past: the article is not older than it. Of dates that begin on one day the finest."""
    starts = [
        (start, t) for t in timexes if _is_stated(t) and not is_future(t) and (start := _start(t)) is not None
    ]
    if not starts:
        return None
    start, latest = max(starts, key=lambda pair: (pair[0], -(pair[1].granularity or 0)))
    return Evidence(
        EvidenceKind.LATEST_PAST, latest.text, Interval(start, None), latest.span, is_day=_is_full_day(latest)
    )


def from_future(timexes: Iterable[Timex]) -> Evidence | None:
    """The earliest date told as still to come: the article is older than its end."""
    ends = [(end, t) for t in timexes if _is_stated(t) and is_future(t) and (end := _end(t)) is not None]
    if not ends:
        return None
    end, first = min(ends, key=lambda pair: pair[0])
    return Evidence(EvidenceKind.EARLIEST_FUTURE, first.text, Interval(None, end), first.span)


def _start(timex: Timex) -> Point | None:
    return timex.when.interval.start if timex.when is not None else None


def _end(timex: Timex) -> Point | None:
    return timex.when.interval.end if timex.when is not None else None


def from_copyright(text: str) -> Iterator[Evidence]:
    """A copyright line says that the copy was taken in its last year or later; nothing about the article."""
    for match in _COPYRIGHT.finditer(text):
        year = int(match[2] or match[1])
        yield Evidence(EvidenceKind.COPYRIGHT, " ".join(match[0].split()), Interval(Point.of(year), None))


def yearless_days(timexes: Iterable[Timex]) -> list[tuple[int, int, Timex]]:
    """(month, day, timex) of the dates that name no year and are told as past."""
    found = []
    for timex in timexes:
        match = _YEARLESS.match(timex.value)
        if match and not is_future(timex):
            found.append((int(match[1]), int(match[2]), timex))
    return found


def is_future(timex: Timex) -> bool:
    cues = timex.candidate.cues
    return "future" in cues and "past" not in cues


def _is_stated(timex: Timex) -> bool:
    return (
        timex.basis in (Basis.STATED, Basis.MENTION)
        and timex.granularity is not None
        and timex.granularity <= Granularity.YEAR
    )


def _is_full_day(timex: Timex) -> bool:
    return timex.basis is Basis.STATED and timex.granularity is not None and timex.granularity.has_day


def _years_to_the_day(timex: Timex) -> int | None:
    expression = timex.candidate.expression
    if isinstance(expression, Modified):
        expression = expression.expression
    if not isinstance(expression, Shift) or expression.anchor is not From.PUBLICATION or expression.sign >= 0:
        return None
    duration = expression.duration
    if not timex.text.lower().endswith("today") or duration.count is None or duration.count.denominator != 1:
        return None
    years = {Granularity.YEAR: 1, Granularity.DECADE: 10, Granularity.CENTURY: 100}.get(duration.unit)
    return None if years is None else int(duration.count) * years
