"""What a header or a unit may be refused for, one small function for each fault.

Knows elements, attributes, languages, segments and codes, one piece of a file at a time. Knows
nothing of the file around it, nor how bad a fault is and for whom; ``tmx_rules`` does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from lxml import etree

from tm.formats.clean import XML_LANG, is_blank
from tm.formats.tmx_hits import Hit, excerpt
from tm.formats.tmx_pieces import Piece
from tm.formats.tmx_vocabulary import (
    ATTRIBUTES,
    CHILDREN,
    DATES,
    INLINE,
    OMEGAT_PROPS,
    REQUIRED,
    VALUES,
    name_of,
    source_of,
    spelt,
)

LONG, DEEPEST = 2000, 200  # characters a side; elements inside a unit


def at(piece: Piece, element: etree._Element) -> int:
    """Return the line of *element* in the file."""
    line: Any = element.sourceline  # where its tag ends
    return piece.line if element is piece.element else piece.line + max((line or 1) - 1, 0)


def all_in(piece: Piece) -> Iterator[etree._Element]:
    """Yield every element of *piece*."""
    if piece.element is not None:
        yield from piece.element.iter("*")


def tags_in(piece: Piece) -> Iterator[tuple[etree._Element, str]]:
    """Yield every language tag in *piece* with its element, ``*all*`` left out."""
    for element in all_in(piece):
        for name in (XML_LANG, "adminlang", "srclang", "lang"):
            tag = str(element.get(name) or "")
            if tag and tag != "*all*":
                yield element, tag


def unknown_element(piece: Piece) -> Iterator[Hit]:
    """TMX has no such element, or not in this place. Names are in small letters."""
    return _strange(piece, frozenset(CHILDREN) - INLINE - {"seg"})


def foreign_in_segment(piece: Piece) -> Iterator[Hit]:
    """Inside a segment stand only bpt, ept, it, ph and hi; HTML must go into one of them."""
    return _strange(piece, INLINE | {"seg"})


def _strange(piece: Piece, parents: frozenset[str]) -> Iterator[Hit]:
    for child in all_in(piece):
        parent = child.getparent()
        name = "" if parent is None or child is piece.element else name_of(parent)
        if name in parents and name_of(child) not in CHILDREN[name]:
            yield Hit(at(piece, child), f"<{name_of(child)}>")


def unknown_attribute(piece: Piece) -> Iterator[Hit]:
    """TMX allows no attribute of one's own; what a unit should carry goes into a prop."""
    for element in all_in(piece):
        for name in map(str, element.attrib):
            if name not in ATTRIBUTES.get(name_of(element), (name,)):
                yield Hit(at(piece, element), f"{name} of <{name_of(element)}>")
    if piece.kind == "root" and "xmlns" in piece.text:
        yield Hit(piece.line, "xmlns of <tmx>")


def attribute_missing(piece: Piece) -> Iterator[Hit]:
    """The element cannot do without this attribute."""
    for element in all_in(piece):
        needed = REQUIRED.get(name_of(element))
        if needed and element.get(needed) is None:
            yield Hit(at(piece, element), f"{needed} of <{name_of(element)}>")


def attribute_value(piece: Piece) -> Iterator[Hit]:
    """Counts are digits, a tuid has no white space, pos is begin or end, assoc is p, f or b."""
    return _wrong(piece, frozenset(VALUES) - {*DATES, "segtype"})


def segtype(piece: Piece) -> Iterator[Hit]:
    """The type of a segment is block, paragraph, sentence or phrase."""
    return _wrong(piece, frozenset({"segtype"}))


def date(piece: Piece) -> Iterator[Hit]:
    """A date is written YYYYMMDDThhmmssZ, in UTC."""
    return _wrong(piece, frozenset(DATES))


def _wrong(piece: Piece, names: frozenset[str]) -> Iterator[Hit]:
    for element in all_in(piece):
        for name, value in element.items():
            if name in names and not VALUES[str(name)].fullmatch(str(value)):
                yield Hit(at(piece, element), f'{name!s}="{value!s}"')


def element_order(piece: Piece) -> Iterator[Hit]:
    """Notes and props come before the variants of a unit, and before the segment of a variant."""
    for element in all_in(piece):
        last = {"tu": "tuv", "tuv": "seg"}.get(name_of(element))
        names = [name_of(child) for child in element.iterchildren("*")]
        if last in names:
            late = zip(names, element.iterchildren("*"), strict=True)
            after = list(late)[names.index(last) :]
            yield from (Hit(at(piece, c), f"<{n}>") for n, c in after if n in ("note", "prop"))


def text_outside(piece: Piece) -> Iterator[Hit]:
    """Text stands only in segments, notes and props; here it is lost or refused."""
    if piece.kind == "outside":
        yield Hit(piece.line, excerpt(piece.text))
    for element in all_in(piece):
        if name_of(element) in ("tmx", "header", "tu", "tuv", "ude", "map"):
            texts = [element.text, *(child.tail for child in element)]
            stray = " ".join(filter(None, ((text or "").strip() for text in texts)))
            if stray:
                yield Hit(at(piece, element), excerpt(stray))


def nested_too_deep(piece: Piece) -> Iterator[Hit]:
    """Elements are nested more than 200 deep: no segment is, and readers give up or crash."""
    depth = 0
    if piece.element is not None and piece.text.count("<") > DEEPEST:
        for event, element in etree.iterwalk(piece.element, events=("start", "end")):
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                yield Hit(at(piece, element))
                return


def language_missing(piece: Piece) -> Iterator[Hit]:
    """A variant does not say its language, so no program can use it."""
    yield from (Hit(at(piece, view.element)) for view in piece.views if not view.lang)


def lang_attribute(piece: Piece) -> Iterator[Hit]:
    """The language stands in lang, as in TMX 1.1; since 1.3 it is xml:lang."""
    for element in all_in(piece):
        if element.get("lang") is not None and "lang" in ATTRIBUTES.get(name_of(element), ()):
            yield Hit(at(piece, element), str(element.get("lang")))


def language_underscore(piece: Piece) -> Iterator[Hit]:
    """A language tag is written with an underscore; BCP 47 has hyphens: zh-CN."""
    yield from (Hit(at(piece, element), tag) for element, tag in tags_in(piece) if "_" in tag)


def language_tag_wrong(piece: Piece) -> Iterator[Hit]:
    """This is no language tag; it should look like zh-CN or en-US."""
    yield from (Hit(at(piece, e), tag) for e, tag in tags_in(piece) if spelt(tag) is None)


def language_tag_odd(piece: Piece) -> Iterator[Hit]:
    """The tag has the shape of one but unusual capitals, or no language of two or three letters."""
    for element, tag in tags_in(piece):
        usual = spelt(tag)
        is_short = len(tag.partition("-")[0].partition("_")[0]) in (2, 3)
        if usual and (usual != tag.replace("_", "-") or not is_short):
            yield Hit(at(piece, element), tag)


def same_language(piece: Piece) -> Iterator[Hit]:
    """A unit has two variants in one language: which one a program takes is chance."""
    seen: set[str] = set()
    for view in piece.views:
        tag = view.lang.replace("_", "-").lower()
        if tag and tag in seen:
            yield Hit(at(piece, view.element), view.lang)
        seen.add(tag)


def srclang_all(piece: Piece) -> Iterator[Hit]:
    """srclang="*all*" says that any language may be the source. Weblate refuses the file."""
    if piece.element is not None and piece.element.get("srclang") == "*all*":
        yield Hit(piece.line)


def srclang_variant(piece: Piece) -> Iterator[Hit]:
    """No variant has the very tag that srclang names, so the unit has no source."""
    tags = [view.lang.replace("_", "-").lower() for view in piece.views]
    source = "" if piece.element is None else source_of(piece.element, piece.srclang)
    if source and any(tags) and source not in tags:
        yield Hit(piece.line, f"{source} is not among {', '.join(tags)}")


def no_variant(piece: Piece) -> Iterator[Hit]:
    """A unit without any variant."""
    if piece.element is not None and not piece.views:
        yield Hit(piece.line)


def one_variant(piece: Piece) -> Iterator[Hit]:
    """A unit in one language only translates nothing."""
    if len(piece.views) == 1:
        yield Hit(piece.line, piece.views[0].lang)


def no_segment(piece: Piece) -> Iterator[Hit]:
    """A variant holds its text in one seg; this one has none."""
    yield from (Hit(at(piece, view.element), view.lang) for view in piece.views if not view.segs)


def two_segments(piece: Piece) -> Iterator[Hit]:
    """A variant holds its text in one seg; what stands in others is lost or refused."""
    yield from (Hit(at(piece, view.segs[1]), view.lang) for view in piece.views if view.segs[1:])


def empty_segment(piece: Piece) -> Iterator[Hit]:
    """A segment without anything to be seen: the translation would be nothing."""
    for view in piece.views:
        if view.segs and is_blank(view.text) and not len(view.segs[0]):
            yield Hit(at(piece, view.segs[0]), view.lang)


def white_space(piece: Piece) -> Iterator[Hit]:
    """White space around a segment: it matches no sentence exactly."""
    for view in piece.views:
        for seg in view.segs:
            first, last = seg.text or "", (seg[-1].tail if len(seg) else seg.text) or ""
            if not is_blank(view.text) and (first != first.lstrip() or last != last.rstrip()):
                yield Hit(at(piece, seg), view.lang)


def not_nfc(piece: Piece) -> Iterator[Hit]:
    """Letters are spelt with separate accents (not NFC), so they match no usual spelling."""
    for view in piece.views:
        if not view.text.isascii() and not unicodedata.is_normalized("NFC", view.text):
            yield Hit(at(piece, view.element), view.lang)


def long_segment(piece: Piece) -> Iterator[Hit]:
    """A side is longer than 2,000 characters; a large vendor's server refuses it."""
    for view in piece.views:
        if len(view.text) > LONG:
            yield Hit(at(piece, view.element), f"{view.lang}, {len(view.text):,} characters")


def replacement_character(piece: Piece) -> Iterator[Hit]:
    """The mark � stands where some earlier program lost a character."""
    if "\ufffd" in piece.text:
        yield Hit(piece.line + piece.text.count("\n", 0, piece.text.index("\ufffd")))


def unpaired_code(piece: Piece) -> Iterator[Hit]:
    """Each bpt needs one ept after it with the same i, and each i is used once in a segment."""
    for seg in (seg for view in piece.views for seg in view.segs):
        strays = unpaired(seg)
        yield from (Hit(at(piece, c), f'<{name_of(c)} i="{c.get("i")}">') for c in strays)


def unpaired(seg: etree._Element) -> list[etree._Element]:
    """Return the bpt and ept of *seg* that have no partner, in order; none without an i."""
    waiting: dict[str, etree._Element] = {}
    strays, used = [], set()
    for code in seg.iter("bpt", "ept"):
        number = code.get("i")
        if number is None:
            continue
        if code.tag == "bpt" and number not in used:
            waiting[str(number)] = code
            used.add(number)
        elif code.tag == "bpt" or waiting.pop(str(number), None) is None:
            strays.append(code)
    return [*strays, *waiting.values()]


def deprecated_ut(piece: Piece) -> Iterator[Hit]:
    """The element ut is deprecated since TMX 1.4; ph says the same."""
    yield from (Hit(at(piece, element)) for element in all_in(piece) if element.tag == "ut")


def omegat_prop(piece: Piece) -> Iterator[Hit]:
    """OmegaT ties a unit with a prop of this name to one place of a project."""
    for element in all_in(piece):
        if element.tag == "prop" and element.get("type") in OMEGAT_PROPS:
            yield Hit(at(piece, element), str(element.get("type")))


def duplicate(piece: Piece) -> Iterator[Hit]:
    """The same source and target stand earlier in the file."""
    if piece.repeats == "duplicate":
        yield Hit(piece.line, excerpt(piece.views[0].text))


def other_target(piece: Piece) -> Iterator[Hit]:
    """The source stands earlier with another target; readers differ on which one they keep."""
    if piece.repeats == "other-target":
        yield Hit(piece.line, excerpt(piece.views[0].text))


def same_text(piece: Piece) -> Iterator[Hit]:
    """Source and target are the same words: perhaps nobody translated them."""
    texts = {view.text.strip() for view in piece.views}
    if len(piece.views) > 1 and len(texts) == 1 and any(map(str.isalpha, *texts)):
        yield Hit(piece.line, excerpt(piece.views[0].text))


def not_well_formed(piece: Piece) -> tuple[Hit, ...]:
    """This is not XML: a tag without its partner, an attribute without quotes or twice."""
    return ()


def too_large(piece: Piece) -> tuple[Hit, ...]:
    """A text or an attribute has more than 10 MB; libxml2, which many readers use, refuses it."""
    return ()
