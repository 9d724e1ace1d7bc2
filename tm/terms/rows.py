"""Concepts into and out of the tables of a memory's file.

Knows SQL and the look-up keys; decides nothing about concepts.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime
from typing import Any

from tm.schema import TERMS
from tm.terms.concept import Concept, Term
from tm.terms.which import Which
from tm.terms.words import (
    index_words,
    initials_of,
    size_word,
    stem_key,
    stems_of,
    surface_key,
    surface_of,
    words_of,
)
from tm.where import ORIGINS, writable

PAGE = 1000  # concepts read at a time
_COLUMNS = (
    "concept.id, kind, review, subject, definition, note, count, score, paragraphs, created, "
    "changed, author, props"
)
_NAMES = tuple(field.name for field in fields(Term))  # the columns of table term are named so
_TERM = ", ".join(f"term.{name}" for name in _NAMES)
_OF_CONCEPTS = f"JOIN term ON term.id BETWEEN value * {TERMS} AND value * {TERMS} + {TERMS - 1}"
_INSERT = f"INSERT INTO concept VALUES ({', '.join('?' * 13)})"
_INSERT_TERM = f"INSERT INTO term VALUES ({', '.join('?' * 15)})"


def insert(connection: sqlite3.Connection, concept: Concept, number: int | None = None) -> int:
    """Write *concept* and its terms, under *number* if there is one; return its number."""
    moments = [
        moment.isoformat() if moment else "" for moment in (concept.created, concept.changed)
    ]
    row = (
        number,
        concept.kind,
        concept.review,
        concept.subject,
        concept.definition,
        concept.note,
        concept.count,
        concept.score,
        json.dumps(concept.paragraphs, ensure_ascii=False),
        *moments,
        concept.author,
        json.dumps(concept.props, ensure_ascii=False),
    )
    number = connection.execute(_INSERT, row).lastrowid or 0
    for place, term in enumerate(concept.terms, number * TERMS):
        _insert_term(connection, place, term)
    return number


def _insert_term(connection: sqlite3.Connection, place: int, term: Term) -> None:
    surface = surface_of(term.text)
    stem, base_stem = (stem_key(stems_of(text)) for text in (surface, surface_of(term.base)))
    row = (
        place,
        *(getattr(term, name) for name in _NAMES),
        surface_key(surface),
        stem,
        base_stem if base_stem != stem else None,
        initials_of(surface) or None,
    )
    connection.execute(_INSERT_TERM, row)
    words = [*index_words(surface), size_word(surface)]
    connection.execute(
        "INSERT INTO term_words(rowid, text) VALUES (?, ?)", (place, " ".join(words))
    )
    connection.executemany(
        "INSERT INTO spelling VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET uses = uses + 1",
        [(word, word[::-1]) for word in _spelt(surface)],
    )


def _spelt(surface: str) -> list[str]:
    """Return the words of *surface*, each once."""
    return list(dict.fromkeys(words_of(surface)))


def rewrite(connection: sqlite3.Connection, number: int, concept: Concept) -> None:
    """Write *concept* in the place of the one numbered *number*; it keeps its origins."""
    erase(connection, number)
    insert(connection, concept, number)


def erase(connection: sqlite3.Connection, number: int) -> None:
    """Take a concept, its terms and what finds them out of the tables; its origins stay."""
    bounds = number * TERMS, number * TERMS + TERMS - 1
    texts = connection.execute("SELECT text FROM term WHERE id BETWEEN ? AND ?", bounds).fetchall()
    words = [(word,) for (text,) in texts for word in _spelt(surface_of(text))]
    connection.executemany("UPDATE spelling SET uses = uses - 1 WHERE word = ?", words)
    connection.executemany("DELETE FROM spelling WHERE word = ? AND uses < 1", words)
    connection.execute("DELETE FROM term_words WHERE rowid BETWEEN ? AND ?", bounds)
    connection.execute("DELETE FROM term WHERE id BETWEEN ? AND ?", bounds)
    connection.execute("DELETE FROM concept WHERE id = ?", (number,))


def name_origin(connection: sqlite3.Connection, number: int, origin: int) -> None:
    """Note that the file of number *origin* brought the concept of number *number*."""
    connection.execute("INSERT OR IGNORE INTO brought_concept VALUES (?, ?)", (origin, number))


def concepts_of(connection: sqlite3.Connection, which: Which) -> Iterator[Concept]:
    """Yield the concepts that are meant, in the order they came; between pages others may write."""
    condition, values = which.sql()
    last = 0
    while True:
        rows = connection.execute(
            f"SELECT id FROM concept WHERE id > ? AND {condition} ORDER BY id LIMIT {PAGE}",
            (last, *values),
        ).fetchall()
        if not rows:
            return
        last = rows[-1][0]
        yield from concepts_numbered(connection, [number for (number,) in rows])


def concepts_numbered(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Concept]:
    """Yield the concepts of these *numbers* that are there, in that order."""
    wanted = json.dumps(list(numbers))
    rows = {
        row[0]: row
        for row in connection.execute(
            f"SELECT {_COLUMNS} FROM json_each(?) AS wanted "
            "JOIN concept ON concept.id = wanted.value",
            (wanted,),
        )
    }
    terms = _terms(connection, wanted)
    origins = _origins(connection, wanted)
    for number in numbers:
        if number in rows and number in terms:
            yield _concept(rows[number], terms[number], ORIGINS.join(origins.get(number, ())))


def _terms(connection: sqlite3.Connection, wanted: str) -> dict[int, list[Term]]:
    found: dict[int, list[Term]] = {}
    query = f"SELECT term.id, {_TERM} FROM json_each(?) AS wanted {_OF_CONCEPTS}"
    for number, *row in connection.execute(query, (wanted,)):
        found.setdefault(number // TERMS, []).append(Term(*row))
    return found


def _origins(connection: sqlite3.Connection, wanted: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    query = (
        "SELECT concept, name FROM json_each(?) AS wanted JOIN brought_concept "
        "ON concept = wanted.value JOIN origin ON origin.id = brought_concept.origin"
    )
    for number, name in connection.execute(query, (wanted,)):
        found.setdefault(number, []).append(name)
    return found


def _concept(row: Sequence[Any], terms: Iterable[Term], origin: str) -> Concept:
    number, kind, review, subject, definition, note, count, score = row[:8]
    return Concept(
        tuple(terms),
        kind=kind,
        review=review,
        subject=subject,
        definition=definition,
        note=note,
        count=count,
        score=score,
        paragraphs=tuple(json.loads(row[8])),
        created=datetime.fromisoformat(row[9]) if row[9] else None,
        changed=datetime.fromisoformat(row[10]) if row[10] else None,
        author=row[11],
        origin=origin,
        id=str(number),
        props=tuple((name, text) for name, text in json.loads(row[12])),
    )


def written_as(concept: Concept) -> Concept:
    r"""Return *concept* as the tables can hold it: bytes that are no text become escapes.

    White space within a term is one space, as every file of terms has it; a term stands once.

    >>> written_as(Concept((Term("en", "caf\udce9\n bar"),))).terms[0].text
    'caf\\udce9 bar'
    """
    terms = tuple(dict.fromkeys(_written_term(term) for term in concept.terms))
    names = ("kind", "review", "subject", "definition", "note", "author")
    facts: dict[str, Any] = {name: writable(getattr(concept, name)) for name in names}
    facts |= {name: _utc(getattr(concept, name)) for name in ("created", "changed")}
    props = tuple((writable(name), writable(text)) for name, text in concept.props)
    paragraphs = tuple(map(writable, concept.paragraphs))
    return replace(concept, terms=terms, props=props, paragraphs=paragraphs, **facts)


def _written_term(term: Term) -> Term:
    written = Term(*(writable(getattr(term, name)) for name in _NAMES))
    return replace(written, text=_in_one_line(written.text), base=_in_one_line(written.base))


def _in_one_line(text: str) -> str:
    return " ".join(text.split()) or text


def _utc(moment: datetime | None) -> datetime | None:
    """Return *moment* in UTC, which one without a zone is taken to be in."""
    if moment is None:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def to_json(concept: Concept) -> str:
    """Write *concept* as the history keeps it."""
    return json.dumps(asdict(concept), ensure_ascii=False, default=datetime.isoformat)


def from_json(text: str) -> Concept:
    """Read what :func:`to_json` wrote."""
    facts = json.loads(text)
    facts["terms"] = tuple(Term(**term) for term in facts["terms"])
    facts["paragraphs"] = tuple(facts["paragraphs"])
    facts["props"] = tuple((name, value) for name, value in facts["props"])
    for name in ("created", "changed"):
        facts[name] = datetime.fromisoformat(facts[name]) if facts[name] else None
    return Concept(**facts)
