"""Slow twins of the fast algorithms, for comparison in tests."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import numpy as np

from aligner.coverage import FLOOR, SAMPLED, Words
from aligner.score import FARTHEST, Side, Weights
from aligner.search import Lattice, Shape, Step
from corpora.types import Span

Range = tuple[int, int]


def all_paths(lattice: Lattice) -> Iterator[tuple[Shape, ...]]:
    """Every tiling of both sides with the lattice's shapes and with nulls of one segment."""
    return _tilings(lattice.n, lattice.m, [*lattice.scores, (1, 0), (0, 1)])


def _tilings(n: int, m: int, shapes: list[Shape]) -> Iterator[tuple[Shape, ...]]:
    if n == 0 and m == 0:
        yield ()
    for a, b in shapes:
        if a <= n and b <= m:
            for rest in _tilings(n - a, m - b, shapes):
                yield ((a, b), *rest)


def path_score(path: tuple[Shape, ...], lattice: Lattice) -> float:
    """Score one path by walking it."""
    total = 0.0
    before: Shape | None = None
    for step in steps_of(path):
        if step.shape in lattice.scores:
            total += lattice.score(step)
        else:
            total -= lattice.gap.more if before == step.shape else lattice.gap.first
        before = step.shape
    return total


def steps_of(path: tuple[Shape, ...]) -> list[Step]:
    """Place the shapes of a path one after the other."""
    i = j = 0
    steps = []
    for a, b in path:
        steps.append(Step(Span(i, i + a), Span(j, j + b)))
        i, j = i + a, j + b
    return steps


def brute_posteriors(lattice: Lattice, *, heat: float) -> dict[Step, float]:
    """Share of all paths through each step, by listing every path.

    Where a null stands on its other side does not matter: all its places count together.
    """
    shares: dict[Step, float] = {}
    weights = {p: math.exp(path_score(p, lattice) / heat) for p in all_paths(lattice)}
    total = sum(weights.values())
    for path, weight in weights.items():
        for step in map(placeless, steps_of(path)):
            shares[step] = shares.get(step, 0.0) + weight / total
    return shares


def placeless(step: Step) -> Step:
    """Return *step*, the empty side of a null at 0."""
    src, tgt = (span if span.size else Span(0, 0) for span in (step.src, step.tgt))
    return Step(src, tgt)


def brute_surest(lattice: Lattice, *, heat: float) -> float:
    """Greatest number of segments that one path can be expected to have in right beads."""
    shares = brute_posteriors(lattice, heat=heat)
    return max(
        sum(shares[placeless(step)] * sum(step.shape) for step in steps_of(path))
        for path in all_paths(lattice)
    )


def brute_chain(pairs: list[tuple[int, int, float]]) -> float:
    """Greatest weight of a chain that increases strictly on both sides, by trying all."""
    ordered = sorted(pairs)
    best = [0.0] * len(ordered)
    for k, (i, j, weight) in enumerate(ordered):
        earlier = [best[q] for q, (p, r, _) in enumerate(ordered[:k]) if p < i and r < j]
        best[k] = weight + max(earlier, default=0.0)
    return max(best, default=0.0)


def bead_score(
    src: Side, tgt: Side, i: Range, j: Range, *, ratio: float, weights: Weights
) -> float:
    """Score one bead from its definition."""
    members = [(k, k + 1) for k in range(*i)], [(k, k + 1) for k in range(*j)]
    margins = [_margin(src, tgt, one, j, weights) for one in members[0]]
    margins += [_margin(src, tgt, i, one, weights) for one in members[1]]
    strange = max(0.0, weights.familiar - min(margins))
    lengths = [float(side.lengths[slice(*where)].sum()) for side, where in ((src, i), (tgt, j))]
    short, long = sorted((lengths[0] * ratio, lengths[1]))
    surprise = (long - short) ** 2 / ((long + short) / 2 * tgt.mean)
    classes = {*src.classes[slice(*i)].tolist(), *tgt.classes[slice(*j)].tolist()}
    return (
        weights.margin * _margin(src, tgt, i, j, weights) * math.log2(1 + short / long)
        - weights.length * min(surprise, FARTHEST)
        - weights.mixed * (len(classes) > 1)
        - weights.per_segment * (i[1] - i[0] + j[1] - j[0] - 2)
        - weights.stranger * strange
    )


def _margin(src: Side, tgt: Side, i: Range, j: Range, weights: Weights) -> float:
    one, other = _run(src, i, weights), _run(tgt, j, weights)
    background = float(one @ tgt.common + other @ src.common)
    return float(one @ other) - weights.background * background


def _run(side: Side, where: Range, weights: Weights) -> np.ndarray:
    rows = [side.vectors[k] * side.lengths[k] ** weights.weight_power for k in range(*where)]
    total = np.sum(rows, axis=0)
    return total / max(float(np.linalg.norm(total)), 1e-9)


def bead_coverage(src: Words, tgt: Words, here: range, there: range) -> float:
    """Coverage of one bead, token by token."""
    sides = ((src, tgt, here, there), (tgt, src, there, here))
    return sum(_gain(*side) for side in sides) / 2


def _gain(side: Words, other: Words, here: range, there: range) -> float:
    count = len(other.starts) - 1
    sample = range(0, count, -(-count // SAMPLED))
    size = min(len(there), len(sample))
    total = 0.0
    for k in here:
        for token in _tokens(side, k):
            elsewhere = [
                _find(side, token, other, sample[start : start + size])
                for start in range(len(sample) - size + 1)
            ]
            gain = _find(side, token, other, there) - sum(elsewhere) / len(elsewhere)
            total += side.weights[token] * gain
    return total / max(side.mass, 1e-9)


def _tokens(words: Words, segment: int) -> list[int]:
    return words.tokens[words.starts[segment] : words.starts[segment + 1]].tolist()


def _find(side: Words, token: int, other: Words, segments: Iterable[int]) -> float:
    found = (float(side.rows[token] @ other.rows[t]) for k in segments for t in _tokens(other, k))
    return max(0.0, max(found) - FLOOR)


def edit_distance(one: str, other: str) -> int:
    """Count the insertions, deletions and replacements between two texts, cell by cell."""
    above = list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        row = [i]
        for j, theirs in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (mine != theirs)))
        above = row
    return above[-1]


def fuzzy_score(one: str, other: str) -> int:
    """Score two folded texts from 0 to 99, rounded down."""
    longest = max(len(one), len(other), 1)
    return min(100 * (longest - edit_distance(one, other)) // longest, 99)


def nearest(vectors: np.ndarray, query: np.ndarray, count: int) -> list[int]:
    """Return the rows of *vectors* with the greatest cosines to *query*, best first."""
    lengths = np.linalg.norm(vectors, axis=1) * np.linalg.norm(query)
    cosines = (vectors @ query) / np.maximum(lengths, 1e-9)
    return np.argsort(-cosines, kind="stable")[:count].tolist()
