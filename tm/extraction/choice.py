"""Which of the pairs of a bead exclude each other, and which of them stay.

Two pairs go together if they are apart on both sides, or one holds the other on both (Smith and
Melamed's competitive linking, for phrases). The better one stays.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tm.extraction.evidence import Place
from tm.extraction.runs import Run

HOLDS = 0.3  # least score of a pair that others are parts of
SEVERAL = -1  # more than one pair, or none


@dataclass(slots=True)
class Chosen:
    """In how many beads each pair stays, in how many of them only within others, and where."""

    counts: Counter[int] = field(default_factory=Counter)
    held: Counter[int] = field(default_factory=Counter)
    places: list[Place] = field(default_factory=list)
    holders: dict[int, int] = field(default_factory=dict)  # the one pair it always stands within


def choose(places: Iterable[Place], scores: Sequence[float]) -> Chosen:
    """Return what stays of *places* where pairs with higher *scores* exclude others."""
    beads: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        beads[place.bead].append(place)
    chosen = Chosen()
    for found in beads.values():
        found.sort(key=lambda place: (-scores[place.pair], place))
        _add(chosen, _compatible(found), scores)
    return chosen


def _compatible(places: Iterable[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in places:
        if all(_go_together(place, other) for other in kept):
            kept.append(place)
    return kept


def _go_together(place: Place, other: Place) -> bool:
    first, second = _relation(place.zh, other.zh), _relation(place.en, other.en)
    if place.is_repeated or other.is_repeated:
        return second == "apart"
    return first == second != "crossing" and first != "same"


def _relation(run: Run, other: Run) -> str:
    if run.end <= other.first or other.end <= run.first:
        return "apart"
    if run == other:
        return "same"
    if other.first <= run.first and run.end <= other.end:
        return "inside"
    return "around" if run.first <= other.first and other.end <= run.end else "crossing"


def _add(chosen: Chosen, places: Sequence[Place], scores: Sequence[float]) -> None:
    for pair in {place.pair for place in places}:
        chosen.counts[pair] += 1
    chosen.places += places
    strong = [place for place in places if scores[place.pair] >= HOLDS]
    free = set()
    for place in places:
        holders = [other for other in strong if _relation(place.en, other.en) == "inside"]
        if holders:
            nearest = min(holders, key=lambda other: other.en.end - other.en.first).pair
            if chosen.holders.setdefault(place.pair, nearest) != nearest:
                chosen.holders[place.pair] = SEVERAL
        else:
            chosen.holders[place.pair] = SEVERAL
            free.add(place.pair)
    for pair in {place.pair for place in places} - free:
        chosen.held[pair] += 1
