"""How surely each word of a text lacks a counterpart in its translation.

Every word looks for its best counterpart among the words of the other side (late interaction,
Khattab and Zaharia 2020). A counterpart that another word fits better counts for less, and words
that share one share it: of three “States” for two 国家 each has two thirds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from corpora.types import ZH
from tm.extraction.links import Vectors
from tm.qa.completeness.model import WORD_WEIGHTS
from tm.qa.completeness.words import Cut, Weight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

SHARPNESS = 0.12  # temperature at which words share a counterpart
MOST = 3.0  # what one word may say for its lack, MOST and LEAST in natural logarithms of odds
LEAST = -4.0
EQUAL, UNEQUAL = -1.5, 0.1  # what a number says that the other side has, or has not
SURPLUS = 0.7  # what a word says that stands more often than its counterpart, among lacking ones
SURE = 0.45  # likeness of a counterpart
NEAR = 2  # words of content on either side that tell which occurrence is the surplus one
LONGEST = 400  # words: a longer text is not weighed word by word


def likeness(words: Cut, others: Cut, vectors: Vectors) -> Floats:
    """Return the likeness of each of *words* to each of *others*, (n, m); marks have none."""
    import numpy as np

    rows, columns = vectors.rows(words.words), vectors.rows(others.words)
    if rows is None or columns is None:
        raise ValueError("words are weighed by their vectors; hand in an encoder")
    alike: Floats = rows @ columns.T
    alike[:, np.array(others.weights) < Weight.LOOSE] = -0.2
    return alike


def measures(words: Cut, others: Cut, vectors: Vectors, alike: Floats) -> Floats:
    """Return what a word finds on the other side, one row for each of *words*, (n, 10)."""
    import numpy as np

    rows, columns = vectors.rows(words.words), vectors.rows(others.words)
    if rows is None or columns is None:
        raise ValueError("words are weighed by their vectors; hand in an encoder")
    kinds, weights = np.array(others.weights), np.array(words.weights)
    rivals = np.where((weights >= Weight.LOOSE)[:, None], alike, np.float32(-1))
    best = alike.max(1)
    pull = np.exp(rivals / SHARPNESS)
    got = (pull / pull.sum(0)) @ (kinds >= Weight.PLAIN)
    own = (alike - np.maximum(rivals.max(0) - alike, 0)).max(1)
    second = (np.partition(alike, -2, axis=1)[:, -2:].mean(1)) if len(columns) > 1 else best
    phrases = _phrases(rows, columns[kinds >= Weight.PLAIN], best)
    parts = _parts(rows, others, vectors, best)
    size = np.full(len(rows), np.log1p(len(columns)))
    return np.column_stack(
        (
            best,
            best * np.abs(best),
            second,
            np.minimum(got, 1.5),
            np.minimum(got, 0.5),
            own,
            np.maximum(own, 0) ** 2,
            phrases,
            parts,
            size,
        )
    )


def _phrases(rows: Floats, columns: Floats, best: Floats) -> Floats:
    """Return the likeness of words to the best two neighbouring words of content."""
    import numpy as np

    if len(columns) < 2:
        return best
    both = columns[:-1] + columns[1:]
    lengths = np.sqrt(np.einsum("ij,ij->i", both, both)) + 1e-9
    found: Floats = ((rows @ both.T) / lengths).max(1)
    return found


def _parts(rows: Floats, others: Cut, vectors: Vectors, best: Floats) -> Floats:
    """Return the likeness of words to parts of long Chinese words: 战争 in 反法西斯战争."""
    found = vectors.rows(parts_of(others))
    return best if found is None else (rows @ found.T).max(1).clip(min=best)


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


def scores(words: Cut, others: Cut, vectors: Vectors) -> Floats:
    """Return for each word the logarithm of the odds that it has no counterpart."""
    import numpy as np

    table = np.array(WORD_WEIGHTS[words.lang.code])
    weights = np.array(words.weights)
    alike = likeness(words, others, vectors)
    found: Floats = (measures(words, others, vectors, alike) * table[weights, :-1]).sum(1)
    found += table[weights, -1]
    numbers = np.flatnonzero(weights == Weight.NUMBER)
    if len(numbers):
        there = set(others.words)
        found[numbers] = [EQUAL if words.words[k] in there else UNEQUAL for k in numbers]
    found[weights == Weight.MARK] = 0
    found = np.clip(found, LEAST, MOST)
    _raise_surplus(found, words, alike)
    return found


def _raise_surplus(found: Floats, words: Cut, alike: Floats) -> None:
    """Let the occurrences of a word that exceed those of its counterpart speak for a lack.

    Of several the one whose neighbours lack theirs: of 瑞士政府和日本政府 the second, for “the
    Government of Switzerland”.
    """
    import numpy as np

    content = [k for k, weight in enumerate(words.weights) if weight >= Weight.PLAIN]
    places: dict[str, list[int]] = {}
    for order, k in enumerate(content):
        places.setdefault(words.words[k], []).append(order)
    for orders in places.values():
        if len(orders) < 2:
            continue
        first = content[orders[0]]
        rivals = alike[content].max(0)
        there = int(((alike[first] >= SURE) & (alike[first] >= rivals - 1e-6)).sum())
        near = {order: _near(found, content, order, orders) for order in orders}
        for order in sorted(orders, key=near.__getitem__, reverse=True)[: len(orders) - there]:
            if near[order] > 0:
                found[content[order]] = np.maximum(found[content[order]], SURPLUS)


def _near(found: Floats, content: Sequence[int], order: int, same: Sequence[int]) -> float:
    """Return the greatest mean score of the neighbours on one side."""
    sides = (range(order - NEAR, order), range(order + 1, order + NEAR + 1))
    means = []
    for side in sides:
        scored = [float(found[content[k]]) for k in side if 0 <= k < len(content) and k not in same]
        if scored:
            means.append(sum(scored) / len(scored))
    return max(means, default=0.0)


def is_weighable(words: Cut) -> bool:
    """Whether a text has words, and not more than fit a table."""
    return 0 < len(words.words) <= LONGEST


def vocabulary(texts: Sequence[Cut]) -> list[str]:
    """Return all that rows are asked for, so that one call of the encoder makes them."""
    return [word for text in texts for word in (*text.words, *parts_of(text))]
