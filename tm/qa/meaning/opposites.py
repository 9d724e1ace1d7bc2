"""Words and their opposites: one text says the one, its translation only the other.

A scale has two poles. For each pole some words surely mean it and others may: the first speak for
a fault, both excuse one. A fault needs a sure word of one pole and no word of the other in one
text, and the reverse in its translation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.meaning.scales import SCALES, Pole
from tm.qa.meaning.words import any_of, english_words
from tm.qa.pair import Pair

Place = tuple[str, int]  # a scale and one of its poles


def _places_of(words_by_place: Mapping[Place, frozenset[str]]) -> Mapping[str, tuple[Place, ...]]:
    places: dict[str, list[Place]] = defaultdict(list)
    for place, words in words_by_place.items():
        for word in words:
            places[word].append(place)
    return {word: tuple(found) for word, found in places.items()}


_POLES: Mapping[Place, Pole] = {
    (scale, number): pole for scale, poles in SCALES.items() for number, pole in enumerate(poles)
}
_CHINESE = _places_of({place: pole.zh for place, pole in _POLES.items()})
_ENGLISH = _places_of({place: pole.en for place, pole in _POLES.items()})
_SURE_CHINESE = re.compile(any_of(_CHINESE))
_NOT = tuple("不未没无非")
_WORD = re.compile("[A-Za-z]+")
_LONGEST_STEM = max(map(len, _ENGLISH))


@lru_cache(maxsize=1 << 15)
def _places_of_word(word: str) -> tuple[Place, ...]:
    """Return the poles an English word surely stands at: by itself, or by its beginning."""
    stems = (f"{word[:end]}*" for end in range(2, min(len(word), _LONGEST_STEM) + 1))
    return tuple(place for key in (word, *stems) for place in _ENGLISH.get(key, ()))


def _chinese_places(text: str) -> dict[Place, list[Span]]:
    found: dict[Place, list[Span]] = defaultdict(list)
    for match in _SURE_CHINESE.finditer(text):
        if text[max(0, match.start() - 1) : match.start()] in _NOT:
            continue
        for place in _CHINESE[match[0]]:
            found[place].append(Span(*match.span()))
    return found


def _english_places(text: str) -> dict[Place, list[Span]]:
    found: dict[Place, list[Span]] = defaultdict(list)
    for match in _WORD.finditer(text):
        for place in _places_of_word(match[0].lower()):
            found[place].append(Span(*match.span()))
    return found


def opposite(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """One text says the opposite of the other: increase against 减少, north against 南部.

    It fires where a text has a word of one pole, its translation none of that pole but one more of
    the other: reduced against 扩大, faster against 慢于, export against 进口. It keeps silent where
    any other word could mean the right pole.
    """
    words = english_words(pair.en.text)
    said = {place for word in words for place in _places_of_word(word)}
    if not said:
        return
    chinese = _chinese_places(pair.zh.plain)
    if not any((scale, 1 - pole) in said for scale, pole in chinese):
        return
    english = _english_places(pair.en.text)
    for (scale, pole), zh_spans in chinese.items():
        here, there = (scale, pole), (scale, 1 - pole)
        if (
            len(english[there]) > len(chinese.get(there, ()))
            and len(zh_spans) > len(english[here])
            and (not english[here] or there not in chinese)
            and not _is_excused(pair.zh.plain, words, pole=_POLES[here], other=_POLES[there])
        ):
            yield _fault(pair, scale, zh_spans, english[there])


def _is_excused(zh: str, en: frozenset[str], *, pole: Pole, other: Pole) -> bool:
    """Whether the Chinese has a word that may mean *other*, or the English one of *pole*."""
    return any(word in zh for word in other.zh_perhaps) or any(
        any(map(word.startswith, pole.en_starts)) or word in pole.en_perhaps for word in en
    )


def _fault(pair: Pair, scale: str, zh: list[Span], en: list[Span]) -> Fault:
    shown_zh = pair.zh.text[zh[0].start : zh[0].end]
    shown_en = pair.en.text[en[0].start : en[0].end]
    return pair.fault(f"{shown_zh} against “{shown_en}”: {scale}", zh=tuple(zh), en=tuple(en))


CHECKS = (Check("opposite-word", Family.MEANING, "mistranslation", Severity.ERROR, opposite),)
