"""Texts put together from pairs: their gold tiles them and holds every text."""

from __future__ import annotations

import numpy as np
import pytest
from training_pairs import regular_pairs

from aligner.training.composed import compose
from aligner.training.figures import alignment_f1, precision_at_1
from corpora.types import EN, ZH, Kind


@pytest.mark.parametrize("is_numbered", [False, True])
def test_gold_tiles_both_documents(is_numbered):
    src, tgt, gold = compose(regular_pairs(), np.random.default_rng(1), is_numbered=is_numbered)
    assert (src.lang, tgt.lang) == (ZH, EN)
    for spans, document in (([b.src for b in gold], src), ([b.tgt for b in gold], tgt)):
        assert [span.start for span in spans] == [0, *(span.end for span in spans[:-1])]
        assert spans[-1].end == len(document.segments)
        assert {block.kind for block in document.blocks} == {
            Kind.PARAGRAPH if is_numbered else Kind.TEXT
        }


def test_most_beads_are_pairs_and_some_are_merged_or_null():
    _, _, gold = compose(regular_pairs(), np.random.default_rng(1))
    shapes = [(bead.src.size, bead.tgt.size) for bead in gold]
    assert shapes.count((1, 1)) > 0.7 * len(shapes)
    assert {(1, 2), (2, 1), (1, 0), (0, 1)} <= set(shapes)


class Perfect:
    """An encoder that knows the pairs: a pair has one random direction, a merged text both."""

    name = "perfect"

    def __init__(self, pairs):
        self.numbers = {text: k for k, pair in enumerate(pairs) for text in pair}
        self.rows = np.random.default_rng(3).normal(0, 1, (len(pairs), 64))

    def encode(self, texts):
        rows = [
            sum(self.rows[k] for known, k in self.numbers.items() if known in text) for text in texts
        ]
        units = [row / np.linalg.norm(row) for row in rows]
        return np.array(units, np.float32)


def test_an_encoder_that_knows_everything_has_the_best_figures():
    pairs = regular_pairs()[::3]
    assert precision_at_1(Perfect(pairs), pairs) == (1.0, 1.0)
    assert alignment_f1(Perfect(pairs), pairs, seed=1) > 0.9


def test_an_encoder_that_knows_nothing_finds_nothing():
    pairs = regular_pairs()[::3]
    shuffled = [(zh, en) for (zh, _), (_, en) in zip(pairs, pairs[1:] + pairs[:1], strict=True)]
    forth, back = precision_at_1(Perfect(shuffled), pairs)
    assert max(forth, back) < 0.1


def test_equal_texts_are_equally_right():
    pairs = [("好。", "Good."), ("好。", "Good."), ("不。", "No.")]
    assert precision_at_1(Perfect(pairs), pairs) == (1.0, 1.0)
