"""An actor in the making: the forms it goes by and the offices it holds, as they are found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from webapp.extract.report import ActorKind, LocalActor


@dataclass(slots=True)
class Entry:
    """An actor in the making."""

    key: str
    name: str
    kind: ActorKind
    forms: Counter[tuple[str, str]] = field(default_factory=Counter)  # (form, reason)
    offices: set[tuple[str, str]] = field(default_factory=set)  # (title, state)


def local_of(entry: Entry) -> LocalActor:
    aliases = tuple(dict.fromkeys((form, reason) for (form, reason), _ in entry.forms.most_common()))
    return LocalActor(entry.key, entry.name, entry.kind, aliases)


def codes_of(entry: Entry) -> set[str]:
    """States of which somebody holds an office."""
    return {state for _, state in entry.offices if state}


def is_known(codes: set[str], used: set[str]) -> bool:
    """Is it one state, and does the document name it?"""
    return len(codes) == 1 and f"state:{min(codes)}" in used
