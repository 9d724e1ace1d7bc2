"""Writing glossaries of OmegaT: UTF-8, source TAB target TAB comment, a row for each pair.

OmegaT offers every target that it reads. So a deprecated or forbidden one has no row: the
comment names it. As a source it stays, since old texts have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from corpora.files import open_whole
from corpora.types import EN, ZH
from tm.terms.concept import STATUSES, Concept, Term
from tm.terms.files.plain import Langs, Sieve, WrittenConcepts, is_in
from tm.terms.files.table_write import USABLE

_DEFAULT: Final = (ZH.code, EN.code)
_JOINT = "; "


def write_glossary(
    path: str | Path, concepts: Iterable[Concept], *, langs: Langs = None
) -> WrittenConcepts:
    """Write *concepts* to *path* as pairs from the first of *langs* to the second.

    Raises:
        FormatError: *path* cannot be written, or there is nothing to write.
    """
    source, target = langs or _DEFAULT
    sieve = Sieve(path, (source, target), lambda concept: _fault(concept, source, target))
    with open_whole(path) as stream:
        for concept in sieve.sift(concepts):
            for row in rows_of(concept, source, target):
                sieve.rows += 1
                stream.write(f"{row}\n".encode())
    return sieve.written()


def _fault(concept: Concept, source: str, target: str) -> str:
    return "" if any(rows_of(concept, source, target)) else "one-language"


def rows_of(concept: Concept, source: str, target: str) -> Iterator[str]:
    """Yield the rows of *concept*, the preferred target first.

    >>> chair, chairman = Term("en", "Chair"), Term("en", "Chairman", "forbidden")
    >>> list(rows_of(Concept((Term("zh", "主席"), chair, chairman)), "zh", "en"))
    ['主席\\tChair\\tnot: Chairman (forbidden)']
    """
    targets = sorted((t for t in concept.terms if is_in(t.lang, target)), key=_rank)
    refused = [term for term in targets if term.status not in USABLE]
    for term in concept.terms:
        if is_in(term.lang, source):
            for other in targets[: len(targets) - len(refused)]:
                # a mark of number would make a comment of the row
                text = f" {term.text}" if term.text.startswith("#") else term.text
                yield "\t".join(filter(None, (text, other.text, _comment(concept, other, refused))))


def _rank(term: Term) -> int:
    """Order statuses from preferred to forbidden; a term of none stands with the admitted."""
    return STATUSES.index(term.status or "admitted")


def _comment(concept: Concept, term: Term, refused: Sequence[Term]) -> str:
    """Say in one line what a translator wants to know of a pair."""
    avoid = [f"{other.text} ({other.status})" for other in refused]
    parts = [
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
