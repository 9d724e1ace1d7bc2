"""The source segments of a file that is to be translated, for analysis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tm.errors import TableError, XLIFFError
from tm.formats import kind_of
from tm.formats.docx_table import docx_rows
from tm.formats.inline import Inline
from tm.formats.po import po_rows
from tm.formats.rows import Langs, Row, Source, sources_of
from tm.formats.skipped import Reporter
from tm.formats.tsv_read import lines_of, tsv_rows
from tm.formats.xliff_read import xliff_rows
from tm.formats.xlsx_read import xlsx_rows

Rows = Callable[[Path, Langs], Iterator[Row]]


def _xliff(path: Path, langs: Langs) -> Iterator[Row]:
    return xliff_rows(Reporter(path, None, XLIFFError))


def _po(path: Path, langs: Langs) -> Iterator[Row]:
    return po_rows(path)


def _txt(path: Path, langs: Langs) -> Iterator[Row]:
    for number, line in enumerate(lines_of(path), 1):
        if "\ufffd" in line:
            problem = "characters that could not be read (a wrong encoding)"
            raise TableError(problem, path, line=number, remedy="save it as UTF-8 text")
        yield Row(number, Inline(line.strip()))


ROWS: Final[Mapping[str, Rows]] = {
    **dict.fromkeys((".xlf", ".xliff", ".sdlxliff", ".mqxliff"), _xliff),
    ".po": _po,
    ".pot": _po,
    **dict.fromkeys((".tsv", ".csv"), tsv_rows),
    **dict.fromkeys((".xlsx", ".xlsm"), xlsx_rows),
    ".docx": docx_rows,
    ".txt": _txt,
}


def read_sources(path: str | Path, *, langs: Langs = None) -> Iterator[Source]:
    """Yield every source segment of *path*, translated or not, in file order.

    In a text each line is one. What is not to be translated is left out. A language
    is empty where neither the file nor *langs* nor the script tells it.

    Raises:
        FormatError: the name is of no known kind, or the file is not what it claims.
    """
    rows = ROWS[kind_of(path, ROWS)]
    return sources_of(rows(Path(path), langs), langs)


def read_segments(path: str | Path, *, langs: Langs = None) -> list[Source]:
    """Return what :func:`read_sources` yields; of any other document, and of running text in a
    DOCX, the sentences.

    Raises:
        FormatError: the file cannot be read.
    """
    from corpora.document import read_document

    path = Path(path)
    if path.suffix.lower() in ROWS:
        try:
            return list(read_sources(path, langs=langs))
        except TableError:
            if path.suffix.lower() != ".docx":
                raise
    document = read_document(path)
    return [Source(segment.text, document.lang.tag) for segment in document.segments]
