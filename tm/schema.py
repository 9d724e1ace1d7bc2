"""The tables of a memory's file, and how an older file becomes a newer one.

Knows SQL and nothing of translation. Everything a write changes is one
transaction of SQLite's write-ahead log: a process may be killed at any moment,
and others go on reading what was there before.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from tm.errors import SchemaVersionError, StoreError

_MAGIC = b"SQLite format 3\0"  # what SQLite's files begin with
APPLICATION = 0x445A544D  # "DZTM": PRAGMA application_id of our files
WAIT = 60.0  # seconds that a process waits for another one's write
LOG = 40_000  # pages of the log before they go into the file: pages that change often go once
CACHE = 64 << 10  # KiB of pages kept in memory while writing
VARIANTS = 64  # most variants of a unit: a variant's id is its unit's times this, plus its place
TERMS = 256  # most terms of a concept, as above
READABLE = 1  # the oldest schema whose units are read as they are; of terms it has none
TERMS_SINCE = 2  # the first schema with terms

_FIRST = """
CREATE TABLE origin(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE unit(
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice
    digest TEXT NOT NULL,          -- of texts, document, paragraph and contexts
    document TEXT NOT NULL,
    paragraph TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    bead TEXT NOT NULL,
    probability REAL,
    reasons TEXT NOT NULL,         -- a JSON array
    context_before TEXT NOT NULL,
    context_after TEXT NOT NULL,
    created TEXT NOT NULL,               -- ISO 8601 in UTC; empty where nothing dates it
    author TEXT NOT NULL,
    note TEXT NOT NULL,
    is_machine INTEGER NOT NULL,
    props TEXT NOT NULL            -- a JSON array of pairs
);
CREATE TABLE variant(
    id INTEGER PRIMARY KEY,        -- unit * 64 + place
    lang TEXT NOT NULL,
    text TEXT NOT NULL,
    inline TEXT NOT NULL,
    key INTEGER NOT NULL           -- of the folded text
);
CREATE INDEX variant_key ON variant(key);
CREATE TABLE brought(              -- which file brought a unit, and how often
    origin INTEGER NOT NULL REFERENCES origin,
    unit INTEGER NOT NULL REFERENCES unit,
    uses INTEGER NOT NULL,
    PRIMARY KEY (unit, origin)
) WITHOUT ROWID;
CREATE TABLE intake(               -- a file that is being imported
    path TEXT PRIMARY KEY,
    state TEXT NOT NULL,           -- size and time of change
    done INTEGER NOT NULL          -- units read
);
CREATE TABLE vector(
    unit INTEGER NOT NULL REFERENCES unit,
    model TEXT NOT NULL,
    value BLOB NOT NULL,           -- signed bytes, a dimension each
    PRIMARY KEY (unit, model)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
    text, content='', detail=none, tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO words(words, rank) VALUES ('hashsize', 16777216);  -- bytes gathered before a segment
INSERT INTO words(words, rank) VALUES ('automerge', 8);  -- segments of one size that are merged
"""
_SECOND = """
CREATE TABLE concept(
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice
    kind TEXT NOT NULL,
    review TEXT NOT NULL,
    subject TEXT NOT NULL,
    definition TEXT NOT NULL,
    note TEXT NOT NULL,
    count INTEGER NOT NULL,
    score REAL,
    paragraphs TEXT NOT NULL,      -- a JSON array
    created TEXT NOT NULL,         -- ISO 8601; empty where nothing dates it
    changed TEXT NOT NULL,
    author TEXT NOT NULL,
    props TEXT NOT NULL            -- a JSON array of pairs
);
CREATE INDEX concept_review ON concept(review, score);
CREATE TABLE term(
    id INTEGER PRIMARY KEY,        -- concept * 256 + place
    lang TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL,
    base TEXT NOT NULL,
    form TEXT NOT NULL,
    part_of_speech TEXT NOT NULL,
    context TEXT NOT NULL,
    paragraph TEXT NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    key INTEGER NOT NULL,          -- of its surface
    stem INTEGER,                  -- of the stems of its English words
    base_stem INTEGER,             -- of the stems of its base, where they are others
    initials TEXT                  -- of its pinyin
);
CREATE INDEX term_key ON term(key);
CREATE INDEX term_stem ON term(stem) WHERE stem IS NOT NULL;
CREATE INDEX term_base_stem ON term(base_stem) WHERE base_stem IS NOT NULL;
CREATE INDEX term_initials ON term(initials) WHERE initials IS NOT NULL;
CREATE TABLE brought_concept(      -- which file brought a concept
    origin INTEGER NOT NULL REFERENCES origin,
    concept INTEGER NOT NULL REFERENCES concept,
    PRIMARY KEY (concept, origin)
) WITHOUT ROWID;
CREATE TABLE history(              -- what a concept was before each change
    id INTEGER PRIMARY KEY,
    concept INTEGER NOT NULL,      -- it may be gone
    moment TEXT NOT NULL,
    author TEXT NOT NULL,
    action TEXT NOT NULL,
    key INTEGER NOT NULL,          -- of the terms it had
    before TEXT NOT NULL           -- a JSON object
);
CREATE INDEX history_concept ON history(concept);
CREATE INDEX history_key ON history(key);
CREATE TABLE spelling(             -- words of English terms, to find what is nearly spelt so
    word TEXT PRIMARY KEY,
    turned TEXT NOT NULL,          -- its letters from the last to the first
    uses INTEGER NOT NULL          -- terms that have it; without one it goes
) WITHOUT ROWID;
CREATE INDEX spelling_turned ON spelling(turned);
CREATE VIRTUAL TABLE term_words USING fts5(
    text, detail=none, columnsize=0, tokenize='ascii'  -- the words are cut and folded before
);
"""
# One script for each version of the schema: the n-th makes version n + 1 of version n.
MIGRATIONS = (_FIRST, _SECOND)


def connect(path: str | Path | None, *, read_only: bool = False) -> sqlite3.Connection:
    """Open the memory at *path*, made if it is not there; None keeps it in memory.

    Raises:
        StoreError: it is no memory, cannot be opened, or is not there to be read.
        SchemaVersionError: a newer Duizhao wrote it.
    """
    name = ":memory:" if path is None else str(path)
    if read_only and not Path(name).is_file():
        raise StoreError("no memory there", path, remedy="make one with: duizhao tm import FILE")
    connection = None
    try:
        connection = _opened(path, read_only=read_only)
        _prepare(connection, path, read_only=read_only)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error):
            raise store_error(error, path) from error
        raise
    return connection


def is_database(path: Path) -> bool:
    """Tell whether the file at *path* is a database, which may be a memory."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def _opened(path: str | Path | None, *, read_only: bool) -> sqlite3.Connection:
    if path is None:
        target = ":memory:"
    else:
        target = Path(path).absolute().as_uri() + (_read_only(path) if read_only else "")
    connection = sqlite3.connect(
        target, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False
    )
    connection.execute(f"PRAGMA query_only = {read_only:d}")
    return connection


def _read_only(path: str | Path) -> str:
    """Return how to open what is only read; where rights allow, the log goes with the last reader.

    A folder that takes no lock files needs none of them.
    """
    is_quiet = not Path(f"{path}-wal").exists()
    is_shut = not os.access(Path(path).absolute().parent, os.W_OK)
    if is_shut and is_quiet:
        return "?mode=ro&immutable=1"
    return "?mode=ro" if is_shut or not os.access(path, os.W_OK) else "?mode=rw"


def _prepare(connection: sqlite3.Connection, path: str | Path | None, *, read_only: bool) -> None:
    """Bring the file to the newest version of the schema."""
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute("PRAGMA synchronous = NORMAL")  # of a power cut only the last batches suffer
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG}")
    version = _version(connection, path)
    if version == len(MIGRATIONS) or (read_only and version >= READABLE):
        return
    if read_only:
        raise StoreError("empty", path, remedy="make a memory with: duizhao tm import FILE")
    _write_ahead(connection)
    with transaction(connection):
        for number, script in enumerate(MIGRATIONS[_version(connection, path) :]):
            if not number:
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all of a block or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # on a full disk SQLite has ended it
            connection.execute("ROLLBACK")
        raise


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Use a write-ahead log; for this change SQLite itself does not wait for other processes."""
    until = monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or monotonic() > until:
                raise
            sleep(0.01)
        else:
            return


def _statements(script: str) -> list[str]:
    """Cut *script*; sqlite3's own executescript would commit first."""
    found, rest = [], ""
    for piece in script.split(";"):
        rest += piece + ";"
        if sqlite3.complete_statement(rest):
            found.append(rest)
            rest = ""
    return found


def _version(connection: sqlite3.Connection, path: str | Path | None) -> int:
    """Return the version of the file's schema, 0 for an empty file."""
    # In this order: another process may be making the tables.
    is_empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION and not is_empty:
        raise StoreError(
            "a database, but not a memory of Duizhao's", path, remedy="choose another file"
        )
    if version > len(MIGRATIONS):
        raise SchemaVersionError(
            f"made by a newer Duizhao (schema {version}, this one knows {len(MIGRATIONS)})",
            path,
            remedy="upgrade with: pip install -U duizhao",
        )
    return version


_REMEDIES = {
    "SQLITE_NOTADB": ("not a memory: no SQLite database", "choose another file"),
    "SQLITE_CORRUPT": ("the file is damaged", "restore it from a copy, or import its TMX anew"),
    "SQLITE_FULL": ("the disk is full; nothing of the last batch was kept", "free some space"),
    "SQLITE_READONLY": ("the memory is write-protected", "change its rights, or copy it"),
    "SQLITE_CANTOPEN": ("cannot be opened", "check its name, its folder and your rights"),
    "SQLITE_BUSY": ("another process keeps writing to it", "try again when that is done"),
    "SQLITE_IOERR": ("the disk reports an error", "check the disk; the last batch was not kept"),
}


def store_error(error: sqlite3.Error, path: str | Path | None) -> StoreError:
    """Say in terms of the memory what SQLite met."""
    code = "_".join((getattr(error, "sqlite_errorname", "") or "").split("_")[:2])
    problem, remedy = _REMEDIES.get(code, (f"SQLite says: {error}", "check the file"))
    return StoreError(problem, path, remedy=remedy)
