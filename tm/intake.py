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
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from corpora.types import TranslationUnit
from tm.folding import fold, index_text, key_of
from tm.formats.clean import is_blank
from tm.schema import VARIANTS
from tm.where import writable

BATCH = 10_000  # units of one transaction
_BREAK = "\x1f"


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
    """Write *units* batch by batch and yield what became of each batch once it is safe.

    The words of a batch are indexed in a second thread, in one statement of SQLite,
    while the next batch is being read.
    """
    done = place.done if place else 0
    with ThreadPoolExecutor(1) as worker:
        pending: tuple[Added, Future[None]] | None = None
        try:
            for batch in _batches(units):
                rows, refused = _prepared(batch)
                done += len(batch)
                if pending:
                    yield _finished(pending)
                    pending = None
                added, texts = _written(connection, rows, origin)
                if place:
                    _note(connection, place, done)
                counted = Added(added.new, added.repeated, refused)
                pending = counted, worker.submit(_index_and_commit, connection, texts)
            if pending:
                yield _finished(pending)
        except BaseException:
            _abandon(connection, pending)
            raise


def _batches(units: Iterable[TranslationUnit]) -> Iterator[list[TranslationUnit]]:
    """Cut *units* into batches; those before an error make a batch of their own."""
    source = iter(units)
    while True:
        batch: list[TranslationUnit] = []
        try:
            batch.extend(islice(source, BATCH))
        except BaseException:
            if batch:
                yield batch
            raise
        if not batch:
            return
        yield batch


def _finished(pending: tuple[Added, Future[None]]) -> Added:
    pending[1].result()
    return pending[0]


def _abandon(connection: sqlite3.Connection, pending: tuple[Added, Future[None]] | None) -> None:
    """Let a batch that is being committed end; undo one that is not complete."""
    if pending:
        with suppress(sqlite3.Error):
            pending[1].result()
    if connection.in_transaction:
        connection.execute("ROLLBACK")


class _Row(NamedTuple):
    """One unit ready to be written, but for the numbers it will get."""

    unit: tuple[Any, ...]
    variants: list[tuple[str, str, str, int]]
    texts: list[str]  # of the variants, as they are indexed
    uses: int
    times: int  # it stands in the batch


def _prepared(batch: list[TranslationUnit]) -> tuple[dict[str, _Row], dict[str, int]]:
    """Make the rows of a batch, by digest; count the units that no memory can hold."""
    rows: dict[str, _Row] = {}
    refused: Counter[str] = Counter()
    for unit in batch:
        if fault := fault_of(unit):
            refused[fault] += 1
            continue
        try:
            digest = digest_of(unit)
            if same := rows.get(digest):
                rows[digest] = same._replace(uses=same.uses + unit.uses, times=same.times + 1)
            else:
                rows[digest] = _row(unit)
        except UnicodeEncodeError:
            refused["characters"] += 1
    return rows, dict(refused)


def _row(unit: TranslationUnit) -> _Row:
    variants, texts = [], []
    for variant in unit.variants:
        folded = fold(variant.text)
        variants.append((variant.lang, variant.text, variant.inline, key_of(folded)))
        texts.append(index_text(folded))
    columns = _columns(unit)
    "".join(column for column in columns if isinstance(column, str)).encode()  # or it is refused
    return _Row(columns, variants, texts, unit.uses, 1)


def fault_of(unit: TranslationUnit) -> str:
    """Name what keeps *unit* out of a memory; empty if nothing does."""
    langs = [variant.lang for variant in unit.variants]
    if not 2 <= len(set(langs)) == len(langs) <= VARIANTS:
        return "language"
    for variant in unit.variants:
        if not variant.text[:1].isalnum() and is_blank(variant.text):
            return "empty"
    return ""


def digest_of(unit: TranslationUnit) -> str:
    """Return what tells *unit* from every other: 96 bits of its texts and of its place."""
    parts = [unit.document, unit.paragraph, unit.context_before, unit.context_after]
    for variant in unit.variants:
        parts += (variant.lang, variant.inline or variant.text)
    return blake2b(_BREAK.join(parts).encode(), digest_size=12).hexdigest()


def _written(
    connection: sqlite3.Connection, rows: dict[str, _Row], origin: str
) -> tuple[Added, list[tuple[int, str]]]:
    """Write what is new of *rows*, count what is not; return the texts still to be indexed."""
    connection.execute("BEGIN IMMEDIATE")
    origin = writable(origin)
    connection.execute("INSERT OR IGNORE INTO origin(name) VALUES (?)", (origin,))
    (number,) = connection.execute("SELECT id FROM origin WHERE name = ?", (origin,)).fetchone()
    known = dict(
        connection.execute(
            "SELECT digest, id FROM unit WHERE digest IN (SELECT value FROM json_each(?))",
            (json.dumps(list(rows)),),
        )
    )
    (last,) = connection.execute(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'unit'"
    ).fetchone()
    new = {digest: last + n for n, digest in enumerate((d for d in rows if d not in known), 1)}
    connection.executemany(
        f"INSERT INTO unit VALUES ({', '.join('?' * 16)})",
        ((unit, digest, *rows[digest].unit) for digest, unit in new.items()),
    )
    connection.executemany(
        "INSERT INTO variant VALUES (?, ?, ?, ?, ?)",
        (
            (unit * VARIANTS + place, *variant)
            for digest, unit in new.items()
            for place, variant in enumerate(rows[digest].variants)
        ),
    )
    ids = known | new
    connection.executemany(
        "INSERT INTO brought VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET uses = uses + ?3",
        ((number, ids[digest], row.uses) for digest, row in rows.items()),
    )
    texts = [
        (unit * VARIANTS + place, text)
        for digest, unit in new.items()
        for place, text in enumerate(rows[digest].texts)
    ]
    return Added(len(new), sum(row.times for row in rows.values()) - len(new)), texts


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


def _index_and_commit(connection: sqlite3.Connection, texts: list[tuple[int, str]]) -> None:
    connection.execute(
        "INSERT INTO words(rowid, text) SELECT value ->> 0, value ->> 1 FROM json_each(?)",
        (json.dumps(texts, ensure_ascii=False),),
    )
    connection.execute("COMMIT")


def _note(connection: sqlite3.Connection, place: Place, done: int) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO intake VALUES (?, ?, ?)", (place.path, place.state, done)
    )
