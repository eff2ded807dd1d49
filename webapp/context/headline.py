"""What an article is called when nobody gave it a title."""

from __future__ import annotations

import re

from webapp.context.divide import divide
from webapp.context.segment import Role
from webapp.text.blocks import split_blocks
from webapp.text.document import Document

_LONGEST = 110  # characters


def headline_of(document: Document) -> str:
    """The line that heads the article, else the beginning of its first paragraph; "" for an empty text.

    >>> headline_of(Document("The ferry is late again\\n\\nNobody on the quay was surprised this time."))
    'The ferry is late again'
    """
    own = [p for p in divide(document, split_blocks(document.text)) if p.story == 0 and p.role.is_main]
    heads = [p for p in own if p.role is Role.HEADLINE] or own
    if not heads:
        return ""
    line = " ".join(heads[0].block.span.of(document.text).split()).lstrip("# ")
    if heads[0].role is not Role.HEADLINE:
        line = re.split(r"(?<=[.!?]) ", line, maxsplit=1)[0]
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"
