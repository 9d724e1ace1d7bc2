"""How a text file breaks its lines: at which width, and where a line ends before it.

Knows the lengths of lines and how they end; what is done with a short line is for the
reader of the file to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpora.characters import cells
from corpora.wraps import ENDED, ENUMERATOR

_WIDEST = 140  # cells; no printer wraps later
_LOOSE = 0.85  # share of the width, where type of several widths was wrapped by another program
_LATIN = re.compile("[^\u2e80-\u9fff\uf900-\uffef]+")
_FEWEST_CUT = 3  # lines
_APART = 0.9  # share of the short lines that must look like the last ones of a paragraph
_NUMBER = re.compile(r"(\d{1,3})[.．、]\s?(?=[A-Z㐀-鿿《“])")
_LISTS_ON = re.compile(r"(?:\b(?:and|or)|[、，]|以及|和)$")  # the end of an item before the last


def has_ended(line: str) -> bool:
    """Whether *line* ends as a sentence or an item of a list does."""
    return bool(ENDED.search(line.rstrip()) or _LISTS_ON.search(line.rstrip()))


@dataclass(frozen=True, slots=True)
class Habit:
    """How a file breaks its lines."""

    width: int  # of a full line, in cells; 0 where lines are not wrapped
    blank: bool  # whether blank lines part the paragraphs
    exact: bool = False  # whether every line is filled as far as its words go
    in_cells: bool = True  # or else in characters, as a script cuts Chinese
    numbers: frozenset[int] = frozenset()  # that paragraphs certainly begin with

    @classmethod
    def observe(cls, groups: Sequence[Sequence[str]], *, pages: int = 1) -> Habit:
        """Measure the lines of *pages*: hard-wrapped ones are of one length except the last."""
        parted = len(groups) - pages  # how often blank lines stand between lines of a page
        count = sum(map(len, groups))
        widths = sorted(cells(line) for group in groups for line in group)
        inner = [cells(line) for group in groups for line in group[:-1]]
        full = widths[count * 95 // 100] if widths else 0
        long = sum(width >= 0.75 * full for width in inner)
        is_wrapped = full <= _WIDEST and len(inner) > 3 and long >= 0.5 * len(inner)
        blank = parted > count // 30 if is_wrapped else len(groups) > count // 2
        if blank:
            return cls(full if is_wrapped else 0, blank)
        rated = [(one.likelihood(groups), one) for one in _exact(groups, parted)]
        likelihood, habit = max(rated, key=lambda pair: pair[0], default=(0.0, cls(0, blank)))
        if likelihood < _APART:
            habit = cls(full if is_wrapped else 0, blank)
        return replace(habit, numbers=frozenset(habit.sure_numbers(groups)))

    def likelihood(self, groups: Sequence[Sequence[str]]) -> float:
        """Return the share of short lines that look like last ones, if full ones are cut."""
        pairs = [pair for group in groups for pair in pairwise(group)]
        short = [(a, b) for a, b in pairs if self.had_room(a, b.strip())]
        apart = sum(self._looks_apart(before, after.strip()) for before, after in short)
        cut = sum(not (has_ended(a) or self.had_room(a, b.strip())) for a, b in pairs)
        is_cut = cut >= _FEWEST_CUT and cut >= 0.5 * (len(pairs) - len(short))
        return apart / len(short) if is_cut and short else 0.0

    def sure_numbers(self, groups: Sequence[Sequence[str]]) -> Iterator[int]:
        """Yield the numbers of lines that begin a paragraph beyond doubt."""
        for before, after in (pair for group in groups for pair in pairwise(group)):
            number = _NUMBER.match(after.strip())
            if number and (has_ended(before) or self.had_room(before, after.strip())):
                yield int(number[1])

    def lacks(self, line: str, *, under_heading: bool) -> bool:
        """Whether *line* has a number that the lines counted so far lack."""
        number = _NUMBER.match(line)
        if number is None:
            return False
        value = int(number[1])
        if under_heading and value == 1:
            return True
        beside = [one in self.numbers for one in (value - 1, value + 1)]
        return value not in self.numbers and (any(beside) if under_heading else all(beside))

    def _looks_apart(self, before: str, after: str) -> bool:
        is_marked = ENUMERATOR.match(before.strip()) or ENUMERATOR.match(after)
        is_end = is_marked or ENDED.search(before.rstrip()) or self._size(before) < 0.6 * self.width
        return bool(is_end) and not after[0].islower()

    def _size(self, line: str) -> int:
        return cells(line.rstrip()) if self.in_cells else len(line)

    def had_room(self, before: str, line: str) -> bool:
        """Whether the first word of *line* would have fitted on the line before it."""
        word = line.split(maxsplit=1)[0]
        if not self.exact:
            first = cells(word) if word.isascii() else 4
            return self._size(before) + 1 + first < _LOOSE * self.width
        if not self.in_cells:
            return self._size(before) + 1 < self.width
        latin = _LATIN.match(word)
        first = len(latin[0]) if latin else 4
        return self._size(before) + 1 + first <= self.width


def _exact(groups: Sequence[Sequence[str]], parted: int) -> Iterator[Habit]:
    """Yield how the lines may have been filled to the last cell or character."""
    lines = [line for group in groups for line in group]
    if not lines:
        return
    blank = parted > len(lines) // 30
    widths = sorted(cells(line.rstrip()) for line in lines)
    if (width := widths[len(widths) * 98 // 100]) <= _WIDEST:
        yield Habit(width, blank, exact=True)
    length, count = Counter(map(len, lines)).most_common(1)[0]
    if length <= _WIDEST and count >= _FEWEST_CUT:
        yield Habit(length, blank, exact=True, in_cells=False)
