"""Terms that a text renders in more than one way.

A full form with its short form, and a name with its acronym, are forms of one term; several
short forms, or words that have nothing in common, are several renderings. Case, articles, number
and hyphens make no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log2
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from corpora.types import Progress, Span, TranslationUnit
from tm.extraction.concepts import is_one_concept, is_short_form
from tm.extraction.extract import Source, find_pairs, sources_of
from tm.extraction.known import KnownPair, known_pairs
from tm.extraction.rendered import TERM, RenderedPair, rendered_pairs
from tm.extraction.standing import (
    Spot,
    chinese_at,
    chinese_key,
    english_at,
    english_key,
    english_solid,
)
from tm.terms.concept import Concept

if TYPE_CHECKING:
    from tm.extraction.links import Encode

FEW = 0.02  # share of a term's places that a single rendering of a frequent one may have by chance
FAMILY = 6  # letters that words of one root share
OFTEN = 20  # places from which that share counts
WORST = ("forbidden", "deprecated", "", "admitted", "preferred")  # the worse before the better
REFUSED: Final = ("forbidden", "deprecated")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a term and its rendering stand."""

    paragraph: str
    document: str
    zh: str  # the whole text of the unit
    en: str
    zh_span: Span  # characters of *zh*
    en_span: Span
    number: int  # of the unit among those that were read, from 1


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way in which a term is rendered."""

    text: str
    count: int  # units
    score: float  # 0–1, that it renders the term
    is_form: bool  # a longer or shorter form of the first rendering
    occurrences: tuple[Occurrence, ...]
    status: str = ""  # what a term base says of it, one of STATUSES

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The numbered paragraphs where it stands, in order."""
        labels = (occurrence.paragraph for occurrence in self.occurrences)
        return tuple(dict.fromkeys(filter(None, labels)))

    @property
    def pairs(self) -> tuple[int, ...]:
        """The numbers of the pairs where it stands, in order."""
        return tuple(one.number for one in self.occurrences)

    @property
    def unlabelled(self) -> tuple[int, ...]:
        """The numbers of the pairs where it stands outside any numbered paragraph, in order."""
        return tuple(one.number for one in self.occurrences if not one.paragraph)

    @property
    def is_refused(self) -> bool:
        """Whether the term base calls it deprecated or forbidden."""
        return self.status in REFUSED


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A term and its renderings, the most frequent first."""

    term: str
    lang: str  # of the term: zh or en
    renderings: tuple[Rendering, ...]
    weight: float  # the greater, the sooner a reviser wants to see it
    preferred: str = ""  # the rendering that the term base has for it
    is_ambiguous: bool = False  # its renderings, but one, also render other terms: honest uses

    @property
    def count(self) -> int:
        """Units where it stands with one of them."""
        return sum(rendering.count for rendering in self.renderings)

    @property
    def is_several(self) -> bool:
        """Whether it is rendered in several ways, and not only in one that is refused."""
        return _are_several(self.renderings)


def inconsistencies(
    units: Iterable[TranslationUnit],
    *,
    similarity: Encode | None = None,
    base: Iterable[Concept] = (),
    min_count: int = 1,
    progress: Progress | None = None,
) -> list[Inconsistency]:
    """Return terms of *units* with several renderings, in either direction, the weightiest first.

    *similarity* is what :func:`tm.extraction.extract_terms` takes. The terms of *base* are looked
    for as well, and what it calls deprecated or forbidden is reported even alone; its candidates
    and what was rejected count for nothing. A rendering with fewer than *min_count* places is
    passed over, unless the base refuses it.
    """
    found = find_pairs(list(sources_of(units)), similarity, progress)
    known = known_pairs(base)
    pairs = rendered_pairs(found, known)
    facts = _Facts(found.sources, known, pairs, min_count=min_count)
    reports = [
        report
        for side in (0, 1)
        for members in _by_term(pairs, side).values()
        if (report := _reported(members, side, facts))
    ]
    return sorted(reports, key=lambda one: (one.is_ambiguous, -one.weight, one.lang, one.term))


def family_of(en: str) -> str:
    """Return what renderings of one root have in common: noun and adjective are one rendering.

    >>> family_of("legislation") == family_of("legislative"), family_of("South Asian")
    (True, 'south asia')
    """
    return " ".join(word.removesuffix("n")[:FAMILY] for word in english_key(en).split())


_KEYS: Final = (chinese_key, english_solid)


class _Facts:
    """What the text and the term base say, for all reports."""

    def __init__(
        self,
        sources: Sequence[Source],
        known: Iterable[KnownPair],
        pairs: Iterable[RenderedPair],
        *,
        min_count: int,
    ) -> None:
        self.sources, self.min_count = sources, min_count
        sure = [pair for pair in pairs if pair.score >= TERM]
        self._sure = _by_term(sure, 0), _by_term(sure, 1)
        self._statuses: tuple[dict[tuple[str, str], str], ...] = ({}, {})
        self._best: tuple[dict[str, tuple[int, str]], ...] = ({}, {})  # rank and text
        self._spelt: dict[tuple[str, str], str] = {}  # English renderings, however spelt
        for pair in known:
            self._learn(pair)

    def _learn(self, pair: KnownPair) -> None:
        texts = pair.zh.text, pair.en.text
        for side, term in enumerate((pair.zh, pair.en)):
            keys, statuses, best = _status_keys(texts, side), self._statuses[side], self._best[side]
            worse = (term.status, statuses.get(keys, term.status))
            statuses[keys] = min(worse, key=WORST.index)
            if term.status not in REFUSED:
                told = (WORST.index(term.status), term.text)
                other = _KEYS[1 - side](texts[1 - side])
                best[other] = max(best.get(other, told), told, key=itemgetter(0))
                if side:
                    self._spelt[chinese_key(texts[0]), english_solid(texts[1])] = term.status

    def status(self, texts: tuple[str, str], side: int) -> str:
        """Return what the base says of the term of one *side*, as a rendering of the other.

        Of an English rendering that it spells with a hyphen and the text does not, only what is
        not refused: where one spelling is forbidden, the other is what it should be.
        """
        status = self._statuses[side].get(_status_keys(texts, side))
        if status is None and side:
            status = self._spelt.get((chinese_key(texts[0]), english_solid(texts[1])))
        return status or ""

    def has_others(self, texts: tuple[str, str], side: int) -> bool:
        """Tell whether the term of one *side* also renders another than the one beside it.

        A longer or shorter form of that one is no other.
        """
        partners = self._sure[side].get(_KEYS[side](texts[side]), ())
        term = _KEYS[1 - side](texts[1 - side])
        return any(
            _KEYS[1 - side](pair.texts[1 - side]) != term and not is_one_concept(texts, pair.texts)
            for pair in partners
        )

    def preferred(self, term: str, side: int) -> str:
        """Return what the base would have for a *term* of the other side."""
        return self._best[side].get(_KEYS[1 - side](term), (0, ""))[1]


def _status_keys(texts: tuple[str, str], side: int) -> tuple[str, str]:
    """Return what the status of the term of one *side* is known by: a rendering as it is spelt."""
    key = english_key if side else english_solid
    return chinese_key(texts[0]), key(texts[1])


def _by_term(pairs: Iterable[RenderedPair], side: int) -> dict[str, list[RenderedPair]]:
    """Gather the pairs of each term of one side."""
    terms: dict[str, list[RenderedPair]] = defaultdict(list)
    for pair in pairs:
        terms[_KEYS[side](pair.texts[side])].append(pair)
    return terms


def _reported(pairs: Sequence[RenderedPair], side: int, facts: _Facts) -> Inconsistency | None:
    """Return the report on a term, None where it is rendered in one way."""
    groups = _by_rendering(pairs, 1 - side, facts)
    is_refused = any(status in REFUSED for _, status in groups)
    if not is_refused and (len(groups) == 1 or max(pair.score for pair in pairs) < TERM):
        return None
    renderings = [
        _rendering(group, status, 1 - side, facts.sources) for (_, status), group in groups.items()
    ]
    renderings = _without_parts(renderings, 1 - side)
    renderings = _that_count(renderings, facts.min_count)
    if not renderings:
        return None
    renderings.sort(key=lambda rendering: (-rendering.count, rendering.text))
    best = max(pairs, key=lambda pair: len(pair.places))
    renderings = _with_forms(renderings, best.texts, side)
    if not any(one.is_refused for one in renderings) and not _are_several(renderings):
        return None
    term = best.texts[side]
    total = sum(rendering.count for rendering in renderings)
    weight = log2(1 + total) * min(sorted(r.score for r in renderings)[-2:])
    preferred = facts.preferred(term, 1 - side) if is_refused else ""
    lang = ("zh", "en")[side]
    pairs_of = [(one.text, term) if side else (term, one.text) for one in renderings]
    others = sum(facts.has_others(pair, 1 - side) for pair in pairs_of)
    is_ambiguous = not is_refused and others >= len(pairs_of) - 1
    weight = round(weight, 3)
    return Inconsistency(term, lang, tuple(renderings), weight, preferred, is_ambiguous)


def _by_rendering(
    pairs: Iterable[RenderedPair], side: int, facts: _Facts
) -> dict[tuple[str, str], list[RenderedPair]]:
    """Gather the pairs of one rendering; one that the base refuses stands alone."""
    groups: dict[tuple[str, str], list[RenderedPair]] = defaultdict(list)
    families = _families(pair.texts[1] for pair in pairs)
    for pair in pairs:
        status = facts.status(pair.texts, side)
        text = pair.texts[side]
        if not side:
            key = chinese_key(text)
        elif status in REFUSED:
            key = english_key(text)
        else:
            key = families[english_solid(text)]
        groups[key, status].append(pair)
    return groups


def _families(texts: Iterable[str]) -> dict[str, str]:
    """Return the family of each English term by its solid spelling: that with the most words.

    The roots of words joined in one cannot be told: counter-terrorist goes with
    counterterrorism where counter-terrorism is there too.
    """
    found: dict[str, str] = {}
    for text in texts:
        solid, family = english_solid(text), family_of(text)
        found[solid] = max(found.get(solid, family), family, key=lambda one: one.count(" "))
    return found


def _that_count(renderings: Sequence[Rendering], min_count: int) -> list[Rendering]:
    """Return the renderings that are worth a line: refused, a short form, or not by chance."""
    total = sum(rendering.count for rendering in renderings)
    least = FEW * total if total >= OFTEN else 0
    often = [one.text for one in renderings if one.count > least]
    return [
        one
        for one in renderings
        if one.is_refused
        or (
            one.count >= min_count
            and (one.count > least or any(is_short_form(one.text, other) for other in often))
        )
    ]


def _without_parts(renderings: Sequence[Rendering], side: int) -> list[Rendering]:
    """Drop the places of a rendering that are but a part of a longer one, and what has no other."""
    kept = []
    for rendering in renderings:
        others = {text for r in renderings if r is not rendering for text in _written(r, side)}
        longer = [text for text in others if rendering.text in text]
        places = tuple(one for one in rendering.occurrences if not _is_part(one, longer, side))
        if places:
            kept.append(replace(rendering, occurrences=places, count=len(places)))
    return kept


def _written(rendering: Rendering, side: int) -> set[str]:
    """Return a rendering as the list has it and as it stands in the text: 毒罪辦, 毒罪办."""
    texts = {
        one.en[slice(*one.en_span)] if side else one.zh[slice(*one.zh_span)]
        for one in rendering.occurrences
    }
    return texts | {rendering.text}


def _is_part(occurrence: Occurrence, longer: Iterable[str], side: int) -> bool:
    """Tell whether it stands inside one of the *longer* texts."""
    text, span = (
        (occurrence.en, occurrence.en_span) if side else (occurrence.zh, occurrence.zh_span)
    )
    for other in longer:
        start = text.find(other, max(span.end - len(other), 0))
        if 0 <= start <= span.start:
            return True
    return False


def _are_several(renderings: Sequence[Rendering]) -> bool:
    if max(rendering.score for rendering in renderings) < TERM:
        return False
    others = sum(not rendering.is_form for rendering in renderings)
    forms = len(renderings) - others
    return others > 1 or forms > 1  # a full and a short form are no fault; two short forms are


def _with_forms(
    renderings: Sequence[Rendering], texts: tuple[str, str], side: int
) -> list[Rendering]:
    """Mark what is but a longer or shorter form of the first rendering."""
    pairs = [(one.text, texts[1]) if side else (texts[0], one.text) for one in renderings]
    return [
        replace(rendering, is_form=bool(place) and _are_forms(pairs[0], pairs[place]))
        for place, rendering in enumerate(renderings)
    ]


def _are_forms(first: tuple[str, str], other: tuple[str, str]) -> bool:
    if is_one_concept(first, other) and sorted(first[0]) != sorted(other[0]):
        return True
    if first[1] == other[1]:
        return is_short_form(first[0], other[0]) or is_short_form(other[0], first[0])
    words, others = set(english_key(first[1]).split()), set(english_key(other[1]).split())
    return words <= others or others <= words or is_one_concept(first, other)


def _rendering(
    group: Sequence[RenderedPair], status: str, side: int, sources: Sequence[Source]
) -> Rendering:
    """Return what pairs of one rendering have in common."""
    best = max(group, key=lambda pair: len(pair.places))
    stands = {bead: place for pair in group for bead, place in pair.places.items()}
    return Rendering(
        text=best.texts[side],
        count=len(stands),
        score=round(max(pair.score for pair in group), 4),
        is_form=False,
        occurrences=tuple(_occurrence(sources[bead], stands[bead]) for bead in sorted(stands)),
        status=status,
    )


def _occurrence(source: Source, place: tuple[Spot, Spot]) -> Occurrence:
    zh, en = chinese_at(source.zh, place[0]), english_at(source.en, place[1])
    where = source.paragraph, source.document
    return Occurrence(*where, source.zh, source.en, zh, en, source.number)
