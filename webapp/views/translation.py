"""Interface texts through gettext: the typed face of flask-babel, which has no types of its own."""

from __future__ import annotations

from gettext import NullTranslations
from typing import cast

import flask_babel  # type: ignore[import-untyped]
from babel import Locale
from flask import Flask, g

from webapp.errors import N_, DatelineError, Message

__all__ = ["MARKERS", "N_", "gettext", "locale", "ngettext", "prepare", "told"]

# What a translator's tools have to look for besides gettext and ngettext: the marker, and the errors' templates.
MARKERS = (
    "N_",
    "Message",
    "BadInputError",
    "ConfigurationError",
    "ConflictError",
    "CrossSiteError",
    "NotFoundError",
    "TooLargeError",
    "WrongHostError",
    "WrongTypeError",
)


def prepare(app: Flask) -> None:
    """English is the source language; without catalogues every text stands as written."""
    flask_babel.Babel(app)
    install = app.jinja_env.install_gettext_callables  # type: ignore[attr-defined]  # of Jinja's i18n extension
    install(
        lambda text: _catalogue().gettext(text),
        lambda one, many, num: _catalogue().ngettext(one, many, num),
        newstyle=True,
    )


def locale() -> Locale:
    found = flask_babel.get_locale()
    return found if isinstance(found, Locale) else Locale("en")


def gettext(text: str, /, **values: object) -> str:
    found = _catalogue().gettext(text)
    return found % values if values else found


def ngettext(one: str, many: str, num: int, /, **values: object) -> str:
    return _catalogue().ngettext(one, many, num) % {"num": num, **values}


def told(message: DatelineError | Message) -> str:
    """The message of an error in the reader's language, and what it holds too."""
    values = {
        name: told(value) if isinstance(value, Message) else value for name, value in message.values.items()
    }
    return gettext(message.template, **values)


def _catalogue() -> NullTranslations:
    """Looked up once for each request: an article's page asks it thousands of times."""
    if "catalogue" not in g:
        g.catalogue = flask_babel.get_translations()
    return cast(NullTranslations, g.catalogue)
