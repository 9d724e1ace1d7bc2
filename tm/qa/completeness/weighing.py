"""How well the two sides of each pair of a file cover each other, by an encoder.

What no word on the other side resembles, what the lengths of both sides leave room for, and what
makes the two sides more alike when it is taken out, was left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tm.extraction.links import Vectors
from tm.qa.completeness.evidence import Rows, is_weighable, rows_of, scores, table_of
from tm.qa.completeness.lengths import CENTRE, HAN, bound, centre_of, expected, off_by
from tm.qa.completeness.model import NAMES, STRETCH_WEIGHTS, WRONG_WEIGHTS
from tm.qa.completeness.stretches import (
    Lengths,
    Stretch,
    best_stretch,
    features,
    odds,
    rest_of,
    unknown_acronyms,
)
from tm.qa.completeness.words import Cut, Weight, cut
from tm.qa.pair import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tm.qa.check import Encode

    Floats = NDArray[np.floating[Any]]

BLOCK = 256  # pairs whose words are encoded together
ACRONYMS_AT = NAMES.index("acronyms")
OTHER_POSITIVE_AT = NAMES.index("other_positive")
NAMED = 0.6  # share of names among the words of content that makes a stretch a name
FEWEST = 3  # words of content on either side of a pair that can be a wrong one
PER_ACRONYM = 10  # Chinese characters that a short form of the other side stands for
REACH = 3  # pairs before and after whose sources are tried
FITTING, MARGIN = 0.5, 0.2  # similarity of a source that fits, and by how much it must be greater
SURE = 2.0  # least sum of the scores of a stretch: lengths alone say nothing of a place
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
    nearer: Pair | None = None  # of its neighbours, whose source fits this target better


def lack(found: Found | None) -> float:
    """Return the logarithm of the odds that a stretch has no counterpart.

    One without a word of content is none; nor is one of most of the text, or one no longer than
    what a short form of the other side may stand for (全环基金 for GEF).
    """
    if found is None or not is_worth(found):
        return -math.inf
    return odds(found.features, STRETCH_WEIGHTS[found.words.lang.code])


def is_worth(found: Found) -> bool:
    """Whether a stretch surely has content, is no more than a part, and no name of another form.

    Foreign names are spelt so differently that no encoder knows them: one is no loss where the
    other side has words without counterpart as well.
    """
    words, first, end = found.words, found.stretch.first, found.stretch.end
    content = [k for k, weight in enumerate(words.weights) if weight >= Weight.PLAIN]
    inside = [k for k in content if first <= k < end]
    if not inside or len(inside) > MOST * len(content) or found.stretch.total < SURE:
        return False
    names = sum(words.weights[k] == Weight.NAME for k in inside)
    if names >= NAMED * len(inside) and found.features[OTHER_POSITIVE_AT] >= 1:
        return False
    start, stop = words.slice(first, end)
    characters = len(HAN.findall(words.text[start:stop]))
    return not characters or characters > PER_ACRONYM * found.features[ACRONYMS_AT]


def mismatch(weighed: Weighed) -> float:
    """Return the logarithm of the odds that the two texts of a pair do not belong together."""
    return odds(weighed.pair_features, WRONG_WEIGHTS) if weighed.pair_features else -math.inf


@lru_cache(maxsize=1)  # three checks ask for the same file
def weighed_file(pairs: tuple[Pair, ...], encode: Encode) -> tuple[Weighed, ...]:
    """Weigh all pairs of a file."""
    return tuple(weigh(pairs, Vectors(encode), encode, centre=centre_of(pairs)))


def weigh(
    pairs: Sequence[Pair], vectors: Vectors, encode: Encode, *, centre: float = CENTRE
) -> Iterator[Weighed]:
    """Weigh pairs, many at a time so that the encoder is called seldom.

    *centre* is how much longer than expected the English is in the middle of the file.
    """
    for start in range(0, len(pairs), BLOCK):
        yield from _block(pairs[start : start + BLOCK], vectors, encode, centre)


def _block(
    pairs: Sequence[Pair], vectors: Vectors, encode: Encode, centre: float
) -> Iterator[Weighed]:
    cuts = [(cut(pair.zh), cut(pair.en)) for pair in pairs]
    rows = rows_of([words for both in cuts for words in both if is_weighable(words)], vectors)
    texts = [encode([getattr(pair, code).text for pair in pairs]) for code in ("zh", "en")]
    similar = (texts[0] * texts[1]).sum(1)
    weighed = [_weighed(pair, both, rows, centre) for pair, both in zip(pairs, cuts, strict=True)]
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
    nearer = _nearer(pairs, texts)
    for one, other in zip(weighed, nearer, strict=True):
        yield replace(one, nearer=other)


def _nearer(pairs: Sequence[Pair], texts: Sequence[Floats]) -> list[Pair | None]:
    """Return for each pair the neighbour whose source is most like its target, if one is more so.

    By a margin, and in earnest: neighbours in a report are alike.
    """
    import numpy as np

    zh_is_source = [pair.zh is pair.source for pair in pairs]
    sources = np.where(np.array(zh_is_source)[:, None], texts[0], texts[1])
    targets = np.where(np.array(zh_is_source)[:, None], texts[1], texts[0])
    found: list[Pair | None] = []
    for k, target in enumerate(targets):
        first = max(k - REACH, 0)
        alike = sources[first : k + REACH + 1] @ target
        best = int(alike.argmax())
        is_better = alike[best] > max(FITTING, float(alike[k - first]) + MARGIN)
        found.append(pairs[first + best] if is_better else None)
    return found


def _weighed(pair: Pair, both: tuple[Cut, Cut], rows: Rows, centre: float) -> Weighed:
    zh, en = both
    if not (is_weighable(zh) and is_weighable(en)):
        return Weighed(pair, None, None, [])
    wanted = expected(zh.text)
    lengths = Lengths(wanted, len(en.text) - en.text.count(" "), off_by(pair) - centre)
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
        if len(content) < FEWEST:
            return []
        row += [float(content.mean()), float((content > 0).mean()), float(np.log(len(content)))]
    (zh, _), (en, _) = sides
    return [*row, unknown_acronyms(en, zh), abs(lengths.off) / bound(lengths.expected)]
