"""`dateline score`: how well found time expressions agree with annotated ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from webapp.errors import BadInputError

if TYPE_CHECKING:
    from webapp.evaluation.annotated import AnnotatedDocument, Answer
    from webapp.evaluation.score import Score

_FILES = click.Path(path_type=Path, exists=True)


@click.command()
@click.argument("gold", type=_FILES)
@click.argument("predicted", type=_FILES, nargs=-1, required=True)
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    metavar="N",
    help="Count what differs by its cause, with N examples of each.",
)
def score(gold: Path, predicted: tuple[Path, ...], errors: int | None) -> None:
    """Score the time expressions in PREDICTED files against those annotated in GOLD.

    GOLD is a TimeML file, a folder of them, or a JSON list of {"id": "…", "dct": "1998-01-08", "text": "…",
    "gold": [{"start": 70, "end": 79, "type": "DATE", "value": "1998-W01"}]}. PREDICTED is what "dateline tag"
    writes, or the same kinds of file as GOLD.

    \b
    strict   the extents are the same
    relaxed  the extents overlap; type and value: and the type, the value agree
    date     both name days, and the same days
    P, R, F1 share of the found, share of the annotated, and their harmonic mean, in percent
    """
    from webapp.evaluation.differences import differences
    from webapp.evaluation.files import read_gold
    from webapp.evaluation.table import difference_lines, score_lines

    documents = read_gold(gold)
    answers = [(path, _answer(documents, path)) for path in predicted]
    is_name_enough = len({path.name for path in predicted}) == len(predicted)
    rows = [
        (path.name if is_name_enough else str(path), *_scored(documents, answer)) for path, answer in answers
    ]
    click.echo("\n".join(score_lines(rows)))
    for path, answer in answers if errors is not None else ():
        found = differences(documents, answer)
        click.echo("\n".join(["", str(path), *difference_lines(found, examples=errors or 0)]))


def _answer(documents: tuple[AnnotatedDocument, ...], path: Path) -> Answer:
    from webapp.evaluation.files import check_answer, read_answer

    answer = read_answer(path)
    missing = check_answer(documents, answer, where=str(path))
    if not documents:
        raise BadInputError("There is no annotated document to score against.")
    if missing:
        click.echo(
            f"{path} has no answer for {missing} of {len(documents)} documents: nothing found there.",
            err=True,
        )
    return answer


def _scored(documents: tuple[AnnotatedDocument, ...], answer: Answer) -> tuple[Score, float | None]:
    """The score, and KB of text for each second of processor time."""
    from webapp.evaluation.score import score as scored

    size = sum(len(document.text.encode("utf-8", "surrogatepass")) for document in documents) / 1000
    return scored(documents, answer), size / answer.seconds if answer.seconds else None
