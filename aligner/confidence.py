"""Confidence: the evidence for a bead, the probability that it is right, and the reasons in words.

A logistic model over the path posterior, score, length and numbers, fitted on texts of known
gold by ``scripts/fit_confidence.py``; a null is judged by its posterior and an intercept.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d{3})*(?:\.\d+)?")
_NUMERAL: Final = "[一二三四五六七八九十百千万亿两]"
# A numeral alone is mostly part of a word (一般, 统一, 千方百计) and 一个 an article: it counts
# after 第, 分之 or a figure (3万), or from two on before what is counted.
_IN_WORDS: Final = re.compile(
    rf"(?:第|分之){_NUMERAL}+|(?<=\d)[百千万亿]|{_NUMERAL}{{2,}}"
    r"|[二三四五六七八九十百千万亿两](?=[个名位项次届年月日天周岁份件条段章节种国艘所家人起倍成])"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|hundred|thousand|[mb]illion|first|second|third"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+tie)th)\b",
    re.IGNORECASE,
)
_UNCHANGED: Final = re.compile(r"[0-9A-Za-z][!-~]*[0-9A-Za-z]")  # runs without space in ASCII


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for or against one bead."""

    share: float  # posterior of the bead among all paths of its window, 0–1
    score: float  # of the bead, about −1 to 1
    length: float  # |ln| of the ratio of scaled lengths; 0 is as expected
    numbers: float  # share of figures that stand on both sides, 0–1; 1 without any
    anchor: str  # why its window is trusted; empty in a soft window
    shape: tuple[int, int]

    @property
    def features(self) -> tuple[float, ...]:
        """The inputs of the logistic model, each about −1 to 10."""
        share = min(max(self.share, 1e-4), 1 - 1e-4)
        logit = math.log(share / (1 - share))
        if not all(self.shape):
            return (1.0, logit, 0.0, 0.0, 0.0, 1.0)
        return (1.0, logit, self.score, self.length, self.numbers, 0.0)


# Anchor and shape were tried as inputs: on texts they were not fitted on they did harm.
WEIGHTS: Final = (-1.5, 0.9, -0.47, -1.75, 2.39, 0.65)


def judge(evidence: Evidence) -> tuple[float, tuple[str, ...]]:
    """Return the probability that the bead is right, 0–1, and the reasons."""
    total = sum(w * x for w, x in zip(WEIGHTS, evidence.features, strict=True))
    return round(1.0 / (1.0 + math.exp(-total)), 4), tuple(_reasons(evidence))


def _reasons(evidence: Evidence) -> list[str]:
    reasons = [evidence.anchor] if evidence.anchor else []
    a, b = evidence.shape
    if not (a and b):
        return [*reasons, "no counterpart found"]
    if evidence.share < 0.9:
        reasons.append(f"another cut is nearly as good ({evidence.share:.0%} for this one)")
    if evidence.length > 0.6:
        reasons.append(f"length off by a factor of {math.exp(evidence.length):.1f}")
    if evidence.numbers < 1:
        reasons.append(f"only {evidence.numbers:.0%} of the figures on both sides")
    if evidence.score < 0.2:
        reasons.append("little meaning in common")
    return reasons


def length_surprise(one: str, other: str, ratio: float) -> float:
    """Return the absolute logarithm of the ratio of scaled lengths, 0 where they are as expected.

    *ratio* is characters of the other language for one of this. What stands unchanged on both
    sides (addresses, symbols, figures) is as long in either, and left out.

    >>> length_surprise("见 www.unodc.org/elearning。", "See www.unodc.org/elearning.", 3.8) < 0.4
    True
    """
    left, right = (Counter(_UNCHANGED.findall(text)) for text in (one, other))
    shared = sum(len(word) * count for word, count in (left & right).items())
    expected = (len(one) - shared) * ratio
    return abs(math.log((expected + 10) / (len(other) - shared + 10)))


def number_agreement(one: str, other: str) -> float:
    """Return the share of figures that stand on both sides; 1 where neither has any.

    A figure that is missing on a side that writes a number out in words is not held against it.

    >>> number_agreement("共有2,965个案例和125个国家", "2,965 cases from 125 countries")
    1.0
    >>> number_agreement("有26个国家于2月提供了资料", "Twenty-six countries reported in February")
    1.0
    """
    left, right = _figures(one), _figures(other)
    total = (left | right).total()
    missing = max((left - right).total() - len(_IN_WORDS.findall(other)), 0)
    missing += max((right - left).total() - len(_IN_WORDS.findall(one)), 0)
    return 1 - missing / total if total else 1.0


def _figures(text: str) -> Counter[str]:
    folded = unicodedata.normalize("NFKC", text)
    return Counter(match.replace(",", "") for match in _NUMBER.findall(folded))
