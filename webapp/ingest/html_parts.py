"""Which part of a page an element opens: navigation, a caption, a list of other stories, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Part:
    """`role` is a value of `context.segment.Role`, "" in the article itself; `number` tells parts apart."""

    role: str = ""
    number: int = 0


BODY = Part()

_BY_TAG = {
    "nav": "furniture",
    "footer": "furniture",
    "aside": "furniture",
    "form": "furniture",
    "menu": "furniture",
    "figcaption": "caption",
    "h1": "headline",
}
_BY_ARIA_ROLE = dict.fromkeys(
    ("navigation", "banner", "contentinfo", "complementary", "search", "form"), "furniture"
)
# Words of class names and ids. Only such as name a part of the page on most sites: "meta", "widget" or "bar"
# stand on articles as often as beside them, and a byline is evidence for the date.
_BY_WORD = {
    "teaser": re.compile(
        r"\b(?:related|recommended|recommendations|recirculation|teasers?|trending|outbrain|taboola"
        r"|(?:more|other|latest|top) (?:stories|articles|news)|more on|most (?:read|popular)"
        r"|(?:read|up) next|also read)\b"
    ),
    "comment": re.compile(r"\b(?:comments|comment list|disqus thread|reader responses)\b"),
    "furniture": re.compile(
        r"\b(?:newsletter|subscribe|subscription|breadcrumbs?|cookies?|sharing|share (?:buttons|links|bar)"
        r"|social (?:links|icons|share|media)|sidebar|navbar|navigation|advert|advertisement|ads?"
        r"|site (?:header|footer))\b"
    ),
    "caption": re.compile(r"\b(?:caption|photo credit|image credit)\b"),
}
_WORD_BREAK = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")
_NEVER = frozenset({"html", "body", "main"})
# In these, the first declaration holds for everything inside; furniture and captions may hold a teaser list.
_WHOLE = frozenset({"teaser", "comment"})


@dataclass(frozen=True, slots=True)
class PartFinder:
    """`around_headline` holds the elements around an h1: the article itself, however they are called."""

    around_headline: frozenset[HtmlElement]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @classmethod
    def of(cls, tree: HtmlElement) -> PartFinder:
        around: set[HtmlElement] = set()
        for headline in tree.iter("h1"):
            for element in headline.iterancestors():
                if element in around:
                    break
                around.add(element)
        return cls(frozenset(around))

    def part_of(self, element: HtmlElement, outer: Part) -> Part:
        """The part that the element's own text belongs to, inside `outer`."""
        if outer.role in _WHOLE:
            is_story = element.tag in ("li", "article") and outer.role == "teaser"
            return Part(outer.role, next(self.numbers)) if is_story else outer
        role = "" if element.tag in _NEVER or element in self.around_headline else _declared(element)
        if not role or (outer.role == "furniture" and role not in _WHOLE):
            return outer
        return Part(role, next(self.numbers))


def _declared(element: HtmlElement) -> str:
    """What the element says it is: a list of other stories inside an `aside` is first of all that."""
    words = _words(element)
    named = next((role for role, pattern in _BY_WORD.items() if pattern.search(words)), "")
    plain = _BY_TAG.get(str(element.tag)) or _BY_ARIA_ROLE.get(element.get("role", ""), "")
    if element.tag == "header" and not any(a.tag in ("article", "main") for a in element.iterancestors()):
        plain = "furniture"
    return named if named in _WHOLE else plain or named


def _words(element: HtmlElement) -> str:
    """Class names and id as words: "relatedArticles" and "related-articles" alike."""
    names = f"{element.get('class', '')} {element.get('id', '')}"[:500]
    return _WORD_BREAK.sub(" ", names).lower()
