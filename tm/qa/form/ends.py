"""How both texts end: the last mark of punctuation behind which only quotes and notes stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
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
_STOP, _NOTHING, _ABBREVIATION = "full stop", "no mark", "abbreviation"
_CLOSING = " \t\r\n\u00a0\u3000\"”’'）)]］】〕」』》〉*†‡¹²³⁴⁵⁶⁷⁸⁹⁰"
# "website.3", "planning.[23]", not "E.3.5" nor "art. 26".
_NOTE_NUMBER = re.compile(r"(?<=[^\d\s][.。;；,，:：?？])(?:\[\d{1,3}\]?|\d{1,3}|[a-z])$")
# “And” before the next item of a list, which is a segment of its own.
_AND = re.compile(r"(?<=[;,；，])\s?(?:and/or|and|or|以及|及|和|与|並且?|并且?|或者?)$")
# A full stop that may be the abbreviation's alone: no end of a sentence can be told from it.
_ABBREVIATED = re.compile(
    r"(?:\b(?:[ap]\.m|etc|al|ibid|Inc|Ltd|Co|Corp|Jr|Sr|Nos?|vol|pp?|eds?|Ph\.D)|\b[A-Z])\.$"
)
_LONGEST_ABBREVIATION = 4  # letters behind its last inner stop
_LONG = 7  # spaces in an English sentence, which a heading seldom has
_LONGEST_TAIL = 8  # characters of a note or an abbreviation, with what stands before it
_UNENDED = frozenset((_NOTHING, "comma"))
_QUESTIONS = frozenset(("question mark", "exclamation mark"))
_BY_ABBREVIATION = frozenset((_STOP, _NOTHING))


@lru_cache(maxsize=8)
def _end_of(text: str) -> tuple[str, Span]:
    """Return the class of the last mark of *text* and where it stands."""
    kept = text.rstrip(_CLOSING)
    if kept[-1:].isalnum() or kept.endswith("]"):
        for pattern in (_NOTE_NUMBER, _AND):
            if match := pattern.search(kept, max(0, len(kept) - _LONGEST_TAIL)):
                kept = kept[: match.start()]
    if kept.endswith("..."):
        return "ellipsis", Span(len(kept) - 3, len(kept))
    place = Span(max(0, len(kept) - 1), len(kept))
    is_word = kept[-_LONGEST_ABBREVIATION - 2 : -1].isalnum() and len(kept) > _LONGEST_TAIL
    if (
        kept.endswith(".")
        and not is_word
        and _ABBREVIATED.search(kept, max(0, len(kept) - _LONGEST_TAIL))
    ):
        return _ABBREVIATION, place
    return _CLASS.get(kept[-1:], _NOTHING), place


def question(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """One text ends as a question or an exclamation and the other does not.

    Fires on ? and ! of either width. Silent on closing quotation marks, brackets and notes behind
    the mark.
    Example: 应由谁付款？ | The issue of who should pay.
    """
    yield from _differing(pair, lambda ends: bool(ends & _QUESTIONS))


def no_stop(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """One text ends in a full stop, the other in no mark or in a comma.

    Fires on sentences: the end of one may be lost. Silent on short texts without a comma, such
    as headings and items of lists, whose full stop is a matter of taste; on “and” before the next
    item; on abbreviations (a.m., etc.); and on closing quotation marks, brackets and notes behind
    the mark.
    Example: 审议已结束，决议获得通过。 | The debate was closed, and the resolution was adopted
    """
    zh, en = pair.zh.text, pair.en.text
    if "，" in zh or "," in zh or (en.count(" ") >= _LONG and len(zh) >= 2 * _LONG):
        yield from _differing(pair, _is_unended)


def end_mark(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """The texts end in different marks, neither of them a question.

    Fires on a semicolon and a comma, a full stop and a colon. A note: translators often have their
    reasons for it. Silent on ； and ; (of a list, with or without “and”, 以及), on …… and ..., on
    abbreviations, and on closing quotation marks, brackets and notes behind the mark.
    Example: 重申其决心； | Reaffirming its resolve,
    """
    yield from _differing(pair, lambda ends: not ends & _QUESTIONS and not _is_unended(ends))


def _is_unended(ends: frozenset[str]) -> bool:
    return _STOP in ends and bool(ends & _UNENDED)


def _differing(pair: Pair, is_meant: Callable[[frozenset[str]], bool]) -> Iterator[Fault]:
    """Yield the fault of two texts with different ends, where these are the ones meant."""
    if not (pair.zh.text.strip() and pair.en.text.strip()):
        return
    zh, zh_place = _end_of(pair.zh.text)
    en, en_place = _end_of(pair.en.text)
    ends = frozenset((zh, en))
    if zh != en and not (_ABBREVIATION in ends and ends & _BY_ABBREVIATION) and is_meant(ends):
        yield pair.fault(f"{zh} in Chinese, {en} in English", zh=(zh_place,), en=(en_place,))


CHECKS = (
    Check("question-differs", Family.FORM, "typographical", Severity.WARNING, question),
    Check("end-mark-missing", Family.FORM, "typographical", Severity.WARNING, no_stop),
    Check("end-mark-differs", Family.FORM, "typographical", Severity.NOTE, end_mark),
)
