"""How surely each word of a text lacks a counterpart in its translation.

Every word looks for its best counterpart among the words of the other side (late interaction,
Khattab and Zaharia 2020). A counterpart that another word fits better counts for less, and words
that share one share it: of three “States” for two 国家 each has two thirds.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from corpora.types import ZH
from tm.extraction.links import Vectors
from tm.qa.completeness.lengths import HAN
from tm.qa.completeness.model import WORD_WEIGHTS
from tm.qa.completeness.words import Cut, Edge, Weight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

SHARPNESS = 0.12  # temperature at which words share a counterpart
MOST = 3.0  # what one word may say for its lack, MOST and LEAST in natural logarithms of odds
LEAST = -2.5
EQUAL, FIGURE, UNEQUAL = -4.0, -1.5, 0.1  # a number the other side has, one figure long; others
SURPLUS = 0.7  # what a word says that stands more often than its counterpart, among lacking ones
SURE = 0.45  # likeness of a counterpart
SHORT = 2  # letters of a word in small letters that may stand inside another
NEAR = 2  # words of content on either side that tell which occurrence is the surplus one
SINGLE = 250_000  # multiplications that OpenBLAS does on one thread
LONGEST = 400  # words: a longer text is not weighed word by word


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of all words of some pairs, (v, d), and which word has which."""

    table: Floats
    places: dict[str, int]

    def of(self, words: Sequence[str]) -> Floats:
        """Return one row for each of *words*."""
        found: Floats = self.table[[self.places[word] for word in words]]
        return found


def rows_of(texts: Iterable[Cut], vectors: Vectors) -> Rows:
    """Return the rows of all words of *texts* and of the parts of long Chinese words.

    Raises:
        ValueError: the vectors have no encoder.
    """
    import numpy as np

    words = list(dict.fromkeys(word for text in texts for word in (*text.words, *parts_of(text))))
    table = vectors.rows(words) if words else np.zeros((0, 1), np.float32)
    if table is None:
        raise ValueError("words are weighed by their vectors; hand in an encoder")
    return Rows(table, {word: place for place, word in enumerate(words)})


@dataclass(frozen=True, slots=True)
class Table:
    """The words of a text beside those of its translation: how alike each two are, (n, m)."""

    words: Cut
    others: Cut
    rows: Rows
    alike: Floats

    def turned(self) -> Table:
        """Return the table seen from the translation."""
        return Table(self.others, self.words, self.rows, self.alike.T)


def table_of(words: Cut, others: Cut, rows: Rows) -> Table:
    """Compare the words of two texts."""
    return Table(words, others, rows, _products(rows.of(words.words), rows.of(others.words)))


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


def measures(table: Table) -> Floats:
    """Return what a word finds on the other side, one row for each of the words, (n, 10)."""
    import numpy as np

    kinds, weights = np.array(table.others.weights), np.array(table.words.weights)
    alike = np.where(kinds >= Weight.LOOSE, table.alike, np.float32(-0.2))  # marks have no likes
    rivals = np.where((weights >= Weight.LOOSE)[:, None], alike, np.float32(-1))
    best = alike.max(1)
    pull = np.exp(rivals / SHARPNESS)
    got = (pull / pull.sum(0)) @ (kinds >= Weight.PLAIN).astype(np.float32)
    own = (alike - np.maximum(rivals.max(0) - alike, 0)).max(1)
    second = np.partition(alike, -2, axis=1)[:, -2:].mean(1) if len(kinds) > 1 else best
    found = np.empty((len(weights), 10))
    for place, column in enumerate(
        (
            best,
            best * np.abs(best),
            second,
            np.minimum(got, 1.5),
            np.minimum(got, 0.5),
            own,
            np.maximum(own, 0) ** 2,
            _phrases(table, kinds >= Weight.PLAIN, best),
            _parts(table, best),
            np.log1p(len(kinds)),
        )
    ):
        found[:, place] = column
    return found


def _phrases(table: Table, is_content: NDArray[np.bool_], best: Floats) -> Floats:
    """Return the likeness of words to the best two neighbouring words of content."""
    import numpy as np

    places = np.flatnonzero(is_content)
    if len(places) < 2:
        return best
    columns = table.rows.of([table.others.words[k] for k in places])
    near = np.einsum("ij,ij->i", columns[:-1], columns[1:])
    both = table.alike[:, places[:-1]] + table.alike[:, places[1:]]
    found: Floats = (both / np.sqrt(2 + 2 * near + 1e-6)).max(1)
    return found


def _parts(table: Table, best: Floats) -> Floats:
    """Return the likeness of words to parts of long Chinese words: 战争 in 反法西斯战争."""
    import numpy as np

    parts = list(dict.fromkeys(parts_of(table.others)))
    if not parts:
        return best
    found = _products(table.rows.of(table.words.words), table.rows.of(parts))
    most: Floats = np.maximum(found.max(1), best)
    return most


def parts_of(words: Cut) -> list[str]:
    """Return the parts, two and three characters long, of long Chinese words."""
    if words.lang is not ZH:
        return []
    long = [word for word in words.words if len(word) > 2 and not word.isascii()]
    return [
        word[start : start + size]
        for word in long
        for size in (2, 3)
        if size < len(word)
        for start in range(len(word) - size + 1)
    ]


def scores(table: Table) -> Floats:
    """Return for each word the logarithm of the odds that it has no counterpart."""
    import numpy as np

    words = table.words
    fitted = _fitted(words.lang.code)
    weights = np.array(words.weights)
    found: Floats = (measures(table) * fitted[weights, :-1]).sum(1) + fitted[weights, -1]
    numbers = np.flatnonzero(weights == Weight.NUMBER)
    if len(numbers):
        there = set(table.others.words)
        found[numbers] = [_of_number(words.words[k], there) for k in numbers]
    found[weights == Weight.MARK] = 0
    found[weights >= Weight.LOOSE] = np.clip(found[weights >= Weight.LOOSE], LEAST, MOST)
    _lower_copies(found, words, table.others.text)
    _raise_surplus(found, words, table.alike)
    return found


@lru_cache
def _fitted(code: str) -> Floats:
    import numpy as np

    return np.array(WORD_WEIGHTS[code])


def _lower_copies(found: Floats, words: Cut, other: str) -> None:
    """Take Latin words that stand in both texts for rendered: names, units, short forms."""
    there = other.casefold()
    for place, word in enumerate(words.words):
        is_latin = word[0].isalpha() and not HAN.match(word)
        if is_latin and (len(word) > SHORT or word.isupper()) and word.casefold() in there:
            found[place] = LEAST


def _of_number(number: str, there: Container[str]) -> float:
    if number not in there:
        return UNEQUAL
    return EQUAL if len(number) > 1 else FIGURE


def _raise_surplus(found: Floats, words: Cut, alike: Floats) -> None:
    """Let the occurrences of a word that exceed those of its counterpart speak for a lack.

    Of several the one whose neighbours lack theirs: of 瑞士政府和日本政府 the second, for “the
    Government of Switzerland”.
    """
    import numpy as np

    content = [k for k, weight in enumerate(words.weights) if weight >= Weight.PLAIN]
    clauses = list(accumulate(edge >= Edge.STRONG for edge in words.edges))
    places: dict[str, list[int]] = {}
    for order, k in enumerate(content):
        places.setdefault(words.words[k], []).append(order)
    for orders in places.values():
        if len(orders) < 2:
            continue
        first = content[orders[0]]
        rivals = alike[content].max(0)
        there = int(((alike[first] >= SURE) & (alike[first] >= rivals - 1e-6)).sum())
        near = {order: _near(found, content, clauses, order, orders) for order in orders}
        for order in sorted(orders, key=near.__getitem__, reverse=True)[: len(orders) - there]:
            if near[order] > 0:
                found[content[order]] = np.maximum(found[content[order]], SURPLUS)


def _near(
    found: Floats, content: Sequence[int], clauses: Sequence[int], order: int, same: Sequence[int]
) -> float:
    """Return the greatest mean score of the neighbours on one side, in one clause."""
    sides = (range(order - NEAR, order), range(order + 1, order + NEAR + 1))
    means = []
    for side in sides:
        near = [k for k in side if 0 <= k < len(content) and k not in same]
        scored = [
            float(found[content[k]]) for k in near if clauses[content[k]] == clauses[content[order]]
        ]
        if scored:
            means.append(sum(scored) / len(scored))
    return max(means, default=0.0)


def is_weighable(words: Cut) -> bool:
    """Whether a text has words, and not more than fit a table."""
    return 0 < len(words.words) <= LONGEST
