"""Dates in English, which stand in Chinese documents too: 6 March 2019, May 4-7."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.types import Span
from tm.qa.numbers.expression import Expression, Key, Strength

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
)
_MONTHS = tuple(_MONTH_NAMES.split())
MONTH_OF = {name: n for n, name in enumerate(_MONTHS, 1)} | {
    name[:3]: n for n, name in enumerate(_MONTHS, 1)
} | {"sept": 9}  # fmt: skip
MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?![a-z])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\da-z%:/]|\.\d)"
_AND = r"(?:\s?-\s?|,?\s(?:and|to|or|until|through|&)\s(?:from\s)?|,\s?)"
_DAYS = rf"{_DAY}(?:{_AND}{_DAY}){{0,8}}"
DATE = (
    rf"(?P<date>(?<![\d.,$])\b{_DAYS}(?:\s(?:day\s)?of)?\s{MONTH})|(?P<dateus>\b{MONTH}\s{_DAYS})"
)
_VERBS = frozenset({"may", "march"})
_FIGURE = re.compile(r"(?a)\d{1,2}")
_NAME = re.compile(rf"(?a){MONTH}")


def read_date(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read days before or after their month: 3 to 5 May, April 8-10."""
    name = _NAME.search(match[0])
    if name is None:
        return
    month = MONTH_OF[name[0].rstrip(".")]
    figures = list(_FIGURE.finditer(match[0]))
    if name[0] in _VERBS and text[match.start() + name.start()].islower():
        yield from (_plain(int(figure[0]), figure, match.start()) for figure in figures)
        return
    for figure in figures:
        day = int(figure[0])
        start = match.start() + figure.start()
        others: tuple[Key, ...] = (("day", day),)
        if figure is not figures[-1]:  # of paragraphs 3 and 4, 5 May
            others += (("number", day),)
        yield Expression(
            "date", (month, day), Span(start, start + len(figure[0])), role="date", others=others
        )


def _plain(value: int, figure: re.Match[str], offset: int) -> Expression:
    """Return a number after all: 3 people who may march."""
    return Expression("number", value, Span(offset + figure.start(), offset + figure.end()))


def read_month(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read a month alone; "may" and "march" only where the capital says so."""
    name = match[0].rstrip(".")
    capital = text[match.start()].isupper()
    if name in _VERBS and not capital:
        return
    sure = capital and (name not in _VERBS or _is_month(match, text))
    strength = Strength.WEAK if sure else Strength.HINT
    yield Expression("month", MONTH_OF[name], Span(*match.span()), strength=strength, role="date")


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether a capital does not come from the beginning of a sentence, or a year follows."""
    before = text[max(0, match.start() - 3) : match.start()].rstrip()[-1:]
    return (
        before.isalnum() or before == "," or text[match.end() : match.end() + 5].strip().isdigit()
    )
