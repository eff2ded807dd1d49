"""Dates that count from another event: which report tells of the event that the words name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from webapp.extract import lexicon
from webapp.extract.report import ActorMention, Part, Report, Status
from webapp.extract.verbs import form_of
from webapp.temporal.algebra.granularity import Granularity
from webapp.temporal.algebra.interval import Interval
from webapp.temporal.anchor import Basis
from webapp.temporal.tagger import resolve_from_event
from webapp.text.span import Span
from webapp.text.tokens import tokenise

_NEVER = 10**9

Placed = tuple[tuple[str, int], Report]  # (document hash, index), report


def waits_for_event(report: Report) -> bool:
    return (
        report.timex is not None
        and report.timex.event is not None
        and report.basis is Basis.EVENT
        and not report.is_dated
    )


def find_anchor(
    text: str,
    report: Report,
    mentions: Iterable[ActorMention],
    reports: Sequence[Placed],
    names: Mapping[str, str],
) -> Placed | None:
    """The dated report of the event that the report's time expression names: of its class of event words and with all
    actors named there taking part. In the same text the one nearest before it, else the first behind it; in other
    texts the only one, or of several the last before this article appeared. `None` where that decides nothing.

    `names` maps the keys of `mentions` to those used in `reports`.
    """
    if report.timex is None or report.timex.event is None:
        return None
    phrase = report.timex.event
    named = {names.get(m.actor, m.actor) for m in mentions if phrase.overlaps(m.span)}
    kinds = event_kinds(text, phrase)
    words = event_words(text, phrase)
    able = [
        (place, other) for place, other in reports if _can_anchor(other, report) and named <= _parties(other)
    ]
    found = [placed for placed in able if _names_event(placed[1], kinds, words)]
    if own := _nearest_in_text(found, report):
        return own
    if found:
        return _last_before(found, report) if named or len(_stretches(found)) == 1 else None
    of_kind = [placed for placed in able if kinds & noun_kinds(placed[1].citation.quote)]
    return _nearest_in_text([p for p in of_kind if _is_before(p[1], report)], report)


def _nearest_in_text(found: Sequence[Placed], report: Report) -> Placed | None:
    own = [p for p in found if p[1].citation.document == report.citation.document]
    before = [p for p in own if _is_before(p[1], report)]
    return before[-1] if before else next(iter(own), None)


def _is_before(other: Report, report: Report) -> bool:
    same = other.citation.document == report.citation.document
    return same and other.citation.span.start < report.citation.span.start


def _last_before(found: Sequence[Placed], report: Report) -> Placed | None:
    """Of events on several days the last one before the article appeared; they must not be told apart by anything
    but their days."""
    if len(_stretches(found)) == 1:
        return found[0]
    published = report.timex.anchor.day if report.timex is not None else None
    if published is None:
        return None
    past = [p for p in found if _first_day(p[1]) <= published]
    return max(past, key=lambda p: (_first_day(p[1]), p[0]), default=None)


def _stretches(found: Sequence[Placed]) -> set[Interval]:
    return {other.when.interval for _, other in found if other.when is not None}


def _first_day(report: Report) -> int:
    day = report.when.interval.first_day if report.when is not None else None
    return day if day is not None else _NEVER


def _can_anchor(other: Report, report: Report) -> bool:
    """Dated to a month or finer, not itself by counting from an event, and no mere plan for what is told as past."""
    is_fine = other.granularity is not None and other.granularity <= Granularity.MONTH
    is_told_alike = other.status is not Status.PLANNED or report.status is Status.PLANNED
    return other.is_dated and is_fine and is_told_alike and (other.timex is None or other.timex.event is None)


def _parties(other: Report) -> set[str]:
    return {p.actor for p in other.participations if p.part is not Part.MENTIONED}


def _names_event(other: Report, kinds: frozenset[str], words: set[str]) -> bool:
    """The event word is of one of the kinds, or the report's sentence holds the very word."""
    if not kinds:
        return False
    quote = other.citation.quote
    told = {t.lower.removesuffix("s") for t in tokenise(quote, Span(0, len(quote)))}
    return other.mention.kind in kinds or bool(words & told)


def event_words(text: str, phrase: Span) -> set[str]:
    """The event words of a phrase themselves, in lower case, cut where an ending may differ."""
    nouns = lexicon.events().nouns
    words = {t.lower.removesuffix("s") for t in tokenise(text, phrase)}
    return {w for w in words if w in nouns and len(w) >= 4}


def event_kinds(text: str, phrase: Span) -> frozenset[str]:
    """Classes of the event words in a phrase: {"talk"} for "the talks" and for "Hale spoke to Brandt"."""
    events = lexicon.events()
    verbs = (
        form_of(token.lower)
        for token in tokenise(text, phrase)
        if token.text.isalpha() and token.text.islower()
    )
    told = {
        events.verbs[verb[0]]
        for verb in verbs
        if verb is not None and verb[1] == "past" and verb[0] in events.verbs
    }
    return noun_kinds(phrase.of(text)) | told


@lru_cache(maxsize=20_000)
def noun_kinds(text: str) -> frozenset[str]:
    """Classes of the event nouns in a text."""
    nouns = lexicon.events().nouns
    kinds: set[str] = set()
    for token in tokenise(text, Span(0, len(text))):
        word = token.lower
        singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
        kinds |= {nouns[form] for form in (word, singular) if form in nouns}
    return frozenset(kinds)


def anchored(report: Report, anchor: Placed) -> Report:
    """The report with its date worked out from the anchor's."""
    place, other = anchor
    if report.timex is None or other.when is None or other.granularity is None:
        return report
    timex = resolve_from_event(report.timex, other.when.interval, other.granularity)
    if timex.when is None:
        return report
    return replace(report, timex=timex, when=timex.when, granularity=timex.granularity, anchor=place)
