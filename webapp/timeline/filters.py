"""What a reader asks of the timeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from webapp.extract.report import Status


class Known(StrEnum):
    """How a date is known, in the reader's words."""

    STATED = "stated"
    WORKED_OUT = "worked-out"
    INFERRED = "inferred"  # rests on an inferred article date
    UNDATED = "undated"


class Match(StrEnum):
    ALL = "all"
    ANY = "any"


class Order(StrEnum):
    OLDEST = "oldest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Filter:
    """Every field narrows; an empty one does not. Days are day numbers, `last` included.

    `certainly` asks for events wholly inside the range; otherwise overlapping is enough. `mentions` counts actors
    who are only mentioned as well. `limit` and `offset` page through the dated events.
    """

    actors: tuple[str, ...] = ()
    match: Match = Match.ALL
    mentions: bool = False
    statuses: tuple[Status, ...] = ()
    publishers: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()
    first: int | None = None
    last: int | None = None
    certainly: bool = False
    text: str = ""
    set_aside: bool = False
    order: Order = Order.OLDEST
    offset: int = 0
    limit: int = 100

    @property
    def is_narrowed(self) -> bool:
        return self != Filter(
            set_aside=self.set_aside, order=self.order, offset=self.offset, limit=self.limit
        )

    def without_range(self) -> Filter:
        return replace(self, first=None, last=None)
