"""Read models filled with invented people and events, to see and test pages without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.views.cards import BARS, BESIDE, CALL_DAY, CARDS, DATED, ELECTION, FACETS
from webapp.context.publication import Confidence, Publication
from webapp.context.segment import Role
from webapp.extract.report import Outcome, Part
from webapp.services.pages import (
    AccountRow,
    BlockView,
    ChainStep,
    DocumentPage,
    DocumentRow,
    EventPage,
    EvidenceRow,
    Involved,
    Move,
    RedatePreview,
    Removal,
    ReportView,
    Run,
)
from webapp.temporal.algebra.interval import ALWAYS, Interval
from webapp.temporal.algebra.point import days_from_civil as day
from webapp.timeline.filters import Filter
from webapp.timeline.page import TimelinePage

INFERRED = Publication(Interval.of_days(CALL_DAY, day(2024, 12, 31)), CALL_DAY, Confidence.HIGH)
GIVEN = Publication(Interval.of_days(CALL_DAY, CALL_DAY), CALL_DAY, Confidence.CERTAIN)
ROW = DocumentRow(1, "Mayor and envoy talk for the first time in years", "The Lake Post", "https://example.org/call",
                  INFERRED, 3, 2, 4, True, True)  # fmt: skip
ROWS = (
    ROW,
    DocumentRow(2, "What the other shore wants", "Shore Review", "", GIVEN, 3, 3, 10, False, True),
    DocumentRow(3, "Vuoden viimeinen kalastus", "", "", Publication(ALWAYS), 0, 0, 0, False, False),
)


def timeline_page(wanted: Filter) -> TimelinePage:
    """What a service would answer, for the filters that tests ask for."""
    shown = [c for c in CARDS if {p.id for p in c.took_part} >= set(wanted.actors)]
    if wanted.mentions:
        shown = [c for c in CARDS if {p.id for p in (*c.took_part, *c.mentioned)} >= set(wanted.actors)]
    if wanted.set_aside:
        shown = [BESIDE, *shown]
    if wanted.first is not None:
        shown = [c for c in shown if c.last is None or c.last >= wanted.first]
    if wanted.last is not None:
        shown = [c for c in shown if c.first is None or c.first <= wanted.last]
    if wanted.text:
        shown = [c for c in shown if wanted.text.lower() in "".join(p.text for p in c.quote).lower()]
    actors = tuple(replace(v, chosen=v.value in wanted.actors) for v in FACETS.actors)
    dated = sum(c.is_dated for c in shown)
    return TimelinePage(
        filter=wanted,
        cards=tuple(shown),
        facets=replace(FACETS, actors=actors),
        bars=BARS,
        dated=dated,
        undated=len(shown) - dated,
        set_aside=8,
        documents=2,
        only_mention=3 if wanted.actors == ("rojas",) and not wanted.mentions else 0,
        outside=1 if wanted.first is not None else 0,
        actors_alone=tuple(v for v in actors if v.chosen) if not shown else (),
        any_of=6 if not shown else 0,
        text_documents=2 if wanted.text else 0,
        has_more=wanted.text == "" and wanted.limit == 100 and not wanted.actors,
        is_samples=True,
    )


STORY = (
    (Role.HEADLINE, ("Mayor and envoy talk for the first time in years",), "\n\n"),
    (Role.CAPTION, ("The harbour in January 1943. Photo: Town Archive",), "\n\n"),
    (
        Role.BODY,
        (
            "“Two days” was all it took.  ",
            "Two days before the Brandt–Rojas call, Governor Ada Lindqvist spoke with Brandt by telephone.",
            " The line was poor, and both <laughed> about it & went on.",
        ),
        "\n",
    ),
    (Role.BODY, ("Mayor Tomas Brandt held a telephone call with Elena Rojas on November 15, 2024.",), "\n\n"),
    (Role.TEASER, ("Eighty years ago today: the old lock",), "\n"),
    (Role.FURNITURE, ("4 minute read · Subscribe",), ""),
)
TEXT = "".join("".join(sentences) + gap for _role, sentences, gap in STORY)
TIMES = (
    ("January 1943", Outcome.SET_ASIDE, "caption", ""),
    ("Two days before the Brandt–Rojas call", Outcome.EVENT, "", "e4"),
    ("on November 15, 2024", Outcome.EVENT, "", "e5"),
    ("Eighty years ago today", Outcome.SET_ASIDE, "teaser", ""),
    ("4 minute", Outcome.SET_ASIDE, "reading-time", ""),
)
ACCOUNT = tuple(
    AccountRow(text, TEXT.index(text), "P2D", "DATE", outcome, reason, event)
    for text, outcome, reason, event in TIMES
)
CITED = TEXT.index("Two days before")


def blocks(cite: int | None) -> tuple[BlockView, ...]:
    found, offset = [], 0
    for role, sentences, gap in STORY:
        runs: list[Run] = []
        for sentence in sentences:
            runs.extend(_runs(sentence, offset, cited=cite == offset))
            offset += len(sentence)
        found.append(BlockView(role, 1 if role is Role.TEASER else 0, tuple(runs), gap))
        offset += len(gap)
    return tuple(found)


def _runs(sentence: str, start: int, *, cited: bool) -> list[Run]:
    for number, row in enumerate(ACCOUNT):
        at = row.start - start
        if 0 <= at < len(sentence):
            events = (row.event,) if row.event else ()
            parts = ((sentence[:at], -1), (row.text, number), (sentence[at + len(row.text) :], -1))
            return [Run(text, start, timex, cited, events) for text, timex in parts if text]
    return [Run(sentence, start, -1, cited)]


def document_page(document: int, cite: int | None = None) -> DocumentPage:
    row = next(r for r in ROWS if r.id == document)
    return DocumentPage(
        row=row,
        blocks=blocks(cite),
        account=ACCOUNT,
        evidence=(
            EvidenceRow("latest-past", "on November 15, 2024", CALL_DAY, None, ACCOUNT[2].start),
            EvidenceRow("other-document", "on November 15", CALL_DAY, CALL_DAY, 0, 2, ROWS[1].title),
        ),
        cited_event=DATED[3] if cite is not None else None,
        before=DATED[2],
        after=DATED[4],
        can_undo=7 if document == 2 else None,
    )


COUNTED: dict[str, str | int | None] = {
    "count": "2",
    "unit": "day",
    "side": "before",
    "from_first": CALL_DAY,
    "from_last": CALL_DAY,
    "first": CALL_DAY - 2,
    "last": CALL_DAY - 2,
    "granularity": "day",
}


def event_page(event: str) -> EventPage:
    found = next(c for c in (*CARDS, BESIDE) if c.id == event)
    report = ReportView(
        document=1,
        document_title=ROW.title,
        publisher=ROW.publisher,
        start=CITED,
        quote=found.quote,
        first=found.first,
        last=found.last,
        known=found.known.value,
        follows=False,
        conflicts=False,
        published=INFERRED,
    )
    chain = (
        ChainStep("said", {"text": "Two days before the Brandt–Rojas call"}),
        ChainStep(
            "event-only",
            {"label": "the call of Brandt and Rojas", "text": "on November 15, 2024"},
            1,
            CITED,
        ),
        ChainStep("arithmetic", COUNTED),
        ChainStep("not-used-inferred", {"first": CALL_DAY, "last": day(2024, 12, 31)}),
    )
    involved = tuple(Involved(p, Part.TOOK_PART) for p in found.took_part)
    return EventPage(found, (report,), involved, chain, (ELECTION,), "duration_before", "2024-11-13", "1")


def redate_preview(document: int) -> RedatePreview:
    moves = (Move("e6", "Early vote", (ELECTION.first, ELECTION.last), (day(2024, 2, 23), day(2024, 2, 23))),)
    stays = (Move("e5", "Brandt and Rojas speak", (CALL_DAY, CALL_DAY), (CALL_DAY, CALL_DAY), "stated"),)
    return RedatePreview(
        ROWS[document - 1], date(2023, 11, 16), GIVEN, moves, stays, (("predates", "on November 15, 2024"),)
    )


def removal(document: int) -> Removal:
    return Removal(ROWS[document - 1], DATED[:2], DATED[4:5])
