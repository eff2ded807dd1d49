"""A text that is there already, added with something beside it: what that adds to the article, and what not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from webapp.context.headline import headline_of
from webapp.store.queries import edits
from webapp.text.document import Document

_FIELDS = ("title", "publisher", "url")
Said = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """`filled` are fields that were empty, `left` those that say something else and keep it.

    Another date is a correction, `redated`; only the date that the text first came with is not, where somebody has
    corrected it since: the same file added once more takes back nobody's work.
    """

    filled: Said = ()
    redated: date | None = None
    left: Said = ()

    @property
    def changes(self) -> bool:
        return bool(self.filled) or self.redated is not None

    def to(self, document: Document) -> Document:
        """The document as it stands with the addition."""
        day = self.redated if self.redated is not None else document.given_date
        return replace(self.described(document), given_date=day)

    def described(self, document: Document) -> Document:
        """The document with what was filled in, its date aside."""
        said = dict(self.filled)
        return replace(
            document,
            title=said.get("title", document.title),
            publisher=said.get("publisher", document.publisher),
            url=said.get("url", document.url),
        )


def addition(stored: Document, corrected: Document, made: Iterable[edits.Made], new: Document) -> Addition:
    """What `new` adds to the document as it was `stored` and as it stands `corrected` by the edits `made`."""
    filled, left = [], []
    for name in _FIELDS:
        has, said = getattr(stored, name), getattr(new, name)
        if name == "title" and _is_own(stored):
            has = "" if said and not _is_own(new) else has
        if said and not has:
            filled.append((name, said))
        elif said and said != has and not (name == "title" and _is_own(new)):
            left.append((name, said))
    day = new.given_date
    if day is None or day == corrected.given_date:
        return Addition(tuple(filled), None, tuple(left))
    if day == stored.given_date and edits.standing(made):
        return Addition(tuple(filled), None, (*left, ("published", day.isoformat())))
    return Addition(tuple(filled), day, tuple(left))


def _is_own(document: Document) -> bool:
    """Is the title only the text's own headline, which nobody had to type?"""
    return document.title in ("", headline_of(document))
