"""A pile of documents arranged: what the store keeps and the pages show."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.extract.reading import Reading
from webapp.timeline.event import Actor, Event


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`readings` in order of document hash, with publications as reconciled; `events` in timeline order."""

    readings: tuple[Reading, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()

    def actor_of(self, actor_id: str) -> Actor | None:
        return next((a for a in self.actors if a.id == actor_id), None)
