"""Reading tables of texts in XLSX workbooks, sheet by sheet.

A sheet is read row by row; the texts that cells share are held in memory, which
the format asks for.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from lxml import etree

from corpora.types import TranslationUnit
from tm.errors import TableError
from tm.formats.rows import Langs, Row, units_of
from tm.formats.skipped import Reporter, Skip
from tm.formats.tables import NAME_THEM, NO_COLUMNS, table_rows
from tm.formats.tsv_read import unshielded

_LIMIT = 2 << 30  # bytes that a workbook may unpack to; a million rows of two texts have 1 GB
_HEAD = 1 << 16  # bytes; a document type stands before the first element
_REMEDY = "save it again as .xlsx in its own program"
_DAMAGE = (  # what openpyxl lets through where a workbook is not one
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, AttributeError,
    IndexError, NotImplementedError, RuntimeError, ParseError, etree.XMLSyntaxError,
)  # fmt: skip


def read_xlsx(
    path: str | Path, *, langs: Langs = None, skipped: Skip = None, is_every: bool = False
) -> Iterator[TranslationUnit]:
    """Yield the units of every sheet that has a column and its translation.

    Of a formula the value counts that was saved with it. Shields as of a TSV go. Lines are rows.

    Raises:
        TableError: it is no workbook, damaged, or no sheet has such columns.
    """
    reporter = Reporter(Path(path), skipped, TableError)
    rows = xlsx_rows(reporter.path, langs)
    yield from units_of(rows, reporter, langs, is_every=is_every)


def xlsx_rows(path: Path, langs: Langs) -> Iterator[Row]:
    """Yield the rows of every sheet that has a column and its translation, translated or not.

    Raises:
        TableError: it is no workbook, damaged, or no sheet has such columns.
    """
    is_found = False
    for title, cells in sheets_of(path):
        if rows := table_rows(cells, langs, group=title):
            is_found = True
            yield from rows
    if not is_found:
        raise TableError(NO_COLUMNS, path, remedy=NAME_THEM)


def sheets_of(path: Path) -> Iterator[tuple[str, Iterator[tuple[int, list[str]]]]]:
    """Yield the title of each sheet with its rows that hold anything, numbered from 1.

    Raises:
        TableError: it is no workbook, or damaged.
    """
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    _refuse_bomb(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except _DAMAGE as error:
        raise _damaged(path, error) from error
    try:
        for sheet in book.worksheets:
            yield sheet.title, _cells(sheet, path)
    finally:
        book.close()


def _cells(sheet: Any, path: Path) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401
    rows = enumerate(sheet.iter_rows(values_only=True), 1)
    while True:
        try:
            number, values = next(rows)
        except StopIteration:
            return
        except _DAMAGE as error:
            raise _damaged(path, error) from error
        cells = [unshielded(_text(value)) for value in values]
        if any(cells):
            yield number, cells


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _refuse_bomb(path: Path) -> None:
    """Check sizes and document types before a workbook is given to its parser."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > _LIMIT:
                problem = f"it unpacks to more than {_LIMIT >> 30} GB (a zip bomb?)"
                raise TableError(problem, path, remedy="do not trust this file")
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    _refuse_type(archive, name, path)
    except OSError as error:
        problem = f"cannot read it ({error.strerror})"
        raise TableError(problem, path, remedy="check its name and your rights") from error
    except _DAMAGE as error:
        raise _damaged(path, error) from error


def _refuse_type(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    with archive.open(name) as part:
        if b"<!DOCTYPE" in part.read(_HEAD).replace(b"\0", b""):
            problem = "its XML declares a document type, which no spreadsheet writes"
            raise TableError(problem, path, remedy="do not trust this file")


def _damaged(path: Path, error: Exception) -> TableError:
    if path.stat().st_size == 0:
        return TableError("the file is empty", path, remedy="choose another file")
    return TableError(f"not a workbook, or a damaged one ({error})", path, remedy=_REMEDY)
