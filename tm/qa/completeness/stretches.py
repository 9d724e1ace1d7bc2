"""A stretch of a text, the text without it, and the odds that it has no counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from tm.qa.completeness.words import Cut


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``[first, end)`` of a text."""

    first: int
    end: int


def unknown_acronyms(other: Cut, words: Cut) -> float:
    """Count short forms of the other side that the text writes out: 全环基金 for GEF."""
    short = [word for word in other.words if word.isupper() and len(word) > 1]
    return float(len([0 for word in short if word not in words.words]))


def rest_of(words: Cut, stretch: Stretch) -> str:
    """Return the text without the stretch."""
    start, stop = words.slice(stretch.first, stretch.end)
    return words.text[:start] + words.text[stop:]


def odds(features: Sequence[float], weights: Sequence[float]) -> float:
    """Return the logarithm of the odds of a logistic model, its constant last."""
    total: float = sum(map(mul, features, weights)) + weights[-1]
    return total
