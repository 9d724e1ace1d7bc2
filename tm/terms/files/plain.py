"""Concepts as any file can hold them, and which of their terms a file is to have.

Knows XML's characters and language tags. Knows no format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from itertools import combinations, groupby, starmap
from pathlib import Path
from typing import Final

from corpora.errors import FormatError, LanguageError
from corpora.languages import primary_of
from corpora.types import is_probability
from tm.formats.clean import clean_lines, clean_text, is_blank, language_tag
from tm.formats.rows import script_tag
from tm.formats.skipped import Reporter
from tm.formats.tmx_props import moment_of, tmx_date
from tm.terms.concept import FORMS, KINDS, REVIEWS, STATUSES, Concept, Term
from tm.terms.files.names import FIELD_OF, OURS

Langs = tuple[str, str] | None  # the two languages that are meant, as the caller names them
JOINT: Final = "; "  # between the paragraphs of a concept
SOURCE: Final = "Terms kept with Duizhao."  # where a TBX of ours says that they come from
RIGHTED: Final = "Chinese and English under each other's language, put right"
_FIELDS: Final = tuple(one.name for one in fields(Term))
ONE_LANGUAGE: Final = "terms of one language alone, kept as a concept"
NONE_IN: Final = "no term in {}"
UNKNOWN_STATUS: Final = "a status that is none of ours, kept in the note: {}"
UNKNOWN_KIND: Final = "a kind that is none of ours, kept as a property: {}"


@dataclass(frozen=True, slots=True)
class WrittenConcepts:
    """How many concepts a file got, on how many rows, and what it did not get, by reason.

    Reasons are ``empty`` (no term), ``language`` (a tag that is none), ``one-language``
    (nothing in the other language that may be used) and ``too-long`` (for a cell). *missing*
    are those of the languages asked for in which there was no term at all.
    """

    concepts: int
    rows: int
    left_out: dict[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


@dataclass(slots=True)
class Sieve:
    """Takes of concepts what a file can hold; counts what it gets and what was left out."""

    path: str | Path
    langs: Langs = None
    fault: Callable[[Concept], str] | None = None  # what else keeps a concept out of the file
    concepts: int = 0
    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)  # language tags of the terms that there were

    def sift(self, concepts: Iterable[Concept]) -> Iterator[Concept]:
        """Yield the concepts that the file can hold, as it can hold them.

        Raises:
            FormatError: there was none, and the file must not be written.
        """
        for concept in concepts:
            ready, problem = self._ready(concept)
            if problem:
                self.left_out[problem] += 1
            else:
                self.concepts += 1
                yield ready
        if not self.concepts:
            raise nothing_for(self.path, self._missing() or self.langs)

    def written(self) -> WrittenConcepts:
        """Return what became of the concepts."""
        rows = self.rows or self.concepts
        return WrittenConcepts(self.concepts, rows, dict(self.left_out), self._missing())

    def _missing(self) -> tuple[str, ...]:
        langs = self.langs or ()
        return tuple(lang for lang in langs if not any(is_in(tag, lang) for tag in self.seen))

    def _ready(self, concept: Concept) -> tuple[Concept, str]:
        try:
            ready = in_languages(writable(concept), self.langs)
        except LanguageError:
            return concept, "language"
        if not ready.terms:
            return ready, "empty"
        self.seen.update(term.lang for term in ready.terms)
        return ready, self.fault(ready) if self.fault else ""


def nothing_for(path: str | Path, langs: Sequence[str] | None = None) -> FormatError:
    """Say that no term in *langs* is there for the file at *path*."""
    tags = f" in {' or '.join(langs)}" if langs else ""
    return FormatError(f"not written: there is no term{tags} for it", path)


def writable(concept: Concept) -> Concept:
    """Return *concept* as a file can hold it: what is read back is equal to this.

    Texts are cleaned, terms without one and repeated ones go, those of one language
    stand together. Values that are none of ours go, scores have four decimals, dates
    whole seconds in UTC.

    Raises:
        LanguageError: the language of a term has no tag.
    """
    terms, _ = distinct(map(_writable_term, concept.terms))
    props = [(clean_text(name), clean_text(text)) for name, text in concept.props]
    score = concept.score
    return replace(
        concept,
        terms=by_language(terms),
        kind=_known(concept.kind, KINDS),
        review=_known(concept.review, REVIEWS),
        subject=clean_text(concept.subject),
        definition=clean_lines(concept.definition),
        note=clean_lines(concept.note),
        count=max(concept.count, 0),
        score=round(score, 4) if score is not None and is_probability(score) else None,
        paragraphs=tuple(filter(None, map(_paragraph, concept.paragraphs))),
        created=_in_utc(concept.created),
        changed=_in_utc(concept.changed),
        author=clean_text(concept.author),
        origin=clean_lines(concept.origin),
        id=clean_text(concept.id),
        props=tuple(dict.fromkeys(prop for prop in props if all(prop) and is_foreign(prop[0]))),
    )


def _writable_term(term: Term) -> Term:
    return Term(
        language_tag(term.lang),
        clean_text(term.text),
        status=_known(term.status, STATUSES),
        base=clean_text(term.base),
        form=_known(term.form, FORMS),
        part_of_speech=clean_text(term.part_of_speech),
        context=clean_text(term.context),
        paragraph=clean_text(term.paragraph),
        source=clean_text(term.source),
        note=clean_lines(term.note),
    )


def _paragraph(text: str) -> str:
    return clean_text(text.replace(JOINT.strip(), ","))


def _known(value: str, values: Iterable[str]) -> str:
    return value if value in values else ""


def _in_utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment_of(tmx_date(moment))


def is_foreign(name: str) -> bool:
    """Tell whether a property called *name* is one that no field takes."""
    return not name.startswith(OURS) and name not in FIELD_OF


def distinct(terms: Iterable[Term]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """Return *terms* without blank and repeated ones, and those that contradict what stays.

    The first of equal texts stays and gets the facts that it lacks; another with another
    status contradicts it. Those of one language stand under one tag: see :func:`in_one_tag`.

    >>> one, two = Term("en", "Chair", "preferred"), Term("en", "Chair", "forbidden")
    >>> distinct([one, two]) == ((one,), (two,))
    True
    """
    kept: dict[tuple[str, str], Term] = {}
    against = []
    for term in in_one_tag([term for term in terms if not is_blank(term.text)]):
        first = kept.get((term.lang, term.text), term)
        if first.status and term.status and first.status != term.status:
            against.append(term)
        else:
            kept[term.lang, term.text] = _filled(first, term)
    return tuple(kept.values()), tuple(against)


def _filled(first: Term, other: Term) -> Term:
    return Term(*(getattr(first, name) or getattr(other, name) for name in _FIELDS))


def in_one_tag(terms: Sequence[Term]) -> list[Term]:
    """Put terms of one language under its most specific tag, unless regions contradict.

    >>> chair, agenda, title = Term("en", "Chair"), Term("en-US", "agenda"), Term("en-GB", "title")
    >>> [term.lang for term in in_one_tag([chair, agenda])]
    ['en-US', 'en-US']
    >>> [term.lang for term in in_one_tag([chair, agenda, title])]
    ['en', 'en-US', 'en-GB']
    """
    tags = {term.lang for term in terms}
    alike = {tag: [other for other in tags if primary_of(other) == primary_of(tag)] for tag in tags}
    one = {
        tag: max(others, key=len) if all(starmap(is_in, combinations(others, 2))) else tag
        for tag, others in alike.items()
    }
    return [replace(term, lang=one[term.lang]) for term in terms]


def righted(terms: Sequence[Term]) -> list[Term]:
    """Exchange two languages where each has only terms in the script of the other.

    Nothing where they stand as they should, or nothing tells.

    >>> [term.lang for term in righted([Term("zh-CN", "Chair"), Term("en-US", "主席")])]
    ['en-US', 'zh-CN']
    """
    tags = list(dict.fromkeys(term.lang for term in terms))
    if len(tags) != 2 or all(term.text.isascii() for term in terms):
        return []  # there is no Chinese to be in the wrong place
    other = dict(zip(tags, reversed(tags), strict=True))
    scripts = [
        (primary_of(script_tag([term.text])), primary_of(other[term.lang])) for term in terms
    ]
    if primary_of(tags[0]) == primary_of(tags[1]) or any(
        told != wanted for told, wanted in scripts
    ):
        return []
    return [replace(term, lang=other[term.lang]) for term in terms]


def by_language(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Put the terms of each language together, in the order in which languages appear."""
    order: dict[str, int] = {}
    ranked = [(order.setdefault(term.lang, len(order)), term) for term in terms]
    return tuple(term for _, term in sorted(ranked, key=lambda pair: pair[0]))


def grouped(concept: Concept) -> Iterator[tuple[str, list[Term]]]:
    """Yield each language of *concept* with its terms, which stand together."""
    for lang, terms in groupby(concept.terms, key=lambda term: term.lang):
        yield lang, list(terms)


def in_languages(concept: Concept, langs: Langs) -> Concept:
    """Keep the terms in *langs*, in that order; all where none are named.

    >>> terms = Term("en-US", "Chair"), Term("fr", "président"), Term("zh-CN", "主席")
    >>> [term.text for term in in_languages(Concept(terms), ("zh", "en")).terms]
    ['主席', 'Chair']
    """
    if langs is None:
        return concept
    chosen = [term for lang in langs for term in concept.terms if is_in(term.lang, lang)]
    return replace(concept, terms=tuple(chosen))


def chosen_of(concept: Concept, langs: Langs, reporter: Reporter, line: int) -> Concept | None:
    """Keep the terms of a file's *concept* in *langs*; tell where one language or both have none.

    A concept of one language is one: a base and a TBX may have it.
    """
    chosen = in_languages(concept, langs)
    if not chosen.terms:
        reporter.mention(line, NONE_IN.format(" or ".join(langs or ())))
        return None
    if len({term.code for term in chosen.terms}) < 2:
        reporter.mention(line, ONE_LANGUAGE, excerpt=chosen.terms[0].text)
    return chosen


def is_in(tag: str, wanted: str) -> bool:
    """Tell whether a text tagged *tag* is in the language *wanted*; ``zh`` is every Chinese."""
    tag, wanted = f"{tag.lower()}-", f"{wanted.lower()}-"
    return tag.startswith(wanted) or wanted.startswith(tag)


def checked(concept: Concept, reporter: Reporter, line: int) -> Concept:
    """Keep one of terms that are there twice, and tell where they contradict each other."""
    terms, against = distinct(concept.terms)
    for term in against:
        problem = "the same term twice in one concept, with different status: the first counts"
        reporter.mention(line, problem, excerpt=term.text)
    return replace(concept, terms=by_language(terms))
