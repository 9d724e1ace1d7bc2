"""What the columns of somebody's table of terms hold: told by names, else by script.

Knows no file: a table here is rows of cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from corpora.languages import primary_of
from corpora.types import EN, ZH
from tm.folding import is_han
from tm.formats.clean import clean_text
from tm.formats.rows import other_tag, script_tag
from tm.formats.tables import column_name, has_words, layout_of
from tm.terms.files.columns import (
    ANY_LANG,
    CONCEPT,
    NUMBER,
    SCRIPT_LANG,
    SHORTER,
    SOURCE_LANG,
    TARGET_LANG,
    TEXT,
    Column,
    column_named,
    name_of,
)
from tm.terms.files.plain import Langs, is_in

Cells = Sequence[str]
_TITLES: Final = 10  # rows that may stand above the names of the columns
_TERMS: Final = (TEXT, *SHORTER)  # what a column of terms holds


class Layout(NamedTuple):
    """What the columns of a table hold, None where nothing tells, and what they are called."""

    columns: tuple[Column | None, ...]
    names: tuple[str, ...] = ()  # empty without a header
    first: int = 0  # row with which the terms begin

    @property
    def has_numbers(self) -> bool:
        """Whether rows say which concept they belong to."""
        return any(column and column.field == CONCEPT for column in self.columns)


def table_layout(
    rows: Sequence[Cells], langs: Langs, *, is_glossary: bool = False
) -> Layout | None:
    """Tell the columns by the row of their names, else by script; None where nothing does.

    Titles may stand above the names. A glossary of OmegaT has source, target and comment,
    in this order, where no names say otherwise.
    """
    if not rows:
        return None
    for place, header in enumerate(rows[: 1 if is_glossary else _TITLES]):
        below = rows[place + 1 :]
        if columns := _named(header, below):
            told = _told(columns, below, langs)
            return Layout(told, _names_in(header), place + 1) if told else None
    return _in_place(rows, langs) if is_glossary else _by_script(rows, langs)


def summary(layout: Layout) -> str:
    """Say in one line which columns were taken as what; nothing where all are called so.

    >>> chinese, english = Column(TEXT, "zh-CN"), Column(TEXT, "en-US")
    >>> summary(Layout((Column(NUMBER), chinese, english, None), ("Nr", "术语", "EN", "Date")))
    'columns: zh 术语, en; as properties: Date; left: Nr'
    """
    names = layout.names or [f"column {place}" for place in range(1, len(layout.columns) + 1)]
    told = list(zip(layout.columns, names, strict=False))
    taken = [(_short(column), name) for column, name in told if column and column.field != NUMBER]
    if all(what == column_name(name) for what, name in taken) and len(taken) == len(told):
        return ""
    called = (what if what == column_name(name) else f"{what} {name}" for what, name in taken)
    parts = [", ".join(called)]
    kept = [name for column, name in told if column is None and layout.names and name]
    left = [name for column, name in told if column and column.field == NUMBER]
    parts += [f"as properties: {', '.join(kept)}"] if kept else []
    parts += [f"left: {', '.join(left)}"] if left else []
    return f"columns: {'; '.join(parts)}"


def _short(column: Column) -> str:
    return column.field if column.lang == ANY_LANG else name_of(column)


def _names_in(header: Cells) -> tuple[str, ...]:
    return tuple(map(clean_text, header))


def _named(header: Cells, rows: Sequence[Cells]) -> list[Column | None] | None:
    """Return what each column holds by its name; None where these are no names of columns."""
    columns = [column_named(cell) for cell in header]
    first = [column if column not in columns[:n] else None for n, column in enumerate(columns)]
    langs = {column.lang for column in first if column and column.field in _TERMS}
    fields = {column.field for column in first if column}
    if len(langs) == 1 and CONCEPT not in fields:
        place, other = _other_text(columns, rows, *langs)
        if other:
            first[place] = other
            langs.add(other.lang)
    is_named = len(langs) > 1 or (langs and CONCEPT in fields)
    return first if is_named else None


def _other_text(
    columns: Sequence[Column | None], rows: Sequence[Cells], lang: str
) -> tuple[int, Column | None]:
    """Return where the first column of an unknown name is in the other language than *lang*."""
    for place, column in enumerate(columns):
        tag = script_tag(_values(rows, place)) if column is None else ""
        if tag and tag == other_tag(lang):
            return place, Column(TEXT, tag)
    return 0, None


def _told(
    columns: Sequence[Column | None], rows: Sequence[Cells], langs: Langs
) -> tuple[Column | None, ...] | None:
    """Give the columns their languages; None where nothing tells two."""
    tags = langs or _languages(columns, rows)
    if tags is None:
        return None
    known: list[Column | None] = []
    told = dict(zip((SOURCE_LANG, TARGET_LANG), tags, strict=True))
    for place, column in enumerate(columns):
        values = _values(rows, place)
        if column and column.field == NUMBER and has_words(values):
            known.append(None)  # a name for the concept
        elif column and column.lang == SCRIPT_LANG:
            known.append(column._replace(lang=_by_cells(values, columns, tags)))
        else:
            known.append(column and column._replace(lang=told.get(column.lang, column.lang)))
    spoken = {column.lang for column in known if column and column.field in _TERMS}
    is_told = len(spoken) > 1 or Column(CONCEPT) in known
    return tuple(known) if is_told else None


def _by_cells(
    values: Sequence[str], columns: Sequence[Column | None], tags: tuple[str, str]
) -> str:
    """Return the language of *values*, under the tag that the table has for it."""
    tag = script_tag(values) or EN.tag
    named = [c.lang for c in columns if c and c.field in _TERMS and not c.lang.startswith("<")]
    return next((lang for lang in (*named, *tags) if is_in(lang, primary_of(tag))), tag)


def _languages(columns: Sequence[Column | None], rows: Sequence[Cells]) -> tuple[str, str] | None:
    """Return source and target as named by the columns, else told by script; None where untold."""
    texts = {c.lang: n for n, c in enumerate(columns) if c and c.field in _TERMS}
    named = [lang for lang in texts if not lang.startswith("<")]
    source, target = (
        script_tag(_values(rows, texts[lang])) if lang in texts else ""
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
    width = max(map(len, rows))
    columns: list[Column | None] = [None] * width
    if found.has_header:
        columns = [*map(_fact_named, rows[0]), *columns[len(rows[0]) :]]
    elif found.target + 1 < width:
        columns[found.target + 1] = Column("note")  # as OmegaT has it
    columns[found.source] = Column(TEXT, found.langs[0])
    columns[found.target] = Column(TEXT, found.langs[1])
    names = _names_in([cell_at(rows[0], place) for place in range(width)])
    return Layout(tuple(columns), names, 1) if found.has_header else Layout(tuple(columns))


def _fact_named(cell: str) -> Column | None:
    """Return what a column beside the two of terms holds by its name."""
    column = column_named(cell)
    return column if column and (not column.lang or column.lang == ANY_LANG) else None


def _in_place(rows: Sequence[Cells], langs: Langs) -> Layout | None:
    """Return source, target and comment; *langs* the other way round where script says so."""
    told = [script_tag(_values(rows, place)) for place in (0, 1)]
    source, target = told[0] or other_tag(told[1]), told[1] or other_tag(told[0])
    if langs:
        is_reversed = is_in(source, langs[1].partition("-")[0]) if source else False
        source, target = langs[::-1] if is_reversed else langs
    if not (source and target) or source == target or all(len(row) < 2 for row in rows):
        return None
    return Layout((Column(TEXT, source), Column(TEXT, target), Column("note")))


def lacks_chinese(rows: Sequence[Cells], layout: Layout) -> bool:
    """Tell whether a column is of Chinese terms and no term of *rows* has a Chinese character."""
    columns = [(n, c.lang) for n, c in enumerate(layout.columns) if c and c.field in _TERMS]
    texts = [(lang, cell) for n, lang in columns for cell in _values(rows, n) if cell.strip()]
    is_claimed = any(is_in(lang, ZH.code) for lang, _ in texts)
    return is_claimed and not any(is_han(text) for _, text in texts)


def _values(rows: Sequence[Cells], place: int) -> list[str]:
    return [cell_at(row, place) for row in rows]


def cell_at(cells: Cells, place: int) -> str:
    """Return the cell at *place*; an empty one where the row ends before."""
    return cells[place] if place < len(cells) else ""
