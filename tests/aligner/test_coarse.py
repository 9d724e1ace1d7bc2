"""Large windows are split without losing a segment and without cutting through a true pair."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from aligner.anchors import Window
from aligner.coarse import MOST_CELLS, split_large
from aligner.score import Side, side_of
from corpora.types import Span


def noisy_pair(count: int, lost: range = range(0)) -> tuple[Side, Side]:
    """Two sides of *count* segments that translate each other; *lost* has no counterpart."""
    random = np.random.default_rng(11)
    rows = random.normal(0, 1, (count, 48))
    others = np.delete(rows + random.normal(0, 0.4, rows.shape), list(lost), axis=0)
    return tuple(
        side_of(
            (side / np.linalg.norm(side, axis=1, keepdims=True)).astype(np.float32),
            np.full(len(side), 20, np.float32),
            np.zeros(len(side), np.int16),
        )
        for side in (rows, others)
    )


def split(src: Side, tgt: Side) -> list[Window]:
    return split_large(Window(Span(0, len(src.lengths)), Span(0, len(tgt.lengths))), src, tgt)


@pytest.mark.parametrize("lost", [range(0), range(700, 760)])
def test_pieces_tile_the_window_and_cut_between_true_pairs(lost):
    src, tgt = noisy_pair(1500, lost)
    pieces = split(src, tgt)
    assert len(pieces) >= 4
    assert all(piece.src.size * piece.tgt.size <= MOST_CELLS for piece in pieces)
    for before, after in pairwise(pieces):
        assert (before.src.end, before.tgt.end) == (after.src.start, after.tgt.start)
        at = after.src.start
        assert after.tgt.start == at - sum(k < at for k in lost)
    assert (pieces[0].src.start, pieces[-1].src.end) == (0, 1500)
    assert (pieces[0].tgt.start, pieces[-1].tgt.end) == (0, 1500 - len(lost))


def test_a_small_window_stays_whole():
    src, tgt = noisy_pair(30)
    assert split(src, tgt) == [Window(Span(0, 30), Span(0, 30))]


def test_texts_with_nothing_in_common_are_still_split():
    src, _ = noisy_pair(1200)
    tgt = side_of(
        np.zeros((900, 48), np.float32), np.ones(900, np.float32), np.zeros(900, np.int16)
    )
    pieces = split(src, tgt)
    assert all(piece.src.size * piece.tgt.size <= MOST_CELLS for piece in pieces)
    assert sum(piece.src.size for piece in pieces) == 1200
    assert sum(piece.tgt.size for piece in pieces) == 900


def test_one_long_side_against_very_few_segments_ends():
    src, _ = noisy_pair(3)
    tgt, _ = noisy_pair(200_000)
    pieces = split(src, tgt)
    assert sum(piece.tgt.size for piece in pieces) == 200_000
