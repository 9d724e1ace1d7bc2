"""A pair of terms that was found in a bitext, with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tm.terms.concept import Concept


@dataclass(frozen=True, slots=True)
class TermCandidate:
    """A Chinese and an English term that seem to translate each other."""

    zh: str
    en: str
    en_base: str  # form of a dictionary
    kind: str  # one of KINDS
    count: int  # beads where both stand
    score: float  # 0–1, calibrated: that the pair is right
    association: float  # log-likelihood ratio over beads
    paragraphs: tuple[str, ...]  # of those beads, in order
    context_zh: str  # the best of those beads
    context_en: str
    document: str  # of the context
    concept: int  # pairs of one concept have the same number


def concepts_of(candidates: Iterable[TermCandidate]) -> list[Concept]:
    """Gather candidates into concepts, the surest first; full forms are preferred."""
    raise NotImplementedError
