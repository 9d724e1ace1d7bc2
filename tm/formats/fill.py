"""Filling the empty targets of a file: what is asked, what is answered, what is counted.

Knows neither files nor memories: a file offers its places, the caller answers them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tm.formats.clean import is_blank

EXACT: Final = 100  # a score from here on needs no second look


class Query(NamedTuple):
    """A source segment without a translation, with the source texts before and after it."""

    text: str
    before: str
    after: str
    lang: str  # of the source, BCP 47; empty where nothing tells it


class Answer(NamedTuple):
    """A translation, and how well its source matches: 100 is the same text."""

    text: str
    score: int
    inline: str = ""  # the translation with codes, as the content of a TMX 1.4 <seg>


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of the segments of a file: ``filled + untouched == segments``."""

    segments: int = 0
    filled: int = 0
    fuzzy: int = 0  # of those filled, with a score below 100
    untouched: int = 0  # translated before, locked, or without an answer
    stripped: int = 0  # of those filled, without all the codes of their source


@dataclass(frozen=True, slots=True)
class Place:
    """A source segment of a file, and how to put a translation beside it."""

    text: str
    lang: str
    is_open: bool  # nothing is there yet, and something may be
    put: Callable[[Answer], bool]  # tells whether codes of the source were lost
    group: str = ""  # places of different groups are no neighbours


def fill(places: Sequence[Place], answer: Callable[[Query], Answer | None]) -> Applied:
    """Ask for each open place in order, and put what is answered."""
    filled = fuzzy = stripped = 0
    for number, place in enumerate(places):
        if not place.is_open:
            continue
        found = answer(_query(places, number))
        if found is None or is_blank(found.text):
            continue
        filled += 1
        fuzzy += found.score < EXACT
        stripped += place.put(found)
    return Applied(len(places), filled, fuzzy, len(places) - filled, stripped)


def _query(places: Sequence[Place], number: int) -> Query:
    place = places[number]
    before, after = (
        places[near].text if 0 <= near < len(places) and places[near].group == place.group else ""
        for near in (number - 1, number + 1)
    )
    return Query(place.text, before, after, place.lang)
