"""Everything Dateline has read in one document, before any other document is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.context.publication import Publication
from webapp.context.segment import Segment
from webapp.extract.recognised import Recognised
from webapp.extract.report import Accounted, ActorMention, EventMention, LocalActor, Report
from webapp.text.document import Document
from webapp.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """`publication` is the article's own (that of story 0); each segment carries its own."""

    document: Document
    language: str
    sentences: tuple[Sentence, ...]
    segments: tuple[Segment, ...]
    publication: Publication
    account: tuple[Accounted, ...]
    events: tuple[EventMention, ...]
    actors: tuple[LocalActor, ...]
    mentions: tuple[ActorMention, ...]
    reports: tuple[Report, ...]
    others: tuple[Report, ...] = ()  # event words that make no report of their own on the timeline
    is_read: bool = True  # False where the language is not one Dateline reads
    recognised: Recognised | None = None  # what another date can be given to without reading the text again
