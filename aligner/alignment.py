"""Alignment: two documents, or two lists of segments, in; a bitext with evidence out.

Prints nothing, keeps nothing, and gives the same answer for the same input.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from aligner.anchors import Anchoring, Window, class_of, find_anchors
from aligner.coarse import split_large
from aligner.confidence import Evidence, judge, length_surprise, number_agreement
from aligner.coverage import Coverage, coverage_of, words_of
from aligner.encoder import Encoder, WordEncoder, load_encoder
from aligner.score import Side, Weights, bead_scores, closeness, length_ratio, side_of
from aligner.search import Gap, Lattice, best_path, posteriors
from corpora import document_of_lines
from corpora.errors import AlignmentError
from corpora.types import EN, ZH, Bead, Bitext, Document, Lang, Progress, Span

HEAT: Final = 0.05  # of the path posterior, chosen by calibration error


@dataclass(frozen=True, slots=True)
class Settings:
    """What can change an alignment.

    *gap* and ``weights.familiar`` are relative to how literally one text renders the other.
    """

    anchors: bool = True
    gap: Gap = field(default_factory=Gap)
    weights: Weights = field(default_factory=Weights)

    def fitted(self, closeness: float) -> Settings:
        """Return the settings for two texts of this closeness.

        The price of a gap is proportional to it; the margin below which a segment is strange
        falls with its cube. With these no sentence of a report that lacks a counterpart gets
        lost in a longer bead, and a novel keeps its free ones.
        """
        gap = Gap(self.gap.first * closeness, self.gap.more * closeness)
        familiar = self.weights.familiar * closeness**3
        return replace(self, gap=gap, weights=replace(self.weights, familiar=familiar))


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

    *progress* is told of windows done and windows in all.

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
    left, right = _side(src, encoder), _side(tgt, encoder)
    anchoring = find_anchors(src, tgt, left, right) if settings.anchors else _unanchored(src, tgt)
    windows = [piece for whole in anchoring.windows for piece in split_large(whole, left, right)]
    settings = settings.fitted(closeness(left, right, settings.weights))
    ratio = _fitted_ratio(windows, left, right)
    both = _Both(src, tgt, left, right, ratio, _coverage(src, tgt, encoder))
    beads: list[tuple[Bead, Evidence]] = []
    for done, window in enumerate(windows):
        beads += _align_window(window, both, settings)
        if progress:
            progress(done + 1, len(windows))
    return beads, anchoring


@dataclass(frozen=True, slots=True)
class _Both:
    """Two documents, their vectors, target characters per source character, their words."""

    src: Document
    tgt: Document
    left: Side
    right: Side
    ratio: float
    coverage: Coverage | None


def _coverage(src: Document, tgt: Document, encoder: Encoder) -> Coverage | None:
    """Return the words of two documents where the encoder knows words."""
    if not isinstance(encoder, WordEncoder):
        return None
    texts = ([segment.text for segment in document.segments] for document in (src, tgt))
    return coverage_of(*(words_of(*encoder.words(side)) for side in texts))


def _side(document: Document, encoder: Encoder) -> Side:
    texts = [segment.text for segment in document.segments]
    lengths = np.array([max(len(text), 1) for text in texts], dtype=np.float32)
    classes = np.array(
        [class_of(document.blocks[s.block].kind) for s in document.segments], dtype=np.int16
    )
    return side_of(encoder.encode(texts), lengths, classes)


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
    window: Window, both: _Both, settings: Settings
) -> Iterator[tuple[Bead, Evidence]]:
    left, right = both.left.cut(*window.src), both.right.cut(*window.tgt)
    scores = bead_scores(left, right, both.ratio, settings.weights)
    if both.coverage and scores:
        covered = both.coverage.scores(window.src, window.tgt, scores)
        for shape, values in covered.items():
            scores[shape] += np.float32(settings.weights.coverage) * values
    lattice = Lattice(window.src.size, window.tgt.size, scores, settings.gap)
    steps = best_path(lattice)
    shares = posteriors(lattice, steps, heat=HEAT)
    for step, share in zip(steps, shares.tolist(), strict=True):
        bead = Bead(
            _moved(step.src, window.src.start),
            _moved(step.tgt, window.tgt.start),
            lattice.score(step),
        )
        yield bead, _evidence(bead, both, share, window.reason)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _evidence(bead: Bead, both: _Both, share: float, anchor: str) -> Evidence:
    """Collect the evidence for *bead*; *share* of the paths of its window go through it."""
    texts = [
        " ".join(segment.text for segment in document.segments[slice(*span)])
        for document, span in ((both.src, bead.src), (both.tgt, bead.tgt))
    ]
    return Evidence(
        share=share,
        score=bead.score,
        length=length_surprise(texts[0], texts[1], both.ratio),
        numbers=number_agreement(texts[0], texts[1]),
        anchor=anchor,
        shape=bead.shape,
    )
