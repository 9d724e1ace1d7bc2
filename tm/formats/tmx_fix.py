"""A strict TMX 1.4b out of a broken one, and a word on everything that was done.

Repairs the elements themselves, so that codes, notes, props and dates stay that no unit of ours
has a place for. What cannot be repaired without a guess is left out and named. The rules of
``tmx_rules`` have the last word: a unit that still breaks one is not written.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from corpora.files import open_whole
from corpora.version import version
from tm.errors import TMXError
from tm.formats.clean import XML_LANG, language_tag
from tm.formats.tmx_check import as_view, defects, pieces, repeated
from tm.formats.tmx_props import moment_of, tmx_date
from tm.formats.tmx_rules import (
    ATTRIBUTES,
    CHILDREN,
    DATES,
    HEADER,
    OMEGAT_PROPS,
    RULES,
    VALUES,
    Piece,
    name_of,
    source_of,
    spelt,
    unpaired,
)
from tm.formats.tmx_write import DOCTYPE

EXAMPLES = 100  # repairs of one code that a result lists; all are counted
_LEFT_OUT = frozenset({"encoding", "not-well-formed", "too-large", "nested-too-deep"})
_DONE = {  # about the parts that are written anew whatever they were
    "encoding": "read as UTF-8", "doctype": "TMX's own written",
    "entity-declaration": "taken out; units that use it are left out", "version": "1.4 written",
    "unknown-attribute": "taken out", "no-header": "supplied", "no-body": "supplied",
    "part-twice": "joined", "truncated": "the whole units before the cut kept",
    "byte-order-mark": "taken out", "not-utf-8": "written as UTF-8", "text-outside": "taken out",
}  # fmt: skip


class Repair(NamedTuple):
    """What was done about one problem; ``is_dropped`` where the unit was left out for it."""

    code: str
    line: int
    unit: int  # its number, from 1; 0 for the header and the file itself
    done: str
    is_dropped: bool = False
    excerpt: str = ""  # of what was left out


@dataclass(frozen=True, slots=True)
class Fixed:
    """How many units were written, and by code how many repairs made and how many left out."""

    units: int
    repaired: Mapping[str, int]
    dropped: Mapping[str, int]
    repairs: tuple[Repair, ...]  # the first of each code


class _Plan(NamedTuple):
    """What the new file will say of itself, and which entities the old one declares."""

    header: etree._Element
    srclang: str
    entities: frozenset[str]
    repairs: tuple[Repair, ...]


class _Log:
    """Counts repairs, keeps the first of each code and hands each to whoever listens."""

    def __init__(self, report: Callable[[Repair], None] | None) -> None:
        self.repaired: Counter[str] = Counter()
        self.dropped: Counter[str] = Counter()
        self.first: list[Repair] = []
        self._report = report

    def add(self, repair: Repair) -> None:
        count = self.dropped if repair.is_dropped else self.repaired
        count[repair.code] += 1
        if count[repair.code] <= EXAMPLES:
            self.first.append(repair)
        if self._report:
            self._report(repair)


def fix_tmx(
    path: str | Path,
    output: str | Path,
    *,
    srclang: str = "",
    encoding: str = "",
    report: Callable[[Repair], None] | None = None,
) -> Fixed:
    """Write what is sound or can be repaired in the TMX at *path* to *output*, whole or not at all.

    *srclang* and *encoding* overrule what the file says; *report* gets every repair as it is
    made, of which the result lists the first of each code. Of several targets of one source the
    first stays. *output* may be *path*.

    Raises:
        TMXError: *path* cannot be opened or is no TMX.
        LanguageError: *srclang* is no language tag.
        FormatError: *output* cannot be written.
    """
    plan = _planned(path, language_tag(srclang) if srclang else "", encoding)
    log = _Log(report)
    units = 0
    with open_whole(output) as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration(doctype=DOCTYPE)
        with xml.element("tmx", version="1.4"):
            xml.write("\n")
            xml.write(plan.header)
            with xml.element("body"):
                xml.write("\n")
                for tu in _repaired(pieces(path, encoding=encoding), plan, log):
                    xml.write(tu)
                    units += 1
            xml.write("\n")
    return Fixed(units, dict(log.repaired), dict(log.dropped), tuple(log.first))


def _planned(path: str | Path, srclang: str, encoding: str) -> _Plan:
    """Read as far as the first unit that translates something."""
    header, line = etree.Element("header"), 1
    entities: set[str] = set()
    units = roots = 0
    first: list[str] = []
    marks: list[Repair] = []
    for piece in pieces(path, encoding=encoding):
        if piece.kind == "header" and piece.element is not None and not len(header.attrib):
            header, line = piece.element, piece.line
            marks = [Repair(m.code, m.line, 0, m.fix or "what was read kept") for m in piece.marks]
        elif piece.kind == "doctype":
            entities.update(hit.detail for hit in RULES["entity-declaration"].find(piece))
        elif piece.kind == "unit":
            units += 1
            first = [tag for view in piece.views if (tag := spelt(view.lang))]
            if len(set(first)) > 1:
                break
        roots += piece.kind == "root"
    if not units and not roots:
        raise TMXError("not a TMX: it has no <tmx> element", path, remedy="choose another file")
    found = [(code, done) for code, step in _STEPS.items() for done in step(header)]
    found += _complete(header, srclang, first)
    repairs = [*marks, *(Repair(code, line, 0, done) for code, done in found)]
    return _Plan(header, str(header.get("srclang")), frozenset(entities), tuple(repairs))


def _complete(header: etree._Element, wanted: str, first: list[str]) -> Iterator[tuple[str, str]]:
    """Supply what *header* lacks; *first* are the languages of the first unit."""
    supplied = {
        "creationtool": "duizhao", "creationtoolversion": version(), "segtype": "sentence",
        "o-tmf": "duizhao", "adminlang": "en", "datatype": "plaintext",
    }  # fmt: skip
    said = str(header.get("srclang") or "")
    source = wanted or _source(said, first)
    code = {"": "header-attribute", "*all*": "srclang-all"}.get(said, "srclang-variant")
    header.set("srclang", source)
    if said != source:
        yield code, f"srclang={source} written" + (f" instead of {said}" if said else "")
    for name, value in supplied.items():
        if not header.get(name):
            header.set(name, value)
            yield "header-attribute", f"{name}={value} supplied"
    order = {name: str(header.get(name)) for name in HEADER}
    order |= {str(name): str(value) for name, value in header.items()}
    header.attrib.clear()
    for name, value in order.items():
        header.set(name, value)
    if any(defect.severity == "error" for defect in defects(Piece("header", element=header))):
        header[:] = []
        yield "unknown-element", "what stood in the header taken out"
    header.tail = "\n"


def _source(said: str, first: list[str]) -> str:
    """Choose the source language: the header's as the variants spell it, else the first."""
    primary = said.partition("-")[0].lower()
    if spelt(said) and said in first:
        return said
    same = [tag for tag in first if tag.partition("-")[0].lower() == primary]
    return next(iter([*same, *([said] if spelt(said) else []), *first, "und"]))


def _repaired(parts: Iterator[Piece], plan: _Plan, log: _Log) -> Iterator[etree._Element]:
    seen: dict[int, int] = {}
    number = 0
    of_header = list(plan.repairs)
    for piece in parts:
        while of_header and piece.kind in ("header", "unit", "end"):
            log.add(of_header.pop(0))
        if piece.kind == "unit":
            number += 1
            repairs = list(_unit_repairs(piece, plan, number))
            dropped = next((repair for repair in repairs if repair.is_dropped), None)
            final = dropped or _verdict(piece, plan, number, seen)
            for repair in [final] if final else repairs:
                log.add(repair)
            if not final and piece.element is not None:
                yield _laid_out(piece.element)
        elif piece.kind != "header":
            for defect in defects(piece):
                if defect.code != "no-unit":
                    done = _DONE.get(defect.code, "written anew")
                    log.add(Repair(defect.code, defect.line, 0, done))


def _unit_repairs(piece: Piece, plan: _Plan, number: int) -> Iterator[Repair]:
    """Repair the element of *piece*, one step after the other."""
    excerpt = " ".join(piece.text.split())[:80]
    for mark in piece.marks:
        declared = mark.code == "undefined-entity" and mark.detail[1:-1] in plan.entities
        if declared or mark.code in _LEFT_OUT:
            done = f"left out: {mark.detail}".rstrip(": ")
            yield Repair(mark.code, mark.line, number, done, is_dropped=True, excerpt=excerpt)
            return
        yield Repair(mark.code, mark.line, number, mark.fix)
    if piece.element is not None:
        for code, step in _STEPS.items():
            for done in step(piece.element):
                yield Repair(code, piece.line, number, done)
        for done in _sourced(piece.element, plan.srclang):
            yield Repair("srclang-variant", piece.line, number, done)


def _verdict(piece: Piece, plan: _Plan, number: int, seen: dict[int, int]) -> Repair | None:
    """Say why the repaired unit may still not be written, if it may not."""
    excerpt = " ".join(piece.text.split())[:80]
    views = tuple(map(as_view, [] if piece.element is None else piece.element.findall("tuv")))
    ready = Piece("unit", piece.text, 1, piece.element, views=views, srclang=plan.srclang)
    if len(views) < 2:
        code = "one-variant" if views else "no-variant"
        return Repair(code, piece.line, number, "left out", is_dropped=True, excerpt=excerpt)
    errors = (defect for defect in defects(ready) if defect.severity == "error")
    if error := next(errors, None):
        done = f"left out: {error.message}"
        return Repair(error.code, piece.line, number, done, is_dropped=True, excerpt=excerpt)
    if code := repeated(ready, seen):
        text = " → ".join(view.text for view in views)[:80]
        return Repair(code, piece.line, number, "left out", is_dropped=True, excerpt=text)
    return None


def _laid_out(tu: etree._Element) -> etree._Element:
    """Set one child on each line; segments are left as they are."""
    etree.cleanup_namespaces(tu)
    tu.text = tu.tail = "\n"
    for child in tu:
        child.tail = "\n"
        if child.tag == "tuv":
            child.text = None
            for inner in child:
                inner.tail = None
    return tu


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


def _sourced(tu: etree._Element, srclang: str) -> Iterator[str]:
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


_STEPS: dict[str, Callable[[etree._Element], Iterator[str]]] = {
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
