"""What the columns of somebody's table of terms hold: told by names, else by script.

Knows no file: a table here is rows of cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tm.formats.clean import clean_text
from tm.formats.rows import other_tag, script_tag
from tm.formats.tables import layout_of
from tm.terms.files.columns import (
    CONCEPT,
    SOURCE_LANG,
    TARGET_LANG,
    TEXT,
    Column,
    column_named,
)
from tm.terms.files.plain import Langs, is_in

Cells = Sequence[str]


class Layout(NamedTuple):
    """What the columns of a table hold, None where nothing tells, and what they are called."""

    columns: tuple[Column | None, ...]
    names: tuple[str, ...] = ()  # empty without a header

    @property
    def has_numbers(self) -> bool:
        """Whether rows say which concept they belong to."""
        return any(column and column.field == CONCEPT for column in self.columns)


def table_layout(
    rows: Sequence[Cells], langs: Langs, *, is_glossary: bool = False
) -> Layout | None:
    """Tell the columns by the names in the first row, else by script; None where nothing does.

    A glossary of OmegaT has source, target and comment, in this order, where no names
    say otherwise.
    """
    if not rows:
        return None
    columns = _named(rows[0])
    if columns is None:
        return _in_place(rows, langs) if is_glossary else _by_script(rows, langs)
    tags = langs or _languages(columns, rows[1:])
    if tags is None:
        return None
    told = dict(zip((SOURCE_LANG, TARGET_LANG), tags, strict=True))
    known = (
        column and column._replace(lang=told.get(column.lang, column.lang)) for column in columns
    )
    return Layout(tuple(known), tuple(map(clean_text, rows[0])))


def _named(header: Cells) -> list[Column | None] | None:
    """Return what each column holds by its name; None where these are no names of columns."""
    columns = [column_named(cell) for cell in header]
    first = [column if column not in columns[:n] else None for n, column in enumerate(columns)]
    langs = {column.lang for column in first if column and column.field == TEXT}
    fields = {column.field for column in first if column}
    is_named = len(langs) > 1 or (langs and CONCEPT in fields)
    return first if is_named else None


def _languages(columns: Sequence[Column | None], rows: Sequence[Cells]) -> tuple[str, str] | None:
    """Return source and target as named by the columns, else told by script; None where untold."""
    texts = {c.lang: n for n, c in enumerate(columns) if c and c.field == TEXT}
    named = [lang for lang in texts if lang not in (SOURCE_LANG, TARGET_LANG)]
    source, target = (
        script_tag(cell_at(row, texts[lang]) for row in rows) if lang in texts else ""
        for lang in (SOURCE_LANG, TARGET_LANG)
    )
    if named:  # of the two, one at least has a name
        source = source or named[0]
        target = target or next((lang for lang in named if lang != source), "")
    source, target = source or other_tag(target), target or other_tag(source)
    return (source, target) if named or (source and target) else None


def _by_script(rows: Sequence[Cells], langs: Langs) -> Layout | None:
    found = layout_of(rows, langs)
    if found is None or not all(found.langs):
        return None
    width = max(found.target + 2, *map(len, rows))
    columns: list[Column | None] = [None] * width
    columns[found.source] = Column(TEXT, found.langs[0])
    columns[found.target] = Column(TEXT, found.langs[1])
    columns[found.target + 1] = columns[found.target + 1] or Column("note")  # as OmegaT has it
    return Layout(tuple(columns), ("",) * width if found.has_header else ())


def _in_place(rows: Sequence[Cells], langs: Langs) -> Layout | None:
    """Return source, target and comment; *langs* the other way round where script says so."""
    told = [script_tag(cell_at(row, place) for row in rows) for place in (0, 1)]
    source, target = told[0] or other_tag(told[1]), told[1] or other_tag(told[0])
    if langs:
        is_reversed = is_in(source, langs[1].partition("-")[0]) if source else False
        source, target = langs[::-1] if is_reversed else langs
    if not (source and target) or source == target or all(len(row) < 2 for row in rows):
        return None
    return Layout((Column(TEXT, source), Column(TEXT, target), Column("note")))


def cell_at(cells: Cells, place: int) -> str:
    """Return the cell at *place*; an empty one where the row ends before."""
    return cells[place] if place < len(cells) else ""
