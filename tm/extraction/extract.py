"""Terms out of translation units: candidates with their evidence, the surest first.

Does not know where the units come from, nor any encoder: a callable is handed in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from corpora.types import Progress, TranslationUnit
from tm.extraction.bases import base_form
from tm.extraction.candidate import TermCandidate
from tm.extraction.choice import Chosen, choose
from tm.extraction.concepts import concept_numbers
from tm.extraction.evidence import Evidence, Pair, gather
from tm.extraction.features import features, with_fate
from tm.extraction.kinds import kind_of
from tm.extraction.links import Vectors
from tm.extraction.score import CHOICE, FINAL, scores

if TYPE_CHECKING:
    from tm.extraction.links import Encode

UNKNOWN_LIKENESS = 0.5  # of two phrases where no encoder tells
ENCODED = 20_000  # phrases at a time
PARAGRAPHS = 50  # most that a candidate names
CONTEXT = 300  # characters of a sentence that is preferred as a context
_FULL_STOP = re.compile(r"[。！？.!?][”’」』）)\"']*\s*$")
LEAST = 0.02  # score below which nothing is worth keeping


@dataclass(frozen=True, slots=True)
class Source:
    """The two texts of a unit and where they stand."""

    zh: str
    en: str
    paragraph: str
    document: str


def extract_terms(
    units: Iterable[TranslationUnit],
    *,
    similarity: Encode | None = None,
    progress: Progress | None = None,
) -> list[TermCandidate]:
    """Return pairs of terms of *units*, the surest first.

    *similarity* turns n texts into rows of unit length, (n, d), as the encoder's ``encode``
    does; without it only company and form speak, and terms seen once are hardly found. Units
    without a Chinese or an English text are passed over. Scores are calibrated on one report:
    of its candidates scored .8, some 80 in 100 are right.
    """
    found = find_pairs(list(sources_of(units)), similarity, progress)
    kept = sorted(
        (number for number, score in found.scores.items() if score >= LEAST),
        key=lambda number: (-found.scores[number], found.name(number)),
    )
    return _candidates(kept, found)


@dataclass(frozen=True, slots=True)
class ScoredPairs:
    """The pairs that stayed in the beads of *sources*, and how sure each is."""

    sources: Sequence[Source]
    evidence: Evidence
    chosen: Chosen
    scores: Mapping[int, float]  # of the numbers of pairs that were chosen somewhere

    def name(self, number: int) -> tuple[str, str]:
        """Return the Chinese and the English term of a pair."""
        pair = self.evidence.pairs[number]
        return pair.zh, pair.en

    def noted(self, pair: Pair) -> Iterator[int]:
        """Yield the beads with both terms of *pair* that were not looked at: they are many."""
        for surface in pair.surfaces:
            for bead in self.evidence.noted.get(surface.lower(), ()):
                if pair.zh in self.sources[bead].zh:
                    yield bead


def find_pairs(
    sources: Sequence[Source], similarity: Encode | None, progress: Progress | None
) -> ScoredPairs:
    """Gather pairs, choose between those that exclude each other, and score what stays."""
    beads = [(source.zh, source.en) for source in sources]
    evidence = gather(beads, Vectors(similarity), progress)
    if not evidence.pairs:
        return ScoredPairs(sources, evidence, Chosen(), {})
    alike = likeness(evidence, similarity)
    rows = features(evidence, alike)
    chosen = choose(evidence.places(), scores(rows, CHOICE).tolist())
    final = scores(with_fate(rows, evidence, chosen), FINAL).tolist()
    return ScoredPairs(
        sources, evidence, chosen, {number: final[number] for number in chosen.counts}
    )


def sources_of(units: Iterable[TranslationUnit]) -> Iterator[Source]:
    """Yield the texts of units that have both languages."""
    for unit in units:
        texts = {
            variant.lang.partition("-")[0].lower(): _encodable(variant.text)
            for variant in unit.variants
        }
        if texts.get("zh", "").strip() and texts.get("en", "").strip():
            document = unit.document or unit.origin
            yield Source(texts["zh"], texts["en"], unit.paragraph, document)


def _encodable(text: str) -> str:
    """Return *text* without lone surrogates, which neither a segmenter nor a file takes."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def likeness(evidence: Evidence, similarity: Encode | None) -> list[float]:
    """Return how alike the two phrases of each pair are."""
    if similarity is None:
        return [UNKNOWN_LIKENESS] * len(evidence.pairs)
    found: list[float] = []
    for start in range(0, len(evidence.pairs), ENCODED):
        part = evidence.pairs[start : start + ENCODED]
        zh, en = (similarity(texts) for texts in ([p.zh for p in part], [p.en for p in part]))
        found += (zh * en).sum(1).tolist()
    return found


def _candidates(kept: Sequence[int], found: ScoredPairs) -> list[TermCandidate]:
    beads: dict[int, set[int]] = defaultdict(set)
    for place in found.chosen.places:
        beads[place.pair].add(place.bead)
    pairs = [found.evidence.pairs[number] for number in kept]
    for number, pair in zip(kept, pairs, strict=True):
        beads[number].update(found.noted(pair))
    concepts = concept_numbers([(pair.zh, pair.en) for pair in pairs])
    together = _Together(found, beads)
    return [
        replace(
            _candidate(pair, [found.sources[bead] for bead in sorted(beads[number])]),
            score=round(found.scores[number], 4),
            association=together.ratio(number),
            concept=concept,
        )
        for number, pair, concept in zip(kept, pairs, concepts, strict=True)
    ]


def _candidate(pair: Pair, found: Sequence[Source]) -> TermCandidate:
    """Return what the beads say of *pair*; its context is the first sentence, not too long."""
    context = min(found, key=lambda source: (not _is_sentence(source), _is_long(source)))
    labels = dict.fromkeys(source.paragraph for source in found if source.paragraph)
    kind = kind_of(pair.zh, pair.en)
    return TermCandidate(
        zh=pair.zh,
        en=pair.en,
        en_base=pair.en if kind == "title" else base_form(pair.en),
        kind=kind,
        count=len(found),
        score=0.0,
        association=0.0,
        paragraphs=tuple(labels)[:PARAGRAPHS],
        context_zh=context.zh,
        context_en=context.en,
        paragraph=context.paragraph,
        document=context.document,
        concept=0,
    )


def _is_sentence(source: Source) -> bool:
    """Tell whether both texts end as sentences do, and headings and lines of contents do not."""
    return all(_FULL_STOP.search(text) for text in (source.zh, source.en))


def _is_long(source: Source) -> bool:
    return len(source.zh) + len(source.en) > CONTEXT


class _Together:
    """How much more often two phrases keep company than chance would have it."""

    def __init__(self, found: ScoredPairs, beads: Mapping[int, Set[int]]) -> None:
        self._pairs, self._beads, self._total = found.evidence.pairs, beads, len(found.sources)
        self._zh: dict[str, set[int]] = defaultdict(set)
        self._en: dict[str, set[int]] = defaultdict(set)
        for number, places in beads.items():
            pair = self._pairs[number]
            self._zh[pair.zh] |= places
            self._en[pair.base] |= places
            for surface in pair.surfaces:
                self._en[pair.base].update(found.evidence.noted.get(surface.lower(), ()))

    def ratio(self, number: int) -> float:
        """Return the log-likelihood ratio (Dunning 1993) of a pair over all beads."""
        pair, both = self._pairs[number], len(self._beads[number])
        zh, en, total = len(self._zh[pair.zh]), len(self._en[pair.base]), self._total
        table = (both, zh - both, en - both, max(total - zh - en + both, 0))
        rows, columns = (zh, total - zh), (en, total - en)
        sums = _entropy(table) - _entropy(rows) - _entropy(columns) + _entropy((total,))
        return round(max(2 * sums, 0.0), 2)


def _entropy(counts: Iterable[int]) -> float:
    return sum(count * log(count) for count in counts if count > 0)
