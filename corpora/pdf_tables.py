"""Tables of a PDF page: ruled on all sides, or by horizontal rules alone, as the UN sets them.

Knows strokes and the places of characters; gives the boxes of the cells, row by row.
Between horizontal rules a table is told from text by white strips that its lines share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from corpora.pdf_marks import Char

if TYPE_CHECKING:
    from pdfplumber.page import Page

Box = tuple[float, float, float, float]  # x0, top, x1, bottom

_MOST_STROKES = 5000  # a drawing has more
_NEAR = 3.0  # points by which the ends of rules of one table may differ
_SHORTEST_RULE = 60.0  # points
_COLUMN_GAP, _STRIP = 1.5, 0.6  # ems: between words of two columns, and at the narrowest
_ROW_STEP = 1.25  # a larger step than this, by the least one, parts two rows
_ENUMERATOR = re.compile(r"[(（]?\w{1,4}[.)）、．]|[•▪◦●■–-]")


class Stroke(NamedTuple):
    """A drawn line or the outline of a rectangle."""

    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def is_flat(self) -> bool:
        """Whether it is a horizontal line."""
        return self.bottom - self.top < 2


class _Row(NamedTuple):
    """The characters of one printed line between two rules."""

    band: int  # number of the rule above
    middle: float
    pieces: tuple[tuple[Char, ...], ...]


def find_tables(page: Page, chars: Sequence[Char], strokes: Sequence[Stroke]) -> list[list[Box]]:
    """Return the cells of each table of a page, row by row."""
    if len(strokes) > _MOST_STROKES:
        return []
    tables = _boxed(page, strokes)
    rules = [stroke for stroke in strokes if not is_border(stroke, tables)]
    return tables + [table for stack in _stacks(rules) for table in _between(stack, chars)]


def is_border(stroke: Stroke, tables: Sequence[Sequence[Box]]) -> bool:
    """Whether *stroke* belongs to one of *tables*."""
    return any(cells[0][1] - 2 < stroke.top < max(c[3] for c in cells) + 2 for cells in tables)


def _boxed(page: Page, strokes: Sequence[Stroke]) -> list[list[Box]]:
    """Return the tables that are ruled on all sides."""
    upright = sum(stroke.bottom - stroke.top > 4 for stroke in strokes)
    flat = sum(stroke.x1 - stroke.x0 > 4 for stroke in strokes)
    if upright < 2 or flat < 2:
        return []
    tables = [sorted(t.cells, key=lambda c: (round(c[1]), c[0])) for t in page.find_tables()]
    return [cells for cells in tables if len(cells) > 1]


def _stacks(strokes: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Yield the horizontal rules that begin and end at the same places, top to bottom."""
    stacks: list[list[Stroke]] = []
    for rule in _rules(strokes):
        for stack in stacks:
            if abs(stack[0].x0 - rule.x0) < _NEAR and abs(stack[0].x1 - rule.x1) < _NEAR:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    yield from (stack for stack in stacks if len(stack) > 1)


def _rules(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Return the long horizontal rules; Word draws one for each column."""
    joined: list[Stroke] = []
    for stroke in sorted((s for s in strokes if s.is_flat), key=lambda s: (round(s.top), s.x0)):
        last = joined[-1] if joined else None
        if last and abs(last.top - stroke.top) < 1 and stroke.x0 - last.x1 < _NEAR:
            joined[-1] = last._replace(x1=max(last.x1, stroke.x1))
        else:
            joined.append(stroke)
    return [rule for rule in joined if rule.x1 - rule.x0 > _SHORTEST_RULE]


def _between(stack: Sequence[Stroke], chars: Sequence[Char]) -> Iterator[list[Box]]:
    """Yield the tables between the rules of *stack*; text may stand between them as well."""
    left, right = stack[0].x0 - _NEAR, stack[0].x1 + _NEAR
    beside = [char for char in chars if left < (char.x0 + char.x1) / 2 < right]
    rows = list(_rows(beside, stack))
    bands = [list(group) for _, group in groupby(rows, key=lambda row: row.band)]
    for is_table, run in groupby(bands, key=_is_tabular):
        if not is_table:
            continue
        inside = [row for band in run for row in band]
        whole = [row for row in inside if len(row.pieces) > 1]
        edges = [left, *_strips(whole), right]
        if len(whole) > 1 and len(edges) > 2 and not _is_list(whole):
            bounds = stack[inside[0].band].top, stack[inside[-1].band + 1].bottom
            yield list(_boxes(inside, edges, bounds))


def _rows(chars: Sequence[Char], stack: Sequence[Stroke]) -> Iterator[_Row]:
    """Gather the characters between each two rules into printed lines."""
    for band, (above, below) in enumerate(pairwise(stack)):
        inside = [char for char in chars if above.top < char.middle < below.bottom]
        line: list[Char] = []
        for char in sorted(inside, key=lambda item: item.middle):
            if line and char.middle - line[0].middle > 0.45 * max(char.size, line[0].size):
                yield _row(band, line)
                line = []
            line.append(char)
        if line:
            yield _row(band, line)


def _row(band: int, chars: Sequence[Char]) -> _Row:
    ordered = sorted(chars, key=lambda char: char.x0)
    pieces: list[list[Char]] = [[ordered[0]]]
    for last, char in pairwise(ordered):
        if char.x0 - last.x1 > _COLUMN_GAP * char.size:
            pieces.append([])
        pieces[-1].append(char)
    return _Row(band, chars[0].middle, tuple(map(tuple, pieces)))


def _is_tabular(band: Sequence[_Row]) -> bool:
    return 2 * sum(len(row.pieces) > 1 for row in band) >= len(band)


def _is_list(rows: Sequence[_Row]) -> bool:
    """Whether the first column holds the numbers of paragraphs or the bullets of a list."""
    heads = ("".join(char.text for char in row.pieces[0]) for row in rows)
    return all(map(_ENUMERATOR.fullmatch, heads))


def _strips(rows: Sequence[_Row]) -> Iterator[float]:
    """Yield the middles of the white strips that run through all *rows*."""
    chars = sorted((char for row in rows for piece in row.pieces for char in piece), key=_left)
    reach = chars[0].x1 if chars else 0.0
    for char in chars:
        if char.x0 - reach > _STRIP * char.size:
            yield (reach + char.x0) / 2
        reach = max(reach, char.x1)


def _left(char: Char) -> float:
    return char.x0


def _boxes(
    rows: Sequence[_Row], edges: Sequence[float], bounds: tuple[float, float]
) -> Iterator[Box]:
    """Yield the boxes of a table: its rows by *rows*, its columns by *edges*."""
    steps = [below.middle - above.middle for above, below in pairwise(rows)]
    least = min(steps, default=0.0)
    tops = [
        (above.middle + below.middle) / 2
        for (above, below), step in zip(pairwise(rows), steps, strict=True)
        if step > _ROW_STEP * least or above.band != below.band or not _goes_on(below, edges)
    ]
    for top, bottom in pairwise([bounds[0], *tops, bounds[1]]):
        yield from ((x0, top, x1, bottom) for x0, x1 in pairwise(edges))


def _goes_on(row: _Row, edges: Sequence[float]) -> bool:
    """Whether *row* is a further line of the cells above it: it has no cell at the left, or
    it is not whole and starts with a small letter.
    """
    first = row.pieces[0][0]
    is_part = first.text.islower() and len(row.pieces) < len(edges) - 1
    return is_part or first.x0 > edges[1]
