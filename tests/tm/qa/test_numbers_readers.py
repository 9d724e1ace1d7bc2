"""The readers of numbers: values however they are written, and any text without an exception."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.qa.numbers.chinese import read_chinese
from tm.qa.numbers.comparison import compare, ratio_of_ten
from tm.qa.numbers.english import read_english
from tm.qa.numbers.expression import Strength

_HAN_DIGITS = "零一二三四五六七八九"
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety"
_ALPHABET = [
    *"0123456789.,/-()[] 　％%$€½'’IVXLabcm:;\n\t①㈠〇",
    *"零一二三四五六七八九十百千万亿两半双几数第年月日时分成之多至和、，。；届次条款段项章号个百上下午周星期",
    *("million", " per cent", "hundred ", "twenty-", "five", "third", "half a ", " and ", "May", " to "),
    *("A/RES/", "resolution ", "annex ", "paras. ", "www.", "1990s", "p.m.", "第四", "附件", "民国", "美元"),
    *("\u2009", "\u00a0", "İ", "ß", "\u0661", "²", "\U0001d7ce"),
]  # fmt: skip
texts = st.lists(st.sampled_from(_ALPHABET), max_size=40).map("".join)


def in_han(number: int) -> str:
    """Write *number* in Chinese numerals, myriad by myriad."""
    if number == 0:
        return "零"
    written, gap = "", False
    for myriad, sign in (
        (number // 10**8, "亿"),
        (number // 10**4 % 10**4, "万"),
        (number % 10**4, ""),
    ):
        if not myriad:
            gap = bool(written)
            continue
        if written and (gap or myriad < 1000):
            written += "零"
        gap = False
        written += _below_myriad(myriad) + sign
    return written.removeprefix("一") if written.startswith("一十") else written


def _below_myriad(number: int) -> str:
    written = ""
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            written += _HAN_DIGITS[digit] + sign
        elif written and number % size:
            written += "" if written.endswith("零") else "零"
    return written


def in_words(number: int) -> str:
    """Write *number* in English words."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            rest = number % size
            joint = " and " if rest < 100 else ", "
            return f"{in_words(number // size)} {name}" + (joint + in_words(rest) if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{_ONES.split()[number // 100]} hundred" + (
            f" and {in_words(rest)}" if rest else ""
        )
    if number < 20:
        return _ONES.split()[number]
    tens = _TENS.split()[number // 10]
    return tens + (f"-{_ONES.split()[number % 10]}" if number % 10 else "")


CHINESE_WAYS = {
    "digits": str,
    "commas": "{:,}".format,
    "spaces": lambda n: f"{n:,}".replace(",", " "),
    "thin spaces": lambda n: f"{n:,}".replace(",", "\u2009"),
    "full width": lambda n: str(n).translate({48 + d: 0xFF10 + d for d in range(10)}),
    "numerals": in_han,
    "myriads": lambda n: f"{Decimal(n) / 10**4:f}万",
    "hundred millions": lambda n: f"{Decimal(n) / 10**8:f}亿",
}
ENGLISH_WAYS = {
    "digits": str,
    "commas": "{:,}".format,
    "no-break spaces": lambda n: f"{n:,}".replace(",", "\u00a0"),
    "words": in_words,
    "thousands": lambda n: f"{Decimal(n) / 1000:f} thousand",
    "millions": lambda n: f"{Decimal(n) / 10**6:f} million",
    "billions": lambda n: f"{Decimal(n) / 10**9:f} billion",
}


@pytest.mark.parametrize("zh", CHINESE_WAYS)
@pytest.mark.parametrize("en", ENGLISH_WAYS)
@given(number=st.integers(11, 10**11 - 1) | st.integers(11, 10**5))
@settings(max_examples=20, deadline=None)
def test_a_number_is_the_same_however_it_is_written(zh, en, number):
    chinese = read_chinese(f"共有{CHINESE_WAYS[zh](number)}人。")
    english = read_english(f"There are {ENGLISH_WAYS[en](number)} people.")
    assert [one.value for one in chinese] == [number]
    assert [one.value for one in english] == [number]
    assert not compare(chinese, english).discrepancies


@given(number=st.integers(11, 10**9), power=st.integers(1, 3))
@settings(deadline=None)
def test_slip_is_one_discrepancy(number, power):
    chinese = read_chinese(f"共有{number}人。")
    english = read_english(f"There are {number * 10**power:,} people.")
    (found,) = compare(chinese, english).discrepancies
    assert found.zh == chinese[0]
    assert found.en == english[0]
    assert ratio_of_ten(found.zh.value, found.en.value) == power


@given(zh=texts, en=texts)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_within_its_bounds(zh, en):
    for text, read in (
        (zh, read_chinese),
        (en, read_english),
        (en, read_chinese),
        (zh, read_english),
    ):
        found = read(text)
        assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
        assert [one.span for one in found] == sorted(one.span for one in found)


@given(zh=texts, en=texts)
@settings(max_examples=200, deadline=None)
def test_what_is_compared_is_of_the_side_it_is_said_to_be(zh, en):
    chinese, english = read_chinese(zh), read_english(en)
    compared = compare(chinese, english)
    for pair in compared.matched:
        assert pair[0] in chinese
        assert pair[1] in english
        assert set(pair[0].keys) & set(pair[1].keys)
    for found in compared.discrepancies:
        assert found.zh is None or found.zh in chinese
        assert found.en is None or found.en in english
        one_sided = found.zh or found.en
        assert (found.zh and found.en) or one_sided.strength is Strength.SURE


@given(text=texts)
@settings(max_examples=200, deadline=None)
def test_a_text_has_the_numbers_of_itself(text):
    for read in (read_chinese, read_english):
        assert not compare(read(text), read(text)).discrepancies


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("三亿五千万", [350_000_000]),
        ("3亿5千万", [350_000_000]),
        ("二〇一五年", [2015]),
        ("一百零五", [105]),
        ("兩千萬", [20_000_000]),
        ("七八个", [7, 8]),
        ("十六进制", [16]),
        ("1.5至2亿", [Decimal("1.5"), 200_000_000]),
        ("3千米", [3]),
        ("12月", [12]),
        ("第2254(2015)号", [2254, 2015]),
        ("百分之一点五", [Decimal("1.5")]),
        ("99999999999999999999999999999999999", ["9" * 35]),
    ],
)
def test_chinese_is_read(text, values):
    from tm.folding import simplified

    assert [one.value for one in read_chinese(simplified(text))] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one hundred and fifty thousand", [150_000]),
        ("five million and twenty-five million", [5_000_000, 25_000_000]),
        ("twenty, thirty and forty-two", [20, 30, 42]),
        ("$4.8m? No, $4.8 million", [Decimal("4.8"), 4_800_000]),
        ("a third of those", [(1, 3)]),
        ("mid-2014 and post-2015", [2014, 2015]),
        ("May the force", [5]),
        ("may 3 people", [3]),
        ("I think Annex II and Annex F", [1, 2, "F"]),
        ("22.1.3", ["22.1.3"]),
        ("and/or km/h", []),
        ("http://a.b/2015/c 7", [7]),
        (".5 per cent", [Decimal("0.5")]),
    ],
)
def test_english_is_read(text, values):
    assert [one.value for one in read_english(text)] == values
