"""A rule: a pattern, what it means, and examples that hold it to its word."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from webapp.temporal.engine.lexicon import Lexicon, Value, folded
from webapp.temporal.engine.numbers import count_of
from webapp.temporal.engine.tokens import Tokens
from webapp.temporal.expression import Expression

Parts = tuple[tuple[str, Expression], ...]
Builder = Callable[["Slots"], "Expression | Parts | None"]  # no parts: read, and set aside as no time


@dataclass(frozen=True, slots=True)
class Rule:
    """`examples` are phrases with their TIMEX3 value, published on Wednesday, 20 November 2024.

    A phrase may hold brackets round what is recognised; without them it is the whole phrase. `counter` are
    near misses: phrases in which this rule finds nothing. A slot named "core" is the extent, where a rule needs
    to see more than it marks.
    """

    name: str
    pattern: str
    build: Builder
    examples: Mapping[str, str] = field(default_factory=dict)
    counter: tuple[str, ...] = ()
    rank: int = 0


@dataclass(slots=True)
class RuleSet:
    """The rules of one phenomenon and the fragments they share."""

    name: str
    rules: list[Rule] = field(default_factory=list)
    fragments: dict[str, str] = field(default_factory=dict)

    def rule(
        self, pattern: str, *, examples: Mapping[str, str], counter: tuple[str, ...] = (), rank: int = 0
    ) -> Callable[[Builder], Builder]:
        """Register the decorated builder under its function's name. A higher rank wins over a "
        "longer match."""

        def register(build: Builder) -> Builder:
            self.rules.append(Rule(build.__name__, pattern, build, examples, counter, rank))
            return build

        return register


@dataclass(frozen=True, slots=True)
class Slots:
    """What a pattern's slots hold in one match."""

    tokens: Tokens
    lexicon: Lexicon
    match: re.Match[str]

    def span(self, slot: str) -> tuple[int, int]:
        """The slot's tokens, (-1, -1) when it is empty; "all" is the whole match."""
        if slot == "all":
            return self.match.span()
        groups = self.match.re.groupindex
        name, number = slot, 0
        while name in groups:
            if self.match.start(name) >= 0:
                return self.match.span(name)
            number += 1
            name = f"{slot}__{number}"
        return -1, -1

    def has(self, slot: str) -> bool:
        first, last = self.span(slot)
        return first < last

    def word(self, slot: str) -> str:
        """The slot's first word, in lower case; empty when the slot is."""
        return folded(self.raw(slot))

    def words(self, slot: str) -> tuple[str, ...]:
        return tuple(folded(self.tokens.word(i)) for i in range(*self.span(slot)))

    def raw(self, slot: str) -> str:
        """The slot's first word as it stands in the text."""
        first, last = self.span(slot)
        return self.tokens.word(first) if first < last else ""

    def before(self, back: int = 1) -> str:
        """The word before the match, in lower case; empty at the text's start."""
        index = self.match.start() - back
        return folded(self.tokens.word(index)) if index >= 0 else ""

    def ends_line(self) -> bool:
        """Is the match the last thing on its line?"""
        last = self.tokens.spans[self.match.end() - 1][1]
        return self.tokens.text[last : last + 1] in ("", "\n", "\r")

    def before_raw(self) -> str:
        """The word before the match as it stands in the text."""
        index = self.match.start() - 1
        return self.tokens.word(index) if index >= 0 else ""

    def after(self, ahead: int = 1) -> str:
        return folded(self.after_raw(ahead))

    def after_raw(self, ahead: int = 1) -> str:
        """The word after the match as it stands in the text."""
        index = self.match.end() + ahead - 1
        return self.tokens.word(index) if index < len(self.tokens.spans) else ""

    def value(self, name: str, slot: str) -> Value | None:
        return self.lexicon.value(name, self.word(slot))

    def text(self, name: str, slot: str) -> str:
        """The value of a class whose values are texts."""
        value = self.value(name, slot)
        return value if isinstance(value, str) else ""

    def number(self, name: str, slot: str) -> int | None:
        """The value of a class whose values are numbers."""
        value = self.value(name, slot)
        return value if isinstance(value, int) else None

    def count(self, slot: str) -> Fraction | None:
        """The count that the slot's words say, `None` for a vague one."""
        return count_of(self.words(slot), self.lexicon)

    def integer(self, slot: str) -> int | None:
        """The number a token of digits begins with ("15th", "1980s")."""
        found = re.match(r"'?(\d{1,12})", self.word(slot))
        return int(found[1]) if found else None

    def ordinal(self, slot: str) -> int | None:
        """The rank that "third", "3rd" or "twenty-third" says."""
        words = [w for w in self.words(slot) if w != "-"]
        values = [self.lexicon.value("ordinal", w) or self.lexicon.value("tens", w) for w in words]
        numbers = [v for v in values if isinstance(v, int)]
        return sum(numbers) if numbers else self.integer(slot)
