"""Terms of the base: what the translation should call them, and what it should not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tm.folding import is_han
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair
from tm.qa.terms.bodies import BODY
from tm.qa.terms.index import Designation, Index, Place, that_are_words
from tm.qa.terms.instead import stands_instead
from tm.qa.terms.names import known_names
from tm.qa.terms.rendering import is_left_out, is_pronoun_first, is_rendered, is_said

_SHOWN = 3  # renderings that a message names
_FIRST = 8  # characters before a term that a pronoun may stand for: 10. 重申安理会
_SHORT = 2  # characters of a term that may mean something else
_LONG_ZH, _LONG_EN = 5, 2  # characters, words of a name that can mean nothing else


def term_missing(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A term of the term base is not translated as the base says.

    Fires where a term stands in the source and none of its translations in the target, here where
    the base has “observer status”. All terms of a concept that are neither deprecated nor forbidden
    will do, as do those of every concept that has the same source term. Number, case, word order
    (“members of the Commission”), British and American spelling, acronyms and what is left of a
    long name (“the Council”, 安理会) count as well, and one rendering is enough where the term
    stands twice. A longer term counts before those inside it. Silent on short terms, which
    `short-term-missing` looks at.
    Example: 申请观察员地位 | to apply for the position of onlooker
    """
    for term, places in _unrendered(pair, knowledge.terms):
        if not _is_short(term):
            yield _missing(pair, knowledge, term, places)


def short_term_missing(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A short term of the term base is not translated as the base says.

    Fires on two Chinese characters, or one English word that they render. A note: they are as often
    part of another expression as they are the term; 会议 is a meeting, and 开会 and “convene” say
    the same. Silent on names of two words: a 大会 that is no “General Assembly” is a term missing.
    Example: 会议开幕 | opening of the gathering
    """
    for term, places in _unrendered(pair, knowledge.terms):
        if _is_short(term):
            yield _missing(pair, knowledge, term, places)


def term_avoided(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A term that the term base calls deprecated or forbidden is used.

    Fires where it stands in the target and a term of the same concept in the source, here where the
    base prefers “States parties”. A forbidden term is found whatever the source has. Silent inside
    a longer term that is none of these.
    Example: 缔约国 | contracting States
    """
    terms = knowledge.terms
    if not terms.is_avoiding:
        return
    sources = {place.designation.text for place in terms.places(pair.source)}
    for place in terms.places(pair.target):
        avoided = place.designation
        if avoided.status and (
            avoided.status == "forbidden" or sources.intersection(avoided.renderings)
        ):
            instead = f"; {_any_of(avoided.instead)} is preferred" if avoided.instead else ""
            yield Fault(
                f"{pair.target.text[slice(*place.span)]} is {avoided.status}{instead}",
                (),
                (place.span,),
            )


def official_name_missing(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """The full name of a body or a treaty is not rendered by its official name.

    Fires on full names of the bodies and treaties of the United Nations system, which need no term
    base. Silent where the target has an acronym, a short name or what is left of the full one, and
    where the term base has the name.
    Example: 国际原子能机构的保障监督 | safeguards of the International Nuclear Authority
    """
    asked = _by_designation(filter(_is_long_body, known_names().places(pair.source)))
    missing = {
        name: places
        for name, places in asked.items()
        if not is_rendered(name.renderings, pair.target)
        and not is_left_out(name.renderings, pair.target)
    }
    if not missing:
        return
    decided = {at for place in _decided(pair, knowledge) for at in range(*place.span)}
    for name, places in missing.items():
        alone = [place for place in places if decided.isdisjoint(range(*place.span))]
        if alone and (alone[0].span.start > _FIRST or not is_pronoun_first(pair.target)):
            said = f"{name.text} is {_any_of(name.renderings)}; {_absent(name)}"
            yield Fault(said, tuple(place.span for place in alone))


def _decided(pair: Pair, knowledge: Knowledge) -> Iterator[Place]:
    """Yield the places of what the term base has."""
    return (p for p in knowledge.terms.places(pair.source) if p.designation.renderings)


def _missing(pair: Pair, knowledge: Knowledge, term: Designation, places: Sequence[Place]) -> Fault:
    """Say what is missing and, where the encoder is at hand, what stands there instead."""
    spans = tuple(place.span for place in places)
    said = f"{term.text} is {_any_of(term.renderings)} in the term base"
    if knowledge.encode is not None:
        there = stands_instead(term.text, term.renderings, pair.target, encode=knowledge.encode)
        if there is not None:
            return Fault(
                f"{said}; the target has “{pair.target.text[slice(*there)]}”", spans, (there,)
            )
    return Fault(f"{said}; {_absent(term)}", spans)


def _absent(term: Designation) -> str:
    """Say that no rendering is there: it where there is one, none of them where there are more."""
    return f"the target {'has none of them' if len(term.renderings) > 1 else 'does not have it'}"


@lru_cache(maxsize=2)
def _unrendered(pair: Pair, terms: Index) -> Sequence[tuple[Designation, Sequence[Place]]]:
    """Return the terms of the source that the target has not, with their places.

    Both checks ask for them, one after the other.
    """
    found = _by_designation(terms.places(pair.source))
    return [
        (term, places)
        for term, many in found.items()
        if term.renderings
        and not _is_there(term, pair)
        and (places := that_are_words(many, pair.source))
        and (places[0].span.start > _FIRST or not is_pronoun_first(pair.target))
    ]


def _by_designation(places: Iterable[Place]) -> dict[Designation, list[Place]]:
    found: dict[Designation, list[Place]] = {}
    for place in places:
        found.setdefault(place.designation, []).append(place)
    return found


def _is_there(designation: Designation, pair: Pair) -> bool:
    """Tell whether the target has a term, be it one that another check objects to."""
    return (
        is_rendered((*designation.renderings, *designation.beside), pair.target)
        or is_rendered(designation.avoided, pair.target)
        or is_said(designation.also, pair.target, designation.renderings)
        or (
            designation.kind == BODY
            and is_left_out((*designation.renderings, *designation.beside), pair.target)
        )
    )


def _is_long_body(place: Place) -> bool:
    """Tell whether a body is named by so long a name that it can mean nothing else."""
    name = place.designation
    size = len(name.text) - _LONG_ZH if is_han(name.text) else name.text.count(" ") + 1 - _LONG_EN
    return name.kind == BODY and size >= 0


def _is_short(term: Designation) -> bool:
    """Tell whether a term is no name and of so few characters that it may be part of a word."""
    chinese: tuple[str, ...] = (term.text,)
    english = term.renderings
    if not is_han(term.text):
        chinese, english = english, chinese
    return all(len(one) <= _SHORT for one in chinese) and all(
        one.islower() or (" " not in one and not one.isupper()) for one in english
    )


def _any_of(texts: Sequence[str]) -> str:
    """Write texts as a choice, the first ones of many."""
    shown = ", ".join(texts[:_SHOWN])
    return f"{shown} …" if len(texts) > _SHOWN else " or ".join(shown.rsplit(", ", 1))


CHECKS = (
    Check(
        "short-term-missing",
        Family.TERMS,
        "terminology",
        Severity.NOTE,
        find=short_term_missing,
        needs="concepts",
    ),
    Check(
        "term-missing",
        Family.TERMS,
        "terminology",
        Severity.WARNING,
        find=term_missing,
        needs="concepts",
    ),
    Check(
        "term-avoided",
        Family.TERMS,
        "terminology",
        Severity.ERROR,
        find=term_avoided,
        needs="concepts",
    ),
    Check(
        "official-name-missing",
        Family.TERMS,
        "terminology",
        Severity.WARNING,
        find=official_name_missing,
    ),
)
