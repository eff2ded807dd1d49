"""The stored text of an article, split at its marks; joined again it is the same characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from webapp.context.segment import Role
from webapp.services.pages import BlockView, DocumentPage, Run
from webapp.views.codes import role_words


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """Consecutive runs of one sentence; `start` is -1 for characters outside of any."""

    start: int
    cited: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """`word` says once for each stretch what it is where it does not tell the article's own story."""

    block: BlockView
    word: str
    sentences: tuple[MarkedSentence, ...]

    @property
    def is_beside(self) -> bool:
        return bool(role_words(self.block.role))


def marked(page: DocumentPage) -> tuple[MarkedBlock, ...]:
    found = []
    before: tuple[object, int] | None = None
    for block in page.blocks:
        here = (block.role, block.story)
        word = role_words(block.role) if here != before else ""
        found.append(MarkedBlock(block, word, _sentences(block.runs)))
        before = here
    return tuple(found)


def _sentences(runs: Iterable[Run]) -> tuple[MarkedSentence, ...]:
    groups = groupby(runs, key=lambda run: (run.sentence, run.cited))
    return tuple(MarkedSentence(start, cited, tuple(group)) for (start, cited), group in groups)


def sentence_at(page: DocumentPage, offset: int | None) -> int | None:
    """The start of the sentence that holds a character, `None` where no sentence does."""
    if offset is None:
        return None
    here = 0
    for block in page.blocks:
        for run in block.runs:
            here += len(run.text)
            if offset < here:
                return run.sentence if run.sentence >= 0 else None
        here += len(block.gap)
    return None


def title_of(page: DocumentPage) -> str:
    """The title, else the headline that stands in the text, else nothing."""
    headline = next((block for block in page.blocks if block.role is Role.HEADLINE), None)
    if page.row.title or headline is None:
        return page.row.title
    return " ".join("".join(run.text for run in headline.runs).split())


def exact(text: str) -> Markup:
    """Text escaped so that a browser keeps each character: a carriage return would become a line feed."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))
