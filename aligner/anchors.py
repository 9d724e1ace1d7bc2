"""Anchors: pairs of blocks trusted before the search, and the windows between them.

Candidates come from printed evidence (paragraph numbers, headings, sub-item labels, note
marks, document symbols) and from mutual nearest neighbours among blocks. Each is verified
(similarity above background, plausible length, neighbours); the heaviest consistent chain of
verified ones cuts the documents. One that fails cuts nothing, and is reported when it is a
paragraph number: a wrong cut spoils everything after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from aligner.blocks import Blocks, blocks_of
from aligner.discrepancies import discrepancies
from aligner.score import Side
from aligner.search import Floats
from corpora.enumerators import ordinal
from corpora.types import Block, Document, Kind, Span

# Starts with a run of capitals, not inside one; a Chinese character may stand before it.
SYMBOL: Final = re.compile(r"(?<![A-Z])[A-Z]+(?:/[A-Za-z0-9.]+)+|\b\d+/\d+\b")
LEAST_SCORE: Final = {"label": 0.10, "content": 0.40}  # similarity less background
LEAST_LEAD: Final = 0.08  # of a nearest neighbour before the next
LONGEST_RATIO: Final = 2.5  # between scaled lengths; checked from SHORT characters on
SHORT: Final = 80
NEAR: Final = 4  # blocks on either side that a wrong number can mean
MOST_CELLS: Final = 4_000_000  # blocks × blocks compared by content


@dataclass(frozen=True, slots=True)
class Anchor:
    """Block *src* and block *tgt* translate each other, and why that is believed."""

    src: int
    tgt: int
    reason: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Window:
    """Segments to be aligned with each other only; *reason* is empty for a soft window."""

    src: Span
    tgt: Span
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Anchoring:
    """The chain of trusted anchors, the windows it cuts, and what contradicts."""

    anchors: tuple[Anchor, ...]
    windows: tuple[Window, ...]
    warnings: tuple[str, ...]


def find_anchors(src: Document, tgt: Document, left: Side, right: Side) -> Anchoring:
    """Anchor two documents and cut them into windows.

    *left* and *right* hold the vectors of their segments. Never fails: without a usable
    anchor there is one window.
    """
    a, b = blocks_of(src, left), blocks_of(tgt, right)
    ratio = float(b.lengths.sum()) / max(float(a.lengths.sum()), 1.0)
    verify = _Verifier(a, b, ratio)
    trusted = [anchor for pair in _labelled(a, b) if (anchor := verify(*pair))]
    chain = heaviest_chain([*trusted, *_by_content(a, b, verify)])
    warnings = tuple(
        discrepancies(
            a, b, [(c.src, c.tgt) for c in chain], {(anchor.src, anchor.tgt) for anchor in trusted}
        )
    )
    anchors = tuple(Anchor(a.numbers[c.src], b.numbers[c.tgt], c.reason, c.weight) for c in chain)
    return Anchoring(anchors, tuple(_windows(a, b, chain)), warnings)


class _Verifier:
    """Decides whether a candidate may cut: similarity above background and plausible length.

    The background of a pair is its mean similarity with all other blocks of either side.
    """

    def __init__(self, a: Blocks, b: Blocks, ratio: float) -> None:
        self.a, self.b, self.ratio = a, b, ratio
        self.sum_a, self.sum_b = a.vectors.sum(axis=0), b.vectors.sum(axis=0)

    def __call__(self, i: int, j: int, reason: str, *, evidence: str = "label") -> Anchor | None:
        """Return the anchor, weighed by its similarity, or None when it fails."""
        one, other = self.a.vectors[i], self.b.vectors[j]
        likeness = float(one @ other)
        below_one = (float(one @ self.sum_b) - likeness) / max(len(self.b.numbers) - 1, 1)
        below_other = (float(other @ self.sum_a) - likeness) / max(len(self.a.numbers) - 1, 1)
        score = likeness - (below_one + below_other) / 2
        if score < LEAST_SCORE[evidence] or not self._is_plausible(i, j):
            return None
        if evidence == "label" and self._is_beaten(i, j, likeness):
            return None
        return Anchor(i, j, reason, score + (0.5 if evidence == "label" else 0.0))

    def _is_beaten(self, i: int, j: int, likeness: float) -> bool:
        """Whether either paragraph would rather have a neighbour of the other: a shifted number."""
        rivals_b, rivals_a = self._near(self.b, j), self._near(self.a, i)
        if not rivals_a or not rivals_b:
            return False
        best_b = float((self.b.vectors[rivals_b] @ self.a.vectors[i]).max())
        best_a = float((self.a.vectors[rivals_a] @ self.b.vectors[j]).max())
        return min(best_a, best_b) > likeness

    @staticmethod
    def _near(side: Blocks, k: int) -> list[int]:
        """Return the blocks of the kind of block *k* that stand within :data:`NEAR` of it."""
        around = range(max(k - NEAR, 0), min(k + NEAR + 1, len(side.numbers)))
        return [other for other in around if other != k and side[other].kind is side[k].kind]

    def _is_plausible(self, i: int, j: int) -> bool:
        one, other = float(self.a.lengths[i]) * self.ratio, float(self.b.lengths[j])
        return max(one, other) < SHORT or max(one, other) < LONGEST_RATIO * min(one, other)


def _labelled(a: Blocks, b: Blocks) -> Iterator[tuple[int, int, str]]:
    """Yield candidates whose printed evidence is equal and stands once on either side."""
    seen: set[tuple[int, int]] = set()
    for keys in (_paragraph_keys, _heading_keys, _item_keys, _note_keys, _front_keys, _symbol_keys):
        left, right = _unique(keys(a)), _unique(keys(b))
        for key, i in left.items():
            j = right.get(key)
            if j is not None and (i, j) not in seen and is_same_class(a[i].kind, b[j].kind):
                seen.add((i, j))
                yield i, j, _REASONS[keys](a[i])


def _paragraph_keys(side: Blocks) -> Iterator[Key]:
    return side.paragraphs()


Key = tuple[Hashable, int]
_NUMBERED: Final = (Kind.HEADING, Kind.PARAGRAPH)


def _unique(keys: Iterable[Key]) -> dict[Hashable, int]:
    pairs = list(keys)
    counts = Counter(key for key, _ in pairs)
    return {key: index for key, index in pairs if counts[key] == 1}


def _heading_keys(side: Blocks) -> Iterator[Key]:
    """Key a heading by its place after the paragraph before and before the paragraph behind.

    Letters repeat and can be wrong, so they are no evidence.
    """
    for order, step in ((range(len(side.numbers)), 1), (range(len(side.numbers) - 1, -1, -1), -1)):
        near, count = "", 0
        for k in order:
            if side[k].kind is Kind.PARAGRAPH:
                near, count = side[k].paragraph, 0
            elif side[k].kind is Kind.HEADING:
                count += 1
                yield (step, near, count, side[k].level), k


def _item_keys(side: Blocks) -> Iterator[Key]:
    """Key an item by its paragraph and the ordinals of the items it stands in."""
    path: list[int] = []
    for k in range(len(side.numbers)):
        block = side[k]
        if block.kind is Kind.PARAGRAPH:
            path = []
        elif block.kind is Kind.ITEM:
            path = [*path[: max(block.level - 1, 0)], ordinal(block.label)]
            yield (block.paragraph, tuple(path)), k


def _note_keys(side: Blocks) -> Iterator[Key]:
    for k in range(len(side.numbers)):
        if side[k].kind is Kind.NOTE and side[k].label:
            yield ("note", ordinal(side[k].label) or side[k].label), k


def _front_keys(side: Blocks) -> Iterator[Key]:
    """Key the blocks before the first heading or numbered paragraph by their place."""
    kinds = [side[k].kind for k in range(len(side.numbers))]
    first = next((k for k, kind in enumerate(kinds) if kind in _NUMBERED), 0)
    for k in range(first):
        yield k, k


def _symbol_keys(side: Blocks) -> Iterator[Key]:
    for k in range(len(side.numbers)):
        for symbol in set(SYMBOL.findall(side[k].text)):
            yield symbol, k


_REASONS: Final[dict[Callable[[Blocks], Iterator[Key]], Callable[[Block], str]]] = {
    _paragraph_keys: lambda block: f"paragraph {block.paragraph}",
    _heading_keys: lambda _: "heading in the same place",
    _item_keys: lambda block: f"item {block.label} of paragraph {block.paragraph}",
    _note_keys: lambda block: f"note {block.label}",
    _front_keys: lambda _: "same place before the first heading",
    _symbol_keys: lambda _: "the same document symbol",
}

_CLASSES: Final = {
    Kind.MASTHEAD: 1,
    Kind.TITLE: 1,
    Kind.HEADING: 2,
    Kind.NOTE: 3,
    Kind.CELL: 4,
}


def class_of(kind: Kind) -> int:
    """Return the class inside which blocks of *kind* may be paired; running text is 0."""
    return _CLASSES.get(kind, 0)


def is_same_class(one: Kind, other: Kind) -> bool:
    """Whether blocks of these kinds may translate each other."""
    return class_of(one) == class_of(other)


def _by_content(a: Blocks, b: Blocks, verify: _Verifier) -> Iterator[Anchor]:
    """Yield mutual nearest neighbours that lead clearly, whatever their labels say."""
    if not a.numbers or not b.numbers or len(a.numbers) * len(b.numbers) > MOST_CELLS:
        return
    similarity = a.vectors @ b.vectors.T
    best_b, best_a = similarity.argmax(axis=1), similarity.argmax(axis=0)
    for i, j in enumerate(best_b.tolist()):
        if best_a[j] != i or not is_same_class(a[i].kind, b[j].kind):
            continue
        if similarity[i, j] - _second(similarity[i], similarity[:, j], i, j) >= LEAST_LEAD:
            anchor = verify(i, j, "nearest in meaning", evidence="content")
            if anchor:
                yield anchor


def _second(row: Floats, column: Floats, i: int, j: int) -> float:
    others = np.concatenate((np.delete(row, j), np.delete(column, i)))
    return float(others.max()) if others.size else -1.0


def heaviest_chain(candidates: list[Anchor]) -> list[Anchor]:
    """Return the chain of greatest weight that increases strictly on both sides.

    O(k log k): a staircase of the best weight that ends at or before each target.
    """
    ordered = sorted(candidates, key=lambda c: (c.src, -c.tgt, c.weight))
    ends: list[int] = []  # targets of the staircase, increasing
    tops: list[tuple[float, int]] = []  # weight of the best chain there, index of its last anchor
    before = [-1] * len(ordered)
    for k, anchor in enumerate(ordered):
        place = bisect_left(ends, anchor.tgt)
        weight = anchor.weight
        if place:
            weight += tops[place - 1][0]
            before[k] = tops[place - 1][1]
        if place < len(ends) and ends[place] == anchor.tgt and tops[place][0] >= weight:
            continue
        beaten = place
        while beaten < len(ends) and tops[beaten][0] <= weight:
            beaten += 1
        ends[place:beaten], tops[place:beaten] = [anchor.tgt], [(weight, k)]
    chain: list[Anchor] = []
    k = tops[-1][1] if tops else -1
    while k >= 0:
        chain.append(ordered[k])
        k = before[k]
    return chain[::-1]


def _windows(a: Blocks, b: Blocks, chain: list[Anchor]) -> Iterator[Window]:
    """Cut before and after every anchor.

    Unnumbered text that follows an anchored block on one side only belongs to it: the other
    version may have no break there.
    """
    i = j = 0
    for k, anchor in enumerate(chain):
        if i < anchor.src or j < anchor.tgt:
            yield Window(_cover(a, i, anchor.src), _cover(b, j, anchor.tgt))
        last = k + 1 == len(chain)
        next_i = len(a.numbers) if last else chain[k + 1].src
        next_j = len(b.numbers) if last else chain[k + 1].tgt
        i, j = anchor.src + 1, anchor.tgt + 1
        if j == next_j:
            i = _tail(a, i, next_i)
        elif i == next_i:
            j = _tail(b, j, next_j)
        yield Window(_cover(a, anchor.src, i), _cover(b, anchor.tgt, j), anchor.reason)
    if i < len(a.numbers) or j < len(b.numbers):
        yield Window(_cover(a, i, len(a.numbers)), _cover(b, j, len(b.numbers)))


def _tail(side: Blocks, start: int, end: int) -> int:
    while start < end and side[start].kind is Kind.TEXT:
        start += 1
    return start


def _cover(side: Blocks, start: int, end: int) -> Span:
    """Return the segments of blocks *start* to *end*."""
    total = len(side.document.segments)
    first = side.spans[start].start if start < len(side.spans) else total
    return Span(first, side.spans[end].start if end < len(side.spans) else total)
