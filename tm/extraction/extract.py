"""Terms out of translation units: candidates with their evidence, the surest first.

Does not know where the units come from, nor any encoder: a callable is handed in.
"""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from corpora.languages import primary_of
from corpora.types import Progress, TranslationUnit
from tm.extraction.bases import base_form, is_proper
from tm.extraction.candidate import PLACES, TermCandidate
from tm.extraction.choice import Chosen, choose
from tm.extraction.concepts import concept_numbers, head_of_name
from tm.extraction.counts import counted
from tm.extraction.evidence import Evidence, gather
from tm.extraction.features import features, with_fate
from tm.extraction.kinds import kind_of
from tm.extraction.score import CHOICE, FINAL, scores
from tm.extraction.standing import (
    chinese_key,
    english_ident,
    english_key,
    folded_run,
    indexed,
)
from tm.extraction.threshold import THRESHOLD
from tm.extraction.tied import TermPair, chinese_names, definitions, short_forms

if TYPE_CHECKING:
    from tm.extraction.links import Encode

UNKNOWN_LIKENESS = 0.5  # of two phrases where no encoder tells
ENCODED = 20_000  # phrases at a time
CONTEXT = 300  # characters of a sentence that is preferred as a context
_FULL_STOP = re.compile(r"[。！？.!?][”’」』）)\"']*\s*$")
LEAST = 0.02  # score below which nothing is worth keeping
TIED = 0.75  # score of a short form that no link leads to: as often right as those


@dataclass(frozen=True, slots=True)
class Source:
    """The two texts of a unit and where they stand."""

    zh: str
    en: str
    paragraph: str
    document: str
    number: int  # of the unit among those that were read, from 1


def extract_terms(
    units: Iterable[TranslationUnit],
    *,
    similarity: Encode | None = None,
    progress: Progress | None = None,
    second_process: bool = False,
) -> list[TermCandidate]:
    """Return pairs of terms of *units*, the surest first.

    *similarity* turns n texts into rows of unit length, (n, d), as the encoder's ``encode``
    does; without it only company and form speak, and terms seen once are hardly found. Units
    without a Chinese or an English text are passed over. Scores are calibrated on one report:
    of its candidates scored .8, some 80 in 100 are right. Of a large text a *second process* may
    do half the work: the result is the same. *similarity* must then be something to pickle, or
    it does none, and a script that calls this be one that a process can import.
    """
    sources = list(sources_of(units))
    with _uncollected():
        found = find_pairs(sources, similarity, progress, second_process=second_process)
        return _candidates(found)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles away: of a large text it takes a sixth of the time.

    It would go through millions of words again and again, and no cycle is made of them.
    """
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()


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


def find_pairs(
    sources: Sequence[Source],
    similarity: Encode | None,
    progress: Progress | None,
    *,
    second_process: bool = False,
) -> ScoredPairs:
    """Gather pairs, choose between those that exclude each other, and score what stays."""
    beads = [(source.zh, source.en) for source in sources]
    evidence = gather(beads, similarity, progress, second_process=second_process)
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
    for number, unit in enumerate(units, 1):
        texts = {primary_of(variant.lang): _encodable(variant.text) for variant in unit.variants}
        if texts.get("zh", "").strip() and texts.get("en", "").strip():
            document = unit.document or unit.origin
            yield Source(texts["zh"], texts["en"], unit.paragraph, document, number)


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


class Scored(NamedTuple):
    """A pair of terms and how sure it is."""

    zh: str
    en: str
    score: float

    @property
    def pair(self) -> tuple[str, str]:
        """The Chinese and the English term."""
        return self.zh, self.en


def distinct(found: ScoredPairs) -> list[Scored]:
    """Return the pairs that are worth keeping, the surest first; forms of one term once.

    In small letters, or in the singular, where one that is exported has them.
    """
    forms: dict[tuple[str, str], list[Scored]] = defaultdict(list)
    for number, score in found.scores.items():
        if score >= LEAST:
            zh, en = found.name(number)
            forms[_form_key((zh, en))].append(Scored(zh, en, score))
    return sorted(map(_one_form, forms.values()), key=_by_score)


def _form_key(pair: TermPair) -> tuple[str, str]:
    """Return what pairs have in common that are forms of one."""
    return chinese_key(pair[0]), english_ident(pair[1])


def _one_form(forms: Sequence[Scored]) -> Scored:
    best = min(forms, key=_by_score)
    sure = [one for one in forms if one.score >= min(best.score, THRESHOLD)]
    plainest = min(sure, key=lambda one: (*_plainness(one.en), _by_score(one)))
    return Scored(best.zh, plainest.en if len(sure) > 1 else best.en, best.score)


def _plainness(en: str) -> tuple[int, bool]:
    """Return how many capitals an English term has, and whether it is a plural."""
    return sum(map(str.isupper, en)), en.lower() != english_key(en)


def _by_score(one: Scored) -> tuple[float, str, str]:
    return -one.score, one.zh, one.en


def named(found: ScoredPairs) -> tuple[list[Scored], list[tuple[TermPair, TermPair]]]:
    """Return the pairs of a text, the surest first, and which the text itself defines as one.

    With the short forms that no link leads to, without what is but a part of a name.
    """
    kept = distinct(found)
    sure = [one.pair for one in kept if one.score >= THRESHOLD]
    beads = [(source.zh, source.en) for source in found.sources]
    defined = definitions(sure, beads)
    scores = {one.pair: one.score for one in kept}
    for pair in short_forms(sure, beads):
        scores[pair] = max(scores.get(pair, TIED), TIED)
    forms = {_form_key(pair): pair for pair in reversed(scores)}
    for place, (full, short) in enumerate(defined):
        pair = forms.setdefault(_form_key(short), short)
        defined[place] = full, pair
        scores[pair] = max(scores.get(pair, TIED), TIED)
    parts = _parts(scores, found)
    whole = [Scored(*pair, score) for pair, score in scores.items() if pair not in parts]
    return sorted(whole, key=_by_score), defined


def _parts(scores: Mapping[TermPair, float], found: ScoredPairs) -> set[TermPair]:
    """Return the pairs whose Chinese is but a part of longer forms of the same English name.

    毒品 is no rendering of UNODC: it was linked inside 毒品和犯罪问题办公室, which has the head.
    """
    names = chinese_names([pair for pair, score in scores.items() if score >= THRESHOLD])
    longer: dict[TermPair, re.Pattern[str]] = {}
    for zh, en in scores:
        key = chinese_key(zh)
        whole = [name for name in names.get(english_ident(en), ()) if key in name and key != name]
        if whole and head_of_name(key) != head_of_name(whole[0]):
            longer[zh, en] = re.compile("|".join(map(re.escape, whole)))
    places: dict[TermPair, set[int]] = defaultdict(set)
    for place in found.chosen.places:
        if (pair := found.name(place.pair)) in longer:
            places[pair].add(place.bead)
    return {
        pair
        for pair, beads in places.items()
        if 2 * sum(_is_only_in(longer[pair], pair[0], found.sources[bead].zh) for bead in beads)
        > len(beads)
    }


def _is_only_in(longer: re.Pattern[str], zh: str, text: str) -> bool:
    return chinese_key(zh) not in longer.sub(" ", folded_run(text))


def _candidates(found: ScoredPairs) -> list[TermCandidate]:
    kept, defined = named(found)
    index = indexed([one.pair for one in kept])
    names = {k for k, one in enumerate(kept) if one.score >= THRESHOLD and is_proper(one.en)}
    counts = counted(index, ((source.zh, source.en) for source in found.sources), names)
    numbers = [number for number in range(len(kept)) if counts.beads[number]]
    places = {kept[number].pair: place for place, number in enumerate(numbers)}
    tied = [
        (places[full], places[short])
        for full, short in defined
        if full in places and short in places
    ]
    concepts = concept_numbers([kept[number].pair for number in numbers], tied)
    return [
        replace(
            _candidate(kept[number], [found.sources[bead] for bead in counts.beads[number]]),
            association=counts.association(number, index.keys[number]),
            concept=concept,
        )
        for number, concept in zip(numbers, concepts, strict=True)
    ]


def _candidate(one: Scored, found: Sequence[Source]) -> TermCandidate:
    """Return what the beads say of a pair; its context is the first sentence, not too long."""
    context = next((source for source in found if _is_fit(source)), None) or min(
        found, key=lambda source: (not _is_sentence(source), _is_long(source))
    )
    labels = dict.fromkeys(source.paragraph for source in found if source.paragraph)
    kind = kind_of(one.zh, one.en)
    return TermCandidate(
        zh=one.zh,
        en=one.en,
        en_base=one.en if kind == "title" else base_form(one.en),
        kind=kind,
        count=len(found),
        score=round(one.score, 4),
        association=0.0,
        paragraphs=tuple(labels)[:PLACES],
        context_zh=context.zh,
        context_en=context.en,
        paragraph=context.paragraph,
        document=context.document,
        concept=0,
        pairs=tuple(source.number for source in found[:PLACES]),
    )


def _is_sentence(source: Source) -> bool:
    """Tell whether both texts end as sentences do, and headings and lines of contents do not."""
    return all(_FULL_STOP.search(text) for text in (source.zh, source.en))


def _is_fit(source: Source) -> bool:
    """Tell whether the texts are sentences, not too long: the best of contexts."""
    return not _is_long(source) and _is_sentence(source)


def _is_long(source: Source) -> bool:
    return len(source.zh) + len(source.en) > CONTEXT
