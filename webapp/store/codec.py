"""Values of the engine as JSON and back: what was said about a time, for explaining it later.

Only the types named here; each object carries its type's name under "_".
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from typing import Any

from webapp.temporal import expression
from webapp.temporal.algebra.duration import Duration
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point
from webapp.temporal.anchor import Anchor
from webapp.text.span import Span

_TYPES: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        expression.CalendarDate,
        expression.ClockTime,
        expression.Weekday,
        expression.Named,
        expression.Shift,
        expression.NthOf,
        expression.Between,
        expression.Lasting,
        expression.Every,
        expression.Around,
        expression.Modified,
        expression.Unknown,
        expression.From,
        Duration,
        Granularity,
        Interval,
        Point,
        Anchor,
        Span,
    )
}

_FIELDS: dict[type[Any], tuple[str, ...]] = {
    kind: tuple(f.name for f in fields(kind)) for kind in _TYPES.values() if is_dataclass(kind)
}


def encode(value: object) -> Any:
    """
    >>> encode(Span(1, 2))
    {'_': 'Span', 'start': 1, 'end': 2}
    """
    if isinstance(value, Enum):
        return {"_": type(value).__name__, "value": value.value}
    if type(value) in _FIELDS:
        named = {name: encode(getattr(value, name)) for name in _FIELDS[type(value)]}
        return {"_": type(value).__name__, **named}
    if isinstance(value, Fraction):
        return {"_": "Fraction", "value": str(value)}
    if isinstance(value, frozenset):
        return {"_": "frozenset", "value": sorted(value)}
    if isinstance(value, tuple):
        return {"_": "tuple", "value": [encode(item) for item in value]}
    return value


def decode(value: Any) -> Any:
    """
    >>> decode({"_": "Span", "start": 1, "end": 2})
    Span(start=1, end=2)
    """
    if not isinstance(value, dict):
        return value
    name, content = value["_"], {key: item for key, item in value.items() if key != "_"}
    if name == "Fraction":
        return Fraction(content["value"])
    if name == "frozenset":
        return frozenset(content["value"])
    if name == "tuple":
        return tuple(decode(item) for item in content["value"])
    kind = _TYPES[name]
    if issubclass(kind, Enum):
        return kind(content["value"])
    return kind(**{key: decode(item) for key, item in content.items()})
