"""What a person corrects: kept as edits that are only ever added, laid over what the machine found."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from webapp.errors import ConflictError, NotFoundError
from webapp.extract.report import Report, Status
from webapp.services import documents, piles, readings
from webapp.services.pages import Move, RedatePreview
from webapp.services.typed_days import exact_day
from webapp.store import write
from webapp.store.database import Store
from webapp.store.queries import documents as stored_documents
from webapp.store.queries import edits
from webapp.temporal.anchor import Basis
from webapp.timeline.arrangement import Arrangement
from webapp.timeline.event import Event

_NEXT = 1 << 62  # stands for the id of an edit that is about to be made
_Place = tuple[str, int, int]
_Days = tuple[int | None, int | None]
_WHY_IT_STAYS = {Basis.STATED: "stated", Basis.EVENT: "event", Basis.MENTION: "mention"}


def preview_redate(store: Store, document_id: int, typed: str) -> RedatePreview:
    """What another date of publication would move. Nothing is changed."""
    day = exact_day(typed)
    with store.read() as connection:
        stored = documents.find(connection, document_id)
        row = documents.row(connection, document_id)
        pile = [item.document for item in piles.corrected(connection, stored.collection_id)]
    mine = stored.document.hash
    before = readings.arranged(pile)
    after = readings.arranged(replace(d, given_date=day) if d.hash == mine else d for d in pile)
    moves, stays = _compared(before, after, mine)
    reading = next(reading for reading in after.readings if reading.document.hash == mine)
    return RedatePreview(
        document=row,
        day=day,
        new=reading.publication,
        moves=moves,
        stays=stays,
        warnings=tuple(_warnings(before, after, mine, day)),
    )


def redate(store: Store, document_id: int, typed: str) -> int:
    """Set the date of publication and arrange anew; gives the id of the edit, to undo it by."""
    day = exact_day(typed)
    piles.read_ahead(store, document_id, made=edits.Made(_NEXT, "", edits.REDATE, day.isoformat(), None))
    with store.write() as connection:
        stored = documents.find(connection, document_id)
        edit_id = write.add_edit(
            connection, stored.document.hash, edits.REDATE, value=day.isoformat(), undoes=None, at=_now()
        )
        piles.rearrange(connection, stored.collection_id)
    return edit_id


def undo(store: Store, edit_id: int, *, document_id: int | None = None) -> None:
    """Take an edit back by another one: everything is as it was before it.

    `document_id` is the article it must be an edit of; without one, any article's will do.
    """
    if document_id is not None:
        piles.read_ahead(store, document_id, made=edits.Made(_NEXT, "", edits.UNDO, "", edit_id))
    with store.write() as connection:
        edit = edits.by_id(connection, edit_id) if 0 < edit_id < 1 << 31 else None
        if edit is None or not _is_of(connection, edit, document_id):
            raise NotFoundError("There is no change %(number)s to undo.", number=edit_id)
        _refuse_undone(connection, edit)
        write.add_edit(connection, edit.document_hash, edits.UNDO, value="", undoes=edit_id, at=_now())
        there = stored_documents.by_hash(connection, edit.document_hash)
        if there is not None:
            piles.rearrange(connection, there[1])


def _is_of(connection: Connection, edit: edits.Made, document_id: int | None) -> bool:
    if document_id is None:
        return True
    return documents.find(connection, document_id).document.hash == edit.document_hash


def _refuse_undone(connection: Connection, edit: edits.Made) -> None:
    made = edits.of_documents(connection, [edit.document_hash])[edit.document_hash]
    if edit.id in {other.undoes for other in edits.effective(made)}:
        raise ConflictError("This change was undone already.")


def _compared(
    before: Arrangement, after: Arrangement, document: str
) -> tuple[tuple[Move, ...], tuple[Move, ...]]:
    """Dates that move, anywhere; and those of the article's own events that do not."""
    heirs = _by_place(after.events)
    moves, stays = [], []
    for event in before.events:
        heir = heirs.get(_place(event.reports[0].report))
        if heir is None or not (event.is_dated or heir.is_dated):
            continue
        move = Move(event.id, event.label, _days(event), _days(heir))
        if move.before != move.after:
            moves.append(move)
        elif own := [m.report for m in heir.reports if m.ref.document == document]:
            stays.append(replace(move, reason=_WHY_IT_STAYS.get(own[0].basis, "same")))
    return tuple(moves), tuple(stays)


def _by_place(events: Iterable[Event]) -> Mapping[_Place, Event]:
    return {_place(member.report): event for event in events for member in event.reports}


def _place(report: Report) -> _Place:
    return report.citation.document, report.citation.span.start, report.mention.span.start


def _days(event: Event) -> _Days:
    if event.when is None or not event.is_dated:
        return None, None
    return event.when.interval.first_day, event.when.interval.last_day


def _warnings(before: Arrangement, after: Arrangement, document: str, day: date) -> Iterator[tuple[str, str]]:
    """An article cannot tell as past what came after it; the latest such report is named.

    What it tells as past is asked of the arrangement before: with the new date the same words may be a plan.
    """
    told = {_place(report) for report in _main_reports(before, document) if report.status is Status.HAPPENED}
    late = [
        (first, report.citation.span.start, report)
        for report in _main_reports(after, document)
        if _place(report) in told and (first := _first_day(report)) > day.toordinal()
    ]
    if late:
        report = max(late, key=lambda item: (item[0], -item[1]))[2]
        yield "predates", report.timex.text if report.timex else report.citation.quote


def _main_reports(arrangement: Arrangement, document: str) -> Iterator[Report]:
    """What the article tells in its own story."""
    for event in arrangement.events:
        for member in event.reports:
            report = member.report
            if member.ref.document == document and report.segment.is_main and report.story == 0:
                yield report


def _first_day(report: Report) -> int:
    """0 where it has none."""
    if not report.is_dated or report.when is None:
        return 0
    return report.when.interval.first_day or 0


def _now() -> int:
    return int(time.time())
