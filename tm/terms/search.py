"""Terms found for what somebody types: equal, inflected, inside longer ones, nearly spelt so.

Each search asks an index for a few hundred terms at most, so that a base of
100,000 concepts answers while one types.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tm.folding import HAN, fold, is_han
from tm.schema import TERMS
from tm.terms.concept import AVOIDED, Concept, Term
from tm.terms.near import near_terms, postings
from tm.terms.rows import concepts_numbered
from tm.terms.which import CANDIDATE, REJECTED
from tm.terms.words import (
    index_words,
    size_word,
    stem_key,
    stem_of,
    stems_of,
    surface_key,
    surface_of,
)
from tm.where import writable

MATCH_KINDS = ("exact", "inflected", "longer", "near", "initials")  # in their order
SAME_KINDS = MATCH_KINDS[:2]  # of a term that is what was searched
RANKS = ("preferred", "admitted", "", "deprecated", "forbidden")  # of statuses, the best first
EQUAL = 200  # terms of one key that are looked at
POSTINGS = 200  # terms that hold what is searched; where there are more, the short ones
SPARE = 10  # concepts read beyond the limit, of which statuses may put one before others
_LARGER = range(1, 6)  # by how much a short one is larger
_INITIALS = re.compile(r"[a-z0-9]{2,24}")
_ARTICLE = stem_of("the")  # an A may be a name: hepatitis A
_STARTED = 3  # initials that may be the beginning of more
_RUN = re.compile(rf"[{HAN}]+|[^{HAN}]+")


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term that was found, and the concept it names."""

    concept: Concept
    term: Term
    kind: str  # one of MATCH_KINDS
    score: int  # 0–100, how much of the term and of what was searched is the same

    @property
    def translations(self) -> tuple[Term, ...]:
        """Return the terms of its other languages, preferred ones first, forbidden ones last."""
        others = [term for term in self.concept.terms if term.code != self.term.code]
        return tuple(sorted(others, key=lambda term: RANKS.index(term.status)))

    @property
    def is_avoided(self) -> bool:
        """Tell whether the term is deprecated or forbidden."""
        return self.term.status in AVOIDED

    @property
    def instead(self) -> Term | None:
        """Return the best term of its concept and language for one that is to be avoided."""
        usable = [
            term
            for term in self.concept.terms
            if term.code == self.term.code and term.status not in AVOIDED
        ]
        ranked = sorted(usable, key=lambda term: RANKS.index(term.status))
        return ranked[0] if ranked and self.is_avoided else None


class FoundTerm(NamedTuple):
    """A row of table ``term`` that a search found, with what it is ranked by."""

    number: int
    text: str
    status: str
    review: str
    kind: str
    score: int

    @property
    def rank(self) -> tuple[tuple[int, bool, int], int, int, int, int]:
        """Return what it is sorted by: kind and review, status, score, length."""
        status = RANKS.index(self.status)
        kind = _rank_of_kind(self.kind, self.review)
        return kind, status, -self.score, len(self.text), self.number


def _rank_of_kind(kind: str, review: str) -> tuple[int, bool, int]:
    """Rank the kinds of match; a candidate comes after what is decided, be that inflected.

    >>> _rank_of_kind("inflected", "accepted") < _rank_of_kind("exact", "candidate")
    True
    >>> _rank_of_kind("exact", "candidate") < _rank_of_kind("longer", "accepted")
    True
    """
    place = MATCH_KINDS.index(kind)
    return 0 if kind in SAME_KINDS else place, review == CANDIDATE, place


def find_terms(connection: sqlite3.Connection, text: str, *, limit: int) -> list[TermMatch]:
    """Return the terms that *text* is, is a form of, is part of or is nearly spelt like.

    Near spellings and initials are asked for only where there is nothing else. A
    concept is found once, by the best of its terms; a rejected one never is.
    """
    surface = surface_of(writable(text))
    if not surface:
        return []
    found = [*_equal(connection, surface), *_longer(connection, surface, limit)]
    if not found:
        found += _near(connection, surface)
        found += _by_initials(connection, surface)
    return matches_of(connection, found, limit)


def matches_of(
    connection: sqlite3.Connection, found: Sequence[FoundTerm], limit: int
) -> list[TermMatch]:
    """Read the concepts of the best of *found*, one match for each."""
    best: dict[int, FoundTerm] = {}
    for row in sorted(found, key=lambda row: row.rank):
        best.setdefault(row.number // TERMS, row)
    matches = []
    for concept in concepts_numbered(connection, list(best)[: limit + SPARE]):
        row = best[int(concept.id)]
        if row.number % TERMS < len(concept.terms):  # another process may have changed it
            term = concept.terms[row.number % TERMS]
            matches.append(TermMatch(concept, term, row.kind, row.score))
    return sorted(matches, key=_rank)[:limit]


def _rank(match: TermMatch) -> tuple[tuple[int, bool, int], int, int, int]:
    """Return what a match is sorted by: of equal kinds, the statuses of both languages first."""
    best = RANKS.index(match.translations[0].status) if match.translations else len(RANKS)
    status = RANKS.index(match.term.status) + best
    kind = _rank_of_kind(match.kind, match.concept.review)
    return kind, status, -match.score, len(match.term.text)


def rows_where(
    connection: sqlite3.Connection, condition: str, *values: object, limit: int = EQUAL
) -> list[tuple[int, str, str, str]]:
    """Return number, text, status and review of the terms that meet *condition*, none rejected."""
    return connection.execute(
        "SELECT term.id, text, status, review FROM term "
        f"JOIN concept ON concept.id = term.id / {TERMS} "
        f"WHERE {condition} AND review <> '{REJECTED}' LIMIT {limit}",
        values,
    ).fetchall()


def _equal(connection: sqlite3.Connection, surface: str) -> Iterator[FoundTerm]:
    """Yield the terms that are *surface* or have a form in common with it."""
    seen = set()
    for row in rows_where(connection, "key = ?", surface_key(surface)):
        seen.add(row[0])
        yield FoundTerm(*row, "exact", 100)
    if stem := stem_key(stems_of(surface)):
        for row in rows_where(connection, "(stem = ?1 OR base_stem = ?1)", stem):
            if row[0] not in seen:
                yield FoundTerm(*row, "inflected", _likeness(surface, fold(row[1])))


def _likeness(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return min(int(100 * OSA.normalized_similarity(one, other)), 99)


def _longer(connection: sqlite3.Connection, surface: str, limit: int) -> list[FoundTerm]:
    """Return terms that *surface* is part of, by whole words, the most like it first."""
    query = _inside(surface)
    if not query:
        return []
    numbers = postings(connection, query, POSTINGS)
    if len(numbers) == POSTINGS:
        sizes = " OR ".join(f'"{size_word(surface, more)}"' for more in _LARGER)
        numbers += postings(connection, f"{query} AND ({sizes})", POSTINGS)
    rows = rows_where(
        connection, "term.id IN (SELECT value FROM json_each(?))", json.dumps(numbers), limit=-1
    )
    scores = [min(100 * len(surface) // max(len(row[1]), 1), 99) for row in rows]
    found = [FoundTerm(*row, "longer", score) for row, score in zip(rows, scores, strict=True)]
    found.sort(key=lambda row: row.rank)
    held = (row._replace(kind=kind) for row in found if (kind := _kind(row.text, surface)))
    return [row for row, _ in zip(held, range(2 * limit), strict=False)]


def _inside(surface: str) -> str:
    """Return the query for what holds *surface*: its pairs of characters, or its stems.

    >>> _inside("安理会"), _inside("states parties"), _inside("会")
    ('"安理" AND "理会"', '"stat" AND "party"', '"会"*')
    """
    parts: list[str] = []
    for run in _RUN.findall(surface):
        words = index_words(run)
        if is_han(run):
            parts += [f'"{word}"' for word in words[:-1]] or [f'"{words[0]}"*']
        else:
            parts += [f'"{word}"' for word in _without_article(words)]
    return " AND ".join(dict.fromkeys(parts))


def _kind(text: str, surface: str) -> str:
    """Name the match of *surface* inside a term, Chinese anywhere, other words as wholes.

    An article inside counts for nothing: with it or without it a term is an inflected one.

    >>> _kind("Conference of the Parties", "conference of parties"), _kind("Parties", "party")
    ('inflected', '')
    """
    held = surface_of(text)
    if is_han(surface):
        return "longer" if surface in held and surface != held else ""
    all_words, all_wanted = index_words(held), index_words(surface)
    words, wanted = map(_without_article, (all_words, all_wanted))
    if words == wanted:
        return "inflected" if all_words != all_wanted else ""
    width = len(wanted)
    starts = range(len(words) - width + 1)
    return "longer" if any(words[at : at + width] == wanted for at in starts) else ""


def _without_article(stems: Sequence[str]) -> list[str]:
    """Return *stems* but the article; all where there is nothing else."""
    return [stem for stem in stems if stem != _ARTICLE] or list(stems)


def _near(connection: sqlite3.Connection, surface: str) -> Iterator[FoundTerm]:
    scores = near_terms(connection, surface)
    wanted = json.dumps(list(scores))
    for row in rows_where(
        connection, "term.id IN (SELECT value FROM json_each(?))", wanted, limit=-1
    ):
        yield FoundTerm(*row, "near", scores[row[0]])


def _by_initials(connection: sqlite3.Connection, surface: str) -> Iterator[FoundTerm]:
    """Yield the Chinese terms whose pinyin begins so: lhg is 联合国."""
    if not _INITIALS.fullmatch(surface):
        return
    for row in rows_where(connection, "initials = ?", surface):
        yield FoundTerm(*row, "initials", 100)
    if len(surface) >= _STARTED:
        bounds = surface, f"{surface}{{"  # the character after z
        for row in rows_where(connection, "initials > ? AND initials < ?", *bounds):
            yield FoundTerm(
                *row, "initials", 100 * len(surface) // max(len(row[1]), len(surface) + 1)
            )
