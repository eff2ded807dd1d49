"""What no text may hold, and how much is taken at once. How much that is, is told by the callers' settings."""

from __future__ import annotations

import re

from webapp.errors import BadInputError, Message, TooLargeError

_UNITS = ((1024 * 1024, "MB"), (1024, "KB"), (1, "B"))
_SURROGATE = re.compile("[\ud800-\udfff]")
# Something to see: no space, no control character, none of those without any width.
_SEEN = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
THE_TEXT = Message("The text")


def checked_text(text: str, *, where: str | Message = THE_TEXT, field: str = "text") -> str:
    """The text itself, if it can be an article: not empty, and no characters that cannot be kept."""
    checked_characters(text, where=where, field=field)
    if not _SEEN.search(text):
        raise BadInputError("%(where)s is empty. An article needs some text.", field=field, where=where)
    return text


def checked_characters(text: str, *, where: str | Message, field: str) -> None:
    """What a database cannot hold, or what shows that a file was read wrongly."""
    if "\0" in text:
        raise BadInputError(
            "%(where)s holds NUL characters (the first on line %(line)s), so it is not plain text. "
            "Save it as a text file and try again.",
            field=field,
            where=where,
            line=line_of(text, text.index("\0")),
        )
    if half := _SURROGATE.search(text):
        raise BadInputError(
            "%(where)s holds half a character (a lone surrogate) on line %(line)s: it was cut or converted "
            "wrongly. Copy it again from its source.",
            field=field,
            where=where,
            line=line_of(text, half.start()),
        )


def checked_size(size: int, *, where: str | Message, most: int, field: str) -> None:
    """Are these not more than the bytes that are taken at once?"""
    if size > most:
        raise TooLargeError(
            "%(where)s has %(size)s, more than the %(most)s that Dateline takes at once. "
            "Add it in several parts.",
            field=field,
            where=where,
            size=amount(size),
            most=amount(most),
        )


def amount(size: int) -> str:
    """Rounded up, so that what is too much never reads as what is allowed.

    >>> amount(10 * 1024 * 1024), amount(10 * 1024 * 1024 + 1), amount(7)
    ('10 MB', '10.01 MB', '7 B')
    """
    factor, unit = next((pair for pair in _UNITS if size >= pair[0]), _UNITS[-1])
    return f"{-(-size * 100 // factor) / 100:g} {unit}"


def line_of(text: str, offset: int) -> int:
    """The number of the line that holds the character, from 1."""
    return text.count("\n", 0, offset) + 1
