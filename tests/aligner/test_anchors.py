"""Anchors: what is trusted, what is demoted, what is reported, and the windows between."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import brute_chain

from aligner.anchors import SYMBOL, Anchor, Anchoring, class_of, find_anchors, heaviest_chain
from aligner.score import Side, side_of
from corpora.types import EN, ZH, Block, Document, Kind, Lang, Segment, Span

# A block is (kind, label, content): equal content means the same in both languages.
REPORT = [
    (Kind.TITLE, "", 100),
    (Kind.HEADING, "I.", 101),
    *[(Kind.PARAGRAPH, str(number), number) for number in range(1, 6)],
    (Kind.HEADING, "A.", 102),
    (Kind.PARAGRAPH, "6", 6),
    (Kind.ITEM, "(a)", 103),
    (Kind.ITEM, "(b)", 104),
    *[(Kind.PARAGRAPH, str(number), number) for number in range(7, 13)],
    (Kind.NOTE, "1", 105),
]
_VECTORS = np.random.default_rng(7).normal(0, 1, (1000, 64))


def build(blocks, lang: Lang, sentences: int = 2) -> tuple[Document, Side]:
    """Build a document of blocks of *sentences* segments, and its side."""
    texts, segments, rows, classes = [], [], [], []
    paragraph = ""
    for index, (kind, label, content) in enumerate(blocks):
        paragraph = label if kind is Kind.PARAGRAPH else paragraph if kind is Kind.ITEM else ""
        text = "".join("x" * 39 + "." for _ in range(sentences))
        texts.append(Block(kind, text, label=label, paragraph=paragraph))
        for k in range(sentences):
            segments.append(Segment(text[:40], index, Span(40 * k, 40 * k + 40)))
            noise = np.random.default_rng(content + len(lang.name)).normal(0, 0.4, 64)
            rows.append(_VECTORS[content] + noise)
            classes.append(class_of(kind))
    vectors = np.array(rows) / np.linalg.norm(rows, axis=1, keepdims=True)
    side = side_of(
        vectors.astype(np.float32),
        np.full(len(rows), 40, np.float32),
        np.array(classes, np.int16),
    )
    return Document(lang, tuple(texts), tuple(segments), lang.name), side


def anchor(zh, en) -> Anchoring:
    src, left = build(zh, ZH)
    tgt, right = build(en, EN)
    return find_anchors(src, tgt, left, right)


def found(zh, en, anchoring: Anchoring) -> set[tuple[int, int]]:
    """Return the anchored pairs as contents."""
    return {(zh[a.src][2], en[a.tgt][2]) for a in anchoring.anchors}


def renumbered(blocks, **labels: str):
    """Print other numbers before some paragraphs: ``p5="7"``."""
    return [
        (kind, labels.get(f"p{content}", label) if kind is Kind.PARAGRAPH else label, content)
        for kind, label, content in blocks
    ]


def test_every_block_of_an_intact_report_is_anchored_with_itself():
    anchoring = anchor(REPORT, REPORT)
    assert found(REPORT, REPORT, anchoring) == {(c, c) for _, _, c in REPORT}
    assert anchoring.warnings == ()
    reasons = [a.reason for a in anchoring.anchors]
    assert "paragraph 6" in reasons
    assert "item (b) of paragraph 6" in reasons
    assert "note 1" in reasons


def test_windows_tile_both_sides_in_order():
    shortened = REPORT[:5] + REPORT[8:]
    anchoring = anchor(REPORT, shortened)
    ends = (0, 0)
    for window in anchoring.windows:
        assert (window.src.start, window.tgt.start) == ends
        ends = (window.src.end, window.tgt.end)
    assert ends == (2 * len(REPORT), 2 * len(shortened))


@pytest.mark.parametrize(
    ("damage", "warning"),
    [
        ({"p5": "4"}, "paragraph number 4 stands 2 times in the English version"),
        ({"p5": "50"}, "paragraph 5 of the Chinese version is 50 in the English version"),
        ({"p5": ""}, "paragraph 5 has no number in the English version"),
    ],
)
def test_a_damaged_number_is_reported_and_pairs_nothing_wrongly(damage, warning):
    damaged = renumbered(REPORT, **damage)
    anchoring = anchor(REPORT, damaged)
    pairs = found(REPORT, damaged, anchoring)
    assert all(one == other for one, other in pairs)
    assert (5, 5) in pairs  # by its content
    assert warning in anchoring.warnings


def test_two_numbers_exchanged_are_demoted_and_reported():
    damaged = renumbered(REPORT, p9="10", p10="9")
    anchoring = anchor(REPORT, damaged)
    assert all(one == other for one, other in found(REPORT, damaged, anchoring))
    assert anchoring.warnings == (
        "paragraph 9 of the Chinese version is 10 in the English version",
        "paragraph 10 of the Chinese version is 9 in the English version",
    )


def test_numbers_shifted_from_one_paragraph_on_do_not_mislead():
    damaged = renumbered(REPORT, **{f"p{n}": str(n + 1) for n in range(4, 13)})
    anchoring = anchor(REPORT, damaged)
    pairs = found(REPORT, damaged, anchoring)
    assert all(one == other for one, other in pairs)
    assert {(n, n) for n in range(1, 13)} <= pairs
    assert anchoring.warnings == (
        "paragraphs 4–12 of the Chinese version are 5–13 in the English version",
    )


def test_paragraphs_cut_are_reported_together():
    shortened = [block for block in REPORT if block[2] not in (3, 4, 5)]
    anchoring = anchor(REPORT, shortened)
    assert anchoring.warnings == ("paragraphs 3–5 are not in the English version",)


def test_paragraphs_that_change_places_are_reported_as_moved():
    moved = [*REPORT]
    k, q = (next(i for i, b in enumerate(REPORT) if b[2] == n) for n in (9, 11))
    moved[k], moved[q] = moved[q], moved[k]
    anchoring = anchor(REPORT, moved)
    assert any(w.endswith("stands at another place in the English version") for w in anchoring.warnings)
    assert not any("do not match" in warning for warning in anchoring.warnings)


def test_neighbours_that_resemble_each_other_are_not_anchored_by_a_shifted_number():
    """Paragraph n + 1 is half like paragraph n, so a shifted number finds a passable text."""
    damaged = renumbered(REPORT, **{f"p{n}": str(n + 1) for n in range(4, 13)})
    src, left = build(REPORT, ZH)
    tgt, right = build(damaged, EN)

    def blurred(side: Side) -> Side:
        rows = side.vectors + np.roll(side.vectors, 2, axis=0) * np.float32(0.7)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return side_of(rows, side.lengths, side.classes)

    anchoring = find_anchors(src, tgt, blurred(left), blurred(right))
    assert all(one == other for one, other in found(REPORT, damaged, anchoring))


def test_a_wrong_heading_letter_does_no_harm():
    damaged = [
        (kind, "C." if label == "A." else label, content) for kind, label, content in REPORT
    ]
    anchoring = anchor(REPORT, damaged)
    assert (102, 102) in found(REPORT, damaged, anchoring)
    assert len(anchoring.warnings) == 1
    assert anchoring.warnings[0].endswith("A. in the Chinese version, C. in the English version")


def test_a_number_corrected_by_the_layout_is_reported():
    src, left = build(REPORT, ZH)
    misprinted = [replace(b, label="4.") if b.label == "5" else b for b in src.blocks]
    tgt, right = build(REPORT, EN)
    anchoring = find_anchors(replace(src, blocks=tuple(misprinted)), tgt, left, right)
    assert anchoring.warnings == ("paragraph 5 is printed as 4. in the Chinese version",)


def test_removed_paragraphs_leave_their_neighbours_anchored():
    shortened = [block for block in REPORT if block[2] not in (3, 4, 5)]
    anchoring = anchor(REPORT, shortened)
    assert {(c, c) for _, _, c in shortened} == found(REPORT, shortened, anchoring)
    alone = [window for window in anchoring.windows if not window.tgt.size]
    assert sum(window.src.size for window in alone) == 6


def test_without_any_number_content_alone_anchors_or_there_is_one_window():
    bare = [(Kind.TEXT, "", content) for _, _, content in REPORT]
    anchoring = anchor(bare, bare)
    assert {(c, c) for _, _, c in bare} == found(bare, bare, anchoring)
    strangers = [(Kind.TEXT, "", content + 300) for _, _, content in REPORT]
    anchoring = anchor(bare, strangers)
    assert anchoring.anchors == ()
    assert len(anchoring.windows) == 1


def test_a_heading_is_never_paired_with_a_paragraph():
    blocks = [(Kind.HEADING, "", 1), (Kind.PARAGRAPH, "1", 2)]
    others = [(Kind.PARAGRAPH, "1", 2), (Kind.PARAGRAPH, "2", 1)]
    assert (1, 1) not in found(blocks, others, anchor(blocks, others))


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 5).map(float)), max_size=14
    )
)
def test_chain_is_the_heaviest_of_all(candidates):
    anchors = [Anchor(i, j, "", weight) for i, j, weight in candidates]
    chain = heaviest_chain(anchors)
    for before, after in pairwise(chain):
        assert before.src < after.src
        assert before.tgt < after.tgt
    assert sum(a.weight for a in chain) == pytest.approx(brute_chain(candidates))


def test_symbols_of_documents():
    assert SYMBOL.findall("see A/RES/61/180 and 第CTOC/COP/2018/13号 (decision 6/4)") == [
        "A/RES/61/180", "CTOC/COP/2018/13", "6/4",
    ]  # fmt: skip
    assert not SYMBOL.findall("A" * 300_000)
