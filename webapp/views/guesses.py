"""Wrong passwords are slowed down: after some, each one makes the next wait longer, for each address that asks."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

_FREE = 5  # mistypings that cost nothing
_LONGEST = 60.0  # seconds
_REMEMBERED = 1000  # addresses


@dataclass(slots=True)
class Guesses:
    """`clock` gives seconds that only go forward."""

    clock: Callable[[], float] = time.monotonic
    _wrong: OrderedDict[str, tuple[int, float]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, address: str) -> float:
        """Seconds until this address may guess again; 0 counts as a guess, wrong until `right` is called."""
        with self._lock:
            now = self.clock()
            count, until = self._wrong.pop(address, (0, 0.0))
            if until > now:
                self._wrong[address] = count, until
                return until - now
            self._wrong[address] = count + 1, now + _pause(count + 1)
            while len(self._wrong) > _REMEMBERED:
                self._wrong.popitem(last=False)
            return 0.0

    def right(self, address: str) -> None:
        with self._lock:
            self._wrong.pop(address, None)


def _pause(count: int) -> float:
    """
    >>> [_pause(count) for count in (4, 5, 6, 7, 99)]
    [0.0, 1.0, 2.0, 4.0, 60.0]
    """
    return 0.0 if count < _FREE else min(_LONGEST, 2.0 ** min(count - _FREE, 10))
