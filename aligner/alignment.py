"""Alignment: two documents, or two lists of segments, in; a bitext with evidence out.

Prints nothing, keeps nothing, and gives the same answer for the same input.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from aligner.anchors import Anchoring, Window, class_of, find_anchors
from aligner.coarse import split_large
from aligner.confidence import Evidence, judge, length_surprise, number_agreement
from aligner.coverage import Coverage, coverage_of, words_of
from aligner.encoder import SLICE, Encoder, WordEncoder, load_encoder
from aligner.marks import Marks, disagreement, marks_of
from aligner.score import Side, Weights, bead_scores, closeness, length_ratio, side_of
from aligner.search import Floats, Gap, Lattice, Shape, posteriors, surest_path
from aligner.static import StaticEncoder
from corpora import document_of_lines
from corpora.errors import AlignmentError
from corpora.types import EN, ZH, Bead, Bitext, Document, Lang, Progress, Span

if TYPE_CHECKING:
    from aligner.encoder import Vectors


@dataclass(frozen=True, slots=True)
class Settings:
    """What can change an alignment.

    *gap* and ``weights.familiar`` are relative to how literally one text renders the other.
    Weights, gap and heat were fitted by ``scripts/fit_score.py``.
    """

    anchors: bool = True
    gap: Gap = field(default_factory=Gap)
    weights: Weights = field(default_factory=Weights)
    heat: float = 0.097  # of the path posterior; fitted with the weights

    def fitted(self, closeness: float) -> Settings:
        """Return the settings for two texts of this closeness.

        The price of a gap grows with its root; the margin below which a segment is strange
        falls with its cube. With these no sentence of a report that lacks a counterpart gets
        lost in a longer bead, and a novel keeps its free ones.
        """
        unit = gap_unit(closeness)
        gap = Gap(self.gap.first * unit, self.gap.more * unit)
        familiar = self.weights.familiar * closeness**3
        return replace(self, gap=gap, weights=replace(self.weights, familiar=familiar))


def gap_unit(closeness: float) -> float:
    """Return what the prices of a gap are multiplied with for two texts of this closeness."""
    return float(closeness**0.5)


DEFAULTS: Final = Settings()
UNANCHORED: Final = Settings(anchors=False)


def align(  # noqa: PLR0913
    src_segments: Sequence[str],
    tgt_segments: Sequence[str],
    *,
    src_lang: Lang = ZH,
    tgt_lang: Lang = EN,
    encoder: Encoder | None = None,
    settings: Settings = UNANCHORED,
    progress: Progress | None = None,
) -> Bitext:
    """Align two lists of segments as they are: no layout, no splitting.

    Raises:
        AlignmentError: a side is no list of strings or has no text, or both are one language.
    """
    for name, segments in (("src_segments", src_segments), ("tgt_segments", tgt_segments)):
        if isinstance(segments, str) or not all(isinstance(text, str) for text in segments):
            raise AlignmentError(f"{name}: give a list of strings, one for each segment")
    src = document_of_lines(src_segments, src_lang)
    tgt = document_of_lines(tgt_segments, tgt_lang)
    return align_documents(src, tgt, encoder=encoder, settings=settings, progress=progress)


def align_documents(
    src: Document,
    tgt: Document,
    *,
    encoder: Encoder | None = None,
    settings: Settings = DEFAULTS,
    progress: Progress | None = None,
) -> Bitext:
    """Align two documents: anchors, windows, then the best path in every window.

    *progress* is told of texts encoded and texts in all, then of windows done and windows in all.

    Raises:
        AlignmentError: one document has no text, or both are in one language.
    """
    if src.lang == tgt.lang:
        raise AlignmentError(f"both documents are {src.lang.name}; give one in each language")
    for document in (src, tgt):
        if not any(segment.text for segment in document.segments):
            raise AlignmentError(f"{document.origin or document.lang.name}: no text to align")
    weighed, anchoring = weighed_beads(
        src, tgt, encoder=encoder, settings=settings, progress=progress
    )
    anchors = tuple(anchor.reason for anchor in anchoring.anchors)
    beads = tuple(_judged(bead, evidence) for bead, evidence in weighed)
    return Bitext(src, tgt, beads, anchors, anchoring.warnings)


def _judged(bead: Bead, evidence: Evidence) -> Bead:
    probability, reasons = judge(evidence)
    return replace(bead, probability=probability, reasons=reasons)


def weighed_beads(
    src: Document,
    tgt: Document,
    *,
    encoder: Encoder | None = None,
    settings: Settings = DEFAULTS,
    progress: Progress | None = None,
) -> tuple[list[tuple[Bead, Evidence]], Anchoring]:
    """Return the beads of :func:`align_documents` with the evidence they are judged by."""
    encoder = encoder or load_encoder()
    known = know(src, tgt, encoder, progress)
    left, right = known.left, known.right
    anchoring = find_anchors(src, tgt, left, right) if settings.anchors else _unanchored(src, tgt)
    windows = [piece for whole in anchoring.windows for piece in split_large(whole, left, right)]
    settings = settings.fitted(closeness(left, right, settings.weights))
    known = replace(known, ratio=_fitted_ratio(windows, left, right))
    beads: list[tuple[Bead, Evidence]] = []
    for done, window in enumerate(windows):
        beads += _align_window(window, known, settings)
        if progress:
            progress(done + 1, len(windows))
    return beads, anchoring


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of two documents before their beads are."""

    src: Document
    tgt: Document
    left: Side
    right: Side
    ratio: float  # target characters per source character
    marks: tuple[Marks, Marks]
    coverage: Coverage

    def scores(self, window: Window, weights: Weights) -> dict[Shape, Floats]:
        """Return for every shape the score of the bead at each (i, j) of a window."""
        left, right = self.left.cut(*window.src), self.right.cut(*window.tgt)
        scores = bead_scores(left, right, self.ratio, weights)
        if not scores:
            return scores
        marks = self.marks[0].cut(*window.src), self.marks[1].cut(*window.tgt)
        for shape, values in self.coverage.scores(window.src, window.tgt, scores).items():
            scores[shape] += np.float32(weights.coverage) * values
            scores[shape] -= disagreement(*marks, shape, weights)
        return scores


def know(src: Document, tgt: Document, encoder: Encoder, progress: Progress | None = None) -> Known:
    """Encode two documents and measure them.

    Where *encoder* knows no words, as a transformer does not, the bundled one's serve.
    """
    left, right = _sides(src, tgt, encoder, progress)
    one, other = ([segment.text for segment in document.segments] for document in (src, tgt))
    knower = encoder if isinstance(encoder, WordEncoder) else StaticEncoder()
    coverage = coverage_of(words_of(*knower.words(one)), words_of(*knower.words(other)))
    marks = marks_of(one), marks_of(other)
    return Known(src, tgt, left, right, length_ratio(left, right), marks, coverage)


def _sides(
    src: Document, tgt: Document, encoder: Encoder, progress: Progress | None
) -> tuple[Side, Side]:
    texts = [segment.text for document in (src, tgt) for segment in document.segments]
    vectors = _encoded(texts, encoder, progress)
    border = len(src.segments)
    return _side(src, vectors[:border]), _side(tgt, vectors[border:])


def _encoded(texts: Sequence[str], encoder: Encoder, progress: Progress | None) -> Vectors:
    """Return one row per text, slice by slice, so that somebody may watch."""
    parts: list[Vectors] = []
    for start in range(0, len(texts), SLICE):
        parts.append(encoder.encode(texts[start : start + SLICE]))
        if progress:
            progress(min(start + SLICE, len(texts)), len(texts))
    return np.concatenate(parts)


def _side(document: Document, vectors: Vectors) -> Side:
    lengths = np.array([max(len(s.text), 1) for s in document.segments], dtype=np.float32)
    classes = np.array(
        [class_of(document.blocks[s.block].kind) for s in document.segments], dtype=np.int16
    )
    return side_of(vectors, lengths, classes)


def _unanchored(src: Document, tgt: Document) -> Anchoring:
    whole = Window(Span(0, len(src.segments)), Span(0, len(tgt.segments)))
    return Anchoring((), (whole,), ())


def _fitted_ratio(windows: Sequence[Window], src: Side, tgt: Side) -> float:
    """Return target characters per source character where the windows are anchored."""
    anchored = [window for window in windows if window.reason]
    one = sum(float(src.lengths[slice(*window.src)].sum()) for window in anchored)
    other = sum(float(tgt.lengths[slice(*window.tgt)].sum()) for window in anchored)
    return other / one if one > 0.2 * float(src.lengths.sum()) else length_ratio(src, tgt)


def _align_window(
    window: Window, known: Known, settings: Settings
) -> Iterator[tuple[Bead, Evidence]]:
    scores = known.scores(window, settings.weights)
    lattice = Lattice(window.src.size, window.tgt.size, scores, settings.gap)
    shares = posteriors(lattice, heat=settings.heat)
    for step in surest_path(shares):
        bead = Bead(
            _moved(step.src, window.src.start),
            _moved(step.tgt, window.tgt.start),
            lattice.score(step),
        )
        yield bead, _evidence(bead, known, shares.of(step), window.reason)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _evidence(bead: Bead, known: Known, share: float, anchor: str) -> Evidence:
    """Collect the evidence for *bead*; *share* of the paths of its window go through it."""
    texts = [
        " ".join(segment.text for segment in document.segments[slice(*span)])
        for document, span in ((known.src, bead.src), (known.tgt, bead.tgt))
    ]
    return Evidence(
        share=share,
        score=bead.score,
        length=length_surprise(texts[0], texts[1], known.ratio),
        numbers=number_agreement(texts[0], texts[1]),
        anchor=anchor,
        shape=bead.shape,
    )
