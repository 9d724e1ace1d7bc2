"""The lines of a PDF page in reading order: characters to lines, columns, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from corpora.characters import is_cjk
from corpora.pdf_marks import Char, with_marks
from corpora.pdf_tables import Box, Stroke, find_tables, is_border

if TYPE_CHECKING:
    from pdfminer.layout import LTChar
    from pdfplumber.page import Page

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; lengths in points, ``bottom`` from the top of the page."""

    text: str
    x0: float
    x1: float
    bottom: float
    size: float
    is_bold: bool = False
    column: int = 0
    cell: int = -1  # number of the table cell on the page; -1 outside tables


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its lines in reading order, and where short rules stand above notes."""

    lines: tuple[Line, ...]
    rules: tuple[float, ...] = ()


def read_sheet(page: Page) -> Sheet:
    """Read the lines of one page."""
    chars, strokes = _shapes(page)
    chars = with_marks(chars)
    tables = find_tables(page, chars, strokes)
    loose: list[Char] = []
    inside: dict[tuple[int, int], list[Char]] = {}
    for char in chars:
        place = _cell_of(char, tables) if tables else None
        (loose if place is None else inside.setdefault(place, [])).append(char)
    lines = _in_order(_lines(loose), float(page.width))
    numbers = {place: number for number, place in enumerate(sorted(inside))}
    for table in range(len(tables)):
        rows = [
            replace(line, cell=number)
            for place, number in numbers.items()
            if place[0] == table
            for line in _lines(inside[place], split=False)
        ]
        top = tables[table][0][1]
        at = next((i for i, line in enumerate(lines) if line.bottom > top), len(lines))
        lines[at:at] = rows
    loose_strokes = [stroke for stroke in strokes if not is_border(stroke, tables)]
    rules = _note_rules(loose_strokes, float(page.width), float(page.height))
    return Sheet(tuple(lines), tuple(rules))


def _shapes(page: Page) -> tuple[list[Char], list[Stroke]]:
    """Read characters and strokes from the parser's page.

    pdfplumber's own lists of objects hold the same and take four times as long.
    """
    from pdfminer.layout import LTChar, LTFigure, LTLine, LTRect  # slow to load, with pdfplumber

    left, top = page.mediabox[:2]
    base = float(top) + float(page.height)
    chars: list[Char] = []
    strokes: list[Stroke] = []
    stack: list[Any] = [page.layout]
    while stack:
        item = stack.pop()
        if isinstance(item, LTFigure) or item is page.layout:
            stack.extend(item)
            continue
        if not isinstance(item, (LTChar, LTLine, LTRect)):
            continue
        box = (item.x0 + left, item.x1 + left, base - item.y1, base - item.y0)
        if not isinstance(item, LTChar):
            strokes.append(Stroke(*box))
        elif _is_level(item) and (text := item.get_text()) and not text.isspace():
            text = text.translate(_LIGATURES)
            chars.append(Char(text, *box, item.size, str(item.fontname)))
    return chars, strokes


def _is_level(char: LTChar) -> bool:
    """Whether a character stands upright; what a slanted watermark says is not read.

    The parser's own flag lets everything up to a quarter turn pass.
    """
    along, rise = char.matrix[:2]
    return bool(char.upright and abs(rise) < 0.2 * abs(along))


def _cell_of(char: Char, tables: Sequence[Sequence[Box]]) -> tuple[int, int] | None:
    x, y = (char.x0 + char.x1) / 2, char.middle
    for number, cells in enumerate(tables):
        for index, (x0, top, x1, bottom) in enumerate(cells):
            if x0 <= x <= x1 and top <= y <= bottom:
                return number, index
    return None


def _note_rules(strokes: Sequence[Stroke], width: float, height: float) -> Iterator[float]:
    """Yield the height of each short horizontal rule in the lower part of the page."""
    for stroke in strokes:
        if (
            stroke.is_flat
            and 20 < stroke.x1 - stroke.x0 < 0.5 * width
            and stroke.top > 0.3 * height
        ):
            yield stroke.top


def _lines(chars: Sequence[Char], *, split: bool = True) -> list[Line]:
    """Gather characters into lines, top to bottom; *split* cuts lines at wide gaps."""
    rows: list[list[Char]] = []
    middle = 0.0
    for char in sorted(chars, key=lambda item: item.middle):
        # a lowered figure keeps the middle of the row within half the larger size
        reach = 0.45 * max(char.size, *(c.size for c in rows[-1][:3])) if rows else 0.0
        if not rows or char.middle - middle > reach:
            rows.append([])
            middle = char.middle
        rows[-1].append(char)
    pieces = (piece for row in rows for piece in _pieces(row, split=split))
    return [line for piece in pieces if (line := _line(piece)).text]


def _pieces(row: list[Char], *, split: bool) -> Iterator[list[Char]]:
    row.sort(key=lambda char: char.x0)
    piece: list[Char] = []
    right = 0.0
    for char in row:
        if split and piece and char.x0 - right > 1.8 * char.size:
            yield piece
            piece = []
        piece.append(char)
        right = char.x1
    if piece:
        yield piece


def _line(chars: Sequence[Char]) -> Line:
    """Write the characters of a line, spaces where gaps are."""
    size = Counter(round(char.size, 1) for char in chars).most_common(1)[0][0]
    main = [char for char in chars if char.size > 0.8 * size]
    floor = max(char.bottom for char in main)
    parts: list[str] = []
    last: Char | None = None
    for char in chars:
        text = char.text
        if last is not None:
            if abs(char.x0 - last.x0) < 0.1 * size and text == last.text:
                continue  # bold made by printing twice
            if _is_gap(last, char, size):
                parts.append(" ")
        parts.append(text)
        last = char
    bold = sum("bold" in char.font.lower() for char in chars)
    left, right = min(c.x0 for c in chars), max(c.x1 for c in chars)
    return Line("".join(parts), left, right, floor, size, 2 * bold > len(chars))


def _is_gap(left: Char, right: Char, size: float) -> bool:
    """Whether the space between two characters is a word space.

    Justified Chinese is spread by less than half an em; a word space in Latin
    type is a fifth of one or more.
    """
    gap = right.x0 - left.x1
    both = is_cjk(left.text[-1]) and is_cjk(right.text[0])
    return bool(gap > (0.5 if both else 0.15) * size)


def _in_order(lines: list[Line], width: float) -> list[Line]:
    """Put pieces of lines into reading order: by columns where a page has two."""
    gutter = _gutter(lines, width)
    if gutter is None:
        return _rejoined(lines)
    ordered: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda item: item.bottom):
        if line.x0 < gutter < line.x1:
            ordered += _columns(band, gutter)
            ordered.append(line)
            band = []
        else:
            band.append(line)
    return ordered + _columns(band, gutter)


def _columns(band: Sequence[Line], gutter: float) -> list[Line]:
    left = [replace(line, column=1) for line in band if line.x1 <= gutter]
    right = [replace(line, column=2) for line in band if line.x1 > gutter]
    return _rejoined(left) + _rejoined(right)


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """Return where the white strip between two columns lies, if many lines stop at one."""
    long = [line for line in lines if line.x1 - line.x0 > 0.15 * width]
    best, fewest = 0.0, len(long) + 1
    for step in range(35, 66):
        x = width * step / 100
        crossing = sum(line.x0 < x < line.x1 for line in long)
        if crossing < fewest:
            best, fewest = x, crossing
    left = sum(line.x1 <= best for line in long)
    right = sum(line.x0 >= best for line in long)
    return best if min(left, right) > max(4, 0.25 * len(long)) else None


def _rejoined(lines: Sequence[Line]) -> list[Line]:
    """Put the pieces of one row together again: numbers and marks set off by a tab."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda item: (round(item.bottom), item.x0)):
        last = joined[-1] if joined else None
        if last is not None and abs(last.bottom - line.bottom) < 0.4 * line.size:
            joined[-1] = replace(last, text=f"{last.text} {line.text}", x1=max(last.x1, line.x1))
        else:
            joined.append(line)
    return joined
