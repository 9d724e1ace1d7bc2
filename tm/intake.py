"""Units into a memory, in batches that are written whole or not at all.

Knows which units are the same: equal texts and languages from the same place of
the same document. Does not know where the units come from.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

from corpora.types import TranslationUnit
from tm.folding import fold, index_texts, key_of
from tm.formats.clean import is_blank
from tm.origins import number_of_origin
from tm.schema import VARIANTS
from tm.where import writable

BATCH = 40_000  # units of one transaction
PART = 2048  # most units that are written at a time
AHEAD = 8  # parts that wait to be written
LARGE = 2 << 20  # characters of a part that is ended before it has so many units
_BREAK = "\x1f"
_ROOM = 1 << 15  # values in one statement, and one more a row: SQLite takes 32,766
_BESIDE = itemgetter(2, 3, 4, 6, 10, 11, 13)  # columns of text that an identity does not hold
_KNOWN = (
    "SELECT digest, unit.id FROM {rows} CROSS JOIN variant ON key = column1 "
    f"JOIN unit ON unit.id = variant.id / {VARIANTS}"
)
_UNITS = "INSERT INTO unit SELECT ? + column1, {columns} FROM {{rows}}".format(
    columns=", ".join(f"column{number}" for number in range(2, 17))
)
_VARIANTS = (
    f"INSERT INTO variant SELECT ? * {VARIANTS} + column1, column2, column3, column4, column5 "
    "FROM {rows}"
)
_WORDS = f"INSERT INTO words(rowid, text) SELECT ? * {VARIANTS} + column1, column2 FROM {{rows}}"
_BROUGHT = (  # "WHERE true" keeps SQLite from reading ON as that of a join
    "INSERT INTO brought SELECT ?, column1, column2 FROM {rows} WHERE true "
    "ON CONFLICT DO UPDATE SET uses = uses + 1"
)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the units: new ones, ones that were there, ones refused, by reason.

    Reasons are ``language`` (fewer than two languages, or one twice), ``empty``
    (a side without text) and ``characters`` (text that UTF-8 cannot hold).
    """

    new: int = 0
    repeated: int = 0
    refused: dict[str, int] = field(default_factory=dict)

    def __add__(self, other: Added) -> Added:
        """Sum two counts."""
        refused = Counter(self.refused) + Counter(other.refused)
        return Added(self.new + other.new, self.repeated + other.repeated, dict(refused))

    def __bool__(self) -> bool:
        """Tell whether there were any."""
        return bool(self.new or self.repeated or self.refused)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far a file has been read: written with each batch, so that an import can go on."""

    path: str
    state: str
    done: int  # units read before the first one given


def bookmark_of(connection: sqlite3.Connection, path: Path, reading: str) -> Bookmark:
    """Return where to go on with the file at *path*: its beginning, or where it was interrupted.

    *reading* says how it is read: what was read otherwise is read anew.
    """
    name = writable(str(path.absolute()))
    state = " ".join([*_state(path), *_state(Path(f"{path}-wal")), reading])  # a memory has a log
    row = connection.execute("SELECT state, done FROM intake WHERE path = ?", (name,)).fetchone()
    return Bookmark(name, state, row[1] if row and row[0] == state else 0)


def _state(path: Path) -> tuple[str, ...]:
    """Return size and time of change of a file; nothing where there is none."""
    try:
        status = path.stat()
    except OSError:  # reading it will say what is wrong
        return ()
    return str(status.st_size), str(status.st_mtime_ns)


def finish(connection: sqlite3.Connection, bookmark: Bookmark) -> None:
    """Note that a file was read to its end: the next import of it begins anew."""
    connection.execute("DELETE FROM intake WHERE path = ?", (bookmark.path,))


def add_units(
    connection: sqlite3.Connection,
    units: Iterable[TranslationUnit],
    origin: str,
    bookmark: Bookmark | None = None,
) -> Generator[Added, None, None]:
    """Write *units* and yield what became of those of each transaction once it is safe.

    A part is written in a second thread, the only one that writes, each table in one
    statement, while the next one is being read. What was given before an error of the
    source of *units* is kept.
    """
    writer = _Writer(connection, writable(origin), bookmark)
    queue: deque[Future[Added]] = deque()
    is_heard = True
    with ThreadPoolExecutor(1) as worker:
        try:
            for part in _parts(units):
                queue.append(worker.submit(writer.write, part))
                if len(queue) > AHEAD:
                    safe = queue[0].result()
                    queue.popleft()
                    if safe:
                        yield safe
        except GeneratorExit:
            is_heard = False
            raise
        finally:
            queue.append(worker.submit(writer.commit))
            for written in queue:
                if (safe := written.result()) and is_heard:
                    yield safe


@dataclass(frozen=True, slots=True)
class _Part:
    """Units ready to be written, as the rows of tables; numbered from 0 on."""

    units: list[tuple[Any, ...]]
    digests: list[str]  # of the units
    keys: set[int]  # of their sources
    uses: list[int]
    variants: list[tuple[Any, ...]]
    words: list[tuple[int, str]]  # of the variants
    refused: Counter[str]

    @property
    def read(self) -> int:
        """Count the units that were read, refused ones among them."""
        return len(self.units) + self.refused.total()


@dataclass(slots=True)
class _Gathered:
    """What a part is made of; each unit comes in one step, which an interrupt cannot halve."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    size: int = 0  # characters

    def add(self, unit: TranslationUnit) -> None:
        """Take *unit*, or count why it is refused."""
        if fault := fault_of(unit):
            self.refused[fault] += 1
            return
        columns, identity = _columns(unit), _identity(unit)
        try:
            digest = blake2b(identity.encode(), digest_size=12).hexdigest()
            "".join(_BESIDE(columns)).encode()
        except UnicodeEncodeError:
            self.refused["characters"] += 1
            return
        self.size += len(identity)
        self.rows.append((columns, digest, unit.uses, unit.variants))

    def is_full(self) -> bool:
        """Tell whether it is enough for a part."""
        read = len(self.rows) + self.refused.total()
        return read >= min(PART, BATCH) or self.size >= LARGE

    def part(self) -> _Part:
        """Number the rows, and find the terms of all texts at once."""
        units, variants, folded, keys = [], [], [], set()
        for number, (columns, digest, _, texts) in enumerate(self.rows):
            units.append((number, digest, *columns))
            for place, variant in enumerate(texts, number * VARIANTS):
                folded.append(fold(variant.text))
                key = key_of(folded[-1])
                variants.append((place, variant.lang, variant.text, variant.inline, key))
            keys.add(variants[-len(texts)][-1])
        terms = zip((row[0] for row in variants), index_texts(folded), strict=True)
        return _Part(
            units=units,
            digests=[digest for _, digest, _, _ in self.rows],
            keys=keys,
            uses=[uses for _, _, uses, _ in self.rows],
            variants=variants,
            words=list(terms),
            refused=self.refused,
        )


def _parts(units: Iterable[TranslationUnit]) -> Iterator[_Part]:
    """Cut *units* into parts; those before an error of their source make a part of their own."""
    gathered = _Gathered()
    try:
        for unit in units:
            gathered.add(unit)
            if gathered.is_full():
                full, gathered = gathered, _Gathered()
                yield full.part()
    finally:
        if gathered.rows or gathered.refused:
            yield gathered.part()


def fault_of(unit: TranslationUnit) -> str:
    """Name what keeps *unit* out of a memory; empty if nothing does."""
    langs = [variant.lang for variant in unit.variants]
    if not 2 <= len(set(langs)) == len(langs) <= VARIANTS:
        return "language"
    for variant in unit.variants:
        if not variant.text[:1].isalnum() and is_blank(variant.text):
            return "empty"
    return ""


def _identity(unit: TranslationUnit) -> str:
    """Return what tells *unit* from every other: its texts and its place."""
    parts = [unit.document, unit.paragraph, unit.context_before, unit.context_after]
    for variant in unit.variants:
        parts += (variant.lang, variant.text, variant.inline)
    return _BREAK.join(parts)


@dataclass(slots=True)
class _Writer:
    """Writes parts, one after the other; after an error none, or the file would have a gap."""

    connection: sqlite3.Connection
    origin: str
    bookmark: Bookmark | None
    added: Added = Added()  # in this transaction
    read: int = 0
    is_broken: bool = False

    def write(self, part: _Part) -> Added:
        """Write what is new of *part* and count what is not; return what is safe since."""
        if self.is_broken:
            return Added()
        with self._undone():
            if not self.connection.in_transaction:
                self.connection.execute("BEGIN IMMEDIATE")
            ids, new = _inserted(self.connection, part)
            brought = list(zip(ids, part.uses, strict=True))
            _run(self.connection, _BROUGHT, brought, number_of_origin(self.connection, self.origin))
            self._note(part.read)
            self.added += Added(new, len(ids) - new, dict(part.refused))
            self.read += part.read
            return self.commit() if self.read >= BATCH else Added()

    def commit(self) -> Added:
        """End the transaction; return what is safe since."""
        with self._undone():
            if self.connection.in_transaction:
                self.connection.execute("COMMIT")
        safe, self.added, self.read = self.added, Added(), 0
        return safe

    @contextmanager
    def _undone(self) -> Iterator[None]:
        """Undo the transaction where a block fails."""
        try:
            yield
        except BaseException:
            self.is_broken, self.added = True, Added()
            if self.connection.in_transaction:  # on a full disk SQLite has ended it
                self.connection.execute("ROLLBACK")
            raise

    def _note(self, read: int) -> None:
        if self.bookmark:
            self.bookmark = replace(self.bookmark, done=self.bookmark.done + read)
            self.connection.execute(
                "INSERT OR REPLACE INTO intake VALUES (?, ?, ?)", astuple(self.bookmark)
            )


def _inserted(connection: sqlite3.Connection, part: _Part) -> tuple[list[int], int]:
    """Write the units of *part* that are not there; return the numbers of all, and how many went.

    Units with one digest have one key, so the index of keys finds those that are there.
    """
    (last,) = connection.execute(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'unit'"
    ).fetchone()
    first = last + 1
    wanted = set(part.digests)
    known = _run(connection, _KNOWN, [(key,) for key in part.keys])
    ids = {digest: number for digest, number in known if digest in wanted}
    fresh = set()
    for number, digest in enumerate(part.digests):
        if digest not in ids:
            ids[digest] = first + number
            fresh.add(number)
    units, variants, words = part.units, part.variants, part.words
    if len(fresh) < len(units):
        units = [units[number] for number in sorted(fresh)]
        variants = [row for row in variants if row[0] // VARIANTS in fresh]
        words = [row for row in words if row[0] // VARIANTS in fresh]
    for statement, rows in ((_UNITS, units), (_VARIANTS, variants), (_WORDS, words)):
        _run(connection, statement, rows, first)
    return [ids[digest] for digest in part.digests], len(fresh)


def _run(
    connection: sqlite3.Connection, statement: str, rows: Sequence[tuple[Any, ...]], *values: int
) -> list[tuple[Any, ...]]:
    """Run *statement* with *values* for *rows*; return what it selects.

    It runs for as many rows at a time as are a power of 2, so that SQLite keeps few statements.
    """
    found: list[tuple[Any, ...]] = []
    start = 0
    while left := len(rows) - start:
        width = len(rows[start])
        count = 1 << (min(left, _ROOM // (width + 1)).bit_length() - 1)
        piece = chain.from_iterable(rows[start : start + count])
        found += connection.execute(_query(statement, count, width), (*values, *piece))
        start += count
    return found


@lru_cache(maxsize=64)
def _query(statement: str, count: int, width: int) -> str:
    row = f"({', '.join('?' * width)})"
    return statement.format(rows=f"(VALUES {', '.join([row] * count)})")


def _columns(unit: TranslationUnit) -> tuple[Any, ...]:
    """Return the columns of table ``unit``, but for its id and digest."""
    return (
        unit.document,
        unit.paragraph,
        unit.label,
        unit.kind,
        unit.bead,
        unit.probability,
        json.dumps(unit.reasons, ensure_ascii=False) if unit.reasons else "[]",
        unit.context_before,
        unit.context_after,
        _utc(unit.created).isoformat(timespec="seconds") if unit.created else "",
        unit.author,
        unit.note,
        unit.is_machine,
        json.dumps(unit.props, ensure_ascii=False) if unit.props else "[]",
    )


def _utc(moment: datetime) -> datetime:
    """Return *moment* in UTC, which one without a zone is taken to be in."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
