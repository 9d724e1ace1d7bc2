"""Words and their opposites: one text says the one, its translation only the other.

A scale has two poles. For each pole some words surely mean it and others may: the first speak for
a fault, both excuse one. A fault needs more sure words of one pole in one text than its
translation has words of that pole of any kind, and the reverse of the other pole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.meaning.scales import SCALES, Pole
from tm.qa.meaning.words import any_of, english_words
from tm.qa.pair import Pair, Spans

Place = tuple[str, int]  # a scale and one of its poles

_POLES: Mapping[Place, Pole] = {
    (scale, number): pole for scale, poles in SCALES.items() for number, pole in enumerate(poles)
}
_ENGLISH: Mapping[str, tuple[Place, ...]] = {
    word: tuple(place for place, pole in _POLES.items() if word in pole.en)
    for word in frozenset().union(*(pole.en for pole in _POLES.values()))
}
_LONGEST_STEM = max(map(len, _ENGLISH))
_WORD = re.compile("[A-Za-z]+")
# A word behind one of these, in the same clause, does not surely stand at its pole: hardly
# increased, not acceptable, 破坏稳定.
_DENIED = re.compile(
    r"(?:\b(?:not?|non|never|without|cannot|nor|neither|none|hardly|unable|instead of|rather than"
    r"|lack\w*|fail\w*|refus\w*|absence|un\w+ly|less|little|few|far from)|n['’]t)"
    r"(?:[ -][\w’']+){0,3}[ -]$",
    re.IGNORECASE,
)
_ZH_DENIED = re.compile(
    "(?:[不未没无非拒否免防止难]|破坏|危及|缺乏|缺少|丧失|消除|避免)[^，。；、：]{0,5}$"
)
_BEFORE = 40  # characters before an English word, of the words that may deny it
_ZH_BEFORE = 7


@lru_cache(maxsize=1 << 15)
def _places_of_word(word: str) -> tuple[Place, ...]:
    """Return the poles an English word surely stands at: by itself, or by its beginning."""
    stems = (f"{word[:end]}*" for end in range(2, min(len(word), _LONGEST_STEM) + 1))
    return tuple(place for key in (word, *stems) for place in _ENGLISH.get(key, ()))


@cache
def _sure_pattern(place: Place) -> re.Pattern[str]:
    return re.compile(any_of(_POLES[place].zh))


@cache
def _pattern(place: Place) -> re.Pattern[str]:
    return re.compile(any_of(_POLES[place].zh | _POLES[place].zh_idle))


@cache
def _able_pattern(place: Place) -> re.Pattern[str]:
    pole, other = _POLES[place], _POLES[place[0], 1 - place[1]]
    return re.compile(any_of(pole.zh | pole.zh_perhaps | pole.zh_idle | other.zh))


def _chinese(text: str, place: Place) -> Spans:
    """Return the words of *text* that surely stand at *place* and are not negated."""
    idle = _POLES[place].zh_idle
    return tuple(
        Span(*match.span())
        for match in _pattern(place).finditer(text)
        if match[0] not in idle
        and not _ZH_DENIED.search(text[max(0, match.start() - _ZH_BEFORE) : match.start()])
    )


def _english(text: str, place: Place) -> Spans:
    return tuple(
        Span(*match.span())
        for match in _WORD.finditer(text)
        if place in _places_of_word(match[0].lower())
        and not _DENIED.search(text[max(0, match.start() - _BEFORE) : match.start()])
    )


def opposite(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """One text says the opposite of the other: increase and 减少, north and 南部.

    Fires where a text has a word of one pole, its translation none of that pole but one more of the
    other. Silent where another word is left that could mean the right pole, and where the word is
    denied (not acceptable, 破坏稳定).
    Example: 两国出口下降。 | Imports of both countries fell.
    """
    words = english_words(pair.en.text)
    zh = pair.zh.plain
    said = dict.fromkeys(chain.from_iterable(map(_places_of_word, words)))
    told: set[tuple[Spans, Spans]] = set()  # two scales may have the same two words
    for there in said:  # of the English; here is of the Chinese
        here = (there[0], 1 - there[1])
        if _stands(zh, here) and not (here in said and _stands(zh, there)):
            for fault in _compared(pair, here=here, there=there):
                if (fault.source_spans, fault.target_spans) not in told:
                    yield fault
                told.add((fault.source_spans, fault.target_spans))


def _stands(text: str, place: Place) -> bool:
    """Whether *text* may have a Chinese word of *place*: the quick question."""
    return _sure_pattern(place).search(text) is not None


def _compared(pair: Pair, *, here: Place, there: Place) -> Iterator[Fault]:
    """Yield the fault of a Chinese text that is more often *here*, an English one *there*."""
    zh, en = pair.zh.plain, pair.en.text
    zh_here = _chinese(zh, here)
    if not zh_here or len(zh_here) <= _able_english(en, here):
        return  # as a rule
    en_there = _english(en, there)
    if len(en_there) > _able_chinese(zh, there):
        yield _fault(pair, here[0], zh_here, en_there)


def _able_english(text: str, place: Place) -> int:
    """Return how many words of an English text mean *place*, surely or perhaps."""
    return sum([_is_able(word, place) for word in _WORD.findall(text.lower())])


@lru_cache(maxsize=1 << 15)
def _is_able(word: str, place: Place) -> bool:
    pole = _POLES[place]
    is_perhaps = word in pole.en_perhaps or word.startswith(pole.en_starts)
    return is_perhaps or place in _places_of_word(word)


def _able_chinese(text: str, place: Place) -> int:
    """Return how many words of a Chinese text mean *place*, surely or perhaps."""
    pole = _POLES[place]
    return sum(
        match[0] in pole.zh or match[0] in pole.zh_perhaps
        for match in _able_pattern(place).finditer(text)
    )


def _fault(pair: Pair, scale: str, zh: Spans, en: Spans) -> Fault:
    shown_zh = pair.zh.text[zh[0].start : zh[0].end]
    shown_en = pair.en.text[en[0].start : en[0].end]
    return pair.fault(f"{shown_zh} against “{shown_en}”: {scale}", zh=zh, en=en)


CHECKS = (Check("opposite-word", Family.MEANING, "mistranslation", Severity.ERROR, opposite),)
