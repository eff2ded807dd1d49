"""The filter as removable chips: what narrows the list, each with the address of the list without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from webapp.timeline.page import FacetValue, TimelinePage
from webapp.views.asking import Asked
from webapp.views.codes import facet_words, known_words, status_words
from webapp.views.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Chip:
    label: str
    url: str


def chips(page: TimelinePage, asked: Asked) -> tuple[Chip, ...]:
    return (*_chosen(page, asked), *_written(asked))


def _chosen(page: TimelinePage, asked: Asked) -> Iterator[Chip]:
    wanted = asked.filter
    for actor in wanted.actors:
        yield Chip(label_of(page.facets.actors, actor), asked.without("actor", value=actor))
    if wanted.mentions:
        yield Chip(_("also where only mentioned"), asked.without("mentions"))
    for status in wanted.statuses:
        yield Chip(status_words(status), asked.without("status", value=status.value))
    for publisher in wanted.publishers:
        yield Chip(
            facet_words("publisher", publisher, publisher), asked.without("publisher", value=publisher)
        )
    for known in wanted.known:
        yield Chip(known_words(known), asked.without("known", value=known.value))


def _written(asked: Asked) -> Iterator[Chip]:
    wanted, typed = asked.filter, asked.typed
    if wanted.first is not None:
        yield Chip(_("from %(day)s", day=typed["from"]), asked.without("from"))
    if wanted.last is not None:
        yield Chip(_("to %(day)s", day=typed["to"]), asked.without("to"))
    if wanted.certainly:
        yield Chip(_("certainly within"), asked.without("certainly"))
    if wanted.text:
        yield Chip(f"“{wanted.text}”", asked.without("q"))


def label_of(values: tuple[FacetValue, ...], value: str) -> str:
    return next((found.label for found in values if found.value == value), value)
