"""Items of a list whose neighbours have counterparts side by side: nothing is left for the item."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from tm.qa.completeness.words import Weight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tm.qa.completeness.runs import Scored

    Floats = NDArray[np.floating[Any]]

LINKED = -1.5  # score of a word that surely has a counterpart
EXPLAINED = -1.0  # of one that stands between counterparts, and has its own elsewhere
LACKING = 0.5  # of one word of an item at least
ASIDE = 2  # words of content on either side
BETWEEN = 2  # words of content between the counterparts of the neighbours
LONGEST = 8  # words of content
NEARLY = 0.8  # of the best counterpart: a word may stand twice on the other side
SHARPNESS = 0.12  # temperature at which words share a counterpart


def is_left_out(scored: Scored, first: int, end: int) -> bool:
    """Whether words ``[first, end)`` have nothing between the counterparts of their neighbours.

    减少贫困，改善农村地区的道路。 beside “reduce poverty.”: what stands before the item is the last
    that the other side has.
    """
    import numpy as np

    content = np.flatnonzero(np.array(scored.words.weights) >= Weight.PLAIN)
    others = np.flatnonzero(np.array(scored.table.others.weights) >= Weight.PLAIN)
    start, stop = np.searchsorted(content, (first, end)).tolist()
    own = np.array(scored.here)[content]
    item = own[start:stop]
    if not (0 < len(item) <= LONGEST and len(others)):
        return False
    if item.max() < LACKING or item.mean() < LACKING / len(item):
        return False
    best = _counterparts(scored.table.alike[np.ix_(content, others)])
    before = [best[k] for k in range(max(start - ASIDE, 0), start) if own[k] < LINKED]
    after = [best[k] for k in range(stop, min(stop + ASIDE, len(own))) if own[k] < LINKED]
    if stop == len(own):
        after = [[len(others)]]
    lacking = np.array(scored.there)[others] > EXPLAINED
    return any(
        left < right <= left + BETWEEN + 1 and not lacking[left + 1 : right].any()
        for left in chain.from_iterable(before)
        for right in chain.from_iterable(after)
    )


def _counterparts(alike: Floats) -> list[list[int]]:
    """Return for each word the places of its counterparts: words that others do not fit better."""
    import numpy as np

    pull = np.exp(alike / SHARPNESS)
    fit = alike * np.sqrt(pull / pull.sum(0))
    return [np.flatnonzero(row >= NEARLY * row.max()).tolist() for row in fit]
