"""Units out of a bitext: what is kept beside the two texts."""

from datetime import UTC, datetime

import pytest

from corpora.errors import LanguageError
from corpora.types import EN, ZH, Bead, Bitext, Block, Document, Kind, Segment, Span
from tm import units_from

SENTENCES = {
    "zh": ["引言", "大会通过了决议。", "会议于五月举行。", "散会。"],
    "en": ["Introduction", "The Assembly adopted it.", "It met in May.", "In Rome.", "It rose."],
}
BLOCKS = {"zh": [0, 1, 1, 2], "en": [0, 1, 1, 1, 2]}
LABELS = ["一、", "12.", ""]
KINDS = [Kind.HEADING, Kind.PARAGRAPH, Kind.TEXT]
PARAGRAPHS = ["", "12", ""]


def document(lang):
    texts, of_block = SENTENCES[lang.code], BLOCKS[lang.code]
    segments, ends = [], [0, 0, 0]
    for text, block in zip(texts, of_block, strict=True):
        start = ends[block]
        ends[block] = start + len(text)
        segments.append(Segment(text, block, Span(start, ends[block])))
    blocks = tuple(
        Block(kind, "".join(s.text for s in segments if s.block == i), label, paragraph=paragraph)
        for i, (kind, label, paragraph) in enumerate(zip(KINDS, LABELS, PARAGRAPHS, strict=True))
    )
    return Document(lang, blocks, tuple(segments), f"report.{lang.code}.txt")


@pytest.fixture
def bitext():
    beads = (
        Bead(Span(0, 1), Span(0, 1), 1.0, 0.99, ("heading",)),
        Bead(Span(1, 2), Span(1, 2), 1.0, 0.9, ("numbers agree", "length")),
        Bead(Span(2, 3), Span(2, 4), 0.5, 0.4),
        Bead(Span(3, 4), Span(4, 4), 0.0, 0.8),
        Bead(Span(4, 4), Span(4, 5), 0.0, 0.8),
    )
    return Bitext(document(ZH), document(EN), beads)


def test_each_bead_with_two_sides_is_a_unit_in_order(bitext):
    texts = [[variant.text for variant in unit.variants] for unit in units_from(bitext)]
    assert texts == [
        ["引言", "Introduction"],
        ["大会通过了决议。", "The Assembly adopted it."],
        ["会议于五月举行。", "It met in May. In Rome."],
    ]


def test_the_label_goes_with_the_first_segment_of_its_block_alone(bitext):
    assert [unit.label for unit in units_from(bitext)] == ["一、", "12.", ""]


def test_a_unit_knows_where_it_comes_from_and_how_sure_it_is(bitext):
    moment = datetime(2024, 5, 1, tzinfo=UTC)
    unit = list(units_from(bitext, created=moment))[1]
    assert unit.document == "report.zh.txt | report.en.txt"
    assert (unit.paragraph, unit.kind, unit.bead) == ("12", "paragraph", "1-1")
    assert (unit.probability, unit.reasons) == (0.9, ("numbers agree", "length"))
    assert unit.created == moment


def test_context_is_the_source_segment_before_and_after(bitext):
    first, _, third = units_from(bitext)
    assert (first.context_before, first.context_after) == ("", "大会通过了决议。")
    assert (third.context_before, third.context_after) == ("大会通过了决议。", "散会。")


def test_doubtful_beads_can_be_left_out(bitext):
    assert [unit.probability for unit in units_from(bitext, min_probability=0.9)] == [0.99, 0.9]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (None, ["zh-CN", "en-US"]),
        ({"en": "en_gb"}, ["zh-CN", "en-GB"]),
        ({"zh": "zh-Hans", "en": "en"}, ["zh-Hans", "en"]),
    ],
)
def test_tags_are_hyphenated_and_can_be_chosen(bitext, tags, expected):
    unit = next(units_from(bitext, tags=tags))
    assert [variant.lang for variant in unit.variants] == expected


def test_what_is_no_language_tag_is_refused(bitext):
    with pytest.raises(LanguageError, match="such as zh-CN"):
        next(units_from(bitext, tags={"zh": "*all*"}))
