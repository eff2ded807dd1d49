"""How long until the timeline stands, and how much memory it takes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from tests.bench.served import served


def main() -> None:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "webapp", "--help"], check=True, stdout=subprocess.DEVNULL)
    print(f"dateline --help              {time.perf_counter() - start:8.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        _start(Path(folder), "first start, with samples", "--seed")
        _start(Path(folder), "started again")


def _start(data: Path, name: str, *options: str) -> None:
    start = time.perf_counter()
    with served(data, *options) as server:
        up = time.perf_counter() - start
        with urlopen(server.address) as page:
            page.read()
        shown = time.perf_counter() - start
        print(f"{name:28} {up:8.2f} s, first page after {shown:.2f} s, memory {_megabytes(server.pid)} MB")


def _megabytes(pid: int) -> int:
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return int(told.stdout or 0) // 1024


if __name__ == "__main__":
    main()
