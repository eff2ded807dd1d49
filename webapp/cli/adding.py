"""`dateline seed`, `ingest` and `rebuild`: what fills the store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from webapp.cli.group import PATH, opened_store, seeds_folder, settings_from, with_data
from webapp.errors import BadInputError, DatelineError

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from webapp.services.pages import Added
    from webapp.store.database import Store
    from webapp.text.document import Document

T = TypeVar("T")
_BATCH = 200  # articles added in one transaction: the events are arranged anew after each


@click.command()
@with_data
def seed(data: Path | None) -> None:
    """Load the sample articles. A button on the Articles page removes them."""
    from webapp.services import samples

    with opened_store(settings_from(data)) as store:
        click.echo(f"Sample articles loaded: {samples.load_samples(store, seeds_folder())}")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PATH)
@with_data
def ingest(paths: tuple[Path, ...], data: Path | None) -> None:
    """Add articles from files (.txt, .md, .html) and whole folders.

    What cannot be read is listed at the end with the reason; everything else is added.
    """
    from webapp.ingest.folder import files_under
    from webapp.ingest.registry import read_path

    files = files_under(paths)
    if not files:
        raise BadInputError("No .txt, .md or .html file there.")
    settings = settings_from(data)
    with opened_store(settings) as store:
        new, failed = _add_all(store, files, partial(read_path, max_bytes=settings.max_upload_bytes))
    click.echo(f"{new} added, {len(files) - len(failed) - new} there already, {len(failed)} not added.")
    if failed:
        raise BadInputError("\n  ".join([f"{len(failed)} of {len(files)} could not be added:", *failed]))


def _add_all(store: Store, files: Sequence[Path], read: Callable[[Path], Document]) -> tuple[int, list[str]]:
    """How many were new, and a line for each file that failed."""
    new, failed = 0, list[str]()
    with click.progressbar(length=len(files), label="Adding", file=sys.stderr) as bar:
        for start in range(0, len(files), _BATCH):
            tried = [
                (path, _tried(partial(read, path), path, failed)) for path in files[start : start + _BATCH]
            ]
            good = {path: document for path, document in tried if document is not None}
            bar.update(len(tried) - len(good))
            new += sum(not one.was_there for one in _add_batch(store, good, failed, bar))
    return new, failed


def _add_batch(
    store: Store, good: Mapping[Path, Document], failed: list[str], bar: ProgressBar[int]
) -> Sequence[Added]:
    from webapp.services import documents

    done = 0

    def show(number: int) -> None:
        nonlocal done
        bar.update(number - done)
        done = number

    try:
        return documents.add_many(store, good.values(), on_done=show)
    except DatelineError:  # one of them: the others one by one
        tried = (_tried(partial(documents.add, store, good[path]), path, failed) for path in good)
        return [one for one in tried if one is not None]
    finally:
        bar.update(len(good) - done)


def _tried(work: Callable[[], T], path: Path, failed: list[str]) -> T | None:
    try:
        return work()
    except DatelineError as error:
        failed.append(error.message if str(path) in error.message else f"{path}: {error.message}")
        return None


@click.command()
@with_data
def rebuild(data: Path | None) -> None:
    """Read all articles again and make all events and the timeline anew. What people corrected stays."""
    from webapp.services import piles
    from webapp.store.tables.documents import ARTICLES, SAMPLES

    with opened_store(settings_from(data), has_data=True) as store, store.write() as connection:
        for collection in (ARTICLES, SAMPLES):
            piles.rearrange(connection, collection)
    click.echo("All articles were read again.")
