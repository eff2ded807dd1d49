"""`dateline export`: the timeline into a file, filtered as on the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from webapp.cli.group import address_of, opened_store, settings_from, with_data
from webapp.errors import BadInputError

if TYPE_CHECKING:
    from webapp.store.database import Store
    from webapp.temporal.freeform import Typed
    from webapp.timeline.filters import Filter

# As in the address of the page; written out so that `--help` need not load the engine.
_STATUSES = ("happened", "planned", "attributed", "denied")
_KNOWN = ("stated", "worked-out", "inferred", "undated")


@click.command()
@click.option("--format", "kind", type=click.Choice(["csv", "json"]), default="csv", help="Default: csv.")
@click.option(
    "-o",
    "--output",
    type=click.File("w", encoding="utf-8", lazy=True),
    default="-",
    help="The file. Default: print.",
)
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="Who took part; several: all of them.")
@click.option("--from", "first", metavar="DATE", default="", help="First day: 2024-11-15, June 2024 or 2024.")
@click.option("--to", "last", metavar="DATE", default="", help="Last day, included.")
@click.option("--any", "match_any", is_flag=True, help="Any of the actors is enough.")
@click.option("--mentioned", is_flag=True, help="Also events in which they are only mentioned.")
@click.option(
    "--status", "statuses", type=click.Choice(_STATUSES), multiple=True, help="Several: any of them."
)
@click.option("--publisher", "publishers", multiple=True, metavar="NAME", help="Several: any of them.")
@click.option(
    "--known", type=click.Choice(_KNOWN), multiple=True, help="How the date is known. Several: any of them."
)
@click.option("--certainly", is_flag=True, help="Only what lies certainly between --from and --to.")
@click.option("--captions", is_flag=True, help="Also events from captions and teasers.")
@click.option("--text", metavar="WORDS", default="", help="Words in the sentences that tell of the event.")
@with_data
def export(
    *,
    kind: str,
    output: TextIO,
    actors: tuple[str, ...],
    first: str,
    last: str,
    text: str,
    data: Path | None,
    **narrowing: Any,
) -> None:
    """Write the events of the timeline, oldest first."""
    from webapp.export import csv, event_path, json
    from webapp.services import timelines

    settings = settings_from(data)

    def address(event_id: str) -> str:
        return address_of(settings.host, settings.port) + event_path(event_id)

    with opened_store(settings, has_data=True) as store:
        asked = _narrowed(_filter(store, actors, first, last, text), **narrowing)
        cards = timelines.cards(store, asked)
        if kind == "csv":
            output.writelines(csv.lines(cards, address=address))
        else:
            output.writelines(json.chunks(cards, asked, address=address))


def _filter(store: Store, actors: tuple[str, ...], first: str, last: str, text: str) -> Filter:
    from webapp.timeline.filters import Filter

    start, end = _typed(first), _typed(last)
    from_day = start.interval.first_day if start else None
    to_day = end.interval.last_day if end else None
    if from_day is not None and to_day is not None and to_day < from_day:
        raise BadInputError("The range ends before it begins. Exchange the two dates.")
    return Filter(
        actors=tuple(_actor_id(store, name) for name in actors),
        first=from_day,
        last=to_day,
        text=" ".join(text.split()),
    )


def _narrowed(
    filter: Filter,
    *,
    match_any: bool,
    mentioned: bool,
    statuses: tuple[str, ...],
    publishers: tuple[str, ...],
    known: tuple[str, ...],
    certainly: bool,
    captions: bool,
) -> Filter:
    from webapp.extract.report import Status
    from webapp.timeline.filters import Known, Match

    return replace(
        filter,
        match=Match.ANY if match_any else Match.ALL,
        mentions=mentioned,
        statuses=tuple(map(Status, statuses)),
        publishers=publishers,
        known=tuple(map(Known, known)),
        certainly=certainly,
        set_aside=captions,
    )


def _typed(text: str) -> Typed | None:
    from webapp.temporal.freeform import parse_typed

    if not text.strip():
        return None
    typed = parse_typed(text, today=date.today())
    if typed is None:
        raise BadInputError(f"“{text}” is not a date. Write one such as 15 November 2024, June 2024 or 2024.")
    return typed


def _actor_id(store: Store, name: str) -> str:
    """An actor by id or by name, as the timeline shows it."""
    from webapp.services import timelines
    from webapp.timeline.filters import Filter

    known = timelines.timeline(store, Filter()).facets.actors
    wanted = name.casefold()
    found = [actor.value for actor in known if wanted in (actor.value.casefold(), actor.label.casefold())]
    if not found:
        near = ", ".join(actor.label for actor in known if wanted in actor.label.casefold())
        raise BadInputError(f"No actor is called “{name}”." + (f" Perhaps: {near}." if near else ""))
    return found[0]
