"""Cards, facets and bars of an invented timeline."""

from __future__ import annotations

from dataclasses import replace

from webapp.extract.report import ActorKind, Status
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.point import days_from_civil as day
from webapp.timeline.filters import Known
from webapp.timeline.page import Bar, Card, Facets, FacetValue, Person, Piece

BRANDT = Person("brandt", "Tomas Brandt", ActorKind.PERSON)
LIND = Person("lind", "Ada Lindqvist", ActorKind.PERSON)
OKORO = Person("okoro", "Samuel Okoro", ActorKind.PERSON)
ROJAS = Person("rojas", "Elena Rojas", ActorKind.PERSON)

CARD = Card(
    id="e0",
    label="",
    first=None,
    last=None,
    minute=None,
    granularity=Granularity.DAY,
    lasts=False,
    is_dated=True,
    is_set_aside=False,
    status=Status.HAPPENED,
    known=Known.STATED,
    quote=(),
    took_part=(),
    mentioned=(),
    documents=1,
    publishers=1,
    folded=0,
    cite_document=2,
    cite_start=0,
)


def pieces(marked: str) -> tuple[Piece, ...]:
    """A quotation written with `*clause*` and `_time words_`; time words inside the clause as `*a _b_ c*`."""
    found, strong, time, text = [], False, False, ""
    for letter in f"{marked}\0":
        if letter not in "*_\0":
            text += letter
            continue
        if text:
            found.append(Piece(text, strong, time))
        text, strong, time = "", strong ^ (letter == "*"), time ^ (letter == "_")
    return tuple(found)


def card(id_: str, quote: str, first: int | None, last: int | None, **more: object) -> Card:
    values = {"id": id_, "quote": pieces(quote), "first": first, "last": last} | more
    return replace(CARD, **values)  # type: ignore[arg-type]


CALL_DAY = day(2024, 11, 15)
DATED = (
    card(
        "e1",
        "_In December 2022_, *Brandt said he saw “a readiness to listen”* on the other side of the lake, "
        "although nobody in the room had asked him about it.",
        day(2022, 12, 1),
        day(2022, 12, 31),
        granularity=Granularity.MONTH,
        took_part=(BRANDT,),
        mentioned=(ROJAS,),
        label="Brandt sees “a readiness to listen”",
    ),
    card(
        "e2",
        "Any such meeting, she added, *would have to keep to the terms she set out _in June_*, which the "
        "harbour cities have turned down more than once and are likely to turn down again before the winter.",
        day(2024, 6, 1),
        day(2024, 6, 30),
        granularity=Granularity.MONTH,
        known=Known.WORKED_OUT,
        took_part=(ROJAS,),
        label="Rojas sets out her terms",
    ),
    card(
        "e3",
        "And _on November 4_ *Brandt told the chair of the Lake Council, Samuel Okoro,* that he "
        "would not support it.",
        day(2024, 11, 4),
        day(2024, 11, 4),
        known=Known.INFERRED,
        took_part=(BRANDT, OKORO),
        label="Brandt tells Okoro of his doubts",
    ),
    card(
        "e4",
        "_Two days before the Brandt–Rojas call_, *Governor Ada Lindqvist spoke with Brandt by telephone.*",
        day(2024, 11, 13),
        day(2024, 11, 13),
        known=Known.WORKED_OUT,
        took_part=(LIND, BRANDT),
        mentioned=(ROJAS,),
        anchor_event="e5",
        anchor_label="Brandt and Rojas speak by telephone",
        label="Lindqvist and Brandt speak by telephone",
        cite_document=1,
        cite_start=104,
        folded=2,
    ),
    card(
        "e5",
        "*Mayor Tomas Brandt held a telephone call with Elena Rojas _on November 15, 2024_*, "
        "the first in 2 years.",
        CALL_DAY,
        CALL_DAY,
        minute=14 * 60 + 30,
        took_part=(BRANDT, ROJAS),
        documents=2,
        publishers=2,
        label="Brandt and Rojas speak by telephone",
        cite_document=1,
    ),
)
UNDATED = tuple(
    card(
        f"u{number}",
        quote,
        CALL_DAY,
        None,
        is_dated=False,
        granularity=None,
        known=Known.UNDATED,
        took_part=people,
        status=status,
    )
    for number, (quote, people, status) in enumerate(
        (
            ("*Lindqvist warned that the call opens “a drawer of old keys”.*", (LIND,), Status.HAPPENED),
            ("*Brandt is to brief his partners* once the minutes are written.", (BRANDT,), Status.PLANNED),
            (
                "Rojas's office, *according to her spokesman, had asked for the call first.*",
                (ROJAS,),
                Status.ATTRIBUTED,
            ),
        ),
        1,
    )
)
ELECTION = card(
    "e6",
    "The talks come as Brandt's town *heads for an early vote _on February 23 next year_*.",
    day(2025, 2, 23),
    day(2025, 2, 23),
    known=Known.INFERRED,
    status=Status.PLANNED,
    as_of=CALL_DAY,
    took_part=(BRANDT,),
    mentioned=(ROJAS,),
    label="Early vote",
)
CARDS = (*DATED, *UNDATED, ELECTION)
BESIDE = card(
    "a1",
    "*The old lock was blown up _on August 6, 1945_*, as the plaque beside it says.",
    day(1945, 8, 6),
    day(1945, 8, 6),
    is_set_aside=True,
)

FACETS = Facets(
    actors=(
        FacetValue("brandt", "Tomas Brandt", 5, 0, "person"),
        FacetValue("rojas", "Elena Rojas", 2, 3, "person"),
        FacetValue("lind", "Ada Lindqvist", 2, 0, "person"),
        FacetValue("okoro", "Samuel Okoro", 1, 0, "person"),
        FacetValue("council", "Lake Council", 0, 2, "organisation"),
        FacetValue("east", "Eastern Shore", 1, 2, "state"),
    ),
    statuses=(
        FacetValue("happened", "happened", 7),
        FacetValue("planned", "planned", 2),
        FacetValue("attributed", "according to someone in the article", 1),
    ),
    publishers=(FacetValue("lake-post", "The Lake Post", 6), FacetValue("shore", "Shore Review", 4)),
    known=(
        FacetValue("stated", "stated", 2),
        FacetValue("worked-out", "worked out", 2),
        FacetValue("inferred", "rests on an inferred article date", 2),
        FacetValue("undated", "day not said", 3),
    ),
)


def _bars() -> tuple[Bar, ...]:
    counts = {(2022, 12): (1, 0), (2024, 6): (1, 0), (2024, 11): (3, 0), (2025, 2): (1, 1)}
    found = []
    for number in range(2022 * 12 + 11, 2025 * 12 + 2):
        year, month = number // 12, number % 12 + 1
        count, planned = counts.get((year, month), (0, 0))
        last = day(year + month // 12, month % 12 + 1, 1) - 1
        found.append(Bar(day(year, month, 1), last, count, planned))
    return tuple(found)


BARS = _bars()
