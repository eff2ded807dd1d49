"""What one document says happened: the unit that events are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from webapp.context.segment import Role
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.when import When
from webapp.temporal.anchor import Basis
from webapp.temporal.timex import Timex
from webapp.text.span import Span


class Status(StrEnum):
    HAPPENED = "happened"
    PLANNED = "planned"  # ahead of its article, not of today
    ATTRIBUTED = "attributed"  # so says someone in the article
    DENIED = "denied"


class Part(StrEnum):
    """What an actor has to do with an event."""

    TOOK_PART = "took-part"
    MENTIONED = "mentioned"
    UNCLEAR = "unclear"  # grammar decides nothing: counts with took part


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"


class Outcome(StrEnum):
    """What became of a time expression."""

    EVENT = "event"
    DETAIL = "detail"  # a detail of an event: how long, how often
    SET_ASIDE = "set-aside"


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event word with its grammar. `kind` is the word's class in the lexicon ("talk", "vote", …), else its lemma."""

    span: Span
    text: str
    kind: str
    is_noun: bool = False
    tense: str = "past"  # past, present, future, none
    modality: str = ""  # "may", "plans to", …
    is_negated: bool = False


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A name (or a noun that stands for one) where it stands; `actor` is the document's key of who is meant."""

    span: Span
    text: str
    kind: ActorKind
    actor: str
    is_name: bool = True


@dataclass(frozen=True, slots=True)
class LocalActor:
    """One actor as one document names it. `aliases` are pairs (form, reason the form is taken for the same)."""

    key: str
    name: str
    kind: ActorKind
    aliases: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """`actor` is a `LocalActor.key` in a report and an `Actor.id` in an event."""

    actor: str
    part: Part


@dataclass(frozen=True, slots=True)
class Citation:
    """The very sentence: document hash, characters, and the characters themselves."""

    document: str
    span: Span
    quote: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One document's word on one event.

    `clause` is the part of the sentence that carries the event. `follows` is the index, among the reports of the
    same document, of the report whose date this one carries over or inside whose event it was said; `None` for a
    report on its own feet. `when` of a report without a day is bounds. `anchor` is the report its date counts from
    (document hash, index), where it counts from an event.
    """

    citation: Citation
    clause: Span
    mention: EventMention
    when: When | None
    granularity: Granularity | None
    basis: Basis
    status: Status
    participations: tuple[Participation, ...]
    segment: Role
    story: int = 0
    timex: Timex | None = None
    follows: int | None = None
    label: str = ""
    anchor: tuple[str, int] | None = None

    @property
    def is_dated(self) -> bool:
        """Does it rest on a time expression that names a stretch of time?"""
        if self.timex is None or self.when is None or self.timex.when is None:
            return False
        interval = self.when.interval
        return interval.is_bounded or (self.when.lasts and interval.start is not None)


@dataclass(frozen=True, slots=True)
class Accounted:
    """What became of one time expression; `report` is an index among the document's reports.

    `reason` is a code such as "duration", "reading-time", "too-vague", "caption", "teaser", "furniture".
    """

    timex: Timex
    outcome: Outcome
    reason: str = ""
    report: int | None = None
