"""Bead scores: what they reward, what they charge, and that every cell is what a slow twin says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import bead_score

from aligner.score import Side, Weights, bead_scores, closeness, length_ratio, side_of


def side(vectors, lengths=None, classes=None) -> Side:
    rows = np.asarray(vectors, np.float32)
    rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    count = len(rows)
    return side_of(
        rows,
        np.asarray([10] * count if lengths is None else lengths, np.float32),
        np.asarray([0] * count if classes is None else classes, np.int16),
    )


def random_side(count: int, seed: int) -> Side:
    random = np.random.default_rng(seed)
    return side(
        random.normal(0.3, 1, (count, 6)),
        random.integers(1, 60, count),
        random.integers(0, 2, count),
    )


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 1000))
def test_every_cell_is_what_the_slow_twin_says(n, m, seed):
    src, tgt = random_side(n, seed), random_side(m, seed + 1)
    weights = Weights(familiar=0.3)
    for (a, b), values in bead_scores(src, tgt, 1.4, weights).items():
        assert values.shape == (n - a + 1, m - b + 1)
        for i, j in np.ndindex(values.shape):
            expected = bead_score(
                src, tgt, (i, i + a), (j, j + b), ratio=1.4, weights=weights
            )
            assert values[i, j] == pytest.approx(expected, abs=1e-5)


def test_a_heading_is_not_joined_with_a_paragraph():
    alike = np.ones((2, 3))
    mixed = bead_scores(side(alike, classes=[0, 2]), side(alike), 1.0, Weights())
    plain = bead_scores(side(alike, classes=[0, 0]), side(alike), 1.0, Weights())
    assert mixed[2, 1][0, 0] < plain[2, 1][0, 0] - 0.4
    assert mixed[1, 1][0, 0] == plain[1, 1][0, 0]
    assert mixed[1, 1][1, 0] < plain[1, 1][1, 0] - 0.4


def test_a_bead_pays_for_a_member_that_belongs_to_nothing():
    src = side(np.eye(4)[[0, 1]])
    tgt = side(np.eye(4)[[0, 3, 1]])
    lenient, strict = (
        bead_scores(src, tgt, 1.5, Weights(familiar=familiar, stranger=1.0))[1, 2][0, 0]
        for familiar in (-1.0, 0.3)
    )
    assert strict < lenient - 0.2


def test_closeness_tells_a_literal_pair_from_a_free_one():
    random = np.random.default_rng(3)
    vectors = random.normal(0, 1, (40, 32))
    literal, free = (vectors + random.normal(0, noise, vectors.shape) for noise in (0.3, 1.5))
    weights = Weights()
    exact = closeness(side(vectors), side(vectors), weights)
    assert exact > closeness(side(vectors), side(literal), weights)
    assert closeness(side(vectors), side(literal), weights) > closeness(
        side(vectors), side(free), weights
    )


def test_length_ratio_is_target_characters_per_source_character():
    src, tgt = side(np.eye(2), [10, 20]), side(np.eye(2), [40, 80])
    assert length_ratio(src, tgt) == pytest.approx(4.0)
    assert length_ratio(side(np.empty((0, 2))), tgt) == 1.0
