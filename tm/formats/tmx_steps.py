"""The repairs of a header or a unit, one small step for each fault, in the order that works.

Knows how to mend an element in its place, and says what it did. Knows no files and no lines, and
does not judge the outcome: whether the unit may be written is for ``tmx_fix`` to ask the rules.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator

from lxml import etree

from tm.formats.clean import XML_LANG
from tm.formats.tmx_fragments import as_view
from tm.formats.tmx_props import moment_of, tmx_date
from tm.formats.tmx_unit_rules import unpaired
from tm.formats.tmx_vocabulary import (
    ATTRIBUTES,
    CHILDREN,
    DATES,
    OMEGAT_PROPS,
    VALUES,
    name_of,
    source_of,
    spelt,
)


def _lang(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter("tuv", "note", "prop"):
        if "lang" in element.attrib:
            tag = element.attrib.pop("lang")
            element.set(XML_LANG, str(element.get(XML_LANG) or tag))
            yield f"lang={tag!s} moved to xml:lang"


def _underscores(tree: etree._Element) -> Iterator[str]:
    yield from _respelt(tree, is_underscore=True)


def _tags(tree: etree._Element) -> Iterator[str]:
    yield from _respelt(tree, is_underscore=False)


def _respelt(tree: etree._Element, *, is_underscore: bool) -> Iterator[str]:
    """Spell language tags as usual; of what is none, only a variant's stays, to be refused."""
    for element in tree.iter("*"):
        for name in {XML_LANG, "adminlang", "srclang"} & {*map(str, element.attrib)}:
            old = str(element.get(name))
            new = spelt(old)
            if old in ("*all*", new) or ("_" in old) != is_underscore:
                continue
            if new:
                element.set(name, new)
                yield f"{old} written as {new}"
            elif element.tag != "tuv":
                del element.attrib[name]
                yield f"{old}, which is no language, taken out"


def _codes(tree: etree._Element) -> Iterator[str]:
    """Give segments only the codes that TMX knows, in pairs."""
    for seg in tree.iter("seg"):
        numbers = _free_numbers(seg)
        for code in list(seg.iterdescendants("*")):
            yield from _as_code(code, numbers)


def _as_code(code: etree._Element, numbers: Iterator[int]) -> Iterator[str]:
    parent, name = code.getparent(), name_of(code)
    allowed = None if parent is None else CHILDREN.get(name_of(parent))
    if parent is None or allowed is None or name in allowed:
        return
    if name == "sub" and "hi" in allowed:
        code.tag = "hi"
        yield "sub turned into hi"
    elif name_of(parent) not in ("seg", "hi", "sub"):
        shown = etree.tostring(code, encoding="unicode", with_tail=False)
        _replace(code, [], re.sub(r' xmlns:\w+="[^"]*"', "", shown))
        yield f"<{name}> turned into text"
    else:
        attributes = "".join(f' {key!s}="{value!s}"' for key, value in code.items())
        number = str(next(numbers))
        if len(code) or code.text:
            first, last = etree.Element("bpt", i=number), etree.Element("ept", i=number)
            first.text, first.tail, last.text = f"<{name}{attributes}>", code.text, f"</{name}>"
            _replace(code, [first, *code, last], "")
        else:
            alone = etree.Element("ph")
            alone.text = f"<{name}{attributes}/>"
            _replace(code, [alone], "")
        yield f"<{name}> put into codes"


def _free_numbers(seg: etree._Element) -> Iterator[int]:
    used = [str(code.get("i")) for code in seg.iter("bpt", "ept")]
    return itertools.count(
        max((int(n) for n in used if len(n) < 9 and n.isdecimal()), default=0) + 1
    )


def _replace(old: etree._Element, new: list[etree._Element], text: str) -> None:
    """Put the elements *new* or *text* where *old* stands; what follows it stays."""
    parent = old.getparent()
    if parent is None:
        return
    place, tail = parent.index(old), text + (old.tail or "")
    if new:
        new[-1].tail = tail
    elif place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent[place : place + 1] = new


def _pairs(tree: etree._Element) -> Iterator[str]:
    """Number codes without a number as brackets pair; isolated ones become ``it``."""
    for seg in tree.iter("seg"):
        waiting: dict[str, list[str]] = {}
        numbers = _free_numbers(seg)
        for code in seg.iter("bpt", "ept"):
            old = str(code.get("i"))
            if not VALUES["i"].fullmatch(old):
                partners = waiting.setdefault(old, [])
                number = partners.pop() if code.tag == "ept" and partners else str(next(numbers))
                if code.tag == "bpt":
                    partners.append(number)
                code.set("i", number)
                yield f"{code.tag!s} numbered"
        for code in unpaired(seg):
            yield f'{code.tag!s} i="{code.attrib.pop("i")!s}" without a partner turned into it'
            code.set("pos", "begin" if code.tag == "bpt" else "end")
            code.tag = "it"
        for code in seg.iter("it"):
            if not VALUES["pos"].fullmatch(str(code.get("pos"))):
                code.attrib.pop("pos", "")
                code.tag = "ph"
                yield "it without begin or end turned into ph"


def _ut(tree: etree._Element) -> Iterator[str]:
    for code in list(tree.iter("ut")):
        code.tag = "ph"
        yield "ut turned into ph"


def _elements(tree: etree._Element) -> Iterator[str]:
    for parent in list(tree.iter("header", "tu", "tuv", "note", "prop", "ude", "map")):
        for child in list(parent):
            if name_of(child) not in CHILDREN[name_of(parent)]:
                text = "".join(map(str, child.itertext()))
                yield f"<{name_of(child)}> {text[:40]!r} taken out"
                _replace(child, [], text if parent.tag in ("note", "prop") else "")


def _texts(tree: etree._Element) -> Iterator[str]:
    """Move text from between elements into a note."""
    for element in list(tree.iter("header", "tu", "tuv")):
        found = " ".join("".join(_between(element)).split())
        element.text = None
        for child in element:
            child.tail = None
        if found:
            note = etree.Element("note")
            note.text = found
            element.insert(0, note)
            yield f"{found[:40]!r} moved to a note"


def _between(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield f" {child.tail or ''}"


def _order(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter("tu", "tuv"):
        children = list(element)
        ordered = sorted(children, key=lambda child: child.tag in ("tuv", "seg"))
        if children != ordered:
            element[:] = ordered
            yield f"notes and props of <{element.tag!s}> moved to the front"


def _omegat_props(tree: etree._Element) -> Iterator[str]:
    for prop in tree.iter("prop"):
        name = str(prop.get("type") or "")
        if tree.tag == "tu" and name in OMEGAT_PROPS:
            prop.set("type", f"x-omegat-{name.removeprefix('x-')}")
            yield f"{name} renamed to {prop.get('type')!s}"


def _untyped_props(tree: etree._Element) -> Iterator[str]:
    for prop in tree.iter("prop"):
        if prop.get("type") is None:
            prop.set("type", "x-untyped")
            yield "a prop named x-untyped"


def _dates(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter("*"):
        for name in DATES:
            old = element.get(name)
            moment = moment_of(str(old)) if old is not None else None
            if old is not None and not VALUES[name].fullmatch(str(old)):
                if moment:
                    element.set(name, tmx_date(moment))
                    yield f"{old!s} written as {tmx_date(moment)}"
                else:
                    yield _as_prop(element, name)


def _segtypes(tree: etree._Element) -> Iterator[str]:
    yield from _values_of(tree, frozenset({"segtype"}))


def _values(tree: etree._Element) -> Iterator[str]:
    yield from _values_of(tree, frozenset({"usagecount", "tuid", "x", "assoc"}))


def _values_of(tree: etree._Element, names: frozenset[str]) -> Iterator[str]:
    for element in list(tree.iter("*")):
        for name in sorted(names & {*map(str, element.attrib)}):
            if not VALUES[name].fullmatch(str(element.get(name))):
                yield _as_prop(element, name)


def _attributes(tree: etree._Element) -> Iterator[str]:
    for element in list(tree.iter("*")):
        names = [str(name) for name in element.attrib]
        for name in names:
            if name not in ATTRIBUTES.get(name_of(element), names):
                yield _as_prop(element, name)


def _as_prop(element: etree._Element, name: str) -> str:
    """Move an attribute of a unit, a variant or the header to a prop; other elements lose it."""
    value = str(element.attrib.pop(name))
    if element.tag not in ("header", "tu", "tuv") or not value:
        return f"{name}={value} of <{name_of(element)}> taken out"
    prop = etree.Element("prop", type="x-" + re.sub(r"[^\w.-]", "-", name.rpartition("}")[2]))
    prop.text = value
    element.insert(0, prop)
    return f"{name}={value} moved to a prop"


def _trimmed(tree: etree._Element) -> Iterator[str]:
    for seg in tree.iter("seg"):
        last = seg[-1] if len(seg) else None
        first, end = seg.text or "", (seg.text if last is None else last.tail) or ""
        if first != first.lstrip() or end != end.rstrip():
            seg.text = first.lstrip() if last is not None else first.strip()
            if last is not None:
                last.tail = end.rstrip()
            yield "white space trimmed"


def _composed(tree: etree._Element) -> Iterator[str]:
    for seg in tree.iter("seg"):
        if not unicodedata.is_normalized("NFC", "".join(map(str, seg.itertext()))):
            for element in seg.iter("*"):
                element.text = unicodedata.normalize("NFC", element.text or "") or None
                if element is not seg:
                    element.tail = unicodedata.normalize("NFC", element.tail or "") or None
            yield "normalised to NFC"


def _one_seg(tree: etree._Element) -> Iterator[str]:
    for tuv in tree.iter("tuv"):
        segs = tuv.findall("seg")
        if len({etree.tostring(seg, with_tail=False) for seg in segs}) == 1 and segs[1:]:
            for seg in segs[1:]:
                tuv.remove(seg)
            yield "a segment that stood there twice taken out"


def _one_language(tree: etree._Element) -> Iterator[str]:
    """Keep one of several equal variants; what differs is not for a program to choose."""
    seen = set()
    for tuv in tree.findall("tuv"):
        view = as_view(tuv)
        if (view.lang, view.text) in seen:
            tree.remove(tuv)
            yield f"a second equal variant in {view.lang} taken out"
        seen.add((view.lang, view.text))


def _whole_variants(tree: etree._Element) -> Iterator[str]:
    """Take out variants without text where others translate the unit."""
    for tuv in tree.findall("tuv"):
        view = as_view(tuv)
        if not view.text.strip() and len(tree.findall("tuv")) > 2:
            tree.remove(tuv)
            yield f"the empty variant in {view.lang or 'no language'} taken out"


def sourced(tu: etree._Element, srclang: str) -> Iterator[str]:
    """Let the unit itself name its source where the header's tag is another spelling of it."""
    tags = [as_view(tuv).lang for tuv in tu.findall("tuv")]
    own = str(tu.get("srclang") or "")
    if own and own not in tags:
        del tu.attrib["srclang"]
        yield f"srclang={own}, which no variant has, taken out"
    if source_of(tu, srclang) not in [tag.lower() for tag in tags]:
        primary = srclang.partition("-")[0]
        same = [tag for tag in tags if tag.partition("-")[0] == primary]
        if len(same) == 1:
            tu.set("srclang", same[0])
            yield f"srclang={same[0]} written"


STEPS: dict[str, Callable[[etree._Element], Iterator[str]]] = {
    "lang-attribute": _lang,
    "language-underscore": _underscores,
    "language-tag-odd": _tags,
    "deprecated-ut": _ut,
    "foreign-in-segment": _codes,
    "unpaired-code": _pairs,
    "unknown-element": _elements,
    "text-outside": _texts,
    "date": _dates,
    "segtype": _segtypes,
    "attribute-value": _values,
    "unknown-attribute": _attributes,
    "attribute-missing": _untyped_props,
    "omegat-prop": _omegat_props,
    "element-order": _order,
    "white-space": _trimmed,
    "not-nfc": _composed,
    "two-segments": _one_seg,
    "same-language": _one_language,
    "empty-segment": _whole_variants,
}
