"""`dateline score`: predictions against annotated text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import dateline

TEXT = "She sailed on Friday and came back two days later."
FRIDAY = {"start": 14, "end": 20, "type": "DATE", "value": "2024-11-15"}
LATER = {"start": 35, "end": 49, "type": "DATE", "value": "2024-11-17"}
GOLD: list[dict[str, object]] = [
    {"id": "a", "dct": "2024-11-16", "text": TEXT, "gold": [FRIDAY, LATER]},
    {"id": "b", "dct": "", "text": "", "gold": []},
]


def saved(path: Path, value: object) -> Path:
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return saved(tmp_path / "gold.json", GOLD)


def predicted(path: Path, *rows: object, **more: object) -> Path:
    return saved(path, {"system": "x 1", "docs": {"a": list(rows), "b": []}, **more})


def test_a_line_for_each_file_under_one_head(gold: Path, tmp_path: Path) -> None:
    half = predicted(tmp_path / "half.json", FRIDAY, cpu_seconds=0.01)
    wrong = predicted(tmp_path / "wrong.json", {**FRIDAY, "start": 11, "value": "2024-11-08"}, LATER)
    result = dateline("score", gold, half, wrong)
    assert result.exit_code == 0, result.output
    _, head, first, second = result.stdout.splitlines()
    assert len(head) == len(first) == len(second)
    assert first.split() == ["half.json", "1", *["100.0", "50.0", "66.7"] * 5, "5.0"]
    assert second.split() == ["wrong.json", "2", *["50.0"] * 3, *["100.0"] * 6, *["50.0"] * 6, "-"]


def test_what_tag_writes_can_be_scored(gold: Path, tmp_path: Path) -> None:
    answer, folder = tmp_path / "answer.json", tmp_path / "tagged"
    assert dateline("tag", gold, "-o", answer).exit_code == 0
    assert dateline("tag", gold, "--format", "timeml", "-o", folder).exit_code == 0
    result = dateline("score", gold, answer, folder)
    assert result.exit_code == 0, result.output
    first, second = (line.split()[1:-1] for line in result.stdout.splitlines()[2:])
    assert first == second == ["2", *["100.0"] * 15]


def test_timeml_is_annotation_too(gold: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tagged"
    dateline("tag", gold, "--format", "timeml", "-o", folder)
    result = dateline("score", folder / "a.tml", folder)
    assert result.stdout.splitlines()[2].split()[:5] == ["tagged", "2", "100.0", "100.0", "100.0"]


def test_errors_by_cause_with_examples(gold: Path, tmp_path: Path) -> None:
    path = predicted(tmp_path / "p.json", {**FRIDAY, "value": "2024-11-08"})
    told = dateline("score", gold, path, "--errors", "1").stdout
    assert "missed        1\n    a:35  annotated “two days later” DATE 2024-11-17\n" in told
    assert (
        "value         1\n    a:14  annotated “Friday” DATE 2024-11-15, found “Friday” DATE 2024-11-08"
        in told
    )
    counts = dateline("score", gold, path, "--errors", "0").stdout
    assert "value         1\n" in counts
    assert "“" not in counts


def test_files_of_one_name_are_told_apart(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    paths = [predicted(tmp_path / "p.json", FRIDAY), predicted(tmp_path / "old" / "p.json", LATER)]
    lines = dateline("score", gold, *paths).stdout.splitlines()[2:]
    assert [line.split()[0] for line in lines] == [str(path) for path in paths]


def test_document_without_answer_is_told(gold: Path, tmp_path: Path) -> None:
    path = saved(tmp_path / "p.json", {"docs": {"a": [FRIDAY]}})
    result = dateline("score", gold, path)
    assert result.exit_code == 0
    assert "has no answer for 1 of 2 documents" in result.stderr


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("{nope", "gold.json is neither JSON nor TimeML"),
        ({"docs": {}}, "holds no annotated documents. Expected: a list of"),
        ([1], "holds no annotated documents"),
        ([], "There is no annotated document"),
        ([{"id": "a"}], "document 1 has no “id” or no “text”"),
        ([{"id": "a", "text": "x"}], "document 1 has no “gold”"),
        ([{"id": "a", "text": "x", "gold": {}}], "document 1: the expressions are not a list"),
        ([{"id": "a", "text": "x", "gold": [{}]}], "document 1, expression 1 has no “start” and “end”"),
        ([{"id": "a", "text": "x", "gold": ["1-2"]}], "document 1, expression 1 has no “start” and “end”"),
        ([{"id": "a", "text": "x", "gold": [{"start": 3, "end": 1}]}], "runs from 3 to 1"),
        ([{"id": "a", "text": "x", "gold": [{"start": 0, "end": 2}]}], "ends at 2, its text at 1"),
        ([GOLD[0], GOLD[0]], "holds two documents called “a”"),
    ],
)
def test_bad_annotation_is_told_plainly(value: object, told: str, tmp_path: Path) -> None:
    path = predicted(tmp_path / "p.json")
    result = dateline("score", saved(tmp_path / "gold.json", value), path)
    assert result.exit_code == 1
    assert told in result.stderr


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("On Friday.", "p.json is neither JSON nor TimeML"),
        ("<TimeML>\n<TEXT>", "p.json is broken XML on line 2"),
        ({"system": "x"}, "has no “docs”"),
        ({"docs": {"a": 1}}, "p.json, “a”: the expressions are not a list"),
        ({"docs": {"other": []}}, "answers none of the annotated documents"),
        ({"docs": {"a": [{"start": 0, "end": 900}]}}, "an expression of “a” ends at 900, its text at 50"),
        ([{**GOLD[0], "text": TEXT.upper()}], "the text of “a” is not the annotated one"),
    ],
)
def test_bad_predictions_are_told_plainly(value: object, told: str, gold: Path, tmp_path: Path) -> None:
    result = dateline("score", gold, saved(tmp_path / "p.json", value))
    assert result.exit_code == 1
    assert told in result.stderr


def test_no_such_file_is_wrong_use(gold: Path, tmp_path: Path) -> None:
    assert dateline("score", gold, tmp_path / "none.json").exit_code == 2
    assert dateline("score", gold).exit_code == 2
