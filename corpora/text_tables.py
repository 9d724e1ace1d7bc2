"""Tables in plain text: neighbouring lines whose tabs or runs of spaces stand at the same places.

Knows lines only. Two spaces are no gap: typists set them behind full stops, and justified
text has them everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpora.characters import cells

_GAP = re.compile(r"[ \u3000]*\t[\t \u3000]*|[ \u3000]{3,}|\u3000{2,}")
_MARK = re.compile(r"[(（\[]?\w{1,5}[.)）、．\]]|[•▪◦●■*†‡–-]|[⁰¹²³⁴-⁹]+")  # no first cell


def split_tables(lines: Sequence[str]) -> Iterator[tuple[list[str], bool]]:
    """Yield runs of *lines*, and of each whether it is a table: two rows or more.

    >>> [(len(run), is_table) for run, is_table in split_tables(["A:", "x\\t1", "y\\t2"])]
    [(1, False), (2, True)]
    """
    run: list[str] = []
    was_row = False
    shares = [_share(above, below) for above, below in pairwise(lines)]
    for line, above, below in zip(lines, [False, *shares], [*shares, False], strict=False):
        is_row = above or below
        if run and (is_row != was_row or (is_row and not above)):
            yield run, was_row
            run = []
        run.append(line)
        was_row = is_row
    if run:
        yield run, was_row


def cells_of(row: str) -> list[str]:
    """Return the texts of the cells of *row*."""
    return [cell for cell in _GAP.split(row.strip()) if cell]


def _share(above: str, below: str) -> bool:
    """Whether two lines have their gaps at the same places."""
    first, second = _gaps(above), _gaps(below)
    if not first or len(first) != len(second):
        return False
    return all(
        "\t" in one[2] + other[2] or (one[0] < other[1] and other[0] < one[1])
        for one, other in zip(first, second, strict=True)
    )


def _gaps(line: str) -> list[tuple[int, int, str]]:
    """Return where the gaps of *line* begin and end, in cells of print, and what they hold."""
    text = line.rstrip()
    indent = len(text) - len(text.lstrip())
    found = [gap for gap in _GAP.finditer(text) if gap.start() >= indent]
    if not found or _MARK.fullmatch(text[indent : found[0].start()]):
        return []
    return [(cells(text[: gap.start()]), cells(text[: gap.end()]), gap[0]) for gap in found]
