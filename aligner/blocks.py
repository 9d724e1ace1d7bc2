"""The blocks of a document as anchors see them: spans of segments, vectors and lengths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aligner.score import Side
from aligner.search import Floats
from corpora.types import Block, Document, Kind, Span


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of one side that have segments, with their spans, vectors and lengths."""

    document: Document
    numbers: list[int]  # block numbers in the document
    spans: list[Span]  # their segments
    vectors: Floats  # (k, d) unit rows
    lengths: Floats  # (k,) characters

    @property
    def name(self) -> str:
        """Name of the language."""
        return self.document.lang.name

    def __getitem__(self, index: int) -> Block:
        """Return the block at place *index* among those that have segments."""
        return self.document.blocks[self.numbers[index]]

    def paragraphs(self) -> Iterator[tuple[str, int]]:
        """Yield the number of each numbered paragraph and its place among these blocks."""
        for k in range(len(self.numbers)):
            if self[k].kind is Kind.PARAGRAPH and self[k].paragraph:
                yield self[k].paragraph, k


def blocks_of(document: Document, side: Side) -> Blocks:
    """Gather the segments of *document* by block; a block's vector is their weighted mean."""
    spans: dict[int, Span] = {}
    for k, segment in enumerate(document.segments):
        start = spans[segment.block].start if segment.block in spans else k
        spans[segment.block] = Span(start, k + 1)
    numbers, places = list(spans), list(spans.values())
    starts = [span.start for span in places]
    weighted = side.vectors * np.sqrt(side.lengths)[:, None]
    sums = np.add.reduceat(weighted, starts) if starts else weighted[:0]
    norms = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    lengths = np.add.reduceat(side.lengths, starts) if starts else side.lengths[:0]
    return Blocks(document, numbers, places, (sums / norms).astype(np.float32), lengths)
