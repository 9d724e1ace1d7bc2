"""What a header or a unit may be refused for, one small function for each fault.

Knows elements, attributes, languages, segments and codes, one fragment of a file at a time. Knows
nothing of the file around it, nor how bad a fault is and for whom; ``tmx_rules`` does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from lxml import etree

from tm.formats.clean import XML_LANG, is_blank
from tm.formats.tmx_findings import Finding, excerpt
from tm.formats.tmx_fragments import Fragment
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


def at(fragment: Fragment, element: etree._Element) -> int:
    """Return the line of *element* in the file."""
    line: Any = element.sourceline  # where its tag ends
    return fragment.line if element is fragment.element else fragment.line + max((line or 1) - 1, 0)


def all_in(fragment: Fragment) -> Iterator[etree._Element]:
    """Yield every element of *fragment*."""
    if fragment.element is not None:
        yield from fragment.element.iter("*")


def tags_in(fragment: Fragment) -> Iterator[tuple[etree._Element, str]]:
    """Yield every language tag in *fragment* with its element, ``*all*`` left out."""
    for element in all_in(fragment):
        for name in (XML_LANG, "adminlang", "srclang", "lang"):
            tag = str(element.get(name) or "")
            if tag and tag != "*all*":
                yield element, tag


def unknown_element(fragment: Fragment) -> Iterator[Finding]:
    """TMX has no such element, or not in this place. Names are in small letters."""
    return _strange(fragment, frozenset(CHILDREN) - INLINE - {"seg"})


def foreign_in_segment(fragment: Fragment) -> Iterator[Finding]:
    """Inside a segment stand only bpt, ept, it, ph and hi; HTML must go into one of them."""
    return _strange(fragment, INLINE | {"seg"})


def _strange(fragment: Fragment, parents: frozenset[str]) -> Iterator[Finding]:
    for child in all_in(fragment):
        parent = child.getparent()
        name = "" if parent is None or child is fragment.element else name_of(parent)
        if name in parents and name_of(child) not in CHILDREN[name]:
            yield Finding(at(fragment, child), f"<{name_of(child)}>")


def unknown_attribute(fragment: Fragment) -> Iterator[Finding]:
    """TMX allows no attribute of one's own; what a unit should carry goes into a prop."""
    for element in all_in(fragment):
        for name in map(str, element.attrib):
            if name not in ATTRIBUTES.get(name_of(element), (name,)):
                yield Finding(at(fragment, element), f"{name} of <{name_of(element)}>")
    if fragment.kind == "root" and "xmlns" in fragment.text:
        yield Finding(fragment.line, "xmlns of <tmx>")


def attribute_missing(fragment: Fragment) -> Iterator[Finding]:
    """The element cannot do without this attribute."""
    for element in all_in(fragment):
        needed = REQUIRED.get(name_of(element))
        if needed and element.get(needed) is None:
            yield Finding(at(fragment, element), f"{needed} of <{name_of(element)}>")


def attribute_value(fragment: Fragment) -> Iterator[Finding]:
    """Counts are digits, a tuid has no white space, pos is begin or end, assoc is p, f or b."""
    return _wrong(fragment, frozenset(VALUES) - {*DATES, "segtype"})


def segtype(fragment: Fragment) -> Iterator[Finding]:
    """The type of a segment is block, paragraph, sentence or phrase."""
    return _wrong(fragment, frozenset({"segtype"}))


def date(fragment: Fragment) -> Iterator[Finding]:
    """A date is written YYYYMMDDThhmmssZ, in UTC."""
    return _wrong(fragment, frozenset(DATES))


def _wrong(fragment: Fragment, names: frozenset[str]) -> Iterator[Finding]:
    for element in all_in(fragment):
        for name, value in element.items():
            if name in names and not VALUES[str(name)].fullmatch(str(value)):
                yield Finding(at(fragment, element), f'{name!s}="{value!s}"')


def element_order(fragment: Fragment) -> Iterator[Finding]:
    """Notes and props come before the variants of a unit, and before the segment of a variant."""
    for element in all_in(fragment):
        last = {"tu": "tuv", "tuv": "seg"}.get(name_of(element))
        names = [name_of(child) for child in element.iterchildren("*")]
        if last in names:
            late = zip(names, element.iterchildren("*"), strict=True)
            after = list(late)[names.index(last) :]
            yield from (
                Finding(at(fragment, c), f"<{n}>") for n, c in after if n in ("note", "prop")
            )


def text_outside(fragment: Fragment) -> Iterator[Finding]:
    """Text stands only in segments, notes and props; here it is lost or refused."""
    if fragment.kind == "outside":
        yield Finding(fragment.line, excerpt(fragment.text))
    for element in all_in(fragment):
        if name_of(element) in ("tmx", "header", "tu", "tuv", "ude", "map"):
            texts = [element.text, *(child.tail for child in element)]
            stray = " ".join(filter(None, ((text or "").strip() for text in texts)))
            if stray:
                yield Finding(at(fragment, element), excerpt(stray))


def nested_too_deep(fragment: Fragment) -> Iterator[Finding]:
    """Elements are nested more than 200 deep: no segment is, and readers give up or crash."""
    depth = 0
    if fragment.element is not None and fragment.text.count("<") > DEEPEST:
        for event, element in etree.iterwalk(fragment.element, events=("start", "end")):
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                yield Finding(at(fragment, element))
                return


def language_missing(fragment: Fragment) -> Iterator[Finding]:
    """A variant does not say its language, so no program can use it."""
    yield from (Finding(at(fragment, view.element)) for view in fragment.views if not view.lang)


def lang_attribute(fragment: Fragment) -> Iterator[Finding]:
    """The language stands in lang, as in TMX 1.1; since 1.3 it is xml:lang."""
    for element in all_in(fragment):
        if element.get("lang") is not None and "lang" in ATTRIBUTES.get(name_of(element), ()):
            yield Finding(at(fragment, element), str(element.get("lang")))


def language_underscore(fragment: Fragment) -> Iterator[Finding]:
    """A language tag is written with an underscore; BCP 47 has hyphens: zh-CN."""
    yield from (
        Finding(at(fragment, element), tag) for element, tag in tags_in(fragment) if "_" in tag
    )


def language_tag_wrong(fragment: Fragment) -> Iterator[Finding]:
    """This is no language tag; it should look like zh-CN or en-US."""
    yield from (Finding(at(fragment, e), tag) for e, tag in tags_in(fragment) if spelt(tag) is None)


def language_tag_odd(fragment: Fragment) -> Iterator[Finding]:
    """The tag has the shape of one but unusual capitals, or no language of two or three letters."""
    for element, tag in tags_in(fragment):
        usual = spelt(tag)
        is_short = len(tag.partition("-")[0].partition("_")[0]) in (2, 3)
        if usual and (usual != tag.replace("_", "-") or not is_short):
            yield Finding(at(fragment, element), tag)


def same_language(fragment: Fragment) -> Iterator[Finding]:
    """A unit has two variants in one language: which one a program takes is chance."""
    seen: set[str] = set()
    for view in fragment.views:
        tag = view.lang.replace("_", "-").lower()
        if tag and tag in seen:
            yield Finding(at(fragment, view.element), view.lang)
        seen.add(tag)


def srclang_all(fragment: Fragment) -> Iterator[Finding]:
    """srclang="*all*" says that any language may be the source. Weblate refuses the file."""
    if fragment.element is not None and fragment.element.get("srclang") == "*all*":
        yield Finding(fragment.line)


def srclang_variant(fragment: Fragment) -> Iterator[Finding]:
    """No variant has the very tag that srclang names, so the unit has no source."""
    tags = [view.lang.replace("_", "-").lower() for view in fragment.views]
    source = "" if fragment.element is None else source_of(fragment.element, fragment.srclang)
    if source and any(tags) and source not in tags:
        yield Finding(fragment.line, f"{source} is not among {', '.join(tags)}")


def no_variant(fragment: Fragment) -> Iterator[Finding]:
    """A unit without any variant."""
    if fragment.element is not None and not fragment.views:
        yield Finding(fragment.line)


def one_variant(fragment: Fragment) -> Iterator[Finding]:
    """A unit in one language only translates nothing."""
    if len(fragment.views) == 1:
        yield Finding(fragment.line, fragment.views[0].lang)


def no_segment(fragment: Fragment) -> Iterator[Finding]:
    """A variant holds its text in one seg; this one has none."""
    yield from (
        Finding(at(fragment, view.element), view.lang) for view in fragment.views if not view.segs
    )


def two_segments(fragment: Fragment) -> Iterator[Finding]:
    """A variant holds its text in one seg; what stands in others is lost or refused."""
    yield from (
        Finding(at(fragment, view.segs[1]), view.lang) for view in fragment.views if view.segs[1:]
    )


def empty_segment(fragment: Fragment) -> Iterator[Finding]:
    """A segment without anything to be seen: the translation would be nothing."""
    for view in fragment.views:
        if view.segs and is_blank(view.text) and not len(view.segs[0]):
            yield Finding(at(fragment, view.segs[0]), view.lang)


def white_space(fragment: Fragment) -> Iterator[Finding]:
    """White space around a segment: it matches no sentence exactly."""
    for view in fragment.views:
        for seg in view.segs:
            first, last = seg.text or "", (seg[-1].tail if len(seg) else seg.text) or ""
            if not is_blank(view.text) and (first != first.lstrip() or last != last.rstrip()):
                yield Finding(at(fragment, seg), view.lang)


def not_nfc(fragment: Fragment) -> Iterator[Finding]:
    """Letters are spelt with separate accents (not NFC), so they match no usual spelling."""
    for view in fragment.views:
        if not view.text.isascii() and not unicodedata.is_normalized("NFC", view.text):
            yield Finding(at(fragment, view.element), view.lang)


def long_segment(fragment: Fragment) -> Iterator[Finding]:
    """A side is longer than 2,000 characters; a large vendor's server refuses it."""
    for view in fragment.views:
        if len(view.text) > LONG:
            yield Finding(at(fragment, view.element), f"{view.lang}, {len(view.text):,} characters")


def replacement_character(fragment: Fragment) -> Iterator[Finding]:
    """The mark � stands where some earlier program lost a character."""
    if "\ufffd" in fragment.text:
        yield Finding(fragment.line + fragment.text.count("\n", 0, fragment.text.index("\ufffd")))


def unpaired_code(fragment: Fragment) -> Iterator[Finding]:
    """Each bpt needs one ept after it with the same i, and each i is used once in a segment."""
    for seg in (seg for view in fragment.views for seg in view.segs):
        strays = unpaired(seg)
        yield from (Finding(at(fragment, c), f'<{name_of(c)} i="{c.get("i")}">') for c in strays)


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


def deprecated_ut(fragment: Fragment) -> Iterator[Finding]:
    """The element ut is deprecated since TMX 1.4; ph says the same."""
    yield from (
        Finding(at(fragment, element)) for element in all_in(fragment) if element.tag == "ut"
    )


def omegat_prop(fragment: Fragment) -> Iterator[Finding]:
    """OmegaT ties a unit with a prop of this name to one place of a project."""
    for element in all_in(fragment):
        if element.tag == "prop" and element.get("type") in OMEGAT_PROPS:
            yield Finding(at(fragment, element), str(element.get("type")))


def duplicate(fragment: Fragment) -> Iterator[Finding]:
    """The same source and target stand earlier in the file."""
    if fragment.repeats == "duplicate":
        yield Finding(fragment.line, excerpt(fragment.views[0].text))


def other_target(fragment: Fragment) -> Iterator[Finding]:
    """The source stands earlier with another target; readers differ on which one they keep."""
    if fragment.repeats == "other-target":
        yield Finding(fragment.line, excerpt(fragment.views[0].text))


def same_text(fragment: Fragment) -> Iterator[Finding]:
    """Source and target are the same words: perhaps nobody translated them."""
    texts = {view.text.strip() for view in fragment.views}
    if len(fragment.views) > 1 and len(texts) == 1 and any(map(str.isalpha, *texts)):
        yield Finding(fragment.line, excerpt(fragment.views[0].text))


def not_well_formed(fragment: Fragment) -> tuple[Finding, ...]:
    """This is not XML: a tag without its partner, an attribute without quotes or twice."""
    return ()


def too_large(fragment: Fragment) -> tuple[Finding, ...]:
    """A text or an attribute has more than 10 MB; libxml2, which many readers use, refuses it."""
    return ()
