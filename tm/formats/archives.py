"""A memory as it is sent: plain, in gzip, or several in a zip archive; always as a stream.

Knows no format. What an archive claims about sizes is not believed.
"""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, cast

from corpora.errors import FormatError

LIMIT = 8 << 30  # bytes that one archive may unpack to; a memory of ten million units has six
_DAMAGE = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError)
_REMEDY = "copy it again, or unpack it yourself"


class _Bounded:
    """What an archive holds, up to the limit; damage is an error of ours."""

    def __init__(self, stream: IO[bytes], path: Path, error: type[FormatError]) -> None:
        self._stream, self._path, self._error = stream, path, error

    def read(self, size: int) -> bytes:
        try:
            data = self._stream.read(size)
            too_much = self._stream.tell() > LIMIT
        except _DAMAGE as error:
            raise _damaged(error, self._path, self._error) from error
        if too_much:
            problem = f"it unpacks to more than {LIMIT >> 30} GB (a bomb?)"
            raise self._error(problem, self._path, remedy="do not trust this file")
        return data

    def seek(self, place: int) -> int:
        return self._stream.seek(place)

    def close(self) -> None:
        self._stream.close()


def opened(path: Path, suffix: str, error: type[FormatError]) -> Iterator[tuple[IO[bytes], Path]]:
    """Yield each file at *path* as a stream, with its name for messages.

    A ``.gz`` is unpacked; of a ``.zip`` every member that ends in *suffix*.

    Raises:
        FormatError: of the kind *error*: a damaged archive, or none inside.
        OSError: *path* cannot be opened.
    """
    ending = path.suffix.lower()
    if ending == ".gz":
        with closing(_Bounded(cast(IO[bytes], gzip.open(path)), path, error)) as bounded:
            yield cast(IO[bytes], bounded), path
    elif ending == ".zip":
        yield from _members(path, suffix, error)
    else:
        with path.open("rb") as stream:
            yield stream, path


def _members(path: Path, suffix: str, error: type[FormatError]) -> Iterator[tuple[IO[bytes], Path]]:
    try:
        archive = zipfile.ZipFile(path)
    except (*_DAMAGE, ValueError) as damage:
        raise _damaged(damage, path, error) from damage
    with archive:
        names = [name for name in archive.namelist() if name.lower().endswith(suffix)]
        if not names:
            problem = f"a zip archive without any {suffix} inside"
            raise error(problem, path, remedy="choose another file")
        for name in names:
            with closing(_Bounded(_member(archive, name, path, error), path / name, error)) as one:
                yield cast(IO[bytes], one), path / name


def _member(archive: zipfile.ZipFile, name: str, path: Path, error: type[FormatError]) -> IO[bytes]:
    try:
        return archive.open(name)
    except RuntimeError as locked:  # zipfile has no narrower error for encrypted members
        raise error("protected by a password", path / name, remedy="unpack it yourself") from locked
    except _DAMAGE as damage:
        raise _damaged(damage, path / name, error) from damage


def _damaged(damage: Exception, path: Path, error: type[FormatError]) -> FormatError:
    return error(f"a damaged archive ({damage})", path, remedy=_REMEDY)
