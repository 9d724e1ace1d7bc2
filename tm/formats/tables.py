"""Which two columns of a table are a text and its translation.

Knows the names people give such columns, in English and Chinese, and the scripts
of our two languages. Knows no file: a table here is rows of cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final, NamedTuple

from corpora.languages import primary_of
from corpora.types import EN, ZH, TranslationUnit, is_probability
from tm.folding import simplified
from tm.formats.clean import is_blank, language_tag
from tm.formats.inline import Inline
from tm.formats.rows import Langs, Row, other_tag, script_tag
from tm.formats.tmx_props import moment_of

Cells = Sequence[str]
NO_COLUMNS: Final = "no two columns with a text and its translation"
NAME_THEM: Final = "name them in the first row, such as zh-CN and en-US, or say the two languages"
_SAMPLE = 50  # rows that are looked at
_SAMPLE_CELL = 500  # characters of each

_CHINESE = re.compile(r"(zh|chinese)\b.*|中|(中文|汉语|简体中文|繁体中文).*")
_ENGLISH = re.compile(r"(en|english)\b.*|英|(英文|英语).*")
_SUFFIX = "( (text|segment|string|language))?"
SOURCE: Final = re.compile(rf"(source|src|original){_SUFFIX}|(原文|源文|源语).*")
TARGET: Final = re.compile(rf"(target|tgt|translation|translated){_SUFFIX}|(译文|目标|译语|翻译).*")
_TAG = re.compile(
    r"[a-z]{2,3}([-_][a-z]{4})?[-_]([a-z]{2}|\d{3})|zh[-_]han[st]|zh|en|fr|es|ru|ar|de|ja|ko|pt|it"
)
_PLAIN: Mapping[str, str] = {"zh": ZH.tag, "en": EN.tag}
_LONGEST_NAME = 40
# columns beside the two texts, by the names that we write and that others use
_FACTS: Final[Mapping[str, str]] = {
    "document": "document",
    "文件": "document",
    "paragraph": "paragraph",
    "kind": "kind",
    "shape": "bead",
    "probability": "probability",
    "reasons": "reasons",
    "author": "author",
    "作者": "author",
    "译者": "author",
    "date": "created",
    "日期": "created",
    "note": "note",
    "comment": "note",
    "备注": "note",
    "machine": "is_machine",
}
YES: Final = "yes"
# what our own tables write beside the two texts, and how
FACT_COLUMNS: Final[Mapping[str, Callable[[TranslationUnit], str]]] = {
    "document": lambda unit: unit.document,
    "paragraph": lambda unit: unit.paragraph,
    "probability": lambda unit: "" if unit.probability is None else f"{unit.probability:.4f}",
    "author": lambda unit: unit.author,
    "date": lambda unit: unit.created.isoformat() if unit.created else "",
    "note": lambda unit: unit.note,
    "machine": lambda unit: YES if unit.is_machine else "",
}


class Layout(NamedTuple):
    """Where a table has its two texts, in which languages, and what stands beside them."""

    source: int
    target: int
    langs: tuple[str, str] = ("", "")
    facts: Mapping[str, int] = {}  # field of a unit: column
    has_header: bool = False


def table_rows(
    table: Iterable[tuple[int, Cells]], langs: Langs, *, group: str = ""
) -> Iterator[Row] | None:
    """Return the rows of one table of numbered rows; None where no two columns are a pair."""
    rest = iter(table)
    sample = list(islice(rest, _SAMPLE))
    layout = layout_of([cells for _, cells in sample], langs)
    if layout is None:
        return None
    body = chain(sample[1:] if layout.has_header else sample, rest)
    return (_row(cells, line, layout, group) for line, cells in body)


def layout_of(rows: Sequence[Cells], langs: Langs) -> Layout | None:
    """Tell the columns by the names in the first row, else by script; None where nothing does.

    >>> layout_of([["编号", "原文", "译文"]], None)[:2]
    (1, 2)
    >>> layout_of([["1", "It met.", "大会开会。"]], None)[:3]
    (1, 2, ('en-US', 'zh-CN'))
    """
    if not rows:
        return None
    named = _named(rows[0], langs)
    return named if named is not None else _by_script(rows, langs)


def _named(header: Cells, langs: Langs) -> Layout | None:
    names = [column_name(cell) for cell in header]
    tags = {column: tag for column, name in enumerate(names) if (tag := language_of(name))}
    sources = [column for column, name in enumerate(names) if SOURCE.fullmatch(name)]
    targets = [column for column, name in enumerate(names) if TARGET.fullmatch(name)]
    known = [(_FACTS[name], column) for column, name in enumerate(names) if name in _FACTS]
    facts = dict(reversed(known))  # of two columns for one thing, the first
    if sources and targets:
        return Layout(sources[0], targets[0], langs or ("", ""), facts, has_header=True)
    if len(set(tags.values())) < 2:
        return None
    (source, first), (target, second) = _directed(tags, langs)
    return Layout(source, target, (first, second), facts, has_header=True)


def _directed(tags: Mapping[int, str], langs: Langs) -> tuple[tuple[int, str], tuple[int, str]]:
    """Choose two columns of different languages, in the order of *langs* or of the table."""
    columns = list(tags.items())
    if langs:
        wanted = [_first_like(columns, lang) for lang in langs]
        if wanted[0] and wanted[1]:
            return (wanted[0][0], langs[0]), (wanted[1][0], langs[1])
    first = columns[0]
    return first, next(column for column in columns if column[1] != first[1])


def _first_like(columns: Sequence[tuple[int, str]], lang: str) -> tuple[int, str] | None:
    exact = [column for column in columns if column[1].lower() == lang.lower()]
    primary = [column for column in columns if primary_of(column[1]) == primary_of(lang)]
    return next(iter(exact + primary), None)


def _by_script(rows: Sequence[Cells], langs: Langs) -> Layout | None:
    width = max(map(len, rows))
    texts = [[_cell(row, n)[:_SAMPLE_CELL] for row in rows] for n in range(width)]
    worded = {n: column for n, column in enumerate(texts) if not _is_of_numbers(column)}
    tags = {n: _called(tag, langs) for n, column in worded.items() if (tag := script_tag(column))}
    if len(set(tags.values())) > 1:
        (source, first), (target, second) = _directed(tags, langs)
    elif langs and width == 2:  # also where both hold nothing but figures and symbols
        (source, first), (target, second) = enumerate(langs)
    elif langs and (filled := [n for n, column in worded.items() if any(map(str.strip, column))]):
        source = filled[0]
        target = filled[1] if len(filled) > 1 else source + 1
        first, second = langs
    elif len(tags) == 1:  # nothing is translated yet: the column after it is for that
        ((source, first),) = tags.items()
        target, second = source + 1, other_tag(first)
    else:
        return None
    if target >= width or (len(tags) < 2 and not langs and any(map(str.strip, texts[target]))):
        return None
    has_header = len(rows) > 1 and _is_header(rows[0], source, first, target, second)
    is_guessed = len(tags) < 2 and not langs
    return Layout(source, target, (first, "" if is_guessed else second), has_header=has_header)


def _is_of_numbers(column: Sequence[str]) -> bool:
    """Tell whether there are only numbers below the first cell, which may be a name."""
    return any(map(str.strip, column[1:])) and not has_words(column[1:])


def _called(tag: str, langs: Langs) -> str:
    """Return what the caller calls texts in Latin letters: a few words of French look English."""
    others = [lang for lang in langs or () if primary_of(lang) != ZH.code]
    return others[0] if len(others) == 1 and primary_of(tag) != ZH.code else tag


def _is_header(row: Cells, source: int, first: str, target: int, second: str) -> bool:
    """Tell whether the first row is in the wrong languages for its columns, hence names.

    A long text is none, nor is a source that stands untranslated in both columns.
    """
    cells = _cell(row, source), _cell(row, target)
    if cells[0].strip() == cells[1].strip() or max(map(len, cells)) > _LONGEST_NAME:
        return False
    found = script_tag([cells[0]]), script_tag([cells[1]])
    wrong = [
        tag and primary_of(tag) != primary_of(wanted)
        for tag, wanted in zip(found, (first, second), strict=True)
    ]
    return any(wrong) and {primary_of(first), primary_of(second)} == {"zh", "en"}


def _row(cells: Cells, line: int, layout: Layout, group: str) -> Row:
    facts: dict[str, Any] = {}
    for name, column in layout.facts.items():
        if text := _cell(cells, column).strip():
            facts |= _fact(name, text)
    source, target = _cell(cells, layout.source), _cell(cells, layout.target)
    return Row(line, Inline(source), Inline(target), layout.langs, group=group, facts=facts)


def _fact(name: str, text: str) -> dict[str, Any]:
    if name == "probability":
        try:
            return {name: float(text)} if is_probability(float(text)) else {}
        except ValueError:
            return {}
    if name == "reasons":
        return {name: tuple(text.split("; "))}
    if name == "created":
        return {name: moment_of(text)}
    return {name: text == YES} if name == "is_machine" else {name: text}


def _cell(cells: Cells, column: int) -> str:
    return cells[column] if column < len(cells) else ""


def has_words(cells: Iterable[str]) -> bool:
    """Tell whether there is a letter in *cells*: a column of numbers is none of texts.

    >>> has_words(["1", "2.5", "2024-05-01"]), has_words(["第1条"])
    (False, True)
    """
    return any(character.isalpha() for cell in cells for character in cell)


def column_name(cell: str) -> str:
    """Return *cell* as the name of a column is compared; nothing where it can be none.

    >>> column_name("Source  Text:"), column_name("譯文")
    ('source text', '译文')
    """
    text = " ".join(simplified(cell.replace("\ufeff", "")).casefold().split()).strip(":：*")
    return "" if is_blank(text) or len(text) > _LONGEST_NAME else text


def language_of(name: str) -> str:
    """Read a column's name as a language tag; nothing where it is none."""
    if _TAG.fullmatch(name):
        return _PLAIN.get(name) or language_tag(name)
    if _CHINESE.fullmatch(name):
        return ZH.tag
    return EN.tag if _ENGLISH.fullmatch(name) else ""
