"""Chinese words that one English word renders together, as 网络 and 犯罪 cybercrime."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tm.extraction.links import Vectors
from tm.extraction.tokens import Role, Words

OFTEN = 3  # beads where two words stand side by side
TOGETHER, APART = 0.9, 0.6  # least and most of Dice's coefficient, of both words and of each
ALIKE = 0.3  # least cosine of both with the English word

_Pair = tuple[str, str]


def with_compounds(zh: Sequence[Words], en: Sequence[Words], vectors: Vectors) -> list[Words]:
    """Make one word of two that keep company with an English word together and not apart.

    Either alone would be linked to another word that renders it elsewhere, as 犯罪 to crime.
    """
    english = [_content(text) for text in en]
    beads = [{*_neighbours(text)} for text in zh]
    counts = Counter(pair for found in beads for pair in found)
    company = {pair: Counter[str]() for pair, count in counts.items() if count >= OFTEN}
    for found, words in zip(beads, english, strict=True):
        for pair in found & company.keys():
            company[pair].update(words)
    totals = Counter(word for words in english for word in words)
    likely: dict[_Pair, str] = {}
    for pair, others in company.items():
        for word, both in sorted(others.items()):
            if 2 * both >= TOGETHER * (counts[pair] + totals[word]):
                likely[pair] = word
    chinese = [set(text.words) for text in zh]
    compounds = {
        pair
        for pair, word in likely.items()
        if all(_dice(part, word, chinese, english) < APART for part in pair)
        and _is_alike("".join(pair), word, vectors)
    }
    return [
        text if found.isdisjoint(compounds) else _joined(text, compounds)
        for found, text in zip(beads, zh, strict=True)
    ]


def _content(text: Words) -> set[str]:
    return {
        word.lower()
        for word, role in zip(text.words, text.roles, strict=True)
        if role >= Role.PLAIN
    }


def _neighbours(text: Words) -> Iterator[_Pair]:
    """Yield each two words that may be one: of several characters, nothing between them."""
    for k in range(len(text.words) - 1):
        if _may_join(text, k):
            yield text.words[k], text.words[k + 1]


def _may_join(text: Words, k: int) -> bool:
    first, other = text.words[k], text.words[k + 1]
    is_plain = text.roles[k] == text.roles[k + 1] == Role.PLAIN
    is_beside = text.starts[k] + len(first) == text.starts[k + 1]
    return is_plain and is_beside and min(len(first), len(other)) > 1


def _dice(part: str, word: str, chinese: Sequence[set[str]], english: Sequence[set[str]]) -> float:
    """Return how exclusively two words keep company over the beads (Smadja et al. 1996)."""
    zh = [part in words for words in chinese]
    en = [word in words for words in english]
    both = sum(first and other for first, other in zip(zh, en, strict=True))
    return 2 * both / (sum(zh) + sum(en))


def _is_alike(zh: str, en: str, vectors: Vectors) -> bool:
    rows = vectors.rows([zh, en])
    return rows is None or float(rows[0] @ rows[1]) >= ALIKE


def _joined(text: Words, compounds: set[_Pair]) -> Words:
    """Return *text* with those of its words that are *compounds* made one."""
    groups: list[tuple[int, int]] = []  # half-open
    k = 0
    while k < len(text.words):
        is_compound = k + 1 < len(text.words) and text.words[k : k + 2] in compounds
        size = 2 if is_compound and _may_join(text, k) else 1
        groups.append((k, k + size))
        k += size
    return replace(
        text,
        words=tuple("".join(text.words[first:end]) for first, end in groups),
        starts=tuple(text.starts[first] for first, _ in groups),
        roles=tuple(text.roles[first] for first, _ in groups),
        tags=tuple(text.tags[end - 1] for _, end in groups),
    )
