"""Terms of the base: what the translation should call them, and what it should not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tm.folding import is_han
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair
from tm.qa.terms.index import Designation, Place
from tm.qa.terms.names import known_names
from tm.qa.terms.reading import words_in
from tm.qa.terms.rendering import is_rendered, is_said

_SHOWN = 3  # renderings that a message names
_LONG_ZH, _LONG_EN = 5, 2  # characters, words of a name that can mean nothing else


def term_missing(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A term of the term base is not translated as the base says.

    Fires where a term stands in the source and none of its translations in the target: 观察员地位
    and “position of onlooker” where the base has “observer status”. All terms of a concept that
    are neither deprecated nor forbidden will do, as do those of every concept that has the same
    source term. Number, case, word order (“members of the Commission”), British and American
    spelling, acronyms and what is left of a long name (“the Council”, 安理会) count as well, and
    one rendering is enough where the term stands twice. A longer term counts before those
    inside it.
    """
    for designation, places in _asked(pair, knowledge).items():
        if designation.renderings and not _is_there(designation, pair):
            yield Fault(
                f"{designation.text} is {_any_of(designation.renderings)} in the term base; "
                "the target has none of it",
                tuple(place.span for place in places),
            )


def term_avoided(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A term that the term base calls deprecated or forbidden is used.

    Fires where it stands in the target and a term of the same concept in the source: 缔约国 and
    “contracting States” where the base prefers “States parties”. A forbidden term is found whatever
    the source has. Silent inside a longer term that is none of these.
    """
    terms = knowledge.terms
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
    base: 国际原子能机构 and “International Nuclear Authority”. Silent where the target has an
    acronym, a short name or what is left of the full one, and where the term base has the name.
    """
    decided = knowledge.terms.places(pair.source)
    for place in known_names().places(pair.source):
        name = place.designation
        if name.kind != "body" or not _is_long(name) or _overlaps(place, decided):
            continue
        if not is_rendered(name.renderings, pair.target):
            said = f"{name.text} is {_any_of(name.renderings)}; the target has none of it"
            yield Fault(said, (place.span,))


def _asked(pair: Pair, knowledge: Knowledge) -> dict[Designation, list[Place]]:
    """Return the terms of the source with their places."""
    found: dict[Designation, list[Place]] = {}
    for place in knowledge.terms.places(pair.source):
        found.setdefault(place.designation, []).append(place)
    return found


def _is_there(designation: Designation, pair: Pair) -> bool:
    """Tell whether the target has a term, be it one that another check objects to."""
    return (
        is_rendered((*designation.renderings, *designation.beside), pair.target)
        or is_rendered(designation.avoided, pair.target)
        or is_said(designation.also, pair.target, designation.renderings)
    )


def _is_long(name: Designation) -> bool:
    """Tell whether a name is so long that it can mean nothing else."""
    if is_han(name.text):
        return len(name.text) >= _LONG_ZH
    return len(words_in(name.text).stems) >= _LONG_EN


def _overlaps(place: Place, others: Iterable[Place]) -> bool:
    span = place.span
    return any(span.start < other.span.end and other.span.start < span.end for other in others)


def _any_of(texts: Sequence[str]) -> str:
    """Write texts as a choice, the first ones of many."""
    shown = ", ".join(texts[:_SHOWN])
    return f"{shown} …" if len(texts) > _SHOWN else " or ".join(shown.rsplit(", ", 1))


CHECKS = (
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
