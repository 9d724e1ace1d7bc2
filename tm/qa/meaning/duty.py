"""Duty against permission: shall against may, 应 against 可.

应 and 可 stand in many words that say neither (供应, 可靠), so that both are read by what stands
beside them.
"""

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

_ZH_DUTY = re.compile(
    "必须|应当|应该|必需|务必|务须|须(?!知)|(?<![供反适相对响效呼顺因答感照策报接])应"
    "(?![用对付急邀聘征变收计届有约试验激和允答力援]|诉人"
    "|[^，。；、]{0,14}(?:请求|要求|邀请|之邀|之请|号召))"
)
_ZH_MAY = re.compile(
    "(?<![尽不未无许认宁])可(?!能|持续|靠|行|预|见|观|贵|怕|惜|兰|卡因|汗|否|用|信|比|耕|再生|燃|食|控|支配"
    "|谓|疑|怜|悲|喜|核查|核实|衡量|量化|获|负担|接受|避免|分割|逆|知|移植|溶"
    "|互|操作|变|转让|交付|得|追溯|查阅|访问|读|视"
    "|塑|降解|循环|回收|利用|及)|可能(?!性|的话|有的)|有权"
)
_EN_DUTY = re.compile(
    r"\b(?:shall|must)\b(?! (?:be (?:able|eligible|entitled|free|permitted)|have))"
)
_EN_MAY = re.compile(
    r"\bmay\b(?! (?:also )?be (?:required|obliged|necessary|considered)| well\b| not\b| no\b)"
)
_ZH_MAY_ABLE = re.compile(
    "(?<!尽)可(?!持续)|或|有权|(?<![获取不使觉值懂难])得|许(?!多)|(?<![标批核水基])准(?![备则确])"
    "|(?<![事便])宜"
    "|(?<![功职性技效智产动才])能(?![力源量])"
    "|(?<![员事大议委协机社学宴约商次届本年开峰常特例])会(?![议员计费期场谈见应可须])"
)
_ZH_DUTY_ABLE = re.compile(
    "(?<![供反适相响效])应|[须必需]|有义务|不得|(?<![主重纪])要(?!求|素)|(?<!适)当(?![事局地代前])"
)
_EN_DUTY_ABLE = re.compile(
    r"\b(?:shall|must|should|need\w*|requir\w*|oblig\w*|ha(?:s|ve|d) to|ought|necessar\w*|mandatory"
    r"|bound|only|to be|(?:is|are|was|were) to|will|would|call\w*|urg\w*|recommend\w*|encourag\w*"
    r"|duty|(?:is|are|falls?) due|advis\w*|suppos\w*|expect\w*|deserv\w*|essential|unless)\b",
    re.IGNORECASE,
)
_EN_MAY_ABLE = re.compile(
    r"\b(?:may|can|could|might|potential\w*|likely|risk\w*|perhaps|prone|tend\w*|possib\w*|permit\w*|allow\w*|would|option\w*|if|entitl\w*|eligib\w*"
    r"|rights?|free|discret\w*|have|unless|able|authori[sz]\w*"
    r"|power\w*|choos\w*|choice|whether"
    r"|or|except|availab\w*|ready|suitab\w*|will|wish\w*|either|opportunit\w*"
    r"|should|[a-z]+[ai]ble)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile("[，；。：]")
_FAR = 0.25  # of the length of a text: modals further apart govern other clauses


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the one of the two is said: surely in Chinese and English, and all that may mean it."""

    zh: re.Pattern[str]
    en: re.Pattern[str]
    zh_able: re.Pattern[str]
    en_able: re.Pattern[str]
    words: frozenset[str]  # one of which an English text has that surely says it


_DUTY = _Reading(_ZH_DUTY, _EN_DUTY, _ZH_DUTY_ABLE, _EN_DUTY_ABLE, word_set("shall must"))
_MAY = _Reading(_ZH_MAY, _EN_MAY, _ZH_MAY_ABLE, _EN_MAY_ABLE, word_set("may"))


def duty(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A duty in one text is a permission in the other.

    Fires on may against 应, 须 or 必须, and on shall or must against 可.
    Silent where the other text has any other word of duty (should, to be, require; 需, 要) or of
    permission (can, entitled, or; 得, 能) left for it, and where the two govern other clauses.
    Example: 理事会应设立工作组。 | The Council may establish a working group.
    """
    words = english_words(pair.en.text)
    for here, there in ((_DUTY, _MAY), (_MAY, _DUTY)):
        zh = () if words.isdisjoint(there.words) else _spans(here.zh, pair.zh.plain)
        en = _spans(there.en, pair.en.text) if zh else ()
        if (
            en
            and len(zh) > len(here.en_able.findall(pair.en.text))
            and len(en) > len(there.zh_able.findall(pair.zh.plain))
            and _is_same_clause(pair, zh[0], en[0])
        ):
            shown_zh = pair.zh.text[zh[0].start : zh[0].end]
            shown_en = pair.en.text[en[0].start : en[0].end]
            told = f"{shown_zh} against “{shown_en}”: duty and permission"
            yield pair.fault(told, zh=zh, en=en)


def _is_same_clause(pair: Pair, zh: Span, en: Span) -> bool:
    """Whether two modals govern one clause: they stand at like places of their texts."""
    if not _CLAUSES.search(pair.zh.plain[: zh.start]):
        return True
    apart = zh.start / len(pair.zh.plain) - en.start / len(pair.en.text)
    return abs(apart) < _FAR


def _spans(pattern: re.Pattern[str], text: str) -> Spans:
    return tuple(Span(*match.span()) for match in pattern.finditer(text))


CHECKS = (Check("duty-differs", Family.MEANING, "mistranslation", Severity.ERROR, duty),)
