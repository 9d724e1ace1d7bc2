"""The files that brought what a memory holds: their names and numbers."""

from __future__ import annotations

import sqlite3

from tm.where import writable


def number_of_origin(connection: sqlite3.Connection, name: str) -> int:
    """Return the number of the file called *name*, which it gets where it has none."""
    names = (writable(name),)
    connection.execute("INSERT OR IGNORE INTO origin(name) VALUES (?)", names)
    (number,) = connection.execute("SELECT id FROM origin WHERE name = ?", names).fetchone()
    return int(number)


def forget_origins(connection: sqlite3.Connection) -> None:
    """Forget files that brought nothing which is still there, neither units nor concepts."""
    connection.execute(
        "DELETE FROM origin WHERE id NOT IN (SELECT origin FROM brought) "
        "AND id NOT IN (SELECT origin FROM brought_concept)"
    )
