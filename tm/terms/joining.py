"""When two concepts are one, and what becomes of their facts.

Pure decisions over concepts. Two that share a pair (a term in each of two
languages) are one unless a fact of one contradicts a fact of the other. What is
only a candidate never changes what somebody stands for, and never comes back
once it was rejected.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from tm.errors import TermError
from tm.schema import TERMS
from tm.terms.concept import Concept, Term
from tm.terms.which import ACCEPTED, CANDIDATE, REJECTED, VOUCHED
from tm.terms.words import surface_of

T = TypeVar("T")
R = TypeVar("R", Concept, Term)
_CONCEPT_FACTS = ("kind", "subject", "definition", "note")
_RECORD = ("created", "changed", "author", "origin", "id")  # says nothing of the concept
_CONTENT = tuple(field.name for field in fields(Concept) if field.name not in _RECORD)
_TERM_FACTS = ("base", "form", "part_of_speech", "note")
_CONTEXT = ("context", "paragraph", "source")


def is_contradicting(one: Concept, other: Concept) -> bool:
    """Tell whether a term of both has two statuses; what a candidate says is no more than a guess.

    >>> yes, no = (Concept((Term("en", "Organ", status),)) for status in ("admitted", "forbidden"))
    >>> is_contradicting(yes, no), is_contradicting(yes, yes)
    (True, False)
    """
    if CANDIDATE in (one.review, other.review):
        return False
    return any(
        mine.status and theirs.status and mine.status != theirs.status
        for mine, theirs in _common(one, other)
    )


def is_same(one: Term, other: Term) -> bool:
    """Tell whether two terms of a concept are one: the same text in the same language.

    A tag without a region stands for any; those of two regions are two.

    >>> bare, mainland, taiwan = (Term(tag, "主席") for tag in ("zh", "zh-CN", "zh-TW"))
    >>> is_same(bare, mainland), is_same(mainland, taiwan)
    (True, False)
    """
    return one.text == other.text and is_one_language(one.lang, other.lang)


def is_one_language(one: str, other: str) -> bool:
    """Tell whether two tags are equal, or of one language and one of them without a region."""
    tags = one.lower(), other.lower()
    codes = [tag.partition("-")[0] for tag in tags]
    return tags[0] == tags[1] or (codes[0] == codes[1] and codes[0] in tags)


def _common(one: Concept, other: Concept) -> list[tuple[Term, Term]]:
    """Return the terms of both, each as either has it."""
    return [(mine, theirs) for theirs in other.terms for mine in one.terms if is_same(mine, theirs)]


def pairs_of(concept: Concept) -> set[tuple[str, str]]:
    """Return language and surface of each term; two concepts share a pair by two of two languages.

    >>> sorted(pairs_of(Concept((Term("zh-CN", "大会"), Term("en-US", "General Assembly")))))
    [('en', 'general assembly'), ('zh', '大会')]
    """
    return {(term.lang.partition("-")[0].lower(), surface_of(term.text)) for term in concept.terms}


def share_pair(one: Concept, other: Concept) -> bool:
    """Tell whether they have terms in common, in two languages, or are the same in one."""
    mine, theirs = pairs_of(one), pairs_of(other)
    common = mine & theirs
    return len({lang for lang, _ in common}) > 1 or mine == theirs


def says_the_same(one: Concept, other: Concept) -> bool:
    """Tell whether two concepts are equal but for when, by whom and from where they came."""
    return all(getattr(one, name) == getattr(other, name) for name in _CONTENT)


def joined(old: Concept, new: Concept) -> Concept | None:
    """Return what *old*, of the base, becomes by *new*, or None where they are to stay apart.

    It is *old* itself where *new* tells nothing new.
    """
    if says_the_same(old, new):
        return old
    if old.review in VOUCHED and new.review in VOUCHED:
        return None if _disagree(old, new) else _with(old, new)
    if old.review == new.review:
        return _with(old, new)
    if new.review == CANDIDATE:
        return old if _holds(old, new) else None
    if old.review == CANDIDATE and _holds(new, old):
        whole = _with(new, old)
        return whole and replace(whole, review=new.review)
    return None


def replaced(old: Concept, new: Concept) -> Concept | None:
    """Return *old* as *new*, which has the very same terms, says it is; else None.

    What *new* says nothing of stays. A candidate says nothing of what is decided, and
    nothing but a review takes a rejection back.
    """
    is_weaker = new.review == CANDIDATE != old.review
    if is_weaker or (old.review == REJECTED and not new.review):
        return None
    terms = dict(enumerate(old.terms))
    for term in new.terms:
        place = next((place for place, mine in terms.items() if is_same(mine, term)), None)
        if place is None:
            return None
        terms[place] = _told(old.terms[place], term, ("status", *_TERM_FACTS, *_CONTEXT))
    if len(old.terms) != len(new.terms):
        return None
    names = [name for name in _CONTENT if name != "terms"]
    return replace(_told(old, new, names), terms=tuple(terms.values()))


def _told(old: R, new: R, names: Iterable[str]) -> R:
    """Give *old* the facts that *new* tells."""
    facts: dict[str, Any] = {name: value for name in names if (value := getattr(new, name))}
    return replace(old, **facts)


def _holds(one: Concept, other: Concept) -> bool:
    return pairs_of(other) <= pairs_of(one)


def _disagree(old: Concept, new: Concept) -> bool:
    """Tell whether a fact of one contradicts the other's, so that joining would lose it."""
    if is_contradicting(old, new) or _differ(old, new, _CONCEPT_FACTS):
        return True
    return any(
        _differ(mine, theirs, (*_TERM_FACTS, "context")) for mine, theirs in _common(old, new)
    )


def _differ(one: object, other: object, names: Sequence[str]) -> bool:
    facts = ((getattr(one, name), getattr(other, name)) for name in names)
    return any(mine and theirs and mine != theirs for mine, theirs in facts)


def _with(old: Concept, new: Concept) -> Concept | None:
    """Add to *old* what *new* knows beyond it; None where that is too many terms."""
    terms = _terms(old.terms, new.terms)
    if len(terms) > TERMS:
        return None
    facts = {name: getattr(old, name) or getattr(new, name) for name in _CONCEPT_FACTS}
    scores = [score for score in (old.score, new.score) if score is not None]
    return replace(
        old,
        terms=terms,
        **facts,
        review=old.review or new.review,
        count=max(old.count, new.count),
        score=max(scores, default=None),
        paragraphs=_union(old.paragraphs, new.paragraphs),
        props=_union(old.props, new.props),
    )


def _union(one: Iterable[T], other: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _terms(old: Sequence[Term], new: Sequence[Term]) -> tuple[Term, ...]:
    """Fill the first of equal terms of *old*, which may have one twice; add the others."""
    found = list(old)
    for term in new:
        same = [place for place, mine in enumerate(found) if is_same(mine, term)]
        if same:
            found[same[0]] = _filled(found[same[0]], term)
        else:
            found.append(term)
    return tuple(found)


def _filled(old: Term, new: Term) -> Term:
    """Give *old* the facts it lacks, a region among them; a context comes with its place."""
    names = ("status", *_TERM_FACTS, *(() if old.context else _CONTEXT))
    facts = {name: getattr(old, name) or getattr(new, name) for name in names}
    return replace(old, lang=max(old.lang, new.lang, key=len), **facts)


def merged(concepts: Sequence[Concept]) -> Concept:
    """Make one of several, as somebody wishes: the first one's facts count before the others'.

    Definitions and notes that differ are kept line by line. It is accepted if one was.

    Raises:
        TermError: together they have too many terms.
    """
    whole = concepts[0]
    for concept in concepts[1:]:
        larger = _with(whole, concept)
        if larger is None:
            raise TermError(f"more than {TERMS} terms in one concept; merge fewer")
        whole = larger
    texts: dict[str, Any] = {
        name: "\n".join(_union(filter(None, (getattr(one, name) for one in concepts)), ()))
        for name in ("definition", "note")
    }
    reviews = {concept.review for concept in concepts}
    ranking = (ACCEPTED, "", CANDIDATE, REJECTED)
    review = next(review for review in ranking if review in reviews)
    return replace(whole, **texts, review=review)
