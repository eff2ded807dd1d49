"""Answers in the shape that was asked for: page, fragment, JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum, IntEnum
from typing import Any, cast

from flask import Response, current_app, json, render_template
from htmx_flask import request

from webapp.store.database import Store
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point
from webapp.views.wording import iso

_DAYS = frozenset({"first", "last", "as_of", "likely", "from_first", "from_last"})


def store() -> Store:
    return cast(Store, current_app.extensions["store"])


def wants_fragment() -> bool:
    """Does htmx ask for a part? Going back in history asks for whole pages."""
    return bool(request.htmx) and not bool(request.htmx.history_restore_request)


def wants_json() -> bool:
    """Problems of a .csv are told as JSON too: nobody would look for a page in it."""
    if str(request.path).endswith((".json", ".csv")):
        return True
    offered = ["text/html", "application/json"]
    return bool(request.accept_mimetypes.best_match(offered) == "application/json")


def render(page: str, fragment: str, /, **values: object) -> str:
    return render_template(fragment if wants_fragment() else page, **values)


def as_json(value: object, *, status: int = 200, mimetype: str = "application/json") -> Response:
    text = json.dumps(plain(value), ensure_ascii=False, indent=2, sort_keys=False)
    return Response(f"{text}\n", status=status, mimetype=mimetype)


def plain(value: object, name: str = "") -> Any:
    """Values of the read models as JSON has them; day numbers become ISO dates."""
    if isinstance(value, Point):
        return str(value)
    if isinstance(value, Interval):
        return {"first": iso(value.first_day) or None, "last": iso(value.last_day) or None}
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name), f.name) for f in fields(value)}
    if isinstance(value, IntEnum):
        return value.name.lower()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(item, str(key)) for key, item in value.items()}
    if isinstance(value, tuple | list | frozenset):
        days = name in ("before", "after")
        return [plain(item, "first" if days and isinstance(item, int) else "") for item in value]
    if name in _DAYS and isinstance(value, int):
        return iso(value)
    return value
