"""Names, and nouns that stand for somebody, in one sentence: found by their shape and by the words around them.

Whom each means is settled for the whole document in `actors`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from webapp.extract import lexicon
from webapp.extract.lexicon import longest
from webapp.text.span import Span
from webapp.text.tokens import Token

_PARTICLES = lexicon.words("name_particles")
_NOT_NAMES = lexicon.words("no_name_starts") | lexicon.words("prepositions")
_THING_SHAPE = re.compile(r"(?=.*\d)|^[A-Z]{2,}-[A-Z0-9]$|^[A-Z]-\w|^https?$|@")
_ACRONYM = re.compile(r"[A-Z]{2,6}$|(?:[A-Z]\.){2,6}$")


class Form(StrEnum):
    """How somebody is named."""

    NAME = "name"
    STATE = "state"
    METONYM = "metonym"
    BODY = "body"
    ROLE = "role"  # "the German chancellor"
    PAIR = "pair"  # "Scholz-Putin"
    GOVERNMENT = "government"  # "the Russian government"
    FIRM = "firm"  # "the company", "the town council"


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it is known who is meant.

    `span` covers the name, `whole` its title and adjectives as well. `title` is in lower case, `state` a CLDR code.
    `first` and `last` are token indexes of `whole`, the last not included.
    """

    span: Span
    whole: Span
    words: tuple[str, ...]
    form: Form
    title: str = ""
    state: str = ""
    first: int = 0
    last: int = 0
    is_initial: bool = False
    is_quoted: bool = False


def find_names(tokens: Sequence[Token]) -> tuple[Found, ...]:
    """Mentions in order, not overlapping."""
    found: list[Found] = []
    lists = lexicon.names()
    index = 0
    while index < len(tokens):
        token = tokens[index]
        follows_article = index and tokens[index - 1].lower in ("the", "same")
        if not token.is_word or not (token.is_capitalised or follows_article or token.lower in lists.starts):
            index += 1
            continue
        reader = _Reader(tokens, index)
        mention = reader.read()
        if mention is not None:
            found.append(mention)
        index = max(index + 1, mention.last if mention else reader.passed)
    return tuple(found)


class _Reader:
    """Reads one mention that starts at a token: [state] [title [of state]] [name]."""

    def __init__(self, tokens: Sequence[Token], start: int) -> None:
        self.tokens = tokens
        self.start = start
        self.at = start
        self.passed = start  # where to go on when nothing is found
        self.names = lexicon.names()

    def read(self) -> Found | None:
        token = self.tokens[self.start]
        if not token.is_capitalised and token.lower not in self.names.starts:
            firm = self._firm()
            return self._unnamed(Form.FIRM, firm, "") if firm else None
        state, kind = self._state()
        is_government = bool(state) and self._skip_government()
        title = self._title()
        if title and not state:
            state = self._of_state()
        name_at = self.at
        words = self._name() if title or not state else self._organisation(kind)
        if words:
            if not title and kind:
                name_at, state = self.start, ""
            return self._named(words, name_at, title, state, kind)
        if title and (state or token.lower in self.names.starts):
            return self._unnamed(Form.ROLE, title, state)
        if not title and not state and (firm := self._firm()):
            return self._unnamed(Form.FIRM, firm, "")
        if is_government:
            return self._unnamed(Form.GOVERNMENT, "", state)
        return self._stateful(kind, state)

    def _words_from(self, index: int, *, lower: bool) -> list[str]:
        return [t.lower if lower else t.text for t in self.tokens[index : index + 5]]

    def _state(self) -> tuple[str, str]:
        """A state, its adjective, a body or a metonym at the current token; moves past it."""
        names = self.names
        if not self.tokens[self.at].is_capitalised or self.tokens[self.at].lower not in names.starts:
            return "", ""
        raw, low = self._words_from(self.at, lower=False), self._words_from(self.at, lower=True)
        for kind, table in (
            ("state", names.states),
            ("demonym", names.demonyms),
            ("metonym", names.metonyms),
        ):
            if count := longest(table, raw):
                is_adjective = tuple(raw[:count]) in names.demonyms and bool(self._title_at(self.at + count))
                self.at += count
                return table[tuple(raw[:count])].code, "demonym" if is_adjective else kind
        if count := longest(names.metonyms, low):
            self.at += count
            return names.metonyms[tuple(low[:count])].code, "metonym"
        if count := longest(names.bodies, low):
            if count == 1 and not str(raw[0]).isupper():
                return "", ""
            self.at += count
            return names.bodies[tuple(low[:count])], "body"
        return "", ""

    def _skip_government(self) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at].lower in self.names.government:
            self.at += 1
            return True
        return False

    def _title_at(self, index: int) -> int:
        if index >= len(self.tokens) or self.tokens[index].lower not in self.names.starts:
            return 0
        return longest(self.names.titles, self._words_from(index, lower=True))

    def _title(self) -> str:
        count = self._title_at(self.at)
        title = " ".join(t.lower for t in self.tokens[self.at : self.at + count])
        if (
            title in self.names.common
            and not self.tokens[self.at].is_capitalised
            and self._name_follows(count)
        ):
            return ""
        self.at += count
        return title

    def _name_follows(self, count: int) -> bool:
        after = self.tokens[self.at + count : self.at + count + 1]
        return bool(after) and after[0].is_capitalised

    def _of_state(self) -> str:
        """ "Chancellor of Germany": the state behind the title."""
        here = self.at
        if here + 1 < len(self.tokens) and self.tokens[here].lower == "of":
            self.at += 2 if self.tokens[here + 1].lower == "the" else 1
            state, _ = self._state() if self.at < len(self.tokens) else ("", "")
            if state:
                return state
            self.at = here
        return ""

    def _organisation(self, kind: str) -> tuple[str, ...]:
        """ "Korean Air Lines": behind a state only an organisation's name goes on."""
        here = self.at
        words = self._name() if kind != "body" and here < len(self.tokens) else ()
        if words and is_organisation(words) and len(words[-1]) > 1:
            return tuple(t.text for t in self.tokens[self.start : here]) + words
        self.at = here
        return ()

    def _name(self) -> tuple[str, ...]:
        words: list[str] = []
        end = self.at
        while end < len(self.tokens):
            token = self.tokens[end]
            if self._is_name_word(token, is_first=not words) or (words and self._bridges(end, words)):
                words.append(token.text)
                end += 1
            else:
                break
        self.at = end if words else self.at
        return tuple(words)

    def _is_name_word(self, token: Token, *, is_first: bool) -> bool:
        if not token.is_word or not token.is_capitalised or (is_first and token.lower in _NOT_NAMES):
            return False
        return token.lower not in ("i", "mr", "mrs", "ms") and token.text not in ("I", "A")

    def _bridges(self, index: int, words: list[str]) -> bool:
        """A small word inside a name: "Ursula von der Leyen", "Bank of Alden", "Smith & Sons"."""
        token = self.tokens[index]
        after = self.tokens[index + 1 : index + 3]
        if not after:
            return False
        if token.lower in _PARTICLES:
            return after[0].is_capitalised or (
                after[0].lower in _PARTICLES and len(after) > 1 and after[1].is_capitalised
            )
        if token.text == "&":
            return after[0].is_capitalised
        return (
            token.lower in ("of", "for")
            and words[-1].lower() in self.names.organisation | self.names.calamity
            and after[0].is_capitalised
            and after[0].is_word
        )

    def _named(self, words: tuple[str, ...], name_at: int, title: str, state: str, kind: str) -> Found:
        first = self.start
        span = Span(self.tokens[name_at].span.start, self.tokens[self.at - 1].span.end)
        form = Form.NAME
        if len(words) == 1 and _is_pair(words[0]):
            form = Form.PAIR
        code = state if kind != "body" else ""
        return Found(
            span,
            Span(self.tokens[first].span.start, span.end),
            words,
            form,
            title,
            code,
            first,
            self.at,
            is_initial=self._is_initial(name_at),
            is_quoted=self._is_quoted(name_at),
        )

    def _unnamed(self, form: Form, title: str, state: str) -> Found | None:
        span = Span(self.tokens[self.start].span.start, self.tokens[self.at - 1].span.end)
        words = tuple(t.text for t in self.tokens[self.start : self.at])
        return Found(span, span, words, form, title, state, self.start, self.at)

    def _firm(self) -> str:
        """ "the company", "the same firm", "the town council": an organisation by what it is."""
        before = self.tokens[self.start - 1].lower if self.start else ""
        kinds = self.names.bodies_by_kind | self.names.firms
        if before not in ("the", "same") or self.tokens[self.start].lower == "same":
            return ""
        for ahead in (1, 0):
            words = [t.lower for t in self.tokens[self.start : self.start + ahead + 1]]
            if len(words) == ahead + 1 and words[-1] in kinds and not self.tokens[self.start].is_capitalised:
                self.at = self.start + ahead + 1
                return " ".join(words)
        return ""

    def _stateful(self, kind: str, state: str) -> Found | None:
        if kind in ("", "demonym"):
            self.passed = self.at
            return None
        form = {"state": Form.STATE, "metonym": Form.METONYM, "body": Form.BODY}[kind]
        return self._unnamed(form, "", state)

    def _is_initial(self, index: int) -> bool:
        """Does the name open the sentence, where every word has a capital?"""
        return not any(t.is_word for t in self.tokens[:index])

    def _is_quoted(self, index: int) -> bool:
        """Is the name all that stands between quotation marks, as a nickname does?"""
        before = self.tokens[index - 1].text if index else ""
        after = self.tokens[self.at].text if self.at < len(self.tokens) else ""
        return before in "“\"‘'" and before != "" and after in "”\"’'" and after != ""


def _is_pair(word: str) -> bool:
    halves = re.split("[-–]", word)
    return len(halves) == 2 and all(len(h) > 2 and h[0].isupper() and h[1:].islower() for h in halves)


def is_thing(words: Sequence[str]) -> bool:
    """A product, an occasion, an age: "IRIS-T", "World War II", "May Day"."""
    names = lexicon.names()
    if any(_THING_SHAPE.match(w) for w in words) or any(w.lower() in names.calamity for w in words):
        return True
    return words[-1].lower() in names.thing or words[0].lower() in names.thing


def is_organisation(words: Sequence[str]) -> bool:
    names = lexicon.names()
    if len(words) == 1:
        return bool(_ACRONYM.match(words[0])) and words[0].lower() not in names.initials
    return "&" in words or any(w.lower() in names.organisation for w in words)


def is_place(words: Sequence[str]) -> bool:
    names = lexicon.names()
    return words[-1].lower() in names.place or words[0].lower() in names.place
