"""What holds for every pile: no order matters, ids stay, links point somewhere, dates learned say from whom."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.piling import CORPUS, readings, told
from webapp.context.publication import Confidence, EvidenceKind
from webapp.extract.reading import Reading
from webapp.extract.report import Status
from webapp.timeline.arrange import arrange
from webapp.timeline.order import timeline_key

MEETING = "2017-05-03: Mirelle Hask met Corin Vale on 2 May 2017."
YEARLESS = "On May 2, Corin Vale spoke with Mirelle Hask about the mill."
TALKS = "2024-06-01: Mirelle Hale met Otto Brandt on 15 May 2024."
COUNTED = (
    "2024-06-02: Mirelle Hale knows Otto Brandt. Two days before the Hale-Brandt talks, Ada Finch resigned."
)


@cache
def pool() -> tuple[Reading, ...]:
    """Every article of the corpus once; of those with the same characters one."""
    tables = tomllib.loads((CORPUS / "piles.toml").read_text(encoding="utf-8"))["piles"]
    texts = sorted({text for table in tables for pile in table["texts"] for text in pile})
    return tuple({reading.document.hash: reading for reading in readings(texts)}.values())


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_order_of_the_readings_changes_nothing(data: st.DataObject) -> None:
    pile = data.draw(st.lists(st.sampled_from(range(len(pool()))), min_size=2, max_size=9, unique=True))
    shuffled = data.draw(st.permutations(pile))
    assert arrange(pool()[i] for i in pile) == arrange(pool()[i] for i in shuffled)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(range(80)), min_size=1, max_size=9, unique=True))
def test_every_report_of_the_pile_is_in_one_event(pile: list[int]) -> None:
    chosen = [pool()[i] for i in pile if i < len(pool())]
    arrangement = arrange(chosen)
    held = [(r.ref.document, r.ref.index) for e in arrangement.events for r in e.reports]
    assert sorted(held) == sorted({(r.document.hash, i) for r in chosen for i in range(len(r.reports))})
    assert len({e.id for e in arrangement.events}) == len(arrangement.events)
    known = {actor.id for actor in arrangement.actors}
    assert {p.actor for e in arrangement.events for p in e.participations} <= known
    assert {e.anchor_event for e in arrangement.events} <= {"", *(e.id for e in arrangement.events)}


def test_arranging_what_was_arranged_changes_nothing() -> None:
    once = arrange(pool())
    assert arrange(once.readings) == once


def test_empty_pile_has_no_events() -> None:
    assert arrange([]).events == ()


def test_ids_stay_when_an_article_of_something_else_comes() -> None:
    before = arrange(readings([TALKS]))
    after = arrange(readings([TALKS, MEETING]))
    assert {e.id for e in before.events} <= {e.id for e in after.events}


def test_id_depends_on_the_text_alone() -> None:
    given = readings([TALKS])[0]
    without = readings([TALKS.partition(": ")[2]])[0]
    assert [e.id for e in arrange([given]).events] == [e.id for e in arrange([without]).events]


def test_year_learned_from_another_article_names_it() -> None:
    arrangement = arrange(readings([YEARLESS, MEETING]))
    learner = next(r for r in arrangement.readings if r.document.given_date is None)
    teacher = next(r for r in arrangement.readings if r.document.given_date is not None)
    publication = learner.publication
    kinds = {e.kind: e.document for e in publication.evidence}
    assert kinds[EvidenceKind.OTHER_DOCUMENT] == teacher.document.hash
    assert publication.confidence is Confidence.HIGH
    assert publication.bounds.first_day == date(2017, 5, 2).toordinal()


def test_article_of_a_known_day_learns_nothing() -> None:
    other = "2019-05-03: Corin Vale spoke with Mirelle Hask on May 2."
    arrangement = arrange(readings([other, MEETING]))
    assert told(arrangement) == [
        "2017-05-02 | 1 | Corin Vale, Mirelle Hask",
        "2019-05-02 | 1 | Corin Vale, Mirelle Hask",
    ]
    kinds = {e.kind for r in arrangement.readings for e in r.publication.evidence}
    assert EvidenceKind.OTHER_DOCUMENT not in kinds


def test_counted_date_links_to_its_event_in_the_other_article() -> None:
    arrangement = arrange(readings([COUNTED, TALKS]))
    resigned, talks = arrangement.events
    assert (resigned.anchor_event, talks.anchor_event) == (talks.id, "")


def test_counted_date_without_its_event_is_no_date() -> None:
    (resigned,) = arrange(readings([COUNTED])).events
    assert (resigned.is_dated, resigned.anchor_event) == (False, "")


def test_counted_date_moves_with_its_event() -> None:
    moved = TALKS.replace("15 May", "25 May")
    assert told(arrange(readings([COUNTED, moved])))[0] == "2024-05-23 | 1 | Ada Finch"


def test_event_of_two_articles_names_both_and_shows_the_explicit_one_first() -> None:
    later = "2017-05-04: Mirelle Hask spoke with Corin Vale on Tuesday."
    (event,) = arrange(readings([later, MEETING])).events
    assert event.reports[0].report.citation.quote == "Mirelle Hask met Corin Vale on 2 May 2017."
    assert len({r.ref.document for r in event.reports}) == 2


def test_what_was_said_at_a_meeting_folds_under_it() -> None:
    text = "2017-05-03: Mirelle Hask met Corin Vale on 2 May 2017. Hask told Vale that the mill was lost."
    (event,) = arrange(readings([text])).events
    assert [r.follows for r in event.reports] == [False, True]


def test_spellings_of_a_name_are_shown_with_their_reason() -> None:
    texts = ["2024-05-03: Ada Finch met Serhiy Danylenko.", "2024-05-03: Serhiy Danilenko sold the mill."]
    arrangement = arrange(readings(texts))
    actor = next(a for a in arrangement.actors if "Dan" in a.name)
    assert [(alias.name, alias.reason) for alias in actor.aliases] == [("Serhiy Danylenko", "spelling")]
    assert arrangement.actor_of(actor.id) is actor
    assert arrangement.actor_of("nobody") is None


def test_surname_alone_joins_the_only_person_of_that_name() -> None:
    texts = ["2024-05-03: Ada Finch met Corin Vale.", "2024-05-03: Mayor Vale sold the mill."]
    assert [a.name for a in arrange(readings(texts)).actors] == ["Ada Finch", "Corin Vale"]


def test_surname_alone_of_two_people_joins_neither() -> None:
    texts = ["2024-05-03: Ada Vale met Corin Vale.", "2024-05-03: Mayor Vale sold the mill."]
    assert len(arrange(readings(texts)).actors) == 3


def test_timeline_is_in_order() -> None:
    keys = [timeline_key(event) for event in arrange(pool()).events]
    assert keys == sorted(keys)


def test_what_was_planned_and_then_told_as_past_has_happened() -> None:
    texts = ["2017-05-01: Mirelle Hask will meet Corin Vale on 2 May 2017.", MEETING]
    (event,) = arrange(readings(texts)).events
    assert event.status is Status.HAPPENED
    assert {r.report.status for r in event.reports} == {Status.HAPPENED, Status.PLANNED}


def test_a_name_of_two_kinds_gives_two_actors() -> None:
    """A person by title and a firm of the same name are not one, and their ids differ."""
    pile = readings(
        ["President Rolland met Anna Berg on 2 May 2024.", "On 6 May 2024 Rolland announced a new lamp."]
    )
    actors = arrange(pile).actors
    assert len({actor.id for actor in actors}) == len(actors)
    assert [str(actor.kind) for actor in actors if actor.name == "Rolland"] == ["organisation", "person"]


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_actor_ids_are_unique(data: st.DataObject) -> None:
    pile = data.draw(st.lists(st.sampled_from(range(len(pool()))), min_size=2, max_size=30, unique=True))
    actors = arrange(pool()[i] for i in pile).actors
    assert len({actor.id for actor in actors}) == len(actors)
