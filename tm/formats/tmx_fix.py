"""A strict TMX 1.4b out of a broken one, and a word on everything that was done.

Keeps the elements themselves, so that codes, notes, props and dates stay that no unit of ours
has a place for. What cannot be repaired without a guess is left out and named. The rules of
``tmx_rules`` have the last word: a unit that still breaks one is not written. Knows nothing of
how a fault is repaired; ``tmx_steps`` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from corpora.files import open_whole
from corpora.version import version
from tm.errors import TMXError
from tm.formats.clean import language_tag
from tm.formats.tmx_check import defects, repeated
from tm.formats.tmx_fragments import Fragment, as_view, fragments, is_gb18030
from tm.formats.tmx_rules import RULES
from tm.formats.tmx_steps import STEPS, sourced
from tm.formats.tmx_vocabulary import HEADER, spelt
from tm.formats.tmx_write import DOCTYPE

EXAMPLES = 100  # repairs of one code that a result lists; all are counted
_LEFT_OUT = frozenset({"encoding", "not-well-formed", "too-large", "nested-too-deep"})
_DONE = {  # about the parts that are written anew whatever they were
    "encoding": "read in the encoding it is in", "doctype": "TMX's own written",
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
    """Counts repairs and keeps the first of each code."""

    def __init__(self) -> None:
        self.repaired: Counter[str] = Counter()
        self.dropped: Counter[str] = Counter()
        self.first: list[Repair] = []

    def add(self, repair: Repair) -> None:
        count = self.dropped if repair.is_dropped else self.repaired
        count[repair.code] += 1
        if count[repair.code] <= EXAMPLES:
            self.first.append(repair)


def fix_tmx(
    path: str | Path, output: str | Path, *, srclang: str = "", encoding: str = ""
) -> Fixed:
    """Write what is sound or can be repaired in the TMX at *path* to *output*, whole or not at all.

    *srclang* and *encoding* overrule what the file says. Of several targets of one source the
    first stays. *output* may be *path*.

    Raises:
        TMXError: *path* cannot be opened, is no TMX, or no unit of it can be kept.
        LanguageError: *srclang* is no language tag.
        FormatError: *output* cannot be written.
    """
    plan = _planned(path, language_tag(srclang) if srclang else "", encoding)
    log = _Log()
    units = 0
    with open_whole(output) as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration(doctype=DOCTYPE)
        with xml.element("tmx", version="1.4"):
            xml.write("\n")
            xml.write(plan.header)
            with xml.element("body"):
                xml.write("\n")
                for tu in _repaired(fragments(path, encoding=encoding), plan, log):
                    xml.write(tu)
                    units += 1
            xml.write("\n")
        if not units:
            raise _emptied(Path(path), log, encoding)
    return Fixed(units, dict(log.repaired), dict(log.dropped), tuple(log.first))


def _emptied(path: Path, log: _Log, encoding: str) -> TMXError:
    """Say why nothing is left of the file at *path*, and how it would be read."""
    why = ", ".join(f"{number:,} × {code}" for code, number in log.dropped.items())
    problem = f"no unit would be left ({why})" if why else "there is no unit in it"
    if "encoding" not in log.dropped:
        return TMXError(problem, path, remedy=f"look at it with: duizhao tm check {path}")
    name = "gb18030" if not encoding and is_gb18030(path) else "NAME"
    return TMXError(problem, path, remedy=f"say in which encoding it is: --encoding {name}")


def _planned(path: str | Path, srclang: str, encoding: str) -> _Plan:
    """Read as far as the first unit that translates something."""
    header, line = etree.Element("header"), 1
    entities: set[str] = set()
    units = roots = 0
    first: list[str] = []
    marks: list[Repair] = []
    for fragment in fragments(path, encoding=encoding):
        if fragment.kind == "header" and fragment.element is not None and not len(header.attrib):
            header, line = fragment.element, fragment.line
            marks = [
                Repair(m.code, m.line, 0, m.fix or "what was read kept") for m in fragment.marks
            ]
        elif fragment.kind == "doctype":
            entities.update(
                finding.detail for finding in RULES["entity-declaration"].find(fragment)
            )
        elif fragment.kind == "unit":
            units += 1
            first = [tag for view in fragment.views if (tag := spelt(view.lang))]
            if len(set(first)) > 1:
                break
        roots += fragment.kind == "root"
    if not units and not roots:
        raise TMXError("not a TMX: it has no <tmx> element", path, remedy="choose another file")
    found = [(code, done) for code, step in STEPS.items() for done in step(header)]
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
    if any(defect.severity == "error" for defect in defects(Fragment("header", element=header))):
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


def _repaired(parts: Iterator[Fragment], plan: _Plan, log: _Log) -> Iterator[etree._Element]:
    seen: dict[int, int] = {}
    number = 0
    of_header = list(plan.repairs)
    for fragment in parts:
        while of_header and fragment.kind in ("header", "unit", "end"):
            log.add(of_header.pop(0))
        if fragment.kind == "unit":
            number += 1
            repairs = list(_unit_repairs(fragment, plan, number))
            dropped = next((repair for repair in repairs if repair.is_dropped), None)
            final = dropped or _verdict(fragment, plan, number, seen)
            for repair in [final] if final else repairs:
                log.add(repair)
            if not final and fragment.element is not None:
                yield _laid_out(fragment.element)
        elif fragment.kind != "header":
            for defect in defects(fragment):
                if defect.code != "no-unit":
                    done = _DONE.get(defect.code, "written anew")
                    log.add(Repair(defect.code, defect.line, 0, done))


def _unit_repairs(fragment: Fragment, plan: _Plan, number: int) -> Iterator[Repair]:
    """Repair the element of *fragment*, one step after the other."""
    excerpt = " ".join(fragment.text.split())[:80]
    for mark in fragment.marks:
        declared = mark.code == "undefined-entity" and mark.detail[1:-1] in plan.entities
        if declared or mark.code in _LEFT_OUT:
            done = f"left out: {mark.detail}".rstrip(": ")
            yield Repair(mark.code, mark.line, number, done, is_dropped=True, excerpt=excerpt)
            return
        yield Repair(mark.code, mark.line, number, mark.fix)
    if fragment.element is not None:
        for code, step in STEPS.items():
            for done in step(fragment.element):
                yield Repair(code, fragment.line, number, done)
        for done in sourced(fragment.element, plan.srclang):
            yield Repair("srclang-variant", fragment.line, number, done)


def _verdict(fragment: Fragment, plan: _Plan, number: int, seen: dict[int, int]) -> Repair | None:
    """Say why the repaired unit may still not be written, if it may not."""
    excerpt = " ".join(fragment.text.split())[:80]
    views = tuple(map(as_view, [] if fragment.element is None else fragment.element.findall("tuv")))
    ready = Fragment("unit", fragment.text, 1, fragment.element, views=views, srclang=plan.srclang)
    if len(views) < 2:
        code = "one-variant" if views else "no-variant"
        return Repair(code, fragment.line, number, "left out", is_dropped=True, excerpt=excerpt)
    errors = (defect for defect in defects(ready) if defect.severity == "error")
    if error := next(errors, None):
        done = f"left out: {error.message}"
        return Repair(error.code, fragment.line, number, done, is_dropped=True, excerpt=excerpt)
    if code := repeated(ready, seen):
        text = " → ".join(view.text for view in views)[:80]
        return Repair(code, fragment.line, number, "left out", is_dropped=True, excerpt=text)
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
