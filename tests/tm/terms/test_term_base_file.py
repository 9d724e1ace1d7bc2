"""A term base's file in bad times: older and newer ones, killed writers, other processes."""

import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from term_samples import assert_whole, base_of, concept, numbered, rows, texts

from corpora.types import TranslationUnit, Variant
from tm import Memory, SchemaVersionError, StoreError, TermBase, schema
from tm.errors import TermError
from tm.terms.concept import Concept, Term
from tm.terms.which import Which

ROOT = Path(__file__).parents[3]
PAIR = "会议通过了议程。", "The agenda was adopted."
ADD = """
import sys
from tm import TermBase
from tm.terms import intake
from tm.terms.concept import Concept, Term

intake.BATCH = 20
first, last = map(int, sys.argv[2:])
concepts = (
    Concept((Term("zh-CN", f"第{n}号议定书"), Term("en-US", f"protocol {n}")))
    for n in range(first, last)
)
with TermBase(sys.argv[1]) as base:
    print("open", flush=True)
    base.add(concepts, origin=f"{first}.tbx", progress=lambda done: print(done, flush=True))
"""
READ = """
import sys
from pathlib import Path
from tm import TermBase

with TermBase(sys.argv[1], read_only=True) as base:
    before = 0
    while True:
        is_last = Path(sys.argv[2]).exists()
        concepts = list(base.concepts())
        assert all(len(one.terms) == 2 and one.origin for one in concepts)
        assert len(concepts) >= before
        before = len(concepts)
        assert before == 0 or base.find(concepts[0].terms[0].text)[0].kind == "exact"
        if is_last:
            break
print(before)
"""


def started(code, *args):
    command = [sys.executable, "-c", code, *map(str, args)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def ended(process):
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


@pytest.fixture
def path(tmp_path):
    return tmp_path / "memory.db"


@pytest.fixture
def old(path, monkeypatch):
    """A memory that was made before there were terms, with a unit in it."""
    with monkeypatch.context() as before:
        before.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[: schema.TERMS_SINCE - 1])
        with Memory(path) as memory:
            unit = TranslationUnit((Variant("zh-CN", PAIR[0]), Variant("en-US", PAIR[1])))
            memory.add([unit], origin="old.tmx")
            assert memory.stats().schema == 1
    return path


def assert_works(memory):
    assert memory.lookup(PAIR[0])[0].score == 100
    assert memory.concordance("议程")[0].target.text == PAIR[1]
    assert memory.stats().origins == (("old.tmx", 1),)


def test_an_older_memory_gets_room_for_terms_and_keeps_its_units(old):
    with TermBase(old) as base:
        assert base.add([concept()], origin="a.tbx").new == 1
        assert base.find("大会")[0].kind == "exact"
    with Memory(old) as memory:
        assert_works(memory)
        assert memory.stats().schema == len(schema.MIGRATIONS)
    assert_whole(old)


def test_an_older_memory_that_is_only_read_has_no_terms(old):
    before = old.read_bytes()
    with TermBase(old, read_only=True) as base:
        assert (base.count(), list(base.concepts()), base.find("大会")) == (0, [], [])
        assert (base.marked("大会"), base.history(1), base.has(1)) == ([], [], False)
        assert list(base.clashes()) == []
        assert base.stats().concepts == 0
        with pytest.raises(TermError, match="no concept 1"):
            base.concept(1)
        with pytest.raises(StoreError, match="write-protected"):
            base.add([concept()], origin="a")
    with Memory(old, read_only=True) as memory:
        assert_works(memory)
    assert old.read_bytes() == before


def test_a_newer_memory_is_refused(path):
    base_of(concept(), path=path).close()
    rows(path, "PRAGMA user_version = 99")
    for read_only in (False, True):
        with pytest.raises(SchemaVersionError, match="upgrade with: pip install -U duizhao"):
            TermBase(path, read_only=read_only)


def test_a_base_to_be_read_must_be_there(path):
    with pytest.raises(StoreError, match="no memory there; make one with"):
        TermBase(path, read_only=True)
    path.touch()
    with pytest.raises(StoreError, match="empty; make a memory with: duizhao tm import"):
        TermBase(path, read_only=True)


def test_a_base_opened_to_be_read_cannot_be_written(path):
    base_of(concept(review="candidate"), path=path).close()
    with TermBase(path, read_only=True) as base:
        for change in (
            lambda: base.add([concept("甲", "one")], origin="b"),
            lambda: base.review(1, "accepted"),
            lambda: base.remove([1]),
            lambda: base.change(1, concept()),
        ):
            with pytest.raises(StoreError, match="write-protected; change its rights"):
                change()
        assert base.find("大会")[0].concept.review == "candidate"


def test_units_and_terms_do_not_touch_each_other(old):
    with TermBase(old) as base:
        base.add([concept()], origin="old.tmx")
    with Memory(old) as memory:
        assert memory.remove_units([1]) == 1
    with TermBase(old) as base:
        assert next(base.concepts()).origin == "old.tmx"
        base.remove([1])
    assert rows(old, "SELECT count(*) FROM origin") == [(0,)]


def test_a_term_stays_a_term_when_a_process_is_killed_amid_an_add(path):
    chance = random.Random(20240502)
    count = 1500
    for _ in range(8):
        process = started(ADD, path, 0, count)
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.5))
        process.kill()
        told = process.communicate()[0].split()
        assert_whole(path)
        with TermBase(path) as base:
            assert base.count() >= (int(told[-1]) if told else 0)
            assert texts(base.concepts()) == texts(numbered(base.count()))
    ended(started(ADD, path, 0, count))
    with TermBase(path) as base:
        assert texts(base.concepts()) == texts(numbered(count))
        assert base.find("protocol 7")[0].kind == "exact"
    assert_whole(path)


def test_two_processes_write_and_others_read(path, tmp_path):
    TermBase(path).close()
    readers = [started(READ, path, tmp_path / "done") for _ in range(2)]
    writers = [started(ADD, path, 0, 400), started(ADD, path, 300, 700)]
    with TermBase(path) as ours:
        try:
            ours.add([concept()], origin="ours")
            for writer in writers:
                ended(writer)
        finally:
            (tmp_path / "done").touch()
        assert [int(ended(reader)) for reader in readers] == [701, 701]
        assert ours.count() == 701
        assert ours.count(Which(origin="0.tbx")) == 400
        assert ours.count(Which(origin="300.tbx")) == 400
    assert_whole(path)


def test_what_another_process_changed_meanwhile_is_not_overwritten(path):
    wanted = concept(review="candidate")
    with base_of(wanted, concept("甲", "one"), path=path) as ours, TermBase(path) as theirs:
        seen = ours.concept(1)
        mended = theirs.change(1, replace(seen, note="主要机关"))
        for decide in (
            lambda: ours.change(1, replace(seen, kind="name"), seen=seen),
            lambda: ours.review(1, "accepted", seen=seen),
            lambda: ours.merge([2, 1], seen=[seen]),
        ):
            with pytest.raises(TermError, match="concept 1 was changed meanwhile and stays"):
                decide()
        assert ours.concept(1) == mended
        assert [step.action for step in ours.history(1)] == ["changed"]
        theirs.add([wanted], origin="b.tbx")  # comes from elsewhere as well, and says the same
        assert ours.review(1, "accepted", seen=mended).review == "accepted"
    assert_whole(path)


def test_words_of_what_was_changed_and_removed_are_forgotten(path):
    with base_of(concept("委员会", "Commission"), path=path) as base:
        junk = [concept(f"错{n}", f"Comission{chr(97 + n)}") for n in range(11)]
        base.add(junk, origin="junk.tsv")
        base.change(2, concept("错", "Comissions and Comissions"))
        assert_whole(path)
        base.remove_origin("junk.tsv")
        assert [match.term.text for match in base.find("comission")] == ["Commission"]
        assert_whole(path)
        base.restore([base.history(2)[0].before])
        assert base.find("comissions")[0].term.text == "Comissions and Comissions"
    assert_whole(path)


def test_a_process_that_never_ends_its_write_is_told(path, monkeypatch):
    monkeypatch.setattr(schema, "WAIT", 0.1)
    with TermBase(path) as base, TermBase(path) as other:
        other._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process keeps writing to it; try again"):
            base.add([concept()], origin="a")
        other._connection.execute("ROLLBACK")
        assert base.add([concept()], origin="a").new == 1


def test_what_was_read_before_an_error_is_kept(path):
    def broken():
        yield from numbered(3)
        raise OSError("the disk is gone")

    with TermBase(path) as base:
        with pytest.raises(OSError, match="the disk is gone"):
            base.add(broken(), origin="a")
        assert base.count() == 3
    assert_whole(path)


def test_a_change_that_fails_midway_leaves_all_as_it_was(path):
    with base_of(concept(), concept("联大", "GA"), path=path) as base:
        base._connection.execute(
            "CREATE TEMP TRIGGER t BEFORE INSERT ON term WHEN new.text = 'GA' "
            "BEGIN SELECT raise(ABORT, 'no'); END"
        )
        before = list(base.concepts())
        with pytest.raises(StoreError, match="no"):
            base.merge([1, 2])
        assert list(base.concepts()) == before
    assert_whole(path)
    assert rows(path, "SELECT count(*) FROM history") == [(0,)]


def test_the_file_of_a_base_may_be_removed_once_it_is_closed(path):
    base_of(concept(), path=path).close()
    assert os.listdir(path.parent) == ["memory.db"]  # noqa: PTH208 - names alone


def test_terms_of_any_length_are_kept(path):
    long = Concept((Term("zh-CN", "议" * 5000), Term("en", "word " * 2000)))
    with base_of(long, path=path) as base:
        assert base.find("议" * 5000)[0].kind == "exact"
        assert base.find("议" * 4999)[0].kind == "longer"
        assert base.marked("议" * 5000) == []
    assert_whole(path)
