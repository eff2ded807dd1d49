"""Events: reports of the same thing, put together across documents, and who took part."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.extract.report import ActorKind, Participation, Report, Status
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.when import When
from webapp.temporal.anchor import Basis


@dataclass(frozen=True, slots=True)
class Alias:
    """A form of a name and why it is taken to mean the actor."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Actor:
    """`id` is stable: made from the folded name it is first known by."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRef:
    """Where a report stands: document hash and index among that document's reports."""

    document: str
    index: int


@dataclass(frozen=True, slots=True)
class EventReport:
    """A report inside an event. `follows` marks a sentence that only carries the date over and folds under it."""

    ref: ReportRef
    report: Report
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Never without a report; the first one is the report that is shown.

    `is_dated` tells events with a time of their own from those that have only bounds ("after 15 Nov 2024").
    `is_set_aside` is true where every report stands in a caption, teaser or other segment beside the main story.
    `anchor_event` is the id of the event its date counts from, where it does. `rests_on_inferred` is true where
    the date hangs on an article date that was inferred. `conflicts` holds indexes into `reports` of those whose
    dates do not agree with `when`.
    """

    id: str
    label: str
    when: When | None
    granularity: Granularity | None
    basis: Basis
    status: Status
    is_dated: bool
    is_set_aside: bool
    reports: tuple[EventReport, ...]
    participations: tuple[Participation, ...]
    anchor_event: str = ""
    rests_on_inferred: bool = False
    conflicts: tuple[int, ...] = ()
