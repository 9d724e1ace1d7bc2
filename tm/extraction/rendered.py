"""The pairs whose renderings are compared, and every place where each of them stands.

Likely ones of the text, and those of a term base. A place inside a longer term that is rendered
there is none of its part; of several pairs that would share a word, the linked one has it first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tm.extraction.bases import is_proper
from tm.extraction.extract import ScoredPairs, named
from tm.extraction.known import KnownPair
from tm.extraction.standing import (
    Spot,
    Spots,
    TermIndex,
    chinese_key,
    english_ident,
    english_key,
    indexed,
    is_word,
)
from tm.extraction.tied import TermPair

TERM = 0.5  # least score of one of the renderings of a term: else it is no term
LIKELY = 0.3  # and of any other
ALIKE = 0.1  # and of one that ends otherwise than a sure one: 教育促进正义倡议, 教育促进正义举措


@dataclass(slots=True)
class RenderedPair:
    """A Chinese and an English term, and the beads where both stand, with their first places."""

    texts: TermPair
    score: float
    places: dict[int, tuple[Spot, Spot]] = field(default_factory=dict)


def rendered_pairs(found: ScoredPairs, known: Sequence[KnownPair]) -> list[RenderedPair]:
    """Return the pairs of a text that are worth a comparison, and the *known* that stand in it."""
    likely = list(_likely(found))
    pairs = [*likely, *(RenderedPair((one.zh.text, one.en.text), 1.0) for one in known)]
    index = indexed([pair.texts for pair in pairs])
    linked = _linked(found, index)
    for bead, source in enumerate(found.sources):
        together = index.together(index.sighted(source.zh, source.en))
        of_base = {k: spots for k, spots in together.items() if k >= len(likely)}
        for number, places in _outermost(of_base, of_base, pairs).items():
            if places:
                pairs[number].places[bead] = places[0]
        of_text = {k: spots for k, spots in together.items() if k < len(likely)}
        free = _outermost(of_text, together, pairs)
        order = sorted(free, key=lambda k: (k not in linked[bead], -pairs[k].score, k))
        for number, place in _shared_out([(k, free[k]) for k in order]):
            pairs[number].places[bead] = place
    return [pair for pair in pairs if pair.places]


def _likely(found: ScoredPairs) -> Iterator[RenderedPair]:
    """Yield the pairs of the text that may be a term and its rendering."""
    kept, _ = named(found)
    sure: dict[str, list[str]] = defaultdict(list)
    for one in kept:
        if one.score >= TERM:
            sure[english_key(one.en)].append(one.zh)
    for one in kept:
        if one.score >= LIKELY or (one.score >= ALIKE and _is_alike(one.pair, sure)):
            yield RenderedPair(one.pair, one.score)


def _is_alike(pair: TermPair, sure: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a Chinese term begins as a *sure* one of the same English and length."""
    zh, half = pair[0], (len(pair[0]) + 1) // 2
    others = sure.get(english_key(pair[1]), ())
    return any(len(other) == len(zh) and other.startswith(zh[:half]) for other in others)


def _linked(found: ScoredPairs, index: TermIndex) -> Mapping[int, set[int]]:
    """Return the numbers in *index* of the pairs that were linked word by word in each bead."""
    linked: dict[int, set[int]] = defaultdict(set)
    numbers = {keys: number for number, keys in reversed(list(enumerate(index.keys)))}
    for place in found.chosen.places:
        zh, en = found.name(place.pair)
        number = numbers.get((chinese_key(zh), english_ident(en)))
        if number is not None:
            linked[place.bead].add(number)
    return linked


def _outermost(
    some: Mapping[int, Spots], together: Mapping[int, Spots], pairs: Sequence[RenderedPair]
) -> dict[int, list[tuple[Spot, Spot]]]:
    """Return the places of *some* pairs that lie in no longer term of all those *together*."""
    holders = [
        (spots, is_proper(pairs[number].texts[1]))
        for number, spots in together.items()
        if pairs[number].score >= TERM
    ]
    return {
        number: [
            (zh, en)
            for zh in spots.zh
            for en in spots.en
            if not any(_is_held(zh, en, holder, is_name=is_name) for holder, is_name in holders)
        ]
        for number, spots in some.items()
    }


def _is_held(zh: Spot, en: Spot, holder: Spots, *, is_name: bool) -> bool:
    """Tell whether a place lies in a longer form with the same other side, or a word in a name.

    毒品 is no rendering of UNODC inside 毒品和犯罪问题办公室; but 廉正 inside 司法廉正, judicial
    integrity, is one of integrity.
    """
    chinese, english = _around(zh, holder.zh), _around(en, holder.en)
    if not chinese or not english:
        return False
    if (zh in chinese) != (en in english):
        return True
    return is_name and is_word(en) and zh not in chinese


def _around(spot: Spot, others: Sequence[Spot]) -> list[Spot]:
    return [other for other in others if other[0] <= spot[0] and spot[1] <= other[1]]


def _shared_out(
    order: Sequence[tuple[int, list[tuple[Spot, Spot]]]],
) -> Iterator[tuple[int, tuple[Spot, Spot]]]:
    """Yield one place for each pair that gets one; no two pairs have the same words for theirs."""
    chinese: set[Spot] = set()
    english: set[Spot] = set()
    for number, places in order:
        free = [(zh, en) for zh, en in places if zh not in chinese and en not in english]
        if free:
            yield number, free[0]
            sides = (dict.fromkeys(place[side] for place in free) for side in (0, 1))
            for zh, en in zip(*sides, strict=False):
                chinese.add(zh)
                english.add(en)
