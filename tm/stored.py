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
_OWN = f"BETWEEN {{0}} * {VARIANTS} AND {{0}} * {VARIANTS} + {VARIANTS - 1}"  # ids of its variants
# The variant of a unit in the language that is wanted, in its very tag if one is; else the first.
_SOURCE = f"""coalesce(
    (SELECT id FROM variant WHERE id {_OWN} AND lang || '-' LIKE (SELECT code FROM wanted) || '-%'
        ORDER BY lang <> (SELECT tag FROM wanted), id LIMIT 1),
    {{0}} * {VARIANTS})"""
_TARGET = f"""(SELECT substr(lang || '-', 1, instr(lang || '-', '-')) FROM variant
    WHERE id {_OWN} AND id <> {{1}} ORDER BY id LIMIT 1)"""
_RANK = f"""(
    -{{0}}.is_machine, coalesce({{0}}.probability, 1.0),
    EXISTS (SELECT 1 FROM variant WHERE id {_OWN.format("{0}.id")} AND inline <> ''),
    {{0}}.created, -{{0}}.id
)"""
# Of several units with one source: confirmed, the surest, with inline codes, the newest, the first.
_BETTER = f"""EXISTS (
    SELECT 1 FROM variant AS mine JOIN variant AS other ON other.key = mine.key
        JOIN unit AS rival ON rival.id = other.id / {VARIANTS}
    WHERE mine.id = {_SOURCE.format("unit.id")} AND rival.id <> unit.id
        AND other.text = mine.text AND other.id = {_SOURCE.format("rival.id")}
        AND {_TARGET.format("rival.id", "other.id")} = {_TARGET.format("unit.id", "mine.id")}
        AND {{condition}} AND {_RANK.format("rival")} > {_RANK.format("unit")}
)"""
_ANY = Where()


class Stored(NamedTuple):
    """A unit of a memory and its number there."""

    id: int
    unit: TranslationUnit


def stored(
    connection: sqlite3.Connection, where: Where, *, is_best_only: bool = False, source: str = ""
) -> Iterator[Stored]:
    """Yield the units that are meant, a page at a time; between pages others may write.

    With *is_best_only* one unit stands for each source, a text in the language of the tag
    *source*, else the first of a unit, into one language: no machine translation where
    there is another, the surest, one with inline codes, the newest, the first.
    """
    condition, values = where.sql()
    query = (
        "WITH wanted(code, tag) AS (VALUES (?, ?)) "
        f"SELECT unit.id FROM unit WHERE unit.id > ? AND {condition}"
    )
    if is_best_only:
        rival, values = where.sql("rival")[0], values * 2
        query += f" AND NOT {_BETTER.format(condition=rival)}"
    last, wanted = 0, (source.partition("-")[0], source)
    while True:
        rows = connection.execute(
            f"{query} ORDER BY unit.id LIMIT {_PAGE}", (*wanted, last, *values)
        ).fetchall()
        if not rows:
            return
        last = rows[-1][0]
        yield from units_numbered(connection, [number for (number,) in rows])


def units_numbered(
    connection: sqlite3.Connection, ids: Sequence[int], where: Where = _ANY
) -> Iterator[Stored]:
    """Yield the units numbered *ids* that are still there and are meant, in that order."""
    condition, values = where.sql()
    rows = {
        row[0]: row
        for row in connection.execute(
            f"SELECT {_COLUMNS} FROM json_each(?) AS wanted JOIN unit ON unit.id = wanted.value "
            f"WHERE {condition}",
            (json.dumps(list(ids)), *values),
        )
    }
    numbers = json.dumps(list(rows))
    variants = _variants(connection, numbers)
    brought = _brought(connection, numbers)
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
