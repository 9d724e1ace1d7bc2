"""Units into a memory, in batches that are written whole or not at all.

Knows which units are the same: equal texts and languages from the same place of
the same document. Does not know where the units come from.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from corpora.types import TranslationUnit, Variant
from tm.folding import fold, index_text, key_of
from tm.formats.clean import is_blank
from tm.schema import VARIANTS
from tm.where import writable

BATCH = 40_000  # units of one transaction
PART = 2_500  # most units that are written at a time
LARGE = 8 << 20  # characters that end a part before it has as many
_BREAK, _NUL = "\x1f", "\0"
_COLUMNS = ", ".join(f"value ->> {place}" for place in range(2, 16))
# Units are numbered from ?1 on; one whose digest is there already is not written, nor are the
# variants and words of its number (?3 tells whether all are new).
_UNITS = (
    f"INSERT INTO unit SELECT ?1 + key, value ->> 0, {_COLUMNS} FROM json_each(?2) WHERE true "
    "ON CONFLICT (digest) DO NOTHING"
)
_NEW = f"json_each(?2) WHERE ?3 OR EXISTS (SELECT 1 FROM unit WHERE id = ?1 + key / {VARIANTS})"
_VARIANTS = (
    f"INSERT INTO variant SELECT ?1 * {VARIANTS} + key, value ->> 0, value ->> 1, value ->> 2, "
    f"value ->> 3 FROM {_NEW}"
)
_WORDS = f"INSERT INTO words(rowid, text) SELECT ?1 * {VARIANTS} + key, value FROM {_NEW}"
_BROUGHT = (
    "INSERT INTO brought SELECT (SELECT id FROM origin WHERE name = ?1), unit.id, value ->> 1 "
    "FROM json_each(?2) CROSS JOIN unit ON digest = value ->> 0 WHERE true "
    "ON CONFLICT DO UPDATE SET uses = uses + excluded.uses"
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
class Place:
    """How far a file has been read: written with each batch, so that an import can go on."""

    path: str
    state: str
    done: int  # units read before the first one given


def place_of(connection: sqlite3.Connection, path: Path, reading: str) -> Place:
    """Return where to go on with the file at *path*: its beginning, or where it was interrupted.

    *reading* says how it is read: what was read otherwise is read anew.
    """
    name = writable(str(path.absolute()))
    try:
        status = path.stat()
    except OSError:
        return Place(name, "", 0)  # reading it will say what is wrong
    state = f"{status.st_size} {status.st_mtime_ns} {reading}"
    row = connection.execute("SELECT state, done FROM intake WHERE path = ?", (name,)).fetchone()
    return Place(name, state, row[1] if row and row[0] == state else 0)


def finish(connection: sqlite3.Connection, place: Place) -> None:
    """Note that a file was read to its end: the next import of it begins anew."""
    connection.execute("DELETE FROM intake WHERE path = ?", (place.path,))


def add_units(
    connection: sqlite3.Connection,
    units: Iterable[TranslationUnit],
    origin: str,
    place: Place | None = None,
) -> Generator[Added, None, None]:
    """Write *units* and yield what became of those of each transaction once it is safe.

    A part is written in a second thread, each table in one statement of SQLite, while
    the next one is being read. What was given before an error is kept.
    """
    added, waiting, done = Added(), 0, place.done if place else 0
    pending: Future[Added] | None = None
    with ThreadPoolExecutor(1) as worker:
        try:
            for rows in _parts(units):
                if pending:
                    added, pending = added + pending.result(), None
                if added and not connection.in_transaction:
                    yield added
                    added, waiting = Added(), 0
                waiting, done = waiting + rows.read, done + rows.read
                reached = replace(place, done=done) if place else None
                is_last = waiting >= BATCH
                pending = worker.submit(_written, connection, rows, origin, reached, is_last)
        except BaseException as error:
            added += _ended(connection, pending)
            if added and not isinstance(error, GeneratorExit):
                yield added
            raise
        if added := added + _ended(connection, pending):
            yield added


def _ended(connection: sqlite3.Connection, pending: Future[Added] | None) -> Added:
    """Let the part that is being written end, and the transaction with it."""
    added = pending.result() if pending else Added()
    if connection.in_transaction:
        with _undone(connection):
            connection.execute("COMMIT")
    return added


@contextmanager
def _undone(connection: sqlite3.Connection) -> Iterator[None]:
    """Undo the transaction where a block fails."""
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # on a full disk SQLite has ended it
            connection.execute("ROLLBACK")
        raise


class _Rows(NamedTuple):
    """The rows of a part: JSON arrays and objects, whose values are arrays or texts."""

    units: str
    variants: str
    words: str
    taken: int  # units
    read: int  # units, with those refused
    refused: dict[str, int]


@dataclass(slots=True)
class _Part:
    """Units ready to be written, as the rows of tables."""

    units: list[tuple[Any, ...]] = field(default_factory=list)  # digest, uses, other columns
    variants: dict[int, tuple[Any, ...]] = field(default_factory=dict)  # by number, from 0 on
    words: dict[int, str] = field(default_factory=dict)  # of the variants
    refused: Counter[str] = field(default_factory=Counter)
    read: int = 0
    size: int = 0  # characters

    def add(self, unit: TranslationUnit) -> None:
        """Take *unit* or count why it is refused; SQLite would end a text at a NUL, so it goes."""
        self.read += 1
        if fault := fault_of(unit):
            self.refused[fault] += 1
            return
        columns, identity = _columns(unit), _identity(unit)
        rest = (
            f"{unit.label}{unit.kind}{unit.bead}{unit.author}{unit.note}{columns[6]}{columns[-1]}"
        )
        if _NUL in identity or _NUL in rest:
            self.read -= 1
            self.add(_without_nul(unit))
            return
        try:
            digest = blake2b(identity.encode(), digest_size=12).hexdigest()
            rest.encode()
        except UnicodeEncodeError:
            self.refused["characters"] += 1
            return
        number = len(self.units) * VARIANTS
        self.units.append((digest, unit.uses, *columns))
        for place, variant in enumerate(unit.variants, number):
            folded = fold(variant.text)
            self.variants[place] = variant.lang, variant.text, variant.inline, key_of(folded)
            self.words[place] = index_text(folded)
        self.size += len(rest) + len(identity)

    def rows(self) -> _Rows:
        """Return the rows as SQLite reads them."""
        tables = (self.units, self.variants, self.words)
        units, variants, words = (json.dumps(table, ensure_ascii=False) for table in tables)
        return _Rows(units, variants, words, len(self.units), self.read, dict(self.refused))


def _parts(units: Iterable[TranslationUnit]) -> Iterator[_Rows]:
    """Cut *units* into parts; those before an error make a part of their own."""
    source, part = iter(units), _Part()
    while True:
        try:
            for unit in source:
                part.add(unit)
                if part.read >= min(PART, BATCH) or part.size >= LARGE:
                    break
        except BaseException:
            if part.read:
                yield part.rows()
            raise
        if not part.read:
            return
        yield part.rows()
        part = _Part()


def _without_nul(unit: TranslationUnit) -> TranslationUnit:
    texts = {
        name: getattr(unit, name).replace(_NUL, "")
        for name in ("document", "paragraph", "label", "kind", "bead", "author", "note")
    }
    variants = [
        Variant(one.lang, one.text.replace(_NUL, ""), one.inline.replace(_NUL, ""))
        for one in unit.variants
    ]
    return replace(unit, variants=tuple(variants), **texts)


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


def _written(
    connection: sqlite3.Connection, rows: _Rows, origin: str, place: Place | None, is_last: bool
) -> Added:
    """Write what is new of *rows* and count what is not; a transaction goes on till *is_last*."""
    origin = writable(origin)
    with _undone(connection):
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT OR IGNORE INTO origin(name) VALUES (?)", (origin,))
        (first,) = connection.execute(
            "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'unit'"
        ).fetchone()
        new = connection.execute(_UNITS, (first, rows.units)).rowcount
        if new:
            is_all_new = new == rows.taken
            connection.execute(_VARIANTS, (first, rows.variants, is_all_new))
            connection.execute(_WORDS, (first, rows.words, is_all_new))
        connection.execute(_BROUGHT, (origin, rows.units))
        if place:
            connection.execute("INSERT OR REPLACE INTO intake VALUES (?, ?, ?)", astuple(place))
        if is_last:
            connection.execute("COMMIT")
    return Added(new, rows.taken - new, rows.refused)


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
