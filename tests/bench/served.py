"""A Dateline of its own for measuring: sample articles in a temporary folder, any free port."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Served:
    address: str
    pid: int


@contextmanager
def served(data: Path, *options: str) -> Iterator[Served]:
    command = [sys.executable, "-m", "webapp", "serve", "--port", "0", "--data", str(data), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Served(_address(process), process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _address(process: subprocess.Popen[str]) -> str:
    for line in process.stdout or ():
        if found := re.search(r"http://\S+/", line):
            return found[0]
    raise SystemExit("Dateline did not start.")
