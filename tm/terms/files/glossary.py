"""Writing glossaries of OmegaT: UTF-8, source TAB target TAB comment, a row for each pair.

OmegaT offers every target that it reads. So a deprecated or forbidden one has no row: the
comment names it, be it of another concept. As a source it stays, since old texts have it,
and its comment begins with a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from corpora.files import open_whole
from corpora.types import EN, ZH
from tm.terms.concept import STATUSES, Concept, Term
from tm.terms.files.plain import Langs, Sieve, WrittenConcepts, is_in
from tm.terms.files.table_write import USABLE
from tm.terms.words import surface_of

_DEFAULT: Final = (ZH.code, EN.code)
_JOINT = "; "


class Pair(NamedTuple):
    """A source term and a translation that may be used, with what is said of them."""

    source: Term
    target: Term
    concept: Concept


def write_glossary(
    path: str | Path, concepts: Iterable[Concept], *, langs: Langs = None
) -> WrittenConcepts:
    """Write *concepts* to *path* as pairs from the first of *langs* to the second.

    They wait in memory until it is known what other concepts refuse for the same term.

    Raises:
        FormatError: *path* cannot be written, or there is nothing to write.
    """
    source, target = langs or _DEFAULT
    refused = Refused(source, target)

    def fault(concept: Concept) -> str:
        refused.note(concept)
        return "" if any(pairs_of(concept, source, target)) else "one-language"

    sieve = Sieve(path, (source, target), fault)
    pairs = [pair for one in sieve.sift(concepts) for pair in pairs_of(one, source, target)]
    sieve.rows = len(pairs)
    with open_whole(path) as stream:
        for pair in pairs:
            stream.write(f"{row_of(pair, refused)}\n".encode())
    return sieve.written()


class Refused:
    """The translations into *target* that are to be avoided, whatever concept says so."""

    def __init__(self, source: str, target: str) -> None:
        """Know of none yet."""
        self._source, self._target = source, target
        self._terms: dict[str, dict[str, str]] = {}  # by source, the status of each translation

    def note(self, concept: Concept) -> None:
        """Note what *concept* refuses for each of its terms in the source language."""
        avoided = [t for t in concept.terms if is_in(t.lang, self._target) and is_avoided(t)]
        for term in concept.terms if avoided else ():
            if is_in(term.lang, self._source):
                known = self._terms.setdefault(surface_of(term.text), {})
                for other in sorted(avoided, key=_rank):
                    known.setdefault(other.text, other.status)

    def beside(self, pair: Pair) -> list[str]:
        """Return what is not to be used for the source of *pair*, other than its target."""
        known = self._terms.get(surface_of(pair.source.text), {})
        return [f"{text} ({known[text]})" for text in known if text != pair.target.text]


def is_avoided(term: Term) -> bool:
    """Tell whether a term must not be offered."""
    return term.status not in USABLE


def pairs_of(concept: Concept, source: str, target: str) -> Iterator[Pair]:
    """Yield the pairs of *concept* that may be offered, the preferred target first."""
    targets = sorted((t for t in concept.terms if is_in(t.lang, target)), key=_rank)
    for term in concept.terms:
        if is_in(term.lang, source):
            yield from (Pair(term, other, concept) for other in targets if not is_avoided(other))


def row_of(pair: Pair, refused: Refused) -> str:
    """Return the line of *pair*.

    >>> chair, chairman = Term("en", "Chair"), Term("en", "Chairman", "forbidden")
    >>> concept, refused = Concept((Term("zh", "主席"), chair, chairman)), Refused("zh", "en")
    >>> refused.note(concept)
    >>> [row_of(pair, refused) for pair in pairs_of(concept, "zh", "en")]
    ['主席\\tChair\\tnot: Chairman (forbidden)']
    """
    text = pair.source.text
    # a mark of number would make a comment of the row
    text = f" {text}" if text.startswith("#") else text
    return "\t".join(filter(None, (text, pair.target.text, _comment(pair, refused.beside(pair)))))


def _rank(term: Term) -> int:
    """Order statuses from preferred to forbidden; a term of none stands with the admitted."""
    return STATUSES.index(term.status or "admitted")


def _comment(pair: Pair, avoid: Sequence[str]) -> str:
    """Say in one line what a translator wants to know of a pair."""
    concept, term = pair.concept, pair.target
    parts = [
        _warning(pair),
        term.status,
        f"not: {', '.join(avoid)}" if avoid else "",
        concept.kind if concept.kind != "other" else "",
        concept.subject,
        concept.definition,
        term.note,
        concept.note,
        term.context,
    ]
    return " ".join(_JOINT.join(filter(None, parts)).split())


def _warning(pair: Pair) -> str:
    """Say that a source is to be avoided, and what its concept has instead of it."""
    source = pair.source
    if not is_avoided(source):
        return ""
    usable = [t for t in pair.concept.terms if t.code == source.code and not is_avoided(t)]
    instead = f", better {min(usable, key=_rank).text}" if usable else ""
    return f"{source.text} is {source.status}{instead}"
