"""Terms that are spelt nearly like what was typed.

English goes by words: each is looked for among the words of all terms, by its
first or its last letters, of which a typing error leaves one whole. Chinese goes
by the pairs of characters that an error leaves.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import pairwise

from tm.folding import is_han
from tm.terms.words import (
    index_words,
    size_word,
    stem_key,
    stem_of,
    stems_of,
    surface_of,
    words_of,
)

RARE = 300  # postings of a pair that are read; a pair with more is frequent
PAIRS = 16  # most pairs of a text that are asked for
CANDIDATES = 100  # terms compared with the text
ALTERNATIVES = 8  # words like one word
SPELLINGS = 2000  # words with the same first or last letters that are compared
_LONG = 80  # letters of a text, of whose words none is looked for in two parts
_SHORT = 4  # characters of a text whose single characters are asked for as well
_FREQUENT = 3  # frequent pairs that are asked for with the length


def near_terms(connection: sqlite3.Connection, surface: str) -> dict[int, int]:
    """Return the terms that differ from *surface* by few edits, each with its score, 0–99.

    An edit adds, drops or changes a character, or swaps two (optimal string alignment).
    """
    most = _edits(surface)
    if not most:
        return {}
    numbers = _chinese(connection, surface) if is_han(surface) else _english(connection, surface)
    return dict(_scored(connection, numbers, surface, most))


def _edits(surface: str) -> int:
    """Return by how many edits a term may differ; of a short one any other character matters."""
    bounds = (3, 7, 16) if is_han(surface) else (4, 8, 16)
    return sum(len(surface) >= bound for bound in bounds)


def _scored(
    connection: sqlite3.Connection, numbers: Sequence[int], surface: str, most: int
) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance import OSA

    rows = connection.execute(
        "SELECT id, text FROM term WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    stems = stems_of(surface)
    for number, text in rows:
        other = surface_of(text)
        distance = OSA.distance(surface, other)
        if stems:  # an error beside another ending
            distance = min(distance, 1 + OSA.distance(stems, stems_of(other)))
        if 0 < distance <= most:
            yield number, min(100 - 100 * distance // max(len(surface), len(other)), 99)


def _english(connection: sqlite3.Connection, surface: str) -> list[int]:
    """Return terms whose words are like those of *surface*, or joined or parted otherwise."""
    words = words_of(surface)
    return [*_rejoined(connection, words), *_with_words_like(connection, surface, words)]


def _rejoined(connection: sqlite3.Connection, words: Sequence[str]) -> list[int]:
    """Return terms with two of *words* written as one, or one as two: moneylaundering."""
    if sum(map(len, words)) > _LONG:
        return []
    stems = [stem_of(word) for word in words]
    joined = [
        [*stems[:place], stem_of(one + other), *stems[place + 2 :]]
        for place, (one, other) in enumerate(pairwise(words))
    ]
    parted = [
        [*stems[:place], stem_of(word[:at]), stem_of(word[at:]), *stems[place + 1 :]]
        for place, word in enumerate(words)
        for at in range(2, len(word) - 1)
    ]
    return _having_stems(connection, map(" ".join, joined + parted))


def _having_stems(connection: sqlite3.Connection, stems: Iterable[str]) -> list[int]:
    """Return terms whose stems are one of *stems*."""
    query = f"SELECT id FROM term WHERE stem IN (SELECT value FROM json_each(?)) LIMIT {RARE}"
    keys = json.dumps([stem_key(stem) for stem in stems])
    return [number for (number,) in connection.execute(query, (keys,))]


def _with_words_like(
    connection: sqlite3.Connection, surface: str, words: Sequence[str]
) -> list[int]:
    """Return terms of as many words, each one of *words* or like it."""
    likely = [sorted(like_word(connection, word)) for word in words]
    if len(words) == 1:
        return _having_stems(connection, map(stem_of, likely[0]))
    telling = [words for words in likely if len(words) > 1 or len(words[0]) >= _SHORT] or likely
    groups = [
        " OR ".join(f'"{stem}"' for stem in dict.fromkeys(map(stem_of, group))) for group in telling
    ]
    query = " AND ".join(f"({group})" for group in (*groups, f'"{size_word(surface)}"'))
    return postings(connection, query, RARE)


def like_word(connection: sqlite3.Connection, word: str) -> set[str]:
    """Return *word*, and the words of terms that differ from it by an edit, a long one's by two."""
    from rapidfuzz.distance import OSA

    most = 0 if len(word) < _SHORT or not word.isalpha() else 1 + (len(word) >= 8)
    if not most:
        return {word}
    piece = max((len(word) - (most == 1)) // (most + 1), 2)  # two that are swapped may be amid it
    lengths = len(word) - most, len(word) + most
    known = {
        *_words(connection, "word", word[:piece], lengths),
        *_words(connection, "turned", word[: -piece - 1 : -1], lengths),
    }
    scored = {
        other: distance
        for other in known
        if (distance := OSA.distance(word, other, score_cutoff=most)) <= most
    }
    return {word, *sorted(scored, key=lambda other: (scored[other], other))[:ALTERNATIVES]}


def _words(
    connection: sqlite3.Connection, column: str, piece: str, lengths: tuple[int, int]
) -> Iterator[str]:
    """Yield the words whose *column* begins with *piece*."""
    rows = connection.execute(
        f"SELECT word FROM spelling WHERE {column} >= ? AND {column} < ? "
        f"AND length(word) BETWEEN ? AND ? LIMIT {SPELLINGS}",
        (piece, piece[:-1] + chr(ord(piece[-1]) + 1), *lengths),
    )
    return (word for (word,) in rows)


def _chinese(connection: sqlite3.Connection, surface: str) -> list[int]:
    """Return terms that share rare pairs with *surface*, or frequent ones and its length."""
    votes: dict[int, int] = {}
    pairs = list(dict.fromkeys(index_words(surface)[:-1]))
    frequent = []
    for pair in pairs[:: 1 + len(pairs) // PAIRS]:
        numbers = postings(connection, f'"{pair}"', RARE)
        frequent += [pair] if len(numbers) == RARE else []
        _vote(votes, numbers)
    sizes = " OR ".join(f'"{size_word(surface, more)}"' for more in (-1, 0, 1))
    queries = [f'"{pair}" AND ({sizes})' for pair in frequent[:_FREQUENT]]
    if len(surface) <= _SHORT:
        queries += [f'"{char}"* AND ({sizes})' for char in dict.fromkeys(surface)]
    for query in queries:
        _vote(votes, postings(connection, query, RARE))
    return nlargest(CANDIDATES, votes, key=votes.__getitem__)


def _vote(votes: dict[int, int], numbers: Iterable[int]) -> None:
    for number in numbers:
        votes[number] = votes.get(number, 0) + 1


def postings(connection: sqlite3.Connection, query: str, limit: int) -> list[int]:
    """Return the first *limit* terms that *query* finds by their words or pairs of characters."""
    rows = connection.execute(
        "SELECT rowid FROM term_words WHERE term_words MATCH ? LIMIT ?", (query, limit)
    )
    return [number for (number,) in rows]
