"""`dateline tag`: the time expressions of many documents, from values to values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from webapp.errors import BadInputError
from webapp.services.batch_run import Json, Watch, day_of, listed, or_none, text_of
from webapp.temporal import tagger, timex_value
from webapp.temporal.timex import Timex


@dataclass(frozen=True, slots=True)
class Untagged:
    """A text to be tagged; `published` is what "yesterday" in it counts from."""

    name: str
    text: str
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Tagged:
    document: Untagged
    timexes: tuple[Timex, ...]


def asked_in(documents: object) -> list[Untagged]:
    """The documents in a JSON value; one that is none is passed over."""
    if isinstance(documents, Mapping) and "documents" in documents:
        raise BadInputError(
            "The input is an object with “documents”, as `dateline extract` reads it. "
            "`dateline tag` reads a list of documents, each with “id” and “text”."
        )
    return [
        Untagged(text_of(item, "id"), text_of(item, "text"), day_of(item, "dct"))
        for item in listed(documents, keys=("id", "text"))
    ]


def published_on(documents: Iterable[Untagged], day: date | None) -> list[Untagged]:
    """The same, with a day for those that came without one."""
    return [
        replace(document, published=day) if document.published is None else document for document in documents
    ]


def tag_answer(documents: Iterable[Untagged]) -> Json:
    """What `dateline tag` writes as JSON."""
    watch = Watch()
    found = {
        one.document.name: [timex_value.to_row(timex) for timex in one.timexes]
        for one in tag_each(documents, watch)
    }
    return {**watch.head, "docs": found}


def tag_each(documents: Iterable[Untagged], watch: Watch | None = None) -> Iterator[Tagged]:
    """In the order given; a document that cannot be worked on has no expressions."""
    watch = Watch() if watch is None else watch
    tagger.tag("Today.")  # word lists are read once; that is start-up, not work on a document
    for document in documents:
        with watch.running():
            timexes = or_none(partial(tagger.tag, document.text, document.published), document.name)
        yield Tagged(document, timexes or ())
