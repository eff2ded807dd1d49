"""Which event is being told of while the text goes on without naming a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from webapp.extract import lexicon
from webapp.extract.report import Part, Report, Status

_SPEECH = frozenset(["talk", "say"])
_AHEAD = frozenset(["planned", "upcoming", "forthcoming", "coming", "scheduled", "intended"])
_DEFINITE = lexicon.words("definite")


@dataclass(slots=True)
class Running:
    """Reports on their own feet told so far in one story, with their indexes."""

    told: list[tuple[int, Report]] = field(default_factory=list)
    last_by: dict[str, int] = field(default_factory=dict)  # whom a speaker's last sentence belonged to

    @property
    def dated(self) -> Report | None:
        """The last dated report that is not a plan."""
        return next((r for _, r in reversed(self.told) if _is_base(r)), None)

    def tell(self, index: int, report: Report) -> None:
        self.told.append((index, report))

    def topic(self, words: Sequence[str]) -> Report | None:
        """The last dated report whose event a sentence names by a noun of its class ("the call")."""
        return next((r for _, r in reversed(self.told) if _is_base(r) and _names(words, r)), None)

    def is_ahead(self, words: Sequence[str], report: Report) -> bool:
        """Is the event spoken of as still to come: "his planned call"?"""
        nouns = lexicon.events().nouns
        return any(
            nouns.get(word) == report.mention.kind and _AHEAD & set(words[max(0, i - 3) : i])
            for i, word in enumerate(words)
        )

    def belongs_to(self, report: Report, acting: Sequence[str], words: Sequence[str]) -> int | None:
        """Index of the report that a dateless sentence goes on with; `None` where it stands by itself.

        What a party to a meeting said belongs to the meeting, unless the sentence looks back on it; what anybody says
        on belongs to what they last said.
        """
        if report.status is not Status.HAPPENED or report.mention.kind not in _SPEECH:
            return None
        looks_back = self.topic(words)
        if looks_back is not None and "during" in words:
            return self._index_of(looks_back)
        parties = {p.actor for p in report.participations if p.part is Part.TOOK_PART}
        for index, told in reversed(self.told):
            if (
                _is_base(told)
                and told.mention.kind == "talk"
                and len(parties) > 1
                and parties <= _parties(told)
            ):
                return index
        last = next((self.last_by[a] for a in acting if a in self.last_by), None)
        if looks_back is not None:
            statements = (i for i, r in reversed(self.told) if not _is_base(r) and set(acting) <= _parties(r))
            return next((i for i in statements if self._is_speech(i)), None)
        return last if last is not None and self._is_speech(last) else None

    def meeting_of(self, parties: set[str]) -> int | None:
        """The last meeting told of in which two or more took part, and these did."""
        found = (
            i
            for i, r in reversed(self.told)
            if _is_base(r) and r.mention.kind == "talk" and parties <= _parties(r)
        )
        return next(found, None) if len(parties) > 1 else None

    def settle(self, index: int, acting: Sequence[str]) -> None:
        """Remember to which report the last sentence of these belonged."""
        for actor in acting:
            self.last_by[actor] = index

    def _is_speech(self, index: int) -> bool:
        return any(i == index and r.mention.kind in _SPEECH for i, r in self.told)

    def _index_of(self, report: Report) -> int | None:
        return next((i for i, r in self.told if r is report), None)


def _parties(report: Report) -> set[str]:
    return {p.actor for p in report.participations if p.part is not Part.MENTIONED}


def _is_base(report: Report) -> bool:
    return report.timex is not None and report.status is Status.HAPPENED


def _names(words: Sequence[str], report: Report) -> bool:
    """Does a sentence name the event as one that is known: "the call", "his phone call", "Scholz’s call"?"""
    nouns = lexicon.events().nouns
    for index, word in enumerate(words):
        is_noun = nouns.get(word, nouns.get(word.removesuffix("s"))) == report.mention.kind
        if is_noun and any(before in _DEFINITE for before in words[max(0, index - 3) : index]):
            return True
    return False
