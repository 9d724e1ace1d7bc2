"""Bead scores: how well a run of source segments and a run of target segments translate each other.

The score of a bead is the cosine of the two runs, minus a share of their mean cosine with the
whole other document, times a length term, minus a small price for every segment beyond 1-1.
Scores do not depend on the path, so each shape is a handful of array operations.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.search import SHAPES, Floats, Shape

MIXED = -1  # class of a run whose segments are of different classes


@dataclass(frozen=True, slots=True)
class Weights:
    """The constants of the score, fitted on gold by ``scripts/tune.py``."""

    background: float = 0.5  # share of the mean similarity that is taken off
    per_segment: float = 0.02  # price of every segment beyond 1-1
    length_power: float = 1.0  # exponent of the length term
    weight_power: float = 0.5  # a segment weighs its length to this power in a run
    mixed: float = 0.5  # price of joining a heading with a paragraph, a note with text …


@dataclass(frozen=True, slots=True)
class Side:
    """What the score knows of one side: unit vectors (n, d), lengths (n,), classes (n,)."""

    vectors: Floats
    lengths: Floats
    classes: npt.NDArray[np.int16]
    common: Floats  # (d,) mean vector of this document, the background of the other

    def cut(self, start: int, end: int) -> Side:
        """Return the part of this side inside one window; the background stays the document's."""
        where = slice(start, end)
        return Side(self.vectors[where], self.lengths[where], self.classes[where], self.common)


@dataclass(frozen=True, slots=True)
class _Runs:
    """All runs of one size: unit vectors, similarity to the other document, lengths, classes."""

    sums: Floats
    common: Floats
    lengths: Floats
    classes: npt.NDArray[np.int16]


def side_of(vectors: Floats, lengths: Floats, classes: npt.NDArray[np.int16]) -> Side:
    """Return a side whose background is its own mean vector."""
    common = vectors.mean(axis=0) if len(vectors) else np.zeros(vectors.shape[1], np.float32)
    return Side(vectors, lengths, classes, common.astype(np.float32))


def length_ratio(src: Side, tgt: Side) -> float:
    """Return target characters per source character of these two documents.

    English : Chinese runs from 3.4 to 5.2 by document, so it is measured, never assumed.
    """
    total = float(src.lengths.sum())
    return float(tgt.lengths.sum()) / total if total else 1.0


def bead_scores(src: Side, tgt: Side, ratio: float, weights: Weights) -> dict[Shape, Floats]:
    """Return for every shape the score of the bead at each (i, j), about −1 to 1."""
    n, m = len(src.lengths), len(tgt.lengths)
    shapes = [(a, b) for a, b in SHAPES if a <= n and b <= m]
    left = {a: _runs(src, a, tgt.common, weights) for a in {a for a, _ in shapes}}
    right = {b: _runs(tgt, b, src.common, weights) for b in {b for _, b in shapes}}
    return {
        (a, b): _score(left[a], right[b], ratio, weights, extra=a + b - 2) for a, b in shapes
    }


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
    return sum((rows[k : k + count] for k in range(1, size)), rows[:count].copy())


def _score(left: _Runs, right: _Runs, ratio: float, weights: Weights, *, extra: int) -> Floats:
    similarity = left.sums @ right.sums.T
    similarity -= weights.background * (left.common[:, None] + right.common[None, :])
    scaled = left.lengths[:, None] * ratio
    short = np.minimum(scaled, right.lengths[None, :])
    long = np.maximum(np.maximum(scaled, right.lengths[None, :]), 1e-9)
    similarity *= np.log2(1.0 + short / long) ** weights.length_power
    similarity -= weights.per_segment * extra
    clash = (left.classes[:, None] != right.classes[None, :]) | (left.classes[:, None] == MIXED)
    similarity -= weights.mixed * clash
    return similarity.astype(np.float32)
