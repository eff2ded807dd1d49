"""A part of a document with a role and a publication context of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from webapp.context.publication import Publication
from webapp.text.span import Span


class Role(StrEnum):
    HEADLINE = "headline"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    QUOTED = "quoted"
    COMMENT = "comment"
    FURNITURE = "furniture"

    @property
    def is_main(self) -> bool:
        """Does it tell the article's own story?"""
        return self in (Role.HEADLINE, Role.SUBHEADING, Role.BODY)


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive blocks of one role. `story` is 0 for the article itself, 1 … for other stories on the page."""

    span: Span
    role: Role
    story: int
    publication: Publication
