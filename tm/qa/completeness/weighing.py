"""How well the two sides of each pair of a file cover each other, by an encoder.

What no word on the other side resembles, what the lengths of both sides leave room for, and what
makes the two sides more alike when it is taken out, was left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Any

from corpora.types import ZH
from tm.extraction.links import Vectors
from tm.qa.completeness.evidence import is_weighable, rows_of, scores, table_of
from tm.qa.completeness.lengths import HAN, Usual, bound, expected, off_by, usual_of
from tm.qa.completeness.model import NAMES, STRETCH_WEIGHTS, WRONG, WRONG_WEIGHTS
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
    Side = tuple[Cut, Floats]  # the words of a side and their scores

GENERAL = Usual()
BLOCK = 256  # pairs whose words are encoded together
ACRONYMS_AT = NAMES.index("acronyms")
OTHER_POSITIVE_AT = NAMES.index("other_positive")
NAMED = 0.6  # share of names among the words of content that makes a stretch a name
FEWEST = 3  # words of content on either side of a pair that can be a wrong one
PER_ACRONYM = 10  # Chinese characters that a short form of the other side stands for
REACH = 3  # pairs before and after whose sources are tried
FITTING, MARGIN = 0.5, 0.2  # similarity of a source that fits, and by how much it must be greater
SURE = 2.0  # least sum of the scores of a stretch: lengths alone say nothing of a place
SURE_OF_ONE = 4.0  # the same of one with a single word of content
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
    """Return the logarithm of the odds that a stretch has no counterpart."""
    if found is None:
        return -math.inf
    return odds(found.features, STRETCH_WEIGHTS[found.words.lang.code])


def _is_worth(found: Found) -> bool:
    """Whether a stretch surely has content, is no more than a part, and no name of another form.

    Foreign names are spelt so differently that no encoder knows them: one is no loss where the
    other side has words without counterpart as well.
    """
    words, first, end = found.words, found.stretch.first, found.stretch.end
    content = [k for k, weight in enumerate(words.weights) if weight >= Weight.PLAIN]
    inside = [k for k in content if first <= k < end]
    is_sure = len(inside) > 1 or found.stretch.total >= SURE_OF_ONE
    if not inside or len(inside) > MOST * len(content) or not is_sure:
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
    return tuple(weigh(pairs, Vectors(encode), encode, usual=usual_of(pairs)))


def weigh(
    pairs: Sequence[Pair], vectors: Vectors, encode: Encode, *, usual: Usual = GENERAL
) -> Iterator[Weighed]:
    """Weigh pairs, many at a time so that the encoder is called seldom.

    *usual* says how long the English is in this file.
    """
    for start in range(0, len(pairs), BLOCK):
        yield from _block(pairs[start : start + BLOCK], vectors, encode, usual)


def _block(
    pairs: Sequence[Pair], vectors: Vectors, encode: Encode, usual: Usual
) -> Iterator[Weighed]:
    cuts = [(cut(pair.zh), cut(pair.en)) for pair in pairs]
    rows = rows_of([words for both in cuts for words in both if is_weighable(words)], vectors)
    texts = [encode([getattr(pair, code).text for pair in pairs]) for code in ("zh", "en")]
    similar = (texts[0] * texts[1]).sum(1)
    usable = [all(map(is_weighable, both)) for both in cuts]
    tables = [table_of(*both, rows) for both in compress(cuts, usable)]
    scored = iter(scores([side for table in tables for side in (table, table.turned())]))
    weighed = [
        _weighed(pair, ((both[0], next(scored)), (both[1], next(scored))), usual)
        if is_usable
        else Weighed(pair, None, None, [])
        for pair, both, is_usable in zip(pairs, cuts, usable, strict=True)
    ]
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
    for k, one in enumerate(weighed):
        if one.pair_features:
            one.pair_features.append(float(similar[k]))
        is_wrong = mismatch(one) > WRONG
        yield replace(one, nearer=_nearer(pairs, texts, k)) if is_wrong else one


def _nearer(pairs: Sequence[Pair], texts: Sequence[Floats], place: int) -> Pair | None:
    """Return the neighbour whose source is most like the target of a pair, if one is more so.

    By a margin, and in earnest: neighbours in a report are alike.
    """
    target = texts[0 if pairs[place].target.lang is ZH else 1][place]
    first = max(place - REACH, 0)
    near = range(first, min(place + REACH + 1, len(pairs)))
    alike = [float(texts[0 if pairs[k].source.lang is ZH else 1][k] @ target) for k in near]
    best = max(range(len(alike)), key=alike.__getitem__)
    is_better = alike[best] > max(FITTING, alike[place - first] + MARGIN)
    return pairs[first + best] if is_better else None


def _weighed(pair: Pair, sides: tuple[Side, Side], usual: Usual) -> Weighed:
    (zh, _), (en, _) = sides
    wanted = expected(zh.text)
    lengths = Lengths(
        wanted, len(en.text) - en.text.count(" "), off_by(pair) - usual.centre, usual.scale
    )
    zh_found, en_found = (
        _found(words, here, other, lengths) for (words, here), other in (sides, sides[::-1])
    )
    return Weighed(pair, zh_found, en_found, _pair_features(sides, lengths))


def _found(
    words: Cut, scores_of: Floats, other: tuple[Cut, Floats], lengths: Lengths
) -> Found | None:
    stretch = best_stretch(words, scores_of)
    if stretch is None or stretch.total < SURE:
        return None
    measured = features(words, stretch, scores_of, others=other, lengths=lengths)
    found = Found(words, stretch, measured)
    return found if _is_worth(found) else None


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
