import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.enumerators import (
    Form,
    chinese_value,
    letter_value,
    ordinal,
    other_reading,
    read_label,
    roman_value,
    split_enumerator,
)

WRITTEN = [
    ("12. The Board met.", Form.ARABIC, 12, "12.", "The Board met."),
    ("12.The Board met.", Form.ARABIC, 12, "12.", "The Board met."),
    ("１２．理事会开会。", Form.ARABIC, 12, "１２．", "理事会开会。"),
    ("12．理事会开会。", Form.ARABIC, 12, "12．", "理事会开会。"),
    ("12、理事会开会。", Form.ARABIC, 12, "12、", "理事会开会。"),
    ("12.“开会”一词", Form.ARABIC, 12, "12.", "“开会”一词"),
    ("第12段 理事会开会。", Form.ARABIC, 12, "第12段", "理事会开会。"),
    ("1.1 Background", Form.DECIMAL, 1, "1.1", "Background"),
    ("2.3.1. Harbour records", Form.DECIMAL, 1, "2.3.1.", "Harbour records"),
    ("2.12 档案", Form.DECIMAL, 12, "2.12", "档案"),
    ("IV. Conclusions", Form.ROMAN, 4, "IV.", "Conclusions"),
    ("Ⅳ．结论", Form.ROMAN, 4, "Ⅳ．", "结论"),
    ("B. Courses", Form.LETTER, 2, "B.", "Courses"),
    ("(a) Count the boxes", Form.PAREN_LETTER, 1, "(a)", "Count the boxes"),
    ("（a）清点箱子", Form.PAREN_LETTER, 1, "（a）", "清点箱子"),
    ("b) List them", Form.PAREN_LETTER, 2, "b)", "List them"),
    ("(aa) List them", Form.PAREN_LETTER, 27, "(aa)", "List them"),
    ("(ii) List them", Form.PAREN_ROMAN, 2, "(ii)", "List them"),
    ("(3) List them", Form.PAREN_ARABIC, 3, "(3)", "List them"),
    ("③ 列出", Form.PAREN_ARABIC, 3, "③", "列出"),
    ("（一）清点", Form.PAREN_CHINESE, 1, "（一）", "清点"),
    ("㈡ 列出", Form.PAREN_CHINESE, 2, "㈡", "列出"),
    ("一 清点箱子", Form.PAREN_CHINESE, 1, "一", "清点箱子"),
    ("一、引言", Form.CHINESE, 1, "一、", "引言"),
    ("十二. 结论", Form.CHINESE, 12, "十二.", "结论"),
    ("一、二十国集团", Form.CHINESE, 1, "一、", "二十国集团"),
    ("第一章 总则", Form.CHAPTER, 1, "第一章", "总则"),
    ("第二节：档案", Form.SECTION, 2, "第二节：", "档案"),
    ("第十条 本章程", Form.ARTICLE, 10, "第十条", "本章程"),
    ("Chapter II. Archives", Form.CHAPTER, 2, "Chapter II.", "Archives"),
    ("Article 3 Members pay.", Form.ARTICLE, 3, "Article 3", "Members pay."),
    ("¹² See above.", Form.NOTE, 12, "¹²", "See above."),
    ("** See above.", Form.NOTE, 2, "**", "See above."),
    ("† See above.", Form.NOTE, 1, "†", "See above."),
    ("• one", Form.BULLET, 0, "•", "one"),
    ("– one", Form.BULLET, 0, "–", "one"),
]
PLAIN = [
    "",
    "3.5 million people",
    "3.5 亿人",
    "1.1 million",
    "12 towns met.",
    "2019年理事会开会。",
    "五、六年前",
    "二 〇 一 九 年",
    "A. B. Smith spoke.",
    "e.g. a box",
    "-5 degrees",
    "10:30 a.m.",
    "第12段规定",
    "Article writers met.",
    "etc. and so on",
    "1/2 of the boxes",
    "(see above)",
    "(2018) 号决议",
]


@pytest.mark.parametrize(("text", "form", "value", "label", "rest"), WRITTEN)
def test_enumerator_is_split_off_as_printed(text, form, value, label, rest):
    enumerator, body = split_enumerator(text)
    assert (enumerator.form, enumerator.value, enumerator.text, body) == (form, value, label, rest)


@pytest.mark.parametrize("text", PLAIN)
def test_text_that_only_looks_numbered_stays_whole(text):
    assert split_enumerator(text) == (None, text)


@pytest.mark.parametrize(
    ("label", "form", "value"),
    [
        ("12", Form.ARABIC, 12),
        ("iv.", Form.PAREN_ROMAN, 4),
        ("2.3.1", Form.DECIMAL, 1),
        ("o", Form.BULLET, 0),
    ],
)
def test_label_alone(label, form, value):
    found = read_label(label)
    assert (found.form, found.value, found.text) == (form, value, label)


def test_empty_label():
    assert read_label("  ") is None
    assert ordinal("") == 0


def test_note_mark_in_brackets_counts_like_a_raised_one():
    assert ordinal("[3]") == ordinal("³") == 3


@pytest.mark.parametrize(
    ("label", "value"), [("(i)", 9), ("I.", 9), ("(v)", 22), ("(c)", 100), ("D.", 500)]
)
def test_single_letters_have_another_reading(label, value):
    assert other_reading(read_label(label)).value == value


@pytest.mark.parametrize("label", ["(ii)", "12.", "(b)", "一、", "•"])
def test_other_enumerators_have_one_reading(label):
    assert other_reading(read_label(label)) is None


@pytest.mark.parametrize("numeral", ["", "iiii", "ic", "vx", "abc"])
def test_malformed_roman_numeral(numeral):
    assert roman_value(numeral) is None


def test_letters_that_do_not_repeat_are_no_number():
    assert letter_value("ab") is None


def roman(number):
    digits = [
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ]
    written = ""
    for value, letters in digits:
        count, number = divmod(number, value)
        written += letters * count
    return written


def chinese(number):
    digits = "零一二三四五六七八九"
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    written = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        written += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        written += "零"
    return written + (digits[ones] if ones else "")


@given(st.integers(1, 399))
def test_roman_numerals_round_trip(number):
    assert roman_value(roman(number)) == number


@given(st.integers(1, 999))
def test_chinese_numerals_round_trip(number):
    assert chinese_value(chinese(number)) == number


@given(st.text())
def test_splitting_loses_nothing_but_space(text):
    enumerator, body = split_enumerator(text)
    whole = (enumerator.text if enumerator else "") + body
    assert "".join(whole.split()) == "".join(text.split())
