"""How long an ordinary article takes from text to events."""

from __future__ import annotations

import statistics
import time

from tests.bench.texts import ordinary
from webapp.extract.pipeline import read
from webapp.text.document import Document


def main() -> None:
    article = Document(ordinary(10_000))
    read(article)
    took = sorted(1000 * _seconds(article) for _ in range(21))
    name = "10 KB through the pipeline"
    print(f"{name:42} {statistics.median(took):8.1f} ms (slowest {took[-1]:.1f})")


def _seconds(article: Document) -> float:
    start = time.perf_counter()
    read(article)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
