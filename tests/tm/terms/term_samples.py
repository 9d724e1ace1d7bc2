"""Concepts for the tests of the term base, and looks into its file."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing

from tm import TermBase
from tm.terms.concept import Concept, Term
from tm.terms.words import surface_of, words_of

PAIRS = [
    ("联合国", "United Nations"),
    ("安全理事会", "Security Council"),
    ("理事会", "Council"),
    ("经济及社会理事会", "Economic and Social Council"),
    ("缔约方会议", "Conference of the Parties"),
    ("国际原子能机构", "International Atomic Energy Agency"),
    ("委员会", "Commission"),
    ("公约", "convention"),
    ("贩运人口", "trafficking in persons"),
    ("标准", "criterion"),
    ("世卫组织", "WHO"),
    ("《联合国反腐败公约》", "United Nations Convention against Corruption"),
]


def concept(zh="大会", en="General Assembly", status="", **facts):
    return Concept((Term("zh-CN", zh), Term("en-US", en, status)), **facts)


def full(zh="缔约方会议", en="Conference of the Parties"):
    """Return a concept of which every fact is known."""
    terms = (
        Term(
            "zh-CN",
            zh,
            "preferred",
            form="full",
            part_of_speech="noun",
            context=f"{zh}第二届会议在日内瓦举行。",
            paragraph="12",
            source="A/78/1",
            note="简称缔约方大会",
        ),
        Term("en-US", en, "preferred", base=en.lower(), form="full", part_of_speech="noun"),
        Term("en-US", "COP", "admitted", form="acronym"),
    )
    return Concept(
        terms,
        kind="institutional",
        review="accepted",
        subject="international law",
        definition="公约的最高机构",
        note="每两年举行一次",
        count=12,
        score=0.93,
        paragraphs=("12", "14"),
        props=(("x-project", "rivers"),),
    )


def numbered(count, first=0):
    """Return concepts that differ."""
    return [concept(f"第{n}号议定书", f"protocol {n}") for n in range(first, first + count)]


def base_of(*concepts, path=None, origin="glossary.tbx"):
    base = TermBase(path)
    base.add(concepts, origin=origin)
    return base


def texts(concepts):
    return [tuple(term.text for term in one.terms) for one in concepts]


def rows(path, query, *values):
    """Ask the file of a base what SQLite knows of it."""
    with closing(sqlite3.connect(path, timeout=60)) as connection:
        return connection.execute(query, values).fetchall()


def assert_whole(path):
    """Check that *path* holds whole concepts alone, each with its terms, words and origin."""
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(path, "PRAGMA foreign_key_check") == []
    owners = {owner for (owner,) in rows(path, "SELECT id FROM concept")}
    terms = {number for (number,) in rows(path, "SELECT id FROM term")}
    assert {number // 256 for number in terms} == owners
    assert {number for (number,) in rows(path, "SELECT rowid FROM term_words")} == terms
    assert {owner for (owner,) in rows(path, "SELECT concept FROM brought_concept")} == owners
    words = Counter(
        word
        for (text,) in rows(path, "SELECT text FROM term")
        for word in set(words_of(surface_of(text)))
    )
    assert dict(rows(path, "SELECT word, uses FROM spelling")) == words
