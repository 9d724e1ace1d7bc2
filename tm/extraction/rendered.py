"""The pairs whose renderings are compared: likely ones of the text, and those of a term base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpora.types import Span
from tm.extraction.concepts import is_short_form
from tm.extraction.evidence import Place
from tm.extraction.extract import ScoredPairs, Source
from tm.extraction.kinds import is_acronym_form
from tm.extraction.known import KnownPair, Stand, english_key, stands_of
from tm.extraction.tokens import chinese_words, english_words

TERM = 0.5  # least score of one of the renderings of a term: else it is no term
LIKELY = 0.3  # and of any other
ALIKE = 0.1  # and of one that ends otherwise than a sure one: 教育促进正义倡议, 教育促进正义举措
HEADS = (3, 1)  # characters of the head of a name: 办公室, 办


@dataclass(frozen=True, slots=True)
class RenderedPair:
    """A Chinese and an English term, and the beads where both stand."""

    texts: tuple[str, str]
    score: float
    places: Mapping[int, Place | Stand | None]  # None: to be looked for in the texts


def rendered_pairs(found: ScoredPairs, known: Sequence[KnownPair]) -> list[RenderedPair]:
    """Return the pairs of a text that are worth a comparison, and the *known* that stand in it."""
    likely = list(_extracted(found))
    return [*likely, *_cut_short(likely, found.sources), *_of_base(known, found.sources)]


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


def _cut_short(pairs: Iterable[RenderedPair], sources: Sequence[Source]) -> Iterator[RenderedPair]:
    """Yield short forms of names of which the segmenter knows the beginning only: 毒罪|办."""
    names: dict[str, list[RenderedPair]] = defaultdict(list)
    for pair in pairs:
        if is_acronym_form(pair.texts[1]):
            names[english_key(pair.texts[1])].append(pair)
    for group in names.values():
        found: dict[str, dict[int, Stand]] = defaultdict(dict)
        full = [pair.texts[0] for pair in group if pair.score >= TERM]
        for pair in group:
            for bead, stand in _stands(pair, sources):
                if whole := _whole(sources[bead].zh, stand.zh, full):
                    found[whole[0]].setdefault(bead, Stand(whole[1], stand.en))
        for text, places in found.items():
            yield RenderedPair((text, group[0].texts[1]), TERM, places)


def _whole(zh: str, span: Span, full: Sequence[str]) -> tuple[str, Span] | None:
    """Return what stands at *span* with the head of a name after it, if that is a short form."""
    for size in HEADS:
        whole = Span(span.start, span.end + size)
        text = zh[slice(*whole)]
        if text not in full and any(is_short_form(text, name) for name in full):
            return text, whole
    return None


def _stands(pair: RenderedPair, sources: Sequence[Source]) -> Iterator[tuple[int, Stand]]:
    """Yield where a pair stands that was seen word by word and is doubtful."""
    if pair.score < TERM:
        for bead, place in pair.places.items():
            if isinstance(place, Place):
                yield bead, stand_of(sources[bead], place)


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
