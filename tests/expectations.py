"""Expected timelines: a folder of articles with an `expected.json`, held against what the application's pages say.

The form of `expected.json` is described in `seeds/README.md`; offsets count characters of the stored text.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

Row = dict[str, Any]
_WITHIN_SENTENCE = 600  # characters behind a sentence's beginning in which its time expression stands


@dataclass(frozen=True)
class Shown:
    """What the pages show: events with their reports, articles by their key in `expected.json`."""

    events: list[Row]
    beside: list[Row]
    articles: dict[str, Row]
    actors: set[str]
    ids: dict[int, str] = field(default_factory=dict)


def expected_in(folder: Path) -> Row:
    loaded: Row = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return loaded


def put_in(client: FlaskClient, folder: Path, keys: Sequence[str]) -> Shown:
    """Upload the articles in the order of `keys` and read every page back."""
    files = expected_in(folder)["documents"]
    ids: dict[int, str] = {}
    for key in keys:
        path = folder / files[key]["file"]
        answer = client.post("/add/files", data={"file": (io.BytesIO(path.read_bytes()), path.name)})
        assert answer.status_code == 303, answer.get_data(as_text=True)
        ids[int(answer.headers["Location"].split("?")[0].rstrip("/").split("/")[-1])] = key
    main = [event for event in _timeline(client, "") if not event["is_set_aside"]]
    every = _timeline(client, "aside=1")
    articles = {key: _json(client, f"/articles/{number}.json") for number, key in ids.items()}
    actors = {person["name"] for event in every for person in [*event["took_part"], *event["mentioned"]]}
    return Shown(
        [_with_reports(client, event, ids) for event in main],
        [_with_reports(client, event, ids) for event in every if event["is_set_aside"]],
        articles,
        actors,
        ids,
    )


def problems(expected: Row, shown: Shown) -> list[str]:
    """Every difference in words; an empty list where the pages say what is expected."""
    rows = expected["main_timeline"]
    dated = [event for event in shown.events if event["is_dated"]]
    found = [problem for row in rows for problem in _row_problems(row, rows, dated)]
    known = {(row["document"], row["sentence"][0]) for row in rows}
    for event in dated:
        if not any((r["key"], r["start"]) in known for r in event["reports"] if not r["follows"]):
            report = event["reports"][0]
            found.append(f"not expected: {event['date_start']} {report['key']} {_quote(report)[:80]!r}")
    found.extend(_merging_problems(rows, dated))
    found.extend(f"not set aside: {row}" for row in expected["set_aside"] if not _is_set_aside(row, shown))
    found.extend(f"never an actor: {name}" for name in expected["never_actors"] if name in shown.actors)
    return found


def _row_problems(row: Row, rows: Sequence[Row], dated: Sequence[Row]) -> Iterable[str]:
    where = f"{row['document']} {row['begins']!r}"
    cited = [(event, report) for event in dated for report in event["reports"] if _cites(report, row)]
    if not cited:
        return [f"missing: {where}"]
    wrong = [list(_differences(event, report, row, rows)) for event, report in cited]
    best = min(wrong, key=len)
    return [f"{where}: {problem}" for problem in best]


def _cites(report: Row, row: Row) -> bool:
    return bool(
        report["key"] == row["document"] and report["start"] == row["sentence"][0] and not report["follows"]
    )


def _differences(event: Row, report: Row, row: Row, rows: Sequence[Row]) -> Iterable[str]:
    if (report["first"], report["last"]) != (row["date_start"], row["date_end"]):
        yield f"dated {report['first']} to {report['last']}, not {row['date_start']} to {row['date_end']}"
    length = row["sentence"][1] - row["sentence"][0]
    if not _quote(report).startswith(row["begins"]) or len(_quote(report)) != length:
        yield f"cites {_quote(report)!r}"
    statuses = {other["status"] for other in rows if other["event"] == row["event"]}
    if event["status"] not in statuses:
        yield f"is {event['status']}, not {row['status']}"
    same_day = event["date_start"] == row["date_start"]
    if same_day and _exactness(event["granularity"]) != row["granularity"]:
        yield f"is said to the {event['granularity']}, not {row['granularity']}"
    took_part = {person["name"] for person in event["took_part"]}
    for names in row["took_part"]:
        if not took_part & set(names.split("|")):
            yield f"{names} took part, shown are {sorted(took_part)}"
    for names in row["mentioned"]:
        if took_part & set(names.split("|")):
            yield f"{names} is only mentioned"


def _exactness(granularity: str) -> str:
    return "day" if granularity in ("second", "minute", "hour", "daypart") else granularity


def _merging_problems(rows: Sequence[Row], dated: Sequence[Row]) -> Iterable[str]:
    """Rows of one event are reports of one event, and no others are."""
    held = {
        (row["document"], row["sentence"][0], row["event"]): {
            event["id"] for event in dated for report in event["reports"] if _cites(report, row)
        }
        for row in rows
    }
    for (document, start, name), ids in held.items():
        for (other_document, other_start, other), other_ids in held.items():
            if (document, start) >= (other_document, other_start) or not ids or not other_ids:
                continue
            if name == other and not ids & other_ids:
                yield f"two events instead of one: {name} in {document} and {other_document}"
            if name != other and ids == other_ids:
                yield f"one event instead of two: {name} and {other}"


def _is_set_aside(row: Row, shown: Shown) -> bool:
    """An account row beside the main story, or an event there, with these dates and in this sentence."""
    wanted = (row["date_start"], row["date_end"])
    article = shown.articles[row["document"]]
    text = "".join(
        run["text"] for block in article["blocks"] for run in [*block["runs"], {"text": block["gap"]}]
    )
    begins = text.index(row["begins"])
    beside = (
        report for event in shown.beside for report in event["reports"] if report["key"] == row["document"]
    )
    if any((r["first"], r["last"]) == wanted and _quote(r).startswith(row["begins"]) for r in beside):
        return True
    return any(
        account["outcome"] == "set-aside"
        and (account["first"], account["last"]) == wanted
        and begins <= account["start"] < begins + _WITHIN_SENTENCE
        for account in article["account"]
    )


def _quote(report: Row) -> str:
    return "".join(piece["text"] for piece in report["quote"])


def _timeline(client: FlaskClient, query: str) -> list[Row]:
    page = _json(client, f"/timeline.json?show=1000&{query}")
    assert not page["has_more"]
    events: list[Row] = page["events"]
    return events


def _with_reports(client: FlaskClient, event: Row, ids: dict[int, str]) -> Row:
    page = _json(client, f"/events/{event['id']}.json")
    reports = [{**report, "key": ids.get(report["document"], "")} for report in page["reports"]]
    return {**event, "reports": reports, "page": page}


def _json(client: FlaskClient, address: str) -> Row:
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    loaded: Row = answer.get_json()
    return loaded
