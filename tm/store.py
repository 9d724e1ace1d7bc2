"""A handle on a memory's file: opened, closed, and its errors told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from tm.schema import connect, store_error


class Store:
    """The file at *path*, made if it is not there; without a path it lives in this process."""

    def __init__(self, path: str | Path | None = None, *, read_only: bool = False) -> None:
        """Open it.

        Raises:
            StoreError: it is no memory, is not there to be read, or cannot be opened.
            SchemaVersionError: a newer Duizhao made it.
        """
        self.path = None if path is None else Path(path)
        self._connection = connect(path, read_only=read_only)

    def __enter__(self) -> Self:
        """Use it in a ``with`` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn what SQLite says into an error that says what to do."""
        try:
            yield
        except sqlite3.Error as error:
            raise store_error(error, self.path) from error
