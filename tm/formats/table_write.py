"""Writing tables, and units as tables: TSV, CSV and XLSX, a row for each pair.

Knows what spreadsheets do to a cell that begins with ``=``, and how long a cell may be.
Provenance goes into columns of its own; inline codes do not go into a table.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from corpora.characters import without_controls
from corpora.files import open_whole
from corpora.types import TranslationUnit
from tm.formats.pairs import Sifter
from tm.formats.tables import FACT_COLUMNS
from tm.formats.tmx_write import Written

Cell = str | int | float
LONGEST_CELL: Final = 32_767  # UTF-16 units in a cell of a spreadsheet
_MOST_ROWS: Final = 1_048_575  # of a sheet, without its header
# what a spreadsheet may run: OWASP's list, with the full-width twins that East Asian editions take
_DANGER = r"'*[=+\-@＝＋－＠\t\r\n]"
_FORMULA = re.compile(_DANGER)
SHIELDED: Final = re.compile(f"'{_DANGER}")
_SPECIAL = re.compile(r'[\t\n\r"]')
_COMMA_SPECIAL = re.compile(r'[,;\n\r"]')


def write_tsv(
    path: str | Path, units: Iterable[TranslationUnit], *, srclang: str, tgtlang: str
) -> Written:
    """Write a line per unit to *path*, a header first: a TSV, or a CSV where it ends in that.

    What a spreadsheet takes for a formula gets an apostrophe before it; tabs, line
    breaks and quotes stand in quotes. Our reader takes both away again.

    Raises:
        LanguageError: *srclang* or *tgtlang* is no language tag.
        FormatError: *path* cannot be written, or there is nothing to write.
    """
    sifter = Sifter(path, srclang, tgtlang)
    write_text_table(path, _table(units, sifter))
    return sifter.written()


def write_xlsx(
    path: str | Path, units: Iterable[TranslationUnit], *, srclang: str, tgtlang: str
) -> Written:
    """Write a row per unit to *path*, a header first; every cell is text, none a formula.

    A unit longer than a cell may be is left out.

    Raises:
        LanguageError: *srclang* or *tgtlang* is no language tag.
        FormatError: *path* cannot be written, or there is nothing to write.
    """
    sifter = Sifter(path, srclang, tgtlang, longest=LONGEST_CELL)
    write_workbook(path, _table(units, sifter), widths=(60, 60))
    return sifter.written()


def write_text_table(path: str | Path, rows: Iterable[Sequence[str]]) -> None:
    """Write *rows*, the header first, as TSV, or as CSV where *path* ends in that.

    What a spreadsheet takes for a formula gets an apostrophe before it. A CSV begins
    with a byte order mark, without which Excel does not take it for UTF-8.

    Raises:
        FormatError: *path* cannot be written.
    """
    is_csv = Path(path).suffix.lower() == ".csv"
    separator, special = (",", _COMMA_SPECIAL) if is_csv else ("\t", _SPECIAL)
    with open_whole(path) as stream:
        stream.write(BOM_UTF8 if is_csv else b"")
        for row in rows:
            line = separator.join(_cell(cell, special) for cell in row)
            stream.write(f"{line}\n".encode("utf-8", "replace"))


def write_workbook(
    path: str | Path,
    rows: Iterable[Sequence[Cell]],
    *,
    widths: Sequence[int],
    is_to_read: bool = False,
) -> None:
    """Write *rows*, the header first, as XLSX; every string is text, none a formula.

    Memory does not grow. A new sheet begins where one is full. Control characters go. What
    looks shielded gets one more apostrophe: a workbook may come from a CSV with its shields.
    The first columns are *widths* characters wide. Where it *is_to_read*, and not only to be
    read in again, long texts are wrapped and the header has filters.

    Raises:
        FormatError: *path* cannot be written.
    """
    from openpyxl import Workbook  # type: ignore[import-untyped]

    book = Workbook(write_only=True)
    with open_whole(path) as stream:
        try:
            _fill(book, iter(rows), widths, is_to_read=is_to_read)
        except BaseException:
            for sheet in book.worksheets:
                sheet.close()  # else each complains when it is collected
            raise
        book.save(stream)


def is_long(text: str) -> bool:
    """Tell whether *text* is longer than a cell of a spreadsheet can be."""
    return len(text.encode("utf-16-le", "replace")) > 2 * LONGEST_CELL


def _table(units: Iterable[TranslationUnit], sifter: Sifter) -> Iterator[list[str]]:
    yield [sifter.srclang, sifter.tgtlang, *FACT_COLUMNS]
    for unit in sifter.sift(units):
        texts = [variant.text for variant in unit.variants]
        yield [*texts, *(fact(unit) for fact in FACT_COLUMNS.values())]


def _fill(
    book: Any,  # noqa: ANN401 - openpyxl has no types
    rows: Iterator[Sequence[Cell]],
    widths: Sequence[int],
    *,
    is_to_read: bool,
) -> None:
    header, left = next(rows), _MOST_ROWS
    sheet = _new_sheet(book, header, widths)
    for row in rows:
        if not left:
            sheet, left = _new_sheet(book, header, widths), _MOST_ROWS
        _append(sheet, row, is_wrapped=is_to_read)
        left -= 1
        if is_to_read:
            sheet.auto_filter.ref = f"A1:{_letter(len(header))}{_MOST_ROWS - left + 1}"


def _cell(text: str, special: re.Pattern[str]) -> str:
    text = without_controls(text).replace("\r\n", "\n").replace("\r", "\n")
    text = f"'{text}" if _FORMULA.match(text) else text
    if not special.search(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _new_sheet(book: Any, header: Sequence[Cell], widths: Sequence[int]) -> Any:  # noqa: ANN401
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[_letter(number)].width = width
    _append(sheet, header)
    return sheet


def _letter(column: int) -> str:
    """Return the name of a *column*, from 1."""
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

    return str(get_column_letter(column))


def _append(
    sheet: Any,  # noqa: ANN401
    row: Sequence[Cell],
    *,
    is_wrapped: bool = False,
) -> None:
    from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
    from openpyxl.styles import Alignment  # type: ignore[import-untyped]

    wrap = Alignment(wrap_text=True, vertical="top") if is_wrapped else None
    cells = []
    for value in row:
        if not isinstance(value, str):
            cells.append(WriteOnlyCell(sheet, value))
            continue
        plain = without_controls(value)
        shield = "'" if SHIELDED.match(plain) else ""
        cell = WriteOnlyCell(sheet, f"{shield}{plain}"[:LONGEST_CELL])
        cell.data_type = "s"  # text, whatever it begins with
        if wrap:
            cell.alignment = wrap
        cells.append(cell)
    sheet.append(cells)
