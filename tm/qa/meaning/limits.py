"""Limits of figures: more than against less than, at least against at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair, Spans

_NUMBER = (
    r" (?=(?:an? |the |some |about |US|\$|€|£)*(?:\d|half\b|one\b|two\b|three\b|four\b|five\b|six\b"
    r"|seven\b|eight\b|nine\b|ten\b|twelve\b|fifteen\b|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|million|billion|third\b|quarter\b|dozen))"
)
_ZH_NUMBER = (
    r"(?=[\s为有达约]{0,2}(?:[\d百千万亿两半]|[一二三四五六七八九十](?!般|定|样|致|直|些)))"
)
_MORE = r"(?:more|greater|higher|longer|larger|later)"
_NO = r"(?:no|not)(?: [a-z]+){0,3}"  # no more than, no class shall have more than
_LESS = r"(?:less|fewer|lower|smaller|shorter|earlier)"


@dataclass(frozen=True, slots=True)
class _Limit:
    """How a language says that a figure is a limit from below, or from above.

    *sure* stands before a figure; *perhaps* is all that may mean the same, and excuses.
    """

    sure: re.Pattern[str]
    perhaps: re.Pattern[str]


def _english(sure: str, perhaps: str) -> _Limit:
    before_figure = rf"\b(?:{sure}){_NUMBER}"
    both = re.compile(rf"{before_figure}|\b(?:{perhaps})\b", re.IGNORECASE)
    return _Limit(re.compile(before_figure, re.IGNORECASE), both)


def _chinese(sure: str, perhaps: str) -> _Limit:
    return _Limit(re.compile(rf"(?:{sure}){_ZH_NUMBER}"), re.compile(f"{sure}|{perhaps}"))


# The negated forms come first: "not more than" is a limit from above.
_EN_OVER = _english(
    rf"{_NO} {_LESS} than|at least|(?<!no )(?<!not )(?<!not be ){_MORE} than"
    r"|(?<!not )(?<!not to )exceed(?:s|ed|ing)?|in excess of|upwards of|over|above",
    r"minimum|or more|beyond|plus|least|past|excess|surpass\w*|and above|majority|(?<!at )most"
    rf"|{_MORE}",
)
_EN_UNDER = _english(
    rf"{_NO} {_MORE} than|not(?: to)? exceed|at most|under|below|up to"
    rf"|(?<!no )(?<!not )(?<!not be ){_LESS} than",
    r"within|nearly|almost|close to|approach\w*|maximum|or less|or fewer|just short|limit\w*"
    rf"|not exceed\w*|some|until|minority|up|{_LESS}",
)
_ZH_OVER = _chinese(
    "(?<!不)(?<!未)(?<!不得)(?<!不应)(?<!不能)(?:超过|多于|高于|大于|超出|逾)|不少于|不低于|不小于|不下于?|不得少于|不得低于|至少",
    "以上|多[名个人年万亿元项次份家座件公岁天]|余[名个人年万亿元]|最少|起码|过半|上限|多数",
)
_ZH_UNDER = _chinese(
    "不超过|不多于|不高于|不大于|未超过|不得超过|不到|不足|(?<!不)(?<!不得)(?:少于|低于|小于)|未达|至多",
    "以下|以内|近|接近|最多|将近|几乎|差|内|限|最高|止|之[前内]|不满|未满|不应超过|不能超过|[不得未]逾",
)
_EITHER = re.compile(r"超|于|逾|不|至|未达")  # in each that is sure


def limit(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A figure is a limit from below in one text and from above in the other.

    It fires on less than 74 per cent against 超过74%, and on at least against 不超过. It keeps
    silent on forms that are the same in effect (no less than and 至少, 以下 and up to), and
    where either text has limits of both kinds.
    """
    zh = pair.zh.plain
    if not _EITHER.search(zh):
        return
    for zh_is, zh_not, en_is, en_not in (
        (_ZH_OVER, _ZH_UNDER, _EN_UNDER, _EN_OVER),
        (_ZH_UNDER, _ZH_OVER, _EN_OVER, _EN_UNDER),
    ):
        zh_spans = _spans(zh_is.sure, zh)
        if not zh_spans or zh_not.perhaps.search(zh):
            continue
        en_spans = _spans(en_is.sure, pair.en.text)
        if en_spans and not en_not.perhaps.search(pair.en.text):
            shown_zh = pair.zh.text[zh_spans[0].start : zh_spans[0].end]
            shown_en = pair.en.text[en_spans[0].start : en_spans[0].end].strip()
            yield pair.fault(f"{shown_zh} against “{shown_en}”", zh=zh_spans, en=en_spans)


def _spans(pattern: re.Pattern[str], text: str) -> Spans:
    return tuple(Span(*match.span()) for match in pattern.finditer(text))


CHECKS = (Check("limit-reversed", Family.MEANING, "mistranslation", Severity.ERROR, limit),)
