"""The search: tile two sequences with beads of greatest total score, and the odds of each bead.

Knows nothing of strings, languages or vectors: the scores are handed in. Nulls have an
affine price, because a flat one finds 1 of 135 sentences of a removed block and an affine
one 133.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from corpora.types import Span

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Shape = tuple[int, int]

MAX_SEGMENTS: Final = 8
SHAPES: Final[tuple[Shape, ...]] = tuple(
    sorted(
        ((a, b) for a in range(1, MAX_SEGMENTS) for b in range(1, MAX_SEGMENTS + 1 - a)),
        key=lambda shape: (sum(shape), abs(shape[0] - shape[1]), shape),
    )
)
_MATCH, _SRC_GAP, _TGT_GAP = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Gap:
    """The price of a run of unaligned segments: *first* for the first, *more* for each other."""

    first: float = 0.67
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


@dataclass(frozen=True, slots=True)
class Lattice:
    """What the paths run over: *n* by *m* segments, bead scores, and the price of nulls."""

    n: int
    m: int
    scores: Mapping[Shape, Floats]  # shape (a, b) -> (n-a+1, m-b+1), the bead at (i, j)
    gap: Gap

    def score(self, step: Step) -> float:
        """Return the score of one bead; 0 for a null."""
        values = self.scores.get(step.shape)
        return 0.0 if values is None else float(values[step.src.start, step.tgt.start])


def best_path(lattice: Lattice) -> list[Step]:
    """Tile both sides with beads of greatest total score.

    Ties go to the shape listed first, so results do not depend on dictionary order.
    Three states as in Gotoh (1982): a match, an open gap on either side. Time
    O(n·m·shapes), memory O(n·m).
    """
    n, m, scores, gap = lattice.n, lattice.m, lattice.scores, lattice.gap
    shapes = [shape for shape in SHAPES if shape in scores]
    best = np.full((3, n + 1, m + 1), -np.inf)  # score of the best path that ends in a state
    came = np.zeros((3, n + 1, m + 1), dtype=np.int8)  # shape number, or the state before
    top = np.full((n + 1, m + 1), -np.inf)
    for i in range(n + 1):
        _match_row(_ending(i, shapes, scores, top), best[_MATCH, i], came[_MATCH, i])
        if i:
            opened, extended = top[i - 1] - gap.first, best[_SRC_GAP, i - 1] - gap.more
            np.maximum(opened, extended, out=best[_SRC_GAP, i])
            came[_SRC_GAP, i] = extended > opened
        else:
            best[_MATCH, 0, 0] = 0.0
        np.maximum(best[_MATCH, i], best[_SRC_GAP, i], out=top[i])
        _target_gaps(top[i], gap, best[_TGT_GAP, i], came[_TGT_GAP, i])
        np.maximum(top[i], best[_TGT_GAP, i], out=top[i])
    return _trace(n, m, shapes, best, came)


def _ending(
    i: int, shapes: Sequence[Shape], scores: Mapping[Shape, Floats], top: Doubles
) -> Iterator[tuple[int, int, Doubles]]:
    """Yield for every shape that fits above row *i* its number, its width and its totals."""
    for number, (a, b) in enumerate(shapes):
        if a <= i:
            yield number, b, top[i - a, : top.shape[1] - b] + scores[a, b][i - a]


def _match_row(
    totals: Iterable[tuple[int, int, Doubles]], row: Doubles, came: npt.NDArray[np.int8]
) -> None:
    for number, width, values in totals:
        better = values > row[width:]
        row[width:][better] = values[better]
        came[width:][better] = number


def _target_gaps(top: Doubles, gap: Gap, row: Doubles, came: npt.NDArray[np.int8]) -> None:
    """Fill one row of additions: a running maximum instead of a loop over columns."""
    if row.size < 2:
        return
    steps = gap.more * np.arange(row.size)
    lifted = np.maximum.accumulate(top[:-1] + steps[:-1])
    row[1:] = lifted - steps[:-1] - gap.first
    came[2:] = row[1:-1] - gap.more > top[1:-1] - gap.first


def _trace(
    n: int, m: int, shapes: Sequence[Shape], best: Doubles, came: npt.NDArray[np.int8]
) -> list[Step]:
    steps: list[Step] = []
    i, j = n, m
    state = int(np.argmax(best[:, i, j]))
    while i or j:
        number = int(came[state, i, j])
        a, b = shapes[number] if state == _MATCH else (1, 0) if state == _SRC_GAP else (0, 1)
        steps.append(Step(Span(i - a, i), Span(j - b, j)))
        i, j = i - a, j - b
        if state == _MATCH or not number:
            allowed = best[:2, i, j] if state == _TGT_GAP else best[:, i, j]
            state = int(np.argmax(allowed))
    return steps[::-1]


@dataclass(frozen=True, slots=True)
class Posteriors:
    """Shares of all paths, 0–1: of those through each bead, and of those that leave out each
    source (n,) and target segment (m,).
    """  # fmt: skip

    beads: Mapping[Shape, Floats]
    src_nulls: Doubles
    tgt_nulls: Doubles
    mass: float  # log of what all paths weigh together

    def of(self, step: Step) -> float:
        """Return the share of one bead of a path; for a null, of its segment's being left out."""
        if step.shape in self.beads:
            return float(self.beads[step.shape][step.src.start, step.tgt.start])
        left_out = (self.src_nulls[slice(*step.src)], self.tgt_nulls[slice(*step.tgt)])
        return float(np.concatenate(left_out)[0])


def posteriors(lattice: Lattice, *, heat: float) -> Posteriors:
    """Return the share of all paths that go through each bead, and that leave each segment out.

    Forward–backward over the lattice of :func:`best_path`, each path weighing
    ``exp(score / heat)``. A low *heat*, above 0, trusts the best path more.
    """
    n, m = lattice.n, lattice.m
    cold = {shape: values.astype(np.float64) / heat for shape, values in lattice.scores.items()}
    gap = Gap(lattice.gap.first / heat, lattice.gap.more / heat)
    ahead = _mass(n, m, cold, gap)
    flipped = {shape: values[::-1, ::-1] for shape, values in cold.items()}
    behind = _mass(n, m, flipped, gap)[::-1, ::-1] - ahead[n, m]
    beads = {
        (a, b): np.exp(ahead[: n - a + 1, : m - b + 1] + values + behind[a:, b:]).astype(np.float32)
        for (a, b), values in cold.items()
    }
    nulls = 1 - _covered(n, beads, 0), 1 - _covered(m, beads, 1)
    return Posteriors(beads, *nulls, float(ahead[n, m]))


def _covered(count: int, beads: Mapping[Shape, Floats], side: int) -> Doubles:
    """Return the share of paths with a bead over each segment of one *side*."""
    changes = np.zeros(count + 1)
    for shape, values in beads.items():
        starts = values.sum(axis=1 - side, dtype=np.float64)
        changes[: len(starts)] += starts
        changes[shape[side] :] -= starts
    return np.clip(np.cumsum(changes)[:count], 0.0, 1.0)


def surest_path(shares: Posteriors) -> list[Step]:
    """Tile both sides so that the most segments can be expected to stand in right beads.

    Minimum Bayes risk (Goodman 1996): a bead gains its share once for each of its segments, a
    null the share of the paths that leave its segment out. Unlike the best path it does not
    stake a whole passage on one reading of it.
    """
    src, tgt = (np.cumsum([0.0, *nulls]) for nulls in (shares.src_nulls, shares.tgt_nulls))
    gains = {
        (a, b): values * (a + b)
        - (src[a:] - src[:-a])[:, None].astype(np.float32)
        - (tgt[b:] - tgt[:-b])[None, :].astype(np.float32)
        for (a, b), values in shares.beads.items()
    }
    return best_path(Lattice(len(src) - 1, len(tgt) - 1, gains, Gap(0.0, 0.0)))


def _mass(n: int, m: int, scores: Mapping[Shape, Doubles], gap: Gap) -> Doubles:
    """Return the log mass of the paths to each point, (n + 1, m + 1)."""
    match, src_gap, tgt_gap, total = (np.full((n + 1, m + 1), -np.inf) for _ in range(4))
    match[0, 0] = 0.0
    steps = gap.more * np.arange(m + 1)
    for i in range(n + 1):
        row = match[i]
        for (a, b), values in scores.items():
            if a <= i and b <= m:
                row[b:] = np.logaddexp(row[b:], total[i - a, : m + 1 - b] + values[i - a])
        if i:
            others = np.logaddexp(match[i - 1], tgt_gap[i - 1])
            src_gap[i] = np.logaddexp(others - gap.first, src_gap[i - 1] - gap.more)
        before = np.logaddexp(row, src_gap[i])
        if m:
            lifted = np.logaddexp.accumulate(before[:-1] + steps[:-1])
            tgt_gap[i, 1:] = lifted - steps[:-1] - gap.first
        total[i] = np.logaddexp(before, tgt_gap[i])
    return total
