"""The actors of a document and who of them each name in it means."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.extract.names import Form, Found
from webapp.extract.report import ActorKind, ActorMention, LocalActor


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions of one sentence: what was found, with the key of who is meant ("" for nobody)."""

    found: Found
    actor: str
    kind: ActorKind | None = None

    @property
    def is_person(self) -> bool:
        return self.kind is ActorKind.PERSON


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a document and, sentence by sentence, who is named there."""

    actors: tuple[LocalActor, ...]
    sentences: tuple[tuple[Named, ...], ...]
    kinds: dict[str, ActorKind]
    lands: dict[str, str]  # a person's key to that of the state it holds an office of

    def mentions(self) -> tuple[ActorMention, ...]:
        return tuple(
            ActorMention(
                n.found.span,
                " ".join(n.found.words),
                self.kinds[n.actor],
                n.actor,
                n.found.form is not Form.ROLE,
            )
            for sentence in self.sentences
            for n in sentence
            if n.actor
        )
