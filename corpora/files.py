"""Files and folders: a text is read as UTF-8 or refused; an output appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from corpora.errors import FormatError


def read_utf8(path: str | Path, remedy: str) -> str:
    """Read a text, with or without a byte order mark; every line end becomes a line feed.

    Raises:
        FormatError: it cannot be read, or is not UTF-8: *remedy* says what to do then.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FormatError(
            f"cannot be read ({error.strerror})", path, remedy="check the name"
        ) from error
    except UnicodeDecodeError as error:
        raise FormatError("is not UTF-8 text", path, remedy=remedy) from error


@contextmanager
def open_whole(path: str | Path) -> Iterator[IO[bytes]]:
    """Open *path* for writing; it appears only when the block ends without an error.

    The bytes go to a temporary neighbour that replaces *path* in one step, so an
    error or Ctrl-C leaves what was there before. A link stays: what it leads to is
    replaced.

    Raises:
        FormatError: the folder is missing, the disk full, or the block met another OSError.
    """
    try:
        with _replacing(Path(os.path.realpath(path))) as stream:
            yield stream
    except OSError as error:
        raise FormatError(
            f"cannot be written ({error.strerror})", path, remedy="choose another output path"
        ) from error


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def make_folders(folders: Iterable[Path]) -> list[Path]:
    """Make the folders that are to hold outputs; return those that were not there, outer first.

    Raises:
        FormatError: one cannot be made.
    """
    made: list[Path] = []
    for path in folders:
        made += reversed([folder for folder in (path, *path.parents) if not folder.exists()])
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unmade(path, error.strerror) from error
    return made


def remove_if_empty(folders: Sequence[Path]) -> None:
    """Remove those of *folders*, outer first, that nothing was written into."""
    for folder in reversed(folders):
        with suppress(OSError):  # it holds something
            folder.rmdir()


def unmade(folder: Path, why: str | None) -> FormatError:
    """Return the error for a folder that cannot be made."""
    return FormatError(f"the folder cannot be made ({why})", folder, remedy="choose another place")
