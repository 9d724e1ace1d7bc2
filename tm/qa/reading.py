"""Pairs to check: those of a bilingual file, of a memory, or of two aligned documents.

Knows how each becomes numbered pairs, untranslated ones and null beads with an empty side.
Knows no format of its own: the readers of :mod:`tm.formats` do the work.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import FormatError, LanguageError
from corpora.languages import detect_lang, primary_of
from corpora.types import (
    EN,
    LANGS,
    ZH,
    Bitext,
    Document,
    Kind,
    Lang,
    Span,
    TranslationUnit,
    Variant,
)
from tm.qa.pair import Pair, Side

if TYPE_CHECKING:
    from tm.formats.rows import Langs
    from tm.formats.skipped import Skip

_SAMPLE = 200  # pairs that are looked at for their languages
_PAGE = re.compile(r"(?:[.…·]|\s){1,400}\d{1,4}(?:[–-]\d{1,4})?$")  # with its leaders
_REMEDY = "say which languages these are with --src-lang and --tgt-lang"


def read_pairs(path: str | Path, *, langs: Langs = None, skipped: Skip = None) -> Iterator[Pair]:
    """Yield the pairs of a bilingual file or a memory, numbered as they stand in it.

    A pair without a translation has an empty target; one with no text at all, or whose two
    texts are not one Chinese and one English, is left out, but counted. *langs* are the tags
    of source and target where the file does not say them; *skipped* is told of what cannot be
    read, without it that is an error.

    Raises:
        FormatError: the file cannot be read, or holds no pair of the two languages.
        LanguageError: its texts stand the wrong way round.
    """
    path = Path(path)
    units = _units_in(path, langs, skipped)
    ahead = list(islice(units, _SAMPLE))
    usual = _usual(ahead, path)
    has_any = False
    for number, unit in enumerate(chain(ahead, units)):
        if (pair := _pair(unit, number, usual)) is not None:
            has_any = True
            yield pair
    if not has_any:
        problem = "no pair of a Chinese and an English text in it"
        raise FormatError(problem, path, remedy=_REMEDY)


def pairs_from(bitext: Bitext) -> Iterator[Pair]:
    """Yield a pair for each bead, in order; that of a null bead has an empty side.

    Lines of a table of contents come without their page numbers, which are each version's own.
    """
    from tm.units import unit_of

    tags = bitext.src.lang.tag, bitext.tgt.lang.tag
    contents = _contents_of(bitext.src), _contents_of(bitext.tgt)
    for number, bead in enumerate(bitext.beads):
        source, target = bitext.texts(bead)
        yield Pair(
            number,
            _side(source, bitext.src, bead.src, contents[0]),
            _side(target, bitext.tgt, bead.tgt, contents[1]),
            unit_of(bitext, bead, tags),
        )


def _side(text: str, document: Document, span: Span, contents: Container[int]) -> Side:
    from tm.units import label_before

    if span.size and document.segments[span.start].block in contents:
        text = _PAGE.sub("", text)
    return Side(text, document.lang, label_before(document, span))


def _contents_of(document: Document) -> set[int]:
    """Return the numbers of the blocks that are lines of a table of contents."""
    from corpora.parts import is_contents

    found, is_inside = set(), False
    for number, block in enumerate(document.blocks):
        if block.kind is Kind.HEADING:
            is_inside = is_contents(block.text)
        elif is_inside and block.kind is Kind.CELL:
            found.add(number)
        elif block.kind is not Kind.FURNITURE:
            is_inside = False
    return found


def _units_in(path: Path, langs: Langs, skipped: Skip) -> Iterator[TranslationUnit]:
    from tm.formats import read_units
    from tm.memory import Memory
    from tm.schema import is_database

    if not is_database(path):
        yield from read_units(path, langs=langs, skipped=skipped, is_every=True)
        return
    with Memory(path, read_only=True) as memory:
        yield from (row.unit for row in memory.stored())


def _usual(units: Sequence[TranslationUnit], path: Path) -> tuple[Lang, Lang]:
    """Return the languages of source and target: those of the first unit that says both.

    Raises:
        FormatError: no two texts are in our two languages.
        LanguageError: they stand the wrong way round.
    """
    for unit in units:
        texts = _two_of(unit)
        if texts and texts[0].lang and texts[1].lang:
            langs = LANGS[primary_of(texts[0].lang)], LANGS[primary_of(texts[1].lang)]
            _refuse_swapped(units, langs, path)
            return langs
    problem = "no pair of a Chinese and an English text in it" if units else "no pair in it"
    raise FormatError(problem, path, remedy=_REMEDY)


def _refuse_swapped(units: Iterable[TranslationUnit], langs: tuple[Lang, Lang], path: Path) -> None:
    pairs = list(filter(None, map(_two_of, units)))
    looks = tuple(_looks(pair[side].text for pair in pairs) for side in (0, 1))
    if looks == langs[::-1]:
        names = f"the source is {langs[1].name} and the target is {langs[0].name}"
        said = f"the texts stand the wrong way round: {names}"
        raise LanguageError(f"{path}: {said}; swap them, or --src-lang and --tgt-lang")


def _looks(texts: Iterable[str]) -> Lang | None:
    try:
        return detect_lang("\n".join(texts))
    except LanguageError:
        return None


def _two_of(unit: TranslationUnit) -> tuple[Variant, Variant] | None:
    """Return the first variant and the first in the other of our languages."""
    if len(unit.variants) < 2:
        return None
    source = unit.variants[0]
    wanted = {ZH.code: EN.code, EN.code: ZH.code}.get(primary_of(source.lang))
    for other in unit.variants[1:]:
        if primary_of(other.lang) == wanted:
            return source, other
    return None


def _pair(unit: TranslationUnit, number: int, usual: tuple[Lang, Lang]) -> Pair | None:
    texts = _two_of(unit) or _bare(unit, usual)
    if texts is None or not (texts[0].text.strip() or texts[1].text.strip()):
        return None
    langs = [LANGS.get(primary_of(v.lang), lang) for v, lang in zip(texts, usual, strict=True)]
    source, target = (
        Side(v.text, lang, inline=v.inline) for v, lang in zip(texts, langs, strict=True)
    )
    return Pair(number, source, target, unit)


def _bare(unit: TranslationUnit, usual: tuple[Lang, Lang]) -> tuple[Variant, Variant] | None:
    """Return the texts of a unit that lacks one, or does not say its languages.

    A single text is on the side whose language it has: an untranslated source, as a rule.
    """
    codes = [primary_of(variant.lang) for variant in unit.variants]
    wanted = [lang.code for lang in usual]
    if len(codes) == 2 and all(c in ("", w) for c, w in zip(codes, wanted, strict=True)):
        return unit.variants[0], unit.variants[1]
    if len(codes) != 1 or codes[0] not in wanted:
        return None
    absent = Variant(usual[1 - wanted.index(codes[0])].tag, "")
    only = unit.variants[0]
    return (only, absent) if codes[0] == wanted[0] else (absent, only)
