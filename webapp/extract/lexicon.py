"""The extractor's word lists, read once from the locale's files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Territory:
    """A state by its CLDR code, with its English name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """Evidence about names. Phrases are tuples of words; `titles` in lower case, names and demonyms as written."""

    titles: frozenset[tuple[str, ...]]
    common: frozenset[str]
    heads: frozenset[str]
    government: frozenset[str]
    organisation: frozenset[str]
    bodies_by_kind: frozenset[str]
    firms: frozenset[str]
    place: frozenset[str]
    thing: frozenset[str]
    calamity: frozenset[str]
    initials: frozenset[str]
    states: Mapping[tuple[str, ...], Territory]
    demonyms: Mapping[tuple[str, ...], Territory]
    metonyms: Mapping[tuple[str, ...], Territory]
    bodies: Mapping[tuple[str, ...], str]
    starts: frozenset[str]  # first words of any phrase above, in lower case


@dataclass(frozen=True, slots=True)
class Events:
    """Event words: lemma to class for verbs and nouns, and the small words around them."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    light: frozenset[str]
    occurring: frozenset[str]
    stative: frozenset[str]
    plans: frozenset[str]
    future: frozenset[str]
    modal: frozenset[str]
    denial: frozenset[str]
    social: frozenset[str]
    attribution: tuple[str, ...]
    adjectival: frozenset[str]
    irregular: Mapping[str, str]  # form to lemma
    participles: frozenset[
        str
    ]  # irregular participles that are no past forms ("held" is both, "spoken" is not)


@cache
def names() -> Names:
    data = _read("names.toml")
    territories = {code: row for code, row in _read("territories.toml").items() if row["names"]}
    known = {code: Territory(code, row["names"][0]) for code, row in territories.items()}
    states = {_words(name): known[code] for code, row in territories.items() for name in row["names"]}
    demonyms = {_words(name): known[code] for code, row in territories.items() for name in row["demonyms"]}
    metonyms = {_words(name): known[code] for code, row in territories.items() for name in row["capitals"]}
    metonyms |= {_words(name): known[code] for name, code in data["metonyms"].items()}
    titles = frozenset(_words(title) for title in data["titles"])
    bodies = {_words(name): full for name, full in data["bodies"].items()}
    starts = frozenset(p[0].lower() for group in (titles, states, demonyms, metonyms, bodies) for p in group)
    return Names(
        titles=titles,
        common=frozenset(data["common"]),
        heads=frozenset(data["heads"]),
        government=frozenset(data["government"]),
        organisation=frozenset(data["organisation"]),
        bodies_by_kind=frozenset(data["bodies_by_kind"]),
        firms=frozenset(data["firms"]),
        place=frozenset(data["place"]),
        thing=frozenset(data["thing"]),
        calamity=frozenset(data["calamity"]),
        initials=frozenset(data["initials"]),
        states=states,
        demonyms=demonyms,
        metonyms=metonyms,
        bodies=bodies,
        starts=starts,
    )


@cache
def events() -> Events:
    data = _read("events.toml")
    words = data["words"]
    classes = data["classes"]
    irregular, participles = _irregular(_read("verbs.toml")["irregular"])
    return Events(
        verbs=_classified(classes, "verbs"),
        nouns=_classified(classes, "nouns"),
        attribution=tuple(words["attribution"]),
        irregular=irregular,
        participles=participles,
        **{
            key: frozenset(words[key])
            for key in (
                "light",
                "occurring",
                "stative",
                "plans",
                "future",
                "modal",
                "denial",
                "social",
                "adjectival",
            )
        },
    )


def _classified(classes: Mapping[str, Any], part: str) -> dict[str, str]:
    """The first class that names a word has it."""
    found: dict[str, str] = {}
    for name, row in classes.items():
        for word in row[part]:
            found.setdefault(word, name)
    return found


def _irregular(rows: Mapping[str, str]) -> tuple[dict[str, str], frozenset[str]]:
    forms: dict[str, str] = {}
    participles: set[str] = set()
    for lemma, listed in rows.items():
        past, *rest = listed.split()
        for form in (past, *rest):
            forms.setdefault(form, lemma)
        if lemma not in ("be", "have", "do"):
            participles.update(rest)
    return forms, frozenset(participles)


def words(name: str) -> frozenset[str]:
    """A list of small words from `grammar.toml`: "prepositions", "articles" …"""
    return frozenset(_grammar()[name])


@cache
def _grammar() -> dict[str, Any]:
    return _read("grammar.toml")


def longest(phrases: Iterable[tuple[str, ...]] | Mapping[tuple[str, ...], Any], words: list[str]) -> int:
    """How many of the first words make a phrase; 0 for none. Phrases are at most five words long."""
    for count in range(min(5, len(words)), 0, -1):
        if tuple(words[:count]) in phrases:
            return count
    return 0


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("webapp.extract.locales.en") / name).read_text(encoding="utf-8"))
