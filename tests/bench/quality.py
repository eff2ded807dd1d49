"""Quality and speed in one table: Dateline, and dateparser's `search_dates` on the same documents.

`DATELINE_CORPORA` names the folder of the annotated text; without it nothing is measured. Events and actors are
measured by scorers that are no part of this project, in the folder that `DATELINE_TOOLS` names.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.corpora import Corpus, corpora, folder
from tests.bench.dateparser_search import searched
from webapp.evaluation.annotated import Annotation, Answer
from webapp.evaluation.score import Score, score
from webapp.evaluation.table import score_lines
from webapp.services.batch_run import Watch
from webapp.services.batch_tag import Untagged, tag_each

_TIMELINES = ("semeval15", "meantime", "eventtime")
_SECONDS_EACH = 10.0  # what a document may cost dateparser before it is skipped


def main() -> None:
    found = corpora()
    if not found:
        print("quality: not measured, DATELINE_CORPORA names no folder with annotated text")
    else:
        print("quality of time expressions, and KB/s of one core")
        skipped = list[str]()
        print("\n".join(score_lines([row for corpus in found for row in _rows(corpus, skipped)])))
        print("\n".join(skipped) or f"no document took dateparser {_SECONDS_EACH:g} s")
    _timelines()


def _rows(corpus: Corpus, skipped: list[str]) -> Iterator[tuple[str, Score, float | None]]:
    for name, ask in (("dateline", _by_dateline), ("dateparser", _by_dateparser(skipped))):
        answer = ask(corpus.asked)
        rate = corpus.size / answer.seconds if answer.seconds else None
        yield f"{corpus.name}, {name}", score(corpus.gold, answer), rate


def _by_dateline(asked: tuple[Untagged, ...]) -> Answer:
    watch = Watch()
    found = {
        one.document.name: tuple(
            Annotation(timex.timex3_span, timex.type.value, timex.value) for timex in one.timexes
        )
        for one in tag_each(asked, watch)
    }
    return Answer(found, {}, watch.cpu)


def _by_dateparser(skipped: list[str]) -> Callable[[tuple[Untagged, ...]], Answer]:
    """Documents that took too long count as such in which nothing was found, and are named in `skipped`."""

    def ask(asked: tuple[Untagged, ...]) -> Answer:
        searched("Today.", None, within=60)  # loads its languages
        found, seconds = dict[str, tuple[Annotation, ...]](), 0.0
        for document in asked:
            answer = searched(document.text, document.published, within=_SECONDS_EACH)
            seconds += answer.seconds
            found[document.name] = answer.annotations or ()
            if answer.annotations is None:
                size = len(document.text) / 1000
                skipped.append(
                    f"dateparser: {document.name} ({size:.1f} KB) skipped after {_SECONDS_EACH:g} s"
                )
        return Answer(found, {}, seconds)

    return ask


def _timelines() -> None:
    tools = Path(os.environ.get("DATELINE_TOOLS", ""))
    if folder() is None or not (os.environ.get("DATELINE_TOOLS") and (tools / "timeline").is_dir()):
        print("\nevents and actors: not measured, DATELINE_TOOLS names no folder of scorers")
        return
    with tempfile.TemporaryDirectory() as place:
        for name in _TIMELINES:
            _timeline(name, tools / f"timeline/{name}.py", Path(place))


def _timeline(name: str, scorer: Path, place: Path) -> None:
    asked, answer = place / f"{name}.json", place / f"{name}.out.json"
    print(f"\n{name}", flush=True)
    if _run(str(scorer), "export", str(asked)) and _run(
        "-m", "webapp", "extract", str(asked), "-o", str(answer)
    ):
        _run(str(scorer), "score", str(answer))


def _run(*command: str) -> bool:
    """Prints what the command prints; a scorer whose corpus is not there is told in one line."""
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    print(done.stdout if done.returncode == 0 else f"not measured: {done.stderr.strip().splitlines()[-1:]}")
    return done.returncode == 0


if __name__ == "__main__":
    main()
