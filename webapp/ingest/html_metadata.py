"""What a page declares about itself: title, publisher, address, day of publication. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from threading import Lock

# Metadata stand at the top; the whole of a hostile page would keep the date search busy for long.
_ENOUGH = 500_000
# A value or the text of an element that is nothing but a date in figures, with a word before it at most.
_IN_FIGURES = re.compile(
    r"(?<=[>\"'])([^\d<>\"']{0,20})(\d{1,4})[-/.](\d{1,2})(?:[-/.](\d{1,4}))?(?!\d)[^<>\"']{0,40}(?=[<\"'])"
)
_ONE_AT_A_TIME = Lock()  # crashes in several threads at once have been reported of trafilatura
# Given, so that trafilatura never looks at the clock for "not after today".
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2999-12-31",
}


@dataclass(frozen=True, slots=True)
class Metadata:
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None


def metadata_of(source: str) -> Metadata:
    from trafilatura import extract_metadata  # slow to load

    with _ONE_AT_A_TIME:
        found = extract_metadata(_possible(source[:_ENOUGH]), date_config=dict(_DATES), extensive=False)
    return Metadata(
        title=found.title or "",
        publisher=found.sitename or "",
        url=found.url or "",
        published=date.fromisoformat(found.date) if found.date else None,
    )


def _possible(source: str) -> str:
    """Without dates in figures that no calendar has: trafilatura would take the first of the month instead.

    >>> _possible('<meta content="2024-02-30"><meta content="2024-02"><meta content="2024-02-29T25:99">')
    '<meta content=""><meta content=""><meta content="2024-02-29T25:99">'
    """
    return _IN_FIGURES.sub(lambda found: found[0] if _is_possible(*found.groups()[1:]) else "", source)


def _is_possible(first: str, second: str, third: str | None) -> bool:
    """Year first or last; day and month may stand either way then."""
    if third is None:
        return False
    if len(first) == 4:
        return _is_day(first, second, third)
    return _is_day(third, second, first) or _is_day(third, first, second)


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
