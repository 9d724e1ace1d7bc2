"""The pairs whose renderings are compared: likely ones of the text, and those of a term base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpora.types import Span
from tm.extraction.evidence import Place
from tm.extraction.extract import ScoredPairs, Source
from tm.extraction.known import KnownPair, Stand, english_key, stands_of
from tm.extraction.tokens import chinese_words, english_words

TERM = 0.5  # least score of one of the renderings of a term: else it is no term
LIKELY = 0.3  # and of any other
ALIKE = 0.1  # and of one that ends otherwise than a sure one: 教育促进正义倡议, 教育促进正义举措


@dataclass(frozen=True, slots=True)
class RenderedPair:
    """A Chinese and an English term, and the beads where both stand."""

    texts: tuple[str, str]
    score: float
    places: Mapping[int, Place | Stand | None]  # None: to be looked for in the texts


def rendered_pairs(found: ScoredPairs, known: Sequence[KnownPair]) -> list[RenderedPair]:
    """Return the pairs of a text that are worth a comparison, and the *known* that stand in it."""
    return [*_extracted(found), *_of_base(known, found.sources)]


def _extracted(found: ScoredPairs) -> Iterator[RenderedPair]:
    """Yield the likely pairs of the text, with the beads that were not looked at."""
    places: dict[int, dict[int, Place | None]] = defaultdict(dict)
    for place in found.chosen.places:
        places[place.pair].setdefault(place.bead, place)
    sure: dict[str, list[str]] = defaultdict(list)
    for number, score in found.scores.items():
        if score >= TERM:
            zh, en = found.name(number)
            sure[english_key(en)].append(zh)
    for number, score in sorted(found.scores.items()):
        if score >= LIKELY or (score >= ALIKE and _is_alike(found.name(number), sure)):
            for bead in found.noted(found.evidence.pairs[number]):
                places[number].setdefault(bead, None)
            yield RenderedPair(found.name(number), score, places[number])


def _is_alike(pair: tuple[str, str], sure: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a Chinese term begins as a *sure* one of the same English and length."""
    zh, half = pair[0], (len(pair[0]) + 1) // 2
    others = sure.get(english_key(pair[1]), ())
    return any(len(other) == len(zh) and other.startswith(zh[:half]) for other in others)


def _of_base(known: Sequence[KnownPair], sources: Sequence[Source]) -> Iterator[RenderedPair]:
    """Yield the pairs of a term base that stand in the text."""
    stands = stands_of(known, ((source.zh, source.en) for source in sources)) if known else ()
    for pair, places in zip(known, stands, strict=True):
        if places:
            yield RenderedPair((pair.zh.text, pair.en.text), 1.0, places)


def stand_of(source: Source, place: Place) -> Stand:
    """Return the characters of the words that *place* names."""
    spans = []
    for words, run in ((_cut_zh(source.zh), place.zh), (_cut_en(source.en), place.en)):
        last = run.end - 1
        spans.append(Span(words.starts[run.first], words.starts[last] + len(words.words[last])))
    return Stand(*spans)


_cut_zh = lru_cache(maxsize=1 << 12)(chinese_words)
_cut_en = lru_cache(maxsize=1 << 12)(english_words)
