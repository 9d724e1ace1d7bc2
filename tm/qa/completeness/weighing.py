"""How well the two sides of each pair of a file cover each other, by an encoder.

What no word on the other side resembles, what the lengths of both sides leave room for, and what
makes the two sides more alike when it is taken out, was left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import is_
from typing import TYPE_CHECKING, Any

from corpora.types import ZH
from tm.extraction.links import Vectors
from tm.qa.completeness.evidence import Table, is_weighable, rows_of, scores, table_of
from tm.qa.completeness.familiar import Familiar
from tm.qa.completeness.items import is_left_out
from tm.qa.completeness.lengths import Usual, bound, expected, off_by, usual_of
from tm.qa.completeness.model import LACKING, LEFT_OUT, NAMES, STRETCH_WEIGHTS, WRONG, WRONG_WEIGHTS
from tm.qa.completeness.runs import Lengths, Scored, features, runs_of, scored_content
from tm.qa.completeness.stretches import Stretch, odds, rest_of, unknown_acronyms
from tm.qa.completeness.untranslated import is_untranslated
from tm.qa.completeness.words import Cut, Weight, cut
from tm.qa.pair import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tm.qa.check import Encode

    Floats = NDArray[np.floating[Any]]

GENERAL = Usual()
BLOCK = 256  # pairs whose words are encoded together
ITEM_AT = NAMES.index("item")
ACRONYMS_AT = NAMES.index("acronyms")
DELIMITERS_AT = NAMES.index("delimiters")
NUMBERS_AT = NAMES.index("numbers")
OTHER_POSITIVE_AT = NAMES.index("other_positive")
NUMBERED = -1.0  # less where a number of an item stands on the other side
NAMED = 0.6  # share of names among the words of content that makes a stretch a name
FEWEST = 3  # words of content on either side of a pair that can be a wrong one
REACH = 3  # pairs before and after whose sources are tried
FITTING, MARGIN = 0.5, 0.2  # similarity of a source that fits, and by how much it must be greater


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch, its place in the text, and what speaks for it."""

    words: Cut
    stretch: Stretch
    features: list[float]
    left_out: float = 0.0  # added to the odds of an item that nothing is left for


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
    return odds(found.features, STRETCH_WEIGHTS[found.words.lang.code]) + found.left_out


def _is_worth(found: Found) -> bool:
    """Whether a stretch is no name of another form.

    Foreign names are spelt so differently that no encoder knows them: one is no loss where the
    other side has words without counterpart as well.
    """
    words, first, end = found.words, found.stretch.first, found.stretch.end
    inside = [weight for weight in words.weights[first:end] if weight >= Weight.PLAIN]
    names = inside.count(Weight.NAME)
    return names < NAMED * len(inside) or found.features[OTHER_POSITIVE_AT] < 1


def mismatch(weighed: Weighed) -> float:
    """Return the logarithm of the odds that the two texts of a pair do not belong together."""
    return odds(weighed.pair_features, WRONG_WEIGHTS) if weighed.pair_features else -math.inf


class Weighing:
    """The pairs of one file weighed once, for all checks that ask; lives as long as a run."""

    def __init__(self, encode: Encode) -> None:
        """Weigh with *encode*."""
        self._encode = encode
        self._pairs: tuple[Pair, ...] = ()
        self._weighed: tuple[Weighed, ...] = ()

    def of(self, pairs: Sequence[Pair]) -> tuple[Weighed, ...]:
        """Weigh all pairs that have two texts, in their order, but untranslated ones."""
        if not (len(pairs) == len(self._pairs) and all(map(is_, pairs, self._pairs))):
            usable = [pair for pair in pairs if _has_two(pair)]
            vectors = Vectors(self._encode)
            weighed = weigh(usable, vectors, self._encode, usual=usual_of(usable))
            self._pairs, self._weighed = tuple(pairs), tuple(weighed)
        return self._weighed


def _has_two(pair: Pair) -> bool:
    both = pair.source.text.strip() and pair.target.text.strip()
    return bool(both) and not is_untranslated(pair)


def weigh(
    pairs: Sequence[Pair], vectors: Vectors, encode: Encode, *, usual: Usual = GENERAL
) -> Iterator[Weighed]:
    """Weigh pairs, many at a time so that the encoder is called seldom.

    *usual* says how long the English is in this file.
    """
    familiar = Familiar(vectors)
    for start in range(0, len(pairs), BLOCK):
        yield from _block(pairs[start : start + BLOCK], familiar, encode, usual)


def _block(
    pairs: Sequence[Pair], familiar: Familiar, encode: Encode, usual: Usual
) -> Iterator[Weighed]:
    cuts = [(cut(pair.zh), cut(pair.en)) for pair in pairs]
    rows = rows_of([words for both in cuts for words in both if is_weighable(words)], familiar)
    texts = [encode([getattr(pair, code).text for pair in pairs]) for code in ("zh", "en")]
    similar = (texts[0] * texts[1]).sum(1)
    usable = [all(map(is_weighable, both)) for both in cuts]
    sides = _scored([table_of(*both, rows) for both in compress(cuts, usable)])
    scored = dict(zip(compress(range(len(pairs)), usable), sides, strict=True))
    weighed = [
        _weighed(pair, scored[k], usual) if k in scored else Weighed(pair, None, None, [])
        for k, pair in enumerate(pairs)
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
        if left_out := _left_out(scored[k][side], found):
            surer = replace(found, left_out=left_out)
            one = weighed[k]
            weighed[k] = replace(one, en=surer) if side else replace(one, zh=surer)
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


def _scored(tables: Sequence[Table]) -> Iterator[tuple[Scored, Scored]]:
    """Yield each table scored, and the same seen from the other side."""
    both = [side for table in tables for side in (table, table.turned())]
    found = scores(both)
    for k in range(0, len(both), 2):
        zh, en = found[k], found[k + 1]
        yield Scored(both[k], zh, en), Scored(both[k + 1], en, zh)


def _weighed(pair: Pair, sides: tuple[Scored, Scored], usual: Usual) -> Weighed:
    lengths = Lengths(expected(pair.zh.text), off_by(pair) - usual.centre, usual.scale)
    zh_found, en_found = (_found(side, lengths) for side in sides)
    return Weighed(pair, zh_found, en_found, _pair_features(sides, lengths))


def _found(scored: Scored, lengths: Lengths) -> Found | None:
    """Return the run that the weights favour, its similarities still unknown."""
    runs = runs_of(scored)
    if not runs:
        return None
    rows = features(scored, runs, lengths)
    weights = STRETCH_WEIGHTS[scored.words.lang.code]
    speaks = [odds(row, weights) for row in rows]
    best = speaks.index(max(speaks))
    stretch, row = Stretch(runs[best].first, runs[best].end), rows[best]
    found = Found(scored.words, stretch, row)
    return found if _is_worth(found) else None


def _left_out(scored: Scored, found: Found) -> float:
    """Return what is added to the odds of an item that nothing is left for, nor a short form.

    Nought where that would change no answer: few items are worth the look.
    """
    row, stretch = found.features, found.stretch
    if not row[ITEM_AT] or row[ACRONYMS_AT] or row[NUMBERS_AT] <= NUMBERED:
        return 0.0
    more, least = LEFT_OUT[row[DELIMITERS_AT] > 0], LACKING[found.words.lang.code]
    if not least - more < lack(found) <= least:
        return 0.0
    return more if is_left_out(scored, stretch.first, stretch.end) else 0.0


def _pair_features(sides: tuple[Scored, Scored], lengths: Lengths) -> list[float]:
    row = []
    for side in sides:
        content = scored_content(side.words, side.here)
        n = len(content)
        if n < FEWEST:
            return []
        row += [sum(content) / n, len([0 for score in content if score > 0]) / n, math.log(n)]
    zh, en = (side.words for side in sides)
    return [*row, unknown_acronyms(en, zh), abs(lengths.off) / bound(lengths.expected)]
