"""Cards to export."""

from dataclasses import replace
from datetime import date

from webapp.extract.report import ActorKind, Status
from webapp.temporal.algebra.granularity import Granularity
from webapp.timeline.filters import Known
from webapp.timeline.page import Card, Person, Piece

ASTA = Person("asta-vale", "Asta Vale", ActorKind.PERSON)
PORT = Person("port", "Port of Saltholm", ActorKind.ORGANISATION)

SAILED = Card(
    id="e1",
    label="The ferry sailed, again",
    first=date(2023, 4, 4).toordinal(),
    last=date(2023, 4, 4).toordinal(),
    minute=450,
    granularity=Granularity.DAY,
    lasts=False,
    is_dated=True,
    is_set_aside=False,
    status=Status.HAPPENED,
    known=Known.WORKED_OUT,
    quote=(Piece("The ferry “sailed” "), Piece("on Tuesday", strong=True, time=True), Piece(".")),
    took_part=(ASTA, PORT),
    mentioned=(),
    documents=2,
    publishers=1,
    folded=0,
    cite_document=7,
    cite_start=40,
    publisher="The Harbour Gazette",
    document_title="Ferry resumes",
)
OPEN = replace(
    SAILED,
    id="e2",
    label="Undated",
    first=date(2023, 4, 5).toordinal(),
    last=None,
    minute=None,
    is_dated=False,
    known=Known.UNDATED,
    took_part=(),
    mentioned=(ASTA,),
)
