"""Dates, times and years in Chinese, and days that are called by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.types import Span
from tm.qa.numbers import latin
from tm.qa.numbers.expression import Expression, Key, Strength
from tm.qa.numbers.han import NUMERAL, han_value

_FIGURE = re.compile(rf"(?a)\d+|[{NUMERAL}元]+")
_BEFORE_NOON, _AFTER_NOON = ("上午", "凌晨", "早"), ("下午", "晚", "傍晚")
_FEASTS = {"三八": (3, 8), "五一": (5, 1), "五四": (5, 4), "六一": (6, 1), "七一": (7, 1),
           "八一": (8, 1), "十一": (10, 1)}  # fmt: skip


def valued(figure: str) -> int | None:
    """Return the value of digits or of a numeral."""
    if figure == "元":
        return 1
    return int(figure[:9]) if figure.isascii() else han_value(figure)


def read_days(match: re.Match[str], text: str) -> Iterator[Expression]:
    """A month with its days: 4月8日至10日, 十月一日, 3月."""
    figures = [(valued(f[0]), f.start(), f.end()) for f in _FIGURE.finditer(match[0])]
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


def read_day_alone(match: re.Match[str], text: str) -> Iterator[Expression]:
    """A day whose month was said before."""
    value = valued(match[0].removesuffix("日").strip())
    if value is not None:
        yield Expression(
            "day",
            value,
            Span(*match.span()),
            strength=Strength.WEAK,
            role="date",
            others=(("number", value),),
        )


def read_time(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read a time of day: 下午3时30分, 15:30."""
    figures = [value for f in _FIGURE.findall(match[0]) if (value := valued(f)) is not None]
    if not figures or figures[0] > 24:
        return
    minute = figures[1] if len(figures) > 1 else 30 if match[0].endswith("半") else 0
    half = "am" if match[0].startswith(_BEFORE_NOON) else ""
    half = "pm" if match[0].startswith(_AFTER_NOON) else half
    yield latin.clock(figures[0], minute, match.span(), half=half)


def read_republic(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read a year of the Republic, which began in 1912: 民国九十八年 is 2009."""
    value = valued(match[0].removeprefix("民国").removesuffix("年").strip())
    if value is not None:
        yield Expression(
            "number", 1911 + value, Span(*match.span()), role="year", others=(("number", value),)
        )


def read_decade(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read a decade: 20世纪90年代, 九十年代."""
    figures = [value for f in _FIGURE.findall(match[0]) if (value := valued(f)) is not None]
    if not figures:
        return
    decade = figures[-1]
    if len(figures) > 1 and decade < 100:
        decade += (figures[0] - 1) * 100
    other = decade % 100 if decade > 99 else 1900 + decade
    yield Expression(
        "number", decade, Span(*match.span()), role="decade", others=(("number", other),)
    )


def read_feast(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read 五一 as a day nobody misses; 9·11 is 11 September 2001 and 9/11."""
    month, day = _FEASTS.get(match[0], (9, 11))
    others: tuple[Key, ...] = (("fraction", (month, day)),)
    span = Span(*match.span())
    yield Expression("date", (month, day), span, Strength.HINT, role="date", others=others)
    if match[0] not in _FEASTS:
        yield Expression("number", 2001, span, Strength.HINT, role="year")


def read_plan(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read 十四五 as the fourteenth of the five-year plans."""
    value = han_value(match[0][:-1])
    if value is not None:
        five: tuple[Key, ...] = (("number", 5),)
        yield Expression("number", value, Span(*match.span()), role="ordinal", others=five)
