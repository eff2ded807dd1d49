"""Texts with marks: "[2 May]" is the time in question, "{+Ada Finch}" took part, "{?Ada Finch}" is only mentioned.

"{+she=Ada Finch}" marks a word that stands for her, "{+=Ada Finch}" one that a word before it stands for as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from webapp.extract.pipeline import read
from webapp.extract.reading import Reading
from webapp.extract.report import ActorKind, Part, Report
from webapp.text.document import Document
from webapp.text.span import Span

PUBLISHED = date(2024, 6, 20)
_MARK = re.compile(r"\{([+?])([^}=]*)(?:=([^}]*))?\}|\[|\]")


@dataclass(frozen=True)
class Marked:
    """A text without its marks, the bracketed stretch, and the names marked as taking part and as mentioned."""

    text: str
    focus: Span
    took: frozenset[str] = field(default_factory=frozenset)
    mentioned: frozenset[str] = field(default_factory=frozenset)


def marked(case: str) -> Marked:
    plain, brackets, names = "", [], {"+": set[str](), "?": set[str]()}
    at = 0
    for mark in _MARK.finditer(case):
        plain += case[at : mark.start()]
        at = mark.end()
        if mark[1]:
            plain += mark[2]
            names[mark[1]].add(mark[3] or mark[2])
        else:
            brackets.append(len(plain))
    plain += case[at:]
    focus = Span(brackets[0], brackets[1]) if brackets else Span(0, len(plain))
    return Marked(" ".join(plain.split("  ")), focus, frozenset(names["+"]), frozenset(names["?"]))


def reading_of(text: str, published: date | None = PUBLISHED) -> Reading:
    return read(Document(text, given_date=published))


def report_at(reading: Reading, focus: Span) -> Report | None:
    """The report that the time expression at `focus` dates."""
    for row in reading.account:
        if row.timex.span.overlaps(focus) and row.report is not None:
            return reading.reports[row.report]
    return None


def names_in(reading: Reading, report: Report, *parts: Part) -> frozenset[str]:
    names = {actor.key: actor.name for actor in reading.actors}
    return frozenset(names[p.actor] for p in report.participations if p.part in parts)


def persons(reading: Reading) -> frozenset[str]:
    return frozenset(a.name for a in reading.actors if a.kind is ActorKind.PERSON)
