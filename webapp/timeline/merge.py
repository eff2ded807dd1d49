"""Reports of one and the same event put together: on shared participants, compatible dates and event words alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from webapp.extract.anchoring import noun_kinds
from webapp.extract.report import Part, Report, Status
from webapp.timeline.event import ReportRef
from webapp.timeline.words import content_words, likeness

_ALIKE = 0.3  # share of words that two reports of one event have in common
_ONCE_A_DAY = frozenset(["post", "die", "vote"])  # nobody resigns, dies or is elected twice on one day
_MOSTLY_ALIKE = 0.4
_ALIKE_UNDATED = 0.4
_BLOCK = 8  # days whose reports are compared with each other
_NEIGHBOURS = 50  # reports of one kind, day and party that one is compared with
_MONTH = 31  # days
_DISPUTED_DAYS = 3  # days by which two documents may differ about the same event


@dataclass(frozen=True)
class Told:
    """A report with the ids of those who took part, as the whole pile names them."""

    ref: ReportRef
    report: Report
    parties: frozenset[str]

    @cached_property
    def words(self) -> frozenset[str]:
        """The sentence's words that carry meaning, names left out."""
        text = self.report.citation.quote
        return content_words(" ".join(w for w in text.split() if not w[:1].isupper() or "“" in w or "‘" in w))

    @cached_property
    def days(self) -> tuple[int, int] | None:
        """First and last day, where both are known."""
        if not self.report.is_dated or self.report.when is None or not self.report.when.interval.is_bounded:
            return None
        interval = self.report.when.interval
        first, last = interval.first_day, interval.last_day
        return None if first is None or last is None else (first, last)


def parties_of(report: Report) -> frozenset[str]:
    return frozenset(p.actor for p in report.participations if p.part is not Part.MENTIONED)


def merge(told: Sequence[Told]) -> list[list[Told]]:
    """Groups of reports, each of one event; `told` comes in an order of its own that decides nothing."""
    groups = _Groups(len(told))
    for a, b in _pairs(told):
        if is_same_event(told[a], told[b]):
            groups.join(a, b)
    _join_dateless(told, groups)
    found: dict[int, list[Told]] = defaultdict(list)
    for index, item in enumerate(told):
        found[groups.of(index)].append(item)
    return list(found.values())


def is_same_event(a: Told, b: Told) -> bool:
    """Do two reports, both dated or both not, tell of one event?"""
    if a.report.segment.is_main != b.report.segment.is_main:
        return False
    shared = a.parties & b.parties
    if a.report.mention.kind != b.report.mention.kind:
        return a.days is not None and a.days == b.days and bool(shared) and _is_same_occasion(a, b)
    if a.days is None or b.days is None:
        return _is_same_dateless(a, b)
    alike = likeness(a.words, b.words)
    if a.days == b.days:
        is_whole = bool(shared) and shared in (a.parties, b.parties)
        enough = len(shared) >= 2 or (is_whole and (alike >= _ALIKE or a.report.mention.kind in _ONCE_A_DAY))
        return enough or (not a.parties and not b.parties and alike >= 2 * _ALIKE)
    return _is_rounded(a, b, shared, alike) or _is_disputed(a, b, shared, alike)


def _is_rounded(a: Told, b: Told, shared: frozenset[str], alike: float) -> bool:
    """One document names the day, another only the week or month that holds it."""
    if a.ref.document == b.ref.document or a.days is None or b.days is None or not shared:
        return False
    inner, outer = sorted((a.days, b.days), key=lambda days: days[1] - days[0])
    holds = outer[0] <= inner[0] and inner[1] <= outer[1] and outer[1] - outer[0] <= _MONTH
    return holds and shared in (a.parties, b.parties) and alike >= _MOSTLY_ALIKE


def _is_same_occasion(a: Told, b: Told) -> bool:
    """Told by two documents of one day, with the same parties as far as both name any: an occasion of one class
    ("faces an election", "goes to the polls"), or mostly the same words ("closed the bridge", "had it closed")."""
    is_day = a.report.granularity is not None and a.report.granularity.has_day
    smaller = min(a.parties, b.parties, key=len)
    if a.ref.document == b.ref.document or not is_day or not smaller <= (a.parties & b.parties):
        return False
    first, second = a.report.citation.quote, b.report.citation.quote
    kinds = {told.report.mention.kind for told in (a, b)} - {"say"}
    if kinds & noun_kinds(first) & noun_kinds(second):
        return True
    shared = a.words & b.words
    return len(shared) >= 2 and likeness(a.words, b.words) >= _MOSTLY_ALIKE


def _is_disputed(a: Told, b: Told, shared: frozenset[str], alike: float) -> bool:
    """Two documents that give one meeting different days near each other."""
    if a.ref.document == b.ref.document or a.days is None or b.days is None:
        return False
    near = abs(a.days[0] - b.days[0]) <= _DISPUTED_DAYS and a.report.granularity == b.report.granularity
    return near and len(shared) >= 2 and a.parties == b.parties and alike >= _ALIKE


def _is_same_dateless(a: Told, b: Told) -> bool:
    if (
        a.days is not None
        or b.days is not None
        or a.report.status is not b.report.status
        or a.parties != b.parties
    ):
        return False
    return len(a.words & b.words) >= 2 and (likeness(a.words, b.words) >= _ALIKE_UNDATED)


def _pairs(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Pairs worth a look: the same kind of event and somebody or a day in common."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in enumerate(told):
        for key in _keys(item):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for position, a in enumerate(members):
            for b in members[position + 1 : position + 1 + _NEIGHBOURS]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b


def _keys(item: Told) -> Iterator[Hashable]:
    kind, days = item.report.mention.kind, item.days
    if days is not None and days[0] == days[1]:
        yield from (("day", days[0], party) for party in item.parties)
    if days is None:
        yield from ((kind, "undated", party) for party in item.parties)
        return
    for span in {days[0] // _BLOCK, (days[0] + _DISPUTED_DAYS) // _BLOCK, days[1] // _BLOCK}:
        yield from ((kind, span, party) for party in item.parties or ("nobody",))


def _join_dateless(told: Sequence[Told], groups: _Groups) -> None:
    """A report without a date joins the only dated event of its kind with the same two or more parties."""
    dated: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in enumerate(told):
        if item.days is not None and len(item.parties) >= 2:
            dated[_meeting(item)].append(index)
    for index, item in enumerate(told):
        if item.days is None and len(item.parties) >= 2 and item.report.timex is None:
            matches = [
                i for i in dated.get(_meeting(item), ()) if told[i].report.status is item.report.status
            ]
            if len({groups.of(i) for i in matches}) == 1 and item.report.status is Status.HAPPENED:
                groups.join(matches[0], index)


def _meeting(item: Told) -> Hashable:
    return item.report.mention.kind, item.parties, item.report.segment.is_main


class _Groups:
    """Union-find over indexes."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def of(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def join(self, a: int, b: int) -> None:
        low, high = sorted((self.of(a), self.of(b)))
        self.parent[high] = low
