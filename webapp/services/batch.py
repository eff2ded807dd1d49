"""`dateline extract`: the events, actors and dates of many documents, without a store.

Pure: plain values in, plain values out. A document that cannot be worked on is answered with nothing for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from webapp.errors import BadInputError
from webapp.extract.reading import Reading
from webapp.services.batch_lookup import find_actor
from webapp.services.batch_rows import Pile, actor_rows, event_rows, mention_rows
from webapp.services.batch_run import Json, Watch, day_of, listed, or_none, text_of
from webapp.text.document import Document
from webapp.timeline.arrangement import Arrangement


def extract_documents(payload: object) -> Json:
    """Every report of every document, the actors behind them and where they are named."""
    from webapp.extract import pipeline
    from webapp.timeline import arrange

    watch = Watch()
    if isinstance(payload, Mapping) and "documents" not in payload:
        raise BadInputError(
            f"The input has no “documents”. It has: {', '.join(map(str, payload)) or 'nothing'}."
        )
    items = payload["documents"] if isinstance(payload, Mapping) else payload
    documents = [
        (text_of(item, "doc_id"), _document(item)) for item in listed(items, keys=("doc_id", "text"))
    ]
    pipeline.read(Document("Today."))
    with watch.running():
        readings = list(_readings(documents, partial(pipeline.read, every_word=True)))
        arrangement = arrange.arrange(readings)
    targets = payload.get("targets", []) if isinstance(payload, Mapping) else []
    return {**watch.head, **_answer(documents, arrangement, targets)}


def _answer(documents: list[tuple[str, Document]], arrangement: Arrangement, targets: object) -> Json:
    pile = Pile.of(arrangement)
    by_hash = {reading.document.hash: reading for reading in arrangement.readings}
    told = [(name, by_hash[document.hash]) for name, document in documents if document.hash in by_hash]
    events = [row for name, reading in told for row in event_rows(name, reading, pile)]
    names = [name for name in targets if isinstance(name, str)] if isinstance(targets, list) else []
    return {
        "events": events,
        "actors": actor_rows(arrangement),
        "mentions": [row for name, reading in told for row in mention_rows(name, reading, pile)],
        "targets": {name: find_actor(name, arrangement) for name in names},
    }


def _readings(
    documents: Iterable[tuple[str, Document]], read: Callable[[Document], Reading]
) -> Iterator[Reading]:
    """One for each text: the same characters twice are one document."""
    seen: set[str] = set()
    for name, document in documents:
        if document.hash in seen:
            continue
        seen.add(document.hash)
        reading = or_none(partial(read, document), name)
        if reading is not None:
            yield reading


def _document(item: Mapping[str, object]) -> Document:
    return Document(text_of(item, "text"), title=text_of(item, "title"), given_date=day_of(item, "published"))
