"""TimeML read: its text, its day of publication, its tags."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from webapp.errors import BadInputError, DatelineError, WrongTypeError
from webapp.ingest.timeml import Timex3, files_under, looks_like, read
from webapp.text.span import Span

SOURCE = """<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<DOCID>harbour-1</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2024-11-15T10:00" functionInDocument="CREATION_TIME">11/15</TIMEX3></DCT>
<TITLE>Not this</TITLE>
<TEXT>
The crew <EVENT eid="e1" class="OCCURRENCE">sailed</EVENT> <SIGNAL sid="s1">on</SIGNAL> <!-- really -->\
<TIMEX3 tid="t1" type="DATE" value="2024-11-08">Friday</TIMEX3> &amp; rested
<TIMEX3 tid="t2" type="SET" value="P1W" quant="EVERY" freq="2X" mod="APPROX">twice <b>a</b> week</TIMEX3>.
<TIMEX3 tid="t3" type="DURATION" value="P1D" />
</TEXT>
<TLINK lid="l1" relType="BEFORE" />
</TimeML>
"""


def source_of(body: str) -> bytes:
    return f"<TimeML><TEXT>{body}</TEXT></TimeML>".encode()


def test_text_is_that_of_the_text_part_without_tags() -> None:
    found = read(SOURCE.encode())
    assert found.name == "harbour-1"
    assert found.text == "\nThe crew sailed on Friday & rested\ntwice a week.\n\n"


def test_day_of_publication_is_the_creation_time() -> None:
    assert read(SOURCE.encode()).published == date(2024, 11, 15)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("20241115", date(2024, 11, 15)),
        ("2024-11", None),
        ("2024-02-31", None),
        ("2024-W46", None),
        ("", None),
    ],
)
def test_creation_time_in_other_forms(value: str, day: date | None) -> None:
    tag = f'<TIMEX3 functionInDocument="CREATION_TIME" value="{value}">x</TIMEX3>'
    assert read(f"<TimeML><DCT>{tag}</DCT><TEXT>a</TEXT></TimeML>".encode()).published == day


def test_tags_with_their_places_and_attributes() -> None:
    found = read(SOURCE.encode())
    assert [timex.span.of(found.text) for timex in found.timexes] == ["Friday", "twice a week"]
    assert found.timexes[0] == Timex3(found.timexes[0].span, "DATE", "2024-11-08")
    assert found.timexes[1] == Timex3(found.timexes[1].span, "SET", "P1W", "APPROX", "EVERY", "2X")


def test_without_a_text_part_everything_is_text() -> None:
    found = read(b'<TimeML>On <TIMEX3 type="DATE" value="2024">2024</TIMEX3>.</TimeML>')
    assert (found.text, found.timexes[0].span, found.name) == ("On 2024.", Span(3, 7), "")


def test_nested_tags_are_both_kept() -> None:
    tag = '<TIMEX3 type="DURATION" value="P1W">a week from <TIMEX3 type="DATE" value="2024">now</TIMEX3></TIMEX3>'
    assert [timex.span for timex in read(source_of(tag)).timexes] == [Span(0, 15), Span(12, 15)]


def test_offsets_count_characters() -> None:
    found = read(source_of('🛳️ <TIMEX3 type="DATE" value="2024">2024</TIMEX3>'))
    assert found.timexes[0].span.of(found.text) == "2024"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_encoding_is_the_declared_one(encoding: str) -> None:
    source = f'<?xml version="1.0" encoding="{encoding}"?><TimeML><TEXT>café</TEXT></TimeML>'
    assert read(source.encode(encoding)).text == "café"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            b"<TimeML>\n<TEXT>\n<TIMEX3>\n</TEXT></TimeML>",
            "news.tml is broken XML on line 4: Opening and ending",
        ),
        (b"<TimeML>\n<TEXT>a & b</TEXT></TimeML>", "news.tml is broken XML on line 2: "),
        (b"", "news.tml is broken XML on line 1: "),
        (b"<TimeML><TEXT>" + b"<b>" * 5000, "news.tml is broken XML on line 1: "),
        (b"<TimeML><TEXT>\n&gone;</TEXT></TimeML>", "news.tml is broken XML on line 2: "),
    ],
)
def test_broken_xml_is_told_with_its_line(source: bytes, told: str) -> None:
    with pytest.raises(BadInputError) as error:
        read(source, where="news.tml")
    assert error.value.message.startswith(told)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE TimeML [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE TimeML [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE TimeML SYSTEM "http://example.com/TimeML.dtd">',
    ],
)
def test_entities_are_refused_not_looked_up(head: str) -> None:
    with pytest.raises(BadInputError, match="entities of its own"):
        read(f"{head}<TimeML><TEXT>&a;</TEXT></TimeML>".encode())


def test_a_document_type_alone_is_no_entity() -> None:
    source = b'<!DOCTYPE TimeML SYSTEM "TimeML.dtd"><TimeML><TEXT>a</TEXT></TimeML>'
    assert read(source).text == "a"


def test_other_xml_is_told_so() -> None:
    with pytest.raises(WrongTypeError, match="not TimeML: it begins with <html>"):
        read(b"<html/>")


def test_more_than_dateline_takes_is_told_so() -> None:
    with pytest.raises(DatelineError, match="more than the 10 MB"):
        read(b" " * 10_500_000)


def test_timeml_is_known_by_its_beginning() -> None:
    assert all(
        looks_like(start) for start in (b"<TimeML>", b"\xef\xbb\xbf\n<?xml version", b"<!DOCTYPE TimeML>")
    )
    assert not any(looks_like(start) for start in (b"", b"On Friday", b"<html>", b"[{}]"))


def test_folder_gives_its_files_in_order_and_those_below(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for name in ("b.tml", "a.xml", "below/c.TML", "notes.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in files_under(tmp_path)] == ["a.xml", "b.tml", "c.TML"]


def test_folder_without_timeml_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="holds no TimeML file"):
        files_under(tmp_path)
