"""All rules of the locale, compiled on first use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from webapp.temporal.engine.lexicon import FIRST_CODE, OTHER, STOP, Lexicon, build, read_tables
from webapp.temporal.engine.pattern import Codes, Notation, literals, translate
from webapp.temporal.engine.rule import Rule, RuleSet

_MODULES = [
    "counts",
    "dates",
    "years",
    "year_parts",
    "relative",
    "comparisons",
    "anaphora",
    "weekdays",
    "clock",
    "durations",
    "sets",
    "ranges",
    "historic",
    "vague",
]
_PATH = Path(__file__).parent.parent / "locales" / "en"
BLANK = " "
# Words that most sentences hold: seeing one says nothing about time.
_COMMON = [
    "the",
    "a",
    "an",
    "of",
    "in",
    "to",
    "and",
    "or",
    "at",
    "on",
    "for",
    "by",
    "this",
    "that",
    "his",
    "its",
    ",",
    ".",
    "-",
    "(",
    ")",
    "'",
    "'s",
    "1",
    "7",
    "15",
    "25",
    "300",
    "2.5",
]


@dataclass(slots=True)
class Compiled:
    """A rule and its pattern, which is compiled when first needed: most texts need few of them."""

    rule: Rule
    regex: str
    heart: Codes
    pattern: re.Pattern[str] | None = None

    def match(self, codes: str, position: int, end: int) -> re.Match[str] | None:
        if self.pattern is None:
            self.pattern = re.compile(self.regex)
        return self.pattern.match(codes, position, end)


@dataclass(frozen=True, slots=True)
class Grammar:
    """`starting[code]` are the rules that can begin with that code.

    `hearts` finds words that tell of a time; `outside` blanks those that no pattern names, so that what lies
    between two blanks is a run, which no expression leaves.
    """

    lexicon: Lexicon
    starting: dict[str, tuple[Compiled, ...]]
    outside: Mapping[int, str]
    hearts: re.Pattern[str]
    rules: tuple[Rule, ...]
    chosen: dict[tuple[str, Codes], tuple[Compiled, ...]] = field(default_factory=dict)

    def rules_for(self, code: str, held: Codes) -> tuple[Compiled, ...]:
        """The rules that can begin with `code` and whose telling words are among those held by the run."""
        key = (code, held)
        found = self.chosen.get(key)
        if found is None:
            found = tuple(c for c in self.starting.get(code, ()) if not c.heart.isdisjoint(held))
            if len(self.chosen) < 20_000:
                self.chosen[key] = found
        return found


def rule_sets() -> tuple[RuleSet, ...]:
    modules = (import_module(f"webapp.temporal.locales.en.{name}") for name in _MODULES)
    return tuple(module.RULES for module in modules)


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The locale's grammar."""
    sets = rule_sets()
    rules = tuple(rule for s in sets for rule in s.rules)
    fragments = {name: pattern for s in sets for name, pattern in s.fragments.items()}
    lexicon = _lexicon([*(r.pattern for r in rules), *fragments.values()])
    notation = Notation(lexicon.chars, fragments, frozenset(lexicon.codes[word] for word in _COMMON))
    starting: dict[str, list[Compiled]] = {}
    hearts: set[str] = set()
    for rule in rules:
        part = translate(rule.pattern, notation)
        if part.empty or not part.heart:
            raise ValueError(f"rule {rule.name} can match nothing at all")
        hearts |= part.heart
        compiled = Compiled(rule, part.regex, part.heart)
        for code in part.first:
            starting.setdefault(code, []).append(compiled)
    outside = dict.fromkeys(map(ord, (set(lexicon.all_codes) | {OTHER, STOP}) - _coded(starting)), BLANK)
    any_heart = re.compile(f"[{re.escape(''.join(hearts))}]")
    return Grammar(lexicon, {c: tuple(r) for c, r in starting.items()}, outside, any_heart, rules)


def _coded(starting: dict[str, list[Compiled]]) -> set[str]:
    """Every code that some pattern names: a word of any other code ends a run."""
    regexes = {compiled.regex for found in starting.values() for compiled in found}
    return {char for regex in regexes for char in regex if char >= FIRST_CODE}


def _lexicon(patterns: Iterable[str]) -> Lexicon:
    tables, capital = read_tables(_PATH / "lexicon.toml")
    words = frozenset[str]().union(*(literals(p) for p in patterns))
    return build(tables, capital, words)
