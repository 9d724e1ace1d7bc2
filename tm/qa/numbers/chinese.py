"""The reader of Chinese, in simplified characters: number expressions in the order they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from corpora.types import Span
from tm.qa.numbers import currencies, latin
from tm.qa.numbers.chinese_dates import (
    read_day_alone,
    read_days,
    read_decade,
    read_feast,
    read_plan,
    read_republic,
    read_time,
    valued,
)
from tm.qa.numbers.chinese_grammar import FIRST, PATTERN, SCALE
from tm.qa.numbers.chinese_lists import ROLES, with_lists
from tm.qa.numbers.english_dates import read_date
from tm.qa.numbers.expression import NUMERIC, Expression, Key, Strength, Value, exact, sized
from tm.qa.numbers.han import (
    DIGITS,
    NUMERAL,
    UNITS,
    estimate,
    financial_value,
    han_value,
    scale_of,
)
from tm.qa.numbers.scanning import Grammar, Rule, scan

_SCALED = re.compile(rf"(?a)({latin.DIGITS})({SCALE})?")
_HINTS: Mapping[str, tuple[int, ...]] = {
    "双": (2,), "俩": (2,), "季": (4, 3), "首": (1,), "单": (1,),
    "旬": (10,), "倍": (2,), "每": (1,),
}  # fmt: skip
# After these a numeral is part of a word.
_IDIOM_AFTER = ("分", "足", "致", "律", "些", "样", "定", "起", "般", "直", "旦", "味", "切", "体",
                "向", "贯", "再", "概", "度", "方百计", "姓", "川", "峡", "龙", "角大楼", "心",
                "面", "边", "侧", "则", "者", "所", "极", "进制", "进位", "万火急")  # fmt: skip
_MULTIPLIERS = frozenset("0123456789" + NUMERAL.replace("一", ""))
_SHARES = frozenset("%‰‱")
_IN_ITEM = re.compile(r"[a-z]\)\(\Z")
_MORE = re.compile(r"(?:增|提高|扩大|上升|高出|多出|超出|长)[^，。；]{0,4}\Z")
_STEMS = "甲乙丙丁戊己庚辛"
_ONES = ("次", "个", "位", "届", "批", "份", "项")  # 首次: for the first time
_KILO = ("米", "克", "瓦", "卡", "赫", "伏", "吨", "焦", "字节")
_MEASURES = tuple(
    "个名项次位人年月日天届份件条款种国州省倍岁页章节段号类组批轮期级家所间艘辆架处座起例场周小分美欧成多余"
)


def read_chinese(text: str, start: int = 0) -> list[Expression]:
    """Return the number expressions of *text*, in simplified characters, from *start* on."""
    text = latin.narrowed(text)
    low = latin.lowered(text)
    found = scan(text, low, start, _GRAMMAR)
    return with_lists(found, low)


def _financial(match: re.Match[str], text: str) -> Iterator[Expression]:
    value = financial_value(match[0])
    if value is not None:
        yield Expression("number", value, Span(*match.span()), scaled=True)


def _stem(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read 甲 to 辛 as the letters of items."""
    count = _STEMS.index(match[0].strip("()")) + 1
    (_, letter), *others = latin.as_letter(count)
    keys: tuple[Key, ...] = (*others, ("number", count))
    place = Span(*match.span())
    yield Expression("letter", letter, place, Strength.WEAK, role="letter", others=keys)


def _quota(match: re.Match[str], text: str) -> Iterator[Expression]:
    """百分之七十五, 千分之三: a share of a hundred, a thousand, ten thousand."""
    figure = match[0].partition("之")[2].strip(" [(")
    whole, _, decimals = figure.partition("点")
    value: Value | None = exact(figure) if figure[0].isascii() else han_value(whole)
    if decimals and isinstance(value, int):
        tail = "".join(str(DIGITS.get(c, "")) for c in decimals)
        value = exact(f"{value}.{tail or 0}")
    if value is not None:
        yield Expression(
            "code" if isinstance(value, str) else "number",
            value,
            Span(*match.span()),
            strength=Strength.HINT if figure == "百" else Strength.SURE,  # 百分之百: wholly
            unit={"百": "%", "千": "‰", "万": "‱"}[match[0][0]],
        )


def _part(match: re.Match[str], text: str) -> Iterator[Expression]:
    """三分之二: two thirds, or two in three."""
    below, above = (valued(f.strip()) for f in match[0].split("分之"))
    if below is None or above is None:
        return
    parts: tuple[Key, ...] = (("number", above), ("number", below))
    others: list[Key] = [("number", 10 * above)] if below == 10 else []
    if above == 1:
        others.append(("number", below))
    others += latin.shares_of(above, below)
    yield Expression(
        "fraction",
        (above, below),
        Span(*match.span()),
        strength=Strength.WEAK,
        role="fraction",
        others=tuple(others),
        parts=parts,
    )


def _number(match: re.Match[str], text: str) -> Iterator[Expression]:
    unit = match["unit"] or ""
    body = match[0].removesuffix(match["area"] or "")
    body = body.removesuffix(unit).removesuffix(match["kilo"] or "")
    value: Value = 0
    scaled = False
    for digits, scale in _SCALED.findall(body):
        part = exact(digits, scale_of(scale))
        scaled = scaled or bool(scale.strip(" 多余)]"))
        unreadable = isinstance(part, str) or isinstance(value, str)
        value = digits if unreadable else _sum(value, part)
    unit = unit.strip("] ")
    role = _role(unit, "ordinal" if match["nth"] else "", value)
    if role == "year" and not unit and _counts_things(body, match.end(), text):
        role = ""
    parts = () if scaled else latin.parts_of(body)
    strength = sized(value, role)
    if (
        not unit
        and not scaled
        and latin.is_note_mark(match, text)
        and text[match.start() - 1] in "。；;"
    ):
        strength = Strength.HINT
    yield Expression(
        "code" if isinstance(value, str) else "number",
        value,
        Span(*match.span()),
        strength=strength,
        role=role,
        unit=_unit(match, unit, match["sign"]),
        others=_others(match, value, role, text),
        parts=parts,
        scaled=scaled,
    )


def _others(match: re.Match[str], value: Value, role: str, text: str) -> tuple[Key, ...]:
    if text.startswith("倍", match.end()):
        return _multiples(value, match.start(), text)
    if text.startswith("成", match.end()) and isinstance(value, NUMERIC) and value <= 10:
        return (("number", value * 10),)
    return (*_as_letter(match, role, value, text), *_of_republic(match[0], value, text))


def _counts_things(body: str, end: int, text: str) -> bool:
    """Whether a number in the range of years counts something: 1 810名, 2000名."""
    return not body.strip().isdigit() or text.startswith(_MEASURES, end)


def _role(unit: str, otherwise: str, value: Value) -> str:
    """Return what a number does: 第3项 is an item, 3项 are three of them."""
    if latin.is_year(value) and unit in {"", "年"} and not otherwise:
        return "year"
    return ROLES.get(unit, otherwise) if otherwise else ""


def _sum(one: Value, other: Value) -> int | Decimal:
    parts = [part for part in (one, other) if isinstance(part, NUMERIC)]
    total = sum(parts)
    return int(total) if total == int(total) else total


def _unit(match: re.Match[str], unit: str, sign: str | None = None) -> str:
    """Return what a number counts, by the sign before it or the word *unit* behind it."""
    if sign:
        return currencies.of_sign(sign, match.start("sign"), match.string)
    if unit.endswith("百分点"):
        return "points"
    return unit if unit in _SHARES else currencies.of_chinese(unit, match.start(), match.string)


def _han(match: re.Match[str], text: str) -> Iterator[Expression]:
    """A numeral in characters, where it is no part of a word (十分, 一致, 四川)."""
    unit = match["hunit"] or ""
    named = match["named"] or ""
    numeral = match[0][len(named) : len(match[0]) - len(unit)]
    value = han_value(numeral)
    if value is None:
        yield from _estimated(match, numeral, text)
        return
    role = _role(unit, "ordinal" if named == "第" else "annex" if named else "", value)
    place = Span(*match.span())
    if _IN_ITEM.search(text, max(0, place.start - 3), place.start) and value <= 10:
        yield _inner_item(value, place)
        return
    yield Expression(
        "number",
        value,
        place,
        strength=_han_strength(match, numeral, text),
        role=role,
        unit=_unit(match, unit),
        others=_other_values(match, value, role, text),
        scaled=len(numeral) > 1,
    )


def _inner_item(value: int, place: Span) -> Expression:
    """Read the (二) of (b)(二) as (ii): the letters were used up outside."""
    *_, (_, roman) = latin.as_letter(value)
    others: tuple[Key, ...] = (("number", value),)
    return Expression("letter", roman, place, Strength.WEAK, role="letter", others=others)


def _estimated(match: re.Match[str], numeral: str, text: str) -> Iterator[Expression]:
    """Read 二三十 as twenty and as thirty, 八五折 as 85 per cent or 15 off."""
    values = estimate(numeral)
    if text.startswith("折", match.end()) and len(numeral) == 2 and set(numeral) <= {*DIGITS}:
        share = 10 * DIGITS[numeral[0]] + DIGITS[numeral[1]]
        values = (share, 100 - share)
    for value in values:
        yield Expression("number", value, Span(*match.span()), strength=Strength.HINT)


def _han_strength(match: re.Match[str], numeral: str, text: str) -> Strength:
    if match["named"]:
        return Strength.SURE if match["named"] != "第" or len(numeral) > 1 else Strength.WEAK
    is_idiom = not match["hunit"] and text.startswith(_IDIOM_AFTER, match.end())
    if is_idiom or numeral == "一":
        return Strength.HINT
    if all(c not in DIGITS for c in numeral):
        return Strength.WEAK if numeral == "十" else Strength.HINT
    if not match.start() and not text.startswith(_MEASURES, match.end()) and not match["hunit"]:
        return Strength.WEAK  # a list's number without its point
    if len(numeral) == 1 or (len(numeral) == 3 and not any(c in UNITS for c in numeral)):
        return Strength.WEAK
    return Strength.SURE


def _other_values(match: re.Match[str], value: int, role: str, text: str) -> tuple[Key, ...]:
    """Read 三成 as 30 per cent too, 第一项 as (a), 八千字节 as 8 kilobytes, 七十六年 as 1987."""
    after = text[match.end() : match.end() + 2]
    if after.startswith("成"):
        return (("number", value * 10), ("number", value * 10 + DIGITS.get(after[1:], 0)))
    if after.startswith("折") and value < 10:
        return (("number", value * 10), ("number", 100 - value * 10))
    if after.startswith("倍"):
        return _multiples(value, match.start(), text)
    if match[0].endswith("千") and text.startswith(_KILO, match.end()):
        return (("number", value // 1000),)
    return (*_as_letter(match, role, value, text), *_of_republic(match[0], value, text))


def _multiples(value: Value, start: int, text: str) -> tuple[Key, ...]:
    """Read 增长3倍 as four times, and as 300 per cent more."""
    if not isinstance(value, NUMERIC) or not _MORE.search(text, max(0, start - 8), start):
        return ()
    return ("number", value + 1), ("number", value * 100)


def _as_letter(match: re.Match[str], role: str, value: Value, text: str) -> tuple[Key, ...]:
    """Read 第1项 and (二) as (a) and (b) too."""
    if role != "item" and not latin.in_brackets(match, text):
        return ()
    return latin.as_letter(value)


def _of_republic(printed: str, value: Value, text: str) -> tuple[Key, ...]:
    """Read years of the Republic of which only the first one says so."""
    if not printed.endswith("年") or not isinstance(value, int) or value > 150:
        return ()
    return (("number", 1911 + value),) if text.find("民国", 0, 2000) >= 0 else ()


def _vague(match: re.Match[str], text: str) -> Iterator[Expression]:
    scale = scale_of(match[0])
    yield Expression(
        "vague",
        scale,
        Span(*match.span()),
        strength=Strength.WEAK,
        role="vague",
        others=(("number", scale),),
    )


def _weekday(match: re.Match[str], text: str) -> Iterator[Expression]:
    day = "一二三四五六日".find(match[0][-1].replace("天", "日")) + 1
    strength = Strength.HINT if match[0][0] == "周" else Strength.WEAK
    yield Expression("weekday", day, Span(*match.span()), strength=strength, role="date")


def _hint(match: re.Match[str], text: str) -> Iterator[Expression]:
    if match[0] == "倍" and text[max(0, match.start() - 1)] in _MULTIPLIERS:
        return  # 十倍 is ten times; 一倍 and 成倍 double
    first, *rest = _HINTS[match[0]]
    others: tuple[Key, ...] = tuple(("number", value) for value in rest)
    ordinal = match[0] == "首" and text.startswith(_ONES, match.end())
    yield Expression(
        "number",
        first,
        Span(*match.span()),
        strength=Strength.WEAK if ordinal else Strength.HINT,
        role="ordinal" if ordinal else "",
        others=others,
    )


def _half(match: re.Match[str], text: str) -> Iterator[Expression]:
    """一半, 半数; 半 alone is part of many words (半岛, 半年)."""
    strength = Strength.WEAK if len(match[0]) > 1 else Strength.HINT
    yield latin.half(match.span(), strength)


_RULES: Mapping[str, Rule] = {
    "address": latin.read_nothing,
    "symbol": latin.read_symbol,
    "time": read_time,
    "republic": read_republic,
    "day": read_day_alone,
    "decade": read_decade,
    "date": read_date,
    "dateus": read_date,
    "feast": read_feast,
    "plan": read_plan,
    "financial": _financial,
    "day_of_month": read_days,
    "iso": latin.read_iso,
    "quota": _quota,
    "part": _part,
    "code": latin.read_code,
    "slashed": latin.read_slashed,
    "num": _number,
    "vague": _vague,
    "han": _han,
    "letter": latin.read_letter,
    "stem": _stem,
    "lettered": latin.read_lettered,
    "roman": latin.read_roman,
    "weekday": _weekday,
    "hint": _hint,
    "half": _half,
    "glyph": latin.read_glyph,
}
_GRAMMAR = Grammar(FIRST, PATTERN, _RULES)
