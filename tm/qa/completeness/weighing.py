"""How well the two sides of each pair of a file cover each other, by an encoder.

What no word on the other side resembles, what the lengths of both sides leave room for, and what
makes the two sides more alike when it is taken out, was left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tm.extraction.links import Vectors
from tm.qa.completeness.evidence import Rows, is_weighable, rows_of, scores, table_of
from tm.qa.completeness.lengths import CENTRE, HAN, bound, expected, off_by
from tm.qa.completeness.model import NAMES, STRETCH_WEIGHTS, WRONG_WEIGHTS
from tm.qa.completeness.stretches import (
    Lengths,
    Stretch,
    best_stretch,
    features,
    odds,
    rest_of,
)
from tm.qa.completeness.words import Cut, Weight, cut
from tm.qa.pair import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tm.qa.check import Encode

    Floats = NDArray[np.floating[Any]]

BLOCK = 256  # pairs whose words are encoded together
LONG = 1.5  # logarithm of one more than the words of content of a stretch: four make it long
WORDS_AT = 2  # place of their number, a logarithm, among the features
ACRONYMS_AT = NAMES.index("acronyms")
PER_ACRONYM = 8  # Chinese characters that a short form of the other side stands for
MOST = 0.75  # share of the words of content


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch, its place in the text, and what speaks for it."""

    words: Cut
    stretch: Stretch
    features: list[float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair with the stretch of either side that may have no counterpart."""

    pair: Pair
    zh: Found | None
    en: Found | None
    pair_features: list[float]  # empty where the pair was not weighed

    def stretch_features(self, code: str) -> tuple[float, ...] | None:
        """Return what speaks for the stretch in a language, None where there is none."""
        found = self.zh if code == "zh" else self.en
        return tuple(found.features) if found else None


def is_long(features: Sequence[float]) -> bool:
    """Whether a stretch has enough words for the weights of long ones."""
    return features[WORDS_AT] > LONG


def lack(found: Found | None) -> float:
    """Return the logarithm of the odds that a stretch has no counterpart.

    One without a word of content is none; nor is one of most of the text, or one no longer than
    what a short form of the other side may stand for (全环基金 for GEF).
    """
    if found is None or not _is_worth(found):
        return -math.inf
    weights = STRETCH_WEIGHTS[found.words.lang.code][is_long(found.features)]
    return odds(found.features, weights)


def _is_worth(found: Found) -> bool:
    words, first, end = found.words, found.stretch.first, found.stretch.end
    content = [k for k, weight in enumerate(words.weights) if weight >= Weight.PLAIN]
    inside = [k for k in content if first <= k < end]
    start, stop = words.slice(first, end)
    characters = len(HAN.findall(words.text[start:stop]))
    written_out = PER_ACRONYM * found.features[ACRONYMS_AT] if characters else 0
    return bool(inside) and len(inside) <= MOST * len(content) and characters >= written_out


def mismatch(weighed: Weighed) -> float:
    """Return the logarithm of the odds that the two texts of a pair do not belong together."""
    return odds(weighed.pair_features, WRONG_WEIGHTS) if weighed.pair_features else -math.inf


@lru_cache(maxsize=1)  # three checks ask for the same file
def weighed_file(pairs: tuple[Pair, ...], encode: Encode) -> tuple[Weighed, ...]:
    """Weigh all pairs of a file."""
    return tuple(weigh(pairs, Vectors(encode), encode))


def weigh(pairs: Sequence[Pair], vectors: Vectors, encode: Encode) -> Iterator[Weighed]:
    """Weigh pairs, many at a time so that the encoder is called seldom."""
    for start in range(0, len(pairs), BLOCK):
        yield from _block(pairs[start : start + BLOCK], vectors, encode)


def _block(pairs: Sequence[Pair], vectors: Vectors, encode: Encode) -> Iterator[Weighed]:
    cuts = [(cut(pair.zh), cut(pair.en)) for pair in pairs]
    rows = rows_of([words for both in cuts for words in both if is_weighable(words)], vectors)
    texts = [encode([getattr(pair, code).text for pair in pairs]) for code in ("zh", "en")]
    similar = (texts[0] * texts[1]).sum(1)
    weighed = [_weighed(pair, both, rows) for pair, both in zip(pairs, cuts, strict=True)]
    places = [
        (k, side, found)
        for k, one in enumerate(weighed)
        for side, found in ((0, one.zh), (1, one.en))
        if found is not None
    ]
    rests = encode([rest_of(found.words, found.stretch) for _, _, found in places])
    for (k, side, found), rest in zip(places, rests, strict=True):
        without = float(rest @ texts[1 - side][k])
        found.features.extend((float(similar[k]), without - float(similar[k])))
    for one, likeness in zip(weighed, similar, strict=True):
        if one.pair_features:
            one.pair_features.append(float(likeness))
    yield from weighed


def _weighed(pair: Pair, both: tuple[Cut, Cut], rows: Rows) -> Weighed:
    zh, en = both
    if not (is_weighable(zh) and is_weighable(en)):
        return Weighed(pair, None, None, [])
    wanted = expected(zh.text)
    lengths = Lengths(wanted, len(en.text) - en.text.count(" "), off_by(pair) - CENTRE)
    table = table_of(zh, en, rows)
    sides = (zh, scores(table)), (en, scores(table.turned()))
    found = []
    for (words, here), other in (sides, sides[::-1]):
        stretch = best_stretch(words, here)
        found.append(
            Found(
                words,
                stretch,
                features(words, stretch, here, others=other, lengths=lengths),
            )
            if stretch
            else None
        )
    return Weighed(pair, found[0], found[1], _pair_features(sides, lengths))


def _pair_features(
    sides: tuple[tuple[Cut, Floats], tuple[Cut, Floats]], lengths: Lengths
) -> list[float]:
    import numpy as np

    row = []
    for words, here in sides:
        content = here[np.array(words.weights) >= Weight.PLAIN]
        if len(content) < 2:
            return []
        row += [float(content.mean()), float((content > 0).mean()), float(np.log(len(content)))]
    return [*row, abs(lengths.off) / bound(lengths.expected)]
