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
from tm.folding import fold
from tm.schema import TERMS
from tm.terms.concept import AVOIDED, STATUSES, Concept, Term
from tm.terms.which import ACCEPTED, CANDIDATE, REJECTED, VOUCHED
from tm.terms.words import stems_of, surface_of

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


def is_spelling_of(one: Term, other: Term) -> bool:
    """Tell whether two terms of a concept differ in case, width or script and in no fact.

    Where one spelling alone is to be avoided, they are two.

    >>> one, other = Term("en", "Internet"), Term("en", "internet", "preferred")
    >>> is_spelling_of(one, other), is_spelling_of(replace(one, status="forbidden"), other)
    (True, False)
    """
    return (
        is_one_language(one.lang, other.lang)
        and fold(one.text) == fold(other.text)
        and (one.status in AVOIDED) == (other.status in AVOIDED)
        and not _differ(one, other, ("form", "part_of_speech", "note"))
    )


def united(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return *terms* without other spellings of those before them.

    >>> terms = Term("en", "Corruption", "admitted"), Term("en", "corruption", "preferred")
    >>> [(term.text, term.status) for term in united(terms)]
    [('Corruption', 'preferred')]
    """
    return _terms((), terms)


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
    return {(term.code, surface_of(term.text)) for term in concept.terms}


def share_pair(one: Concept, other: Concept) -> bool:
    """Tell whether they have terms in common, in two languages, or are the same in one."""
    mine, theirs = pairs_of(one), pairs_of(other)
    common = mine & theirs
    return len({lang for lang, _ in common}) > 1 or mine == theirs


def has_forms_of(old: Concept, new: Concept) -> bool:
    """Tell whether every term of *new* is one of *old*, or another form of one.

    >>> known = Concept((Term("zh", "枪支"), Term("en", "firearm")))
    >>> has_forms_of(known, Concept((Term("zh", "槍支"), Term("en", "firearms"))))
    True
    """
    known = {form for term in old.terms for form in _forms(term)}
    return all(_forms(term) & known for term in new.terms)


def _forms(term: Term) -> set[tuple[str, str]]:
    """Return what *term* is known by: its surface and, of English, the stems of it and its base."""
    surfaces = [surface_of(text) for text in (term.text, term.base) if text]
    stems = [f"\n{stem}" for stem in map(stems_of, surfaces) if stem]
    return {(term.code, form) for form in (surfaces[0], *stems)}


def is_other_translation(old: Concept, new: Concept) -> bool:
    """Tell whether *new* gives the first term of its own, which *old* has, one more translation.

    It does where *old* says which translation is to be used and *new* says of its own that
    it is another: two words without a status may be two meanings, as of 会议.

    >>> chair, chairman = Term("en", "Chair", "preferred"), Term("en", "Chairman", "forbidden")
    >>> is_other_translation(*(Concept((Term("zh", "主席"), one)) for one in (chair, chairman)))
    True
    """
    source, *others = new.terms
    if (source.code, surface_of(source.text)) not in pairs_of(old):
        return False
    told = {(term.code, term.status) for term in old.terms if term.status}
    return all(
        other.status
        and other.code in {code for code, _ in told}
        and (other.status != "preferred" or (other.code, "preferred") not in told)
        for other in others
    )


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
    terms = list(old.terms)
    free = list(range(len(terms)))
    facts = ("text", "status", *_TERM_FACTS, *_CONTEXT)
    for term in new.terms:
        places = _places(terms, term, free)
        if not places:
            return None
        free.remove(places[0])
        terms[places[0]] = _told(terms[places[0]], term, facts)
    if free:
        return None
    names = [name for name in _CONTENT if name != "terms"]
    return replace(_told(old, new, names), terms=tuple(terms))


def _places(terms: Sequence[Term], wanted: Term, places: Iterable[int]) -> list[int]:
    """Return those of *places* where *terms* has *wanted*, or else another spelling of it."""
    same = [place for place in places if is_same(terms[place], wanted)]
    return same or [place for place in places if is_spelling_of(terms[place], wanted)]


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
    is_rarer = old.review == new.review == CANDIDATE and old.count < new.count
    terms = _terms(new.terms, old.terms) if is_rarer else _terms(old.terms, new.terms)
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
        places = _places(found, term, range(len(found)))
        if places:
            found[places[0]] = _filled(found[places[0]], term)
        else:
            found.append(term)
    return tuple(found)


def _filled(old: Term, new: Term) -> Term:
    """Give *old* the facts it lacks, a region among them; a context comes with its place.

    Of two spellings the better status counts.
    """
    names = ("status", *_TERM_FACTS, *(() if old.context else _CONTEXT))
    facts = {name: getattr(old, name) or getattr(new, name) for name in names}
    if old.text != new.text:
        statuses = filter(None, (old.status, new.status))
        facts["status"] = min(statuses, key=STATUSES.index, default="")
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
