"""`dateline explain`: how a time expression is read, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from webapp.cli.group import published_day

if TYPE_CHECKING:
    from webapp.temporal.algebra.interval import Interval
    from webapp.temporal.timex import Timex


@click.command()
@click.argument("text")
@click.option("--published", metavar="DATE", default="", help="When the text was published: 2024-11-15.")
def explain(text: str, published: str) -> None:
    """Show how the time expressions in TEXT are read, step by step.

    An example: dateline explain "two days prior to the talks" --published 2024-11-15
    """
    from webapp.temporal import tagger

    found = tagger.tag(text, published_day(published))
    told = "\n\n".join(_explained(timex, text) for timex in found)
    click.echo(told or f"There is no time expression in “{text}”.")


def _explained(timex: Timex, text: str) -> str:
    from webapp.temporal import trace

    steps = [f"  {n}. {trace.in_english(step)}" for n, step in enumerate(trace.steps(timex), start=1)]
    return "\n".join([timex.text, *steps, f"  {_result(timex, text)}"])


def _result(timex: Timex, text: str) -> str:
    """The dates, or what is missing for them, and the TIMEX3 value."""
    value = f"[{timex.type} {timex.value}{f' {timex.mod}' if timex.mod else ''}]"
    if timex.when is not None:
        return f"{_days(timex.when.interval)}  {value}"
    if timex.event is not None:
        return f"No date yet: it waits for its event, “{timex.event.of(text)}”, to be dated.  {value}"
    return f"No date of its own.  {value}"


def _days(interval: Interval) -> str:
    from webapp.export.dates import iso_day

    first, last = iso_day(interval.first_day), iso_day(interval.last_day)
    if not first or not last:
        return f"{first} or later" if first else f"{last} or earlier" if last else "Any time"
    return first if first == last else f"{first} to {last}"
