"""The scripts that fit and measure: what they compute, on examples small enough to check."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.append(str(Path(__file__).parents[1] / "scripts"))

from fit_score import FITTED, Example, loss_of, parts, path_of, runs_of_nulls

from aligner import Pair
from aligner.search import SHAPES
from corpora.types import Span


def bead(i: int, k: int, j: int, q: int) -> Pair:
    return Pair(Span(i, k), Span(j, q))


GOLD = path_of([bead(0, 1, 0, 1), bead(2, 3, 1, 3)], Span(0, 4), Span(0, 4))


@pytest.fixture
def example():
    random = np.random.default_rng(4)
    shapes = [(a, b) for a, b in SHAPES if a + b <= 4]
    sizes = {(a, b): (4 - a + 1, 4 - b + 1) for a, b in shapes}
    terms = {shape: random.normal(0, 1, (len(FITTED), *sizes[shape])) for shape in shapes}
    held = {shape: random.normal(0, 1, sizes[shape]) for shape in shapes}
    inside = [pair for pair in GOLD if not pair.is_null]
    gold = [terms[p.src.size, p.tgt.size][:, p.src.start, p.tgt.start] for p in inside]
    return Example(
        n=4,
        m=4,
        terms={shape: values.astype(np.float32) for shape, values in terms.items()},
        held={shape: values.astype(np.float32) for shape, values in held.items()},
        unit=0.6,
        gold=np.sum(gold, axis=0),
        gaps=runs_of_nulls(GOLD),
    )


def test_a_path_has_a_null_for_every_segment_without_a_bead():
    assert [
        bead(0, 1, 0, 1),
        bead(1, 2, 1, 1),
        bead(2, 3, 1, 3),
        bead(3, 4, 3, 3),
        bead(4, 4, 3, 4),
    ] == GOLD
    assert runs_of_nulls(GOLD) == 3


def test_parts_join_to_the_whole_path():
    beads = [bead(k, k + 1, k, k + 1) for k in range(100)]
    cut = list(parts(beads))
    assert len(cut) == 3
    assert [pair for part in cut for pair in part] == beads


def test_the_slope_of_the_loss_is_what_differences_say(example):
    values = np.linspace(0.4, 1.2, len(FITTED) + 1)
    slope = loss_of(values, example)[1]
    for k in range(len(values)):
        step = np.zeros(len(values))
        step[k] = 1e-3
        ahead, behind = (loss_of(values + sign * step, example)[0] for sign in (1, -1))
        assert slope[k] == pytest.approx((ahead - behind) / 2e-3, abs=2e-3)
