"""How long a translation should be: English letters for the characters of the Chinese.

A Chinese character makes 3.3 English characters, white space left out; digits, Latin letters and
marks stay what they are. Fitted on 3,990 pairs of the United Nations (3.66 : 0.5 by least
absolute error), 4,034 younger ones (3.5 : 0.6), SDG targets (3.5 : 1.0) and a handbook of health
(3.3 : 1.1); laws of Taiwan are longer in English (a quarter more), so that a file has its own
centre, the median of its pairs.
"""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from tm.qa.pair import Pair

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_HAN_RUN = re.compile(rf"{HAN.pattern}+")
PER_HAN = 3.3  # English characters that a Chinese one makes
FLOOR = 8  # characters added to either side: short texts vary more
CENTRE = 0.06  # logarithm of actual to expected length, median of the pairs of the United Nations
MIDDLE = 0.6745  # deviations within which half of a normal distribution lies
ENOUGH = 50  # pairs from which on a file has a centre of its own
# Robust deviation of the logarithm by expected length, of the same pairs; and how far off one
# pair in a thousand is (some of these are misaligned).
LENGTHS = (20, 40, 80, 160, 320)
SPREADS = (0.24, 0.21, 0.20, 0.15, 0.13, 0.09)
BOUNDS = (0.95, 0.95, 0.85, 0.65, 0.55, 0.48)


def off_by(pair: Pair) -> float:
    """Return the logarithm of the length of the English to what the Chinese makes expect.

    >>> from tm.qa.pair import pair_of
    >>> round(off_by(pair_of("委员会通过了决议草案。", "The Committee adopted the draft.")), 1)
    -0.2
    """
    return _logarithm(pair.zh.text, pair.en.text)


@lru_cache(maxsize=4)
def _logarithm(zh: str, en: str) -> float:
    return math.log((_solid(en) + FLOOR) / (expected(zh) + FLOOR))


@lru_cache(maxsize=4)
def expected(zh: str) -> float:
    """Return how many English characters, without white space, a Chinese text makes expect."""
    return _solid(zh) + (PER_HAN - 1) * sum(map(len, _HAN_RUN.findall(zh)))


def _solid(text: str) -> int:
    return len(text) - sum(map(text.count, " \t\n\u00a0\u3000"))


def spread(characters: float) -> float:
    """Return the deviation of :func:`off_by` where so many English characters are expected."""
    return SPREADS[bisect(LENGTHS, characters)]


def bound(characters: float) -> float:
    """Return how far :func:`off_by` goes astray in one correct pair of a thousand."""
    return BOUNDS[bisect(LENGTHS, characters)]


@dataclass(frozen=True, slots=True)
class Usual:
    """What the pairs of a file are off by in the middle, and how much more than usual they vary."""

    centre: float = CENTRE
    scale: float = 1.0


def usual_of(pairs: Sequence[Pair]) -> Usual:
    """Return what is usual in a file; what is usual in general for a few pairs."""
    both = [pair for pair in pairs if pair.source.text and pair.target.text]
    if len(both) < ENOUGH:
        return Usual()
    offs = [(off_by(pair), spread(expected(pair.zh.text))) for pair in both]
    centre = median([off for off, _ in offs])
    away = [abs(off - centre) / usual for off, usual in offs]
    return Usual(centre, max(median(away) / MIDDLE, 1.0))
