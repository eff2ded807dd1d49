"""`dateline tag` and `dateline extract`: the formats that other programs rely on."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import dateline

TEXT = "Rivertown bans cars\n\nThe town council of Rivertown banned cars on Monday."


def answered(command: str, payload: object, tmp_path: Path) -> dict[str, Any]:
    asked, answer = tmp_path / "in.json", tmp_path / "out.json"
    asked.write_text(json.dumps(payload), encoding="utf-8")
    result = dateline(command, asked, "-o", answer)
    assert result.exit_code == 0, result.output
    value = json.loads(answer.read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    return value


def extracted(payload: object, tmp_path: Path) -> dict[str, Any]:
    return answered("extract", payload, tmp_path)


def test_tag_answers_every_id_with_characters_type_and_value(tmp_path: Path) -> None:
    documents = [
        {"id": "a", "dct": "2008-01-09", "text": TEXT, "gold": []},
        {"id": "b", "dct": "", "text": "Nothing to see."},
        {"id": "c", "dct": "nonsense"},
        "no document",
    ]
    answer = answered("tag", documents, tmp_path)
    start = TEXT.index("Monday")
    assert answer["docs"] == {
        "a": [{"start": start, "end": start + 6, "type": "DATE", "value": "2008-01-07"}],
        "b": [],
        "c": [],
    }
    assert answer["system"].startswith("dateline ")
    assert answer["seconds"] >= 0
    assert answer["cpu_seconds"] >= 0


def test_offsets_count_code_points(tmp_path: Path) -> None:
    text = "🛳️ On 3 March 2023 “it” sailed."
    (row,) = answered("tag", [{"id": "x", "dct": "", "text": text}], tmp_path)["docs"]["x"]
    assert text[row["start"] : row["end"]] == "3 March 2023"


def test_extract_gives_a_row_for_each_report(tmp_path: Path) -> None:
    document = {"doc_id": "n1", "published": "2008-01-09", "title": "Rivertown bans cars", "text": TEXT}
    answer = extracted({"documents": [document], "targets": ["Town council", "Steve Jobs"]}, tmp_path)
    row = next(event for event in answer["events"] if event["trigger"] == "banned")
    assert row["doc_id"] == "n1"
    assert TEXT[slice(*row["sentence"])] == "The town council of Rivertown banned cars on Monday."
    assert row["trigger_start"] == TEXT.index("banned")
    assert (row["date_start"], row["date_end"], row["granularity"]) == ("2008-01-07", "2008-01-07", "day")
    assert row["event_id"]
    assert set(answer["targets"]) == {"Town council", "Steve Jobs"}
    assert answer["targets"]["Steve Jobs"] is None
    for mention in answer["mentions"]:
        assert mention["actor"] in answer["actors"]
        assert TEXT[mention["start"] : mention["end"]].strip()


def test_extract_reads_a_bare_list_and_the_same_text_twice(tmp_path: Path) -> None:
    documents = [{"doc_id": name, "published": "2008-01-09", "text": TEXT} for name in ("n1", "n2")]
    rows = extracted(documents, tmp_path)["events"]
    by_document = {name: [row["event_id"] for row in rows if row["doc_id"] == name] for name in ("n1", "n2")}
    assert by_document["n1"] == by_document["n2"] != []


@pytest.mark.parametrize(
    "text", ["", " \n", "\0", "Ein Satz auf Deutsch ohne Datum.", "x" * 20_000, "\ud800"]
)
def test_a_document_that_gives_nothing_is_answered(text: str, tmp_path: Path) -> None:
    documents = [{"doc_id": "bad", "text": text}, {"doc_id": "n1", "published": "2008-01-09", "text": TEXT}]
    assert {row["doc_id"] for row in extracted(documents, tmp_path)["events"]} == {"n1"}


def test_answers_are_the_same_for_the_same_input(tmp_path: Path) -> None:
    payload = {"documents": [{"doc_id": "n1", "published": "2008-01-09", "text": TEXT}]}
    first, again = extracted(payload, tmp_path), extracted(payload, tmp_path)
    assert {k: v for k, v in first.items() if "seconds" not in k} == {
        k: v for k, v in again.items() if "seconds" not in k
    }


def test_what_is_not_json_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{nope", encoding="utf-8")
    result = dateline("tag", tmp_path / "bad.json")
    assert result.exit_code == 1
    assert "bad.json is not a JSON file" in result.stderr


@pytest.mark.parametrize(
    ("command", "payload", "message"),
    [
        ("tag", {"x": 1}, "no list of documents, each with “id”, “text”, but an object with “x”"),
        ("tag", {"documents": []}, "as `dateline extract` reads it"),
        (
            "tag",
            [{"doc_id": "n1", "text": TEXT}],
            "No document in the input has “id”. The first has: “doc_id”",
        ),
        ("tag", [{"id": "n1"}], "No document in the input has “text”"),
        ("extract", {"documents": "n1"}, "each with “doc_id”, “text”, but a text"),
        ("extract", {"x": 1}, "The input has no “documents”. It has: x."),
        ("extract", [{"id": "n1", "dct": "", "text": TEXT}], "No document in the input has “doc_id”"),
    ],
)
def test_wrong_shape_names_what_is_missing(
    command: str, payload: object, message: str, tmp_path: Path
) -> None:
    file = written(tmp_path / "in.json", json.dumps(payload))
    result = dateline(command, file)
    assert result.exit_code == 1
    assert message in result.stderr


@pytest.mark.parametrize(
    ("command", "payload"), [("tag", []), ("extract", []), ("extract", {"documents": []})]
)
def test_no_documents_are_no_error(command: str, payload: object, tmp_path: Path) -> None:
    answered(command, payload, tmp_path)


SENTENCE = "He left on Friday,\r\ntwo days before the talks."
TIMEML = """<TimeML><DOCID>ship</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-11-16" functionInDocument="CREATION_TIME">today</TIMEX3></DCT>
<TEXT>She sailed <TIMEX3 tid="t1" type="DATE" value="1066">yesterday</TIMEX3>.</TEXT></TimeML>"""


def written(path: Path, content: str) -> Path:
    path.write_bytes(content.encode("utf-8"))
    return path


def tagged(*arguments: object, text: str | None = None) -> dict[str, Any]:
    result = dateline("tag", *arguments, text=text)
    assert result.exit_code == 0, result.output
    docs = json.loads(result.stdout)["docs"]
    assert isinstance(docs, dict)
    return docs


def values(docs: dict[str, Any]) -> dict[str, list[str]]:
    return {name: [row["value"] for row in rows] for name, rows in docs.items()}


def test_tag_reads_a_plain_text_with_the_day_that_is_given(tmp_path: Path) -> None:
    path = written(tmp_path / "trip.txt", SENTENCE)
    docs = tagged(path, "--published", "16 November 2024")
    assert values(docs) == {"trip": ["2024-11-15", "P2D"]}
    assert SENTENCE[docs["trip"][1]["start"] :].startswith("two days")


def test_tag_reads_timeml_without_looking_at_its_tags(tmp_path: Path) -> None:
    docs = tagged(written(tmp_path / "a.tml", TIMEML))
    assert docs == {"ship": [{"start": 11, "end": 20, "type": "DATE", "value": "2024-11-15"}]}


def test_tag_reads_a_folder_of_timeml(tmp_path: Path) -> None:
    written(tmp_path / "a.tml", TIMEML)
    written(tmp_path / "b.tml", "<TimeML><TEXT>In 1999.</TEXT></TimeML>")
    assert values(tagged(tmp_path)) == {"ship": ["2024-11-15"], "b": ["1999"]}
    written(tmp_path / "c.tml", TIMEML)
    assert "two documents called “ship”" in dateline("tag", tmp_path).stderr


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('[{"id": "x", "dct": "2024-11-16", "text": "yesterday"}]', "x"),
        (TIMEML, "ship"),
        ("[Rivertown] It ended yesterday.", "text"),
    ],
)
def test_standard_input_is_told_by_how_it_begins(content: str, name: str) -> None:
    docs = tagged("-", "--published", "2024-11-16", text=content)
    assert values(docs) == {name: ["2024-11-15"]}


def test_given_day_is_for_documents_without_one_of_their_own(tmp_path: Path) -> None:
    documents = [
        {"id": "a", "dct": "2020-01-02", "text": "yesterday"},
        {"id": "b", "dct": "", "text": "yesterday"},
    ]
    path = written(tmp_path / "in.json", json.dumps(documents))
    docs = tagged(path, "--published", "2024-11-16")
    assert values(docs) == {"a": ["2020-01-01"], "b": ["2024-11-15"]}


def test_json_keeps_its_form_to_the_byte(tmp_path: Path) -> None:
    asked, answer = (
        written(tmp_path / "in.json", json.dumps([{"id": "é", "dct": "", "text": "1999"}])),
        tmp_path / "o",
    )
    assert dateline("tag", asked, "-o", answer).exit_code == 0
    told = answer.read_text(encoding="utf-8")
    assert told == json.dumps(json.loads(told), ensure_ascii=False) + "\n"
    assert told.endswith('"docs": {"é": [{"start": 0, "end": 4, "type": "DATE", "value": "1999"}]}}\n')
    assert list(json.loads(told)) == ["system", "seconds", "cpu_seconds", "docs"]


def test_half_a_surrogate_pair_in_a_name_stops_nothing(tmp_path: Path) -> None:
    answer = answered("tag", [{"id": "\ud800", "text": "1999"}, {"id": "b", "text": "2000"}], tmp_path)
    assert values(answer["docs"]) == {"\ud800": ["1999"], "b": ["2000"]}


def test_one_document_is_one_timeml_file_that_can_be_tagged_again(tmp_path: Path) -> None:
    path, answer = written(tmp_path / "trip.txt", SENTENCE), tmp_path / "trip.tml"
    result = dateline("tag", path, "--published", "2024-11-16", "--format", "timeml", "-o", answer)
    assert result.exit_code == 0, result.output
    assert '<TIMEX3 tid="t1" type="DATE" value="2024-11-15">Friday</TIMEX3>,&#13;\n' in answer.read_text(
        "utf-8"
    )
    assert tagged(answer) == tagged(path, "--published", "2024-11-16")
    printed = dateline("tag", path, "--published", "2024-11-16", "--format", "timeml")
    assert printed.stdout_bytes == answer.read_bytes()


def test_several_documents_are_a_folder_of_timeml(tmp_path: Path) -> None:
    names = ["../up", "News", "news", ""]
    documents = [{"id": name, "dct": "", "text": "In 1999."} for name in names]
    path, folder = written(tmp_path / "in.json", json.dumps(documents)), tmp_path / "new" / "out"
    assert dateline("tag", path, "--format", "timeml", "-o", folder).exit_code == 0
    assert sorted(file.name for file in folder.iterdir()) == [
        "News.tml",
        "document.tml",
        "news-2.tml",
        "up.tml",
    ]
    assert values(tagged(folder)) == {name or "document": ["1999"] for name in names}


def test_several_documents_need_a_folder(tmp_path: Path) -> None:
    path = written(tmp_path / "in.json", json.dumps([{"id": "a", "text": ""}, {"id": "b", "text": ""}]))
    result = dateline("tag", path, "--format", "timeml")
    assert result.exit_code == 1
    assert "name a folder" in result.stderr


def test_explain_tells_each_step_under_its_sentence(tmp_path: Path) -> None:
    told = "Nothing here. He left on Friday, two days before the talks. In early May it ended."
    path = written(tmp_path / "trip.txt", told)
    lines = dateline("tag", path, "--published", "2024-11-16", "--explain").stdout.splitlines()
    assert lines[0] == "trip (published 2024-11-16)"
    assert not any("Nothing here" in line for line in lines)
    assert lines[2:5] == [
        "  He left on Friday, two days before the talks.",
        "    Friday  [DATE 2024-11-15]",
        "      1. The text says “Friday”.",
    ]
    assert "      3. It counts from an event, not from the day of publication." in lines
    assert lines.index("  In early May it ended.") > lines.index(
        "    two days before the talks  [DURATION P2D]"
    )
    assert any(line.endswith(" mod=START]") for line in lines)


def test_explain_says_where_nothing_was_found(tmp_path: Path) -> None:
    path = written(tmp_path / "x.txt", "Nothing here.")
    assert (
        dateline("tag", path, "--explain").stdout == "x (day of publication not known): no time expression\n"
    )


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.tml", "<TimeML>\n<TEXT>", "a.tml is broken XML on line 2"),
        ("a.xml", "<html/>", "is XML but not TimeML"),
        ("a.txt", " ", "a.txt is empty"),
        ("a.json", "", "a.json is not a JSON file"),
    ],
)
def test_bad_file_is_told_plainly(name: str, content: str, told: str, tmp_path: Path) -> None:
    result = dateline("tag", written(tmp_path / name, content))
    assert result.exit_code == 1
    assert told in result.stderr


def test_wrong_use_is_told_plainly(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "1999")
    assert "leave out --format" in dateline("tag", path, "--explain", "--format", "json").stderr
    assert "is not a date" in dateline("tag", path, "--published", "soonish").stderr
    assert "cannot be written" in dateline("tag", path, "-o", tmp_path / "none" / "x.json").stderr
    assert dateline("tag", tmp_path / "none.txt").exit_code == 2


def test_byte_order_mark_in_front_of_json(tmp_path: Path) -> None:
    file = tmp_path / "documents.json"
    document = {"doc_id": "n1", "published": "2008-01-09", "text": TEXT}
    file.write_text(json.dumps([document]), encoding="utf-8-sig")
    result = dateline("extract", file)
    assert result.exit_code == 0, result.output
