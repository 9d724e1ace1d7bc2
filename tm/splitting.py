"""One file of units cut into several, by number or by document; memory stays flat.

Parts are written beside their places and moved there together at the end: an error or Ctrl-C
leaves none. Parts of an earlier run that the new ones would not replace are refused, so that a
folder never holds parts of two runs.
"""

from __future__ import annotations

import os
import pickle
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from corpora.errors import FormatError
from corpora.files import make_folders, remove_if_empty
from corpora.types import TranslationUnit
from tm.formats import WRITERS, Skipped, Written, read_units, write_units
from tm.formats.pairs import EmptyOutputError

BATCH = 5000  # units held while they are sorted by document
NAMELESS = "without-document"
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 180  # bytes of a part's name; file systems take 255, suffixes included


class Part(NamedTuple):
    """A file that was written, and how much it got."""

    path: Path
    written: Written


def split_units(
    path: Path,
    folder: Path,
    *,
    size: int | None,
    langs: tuple[str, str] | None,
    skipped: Callable[[Skipped], None] | None = None,
) -> list[Part]:
    """Write the units of *path* as files of *size* units in *folder*, None: a file a document.

    Languages are *langs*, also of texts where *path* says none; else those of the first unit.
    A part that would get no unit is named with what it left out, and not written.

    Raises:
        FormatError: *path* cannot be read or has no unit, a part cannot be written, or *folder*
            holds parts of an earlier run that would stay.
    """
    units = read_units(path, langs=langs, skipped=skipped)
    first = next(units, None)
    if first is None:
        raise FormatError("there is no unit in it", path, remedy="choose another file")
    tags = langs or (first.variants[0].lang, first.variants[1].lang)
    every = chain([first], units)
    suffix = path.suffix.lower() if path.suffix.lower() in WRITERS else ".tmx"
    made = make_folders([folder])
    try:
        with TemporaryDirectory(prefix=".duizhao-", dir=folder) as staging:
            scratch = Path(staging)
            named = _numbered(every, path, size) if size else _by_document(every, scratch)
            parts = [_written(scratch / f"{name}{suffix}", part, tags) for name, part in named]
            if not any(part.written.units for part in parts):
                raise EmptyOutputError(folder, *tags, ())
            _refuse_source(parts, folder, path)
            _refuse_earlier(parts, folder, path, _earlier(path, suffix) if size else None)
            return [_moved(part, folder) for part in parts]
    finally:
        remove_if_empty(made)


def _written(path: Path, units: Iterable[TranslationUnit], langs: tuple[str, str]) -> Part:
    try:
        return Part(path, write_units(path, units, srclang=langs[0], tgtlang=langs[1]))
    except EmptyOutputError as error:
        return Part(path, Written(0, error.remarks))


def _refuse_source(parts: Iterable[Part], folder: Path, source: Path) -> None:
    for target in (folder / part.path.name for part in parts):
        if target.exists() and target.samefile(source):
            problem = "a part would replace the file that is cut"
            raise FormatError(problem, target, remedy="choose another folder")


def _refuse_earlier(
    parts: Iterable[Part], folder: Path, source: Path, name: re.Pattern[str] | None
) -> None:
    """Refuse a *folder* with parts of another run; without a *name*, any file of their kind."""
    new = {part.path.name for part in parts if part.written.units}
    suffix = next(iter(Path(part).suffix for part in new))
    for path in sorted(folder.glob(f"*{suffix}")):
        is_theirs = name is None or name.fullmatch(path.name)
        if is_theirs and path.name not in new and not (path.exists() and path.samefile(source)):
            problem = f"{path.name} is there, which could be taken for a part of this run"
            raise FormatError(problem, folder, remedy="choose another folder, or move it away")


def _earlier(path: Path, suffix: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(_stem(path))}-\d{{3,}}{re.escape(suffix)}")


def _moved(part: Part, folder: Path) -> Part:
    target = folder / part.path.name
    if part.written.units:
        os.replace(part.path, target)
    return part._replace(path=target)


def _numbered(
    units: Iterator[TranslationUnit], path: Path, size: int
) -> Iterator[tuple[str, Iterable[TranslationUnit]]]:
    for number in count(1):
        first = next(units, None)
        if first is None:
            return
        part = chain([first], islice(units, size - 1))
        yield f"{_stem(path)}-{number:03}", part


def _stem(path: Path) -> str:
    return path.name.split(".")[0] or "part"


def _by_document(
    units: Iterator[TranslationUnit], scratch: Path
) -> Iterator[tuple[str, Iterable[TranslationUnit]]]:
    """Sort *units* into a file of pickles for each document, and yield what each holds."""
    spools: dict[str, Path] = {}
    while batch := list(islice(units, BATCH)):
        sorted_out: dict[str, list[TranslationUnit]] = defaultdict(list)
        for unit in batch:
            sorted_out[unit.document].append(unit)
        for document, part in sorted_out.items():
            spool = spools.setdefault(document, scratch / f"{len(spools)}.pickle")
            with spool.open("ab") as stream:
                pickle.dump(part, stream)
    names: set[str] = set()
    for document, spool in spools.items():
        yield _free_name(document, names), _spooled(spool)


def _spooled(spool: Path) -> Iterator[TranslationUnit]:
    size = spool.stat().st_size
    with spool.open("rb") as stream:
        while stream.tell() < size:
            yield from pickle.load(stream)


def _free_name(document: str, taken: set[str]) -> str:
    """Return a file name for *document* that no other has, even where case does not count."""
    whole = _UNSAFE.sub("-", document).strip(".-").encode("utf-8", "ignore")
    name = whole[:_LONGEST].decode("utf-8", "ignore") or NAMELESS
    free = next(
        tried
        for tried in chain([name], (f"{name}-{number}" for number in count(2)))
        if tried.casefold() not in taken
    )
    taken.add(free.casefold())
    return free
