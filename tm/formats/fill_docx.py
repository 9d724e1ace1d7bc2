"""Filling the empty cells of the tables of a DOCX in place.

Knows the cell beside a source text; the other parts of the document are copied as
they are, styles and pictures included.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from lxml import etree

from corpora.characters import without_controls
from corpora.errors import FormatError
from corpora.files import open_whole
from tm.errors import TableError
from tm.formats.docx_table import (
    PART,
    W,
    cells_of,
    document_of,
    parts_of,
    tables_of,
    text_of,
)
from tm.formats.fill import Answer, Applied, Query, Slot, fill
from tm.formats.rows import Langs
from tm.formats.tables import NAME_THEM, Layout, layout_of

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FILLED = tuple(f"{W}{name}" for name in ("drawing", "pict", "object", "tbl", "fldChar"))


def fill_docx(
    path: Path, output: Path, answer: Callable[[Query], Answer | None], langs: Langs
) -> Applied:
    """Copy the DOCX at *path* to *output*, empty cells beside a source text filled.

    A score leaves no trace: Word has no place for it.

    Raises:
        FormatError: it is no DOCX, damaged, without such a table, or *output* cannot be written.
    """
    parts = parts_of(path)
    root = document_of(parts)
    slots = list(_slots(root, langs))
    if not slots:
        problem = "no table with a text and its translation side by side"
        raise TableError(problem, path, remedy=NAME_THEM)
    applied = fill(slots, answer)
    content = etree.tostring(root.getroottree(), encoding="UTF-8", standalone=True)
    with open_whole(output) as stream:
        _copy(parts.archive, stream, content, path)
    return applied


def _copy(archive: zipfile.ZipFile, stream: IO[bytes], content: bytes, path: Path) -> None:
    """Write *archive* to *stream*, its main part replaced by *content*."""
    try:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy:
            for member in archive.infolist():
                if member.filename == PART:
                    copy.writestr(member, content, zipfile.ZIP_DEFLATED)
                    continue
                with archive.open(member) as source, copy.open(member, "w") as target:
                    shutil.copyfileobj(source, target)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        problem = f"a damaged zip archive ({error})"
        raise FormatError(problem, path, remedy="save the document again in Word") from error


def _slots(root: etree._Element, langs: Langs) -> Iterator[Slot]:
    for number, table in enumerate(tables_of(root)):
        rows = list(cells_of(table))
        layout = layout_of([[text_of(cell) for cell in row] for row in rows], langs)
        if layout is not None:
            for row in rows[1:] if layout.has_header else rows:
                if layout.source < len(row) and (text := text_of(row[layout.source])):
                    yield _slot(row, text, layout, str(number))


def _slot(row: list[etree._Element], text: str, layout: Layout, group: str) -> Slot:
    cell = row[layout.target] if layout.target < len(row) else None
    is_open = cell is not None and not text_of(cell) and next(cell.iter(*_FILLED), None) is None

    def put(answer: Answer) -> bool:
        if cell is not None:
            _put(cell, answer.text)
        return False

    return Slot(text, layout.langs[0], is_open, put, group, layout.langs[1])


def _put(cell: etree._Element, text: str) -> None:
    """Write *text* into the first paragraph of *cell*, in the format of its empty line."""
    paragraph = cell.find(f"{W}p")
    if paragraph is None:
        paragraph = etree.SubElement(cell, f"{W}p")
    run = etree.SubElement(paragraph, f"{W}r")
    if (looks := paragraph.find(f"{W}pPr/{W}rPr")) is not None:
        copy = etree.SubElement(run, f"{W}rPr")
        copy.extend([_twin(look) for look in looks if look.tag not in _OF_MARK])
    for place, line in enumerate(without_controls(text).split("\n")):
        if place:
            etree.SubElement(run, f"{W}br")
        written = etree.SubElement(run, f"{W}t", {_SPACE: "preserve"})
        written.text = line


def _twin(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


_OF_MARK = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
