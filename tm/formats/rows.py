"""What every bilingual file comes down to: rows of a source and perhaps its translation.

Knows how rows become units, with neighbours and languages; not where rows come from.
Languages are those the file names, else those the caller names, else told by script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, starmap
from typing import Any, Final, NamedTuple

from corpora.errors import LanguageError
from corpora.languages import detect_lang, primary_of
from corpora.types import EN, ZH, TranslationUnit, Variant
from tm.folding import is_han
from tm.formats.clean import is_blank, language_tag
from tm.formats.inline import Inline
from tm.formats.skipped import Reporter

Langs = tuple[str, str] | None  # source and target, as the caller names them
_SAMPLE = 200  # rows that are looked at for their script
UNREADABLE: Final = "characters that could not be read (a wrong encoding)"
_FOREIGN = re.compile("[\x80-\u02ff\u2010-\u2122]")  # what bytes of Chinese become in Windows-1252
_MISREAD = 0.3  # share of them in Chinese that was misread
_NOTHING: Mapping[str, Any] = {}
_EMPTY = Inline("")
_REMEDY = "say which languages these are, such as zh-CN and en-US"


@dataclass(frozen=True, slots=True)
class Row:
    """A source segment of a bilingual file with its translation, if it has one."""

    line: int
    source: Inline
    target: Inline = _EMPTY
    langs: tuple[str, str] = ("", "")  # as the file spells them; empty where it does not say
    is_done: bool = True  # its target is a translation, not a copy or a proposal
    group: str = ""  # rows of different groups are no neighbours
    facts: Mapping[str, Any] = field(default_factory=dict)  # other fields of the unit


class Source(NamedTuple):
    """A source segment to analyse, translated or not."""

    text: str
    lang: str  # BCP 47; empty where nothing tells it
    target: str = ""  # its translation, empty where it has none that counts
    into: str = ""  # language it is to be translated into, where the file or the caller says it


def units_of(
    rows: Iterable[Row],
    reporter: Reporter,
    langs: Langs,
    *,
    in_order: bool = False,
    is_every: bool = False,
) -> Iterator[TranslationUnit]:
    """Yield a unit for each translated row; *in_order* says that neighbours are context.

    Of rows that are not translated the reporter hears; they are no error. With *is_every*
    they, too, are units, and those that nobody can use: a text that is missing is empty.

    Raises:
        FormatError: a row cannot be used, and the reporter has nobody to tell.
    """
    for before, row, after, tags in _with_neighbours(rows, langs):
        near = (before, after) if in_order else ("", "")
        if is_every:
            yield _unit(row, tags, near)
        elif gap := _gap(row):
            reporter.mention(row.line, gap, excerpt=row.source.text)
        elif not row.is_done or is_blank(row.target.text):
            continue
        elif problem := _fault(row, tags):
            reporter.leave_out(row.line, problem, excerpt=row.source.text or row.target.text)
        elif not all(tags):
            problem = "its languages cannot be told"
            reporter.leave_out(row.line, problem, excerpt=row.source.text, remedy=_REMEDY)
        else:
            yield _unit(row, tags, near)


def sources_of(rows: Iterable[Row], langs: Langs) -> Iterator[Source]:
    """Yield every row that has a source text."""
    for _, row, _, (lang, _) in _with_neighbours(rows, langs):
        if not is_blank(row.source.text):
            target = row.target.text if row.is_done else ""
            yield Source(row.source.text, lang, target, stated_target(row.langs, langs))


def _with_neighbours(
    rows: Iterable[Row], langs: Langs
) -> Iterator[tuple[str, Row, str, tuple[str, str]]]:
    """Yield each row between the source texts of its neighbours, with its languages."""
    rest = iter(rows)
    sample = list(islice(rest, _SAMPLE))
    told: dict[tuple[str, str], tuple[str, str]] = {}
    before: Row | None = None
    ahead = chain(sample, rest)
    row = next(ahead, None)
    while row is not None:
        after = next(ahead, None)
        tags = told.get(row.langs)
        if tags is None:
            tags = languages(row.langs, langs, sample or [row])
            if all(tags):
                told[row.langs] = tags
        yield _source_near(before, row), row, _source_near(after, row), tags
        before, row = row, after


def _source_near(other: Row | None, row: Row) -> str:
    return other.source.text if other is not None and other.group == row.group else ""


def languages(declared: tuple[str, str], langs: Langs, sample: Sequence[Row]) -> tuple[str, str]:
    """Return the two tags of rows that declare *declared*; empty where nothing tells them."""
    named = langs or ("", "")
    source = _tag(declared[0]) or _tag(named[0])
    target = _tag(declared[1]) or _tag(named[1])
    alike = [row for row in sample if row.langs == declared]
    if not source:
        source = script_tag(row.source.text for row in alike) or other_tag(target)
    if not target:
        target = script_tag(row.target.text for row in alike) or other_tag(source)
    return source, target


def stated_target(declared: tuple[str, str], langs: Langs) -> str:
    """Return the tag of the target's language, if the file or else the caller states it."""
    return _tag(declared[1]) or (_tag(langs[1]) if langs else "")


def script_tag(texts: Iterable[str]) -> str:
    """Tell Chinese or English by script, as the tag to write; empty for anything else.

    >>> script_tag(["大会", "决定"]), script_tag(["12"])
    ('zh-CN', '')
    """
    try:
        return detect_lang("\n".join(texts)).tag
    except LanguageError:
        return ""


def other_tag(tag: str) -> str:
    """Return the tag of the other of our two languages; empty for a third."""
    return {"zh": EN.tag, "en": ZH.tag}.get(tag.partition("-")[0], "")


def _tag(name: str) -> str:
    try:
        return language_tag(name) if name else ""
    except LanguageError:
        return ""


def _gap(row: Row) -> str:
    """Name what a text lacks to be translated."""
    if is_blank(row.source.text):
        return ""
    if is_blank(row.target.text):
        return "a text without a translation"
    return "" if row.is_done else "a translation that nobody confirmed"


def _fault(row: Row, tags: tuple[str, str]) -> str:
    if is_blank(row.source.text):
        return "a translation without a source text"
    texts = zip(tags, (row.source.text, row.target.text), strict=True)
    return UNREADABLE if any(starmap(is_misread, texts)) else ""


def is_misread(tag: str, text: str) -> bool:
    """Tell whether *text* of language *tag* shows that it was read in a wrong encoding.

    So does U+FFFD, and what calls itself Chinese and is Latin letters with accents and signs.

    >>> is_misread("zh-CN", "¤j·|"), is_misread("zh-CN", "20°C"), is_misread("fr", "été")
    (True, False, False)
    """
    if "\ufffd" in text:
        return True
    signs = len(_FOREIGN.findall(text))
    is_chinese = primary_of(tag) == ZH.code and not is_han(text)
    return is_chinese and signs > 1 and signs >= _MISREAD * len(text)


def _unit(row: Row, tags: tuple[str, str], near: tuple[str, str]) -> TranslationUnit:
    variants = Variant(tags[0], *row.source), Variant(tags[1], *row.target)
    facts = row.facts or _NOTHING
    return TranslationUnit(
        variants, context_before=near[0], context_after=near[1], line=row.line, **facts
    )
