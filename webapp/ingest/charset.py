"""From bytes to characters: Unicode first, older encodings only where they clearly fit."""

from __future__ import annotations

import codecs
import re

from webapp.errors import BadInputError, Message

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOSTLY_ASCII = 0.85  # above it, the rest is accents and curly quotes: Windows-1252
_SAMPLE = 4096
# What English prose of before Unicode holds besides ASCII: punctuation, a few signs, and letters inside of words.
_SIGNS = frozenset("\xa0¡¢£¥§©«®°±²³´·¹º»¼½¾¿×÷€‚„…‰‹›‘’“”•–—™")
_LONE_LETTERS = frozenset("ÀÁÉàáèéíóýÅÖØåöø")
_FOREIGN_WORD = re.compile(r"[^\W\d_]*[^\W\d_a-zA-Z][^\W\d_]*|[^\x00-\x7f]")
THE_FILE = Message("The file")


def decode(data: bytes, *, where: str | Message = THE_FILE) -> str:
    """The text, without a byte order mark.

    >>> decode("Über".encode("utf-16")), decode(b"\\xef\\xbb\\xbfnews"), decode(b"in the caf\\xe9 on Friday")
    ('Über', 'news', 'in the café on Friday')
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = _strictly(data.removeprefix(bom), encoding, where)
            return _checked_wide(text, data, encoding, where)
    if b"\0" in data[:_SAMPLE]:
        return _strictly(data, _wide_encoding(data, where), where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error, where)


def _strictly(data: bytes, encoding: str, where: str | Message) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInputError(
            "%(where)s begins as %(encoding)s but is damaged at byte %(byte)s. "
            "Save it as UTF-8 text and try again.",
            field="file",
            where=where,
            encoding=encoding.upper(),
            byte=f"{error.start + 1:,}",
        ) from error


def _checked_wide(text: str, data: bytes, encoding: str, where: str | Message) -> str:
    """Bytes of ASCII text behind a mark of UTF-16 would be read as Chinese."""
    if encoding.startswith("utf-16") and b"\0" not in data and _is_mostly_ascii(data[2:]):
        raise BadInputError(
            "%(where)s begins as %(encoding)s but goes on as another encoding from byte 3. "
            "Save it as UTF-8 text and try again.",
            field="file",
            where=where,
            encoding=encoding.upper(),
        )
    return text


def assumed(data: bytes) -> str:
    """The name of the encoding where it had to be guessed, else "".

    >>> assumed(b"in the caf\\xe9 on Friday"), assumed("café".encode())
    ('Windows-1252', '')
    """
    if data.startswith(tuple(bom for bom, _ in _BOMS)) or b"\0" in data[:_SAMPLE]:
        return ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)[1] if _windows(data) is None else "Windows-1252"
    return ""


def _wide_encoding(data: bytes, where: str | Message) -> str:
    """UTF-16 without a mark has its NULs on one side only; anything else with NULs is no text."""
    sample = data[: min(len(data), _SAMPLE) // 2 * 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > len(sample) * 0.35 and not min(even, odd):
        return "utf-16-be" if even else "utf-16-le"
    raise BadInputError(
        "%(where)s holds NUL bytes, so it is not plain text. Save it as a text file and try again.",
        field="file",
        where=where,
    )


def _legacy(data: bytes, error: UnicodeDecodeError, where: str | Message) -> str:
    """An encoding from before Unicode. Damaged UTF-8 is told as such, never read as something else."""
    if _has_valid_utf8(data):
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInputError(
            "%(where)s is UTF-8 but damaged on line %(line)s (byte %(byte)s). "
            "Mend that place or save it as UTF-8 again.",
            field="file",
            where=where,
            line=f"{line:,}",
            byte=f"{error.start + 1:,}",
        ) from error
    text = _windows(data)
    if text is None and _is_mostly_ascii(data):
        place = _implausible(data.decode("cp1252", "replace"))
        raise BadInputError(
            "%(where)s is not UTF-8, and no other likely encoding fits: the byte %(value)s on line %(line)s "
            "(byte %(byte)s of the file) is no letter or sign there. Mend that place or save it as UTF-8.",
            field="file",
            where=where,
            value=f"{data[place]:02X}",
            line=f"{data[:place].count(10) + 1:,}",
            byte=f"{place + 1:,}",
        ) from error
    text = text or _guessed(data)[0]
    if not text:
        raise BadInputError(
            "%(where)s is not text in any encoding Dateline knows. Save it as UTF-8 and try again.",
            field="file",
            where=where,
        ) from error
    return text


def _has_valid_utf8(data: bytes) -> bool:
    """Does it hold characters that only UTF-8 writes like that, and more of them than damage?"""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return sum(1 for c in text if c > "\x7f") - damaged > damaged


def _windows(data: bytes) -> str | None:
    """Mostly ASCII, and the rest is what English text has besides."""
    if not _is_mostly_ascii(data):
        return None
    text = data.decode("cp1252", "replace")
    return text if _implausible(text) < 0 else None


def _implausible(text: str) -> int:
    """Where a character stands that prose has no use for, -1 for nowhere. One byte is one character here."""
    for word in _FOREIGN_WORD.finditer(text):
        found = word[0]
        is_sign = found in _SIGNS or found in _LONE_LETTERS
        if not is_sign and not re.search("[a-zA-Z]", found):
            return word.start()
    return -1


def _is_mostly_ascii(data: bytes) -> bool:
    return _ascii_bytes(data) >= _MOSTLY_ASCII * len(data)


def _ascii_bytes(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(128))))


def _guessed(data: bytes) -> tuple[str, str]:
    """Text and name of the likeliest encoding, empty where none fits."""
    from charset_normalizer import from_bytes  # slow to load and seldom needed

    best = from_bytes(data).best()
    return ("", "") if best is None else (str(best), best.encoding.replace("_", "-"))
