"""Limits of figures: more than against less than, at least against at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.meaning.words import english_words
from tm.qa.pair import Pair, Spans
from tm.wordlists import word_set

_NUMBER = (
    r" (?=(?:an? |the |some |about |US|\$|€|£)*(?:\d|half\b|one\b|two\b|three\b|four\b|five\b|six\b"
    r"|seven\b|eight\b|nine\b|ten\b|twelve\b|fifteen\b|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|million|billion|third\b|quarter\b|dozen))"
)
_ZH_NUMBER = (
    r"(?=[\s为有达约其过]{0,2}(?:[\d百千万亿两半]|[一二三四五六七八九十](?!般|定|样|致|直|些)))"
)
_BEHIND_ZH_NUMBER = (
    r"(?<=[\d个名人岁年月天日时钟次倍项份家吨元里米座件公斤％%百千万亿成一二三四五六七八九十])\s?"
)
_MORE = r"(?:more|greater|higher|longer|larger|later|older)"
_NO = r"(?:no|not)(?: [a-z]+){0,3}"  # no more than, no class shall have more than
_LESS = r"(?:less|fewer|lower|smaller|shorter|earlier|younger)"


@dataclass(frozen=True, slots=True)
class _Limit:
    """How a language says that a figure is a limit from below, or from above.

    *sure* stands at a figure or says it alone; *able* is all that may mean the same, and excuses.
    """

    sure: re.Pattern[str]
    able: re.Pattern[str]


def _english(alone: str, sure: str, perhaps: str) -> _Limit:
    at_figure = rf"\b(?:{alone}|(?:{sure}){_NUMBER})"
    both = re.compile(rf"{at_figure}|\b(?:{perhaps})\b", re.IGNORECASE)
    return _Limit(re.compile(at_figure, re.IGNORECASE), both)


def _chinese(alone: str, before: str, behind: str, perhaps: str) -> _Limit:
    sure = rf"{alone}|(?:{before}){_ZH_NUMBER}|{_BEHIND_ZH_NUMBER}(?:{behind})"
    return _Limit(re.compile(sure), re.compile(f"{sure}|{before}|{perhaps}"))


# The negated forms come first: "not more than" is a limit from above.
_EN_OVER = _english(
    "at least",
    rf"{_NO} {_LESS} than|(?<!no )(?<!not )(?<!not be ){_MORE} than"
    r"|(?<!not )(?<!not to )exceed(?:s|ed|ing)?|in excess of|upwards of|over|above|a minimum of"
    r"|just over|well over",
    r"minimum|or more|beyond|plus|at least|excess|exceed\w*|surpass\w*"
    r"|(?:and|or) (?:above|over|older)"
    rf"|majority|as (?:many|much) as|(?<!no )(?<!not ){_MORE}|odd|dozens",
)
_EN_UNDER = _english(
    "at most",
    rf"{_NO} {_MORE} than|not(?: to)? exceed|under|below|up to|nearly|almost|a maximum of"
    rf"|just under|well below|(?<!no )(?<!not )(?<!not be ){_LESS} than",
    r"within|close to|approach\w*|maximum|or (?:less|fewer|younger|below|under)|short of|at most"
    r"|limit(?:ed)? to|not exceed\w*|minority|under-\w+|under the age|barely|nearly|almost"
    rf"|(?<!no )(?<!not ){_LESS}",
)
_ZH_OVER = _chinese(
    "至少|最少(?!的)|起码",
    "(?<![不未])(?<!不[得应能要宜可会])(?<!没有)(?:超过|多于|高于|大于|超出|逾)|不少于|不低于|不小于"
    "|不下于?|不得少于|不得低于|高达",
    "以上|(?<=[年月倍])多|多(?=[名个人年万亿元项次份家座件公岁天种吨国])|余(?=[名个人年万亿元])",
    "以上|[十百千万亿\\d][多余]|过半|多数|多达|数[十百千万]|高出|(?<![不未得应能])超",
)
_ZH_UNDER = _chinese(
    "至多|最多(?!的)",
    "未满|不满|不超过|不多于|不高于|不大于|未超过|不[得应能要宜可会]超过|没有超过|不到|不足|(?<!不)(?<!不得)(?:少于|低于|小于)|未达"
    "|将近|接近|(?<![最附新远临邻靠])近",
    "以下|以内|之内",
    "以下|以内|之内|几乎|最高|不满|未满|不应超过|不能超过|[不得未]逾|限于|[多长高]达|不超|未超|上限|近",
)
_WORDS = word_set(
    """than least most over above excess exceed exceeds exceeded exceeding upwards minimum maximum
    under below up nearly almost"""
)  # an English limit has one of these
_EITHER = re.compile(r"[超于逾不至未以近多余最高起]")  # in each that is sure


def limit(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A figure is a limit from below in one text and from above in the other.

    Fires on less than and 超过, at least and 不超过. Silent on forms that are the same in effect
    (no less than and 至少, 以下 and up to), and where either text has limits of both kinds.
    Example: 占比超过74% | a share of less than 74 per cent
    """
    zh, en = pair.zh.plain, pair.en.text
    if english_words(en).isdisjoint(_WORDS) or not _EITHER.search(zh):
        return
    for zh_is, zh_not, en_is, en_not in (
        (_ZH_OVER, _ZH_UNDER, _EN_UNDER, _EN_OVER),
        (_ZH_UNDER, _ZH_OVER, _EN_OVER, _EN_UNDER),
    ):
        zh_spans = _spans(zh_is.sure, zh)
        en_spans = _spans(en_is.sure, en) if zh_spans else ()
        if (
            en_spans
            and len(zh_spans) > len(en_not.able.findall(en))
            and len(en_spans) > len(zh_not.able.findall(zh))
        ):
            shown_zh = pair.zh.text[zh_spans[0].start : zh_spans[0].end].strip()
            shown_en = pair.en.text[en_spans[0].start : en_spans[0].end].strip()
            yield pair.fault(f"{shown_zh} against “{shown_en}”", zh=zh_spans, en=en_spans)


def _spans(pattern: re.Pattern[str], text: str) -> Spans:
    return tuple(Span(*match.span()) for match in pattern.finditer(text))


CHECKS = (Check("limit-reversed", Family.MEANING, "mistranslation", Severity.ERROR, limit),)
