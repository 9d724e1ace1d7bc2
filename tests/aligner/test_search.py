"""The fast search against slow twins that list every path."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import all_paths, brute_posteriors, brute_surest, path_score, placeless

from aligner.search import SHAPES, Gap, Lattice, best_path, posteriors, surest_path

GAPS = st.builds(Gap, st.floats(0.25, 1), st.floats(0, 0.25))


@st.composite
def lattices(draw):
    n, m = draw(st.integers(0, 4)), draw(st.integers(0, 4))
    seed = draw(st.integers(0, 2**20))
    random = np.random.default_rng(seed)
    scores = {
        (a, b): random.normal(0.3, 0.5, (n - a + 1, m - b + 1)).astype(np.float32)
        for a, b in SHAPES
        if a <= n and b <= m and a + b <= 4
    }
    return Lattice(n, m, scores, draw(GAPS))


@settings(max_examples=60, deadline=None)
@given(lattices())
def test_best_path_is_the_best_of_all_paths(lattice):
    steps = best_path(lattice)
    found = path_score(tuple(step.shape for step in steps), lattice)
    best = max(path_score(path, lattice) for path in all_paths(lattice))
    assert found == pytest.approx(best, abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(lattices())
def test_posteriors_are_shares_of_all_paths(lattice):
    shares, brute = posteriors(lattice, heat=0.2), brute_posteriors(lattice, heat=0.2)
    for step in best_path(lattice):
        assert shares.of(step) == pytest.approx(brute[placeless(step)], abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(lattices())
def test_surest_path_has_the_most_segments_in_right_beads(lattice):
    shares = posteriors(lattice, heat=0.2)
    found = sum(shares.of(step) * sum(step.shape) for step in surest_path(shares))
    assert found == pytest.approx(brute_surest(lattice, heat=0.2), abs=1e-5)


def test_path_tiles_both_sides():
    random = np.random.default_rng(5)
    scores = {
        (a, b): random.normal(0.2, 0.4, (31 - a, 26 - b)).astype(np.float32) for a, b in SHAPES
    }
    steps = best_path(Lattice(30, 25, scores, Gap()))
    assert [s.src.start for s in steps[1:]] == [s.src.end for s in steps[:-1]]
    assert [s.tgt.start for s in steps[1:]] == [s.tgt.end for s in steps[:-1]]
    assert (steps[-1].src.end, steps[-1].tgt.end) == (30, 25)


def test_affine_gap_leaves_a_removed_block_unaligned():
    scores = {(1, 1): np.full((10, 4), -0.2, np.float32)}
    for i, j in [(0, 0), (1, 1), (8, 2), (9, 3)]:
        scores[1, 1][i, j] = 0.8
    steps = best_path(Lattice(10, 4, scores, Gap(0.15, 0.0)))
    assert [s.src.start for s in steps if s.shape == (1, 0)] == [2, 3, 4, 5, 6, 7]


def test_one_side_empty_is_all_nulls():
    assert [s.shape for s in best_path(Lattice(3, 0, {}, Gap()))] == [(1, 0)] * 3
    assert [s.shape for s in best_path(Lattice(0, 2, {}, Gap()))] == [(0, 1)] * 2
