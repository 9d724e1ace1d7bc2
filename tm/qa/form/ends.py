"""How both texts end: the last mark of punctuation behind which only quotes and notes stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair

_CLASS: Mapping[str, str] = {
    mark: name
    for name, marks in {
        "full stop": ".。．｡",
        "question mark": "?？",
        "exclamation mark": "!！",
        "semicolon": ";；",
        "colon": ":：︰",
        "comma": ",，、",
        "ellipsis": "…⋯",
        "dash": "—–-",
    }.items()
    for mark in marks
}
_NOTHING = "no mark"
_CLOSING = " \t\r\n\u00a0\u3000\"”’'）)]］】〕」』》〉*†‡¹²³⁴⁵⁶⁷⁸⁹⁰"
_NOTE_NUMBER = re.compile(r"(?<=[.。;；,，:：?？])\s?(?:\[\d{1,3}\]?|\d{1,3}|[a-z])$")
_AND = re.compile(r"(?<=[;,])\s(?:and|or|and/or)$")
_QUESTIONS = frozenset(("question mark", "exclamation mark"))


@lru_cache(maxsize=8)
def _end_of(text: str) -> tuple[str, Span]:
    """Return the class of the last mark of *text* and where it stands."""
    kept = text.rstrip(_CLOSING)
    for pattern in (_NOTE_NUMBER, _AND):
        if match := pattern.search(kept, max(0, len(kept) - 8)):
            kept = kept[: match.start()]
    place = Span(max(0, len(kept) - 1), len(kept))
    if kept.endswith("..."):
        return "ellipsis", Span(len(kept) - 3, len(kept))
    return _CLASS.get(kept[-1:], _NOTHING), place


def question(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """One text ends as a question or an exclamation and the other does not.

    It fires on 需要做些什么？ against What will it take. It keeps silent on closing quotation
    marks, brackets and notes behind the mark.
    """
    zh, zh_place = _end_of(pair.zh.text)
    en, en_place = _end_of(pair.en.text)
    if zh != en and {zh, en} & _QUESTIONS and pair.zh.text.strip() and pair.en.text.strip():
        yield pair.fault(f"{zh} in Chinese, {en} in English", zh=(zh_place,), en=(en_place,))


def end_mark(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """The texts end in different marks.

    It fires on a full stop against a semicolon, and where one has no mark: 通过议程 against
    Adoption of the agenda. with a full stop. Translators often have their reasons for it. It keeps
    silent on ； against ; and (of a list), on …… against ..., and on closing quotation marks,
    brackets and notes behind the mark.
    """
    zh, zh_place = _end_of(pair.zh.text)
    en, en_place = _end_of(pair.en.text)
    if zh != en and not {zh, en} & _QUESTIONS and pair.zh.text.strip() and pair.en.text.strip():
        yield pair.fault(f"{zh} in Chinese, {en} in English", zh=(zh_place,), en=(en_place,))


CHECKS = (
    Check("question-differs", Family.FORM, "typographical", Severity.WARNING, question),
    Check("end-mark-differs", Family.FORM, "typographical", Severity.NOTE, end_mark),
)
