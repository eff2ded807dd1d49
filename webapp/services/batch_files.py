"""Which documents a file or folder holds for `dateline tag`: JSON, TimeML or one plain text."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from webapp.errors import BadInputError
from webapp.ingest import text, timeml
from webapp.services.batch_tag import Untagged, asked_in

_TEXT = (".txt", ".text")
# Some plain texts begin with a bracket, "[Reuters] …": a JSON list holds objects or nothing.
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*[{\]]|\{)")


def documents_in(path: Path) -> list[Untagged]:
    """What kind it is is told by its name and, where that says nothing, by how it begins."""
    if not path.is_dir():
        return documents_of(_bytes(path), where=str(path), name=path.name)
    read = [_from_timeml(_bytes(file), where=str(file), name=file.stem) for file in timeml.files_under(path)]
    twice = next((name for name, count in Counter(one.name for one in read).items() if count > 1), None)
    if twice is not None:
        raise BadInputError(f"{path} holds two documents called “{twice}”.")
    return read


def documents_of(data: bytes, *, where: str, name: str = "") -> list[Untagged]:
    """The documents in the content of a file called `name`."""
    known = Path(name)
    suffix = known.suffix.lower()
    if suffix in timeml.SUFFIXES or (suffix not in (".json", *_TEXT) and timeml.looks_like(data)):
        return [_from_timeml(data, where=where, name=known.stem)]
    if suffix == ".json" or (suffix not in _TEXT and _JSON.match(data)):
        return asked_in(_json(data, where))
    return [Untagged(known.stem or "text", text.read(data, where=where).text)]


def _from_timeml(data: bytes, *, where: str, name: str) -> Untagged:
    """Tags that are in it already are not looked at."""
    read = timeml.read(data, where=where)
    return Untagged(read.name or name or "text", read.text, read.published)


def _json(data: bytes, where: str) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadInputError(f"{where} is not a JSON file: {error}.") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror or error}.") from error
