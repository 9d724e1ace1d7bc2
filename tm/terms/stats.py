"""What a term base holds, counted."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

Counts = tuple[tuple[str, int], ...]  # the most frequent first


@dataclass(frozen=True, slots=True)
class TermStats:
    """Concepts and terms of a base; an empty name counts those of which nobody said anything."""

    concepts: int = 0
    terms: int = 0
    reviews: Counts = ()  # concepts by review
    kinds: Counts = ()  # concepts by kind
    origins: Counts = ()  # concepts by the file that brought them
    languages: Counts = ()  # terms by language tag
    statuses: Counts = ()  # terms by status


def stats_of(connection: sqlite3.Connection) -> TermStats:
    """Count what the base holds."""

    def counts(column: str, table: str) -> Counts:
        query = f"SELECT {column}, count(*) FROM {table} GROUP BY 1 ORDER BY 2 DESC, 1"
        return tuple(connection.execute(query).fetchall())

    reviews, languages = counts("review", "concept"), counts("lang", "term")
    return TermStats(
        concepts=sum(number for _, number in reviews),
        terms=sum(number for _, number in languages),
        reviews=reviews,
        kinds=counts("kind", "concept"),
        origins=counts("name", "brought_concept JOIN origin ON id = brought_concept.origin"),
        languages=languages,
        statuses=counts("status", "term"),
    )
