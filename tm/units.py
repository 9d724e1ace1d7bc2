"""Translation units out of a bitext.

Knows which facts of a document are worth keeping beside a pair of texts; does
not know how the beads were found, nor any file format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from corpora.types import Bead, Bitext, Document, Lang, Span, TranslationUnit, Variant
from tm.formats.clean import language_tag


def units_from(
    bitext: Bitext,
    *,
    tags: Mapping[str, str] | None = None,
    min_probability: float = 0.0,
    created: datetime | None = None,
) -> Iterator[TranslationUnit]:
    """Yield one unit for each bead that has both sides, in order, the source variant first.

    *tags* maps a language's code to the tag to write, ``{"en": "en-GB"}``; a
    language not named there keeps its default. Nothing is merged or dropped but
    null beads and those below *min_probability*: which of two targets of one
    source stays is the writer's choice.
    """
    langs = _tag(bitext.src.lang, tags or {}), _tag(bitext.tgt.lang, tags or {})
    for bead in bitext.beads:
        if not bead.is_null and bead.probability >= min_probability:
            yield unit_of(bitext, bead, langs, created=created)


def _tag(lang: Lang, tags: Mapping[str, str]) -> str:
    return language_tag(tags.get(lang.code, lang.tag))


def unit_of(
    bitext: Bitext, bead: Bead, langs: tuple[str, str], *, created: datetime | None = None
) -> TranslationUnit:
    """Return *bead* as a unit with the tags *langs*; of a null bead one text is empty."""
    source, target = bitext.texts(bead)
    return TranslationUnit(
        variants=(Variant(langs[0], source), Variant(langs[1], target)),
        document=" | ".join(filter(None, (bitext.src.origin, bitext.tgt.origin))),
        paragraph=bitext.paragraph(bead),
        label=label_before(bitext.src, bead.src),
        kind=bitext.kind(bead).value,
        bead=bead.shape_text,
        probability=bead.probability,
        reasons=bead.reasons,
        context_before=_text(bitext.src, bead.src.start - 1),
        context_after=_text(bitext.src, bead.src.end),
        created=created,
    )


def label_before(document: Document, span: Span) -> str:
    """Return the enumerator printed before the segments of *span*, empty where it has none."""
    return document.label_of(span.start) if span.size else ""


def _text(document: Document, segment: int) -> str:
    return document.segments[segment].text if 0 <= segment < len(document.segments) else ""
