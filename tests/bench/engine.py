"""The engine alone: KB/s of tag-and-resolve on one core, start-up and memory.

Sentences are not split and no trace is derived: both are done where somebody asks for them.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.corpora import corpora, dated
from tests.bench.texts import ordinary
from webapp.services.batch_tag import Untagged
from webapp.temporal.tagger import tag

_RUNS = 5
_NEWS = ("timebank", "aquaint")
# Run in a process of its own: start-up in ms by the clock and of the processor, KB/s with nothing kept from a run
# before, and the memory it took in KB. What Python itself needs to start is not counted.
_ALONE = """
import time
start, worked = time.perf_counter(), time.process_time()
from webapp.temporal.tagger import tag
tag("Today.")
print(1000 * (time.perf_counter() - start), 1000 * (time.process_time() - worked))
import sys
from pathlib import Path
texts = [path.read_bytes().decode("utf-8") for path in sorted(Path(sys.argv[1]).iterdir())]
worked = time.process_time()
for text in texts:
    tag(text)
print(sum(len(text.encode()) for text in texts) / 1000 / (time.process_time() - worked))
status = Path("/proc/self/status")  # the peak that `resource` tells is the parent's, if that was larger
if status.exists():
    print(next(line.split()[1] for line in status.open() if line.startswith("VmHWM")))
else:
    print(0)
"""


def main() -> None:
    name, documents = _documents()
    size = sum(len(document.text.encode()) for document in documents) / 1000
    rates = sorted(size / _seconds(documents) for _ in range(_RUNS))
    print(f"{f'tag and resolve, {name}':42} {statistics.median(rates):8.0f} KB/s (best {rates[-1]:.0f})")
    started, worked, first, memory = _alone(documents)
    print(f"{'the same, first time in a new process':42} {first:8.0f} KB/s")
    print(f"{'start-up of the engine':42} {started:8.0f} ms (processor {worked:.0f} ms)")
    print(f"{f'memory after {size:.0f} KB of text':42} {memory / 1024:8.0f} MB")


def _documents() -> tuple[str, tuple[Untagged, ...]]:
    news = [corpus for corpus in corpora() if corpus.name in _NEWS]
    if news:
        return " + ".join(corpus.name for corpus in news), tuple(d for corpus in news for d in corpus.asked)
    return "sample articles", dated([ordinary(10_000)] * 20)


def _seconds(documents: tuple[Untagged, ...]) -> float:
    """Processor time, so that other programs on the machine do not count."""
    start = time.process_time()
    for document in documents:
        tag(document.text, document.published)
    return time.process_time() - start


def _alone(documents: tuple[Untagged, ...]) -> tuple[float, ...]:
    """Medians of several fresh processes."""
    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate(documents):
            (Path(folder) / f"{number:06}").write_bytes(document.text.encode())
        told = [
            subprocess.run(
                [sys.executable, "-c", _ALONE, folder], capture_output=True, text=True, check=True
            ).stdout.split()
            for _ in range(_RUNS)
        ]
    return tuple(statistics.median(float(run[place]) for run in told) for place in range(4))


if __name__ == "__main__":
    main()
