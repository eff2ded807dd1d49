"""Plain text in whatever encoding it comes."""

from pathlib import Path

import pytest

from webapp.errors import BadInputError
from webapp.ingest import text
from webapp.ingest.charset import assumed
from webapp.text.document import Document

SAMPLE = Path(__file__).parent / "samples" / "ferry.txt"
QUOTED = "The café reopened on Friday – “at last”, it said, and served until the late evening of that day."


def test_sample_is_kept_character_for_character() -> None:
    wanted = "Ferry to Saltholm resumes\n\nThe ferry sailed again on Tuesday – “at last”.\n"
    assert text.read(SAMPLE.read_bytes()) == Document(wanted)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_english_text_in_any_usual_encoding(encoding: str) -> None:
    assert text.read(QUOTED.encode(encoding)).text == QUOTED


def test_older_encoding_of_another_alphabet() -> None:
    russian = "Канцлер поговорил по телефону с президентом 15 ноября, сообщила газета."
    assert text.read(russian.encode("cp1251")).text == russian


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("cp1252", "Windows-1252")]
)
def test_guessed_encoding_has_a_name(encoding: str, name: str) -> None:
    assert assumed(QUOTED.encode(encoding)) == name


@pytest.mark.parametrize(
    "words", ["naïve", "à la carte", "Ærø", "5 °C", "£5", "“no”", "Þingvellir", "Malmö – Århus", "Bræstrup’s"]
)
def test_words_of_before_unicode(words: str) -> None:
    written = f"On 5 May 2024 the café told of it: {words}, and of nothing else."
    assert text.read(written.encode("cp1252")).text == written


def test_line_ends_stay_as_they_are() -> None:
    assert text.read(b"One.\r\nTwo.\r\n").text == "One.\r\nTwo.\r\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"Tex\x00t", "NUL bytes"),
        (bytes(range(256)) * 8, "NUL bytes"),
        (b"\xff\xfeA\x00\x00\xd8", "begins as UTF-16-LE but is damaged"),
        ("“Übel” – ‘naïve’\nthen \udcff here".encode("utf-8", "surrogateescape"), "damaged on line 2"),
        (bytes(range(128, 256)) * 40, "not text in any encoding"),
        (
            b"The mill closed.\nOn \xff\xfe May 2024 it burnt down.",
            r"the byte FF on line 2 \(byte 21 of the file\)",
        ),
        (b"On 5 May 2024 the mill \x81 closed.", r"the byte 81 on line 1"),
        (b"\xff\xfeThe mill closed on 5 May 2024, so they say", "goes on as another encoding"),
        (b"x" * 5000 + b"\0 late", "NUL characters"),
    ],
)
def test_what_is_no_text_is_told_so(data: bytes, message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        text.read(data, where="notes.txt")


def test_one_line_of_five_megabytes_is_read() -> None:
    most = 5 * 1024 * 1024
    assert len(text.read(b"x" * most).text) == most
