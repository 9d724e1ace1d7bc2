"""Word's automatic numbering: formats, levels, restarts, overrides, links to styles."""

import pytest
from documents import paragraph, run
from hypothesis import given
from hypothesis import strategies as st
from word import abstract, at, level, num, read, style, styled

from corpora.docx_numbers import chinese, letters, roman, written


@pytest.fixture
def labels(tmp_path):
    """Return the labels of paragraphs, each given by its properties."""

    def read_labels(numbering, *properties, styles=""):
        body = "".join(paragraph(run("理事会开会。"), inside) for inside in properties)
        return [p.label for p in read(tmp_path, body, numbering=numbering, styles=styles)]

    return read_labels


def override(number, inside):
    return f'<w:lvlOverride w:ilvl="{number}">{inside}</w:lvlOverride>'


def started(number, value):
    return override(number, f'<w:startOverride w:val="{value}"/>')


# Formats

PRINTED = {
    "decimal": "1 2 3",
    "decimalZero": "01 02 03",
    "upperRoman": "I II III",
    "lowerRoman": "i ii iii",
    "upperLetter": "A B C",
    "lowerLetter": "a b c",
    "ordinal": "1st 2nd 3rd",
    "chineseCounting": "一 二 三",
    "chineseCountingThousand": "一 二 三",
    "japaneseCounting": "一 二 三",
    "taiwaneseCountingThousand": "一 二 三",
    "chineseLegalSimplified": "壹 贰 叁",
    "ideographDigital": "一 二 三",
    "ideographTraditional": "甲 乙 丙",
    "ideographZodiac": "子 丑 寅",
    "ideographEnclosedCircle": "㈠ ㈡ ㈢",
    "decimalEnclosedCircle": "① ② ③",
    "decimalEnclosedCircleChinese": "① ② ③",
    "decimalEnclosedParen": "⑴ ⑵ ⑶",
    "decimalEnclosedFullstop": "⒈ ⒉ ⒊",
    "decimalFullWidth": "１ ２ ３",
    "chicago": "* † ‡",
    "anUnknownOne": "1 2 3",
}


@pytest.mark.parametrize(("style", "expected"), PRINTED.items(), ids=PRINTED)
def test_format(labels, style, expected):
    numbering = abstract(level(0, style, "%1")) + num(1)
    assert labels(numbering, at(0), at(0), at(0)) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("%1、", "一、"), ("第%1章", "第一章"), ("（%1）", "（一）"), ("%1", "一"), ("Part %1:", "Part 一:")],
)  # fmt: skip
def test_text_around_the_number(labels, text, expected):
    assert labels(abstract(level(0, "chineseCounting", text)) + num(1), at(0)) == [expected]


LARGE = {
    ("chineseCounting", 10): "十",
    ("chineseCounting", 11): "十一",
    ("chineseCounting", 20): "二十",
    ("chineseCounting", 110): "一百一十",
    ("chineseCounting", 1001): "一千零一",
    ("chineseLegalSimplified", 12): "拾贰",
    ("ideographDigital", 20): "二〇",
    ("ideographTraditional", 11): "甲",
    ("ideographEnclosedCircle", 11): "11",
    ("decimalEnclosedCircle", 20): "⑳",
    ("decimalEnclosedCircle", 21): "21",
    ("lowerLetter", 26): "z",
    ("lowerLetter", 27): "aa",
    ("lowerLetter", 53): "aaa",
    ("upperRoman", 1999): "MCMXCIX",
    ("ordinal", 12): "12th",
    ("ordinal", 22): "22nd",
    ("chicago", 6): "††",
    ("decimalZero", 10): "10",
    ("numberInDash", 4): "- 4 -",
    ("lowerRoman", 0): "0",
    ("chineseCounting", 10_000): "10000",
    ("chicago", 999_999_999): "999999999",
}


@pytest.mark.parametrize(("case", "expected"), LARGE.items(), ids=str)
def test_large_numbers(case, expected):
    style, number = case
    assert written(number, style) == expected


@pytest.mark.parametrize("write", [chinese, roman, letters])
@given(numbers=st.tuples(st.integers(1, 3999), st.integers(1, 3999)))
def test_two_numbers_are_never_written_alike(write, numbers):
    first, second = numbers
    assert (write(first) == write(second)) == (first == second)


def test_bullets_have_no_label(labels):
    numbering = abstract(level(0, "bullet", "\uf0b7"), level(1, "bullet", "–")) + num(1)
    assert labels(numbering, at(0), at(1)) == ["", ""]


def test_no_number_but_words(labels):
    numbering = abstract(level(0, "none", "Annex"), level(1, "decimal", "%1%2.")) + num(1)
    assert labels(numbering, at(0), at(1)) == ["Annex", "1."]


def test_level_without_a_format_counts_in_figures(labels):
    numbering = abstract('<w:lvl w:ilvl="0"><w:lvlText w:val="%1)"/></w:lvl>') + num(1)
    assert labels(numbering, at(0), at(0)) == ["1)", "2)"]


# Levels

TREE = abstract(
    level(0, "upperRoman"), level(1, "upperLetter"), level(2), level(3, "lowerLetter", "(%4)")
) + num(1)


def test_levels_restart_under_the_next_above(labels):
    depths = [0, 1, 2, 3, 3, 2, 3, 1, 2, 0, 1]
    assert labels(TREE, *map(at, depths)) == [
        "I.", "A.", "1.", "(a)", "(b)", "2.", "(a)", "B.", "1.", "II.", "A.",
    ]  # fmt: skip


def test_plain_paragraphs_between_interrupt_nothing(labels):
    assert labels(TREE, at(0), "", at(0)) == ["I.", "", "II."]


def test_empty_paragraph_counts(tmp_path):
    body = paragraph(run("A"), at(0)) + paragraph("", at(0)) + paragraph(run("C"), at(0))
    assert [p.label for p in read(tmp_path, body, numbering=TREE)] == ["I.", "III."]


def test_numbers_of_several_levels(labels):
    numbering = abstract(level(0), level(1, text="%1.%2"), level(2, text="%1.%2.%3")) + num(1)
    found = labels(numbering, *map(at, [0, 1, 1, 2, 0, 1]))
    assert found == ["1.", "1.1", "1.2", "1.2.1", "2.", "2.1"]


@pytest.mark.parametrize(
    ("switch", "expected"),
    [("<w:isLgl/>", "2.1"), ('<w:isLgl w:val="0"/>', "二.1"), ("", "二.1")],
)
def test_legal_numbering(labels, switch, expected):
    levels = level(0, "chineseCounting", "%1、"), level(1, text="%1.%2", more=switch)
    assert labels(abstract(*levels) + num(1), at(0), at(0), at(1))[-1] == expected


def test_first_number_below_a_level_not_yet_used(labels):
    numbering = abstract(level(0), level(1, text="%1.%2")) + num(1)
    assert labels(numbering, at(1), at(1)) == ["1.1", "1.2"]


def test_start(labels):
    assert labels(abstract(level(0, start=17)) + num(1), at(0), at(0)) == ["17.", "18."]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", "1. 1. 2. 1. 1. 1."),
        ('<w:lvlRestart w:val="1"/>', "1. 1. 2. 2. 1. 1."),
        ('<w:lvlRestart w:val="0"/>', "1. 1. 2. 2. 1. 3."),
    ],
    ids=["any", "only by the first", "never"],
)
def test_restart(labels, restart, expected):
    """Level 2 under level 1 again, and under level 0 again."""
    numbering = abstract(level(0), level(1), level(2, more=restart)) + num(1)
    found = labels(numbering, *map(at, [1, 2, 1, 2, 0, 2]))
    assert found == expected.split()


# Lists

PAIR = abstract(level(0)) + num(1)


def test_two_lists_of_one_kind_count_on(labels):
    assert labels(PAIR + num(2), at(0, 1), at(0, 2), at(0, 1)) == ["1.", "2.", "3."]


def test_two_kinds_count_apart(labels):
    numbering = PAIR + abstract(level(0, "lowerLetter"), number=1) + num(2, of=1)
    assert labels(numbering, at(0, 1), at(0, 2), at(0, 1), at(0, 2)) == ["1.", "a.", "2.", "b."]


def test_start_override_begins_anew_once(labels):
    numbering = PAIR + num(2, overrides=started(0, 1)) + num(3, overrides=started(0, 7))
    found = labels(numbering, at(0), at(0), at(0, 2), at(0, 2), at(0, 3), at(0, 3))
    assert found == ["1.", "2.", "1.", "2.", "7.", "8."]


def test_start_override_of_an_inner_level(labels):
    numbering = (
        abstract(level(0), level(1, "lowerLetter")) + num(1) + num(2, overrides=started(1, 3))
    )
    assert labels(numbering, at(0), at(1), at(1, 2), at(1, 2)) == ["1.", "a.", "c.", "d."]


def test_override_of_the_whole_level(labels):
    numbering = PAIR + num(2, overrides=override(0, level(0, "upperRoman", "%1)")))
    assert labels(numbering, at(0), at(0, 2), at(0)) == ["1.", "II)", "3."]


def test_list_through_a_numbering_style(labels):
    """Word keeps the levels in one abstract list, and others point there by a style."""
    numbering = (
        abstract(level(0, "chineseCounting", "%1、"), more='<w:styleLink w:val="Report"/>')
        + abstract(number=1, more='<w:numStyleLink w:val="Report"/>')
        + num(1)
        + num(2, of=1)
    )
    assert labels(numbering, at(0, 1), at(0, 2), at(0, 2)) == ["一、", "二、", "三、"]


@pytest.mark.parametrize(
    "numbering",
    ["", num(1), num(1, of="x"), abstract(level(1)) + num(1), abstract(level(0)) + num("")],
    ids=["none", "no levels", "no such list", "no such level", "no name"],
)
def test_broken_lists_give_no_label(labels, numbering):
    assert labels(numbering, at(0), at(0)) == ["", ""]


def test_figures_that_are_none(labels):
    numbering = abstract(level(0, start="many")) + num(1)
    assert labels(numbering, at(0), at("x")) == ["1.", "2."]


# Lists by style


def test_style_gives_list_and_level(labels):
    linked = [
        level(n, text=t, more=f'<w:pStyle w:val="H{n}"/>') for n, t in enumerate(("%1.", "%1.%2"))
    ]
    styles = style("H0", at(0)) + style("H1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    found = labels(
        abstract(*linked) + num(1), *map(styled, ["H0", "H1", "H1", "H0", "H1"]), styles=styles
    )
    assert found == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_style_inherits_its_list(labels):
    styles = style("Base", at(0)) + style("Child", "", "Base")
    assert labels(PAIR, styled("Base"), styled("Child"), styles=styles) == ["1.", "2."]


def test_style_with_a_level_of_its_own(labels):
    numbering = abstract(level(0), level(1, "lowerLetter", "(%2)")) + num(1)
    inner = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    styles = style("Base", at(0)) + style("Child", inner, "Base")
    assert labels(numbering, styled("Base"), styled("Child"), styles=styles) == ["1.", "(a)"]


def test_paragraph_outranks_its_style(labels):
    numbering = PAIR + abstract(level(0, "lowerRoman", "(%1)"), number=1) + num(2, of=1)
    found = labels(numbering, styled("Base"), styled("Base", at(0, 2)), styles=style("Base", at(0)))
    assert found == ["1.", "(i)"]


def test_paragraph_takes_the_list_of_its_style_to_another_level(labels):
    numbering = abstract(level(0), level(1, "lowerLetter", "(%2)")) + num(1)
    deeper = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    found = labels(numbering, styled("Base"), styled("Base", deeper), styles=style("Base", at(0)))
    assert found == ["1.", "(a)"]


def test_paragraph_taken_out_of_the_list_of_its_style(labels):
    out = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    found = labels(
        PAIR, styled("Base"), styled("Base", out), styled("Base"), styles=style("Base", at(0))
    )
    assert found == ["1.", "", "2."]


def test_numbering_before_a_tracked_change_is_not_counted(labels):
    """What a paragraph was before is kept in its properties; it is not what it is."""
    before = f"<w:pPrChange><w:pPr>{at(0)}</w:pPr></w:pPrChange>"
    assert labels(PAIR, before, at(0)) == ["", "1."]
