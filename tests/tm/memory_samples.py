"""Units for the tests of the memory, and looks into its file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from aligner import align_documents, load_encoder
from corpora import read_document
from corpora.types import TranslationUnit, Variant
from tm import Memory, units_from

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpora" / "sample"


def unit(zh="大会", en="Assembly", **provenance):
    return TranslationUnit((Variant("zh-CN", zh), Variant("en-US", en)), **provenance)


def numbered(count, first=0):
    """Return units that differ, each with some words of its own."""
    return [
        unit(
            f"第{n}段：委员会审议了第{n}号报告。",
            f"Paragraph {n}: the committee considered report {n}.",
        )
        for n in range(first, first + count)
    ]


@lru_cache(maxsize=4)
def aligned(folder=SAMPLE):
    """Return the units of the report in both languages in *folder*."""
    sides = (read_document(folder / f"report.{code}.txt") for code in ("zh", "en"))
    return tuple(units_from(align_documents(*sides, encoder=load_encoder())))


def texts(units):
    """Return the texts of units, numbered or not."""
    bare = [getattr(one, "unit", one) for one in units]
    return [tuple(variant.text for variant in one.variants) for one in bare]


def rows(path, query, *values):
    """Ask the file of a memory what SQLite knows of it."""
    with closing(sqlite3.connect(path, timeout=60)) as connection:
        return connection.execute(query, values).fetchall()


def words_of(path):
    """Return which words the index has for which variant; the index must be sound."""
    with closing(sqlite3.connect(path, timeout=60)) as connection:
        connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")
        connection.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, words, instance)")
        return set(connection.execute("SELECT term, doc FROM v"))


def assert_sound(path):
    """Check that *path* holds whole units alone, each with its variants, words and origin."""
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(path, "PRAGMA foreign_key_check") == []
    owners = [owner for (owner,) in rows(path, "SELECT id FROM unit")]
    variants = [number for (number,) in rows(path, "SELECT id FROM variant")]
    assert {number // 64 for number in variants} == set(owners)
    assert all({owner * 64, owner * 64 + 1} <= set(variants) for owner in owners)
    assert {number for _, number in words_of(path)} <= set(variants)
    brought = {owner for (owner,) in rows(path, "SELECT unit FROM brought")}
    assert brought == set(owners)


def memory_of(path, units, origin="a.tmx"):
    """Make a memory at *path*, closed."""
    with Memory(path) as memory:
        memory.add(units, origin=origin)
    return path
