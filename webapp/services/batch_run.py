"""What both batch commands need: values out of unchecked JSON, time spent, one bad document set aside."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import TypeVar

from webapp.errors import BadInputError

Json = dict[str, object]
_T = TypeVar("_T")
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Watch:
    """Wall and processor seconds spent on the work itself."""

    wall: float = 0.0
    cpu: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            self.wall += time.perf_counter() - wall
            self.cpu += time.process_time() - cpu

    @property
    def head(self) -> Json:
        return {
            "system": f"dateline {version('dateline')}",
            "seconds": round(self.wall, 4),
            "cpu_seconds": round(self.cpu, 4),
        }


def or_none(work: Callable[[], _T], name: str) -> _T | None:
    """Caught as widely as it is because one bad document must not cost the answers for all others."""
    try:
        return work()
    except Exception:
        _log.exception("document %s cannot be worked on", name)
        return None


def listed(items: object, *, keys: tuple[str, str]) -> list[Mapping[str, object]]:
    """The documents of a list. One bad document among others is passed over; a list of something else is an error.

    `keys` are those that every document has.
    """
    if not isinstance(items, list):
        raise BadInputError(
            f"The input holds no list of documents, each with {_quoted(keys)}, but {_kind(items)}."
        )
    found = mappings(items)
    for key in keys:
        if items and not any(key in item for item in found):
            has = _quoted(found[0]) if found else _kind(items[0])
            raise BadInputError(f"No document in the input has “{key}”. The first has: {has}.")
    return found


def _quoted(keys: Iterable[str]) -> str:
    names = [f"“{key}”" for key in keys]
    return ", ".join(names[:8]) or "nothing"


def _kind(value: object) -> str:
    if isinstance(value, Mapping):
        return f"an object with {_quoted(value)}"
    return {list: "a list", str: "a text", bool: "true or false", type(None): "null"}.get(
        type(value), "a number"
    )


def mappings(items: object) -> list[Mapping[str, object]]:
    return [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []


def text_of(item: Mapping[str, object], key: str) -> str:
    value = item.get(key, "")
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def day_of(item: Mapping[str, object], key: str) -> date | None:
    """The day at the start of the value ("1998-01-08T10:00" too), `None` where there is none."""
    try:
        return date.fromisoformat(text_of(item, key)[:10])
    except ValueError:
        return None
