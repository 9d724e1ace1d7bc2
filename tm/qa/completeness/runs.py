"""Runs of clauses and list items that may have no counterpart, and what speaks for each.

All runs of a text are measured at once, by cumulative sums over its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpora.types import EN
from tm.qa.completeness.lengths import HAN, PER_HAN, spread
from tm.qa.completeness.stretches import unknown_acronyms
from tm.qa.completeness.words import Cut, Edge, Weight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tm.qa.completeness.evidence import Table

    Floats = NDArray[np.floating[Any]]
    Integers = NDArray[np.intp]

WIDEST = 6  # clauses or items of a run inside a sentence
MOST = 0.75  # share of the words of content
LEAST = -1.0  # what a word of a run says at least: a common one finds a counterpart anywhere
GATE = 0.5  # least sum of the scores of a run, DULL taken off for each word of content
DULL = 0.4
TRIED = 6  # runs of a text that are measured
FURTHEST = 4.0  # deviations
LEAST_OF_NUMBERS = -8.0
_LIST = frozenset(",，、;；")
_JOINING = frozenset({"and", "or", "和", "以及", "及", "与", "或", "并"})


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
    here: Floats
    there: Floats

    @property
    def words(self) -> Cut:
        """The words of the text."""
        return self.table.words


@dataclass(frozen=True, slots=True)
class Runs:
    """Words ``[first, end)`` of each run, and the same counted in words of content."""

    first: Integers
    end: Integers
    start: Integers
    stop: Integers


def runs_of(scored: Scored) -> Runs:
    """Return the runs inside a sentence and of whole sentences that lack more than they have."""
    import numpy as np

    words = scored.words
    content = np.array(words.weights) >= Weight.PLAIN
    if np.maximum(scored.here[content] - DULL, 0).sum() <= GATE:
        nothing = np.zeros(0, np.intp)
        return Runs(nothing, nothing, nothing, nothing)
    edges = np.array(words.edges)
    opens = np.flatnonzero(edges[:-1])
    closes = np.append(opens[1:], len(words.words))
    sentence = np.cumsum(edges[opens] == Edge.SENTENCE)
    wide = np.arange(len(opens))[:, None] + np.arange(WIDEST)
    last = np.minimum(wide, len(opens) - 1)
    first, end = np.broadcast_to(opens[:, None], last.shape), closes[last]
    is_inside = sentence[last] == sentence[:, None]
    is_whole = (edges[first] == Edge.SENTENCE) & (edges[end] == Edge.SENTENCE)
    counts = np.concatenate(([0], np.cumsum(content)))
    said = np.where(content, np.maximum(scored.here, LEAST), 0.0)
    said += np.where(np.array(words.weights) == Weight.NUMBER, scored.here, 0.0)
    sums = np.concatenate(([0.0], np.cumsum(said)))
    size = counts[end] - counts[first]
    good = (
        (wide < len(opens))
        & (is_inside | is_whole)
        & (size > 0)
        & (size <= MOST * counts[-1])
        & (sums[end] > sums[first])
    )
    first, end = first[good], end[good]
    worth = sums[end] - sums[first] - DULL * (counts[end] - counts[first])
    order = np.argsort(-worth, kind="stable")[:TRIED]
    order = order[worth[order] > GATE]
    first, end = first[order], end[order]
    return Runs(first, end, counts[first], counts[end])


def features(scored: Scored, runs: Runs, lengths: Lengths) -> Floats:
    """Return a row for each run; :data:`tm.qa.completeness.model.NAMES` without similarities."""
    import numpy as np

    words = scored.words
    weights = np.array(words.weights)
    content = weights >= Weight.PLAIN
    own = scored.here[content]
    theirs = scored.there[np.array(scored.table.others.weights) >= Weight.PLAIN]
    n = runs.stop - runs.start
    total = _within(np.maximum(own, LEAST), runs.start, runs.stop)
    positive = np.maximum(own, 0)
    is_name = (weights[content] == Weight.NAME).astype(float)
    numbers = np.where(weights == Weight.NUMBER, scored.here, 0.0)
    sizes = _within(_sizes(words), runs.first, runs.end)
    z = _longer(words, lengths)
    columns: tuple[Floats | float, ...] = (
        total,
        total / n,
        np.log1p(n),
        z,
        max(z, 0.0),
        positive.sum() - _within(positive, runs.start, runs.stop),
        theirs.mean() if len(theirs) else 0.0,
        np.maximum(theirs, 0).sum(),
        *_borders(words, runs),
        unknown_acronyms(scored.table.others, words),
        _delimiters(words, scored.table.others),
        np.log1p(sizes),
        _within(is_name, runs.start, runs.stop) / n,
        _bracketed(words, runs),
        np.maximum(_within(numbers, runs.first, runs.end), LEAST_OF_NUMBERS),
    )
    return np.stack([np.broadcast_to(column, n.shape) for column in columns], axis=1)


def _within(values: Floats, first: Integers, end: Integers) -> Floats:
    import numpy as np

    sums = np.concatenate(([0.0], np.cumsum(values)))
    found: Floats = sums[end] - sums[first]
    return found


def _sizes(words: Cut) -> Floats:
    import numpy as np

    return np.array([_english_size(word) for word in words.words])


def _english_size(text: str) -> float:
    return len(text) if text.isascii() else len(text) + (PER_HAN - 1) * len(HAN.findall(text))


def _longer(words: Cut, lengths: Lengths) -> float:
    """Return how many deviations too long *words* are."""
    off = lengths.off if words.lang is EN else -lengths.off
    return max(min(off / (spread(lengths.expected) * lengths.scale), FURTHEST), -FURTHEST)


def _delimiters(words: Cut, other: Cut) -> float:
    """Return how many more commas and conjunctions than the other side a text has, −3 to 3."""
    here, there = (
        sum(word in _LIST or word in _JOINING for word in text.words) for text in (words, other)
    )
    return float(max(min(here - there, 3), -3))


def _borders(words: Cut, runs: Runs) -> tuple[Floats, Floats, Floats]:
    """Tell whether each run begins and ends where a clause may, and whether it is a list item."""
    import numpy as np

    edges = np.array(words.edges)
    parts = np.array([word in _LIST or word in _JOINING for word in words.words] + [True])
    marks = np.array([word in _LIST for word in words.words] + [True])
    opens = parts[runs.first] | parts[runs.first - 1] & (runs.first > 0)
    closes = marks[runs.end - 1] | parts[runs.end]
    return (
        (edges[runs.first] >= Edge.STRONG).astype(float),
        (edges[runs.end] >= Edge.STRONG).astype(float),
        (opens & closes).astype(float),
    )


def _bracketed(words: Cut, runs: Runs) -> Floats:
    """Tell for each run whether it stands in brackets."""
    import numpy as np

    depth = np.cumsum([(word in "(（") - (word in ")）") for word in words.words])
    found: Floats = (depth[np.minimum(runs.first, len(depth) - 1)] > 0).astype(float)
    return found
