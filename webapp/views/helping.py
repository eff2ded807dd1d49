"""Help: how dates are known, which formats are read and written, which times are recognised."""

from __future__ import annotations

from flask import Blueprint, render_template

from webapp.services import trying
from webapp.services.trying import Example
from webapp.views.tracing import dates
from webapp.views.translation import gettext as _
from webapp.views.wording import day_words, iso, weekday_name

bp = Blueprint("helping", __name__)


@bp.get("/help")
def index() -> str:
    return render_template("pages/help.html")


@bp.get("/help/times")
def times() -> str:
    """Made from the examples that the rules carry and that the tests run."""
    day = trying.EXAMPLES_PUBLISHED.toordinal()
    return render_template(
        "help/times.html",
        phenomena=trying.phenomena(),
        published=_("%(weekday)s, %(day)s", weekday=weekday_name(day), day=day_words(day)),
        published_iso=iso(day),
        phenomenon_words=phenomenon_words,
        rule_words=rule_words,
        example_dates=example_dates,
    )


def phenomenon_words(name: str) -> str:
    """The heading over a set of rules; a set without one is called by its own name."""
    known = {
        "dates": _("Dates of the calendar"),
        "years": _("Years"),
        "year_parts": _("Quarters, half-years, seasons"),
        "relative": _("Counted from the article's date"),
        "comparisons": _("Compared with a year before"),
        "anaphora": _("Counted from a date named before, or from an event"),
        "weekdays": _("Weekdays and holidays"),
        "clock": _("Times of day"),
        "durations": _("Lengths of time"),
        "sets": _("Times that recur"),
        "ranges": _("From one time to another"),
        "historic": _("Decades, centuries, eras"),
        "vague": _("Vague times"),
    }
    return known.get(name) or rule_words(name)


def rule_words(name: str) -> str:
    """A rule's name as words: month_day_year is "Month day year"."""
    return name.replace("_", " ").capitalize()


def example_dates(example: Example) -> str:
    """The dates of all that an example holds: a range names two."""
    return "; ".join(dates(reading) for reading in example.readings)
