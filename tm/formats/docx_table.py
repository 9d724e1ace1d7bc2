"""Tables of texts in DOCX documents: a row for each segment, its translation beside it.

Knows the cells of a table and what of a paragraph is text; tracked deletions are not.
Does not know the rest of a document: :mod:`corpora.docx` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from corpora.errors import FormatError
from corpora.types import TranslationUnit
from corpora.unzip import Parts
from tm.errors import TableError
from tm.formats.rows import Langs, Row, units_of
from tm.formats.skipped import Reporter, Skip
from tm.formats.tables import NAME_THEM, table_rows

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART: Final = "word/document.xml"
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "smartTag")
)
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "txbxContent", "pPr", "rPr"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "‑"}


def read_docx_table(
    path: str | Path, *, langs: Langs = None, skipped: Skip = None, is_every: bool = False
) -> Iterator[TranslationUnit]:
    """Yield the rows of every table with a column and its translation, neighbours as context.

    A document has no lines: the place of a row is its number among all rows.

    Raises:
        FormatError: it is no DOCX, damaged, or has no such table.
    """
    reporter = Reporter(Path(path), skipped, TableError)
    rows = docx_rows(reporter.path, langs)
    yield from units_of(rows, reporter, langs, in_order=True, is_every=is_every)


def docx_rows(path: Path, langs: Langs) -> Iterator[Row]:
    """Yield the rows of every table with a column and its translation, translated or not.

    Raises:
        FormatError: it is no DOCX, damaged, or has no such table.
    """
    number, has_any = 0, False
    for place, table in enumerate(tables_of(document_of(parts_of(path)))):
        cells = [[text_of(cell) for cell in row] for row in cells_of(table)]
        numbered = list(enumerate(cells, number + 1))
        number += len(cells)
        if rows := table_rows(numbered, langs, group=str(place)):
            has_any = True
            yield from rows
    if not has_any:
        problem = "no table with a text and its translation side by side"
        raise TableError(problem, path, remedy=NAME_THEM)


def parts_of(path: Path) -> Parts:
    """Open a DOCX.

    Raises:
        FormatError: it cannot be read, or is no DOCX.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = f"cannot read it ({error.strerror})"
        raise TableError(problem, path, remedy="check its name and your rights") from error
    if not data:
        raise TableError("the file is empty", path, remedy="choose another file")
    return Parts(data, path)


def document_of(parts: Parts) -> etree._Element:
    """Return the root of the main part.

    Raises:
        FormatError: there is none, or it is broken.
    """
    root = parts.xml(PART)
    if root is None:
        raise FormatError("a zip archive but no DOCX", parts.path, remedy="choose another file")
    return root


def tables_of(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the tables of a document in order, those inside cells after the one around them."""
    return root.iter(f"{W}tbl")


def cells_of(table: etree._Element) -> Iterator[list[etree._Element]]:
    """Yield the cells of each row."""
    for row in _inside(table, f"{W}tr"):
        yield list(_inside(row, f"{W}tc"))


def text_of(cell: etree._Element) -> str:
    """Return the text of a cell, a line for each paragraph; nested tables are none of it."""
    return "\n".join("".join(_texts(paragraph)) for paragraph in _inside(cell, f"{W}p")).strip()


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _texts(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[str(child.tag)]
        elif child.tag not in _GONE and child.tag != _FALLBACK:
            yield from _texts(child)
