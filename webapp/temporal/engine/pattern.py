"""The notation of rules, turned into regular expressions over word classes.

Each token of a text is one character, its code, which stands for the set of classes that the word belongs to.
So a pattern is a short regular expression, and matching one never looks at letters. The notation:

    {month}  {month:m}       a word of that class; with a name, a slot
    {unit|next:u}            of either class; a name that is no class is that very word
    <count>  <count:n>       a fragment: a pattern with a name of its own
    ago  ago:d  ,            that very word or sign
    ( a | b )?  ( a | b ):s  alternatives, with a slot; a question mark makes the item before it optional

Nothing repeats, so every pattern is bounded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_PIECE = re.compile(r"\{[^{}]{1,80}\}|<[^<>]{1,40}>|\):[a-z_0-9]{1,20}|[()|?]|[^\s(){}<>|?]{1,40}")

Codes = frozenset[str]
NONE: Codes = frozenset()


@dataclass(frozen=True, slots=True)
class Notation:
    """What names in patterns stand for.

    `chars` gives the codes of a class, or of a word as "=word". `common` are the codes of words that most
    sentences hold ("the", "in", numbers): no sign of a time.
    """

    chars: Callable[[str], str]
    fragments: Mapping[str, str]
    common: Codes = NONE
    parts: dict[str, Part] = field(default_factory=dict)

    def fragment(self, name: str) -> Part:
        """A fragment's part, translated once: most rules begin with one."""
        if name not in self.parts:
            self.parts[name] = _translated(self.fragments[name], self)
        return self.parts[name]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pattern: its regular expression, what it can begin with, whether it can be empty.

    `heart` are codes of which every match holds at least one, chosen to be as telling as can be.
    """

    regex: str
    first: Codes
    empty: bool
    heart: Codes = NONE


def literals(pattern: str) -> frozenset[str]:
    """The words that a pattern names itself.

    >>> sorted(literals("{unit|following:u} ago"))
    ['ago', 'following', 'unit']
    """
    pieces = _PIECE.findall(pattern)
    braced = {name for p in pieces if p[0] == "{" for name in p[1:-1].partition(":")[0].split("|")}
    plain = {p.partition(":")[0] if len(p) > 1 else p for p in pieces if p[0] not in "{<(|?)"}
    return frozenset(plain | braced)


def translate(pattern: str, notation: Notation) -> Part:
    """A pattern's regular expression."""
    part = _translated(pattern, notation)
    return Part(_numbered(part.regex), part.first, part.empty, part.heart)


def _translated(pattern: str, notation: Notation) -> Part:
    part, rest = _alternatives(_PIECE.findall(pattern), notation)
    if rest:
        raise ValueError(f"unbalanced pattern: {pattern!r}")
    return part


def _numbered(regex: str) -> str:
    """A slot named in several alternatives becomes y, y__1, y__2: `re` wants each name once."""
    seen: Counter[str] = Counter()

    def name(match: re.Match[str]) -> str:
        slot = match[1].partition("__")[0]
        seen[slot] += 1
        return f"(?P<{slot}__{seen[slot] - 1}>" if seen[slot] > 1 else f"(?P<{slot}>"

    return re.sub(r"\(\?P<(\w+)>", name, regex)


def _alternatives(pieces: list[str], notation: Notation) -> tuple[Part, list[str]]:
    part, rest = _sequence(pieces, notation)
    branches = [part]
    while rest and rest[0] == "|":
        part, rest = _sequence(rest[1:], notation)
        branches.append(part)
    if len(branches) == 1:
        return part, rest
    first = frozenset[str]().union(*(b.first for b in branches))
    hearts = [b.heart for b in branches]
    heart = frozenset[str]().union(*hearts) if all(hearts) else NONE
    return Part(
        f"(?:{'|'.join(b.regex for b in branches)})", first, any(b.empty for b in branches), heart
    ), rest


def _sequence(pieces: list[str], notation: Notation) -> tuple[Part, list[str]]:
    whole = Part("", NONE, True)
    while pieces and pieces[0][0] not in "|)":
        item, pieces = _item(pieces, notation)
        if pieces and pieces[0] == "?":
            item, pieces = Part(f"(?:{item.regex})?", item.first, True), pieces[1:]
        first = whole.first | item.first if whole.empty else whole.first
        heart = _more_telling(whole.heart, item.heart, notation.common)
        whole = Part(whole.regex + item.regex, first, whole.empty and item.empty, heart)
    return whole, pieces


def _more_telling(a: Codes, b: Codes, common: Codes) -> Codes:
    if not a or not b:
        return a or b
    return min(a, b, key=lambda codes: (len(codes & common), len(codes)))


def _item(pieces: list[str], notation: Notation) -> tuple[Part, list[str]]:
    head, rest = pieces[0], pieces[1:]
    if head == "(":
        part, rest = _alternatives(rest, notation)
        return _slotted(part, rest[0][2:]), rest[1:]
    if head[0] not in "{<":
        word, _, slot = head.partition(":") if len(head) > 1 else (head, "", "")
        return _slotted(_one_of(notation.chars("=" + word)), slot), rest
    name, _, slot = head[1:-1].partition(":")
    if head[0] == "<":
        return _slotted(notation.fragment(name), slot), rest
    codes = {code for each in name.split("|") for code in notation.chars(each)}
    return _slotted(_one_of("".join(sorted(codes))), slot), rest


def _slotted(part: Part, slot: str) -> Part:
    regex = f"(?P<{slot}>{part.regex})" if slot else f"(?:{part.regex})"
    return Part(regex, part.first, part.empty, part.heart)


def _one_of(codes: str) -> Part:
    held = frozenset(codes)
    return Part(re.escape(codes) if len(codes) == 1 else f"[{re.escape(codes)}]", held, False, held)
