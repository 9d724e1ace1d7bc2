"""The files that carry translation units, in and out.

A reader and a writer for each kind of file, chosen by its name; XLIFF of every version
goes by what is inside. Nothing heavy is imported before a file needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from corpora.errors import FormatError
from corpora.types import TranslationUnit
from tm.formats.docx_table import read_docx_table
from tm.formats.pairs import Sifter
from tm.formats.po import read_po
from tm.formats.rows import Langs, Source
from tm.formats.skipped import Skip, Skipped
from tm.formats.table_write import write_tsv, write_xlsx
from tm.formats.tmx_read import read_tmx
from tm.formats.tmx_write import Remark, Written, write_tmx
from tm.formats.tsv_read import read_tsv
from tm.formats.xliff_read import read_xliff
from tm.formats.xliff_write import write_xliff
from tm.formats.xlsx_read import read_xlsx

__all__ = [
    "READERS",
    "WRITERS",
    "Skip",
    "Skipped",
    "Source",
    "Written",
    "kind_of",
    "read_units",
    "write_units",
]

Reader = Callable[..., Iterator[TranslationUnit]]
Writer = Callable[..., Written]


def _write_tmx(
    path: str | Path, units: Iterable[TranslationUnit], *, srclang: str, tgtlang: str
) -> Written:
    """Write a TMX of two languages, whatever the regions in the units' tags."""
    sifter = Sifter(path, srclang, tgtlang)
    written = write_tmx(path, sifter.sift(units), srclang=sifter.srclang)
    numbers = {remark.number for remark in sifter.remarks}
    kept = _renumbered(written.skipped, numbers), _renumbered(written.warned, numbers)
    return Written(written.units, tuple(sorted((*sifter.remarks, *kept[0]), key=_number)), kept[1])


def _renumbered(remarks: Iterable[Remark], missing: set[int]) -> tuple[Remark, ...]:
    """Number *remarks*, in order, as the caller counts units, those *missing* included."""
    found, gaps, before = [], sorted(missing), 0
    for remark in remarks:
        while before < len(gaps) and gaps[before] <= remark.number + before:
            before += 1
        found.append(remark._replace(number=remark.number + before))
    return tuple(found)


def _number(remark: Remark) -> int:
    return remark.number


READERS: Final[Mapping[str, Reader]] = {
    ".tmx": read_tmx,
    ".gz": read_tmx,
    ".zip": read_tmx,
    **dict.fromkeys((".xlf", ".xliff", ".sdlxliff", ".mqxliff"), read_xliff),
    ".po": read_po,
    ".pot": read_po,
    **dict.fromkeys((".tsv", ".csv", ".txt"), read_tsv),
    **dict.fromkeys((".xlsx", ".xlsm"), read_xlsx),
    ".docx": read_docx_table,
}
WRITERS: Final[Mapping[str, Writer]] = {
    ".tmx": _write_tmx,
    ".tsv": write_tsv,
    ".csv": write_tsv,
    ".xlsx": write_xlsx,
    ".xlf": write_xliff,
    ".xliff": write_xliff,
}
_XML: Final = {b"<tmx": ".tmx", b"<xliff": ".xliff"}
_HEAD = 1 << 16  # bytes; comments may stand before the root


def read_units(
    path: str | Path, *, langs: Langs = None, skipped: Skip = None, is_every: bool = False
) -> Iterator[TranslationUnit]:
    """Yield the units of any file that can carry them, the source variant first.

    *langs* are the tags of source and target where the file does not say them.
    *skipped* is told of each unit that cannot be used; without it the first such
    unit is an error. With *is_every* there is a unit for every pair of the file, also
    where a text is missing or cannot be used: one without a translation has an empty text.

    Raises:
        FormatError: the name is of no known kind, or the file is not what it claims.
    """
    read = READERS[kind_of(path, READERS)]
    return read(path, langs=langs, skipped=skipped, is_every=is_every)


def write_units(
    path: str | Path, units: Iterable[TranslationUnit], *, srclang: str, tgtlang: str
) -> Written:
    """Write the two languages of *units* to *path*; it appears whole or not at all.

    Without a unit to write nothing is written: what is there stays.

    Raises:
        LanguageError: *srclang* or *tgtlang* is no language tag.
        FormatError: the name is of no known kind, *path* cannot be written, or no unit has both
            languages.
    """
    write = WRITERS[kind_of(path, WRITERS)]
    return write(path, units, srclang=srclang, tgtlang=tgtlang)


def kind_of(path: str | Path, known: Collection[str]) -> str:
    """Return the suffix in *known* that *path* goes by; an ``.xml`` goes by its root.

    Raises:
        FormatError: there is none; the message lists the known ones.

    >>> kind_of("memory.TMX", WRITERS)
    '.tmx'
    """
    suffix = Path(path).suffix.lower()
    if suffix == ".xml":
        suffix = _kind_inside(Path(path))
    if suffix in known:
        return suffix
    remedy = f"use one of {' '.join(sorted(known))}"
    if Path(path).is_dir():
        raise FormatError("a folder", path, remedy=f"name the files in it; {remedy}")
    raise FormatError(f"a name that ends in {suffix or 'nothing'!r}", path, remedy=remedy)


def _kind_inside(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD).replace(b"\0", b"")
    except OSError:
        return ".xml"
    return next((kind for mark, kind in _XML.items() if mark in head), ".xml")
