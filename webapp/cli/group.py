"""What all commands share: plain errors, the data folder, the store."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from webapp.errors import BadInputError, ConfigurationError, DatelineError

if TYPE_CHECKING:
    from webapp.settings import Settings
    from webapp.store.database import Store

Command = TypeVar("Command", bound=Callable[..., Any])


class _FilePath(click.Path):
    """The empty text is nowhere; `Path` would take it for the folder one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value):
            self.fail("The path is empty.", param, ctx)
        return super().convert(value, param, ctx)


PATH = _FilePath(path_type=Path)


class _NotDone(click.ClickException):
    """Exit status 1: what was asked for could not be done."""


class _NotSetUp(click.ClickException):
    """Exit status 2, as for wrong options: Dateline cannot start like this."""

    exit_code = 2


class PlainErrors(click.Group):
    """Somebody's mistake is one plain message on the error output, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            kind = _NotSetUp if isinstance(error, ConfigurationError) else _NotDone
            raise kind(error.message) from error


def with_data(command: Command) -> Command:
    """The option `--data`."""
    return click.option(
        "--data",
        type=PATH,
        metavar="FOLDER",
        help="Where articles and events are kept. Default: $DATELINE_DATA, else your user's data folder.",
    )(command)


def settings_from(data: Path | None, *, host: str | None = None, port: int | None = None) -> Settings:
    """The environment's settings with what was said on the command line laid over them."""
    from webapp.settings import Settings

    said = {"DATELINE_DATA": data, "DATELINE_HOST": host, "DATELINE_PORT": port}
    return Settings.from_environment({**os.environ, **{k: str(v) for k, v in said.items() if v is not None}})


@contextmanager
def opened_store(settings: Settings, *, has_data: bool = False) -> Iterator[Store]:
    """The store with its tables up to date. `has_data`: refused where there are none, so that nothing is made."""
    from webapp.store.database import Store
    from webapp.store.migrate import migrate

    file = settings.data / "dateline.sqlite"
    if has_data and not settings.database_url and not file.exists():
        raise BadInputError("There are no data of Dateline in %(folder)s.", folder=settings.data)
    with plain_data_errors(settings):
        store = Store.open(settings)
        try:
            migrate(store)
            yield store
        finally:
            store.close()


@contextmanager
def plain_data_errors(settings: Settings) -> Iterator[None]:
    """What the database or the data folder refuses, in words: where it is, why, and what to do."""
    from sqlalchemy import make_url
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        raise ConfigurationError(
            "The data in %(place)s cannot be used: %(reason)s. If the file is damaged, put a copy from before in "
            "its place; if it cannot be opened or written, look at its folder's permissions.",
            place=make_url(settings.url).render_as_string(hide_password=True),
            reason=" ".join(str(error.orig).split()).rstrip("."),
        ) from error
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC):
            raise
        raise ConfigurationError(
            "%(path)s cannot be used: %(reason)s. Set DATELINE_DATA to a folder you can write to.",
            path=error.filename or settings.data,
            reason=error.strerror,
        ) from error


def address_of(host: str, port: int) -> str:
    """Where the pages are, without a slash at the end."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def seeds_folder() -> Path:
    """The sample articles."""
    from webapp.settings import shipped

    return shipped("seeds")


def published_day(published: str) -> date | None:
    """What the option `--published` names; `None` where it is not given."""
    from webapp.ingest.dates import EXPECTED, one_day

    if not published:
        return None
    day = one_day(published, today=date.today())
    if day is None:
        raise BadInputError(f"“{published}” is not a date. {EXPECTED}")
    return day
