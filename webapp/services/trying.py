"""A text tried out, with nothing kept of it; and what the rules' own examples say, for the help page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from webapp.services.typed_days import exact_day
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.anchor import Basis
from webapp.temporal.engine.grammar import rule_sets
from webapp.temporal.engine.rule import Rule
from webapp.temporal.tagger import tag
from webapp.temporal.timex import Timex, TimexType
from webapp.temporal.trace import Step, steps

LONGEST = 2000
EXAMPLES_PUBLISHED = date(2024, 11, 20)  # what the rules' examples count from

_PART_OF_DAY = re.compile(r"T(MO|MI|AF|EV|NI)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """One time expression as it was read.

    `number` counts from 1. `first` and `last` are day numbers, both included; `minute` and `part` ("EV") say when
    in the day. `reference` is the earlier mention it counts from, `event` the words that name its event.
    """

    number: int
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str
    quant: str
    freq: str
    rule: str
    first: int | None
    last: int | None
    lasts: bool
    granularity: Granularity | None
    minute: int | None
    part: str
    basis: Basis
    reference: str
    event: str
    implied: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def is_dated(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def waits(self) -> bool:
        """Does it count from an event that has no date here?"""
        return self.basis is Basis.EVENT and not self.is_dated


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; `number` is that of its reading, 0 outside of any."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Tried:
    text: str
    published: date | None
    readings: tuple[Reading, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The whole text, split at its time expressions."""
        return tuple(piece for piece in _pieces(self.text, self.readings) if piece.text)


@dataclass(frozen=True, slots=True)
class Example:
    """`readings` are those that the rule promises; `pieces` carry their numbers."""

    phrase: str
    value: str
    pieces: tuple[Piece, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class RuleInWords:
    """`never` are near misses in which no time is read, `otherwise` those that another rule reads."""

    name: str
    examples: tuple[Example, ...]
    never: tuple[str, ...]
    otherwise: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class Phenomenon:
    name: str
    rules: tuple[RuleInWords, ...]


def publication_day(typed: str) -> date | None:
    """The day somebody typed, `None` for an empty field; raises, in words, for anything else."""
    return exact_day(typed) if typed.strip() else None


def try_text(text: str, published: date | None) -> Tried:
    found = enumerate(tag(text, published), start=1)
    return Tried(text, published, tuple(_reading(number, timex, text) for number, timex in found))


@lru_cache(maxsize=1)
def phenomena() -> tuple[Phenomenon, ...]:
    """All rules with their examples, in the grammar's order."""
    found = (Phenomenon(s.name, tuple(_in_words(rule) for rule in s.rules)) for s in rule_sets())
    kept = (Phenomenon(p.name, tuple(r for r in p.rules if r.examples or r.never)) for p in found)
    return tuple(phenomenon for phenomenon in kept if phenomenon.rules)


def _reading(number: int, timex: Timex, text: str) -> Reading:
    interval = None if timex.when is None else timex.when.interval
    start = None if interval is None else interval.start
    part = _PART_OF_DAY.search(timex.value)
    has_clock = timex.granularity is not None and timex.granularity <= Granularity.HOUR
    return Reading(
        number=number,
        start=timex.span.start,
        end=timex.span.end,
        text=timex.text,
        type=timex.type,
        value=timex.value,
        mod=timex.mod,
        quant=timex.quant,
        freq=timex.freq,
        rule=timex.candidate.rule,
        first=None if interval is None else interval.first_day,
        last=None if interval is None else interval.last_day,
        lasts=timex.when is not None and timex.when.lasts,
        granularity=timex.granularity,
        minute=start.minute if start is not None and has_clock and timex.type is TimexType.TIME else None,
        part=part[1] if part else "",
        basis=timex.basis,
        reference="" if timex.reference is None else timex.reference.of(text),
        event="" if timex.event is None else timex.event.of(text),
        implied=tuple(sorted(timex.implied)),
        steps=steps(timex),
    )


def _pieces(text: str, readings: tuple[Reading, ...]) -> Iterator[Piece]:
    here = 0
    for reading in readings:
        yield Piece(text[here : reading.start], 0)
        yield Piece(text[reading.start : reading.end], reading.number)
        here = reading.end
    yield Piece(text[here:], 0)


def _in_words(rule: Rule) -> RuleInWords:
    misses = [try_text(_bare(phrase), EXAMPLES_PUBLISHED) for phrase in rule.counter]
    return RuleInWords(
        rule.name,
        tuple(_example(phrase, value) for phrase, value in rule.examples.items()),
        tuple(tried.text for tried in misses if not tried.readings),
        tuple(tried for tried in misses if tried.readings),
    )


def _example(phrase: str, value: str) -> Example:
    """Brackets in a phrase stand round what the rule reads; without them its last readings count."""
    marked = re.findall(r"\[([^\]]*)\]", phrase)
    tried = try_text(_bare(phrase), EXAMPLES_PUBLISHED)
    promised = [r for r in tried.readings if not marked or r.text in marked][-len(value.split()) :]
    pieces = tuple(_pieces(tried.text, tuple(promised)))
    return Example(tried.text, value, tuple(p for p in pieces if p.text), tuple(promised))


def _bare(phrase: str) -> str:
    return re.sub(r"[\[\]]", "", phrase)
