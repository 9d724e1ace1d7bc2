"""The stretch of a text that most likely has no counterpart, and what speaks for it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpora.types import EN
from tm.qa.completeness.lengths import HAN, spread
from tm.qa.completeness.words import Cut, Edge, Weight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

_DELIMITER = {
    "zh": re.compile(r"[，；、]|和|及|与|或|并"),
    "en": re.compile(r"[,;](?!\d)|\b(?:and|or)\b"),
}
DULL = 0.4  # taken off the score of each word of content: a stretch must be surely without
FLOOR = 8
FURTHEST = 4.0  # deviations


@dataclass(frozen=True, slots=True)
class Lengths:
    """English characters expected, found, and how far off that is, a logarithm."""

    expected: float
    actual: float
    off: float
    scale: float = 1.0  # how much more than usual the lengths of a file vary


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``[first, end)`` of a text and what their scores sum up to."""

    first: int
    end: int
    total: float


def best_stretch(words: Cut, scores: Floats) -> Stretch | None:
    """Return the run of clauses with the greatest sum, inside a sentence or a whole one."""
    import numpy as np

    weights = np.array(words.weights)
    kept = scores - DULL * (weights >= Weight.PLAIN) - DULL / 2 * (weights == Weight.LOOSE)
    starts = [k for k, edge in enumerate(words.edges[:-1]) if edge]
    sums = np.add.reduceat(kept, starts).tolist()
    best = Stretch(0, 0, 0.0)
    ends = [*starts[1:], len(weights)]
    total, first = 0.0, 0
    for start, end, value in zip(starts, ends, sums, strict=True):
        if total <= 0 or words.edges[start] == Edge.SENTENCE:
            total, first = 0.0, start
        total += value
        if total > best.total:
            best = Stretch(first, end, total)
    return best if best.total > 0 else None


def features(
    words: Cut, stretch: Stretch, scores: Floats, *, others: tuple[Cut, Floats], lengths: Lengths
) -> list[float]:
    """Return what speaks for a *stretch* of *words*; :data:`tm.qa.completeness.model.NAMES`."""
    import numpy as np

    first, end = stretch.first, stretch.end
    content = np.array(words.weights) >= Weight.PLAIN
    inside = scores[first:end][content[first:end]]
    outside = np.concatenate((scores[:first][content[:first]], scores[end:][content[end:]]))
    other, other_scores = others
    other_content = other_scores[np.array(other.weights) >= Weight.PLAIN]
    start, stop = words.slice(first, end)
    size = _english_size(words.text[start:stop])
    z, gain = _length_evidence(words, size, lengths)
    return [
        stretch.total,
        float(inside.mean()) if len(inside) else 0.0,
        math.log1p(len(inside)),
        z,
        max(z, 0.0),
        gain,
        float(outside.mean()) if len(outside) else 0.0,
        float(np.maximum(outside, 0).sum()),
        float(other_content.mean()) if len(other_content) else 0.0,
        float(np.maximum(other_content, 0).sum()),
        float(words.edges[first] >= Edge.STRONG),
        float(words.edges[end] >= Edge.STRONG),
        unknown_acronyms(other, words),
        _delimiters(words, other),
        math.log1p(size),
    ]


def _english_size(text: str) -> float:
    return len(text) - text.count(" ") + 2.3 * len(HAN.findall(text))


def _length_evidence(words: Cut, size: float, lengths: Lengths) -> tuple[float, float]:
    """Return how many deviations too long *words* are, and what is gained without the stretch."""
    deviation = spread(lengths.expected) * lengths.scale
    if words.lang is EN:
        before = lengths.off
        shorter = math.log((max(lengths.actual - size, 1) + FLOOR) / (lengths.actual + FLOOR))
    else:
        before = -lengths.off
        rest = max(lengths.expected - size, 1)
        shorter = math.log((rest + FLOOR) / (lengths.expected + FLOOR))
    z, after = before / deviation, (before + shorter) / deviation
    gain = (z * z - after * after) / 2
    return max(min(z, FURTHEST), -FURTHEST), max(min(gain, 6.0), -6.0)


def unknown_acronyms(other: Cut, words: Cut) -> float:
    """Count short forms of the other side that the text writes out: 全环基金 for GEF."""
    here = set(words.words)
    return float(sum(len(word) > 1 and word.isupper() and word not in here for word in other.words))


def _delimiters(words: Cut, other: Cut) -> float:
    """Return how many more commas and conjunctions than the other side a text has, −3 to 3."""
    here = len(_DELIMITER[words.lang.code].findall(words.text))
    there = len(_DELIMITER[other.lang.code].findall(other.text))
    return float(max(min(here - there, 3), -3))


def rest_of(words: Cut, stretch: Stretch) -> str:
    """Return the text without the stretch."""
    start, stop = words.slice(stretch.first, stretch.end)
    return words.text[:start] + words.text[stop:]


def odds(features: Sequence[float], weights: Sequence[float]) -> float:
    """Return the logarithm of the odds of a logistic model, its constant last."""
    return sum(map(lambda a, b: a * b, features, weights)) + weights[-1]
