"""The tables, as typed models. Reading goes through Core rows, see `store/queries`."""

from webapp.store.tables.account import Evidence, Publication, Reading, Segment, Sentence, Timex
from webapp.store.tables.base import Base
from webapp.store.tables.documents import Collection, Document, Mark
from webapp.store.tables.edits import Edit
from webapp.store.tables.events import (
    Actor,
    Alias,
    Citation,
    Event,
    EventRedirect,
    EventReport,
    Participation,
    Report,
)
from webapp.store.tables.timeline import TlActor, TlCard, TlEvent, TlEventActor, TlLong, TlSource

__all__ = [
    "Actor",
    "Alias",
    "Base",
    "Citation",
    "Collection",
    "Document",
    "Edit",
    "Event",
    "EventRedirect",
    "EventReport",
    "Evidence",
    "Mark",
    "Participation",
    "Publication",
    "Reading",
    "Report",
    "Segment",
    "Sentence",
    "Timex",
    "TlActor",
    "TlCard",
    "TlEvent",
    "TlEventActor",
    "TlLong",
    "TlSource",
]
