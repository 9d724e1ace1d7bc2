"""Slow twins of the fast algorithms, for comparison in tests."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np

from aligner.search import Gap, Shape, Step
from corpora.types import Span


def all_paths(n: int, m: int, shapes: list[Shape]) -> Iterator[tuple[Shape, ...]]:
    """Every tiling of n by m with the shapes and with nulls of one segment."""
    if n == 0 and m == 0:
        yield ()
        return
    for a, b in [*shapes, (1, 0), (0, 1)]:
        if a <= n and b <= m:
            for rest in all_paths(n - a, m - b, shapes):
                yield ((a, b), *rest)


def path_score(path: tuple[Shape, ...], scores: Mapping[Shape, np.ndarray], gap: Gap) -> float:
    """Score one path by walking it."""
    i = j = 0
    total = 0.0
    before: Shape | None = None
    for a, b in path:
        if a and b:
            total += float(scores[a, b][i, j])
        else:
            total -= gap.more if before == (a, b) else gap.first
        before = (a, b)
        i, j = i + a, j + b
    return total


def steps_of(path: tuple[Shape, ...]) -> list[Step]:
    i = j = 0
    steps = []
    for a, b in path:
        steps.append(Step(Span(i, i + a), Span(j, j + b)))
        i, j = i + a, j + b
    return steps


def brute_posteriors(
    steps: list[Step], n: int, m: int, scores: Mapping[Shape, np.ndarray], gap: Gap, heat: float
) -> list[float]:
    """Share of all paths through each step, by listing every path."""
    weights: dict[Step, float] = {}
    total = 0.0
    for path in all_paths(n, m, list(scores)):
        weight = math.exp(path_score(path, scores, gap) / heat)
        total += weight
        for step in steps_of(path):
            weights[step] = weights.get(step, 0.0) + weight
    return [weights.get(step, 0.0) / total for step in steps]


def brute_chain(pairs: list[tuple[int, int, float]]) -> float:
    """Greatest weight of a chain that increases strictly on both sides, by trying all."""
    ordered = sorted(pairs)
    best = [0.0] * len(ordered)
    for k, (i, j, weight) in enumerate(ordered):
        earlier = [best[q] for q, (p, r, _) in enumerate(ordered[:k]) if p < i and r < j]
        best[k] = weight + max(earlier, default=0.0)
    return max(best, default=0.0)
