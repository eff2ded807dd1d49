"""How much longer hostile text takes when there is twice as much of it."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from datetime import date

from tests.bench.hostile import HOSTILE
from webapp.temporal.tagger import tag

_LENGTH = 25_000
_RUNS = 5
_MOST = 2.3
_SHORTEST = 0.02  # seconds: what takes less is repeated, or the clock's own noise would be measured
_DAY = date(2024, 11, 15)


def main() -> None:
    print(
        f"hostile text of {_LENGTH // 1000} and {2 * _LENGTH // 1000} KB: KB/s, and the factor by which the "
        f"time grows (median of {_RUNS}; more than {_MOST} is marked)"
    )
    factors = [_measured(name, made) for name, made in HOSTILE.items()]
    marked = sum(factor > _MOST for factor in factors)
    print(f"{marked} of {len(factors)} above {_MOST}; the largest {max(factors):.2f}")


def _measured(name: str, made: Callable[[int], str]) -> float:
    half, whole = made(_LENGTH), made(2 * _LENGTH)
    times = max(1, round(_SHORTEST / max(_seconds(half, 1), 1e-6)))
    runs = [(_seconds(half, times), _seconds(whole, times)) for _ in range(_RUNS)]
    factor = statistics.median(twice / once for once, twice in runs)
    rate = 2 * _LENGTH * times / 1000 / statistics.median(twice for _, twice in runs)
    print(f"  {name:34} {rate:8.0f} KB/s   x {factor:.2f}{'   !' if factor > _MOST else ''}", flush=True)
    return factor


def _seconds(text: str, times: int) -> float:
    gc.collect()  # else the rubbish of one text is counted with the next
    start = time.process_time()
    for _ in range(times):
        tag(text, _DAY)
    return time.process_time() - start


if __name__ == "__main__":
    main()
