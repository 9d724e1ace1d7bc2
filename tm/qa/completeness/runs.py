"""Runs of clauses and list items that may have no counterpart, and what speaks for each.

Plain lists, no arrays: a text has thirty words, and few texts have runs that are worth a look.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from corpora.types import EN
from tm.qa.completeness.lengths import HAN, PER_HAN, spread
from tm.qa.completeness.stretches import unknown_acronyms
from tm.qa.completeness.words import Cut, Edge, Weight

if TYPE_CHECKING:
    from tm.qa.completeness.evidence import Table

WIDEST = 6  # clauses or items of a run inside a sentence
MOST = 0.75  # share of the words of content
LEAST = -1.0  # what a word of a run says at least: a common one finds a counterpart anywhere
GATE = 0.5  # least sum of the scores of a run, DULL taken off for each word of content
DULL = 0.4
ROUNDED = 1e-6  # more than sums in another order can differ
TRIED = 6  # runs of a text that are measured
FURTHEST = 4.0  # deviations
LEAST_OF_NUMBERS = -8.0
_LIST = frozenset(",，、;；")
_DELIMITERS = _LIST | {"and", "or", "和", "以及", "及", "与", "或", "并"}
_OPENING, _CLOSING = "(（", ")）"
# Plain integers, for members are looked up slowly.
_NUMBER, _PLAIN, _NAME = int(Weight.NUMBER), int(Weight.PLAIN), int(Weight.NAME)
_STRONG, _SENTENCE = int(Edge.STRONG), int(Edge.SENTENCE)


@dataclass(frozen=True, slots=True)
class Lengths:
    """English characters expected, and how far off the pair is, a logarithm."""

    expected: float
    off: float
    scale: float = 1.0  # how much more than usual the lengths of a file vary


@dataclass(frozen=True, slots=True)
class Scored:
    """A table of words beside those of the translation, and how surely each lacks a counterpart."""

    table: Table
    here: Sequence[float]
    there: Sequence[float]

    @property
    def words(self) -> Cut:
        """The words of the text."""
        return self.table.words


class Run(NamedTuple):
    """Words ``[first, end)`` of a text, and the same counted in words of content."""

    first: int
    end: int
    start: int
    stop: int


def runs_of(scored: Scored) -> list[Run]:
    """Return the runs inside a sentence and of whole sentences that lack more than they have.

    The one that lacks most comes first.
    """
    words, here = scored.words, scored.here
    if not _may_lack(words.weights, here):
        return []
    counts = [0, *accumulate(weight >= _PLAIN for weight in words.weights)]
    said = list(accumulate(map(_said, words.weights, here), initial=0.0))
    lacking = []
    for first, end in _parts(words.edges):
        size = counts[end] - counts[first]
        worth = said[end] - said[first] - DULL * size
        if worth > GATE and 0 < size <= MOST * counts[-1]:
            lacking.append((worth, Run(first, end, counts[first], counts[end])))
    lacking.sort(key=lambda both: -both[0])
    return [run for _, run in lacking[:TRIED]]


def _may_lack(weights: Sequence[int], here: Sequence[float]) -> bool:
    """Tell quickly whether any run can pass the gate, wherever it begins and ends."""
    surplus = [
        score - DULL
        for score, weight in zip(here, weights, strict=True)
        if score > DULL and weight >= _PLAIN
    ]
    if sum(surplus) <= GATE:
        return False
    most = worth = 0.0
    for weight, score in zip(weights, here, strict=True):
        worth += _said(weight, score) - (DULL if weight >= _PLAIN else 0.0)
        if worth < 0:
            worth = 0.0
        elif worth > most:
            most = worth
    return most > GATE - ROUNDED


def _said(weight: int, score: float) -> float:
    """Return what a word says of the run it stands in."""
    if weight >= _PLAIN:
        return score if score > LEAST else LEAST
    return score if weight == _NUMBER else 0.0


def _parts(edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield up to ``WIDEST`` parts in a row: of one sentence, or a number of whole sentences."""
    opens = [place for place, edge in enumerate(edges[:-1]) if edge]
    closes = [*opens[1:], len(edges) - 1]
    for k, first in enumerate(opens):
        is_inside = True
        for last in range(k, min(k + WIDEST, len(opens))):
            is_inside = is_inside and (last == k or edges[opens[last]] != _SENTENCE)
            if is_inside or edges[first] == _SENTENCE == edges[closes[last]]:
                yield first, closes[last]


class _Text(NamedTuple):
    """What the features of all runs of a text have in common."""

    own: list[float]  # scores of its words of content
    kinds: list[int]  # and their classes
    longer: float
    positive: float  # sum of its scores above nought
    others: tuple[float, float]  # mean of the scores of the other side, sum of those above nought
    acronyms: float
    delimiters: float


def features(scored: Scored, runs: Sequence[Run], lengths: Lengths) -> list[list[float]]:
    """Return a row for each run; :data:`tm.qa.completeness.model.NAMES` without similarities."""
    words, others = scored.words, scored.table.others
    own, theirs = scored_content(words, scored.here), scored_content(others, scored.there)
    text = _Text(
        own,
        [weight for weight in words.weights if weight >= _PLAIN],
        _longer(words, lengths),
        _positive(own),
        (sum(theirs) / len(theirs) if theirs else 0.0, _positive(theirs)),
        unknown_acronyms(others, words),
        _delimiters(words, others),
    )
    return [_row(scored, run, text) for run in runs]


def scored_content(words: Cut, scores: Sequence[float]) -> list[float]:
    """Return the scores of the words of content."""
    return [score for score, weight in zip(scores, words.weights, strict=True) if weight >= _PLAIN]


def _positive(scores: Sequence[float]) -> float:
    return sum(score for score in scores if score > 0)


def _row(scored: Scored, run: Run, text: _Text) -> list[float]:
    words, n = scored.words, run.stop - run.start
    own = text.own[run.start : run.stop]
    total = sum(max(score, LEAST) for score in own)
    inside = words.words[run.first : run.end]
    return [
        total,
        total / n,
        math.log1p(n),
        text.longer,
        max(text.longer, 0.0),
        text.positive - _positive(own),
        *text.others,
        *_borders(words, run),
        text.acronyms,
        text.delimiters,
        math.log1p(sum(map(_english_size, inside))),
        text.kinds[run.start : run.stop].count(_NAME) / n,
        _bracketed(words, run),
        max(_numbers(scored, run), LEAST_OF_NUMBERS),
    ]


def _numbers(scored: Scored, run: Run) -> float:
    """Return what the numbers of a run say together."""
    kinds = scored.words.weights[run.first : run.end]
    scores = scored.here[run.first : run.end]
    return sum(score for score, kind in zip(scores, kinds, strict=True) if kind == _NUMBER)


@lru_cache(maxsize=1 << 16)
def _english_size(text: str) -> float:
    return len(text) if text.isascii() else len(text) + (PER_HAN - 1) * len(HAN.findall(text))


def _longer(words: Cut, lengths: Lengths) -> float:
    """Return how many deviations too long *words* are."""
    off = lengths.off if words.lang is EN else -lengths.off
    return max(min(off / (spread(lengths.expected) * lengths.scale), FURTHEST), -FURTHEST)


def _delimiters(words: Cut, other: Cut) -> float:
    """Return how many more commas and conjunctions than the other side a text has, −3 to 3."""
    here, there = (
        len([0 for word in text.words if word in _DELIMITERS]) for text in (words, other)
    )
    return float(max(min(here - there, 3), -3))


def _borders(words: Cut, run: Run) -> tuple[bool, bool, bool]:
    """Tell whether a run begins and ends where a clause may, and whether it is a list item."""
    text, edges = words.words, words.edges
    before = text[max(run.first - 1, 0) : run.first + 1]
    opens = not _DELIMITERS.isdisjoint(before)
    closes = run.end == len(text) or text[run.end - 1] in _LIST or text[run.end] in _DELIMITERS
    return edges[run.first] >= _STRONG, edges[run.end] >= _STRONG, opens and closes


def _bracketed(words: Cut, run: Run) -> bool:
    """Tell whether a run begins in brackets."""
    before = words.words[: run.first + 1]
    opened = sum(map(before.count, _OPENING))
    return opened > sum(map(before.count, _CLOSING))
