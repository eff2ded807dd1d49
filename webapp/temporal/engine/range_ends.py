"""The two ends of a range: what ties them, and what the first takes from the second."""

from __future__ import annotations

from dataclasses import replace

from webapp.temporal.engine.cues import cues_of
from webapp.temporal.engine.join import words
from webapp.temporal.engine.links import APPOSED, RANGE_FIRST, RANGE_LAST
from webapp.temporal.engine.scan import Hit
from webapp.temporal.engine.tokens import Tokens
from webapp.temporal.expression import (
    Around,
    CalendarDate,
    Every,
    Expression,
    Lasting,
    Named,
    Shift,
    Weekday,
    bare,
)

_DASHES = frozenset(("-", "–", "—", "--"))
_APPOSING = frozenset(((",",), (",", "on"), ("(",), ("-",), ("–",), ("—",)))


def with_shared(tokens: Tokens, hits: list[Hit], index: int) -> Hit:
    """The first end with the year or the week that its second end names: "Monday to Thursday of last week"."""
    hit = hits[index]
    if index + 1 == len(hits) or not isinstance(hits[index + 1].expression, CalendarDate):
        return hit
    if not _is_range(tokens, hit, hits[index + 1]):
        return hit
    said = _sharing(hit.expression, hits[index + 1].expression)
    return hit if said is None else replace(hit, expression=said)


def _sharing(first: Expression, last: Expression) -> Expression | None:
    if not isinstance(last, CalendarDate):
        return None
    if isinstance(first, Weekday) and first.step is None and last.of is not None and last.month is None:
        return replace(last, weekday=first.day) if last.weekday is not None else None
    if not isinstance(first, CalendarDate) or first.month is None or last.month is None:
        return None
    if first.year is not None or first.of is not None or first.short:
        return None
    over_new_year = first.month > last.month
    if last.year is not None:
        return replace(first, year=last.year - over_new_year, short=last.short)
    return None if over_new_year or last.of is None else replace(first, of=last.of)


def links(tokens: Tokens, hits: list[Hit], index: int) -> frozenset[str]:
    """Cues that tie neighbours: the two ends of a range, and a date that explains the one before it."""
    found = set()
    if index + 1 < len(hits) and _is_range(tokens, hits[index], hits[index + 1]):
        found.add(RANGE_FIRST)
    if index and _is_range(tokens, hits[index - 1], hits[index]):
        found.add(RANGE_LAST)
        found |= cues_of(tokens, hits[index - 1].first, hits[index].last) & {"©", "copyright"}
    if index and _is_apposed(tokens, hits[index - 1], hits[index]):
        found.add(APPOSED)
    return frozenset(found)


def _is_range(tokens: Tokens, first: Hit, last: Hit) -> bool:
    if not 0 < last.first - first.last < 3 or not (_is_date(first.expression) and _is_date(last.expression)):
        return False
    between = words(tokens, first.last, last.first)
    if all(word in _DASHES for word in between):
        return True
    before = words(tokens, max(first.first - 2, 0), first.first)
    if between[0] in ("to", "until", "till", "through"):
        return "from" in before or between[0] == "through"
    return between[0] == "and" and "between" in before


def _is_apposed(tokens: Tokens, first: Hit, second: Hit) -> bool:
    """ "fifty years ago today, May 3, 1961"."""
    said = second.expression
    if not isinstance(said, CalendarDate) or said.year is None or second.first - first.last > 2:
        return False
    if not isinstance(first.expression, Shift | Weekday):
        return False
    return words(tokens, first.last, second.first) in _APPOSING


def _is_date(said: Expression) -> bool:
    said = bare(said)
    return not isinstance(said, Lasting | Every | Around) and not (
        isinstance(said, Named) and said.name in ("past", "future")
    )
