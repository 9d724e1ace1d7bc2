"""A pair of terms that was found in a bitext, with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tm.extraction.concepts import is_short_form
from tm.extraction.kinds import is_acronym_form
from tm.terms.concept import Concept, Term

PLACES = 1_000  # most that a candidate names: enough to mend by, and short enough for a cell


@dataclass(frozen=True, slots=True)
class TermCandidate:
    """A Chinese and an English term that seem to translate each other."""

    zh: str
    en: str
    en_base: str  # form of a dictionary
    kind: str  # one of KINDS
    count: int  # beads where both stand, as tm/extraction/counts.py defines it
    score: float  # 0–1, calibrated: that the pair is right
    association: float  # log-likelihood ratio over beads
    paragraphs: tuple[str, ...]  # of those beads, in order, PLACES at most
    context_zh: str  # the best of those beads
    context_en: str
    document: str  # of the context
    concept: int  # pairs of one concept have the same number
    paragraph: str = ""  # numbered paragraph of the context
    pairs: tuple[int, ...] = ()  # numbers of those beads in what was read, PLACES at most


def concepts_of(candidates: Iterable[TermCandidate]) -> list[Concept]:
    """Gather candidates into concepts, the surest first; what is preferred nobody said yet."""
    groups: dict[int, list[TermCandidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.concept, []).append(candidate)
    concepts = [_concept(group) for group in groups.values()]
    return sorted(concepts, key=lambda concept: -(concept.score or 0))


def _concept(group: Sequence[TermCandidate]) -> Concept:
    best = max(group, key=lambda candidate: candidate.score)
    main = max(group, key=lambda candidate: (len(candidate.zh), len(candidate.en)))
    pairs = sorted({number for candidate in group for number in candidate.pairs})
    return Concept(
        terms=(*_terms(group, "zh"), *_terms(group, "en")),
        kind=main.kind,
        review="candidate",
        count=max(len(pairs), *(candidate.count for candidate in group)),
        score=best.score,
        paragraphs=tuple(
            dict.fromkeys(label for candidate in group for label in candidate.paragraphs)
        ),
        props=tuple(evidence_of(max(one.association for one in group), pairs[:PLACES])),
    )


def evidence_of(association: float, pairs: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Yield what a concept has no field for, under the names of the columns of a table."""
    yield "association", f"{association:.2f}"
    if pairs:
        yield "pairs", "; ".join(map(str, pairs))


def _terms(group: Sequence[TermCandidate], lang: str) -> list[Term]:
    """Return the terms of one language, the full form first; one in several cases but once."""
    found: dict[str, TermCandidate] = {}
    for candidate in sorted(group, key=lambda candidate: -candidate.score):
        found.setdefault(getattr(candidate, lang).lower(), candidate)
    texts = [getattr(candidate, lang) for candidate in found.values()]
    texts.sort(key=lambda text: (is_acronym_form(text), -len(text)))
    return [_term(found[text.lower()], lang, _form(text, texts)) for text in texts]


def _term(candidate: TermCandidate, lang: str, form: str) -> Term:
    is_english = lang == "en"
    text = candidate.en if is_english else candidate.zh
    return Term(
        lang=lang,
        text=text,
        base=candidate.en_base if is_english and candidate.en_base != text else "",
        form=form,
        context=candidate.context_en if is_english else candidate.context_zh,
        paragraph=candidate.paragraph,
        source=candidate.document,
    )


def _form(text: str, texts: Sequence[str]) -> str:
    if is_acronym_form(text):
        return "acronym"
    if text != texts[0]:
        return "short" if is_short_form(text, texts[0]) else ""
    return "full" if any(_form(other, texts) for other in texts[1:]) else ""
