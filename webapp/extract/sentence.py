"""One sentence with everything that was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.context.segment import Role
from webapp.extract.cast import Named
from webapp.extract.clauses import Clause
from webapp.extract.verbs import Verb
from webapp.temporal.timex import Timex
from webapp.text.sentences import Sentence
from webapp.text.span import Span
from webapp.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Analysed:
    """`timexes` are those that lie in the sentence, in order."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    verbs: tuple[Verb, ...]
    clauses: tuple[Clause, ...]
    names: tuple[Named, ...]
    timexes: tuple[Timex, ...]
    role: Role
    story: int

    def clause_at(self, index: int) -> Clause:
        return next(c for c in self.clauses if c.holds(index))

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends behind a character offset; the number of tokens where none does."""
        return next((i for i, t in enumerate(self.tokens) if t.span.end > offset), len(self.tokens))

    def span_of(self, first: int, last: int) -> Span:
        """Characters of the tokens `first` up to, not including, `last`."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def in_timex(self, span: Span) -> bool:
        return any(t.span.overlaps(span) for t in self.timexes)
