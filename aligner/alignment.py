"""Alignment: two documents, or two lists of segments, in; a bitext with evidence out.

Prints nothing, keeps nothing, and gives the same answer for the same input.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from aligner.anchors import Anchoring, Window, class_of, find_anchors
from aligner.coarse import split_large
from aligner.confidence import Evidence, judge
from aligner.encoder import Encoder, load_encoder
from aligner.score import Floats, Side, Weights, bead_scores, closeness, length_ratio, side_of
from aligner.search import Gap, ShapeScores, Step, best_path, posteriors
from corpora import document_of_lines
from corpora.errors import AlignmentError
from corpora.types import EN, ZH, Bead, Bitext, Document, Lang, Progress, Span

HEAT: Final = 0.05  # of the path posterior; scripts/fit_confidence.py


@dataclass(frozen=True, slots=True)
class Settings:
    """What can change an alignment.

    *gap* and ``weights.familiar`` are relative to how literally one text renders the other.
    """

    anchors: bool = True
    gap: Gap = Gap(first=0.4)
    weights: Weights = Weights()

    def fitted(self, closeness: float) -> Settings:
        """Return the settings for two texts of this closeness.

        The price of a gap is proportional to it; the margin below which a segment is strange
        falls with its cube. With these a report loses no sentence that lacks a counterpart
        in a longer bead, and a novel keeps its free ones (.8587 on MAC-dev, .8626 without).
        """
        gap = Gap(self.gap.first * closeness, self.gap.more * closeness)
        familiar = self.weights.familiar * closeness**3
        return replace(self, gap=gap, weights=replace(self.weights, familiar=familiar))


def align(  # noqa: PLR0913
    src_segments: Sequence[str],
    tgt_segments: Sequence[str],
    *,
    src_lang: Lang = ZH,
    tgt_lang: Lang = EN,
    encoder: Encoder | None = None,
    settings: Settings = Settings(anchors=False),
    progress: Progress | None = None,
) -> Bitext:
    """Align two lists of segments as they are: no layout, no splitting.

    Raises:
        AlignmentError: one side has no text.
    """
    src = document_of_lines(src_segments, src_lang)
    tgt = document_of_lines(tgt_segments, tgt_lang)
    return align_documents(src, tgt, encoder=encoder, settings=settings, progress=progress)


def align_documents(
    src: Document,
    tgt: Document,
    *,
    encoder: Encoder | None = None,
    settings: Settings = Settings(),
    progress: Progress | None = None,
) -> Bitext:
    """Align two documents: anchors, windows, then the best path in every window.

    *progress* is told of windows done and windows in all.

    Raises:
        AlignmentError: one document has no segments.
    """
    for document in (src, tgt):
        if not document.segments:
            raise AlignmentError(f"{document.origin or document.lang.name}: no text to align")
    encoder = encoder or load_encoder()
    left, right = _side(src, encoder), _side(tgt, encoder)
    anchoring = _anchor(src, tgt, left, right, settings)
    windows = [
        piece for window in anchoring.windows for piece in split_large(window, left, right)
    ]
    ratio = _fitted_ratio(windows, left, right)
    settings = settings.fitted(closeness(left, right, settings.weights))
    beads: list[Bead] = []
    for done, window in enumerate(windows):
        beads += _align_window(window, src, tgt, left, right, ratio, settings)
        if progress:
            progress(done + 1, len(windows))
    anchors = tuple(anchor.reason for anchor in anchoring.anchors)
    return Bitext(src, tgt, tuple(beads), anchors, anchoring.warnings)


def _side(document: Document, encoder: Encoder) -> Side:
    texts = [segment.text for segment in document.segments]
    lengths = np.array([max(len(text), 1) for text in texts], dtype=np.float32)
    classes = np.array(
        [class_of(document.blocks[s.block].kind) for s in document.segments], dtype=np.int16
    )
    return side_of(encoder.encode(texts), lengths, classes)


def _anchor(
    src: Document, tgt: Document, left: Side, right: Side, settings: Settings
) -> Anchoring:
    if settings.anchors:
        return find_anchors(src, tgt, left, right)
    whole = Window(Span(0, len(src.segments)), Span(0, len(tgt.segments)))
    return Anchoring((), (whole,), ())


def _fitted_ratio(windows: Sequence[Window], src: Side, tgt: Side) -> float:
    """Return target characters per source character where the windows are anchored."""
    anchored = [window for window in windows if window.reason]
    one = sum(float(src.lengths[slice(*window.src)].sum()) for window in anchored)
    other = sum(float(tgt.lengths[slice(*window.tgt)].sum()) for window in anchored)
    return other / one if one > 0.2 * float(src.lengths.sum()) else length_ratio(src, tgt)


def _align_window(  # noqa: PLR0913
    window: Window,
    src: Document,
    tgt: Document,
    left: Side,
    right: Side,
    ratio: float,
    settings: Settings,
) -> list[Bead]:
    n, m = window.src.size, window.tgt.size
    scores = bead_scores(left.cut(*window.src), right.cut(*window.tgt), ratio, settings.weights)
    steps = best_path(n, m, scores, settings.gap)
    shares = posteriors(steps, n, m, scores, settings.gap, heat=HEAT)
    beads = []
    for step, share in zip(steps, shares.tolist(), strict=True):
        bead = _bead(step, window, _score_of(step, scores))
        evidence = Evidence.of(bead, src, tgt, share=share, ratio=ratio, anchor=window.reason)
        probability, reasons = judge(evidence)
        beads.append(replace(bead, probability=probability, reasons=reasons))
    return beads


def _bead(step: Step, window: Window, score: float) -> Bead:
    return Bead(
        Span(step.src.start + window.src.start, step.src.end + window.src.start),
        Span(step.tgt.start + window.tgt.start, step.tgt.end + window.tgt.start),
        score,
    )


def _score_of(step: Step, scores: ShapeScores) -> float:
    values: Floats | None = scores.get(step.shape)
    return 0.0 if values is None else float(values[step.src.start, step.tgt.start])
