"""Readings into an arrangement: actors, events, and their order. The same whatever the order of the readings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from webapp.extract.reading import Reading
from webapp.extract.report import Part, Participation, Report, Status
from webapp.temporal.anchor import Basis
from webapp.timeline.arrangement import Arrangement
from webapp.timeline.cast import Cast, cast_of
from webapp.timeline.event import Event, EventReport, ReportRef
from webapp.timeline.merge import Told, merge, parties_of
from webapp.timeline.order import timeline_key
from webapp.timeline.reconcile import settle_anchors, settle_publications, with_global_parties

_TRUST = {Basis.STATED: 0, Basis.PUBLICATION: 1, Basis.MENTION: 2, Basis.EVENT: 3, Basis.NONE: 4}
_WEIGHT = {Part.TOOK_PART: 0, Part.UNCLEAR: 1, Part.MENTIONED: 2}


def arrange(readings: Iterable[Reading]) -> Arrangement:
    """Events of all documents, merged and reconciled, in timeline order."""
    ordered = sorted(readings, key=lambda r: r.document.hash)
    cast = cast_of(ordered)
    ordered = settle_anchors(settle_publications(ordered, cast), cast)
    told = [item for reading in ordered for item in _told(reading, cast)]
    own = [item for item in told if item.report.follows is None]
    followers = _followers(told)
    events = [_event(group, followers) for group in merge(own)]
    event_of = {r.ref: e.id for e in events for r in e.reports}
    inferred = {e.id for e in events if e.rests_on_inferred}
    linked = [_linked(event, event_of, inferred) for event in events]
    return Arrangement(tuple(ordered), tuple(sorted(linked, key=timeline_key)), cast.actors)


def _told(reading: Reading, cast: Cast) -> list[Told]:
    ids = cast.ids_in(reading.document.hash)
    return [
        Told(ReportRef(reading.document.hash, index), mapped, parties_of(mapped))
        for index, report in enumerate(reading.reports)
        for mapped in (with_global_parties(report, ids),)
    ]


def _followers(told: Sequence[Told]) -> dict[ReportRef, list[Told]]:
    """Reports that go on with another one of their document, by the one at the beginning of the chain."""
    by_ref = {item.ref: item for item in told}
    found: dict[ReportRef, list[Told]] = {}
    for item in told:
        base = item
        while base.report.follows is not None:
            base = by_ref[ReportRef(base.ref.document, base.report.follows)]
        if base is not item:
            found.setdefault(base.ref, []).append(item)
    return found


def _event(group: Sequence[Told], followers: Mapping[ReportRef, list[Told]]) -> Event:
    """One event from its reports; the most explicit one comes first and gives the date."""
    ranked = sorted(group, key=lambda t: (_rank(t.report), t.ref.document, t.ref.index))
    first = ranked[0].report
    folded = [f for t in ranked for f in followers.get(t.ref, ())]
    reports = [EventReport(t.ref, t.report) for t in ranked] + [
        EventReport(t.ref, t.report, follows=True) for t in folded
    ]
    happened = any(t.report.status is Status.HAPPENED for t in ranked)
    return Event(
        id=_event_id(ranked[0]),
        label=first.label,
        when=first.when,
        granularity=first.granularity,
        basis=first.basis if first.is_dated or first.timex is not None else Basis.NONE,
        status=Status.HAPPENED if happened else first.status,
        is_dated=first.is_dated,
        is_set_aside=not any(t.report.segment.is_main for t in ranked),
        reports=tuple(reports),
        participations=_participations(t.report for t in ranked),
        rests_on_inferred=first.is_dated and _rests_on_inferred(first),
        conflicts=tuple(i for i, t in enumerate(ranked) if t.report.is_dated and t.report.when != first.when),
    )


def _rank(report: Report) -> tuple[bool, bool, bool, int, int]:
    """Dated first, then what happened, then what rests on no inferred article date, then the most explicit, then the
    most exact."""
    return (
        not report.is_dated,
        report.status is not Status.HAPPENED,
        _rests_on_inferred(report),
        _TRUST[report.basis],
        report.granularity or 99,
    )


def _event_id(told: Told) -> str:
    """A content hash of the report: its document, its sentence and its event word."""
    citation = told.report.citation
    mention = told.report.mention
    source = (
        f"{citation.document}:{citation.span.start}:{citation.span.end}:{mention.span.start}:{mention.text}"
    )
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _participations(reports: Iterable[Report]) -> tuple[Participation, ...]:
    """Each actor once, with the strongest part that a report gives it."""
    best: dict[str, Part] = {}
    for report in reports:
        for p in report.participations:
            if p.actor not in best or _WEIGHT[p.part] < _WEIGHT[best[p.actor]]:
                best[p.actor] = p.part
    return tuple(
        Participation(a, p) for a, p in sorted(best.items(), key=lambda item: (_WEIGHT[item[1]], item[0]))
    )


def _rests_on_inferred(report: Report) -> bool:
    """Does the date count from an article date that was inferred?"""
    return report.timex is not None and report.basis is Basis.PUBLICATION and report.timex.anchor.inferred


def _linked(event: Event, event_of: Mapping[ReportRef, str], inferred: set[str]) -> Event:
    """The event with the one that its date counts from."""
    anchor = event.reports[0].report.anchor
    if anchor is None:
        return event
    anchor_id = event_of.get(ReportRef(*anchor), "")
    if anchor_id == event.id:
        anchor_id = ""
    return replace(
        event, anchor_event=anchor_id, rests_on_inferred=event.rests_on_inferred or anchor_id in inferred
    )
