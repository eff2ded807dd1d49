"""The actors of a pile: the same person, state or organisation in different documents made one, visibly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from webapp.extract.reading import Reading
from webapp.extract.report import ActorKind, LocalActor
from webapp.extract.spelling import same_surname
from webapp.timeline.event import Actor, Alias


@dataclass(frozen=True, slots=True)
class Cast:
    """`ids` maps a document's hash to a map from its own keys to actors' ids."""

    actors: tuple[Actor, ...]
    ids: Mapping[str, Mapping[str, str]]

    def ids_in(self, document: str) -> Mapping[str, str]:
        """A document's own keys to ids."""
        return self.ids.get(document, {})


Local = tuple[str, LocalActor]  # document hash, actor as that document names it


def cast_of(readings: Iterable[Reading]) -> Cast:
    """The same whatever the order of the readings."""
    local = sorted(
        ((r.document.hash, actor) for r in readings for actor in r.actors),
        key=lambda pair: (pair[1].key, pair[0]),
    )
    ids: dict[str, dict[str, str]] = defaultdict(dict)
    actors: list[Actor] = []
    for group in _groups(local):
        actor = _actor(group)
        actors.append(actor)
        for document, item in group:
            ids[document][item.key] = actor.id
    return Cast(tuple(sorted(actors, key=lambda a: a.id)), ids)


def _groups(local: Sequence[Local]) -> list[list[Local]]:
    """Equal keys first, then spellings of one name, then surnames that only one person of the pile has."""
    by_key: dict[tuple[ActorKind, str], list[Local]] = defaultdict(list)
    for document, actor in local:
        by_key[actor.kind, actor.key].append((document, actor))
    named_by_kind = _named_by_kind(local)
    persons = [key for kind, key in by_key if kind is ActorKind.PERSON]
    target = _same_persons(persons)
    joined: dict[tuple[ActorKind, str], list[Local]] = defaultdict(list)
    for (kind, key), group in by_key.items():
        same = target.get(key, key) if kind is ActorKind.PERSON else named_by_kind.get(key, key)
        joined[kind, same].extend(group)
    return list(joined.values())


def _named_by_kind(local: Sequence[Local]) -> dict[str, str]:
    """ "the town council" of one document to the only organisation of the pile whose name ends so."""
    names = {a.key for _, a in local if a.kind is ActorKind.ORGANISATION and not a.name.islower()}
    found: dict[str, str] = {}
    for _, actor in local:
        if actor.kind is ActorKind.ORGANISATION and actor.name.islower():
            full = [name for name in names if name.endswith(f" {actor.key}")]
            if len(full) == 1:
                found[actor.key] = full[0]
    return found


def _same_persons(keys: Sequence[str]) -> dict[str, str]:
    """Each person's key to the first key of the same person."""
    full = sorted(k for k in keys if " " in k)
    by_surname: dict[str, list[str]] = defaultdict(list)
    target: dict[str, str] = {}
    for key in full:
        first, last = key.split()[0], key.split()[-1]
        near = by_surname[last[:3]]
        same = next((k for k in near if _is_same(k.split()[0], k.split()[-1], first, last)), key)
        target[key] = same
        if same == key:
            near.append(key)
    for key in sorted(k for k in keys if " " not in k):
        holders = {target[k] for k in full if same_surname(k.split()[-1], key)}
        target[key] = holders.pop() if len(holders) == 1 else key
    return target


def _is_same(first: str, last: str, other_first: str, other_last: str) -> bool:
    if not same_surname(last, other_last):
        return False
    return first == other_first or (min(len(first), len(other_first)) == 1 and first[0] == other_first[0])


def _actor(group: Sequence[Local]) -> Actor:
    """Named as most documents name it; of equally many the longest, then the first in the alphabet."""
    names = Counter(actor.name for _, actor in group)
    name = min(names, key=lambda n: (-names[n], -len(n), n))
    forms: dict[str, str] = {}
    for _, actor in group:
        for form, reason in ((actor.name, "spelling"), *actor.aliases):
            if form != name:
                forms.setdefault(form, "spelling" if reason == "name" else reason)
    kind = group[0][1].kind
    actor_id = _id(kind, min(actor.key for _, actor in group))
    return Actor(actor_id, name, kind, tuple(Alias(form, forms[form]) for form in sorted(forms)))


def _id(kind: ActorKind, key: str) -> str:
    """Unique in a pile: people by their folded name, all others with their kind before it."""
    name = key.removeprefix("state:").replace(" ", "-").lower()
    return name if kind is ActorKind.PERSON else f"{kind.value}-{name}"
