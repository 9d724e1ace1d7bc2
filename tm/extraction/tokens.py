"""Words of a text and what each may do in a term.

Knows general facts of English and Chinese grammar: which words join the parts of a term, and
which never begin or end one. Knows no field and no tagger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from tm.extraction.grammar import CONNECTORS, GRAMMAR, GRAMMAR_HAN, MONTHS, PREFIXES_HAN
from tm.folding import simplified

_EN = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*(?:['’\-‐‑][^\W\d_]+)*"
    r"|\d+(?:[,.\-–/]\d+)*|[^\s\w]|_"
)


class Role(IntEnum):
    """What a word may do in a term."""

    BREAK = 0  # no term crosses it
    GRAMMAR = 1  # neither in a term nor at its edge
    JOINT = 2  # inside a term only: of, 的
    NUMBER = 3
    PLAIN = 4  # any other word
    NAME = 5  # capitalized in the middle of a sentence
    ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, where each stands in it, and its role."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    roles: tuple[int, ...]
    tags: tuple[str, ...] = ()  # of Chinese words: parts of speech, as jieba names them

    def slice(self, first: int, end: int) -> str:
        """Return the text from word *first* to before word *end*."""
        return self.text[self.starts[first] : self.starts[end - 1] + len(self.words[end - 1])]

    def part(self, first: int, end: int) -> Words:
        """Return words ``[first, end)`` alone, without their text."""
        where = slice(first, end)
        return Words("", self.words[where], (), self.roles[where], self.tags[where])


def english_words(text: str) -> Words:
    """Cut an English text into words; one that opens a sentence has the role of a plain one.

    >>> english_words("The General Assembly of 2019").words
    ('The', 'General', 'Assembly', 'of', '2019')
    """
    found = [(match[0], match.start()) for match in _EN.finditer(text)]
    words = tuple(word for word, _ in found)
    roles, opens = [], True
    for word in words:
        role = _english_role(word, opens=opens)
        roles.append(role)
        opens = word in ".:;?!" or (opens and role == Role.BREAK)
    return Words(text, words, tuple(start for _, start in found), tuple(roles))


def with_openings(texts: Sequence[Words]) -> list[Words]:
    """Give a word that opens a sentence the role of a name where others say that it is one.

    It is one where it has a capital in the middle of sentences more often than not, and where
    none has it there but a name follows.
    """
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        for word, role in zip(text.words, text.roles, strict=True):
            if role == Role.NAME:
                capital[word.lower()] += 1
            elif role == Role.PLAIN and word[0].islower():
                small[word] += 1
    return [_reopened(text, capital, small) for text in texts]


def _reopened(text: Words, capital: Counter[str], small: Counter[str]) -> Words:
    roles = list(text.roles)
    for place in range(len(roles) - 1, -1, -1):
        word = text.words[place]
        if roles[place] == Role.PLAIN and word[0].isupper():
            name = word.lower()
            is_before = place + 1 < len(roles) and roles[place + 1] >= Role.NAME
            if capital[name] > small[name] or (is_before and not small[name]):
                roles[place] = Role.NAME
    return replace(text, roles=tuple(roles))


@lru_cache(maxsize=1 << 16)
def _english_role(word: str, *, opens: bool) -> Role:
    if not word[0].isalpha():
        return Role.NUMBER if word[0].isdigit() else Role.BREAK
    small = word.lower()
    if sum(letter.isupper() for letter in word) > 1 and "-" not in word and len(word) < 15:
        return Role.ACRONYM
    if word in MONTHS:
        return Role.NUMBER
    if word[0].isupper() and not opens and small not in GRAMMAR | CONNECTORS:
        return Role.NAME
    if small in CONNECTORS or (small in GRAMMAR and word[0].isupper() and not opens):
        return Role.JOINT
    return Role.GRAMMAR if small in GRAMMAR or len(word) == 1 else Role.PLAIN


def chinese_words(text: str) -> Words:
    """Cut a Chinese text into words, as jieba does; traditional characters as their simplified.

    >>> chinese_words("大會的決議。").words
    ('大會', '的', '決議', '。')
    """
    import rjieba

    words, starts, tags, roles, place = [], [], [], [], 0
    for word, tag in rjieba.tag(simplified(text)):
        if not word.isspace():
            words.append(text[place : place + len(word)])
            starts.append(place)
            tags.append(tag)
            roles.append(_chinese_role(word, tag))
        place += len(word)
    return Words(text, tuple(words), tuple(starts), tuple(roles), tuple(tags))


@lru_cache(maxsize=1 << 16)
def _chinese_role(word: str, tag: str) -> Role:
    first = word[0]
    if first.isdigit():
        return Role.NUMBER
    if not first.isalpha():
        return Role.BREAK
    if word in "的和与及或、":
        return Role.JOINT
    if word in GRAMMAR_HAN or (tag[0] in "pcury" and word not in PREFIXES_HAN):
        return Role.GRAMMAR
    if first.isascii():
        return Role.ACRONYM
    return Role.PLAIN
