"""Texts put together from pairs, so that their gold is known by construction.

Most pairs stay as they are, some neighbours are merged on one side, some lose a side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from aligner.evaluation import Pair
from aligner.training.pairs import TextPair
from corpora.types import EN, ZH, Block, Document, Kind, Lang, Segment, Span

MERGED, LOST = 0.12, 0.06  # shares of beads that join two pairs, that lose one side
PARAGRAPH = 3  # beads in a numbered paragraph

Texts = tuple[list[str], list[str]]  # of one bead, Chinese and English


def compose(
    pairs: Sequence[TextPair], random: np.random.Generator, *, is_numbered: bool = False
) -> tuple[Document, Document, list[Pair]]:
    """Return a Chinese and an English document made of *pairs*, and its beads."""
    beads = list(_beads(pairs, random))
    src, tgt = (
        _document([bead[side] for bead in beads], lang, is_numbered=is_numbered)
        for side, lang in enumerate((ZH, EN))
    )
    return src, tgt, list(_gold(beads))


def _beads(pairs: Sequence[TextPair], random: np.random.Generator) -> Iterator[Texts]:
    """Yield the texts of each bead: one pair, two with one side merged, or one side of a pair."""
    rest = list(pairs)
    while rest:
        chance, side = random.random(), int(random.integers(2))
        taken = [rest.pop(0)]
        if chance < MERGED and rest:
            taken.append(rest.pop(0))
        texts = ([zh for zh, _ in taken], [en for _, en in taken])
        if len(taken) == 2:
            texts[side][:] = [(ZH, EN)[side].join(texts[side])]
        elif chance > 1 - LOST:
            texts[side].clear()
        yield texts


def _document(sides: Sequence[list[str]], lang: Lang, *, is_numbered: bool) -> Document:
    """Build one side of a text from its side of every bead."""
    blocks: list[Block] = []
    segments: list[Segment] = []
    for number in range(0, len(sides), PARAGRAPH):
        label = str(number // PARAGRAPH + 1) if is_numbered else ""
        kind = Kind.PARAGRAPH if is_numbered else Kind.TEXT
        texts = [text for side in sides[number : number + PARAGRAPH] for text in side]
        start = 0
        for text in texts:
            segments.append(Segment(text, len(blocks), Span(start, start + len(text))))
            start += len(text)
        blocks.append(Block(kind, "".join(texts), label=label, paragraph=label))
    return Document(lang, tuple(blocks), tuple(segments), "")


def _gold(beads: Sequence[Texts]) -> Iterator[Pair]:
    i, j = 0, 0
    for src, tgt in beads:
        yield Pair(Span(i, i + len(src)), Span(j, j + len(tgt)))
        i, j = i + len(src), j + len(tgt)
