"""From when a relative expression counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from webapp.temporal.algebra.interval import ALWAYS, Interval


class Basis(StrEnum):
    """What a date hangs on."""

    STATED = "stated"  # complete in the words: "November 15, 2024"
    PUBLICATION = "publication"  # the article's own date: "yesterday", "in June"
    MENTION = "mention"  # a date named before it: "three days later"
    EVENT = "event"  # another event: "two days before the talks"
    NONE = "none"  # nothing fixes it: "for decades"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication context of a segment, as far as the resolver needs it.

    `day` is the day number of the most likely day of publication, `None` when nothing at all is known; then
    relative expressions stay open ("XXXX-11-15"). `bounds` is where the day must lie. `inferred` says that `day`
    was worked out and not given by a person or by metadata.
    """

    day: int | None = None
    bounds: Interval = ALWAYS
    inferred: bool = False
