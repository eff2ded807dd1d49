"""The role of every line of invented pages."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from webapp.context.divide import divide
from webapp.context.segment import Role
from webapp.text.blocks import split_blocks
from webapp.text.document import Document

CORPUS = Path(__file__).parent.parent / "corpora" / "context"


def pages(name: str) -> list[Any]:
    return list(tomllib.loads((CORPUS / name).read_text(encoding="utf-8"))["pages"])


def wanted(page: dict[str, Any]) -> list[tuple[str, int, str]]:
    return [told(*line) for line in page["lines"] if line]


def found(page: dict[str, Any]) -> list[tuple[str, int, str]]:
    document = Document("\n".join(line[2] if line else "" for line in page["lines"]))
    parts = divide(document, split_blocks(document.text))
    return [told(p.role.value, p.story, p.block.span.of(document.text)) for p in parts]


def told(role: str, story: int, line: str) -> tuple[str, int, str]:
    """Furniture belongs to no story in particular."""
    return (role, 0 if role == Role.FURNITURE else story, line)


@pytest.mark.parametrize("page", pages("pages.toml"), ids=lambda p: p["name"])
def test_every_line_has_its_role_and_story(page: dict[str, Any]) -> None:
    assert found(page) == wanted(page)


@pytest.mark.parametrize("page", pages("known_failures.toml"), ids=lambda p: p["name"])
@pytest.mark.xfail(strict=True, reason="not done yet")
def test_known_failure(page: dict[str, Any]) -> None:
    assert found(page) == wanted(page)


def test_corpus_knows_every_role() -> None:
    roles = {line[0] for page in pages("pages.toml") for line in page["lines"] if line}
    assert set(map(str, Role)) - roles == {"quoted"}
