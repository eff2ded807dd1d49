"""The one place where documents inform each other: an article whose year is open learns it from another article's
report of the same event, and a date that counts from an event finds it there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from webapp.context.publication import Confidence, Evidence, EvidenceKind
from webapp.extract.anchoring import Placed, anchored, find_anchor, waits_for_event
from webapp.extract.pipeline import interpret
from webapp.extract.reading import Reading
from webapp.extract.report import Report
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.anchor import Basis
from webapp.timeline.cast import Cast

_OPEN = (Confidence.LOW, Confidence.NONE)
_YEARLESS = re.compile(r"(?:XXXX|\d{4})(-\d\d-\d\d)$")


def with_global_parties(report: Report, ids: Mapping[str, str]) -> Report:
    """The report with its participants named as the whole pile names them."""
    return replace(
        report, participations=tuple(replace(p, actor=ids.get(p.actor, p.actor)) for p in report.participations)
    )  # fmt: skip


def settle_publications(readings: Sequence[Reading], cast: Cast) -> list[Reading]:
    """Readings with an open year, read again with what a dated report of the same event elsewhere says."""
    dated = [
        (reading.document.hash, with_global_parties(report, ids))
        for reading in readings
        for ids in (cast.ids_in(reading.document.hash),)
        for report in reading.reports
        if _is_certain(report)
    ]
    settled: list[Reading] = []
    for reading in readings:
        evidence = _elsewhere(reading, dated, cast) if reading.publication.confidence in _OPEN else None
        if evidence is None or reading.recognised is None:
            settled.append(reading)
        else:
            settled.append(interpret(reading.recognised, (evidence,), every_word=bool(reading.others)))
    return settled


def _elsewhere(reading: Reading, dated: Sequence[tuple[str, Report]], cast: Cast) -> Evidence | None:
    """The latest full date that another document gives to an event which this one dates without a year."""
    ids = cast.ids_in(reading.document.hash)
    found: list[Evidence] = []
    for own in (with_global_parties(r, ids) for r in reading.reports if _is_yearless(r)):
        for document, other in dated:
            if (
                document != reading.document.hash
                and _is_same_occasion(own, other)
                and other.timex
                and other.when
            ):
                bounds = Interval(other.when.interval.start, None)
                found.append(
                    Evidence(
                        EvidenceKind.OTHER_DOCUMENT, other.timex.text, bounds, other.timex.span, document
                    )
                )
    return max(found, key=lambda e: (e.bounds.first_day or 0, e.document), default=None)


def _is_certain(report: Report) -> bool:
    """Dated to the day, by its words or by an article date that is known."""
    if (
        report.granularity is None
        or not report.granularity.has_day
        or report.timex is None
        or not report.is_dated
    ):
        return False
    return report.basis is Basis.STATED or (
        report.basis is Basis.PUBLICATION and not report.timex.anchor.inferred
    )


def _is_yearless(report: Report) -> bool:
    return (
        report.story == 0
        and report.timex is not None
        and (report.basis is Basis.PUBLICATION or report.when is None or not report.is_dated)
        and bool(_YEARLESS.match(report.timex.value))
    )


def _is_same_occasion(own: Report, other: Report) -> bool:
    if own.mention.kind != other.mention.kind or own.timex is None or other.timex is None:
        return False
    day, other_day = _YEARLESS.match(own.timex.value), _YEARLESS.match(other.timex.value)
    parties = {p.actor for p in own.participations if p.part != "mentioned"}
    other_parties = {p.actor for p in other.participations if p.part != "mentioned"}
    return bool(day and other_day and day[1] == other_day[1]) and len(parties & other_parties) >= 2


def settle_anchors(readings: Sequence[Reading], cast: Cast) -> list[Reading]:
    """Readings in which dates that count from an event told of elsewhere are worked out."""
    places: list[Placed] = [
        ((reading.document.hash, index), with_global_parties(report, ids))
        for reading in readings
        for ids in (cast.ids_in(reading.document.hash),)
        for index, report in enumerate(reading.reports)
        if report.is_dated and report.granularity is not None and report.granularity <= Granularity.MONTH
    ]
    return [_with_anchors(reading, places, cast) for reading in readings]


def _with_anchors(reading: Reading, places: Sequence[Placed], cast: Cast) -> Reading:
    if not any(waits_for_event(r) for r in reading.reports):
        return reading
    ids = cast.ids_in(reading.document.hash)
    reports = list(reading.reports)
    for index, report in enumerate(reports):
        if waits_for_event(report):
            anchor = find_anchor(reading.document.text, report, reading.mentions, places, ids)
            reports[index] = anchored(report, anchor) if anchor is not None else report
    return replace(reading, reports=tuple(reports))
