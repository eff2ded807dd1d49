"""What the timeline page shows: plain values that the store's queries fill and the views render."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from webapp.extract.report import ActorKind, Status
from webapp.temporal.algebra.granularity import Granularity
from webapp.timeline.filters import Filter, Known


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a quotation. `strong` belongs to the clause that carries the event, `time` is a time expression."""

    text: str
    strong: bool = False
    time: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """An actor as shown on a card: any kind of actor, not only people."""

    id: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Card:
    """One event in the list.

    `first` and `last` are day numbers, both included, `None` where open; `lasts` says "all through" instead of
    "some time within". `minute` is the minute of the day where one was said. `anchor_*` name the event the date
    counts from. `cite_document` and `cite_start` lead to the sentence. `folded` counts the sentences that only carry
    the date over. `quote` is the whole cited sentence in order.
    """

    id: str
    label: str
    first: int | None
    last: int | None
    minute: int | None
    granularity: Granularity | None
    lasts: bool
    is_dated: bool
    is_set_aside: bool
    status: Status
    known: Known
    quote: tuple[Piece, ...]
    took_part: tuple[Person, ...]
    mentioned: tuple[Person, ...]
    documents: int
    publishers: int
    folded: int
    cite_document: int
    cite_start: int
    publisher: str = ""
    document_title: str = ""
    as_of: int | None = None  # likely day of the citing article: "planned, as of Nov 2024"
    anchor_event: str = ""
    anchor_label: str = ""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """`count` is under the current filter; for actors it counts taking part, `mentions` counts only mentioned.

    `undated` counts the events without a day of actors who stand in no others.
    """

    value: str
    label: str
    count: int
    mentions: int = 0
    kind: str = ""
    chosen: bool = False
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Facets:
    """Values in order of count, chosen ones always among them."""

    actors: tuple[FacetValue, ...] = ()
    statuses: tuple[FacetValue, ...] = ()
    publishers: tuple[FacetValue, ...] = ()
    known: tuple[FacetValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the overview strip: day numbers, both included."""

    first: int
    last: int
    count: int
    planned: int = 0


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """`cards` holds dated events and, at their places, those without a day, in the filter's order.

    `dated`, `undated` and `set_aside` count all events under the filter, not only those on this page;
    `only_mention` counts events in which the chosen actors are only mentioned; `outside` those that overlap the
    range but may lie outside it. `actors_alone` gives for each chosen actor the number of events without the other
    filters' actors (for the empty state), `any_of` the number if any of them were enough.
    `text_documents` counts articles that hold the searched text anywhere, `text_articles` are id and title of some.
    `also_says` gives by event, where the text stands in another sentence than the card's, that one: article,
    start, text.
    """

    filter: Filter
    cards: tuple[Card, ...]
    facets: Facets
    bars: tuple[Bar, ...]
    dated: int
    undated: int
    set_aside: int
    documents: int
    only_mention: int = 0
    outside: int = 0
    actors_alone: tuple[FacetValue, ...] = ()
    any_of: int = 0
    text_documents: int = 0
    text_articles: tuple[tuple[int, str], ...] = ()
    also_says: Mapping[str, tuple[int, int, str]] = field(default_factory=dict)
    has_more: bool = False
    is_samples: bool = False
