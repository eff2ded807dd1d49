"""Who is meant: the names of a document gathered into actors, each with the forms it goes by and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from webapp.extract import lexicon
from webapp.extract.cast import Cast, Named
from webapp.extract.entry import Entry, codes_of, is_known, local_of
from webapp.extract.names import Form, Found, is_organisation, is_place, is_thing
from webapp.extract.report import ActorKind
from webapp.extract.spelling import folded, same_surname
from webapp.text.span import Span
from webapp.text.tokens import Token

_PREPOSITIONS = lexicon.words("prepositions")
_LOCATIVE = lexicon.words("locatives")


def gather(sentences: Sequence[tuple[Sequence[Token], Sequence[Found]]]) -> Cast:
    """The cast of a document from its sentences' tokens and mentions."""
    return _Gatherer(sentences).cast()


class _Gatherer:
    def __init__(self, sentences: Sequence[tuple[Sequence[Token], Sequence[Found]]]) -> None:
        self.names = lexicon.names()
        self.entries: dict[str, Entry] = {}
        self.lower = {t.text for tokens, _ in sentences for t in tokens if t.is_word and not t.is_capitalised}
        self.sentences = [
            (tokens, [m for f in found if (m := self._trimmed(f, tokens))]) for tokens, found in sentences
        ]
        self.persons_by_last: dict[str, list[str]] = {}
        self.where = self._places()
        self.within = {
            folded(f.words[0])
            for _, founds in self.sentences
            for f in founds
            if f.form is Form.NAME and len(f.words) == 1 and not f.is_initial
        }  # single words that keep their capital inside a sentence
        self.last_firm = ""

    def cast(self) -> Cast:
        every = [(f, tokens) for tokens, found in self.sentences for f in found]
        for found, tokens in every:
            self._enter_full_name(found, tokens)
        for found, tokens in every:
            self._enter_single(found, tokens)
        for tokens, founds in self.sentences:
            self._learn_offices(tokens, founds)
        sentences = tuple(
            tuple(named for found in founds for named in self._whom(found, tokens))
            for tokens, founds in self.sentences
        )
        used = {named.actor for sentence in sentences for named in sentence if named.actor}
        actors = tuple(local_of(entry) for entry in self.entries.values() if entry.key in used)
        kinds = {key: entry.kind for key, entry in self.entries.items()}
        lands = {
            e.key: f"state:{min(codes)}"
            for e in self.entries.values()
            if (codes := codes_of(e)) and is_known(codes, used)
        }
        return Cast(actors, sentences, kinds, lands)

    def _trimmed(self, found: Found, tokens: Sequence[Token]) -> Found | None:
        """Without a first word that has its capital only from the sentence's start; `None` where no name is left."""
        if found.form is not Form.NAME:
            return found
        words, span = found.words, found.span
        while words and found.is_initial and not found.title and words[0].lower() in self.lower:
            rest = [t for t in tokens if t.span.start > span.start]
            words = words[1:]
            span = Span(rest[0].span.start, span.end) if words and rest else span
        if not words or (not found.title and (found.is_quoted or is_thing(words))):
            return None
        return Found(
            span, span if words != found.words else found.whole, words, found.form, found.title, found.state,
            found.first, found.last, found.is_initial, found.is_quoted,
        )  # fmt: skip

    def _places(self) -> set[str]:
        """Names that stand more often behind "in", "at", "near" than anywhere else."""
        located: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for tokens, founds in self.sentences:
            for found in founds:
                name = folded(" ".join(found.words))
                before = tokens[found.first - 1].lower if found.first else ""
                total[name] += 1
                located[name] += before in _LOCATIVE
        return {name for name, count in located.items() if count * 2 > total[name]}

    def _enter_full_name(self, found: Found, tokens: Sequence[Token]) -> None:
        if found.form is not Form.NAME:
            return
        name = " ".join(found.words)
        kind = self._kind(found, tokens)
        if kind is ActorKind.PERSON and len(found.words) >= 2:
            self._person(found, name)
        elif kind is ActorKind.ORGANISATION:
            self._entry(folded(name), name, kind).forms[(name, "name")] += 1

    def _kind(self, found: Found, tokens: Sequence[Token]) -> ActorKind | None:
        """What a name of this shape in these surroundings is; `None` where nothing tells."""
        words = found.words
        if found.title and not (found.title in self.names.common and is_organisation(words)):
            return ActorKind.PERSON
        if is_organisation(words):
            return ActorKind.ORGANISATION
        if is_place(words) or folded(" ".join(words)) in self.where:
            return None
        if 2 <= len(words) <= 4 and all(re.fullmatch(r"[^\W\d_][\w.’'-]*", w) for w in words):
            before = tokens[found.first - 1].lower if found.first else ""
            return None if before in _LOCATIVE or before == "the" else ActorKind.PERSON
        return None

    def _learn_offices(self, tokens: Sequence[Token], founds: Sequence[Found]) -> None:
        """ "Aldo Wenzel, the German chancellor": an apposition tells the office."""
        for name, role in pairwise(founds):
            between = [t.lower for t in tokens[name.last : role.first]]
            if (
                name.form is Form.NAME
                and role.form is Form.ROLE
                and between[:1] == [","]
                and len(between) <= 3
            ):
                key = folded(" ".join(name.words))
                if key in self.entries and self.entries[key].kind is ActorKind.PERSON:
                    self.entries[key].offices.add((role.title, role.state))

    def _person(self, found: Found, name: str) -> None:
        last = folded(found.words[-1])
        first = folded(found.words[0])
        key = next(
            (k for k in self.persons_by_last.get(last[:3], ()) if self._is_same_person(k, first, last)), ""
        )
        entry = self._entry(key or folded(name), name, ActorKind.PERSON)
        if not key:
            self.persons_by_last.setdefault(last[:3], []).append(entry.key)
        entry.forms[(name, "name" if entry.name == name else "spelling")] += 1
        if found.title:
            entry.offices.add((found.title, found.state))

    def _is_same_person(self, key: str, first: str, last: str) -> bool:
        other = key.split()
        return same_surname(other[-1], last) and (
            other[0] == first or (len(first) == 1 and other[0][0] == first)
        )

    def _enter_single(self, found: Found, tokens: Sequence[Token]) -> None:
        """A single word: the surname of a person known by now, else a person by title, else an organisation."""
        if found.form is not Form.NAME or len(found.words) != 1:
            return
        word = found.words[0]
        keys = self._persons_called(word)
        if len(keys) == 1:
            if found.title:
                self.entries[keys[0]].offices.add((found.title, found.state))
        elif found.title and not keys:
            entry = self._entry(folded(word), word, ActorKind.PERSON)
            entry.forms[(word, "name")] += 1
            entry.offices.add((found.title, found.state))
            self.persons_by_last.setdefault(folded(word)[:3], []).append(entry.key)
        elif (
            not keys and (not found.is_initial or folded(word) in self.within) and self._speaks(found, tokens)
        ):
            self._entry(folded(word), word, ActorKind.ORGANISATION).forms[(word, "name")] += 1

    def _speaks(self, found: Found, tokens: Sequence[Token]) -> bool:
        """Does a verb follow the name at once? Then it is somebody who acts."""
        before = tokens[found.first - 1].lower if found.first else ""
        if folded(found.words[0]) in self.where or is_place(found.words) or before in _PREPOSITIONS:
            return False
        after = tokens[found.last].lower if found.last < len(tokens) else ""
        events = lexicon.events()
        return (
            after in ("has", "had", "will")
            or events.irregular.get(after) in events.verbs
            or (after.endswith("ed") and after not in events.adjectival)
        )

    def _persons_called(self, word: str) -> list[str]:
        last = folded(word)
        keys = self.persons_by_last.get(last[:3], [])
        exact = [k for k in keys if k.split()[-1] == last]
        return exact or [k for k in keys if same_surname(k.split()[-1], last)]

    def _entry(self, key: str, name: str, kind: ActorKind) -> Entry:
        return self.entries.setdefault(key, Entry(key, name, kind))

    def _whom(self, found: Found, tokens: Sequence[Token]) -> Iterable[Named]:
        if found.form is Form.PAIR:
            yield from self._halves(found)
            return
        key, reason = self._meant(found, tokens)
        if key and self.entries[key].kind is ActorKind.ORGANISATION and not self._is_public(key):
            self.last_firm = key
        if key:
            self.entries[key].forms[(" ".join(found.words), reason)] += 1
        yield Named(found, key, self.entries[key].kind if key else None)

    def _meant(self, found: Found, tokens: Sequence[Token]) -> tuple[str, str]:
        """The actor's key and why this form means it."""
        name = " ".join(found.words)
        if found.form in (Form.STATE, Form.METONYM, Form.GOVERNMENT):
            return self._state(found.state).key, "name" if found.form is Form.STATE else str(found.form)
        if found.form is Form.BODY:
            return self._entry(folded(found.state), found.state, ActorKind.ORGANISATION).key, "name"
        if found.form is Form.ROLE:
            return self._holder(found), "role"
        if found.form is Form.FIRM:
            return self._firm(found), "role"
        if len(found.words) == 1 and len(keys := self._persons_called(found.words[0])) == 1:
            return keys[0], "surname" if " " in keys[0] else "name"
        if len(found.words) >= 2 and self._kind(found, tokens) is ActorKind.PERSON:
            last, first = folded(found.words[-1]), folded(found.words[0])
            for key in self.persons_by_last.get(last[:3], ()):
                if self._is_same_person(key, first, last):
                    return key, "name" if self.entries[key].name == name else "spelling"
        return (folded(name), "name") if folded(name) in self.entries else ("", "")

    def _state(self, code: str) -> Entry:
        name = next(t.name for t in self.names.states.values() if t.code == code)
        return self._entry(f"state:{code}", name, ActorKind.STATE)

    def _holder(self, found: Found) -> str:
        """Who holds an office: the only person of the document with that title, or at the head of that state."""
        title = found.title
        is_head = title == "leader"
        holders = [
            entry.key
            for entry in self.entries.values()
            for office, state in sorted(entry.offices)
            if (office == title or (is_head and office in self.names.heads))
            and (not found.state or state == found.state)
        ]
        return holders[0] if len(set(holders)) == 1 else ""

    def _firm(self, found: Found) -> str:
        """ "The council" is the only organisation of the document whose name says so; "the company" the firm last
        named; "the town council" without a name is an actor by that word."""
        words = found.title.split()
        if words[-1] in self.names.firms:
            return self.last_firm
        keys = [
            key
            for key, entry in self.entries.items()
            if entry.kind is ActorKind.ORGANISATION and set(words) <= set(folded(entry.name).split())
        ]
        if len(keys) == 1 or len(words) == 1:
            return keys[0] if len(keys) == 1 else ""
        return self._entry(folded(found.title), found.title, ActorKind.ORGANISATION).key

    def _is_public(self, key: str) -> bool:
        return bool(set(key.split()) & self.names.bodies_by_kind)

    def _halves(self, found: Found) -> Iterable[Named]:
        """ "Scholz-Putin": two people, or two states; nobody where either half is unknown."""
        halves = re.split("[-–]", found.words[0])
        keys: list[str] = []
        for half in halves:
            persons = self._persons_called(half)
            state = self.names.states.get((half,))
            if len(persons) == 1:
                keys.append(persons[0])
            elif state is not None:
                keys.append(self._state(state.code).key)
        if len(keys) == len(halves):
            start = found.span.start
            for half, key in zip(halves, keys, strict=True):
                span = Span(start, start + len(half))
                start = span.end + 1
                yield Named(
                    Found(span, span, (half,), Form.NAME, first=found.first, last=found.last),
                    key,
                    self.entries[key].kind,
                )
