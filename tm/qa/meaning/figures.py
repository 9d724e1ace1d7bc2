"""Figures that go up in one text and down in the other, each told by the word before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.meaning.words import any_of
from tm.qa.pair import Pair
from tm.wordlists import word_set

Reading = dict[str, tuple[bool, Span]]  # by the figure: whether it goes up, and the word

_UP = word_set(
    "增加 增长 上升 上涨 上调 提高 提升 扩大 升高 攀升 增幅 涨幅 递增 激增 剧增 猛增 升至 增至"
)
_DOWN = word_set(
    "减少 下降 降低 下跌 下调 缩小 缩减 削减 下滑 降幅 跌幅 递减 锐减 骤减 萎缩 收缩 降至 减至 跌至"
)
_EN_UP = (
    r"increas\w*|ris(?:e|es|en|ing)|rose|gr(?:ew|ow|ows|own|owing|owth)|climb\w*|gain\w*"
    r"|rais\w*"
)
_EN_DOWN = (
    r"decreas\w*|declin\w*|f(?:ell|all|alls|alling|allen)|dropp?\w*|reduc\w*"
    r"|contract(?:ed|ion|s|ing)?|shr[aiu]nk\w*|lower\w*|cut|cuts"
)
_DIGITS = r"(\d[\d,.]*\d|\d)(?![\d年月])"
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_ZH = re.compile(
    rf"(?:({any_of(_UP)})|{any_of(_DOWN)})[^\d，。；、：（）()增减升降涨跌]{{0,6}}{_DIGITS}"
)
_EN = re.compile(
    rf"\b(?:({_EN_UP})|{_EN_DOWN}) (?:(?:by|to|of|at|about|some|almost|nearly|over|only|just|around"
    rf"|more|than|an?|another|further|approximately|from|US)[ $€£]?){{0,4}}{_DIGITS}",
    re.IGNORECASE,
)
_FIGURE_WORDS = re.compile("[增减升降涨跌萎缩扩提]")


def turned(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A figure goes up in one text and down in the other.

    Fires where the same figure stands behind a word of rising in one text and of falling in the
    other, though both texts have words of both kinds.
    Silent where the figure stands twice in a text, or no such word stands right before it.
    Example: 出口减少了4%，进口增加了3%。 | Exports rose by 4 per cent, imports by 3.
    """
    if not _FIGURE_WORDS.search(pair.zh.plain):
        return
    zh = _read(_ZH, pair.zh.plain)
    en = _read(_EN, pair.en.text) if zh else {}
    for figure in (figure for figure in zh if figure in en):
        (zh_up, zh_span), (en_up, en_span) = zh[figure], en[figure]
        if zh_up != en_up:
            shown_zh = pair.zh.text[zh_span.start : zh_span.end]
            shown_en = pair.en.text[en_span.start : en_span.end]
            told = f"“{shown_zh}” against “{shown_en}”: up and down"
            yield pair.fault(told, zh=(zh_span,), en=(en_span,))


def _read(pattern: re.Pattern[str], text: str) -> Reading:
    """Return the figures of *text* that go up or down, those that stand there once."""
    reading: Reading = {}
    said = Counter(_NUMBER.findall(text))
    for match in pattern.finditer(text):
        figure = match[2]
        if said[figure] == 1:
            reading[figure.replace(",", "")] = (match[1] is not None, Span(*match.span()))
    return reading


CHECKS = (Check("figure-turned", Family.MEANING, "mistranslation", Severity.ERROR, turned),)
