"""Who is meant by a name that somebody asks for."""

import pytest

from webapp.extract.report import ActorKind
from webapp.services.batch_lookup import find_actor, folded
from webapp.timeline.arrangement import Arrangement
from webapp.timeline.event import Actor, Alias

ARRANGEMENT = Arrangement(
    actors=(
        Actor("council", "Rivertown town council", ActorKind.ORGANISATION),
        Actor("zelenskyy", "Volodymyr Zelenskyy", ActorKind.PERSON, (Alias("Zelensky", "spelling"),)),
        Actor("citroen", "Citroën S.A.", ActorKind.ORGANISATION),
        Actor("bank", "Central Bank", ActorKind.ORGANISATION),
        Actor("merz", "Anna Merz", ActorKind.PERSON),
    )
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Town council", "council"),
        ("ZELENSKY", "zelenskyy"),
        ("Volodymyr Zelensky", "zelenskyy"),
        ("Citroen", "citroen"),
        ("Citroën Inc.", "citroen"),
        ("US Central Bank", "bank"),
        ("Merz", "merz"),
        ("Merkel", None),
        ("", None),
        ("Inc.", None),
    ],
)
def test_name_finds_its_actor(asked: str, found: str | None) -> None:
    assert find_actor(asked, ARRANGEMENT) == found


def test_folding_keeps_words_apart() -> None:
    assert folded("Jean-Luc  O’Neill, Jr.") == "jean luc oneill jr"
