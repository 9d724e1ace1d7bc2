"""Pairs of terms that a term base has, and where they stand in a bitext.

Knows which terms somebody decided on; how they are found: English ones in any number and case,
Chinese ones in simplified or traditional characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpora.types import Span
from tm.extraction.kinds import is_acronym_form
from tm.folding import fold, folded_places
from tm.plurals import singular
from tm.terms.concept import Concept, Term

UNDECIDED = ("candidate", "rejected")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKS = '《》〈〉“”「」『』"'  # around a Chinese term
_ARTICLES = ("the", "a", "an")


class Stand(NamedTuple):
    """Characters of both texts of a bead where a pair of terms stands."""

    zh: Span
    en: Span


@dataclass(frozen=True, slots=True)
class KnownPair:
    """A Chinese and an English term of one concept."""

    zh: Term
    en: Term


def known_pairs(base: Iterable[Concept]) -> list[KnownPair]:
    """Return the pairs of terms of *base*; candidates and what was rejected count for nothing."""
    return [
        KnownPair(zh, en)
        for concept in base
        if concept.review not in UNDECIDED
        for zh in concept.terms
        if _language(zh) == "zh"
        for en in concept.terms
        if _language(en) == "en"
    ]


def _language(term: Term) -> str:
    return term.lang.partition("-")[0].lower()


def chinese_key(zh: str) -> str:
    """Return what forms of a Chinese term have in common.

    >>> chinese_key("《聯合國反腐敗公約》")
    '联合国反腐败公约'
    """
    return fold(zh.strip(_MARKS)).replace(" ", "")


def english_key(en: str) -> str:
    """Return what English terms that differ in form only have in common.

    >>> english_key("the Member States"), english_key("capacity-building")
    ('member state', 'capacity building')
    """
    return " ".join(key for key, _ in _keys(en, is_term=True))


def _keys(text: str, *, is_term: bool = False) -> list[tuple[str, Span]]:
    found = [(singular(word[0].lower()), Span(*word.span())) for word in _WORD.finditer(text)]
    return found[1:] if is_term and found[1:] and found[0][0] in _ARTICLES else found


def stands_of(
    pairs: Sequence[KnownPair], beads: Iterable[tuple[str, str]]
) -> list[dict[int, Stand]]:
    """Return for each of *pairs* the beads, by number, where both terms stand.

    A place within a longer term of the base that is rendered there as well does not count.
    """
    index = _indexed(pairs)
    found: list[dict[int, Stand]] = [{} for _ in pairs]
    for bead, (zh, en) in enumerate(beads):
        english = _english_places(index, pairs, en)
        if english:
            for number, stand in _outermost(_both(pairs, english, zh)):
                found[number][bead] = stand
    return found


_Index = dict[str, list[tuple[list[str], int]]]


def _indexed(pairs: Sequence[KnownPair]) -> _Index:
    """Return the words of the English terms, each with the number of its pair, by the first."""
    index: _Index = defaultdict(list)
    for number, pair in enumerate(pairs):
        keys = english_key(pair.en.text).split()
        if keys and chinese_key(pair.zh.text):
            index[keys[0]].append((keys, number))
    return index


def _english_places(index: _Index, pairs: Sequence[KnownPair], en: str) -> dict[int, list[Span]]:
    words = _keys(en)
    keys = [key for key, _ in words]
    found: dict[int, list[Span]] = defaultdict(list)
    for place, key in enumerate(keys):
        for term, number in index.get(key, ()):
            if keys[place : place + len(term)] == term:
                span = Span(words[place][1].start, words[place + len(term) - 1][1].end)
                text = pairs[number].en.text
                if not is_acronym_form(text) or is_acronym_form(en[slice(*span)]):  # WHO, not who
                    found[number].append(span)
    return found


def _both(
    pairs: Sequence[KnownPair], english: dict[int, list[Span]], zh: str
) -> dict[int, tuple[list[Span], list[Span]]]:
    """Add the places of the Chinese terms; leave out pairs that have none."""
    folded, places = folded_places(zh)
    found = {}
    for number, spans in english.items():
        key = chinese_key(pairs[number].zh.text)
        starts = (match.start() for match in re.finditer(re.escape(key), folded))
        chinese = [Span(places[start].start, places[start + len(key) - 1].end) for start in starts]
        if chinese:
            found[number] = (chinese, spans)
    return found


def _outermost(
    found: dict[int, tuple[list[Span], list[Span]]],
) -> Iterator[tuple[int, Stand]]:
    """Yield the first place of each pair that does not lie within a longer one on both sides."""
    taken = [[span for sides in found.values() for span in sides[side]] for side in (0, 1)]
    for number, sides in found.items():
        free = [
            [span for span in sides[side] if not any(_is_within(span, o) for o in taken[side])]
            for side in (0, 1)
        ]
        if all(free):
            yield number, Stand(free[0][0], free[1][0])


def _is_within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end and span != other
