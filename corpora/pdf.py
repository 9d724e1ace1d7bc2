"""PDF to passages: from the text layer's lines to paragraphs, notes, cells and furniture.

Where lines stand on the page is ``pdf_lines``' business; this file knows what their
places mean. pdfplumber is imported when a PDF is read.
"""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from corpora.characters import NOTE_MARK, cells, clean, raised
from corpora.errors import FormatError
from corpora.margins import margins
from corpora.passages import Hint, Passage
from corpora.pdf_lines import Line, Sheet, read_sheet
from corpora.types import Progress
from corpora.wraps import ENDED, ENUMERATOR, Joiner

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
# the two bytes of RFC 1950, section 2.2, without a dictionary: a multiple of 31
_ZLIB = tuple(
    bytes((method, flags))
    for method in range(0x08, 0x79, 0x10)
    for flags in range(256)
    if (256 * method + flags) % 31 == 0 and not flags & 0x20
)
_BASE85 = re.compile(rb"\s*+(?:<~)?+([!-uz\s]++)~>")
_SLICE = 1 << 14  # bytes unpacked at a time, so that a small stream costs what it holds
_MOST_LAYERS = 6
_STREAM_LIMIT = 256 << 20  # bytes; a scanned page at 600 dpi has about 100 MB
_UNMAPPED = re.compile(r"\(cid:\d+\)|\ufffd")
_CALLS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_PLAIN_MARK = re.compile(r"\d{1,3}(?=\s)")
# what the parser is known to raise on damaged files, beside its own errors
_DAMAGE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    EOFError,
    struct.error,
    zlib.error,
)


def read_pdf(
    data: bytes, path: str | Path | None = None, *, progress: Progress | None = None
) -> list[Passage]:
    """Read the text layer of a PDF.

    Raises:
        FormatError: no text layer, a password, a damaged or hostile file.
    """
    _refuse_bombs(data, path)
    sheets = _sheets(data, path, progress)
    text = "".join(line.text for sheet in sheets for line in sheet.lines)
    unmapped = sum(len(found) for found in _UNMAPPED.findall(text))
    if len(text.split()) == 0 or 2 * unmapped > len(text):
        raise FormatError(
            "no readable text in this PDF (a scan?)",
            path,
            remedy="run OCR on it first, for example with ocrmypdf",
        )
    return list(_passages(sheets))


def _refuse_bombs(data: bytes, path: str | Path | None) -> None:
    """Refuse a file with a stream that unpacks to more than any page needs."""
    view = memoryview(data)
    for found in _STREAM.finditer(data):
        if _unpacks_too_far(view[found.end() : found.end() + (4 << 20)]):
            raise FormatError(
                "a stream in it unpacks to hundreds of megabytes", path, remedy="do not trust it"
            )


def _unpacks_too_far(packed: bytes | memoryview) -> bool:
    """Whether a stream grows over the limit; streams are packed inside streams too."""
    for _ in range(_MOST_LAYERS):
        try:
            if bytes(packed[:2]) in _ZLIB:
                packed = _inflated(packed)
            elif text := _BASE85.match(packed):
                packed = base64.a85decode(text[1])
            else:
                return False
        except (zlib.error, ValueError):
            return False
        if len(packed) >= _STREAM_LIMIT:
            return True
    return True


def _inflated(packed: bytes | memoryview) -> bytes:
    """Unpack a stream to its end or to the limit."""
    stream = zlib.decompressobj()
    parts: list[bytes] = []
    room = _STREAM_LIMIT
    for start in range(0, len(packed), _SLICE):
        part = stream.decompress(packed[start : start + _SLICE], room)
        parts.append(part)
        room -= len(part)
        if stream.eof or room <= 0:
            break
    return b"".join(parts)


def _sheets(data: bytes, path: str | Path | None, progress: Progress | None) -> list[Sheet]:
    """Read the lines of every page."""
    import pdfplumber  # slow to load, and only PDFs need it
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            return list(_pages(document, progress))
    except (PdfminerException, PSException, *_DAMAGE) as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, PDFPasswordIncorrect):
            raise FormatError(
                "protected by a password", path, remedy="save a copy without one"
            ) from error
        raise FormatError(
            f"a damaged PDF ({type(cause).__name__})", path, remedy="print it to a new PDF"
        ) from error


def _pages(document: PDF, progress: Progress | None) -> Iterator[Sheet]:
    total = len(document.pages)
    for number, page in enumerate(document.pages, 1):
        yield read_sheet(page)
        page.close()
        if progress is not None:
            progress(number, total)


def _passages(sheets: Sequence[Sheet]) -> Iterator[Passage]:
    texts = [[line.text for line in sheet.lines] for sheet in sheets]
    joiner = Joiner.learn(text for page in texts for text in page)
    measure = _Measure(sheets)
    for number, (sheet, (head, foot)) in enumerate(zip(sheets, margins(texts), strict=True), 1):
        end = len(sheet.lines) - foot
        body, notes = measure.split_notes(sheet.lines[head:end], sheet.rules)
        for line in sheet.lines[:head]:
            yield Passage(clean(line.text), number, Hint.FURNITURE)
        for hint, lines in ((Hint.NONE, body), (Hint.NOTE, notes)):
            for paragraph in measure.paragraphs(lines):
                text = joiner.join([line.text for line in paragraph])
                is_cell = paragraph[0].cell >= 0
                yield Passage(clean(text), number, Hint.CELL if is_cell else hint)
        for line in sheet.lines[end:]:
            yield Passage(clean(line.text), number, Hint.FURNITURE)


def _steps(sheets: Sequence[Sheet]) -> dict[float, list[float]]:
    """Return for each size of print how far below one another its lines stand, in points."""
    steps: dict[float, list[float]] = defaultdict(list)
    for sheet in sheets:
        for above, below in pairwise(sheet.lines):
            step = below.bottom - above.bottom
            if above.size == below.size and 0 < step < 2.2 * above.size:
                steps[above.size].append(step)
    return steps


def _is_under(rules: Sequence[float], line: Line) -> bool:
    return any(rule <= line.bottom for rule in rules)


class _Measure:
    """The measures of a document: size of its body text, leading in ems, width of its columns."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        lines = [line for sheet in sheets for line in sheet.lines]
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        self.size = sizes.most_common(1)[0][0]
        steps = _steps(sheets)
        body = steps.get(self.size)
        usual = median(body) / self.size if body else 1.2
        # the smallest step stands inside a paragraph, where the body's is not smaller still
        self.leading = {size: min(usual, min(found) / size) for size, found in steps.items()}
        self.leading[self.size] = usual
        self.right: dict[tuple[int, int], float] = {}
        for line in lines:
            key = (line.column, line.cell)
            self.right[key] = max(self.right.get(key, 0.0), line.x1)

    def split_notes(
        self, lines: Sequence[Line], rules: Sequence[float]
    ) -> tuple[Sequence[Line], Sequence[Line]]:
        """Split off the notes at the foot: under a short rule, or in smaller print."""
        rules = [rule for rule in rules if self._opens_notes(rule, lines)]
        foot = len(lines)
        while foot and self._is_note_like(lines[foot - 1], rules):
            foot -= 1
        called = {mark for line in lines[:foot] for mark in _CALLS.findall(line.text)}
        notes = self._marked(lines[foot:], called)
        for index, line in enumerate(notes):
            if NOTE_MARK.match(line.text) or _is_under(rules, line):
                return [*lines[:foot], *notes[:index]], notes[index:]
        return lines, ()

    def _opens_notes(self, rule: float, lines: Sequence[Line]) -> bool:
        """Whether notes follow a short rule; it may also underline a heading."""
        first = next((line for line in lines if rule <= line.bottom), None)
        if first is None:
            return False
        has_mark = NOTE_MARK.match(first.text) or _PLAIN_MARK.match(first.text)
        return bool(has_mark) or self._is_small(first)

    def _is_small(self, line: Line) -> bool:
        return line.size <= 0.93 * self.size

    def _is_note_like(self, line: Line, rules: Sequence[float]) -> bool:
        return line.cell < 0 and (self._is_small(line) or _is_under(rules, line))

    def _marked(self, lines: Sequence[Line], called: set[str]) -> list[Line]:
        """Raise the plain figures at the head of notes that the text above calls.

        LibreOffice prints them so. Inside a note a line may start with a figure too.
        """
        marked: list[Line] = []
        for line in lines:
            figure = _PLAIN_MARK.match(line.text)
            if figure and raised(figure[0]) in called and self._can_begin(marked, line):
                rest = line.text[figure.end() :].lstrip()
                line = replace(line, text=f"{raised(figure[0])} {rest}")  # noqa: PLW2901
            marked.append(line)
        return marked

    def _can_begin(self, above: Sequence[Line], line: Line) -> bool:
        if not above:
            return True
        return bool(ENDED.search(above[-1].text)) or self._had_room(above[-1], line)

    def paragraphs(self, lines: Sequence[Line]) -> Iterator[list[Line]]:
        """Yield the lines of each paragraph."""
        paragraph: list[Line] = []
        for line in lines:
            if paragraph and self._begins(paragraph, line):
                yield paragraph
                paragraph = []
            paragraph.append(line)
        if paragraph:
            yield paragraph

    def _begins(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether *line* begins a paragraph after *paragraph*."""
        above = paragraph[-1]
        if line.cell != above.cell or abs(line.size - above.size) > 0.08 * above.size:
            return True
        is_short = self._had_room(above, line)
        ended = bool(ENDED.search(above.text))
        is_marked = bool(ENUMERATOR.match(line.text) or NOTE_MARK.match(line.text))
        if line.column != above.column or line.bottom < above.bottom:
            return (ended and is_short) or (is_marked and (ended or is_short))
        leading = self.leading.get(line.size, self.leading[self.size])
        is_apart = line.bottom - above.bottom > (leading + 0.35) * line.size
        if is_apart or line.is_bold != above.is_bold:
            return True
        is_indented = min(line.x0 - paragraph[0].x0, line.x0 - above.x0) > 0.9 * line.size
        if is_marked or (is_indented and len(paragraph) > 1):
            return ended or is_short
        return is_short and ended

    def _had_room(self, above: Line, line: Line) -> bool:
        """Whether the first word of *line* would have fitted on the line above."""
        word = line.text.split(maxsplit=1)[0]
        count = cells(word) if word.isascii() else 2
        space = self.right[above.column, above.cell] - above.x1
        return space > (0.55 * count + 1.2) * line.size
