"""Strict TMX 1.4b, one unit at a time.

Knows what CAT tools refuse: a whole file for one control character, a unit
without text, two targets for one source. What cannot be written is reported,
never written anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from corpora.files import open_whole
from corpora.types import TranslationUnit, Variant
from corpora.version import version
from tm.formats.clean import XML_LANG, clean_text, is_blank, language_tag
from tm.formats.inline import parse
from tm.formats.inline_clean import clean_inline
from tm.formats.tmx_props import (
    MACHINE,
    MOST_USES,
    REASON_BREAK,
    is_foreign,
    moment_of,
    props_of,
    tmx_date,
)

LONG = 2000  # characters a side; a large vendor's server refuses more
DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_EXCERPT = 80
_OF_SOURCE = ("label", "context_before", "context_after")  # in the language of the source
_TEXTS = ("document", "paragraph", "kind", "bead", *_OF_SOURCE)


class Remark(NamedTuple):
    """What the writer did with one unit, and why.

    ``code`` is ``duplicate`` (same source and target were written before),
    ``other-target`` (the source stands there with another target), ``empty`` (a
    side without text), ``language`` (no source variant, or one language twice),
    or ``long`` (written, but over 2,000 characters on a side).
    """

    code: str
    number: int  # of the unit, from 1
    source: str  # excerpts
    target: str


@dataclass(frozen=True, slots=True)
class Written:
    """How many units a file got, which were left out and which may be refused elsewhere."""

    units: int
    skipped: tuple[Remark, ...] = ()
    warned: tuple[Remark, ...] = ()


def write_tmx(
    path: str | Path,
    units: Iterable[TranslationUnit],
    *,
    srclang: str,
    created: datetime | None = None,
) -> Written:
    """Write *units* to *path*, one at a time; it appears whole or not at all.

    Each source gets one target, the first: see :func:`most_probable`. The header
    has a date only where *created* gives one, so that the same units make the
    same bytes.

    Raises:
        LanguageError: *srclang* is no language tag.
        FormatError: *path* cannot be written.
    """
    srclang = language_tag(srclang)
    remarks: list[Remark] = []
    count = 0
    with _open_body(path, srclang, created) as body:
        for unit in _sifted(units, srclang, remarks):
            body.write(_element(unit))
            count += 1
    skipped = tuple(remark for remark in remarks if remark.code != "long")
    return Written(count, skipped, tuple(remark for remark in remarks if remark.code == "long"))


def most_probable(units: Iterable[TranslationUnit], *, srclang: str = "") -> list[TranslationUnit]:
    """Keep, of the units with one source, those with the most probable target, in order.

    The source is the variant in *srclang*, else the first. Of equals the first
    stays, and so does its every repetition; units that no TMX can hold stay too,
    for :func:`write_tmx` to name.

    Raises:
        LanguageError: *srclang* is no language tag.

    >>> pairs = (("主席", "President", 0.4), ("主席", "Chair", 0.9), ("会议", "Meeting", 0.5))
    >>> units = [
    ...     TranslationUnit((Variant("zh-CN", zh), Variant("en-US", en)), probability=sure)
    ...     for zh, en, sure in pairs
    ... ]
    >>> [unit.variants[1].text for unit in most_probable(units)]
    ['Chair', 'Meeting']
    """
    srclang = language_tag(srclang) if srclang else ""
    rivals = [(unit, _rivals(unit, srclang)) for unit in units]
    best: dict[bytes, tuple[float, bytes]] = {}
    for unit, targets in rivals:
        probability = unit.probability or 0.0
        for source, target in targets.items():
            if source not in best or probability > best[source][0]:
                best[source] = probability, target
    return [
        unit
        for unit, targets in rivals
        if all(best[source][1] == target for source, target in targets.items())
    ]


def writable(unit: TranslationUnit, srclang: str) -> TranslationUnit:
    """Return *unit* as a TMX can hold it: what is read back is equal to this.

    The variant in *srclang* comes first, and where another did, what was said in
    that one's language (label, contexts) goes. Texts are cleaned, the probability
    has four decimals, the date whole seconds in UTC; properties with a name of
    ours or of OmegaT's go, and so do inline codes that no longer agree with the
    text, and the origin, which is a memory's own affair.
    """
    variants = [_writable(variant) for variant in unit.variants]
    ordered = sorted(variants, key=lambda variant: variant.lang != srclang)
    texts: dict[str, Any] = {field: clean_text(getattr(unit, field)) for field in _TEXTS}
    if ordered[:1] != variants[:1]:
        texts |= dict.fromkeys(_OF_SOURCE, "")
    props = [(clean_text(name), clean_text(text)) for name, text in unit.props]
    author = clean_text(unit.author)
    return replace(
        unit,
        variants=tuple(ordered),
        **texts,
        probability=_four_decimals(unit.probability),
        reasons=tuple(filter(None, map(_reason, unit.reasons))),
        created=None if unit.created is None else moment_of(tmx_date(unit.created)),
        author=author,
        note="\n".join(filter(None, map(clean_text, unit.note.split("\n")))),
        is_machine=unit.is_machine or author == MACHINE,
        uses=min(max(unit.uses, 1), MOST_USES),
        origin="",
        props=tuple((name, text) for name, text in props if name and text and is_foreign(name)),
    )


def _writable(variant: Variant) -> Variant:
    text = clean_text(variant.text)
    inline = clean_inline(variant.inline, text) if variant.inline else ""
    return Variant(language_tag(variant.lang), text, inline)


def _four_decimals(probability: float | None) -> float | None:
    if probability is None or not 0 <= probability <= 1:
        return None
    return round(probability, 4)


def _reason(text: str) -> str:
    return clean_text(text.replace(REASON_BREAK, ","))


def _sifted(
    units: Iterable[TranslationUnit], srclang: str, remarks: list[Remark]
) -> Iterator[TranslationUnit]:
    """Yield the units to write, ready to be written; *remarks* gets one line for each other."""
    chosen: dict[bytes, bytes] = {}
    for number, unit in enumerate(units, 1):
        ready = writable(unit, srclang)
        if code := _fault(ready, srclang) or _repetition(ready, chosen):
            remarks.append(_remark(code, number, ready))
            continue
        if any(len(variant.text) > LONG for variant in ready.variants):
            remarks.append(_remark("long", number, ready))
        yield ready


def _fault(unit: TranslationUnit, srclang: str) -> str:
    langs = [variant.lang for variant in unit.variants]
    if srclang not in langs or len(langs) < 2 or len(set(langs)) < len(langs):
        return "language"
    return "empty" if any(is_blank(variant.text) for variant in unit.variants) else ""


def _repetition(unit: TranslationUnit, chosen: dict[bytes, bytes]) -> str:
    """Name what *unit* repeats; else note its targets in *chosen*."""
    targets = _targets(unit)
    if any(chosen.get(source, target) != target for source, target in targets.items()):
        return "other-target"
    if chosen.keys() >= targets.keys():
        return "duplicate"
    chosen.update(targets)
    return ""


def _targets(unit: TranslationUnit) -> dict[bytes, bytes]:
    """Map source and target language to the target text, as digests of 16 bytes.

    Texts would keep the whole file in memory.
    """
    source, *targets = unit.variants
    return {_digest(source.text, target.lang): _digest(target.text) for target in targets}


def _digest(*texts: str) -> bytes:
    return blake2b("\n".join(texts).encode(), digest_size=16).digest()


def _rivals(unit: TranslationUnit, srclang: str) -> dict[bytes, bytes]:
    """Return the targets of *unit*; none where it cannot be written."""
    ready = writable(unit, srclang)
    first = next((variant.lang for variant in ready.variants), "")
    return {} if _fault(ready, srclang or first) else _targets(ready)


def _remark(code: str, number: int, unit: TranslationUnit) -> Remark:
    source, target, *_ = (*(variant.text[:_EXCERPT] for variant in unit.variants), "", "")
    return Remark(code, number, source, target)


@contextmanager
def _open_body(path: str | Path, srclang: str, created: datetime | None) -> Iterator[Any]:
    """Open *path* as a TMX and yield lxml's writer, which stands inside ``<body>``."""
    with open_whole(path) as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration(doctype=DOCTYPE)
        with xml.element("tmx", version="1.4"):
            xml.write("\n")
            xml.write(_header(srclang, created), pretty_print=True)
            with xml.element("body"):
                xml.write("\n")
                yield xml
            xml.write("\n")


def _header(srclang: str, created: datetime | None) -> etree._Element:
    dated = {"creationdate": tmx_date(created)} if created else {}
    return etree.Element(
        "header",
        {
            "creationtool": "duizhao",
            "creationtoolversion": version(),
            "segtype": "sentence",
            "o-tmf": "duizhao",
            "adminlang": "en",
            "srclang": srclang,
            "datatype": "plaintext",
            **dated,
        },
    )


def _element(unit: TranslationUnit) -> etree._Element:
    element = etree.Element("tu")
    if unit.created:
        element.set("creationdate", tmx_date(unit.created))
    if unit.author:
        element.set("creationid", unit.author)
    if unit.uses > 1:
        element.set("usagecount", str(unit.uses))
    for line in unit.note.split("\n") if unit.note else ():
        etree.SubElement(element, "note").text = line
    for name, text in props_of(unit):
        etree.SubElement(element, "prop", type=name).text = text
    for variant in unit.variants:
        tuv = etree.SubElement(element, "tuv", {XML_LANG: variant.lang})
        seg = parse(variant.inline) if variant.inline else None
        if seg is None:
            seg = etree.Element("seg")
            seg.text = variant.text
        tuv.append(seg)
        _indent(tuv, "\n  ")
    _indent(element, "\n")
    element.tail = "\n"
    return element


def _indent(element: etree._Element, margin: str) -> None:
    """Put each child on a line of its own; lxml would indent inside segments as well."""
    element.text = f"{margin}  "
    for child in element:
        child.tail = f"{margin}  "
    element[-1].tail = margin
