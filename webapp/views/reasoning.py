"""Why this date? The steps of the chain as sentences."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from webapp.services.pages import ChainStep, EventPage
from webapp.temporal.algebra.point import civil_from_days
from webapp.views.translation import N_, gettext
from webapp.views.wording import clock_words, day_words, length_words, span_words, weekday_name, year_words

# Each code of a step with its sentence; the blanks are those of `_blanks`.
_SENTENCES = {
    "said": N_("The article says “%(text)s”."),
    "stated": N_("That is complete in itself: %(date)s."),
    "published": N_("The article is dated %(date)s."),
    "published-inferred": N_("The article's own date was inferred: %(date)s."),
    "mention": N_("It counts from a date named before it: “%(text)s”, %(date)s."),
    "event": N_("It counts from another event: “%(label)s”, %(date)s."),
    "event-only": N_(
        "That is “%(label)s”, the only event in your articles in which both took part. "
        "An article dates it: “%(text)s”."
    ),
    "event-only-1": N_(
        "That is “%(label)s”, the only event in your articles in which this actor took part. "
        "An article dates it: “%(text)s”."
    ),
    "event-only-many": N_(
        "That is “%(label)s”, the only event in your articles in which all of them took part. "
        "An article dates it: “%(text)s”."
    ),
    "year-filled": N_("No year is said; %(year)s is the nearest to the article's date."),
    "arithmetic-before": N_("%(length)s before %(anchor)s: %(date)s."),
    "arithmetic-after": N_("%(length)s after %(anchor)s: %(date)s."),
    "result": N_("So the date is %(date)s."),
    "not-used": N_("Not used: the article's own date (%(date)s). The words count from the other event."),
    "not-used-inferred": N_(
        "Not used: the article's own date (inferred, %(date)s). The words count from the other event."
    ),
    "bounds": N_("No day is said. The order of telling puts it within %(date)s."),
    "bounds-first": N_("No day is said. The order of telling puts it not before %(date)s."),
    "bounds-last": N_("No day is said. The order of telling puts it not after %(date)s."),
    "bounds-nowhere": N_("No day is said. Nothing in the text orders it."),
}
_BESIDE = ("not-used", "not-used-inferred")


@dataclass(frozen=True, slots=True)
class Reason:
    """One step to read. `is_numbered` is false for remarks that stand below the steps."""

    sentence: str
    step: ChainStep
    is_numbered: bool = True


def reasoning(page: EventPage) -> tuple[Reason, ...]:
    return tuple(Reason(_sentence(step), step, step.code not in _BESIDE) for step in page.chain)


def _sentence(step: ChainStep) -> str:
    """An unknown code still says what it holds, so that no step is lost."""
    known = _SENTENCES.get(_code(step))
    if known is None:
        return "; ".join((step.code.replace("-", " "), *(str(value) for value in step.values.values())))
    sentence = gettext(known, **_blanks(step))
    return sentence[:1].upper() + sentence[1:]


def _code(step: ChainStep) -> str:
    if step.code == "arithmetic":
        return f"arithmetic-{step.values.get('side', '')}"
    if step.code == "event-only":
        return {1: "event-only-1", 2: "event-only"}.get(_number(step, "actors") or 2, "event-only-many")
    if step.code == "bounds":
        first, last = _number(step, "first"), _number(step, "last")
        ends = {(True, True): "-nowhere", (False, True): "-first", (True, False): "-last"}
        return "bounds" + ends.get((first is None, last is None), "")
    return step.code


def _blanks(step: ChainStep) -> dict[str, str]:
    """What the sentences may say, in words."""
    values = step.values
    first = _number(step, "first")
    is_day = values.get("granularity") == "day"
    blanks = {
        "text": str(values.get("text", "")),
        "label": str(values.get("label", "")),
        "date": _date(first, _number(step, "last"), _number(step, "minute"), weekday=is_day),
        "year": "" if first is None else year_words(civil_from_days(first)[0]),
    }
    if _code(step) in ("bounds-first", "bounds-last"):
        day = _number(step, "last") if first is None else first
        blanks["date"] = day_words(day or 0)
    if step.code == "arithmetic":
        anchor = _number(step, "from_first"), _number(step, "from_last"), _number(step, "from_minute")
        blanks["anchor"] = _date(*anchor, weekday=True)
        blanks["length"] = length_words(Fraction(str(values["count"])), str(values["unit"]))
    return blanks


def _date(first: int | None, last: int | None, minute: int | None, *, weekday: bool) -> str:
    words = span_words(first, last)
    if weekday and first is not None and first == last:
        words = gettext("%(weekday)s %(day)s", weekday=weekday_name(first), day=day_words(first))
    if minute is None:
        return words
    return gettext("%(day)s, %(clock)s", day=words, clock=clock_words(minute))


def _number(step: ChainStep, name: str) -> int | None:
    value = step.values.get(name)
    return value if isinstance(value, int) else None
