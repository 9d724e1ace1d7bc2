"""Units out of a memory's tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from corpora.types import TranslationUnit, Variant
from tm.schema import VARIANTS
from tm.where import ORIGINS, Where

_PAGE = 1000  # units read at a time
_COLUMNS = (
    "unit.id, document, paragraph, label, kind, bead, probability, reasons, context_before, "
    "context_after, created, author, note, is_machine, props"
)
# Of several units with one source: confirmed, the surest, the newest, the first.
_BETTER = """
    EXISTS (
        SELECT 1 FROM variant AS mine JOIN variant AS other ON other.key = mine.key
            JOIN unit AS rival ON rival.id = other.id / 64
        WHERE mine.id = unit.id * 64 AND other.id % 64 = 0 AND rival.id <> unit.id
            AND other.text = mine.text
            AND (SELECT lang FROM variant WHERE id = other.id + 1)
                = (SELECT lang FROM variant WHERE id = mine.id + 1)
            AND {condition}
            AND (
                -rival.is_machine, coalesce(rival.probability, 1.0), rival.created,
                -rival.id
            ) > (
                -unit.is_machine, coalesce(unit.probability, 1.0), unit.created,
                -unit.id
            )
    )
"""


class Stored(NamedTuple):
    """A unit of a memory and its number there."""

    id: int
    unit: TranslationUnit


def stored(
    connection: sqlite3.Connection, where: Where, *, is_best_only: bool = False
) -> Iterator[Stored]:
    """Yield the units that are meant, a page at a time; between pages others may write.

    With *is_best_only* one unit stands for each source: no machine translation where
    there is another, the surest, the newest, the first.
    """
    condition, values = where.sql()
    best = f"AND NOT {_BETTER.format(condition=where.sql('rival')[0])}" if is_best_only else ""
    values = values * 2 if is_best_only else values
    last = 0
    while True:
        found = [
            number
            for (number,) in connection.execute(
                f"SELECT id FROM unit WHERE id > ? AND {condition} {best} ORDER BY id LIMIT ?",
                (last, *values, _PAGE),
            )
        ]
        if not found:
            return
        yield from units_of(connection, found)
        last = found[-1]


def units_of(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[Stored]:
    """Yield the units numbered *ids* that are still there, in that order."""
    wanted = json.dumps(list(ids))
    rows = {
        row[0]: row
        for row in connection.execute(
            f"SELECT {_COLUMNS} FROM json_each(?) AS wanted JOIN unit ON unit.id = wanted.value",
            (wanted,),
        )
    }
    variants = _variants(connection, wanted)
    brought = _brought(connection, wanted)
    for number in ids:
        if number in rows and number in variants:
            yield Stored(number, _unit(rows[number], variants[number], brought.get(number, [])))


def _variants(connection: sqlite3.Connection, wanted: str) -> dict[int, list[Variant]]:
    found: dict[int, list[Variant]] = {}
    for number, lang, text, inline in connection.execute(
        "SELECT variant.id, lang, text, inline FROM json_each(?) AS wanted JOIN variant "
        f"ON variant.id BETWEEN wanted.value * {VARIANTS} AND wanted.value * {VARIANTS} + "
        f"{VARIANTS - 1}",
        (wanted,),
    ):
        found.setdefault(number // VARIANTS, []).append(Variant(lang, text, inline))
    return found


def _brought(connection: sqlite3.Connection, wanted: str) -> dict[int, list[tuple[str, int]]]:
    found: dict[int, list[tuple[str, int]]] = {}
    for number, name, uses in connection.execute(
        "SELECT unit, name, uses FROM json_each(?) AS wanted JOIN brought ON unit = wanted.value "
        "JOIN origin ON origin.id = brought.origin",
        (wanted,),
    ):
        found.setdefault(number, []).append((name, uses))
    return found


def _unit(
    row: tuple[Any, ...], variants: Iterable[Variant], brought: Sequence[tuple[str, int]]
) -> TranslationUnit:
    document, paragraph, label, kind, bead, probability, reasons, before, after = row[1:10]
    return TranslationUnit(
        tuple(variants),
        document=document,
        paragraph=paragraph,
        label=label,
        kind=kind,
        bead=bead,
        probability=probability,
        reasons=tuple(json.loads(reasons)),
        context_before=before,
        context_after=after,
        created=datetime.fromisoformat(row[10]) if row[10] else None,
        author=row[11],
        note=row[12],
        is_machine=bool(row[13]),
        uses=sum(uses for _, uses in brought),
        origin=ORIGINS.join(name for name, _ in brought),
        props=tuple((name, text) for name, text in json.loads(row[14])),
    )
