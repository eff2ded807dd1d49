"""TIMEX3 values and rows, as TimeML 1.2.1 writes them."""

from __future__ import annotations

from webapp.temporal.timex import Timex


def to_row(timex: Timex) -> dict[str, str | int]:
    """What `dateline tag` prints for one expression."""
    span = timex.timex3_span
    return {"start": span.start, "end": span.end, "type": timex.type.value, "value": timex.value}
