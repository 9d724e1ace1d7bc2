"""Units out of a memory: with their words, their vectors and what only they needed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from tm.folding import fold, index_texts, key_of
from tm.origins import forget_origins
from tm.schema import VARIANTS, transaction
from tm.where import Where, writable

_PAGE = 5000  # units removed at a time
_OF_UNITS = (
    "DELETE FROM variant WHERE id IN (SELECT variant.id FROM json_each(?) JOIN variant "
    f"ON variant.id BETWEEN value * {VARIANTS} AND value * {VARIANTS} + {VARIANTS - 1})",
    "DELETE FROM brought WHERE unit IN (SELECT value FROM json_each(?))",
    "DELETE FROM vector WHERE unit IN (SELECT value FROM json_each(?))",
    "DELETE FROM unit WHERE id IN (SELECT value FROM json_each(?))",
)
# Units and the best of those with the same texts: one with inline codes before those without.
_TWINS = f"""
    SELECT id, first_value(id) OVER (
        PARTITION BY texts
        ORDER BY is_machine, coalesce(probability, 1.0) DESC, is_coded DESC, created DESC, id
    ) AS best
    FROM unit JOIN (
        SELECT id / {VARIANTS} AS owner,
            group_concat(lang || char(31) || text_key(text), char(30)) AS texts,
            max(inline <> '') AS is_coded
        FROM (SELECT * FROM variant ORDER BY id) GROUP BY 1
    ) ON owner = id
"""


def remove(connection: sqlite3.Connection, where: Where) -> int:
    """Remove the units that are meant; those another file brought as well stay."""
    with transaction(connection):
        condition, values = where.sql()
        meant = f"SELECT id FROM unit WHERE {condition}"
        ids = [number for (number,) in connection.execute(meant, values)]
        if where.origin:
            ids = _left_alone(connection, ids, where.origin)
        _delete(connection, ids)
        _forget_files(connection)
    return len(ids)


def removable(connection: sqlite3.Connection, where: Where) -> int:
    """Count the units that :func:`remove` would take out."""
    condition, values = where.sql()
    if where.origin:
        condition += " AND 1 = (SELECT count(*) FROM brought WHERE brought.unit = unit.id)"
    query = f"SELECT count(*) FROM unit WHERE {condition}"
    (number,) = connection.execute(query, values).fetchone()
    return int(number)


def _left_alone(connection: sqlite3.Connection, ids: Sequence[int], origin: str) -> list[int]:
    """Part the units from *origin*; return those that no other file brought."""
    wanted = json.dumps(ids)
    connection.execute(
        "DELETE FROM brought WHERE unit IN (SELECT value FROM json_each(?)) "
        "AND origin = (SELECT id FROM origin WHERE name = ?)",
        (wanted, writable(origin)),
    )
    rows = connection.execute(
        "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT unit FROM brought)", (wanted,)
    )
    return [number for (number,) in rows]


def remove_units(connection: sqlite3.Connection, ids: Sequence[int]) -> int:
    """Remove the units numbered *ids*; return how many were there."""
    with transaction(connection):
        rows = connection.execute(
            "SELECT id FROM unit WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        )
        there = [number for (number,) in rows]
        _delete(connection, there)
        _forget_files(connection)
    return len(there)


def dedupe(connection: sqlite3.Connection) -> int:
    """Keep the best of the units with equal texts; where they came from is kept with it."""
    connection.create_function("text_key", 1, key_of, deterministic=True)
    with transaction(connection):
        twins = connection.execute(f"SELECT id, best FROM ({_TWINS}) WHERE id <> best").fetchall()
        connection.executemany(
            "INSERT INTO brought SELECT origin, ?2, uses FROM brought WHERE unit = ?1 "
            "ON CONFLICT DO UPDATE SET uses = uses + excluded.uses",
            twins,
        )
        _delete(connection, [number for number, _ in twins])
    return len(twins)


def _delete(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), _PAGE):
        wanted = json.dumps(ids[start : start + _PAGE])
        texts = connection.execute(
            "SELECT variant.id, text FROM json_each(?) JOIN variant "
            f"ON variant.id BETWEEN value * {VARIANTS} AND value * {VARIANTS} + {VARIANTS - 1}",
            (wanted,),
        ).fetchall()
        terms = index_texts([fold(text) for _, text in texts])
        connection.executemany(  # an index without content is told what it held
            "INSERT INTO words(words, rowid, text) VALUES ('delete', ?, ?)",
            zip((number for number, _ in texts), terms, strict=True),
        )
        for statement in _OF_UNITS:
            connection.execute(statement, (wanted,))


def _forget_files(connection: sqlite3.Connection) -> None:
    """Forget files without units; interrupted imports begin anew, or what is gone stayed away."""
    connection.execute("DELETE FROM intake")
    forget_origins(connection)
