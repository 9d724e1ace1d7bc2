"""A memory's file in bad times: killed writers, other processes, foreign files, full disks."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress

import pytest
from memory_samples import ROOT, assert_sound, memory_of, numbered, rows, texts, unit

from tm import Memory, SchemaVersionError, StoreError, Where, schema, write_tmx

COUNT = 3000
IMPORT = """
import sys
from tm import Memory, intake

intake.BATCH = 50
with Memory(sys.argv[1]) as memory:
    print("open", flush=True)
    memory.import_file(sys.argv[2], progress=lambda done: print(done, flush=True))
"""
READ = """
import sys
from pathlib import Path
from tm import Memory

with Memory(sys.argv[1], read_only=True) as memory:
    before = 0
    while True:
        is_last = Path(sys.argv[2]).exists()
        units = [one.unit for one in memory.stored()]
        assert all(len(unit.variants) == 2 and unit.uses for unit in units)
        assert len(units) >= before, (len(units), before)
        before = len(units)
        assert before == 0 or memory.lookup(units[0].variants[0].text)[0].score == 100
        assert before == 0 or memory.concordance("委员会")
        if is_last:
            break
print(before)
"""
OPEN = """
import sys
from tm import Memory

sys.stdin.readline()
with Memory(sys.argv[1]) as memory:
    print(memory.stats().units)
"""


def started(code, *args, **how):
    command = [sys.executable, "-c", code, *map(str, args)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how
    )


def ended(process, **how):
    out, err = process.communicate(timeout=120, **how)
    assert process.returncode == 0, err
    return out


@pytest.fixture
def path(tmp_path):
    return tmp_path / "memory.db"


@pytest.fixture
def tmx(tmp_path):
    write_tmx(tmp_path / "units.tmx", numbered(COUNT), srclang="zh-CN")
    return tmp_path / "units.tmx"


def killed_while_importing(path, tmx, seconds):
    process = started(IMPORT, path, tmx)
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    out = process.communicate()[0].split()
    return int(out[-1]) if out else 0


def test_an_import_killed_at_any_moment_leaves_whole_units_and_goes_on(path, tmx):
    chance = random.Random(20240501)
    for _ in range(10):
        before = len(rows(path, "SELECT 1 FROM unit")) if path.exists() else 0
        told = killed_while_importing(path, tmx, chance.uniform(0, 0.15))
        assert_sound(path)
        with Memory(path) as memory:
            assert memory.count() >= before + told
            assert texts(memory.stored()) == texts(numbered(memory.count()))
            is_done = memory.count() == COUNT
        if is_done:  # once more from the beginning
            path.unlink()
    with Memory(path) as memory:
        before = memory.count()
        assert memory.import_file(tmx).new == COUNT - before
        assert texts(memory.stored()) == texts(numbered(COUNT))
        assert {stored.unit.uses for stored in memory.stored()} == {1}
    assert_sound(path)


def test_a_changed_file_is_read_from_its_beginning(path, tmx):
    killed_while_importing(path, tmx, 0.1)
    write_tmx(tmx, [unit(), *numbered(COUNT)], srclang="zh-CN")
    with Memory(path) as memory:
        memory.import_file(tmx)
        assert memory.count() == COUNT + 1
        assert ("大会", "Assembly") in texts(memory.stored())
    assert_sound(path)


def test_others_read_while_one_writes(path, tmx, tmp_path):
    Memory(path).close()
    readers = [started(READ, path, tmp_path / "done") for _ in range(3)]
    ended(started(IMPORT, path, tmx))
    (tmp_path / "done").touch()
    assert [int(ended(reader)) for reader in readers] == [COUNT] * 3
    assert_sound(path)


def test_two_writers_wait_for_each_other_and_lose_nothing(path, tmp_path):
    for name, first in (("a", 0), ("b", 1000)):
        write_tmx(tmp_path / f"{name}.tmx", numbered(1500, first), srclang="zh-CN")
    writers = [started(IMPORT, path, tmp_path / f"{name}.tmx") for name in "ab"]
    for writer in writers:
        ended(writer)
    assert rows(path, "SELECT count(*) FROM unit") == [(2500,)]
    assert rows(path, "SELECT name, sum(uses) FROM brought JOIN origin ON id = origin GROUP BY 1") == [
        ("a.tmx", 1500),
        ("b.tmx", 1500),
    ]
    assert_sound(path)


def test_many_processes_may_make_one_memory_at_once(path):
    processes = [started(OPEN, path, stdin=subprocess.PIPE) for _ in range(4)]
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [ended(process) for process in processes] == ["0\n"] * 4


def at_once(path, count=8):
    """Open and close the memory at *path* in many threads; return what went wrong."""
    wrong, barrier = [], threading.Barrier(count)

    def one():
        barrier.wait()
        try:
            Memory(path).close()
        except StoreError as error:
            wrong.append(error)

    threads = [threading.Thread(target=one) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def test_many_threads_may_make_one_memory_at_once(tmp_path):
    assert [error for n in range(20) for error in at_once(tmp_path / f"{n}.db")] == []


MORE = "ALTER TABLE unit ADD COLUMN client TEXT NOT NULL DEFAULT ''; CREATE TABLE extra(a); "


def test_an_older_memory_is_brought_up_to_date_and_keeps_its_units(path, monkeypatch):
    memory_of(path, numbered(100))
    known = len(schema.MIGRATIONS)
    with monkeypatch.context() as newer:
        newer.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, MORE, "CREATE TABLE b(a);"))
        with Memory(path) as memory:
            assert memory.stats().schema == known + 2
            assert texts(memory.stored()) == texts(numbered(100))
            assert memory.lookup(numbered(1)[0].variants[0].text)[0].score == 100
    assert rows(path, "SELECT count(*), sum(client = '') FROM unit") == [(100, 100)]
    with pytest.raises(SchemaVersionError, match=rf"schema {known + 2}, this one knows {known}.*pip install"):
        Memory(path)


def test_many_may_bring_an_older_memory_up_to_date_at_once(path, monkeypatch):
    memory_of(path, numbered(10))
    for _ in range(10):
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, f"CREATE TABLE {_table()}(a);"))
        assert at_once(path) == []
    assert_sound(path)


def _table():
    return f"t{len(schema.MIGRATIONS)}"


def test_a_migration_that_fails_leaves_the_memory_as_it_was(path, monkeypatch):
    memory_of(path, numbered(10))
    with monkeypatch.context() as newer:
        newer.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, MORE + "CREATE TABLE unit(a);"))
        with pytest.raises(StoreError):
            Memory(path)
    with Memory(path) as memory:
        assert memory.count() == 10


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_memory_is_left_alone(path, read_only):
    memory_of(path, [unit()])
    rows(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(SchemaVersionError, match="upgrade with: pip install -U duizhao"):
        Memory(path, read_only=read_only)
    assert path.read_bytes() == before


def foreign(path):
    rows(path, "CREATE TABLE bookmark(title)")


def taken(path):
    """Make another application's database with as new a version as ours."""
    foreign(path)
    rows(path, "PRAGMA user_version = 1")


def truncated(path):
    memory_of(path, numbered(200))
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


def overwritten(path):
    memory_of(path, numbered(200))
    with path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xff" * 4096 * 3)


WRONG = {
    "text": lambda path: path.write_text("大会 " * 1000, "utf-8"),
    "TMX": lambda path: write_tmx(path, numbered(20), srclang="zh-CN"),
    "note": lambda path: path.write_text("Not a page of SQLite's long.", "utf-8"),
    "foreign": foreign,
    "taken": taken,
    "folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_memory_is_refused_with_advice_and_left_alone(path, name, read_only):
    WRONG[name](path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=r"memory\.db: .+; .+"):
        Memory(path, read_only=read_only)
    assert before == (path.read_bytes() if path.is_file() else None)


@pytest.mark.parametrize("damage", [truncated, overwritten])
def test_a_damaged_memory_is_told_with_advice(path, damage):
    damage(path)
    with pytest.raises(StoreError, match=r"memory\.db: the file is damaged; restore it"):
        use(path)


def use(path):
    with Memory(path) as memory:
        list(memory.stored())
        memory.concordance("委员会")
        memory.remove_units(range(500))
        memory.dedupe()


def test_an_empty_file_is_a_new_memory(path):
    path.touch()
    memory_of(path, [unit()])
    assert_sound(path)


def test_a_memory_to_be_read_must_be_there(path):
    with pytest.raises(StoreError, match="make one with: duizhao tm import"):
        Memory(path, read_only=True)
    assert not path.exists()


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreError, match="check its name, its folder and your rights"):
        Memory(tmp_path / "absent" / "memory.db")


@pytest.mark.parametrize("name", ["100% 会议?.db", "a#b.db", "a&mode=memory.db", "ü" * 60 + ".db"])
def test_names_mean_themselves(tmp_path, name):
    memory_of(tmp_path / name, [unit()])
    assert [found.name for found in tmp_path.iterdir()] == [name]
    with Memory(tmp_path / name, read_only=True) as memory:
        assert memory.count() == 1


def test_a_memory_opened_to_be_read_cannot_be_written(path):
    memory_of(path, [unit()])
    with Memory(path, read_only=True) as memory:
        with pytest.raises(StoreError, match="write-protected; change its rights"):
            memory.add([unit("二", "two")], origin="a.tmx")
        with pytest.raises(StoreError, match="write-protected; change its rights"):
            memory.remove_units([1])
        assert memory.count() == 1


def test_a_memory_that_is_closed_says_so(path):
    memory = Memory(path)
    memory.close()
    with pytest.raises(StoreError, match="closed"):
        memory.count()


def test_a_writer_that_never_ends_is_told(path, monkeypatch):
    monkeypatch.setattr(schema, "WAIT", 0.1)
    with Memory(path) as memory, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process keeps writing to it; try again"):
            memory.add([unit()], origin="a.tmx")
        assert memory.count() == 0
        other.rollback()
        assert memory.add([unit()], origin="a.tmx").new == 1


NOBODY = 65534
AS_NOBODY = """
import os, sys
from tm import Memory, StoreError
from corpora.types import TranslationUnit, Variant

one = TranslationUnit((Variant("zh", "新的"), Variant("en", "new")))
Memory().add([one], origin="a")  # all is imported while root may read it
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
try:
    with Memory(sys.argv[1], read_only=sys.argv[2] == "read") as memory:
        print(memory.count())
        if sys.argv[2] == "write":
            memory.add([one], origin="a")
except StoreError as error:
    print(error)
"""
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user"
)


@pytest.fixture
def open_folder(tmp_path_factory):
    """A folder in which nobody may do anything, as pytest's own folders are root's alone."""
    import tempfile

    folder = tempfile.mkdtemp(prefix="duizhao-test-")
    os.chmod(folder, 0o777)
    yield type(tmp_path_factory.getbasetemp())(folder)
    shutil.rmtree(folder)


@as_root
def test_another_user_reads_a_protected_memory_and_cannot_write_it(open_folder):
    path = memory_of(open_folder / "memory.db", [unit()])
    path.chmod(0o444)
    assert ended(started(AS_NOBODY, path, "read")) == "1\n"
    out = ended(started(AS_NOBODY, path, "write"))
    assert out == f"1\n{path}: the memory is write-protected; change its rights, or copy it\n"


@as_root
@pytest.mark.parametrize("how", ["read", "write"])
def test_a_memory_that_nobody_may_read_is_told(open_folder, how):
    path = memory_of(open_folder / "memory.db", [unit()])
    path.chmod(0o600)
    out = ended(started(AS_NOBODY, path, how))
    assert out == f"{path}: cannot be opened; check its name, its folder and your rights\n"


@as_root
def test_no_memory_is_made_in_a_protected_folder(open_folder):
    open_folder.chmod(0o555)
    out = ended(started(AS_NOBODY, open_folder / "memory.db", "write"))
    assert out.endswith("cannot be opened; check its name, its folder and your rights\n")


@as_root
def test_a_memory_in_a_protected_folder_can_be_read(open_folder):
    path = memory_of(open_folder / "memory.db", [unit()])
    open_folder.chmod(0o555)
    assert ended(started(AS_NOBODY, path, "read")) == "1\n"


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    if not shutil.which("mount") or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root can mount a small disk, and not everywhere")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_told_and_whole_batches_stay(small_disk, monkeypatch):
    monkeypatch.setattr("tm.intake.BATCH", 500)
    path, done = small_disk / "memory.db", []
    with Memory(path) as memory, pytest.raises(StoreError, match=r"the disk is full.*; free some space"):
        memory.add(numbered(20_000), origin="a.tmx", progress=done.append)
    with Memory(path) as memory:
        count = memory.count()
        assert count >= done[-1] > 0
        assert count % 500 == 0
        assert texts(memory.stored()) == texts(numbered(count))
        assert memory.lookup(numbered(1)[0].variants[0].text)[0].score == 100
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]


def test_a_disk_that_is_full_from_the_beginning_is_told(small_disk):
    with (small_disk / "rest").open("wb", buffering=0) as stream, suppress(OSError):
        while stream.write(bytes(4096)):
            pass
    with pytest.raises(StoreError, match=r"memory\.db: .+; .+"):
        memory_of(small_disk / "memory.db", [unit()])
    (small_disk / "rest").unlink()
    memory_of(small_disk / "memory.db", [unit()])
    assert_sound(small_disk / "memory.db")


def test_a_memory_on_a_disk_mounted_to_be_read_is_read(small_disk):
    path = memory_of(small_disk / "memory.db", [unit()])
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with Memory(path, read_only=True) as memory:
        assert texts(memory.stored()) == [("大会", "Assembly")]


def test_another_memory_is_imported_like_a_file(tmp_path, path):
    memory_of(path, numbered(5))
    with Memory(tmp_path / "ours.db") as ours:
        assert ours.import_file(path).new == 5
        assert ours.import_file(path).repeated == 5
        assert ours.count(Where(origin=path.name)) == 5


def test_reading_leaves_no_files_beside_the_memory(tmp_path, path):
    memory_of(path, numbered(5))
    with Memory(path, read_only=True) as memory:
        assert memory.lookup(numbered(1)[0].variants[0].text)
        with pytest.raises(StoreError, match="write-protected"):
            memory.remove(Where())
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
