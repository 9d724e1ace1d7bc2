"""How surely each word of a text lacks a counterpart in its translation.

Every word looks for its best counterpart among the words of the other side (late interaction,
Khattab and Zaharia 2020). A counterpart that another word fits better counts for less, and words
that share one share it: of three “States” for two 国家 each has two thirds.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, islice
from typing import TYPE_CHECKING, Any

from corpora.types import ZH
from tm.qa.completeness.familiar import Familiar
from tm.qa.completeness.lengths import HAN
from tm.qa.completeness.measures import measure, weights_of
from tm.qa.completeness.model import WORD_WEIGHTS
from tm.qa.completeness.words import Cut, Edge, Weight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

MOST = 3.0  # what one word may say for its lack, MOST and LEAST in natural logarithms of odds
LEAST = -2.5
EQUAL, FIGURE, UNEQUAL = -4.0, -1.5, 0.1  # a number the other side has, one figure long; others
SURPLUS = 0.7  # what a word says that stands more often than its counterpart, among lacking ones
SURE = 0.45  # likeness of a counterpart
SHORT = 2  # letters of a word in small letters that may stand inside another
NEAR = 2  # words of content on either side that tell which occurrence is the surplus one
SINGLE = 250_000  # multiplications that OpenBLAS does on one thread
CELLS = 1 << 17  # of tables that are measured together: what a processor has at hand
CODES = tuple(WORD_WEIGHTS)
PARTS_AT = 8  # among the measures of a word
_MARK, _NUMBER = int(Weight.MARK), int(Weight.NUMBER)  # plain: members are looked up slowly
_LOOSE, _PLAIN, _STRONG = int(Weight.LOOSE), int(Weight.PLAIN), int(Edge.STRONG)
_LETTER = re.compile(r"[^\W\d\u3400-\u4dbf\u4e00-\u9fff]")  # but Chinese ones
LONGEST = 400  # words: a longer text is not weighed word by word


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of all words of some pairs, (v, d), and which word has which."""

    table: Floats
    places: dict[str, int]
    familiar: Familiar

    def of(self, words: Sequence[str]) -> Floats:
        """Return one row for each of *words*."""
        found: Floats = self.table.take(list(map(self.places.__getitem__, words)), axis=0)
        return found


def rows_of(texts: Iterable[Cut], familiar: Familiar) -> Rows:
    """Return the rows of all words of *texts* and of the parts of long Chinese words.

    Raises:
        ValueError: the vectors have no encoder.
    """
    import numpy as np

    all_words = chain.from_iterable((*text.words, *parts_of(text)) for text in texts)
    words = list(dict.fromkeys(all_words))
    table = familiar.vectors.rows(words) if words else np.zeros((0, 1), np.float32)
    if table is None:
        raise ValueError("words are weighed by their vectors; hand in an encoder")
    places = {word: place for place, word in enumerate(words)}
    return Rows(table, places, familiar)


@dataclass(frozen=True, slots=True)
class Table:
    """The words of a text beside those of its translation: how alike each two are, (n, m)."""

    words: Cut
    others: Cut
    rows: Rows
    alike: Floats
    parts: Floats | None = None  # likeness to parts of the long words of a Chinese translation
    turned_parts: Floats | None = None  # the same seen from the translation

    def turned(self) -> Table:
        """Return the table seen from the translation."""
        return Table(
            self.others, self.words, self.rows, self.alike.T, self.turned_parts, self.parts
        )


def table_of(words: Cut, others: Cut, rows: Rows) -> Table:
    """Compare the words of two texts, also with parts of Chinese ones: 战争 in 反法西斯战争."""
    here, there = parts_of(words), parts_of(others)
    n, m = len(words.words), len(others.words)
    cells = _products(rows.of([*words.words, *here]), rows.of([*others.words, *there]))
    return Table(
        words,
        others,
        rows,
        cells[:n, :m],
        cells[:n, m:].max(1) if there else None,
        cells[n:, :m].max(0) if here else None,
    )


def _products(rows: Floats, columns: Floats) -> Floats:
    """Return all inner products, in slices so small that BLAS starts no threads for them.

    Threads cost more than they save on tables of this size: on a busy machine ten times as much.
    """
    size = len(rows) * len(columns) * rows.shape[1]
    step = max(rows.shape[1] * SINGLE // max(size, 1), 16)
    total: Floats = rows[:, :step] @ columns[:, :step].T
    for start in range(step, rows.shape[1], step):
        where = slice(start, start + step)
        total += rows[:, where] @ columns[:, where].T
    return total


def measures(tables: Sequence[Table]) -> Floats:
    """Return what a word finds on the other side, one row for each of the words, (n, 11)."""
    import numpy as np

    found, best = measure(tables)
    ends = np.cumsum([len(table.words.words) for table in tables])
    parts = best.copy()
    for table, end in zip(tables, ends.tolist(), strict=True):
        if table.parts is not None:
            where = slice(end - len(table.words.words), end)
            np.maximum(table.parts, parts[where], out=parts[where])
    words = chain.from_iterable(table.words.words for table in tables)
    weights = chain.from_iterable(table.words.weights for table in tables)
    known = tables[0].rows.familiar.of(
        [word if weight >= _LOOSE else "" for word, weight in zip(words, weights, strict=True)]
    )
    return np.column_stack((np.insert(found, PARTS_AT, parts, axis=1), known))


def parts_of(words: Cut) -> list[str]:
    """Return the parts, two and three characters long, of long Chinese words."""
    return (
        list(dict.fromkeys(chain.from_iterable(map(_parts_in, words.words))))
        if words.lang is ZH
        else []
    )


@lru_cache(maxsize=1 << 16)
def _parts_in(word: str) -> tuple[str, ...]:
    if len(word) < 3 or word.isascii():
        return ()
    sizes = [size for size in (2, 3) if size < len(word)]
    return tuple(
        word[start : start + size] for size in sizes for start in range(len(word) - size + 1)
    )


def scores(tables: Sequence[Table]) -> list[list[float]]:
    """Return for each table a row of its words: the odds that one has no counterpart, a logarithm.

    Tables are measured many at a time, those of one call with the rows of the first.
    """
    found: list[list[float]] = []
    some: list[Table] = []
    cells = 0
    for table in tables:
        some.append(table)
        cells += table.alike.size
        if cells >= CELLS:
            found += _scores(some)
            some, cells = [], 0
    return found + (_scores(some) if some else [])


def _scores(tables: Sequence[Table]) -> list[list[float]]:
    import numpy as np

    weights = weights_of([table.words.weights for table in tables])
    sizes = [len(table.words.words) for table in tables]
    code = np.repeat([CODES.index(table.words.lang.code) for table in tables], sizes)
    fitted = np.array([WORD_WEIGHTS[code] for code in CODES])[code, weights]
    found: Floats = np.einsum("ij,ij->i", measures(tables), fitted[:, :-1]) + fitted[:, -1]
    found[weights >= _LOOSE] = np.clip(found[weights >= _LOOSE], LEAST, MOST)
    found[weights == _MARK] = 0
    rest = iter(found.tolist())
    each = [list(islice(rest, size)) for size in sizes]
    for table, row in zip(tables, each, strict=True):
        _set_numbers(row, table)
        _lower_copies(row, table.words, table.others.text)
        _raise_surplus(row, table.words, table.alike)
    return each


def _set_numbers(found: list[float], table: Table) -> None:
    """Give numbers what they say, which no likeness of vectors tells."""
    places = [k for k, weight in enumerate(table.words.weights) if weight == _NUMBER]
    there = set(table.others.words) if places else ()
    for k in places:
        found[k] = _of_number(table.words.words[k], there)


def _lower_copies(found: list[float], words: Cut, other: str) -> None:
    """Take Latin words that stand in both texts for rendered: names, units, short forms."""
    if not (_LETTER.search(words.text) and _LETTER.search(other)):
        return
    there = other.casefold()
    for place, word in enumerate(words.words):
        folded = _latin(word)
        if folded and folded in there:
            found[place] = LEAST


@lru_cache(maxsize=1 << 16)
def _latin(word: str) -> str:
    """Return a word that may stand in both texts in small letters, nothing for any other."""
    is_latin = word[0].isalpha() and not HAN.match(word)
    return word.casefold() if is_latin and (len(word) > SHORT or word.isupper()) else ""


def _of_number(number: str, there: Container[str]) -> float:
    if number not in there:
        return UNEQUAL
    return EQUAL if len(number) > 1 else FIGURE


def _raise_surplus(found: list[float], words: Cut, alike: Floats) -> None:
    """Let the occurrences of a word that exceed those of its counterpart speak for a lack.

    Of several the one whose neighbours lack theirs: of 瑞士政府和日本政府 the second, for “the
    Government of Switzerland”.
    """
    content = [k for k, weight in enumerate(words.weights) if weight >= _PLAIN]
    if len({words.words[k] for k in content}) == len(content):
        return
    places: dict[str, list[int]] = {}
    for order, k in enumerate(content):
        places.setdefault(words.words[k], []).append(order)
    clauses = list(accumulate([edge >= _STRONG for edge in words.edges]))
    for orders in places.values():
        if len(orders) < 2:
            continue
        near = {order: _near(found, content, clauses, order, orders) for order in orders}
        speaking = [order for order in orders if near[order] > 0]
        if not speaking:
            continue
        surplus = len(orders) - _counterparts(alike, content, orders[0])
        for order in sorted(speaking, key=near.__getitem__, reverse=True)[: max(surplus, 0)]:
            found[content[order]] = max(found[content[order]], SURPLUS)


def _counterparts(alike: Floats, content: Sequence[int], order: int) -> int:
    """Count the words of the other side that a word of content fits as well as any other."""
    import numpy as np

    likes = alike[content[order]]
    rivals = alike[content].max(0) - 1e-6
    return int(np.count_nonzero((likes >= SURE) & (likes >= rivals)))


def _near(
    found: Sequence[float],
    content: Sequence[int],
    clauses: Sequence[int],
    order: int,
    same: Sequence[int],
) -> float:
    """Return the greatest mean score of the neighbours on one side, in one clause."""
    sides = (range(order - NEAR, order), range(order + 1, order + NEAR + 1))
    means = []
    for side in sides:
        near = [k for k in side if 0 <= k < len(content) and k not in same]
        scored = [found[content[k]] for k in near if clauses[content[k]] == clauses[content[order]]]
        if scored:
            means.append(sum(scored) / len(scored))
    return max(means, default=0.0)


def is_weighable(words: Cut) -> bool:
    """Whether a text has words, and not more than fit a table."""
    return 0 < len(words.words) <= LONGEST
