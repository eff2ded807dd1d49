"""Every text a reader meets can be translated: the errors' too, which the inner layers word."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from flask import Flask, g
from flask.testing import FlaskClient

from tests.views.reading import text
from webapp import errors
from webapp.errors import BadInputError, DatelineError, Message
from webapp.views import security
from webapp.views.translation import MARKERS, prepare, told

ROOT = Path(__file__).resolve().parents[2]
METHODS = [("webapp/**.py", "python"), ("templates/**.html", "jinja2")]
# What only the command line says stays English.
ASKED = ("services", "store", "ingest", "export", "views", "settings.py")
TERMINAL = ("batch", "timeml")


@cache
def extracted() -> frozenset[str]:
    keywords = {**DEFAULT_KEYWORDS, **dict.fromkeys(MARKERS)}
    ids: set[str] = set()
    for folder in ("webapp", "templates"):
        methods = [
            (pattern.partition("/")[2], kind) for pattern, kind in METHODS if pattern.startswith(folder)
        ]
        for _file, _line, found, _comments, _context in extract_from_dir(
            ROOT / folder, methods, keywords=keywords, options_map={"**.html": {"trimmed": "false"}}
        ):
            ids.update([found] if isinstance(found, str) else found)
    return frozenset(ids)


def _modules() -> Iterator[Path]:
    for name in ASKED:
        place = ROOT / "webapp" / name
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            if not path.name.startswith(TERMINAL):
                yield path


def _templates() -> Iterator[tuple[str, ast.expr]]:
    """The first argument of every error and message that is made, and where."""
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.args[0]


def test_every_kind_of_error_is_looked_for() -> None:
    kinds = [*vars(errors).values(), *vars(security).values()]
    names = {k.__name__ for k in kinds if isinstance(k, type) and issubclass(k, DatelineError)}
    assert names - {"DatelineError"} <= set(MARKERS)


def test_templates_of_errors_are_among_the_texts_to_translate() -> None:
    missing = []
    for where, argument in _templates():
        is_text = isinstance(argument, ast.Constant) and argument.value in extracted()
        # A name stands for a text that was marked where it was written, another error's template too.
        if not is_text and not isinstance(argument, ast.Name | ast.Subscript | ast.Attribute):
            missing.append(f"{where}: {ast.unparse(argument)}")
    assert missing == []
    assert "%(where)s is empty. An article needs some text." in extracted()


def test_titles_of_errors_are_among_them() -> None:
    kinds: list[type[DatelineError]] = [DatelineError, *DatelineError.__subclasses__()]
    assert {kind.title for kind in kinds} <= extracted()


def test_words_of_the_chain_are_among_them() -> None:
    wanted = {"%(length)s before %(anchor)s: %(date)s.", "%(count)s day", "two", "So the date is %(date)s."}
    assert wanted <= extracted()


class _Reversed:
    """A catalogue of an invented language: texts without values come out in capitals, the others marked."""

    def gettext(self, text: str) -> str:
        return f"«{text}»"

    def ngettext(self, one: str, many: str, num: int) -> str:
        return f"«{one if num == 1 else many}»"


@pytest.fixture
def abroad() -> Iterator[None]:
    app = Flask("words")
    prepare(app)
    with app.test_request_context():
        g.catalogue = _Reversed()
        yield


@pytest.mark.usefixtures("abroad")
def test_an_error_is_told_with_what_it_holds() -> None:
    error = BadInputError("%(where)s is %(kind)s.", field="file", where="a.txt", kind=Message("a picture"))
    assert (str(error), error.message, error.field) == ("a.txt is a picture.", "a.txt is a picture.", "file")
    assert told(error) == "«a.txt is «a picture».»"
    assert told(BadInputError("100 % of it")) == "«100 % of it»"


def test_pages_tell_errors_in_the_reader_s_language(
    real_client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flask_babel.get_translations", _Reversed)
    shown = text(real_client.post("/add", data={"text": " "}), "//*[@id='text-error']")
    assert shown == "««The text» is empty. An article needs some text.»"
    assert "««“%" not in text(real_client.get("/articles/99"))
    assert "«There is no article 99. It may have been removed.»" in text(real_client.get("/articles/99"))
