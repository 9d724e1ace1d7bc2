"""Scoring of beads against gold: strict and lax precision, recall and F1, nulls, boundaries, calibration.

Works on spans only. Strict counts a bead when both its sides are identical to gold; lax when
they overlap the same gold bead on both sides; nulls are left out of both (Sennrich and Volk
2010; the counts of bertalign and vecalign). Counts can be added before they are scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from corpora.types import Span


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
    def key(self) -> tuple[Span, Span]:
        """What makes two beads identical; where the empty side stands does not matter."""
        return (
            self.src if self.src.size else Span(0, 0),
            self.tgt if self.tgt.size else Span(0, 0),
        )


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and F1 from counts.

    >>> round(Rate(right=9, found=10, wanted=12).f1, 3)
    0.818
    """

    right: int = 0  # result beads that are right
    found: int = 0  # result beads
    wanted: int = 0  # gold beads
    covered: int | None = None  # gold beads found; the same as right where beads match one to one

    @property
    def precision(self) -> float:
        """Share of the result that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of gold that was found; 1 where nothing was wanted."""
        covered = self.right if self.covered is None else self.covered
        return covered / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Rate) -> Rate:
        """Add the counts of another text."""
        covered = [self.right if r.covered is None else r.covered for r in (self,)][0]
        beside = other.right if other.covered is None else other.covered
        return Rate(
            self.right + other.right,
            self.found + other.found,
            self.wanted + other.wanted,
            covered + beside,
        )


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
        """Expected calibration error over ten equal bins (Naeini et al. 2015); None without odds."""
        return calibration_error(self.odds) if self.odds else None


def evaluate(result: Sequence[Pair], gold: Sequence[Pair]) -> Evaluation:
    """Compare *result* with *gold*; both in the same units."""
    wanted = {pair.key for pair in gold if not pair.is_null}
    found = {pair.key for pair in result if not pair.is_null}
    nulls, gold_nulls = ({p.key for p in pairs if p.is_null} for pairs in (result, gold))
    ends, gold_ends = ({(p.src.end, p.tgt.end) for p in pairs} for pairs in (result, gold))
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


def _rate(found: set[tuple[Span, Span]] | set[tuple[int, int]], wanted: set[object]) -> Rate:
    return Rate(len(found & wanted), len(found), len(wanted))


def _lax(found: set[tuple[Span, Span]], wanted: set[tuple[Span, Span]]) -> Rate:
    ordered, others = sorted(found), sorted(wanted)
    right = sum(_overlaps(key, others) for key in ordered)
    covered = sum(_overlaps(key, ordered) for key in others)
    return Rate(right, len(found), len(wanted), covered)


def _overlaps(key: tuple[Span, Span], others: Sequence[tuple[Span, Span]]) -> bool:
    return any(_meet(key[0], src) and _meet(key[1], tgt) for src, tgt in others)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def calibration_error(odds: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Return the mean gap between stated probability and share of right beads, 0–1.

    >>> round(calibration_error([(0.9, True), (0.9, True), (0.9, False), (0.9, True)]), 2)
    0.15
    """
    groups: dict[int, list[tuple[float, bool]]] = {}
    for probability, right in odds:
        groups.setdefault(min(int(probability * bins), bins - 1), []).append((probability, right))
    gaps = (
        abs(sum(p for p, _ in group) - sum(right for _, right in group))
        for group in groups.values()
    )
    return sum(gaps) / len(odds) if odds else 0.0
