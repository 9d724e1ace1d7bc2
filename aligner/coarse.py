"""Cuts for windows too large to search whole: pairs of segments that no other pair disputes.

Keeps memory linear in the length of the documents: similarities are taken block by block.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from aligner.anchors import Anchor, Window, heaviest_chain
from aligner.score import Side
from aligner.search import Floats
from corpora.types import Span

MOST_CELLS: Final = 200_000  # source × target segments searched in one piece
LEAST_SIMILARITY: Final = 0.45
LEAST_LEAD: Final = 0.12
STRIP: Final = 512  # rows of similarities at a time


def split_large(window: Window, src: Side, tgt: Side) -> list[Window]:
    """Split *window* until each piece has at most :data:`MOST_CELLS` cells.

    Cuts stand between two neighbouring pairs that are both undisputed, as close to the
    middle of the window as they can be had; without one, on the diagonal.
    """
    if window.src.size * window.tgt.size <= MOST_CELLS:
        return [window]
    pairs = _undisputed(src.cut(*window.src), tgt.cut(*window.tgt))
    return list(_halve(window, pairs))


def _undisputed(src: Side, tgt: Side) -> list[tuple[int, int]]:
    """Return the heaviest chain of mutual nearest neighbours that lead clearly."""
    best, lead = _nearest(src.vectors, tgt.vectors)
    back, _ = _nearest(tgt.vectors, src.vectors)
    similarity = np.einsum("nd,nd->n", src.vectors, tgt.vectors[best])
    sure = (back[best] == np.arange(len(best))) & (lead > LEAST_LEAD)
    rows = np.flatnonzero(sure & (similarity > LEAST_SIMILARITY)).tolist()
    candidates = [Anchor(i, int(best[i]), "", float(similarity[i])) for i in rows]
    return [(anchor.src, anchor.tgt) for anchor in heaviest_chain(candidates)]


def _nearest(rows: Floats, columns: Floats) -> tuple[np.ndarray, Floats]:
    """Return each row's nearest column and its lead before the next."""
    best = np.empty(len(rows), dtype=np.int64)
    lead = np.empty(len(rows), dtype=np.float32)
    for start in range(0, len(rows), STRIP):
        strip = rows[start : start + STRIP] @ columns.T
        where = slice(start, start + len(strip))
        best[where] = strip.argmax(axis=1)
        top = np.partition(strip, -2, axis=1)[:, -2:] if strip.shape[1] > 1 else None
        lead[where] = 1.0 if top is None else top[:, 1] - top[:, 0]
    return best, lead


def _halve(window: Window, pairs: list[tuple[int, int]]) -> list[Window]:
    """Cut at the undisputed pair nearest the middle, again and again."""
    done: list[Window] = []
    open_windows = [(window, pairs)]
    while open_windows:
        whole, inside = open_windows.pop()
        if whole.src.size * whole.tgt.size <= MOST_CELLS:
            done.append(whole)
            continue
        i, j = _cut(whole, window, inside)
        low = Window(Span(whole.src.start, i), Span(whole.tgt.start, j))
        high = Window(Span(i, whole.src.end), Span(j, whole.tgt.end))
        shift = (i - window.src.start, j - window.tgt.start)
        open_windows.append((high, [p for p in inside if p[0] >= shift[0] and p[1] >= shift[1]]))
        open_windows.append((low, [p for p in inside if p[0] < shift[0] and p[1] < shift[1]]))
    return done


def _cut(whole: Window, window: Window, pairs: list[tuple[int, int]]) -> tuple[int, int]:
    middle = whole.src.start + whole.src.size // 2 - window.src.start
    known = set(pairs)
    inner = [
        (i, j)
        for i, j in pairs
        if (i - 1, j - 1) in known  # a neighbour on its diagonal agrees
        and whole.src.start < i + window.src.start < whole.src.end
        and whole.tgt.start < j + window.tgt.start < whole.tgt.end
    ]
    if inner:
        i, j = min(inner, key=lambda pair: abs(pair[0] - middle))
        return i + window.src.start, j + window.tgt.start
    return whole.src.start + whole.src.size // 2, whole.tgt.start + whole.tgt.size // 2
