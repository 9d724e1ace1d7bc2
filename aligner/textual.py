"""Beads given as texts, brought to spans, so that a TMX can be scored against gold.

White space, width variants and leading enumerators (“12.”, “(a)”, “一、”, “¹”) do not count:
gold may keep them where the result does not. What lies outside the gold is left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from aligner.evaluation import Pair
from corpora.enumerators import split_enumerator
from corpora.types import Span

LEAST_LENGTH: Final = 14  # shorter texts recur by chance outside the gold


@dataclass(frozen=True, slots=True)
class TextBead:
    """The two sides of a bead as text; an empty side is a null."""

    zh: str
    en: str
    probability: float | None = None


def comparable(text: str) -> str:
    """Return *text* as it is compared.

    >>> comparable("12. UNODC 继续"), comparable("（a）继续 努力")
    ('UNODC继续', '继续努力')
    """
    bare = split_enumerator(text.strip())[1]
    return unicodedata.normalize("NFKC", "".join(bare.split()))


def spans_of(result: Iterable[TextBead], gold: Sequence[TextBead]) -> tuple[list[Pair], list[Pair]]:
    """Return result and gold as spans of characters of the gold's two texts.

    A result bead that shares no text with the gold is outside its range and left out; a bead
    that is only partly inside keeps an impossible span, and so counts as wrong.
    """
    streams = [_Stream([comparable(getattr(bead, side)) for bead in gold]) for side in ("zh", "en")]
    wanted = [
        Pair(src, tgt, None) for src, tgt in zip(streams[0].spans, streams[1].spans, strict=True)
    ]
    found = (_place(bead, streams) for bead in result)
    return [pair for pair in found if pair is not None], wanted


def _place(bead: TextBead, streams: Sequence[_Stream]) -> Pair | None:
    texts = comparable(bead.zh), comparable(bead.en)
    spans = [stream.find(text) for stream, text in zip(streams, texts, strict=True)]
    if not any(span is not None and span.size for span in spans):
        return None
    src, tgt = (
        Span(-1, -1 - len(text)) if span is None else span
        for span, text in zip(spans, texts, strict=True)
    )
    return Pair(src, tgt, bead.probability)


class _Stream:
    """One side of the gold as one string; a text that repeats counts once, at its first place."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = "".join(texts)
        self.first: dict[str, Span] = {}
        self.spans: list[Span] = []
        start = 0
        for text in texts:
            span = Span(start, start + len(text))
            self.spans.append(self.first.setdefault(text, span) if text else span)
            start = span.end

    def find(self, text: str) -> Span | None:
        """Return where *text* stands as a side of the gold, or inside it when long enough."""
        if not text:
            return Span(0, 0)
        if text in self.first or len(text) < LEAST_LENGTH:
            return self.first.get(text)
        start = self.text.find(text)
        return Span(start, start + len(text)) if start >= 0 else None
