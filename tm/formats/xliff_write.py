"""Writing units as XLIFF 1.2, one at a time.

Knows what every reader of 1.2 takes: a file element per document, codes with what
they hold. What the format has no place for (probability, paragraph) is not written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count, groupby
from pathlib import Path
from typing import Any

from lxml import etree

from corpora.characters import without_controls
from corpora.files import open_whole
from corpora.types import TranslationUnit, Variant
from tm.formats.clean import XML_LANG
from tm.formats.inline import parse, text_of
from tm.formats.pairs import Sifter
from tm.formats.safe_xml import attributes_of
from tm.formats.tmx_write import Written

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_POSITIONS = {"begin": "open", "end": "close"}
_CTYPES = frozenset({"bold", "italic", "underlined", "link", "image", "lb", "pb"})


def write_xliff(
    path: str | Path, units: Iterable[TranslationUnit], *, srclang: str, tgtlang: str
) -> Written:
    """Write *units* to *path* as XLIFF 1.2; it appears whole or not at all.

    Inline codes are written where they still agree with the text. Units of one
    document that follow one another share a ``file``.

    Raises:
        LanguageError: *srclang* or *tgtlang* is no language tag.
        FormatError: *path* cannot be written, or there is nothing to write.
    """
    sifter, numbers = Sifter(path, srclang, tgtlang), count(1)
    sifted = groupby(sifter.sift(units), lambda unit: unit.document)
    with open_whole(path) as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element("xliff", version="1.2", xmlns=NAMESPACE):
            xml.write("\n")
            for document, group in sifted:
                with _file(xml, document, sifter):
                    for unit in group:
                        xml.write(_element(unit, next(numbers)))
    return sifter.written()


@contextmanager
def _file(xml: Any, document: str, sifter: Sifter) -> Iterator[None]:  # noqa: ANN401
    attributes = {
        "original": without_controls(document),
        "source-language": sifter.srclang,
        "target-language": sifter.tgtlang,
        "datatype": "plaintext",
    }
    with xml.element("file", attributes), xml.element("body"):
        xml.write("\n")
        yield
    xml.write("\n")


def _element(unit: TranslationUnit, number: int) -> etree._Element:
    source, target = unit.variants
    element = etree.Element("trans-unit", {"id": str(number), _SPACE: "preserve"})
    element.append(_side("source", source))
    translated = _side("target", target)
    translated.set("state", "needs-review-translation" if unit.is_machine else "translated")
    if unit.is_machine:
        translated.set("state-qualifier", "mt-suggestion")
    element.append(translated)
    if note := without_controls(unit.note).strip():
        author = {"from": without_controls(unit.author)} if unit.author else {}
        etree.SubElement(element, "note", author).text = note
    element.tail = "\n"
    return element


def _side(name: str, variant: Variant) -> etree._Element:
    text = without_controls(variant.text)
    element = etree.Element(name, {XML_LANG: variant.lang})
    seg = parse(variant.inline) if variant.inline else None
    if seg is None or text_of(seg) != text:
        element.text = text
        return element
    _copy(seg, element, _ids(seg))
    return element


def _ids(seg: etree._Element) -> dict[etree._Element, str]:
    """Give every code an id of its own: its number across languages, else the next free."""
    coded = list(seg.iter("bpt", "it", "ph"))
    used = {number for code in coded if (number := code.get("x"))}
    free = (str(number) for number in count(1) if str(number) not in used)
    ids: dict[etree._Element, str] = {}
    opened: dict[str, str] = {}
    for code in coded:
        number = code.get("x", "")
        ids[code] = number if number and number not in ids.values() else next(free)
        opened[code.get("i", "")] = ids[code]
    return ids | {code: opened[code.get("i", "")] for code in seg.iter("ept")}


def _copy(code: etree._Element, into: etree._Element, ids: Mapping[etree._Element, str]) -> None:
    into.text, into.tail = code.text, code.tail
    for child in code:
        _copy(child, _twin(child, into, ids.get(child, "")), ids)


def _twin(code: etree._Element, parent: etree._Element, number: str) -> etree._Element:
    """Append the XLIFF element that does what the TMX element *code* does."""
    kept = attributes_of(code)
    kind = {"ctype": _ctype(kept["type"])} if kept.get("type") else {}
    if code.tag == "hi":
        return etree.SubElement(parent, "mrk", {"mtype": kept.get("type") or "x-hi"})
    if code.tag == "sub":
        return etree.SubElement(parent, "sub", kind)
    if code.tag == "it":
        position = {"id": number, "pos": _POSITIONS[kept["pos"]]}
        return etree.SubElement(parent, "it", {**position, **kind})
    if code.tag in ("bpt", "ept"):
        kind = {} if code.tag == "ept" else kind
        return etree.SubElement(parent, str(code.tag), {"id": number, "rid": kept["i"], **kind})
    has_content = bool(code.text) or len(code) > 0
    return etree.SubElement(parent, "ph" if has_content else "x", {"id": number, **kind})


def _ctype(kind: str) -> str:
    """Return a type as XLIFF 1.2 allows it: one of its own, else with ``x-`` before it."""
    return kind if kind in _CTYPES or kind.startswith("x-") else f"x-{kind}"
