"""Which time expressions of a sentence can date an event, and the account of those that cannot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from webapp.context.segment import Role
from webapp.extract import lexicon
from webapp.extract.report import Accounted, Outcome
from webapp.extract.sentence import Analysed
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.when import When
from webapp.temporal.anchor import Basis
from webapp.temporal.timex import Timex, TimexType
from webapp.text.span import Span

_BRIDGE = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s+(?:the\s+)?$|[-–—]$")
_DETERMINERS = lexicon.words("definite")
_BARE = lexicon.words("bare_times")
_YEARLESS_DAY = re.compile(r"XXXX-\d\d-\d\d")


def usable(analysed: Analysed) -> tuple[Timex, ...]:
    """Those that name a stretch of time, or wait for the event they count from."""
    return tuple(t for t in analysed.timexes if not unusable_because(t, analysed))


def unusable_because(timex: Timex, analysed: Analysed | None) -> str:
    """A code for why a time expression dates no event; "" where it can."""
    if timex.basis is Basis.EVENT:
        return "" if analysed is not None else "no-anchor"
    if timex.type is TimexType.DURATION:
        return "duration"
    if timex.type is TimexType.SET:
        return "recurs"
    if timex.value.startswith("XXXX-") and timex.when is None:
        return "" if _YEARLESS_DAY.match(timex.value) else "no-anchor"
    if timex.when is None or timex.granularity is None:
        return "too-vague"
    if timex.value.endswith("_REF") or timex.text.lower() in _BARE:
        return "too-vague"
    if analysed is not None and _describes_noun(timex, analysed):
        return "describes-noun"
    return ""


def _describes_noun(timex: Timex, analysed: Analysed) -> bool:
    """ "the 2008 treaty": a year between article and noun names the thing, not the event of the sentence."""
    if timex.granularity is None or timex.granularity < Granularity.YEAR:
        return False
    at = analysed.token_at(timex.span.start)
    end = analysed.token_at(timex.span.end)
    if not 0 < at < end < len(analysed.tokens) or analysed.tokens[at - 1].lower not in _DETERMINERS:
        return False
    after = analysed.tokens[end]
    return (
        after.is_word
        and after.text.isalpha()
        and not after.is_capitalised
        and after.lower not in ("and", "or", "when")
    )


def ranges(text: str, timexes: Sequence[Timex]) -> tuple[Timex, When]:
    """The expression that dates an event, and when: two that are joined as "from … to …" make one stretch; otherwise
    the finest, and of those as fine the first that is complete in its words."""
    for first, second in pairwise(timexes):
        if _BRIDGE.fullmatch(text[first.span.end : second.span.start]) and first.when and second.when:
            start, end = first.when.interval.start, second.when.interval.end
            if start is not None and end is not None and start < end:
                return first, When(Interval(start, end), lasts=True)
    best = min(timexes, key=_rank)
    return best, best.when or When(Interval(None, None))


def _rank(timex: Timex) -> tuple[bool, bool, int, bool, int]:
    """A stretch with both ends first; one that waits for its event behind those that stand; then the finest."""
    bounded = timex.when is not None and timex.when.interval.is_bounded
    return (
        not bounded and timex.basis is not Basis.EVENT,
        timex.when is None,
        timex.granularity or 99,
        timex.basis is not Basis.STATED,
        timex.span.start,
    )


def account(
    analysed: Sequence[Analysed], loose: Sequence[tuple[Timex, Role]], placed: dict[Span, int]
) -> tuple[Accounted, ...]:
    """What became of every time expression of a document, in order of the text."""
    rows: list[Accounted] = []
    for sentence in analysed:
        for timex in sentence.timexes:
            rows.append(_accounted(timex, sentence, placed))
    rows.extend(Accounted(timex, Outcome.SET_ASIDE, role.value) for timex, role in loose)
    return tuple(sorted(rows, key=lambda row: row.timex.span))


def _accounted(timex: Timex, sentence: Analysed, placed: dict[Span, int]) -> Accounted:
    beside = "" if sentence.role.is_main else sentence.role.value
    if timex.span in placed:
        return Accounted(timex, Outcome.SET_ASIDE if beside else Outcome.EVENT, beside, placed[timex.span])
    if beside:
        return Accounted(timex, Outcome.SET_ASIDE, beside)
    reason = unusable_because(timex, sentence) or "no-event"
    is_detail = reason in ("duration", "recurs", "describes-noun") and _is_exact(timex)
    return Accounted(timex, Outcome.DETAIL if is_detail else Outcome.SET_ASIDE, reason)


def _is_exact(timex: Timex) -> bool:
    """Says how long or how often, where "for decades" does not."""
    return "X" not in timex.value
