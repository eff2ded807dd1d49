"""The command line. Every command loads what it needs when it runs, so that `dateline --help` is quick."""

from __future__ import annotations

import click

from webapp.cli.adding import ingest, rebuild, seed
from webapp.cli.batching import extract, tag
from webapp.cli.explaining import explain
from webapp.cli.exporting import export
from webapp.cli.group import PlainErrors
from webapp.cli.scoring import score
from webapp.cli.serving import serve


@click.group(cls=PlainErrors, invoke_without_command=True)
@click.version_option(package_name="dateline", prog_name="dateline")
@click.pass_context
def main(ctx: click.Context) -> None:
    """A timeline of your articles, with the proof for every date.

    Without a command: opens the timeline in your browser.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(serve, browser=True)


for _command in (serve, seed, ingest, tag, extract, score, explain, export, rebuild):
    main.add_command(_command)
