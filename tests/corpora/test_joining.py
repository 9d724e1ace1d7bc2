"""Halves of paragraphs, headings and words that a page break cut in two."""

import pytest
from reports import BODY, blocks, numbered

from corpora.passages import Hint, Passage
from corpora.types import Kind

FURNITURE = [Passage("V.19-01234 3/21", hint=Hint.FURNITURE), Passage("C/4/7", hint=Hint.FURNITURE)]
CUTS = [
    ("en", "the state of the", "harbour archives.", "the state of the harbour archives."),
    ("en", "moved their regis-", "ters to safer rooms.", "moved their registers to safer rooms."),
    ("en", "moved their regis", "ters to safer rooms.", "moved their registers to safer rooms."),
    ("en", "a question of low-", "cost repairs.", "a question of low-cost repairs."),
    (
        "en",
        "the towns of Lower",
        "Harbour and Upper Harbour.",
        "the towns of Lower Harbour and Upper Harbour.",
    ),
    ("zh", "决定进行一次新的调", "查，结果应予公布。", "决定进行一次新的调查，结果应予公布。"),
    ("zh", "包括港口、", "城镇和档案馆。", "包括港口、城镇和档案馆。"),
]


@pytest.mark.parametrize(
    "between", [[], FURNITURE, [Passage("¹ Records, vol. 3.")]], ids=["page", "furniture", "note"]
)
@pytest.mark.parametrize(("code", "head", "tail", "whole"), CUTS)
def test_halves_are_joined(code, head, tail, whole, between):
    opening = {
        "en": "2. The Board reviewed the registers of low-cost rooms, and it ",
        "zh": "2. 理事会审查了港口档案和城镇档案的状况，并",
    }[code]
    lines = [
        Passage(f"1. {BODY[code]}", 1),
        Passage(opening + head, 1),
        *between,
        Passage(tail, 2),
        Passage(f"3. {BODY[code]}", 2),
    ]
    body = [b for b in blocks(code, lines) if b.kind is Kind.PARAGRAPH]
    assert [b.paragraph for b in body] == ["1", "2", "3"]
    assert body[1].text == (opening + whole)[3:]


def test_chinese_paragraph_is_joined_where_nothing_tells_of_the_page():
    head, tail = (
        "2. 理事会审查了港口档案和城镇档案的状况，并决定进行一次新的调",
        "查，结果应予公布。",
    )
    body = blocks("zh", [*numbered("zh", 1, 1), head, tail, *numbered("zh", 3, 3)])
    assert [b.text for b in body][1] == head[3:] + tail


def test_whole_paragraphs_are_not_joined_over_a_page():
    lines = [Passage(BODY["en"], 1), *FURNITURE, Passage(BODY["en"], 2)]
    assert [b.kind for b in blocks("en", lines) if b.kind is not Kind.FURNITURE] == [Kind.TEXT] * 2


def test_heading_cut_by_a_page_is_joined():
    n = numbered("en")
    lines = [
        *n[:2],
        "A. Activities of the Board in the field of",
        *FURNITURE,
        "archives and courses",
        *n[2:],
    ]
    headings = [b.text for b in blocks("en", lines) if b.kind is Kind.HEADING]
    assert headings == ["Activities of the Board in the field of archives and courses"]


def test_words_that_are_whole_are_not_glued():
    opening = "2. In the harbour and into the rooms, in every town, the Board looked in"
    lines = [
        Passage(opening, 1),
        Passage("to find the registers; to count them; and to repair them.", 2),
    ]
    found = blocks("en", [f"1. {BODY['en']}", *lines])
    assert "looked in to find" in found[1].text


def test_a_note_joined_to_the_body_with_its_rule_is_split_off():
    line = f"1. {BODY['en']} ________________ ¹ Records, vol. 3."
    found = [(b.kind, b.label, b.text) for b in blocks("en", [line])]
    assert found == [(Kind.PARAGRAPH, "1.", BODY["en"]), (Kind.NOTE, "¹", "Records, vol. 3.")]


def test_an_enumerator_alone_takes_the_next_line_as_its_text():
    found = blocks("zh", ["1.", BODY["zh"], "2.", BODY["zh"]])
    assert [(b.label, b.paragraph, b.text) for b in found] == [
        ("1.", "1", BODY["zh"]),
        ("2.", "2", BODY["zh"]),
    ]


def test_a_reference_at_the_head_of_a_page_is_no_item():
    lines = [
        *numbered("en", 1, 1),
        Passage("2. The Board recalled the decision in paragraph 4", 1),
        Passage("(c) of its report and the views of the towns.", 2),
        *numbered("en", 3, 3),
    ]
    found = blocks("en", lines)
    assert [b.kind for b in found] == [Kind.PARAGRAPH] * 3
    assert "paragraph 4 (c) of its report" in found[1].text
