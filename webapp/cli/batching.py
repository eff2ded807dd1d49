"""`dateline tag` and `dateline extract`: many documents from one file to another, without a store."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from webapp.cli.group import published_day
from webapp.errors import BadInputError

if TYPE_CHECKING:
    from webapp.services.batch_tag import Untagged

_STREAM = Path("-")


@click.command()
@click.argument("documents", type=click.Path(path_type=Path, exists=True, allow_dash=True))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    default=_STREAM,
    help="The file, or the folder for several TimeML files. Default: print.",
)
@click.option("--format", "kind", type=click.Choice(["json", "timeml"]), help="Default: json.")
@click.option(
    "--published", metavar="DATE", default="", help="When a text that does not say was published: 2024-11-15."
)
@click.option("--explain", is_flag=True, help="Tell instead how each expression was read, step by step.")
def tag(*, documents: Path, output: Path, kind: str | None, published: str, explain: bool) -> None:
    """Find the time expressions in DOCUMENTS ("-": standard input).

    DOCUMENTS is a plain text; a TimeML file or a folder of them, whose own TIMEX3 tags are not looked at; or
    a JSON list of {"id": "…", "dct": "1998-01-08", "text": "…"}, dct being the day of publication or "".

    The JSON answer gives for each id the characters, type and TIMEX3 value of every time expression. TimeML
    holds the text with TIMEX3 tags.
    """
    if explain and kind:
        raise click.UsageError("--explain writes neither JSON nor TimeML: leave out --format.")
    asked = _asked(documents, published_day(published))
    if explain:
        _write_explained(asked, output)
    elif kind == "timeml":
        _write_timeml(asked, output)
    else:
        from webapp.services.batch_tag import tag_answer

        answer = json.dumps(tag_answer(asked), ensure_ascii=False)
        _write(f"{answer}\n", output)


@click.command()
@click.argument("documents", type=click.File(encoding="utf-8-sig"))
@click.option(
    "-o",
    "--output",
    type=click.File("w", encoding="utf-8", lazy=True),
    default="-",
    help="Default: print.",
)
def extract(documents: TextIO, output: TextIO) -> None:
    """Find events, actors and their dates in DOCUMENTS, a JSON file ("-": standard input).

    It holds {"documents": [{"doc_id": "…", "published": "2008-01-09", "title": "…", "text": "…"}]}
    and, if wanted, "targets": names to look up among the actors.
    """
    from webapp.services.batch import extract_documents

    json.dump(extract_documents(_read(documents)), output, ensure_ascii=False)
    output.write("\n")


def _read(file: TextIO) -> object:
    try:
        return json.load(file)
    except (ValueError, RecursionError) as error:
        raise BadInputError(f"{file.name} is not a JSON file: {error}.") from error


def _asked(path: Path, published: date | None) -> list[Untagged]:
    from webapp.services.batch_files import documents_in, documents_of
    from webapp.services.batch_tag import published_on

    if path == _STREAM:
        with click.open_file("-", "rb") as stream:
            read = documents_of(stream.read(), where="The standard input")
    else:
        read = documents_in(path)
    return published_on(read, published)


def _write_explained(asked: Iterable[Untagged], output: Path) -> None:
    from webapp.services.batch_explained import explained
    from webapp.services.batch_tag import tag_each

    _write("".join(f"{line}\n" for line in explained(tag_each(asked))), output)


def _write_timeml(asked: list[Untagged], output: Path) -> None:
    """One document is one file, unless a folder is there for it."""
    from webapp.services.batch_tag import tag_each
    from webapp.services.batch_timeml import timeml_files, timeml_of

    if len(asked) == 1 and not output.is_dir():
        _write(timeml_of(next(tag_each(asked))), output)
        return
    if output == _STREAM or output.is_file():
        raise BadInputError(
            f"{len(asked)} documents are as many TimeML files: name a folder for them, as in “-o tagged”."
        )
    files = list(timeml_files(tag_each(asked)))
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInputError(f"{output} cannot be made: {error.strerror or error}.") from error
    for name, content in files:
        _write(content, output / name)


def _write(content: str, output: Path) -> None:
    """As bytes, so that new lines stay as they are: characters must stand where the answer says.

    Half a surrogate pair, which JSON input may hold, is written as JSON writes it.
    """
    try:
        with click.open_file(str(output), "wb") as file:
            file.write(content.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise BadInputError(f"{output} cannot be written: {error.strerror or error}.") from error
