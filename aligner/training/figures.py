"""How good an encoder is on pairs it has not seen: retrieval and alignment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from aligner.alignment import align_documents
from aligner.encoder import Encoder
from aligner.evaluation import Evaluation, Pair, evaluate
from aligner.search import Floats
from aligner.training.composed import compose
from aligner.training.pairs import TextPair

STRIP: Final = 1_000  # rows of similarities at a time
TEXT: Final = 200  # pairs put together into one text
DRAWS: Final = 3  # times they are put together, each time differently


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of 1: the nearest text is the translation (P@1), and strict F1 of beads."""

    forth: float  # Chinese to English
    back: float
    alignment: float

    @property
    def mean(self) -> float:
        """What two encoders are compared by."""
        return (self.forth + self.back + self.alignment) / 3


def figures_of(encoder: Encoder, pairs: Sequence[TextPair], *, seed: int) -> Figures:
    """Measure *encoder* on *pairs*, in their order."""
    return Figures(*precision_at_1(encoder, pairs), alignment_f1(encoder, pairs, seed=seed))


def precision_at_1(encoder: Encoder, pairs: Sequence[TextPair]) -> tuple[float, float]:
    """Return how often the nearest text is the translation, Chinese to English and back.

    Equal texts are equally right.
    """
    zh, en = ([pair[side] for pair in pairs] for side in (0, 1))
    one, other = encoder.encode(zh), encoder.encode(en)
    found = _nearest(one, other), _nearest(other, one)
    right = [[zh[i] == zh[j] or en[i] == en[j] for i, j in enumerate(side)] for side in found]
    return float(np.mean(right[0])), float(np.mean(right[1]))


def _nearest(rows: Floats, columns: Floats) -> list[int]:
    strips = (rows[start : start + STRIP] for start in range(0, len(rows), STRIP))
    return [int(k) for strip in strips for k in (strip @ columns.T).argmax(axis=1)]


def alignment_f1(encoder: Encoder, pairs: Sequence[TextPair], *, seed: int) -> float:
    """Return the strict F1 of texts put together from *pairs*, aligned by meaning alone."""
    random = np.random.default_rng(seed)
    total = Evaluation()
    for start in [*range(0, len(pairs), TEXT)] * DRAWS:
        src, tgt, gold = compose(pairs[start : start + TEXT], random)
        if src.segments and tgt.segments:
            bitext = align_documents(src, tgt, encoder=encoder)
            total += evaluate([Pair(bead.src, bead.tgt) for bead in bitext.beads], gold)
    return total.strict.f1
