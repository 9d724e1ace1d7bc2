"""What the shared types say of themselves."""

import math

import pytest

from corpora.types import (
    EN,
    ZH,
    Bead,
    Bitext,
    Block,
    Document,
    Kind,
    Segment,
    Span,
    is_probability,
)


def bead(probability):
    return Bead(Span(0, 2), Span(0, 1), probability=probability)


@pytest.mark.parametrize(
    ("probability", "percent"),
    [(0.0, 0), (0.29, 29), (0.57, 57), (0.58, 58), (0.899, 89), (0.8999999999, 89), (0.9, 90), (1, 100)],
)
def test_per_cent_are_whole_and_rounded_down(probability, percent):
    assert bead(probability).percent == percent


def test_every_hundredth_is_its_own_per_cent():
    assert [bead(n / 100).percent for n in range(101)] == list(range(101))


def test_doubt_and_shape():
    assert bead(0.8999).is_doubtful
    assert not bead(0.9).is_doubtful
    assert bead(0.9).shape_text == "2-1"


@pytest.mark.parametrize("value", [0, 1, 0.0, 0.5, 1.0])
def test_probabilities(value):
    assert is_probability(value)


@pytest.mark.parametrize("value", [-0.1, 1.1, math.nan, math.inf, True, None, "0.5"])
def test_what_is_no_probability(value):
    assert not is_probability(value)


def document(lang, kinds):
    blocks = tuple(Block(kind, "ab", label=f"{i}.") for i, kind in enumerate(kinds))
    segments = tuple(
        Segment("ab"[k], i, Span(k, k + 1)) for i in range(len(blocks)) for k in range(2)
    )
    return Document(lang, blocks, segments)


def test_a_label_goes_with_the_first_segment_of_its_block():
    found = document(ZH, [Kind.HEADING, Kind.PARAGRAPH])
    assert [found.label_of(n) for n in range(4)] == ["0.", "", "1.", ""]


def test_the_kind_of_a_bead_is_that_of_its_first_block():
    src, tgt = document(ZH, [Kind.HEADING]), document(EN, [Kind.HEADING, Kind.NOTE])
    beads = (Bead(Span(0, 2), Span(0, 2)), Bead(Span(2, 2), Span(2, 4)))
    bitext = Bitext(src, tgt, beads)
    assert [bitext.kind(one) for one in beads] == [Kind.HEADING, Kind.NOTE]


def test_what_is_paired_is_counted_by_segments_and_probability():
    sides = [
        Document(lang, (Block(Kind.TEXT, "x" * n),), tuple(Segment("x", 0, Span(k, k + 1)) for k in range(n)), "")
        for lang, n in ((ZH, 4), (EN, 2))
    ]
    beads = (
        Bead(Span(0, 2), Span(0, 1), probability=0.5),
        Bead(Span(2, 3), Span(1, 2), probability=1.0),
        Bead(Span(3, 4), Span(2, 2), probability=0.9),
    )
    assert Bitext(*sides, beads).paired == (0.5, 0.75)
