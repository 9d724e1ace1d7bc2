"""Names of countries, cities, parts of the world and of bodies, which need no term base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tm.folding import is_han
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair, Side
from tm.qa.terms.bodies import BODY, listed_bodies
from tm.qa.terms.index import Designation, Index, Place, index_of, that_are_words
from tm.qa.terms.places import Named, named_places
from tm.qa.terms.rendering import is_rendered

_REGION = "region"


@lru_cache(maxsize=1)
def known_names() -> Index:
    """Return all names as one index: 西非经共体 hides the 西非 inside it."""
    bodies = tuple(Named(BODY, zh, en) for zh, en in listed_bodies())
    return index_of(_designations((*bodies, *named_places())))


def _designations(named: tuple[Named, ...]) -> Iterator[Designation]:
    owners: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(named):
        for name in (*one.zh, *one.en):
            owners[name].append(number)
    for name, numbers in owners.items():
        others = (named[number].en if is_han(name) else named[number].zh for number in numbers)
        renderings = tuple(dict.fromkeys(other for many in others for other in many))
        kind = named[numbers[0]].kind
        yield Designation(name, renderings, frozenset(numbers), kind)


def name_differs(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A country, a city or a body is named, and another one in the translation.

    Fires where a name of one side has no counterpart and one of the same kind on the other side has
    none either: 安曼 and Doha, 粮农组织 and UNICEF. Silent on official names, short ones, acronyms,
    nationalities and languages of one country (科特迪瓦 and Ivorian), on the full name of a body
    and what is left of it (“the Agency”), and where a name stands on one side only: 该国 or “its”
    may stand for it.
    Example: 赞比亚代表 | the representative of Zimbabwe
    """
    for kind, (all_source, all_target) in unmatched(pair).items():
        source, target = _alone(all_source, pair.target), _alone(all_target, pair.source)
        if kind == BODY and (source or target):
            # “The Council” may be another one where a body is named that the source has not.
            source, target = source or all_source, target or all_target
        source, target = that_are_words(source, pair.source), that_are_words(target, pair.target)
        if source and target:
            yield Fault(
                f"{_quoted(pair.source, source)} in the source, "
                f"{_quoted(pair.target, target)} in the target",
                tuple(place.span for place in source),
                tuple(place.span for place in target),
            )


def name_missing(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A country, a city or a body is named on one side only.

    Fires on any such name. A note: 我国, 该国, “the country” or “its” may stand for the name, and
    nothing tells which. Silent where `name-differs` speaks.
    Example: 秘鲁政府 | its Government
    """
    for all_source, all_target in unmatched(pair).values():
        source = that_are_words(_alone(all_source, pair.target), pair.source)
        target = that_are_words(_alone(all_target, pair.source), pair.target)
        if source and not target:
            said = f"{_quoted(pair.source, source)} in the source has no counterpart"
            yield Fault(said, tuple(place.span for place in source))
        if target and not source:
            said = f"{_quoted(pair.target, target)} in the target has no counterpart"
            yield Fault(said, (), tuple(place.span for place in target))


def _alone(places: Sequence[Place], other: Side) -> list[Place]:
    return [place for place in places if not _is_implied(place, other)]


def _is_implied(place: Place, other: Side) -> bool:
    """Tell whether a body is called by less than its name, or a region is part of a longer one.

    Countries are not: Guinea is no part of Guinea-Bissau.
    """
    renderings = place.designation.renderings
    if place.designation.kind == _REGION:
        return any(one in other.plain for one in renderings)
    return place.designation.kind == BODY and is_rendered(renderings, other)


def _quoted(side: Side, places: Sequence[Place]) -> str:
    names = (side.text[place.span.start : place.span.end] for place in places)
    return ", ".join(dict.fromkeys(names))


@lru_cache(maxsize=2)
def unmatched(pair: Pair) -> Mapping[str, tuple[list[Place], list[Place]]]:
    """Return, for each kind, the names of source and target without a counterpart.

    Both checks ask for them, one after the other.
    """
    index = known_names()
    source, target = index.places(pair.source), index.places(pair.target)
    if not source and not target:
        return {}
    found: dict[str, tuple[list[Place], list[Place]]] = defaultdict(lambda: ([], []))
    for number, (ours, theirs) in enumerate(((source, target), (target, source))):
        named = frozenset(one for place in theirs for one in place.designation.names)
        for place in ours:
            if not place.designation.names & named:
                found[place.designation.kind][number].append(place)
    return found


CHECKS = (
    Check("name-differs", Family.TERMS, "terminology", Severity.ERROR, find=name_differs),
    Check("name-missing", Family.TERMS, "terminology", Severity.NOTE, find=name_missing),
)
