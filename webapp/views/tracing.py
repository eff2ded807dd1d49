"""How a time expression was read, as sentences: each code of a trace with its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from webapp.services.trying import Reading
from webapp.temporal.algebra.point import Point
from webapp.temporal.anchor import Basis
from webapp.temporal.timex import TimexType
from webapp.temporal.trace import Code, Reason, Step
from webapp.views.translation import gettext as _
from webapp.views.translation import ngettext
from webapp.views.wording import clock_words, day_words, month_words, span_words, weekday_name, year_words

Values = Mapping[str, str]


def dates(reading: Reading) -> str:
    """The dates of an expression in words, or why it has none."""
    if not reading.is_dated:
        return _without_date(reading)
    stretch = _stretch(reading)
    if reading.first is None or reading.last is None:
        return stretch
    return _with_mod(stretch, reading.mod, is_day=reading.first == reading.last)


def _with_mod(stretch: str, mod: str, *, is_day: bool) -> str:
    """TIMEX3's `mod` in words, where it says something about a date."""
    return {
        "START": _("early on %(date)s", date=stretch) if is_day else _("early in %(date)s", date=stretch),
        "MID": _("in the middle of %(date)s", date=stretch),
        "END": _("late on %(date)s", date=stretch) if is_day else _("late in %(date)s", date=stretch),
        "APPROX": _("about %(date)s", date=stretch),
        "BEFORE": _("before %(date)s", date=stretch),
        "AFTER": _("after %(date)s", date=stretch),
    }.get(mod, stretch)


def told(reading: Reading) -> tuple[tuple[Step, str], ...]:
    """Each step of the trace with its sentence; empty where another one tells it."""
    return tuple((step, _sentence(step, reading)) for step in reading.steps)


def sentences(reading: Reading) -> tuple[str, ...]:
    return tuple(sentence for _step, sentence in told(reading) if sentence)


def _stretch(reading: Reading) -> str:
    first, last = reading.first, reading.last
    if first is not None and reading.part:
        return _("%(day)s, %(part)s", day=_with_weekday(first), part=_part_of_day(reading.part))
    if first is not None and reading.minute is not None:
        return _("%(day)s, %(clock)s", day=_with_weekday(first), clock=clock_words(reading.minute))
    if first is not None and first == last:
        return _with_weekday(first)
    return span_words(first, last, lasts=reading.lasts, granularity=reading.granularity)


def _with_weekday(day: int) -> str:
    return _("%(weekday)s, %(day)s", weekday=weekday_name(day), day=day_words(day))


def _sentence(step: Step, reading: Reading) -> str:
    """An unknown code still says what it holds, so that no step is lost."""
    tell = _TELLERS.get(step.code)
    if tell is None:
        return ": ".join((step.code.replace("_", " "), ", ".join(v for v in step.values.values() if v)))
    return tell(step.values, reading)


def _without_date(reading: Reading) -> str:
    if reading.waits:
        return _("waits for its event")
    if reading.type is TimexType.DURATION:
        return _("how long, not when")
    if reading.type is TimexType.SET:
        return _("how often, not when")
    if reading.basis is Basis.PUBLICATION:
        return _("needs a publication date")
    return {
        "PAST_REF": _("some time before, day not said"),
        "PRESENT_REF": _("about the time of writing"),
        "FUTURE_REF": _("some time ahead, day not said"),
    }.get(reading.value, _("no date of its own"))


def _part_of_day(part: str) -> str:
    return {
        "MO": _("morning"),
        "MI": _("midday"),
        "AF": _("afternoon"),
        "EV": _("evening"),
        "NI": _("night"),
    }[part]


def _said(values: Values, reading: Reading) -> str:
    kind = next((step.values.get("kind", "") for step in reading.steps if step.code == Code.KIND), "")
    text = values.get("text", "")
    return _("The text says “%(text)s”: %(kind)s.", text=text, kind=_kind_words(kind))


def _told_already(_values: Values, _reading: Reading) -> str:
    """The kind is told with what was said, the event with what it counts from."""
    return ""


def _kind_words(kind: str) -> str:
    known = {
        "calendar": _("a date of the calendar"),
        "clock": _("a time of day"),
        "weekday": _("a day of the week"),
        "named": _("a time known by its name"),
        "shift": _("a date reckoned from another"),
        "nth": _("one piece of a longer stretch"),
        "duration": _("a length of time"),
        "set": _("a time that recurs"),
        "event": _("a date reckoned from something that happens"),
        "range": _("from one date to another"),
        "unknown": _("a time, but a vague one"),
    }
    return known.get(kind, kind.replace("_", " "))


def _anchor(values: Values, reading: Reading) -> str:
    reason = values.get("reason", "")
    day = _day(values.get("date", ""))
    if reason == Reason.NAMED_BEFORE and reading.reference:
        return _("It counts from a date named before it: “%(text)s”.", text=reading.reference)
    known: dict[str, str] = {
        Reason.STATED: _("Nothing else is needed: its date stands in the text."),
        Reason.GIVEN: _("It counts from the publication date, %(day)s.", day=day),
        Reason.INFERRED: _("It counts from the publication date, which was inferred: %(day)s.", day=day),
        Reason.UNKNOWN: _("It counts from the publication date, and none is given."),
        Reason.NAMED_BEFORE: _("It counts from a date named before it."),
        Reason.OTHER_EVENT: _("It counts from an event, “%(event)s”, not from a date.", event=reading.event),
        Reason.NOTHING: _("It counts from no date."),
    }
    return known.get(reason) or _("It counts from: %(reason)s.", reason=reason.replace("_", " "))


def _day(iso: str) -> str:
    """A day of a trace in words; what is no day of ours stands as it is."""
    try:
        day = date.fromisoformat(iso).toordinal()
    except ValueError:
        return iso
    return _with_weekday(day)


def _arithmetic(values: Values, _reading: Reading) -> str:
    amount = _amount(values.get("count", ""), values.get("unit", ""))
    if values.get("sign") == "-":
        return _("From there it goes back %(amount)s.", amount=amount)
    return _("From there it goes on %(amount)s.", amount=amount)


def _amount(count: str, unit: str) -> str:
    """ "2 days"; "some days" where no number is said."""
    number = int(count) if count.isdecimal() else 2
    shown = count or _("some")
    texts = {
        "second": ngettext("%(shown)s second", "%(shown)s seconds", number, shown=shown),
        "minute": ngettext("%(shown)s minute", "%(shown)s minutes", number, shown=shown),
        "hour": ngettext("%(shown)s hour", "%(shown)s hours", number, shown=shown),
        "day": ngettext("%(shown)s day", "%(shown)s days", number, shown=shown),
        "weekend": ngettext("%(shown)s weekend", "%(shown)s weekends", number, shown=shown),
        "week": ngettext("%(shown)s week", "%(shown)s weeks", number, shown=shown),
        "month": ngettext("%(shown)s month", "%(shown)s months", number, shown=shown),
        "season": ngettext("%(shown)s season", "%(shown)s seasons", number, shown=shown),
        "quarter": ngettext("%(shown)s quarter", "%(shown)s quarters", number, shown=shown),
        "half": ngettext("%(shown)s half-year", "%(shown)s half-years", number, shown=shown),
        "year": ngettext("%(shown)s year", "%(shown)s years", number, shown=shown),
        "decade": ngettext("%(shown)s decade", "%(shown)s decades", number, shown=shown),
        "century": ngettext("%(shown)s century", "%(shown)s centuries", number, shown=shown),
        "millennium": ngettext("%(shown)s millennium", "%(shown)s millennia", number, shown=shown),
    }
    return texts.get(unit, f"{shown} {unit}")


def _filled(values: Values, reading: Reading) -> str:
    what = values.get("what", "")
    day = reading.last if reading.first is None else reading.first
    if day is None:
        return _missing(what)
    year = year_words(Point(day).year)
    known = {
        "year": _("No year is said; %(year)s is filled in.", year=year),
        "century": _("No century is said; %(year)s is filled in.", year=year),
        "month": _("No month is said; %(month)s is filled in.", month=month_words(day)),
        "day": _("No day is said; %(day)s is filled in.", day=day_words(day)),
    }
    return known.get(what) or _missing(what)


def _missing(what: str) -> str:
    known = {
        "year": _("No year is said."),
        "century": _("No century is said."),
        "month": _("No month is said."),
        "week": _("No week is said."),
        "day": _("No day is said."),
    }
    return known.get(what) or _("This is not said: %(what)s.", what=what.replace("_", " "))


def _direction(values: Values, _reading: Reading) -> str:
    cue = values.get("cue", "")
    if values.get("direction") == "past":
        return _("The words around it look back, so the one before is meant.")
    if values.get("direction") == "future":
        return _("The words around it look ahead, so the one after is meant.")
    if cue == "past":
        return _("More than one date fits; the nearest is taken. The words around it look back.")
    if cue == "future":
        return _("More than one date fits; the nearest is taken. The words around it look ahead.")
    return _("More than one date fits; the nearest is taken. No word around it points back or ahead.")


def _bound(values: Values, _reading: Reading) -> str:
    side = values.get("side", "")
    known = {
        "since": _("“since” makes it a beginning; what began then goes on."),
        "until": _("“until” makes it an end."),
        "till": _("“till” makes it an end."),
        "through": _("“through” makes it an end, itself included."),
        "by": _("“by” makes it the latest it can have been."),
        "before": _("“before” makes it a limit: earlier than that."),
        "after": _("“after” makes it a limit: later than that."),
    }
    return known.get(side) or _("“%(side)s” makes it a limit only.", side=side)


def _open(values: Values, reading: Reading) -> str:
    missing = values.get("missing", "")
    if missing == "event":
        return _("So it waits: it gets its date when that event has one.")
    if missing == "anchor":
        return _("So it stays open. Give a publication date to count from.")
    if reading.type is TimexType.DURATION:
        return _("It says how long, not when, so it has no date.")
    if reading.type is TimexType.SET:
        return _("It says how often, not when, so it has no date.")
    return _("No day can be worked out from these words.")


def _result(_values: Values, reading: Reading) -> str:
    return _("So the date is: %(date)s.", date=dates(reading))


_TELLERS: Mapping[str, Callable[[Values, Reading], str]] = {
    Code.SAID: _said,
    Code.KIND: _told_already,
    Code.ANCHOR: _anchor,
    Code.ARITHMETIC: _arithmetic,
    Code.FILLED: _filled,
    Code.DIRECTION: _direction,
    Code.BOUND: _bound,
    Code.EVENT: _told_already,
    Code.OPEN: _open,
    Code.RESULT: _result,
}
