"""What became of what was typed beside a text that was here already."""

from __future__ import annotations

from collections.abc import Iterable

from flask import flash

from webapp.services.pages import Added
from webapp.views.translation import gettext as _
from webapp.views.wording import day_words, published_words


def say_what_became(added: Iterable[Added]) -> None:
    """One notice for each thing that was filled in, corrected or left."""
    for one in added:
        for name, value in one.filled:
            flash(_filled(name, value))
        if one.redated is not None:
            flash(_redated(one))
        for name, value in one.left:
            flash(_left(one, name, value))


def _filled(name: str, value: str) -> str:
    return {
        "title": _("No title had been given; now it is “%(value)s”.", value=value),
        "publisher": _("The article named no publisher; now it is %(value)s.", value=value),
        "url": _("The article had no address; now it is %(value)s.", value=value),
    }[name]


def _redated(added: Added) -> str:
    return _(
        "The date of “%(title)s” was changed to %(date)s, and every date that hangs on it moved along. "
        "The change can be undone on the page of the article.",
        title=added.row.title,
        date=day_words(added.redated.toordinal()) if added.redated is not None else "",
    )


def _left(added: Added, name: str, value: str) -> str:
    row = added.row
    return {
        "title": _("It keeps its title “%(kept)s”, not “%(value)s”.", kept=row.title, value=value),
        "publisher": _("It keeps its publisher %(kept)s, not %(value)s.", kept=row.publisher, value=value),
        "url": _("It keeps its address %(kept)s, not %(value)s.", kept=row.url, value=value),
        "published": _(
            "Its date was corrected before and stays %(kept)s, not %(value)s. Change it on its page.",
            kept=published_words(row.publication),
            value=value,
        ),
    }[name]
