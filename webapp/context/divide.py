"""A document into parts of one role each, from its text alone or from what its source declared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from webapp.context.segment import Role
from webapp.context.shape import Shape, Shaped, shape_of
from webapp.text.blocks import Block
from webapp.text.document import Document
from webapp.text.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its role; `story` is 0 for the article itself, 1 … for other stories on its page."""

    block: Block
    role: Role
    story: int


_PLAIN_ROLE = {
    Shape.POINTER: Role.TEASER,
    Shape.TEASER_END: Role.FURNITURE,
    Shape.COMMENTS: Role.FURNITURE,
    Shape.RELATED: Role.FURNITURE,
    Shape.TAIL: Role.FURNITURE,
    Shape.CREDIT: Role.CAPTION,
    Shape.FURNITURE: Role.FURNITURE,
    Shape.TITLE: Role.SUBHEADING,
    Shape.SHORT: Role.BODY,
    Shape.PARAGRAPH: Role.BODY,
}


_CLOSING = (Shape.PARAGRAPH, Shape.SHORT, Shape.TITLE)


def divide(document: Document, blocks: Sequence[Block]) -> tuple[Part, ...]:
    """Every block in order with its role and story."""
    shaped = [shape_of(document.text, block) for block in blocks]
    parts = [Part(s.block, _PLAIN_ROLE[s.shape], 0) for s in shaped]
    _mark_teasers(parts, shaped)
    _mark_tail(parts, shaped)
    _mark_comments(parts, shaped)
    _mark_opening(parts, shaped, document.title)
    _mark_captions(parts, shaped)
    _mark_declared(parts, document)
    _mark_stray_titles(parts, shaped)
    return tuple(parts)


def _set(parts: list[Part], index: int, role: Role, story: int | None = None) -> None:
    part = parts[index]
    parts[index] = Part(part.block, role, part.story if story is None else story)


def _mark_teasers(parts: list[Part], shaped: list[Shaped]) -> None:
    """Other stories: those that end in "keep reading", and those under "Related articles"."""
    story, covered = 0, _first_prose(shaped) + 1
    for index, item in enumerate(shaped):
        if item.shape is Shape.TEASER_END and index >= covered:
            start = _start_of_teaser(shaped, covered, index)
            if start is not None:
                story += 1
                _set_story(parts, range(start, index), story)
                covered = index + 1
        elif item.shape is Shape.RELATED and index >= covered:
            end = _end_of_related(shaped, index + 1)
            story = _set_related(parts, shaped, range(index + 1, end), story)
            covered = max(covered, end)
    _mark_closing(parts, shaped, covered, story)


def _mark_closing(parts: list[Part], shaped: list[Shaped], covered: int, story: int) -> None:
    """Two title lines in a row in a page's second half, with at most two paragraphs behind them and then nothing but
    furniture, announce another story whatever they say."""
    end = len(shaped)
    while end > covered and (shaped[end - 1].shape not in _CLOSING or parts[end - 1].story):
        end -= 1
    start = end
    while start > covered and shaped[start - 1].shape.is_prose:
        start -= 1
    first = start
    while first > covered and shaped[first - 1].shape is Shape.TITLE:
        first -= 1
    is_late = first * 2 >= len(shaped) and any(s.shape is Shape.PARAGRAPH for s in shaped[covered:first])
    if is_late and start - first >= 2 and 1 <= end - start <= 2:
        _set_story(parts, range(first, end), story + 1)


def _first_prose(shaped: list[Shaped]) -> int:
    return next((i for i, s in enumerate(shaped) if s.shape is Shape.PARAGRAPH), len(shaped))


def _set_story(parts: list[Part], indexes: range, story: int) -> None:
    for i in indexes:
        keeps = parts[i].role in (Role.CAPTION, Role.FURNITURE)
        _set(parts, i, parts[i].role if keeps else Role.TEASER, story)


def _start_of_teaser(shaped: list[Shaped], floor: int, end: int) -> int | None:
    """Back over the teaser's paragraphs, then over its title lines. `None` where there is no title line."""
    index = end
    while index > floor and shaped[index - 1].shape.is_prose:
        index -= 1
    prose = index
    while (
        index > floor
        and not shaped[index - 1].shape.is_prose
        and shaped[index - 1].shape is not Shape.TEASER_END
    ):
        index -= 1
    titles = [s for s in shaped[index:prose] if s.shape is Shape.TITLE or s.words >= 4]
    return index if titles and prose - index >= 2 else None


def _end_of_related(shaped: list[Shaped], start: int) -> int:
    """Other stories end where three paragraphs in a row go on with this one, or where the page's tail begins."""
    run = 0
    for index in range(start, len(shaped)):
        if shaped[index].shape in (Shape.TAIL, Shape.COMMENTS):
            return index
        run = run + 1 if shaped[index].shape is Shape.PARAGRAPH else 0
        if run == 3:
            return index - 2
    return len(shaped)


def _set_related(parts: list[Part], shaped: list[Shaped], indexes: range, story: int) -> int:
    """Each title line among them opens a story of its own; returns the last story's number."""
    is_open = False
    for i in indexes:
        is_title = not shaped[i].shape.is_prose and parts[i].role is not Role.CAPTION
        if is_title or not is_open:
            story += 1
            is_open = True
        _set_story(parts, range(i, i + 1), story)
    return story


def _mark_tail(parts: list[Part], shaped: list[Shaped]) -> None:
    """Behind a copyright line in the page's second half nothing belongs to the story."""
    for index, item in enumerate(shaped):
        if item.shape is Shape.TAIL and index * 2 >= len(shaped):
            for i in range(index, len(parts)):
                _set(parts, i, Role.FURNITURE)
            return


def _mark_comments(parts: list[Part], shaped: list[Shaped]) -> None:
    first = _first_prose(shaped)
    for index, item in enumerate(shaped):
        if item.shape is Shape.COMMENTS and index > first:
            for i in range(index + 1, len(parts)):
                if parts[i].role in (Role.BODY, Role.SUBHEADING):
                    _set(parts, i, Role.COMMENT)
            return


def _mark_opening(parts: list[Part], shaped: list[Shaped], title: str) -> None:
    """The lines before the first paragraph: the headline, its repeats, the deck, and what is only decoration."""
    first = _first_prose(shaped)
    opening = [i for i in range(first) if parts[i].role in (Role.SUBHEADING, Role.BODY)]
    headline = _headline(opening, shaped, " ".join(title.lower().split()))
    for i in opening:
        if headline is not None and shaped[i].folded == shaped[headline].folded:
            _set(parts, i, Role.HEADLINE if i == headline else Role.FURNITURE)
        elif shaped[i].shape is Shape.TITLE and shaped[i].words < 6:
            _set(parts, i, Role.FURNITURE)
        else:
            _set(parts, i, Role.SUBHEADING)


def _headline(opening: list[int], shaped: list[Shaped], title: str) -> int | None:
    """The declared title, else the first line that repeats, else the first of four words or more, else the first."""
    times = Counter(shaped[i].folded for i in opening)
    for i in opening:
        if title and shaped[i].folded == title:
            return i
    for i in opening:
        if times[shaped[i].folded] > 1 and shaped[i].words >= 4:
            return i
    long_enough = [i for i in opening if shaped[i].words >= 4 and shaped[i].shape is Shape.TITLE]
    return next(iter(long_enough or opening), None)


def _mark_captions(parts: list[Part], shaped: list[Shaped]) -> None:
    """A short line right before a credit is the picture's description for those who cannot see it."""
    for i in range(len(parts) - 1):
        adjacent = (
            parts[i + 1].role is Role.CAPTION and parts[i + 1].block.span.start - parts[i].block.span.end == 1
        )
        if (
            adjacent
            and shaped[i].shape is Shape.TITLE
            and shaped[i].words <= 12
            and parts[i].role is not Role.HEADLINE
        ):
            _set(parts, i, Role.CAPTION, parts[i + 1].story)


def _mark_declared(parts: list[Part], document: Document) -> None:
    """What the source said about a part of itself counts for more than its looks."""
    for marked in document.marked:
        for i, part in enumerate(parts):
            if _mostly_inside(part.block.span, marked.span):
                story = part.story or (1 if marked.role == Role.TEASER else 0)
                _set(parts, i, Role(marked.role), story)


def _mostly_inside(span: Span, outer: Span) -> bool:
    return 2 * (min(span.end, outer.end) - max(span.start, outer.start)) > len(span)


def _mark_stray_titles(parts: list[Part], shaped: list[Shaped]) -> None:
    """A title line that no body follows heads nothing: section names at a page's end."""
    body_follows = False
    for i in range(len(parts) - 1, -1, -1):
        if parts[i].role is Role.BODY and parts[i].story == 0:
            body_follows = True
        elif parts[i].role is Role.SUBHEADING and not body_follows and i > _first_prose(shaped):
            _set(parts, i, Role.FURNITURE)
