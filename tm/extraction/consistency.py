"""Terms that a text renders in more than one way.

A full form with its short form, and a name with its acronym, are forms of one term; several
short forms, or words that have nothing in common, are several renderings. Case, articles, number
and hyphens make no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2
from typing import TYPE_CHECKING

from corpora.types import Progress, Span, TranslationUnit
from tm.extraction.concepts import is_one_concept, is_short_form
from tm.extraction.evidence import Place
from tm.extraction.extract import ScoredPairs, find_pairs, sources_of
from tm.extraction.tokens import chinese_words, english_words
from tm.plurals import singular
from tm.terms.concept import Concept

if TYPE_CHECKING:
    from tm.extraction.links import Encode

LIKELY = 0.3  # least score of a rendering
TERM = 0.5  # and of one of the renderings of a term: else it is no term
FEW = 0.02  # share of a term's places that a single rendering of a frequent one may have by chance
FAMILY = 6  # letters that words of one root share
OFTEN = 20  # places from which that share counts


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a term and its rendering stand."""

    paragraph: str
    document: str
    zh: str  # the whole text of the unit
    en: str
    zh_span: Span  # characters of *zh*
    en_span: Span


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


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A term and its renderings, the most frequent first."""

    term: str
    lang: str  # of the term: zh or en
    renderings: tuple[Rendering, ...]
    weight: float  # the greater, the sooner a reviser wants to see it

    @property
    def count(self) -> int:
        """Units where it stands with one of them."""
        return sum(rendering.count for rendering in self.renderings)


def inconsistencies(
    units: Iterable[TranslationUnit],
    *,
    similarity: Encode | None = None,
    base: Iterable[Concept] = (),
    min_count: int = 1,
    progress: Progress | None = None,
) -> list[Inconsistency]:
    """Return terms of *units* with several renderings, in either direction, the weightiest first.

    *similarity* is what :func:`tm.extraction.extract_terms` takes. *base* tells the status of
    renderings: one that it calls deprecated or forbidden is reported even alone. A rendering with
    fewer than *min_count* places is passed over.
    """
    found = find_pairs(list(sources_of(units)), similarity, progress)
    places: dict[int, dict[int, Place]] = defaultdict(dict)
    for place in found.chosen.places:
        places[place.pair].setdefault(place.bead, place)
    likely = {number for number, score in found.scores.items() if score >= LIKELY}
    likely = {number for number in likely if len(places[number]) >= min_count}
    statuses = _statuses(base)
    reports = [
        report
        for side in (0, 1)
        for numbers in _by_term(found, likely, side).values()
        if (report := _reported(found, numbers, side, places, statuses))
    ]
    return sorted(reports, key=lambda report: (-report.weight, report.lang, report.term))


def key_of(en: str) -> str:
    """Return what English renderings that differ in form only have in common.

    >>> key_of("the Member States") == key_of("Member State")
    True
    """
    words = en.replace("-", " ").lower().removeprefix("the ").split()
    return " ".join(map(singular, words))


def family_of(en: str) -> str:
    """Return what renderings of one root have in common: noun and adjective are one rendering.

    >>> family_of("legislation") == family_of("legislative")
    True
    """
    return " ".join(word[:FAMILY] for word in key_of(en).split())


def _by_term(found: ScoredPairs, likely: Iterable[int], side: int) -> dict[str, list[int]]:
    """Gather the pairs of each term of one side, those of one rendering together."""
    terms: dict[str, list[int]] = defaultdict(list)
    for number in sorted(likely):
        zh, en = found.name(number)
        terms[key_of(en) if side else _bare(zh)].append(number)
    return terms


def _bare(zh: str) -> str:
    return zh.strip("《》“”")


def _reported(
    found: ScoredPairs,
    numbers: Sequence[int],
    side: int,
    places: Mapping[int, Mapping[int, Place]],
    statuses: Mapping[tuple[str, str], str],
) -> Inconsistency | None:
    """Return the report on a term, None where it is rendered in one way."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        zh, en = found.name(number)
        groups[_bare(zh) if side else family_of(en)].append(number)
    total = sum(len(places[number]) for number in numbers)
    renderings = [
        _rendering(found, group, 1 - side, places)
        for group in groups.values()
        if total < OFTEN or sum(len(places[k]) for k in group) > FEW * total
    ]
    renderings = _without_parts(renderings, 1 - side)
    renderings.sort(key=lambda rendering: (-rendering.count, rendering.text))
    if not renderings:
        return None
    term = found.name(numbers[0])[side]
    pairs = [(term, r.text) if not side else (r.text, term) for r in renderings]
    renderings = [
        replace(rendering, status=statuses.get((_bare(zh), key_of(en)), ""))
        for rendering, (zh, en) in zip(renderings, pairs, strict=True)
    ]
    renderings = _with_forms(renderings, pairs)
    if not _is_told(renderings):
        return None
    weight = log2(1 + total) * min(sorted(r.score for r in renderings)[-2:])
    return Inconsistency(term, "en" if side else "zh", tuple(renderings), round(weight, 3))


def _without_parts(renderings: Sequence[Rendering], side: int) -> list[Rendering]:
    """Drop the places of a rendering that are but a part of a longer one, and what has no other."""
    kept = []
    for rendering in renderings:
        longer = [r.text for r in renderings if rendering.text in r.text and r is not rendering]
        places = tuple(one for one in rendering.occurrences if not _is_part(one, longer, side))
        if places:
            kept.append(replace(rendering, occurrences=places, count=len(places)))
    return kept


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


def _is_told(renderings: Sequence[Rendering]) -> bool:
    if any(rendering.status in ("deprecated", "forbidden") for rendering in renderings):
        return True
    if max(rendering.score for rendering in renderings) < TERM:
        return False
    others = sum(not rendering.is_form for rendering in renderings)
    forms = len(renderings) - others
    return others > 1 or forms > 1  # a full and a short form are no fault; two short forms are


def _with_forms(
    renderings: Sequence[Rendering], pairs: Sequence[tuple[str, str]]
) -> list[Rendering]:
    """Mark what is but a longer or shorter form of the first rendering."""
    return [
        replace(rendering, is_form=bool(place) and _are_forms(pairs[0], pairs[place]))
        for place, rendering in enumerate(renderings)
    ]


def _are_forms(first: tuple[str, str], other: tuple[str, str]) -> bool:
    if is_one_concept(first, other) and sorted(first[0]) != sorted(other[0]):
        return True
    if first[1] == other[1]:
        return is_short_form(first[0], other[0]) or is_short_form(other[0], first[0])
    words, others = set(key_of(first[1]).split()), set(key_of(other[1]).split())
    return words <= others or others <= words or is_one_concept(first, other)


def _rendering(
    found: ScoredPairs, group: Sequence[int], side: int, places: Mapping[int, Mapping[int, Place]]
) -> Rendering:
    """Return what pairs of one rendering have in common."""
    best = max(group, key=lambda number: (len(places[number]), -number))
    stands = {bead: place for number in group for bead, place in places[number].items()}
    return Rendering(
        text=found.name(best)[side],
        count=len(stands),
        score=round(max(found.scores[number] for number in group), 4),
        is_form=False,
        occurrences=tuple(_occurrence(found, stands[bead]) for bead in sorted(stands)),
    )


def _occurrence(found: ScoredPairs, place: Place) -> Occurrence:
    source = found.sources[place.bead]
    spans = []
    for words, run in ((chinese_words(source.zh), place.zh), (english_words(source.en), place.en)):
        last = run.end - 1
        spans.append(Span(words.starts[run.first], words.starts[last] + len(words.words[last])))
    return Occurrence(source.paragraph, source.document, source.zh, source.en, *spans)


def _statuses(base: Iterable[Concept]) -> dict[tuple[str, str], str]:
    """Return what is said of each pair of terms of *base*: the worse of both statuses."""
    order = ("forbidden", "deprecated", "admitted", "preferred", "")
    found: dict[tuple[str, str], str] = {}
    for concept in base:
        chinese = [term for term in concept.terms if term.lang.startswith("zh")]
        english = [term for term in concept.terms if term.lang.startswith("en")]
        for zh in chinese:
            for en in english:
                worse = min(zh.status, en.status, key=order.index)
                found[_bare(zh.text), key_of(en.text)] = worse
    return found
