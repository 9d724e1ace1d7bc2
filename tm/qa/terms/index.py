"""Designations of both languages, found in a text by their first word or first two characters.

Where one stands inside a longer one, the longer counts. Knows no check.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, count
from typing import TypeVar

from corpora.types import ZH, Span
from tm.folding import is_han, simplified
from tm.qa.cutting import is_across
from tm.qa.pair import Side
from tm.qa.terms.reading import Words, alike, words_in

_SHORT = 2  # characters that may be the end of one word and the beginning of another
S = TypeVar("S", str, tuple[str, ...])


@dataclass(frozen=True, slots=True, eq=False)
class Designation:
    """One surface of a language, and what it may be called in the other one.

    Two are one only if they are the same object: an index has one for each surface.
    """

    text: str  # as the base writes it
    renderings: tuple[str, ...] = ()  # any of them will do; none: nothing is asked
    names: frozenset[int] = frozenset()  # what it designates; several where it is ambiguous
    kind: str = ""  # of what it names
    beside: tuple[str, ...] = ()  # renderings of the same body that nobody asked for
    also: tuple[str, ...] = ()  # words that stand for it where the context tells which is meant
    avoided: tuple[str, ...] = ()  # deprecated and forbidden renderings
    status: str = ""  # deprecated or forbidden, where the designation itself is
    instead: tuple[str, ...] = ()  # what it should be called in its own language


@dataclass(frozen=True, slots=True)
class Place:
    """A designation that stands in a text."""

    span: Span
    designation: Designation


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Designations of both languages by how they begin, the longest first."""

    zh: Mapping[str, tuple[tuple[str, Designation], ...]] = field(default_factory=dict)
    en: Mapping[str, tuple[tuple[tuple[str, ...], Designation], ...]] = field(default_factory=dict)
    is_avoiding: bool = False  # some are deprecated or forbidden
    # Where a Chinese one can begin: two characters that may be the first two of some.
    heads: re.Pattern[str] = re.compile(r"(?!)")

    def places(self, side: Side) -> tuple[Place, ...]:
        """Return what stands in a text, in order; nothing inside something longer."""
        if side.lang is ZH:
            return _places_in_zh(self, side.plain)
        return _places_in_en(self, side.text)

    def in_zh(self, text: str) -> Iterator[Place]:
        """Yield what stands in a Chinese text, its *and* written in one way."""
        known, end = self.zh, 0
        for start in [match.start() for match in self.heads.finditer(text)]:
            if start >= end:
                for surface, designation in known.get(text[start : start + 2], ()):
                    if text.startswith(surface, start):
                        end = start + len(surface)
                        yield Place(Span(start, end), designation)
                        break

    def in_en(self, words: Words) -> Iterator[Place]:
        """Yield what stands in an English text."""
        known, stems, end = self.en, words.stems, 0
        for start in compress(count(), map(known.__contains__, stems)):
            if start >= end:
                for surface, designation in known[stems[start]]:
                    last = start + len(surface)
                    if stems[start:last] == surface and _is_meant(designation, words, start, last):
                        end = last
                        yield Place(words.span(start, last - 1), designation)
                        break


@lru_cache(maxsize=8)
def _places_in_zh(index: Index, plain: str) -> tuple[Place, ...]:
    """Find what several checks ask for, in one text once."""
    return tuple(index.in_zh(alike(plain)))


@lru_cache(maxsize=8)
def _places_in_en(index: Index, text: str) -> tuple[Place, ...]:
    return tuple(index.in_en(words_in(text)))


def _is_meant(designation: Designation, words: Words, start: int, end: int) -> bool:
    """Tell whether a name is written as one: WHO and the Bureau, no who and no bureau."""
    text = designation.text
    if text.islower():
        return True
    if len(text) > 1 and text.isupper():
        return words.forms[start].isupper()
    return any(not form[:1].islower() for form in words.forms[start:end])


def that_are_words(places: Iterable[Place], side: Side) -> list[Place]:
    """Return those of *places* that are words: in 达成都能接受的协议 there is no 成都.

    For a text about to be reported alone: to cut it takes longer than to find the places.
    """
    return [
        place
        for place in places
        if len(place.designation.text) > _SHORT
        or not is_han(place.designation.text)
        or not is_across(place.span, side.plain)
    ]


def index_of(designations: Iterable[Designation]) -> Index:
    """Return the index of *designations*; of equal surfaces the first counts."""
    zh: dict[str, dict[str, Designation]] = defaultdict(dict)
    en: dict[str, dict[tuple[str, ...], Designation]] = defaultdict(dict)
    is_avoiding = False
    for designation in designations:
        is_avoiding |= bool(designation.status)
        if is_han(designation.text):
            surface = alike(simplified(designation.text))
            if len(surface) > 1:
                zh[surface[:2]].setdefault(surface, designation)
        elif stems := words_in(designation.text).stems:
            en[stems[0]].setdefault(stems, designation)
    return Index(
        {key: _longest_first(found) for key, found in zh.items()},
        {key: _longest_first(found) for key, found in en.items()},
        is_avoiding,
        _heads(zh),
    )


def _heads(keys: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the first characters of *keys* before the second ones."""
    both = [("".join(sorted(column))) for column in map(set, zip(*keys, strict=True))]
    if not both:
        return re.compile(r"(?!)")
    first, second = map(re.escape, both)
    return re.compile(f"[{first}](?=[{second}])")


def _longest_first(found: Mapping[S, Designation]) -> tuple[tuple[S, Designation], ...]:
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))
