"""The cache of vectors: what a slow model gave for a text is kept in one SQLite file.

Knows a text by its SHA-256 and a model by its identity; knows nothing of how vectors are made.
Every slice is one transaction: several processes may share the file, and one that is killed
loses the slice it was at.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from aligner.encoder import SLICE, ModelEncoder
from corpora.errors import FormatError

if TYPE_CHECKING:
    from aligner.encoder import Vectors

FILE: Final = "vectors.sqlite"
MARK: Final = 0x647A7631  # "dzv1": count up when the table or the handling of long texts changes
PATIENCE: Final = 60  # seconds until another process has written its slice
_TABLE = """CREATE TABLE IF NOT EXISTS vectors (
    model TEXT NOT NULL, text BLOB NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (model, text)
)"""


class CachedEncoder:
    """An encoder whose vectors are kept in a folder, as float32, bit for bit.

    Only texts that are not kept yet go to *encoder*, each once.

    Raises:
        FormatError: the folder cannot be written to, or its file is no cache of vectors.
    """

    def __init__(self, encoder: ModelEncoder, folder: str | Path) -> None:
        """Make *folder* and its file where they are missing."""
        self.name = encoder.name
        self._encoder = encoder
        self._model = encoder.identity
        self._path = Path(folder) / FILE
        _make(self._path)

    @property
    def identity(self) -> str:
        """That of the encoder whose vectors are kept."""
        return self._model

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row per text; each slice of new ones is kept as soon as it is done."""
        if not texts:
            return self._encoder.encode(texts)
        keys = [sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        rows = self._kept(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in rows}
        for part in _slices(list(missing)):
            vectors = self._encoder.encode([missing[key] for key in part])
            new = {key: row.astype("<f4").tobytes() for key, row in zip(part, vectors, strict=True)}
            self._keep(new)
            rows |= new
        return self._vectors([rows[key] for key in keys])

    def _vectors(self, rows: Sequence[bytes]) -> Vectors:
        lengths = {len(row) for row in rows}
        if len(lengths) > 1 or not all(length and length % 4 == 0 for length in lengths):
            raise _foreign(self._path, "its vectors differ in length")
        return np.frombuffer(b"".join(rows), "<f4").reshape(len(rows), -1).astype(np.float32)

    def _kept(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the rows that are kept for *keys*."""
        rows: dict[bytes, bytes] = {}
        with _opened(self._path) as database:
            for part in _slices(keys):
                places = ", ".join("?" * len(part))
                found = database.execute(
                    "SELECT text, vector FROM vectors WHERE model = ? AND typeof(vector) = 'blob' "
                    f"AND text IN ({places})",  # a damaged row may hold anything
                    (self._model, *part),
                )
                rows.update(found.fetchall())
        return rows

    def _keep(self, rows: Mapping[bytes, bytes]) -> None:
        """Write *rows*; where another process was faster, its row stays."""
        with _opened(self._path) as database, _writing(database):
            database.executemany(
                "INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)",
                ((self._model, key, row) for key, row in rows.items()),
            )


def _slices(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (keys[start : start + SLICE] for start in range(0, len(keys), SLICE))


def _make(path: Path) -> None:
    """Make the file *path* and its folder, or make sure that the file is ours and writable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FormatError(
            f"this folder cannot be made ({error.strerror})",
            path.parent,
            remedy="choose another folder for the cache of vectors",
        ) from error
    with _opened(path) as database, _writing(database):
        mark = database.execute("PRAGMA application_id").fetchone()[0]
        is_new = not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if mark != MARK and not is_new:
            raise _foreign(path, "another program or version wrote it")
        database.execute(f"PRAGMA application_id = {MARK}")  # writes, even what is there
        database.execute(_TABLE)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file for one reading or writing: no state is shared by threads or processes."""
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as database:
            yield database
    except sqlite3.OperationalError as error:
        raise FormatError(
            f"cannot be used ({error})",
            path,
            remedy="close what else uses it, make room, make it and its folder writable, or choose "
            "another folder for the cache",
        ) from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise _foreign(path, str(error)) from error


@contextmanager
def _writing(database: sqlite3.Connection) -> Iterator[None]:
    """Do the block in one transaction; closing without its end undoes it."""
    database.execute("BEGIN IMMEDIATE")
    yield
    database.execute("COMMIT")


def _foreign(path: Path, problem: str) -> FormatError:
    return FormatError(
        f"no cache of vectors ({problem})",
        path,
        remedy="delete it, or choose another folder for the cache",
    )
