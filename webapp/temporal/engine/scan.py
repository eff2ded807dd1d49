"""Where the time expressions of a text are, and what each one says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from webapp.temporal.engine.grammar import BLANK, Grammar, grammar
from webapp.temporal.engine.pattern import Codes
from webapp.temporal.engine.rule import Parts, Rule, Slots
from webapp.temporal.engine.tokens import Tokens, tokenise
from webapp.temporal.expression import Expression


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `first` up to, not including, `last`, and what they say."""

    first: int
    last: int
    rule: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class _Best:
    hits: tuple[Hit, ...]
    key: tuple[int, int]


def find(text: str, start: int, end: int) -> tuple[Tokens, list[Hit]]:
    """The longest expression at each place, from left to right."""
    language = grammar()
    tokens = tokenise(text, language.lexicon, start, end)
    return tokens, list(_hits(tokens, language))


def _hits(tokens: Tokens, language: Grammar) -> Iterator[Hit]:
    """Every match lies within one run and holds one of its rule's telling words."""
    for start, end in _runs(tokens.codes, language):
        held, position = frozenset(tokens.codes[start:end]), start
        while position < end:
            best = _best_at(tokens, language, position, end, held)
            position += 1
            if best is not None:
                yield from best.hits
                position = best.hits[-1].last if best.hits else best.key[1]


def _runs(codes: str, language: Grammar) -> Iterator[tuple[int, int]]:
    """Stretches of words that patterns name, with a telling word among them."""
    named = codes.translate(language.outside)
    end = 0
    for heart in language.hearts.finditer(codes):
        position = heart.start()
        if position < end:
            continue
        start, end = named.rfind(BLANK, end, position) + 1 or end, named.find(BLANK, position)
        end = len(codes) if end < 0 else end
        yield start, end


def _best_at(tokens: Tokens, language: Grammar, position: int, end: int, held: Codes) -> _Best | None:
    """The match of highest rank, then the longest."""
    best: _Best | None = None
    for compiled in language.rules_for(tokens.codes[position], held):
        match = compiled.match(tokens.codes, position, end)
        if match is None:
            continue
        key = (compiled.rule.rank, match.end())
        if best is not None and key <= best.key:
            continue
        slots = Slots(tokens, language.lexicon, match)
        said = compiled.rule.build(slots)
        if said is not None:
            best = _Best(_placed(compiled.rule, said, match.span(), slots), key)
    return best


def _placed(rule: Rule, said: Expression | Parts, span: tuple[int, int], slots: Slots) -> tuple[Hit, ...]:
    if isinstance(said, tuple):
        return tuple(Hit(*slots.span(slot), rule.name, expression) for slot, expression in said)
    first, last = slots.span("core") if slots.has("core") else span
    return (Hit(first, last, rule.name, said),)
