"""Words and the classes they belong to: read once, from the locale's TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

Value = int | str
OTHER = "."  # code of a word that means nothing here
STOP = "¶"  # code of a blank line: nothing reaches over it
FIRST_CODE = chr(0x100)
_REMEMBERED = 60_000  # words kept with their code: bounds the memory of a long-running process

# Shapes of numbers, first that fits: what a token of digits may be.
_SHAPES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(shape), tuple(classes.split()))
    for shape, classes in (
        (r"0?[1-9]|1[0-2]", "digits int monthday hour hour24 low"),
        (r"1[3-9]|2[0-3]|00", "digits int monthday hour24 low"),
        (r"2[4-9]|3[01]", "digits int monthday low"),
        (r"\d{1,2}", "digits int low two"),
        (r"[1-9]\d\d", "digits int three"),
        (r"1[0-9]\d\d|20\d\d", "digits int year four"),
        (r"0\d\d\d|2[1-3]\d\d", "digits int four"),
        (r"[1-9]\d{0,11}", "digits int"),
        (r"\d{1,3}(?:,\d{3}){1,6}|\d{1,12}\.\d{1,6}", "digits"),
        (r"\d{1,2}/\d{1,2}", "fraction"),
        (r"(?:[12]?\d|3[01])(?:st|nd|rd|th)", "nth monthnth"),
        (r"\d{1,12}(?:st|nd|rd|th)", "nth"),
        (r"(?:1[0-9]|20)\d0['’]?s", "decade"),
        (r"['’`]?\d0['’]?s", "short_decade"),
        (r"['’`]\d\d", "short_year"),
        (r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?", "clock"),
        (r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?", "iso"),
        (r"\d{1,4}/\d{1,2}/\d{1,4}|\d{1,2}\.\d{1,2}\.\d{4}", "slashed"),
    )
)
_DIGIT = re.compile(r"['’`]?\d")
_MERIDIEM = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12}
_ERA = {"bc": -1, "b.c.": -1, "b.c": -1, "a.d": 1, "bce": -1, "b.c.e.": -1, "ad": 1, "a.d.": 1, "ce": 1}


@dataclass(slots=True)
class Lexicon:
    """`codes` maps a word as it stands in the text to its one-character code."""

    classes: Mapping[str, Mapping[str, Value]]
    codes: Codes = field(init=False)
    by_class: dict[str, str] = field(init=False)

    def chars(self, name: str) -> str:
        """The codes of all words of a class, or of one word written "=word"."""
        held = self.by_class.get(name) or self.by_class.get("=" + name)
        if held is None:
            raise KeyError(f"no word class {name!r}")
        return held

    @property
    def all_codes(self) -> str:
        """Every code that a word can have, save those of words that mean nothing."""
        return "".join(self.by_class.values())

    def value(self, name: str, word: str) -> Value | None:
        return self.classes.get(name, {}).get(folded(word))


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """Lower case with plain apostrophes."""
    return word.lower().replace("’", "'").replace("`", "'")


class Codes(dict[str, str]):
    """Word to code, worked out when a word is first met."""

    def __init__(
        self, plain: Mapping[str, str], capital: Mapping[str, str], shapes: Mapping[int, str]
    ) -> None:
        super().__init__()
        self.plain, self.capital, self.shapes = plain, capital, shapes

    def __missing__(self, word: str) -> str:
        code = self._code(word)
        if len(self) < _REMEMBERED:
            self[word] = code
        return code

    def _code(self, word: str) -> str:
        if word[0] == "\n":
            return STOP
        if _DIGIT.match(word):
            shape = next((i for i, (s, _) in enumerate(_SHAPES) if s.fullmatch(word)), None)
            return OTHER if shape is None else self.shapes[shape]
        known = self.capital if word[0].isupper() else self.plain
        return known.get(folded(word), OTHER)


def build(
    tables: Mapping[str, Mapping[str, Value]], capital: Mapping[str, list[str]], words: Iterable[str]
) -> Lexicon:
    """A lexicon of these classes, where each of `words` is a class of its own besides ("=word")."""
    lexicon = Lexicon({**tables, "meridiem": _MERIDIEM, "era": _ERA})
    plain: dict[str, set[str]] = {}
    capitals: dict[str, set[str]] = {}
    for name, members in lexicon.classes.items():
        held = set(capital.get(name, ()))
        for word in members:
            capitals.setdefault(word, set()).add(name)
            if word not in held:
                plain.setdefault(word, set()).add(name)
    for word in words:
        capitals.setdefault(word, set()).add("=" + word)
        plain.setdefault(word, set()).add("=" + word)
    _encode(lexicon, plain, capitals)
    return lexicon


def _encode(lexicon: Lexicon, plain: dict[str, set[str]], capitals: dict[str, set[str]]) -> None:
    """One character for each set of classes that some word has."""
    code_of: dict[frozenset[str], str] = {}

    def code(classes: Iterable[str]) -> str:
        return code_of.setdefault(frozenset(classes), chr(ord(FIRST_CODE) + len(code_of)))

    lexicon.codes = Codes(
        {word: code(classes) for word, classes in plain.items()},
        {word: code(classes) for word, classes in capitals.items()},
        {i: code(classes) for i, (_, classes) in enumerate(_SHAPES)},
    )
    lexicon.by_class = {}
    for classes, char in code_of.items():
        for name in classes:
            lexicon.by_class[name] = lexicon.by_class.get(name, "") + char


def read_tables(path: Path) -> tuple[dict[str, dict[str, Value]], dict[str, list[str]]]:
    """Word classes, and the words of each that need a capital."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    capital = tables.pop("capital", {})
    valueless = {name: dict.fromkeys(words.split(), 1) for name, words in tables.pop("words", {}).items()}
    return {**tables, **valueless}, capital
