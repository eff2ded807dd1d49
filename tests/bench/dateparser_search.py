"""dateparser's `search_dates` on the same documents. It gives no offsets and no TIMEX3 values; both are made here.

It is measured, not used: what it does to running text is why `webapp.temporal.freeform` gives it short strings only.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from webapp.evaluation.annotated import Annotation
from webapp.text.span import Span

_Found = tuple[str, datetime, str]
_WIDTH = {"year": 4, "month": 7}


@dataclass(frozen=True, slots=True)
class Searched:
    """`None` where the search was stopped for want of time."""

    annotations: tuple[Annotation, ...] | None
    seconds: float


class _OutOfTime(BaseException):
    """No `Exception`, so that nothing inside dateparser can take it for one of its own."""


def searched(text: str, published: date | None, *, within: float) -> Searched:
    """What the search finds in at most `within` seconds, and its processor time."""
    start = time.process_time()
    try:
        with _limited(within):
            found = _search(text, published)
    except _OutOfTime:
        return Searched(None, time.process_time() - start)
    seconds = time.process_time() - start
    return Searched(tuple(_placed(text, found)), seconds)


def _search(text: str, published: date | None) -> Sequence[_Found]:
    from dateparser.search import search_dates

    settings: dict[str, object] = {"RETURN_TIME_AS_PERIOD": True}
    if published is not None:
        settings["RELATIVE_BASE"] = datetime(published.year, published.month, published.day)
    found: Sequence[_Found] | None = search_dates(text, languages=["en"], settings=settings, add_period=True)
    return found or ()


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    def stop(_number: int, _frame: object) -> None:
        raise _OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _placed(text: str, found: Sequence[_Found]) -> Iterator[Annotation]:
    """Each string where it stands next; one that stands nowhere is left out."""
    end = 0
    for words, moment, period in found:
        start = text.find(words, end)
        if start >= 0:
            end = start + len(words)
            yield Annotation(Span(start, end), *_type_and_value(moment, period))


def _type_and_value(moment: datetime, period: str) -> tuple[str, str]:
    day = moment.date().isoformat()
    if period == "time" and (moment.hour or moment.minute):
        return "TIME", f"{day}T{moment:%H:%M}"
    if period == "week":
        return "DATE", f"{moment:%G-W%V}"
    return "DATE", day[: _WIDTH.get(period, len(day))]
