"""Coverage word by word: what a slow twin says, and what it is for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import bead_coverage

from aligner import load_encoder
from aligner.coverage import Words, coverage_of, words_of
from aligner.encoder import WordEncoder
from aligner.search import SHAPES
from corpora.types import Span


def random_words(texts: int, seed: int) -> Words:
    random = np.random.default_rng(seed)
    rows = random.normal(0.2, 1, (9, 4)).astype(np.float32)
    return words_of([random.integers(0, 9, random.integers(0, 5)) for _ in range(texts)], rows)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 1000), st.data())
def test_every_cell_is_what_the_slow_twin_says(n, m, seed, data):
    src, tgt = random_words(n, seed), random_words(m, seed + 1)
    i, j = data.draw(st.integers(0, n - 1)), data.draw(st.integers(0, m - 1))
    shapes = [(a, b) for a, b in SHAPES if i + a <= n and j + b <= m]
    found = coverage_of(src, tgt).scores(Span(i, n), Span(j, m), shapes)
    assert list(found) == shapes
    for (a, b), values in found.items():
        assert values.shape == (n - i - a + 1, m - j - b + 1)
        for k, q in np.ndindex(values.shape):
            expected = bead_coverage(
                src, tgt, range(i + k, i + k + a), range(j + q, j + q + b)
            )
            assert values[k, q] == pytest.approx(expected, abs=1e-4)


def test_a_sentence_too_many_is_noticed():
    """The sum of the rows hardly moves, but the words of the stranger find nothing."""
    rows = np.eye(8, dtype=np.float32)
    src = words_of([np.array([0, 1, 2]), np.array([3, 4])], rows)
    tgt = words_of([np.array([0, 1, 2]), np.array([6, 7]), np.array([3, 4])], rows)
    found = coverage_of(src, tgt).scores(Span(0, 2), Span(0, 3), [(1, 1), (1, 2)])
    assert found[1, 2][0, 0] < found[1, 1][0, 0] - 0.05
    assert found[1, 1][0, 0] > 0 > found[1, 1][0, 1]


def test_texts_without_tokens_cover_nothing():
    rows = np.eye(3, dtype=np.float32)
    words = words_of([np.array([], np.int64), np.array([1])], rows)
    found = coverage_of(words, words).scores(Span(0, 2), Span(0, 2), [(1, 1)])
    assert found[1, 1][0, 0] == 0
    assert found[1, 1][1, 1] > 0


def test_a_segment_without_tokens_is_refused():
    with pytest.raises(ValueError, match="without tokens"):
        Words(np.eye(2, dtype=np.float32), np.ones(2, np.float32), np.array([0]), np.array([0, 0, 1]))


def test_the_bundled_encoder_knows_words():
    encoder = load_encoder()
    assert isinstance(encoder, WordEncoder)
    texts = ["委员会通过了决议草案。", "", "The Committee adopted the draft resolution."]
    runs, rows = encoder.words(texts)
    assert [bool(len(run)) for run in runs] == [True, False, True]
    sums = np.array([rows[run].sum(axis=0) for run in runs])
    sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    np.testing.assert_allclose(sums, encoder.encode(texts), atol=1e-5)
    assert encoder.words([])[0] == []
