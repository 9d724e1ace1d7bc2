"""Reading terms from tables: TSV, CSV, XLSX and glossaries of OmegaT.

Columns are told by their names, in English or Chinese, else by script. Rows of one number
in a column ``concept`` are one concept, wherever they stand: they are held until the table
ends. Any other row is a concept of its own, and a candidate where it has a score. Columns
with names that we do not know are kept as properties.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from corpora.errors import LanguageError
from corpora.types import ZH
from tm.errors import TableError
from tm.folding import is_han
from tm.formats.clean import clean_text, is_blank, language_tag
from tm.formats.rows import UNREADABLE, is_misread, script_tag
from tm.formats.skipped import Reporter, Skip
from tm.formats.tables import NAME_THEM, NO_COLUMNS
from tm.formats.tsv_read import is_western, lines_of, records_of
from tm.formats.xlsx_read import sheets_of
from tm.terms.concept import Concept, Term
from tm.terms.files.columns import ANY_LANG, CONCEPT, LANG, NUMBER, PROPS, SHORTER, TEXT, Column
from tm.terms.files.fields import read_concept_field, read_term_field
from tm.terms.files.layout import Cells, Layout, cell_at, lacks_chinese, table_layout
from tm.terms.files.names import status_named
from tm.terms.files.plain import (
    RIGHTED,
    UNKNOWN_KIND,
    UNKNOWN_STATUS,
    Langs,
    checked,
    chosen_of,
    is_in,
    righted,
)
from tm.terms.which import CANDIDATE

Table = Iterable[tuple[int, Cells]]  # rows with their numbers, from 1
NO_ROWS: Final = "no terms in it: no row stands below the names of its columns"
_ANOTHER: Final = "choose another file"
NO_CHINESE: Final = "no Chinese character in the column of Chinese (a wrong encoding?)"
IN_LATIN: Final = "a Chinese term without a Chinese character"
_AS_UTF8: Final = "save it as UTF-8 text"
_SAMPLE = 50  # rows that are looked at
_PATIENCE = 1000  # rows, one of which has a Chinese character where there is Chinese
_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
_GLOSSARIES = frozenset({".utf8", ".tab", ".txt"})


@dataclass(slots=True)
class Gathered:
    """A concept whose rows are being read, and what of them is to be told."""

    line: int
    terms: list[Term] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    props: dict[tuple[str, str], None] = field(default_factory=dict)

    def concept(self) -> Concept:
        """Return what its rows say."""
        return Concept(tuple(self.terms), props=tuple(self.props), **self.fields)


def read_table(
    path: str | Path,
    *,
    langs: Langs = None,
    skipped: Skip = None,
    seen: Callable[[Layout], None] | None = None,
) -> Iterator[Concept]:
    """Yield the concepts of a table of terms; of a workbook, those of every sheet that is one.

    *langs* are the languages of source and target where the table does not say them, and
    the only ones that are kept. Of a formula the value counts that was saved with it.
    *seen* is told what the columns of each table were taken for, unless the format says it.

    Raises:
        TableError: it cannot be read, has no two columns with a term and its translation,
            no row below their names, or no Chinese character where there should be Chinese.
    """
    reporter = Reporter(Path(path), skipped, TableError)
    is_glossary = reporter.path.suffix.lower() in _GLOSSARIES
    problem, remedy = "the file is empty", _ANOTHER
    for table in _tables(reporter.path):
        rest = iter(table)
        sample = list(islice(rest, _SAMPLE))
        layout = table_layout([cells for _, cells in sample], langs, is_glossary=is_glossary)
        fault, cure = _table_fault(sample, rest, layout=layout, path=reporter.path)
        if layout is None or fault:
            if sample and problem:
                problem, remedy = fault, cure
            continue
        problem = ""
        if seen and (layout.names or not is_glossary):
            seen(layout)
        for line, concept in _concepts(chain(sample[layout.first :], rest), layout, reporter):
            if chosen := chosen_of(concept, langs, reporter, line):
                yield checked(chosen, reporter, line)
    if problem:
        raise TableError(problem, path, remedy=remedy)


def _table_fault(
    sample: list[tuple[int, Cells]],
    rest: Iterator[tuple[int, Cells]],
    *,
    layout: Layout | None,
    path: Path,
) -> tuple[str, str]:
    """Name what keeps a table from being used, and the remedy; reads on into *sample* to know.

    A base may have a few Chinese terms in Latin letters alone, so its own table may.
    """
    if layout is None:
        return NO_COLUMNS, NAME_THEM
    if len(sample) == layout.first:
        return NO_ROWS, _ANOTHER
    while is_lacking := lacks_chinese([cells for _, cells in sample[layout.first :]], layout):
        more = list(islice(rest, _SAMPLE))
        if not more or len(sample) > _PATIENCE:
            break
        sample += more
    is_own = layout.has_numbers and (path.suffix.lower() in _WORKBOOKS or not is_western(path))
    return (NO_CHINESE, _AS_UTF8) if is_lacking and not is_own else ("", "")


def _tables(path: Path) -> Iterator[Table]:
    suffix = path.suffix.lower()
    if suffix in _WORKBOOKS:
        for _, rows in sheets_of(path):
            yield rows
    else:
        yield _glossary(path) if suffix in _GLOSSARIES else records_of(path)


def _glossary(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a glossary of OmegaT, where ``#`` begins a comment and quotes are text."""
    for number, line in enumerate(lines_of(path), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.split("\t")


def _concepts(body: Table, layout: Layout, reporter: Reporter) -> Iterator[tuple[int, Concept]]:
    """Yield concepts with their lines: rows without a number as they come, the others at last."""
    numbered: dict[str, Gathered] = {}
    for line, cells in body:
        gathered, number = _row(cells, line, layout)
        for doubt in gathered.doubts:
            reporter.mention(line, doubt)
        if problem := _fault(gathered, layout):
            excerpt = gathered.terms[0].text if gathered.terms else ""
            tell = reporter.leave_out if problem == UNREADABLE else reporter.mention
            tell(line, problem, excerpt=excerpt)
        elif not number:
            yield line, gathered.concept()
        elif number in numbered:
            _join(numbered[number], gathered)
        else:
            numbered[number] = gathered
    for gathered in numbered.values():
        yield gathered.line, gathered.concept()


def _fault(gathered: Gathered, layout: Layout) -> str:
    """Name what keeps a row from being used."""
    if not gathered.terms:
        return "a row without a term"
    tell_by = (term.lang if not layout.has_numbers else "" for term in gathered.terms)
    if any(map(is_misread, tell_by, (term.text for term in gathered.terms))):
        return UNREADABLE
    is_alone = len({term.lang for term in gathered.terms}) < 2 and not layout.has_numbers
    return "a term without a translation" if is_alone else ""


def _row(cells: Cells, line: int, layout: Layout) -> tuple[Gathered, str]:
    """Return what a row says, and the number of its concept if it has one."""
    gathered, number = Gathered(line), ""
    said: dict[str, dict[str, str]] = {}  # of the term in each language
    for place, column in enumerate(layout.columns):
        text = cell_at(cells, place)
        if is_blank(text):
            continue
        if column and column.field == CONCEPT:
            number = text.strip()
        elif column and column.field == NUMBER:
            continue
        elif column and column.lang:
            said.setdefault(column.lang, {})[column.field] = text
        else:
            _add_fact(gathered, column, text, layout.names[place] if layout.names else "")
    gathered.doubts += [
        UNKNOWN_STATUS.format(text)
        for texts in said.values()
        if (text := clean_text(texts.get("status", ""))) and not status_named(text)
    ]
    gathered.terms = _terms(said)
    if not layout.has_numbers:  # not out of a base
        if terms := righted(gathered.terms):
            gathered.terms = terms
            gathered.doubts.append(RIGHTED)
        if any(map(_is_in_latin, gathered.terms)):
            gathered.doubts.append(IN_LATIN)
        if "score" in gathered.fields:  # found by a program, and nobody has said yes
            gathered.fields.setdefault("review", CANDIDATE)
    return gathered, number


def _is_in_latin(term: Term) -> bool:
    is_other = is_han(term.text) or is_misread(term.lang, term.text)
    return is_in(term.lang, ZH.code) and not is_other


def _add_fact(gathered: Gathered, column: Column | None, text: str, name: str) -> None:
    """Note what a cell says of the concept; what no field takes is a property."""
    if column and column.field == PROPS:
        gathered.props |= dict.fromkeys(_props(text))
    elif column and (value := read_concept_field(column.field, text)) is not None:
        gathered.fields[column.field] = value
    elif name:
        gathered.props[name, clean_text(text)] = None
        if column and column.field == "kind":
            gathered.doubts.append(UNKNOWN_KIND.format(clean_text(text)))


def _props(text: str) -> Iterator[tuple[str, str]]:
    try:
        pairs = json.loads(text)
        yield from ((str(name), str(value)) for name, value in pairs)
    except (ValueError, TypeError):  # written by hand
        yield PROPS, clean_text(text)


def _terms(said: dict[str, dict[str, str]]) -> list[Term]:
    loose = said.pop(ANY_LANG, {})
    terms = []
    for lang, texts in said.items():
        tag, text = _tag(texts.pop(LANG, lang), lang), clean_text(texts.pop(TEXT, ""))
        shorter = [Term(tag, clean_text(texts.pop(form, "")), form=form) for form in SHORTER]
        terms += [_with_fields(Term(tag, text), texts), *shorter]
    return [_with_loose(term, loose) for term in terms if not is_blank(term.text)]


def _tag(named: str, lang: str) -> str:
    """Return the tag that a cell names, where it is one of the column's language; else *lang*."""
    try:
        tag = language_tag(named)
    except LanguageError:
        return lang
    return tag if tag.partition("-")[0] == lang.partition("-")[0] else lang


def _with_fields(term: Term, texts: dict[str, str]) -> Term:
    """Give *term* its fields; what no field can hold is a line of its note."""
    fields, notes = {}, []
    for name, text in texts.items():
        if value := read_term_field(name, text):
            fields[name] = value
        else:
            notes.append(f"{name}: {clean_text(text)}")
    fields["note"] = "\n".join(filter(None, [fields.get("note"), *notes]))
    return replace(term, **fields)


def _with_loose(term: Term, loose: dict[str, str]) -> Term:
    """Give *term* what a row says of no term by name: a part of speech, a context in its script."""
    context = clean_text(loose.get("context", ""))
    script = script_tag([context]).partition("-")[0]
    return replace(
        term,
        part_of_speech=term.part_of_speech or clean_text(loose.get("part_of_speech", "")),
        context=term.context or (context if is_in(term.lang, script) else ""),
    )


def _join(first: Gathered, other: Gathered) -> None:
    """Add to a concept what another row says of it; of two values the first stays."""
    first.terms += other.terms
    first.fields = {**other.fields, **first.fields}
    first.props |= {prop: None for prop in other.props if prop not in first.props}
