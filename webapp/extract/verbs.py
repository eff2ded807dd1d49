"""Verbs of a sentence with tense, modality and voice, by their forms and the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from webapp.extract import lexicon
from webapp.text.tokens import Token

_BE = lexicon.words("be")
_HAVE = lexicon.words("have")
_DO = lexicon.words("do")
_DETERMINERS = lexicon.words("before_nouns")
_PRONOUNS = lexicon.words("before_verbs")
_NO_VERBS = _DETERMINERS | _PRONOUNS | _HAVE | _BE | lexicon.words("prepositions")
_ADVERBS = lexicon.words("adverbs")
_NOUN_LIKE = lexicon.words("noun_like_verbs")


@dataclass(frozen=True, slots=True)
class Verb:
    """`first` … `last` are token indexes of the whole group, auxiliaries included, `head` that of the main verb.

    `tense` is past, present or future; `is_perfect` "has said", `is_before` "had said"; `modality` the modal or
    planning verb; `is_finite` is False for infinitives, participles behind a noun and -ing forms.
    """

    first: int
    head: int
    lemma: str
    tense: str
    is_finite: bool = True
    is_passive: bool = False
    is_perfect: bool = False
    is_before: bool = False
    modality: str = ""
    is_negated: bool = False


def find_verbs(tokens: Sequence[Token]) -> tuple[Verb, ...]:
    """Verbs in order of their heads. "Be", "have" and "do" alone are verbs too, though they tell no event."""
    found: list[Verb] = []
    index = 0
    while index < len(tokens):
        verb = _verb_at(tokens, index)
        if verb is not None:
            found.append(verb)
            index = verb.head + 1
        else:
            index += 1
    return tuple(found)


def _verb_at(tokens: Sequence[Token], index: int) -> Verb | None:
    word = tokens[index].lower
    if not tokens[index].is_word and word not in _BE | {"’s", "'s"}:
        return None
    events = lexicon.events()
    if tokens[index].is_capitalised and index:
        return None  # "May" is a month there, and no name is a verb
    if word in events.future or word in events.modal or word in _HAVE or word in _BE or word in _DO:
        return _with_auxiliaries(tokens, index)
    if word == "to":
        return _infinitive(tokens, index)
    return _simple(tokens, index)


def _with_auxiliaries(tokens: Sequence[Token], index: int) -> Verb | None:
    """Over auxiliaries and adverbs to the main verb: "will not be opened", "has already told"."""
    events = lexicon.events()
    at, seen = index, []
    negated = False
    while at < len(tokens):
        word = tokens[at].lower
        if word in events.future or word in events.modal or word in _HAVE or word in _BE or word in _DO:
            seen.append(word)
        elif word in events.denial:
            negated = True
        elif not (word in _ADVERBS or (word.endswith("ly") and len(word) > 4)):
            break
        at += 1
    if at + 1 < len(tokens) and seen and seen[-1] in _BE and tokens[at].lower == "to":
        coming = _infinitive(tokens, at)
        if coming is not None:  # "is to open", "are to be paid"
            return replace(coming, first=index, tense="future", is_finite=True, is_negated=negated)
    form = form_of(tokens[at].lower) if at < len(tokens) else None
    if form is None and seen and _takes_base(seen[-1]) and at < len(tokens) and _may_be_base(tokens[at]):
        form = (tokens[at].lower, "base")  # behind "will" or "did not" any word is a verb
    grouped = _grouped(index, at, seen, form, negated=negated) if form is not None and seen else None
    return grouped or _alone(tokens, index, seen)


def _takes_base(auxiliary: str) -> bool:
    events = lexicon.events()
    return auxiliary in events.future or auxiliary in events.modal or auxiliary in _DO


def _may_be_base(token: Token) -> bool:
    return token.text.isalpha() and token.text.islower() and token.lower not in _NO_VERBS


def _alone(tokens: Sequence[Token], index: int, seen: list[str]) -> Verb | None:
    """ "was a mistake", "had a talk": the auxiliary is the verb itself."""
    word = tokens[index].lower
    if len(seen) != 1 or word in ("’s", "'s", "being", "been", "having", "be", "do", "does", "did"):
        return None
    lemma = "be" if word in _BE else "have" if word in _HAVE else ""
    tense = "past" if word in ("was", "were", "had") else "present"
    return Verb(index, index, lemma, tense) if lemma else None


def _grouped(first: int, head: int, seen: list[str], form: tuple[str, str], *, negated: bool) -> Verb | None:
    events = lexicon.events()
    lemma, kind = form
    is_future = any(w in events.future for w in seen)
    modal = next((w for w in seen if w in events.modal), "")
    has_be, has_have = seen[-1] in _BE, any(w in _HAVE for w in seen)
    participle = kind in ("past", "participle")
    if kind == "ing" and not has_be:
        return None
    if not (participle or kind == "ing") and not (is_future or modal or seen[-1] in _DO):
        return None
    if participle and not (has_be or has_have):
        return None
    past_auxiliary = any(w in ("was", "were", "had", "did") for w in seen)
    tense = "future" if is_future else "past" if past_auxiliary or has_have else "present"
    return Verb(
        first, head, lemma, tense,
        is_passive=participle and has_be,
        is_perfect=has_have,
        is_before="had" in seen,
        modality=modal or ("would" if "would" in seen else ""),
        is_negated=negated or any(w.endswith(("n't", "n’t")) for w in seen),
    )  # fmt: skip


def _infinitive(tokens: Sequence[Token], index: int) -> Verb | None:
    head = index + 1
    while head < len(tokens) and tokens[head].lower.endswith("ly"):
        head += 1
    if head >= len(tokens) or tokens[head].is_capitalised:
        return None
    form = form_of(tokens[head].lower)
    if form is None or form[1] != "base":
        return None
    if form[0] in ("be", "have") and head + 1 < len(tokens):
        participle = form_of(tokens[head + 1].lower)
        if participle is not None and participle[1] in ("past", "participle"):  # "to be held", "to have left"
            return Verb(
                index, head + 1, participle[0], "present", is_finite=False, is_passive=form[0] == "be"
            )  # fmt: skip
    return Verb(index, head, form[0], "present", is_finite=False)


def _simple(tokens: Sequence[Token], index: int) -> Verb | None:
    """A verb that stands alone: "told", "says", "annexed by"."""
    word = tokens[index].lower
    form = form_of(word)
    if form is None or not tokens[index].is_word:
        return None
    lemma, kind = form
    before = tokens[index - 1] if index else None
    if before is not None and before.lower in _DETERMINERS:
        return None
    if kind == "past":
        if word in lexicon.events().adjectival:
            return None
        negated = before is not None and before.lower in lexicon.events().denial
        return Verb(index, index, lemma, "past", is_finite=not _is_reduced(tokens, index), is_negated=negated)
    if kind == "participle":
        return Verb(index, index, lemma, "past", is_finite=False, is_passive=True)
    if kind == "third" and before is not None and _takes_third(before, lemma):
        return Verb(index, index, lemma, "present")
    if (
        kind == "ing"
        and before is not None
        and (before.text == "," or before.lower in ("while", "after", "before"))
    ):
        return Verb(index, index, lemma, "present", is_finite=False)
    return None


def _is_reduced(tokens: Sequence[Token], index: int) -> bool:
    """A past form before "by" is a participle: "territories annexed by its neighbour"."""
    return index + 1 < len(tokens) and tokens[index + 1].lower == "by"


def _takes_third(before: Token, lemma: str) -> bool:
    if before.is_capitalised or before.lower in _PRONOUNS:
        return lemma not in _NOUN_LIKE or "-" not in before.text
    return before.is_word and lemma not in _NOUN_LIKE and before.lower not in _ADVERBS


@lru_cache(maxsize=20_000)
def form_of(word: str) -> tuple[str, str] | None:
    """Lemma and form (past, participle, third, ing, base) of a word that can be a verb.

    Regular pasts of any verb are known by their ending, other forms only of verbs in the lists.

    >>> form_of("told"), form_of("renegotiated"), form_of("says")
    (('tell', 'past'), ('renegotiate', 'past'), ('say', 'third'))
    """
    events = lexicon.events()
    known = frozenset(events.verbs) | events.light | events.stative | events.plans
    if word in events.irregular:
        return events.irregular[word], "participle" if word in events.participles else "past"
    if word in known:
        return word, "base"
    if word.endswith("ed") and len(word) > 3 and word not in events.adjectival:
        return _regular(word, "ed", known) or word[:-1], "past"
    for ending, kind in (("s", "third"), ("ing", "ing")):
        if word.endswith(ending) and (lemma := _regular(word, ending, known)):
            return lemma, kind
    return None


def _regular(word: str, ending: str, known: frozenset[str]) -> str:
    """The plain form among known verbs: stop(p)ed, carri(y)ed, urge(d)."""
    stem = word[: -len(ending)]
    tries = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        tries.append(stem[:-1])
    if stem.endswith("i"):
        tries.append(stem[:-1] + "y")
    if ending == "s" and stem.endswith("e"):
        tries += [stem[:-1], stem[:-2] + "y" if stem.endswith("ie") else stem]
    if ending == "ed" and not any(t in known for t in tries):
        return (
            stem + "e"
            if stem.endswith(("at", "iz", "is", "ut", "iv", "uc", "ng", "rg", "c", "v", "s"))
            else tries[-1]
            if len(tries) > 2
            else stem
        )
    return next((t for t in tries if t in known), "")
