"""Annotated and predicted documents from files: JSON as `dateline tag` reads and writes it, or TimeML."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from webapp.errors import BadInputError
from webapp.evaluation.annotated import AnnotatedDocument, Annotation, Answer
from webapp.ingest import timeml
from webapp.text.span import Span

_GOLD = 'a list of {"id": …, "text": …, "gold": [{"start": …, "end": …, "type": …, "value": …}]}'


def read_gold(path: Path) -> tuple[AnnotatedDocument, ...]:
    """The annotated documents of a JSON file, a TimeML file or a folder of TimeML files."""
    documents = _documents(path)
    if documents is None:
        documents = _listed(_json(path), path)
    named = Counter(document.id for document in documents)
    twice = next((name for name, count in named.items() if count > 1), None)
    if twice is not None:
        raise BadInputError(f"{path} holds two documents called “{twice}”.")
    return documents


def read_answer(path: Path) -> Answer:
    """What a tagger found: the JSON that `dateline tag` writes, TimeML, or JSON in the form of the annotation."""
    documents = _documents(path)
    value = _json(path) if documents is None else None
    if isinstance(value, Mapping):
        return _answered(value, path)
    documents = _listed(value, path) if documents is None else documents
    return Answer({one.id: one.annotations for one in documents}, {one.id: one.text for one in documents})


def check_answer(gold: Iterable[AnnotatedDocument], answer: Answer, *, where: str) -> int:
    """The number of annotated documents that have no answer; an answer to something else is no answer."""
    documents = {document.id: document for document in gold}
    answered = [documents[name] for name in answer.found if name in documents]
    if documents and not answered:
        raise BadInputError(f"{where} answers none of the annotated documents: their names are others.")
    for document in answered:
        if answer.texts.get(document.id, document.text) != document.text:
            raise BadInputError(f"{where}: the text of “{document.id}” is not the annotated one.")
        _check_extents(answer.found[document.id], document.id, len(document.text), where)
    return len(documents) - len(answered)


def _documents(path: Path) -> tuple[AnnotatedDocument, ...] | None:
    """`None` if it is no TimeML."""
    if path.is_dir():
        return tuple(_from_timeml(file) for file in timeml.files_under(path))
    if path.suffix.lower() in timeml.SUFFIXES or timeml.looks_like(_bytes(path)):
        return (_from_timeml(path),)
    return None


def _from_timeml(path: Path) -> AnnotatedDocument:
    read = timeml.read(_bytes(path), where=str(path))
    marked = tuple(Annotation(timex.span, timex.type, timex.value) for timex in read.timexes)
    return AnnotatedDocument(read.name or path.stem, read.text, marked)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror or error}.") from error


def _json(path: Path) -> object:
    try:
        return json.loads(_bytes(path))
    except (ValueError, RecursionError) as error:
        raise BadInputError(f"{path} is neither JSON nor TimeML: {error}.") from error


def _listed(value: object, path: Path) -> tuple[AnnotatedDocument, ...]:
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise BadInputError(f"{path} holds no annotated documents. Expected: {_GOLD}.")
    return tuple(_document(item, f"{path}, document {place}") for place, item in enumerate(value, start=1))


def _document(item: Mapping[str, object], where: str) -> AnnotatedDocument:
    name, text = item.get("id"), item.get("text")
    if not isinstance(name, str | int) or not isinstance(text, str):
        raise BadInputError(f"{where} has no “id” or no “text”.")
    if "gold" not in item:
        raise BadInputError(f"{where} has no “gold”, the list of its annotated expressions.")
    annotations = _annotations(item["gold"], where)
    _check_extents(annotations, str(name), len(text), where)
    return AnnotatedDocument(str(name), text, annotations)


def _answered(value: Mapping[str, object], path: Path) -> Answer:
    docs, seconds = value.get("docs"), value.get("cpu_seconds") or value.get("seconds")
    if not isinstance(docs, Mapping):
        raise BadInputError(f"{path} has no “docs”, the expressions found in each document.")
    found = {str(name): _annotations(rows, f"{path}, “{name}”") for name, rows in docs.items()}
    return Answer(found, {}, float(seconds) if isinstance(seconds, int | float) else None)


def _annotations(rows: object, where: str) -> tuple[Annotation, ...]:
    if not isinstance(rows, list):
        raise BadInputError(f"{where}: the expressions are not a list.")
    return tuple(_annotation(row, f"{where}, expression {place}") for place, row in enumerate(rows, start=1))


def _annotation(row: object, where: str) -> Annotation:
    start, end = (row.get("start"), row.get("end")) if isinstance(row, Mapping) else (None, None)
    if not isinstance(row, Mapping) or not isinstance(start, int) or not isinstance(end, int):
        raise BadInputError(f"{where} has no “start” and “end” that are whole numbers.")
    if not 0 <= start <= end:
        raise BadInputError(f"{where} runs from {start} to {end}, which is no stretch of text.")
    return Annotation(Span(start, end), str(row.get("type") or ""), str(row.get("value") or ""))


def _check_extents(annotations: Sequence[Annotation], name: str, length: int, where: str) -> None:
    beyond = next((one for one in annotations if one.span.end > length), None)
    if beyond is not None:
        raise BadInputError(
            f"{where}: an expression of “{name}” ends at {beyond.span.end}, its text at {length}. "
            "Offsets count characters, not bytes."
        )
