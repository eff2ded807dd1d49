"""Codes of the inner layers in the reader's words: statuses, roles, reasons, evidence."""

from __future__ import annotations

from webapp.context.segment import Role
from webapp.extract.report import ActorKind, Outcome, Part, Status
from webapp.services.pages import EvidenceRow
from webapp.timeline.filters import Known
from webapp.timeline.page import Card
from webapp.views.translation import N_, ngettext
from webapp.views.translation import gettext as _
from webapp.views.wording import month_words, span_words

# Looked up for each of an article's many time expressions: one translation each, not one for every code.
_OUTCOMES = {
    Outcome.EVENT: N_("on the timeline"),
    Outcome.DETAIL: N_("a detail of an event"),
    Outcome.SET_ASIDE: N_("set aside"),
}
_REASONS = {
    "duration": N_("how long, not when"),
    "recurs": N_("how often, not when"),
    "too-vague": N_("too vague"),
    "reading-time": N_("reading time"),
    "no-anchor": N_("what it counts from was not found"),
    "no-event": N_("no event beside it"),
    "describes-noun": N_("it names the thing, not the event"),
    "headline": N_("in a headline"),
    "subheading": N_("in a heading"),
    "caption": N_("in a caption"),
    "teaser": N_("in the teaser of another story"),
    "quoted": N_("in a quoted message"),
    "comment": N_("in a reader's comment"),
    "furniture": N_("page furniture"),
}


def status_words(status: Status, as_of: int | None = None) -> str:
    if status is Status.PLANNED and as_of is not None:
        return _("planned, as of %(month)s", month=month_words(as_of, short=True))
    return {
        Status.HAPPENED: _("happened"),
        Status.PLANNED: _("planned"),
        Status.ATTRIBUTED: _("according to someone in the article"),
        Status.DENIED: _("denied"),
    }[status]


def known_words(known: Known | str) -> str:
    return {
        Known.STATED: _("stated"),
        Known.WORKED_OUT: _("worked out"),
        Known.INFERRED: _("rests on an inferred article date"),
        Known.UNDATED: _("day not said"),
    }[Known(known)]


def facet_words(name: str, value: str, label: str) -> str:
    """A value of a facet; statuses and ways of knowing come as codes."""
    if name == "status":
        return status_words(Status(value))
    if name == "known":
        return known_words(value)
    return label or _("no publisher named")


def role_words(role: Role) -> str:
    """What a part of a page is, for parts that do not tell the article's own story."""
    return {
        Role.CAPTION: _("caption"),
        Role.TEASER: _("teaser of another story"),
        Role.QUOTED: _("quoted message"),
        Role.COMMENT: _("reader's comment"),
        Role.FURNITURE: _("page furniture"),
    }.get(role, "")


def kind_words(kind: ActorKind | str) -> str:
    """The heading over actors of a kind."""
    return {
        ActorKind.PERSON: _("People"),
        ActorKind.ORGANISATION: _("Organisations"),
        ActorKind.STATE: _("States"),
        ActorKind.GROUP: _("Groups"),
    }[ActorKind(kind)]


def part_words(part: Part) -> str:
    return {
        Part.TOOK_PART: _("took part"),
        Part.MENTIONED: _("only mentioned"),
        Part.UNCLEAR: _("part unclear, counted as took part"),
    }[part]


def outcome_words(outcome: Outcome) -> str:
    return _(_OUTCOMES[outcome])


def reason_words(reason: str) -> str:
    """Why a time expression became no event of its own; an unknown code reads as it stands."""
    known = _REASONS.get(reason)
    return reason.replace("-", " ") if known is None else _(known)


def evidence_words(row: EvidenceRow) -> str:
    """One reason for an article's date, as a sentence without its full stop."""
    stretch = span_words(row.first, row.last) if row.first is not None or row.last is not None else ""
    texts = {
        "given": _("You gave this date"),
        "metadata": _("The page's own metadata say so"),
        "byline": _("The article says “%(text)s”", text=row.text),
        "today": _("The article calls a date “today”: “%(text)s”", text=row.text),
        "other-document": _("Another article dates the same event: “%(text)s”", text=row.text),
        "latest-past": _("It tells “%(text)s” as past, so it is not older", text=row.text),
        "earliest-future": _("It tells “%(text)s” as still to come, so it is not newer", text=row.text),
        "yearless": _("It says “%(text)s” without a year; the nearest one is taken", text=row.text),
        "neighbour": _("Another story on the same page: “%(text)s”", text=row.text),
        "copyright": _("“%(text)s” says only that the copy was taken in that year or later", text=row.text),
    }
    said = texts.get(row.kind, f"{row.kind.replace('-', ' ')}: “{row.text}”")
    return f"{said} ({stretch})" if stretch and stretch not in said else said


def sources_words(card: Card) -> str:
    """How many articles and publishers report an event; never more than that."""
    articles = ngettext("%(num)d article", "%(num)d articles", card.documents)
    if card.documents < 2 or card.publishers < 1:
        return articles
    return f"{articles}, {ngettext('%(num)d publisher', '%(num)d publishers', card.publishers)}"


def stays_words(reason: str) -> str:
    """Why a date does not move when the article's date is corrected."""
    return {
        "stated": _("stated in the words"),
        "event": _("counts from another event"),
        "mention": _("counts from a date named before it"),
        "person": _("corrected by a person"),
        "same": _("comes out the same"),
    }.get(reason, reason.replace("-", " "))
