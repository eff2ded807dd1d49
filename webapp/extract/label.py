"""A short name for an event: the clause that tells it, without its time phrase. Nothing is added but names in square
brackets, as an editor would."""

from __future__ import annotations

import re
from collections.abc import Sequence

from webapp.text.span import Span

_LONGEST = 140  # characters
_EDGE = re.compile(r"^[\s,;:—–\-”\"')]+|[\s,;:—–\-“\"'(]+$")
_JOINT = re.compile(
    r"^(?:and|but|or|then|while|when|although|though|as|because|that|which|after|before|if|where|so)\b[\s,]*",
    re.I,
)
_DANGLING = re.compile(
    r"(?:^|\s)(?:on|in|at|by|since|until|till|from|for|during|of|and|the|between|to|through|after|before)$",
    re.I,
)
_PRONOUN = re.compile(r"^((?:\w+ )?)(?:he|she|they)\b", re.I)


def label_of(text: str, clause: Span, timexes: Sequence[Span], subject: str = "") -> str:
    """The clause's words without its time expressions; `subject` replaces a pronoun at its start.

    >>> label_of("On Monday, the mayor opened the gate.", Span(0, 37), [Span(3, 9)])
    'The mayor opened the gate'
    """
    pieces: list[str] = []
    at = clause.start
    for span in sorted(s for s in timexes if clause.contains(s)):
        pieces.append(_DANGLING.sub("", text[at : span.start].rstrip()))
        at = span.end
    pieces.append(text[at : clause.end])
    words = " ".join(" ".join(pieces).split())
    words = re.sub(r"\s+([,.;:])", r"\1", words)
    words = re.sub(r",(?:,|(?= and\b))+", ",", words)
    words = _trimmed(words)
    if subject:
        words = _PRONOUN.sub(rf"\1[{subject}]", words)
    words = words[:1].upper() + words[1:]
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _trimmed(words: str) -> str:
    """Without joint words and marks at its edges."""
    before = None
    while words != before:
        before = words
        words = _JOINT.sub("", _EDGE.sub("", words)).rstrip(". ")
        words = _DANGLING.sub("", words)
    return words
