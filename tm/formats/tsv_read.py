"""Reading tables in text files: TSV and CSV, with the quotes of spreadsheets or without.

Knows encodings and cells, nothing of languages. A quote that opens no whole cell is
a quote: a text that begins with one does not swallow the rest of the file.
"""

from __future__ import annotations

import codecs
import io
import re
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from corpora.encoding import decode
from corpora.errors import FormatError
from corpora.types import TranslationUnit
from tm.errors import TableError
from tm.formats.rows import Langs, Row, units_of
from tm.formats.skipped import Reporter, Skip
from tm.formats.table_write import SHIELDED
from tm.formats.tables import NAME_THEM, NO_COLUMNS, table_rows

_SAMPLE = 1 << 18  # bytes that are looked at for the encoding
_WESTERN = "cp1252"
_ENCODINGS = (
    *("utf-8-sig", "utf-16", "utf-8", "cp950", "gb18030", "utf-16-le", "utf-16-be"),
    _WESTERN,
)
_MARKS = {
    "utf-8-sig": (codecs.BOM_UTF8,),
    "utf-16": (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE),
}
_LONGEST = 10_000_000  # characters of a line
_AHEAD = 3  # lines that are looked at for tabs
_LONGEST_CELL = 200  # lines of a quoted cell
_QUOTED = re.compile(r'"[^"]*"')
_TABBED = frozenset({".tsv", ".tab"})
_PLAIN_HEADER = ["probability", "shape", "paragraph", "kind", "reasons"]  # of duizhao align


def read_tsv(
    path: str | Path, *, langs: Langs = None, skipped: Skip = None, is_every: bool = False
) -> Iterator[TranslationUnit]:
    """Yield the units of a TSV or CSV, whichever its separator is; memory does not grow.

    The encoding is detected: UTF-8, UTF-16, GB18030, Big5. Columns are told by a first
    row of names, else by script. An apostrophe before what a spreadsheet might run
    is the shield our writer puts there, and goes.

    Raises:
        TableError: it is no text, or has no two columns that are a pair.
    """
    reporter = Reporter(Path(path), skipped, TableError)
    rows = tsv_rows(reporter.path, langs)
    yield from units_of(rows, reporter, langs, is_every=is_every)


def tsv_rows(path: Path, langs: Langs) -> Iterator[Row]:
    """Yield the rows that follow the header, translated or not.

    Raises:
        TableError: it is no text, or has no two columns that are a pair.
    """
    rows = table_rows(records_of(path), langs)
    if rows is None:
        raise TableError(NO_COLUMNS, path, remedy=NAME_THEM)
    yield from rows


def records_of(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each record with its line; the first line with a separator tells which.

    Empty lines are left out.

    Raises:
        TableError: it is empty, no text, or in an unknown encoding.
    """
    return _records(lines_of(path), path.suffix.lower())


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a text without their ends; what cannot be read becomes U+FFFD.

    Raises:
        TableError: it is empty, no text, or in an unknown encoding.
    """
    try:
        with path.open("rb") as stream:
            encoding = _encoding_of(stream, path)
            text = io.TextIOWrapper(stream, encoding, errors="replace", newline="\n")
            while line := text.readline(_LONGEST):
                if len(line) == _LONGEST:
                    problem = "a line of more than 10 million characters"
                    raise TableError(problem, path, remedy="choose another file")
                yield line.removesuffix("\n").removesuffix("\r")
    except OSError as error:
        problem = f"cannot read it ({error.strerror})"
        raise TableError(problem, path, remedy="check its name and your rights") from error


def is_western(path: Path) -> bool:
    """Tell whether a text is read as Windows-1252, which has no Chinese.

    Raises:
        TableError: it is empty, no text, or in an unknown encoding.
    """
    with path.open("rb") as stream:
        return _encoding_of(stream, path) == _WESTERN


def _encoding_of(stream: IO[bytes], path: Path) -> str:
    """Name the encoding that its beginning is in; leave *stream* at its beginning."""
    sample = stream.read(_SAMPLE)
    if not sample.strip():
        raise TableError("the file is empty", path, remedy="choose another file")
    try:
        text = decode(sample, path)
    except FormatError as error:
        raise TableError(error.problem, path, remedy="save it as UTF-8 text") from error
    stream.seek(0)
    return next((name for name in _ENCODINGS if _decodes(sample, name, text)), "utf-8")


def _decodes(sample: bytes, name: str, text: str) -> bool:
    found = sample.decode(name, "replace")
    marks = _MARKS.get(name)
    return (marks is None or sample.startswith(marks)) and found.rstrip("\ufffd") == text.rstrip(
        "\ufffd"
    )


def _records(lines: Iterator[str], suffix: str) -> Iterator[tuple[int, list[str]]]:
    waiting: deque[str] = deque()
    separator, is_plain, number = "", False, 0
    while (line := _next(waiting, lines)) is not None:
        number += 1
        if not line.strip():
            continue
        if not separator:
            separator = _separator(line, _ahead(waiting, lines), suffix)
            is_plain = line.split("\t")[2:] == _PLAIN_HEADER
        if not separator:  # a title above the table
            yield number, [unshielded(line.strip('"'))]
            continue
        if is_plain:
            yield number, line.split("\t")
            continue
        cells, count = _cells_of(line, separator, waiting, lines)
        yield number, [unshielded(cell) for cell in cells]
        number += count - 1


def _next(waiting: deque[str], lines: Iterator[str]) -> str | None:
    return waiting.popleft() if waiting else next(lines, None)


def _ahead(waiting: deque[str], lines: Iterator[str]) -> list[str]:
    while len(waiting) < _AHEAD and (line := next(lines, None)) is not None:
        waiting.append(line)
    return list(waiting)


def _separator(line: str, ahead: Sequence[str], suffix: str) -> str:
    """Choose the separator of a table by its first line that has any; else none.

    A TSV has tabs, whatever commas its prose has. A CSV has what is most in its header,
    unless that is a title above lines with tabs. In other files a tab wins, then what
    stands as often in the lines that follow. What is quoted separates nothing.
    """
    if suffix in _TABBED:
        return "\t" if "\t" in line else ""
    bare, *rows = (_QUOTED.sub("", one) for one in (line, *ahead))
    if suffix == ".csv":
        separator = max(",;\t", key=lambda mark: (bare.count(mark), _is_even(mark, bare, rows)))
        if any(row.count(separator) >= bare.count(separator) > 0 for row in rows):
            return separator
    elif "\t" in bare:
        return "\t"
    else:
        separator = max(",;", key=lambda mark: (_is_even(mark, bare, rows), bare.count(mark)))
    is_prose = "\t" not in bare and any("\t" in row for row in rows)
    return separator if separator in bare and not is_prose else ""


def _is_even(separator: str, line: str, rows: Sequence[str]) -> int:
    """Count the rows that have *separator* as often as *line* has it."""
    count = line.count(separator)
    return sum(row.count(separator) == count for row in rows) if count else 0


def _cells_of(
    line: str, separator: str, waiting: deque[str], lines: Iterator[str]
) -> tuple[list[str], int]:
    """Split a record that begins with *line*; a quoted cell may go on in the next lines."""
    record, taken = line, [line]
    while (cells := _split(record, separator)) is None:
        more = _next(waiting, lines) if len(taken) < _LONGEST_CELL else None
        if more is None:
            break
        taken.append(more)
        record = f"{record}\n{more}"
    if cells:
        return cells, len(taken)
    waiting.extendleft(reversed(taken[1:]))
    return _split(line, separator, is_alone=True) or [line], 1


def _split(record: str, separator: str, *, is_alone: bool = False) -> list[str] | None:
    """Split a record into cells; None where a quoted cell does not end in it.

    No cells where the quote that joined its lines opens no cell. In a line that *is_alone*
    a quote that is not closed is a quote.
    """
    if '"' not in record:
        return record.split(separator)
    cells, start = [], 0
    while True:
        end, cell = _quoted(record, start, separator)
        if cell is None or (end < 0 and is_alone):
            end = record.find(separator, start)
            end = len(record) if end < 0 else end
            cell = record[start:end]
            if "\n" in cell:
                return []
        elif end < 0:
            return None
        cells.append(cell)
        if end >= len(record):
            return cells
        start = end + 1


def _quoted(record: str, start: int, separator: str) -> tuple[int, str | None]:
    """Read a quoted cell at *start*: its end, -1 where there is none, and its content if quoted."""
    if record[start : start + 1] != '"':
        return 0, None
    place = start + 1
    while (place := record.find('"', place)) >= 0:
        if record.startswith('"', place + 1):
            place += 2
            continue
        if place + 1 == len(record) or record.startswith(separator, place + 1):
            return place + 1, record[start + 1 : place].replace('""', '"')
        return 0, None  # a quote inside a cell: the cell is not quoted
    return -1, ""


def unshielded(cell: str) -> str:
    """Return *cell* without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if SHIELDED.match(cell) else cell
