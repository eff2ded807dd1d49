"""Which actor a reader means who types a name."""

from __future__ import annotations

import re
from collections import Counter

from anyascii import anyascii
from rapidfuzz import fuzz

from webapp.timeline.arrangement import Arrangement
from webapp.timeline.event import Actor

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
# Companies are asked for with or without these, whatever the articles write.
_FORMS = "inc corp corporation co company ltd llc plc ag sa nv gmbh the"
_LEGAL_FORMS = frozenset(_FORMS.split())
_ALIKE = 90  # of 100: "Volodymyr Zelensky" for "Volodymyr Zelenskyy" (95), not "Merkel" for "Merz" (60)


def folded(name: str) -> str:
    """Lower case, plain letters, single spaces.

    >>> folded("Citroën S.A."), folded("U.S. Army")
    ('citroen sa', 'us army')
    """
    plain = anyascii(name).lower().replace(".", "").replace("'", "")
    return _NOT_LETTERS.sub(" ", plain).strip()


def find_actor(asked: str, arrangement: Arrangement) -> str | None:
    """The id of the actor, best match first: same name, all its words, its tail, nearly the same name.

    Of several that match equally, the one that took part in most events.
    """
    uses = Counter(p.actor for event in arrangement.events for p in event.participations)
    ranked = [
        (rank, uses[actor.id], actor.id) for actor in arrangement.actors if (rank := _rank(asked, actor))
    ]
    return max(ranked)[2] if ranked else None


def _rank(asked: str, actor: Actor) -> int:
    """0 for no match; higher is better."""
    names = [folded(actor.name), *(folded(alias.name) for alias in actor.aliases)]
    return max((_closeness(folded(asked), name) for name in names if name), default=0)


def _closeness(asked: str, name: str) -> int:
    if asked == name:
        return 5
    wanted, words = _words(asked), _words(name)
    if wanted and wanted == words:
        return 4
    if wanted and wanted <= words:
        return 3
    if asked.endswith(f" {name}"):
        return 2
    return int(len(asked) > 4 and fuzz.ratio(asked, name) >= _ALIKE)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.split()) - _LEGAL_FORMS
