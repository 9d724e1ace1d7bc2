"""Blocks that another process reads ahead: the same as those read here."""

from __future__ import annotations

import multiprocessing

import numpy as np
import pytest
from bitext_samples import RIVERS

from aligner import load_encoder
from tm.extraction.blocks import AHEAD, _read_ahead, read_block, read_blocks
from tm.extraction.links import Vectors

BEADS = [(zh, en) for _, zh, en in RIVERS]
BLOCKS = [BEADS[:6], BEADS[6:], [("报告", "")], BEADS[3:9], BEADS[:2]]


@pytest.fixture(scope="module")
def encode():
    return load_encoder().encode


def read_here(encode):
    vectors = Vectors(encode)
    return [read_block(texts, vectors) for texts in BLOCKS]


def are_same(blocks, others):
    """Tell whether two lists of blocks are equal, arrays and all."""
    pairs = [pair for both in zip(blocks, others, strict=True) for pair in zip(*both, strict=True)]
    return all(
        (one.zh, one.en, one.runs) == (other.zh, other.en, other.runs)
        and (one.links is None) == (other.links is None)
        and (one.links is None or np.array_equal(one.links, other.links))
        for one, other in pairs
    )


def test_another_process_reads_the_same(encode):
    """Asked for itself: whoever reads blocks would read them here if it failed."""
    assert len(BLOCKS) > AHEAD
    assert are_same(list(_read_ahead(BLOCKS, encode)), read_here(encode))


def test_one_who_stops_early_leaves_no_process_behind(encode):
    reading = _read_ahead(BLOCKS, encode)
    next(reading)
    assert multiprocessing.active_children()
    reading.close()
    assert not multiprocessing.active_children()


def test_an_encoder_that_cannot_be_sent_is_used_here(encode):
    def encode_here(texts):
        return encode(texts)

    read = list(read_blocks(BLOCKS, encode_here, ahead=True))
    assert are_same(read, read_here(encode))
