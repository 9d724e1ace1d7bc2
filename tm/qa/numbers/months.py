"""Where the month of a day stands: before or behind it, in either language."""

from __future__ import annotations

import re

from corpora.types import Span
from tm.qa.numbers.english_dates import MONTH

_NEAR = 40  # characters between a day and its month, with other days
_CHINESE = re.compile(r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十元]{1,2})\s?月")
_ENGLISH = re.compile(rf"\b{MONTH}")


def month_of(low: str, day: Span) -> Span | None:
    """Return the place of the month of *day* in a text in small letters.

    In Chinese it stands before its days, in English behind them or right before.

    >>> month_of("七月一日", Span(2, 3)), month_of("7 january 2030", Span(0, 1))
    (Span(start=0, end=2), Span(start=2, end=9))
    """
    start = max(0, day.start - _NEAR)
    before = [*_CHINESE.finditer(low, start, day.start)]
    if before:
        return Span(*before[-1].span())
    behind = _ENGLISH.search(low, day.end, day.end + _NEAR)
    before = [*_ENGLISH.finditer(low, start, day.start)]
    if before and (behind is None or low[before[-1].end() : day.start].isspace()):
        behind = before[-1]
    return None if behind is None else Span(*behind.span())
