"""Tagged documents as TimeML files: one file, or a folder with one for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from webapp.export import timeml
from webapp.services.batch_tag import Tagged

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 100


def timeml_of(tagged: Tagged) -> str:
    document = tagged.document
    return timeml.written(document.text, tagged.timexes, name=document.name, published=document.published)


def timeml_files(documents: Iterable[Tagged]) -> Iterator[tuple[str, str]]:
    """A file name made of the document's own, each once whatever the case of its letters, and the content."""
    taken = set[str]()
    for tagged in documents:
        stem = _stem(tagged.document.name)
        names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
        name = next(name for name in names if name.casefold() not in taken)
        taken.add(name.casefold())
        yield name + timeml.SUFFIX, timeml_of(tagged)


def _stem(name: str) -> str:
    """No folder, no hidden file, nothing a file system would refuse.

    >>> _stem("../wsj/0001"), _stem("")
    ('wsj_0001', 'document')
    """
    return _UNSAFE.sub("_", name).strip("._")[:_LONGEST] or "document"
