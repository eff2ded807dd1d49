"""The timeline's address: GET parameters to a `Filter` and back again.

At most 50 actors and 50 publishers narrow it at once: each is a chip with an address of its own that names all others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode

from werkzeug.datastructures import MultiDict

from webapp.extract.report import Status
from webapp.temporal.freeform import Typed, parse_typed
from webapp.timeline.filters import Filter, Known, Match, Order
from webapp.views.translation import gettext as _

STEP = 100
MOST = 1000
_LONGEST_TYPED = 64
_LONGEST_TEXT = 200
_MOST_CHOSEN = 50
Pairs = tuple[tuple[str, str], ...]
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Asked:
    """`pairs` is the canonical address, dates as they were typed; `errors` are messages by field name."""

    filter: Filter
    pairs: Pairs
    typed: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    find: str = ""

    @property
    def query(self) -> str:
        return urlencode(self.pairs)

    def url(self, path: str = "/", *, pairs: Pairs | None = None) -> str:
        query = urlencode(self.pairs if pairs is None else pairs)
        return f"{path}?{query}" if query else path

    def without(self, *names: str, value: str | None = None) -> str:
        """The address of the timeline without a parameter, or without one value of it."""
        kept = (p for p in self.pairs if p[0] not in names or (value is not None and p[1] != value))
        return self.url(pairs=_from_the_start(kept))

    def with_(self, **changes: str) -> str:
        """The address with parameters set instead of what they were."""
        kept = tuple(p for p in self.pairs if p[0] not in changes)
        return self.url(pairs=(*_from_the_start(kept), *((k, v) for k, v in changes.items() if v)))


def read_filter(args: MultiDict[str, str]) -> Asked:
    """What was asked for. A value that means nothing narrows nothing and leaves a message."""
    errors: dict[str, str] = {}
    first, last = _range(args, errors)
    wanted = Filter(
        actors=_chosen([v for v in args.getlist("actor") if v], "actor", errors),
        match=_one(Match, args, "match", Match.ALL, errors),
        mentions=args.get("mentions") == "1",
        statuses=_several(Status, args, "status", errors),
        publishers=_chosen(args.getlist("publisher"), "publisher", errors),
        known=_several(Known, args, "known", errors),
        first=first,
        last=last,
        certainly=args.get("certainly") == "1",
        text=" ".join(args.get("q", "").split())[:_LONGEST_TEXT],
        set_aside=args.get("aside") == "1",
        order=_one(Order, args, "order", Order.OLDEST, errors),
        offset=_count(args, "offset", 0, errors),
        limit=max(STEP, min(MOST, _count(args, "show", STEP, errors))),
    )
    typed = {name: args.get(name, "").strip() for name in ("from", "to")}
    return Asked(wanted, _canonical(wanted, typed), typed, errors, args.get("find", "").strip())


def read_back(query: str) -> Asked:
    """A filter carried along in another page's `back` parameter; only what is understood survives."""
    return read_filter(MultiDict(parse_qsl(query[:4000])))


def _canonical(wanted: Filter, typed: dict[str, str]) -> Pairs:
    flags = (
        ("match", "any" if wanted.match is Match.ANY else ""),
        ("mentions", "1" if wanted.mentions else ""),
        ("from", typed["from"]),
        ("to", typed["to"]),
        ("certainly", "1" if wanted.certainly else ""),
        ("q", wanted.text),
        ("aside", "1" if wanted.set_aside else ""),
        ("order", "newest" if wanted.order is Order.NEWEST else ""),
        ("offset", str(wanted.offset) if wanted.offset else ""),
        ("show", str(wanted.limit) if wanted.limit != STEP else ""),
    )
    return (
        *(("actor", value) for value in wanted.actors),
        *(("status", value.value) for value in wanted.statuses),
        *(("publisher", value) for value in wanted.publishers),
        *(("known", value.value) for value in wanted.known),
        *((name, value) for name, value in flags if value),
    )


def _range(args: MultiDict[str, str], errors: dict[str, str]) -> tuple[int | None, int | None]:
    start = _typed_date(args.get("from", ""), "from", errors)
    end = _typed_date(args.get("to", ""), "to", errors)
    first = start.interval.first_day if start else None
    last = end.interval.last_day if end else None
    if first is not None and last is not None and last < first:
        errors["to"] = _("The range ends before it begins. Exchange the two dates.")
        return first, None
    return first, last


def _typed_date(text: str, name: str, errors: dict[str, str]) -> Typed | None:
    text = text.strip()
    if not text:
        return None
    typed = parse_typed(text, today=date.today()) if len(text) <= _LONGEST_TYPED else None
    if typed is None:
        shown = text if len(text) <= _LONGEST_TYPED else f"{text[:_LONGEST_TYPED]}…"
        errors[name] = _(
            "“%(text)s” is not a date. Write one such as 15 November 2024, June 2024, 2024 or 2024-11-15.",
            text=shown,
        )
    return typed


def _chosen(values: Iterable[str], name: str, errors: dict[str, str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(values))
    if len(found) > _MOST_CHOSEN:
        many = {"actor": _("actors"), "publisher": _("publishers")}[name]
        errors[name] = _(
            "At most %(most)s %(many)s can be chosen at once; these are %(number)s.",
            most=_MOST_CHOSEN,
            many=many,
            number=len(found),
        )
    return found[:_MOST_CHOSEN]


def _one(
    kind: type[Choice], args: MultiDict[str, str], name: str, default: Choice, errors: dict[str, str]
) -> Choice:
    value = args.get(name, "")
    if not value:
        return default
    found = next((choice for choice in kind if choice.value == value), None)
    if found is None:
        errors[name] = _not_offered(value, kind)
    return found or default


def _several(
    kind: type[Choice], args: MultiDict[str, str], name: str, errors: dict[str, str]
) -> tuple[Choice, ...]:
    chosen = [v for v in dict.fromkeys(args.getlist(name)) if v]
    for value in chosen:
        if value not in {choice.value for choice in kind}:
            errors[name] = _not_offered(value, kind)
    return tuple(choice for choice in kind if choice.value in chosen)


def _not_offered(value: str, kind: type[StrEnum]) -> str:
    return _(
        "“%(value)s” is not among the choices: %(choices)s.",
        value=value,
        choices=", ".join(c.value for c in kind),
    )


def _count(args: MultiDict[str, str], name: str, default: int, errors: dict[str, str]) -> int:
    value = args.get(name, "")
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and len(value) <= 9):
        errors[name] = _("“%(value)s” is not a number of events.", value=value[:40])
        return default
    return int(value)


def _from_the_start(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Another question starts at its first page."""
    return tuple(p for p in pairs if p[0] not in ("offset", "show"))
