"""Writing files: an output appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from corpora.errors import FormatError


@contextmanager
def open_whole(path: str | Path) -> Iterator[IO[bytes]]:
    """Open *path* for writing; it appears only when the block ends without an error.

    The bytes go to a temporary neighbour that replaces *path* in one step, so an
    error or Ctrl-C leaves what was there before.

    Raises:
        FormatError: the folder is missing or cannot be written.
    """
    path = Path(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise FormatError(
            f"cannot write here ({error.strerror})", path, remedy="choose another output path"
        ) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        os.chmod(name, 0o666 & ~_umask())
        _replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _replace(name: str, path: Path) -> None:
    try:
        os.replace(name, path)
    except OSError as error:
        raise FormatError(
            f"cannot write here ({error.strerror})", path, remedy="choose another output path"
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
