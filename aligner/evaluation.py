"""Scoring of beads against gold: precision, recall and F1, nulls, boundaries, calibration.

Works on spans only. Strict counts a bead when both its sides are identical to gold; lax when
they overlap the same gold bead on both sides; a boundary is where a bead ends on both sides.
Nulls are left out of all three (Sennrich and Volk 2010; the counts of bertalign and vecalign)
and counted on their own. Counts can be added before they are scored.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from corpora.types import Span

_Key = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Pair:
    """One bead of gold or of a result: two half-open spans in any unit both share."""

    src: Span
    tgt: Span
    probability: float | None = None

    @property
    def is_null(self) -> bool:
        """Whether one side is empty."""
        return not (self.src.size and self.tgt.size)

    @property
    def key(self) -> _Key:
        """What makes two beads identical; where the empty side stands does not matter."""
        return (
            self.src if self.src.size else Span(0, 0),
            self.tgt if self.tgt.size else Span(0, 0),
        )


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and F1 from counts.

    >>> round(Rate(right=9, found=10, wanted=12, covered=9).f1, 3)
    0.818
    """

    right: int = 0  # result beads that are right
    found: int = 0  # result beads
    wanted: int = 0  # gold beads
    covered: int = 0  # gold beads found; differs from right where several overlap one

    @property
    def precision(self) -> float:
        """Share of the result that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of gold that was found; 1 where nothing was wanted."""
        return self.covered / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Rate) -> Rate:
        """Add the counts of another text."""
        return Rate(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything measured on one or more texts."""

    strict: Rate = Rate()
    lax: Rate = Rate()
    null: Rate = Rate()
    boundary: Rate = Rate()
    odds: tuple[tuple[float, bool], ...] = ()  # probability of each bead, and whether it is right

    def __add__(self, other: Evaluation) -> Evaluation:
        """Add the counts of another text."""
        return Evaluation(
            *(getattr(self, field.name) + getattr(other, field.name) for field in fields(self))
        )

    @property
    def calibration_error(self) -> float | None:
        """Expected calibration error over ten bins (Naeini et al. 2015); None without odds."""
        return calibration_error(self.odds) if self.odds else None


def evaluate(result: Sequence[Pair], gold: Sequence[Pair]) -> Evaluation:
    """Compare *result* with *gold*; both in the same units."""
    wanted = {pair.key for pair in gold if not pair.is_null}
    found = {pair.key for pair in result if not pair.is_null}
    nulls, gold_nulls = ({p.key for p in pairs if p.is_null} for pairs in (result, gold))
    ends, gold_ends = ({(src.end, tgt.end) for src, tgt in keys} for keys in (found, wanted))
    return Evaluation(
        strict=_rate(found, wanted),
        lax=_lax(found, wanted),
        null=_rate(nulls, gold_nulls),
        boundary=_rate(ends, gold_ends),
        odds=tuple(
            (pair.probability, pair.key in wanted)
            for pair in result
            if pair.probability is not None and not pair.is_null
        ),
    )


def _rate(found: Set[object], wanted: Set[object]) -> Rate:
    right = len(found & wanted)
    return Rate(right, len(found), len(wanted), right)


def _lax(found: Set[_Key], wanted: Set[_Key]) -> Rate:
    right, covered = _overlapping(found, wanted), _overlapping(wanted, found)
    return Rate(right, len(found), len(wanted), covered)


def _overlapping(beads: Set[_Key], others: Set[_Key]) -> int:
    """Count the *beads* that share something with one and the same of *others* on both sides."""
    src, tgt = (np.array([key[side] for key in others]).reshape(-1, 2) for side in (0, 1))
    return sum(bool((_meet(one, src) & _meet(other, tgt)).any()) for one, other in beads)


def _meet(span: Span, others: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    return (others[:, 0] < span.end) & (others[:, 1] > span.start)


def calibration_error(odds: Sequence[tuple[float, bool]]) -> float:
    """Return the mean gap between stated probability and share of right beads, 0–1, in ten bins.

    >>> round(calibration_error([(0.9, True), (0.9, True), (0.9, False), (0.9, True)]), 2)
    0.15
    """
    groups: dict[int, list[tuple[float, bool]]] = {}
    for probability, right in odds:
        groups.setdefault(min(int(probability * 10), 9), []).append((probability, right))
    gaps = (
        abs(sum(p for p, _ in group) - sum(right for _, right in group))
        for group in groups.values()
    )
    return sum(gaps) / len(odds) if odds else 0.0
