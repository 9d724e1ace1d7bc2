"""Coverage: how much of the words of a run the other run explains, word by word.

One vector for a run says what it is about and hardly notices a sentence too many. Here every
token looks for its best counterpart in the other run (late interaction, Khattab and Zaharia
2020, over the rows of a static table), less what it finds on average in a run of that size of
the other document. Gains add up over tokens, so a path is not paid for making more beads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from aligner.search import MAX_SEGMENTS, Floats, Shape
from corpora.types import Span

FLOOR: Final = 0.2  # similarity of two tokens that says nothing
SAMPLED: Final = 200  # segments the background is measured on
STRIP: Final = 512  # distinct tokens compared at a time

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one side: unit rows (v, d) of distinct ones, their weights (v,), the row of
    each token (t,), and where the tokens of each segment start (n + 1,).
    """  # fmt: skip

    rows: Floats
    weights: Floats
    tokens: Ints
    starts: Ints

    def __post_init__(self) -> None:
        """Refuse segments without tokens: a maximum over nothing is none."""
        if not (np.diff(self.starts) > 0).all():
            raise ValueError("a segment without tokens; give it the empty token")

    @property
    def mass(self) -> float:
        """Mean weight of a segment."""
        return float(self.weights[self.tokens].sum()) / max(len(self.starts) - 1, 1)

    def cut(self, segments: Iterable[int]) -> Words:
        """Return the tokens of these segments."""
        runs = [self.tokens[self.starts[k] : self.starts[k + 1]] for k in segments]
        starts = np.cumsum([0, *map(len, runs)])
        tokens, flat = np.unique(np.concatenate(runs), return_inverse=True)
        return Words(self.rows[tokens], self.weights[tokens], flat, starts)


def words_of(runs: Sequence[Ints], rows: Floats) -> Words:
    """Return the words of texts whose tokens are *runs* of numbers of *rows*, (v, d).

    The weight of a token is the length of its row, as it is in the vector of a text.
    """
    weights = np.linalg.norm(rows, axis=1).astype(np.float32)
    units = rows / np.maximum(weights, 1e-9)[:, None]
    empty = np.zeros((1, rows.shape[1]), np.float32)
    units, weights = np.vstack((units, empty)), np.append(weights, np.float32(0))
    filled = [run if len(run) else np.array([len(rows)]) for run in runs]
    starts = np.cumsum([0, *map(len, filled)])
    return Words(units.astype(np.float32), weights, np.concatenate(filled), starts)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The words of both sides, and what their tokens find in any run of the other, (7, v)."""

    src: Words
    tgt: Words
    src_background: Floats
    tgt_background: Floats

    def scores(self, src: Span, tgt: Span, shapes: Iterable[Shape]) -> dict[Shape, Floats]:
        """Return for every shape the coverage of the bead at each (i, j) of a window.

        1 would be a pair of segments of mean length whose tokens all have an equal on the
        other side and nowhere else; a report has about .4, a wrong pair 0 or less.
        """
        forth = _gains(self.src, src, self.tgt, tgt, self.src_background)
        back = _gains(self.tgt, tgt, self.src, src, self.tgt_background)
        return {
            (a, b): (_sums(forth[b], a) + _sums(back[a], b).T) / np.float32(2) for a, b in shapes
        }


def coverage_of(src: Words, tgt: Words) -> Coverage:
    """Measure the background of two documents."""
    return Coverage(src, tgt, _background(src, tgt), _background(tgt, src))


def _background(words: Words, other: Words) -> Floats:
    """Return what each token finds in a run of 1, 2 … segments of the other side, on average."""
    count = len(other.starts) - 1
    sample = other.cut(range(0, count, -(-count // SAMPLED)))
    means = np.zeros((MAX_SEGMENTS - 1, len(words.rows)), np.float32)
    for start in range(0, len(words.rows), STRIP):
        where = slice(start, start + STRIP)
        for size, found in _widened(_best(words.rows[where], sample)):
            means[size - 1, where] = found.mean(axis=0)
    return means


def _best(rows: Floats, other: Words) -> Floats:
    """Return the best counterpart of each of *rows* in each segment of *other*, (m, v)."""
    similarity = np.maximum(other.rows @ rows.T - FLOOR, 0)
    best: Floats = np.maximum.reduceat(similarity[other.tokens], other.starts[:-1], axis=0)
    return best


def _widened(best: Floats) -> Iterator[tuple[int, Floats]]:
    """Yield the best counterparts in runs of 1, 2 … segments; a short side has no longer ones."""
    wide = best
    for size in range(1, MAX_SEGMENTS):
        if 1 < size <= len(best):
            wide = np.maximum(wide[:-1], best[size - 1 :])
        yield size, wide


def _gains(
    side: Words, here: Span, other: Words, there: Span, background: Floats
) -> dict[int, Floats]:
    """Return by size of run the gain of each segment *here* in each run *there*, (n, m - size + 1).

    In segments of mean weight.
    """
    tokens = side.tokens[side.starts[here.start] : side.starts[here.end]]
    sizes = np.diff(side.starts[here.start : here.end + 1])
    distinct, flat = np.unique(tokens, return_inverse=True)
    weights = np.zeros((here.size, len(distinct)), np.float32)
    np.add.at(weights, (np.repeat(np.arange(here.size), sizes), flat), side.weights[tokens])
    weights /= np.float32(max(side.mass, 1e-9))
    window = other.cut(range(*there))
    strips = range(0, len(distinct), STRIP)
    best = [_best(side.rows[distinct[start : start + STRIP]], window) for start in strips]
    below = background[:, distinct]
    return {
        size: weights @ (found - below[size - 1]).T
        for size, found in _widened(np.concatenate(best, axis=1))
    }


def _sums(gains: Floats, size: int) -> Floats:
    """Return the sums of *size* neighbouring rows."""
    count = len(gains) - size + 1
    total: Floats = gains[:count].copy()
    for k in range(1, size):
        total += gains[k : k + count]
    return total
