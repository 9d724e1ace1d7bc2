"""Bead scores: how well a run of source segments and a run of target segments translate each other.

The score of a bead is the cosine of the two runs, minus a share of their mean cosine with the
whole other document, times a length term, minus a small price for every segment beyond 1-1.
:mod:`aligner.coverage` adds what the words of the runs explain of each other, and
:mod:`aligner.marks` takes off what their quotation marks deny. Scores do not depend on the
path, so each shape is a handful of array operations.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from aligner.search import SHAPES, Floats, Shape

MIXED: Final = -1  # class of a run whose segments are of different classes
FARTHEST: Final = 4.0  # a length further off than that costs no more
SAMPLED: Final = 500  # segments of either side that closeness is measured on


@dataclass(frozen=True, slots=True)
class Weights:
    """The constants of the score.

    The first three shape its terms; the others weigh them, and the score is linear in them.
    """

    background: float = 0.4  # share of the mean similarity that is taken off
    weight_power: float = 0.5  # a segment weighs its length to this power in a run
    familiar: float = 2.0  # a member is strange that has a smaller margin than this × closeness³
    margin: float = 1.0  # of similarity over the background
    per_segment: float = 0.083  # price of every segment beyond 1-1
    stranger: float = 1.36  # price of a member that is strange to the other side
    length: float = 0.19  # price of lengths that are off
    coverage: float = 2.73  # of the coverage of a bead word by word
    quote: float = 0.077  # price of a quotation mark without counterpart
    end: float = 0.185  # price of the end of a quotation on one side only
    mixed: float = 0.485  # price of joining a heading with a paragraph, a note with text …


@dataclass(frozen=True, slots=True)
class Side:
    """What the score knows of one side: unit vectors (n, d), lengths (n,), classes (n,)."""

    vectors: Floats
    lengths: Floats
    classes: npt.NDArray[np.int16]
    common: Floats  # (d,) mean vector of this document, the background of the other
    mean: float  # length of a segment of this document

    def cut(self, start: int, end: int) -> Side:
        """Return the part of this side inside one window; the means stay the document's."""
        where = slice(start, end)
        return replace(
            self,
            vectors=self.vectors[where],
            lengths=self.lengths[where],
            classes=self.classes[where],
        )


@dataclass(frozen=True, slots=True)
class _Runs:
    """All runs of one size: unit vectors, similarity to the other document, lengths, classes."""

    units: Floats
    background: Floats
    lengths: Floats
    classes: npt.NDArray[np.int16]


def side_of(vectors: Floats, lengths: Floats, classes: npt.NDArray[np.int16]) -> Side:
    """Return a side whose means are its own; lengths are at least 1."""
    common = vectors.mean(axis=0) if len(vectors) else np.zeros(vectors.shape[1], np.float32)
    mean = float(lengths.mean()) if len(lengths) else 1.0
    return Side(vectors, lengths, classes, common.astype(np.float32), mean)


def length_ratio(src: Side, tgt: Side) -> float:
    """Return target characters per source character of these two documents.

    English : Chinese runs from 3.4 to 5.2 by document, so it is measured, never assumed.
    """
    total = float(src.lengths.sum())
    return float(tgt.lengths.sum()) / total if total else 1.0


def closeness(src: Side, tgt: Side, weights: Weights) -> float:
    """Return how literally one text renders the other, 0–1: the median of the best margins.

    About .55 for a report and .3 to .4 for a novel. What an unaligned segment costs and what
    counts as strange follow it: a loose sentence of a novel is still a translation, the same
    looseness in a report is a sentence without counterpart.
    """
    best = (_best_margins(src, tgt, weights), _best_margins(tgt, src, weights))
    return max(float(np.median(np.concatenate(best))), 0.0)


def _best_margins(side: Side, other: Side, weights: Weights) -> Floats:
    """Return the margin of each of about :data:`SAMPLED` segments with what is nearest to it."""
    step = max(1, len(side.lengths) // SAMPLED)
    rows = side.vectors[::step]
    background = (rows @ other.common)[:, None] + (other.vectors @ side.common)[None, :]
    margins = rows @ other.vectors.T - weights.background * background
    best: Floats = margins.max(axis=1).astype(np.float32)
    return best


def bead_scores(src: Side, tgt: Side, ratio: float, weights: Weights) -> dict[Shape, Floats]:
    """Return for every shape the score of the bead at each (i, j), about −1 to 1."""
    n, m = len(src.lengths), len(tgt.lengths)
    shapes = [(a, b) for a, b in SHAPES if a <= n and b <= m]
    left = {a: _runs(src, a, tgt.common, weights) for a in {a for a, _ in shapes}}
    right = {b: _runs(tgt, b, src.common, weights) for b in {b for _, b in shapes}}
    margins = {(a, b): _margin(left[a], right[b], weights) for a, b in shapes}
    return {
        (a, b): _score(left[a], right[b], margins[a, b], ratio, weights)
        - weights.length * _surprise(left[a], right[b], ratio, tgt.mean)
        - weights.per_segment * (a + b - 2)
        - weights.stranger * _strangeness(margins, (a, b), weights)
        for a, b in shapes
    }


def _margin(left: _Runs, right: _Runs, weights: Weights) -> Floats:
    background = left.background[:, None] + right.background[None, :]
    margin: Floats = left.units @ right.units.T - weights.background * background
    return margin


def _strangeness(margins: dict[Shape, Floats], shape: Shape, weights: Weights) -> Floats:
    """Return how far the least fitting member of each bead is below what a member should have.

    A sentence that has no counterpart hides in a longer bead: the bead hardly loses by it,
    but the sentence itself is no nearer to the other side than to anything else.
    """
    a, b = shape
    rows, columns = margins[shape].shape
    least = np.full((rows, columns), np.inf, np.float32)
    for k in range(a):
        np.minimum(least, margins[1, b][k : k + rows], out=least)
    for k in range(b):
        np.minimum(least, margins[a, 1][:, k : k + columns], out=least)
    strangeness: Floats = np.maximum(weights.familiar - least, np.float32(0.0))
    return strangeness


def _runs(side: Side, size: int, common: Floats, weights: Weights) -> _Runs:
    weighted = side.vectors * (side.lengths[:, None] ** weights.weight_power)
    sums = _window_sums(weighted, size)
    norms = np.maximum(np.linalg.norm(sums, axis=1), 1e-9)
    units = (sums / norms[:, None]).astype(np.float32)
    classes = side.classes[: len(units)].copy()
    for k in range(1, size):
        classes[classes != side.classes[k : k + len(units)]] = MIXED
    lengths = _window_sums(side.lengths[:, None], size)[:, 0]
    return _Runs(units, units @ common, lengths, classes)


def _window_sums(rows: Floats, size: int) -> Floats:
    count = len(rows) - size + 1
    total = rows[:count].copy()
    for k in range(1, size):
        total += rows[k : k + count]
    return total


def _score(left: _Runs, right: _Runs, margin: Floats, ratio: float, weights: Weights) -> Floats:
    scaled = left.lengths[:, None] * ratio
    short = np.minimum(scaled, right.lengths[None, :])
    long = np.maximum(np.maximum(scaled, right.lengths[None, :]), 1e-9)
    clash = (left.classes[:, None] != right.classes[None, :]) | (left.classes[:, None] == MIXED)
    score: Floats = weights.margin * margin * np.log2(1.0 + short / long)
    score -= weights.mixed * clash
    return score


def _surprise(left: _Runs, right: _Runs, ratio: float, mean: float) -> Floats:
    """Return how far the lengths of each bead are off, 0 to :data:`FARTHEST`.

    The square of the difference over what it is expected to be, which grows with the length
    (Gale and Church 1993), in segments of *mean* target length.
    """
    scaled = left.lengths[:, None] * np.float32(ratio)
    other = right.lengths[None, :]
    square: Floats = (scaled - other) ** 2 / ((scaled + other) * np.float32(mean / 2))
    return np.minimum(square, np.float32(FARTHEST))
