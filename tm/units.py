"""Translation units out of a bitext.

Knows which facts of a document are worth keeping beside a pair of texts; does
not know how the beads were found, nor any file format.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import datetime

from corpora.parts import is_contents
from corpora.types import Bead, Bitext, Document, Kind, Lang, TranslationUnit, Variant
from tm.clean import language_tag


def units_from(
    bitext: Bitext,
    *,
    tags: Mapping[str, str] | None = None,
    min_probability: float = 0.0,
    created: datetime | None = None,
) -> Iterator[TranslationUnit]:
    """Yield one unit for each bead that has both sides, in order, the source variant first.

    *tags* maps a language's code to the tag to write, ``{"en": "en-GB"}``; a
    language not named there keeps its default. Left out are null beads, those
    below *min_probability*, and pairs with nothing to translate: lines of a table
    of contents, and what :func:`has_words` refuses. Which of two targets of one
    source stays is the writer's choice.
    """
    langs = _tag(bitext.src.lang, tags or {}), _tag(bitext.tgt.lang, tags or {})
    contents = _contents(bitext.src), _contents(bitext.tgt)
    for bead in bitext.beads:
        if bead.is_null or bead.probability < min_probability:
            continue
        src, tgt = bitext.src.segments[bead.src.start], bitext.tgt.segments[bead.tgt.start]
        is_listed = src.block in contents[0] or tgt.block in contents[1]
        if not is_listed and has_words(*bitext.texts(bead)):
            yield _unit(bitext, bead, langs, created)


def has_words(source: str, target: str) -> bool:
    """Whether a pair tells a translator anything: a letter on a side, and sides that differ.

    >>> has_words("会议", "Meeting"), has_words("412,500", "412,500"), has_words("UNODC", "UNODC")
    (True, False, False)
    """
    one, other = (unicodedata.normalize("NFKC", text).strip() for text in (source, target))
    return one != other and any(map(str.isalpha, one + other))


def _contents(document: Document) -> set[int]:
    """Return the numbers of the blocks that are lines of a table of contents."""
    found: set[int] = set()
    is_inside = False
    for number, block in enumerate(document.blocks):
        if is_contents(block.text):
            is_inside = True
        elif block.kind is Kind.CELL and is_inside:
            found.add(number)
        elif block.kind is not Kind.FURNITURE:
            is_inside = False
    return found


def _tag(lang: Lang, tags: Mapping[str, str]) -> str:
    return language_tag(tags.get(lang.code, lang.tag))


def _unit(
    bitext: Bitext, bead: Bead, langs: tuple[str, str], created: datetime | None
) -> TranslationUnit:
    source, target = bitext.texts(bead)
    return TranslationUnit(
        variants=(Variant(langs[0], source), Variant(langs[1], target)),
        origin=" | ".join(filter(None, (bitext.src.origin, bitext.tgt.origin))),
        paragraph=bitext.paragraph(bead),
        label=bitext.src.label_of(bead.src.start),
        kind=bitext.kind(bead).value,
        bead=bead.shape_text,
        probability=bead.probability,
        reasons=bead.reasons,
        context_before=_text(bitext.src, bead.src.start - 1),
        context_after=_text(bitext.src, bead.src.end),
        created=created,
    )


def _text(document: Document, segment: int) -> str:
    return document.segments[segment].text if 0 <= segment < len(document.segments) else ""
