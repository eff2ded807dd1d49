"""How a sentence tells its event: where the telling ends, and whether as past."""

from __future__ import annotations

from webapp.extract import lexicon
from webapp.extract.happenings import Happening
from webapp.extract.sentence import Analysed

_BARE_SUBJECTS = lexicon.words("subject_pronouns")


def label_start(analysed: Analysed, happening: Happening) -> int:
    """A clause without a joint word hangs on the noun before it: "terms | he outlined"."""
    first = happening.clause.first
    is_bare = happening.clause.joint == "relative" and analysed.tokens[first].lower in _BARE_SUBJECTS
    return first - 1 if is_bare and first else first


def told_until(analysed: Analysed, happening: Happening) -> int:
    """The token index at which the telling clause ends; what somebody said belongs to the saying."""
    end = happening.clause.last
    if happening.mention.kind != "say":
        return end
    for clause in analysed.clauses:
        if clause.first == end and (clause.joint in ("content", "quote") or _goes_on(analysed, clause.first)):
            end = clause.last
    return end


def _goes_on(analysed: Analysed, index: int) -> bool:
    """Behind a closing quotation mark the same clause goes on."""
    return analysed.tokens[index].text in ("”", '"')


def is_told_as_past(happening: Happening) -> bool:
    """ "Held", "was signed": then the article's date is wrong or inferred too early, and this is no plan."""
    verb = happening.verb
    if happening.mention.tense != "past" or happening.mention.modality:
        return False
    return verb is None or verb.lemma not in lexicon.events().plans


def is_plain_past(happening: Happening) -> bool:
    mention = happening.mention
    if happening.verb is not None and happening.verb.lemma == "be":
        return False
    is_classed = mention.is_noun or mention.kind in lexicon.events().verbs.values()
    return mention.tense == "past" and not mention.modality and not mention.is_negated and is_classed


def says_already(analysed: Analysed) -> bool:
    return any(t.lower == "already" for t in analysed.tokens)
