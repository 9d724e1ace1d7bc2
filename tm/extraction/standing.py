"""Where terms stand in the two texts of a bead: every place, however they are written there.

English ones in any number and case between the boundaries of words, an acronym in capitals;
Chinese ones as a run of characters, simplified or traditional. Knows nothing of scores.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from corpora.types import Span
from tm.extraction.kinds import is_acronym_form
from tm.folding import fold, folded_places
from tm.plurals import singular

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OWNER = re.compile("['’][sS]$")
_ARTICLES = ("the", "a", "an")
_MARKS = '《》〈〉“”「」『』"'  # around a Chinese term
# 西非国家 holds 西非, and West African States are states of West Africa
_PARTS_OF_THE_WORLD = {
    "african": "africa",
    "american": "america",
    "asian": "asia",
    "european": "europe",
}
_END = ""  # key, in a tree of words, of the terms that end there

Spot = tuple[int, int]  # folded Chinese characters, or English words, from the first to the last


class Spots(NamedTuple):
    """Where the terms of a pair stand on both sides, in order."""

    zh: Sequence[Spot]
    en: Sequence[Spot]


class Stand(NamedTuple):
    """Characters of both texts of a bead where a pair of terms stands."""

    zh: Span
    en: Span


class Sighted(NamedTuple):
    """The terms that stand in the texts of a bead, by their keys, each with its places."""

    zh: Mapping[str, list[Spot]]
    en: Mapping[str, list[Spot]]


@lru_cache(maxsize=1 << 16)
def chinese_key(zh: str) -> str:
    """Return what forms of a Chinese term have in common.

    >>> chinese_key("《聯合國反腐敗公約》")
    '联合国反腐败公约'
    """
    return fold(zh.strip(_MARKS)).replace(" ", "")


@lru_cache(maxsize=1 << 16)
def english_key(en: str) -> str:
    """Return what English terms that differ in form only have in common.

    >>> english_key("the Member States"), english_key("capacity-building")
    ('member state', 'capacity building')
    >>> english_key("AIDS"), english_key("NGOs"), english_key("MEMBER STATES")
    ('aids', 'ngo', 'member state')
    """
    words = _word_keys(_WORD.findall(en), is_heading=is_heading(en))
    return " ".join(words[1:] if words[1:] and words[0] in _ARTICLES else words)


def english_solid(en: str) -> str:
    """Return what English terms that differ in form, hyphens or spaces only have in common.

    >>> english_solid("counter-terrorism") == english_solid("counterterrorism")
    True
    """
    return english_key(en).replace(" ", "")


def is_heading(en: str) -> bool:
    """Tell whether an English text is in capitals throughout, and not one acronym."""
    return en.isupper() and " " in en


def _word_keys(words: Sequence[str], *, is_heading: bool) -> list[str]:
    """Return the key of each word; in a heading capitals make no acronym."""
    return [_word_key(word.lower() if is_heading else word) for word in words]


@lru_cache(maxsize=1 << 16)
def _word_key(word: str) -> str:
    """Return the key of a word; one in capitals has no plural: AIDS is no AID."""
    bare = _OWNER.sub("", word)
    small = bare.lower()
    return _PARTS_OF_THE_WORLD.get(small) or (small if bare.isupper() else singular(small))


def english_ident(en: str) -> str:
    """Return the key of an English term, in capitals that of an acronym: WHO is not who."""
    key = english_key(en)
    return key.upper() if is_acronym_form(en) else key


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Pairs of terms by what their forms have in common, made for one pass over many beads."""

    keys: Sequence[tuple[str, str]]  # of each pair: Chinese and English
    partners: Mapping[str, Mapping[str, list[int]]]  # numbers, by English ident and Chinese key
    _zh: frozenset[str]
    _lengths: Mapping[str, Sequence[int]]  # by their first two characters, or their only one
    _en: Mapping[str, Any]  # a tree of words

    def sighted(self, zh: str, en: str) -> Sighted:
        """Return the terms that stand in two texts, whether or not their partners do."""
        return Sighted(self.chinese(zh), self.english(en))

    def together(self, found: Sighted) -> dict[int, Spots]:
        """Return the pairs, by number, of which both terms are *found*."""
        both = {}
        for key, spots in found.en.items():
            partners = self.partners[key]
            for zh in partners.keys() & found.zh.keys():
                for number in partners[zh]:
                    both[number] = Spots(found.zh[zh], spots)
        return both

    def chinese(self, text: str) -> dict[str, list[Spot]]:
        """Return the Chinese terms that stand in *text*, by their keys."""
        folded, known, lengths = folded_run(text), self._zh, self._lengths
        found: dict[str, list[Spot]] = {}
        for start in range(len(folded) - 1):
            for length in lengths.get(folded[start : start + 2], ()):
                end = start + length
                if (key := folded[start:end]) in known and end <= len(folded):
                    found.setdefault(key, []).append((start, end))
        for key in lengths.keys() & set(folded):  # of one character
            found[key] = [(match.start(), match.end()) for match in re.finditer(key, folded)]
        return found

    def english(self, text: str) -> dict[str, list[Spot]]:
        """Return the English terms that stand in *text*, by their idents."""
        words = _WORD.findall(text)
        keys = _word_keys(words, is_heading=is_heading(text))
        found: dict[str, list[Spot]] = {}
        for first, opening in enumerate(keys):
            node = self._en.get(opening)
            end = first + 1
            while node:
                if _END in node:
                    for term in node[_END]:
                        if not term.isupper() or is_acronym_form(" ".join(words[first:end])):
                            found.setdefault(term, []).append((first, end))
                node = node.get(keys[end]) if end < len(keys) else None
                end += 1
        return found


def indexed(pairs: Sequence[tuple[str, str]]) -> TermIndex:
    """Return an index of *pairs* of a Chinese and an English term."""
    lengths: dict[str, set[int]] = defaultdict(set)
    tree: dict[str, Any] = {}
    partners: dict[str, dict[str, list[int]]] = defaultdict(dict)
    keys = [(chinese_key(zh), english_ident(en)) for zh, en in pairs]
    for number, (zh, en) in enumerate(keys):
        if zh and en:
            lengths[zh[:2]].add(len(zh))
            if en not in partners:
                node = tree
                for word in en.lower().split():
                    node = node.setdefault(word, {})
                node.setdefault(_END, []).append(en)
            partners[en].setdefault(zh, []).append(number)
    begun = {first: sorted(found) for first, found in lengths.items()}
    return TermIndex(keys, partners, frozenset(zh for zh, _ in keys), begun, tree)


def is_within(spot: Spot, other: Spot) -> bool:
    """Tell whether *spot* is a part of *other*, and not all of it."""
    return other[0] <= spot[0] and spot[1] <= other[1] and spot != other


def is_word(spot: Spot) -> bool:
    """Tell whether a *spot* is one English word, or one Chinese character."""
    return spot[1] - spot[0] == 1


def folded_run(zh: str) -> str:
    """Return a Chinese text as runs are looked for in it: folded, without spaces."""
    return fold(zh).replace(" ", "")


def chinese_at(zh: str, spot: Spot) -> Span:
    """Return the characters of a Chinese text at a *spot* of its folded run."""
    folded, places = folded_places(zh)
    kept = [place for place, char in zip(places, folded, strict=True) if char != " "]
    return Span(kept[spot[0]].start, kept[spot[1] - 1].end)


def english_at(en: str, spot: Spot) -> Span:
    """Return the characters of an English text at a *spot*, its last word without an 's."""
    words = list(_WORD.finditer(en))
    last = words[spot[1] - 1]
    return Span(words[spot[0]].start(), last.start() + len(_OWNER.sub("", last[0])))
