"""Who is meant by a word, and what is never somebody."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.extract.marked import marked, reading_of
from webapp.extract.report import ActorKind
from webapp.extract.spelling import folded, same_surname

CORPUS = Path(__file__).parent.parent / "corpora" / "extract"

Case = tuple[str, str]


def cases(name: str, part: str) -> list[Case]:
    tables = tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))
    tables = tables.get(part, {}) if name == "known_failures.toml" else tables
    return [(expected, case) for expected, table in tables.items() for case in table["cases"]]


def meant(case: str) -> list[str]:
    """Names of those whom the words in brackets mean."""
    wanted = marked(case)
    reading = reading_of(wanted.text)
    names = {actor.key: actor.name for actor in reading.actors}
    return [names[m.actor] for m in reading.mentions if m.span.overlaps(wanted.focus)]


def acting(case: str) -> list[str]:
    """Names of actors in the text that the words in brackets brought in."""
    wanted = marked(case)
    words = wanted.focus.of(wanted.text)
    return [a.name for a in reading_of(wanted.text).actors if a.name in words or words in a.name]


@pytest.mark.parametrize("case", cases("actors.toml", ""), ids=lambda c: c[1][:60])
def test_words_mean_somebody(case: Case) -> None:
    assert meant(case[1]) == [case[0]]


@pytest.mark.parametrize("case", cases("never.toml", ""), ids=lambda c: c[1][:60])
def test_words_mean_nobody(case: Case) -> None:
    assert (meant(case[1]), acting(case[1])) == ([], [])


@pytest.mark.parametrize("case", cases("known_failures.toml", "actors"), ids=lambda c: c[1][:60])
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure_of_somebody(case: Case) -> None:
    assert meant(case[1]) == [case[0]]


@pytest.mark.parametrize("case", cases("known_failures.toml", "never"), ids=lambda c: c[1][:60])
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure_of_nobody(case: Case) -> None:
    assert (meant(case[1]), acting(case[1])) == ([], [])


@pytest.mark.parametrize(
    ("a", "b"),
    [("danylenko", "danilenko"), ("harkness", "harknes"), ("yurchenko", "yurchenco")],
)
def test_spellings_of_one_surname(a: str, b: str) -> None:
    assert same_surname(a, b)
    assert same_surname(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("hask", "hasp"), ("vale", "dale"), ("storr", "stone"), ("marr", "marl")]
)
def test_short_surnames_alike_are_two(a: str, b: str) -> None:
    assert not same_surname(a, b)


def test_key_of_a_name_has_plain_letters() -> None:
    assert folded("Inês O’Falcato-Łuk") == "ines ofalcatoluk"


def test_two_people_of_one_surname_stay_two() -> None:
    reading = reading_of("Ada Finch met Rufus Finch on 2 May 2024. Ada Finch left first.")
    assert [a.name for a in reading.actors] == ["Ada Finch", "Rufus Finch"]


def test_forms_of_a_name_are_kept_with_their_reason() -> None:
    reading = reading_of("Mayor Ottilie Brandt resigned. Brandt was ill. The mayor went home.")
    (brandt,) = reading.actors
    assert brandt.kind is ActorKind.PERSON
    assert dict(brandt.aliases)["Ottilie Brandt"] == "name"
    assert dict(brandt.aliases)["Brandt"] == "surname"
    assert dict(brandt.aliases)["mayor"] == "role"
