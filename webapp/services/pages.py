"""What the other pages show: plain values between the use cases and the views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from webapp.context.publication import Publication
from webapp.context.segment import Role
from webapp.extract.report import Outcome, Part
from webapp.timeline.page import Card, Person, Piece


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One line of the Articles page."""

    id: int
    title: str
    publisher: str
    url: str
    publication: Publication
    events: int
    undated: int
    set_aside: int
    is_sample: bool
    is_read: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters of an article with the same marks. Joined in order, runs give the stored text exactly.

    `sentence` is the start offset of the sentence it lies in (-1 outside of any), `timex` the index into
    `DocumentPage.account` or -1, `cited` true inside the sentence the reader came for, `events` the ids of events
    whose report cites the sentence.
    """

    text: str
    sentence: int = -1
    timex: int = -1
    cited: bool = False
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph or line of the article with the role of its segment; `gap` is the white space behind it."""

    role: Role
    story: int
    runs: tuple[Run, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One time expression and what became of it. `first` and `last` are day numbers, `None` where open or unknown."""

    text: str
    start: int
    value: str
    type: str
    outcome: Outcome
    reason: str
    event: str
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One reason for a publication date; `document` is the id of the other article it comes from, or `None`."""

    kind: str
    text: str
    first: int | None
    last: int | None
    start: int | None = None
    document: int | None = None
    document_title: str = ""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """An article with everything marked. `before` and `after` are the events next to the cited one in date order."""

    row: DocumentRow
    blocks: tuple[BlockView, ...]
    account: tuple[AccountRow, ...]
    evidence: tuple[EvidenceRow, ...]
    cited_event: Card | None = None
    before: Card | None = None
    after: Card | None = None
    can_undo: int | None = None  # id of the last edit of its date, where it can be undone


@dataclass(frozen=True, slots=True)
class ReportView:
    """One document's word on an event."""

    document: int
    document_title: str
    publisher: str
    start: int
    quote: tuple[Piece, ...]
    first: int | None
    last: int | None
    known: str
    follows: bool
    conflicts: bool
    published: Publication


@dataclass(frozen=True, slots=True)
class Involved:
    """An actor's part in an event."""

    person: Person
    part: Part


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step of "why this date?". `code` becomes a sentence in the views; `values` fill its blanks.

    `document` and `start` lead to the sentence the step rests on, `event` to another event.
    """

    code: str
    values: Mapping[str, str | int | None] = field(default_factory=dict)
    document: int | None = None
    start: int | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class EventPage:
    """The permalink of an event. `followers` are events whose date counts from this one."""

    card: Card
    reports: tuple[ReportView, ...]
    involved: tuple[Involved, ...]
    chain: tuple[ChainStep, ...]
    followers: tuple[Card, ...] = ()
    rule: str = ""
    value: str = ""
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A date that would change, or would not and why ("stated", "event", "mention", "person")."""

    event: str
    label: str
    before: tuple[int | None, int | None]
    after: tuple[int | None, int | None]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RedatePreview:
    """What correcting an article's date would do. `warnings` are (code, text) pairs such as ("predates", "…").

    `day` is what was typed, "yesterday" too, as the one day it meant when it was typed.
    """

    document: DocumentRow
    day: date
    new: Publication
    moves: tuple[Move, ...]
    stays: tuple[Move, ...]
    warnings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """What removing an article would do: events that go and events that keep another source."""

    document: DocumentRow
    going: tuple[Card, ...]
    keeping: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """The result of adding an article.

    Where its text was there already: what was `filled` in, the new day it was `redated` to, and what was said
    otherwise but `left` as it was, as names of fields with the values that came now.
    """

    document: int
    was_there: bool
    row: DocumentRow
    filled: tuple[tuple[str, str], ...] = ()
    redated: date | None = None
    left: tuple[tuple[str, str], ...] = ()
