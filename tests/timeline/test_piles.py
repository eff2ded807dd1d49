"""Articles of one event meet, those of different events do not, whatever their order."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.timeline.piling import Case, cases, ids, readings, told
from webapp.timeline.arrange import arrange


def check(case: Case) -> None:
    table, texts = case
    for order in permutations(readings(texts)):
        events = told(arrange(order))
        if table.get("dated_only"):
            events = [e for e in events if not e.startswith("no day")]
        wanted = table["events"]
        if table.get("unordered"):
            events, wanted = sorted(events), sorted(wanted)
        assert events == wanted or events == table.get("alternatives")


@pytest.mark.parametrize("case", [*cases("piles.toml"), *cases("articles.toml")], ids=ids)
def test_events_of_a_pile(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("known_failures.toml"), ids=ids)
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure(case: Case) -> None:
    check(case)
