"""`dateline serve`: the timeline in the browser, until it is stopped."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from webapp.cli.group import address_of, plain_data_errors, seeds_folder, settings_from, with_data
from webapp.errors import ConfigurationError

if TYPE_CHECKING:
    from flask import Flask

    from webapp.settings import Settings
    from webapp.store.database import Store

_THREADS = 8


@click.command()
@click.option("--host", metavar="ADDRESS", help="Where to listen. Default: 127.0.0.1, this computer only.")
@click.option("--port", type=click.IntRange(0, 65535), help="Default: 5000; 0 takes any that is free.")
@with_data
@click.option("--seed", is_flag=True, help="Load the sample articles if the data folder is new.")
@click.option("--browser/--no-browser", help="Open the timeline in your browser. Default: no.")
def serve(
    *,
    host: str | None = None,
    port: int | None = None,
    data: Path | None = None,
    seed: bool = False,
    browser: bool = False,
) -> None:
    """Serve the timeline until Ctrl+C is pressed."""
    from webapp.app import create_app
    from webapp.store.database import Store

    settings = settings_from(data, host=host, port=port)
    store = Store.open(settings)
    try:
        with plain_data_errors(settings):
            _prepare(store, seed=seed)
            app = create_app(settings, store=store)
        _run(app, settings, browser=browser)
    finally:
        store.close()


def _prepare(store: Store, *, seed: bool) -> None:
    """Tables up to date; sample articles only where nothing was, so that removed ones stay away."""
    from webapp.services import samples
    from webapp.store.migrate import migrate, revision

    with store.read() as connection:
        is_new = not revision(connection)
    migrate(store)
    if seed and is_new:
        click.echo(f"Sample articles loaded: {samples.load_samples(store, seeds_folder())}")


def _run(app: Flask, settings: Settings, *, browser: bool) -> None:
    from waitress import create_server

    with _bound(settings) as port:
        server = create_server(app, sockets=[port], threads=_THREADS, ident="dateline")
        address = address_of(settings.host, port.getsockname()[1]) + "/"
        click.echo(f"Dateline is at {address}\nIts data are in {settings.data}\nStop it with Ctrl+C.")
        if browser:
            click.launch(address)
        try:
            with _stopped_by_sigterm():
                server.run()
        finally:
            server.close()
    click.echo("Stopped.")


def _bound(settings: Settings) -> socket.socket:
    """The port, held before an address is printed and before anything has to be cleaned up."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        raise ConfigurationError(_cannot_listen(settings, error)) from error


def _cannot_listen(settings: Settings, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"Port {settings.port} is kept for the system. Choose a higher one, such as --port 5000."
    reason = (error.strerror or str(error)).partition(" (while")[0]
    other = settings.port + 1 if settings.port < 65535 else 5000
    return (
        f"Dateline cannot listen on {settings.host}, port {settings.port}: {reason}. "
        f"Perhaps it is running already: open {address_of(settings.host, settings.port)} to see. "
        f"Otherwise choose another port, such as --port {other}."
    )


@contextmanager
def _stopped_by_sigterm() -> Iterator[None]:
    """Like Ctrl+C: requests under way are answered first."""

    def stop(_number: int, _frame: object) -> NoReturn:
        raise SystemExit(0)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
