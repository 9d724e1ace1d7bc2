"""The search: tile two sequences with beads of greatest total score, and the odds of each bead.

Knows nothing of strings, languages or vectors: the scores are handed in. Nulls have an
affine price, because a flat one finds 1 of 135 sentences of a removed block and an affine
one 133.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from corpora.types import Span

Floats = npt.NDArray[np.float32]
Shape = tuple[int, int]

MAX_SEGMENTS: Final = 8
SHAPES: Final[tuple[Shape, ...]] = tuple(
    sorted(
        ((a, b) for a in range(1, MAX_SEGMENTS) for b in range(1, MAX_SEGMENTS + 1 - a)),
        key=lambda shape: (sum(shape), abs(shape[0] - shape[1]), shape),
    )
)
_OMIT: Final = -1  # back pointers that are no shape
_ADD: Final = -2
_MATCH, _SRC_GAP, _TGT_GAP = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Gap:
    """The price of a run of unaligned segments: *first* for the first, *more* for each other."""

    first: float = 0.15
    more: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of a path."""

    src: Span
    tgt: Span

    @property
    def shape(self) -> Shape:
        """Segments on either side."""
        return self.src.size, self.tgt.size


ShapeScores = Mapping[Shape, Floats]  # shape (a, b) -> (n-a+1, m-b+1), score of the bead at (i, j)


def best_path(n: int, m: int, scores: ShapeScores, gap: Gap) -> list[Step]:
    """Tile *n* by *m* segments with beads of greatest total score.

    Ties go to the shape listed first, so results do not depend on dictionary order.
    Three states as in Gotoh (1982): a match, an open gap on either side. Time
    O(n·m·shapes), memory O(n·m).
    """
    shapes = [shape for shape in SHAPES if shape in scores]
    best = np.full((3, n + 1, m + 1), -np.inf)  # score of the best path that ends in a state
    came = np.zeros((3, n + 1, m + 1), dtype=np.int8)  # shape number, or the state before
    top = np.full((n + 1, m + 1), -np.inf)
    for i in range(n + 1):
        _match_row(i, shapes, scores, top, best[_MATCH, i], came[_MATCH, i])
        if i:
            _open_or_extend(top[i - 1], best[_SRC_GAP, i - 1], gap, best[_SRC_GAP, i], came[_SRC_GAP, i])
        np.maximum(best[_MATCH, i], best[_SRC_GAP, i], out=top[i])
        _target_gaps(top[i], gap, best[_TGT_GAP, i], came[_TGT_GAP, i])
        np.maximum(top[i], best[_TGT_GAP, i], out=top[i])
    return _trace(n, m, shapes, best, came)


def _match_row(  # noqa: PLR0913
    i: int,
    shapes: list[Shape],
    scores: ShapeScores,
    top: npt.NDArray[np.float64],
    row: npt.NDArray[np.float64],
    came: npt.NDArray[np.int8],
) -> None:
    if i == 0:
        row[0] = 0.0
    for number, (a, b) in enumerate(shapes):
        if a > i or b >= row.size:
            continue
        value = top[i - a, : row.size - b] + scores[a, b][i - a]
        better = value > row[b:]
        row[b:][better] = value[better]
        came[b:][better] = number


def _open_or_extend(
    top: npt.NDArray[np.float64],
    before: npt.NDArray[np.float64],
    gap: Gap,
    row: npt.NDArray[np.float64],
    came: npt.NDArray[np.int8],
) -> None:
    opened, extended = top - gap.first, before - gap.more
    np.maximum(opened, extended, out=row)
    came[:] = extended > opened


def _target_gaps(
    top: npt.NDArray[np.float64], gap: Gap, row: npt.NDArray[np.float64], came: npt.NDArray[np.int8]
) -> None:
    """Fill one row of additions: a running maximum instead of a loop over columns."""
    if row.size < 2:
        return
    steps = gap.more * np.arange(row.size)
    lifted = np.maximum.accumulate(top[:-1] + steps[:-1])
    row[1:] = lifted - steps[:-1] - gap.first
    came[2:] = row[1:-1] - gap.more > top[1:-1] - gap.first


def _trace(
    n: int,
    m: int,
    shapes: list[Shape],
    best: npt.NDArray[np.float64],
    came: npt.NDArray[np.int8],
) -> list[Step]:
    steps: list[Step] = []
    i, j = n, m
    state = int(np.argmax(best[:, i, j]))
    while i or j:
        number = int(came[state, i, j])
        a, b = (shapes[number] if state == _MATCH else (1, 0) if state == _SRC_GAP else (0, 1))
        steps.append(Step(Span(i - a, i), Span(j - b, j)))
        i, j = i - a, j - b
        if state == _MATCH or not number:
            allowed = best[:2, i, j] if state == _TGT_GAP else best[:, i, j]
            state = int(np.argmax(allowed))
    return steps[::-1]


def posteriors(
    steps: list[Step], n: int, m: int, scores: ShapeScores, gap: Gap, *, heat: float
) -> npt.NDArray[np.float64]:
    """Return for every step of a path the share of all paths that go through it, 0–1.

    Forward–backward over the lattice of :func:`best_path`, each path weighing
    ``exp(score / heat)``. A low *heat* trusts the best path more.
    """
    cold = {shape: values.astype(np.float64) / heat for shape, values in scores.items()}
    prices = Gap(gap.first / heat, gap.more / heat)
    ahead = _mass(n, m, cold, prices)
    flipped = {shape: values[::-1, ::-1] for shape, values in cold.items()}
    behind = _mass(n, m, flipped, prices)
    return np.array([_share(step, n, m, cold, prices, ahead, behind) for step in steps])


@dataclass(frozen=True, slots=True)
class _Mass:
    """Log mass of the paths to each lattice point, by the state they end in."""

    match: npt.NDArray[np.float64]
    src_gap: npt.NDArray[np.float64]
    tgt_gap: npt.NDArray[np.float64]

    def total(self, i: int, j: int) -> float:
        """Return the mass of all paths to (i, j)."""
        states = (self.match[i, j], self.src_gap[i, j], self.tgt_gap[i, j])
        return float(np.logaddexp.reduce(states))


def _mass(n: int, m: int, scores: Mapping[Shape, npt.NDArray[np.float64]], gap: Gap) -> _Mass:
    mass = _Mass(*(np.full((n + 1, m + 1), -np.inf) for _ in range(3)))
    total = np.full((n + 1, m + 1), -np.inf)
    mass.match[0, 0] = 0.0
    steps = gap.more * np.arange(m + 1)
    for i in range(n + 1):
        row = mass.match[i]
        for (a, b), values in scores.items():
            if a <= i and b <= m:
                row[b:] = np.logaddexp(row[b:], total[i - a, : m + 1 - b] + values[i - a])
        if i:
            others = np.logaddexp(mass.match[i - 1], mass.tgt_gap[i - 1])
            mass.src_gap[i] = np.logaddexp(others - gap.first, mass.src_gap[i - 1] - gap.more)
        before = np.logaddexp(row, mass.src_gap[i])
        if m:
            lifted = np.logaddexp.accumulate(before[:-1] + steps[:-1])
            mass.tgt_gap[i, 1:] = lifted - steps[:-1] - gap.first
        total[i] = np.logaddexp(before, mass.tgt_gap[i])
    return mass


def _share(  # noqa: PLR0913
    step: Step,
    n: int,
    m: int,
    scores: Mapping[Shape, npt.NDArray[np.float64]],
    gap: Gap,
    ahead: _Mass,
    behind: _Mass,
) -> float:
    (i, k), (j, q) = step.src, step.tgt
    rest = n - k, m - q
    if step.shape in scores:
        log = ahead.total(i, j) + scores[step.shape][i, j] + behind.total(*rest)
    elif step.src.size:  # a null: the run behind it is one and the same, so it opens once
        onward = (behind.match[rest], behind.tgt_gap[rest], behind.src_gap[rest] + gap.first - gap.more)
        log = ahead.src_gap[k, q] + np.logaddexp.reduce(onward)
    else:
        onward = (behind.match[rest], behind.src_gap[rest], behind.tgt_gap[rest] + gap.first - gap.more)
        log = ahead.tgt_gap[k, q] + np.logaddexp.reduce(onward)
    return float(np.exp(min(0.0, log - ahead.total(n, m))))
