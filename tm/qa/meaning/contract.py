"""The parties to a contract by their letters: 甲方 is Party A, 乙方 Party B.

Chinese counts them by the Heavenly Stems, English by letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair

_STEMS = "甲乙丙丁"
_LETTERS = "ABCD"
_ZH = re.compile(f"([{_STEMS}])方")
_EN = re.compile(f"[Pp](?:arty|ARTY) ([{_LETTERS}])\\b")


def party(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A party to a contract is another one in the translation.

    Fires where 甲方, 乙方, 丙方 or 丁方 has no Party A, B, C or D, and one of these no 方.
    Silent where English does not name the parties by letters.
    Example: 甲方应支付货款。 | Party B shall pay for the goods.
    """
    if "方" not in pair.zh.plain or not (en := list(_EN.finditer(pair.en.text))):
        return
    zh = list(_ZH.finditer(pair.zh.plain))
    zh_letters = {_LETTERS[_STEMS.index(match[1])] for match in zh}
    en_letters = {match[1] for match in en}
    zh_spans = tuple(
        Span(*match.span()) for match in zh if _LETTERS[_STEMS.index(match[1])] not in en_letters
    )
    en_spans = tuple(Span(*match.span()) for match in en if match[1] not in zh_letters)
    if zh_spans and en_spans:
        shown_zh = pair.zh.text[zh_spans[0].start : zh_spans[0].end]
        shown_en = pair.en.text[en_spans[0].start : en_spans[0].end]
        told = f"“{shown_zh}” against “{shown_en}”: parties to the contract"
        yield pair.fault(told, zh=zh_spans, en=en_spans)


CHECKS = (Check("party-differs", Family.MEANING, "mistranslation", Severity.ERROR, party),)
