"""Writing terms as tables: TSV, CSV, XLSX, a row for each pair of terms.

A concept with several terms has several rows of one number: the first term beside the
first, the second beside the second. Where one language has no more, its last one that may
be used stands in, so that every row is a pair. Rows wait on disk until it is known which
columns there are.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final

from corpora.types import EN, ZH
from tm.formats.table_write import Cell, is_long, write_text_table, write_workbook
from tm.terms.concept import Concept, Term
from tm.terms.files.columns import (
    CONCEPT,
    LANG,
    PROPS,
    TEXT,
    Column,
    column_named,
    details_of,
    header_of,
    name_of,
)
from tm.terms.files.fields import CONCEPT_FIELDS, TERM_FIELDS, text_of
from tm.terms.files.names import EVIDENCE
from tm.terms.files.plain import Langs, Sieve, WrittenConcepts, is_in, nothing_for

if TYPE_CHECKING:
    from tm.extraction.candidate import TermCandidate

Row = dict[str, str]
USABLE: Final = ("preferred", "admitted", "")  # statuses of a term that may be offered
# a line break that ends no record: OmegaT and others read a CSV line by line
_BREAK = "\u2028"
_NUMBERS: Final[Mapping[str, Callable[[str], Cell]]] = {
    "count": int,
    "score": float,
    "association": float,
}
_WIDTH = 30  # characters of a column of terms in a workbook
_MAIN = (ZH.code, EN.code)


def write_table(
    path: str | Path, concepts: Iterable[Concept], *, langs: Langs = None
) -> WrittenConcepts:
    """Write *concepts* to *path* as the kind of table that its suffix names.

    *langs* are the only languages written, the source first; without them all are, Chinese
    and English in front, in whatever order a concept has them. What a spreadsheet would run
    is text. A line break inside a cell of a TSV or CSV is U+2028.

    Raises:
        FormatError: *path* cannot be written, or there is nothing to write.
    """
    sieve = Sieve(path, langs, _fault if _is_workbook(path) else None)
    main = langs or _MAIN
    _write(path, _counted(_rows(sieve.sift(concepts), main), sieve), main)
    return sieve.written()


def write_candidate_table(path: str | Path, candidates: Iterable[TermCandidate]) -> WrittenConcepts:
    """Write a row for each of *candidates* as it was found.

    Raises:
        FormatError: *path* cannot be written, or there is nothing to write.
    """
    concepts: Counter[int] = Counter()  # rows of each

    def rows() -> Iterator[Row]:
        for candidate in candidates:
            concepts[candidate.concept] += 1
            yield _candidate_row(candidate)
        if not concepts:
            raise nothing_for(path)

    _write(path, rows(), _MAIN)
    return WrittenConcepts(len(concepts), concepts.total())


def _is_workbook(path: str | Path) -> bool:
    return Path(path).suffix.lower() == ".xlsx"


def _fault(concept: Concept) -> str:
    texts = [concept.definition, concept.note, *(term.context for term in concept.terms)]
    texts += [term.text for term in concept.terms]
    return "too-long" if any(map(is_long, texts)) else ""


def _counted(rows: Iterable[Row], sieve: Sieve) -> Iterator[Row]:
    for row in rows:
        sieve.rows += 1
        yield row


def _write(path: str | Path, rows: Iterable[Row], langs: tuple[str, str]) -> None:
    laid_out = _laid_out(rows, langs)
    if _is_workbook(path):
        write_workbook(path, _with_numbers(laid_out), widths=(_WIDTH, _WIDTH))
    else:
        lines = ([cell.replace("\n", _BREAK) for cell in row] for row in laid_out)
        write_text_table(path, lines)


def _with_numbers(rows: Iterator[Sequence[str]]) -> Iterator[Sequence[Cell]]:
    """Make numbers of those cells that a spreadsheet is to sort and sum as such."""
    header = next(rows)
    yield header
    kinds = [_NUMBERS.get(name, str) for name in header]
    for row in rows:
        yield [kind(cell) if cell else "" for kind, cell in zip(kinds, row, strict=True)]


def _laid_out(rows: Iterable[Row], langs: tuple[str, str]) -> Iterator[Sequence[str]]:
    """Yield a header for all *rows*, then their cells in its order."""
    seen: Counter[str] = Counter()
    with TemporaryFile("w+", encoding="utf-8") as waiting:
        for row in rows:
            seen.update(row.keys())
            waiting.write(json.dumps(row) + "\n")
        columns = _columns(seen, langs)
        yield columns
        waiting.seek(0)
        for line in waiting:
            row = json.loads(line)
            yield [row.get(column, "") for column in columns]


def _columns(seen: Counter[str], langs: tuple[str, str]) -> list[str]:
    """Order the columns *seen*, of whose languages the most frequent like *langs* come first."""
    main = (_most_frequent(seen, langs[0]), _most_frequent(seen, langs[1]))
    first = header_of(main)
    more = [name for name in details_of(main) if name in seen]
    return list(dict.fromkeys([*first, *more, *seen]))


def _most_frequent(seen: Counter[str], lang: str) -> str:
    tags = [tag for column in seen if (tag := _language(column)) and is_in(tag, lang)]
    return max(tags, key=lambda tag: seen[name_of(Column(TEXT, tag))], default=lang)


def _rows(concepts: Iterable[Concept], langs: tuple[str, str]) -> Iterator[Row]:
    for number, concept in enumerate(concepts, 1):
        yield from rows_of(concept, number, langs)


def rows_of(concept: Concept, number: int, langs: tuple[str, str]) -> Iterator[Row]:
    """Yield the rows of *concept*, each with all that is known of it."""
    groups: dict[str, list[Term]] = {}
    for term in concept.terms:
        groups.setdefault(name_of(Column(TEXT, term.lang)), []).append(term)
    known = _concept_cells(concept, number)
    for place in range(max(map(len, groups.values()))):
        row = dict(known)
        for terms in groups.values():
            if beside := _at(place, terms, langs):
                row |= _term_cells(beside)
        yield row


def _at(place: int, terms: Sequence[Term], langs: tuple[str, str]) -> Term | None:
    """Return the term at *place*, or the last that may stand in for it beside another."""
    if place < len(terms):
        return terms[place]
    if not any(is_in(terms[0].lang, lang) for lang in langs):
        return None
    return next((term for term in reversed(terms) if term.status in USABLE), None)


def _concept_cells(concept: Concept, number: int) -> Row:
    row = {CONCEPT: str(number)}
    for field in CONCEPT_FIELDS:
        value = getattr(concept, field)
        text = json.dumps(value, ensure_ascii=False) if field == PROPS and value else text_of(value)
        if text:
            row[name_of(Column(field))] = text
    return row


def _term_cells(term: Term) -> Row:
    name = name_of(Column(TEXT, term.lang))
    cells = {name: term.text}
    if _language(name) != term.lang:
        cells[name_of(Column(LANG, term.lang))] = term.lang
    for field in TERM_FIELDS:
        if text := getattr(term, field):
            cells[name_of(Column(field, term.lang))] = text
    return cells


def _candidate_row(candidate: TermCandidate) -> Row:
    from tm.extraction.candidate import evidence_of

    cells = {name: text_of(getattr(candidate, name)) for name in header_of(_MAIN)}
    evidence = evidence_of(candidate.association, candidate.pairs)
    return cells | dict.fromkeys(EVIDENCE, "") | dict(evidence)


def _language(column: str) -> str:
    """Return the language of a column of terms; nothing for another column."""
    found = column_named(column)
    return found.lang if found and found.field == TEXT else ""
