"""When a document, or a segment of it, was published, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from webapp.temporal.algebra.interval import ALWAYS, Interval
from webapp.temporal.anchor import Anchor
from webapp.text.span import Span


class EvidenceKind(StrEnum):
    """In order of trust."""

    GIVEN = "given"  # typed by a person
    METADATA = "metadata"  # declared by the page
    BYLINE = "byline"  # "Published 4 March 2024" in the text
    TODAY = "today"  # "fifty years ago today, May 3, 1961"
    OTHER_DOCUMENT = "other-document"  # another document dates the same event
    LATEST_PAST = "latest-past"  # the latest date told as past: a lower bound
    EARLIEST_FUTURE = "earliest-future"  # a date told as still to come: an upper bound
    YEARLESS = "yearless"  # a month or day without year, near to what else is known
    NEIGHBOUR = "neighbour"  # another story on the same page
    COPYRIGHT = "copyright"  # a copyright line: the copy was taken in that year or later


class Confidence(StrEnum):
    CERTAIN = "certain"
    HIGH = "high"
    LOW = "low"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason: what kind, the words it rests on, and what they say about the day of publication.

    `span` lies in the document itself, or in the document with hash `document` where one is named. `is_day` says
    that the words name a day, not a month or a year.
    """

    kind: EvidenceKind
    text: str
    bounds: Interval
    span: Span | None = None
    document: str = ""
    is_day: bool = True


@dataclass(frozen=True, slots=True)
class Publication:
    """Bounds, the most likely day (a day number) and the evidence for both; never silently today."""

    bounds: Interval = ALWAYS
    likely: int | None = None
    confidence: Confidence = Confidence.NONE
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_inferred(self) -> bool:
        return self.confidence is not Confidence.CERTAIN

    @property
    def anchor(self) -> Anchor:
        return Anchor(self.likely, self.bounds, inferred=self.is_inferred)
