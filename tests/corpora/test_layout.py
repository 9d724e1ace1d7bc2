"""Kinds, levels, notes, contents, joined halves: the layout of reports written for these tests."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import BODY, blocks, numbered

from corpora.layout import lay_out
from corpora.passages import Hint, Passage
from corpora.types import EN, LANGS, ZH, Kind

LEAD = {
    "en": "5. The Board asked the towns to take the following steps:",
    "zh": "5. 理事会请各城镇采取以下步骤：",
}
both = pytest.mark.parametrize("code", list(LANGS))


def outline(code, lines):
    """Each block as "kind level label | text", with empty parts left out."""
    return [
        " ".join(filter(None, (b.kind, str(b.level or ""), b.label, "|", b.text)))
        for b in blocks(code, lines)
    ]


# Front


def test_masthead_title_and_summary():
    lines = [
        "Council of Harbour Towns",
        "Distr.: General",
        "Fourth session",
        "Item 3 of the agenda",
        "State of the archives",
        "Report of the Secretary",
        "Summary",
        BODY["en"],
        "I. Introduction",
        f"1. {BODY['en']}",
    ]
    kinds = [b.kind.value for b in blocks("en", lines)]
    assert kinds == ["masthead"] * 4 + ["title"] * 2 + [
        "heading",
        "summary",
        "heading",
        "paragraph",
    ]


def test_masthead_title_and_summary_in_chinese():
    lines = [
        "港口城镇理事会",
        "第四届会议",
        "临时议程项目3",
        "档案的状况",
        "秘书的报告",
        "摘要",
        BODY["zh"],
        "一. 引言",
        f"1. {BODY['zh']}",
    ]
    kinds = [b.kind.value for b in blocks("zh", lines)]
    assert kinds == ["masthead"] * 3 + ["title"] * 2 + [
        "heading",
        "summary",
        "heading",
        "paragraph",
    ]


PREAMBLES = {
    "en": [
        "The Council of Harbour Towns,",
        "Recalling its decision 4/2 of 3 May 2011 on harbour archives,",
        "Noting with concern the state of the registers of three towns,",
    ],
    "zh": [
        "港口城镇理事会，",
        "回顾其2011年5月3日关于港口档案的第4/2号决定，",
        "关切地注意到三个城镇登记册的状况，",
    ],
}


@both
def test_clauses_of_a_preamble_stay_apart(code):
    found = outline(code, [*PREAMBLES[code], f"1. {BODY[code]}", f"2. {BODY[code]}"])
    assert found[:3] == [f"text | {clause}" for clause in PREAMBLES[code]]


# Headings


HEADINGS = {
    "en": [
        "I. Work of the Board",
        "A. Archives",
        "1. Harbour records",
        "(a) Upper town",
        "Repairs",
        "B. Courses",
        "II. Conclusions",
    ],
    "zh": ["一. 理事会的工作", "A. 档案", "1. 港口档案", "(a) 上城", "修缮", "B. 培训", "二. 结论"],
}


@both
def test_every_level_of_heading(code):
    i, a, one, small, bare, b, ii = HEADINGS[code]
    n = numbered(code, 1, 6)
    lines = [i, a, one, small, n[0], n[1], bare, n[2], b, n[3], ii, n[4], n[5]]
    headings = [
        (found.level, found.label) for found in blocks(code, lines) if found.kind is Kind.HEADING
    ]
    top = [i.split()[0], ii.split()[0]]
    assert headings == [
        (1, top[0]),
        (2, "A."),
        (3, "1."),
        (4, "(a)"),
        (5, ""),
        (2, "B."),
        (1, top[1]),
    ]


@both
def test_wrong_heading_letter_changes_no_level(code):
    i, a, _, _, _, b, ii = HEADINGS[code]
    n = numbered(code)
    right, wrong = (
        [i, a, n[0], b.replace("B.", letter), n[1], ii, n[2]] for letter in ("B.", "A.")
    )
    levels = [
        [(found.kind, found.level) for found in blocks(code, lines)] for lines in (right, wrong)
    ]
    assert levels[0] == levels[1]


DECIMALS = {
    "en": [
        "1. Introduction",
        "1.1 Background of the survey",
        "1.2 Method",
        "2. Findings",
        "2.3.1 Harbour records",
    ],
    "zh": ["1. 引言", "1.1 调查的背景", "1.2 方法", "2. 调查结果", "2.3.1 港口档案"],
}


@both
def test_decimal_headings(code):
    one, background, method, two, harbour = DECIMALS[code]
    lines = [one, background, BODY[code], method, BODY[code], two, harbour, BODY[code]]
    headings = [(b.level, b.label) for b in blocks(code, lines) if b.kind is Kind.HEADING]
    assert headings == [(3, "1."), (4, "1.1"), (4, "1.2"), (3, "2."), (5, "2.3.1")]


@both
def test_decimal_headings_over_numbered_paragraphs(code):
    n = numbered(code)
    found = blocks(code, [DECIMALS[code][1], n[0], n[1], DECIMALS[code][2], n[2]])
    assert [b.paragraph for b in found if b.kind is Kind.PARAGRAPH] == ["1", "2", "3"]
    assert [b.label for b in found if b.kind is Kind.HEADING] == ["1.1", "1.2"]


def test_chinese_headings_in_brackets_over_plain_paragraphs():
    lines = [
        "一、总体要求",
        "（一）指导思想",
        BODY["zh"],
        "（二）基本原则",
        BODY["zh"],
        "二、主要任务",
        BODY["zh"],
    ]
    headings = [(b.level, b.label) for b in blocks("zh", lines) if b.kind is Kind.HEADING]
    assert headings == [(1, "一、"), (2, "（一）"), (2, "（二）"), (1, "二、")]


def test_chapters_over_articles():
    lines = ["第一章 总则", f"第一条 {BODY['zh']}", "第二章 档案", f"第二条 {BODY['zh']}"]
    found = [(b.kind, b.label) for b in blocks("zh", lines)]
    assert found == [
        (Kind.HEADING, "第一章"),
        (Kind.PARAGRAPH, "第一条"),
        (Kind.HEADING, "第二章"),
        (Kind.PARAGRAPH, "第二条"),
    ]


@both
def test_document_of_headings_alone(code):
    i, a, _, _, _, b, ii = HEADINGS[code]
    assert [(found.kind, found.level) for found in blocks(code, [i, a, b, ii])] == [
        (Kind.HEADING, level) for level in (1, 2, 2, 1)
    ]


# Items


ITEMS = {
    "en": [
        "(a) Count the boxes;",
        "(b)",
        "(c) Report what is missing:",
        "(i) In the town;",
        "(ii) In the harbour;",
        "(d) Repeat the survey.",
    ],
    "zh": [
        "(a) 清点箱子；",
        "(b)",
        "(c) 报告缺失的档案：",
        "㈠ 城镇的档案；",
        "㈡ 港口的档案；",
        "(d) 重复调查。",
    ],
}


@both
def test_items_with_inner_items_and_an_empty_one(code):
    found = blocks(code, [*numbered(code), LEAD[code], *ITEMS[code], f"6. {BODY[code]}"])
    items = [b for b in found if b.kind is Kind.ITEM]
    assert [b.level for b in items] == [1, 1, 1, 2, 2, 1]
    assert [b.label for b in items] == [line.split()[0] for line in ITEMS[code]]
    assert items[1].text == ""
    assert {b.paragraph for b in items} == {"5"}


@both
def test_i_after_h_is_a_letter(code):
    steps = [f"({letter}) {BODY[code]}" for letter in "abcdefghij"]
    found = blocks(code, [*numbered(code), LEAD[code], *steps])
    assert [b.level for b in found if b.kind is Kind.ITEM] == [1] * 10


@both
def test_i_under_h_is_a_number(code):
    steps = [f"({letter}) {BODY[code]}" for letter in "abcdefg"]
    inner = ["(h) " + LEAD[code][3:], f"(i) {BODY[code]}", f"(ii) {BODY[code]}"]
    found = blocks(code, [*numbered(code), LEAD[code], *steps, *inner])
    assert [b.level for b in found if b.kind is Kind.ITEM][-3:] == [1, 2, 2]


def test_initials_of_a_name_are_no_enumerator():
    found = blocks(
        "en",
        [*numbered("en"), "A. Smith said that the survey should be repeated every second year."],
    )
    assert (found[-1].kind, found[-1].label) == (Kind.TEXT, "")
    assert found[-1].text.startswith("A. Smith")


# Contents and tables


CONTENTS = {
    "en": [
        "Contents",
        "Paragraphs Page",
        "I. Introduction ........ 1–2 3",
        "II. Work of the Board 3–8 4",
        "Annex I. Programme ..... 12",
    ],
    "zh": [
        "目录",
        "段次 页次",
        "一. 引言………… 1-2 3",
        "二. 理事会的工作 3-8 4",
        "附件一. 方案……… 12",
    ],
}


@both
def test_table_of_contents_is_neither_headings_nor_annexes(code):
    n = numbered(code)
    found = outline(code, [*CONTENTS[code], HEADINGS[code][0], *n])
    heading, *rows = CONTENTS[code]
    assert found[0] == f"heading 1 | {heading}"
    assert found[1:5] == [f"cell | {row}" for row in rows]
    assert [line.split()[0] for line in found[5:]] == ["heading"] + ["paragraph"] * 4


def test_cells_keep_their_text_and_belong_to_the_paragraph_above():
    cells = [Passage(text, hint=Hint.CELL) for text in ("Town", "1. Boxes", "12")]
    found = blocks("en", [*numbered("en"), *cells])
    assert [(b.kind, b.text, b.paragraph) for b in found[4:]] == [
        (Kind.CELL, text, "4") for text in ("Town", "1. Boxes", "12")
    ]


# Properties


LINES = [
    *numbered("en", 1, 9), *numbered("zh", 1, 9), *ITEMS["en"], *ITEMS["zh"], *HEADINGS["en"], *HEADINGS["zh"],
    *CONTENTS["en"], *CONTENTS["zh"], *PREAMBLES["en"], *PREAMBLES["zh"], *DECIMALS["zh"], BODY["en"], BODY["zh"],
    "Annex I", "附件一", "Summary", "摘要", "C/4/7", "3", "4", "¹ Records", "* See", "1 Records", "the state of the", "1.", "I.", "",
]  # fmt: skip
passages = st.builds(
    Passage,
    st.sampled_from(LINES) | st.text(max_size=40),
    page=st.integers(0, 3),
    hint=st.sampled_from([Hint.NONE] * 6 + list(Hint)),
    level=st.integers(0, 3),
    label=st.sampled_from(["", "", "", "1.", "(a)", "•", "¹", "ii."]),
)


def characters(texts):
    """Count the characters of *texts*; a hyphen may go where a word is joined."""
    return Counter(c for text in texts for c in text if not c.isspace() and c not in "-‐")


@settings(max_examples=300)
@given(st.lists(passages, max_size=25), st.sampled_from([ZH, EN]))
def test_no_text_is_lost(found, lang):
    kept = characters(b.label + b.text for b in lay_out(found, lang))
    assert not characters(p.text for p in found) - kept
    assert not kept - characters(p.label + p.text for p in found)


@settings(max_examples=200)
@given(st.lists(passages, max_size=25), st.sampled_from([ZH, EN]))
def test_labels_levels_and_numbers_are_consistent(found, lang):
    for block in lay_out(found, lang):
        assert bool(block.level) == (block.kind in {Kind.HEADING, Kind.ITEM})
        assert block.paragraph or block.kind is not Kind.PARAGRAPH
        assert not block.label or block.kind not in {Kind.FURNITURE, Kind.MASTHEAD}


@given(st.lists(st.sampled_from(LINES), max_size=20))
def test_it_depends_on_nothing_but_its_input(lines):
    assert outline("en", lines) == outline("en", lines)
