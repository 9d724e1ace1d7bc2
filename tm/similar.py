"""Search by meaning: a vector for each unit, kept in the memory's own file.

Knows no model: a callable is handed in. A unit's vector is the mean of those of
its variants, so that a query in either language finds it. The search itself is
FAISS's, exact over vectors of signed bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpora.types import Progress, TranslationUnit, Variant
from tm.folding import is_han
from tm.lookup import Match
from tm.schema import transaction
from tm.stored import Stored, units_numbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Encode = Callable[[Sequence[str]], NDArray[np.float32]]  # n texts to (n, d), rows of length 1

BATCH = 5000  # units encoded at a time
_PAGE = 100_000  # vectors loaded at a time
SCALE = 300.0  # of a component, to a signed byte: few of 256 components of a unit vector pass .42

_MISSING = (
    "FROM unit WHERE NOT EXISTS (SELECT 1 FROM vector WHERE vector.unit = unit.id AND model = ?)"
)


def without_vector(connection: sqlite3.Connection, model: str) -> int:
    """Count the units that have no vector of *model*."""
    (number,) = connection.execute(f"SELECT count(*) {_MISSING}", (model,)).fetchone()
    return int(number)


def embed(
    connection: sqlite3.Connection,
    encode: Encode,
    model: str,
    *,
    progress: Progress | None = None,
) -> int:
    """Give a vector to every unit that has none of *model*; return how many were given."""
    total = without_vector(connection, model)
    last, done = 0, 0
    while done < total:
        rows = connection.execute(
            f"SELECT id {_MISSING} AND id > ? ORDER BY id LIMIT {BATCH}", (model, last)
        ).fetchall()
        if not rows:
            break
        ids = [number for (number,) in rows]
        _embed_batch(connection, ids, encode, model)
        last, done = ids[-1], done + len(ids)
        if progress:
            progress(done, total)
    return done


def _embed_batch(
    connection: sqlite3.Connection, ids: Sequence[int], encode: Encode, model: str
) -> None:
    found = list(units_numbered(connection, ids))
    texts = [variant.text for row in found for variant in row.unit.variants]
    vectors = encode(texts)
    rows, start = [], 0
    for number, unit in found:
        end = start + len(unit.variants)
        rows.append((number, model, _bytes(vectors[start:end].mean(axis=0))))
        start = end
    with transaction(connection):
        connection.executemany(
            "INSERT OR REPLACE INTO vector SELECT ?1, ?2, ?3 "
            "WHERE EXISTS (SELECT 1 FROM unit WHERE id = ?1)",
            rows,
        )


def _bytes(vector: NDArray[np.float32]) -> bytes:
    """Return *vector*, brought to length 1, as signed bytes."""
    return bytes(_scaled(vector).astype("int8").tobytes())


def _scaled(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    length = float(np.linalg.norm(vector)) or 1.0
    scaled: NDArray[np.float32] = np.clip(np.rint(vector * (SCALE / length)), -127, 127)
    return scaled


@dataclass(slots=True)
class Vectors:
    """The vectors of one model in memory; grows with the file."""

    model: str
    ids: list[int] = field(default_factory=list)
    index: Any = None  # faiss.IndexScalarQuantizer

    def refresh(self, connection: sqlite3.Connection) -> None:
        """Load what came since; units that are gone are passed over when they are found."""
        while True:
            rows = connection.execute(
                "SELECT unit, value FROM vector WHERE model = ? AND unit > ? ORDER BY unit "
                f"LIMIT {_PAGE}",
                (self.model, self.ids[-1] if self.ids else 0),
            ).fetchall()
            if not rows:
                return
            self._append(rows)

    def _append(self, rows: Sequence[tuple[int, bytes]]) -> None:
        import faiss
        import numpy as np

        size = len(rows[0][1])
        block = np.frombuffer(b"".join(value for _, value in rows), dtype=np.int8)
        if self.index is None:
            self.index = faiss.IndexScalarQuantizer(
                size, faiss.ScalarQuantizer.QT_8bit_direct_signed, faiss.METRIC_INNER_PRODUCT
            )
        self.index.add(block.reshape(-1, size).astype(np.float32))
        self.ids += (number for number, _ in rows)

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[int, float]]:
        """Return the units nearest to *vector*, (d,), with their cosines, best first."""
        if self.index is None:
            return []
        query = _scaled(vector)[None]
        scores, places = self.index.search(query, min(count, len(self.ids)))
        return [
            (self.ids[place], float(score) / SCALE**2)
            for score, place in zip(scores[0], places[0], strict=True)
        ]


def most_similar(
    connection: sqlite3.Connection, vectors: Vectors, text: str, encode: Encode, *, limit: int
) -> list[Match]:
    """Return the units nearest in meaning to *text*; the score is 100 times the cosine."""
    (query,) = encode([text])
    if not query.any() or limit < 1:
        return []
    near, rows = _nearest_left(connection, vectors, query, limit)
    found = []
    for number, unit in rows[:limit]:
        source, target = _sides(unit, text)
        score = max(0, min(int(100 * near[number]), 100))
        found.append(Match(score, "similar", source, target, unit, number))
    return found


def _nearest_left(
    connection: sqlite3.Connection, vectors: Vectors, query: NDArray[np.float32], limit: int
) -> tuple[dict[int, float], list[Stored]]:
    """Return the nearest units that are still in the file, at least *limit* where there are."""
    count = 2 * limit
    while True:
        near = dict(vectors.nearest(query, count))
        rows = list(units_numbered(connection, list(near)))
        if len(rows) >= limit or count >= len(vectors.ids):
            return near, rows
        count *= 4


def _sides(unit: TranslationUnit, text: str) -> tuple[Variant, Variant]:
    """Return two variants of *unit*, first the one in the script of *text*."""
    alike = [variant for variant in unit.variants if is_han(variant.text) == is_han(text)]
    source = alike[0] if alike else unit.variants[0]
    return source, next(variant for variant in unit.variants if variant is not source)
