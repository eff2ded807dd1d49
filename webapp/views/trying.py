"""Try it: a text read as one types, each of its time expressions explained. Nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, make_response, render_template, request, url_for

from webapp.errors import BadInputError
from webapp.services import trying
from webapp.services.trying import Reading, Tried
from webapp.views.answers import as_json, plain, wants_fragment
from webapp.views.problems import problem
from webapp.views.tracing import dates, sentences, told
from webapp.views.translation import N_, ngettext
from webapp.views.translation import gettext as _
from webapp.views.translation import told as told_error
from webapp.views.wording import day_words

bp = Blueprint("trying", __name__)

_STARTERS = (  # each with its day of publication
    (
        N_("Two days prior to the Brandt-Rojas talks, the envoy set the vote for February 23 next year."),
        "2024-11-16",
    ),
    (N_("They met on Friday and will speak again on Tuesday, at 9 p.m."), "2024-11-20"),
    (
        N_("Anna Berg came on 3 May 1998. Three weeks later she left; by the end of the year she was back."),
        "",
    ),
    (N_("He has kept bees since 1982 and feeds them every Monday for about two hours."), ""),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, and what was read of it; `errors` are messages by field name."""

    text: str
    published: str
    tried: Tried
    errors: dict[str, str]


@bp.get("/help/try")
def page() -> Response:
    asked = _asked()
    live = wants_fragment()
    html = render_template("help/_answer.html" if live else "help/try.html", **_values(asked, live))
    # Half a text and half a date are no mistakes of a request made while somebody types.
    return make_response(html, 422 if asked.errors and not live else 200)


@bp.get("/help/try.json")
def as_json_page() -> Response:
    asked = _asked()
    if asked.errors:
        detail = " ".join(asked.errors.values())
        return problem(422, _("This cannot be read as it is"), detail, errors=asked.errors)
    tried = asked.tried
    day = None if tried.published is None else tried.published.isoformat()
    found = [_as_row(reading) for reading in tried.readings]
    return as_json({"text": tried.text, "published": day, "timexes": found})


def _asked() -> Asked:
    """A text as a form sends it has its line ends doubled; an address with nothing in it begins today."""
    text = request.args.get("text", "").replace("\r\n", "\n")
    begins = not ({"text", "published"} & request.args.keys())
    typed = day_words(date.today().toordinal()) if begins else request.args.get("published", "").strip()
    errors: dict[str, str] = {}
    if len(text) > trying.LONGEST:
        errors["text"] = _too_long(text)
    try:
        published = trying.publication_day(typed)
    except BadInputError as error:
        errors["published"], published = told_error(error), None
    return Asked(text, typed, trying.try_text("" if "text" in errors else text, published), errors)


def _too_long(text: str) -> str:
    return _(
        "This text has %(length)s characters; up to %(most)s are read here. "
        "Nothing was cut: shorten it, or add it as an article.",
        length=f"{len(text):,}",
        most=f"{trying.LONGEST:,}",
    )


def _values(asked: Asked, live: bool) -> dict[str, object]:
    asked_by = request.headers.get("HX-Trigger-Name", "")
    starters = [
        (_(text), url_for("trying.page", text=_(text), published=published)) for text, published in _STARTERS
    ]
    return {
        "asked": asked,
        "dates": dates,
        "sentences": sentences,
        "found": _found_words(asked.tried),
        "starters": starters,
        "live": live,
        "renews_date": live and asked_by != "text",  # a field in which somebody may be typing stays as it is
    }


def _found_words(tried: Tried) -> str:
    if not tried.text.strip():
        return ""
    waiting = sum(reading.waits for reading in tried.readings)
    found = ngettext("%(num)d time expression", "%(num)d time expressions", len(tried.readings))
    if not waiting:
        return found
    waits = ngettext("%(num)d waits for its event", "%(num)d wait for their events", waiting)
    return _("%(found)s, %(waits)s", found=found, waits=waits)


def _as_row(reading: Reading) -> dict[str, object]:
    row = {name: value for name, value in plain(reading).items() if name != "steps"}
    trace = [
        {"code": step.code, "values": dict(step.values), "sentence": words} for step, words in told(reading)
    ]
    return row | {"dates": dates(reading), "waits": reading.waits, "trace": trace}
