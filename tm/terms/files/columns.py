"""The columns of a table of terms: those that we write, and the names that others give them.

Two languages come first, with the evidence for them; then what else is known of both, of
the concept, and of terms in other languages. Knows no file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from corpora.errors import LanguageError
from corpora.types import EN, ZH
from tm.formats.clean import language_tag
from tm.formats.tables import SOURCE, TARGET, column_name, language_of
from tm.terms.files.fields import CONCEPT_FIELDS, TERM_FIELDS

CONCEPT: Final = "concept"  # number of the concept: rows with the same one are one
PROPS: Final = "props"
TEXT: Final = "text"
LANG: Final = "lang"  # tag of the term beside it, where the column's name stands for another
NUMBER: Final = "number"  # of the row: says nothing
SHORTER: Final = ("short", "acronym")  # another term of that form, beside the one in full
SOURCE_LANG, TARGET_LANG, ANY_LANG = "<source>", "<target>", "<any>"  # as yet untold
SCRIPT_LANG: Final = "<script>"  # untold: its cells tell it

_SHORT: Final = {ZH.tag: "zh", EN.tag: "en", "zh": "zh", "en": "en"}
_LONG: Final = {"zh": ZH.tag, "en": EN.tag}
_NAMES: Final = {"part_of_speech": "pos", "id": "concept_id"}  # shorter, or no language's name
_FIELDS: Final = {short: field for field, short in _NAMES.items()}
_OTHER: Final = "term_"  # begins the column of a language whose tag is no column's name
# what people call the columns of a glossary: the field of a concept
_CONCEPT_NAMES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("subject field", "subjectfield"), "subject"),
    "domain": "subject",
    "field": "subject",
    "领域": "subject",
    "学科": "subject",
    "专业": "subject",
    "descrip": "definition",
    "定义": "definition",
    "释义": "definition",
    "解释": "definition",
    "comment": "note",
    "comments": "note",
    "notes": "note",
    "remarks": "note",
    "备注": "note",
    "注释": "note",
    "说明": "note",
    "类型": "kind",
    "类别": "kind",
    "次数": "count",
    "作者": "author",
    **dict.fromkeys(("no", "no.", "nr", "nr.", "#", "№", "s/n", "序号", "编号"), NUMBER),
}
_TERMS: Final = ("term", "terms", "word", "entry", "术语", "词条", "名称", "词")
_ACRONYMS: Final = (
    *("abbreviation", "abbreviations", "abbr", "abbr.", "acronym", "acronyms", "initialism"),
    *("缩略语", "缩略词", "缩写", "缩写词"),
)
_SHORT_FORMS: Final = ("short form", "short name", "简称")
_FULL_FORMS: Final = ("full form", "full name", "full term", "全称", "全名")
# the field of a term, and whose it is where the name does not say
_TERM_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "status": ("status", TARGET_LANG),
    "状态": ("status", TARGET_LANG),
    **dict.fromkeys(("part of speech", "pos", "词性"), ("part_of_speech", ANY_LANG)),
    **dict.fromkeys(("source term", "term", "术语", "词条"), (TEXT, SOURCE_LANG)),
    **dict.fromkeys(("target term", "译名", "译语", "对应词"), (TEXT, TARGET_LANG)),
    **dict.fromkeys(("context", "example", "例句", "语境", "上下文"), ("context", ANY_LANG)),
    **dict.fromkeys(_FULL_FORMS, (TEXT, SCRIPT_LANG)),
    **dict.fromkeys(_SHORT_FORMS, ("short", SCRIPT_LANG)),
    **dict.fromkeys(_ACRONYMS, ("acronym", SCRIPT_LANG)),
}
_WITH_LANGUAGE = re.compile(
    rf"({'|'.join(_NAMES.get(name, name) for name in (LANG, *SHORTER, *TERM_FIELDS))})_(.+)"
)
# a language within a longer name; "en" alone is a word of French and Spanish
_INSIDE = re.compile(
    r"[(（\[]?(?<![a-z])(?:zh(?:[-_](?:han[st]|[a-z]{2}))*|chinese|english|en[-_][a-z]{2}"
    r"|^en|en(?=[)）\]]?$))(?![a-z])[)）\]]?|[(（]?(?:中文|汉语|英文|英语)[)）]?"
)


class Column(NamedTuple):
    """What a column holds: a field of the concept, or one of the term in a language."""

    field: str
    lang: str = ""  # BCP 47, or one of those as yet untold; empty for the concept's


def header_of(langs: tuple[str, str]) -> list[str]:
    """Return the names of the columns that every table of terms in *langs* has.

    >>> header_of(("zh-CN", "en-US"))
    ['zh', 'en', 'en_base', 'kind', 'count', 'score', 'paragraphs', 'context_zh', 'context_en']
    """
    source, target = (Column(TEXT, lang) for lang in langs)
    evidence = [Column(name) for name in ("kind", "count", "score", "paragraphs")]
    contexts = [Column("context", lang) for lang in langs]
    return list(map(name_of, [source, target, Column("base", langs[1]), *evidence, *contexts]))


def details_of(langs: tuple[str, str]) -> list[str]:
    """Return the names of the other columns that a table of terms in *langs* may have."""
    terms = [Column(field, lang) for field in (LANG, *TERM_FIELDS) for lang in langs]
    return [CONCEPT, *map(name_of, [*terms, *map(Column, CONCEPT_FIELDS)])]


def name_of(column: Column) -> str:
    """Return the name of *column* in our tables.

    >>> name_of(Column("text", "zh-CN")), name_of(Column("status", "fr")), name_of(Column("id"))
    ('zh', 'status_fr', 'concept_id')
    """
    lang = _SHORT.get(column.lang, column.lang)
    if column.field == TEXT:
        return lang if lang in _SHORT or language_of(lang.lower()) == lang else f"{_OTHER}{lang}"
    name = _NAMES.get(column.field, column.field)
    if not column.lang:
        return name
    return f"{lang}_{name}" if column.field == "base" else f"{name}_{lang}"


def column_named(cell: str) -> Column | None:
    """Return what a column called *cell* holds; None where the name says nothing.

    >>> column_named("context_zh"), column_named("EN"), column_named("词性")[0]
    (Column(field='context', lang='zh-CN'), Column(field='text', lang='en-US'), 'part_of_speech')
    """
    name = column_name(cell)
    return _without_language(name) or _with_language(name) or _around_language(name)


def _without_language(name: str) -> Column | None:
    if name in _TERM_NAMES:
        return Column(*_TERM_NAMES[name])
    field = _CONCEPT_NAMES.get(name, _FIELDS.get(name, name))
    is_known = field in (CONCEPT, NUMBER, *CONCEPT_FIELDS) and name not in _NAMES
    return Column(field) if is_known else None


def _around_language(name: str) -> Column | None:
    """Read a name that holds a language anywhere, as "Term (ZH)" and "英文缩写"; not two.

    The rest must be such a name: "Chinese medicine" is a term, not a column of Chinese.
    """
    found = list(_INSIDE.finditer(name))
    langs = {language_of(one[0].strip("()（）[]")) for one in found}
    if len(langs) > 1:
        return None  # a title
    if not found:
        return _text_column(name)
    (lang,) = langs
    rest = " ".join(_INSIDE.sub(" ", name).strip(" _-:：").split())
    is_term = rest in ("", *_TERMS)
    column = Column(TEXT, lang) if is_term else _without_language(rest) or _text_column(rest)
    if column is None or column.field == TEXT:
        return column and column._replace(lang=lang)
    return column._replace(lang=lang) if column.lang else column


def _text_column(name: str) -> Column | None:
    if SOURCE.fullmatch(name):
        return Column(TEXT, SOURCE_LANG)
    if TARGET.fullmatch(name):
        return Column(TEXT, TARGET_LANG)
    lang = language_of(name)
    return Column(TEXT, lang) if lang else None


def _with_language(name: str) -> Column | None:
    if name.startswith(_OTHER):
        field, lang = TEXT, name.removeprefix(_OTHER)
    elif name.endswith("_base"):
        field, lang = "base", name.removesuffix("_base")
    elif found := _WITH_LANGUAGE.fullmatch(name):
        field, lang = _FIELDS.get(found[1], found[1]), found[2]
    else:
        return None
    known = "" if field == TEXT else _LONG.get(lang, "")
    try:
        return Column(field, known or language_tag(lang))
    except LanguageError:
        return None
