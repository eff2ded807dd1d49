"""TimeML written: read again, it is the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from webapp.errors import BadInputError
from webapp.export.timeml import written
from webapp.ingest.timeml import read
from webapp.temporal.tagger import tag
from webapp.text.span import Span

DAY = date(2024, 11, 15)
_PHRASES = [
    "on Friday",
    "two days",
    "every week",
    "early 1990",
    "9 p.m.",
    "\r\n",
    "\r",
    "\t",
    "<",
    "&amp;",
    "]]>",
]
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff").filter(
    lambda c: c >= " " or c in "\t\n\r"
)
TEXTS = st.lists(st.sampled_from([f" {p} " for p in _PHRASES]) | st.text(CHARACTERS, max_size=8), max_size=12)


@given(TEXTS.map("".join), st.none() | st.dates())
def test_text_date_and_tags_come_back_as_they_were(text: str, published: date | None) -> None:
    timexes = tag(text, published)
    found = read(written(text, timexes, name="a-1", published=published).encode())
    assert (found.text, found.name, found.published) == (text, "a-1", published)
    assert [(t.span, t.type, t.value, t.mod, t.quant, t.freq) for t in found.timexes] == [
        (t.timex3_span, t.type, t.value, t.mod, t.quant, t.freq) for t in timexes
    ]


def test_tags_stand_around_what_annotators_mark() -> None:
    text = "Two days before the talks, and early next year."
    source = written(text, tag(text, DAY), name="x", published=DAY)
    assert source == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>x</DOCID>\n'
        '<DCT><TIMEX3 tid="t0" type="DATE" value="2024-11-15" functionInDocument="CREATION_TIME">'
        "2024-11-15</TIMEX3></DCT>\n"
        '<TEXT><TIMEX3 tid="t1" type="DURATION" value="P2D">Two days</TIMEX3> before the talks, and '
        '<TIMEX3 tid="t2" type="DATE" value="2025" mod="START">early next year</TIMEX3>.</TEXT>\n</TimeML>\n'
    )


def test_quant_and_freq_are_written() -> None:
    text = "They met every Friday and twice a week."
    attributes = {
        name
        for element in etree.fromstring(written(text, tag(text)).encode()).iter()
        for name in element.attrib
    }
    said = {name for t in tag(text) for name in ("quant", "freq") if getattr(t, name)}
    assert said
    assert said <= attributes


def test_without_name_and_day_neither_is_written() -> None:
    source = written("Nothing.", ())
    assert "DCT" not in source
    assert "DOCID" not in source
    assert read(source.encode()).timexes == ()


@pytest.mark.parametrize("character", ["\0", "\f", "\x0b", "\x1b", "\ud800", "\ufffe"])
def test_character_that_xml_has_not_is_told_with_its_line(character: str) -> None:
    with pytest.raises(BadInputError, match=f"news cannot be .* line 2 .*U\\+{ord(character):04X}"):
        written(f"one\ntwo{character}", (), name="news")


def test_span_of_a_tag_after_escaped_characters() -> None:
    text = "R&D <b> in 1999"
    assert read(written(text, tag(text)).encode()).timexes[0].span == Span(11, 15)
