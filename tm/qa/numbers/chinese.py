"""The reader of Chinese, in simplified characters: number expressions in the order they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from corpora.types import Span
from tm.qa.numbers import latin
from tm.qa.numbers.english import clock
from tm.qa.numbers.expression import Expression, Key, Strength, Value, exact, sized
from tm.qa.numbers.han import DIGITS, NUMERAL, UNITS, han_value, scale_of

_HAN = rf"[{NUMERAL}]{{1,24}}"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十元])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9](?!\d)|二十[一二三四五六七八九]|三十一?|十[一二三四五六七八九]|[一二三四五六七八九十])"  # noqa: E501
_TO = r"(?:[、,和与及至到或-]|以及)"
_MORE_DAYS = rf"(?:\s?[日号]?\s?(?:,?\s?{_TO})\s?{_DAY}){{0,8}}"
_AM = r"(?:上午|下午|晚上|晚间|凌晨|早上|早晨|中午|傍晚|夜间|午夜)"
_SCALE = r"\s?[多余几来]?\s?(?:[十百千]?万亿|[十百千]?[万亿]|[十百](?![分年日岁])|千(?![米克瓦卡赫伏吨焦兆]))"  # noqa: E501
_COUNT = (
    r"%|个?百分点|美元|欧元|英镑|日元|人民币|元"
    r"|[段条款项章节号届次年岁页届]|世纪|人次"
)
_GRAMMAR = re.compile(
    "|".join(
        (
            latin.ADDRESS,
            latin.SYMBOL,
            rf"(?P<time>{_AM}\s?(?:\d{{1,2}}|{_HAN})\s?[时点:](?:\s?(?:\d{{1,2}}|{_HAN})\s?分?|半|整)?"
            rf"|(?<![\d.])(?:\d{{1,2}}|零)\s?时(?!代|期)(?:\s?\d{{1,2}}\s?分)?|(?<!\d){latin.TIME})",
            rf"(?P<republic>民国\s?(?:\d{{1,3}}|{_HAN})\s?年)",
            rf"(?P<decade>(?:(?:\d{{2}}|{_HAN})\s?世纪\s?)?(?:\d{{2,4}}|{_HAN})\s?年代)",
            rf"(?P<date>(?<![\d.第个])(?:{_TO}\s?)?{_MONTH}\s?月(?!刊|球|亮|经)"
            rf"(?:份|底|初|末|\s?{_DAY}{_MORE_DAYS}\s?[日号])?)",
            latin.ISO_DATE,
            rf"(?P<day>(?<![\d.第]){_DAY}\s?日(?!元|本))",
            rf"(?P<quota>[百千万]分之\s?[\[(]?(?:{latin.DIGITS}|{_HAN}(?:点{_HAN})?))",
            rf"(?P<part>(?:\d+|{_HAN})\s?分之\s?(?:\d+|{_HAN}))",
            latin.CODE,
            latin.SLASHED,
            rf"(?P<num>(?P<nth>第\s?)?(?P<sign>(?:us|美)?[$€£¥]\s?)?{latin.DIGITS}"
            rf"(?:{_SCALE}(?:{latin.DIGITS}{_SCALE}){{0,3}})?"
            rf"[多余]?(?P<unit>\]?\s?(?:{_COUNT}))?)",
            r"(?P<vague>[数几]\s?[十百千万亿]{1,4}|数以[十百千万亿]{1,4}计|[上近]?[十百千]+几)",
            rf"(?P<han>(?P<named>第|附件|附录|附文)?{_HAN}(?P<hunit>\]?(?:{_COUNT}))?)",
            latin.LETTER,
            latin.ROMAN,
            r"(?P<weekday>(?:星期|礼拜|周)[一二三四五六日天])",
            r"(?P<hint>[双俩半季首单旬倍每])",
            r"(?P<glyph>[½⅓⅔¼¾])",
        )
    )
)
_FIGURE = re.compile(rf"\d+|[{NUMERAL}元]+")
_SCALED = re.compile(rf"({latin.DIGITS})({_SCALE})?")
_HINTS: Mapping[str, tuple[int, ...]] = {
    "双": (2,), "俩": (2,), "半": (2, 50, 30, 6), "季": (4, 3), "首": (1,), "单": (1,),
    "旬": (10,), "倍": (2,), "每": (1,),
}  # fmt: skip
_ROLES = {
    "段": "paragraph", "条": "article", "款": "paragraph", "章": "chapter", "节": "section",
    "项": "item", "届": "session", "次": "session", "号": "resolution",
}  # fmt: skip
_LISTED = frozenset(_ROLES.values()) | {"ordinal"}
_MONEY = {"美元": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "人民币": "CNY"}
_JOIN = re.compile(
    r"\s?(?:[段条款章节号次届岁名个万日%]|人)?\s?(?:[、和与及至到或-]|以及)\s?(?:第\s?)?"
)
# After these a numeral is part of a word.
_IDIOM_AFTER = ("分", "足", "致", "律", "些", "样", "定", "起", "般", "直", "旦", "味", "切", "体",
                "向", "贯", "再", "概", "度", "方百计", "姓", "川", "峡", "龙", "角大楼", "心",
                "面", "边", "侧", "则", "者", "所", "极", "万火急")  # fmt: skip
_MEASURES = tuple(
    "个名项次位人年月日天届份件条款种国州省倍岁页章节段号类组批轮期级家所间艘辆架处座起例场周小分美欧成多余"
)
_GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}


def read_chinese(text: str, start: int = 0) -> list[Expression]:
    """Return the number expressions of *text*, in simplified characters, from *start* on."""
    text = latin.narrowed(text)
    low = latin.lowered(text)
    found: list[Expression] = []
    for match in _GRAMMAR.finditer(low, start):
        found += _RULES[match.lastgroup or ""](match, text)
    return _joined(found, low)


def _valued(figure: str) -> int | None:
    """Return the value of digits or of a numeral."""
    if figure == "元":
        return 1
    return int(figure[:9]) if figure.isascii() else han_value(figure)


def _date(match: re.Match[str], text: str) -> Iterator[Expression]:
    """A month with its days: 4月8日至10日, 十月一日, 3月."""
    figures = [(_valued(f[0]), f.start(), f.end()) for f in _FIGURE.finditer(match[0])]
    month, start, end = figures[0]
    base = match.start()
    if month is None or month > 12:
        return
    if len(figures) == 1:
        han = not match[0][start].isascii()
        yield Expression(
            "month",
            month,
            Span(base + start, base + end),
            strength=Strength.WEAK,
            role="date",
            others=(("number", month),) if han else (),
        )
    for day, first, last in figures[1:]:
        if day is not None:
            yield Expression(
                "date",
                (month, day),
                Span(base + first, base + last),
                role="date",
                others=(("day", day),),
            )


def _day(match: re.Match[str], text: str) -> Iterator[Expression]:
    """A day whose month was said before."""
    value = _valued(match[0].rstrip("日 "))
    if value is not None:
        yield Expression(
            "day",
            value,
            Span(*match.span()),
            strength=Strength.WEAK,
            role="date",
            others=(("number", value),),
        )


def _time(match: re.Match[str], text: str) -> Iterator[Expression]:
    figures = [value for f in _FIGURE.findall(match[0]) if (value := _valued(f)) is not None]
    if not figures or figures[0] > 24:
        return
    minute = figures[1] if len(figures) > 1 else 30 if match[0].endswith("半") else 0
    yield clock(figures[0], minute, match.span())


def _republic(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read a year of the Republic, which began in 1912: 民国九十八年 is 2009."""
    value = _valued(match[0].removeprefix("民国").removesuffix("年").strip())
    if value is not None:
        yield Expression(
            "number", 1911 + value, Span(*match.span()), role="year", others=(("number", value),)
        )


def _decade(match: re.Match[str], text: str) -> Iterator[Expression]:
    figures = [value for f in _FIGURE.findall(match[0]) if (value := _valued(f)) is not None]
    if not figures:
        return
    decade = figures[-1]
    if len(figures) > 1 and decade < 100:
        decade += (figures[0] - 1) * 100
    other = decade % 100 if decade > 99 else 1900 + decade
    yield Expression(
        "number", decade, Span(*match.span()), role="decade", others=(("number", other),)
    )


def _quota(match: re.Match[str], text: str) -> Iterator[Expression]:
    """百分之七十五, 千分之三: a share of a hundred, a thousand, ten thousand."""
    figure = match[0].partition("之")[2].strip(" [(")
    whole, _, decimals = figure.partition("点")
    value: Value | None = exact(figure) if figure[0].isascii() else han_value(whole)
    if decimals and isinstance(value, int):
        tail = "".join(str(DIGITS.get(c, "")) for c in decimals)
        value = exact(f"{value}.{tail or 0}")
    if value is not None:
        unit = "%" if match[0][0] == "百" else ""
        yield Expression(
            "code" if isinstance(value, str) else "number", value, Span(*match.span()), unit=unit
        )


def _part(match: re.Match[str], text: str) -> Iterator[Expression]:
    """三分之二: two thirds, or two in three."""
    below, above = (_valued(f.strip()) for f in match[0].split("分之"))
    if below is None or above is None:
        return
    parts: tuple[Key, ...] = (("number", above), ("number", below))
    others: list[Key] = [("number", 10 * above)] if below == 10 else []
    if above == 1:
        others.append(("number", below))
    if below in {2, 4, 5}:
        others.append(("number", 100 // below * above))
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
    body = match[0][: len(match[0]) - len(unit)]
    value: Value = 0
    scaled = False
    for digits, scale in _SCALED.findall(body):
        part = exact(digits, scale_of(scale))
        scaled = scaled or bool(scale.strip(" 多余"))
        unreadable = isinstance(part, str) or isinstance(value, str)
        value = digits if unreadable else _sum(value, part)
    unit = unit.strip("] ")
    role = _role(unit, "ordinal" if match["nth"] else "", value)
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
        unit=_unit(match["sign"], unit),
        others=_as_letter(role, value),
        parts=parts,
        scaled=scaled,
    )


def _role(unit: str, otherwise: str, value: Value) -> str:
    """Return what a number does: 第3项 is an item, 3项 are three of them."""
    if latin.is_year(value) and unit in {"", "年"} and not otherwise:
        return "year"
    return _ROLES.get(unit, otherwise) if otherwise else ""


def _as_letter(role: str, value: Value) -> tuple[Key, ...]:
    """Read 第1项 as (a) too."""
    if role != "item" or not isinstance(value, int) or not 0 < value < 27:
        return ()
    return (("letter", chr(ord("a") + value - 1)),)


def _sum(one: Value, other: Value) -> int | Decimal:
    parts = [part for part in (one, other) if isinstance(part, int | Decimal)]
    total = sum(parts)
    return int(total) if total == int(total) else total


def _unit(sign: str | None, unit: str) -> str:
    if sign:
        return {"$": "USD", "€": "EUR", "£": "GBP"}.get(sign.strip()[-1], "")
    if unit.endswith("百分点"):
        return "points"
    return "%" if unit == "%" else _MONEY.get(unit, "")


def _han(match: re.Match[str], text: str) -> Iterator[Expression]:
    """A numeral in characters, where it is no part of a word (十分, 一致, 四川)."""
    unit = match["hunit"] or ""
    named = match["named"] or ""
    numeral = match[0][len(named) : len(match[0]) - len(unit)]
    value = han_value(numeral)
    if value is None:
        return
    role = _role(unit, "ordinal" if named == "第" else "annex" if named else "", value)
    place = Span(*match.span())
    yield Expression(
        "number",
        value,
        place,
        strength=_han_strength(match, numeral, text),
        role=role,
        unit=_unit("", unit),
        others=_shares(match, value, role, text),
        scaled=len(numeral) > 1,
    )


def _han_strength(match: re.Match[str], numeral: str, text: str) -> Strength:
    if match["named"]:
        return Strength.SURE if match["named"] != "第" or len(numeral) > 1 else Strength.WEAK
    if text.startswith(_IDIOM_AFTER, match.end()) or (numeral[0] == "一" and len(numeral) == 1):
        return Strength.HINT
    if all(c not in DIGITS for c in numeral):
        return Strength.WEAK if numeral == "十" else Strength.HINT
    if not match.start() and not text.startswith(_MEASURES, match.end()) and not match["hunit"]:
        return Strength.WEAK  # a list's number without its point
    if len(numeral) == 1 or (len(numeral) == 3 and not any(c in UNITS for c in numeral)):
        return Strength.WEAK
    return Strength.SURE


def _shares(match: re.Match[str], value: int, role: str, text: str) -> tuple[Key, ...]:
    """Read 三成 as 30 per cent too, 第一项 as (a)."""
    if text.startswith("成", match.end()):
        return (("number", value * 10),)
    return _as_letter(role, value)


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
    first, *rest = _HINTS[match[0]]
    others: tuple[Key, ...] = tuple(("number", value) for value in rest)
    if match[0] == "半":
        others += (("fraction", (1, 2)), ("number", Decimal("0.5")))
    yield Expression("number", first, Span(*match.span()), strength=Strength.HINT, others=others)


def _glyph(match: re.Match[str], text: str) -> Iterator[Expression]:
    yield Expression(
        "fraction", _GLYPHS[match[0]], Span(*match.span()), strength=Strength.HINT, role="fraction"
    )


def _nothing(match: re.Match[str], text: str) -> Iterator[Expression]:
    return iter(())


_RULES: Mapping[str, Callable[[re.Match[str], str], Iterator[Expression]]] = {
    "address": _nothing,
    "symbol": latin.read_symbol,
    "time": _time,
    "republic": _republic,
    "day": _day,
    "decade": _decade,
    "date": _date,
    "iso": latin.read_iso,
    "quota": _quota,
    "part": _part,
    "code": latin.read_code,
    "slashed": latin.read_slashed,
    "num": _number,
    "vague": _vague,
    "han": _han,
    "letter": latin.read_letter,
    "roman": latin.read_roman,
    "weekday": _weekday,
    "hint": _hint,
    "glyph": _glyph,
}


def _joined(found: list[Expression], low: str) -> list[Expression]:
    """Give what stands in a list or range what its neighbour says for both.

    第11、156段, 2至3亿, 30至40%, 1至3月: magnitude, unit and role stand at the end of a list,
    第 at its beginning.
    """
    joined = [
        place
        for place in range(1, len(found))
        if found[place - 1].kind == found[place].kind == "number" or found[place].kind == "month"
        if _JOIN.fullmatch(low, found[place - 1].span.end, found[place].span.start)
    ]
    for place in joined:
        if found[place - 1].role in _LISTED and not found[place].role:
            role = _ROLES.get(low[found[place].span.end - 1], found[place - 1].role)
            found[place] = replace(found[place], role=role)
    for place in reversed(joined):
        found[place - 1] = _share(found[place - 1], found[place])
    return found


def _scaled_like(before: Expression, after: Expression) -> Iterator[Key]:
    """Read the 2 of 2至3亿 in each magnitude that may have been meant."""
    if isinstance(after.value, int | Decimal):
        for scale in (10**4, 10**6, 10**7, 10**8):
            if after.value >= scale:
                yield "number", exact(str(before.value), scale)


def _share(before: Expression, after: Expression) -> Expression:
    if after.kind == "month" and not before.role:
        return replace(before, others=(*before.others, ("month", before.value)))
    if after.kind != "number":
        return before
    small = isinstance(before.value, int | Decimal) and before.value < 10**4
    if after.scaled and not before.scaled and small:
        before = replace(before, others=(*before.others, *_scaled_like(before, after)))
    if after.unit and not before.unit:
        before = replace(before, unit=after.unit)
    if before.role == "ordinal" and after.role in _LISTED:
        before = replace(before, role=after.role)
    return before
