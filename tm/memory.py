"""A translation memory: one SQLite file, or none.

The handle to everything a memory can do; the work is done by the modules it
calls. Safe to kill at any moment; one process writes while others read.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import FormatError
from corpora.types import DOUBTFUL, Progress, TranslationUnit
from tm import intake, removal
from tm.concordance import Hit, find
from tm.errors import StoreError
from tm.formats import read_units
from tm.lookup import Context, Lookup, Match, look_up
from tm.schema import is_database
from tm.similar import Vectors, embed, most_similar, without_vector
from tm.store import Store
from tm.stored import Stored, stored
from tm.where import Where

if TYPE_CHECKING:
    from tm.formats.skipped import Skipped
    from tm.similar import Encode


@dataclass(frozen=True, slots=True)
class Stats:
    """What a memory holds."""

    units: int
    variants: tuple[tuple[str, int], ...]  # by language tag
    origins: tuple[tuple[str, int], ...]  # units by the file that brought them
    documents: int
    doubtful: int  # aligned, and less sure than ``DOUBTFUL``
    machine: int
    vectors: tuple[tuple[str, int], ...]  # by model
    size: int  # bytes
    schema: int


NO_CONTEXT = Context()


class Memory(Store):
    """The memory at *path*, made if it is not there; without a path it lives in this process.

    Every method raises :class:`StoreError` where the file cannot be read or written.

    >>> from corpora.types import Variant
    >>> memory = Memory()
    >>> pair = Variant("zh-CN", "会议通过了议程。"), Variant("en-US", "The agenda was adopted.")
    >>> memory.add([TranslationUnit(pair)], origin="by hand").new
    1
    >>> [(match.score, match.target.text) for match in memory.lookup("会议通过了其议程。")]
    [(88, 'The agenda was adopted.')]
    """

    def __init__(self, path: str | Path | None = None, *, read_only: bool = False) -> None:
        """Open it.

        Raises:
            StoreError: it is no memory, is not there to be read, or cannot be opened.
            SchemaVersionError: a newer Duizhao made it.
        """
        super().__init__(path, read_only=read_only)
        self._vectors: dict[str, Vectors] = {}

    def add(
        self,
        units: Iterable[TranslationUnit],
        *,
        origin: str,
        progress: Callable[[int], None] | None = None,
    ) -> intake.Added:
        """Add *units* as coming from *origin*; one that is there already counts as used again.

        Batches are written whole or not at all. *progress* is told how many are safe.

        Raises:
            StoreError: the file cannot be written.
        """
        with self._telling():
            return _summed(intake.add_units(self._connection, units, origin), progress)

    def import_file(
        self,
        path: str | Path,
        *,
        langs: tuple[str, str] | None = None,
        origin: str = "",
        skipped: Callable[[Skipped], None] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> intake.Added:
        """Add the units of another memory or a file of any known format, named as their origin.

        An import that was interrupted goes on where it was, as long as the file is the
        same. What stands before a place where the file is broken is kept.

        Raises:
            FormatError: the file cannot be read.
            StoreError: the memory cannot be written.
        """
        path = Path(path)
        is_memory = is_database(path) or path.suffix.lower() == ".db"
        if is_memory:
            with suppress(StoreError):  # what a killed writer left in its log goes into the file
                Memory(path, read_only=True).close()
        with self._telling():
            bookmark = intake.bookmark_of(
                self._connection, path, f"{langs} {skipped is None} {origin}"
            )
            found = _units_in(path) if is_memory else read_units(path, langs=langs, skipped=skipped)
            units = islice(found, bookmark.done, None)
            added = intake.add_units(self._connection, units, origin or path.name, bookmark)
            summed = _summed(added, progress)
            intake.finish(self._connection, bookmark)
        return summed

    def stored(
        self, where: Where | None = None, *, is_best_only: bool = False, source: str = ""
    ) -> Iterator[Stored]:
        """Yield the units that are meant, in the order they came; memory stays flat.

        With *is_best_only* one for each source, as a file should have it: a text in the
        language of the tag *source*, else the first of each unit.
        """
        where = where or Where()
        with self._telling():
            yield from stored(self._connection, where, is_best_only=is_best_only, source=source)

    def count(self, where: Where | None = None) -> int:
        """Count the units that are meant."""
        condition, values = (where or Where()).sql()
        with self._telling():
            return self._number(f"SELECT count(*) FROM unit WHERE {condition}", *values)

    def remove(self, where: Where) -> int:
        """Remove the units that are meant; return how many are gone.

        With an origin, a unit that another file brought as well stays.
        """
        with self._telling():
            return removal.remove(self._connection, where)

    def removable(self, where: Where) -> int:
        """Count the units that :meth:`remove` would take out."""
        with self._telling():
            return removal.removable(self._connection, where)

    def remove_units(self, ids: Iterable[int]) -> int:
        """Remove the units numbered *ids*; return how many were there."""
        with self._telling():
            return removal.remove_units(self._connection, list(ids))

    def dedupe(self) -> int:
        """Keep, of units with equal texts, the surest; return how many went. Uses are summed."""
        with self._telling():
            return removal.dedupe(self._connection)

    def stats(self) -> Stats:
        """Count what it holds."""
        with self._telling():
            pages = self._number("PRAGMA page_count") * self._number("PRAGMA page_size")
            return Stats(
                units=self._number("SELECT count(*) FROM unit"),
                variants=self._pairs(
                    "SELECT lang, count(*) FROM variant GROUP BY 1 ORDER BY 2 DESC, 1"
                ),
                origins=self._pairs(
                    "SELECT name, count(*) FROM brought JOIN origin ON id = origin "
                    "GROUP BY 1 ORDER BY min(unit)"
                ),
                documents=self._number(
                    "SELECT count(DISTINCT document) FROM unit WHERE document <> ''"
                ),
                doubtful=self._number("SELECT count(*) FROM unit WHERE probability < ?", DOUBTFUL),
                machine=self._number("SELECT count(*) FROM unit WHERE is_machine"),
                vectors=self._pairs("SELECT model, count(*) FROM vector GROUP BY 1"),
                size=pages,
                schema=self._number("PRAGMA user_version"),
            )

    def lookup(
        self, text: str, *, context: Context = NO_CONTEXT, settings: Lookup | None = None
    ) -> list[Match]:
        """Return the units whose source is *text* or like it, best first; either language."""
        with self._telling():
            return look_up(self._connection, text, context, settings or Lookup())

    def concordance(self, words: str, *, where: Where | None = None, limit: int = 20) -> list[Hit]:
        """Return segments that hold all *words*, phrases in quotation marks, newest first."""
        with self._telling():
            return find(self._connection, words, where=where or Where(), limit=limit)

    def embed(self, encode: Encode, model: str, *, progress: Progress | None = None) -> int:
        """Give a vector of *model* to every unit that has none; return how many were given."""
        with self._telling():
            return embed(self._connection, encode, model, progress=progress)

    def without_vector(self, model: str) -> int:
        """Count the units that have no vector of *model*."""
        with self._telling():
            return without_vector(self._connection, model)

    def similar(self, text: str, encode: Encode, model: str, *, limit: int = 5) -> list[Match]:
        """Return the units nearest in meaning to *text*, whatever its language, best first.

        Units without a vector are not found: see :meth:`embed`.
        """
        with self._telling():
            vectors = self._vectors.setdefault(model, Vectors(model))
            vectors.refresh(self._connection)
            return most_similar(self._connection, vectors, text, encode, limit=limit)

    def _number(self, query: str, *values: object) -> int:
        (number,) = self._connection.execute(query, values).fetchone()
        return int(number)

    def _pairs(self, query: str) -> tuple[tuple[str, int], ...]:
        return tuple(self._connection.execute(query).fetchall())


def _units_in(path: Path) -> Iterator[TranslationUnit]:
    """Yield the units of another memory, which is a file like others where it cannot be read."""
    try:
        with Memory(path, read_only=True) as memory:
            yield from (row.unit for row in memory.stored())
    except StoreError as error:
        raise FormatError(error.problem, path, remedy=error.remedy) from error


def _summed(
    batches: Generator[intake.Added, None, None], progress: Callable[[int], None] | None
) -> intake.Added:
    summed, done = intake.Added(), 0
    with closing(batches):  # whatever ends the loop, the last transaction is ended before the file
        for added in batches:
            summed += added
            done += added.new + added.repeated + sum(added.refused.values())
            if progress:
                progress(done)
    return summed
