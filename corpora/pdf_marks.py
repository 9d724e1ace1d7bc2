"""Note marks of a PDF page: small figures raised above the text, put back on its line.

Knows characters and their places only. How high a mark stands depends on the program
and on the font, whose measures are not to be trusted; that it adjoins a larger
character, above that one's middle, holds for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpora.characters import raised

_FIGURES = frozenset("0123456789")
_BETWEEN = frozenset(",，–*†‡")  # in "1,2" and "1–3", and marks that need no raising
_SMALLER, _SMALLEST = 0.9, 0.3  # size of a mark, by that of the text
_STEP = 8  # points; the places of characters are looked up by it


class Char(NamedTuple):
    """A character and its box; lengths in points from the upper left corner of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    font: str

    @property
    def middle(self) -> float:
        """How far down its middle stands."""
        return (self.top + self.bottom) / 2


def with_marks(chars: Sequence[Char]) -> list[Char]:
    """Write raised figures as superscript characters and put them on their line."""
    largest = max((char.size for char in chars), default=0.0)
    small = [i for i, char in enumerate(chars) if _may_be_mark(char, largest)]
    if not small:
        return list(chars)
    small.sort(key=lambda i: chars[i].x0)
    found, near = list(chars), _by_place(chars)
    for i in small:
        if host := _host(found[i], near):
            found[i] = _lowered(found[i], host)
            near[_place(found[i])].append(found[i]._replace(size=host.size))  # "2" hangs on "1"
    return found


def _may_be_mark(char: Char, largest: float) -> bool:
    return char.text in _FIGURES | _BETWEEN and char.size < _SMALLER * largest


def _place(char: Char) -> tuple[int, int]:
    return int(char.x0) // _STEP, int(char.middle) // _STEP


def _by_place(chars: Iterable[Char]) -> dict[tuple[int, int], list[Char]]:
    places: dict[tuple[int, int], list[Char]] = defaultdict(list)
    for char in chars:
        places[_place(char)].append(char)
    return places


def _host(mark: Char, near: Mapping[tuple[int, int], Sequence[Char]]) -> Char | None:
    """Return the character that *mark* hangs on: the one before it, else the one behind."""
    around = list(_around(mark, near))
    before = [one for one in around if -0.3 < (mark.x0 - one.x1) / one.size < 0.6]
    behind = [one for one in around if -0.2 < (one.x0 - mark.x1) / one.size < 1.2]
    return min(before or behind, key=lambda one: abs(one.middle - mark.middle), default=None)


def _around(mark: Char, near: Mapping[tuple[int, int], Sequence[Char]]) -> Iterator[Char]:
    """Yield the larger characters beside *mark* that it stands above the middle of."""
    column, row = _place(mark)
    for x in range(column - 4, column + 4):
        for y in range(row - 1, row + 3):
            for char in near.get((x, y), ()):
                is_larger = _SMALLEST * char.size < mark.size < _SMALLER * char.size
                lift = (char.middle - mark.middle) / char.size
                if is_larger and 0.07 < lift < 0.85:
                    yield char


def _lowered(mark: Char, host: Char) -> Char:
    text = raised(mark.text)
    half = mark.size / 2
    return mark._replace(text=text, top=host.middle - half, bottom=host.middle + half)
