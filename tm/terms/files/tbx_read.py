"""Reading TBX of any age, one concept at a time: version 2 (martif), version 3, TBX-Min.

The structure is one under several names: an entry holds languages, a language holds terms.
What is said of them stands in ``type`` attributes (DCA, and all of version 2) or in the
names of elements (DCT, TBX-Min). Categories that we have no field for are kept: of a
concept as properties, of a term as lines of its note. Follows no reference out of the
file and expands no entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

from lxml import etree

from corpora.errors import LanguageError
from tm.errors import TBXError
from tm.formats.archives import opened
from tm.formats.clean import XML_LANG, clean_lines, clean_text, is_blank, language_tag
from tm.formats.safe_xml import (
    EXPORT,
    UNKNOWN_ENTITY,
    Kind,
    elements,
    line_of,
    local_name,
    root_of,
    unknown_entity,
)
from tm.formats.skipped import BadUnitError, Reporter, Skip
from tm.formats.tmx_props import moment_of
from tm.terms.concept import Concept, Term
from tm.terms.files.fields import read_concept_field, read_term_field
from tm.terms.files.names import EVIDENCE, FIELD_OF, OURS
from tm.terms.files.plain import (
    JOINT,
    RIGHTED,
    SOURCE,
    UNKNOWN_STATUS,
    Langs,
    checked,
    chosen_of,
    righted,
)

_ROOTS = frozenset({"martif", "tbx", "TBX"})
_ENTRIES = ("termEntry", "conceptEntry", "entry")
_LANGUAGES = frozenset({"langSet", "langSec", "langGroup"})
_ABOUT = "sourceDesc"
_TERMS = frozenset({"tig", "ntig", "termSec", "termGroup"})
_GROUPS = frozenset({"termGrp", "termNoteGrp", "descripGrp", "adminGrp", "refGrp"})
_APART = _LANGUAGES | _TERMS | {"term", "transacGrp"}  # are read by themselves
# elements whose type says what they hold
_CATEGORIES = frozenset({"descrip", "admin", "termNote", "transac", "ref", "xref"}).union(
    {"descripNote", "adminNote", "transacNote"}
)
_ORIGINS = frozenset({"origination", "input", "creation"})
_NUMBER = re.compile(r"_[0-9]+")  # a number as an id of XML, which must begin otherwise
_LINES = {"definition": "\n", "note": "\n", "subject": JOINT, "paragraphs": JOINT}  # given often
_TERM = {
    "administrativeStatus": "status",
    "termStatus": "status",  # of TBX-Min
    "x-status": "status",
    "termType": "form",
    "partOfSpeech": "part_of_speech",
    "x-part-of-speech": "part_of_speech",
    "context": "context",
    "source": "source",
    "note": "note",
    "x-para": "paragraph",
    "x-base": "base",
}
_OTHER_KINDS = {
    "mtf": "MultiTerm XML",
    "tmx": "a translation memory (TMX)",
    "xliff": "an XLIFF",
    "html": "a web page",
    "rdf": "RDF",
    "glossml": "GlossML",
    "utx": "UTX",
}


class Fact(NamedTuple):
    """What an element says of a concept or a term."""

    category: str
    text: str


def read_tbx(path: str | Path, *, langs: Langs = None, skipped: Skip = None) -> Iterator[Concept]:
    """Yield the concepts of the TBX at *path*; memory does not grow with the file.

    A ``.gz`` is unpacked; of a ``.zip``, every ``.tbx`` inside is read. *langs* keeps
    those two languages only. *skipped* is told of each concept that cannot be used;
    without it the first is an error.

    Raises:
        TBXError: it is no TBX, or while reading, at the place where the file is broken.
    """
    path = Path(path)
    try:
        for stream, name in opened(path, ".tbx", TBXError):
            yield from _concepts(stream, Reporter(name, skipped, TBXError), langs)
    except OSError as error:
        problem = f"cannot read it ({error.strerror})"
        raise TBXError(problem, path, remedy="check its name and your rights") from error


def _concepts(stream: IO[bytes], reporter: Reporter, langs: Langs) -> Iterator[Concept]:
    root = root_of(stream, reporter.path, Kind("a TBX", "", TBXError))
    kind, is_empty, is_ours = _kind_of(root, reporter.path), True, False
    for name, element in elements(stream, reporter.path, kind, ended=(_ABOUT, *_ENTRIES)):
        if name == _ABOUT:
            is_ours = "".join(map(str, element.itertext())).strip() == SOURCE
            continue
        is_empty = False
        try:
            concept = _concept(element, reporter)
            concept = concept if is_ours else _righted(concept, reporter, line_of(element))
        except BadUnitError as bad:
            bad.report(reporter)
            continue
        if chosen := chosen_of(concept, langs, reporter, line_of(element)):
            yield checked(chosen, reporter, line_of(element))
    if is_empty:
        dialect = root.get("type") or root.get("dialect") or "no type"
        problem = f"no concept in it: a TBX ({dialect}) without any {', '.join(_ENTRIES)}"
        raise TBXError(problem, reporter.path, remedy="export it as TBX-Basic")


def _righted(concept: Concept, reporter: Reporter, line: int) -> Concept:
    terms = righted(concept.terms)
    if not terms:
        return concept
    reporter.mention(line, RIGHTED, excerpt=terms[0].text)
    return replace(concept, terms=tuple(terms))


def _kind_of(root: etree._Element, path: Path) -> Kind:
    """Return what to expect of a file that begins with *root*.

    Raises:
        TBXError: it is no TBX; the message names what it is.
    """
    name = local_name(root.tag)
    if name in _ROOTS:
        return Kind("a TBX", name, TBXError)
    what = _OTHER_KINDS.get(name.lower())
    found = f"{what}, with the root <{name}>" if what else f"its root is <{name}>"
    remedy = "export it as TBX-Basic from the program that made it"
    raise TBXError(f"not a TBX: {found}", path, remedy=remedy)


def _concept(entry: etree._Element, reporter: Reporter) -> Concept:
    if entity := unknown_entity(entry):
        problem, remedy = UNKNOWN_ENTITY
        raise BadUnitError(problem, line_of(entry), excerpt=entity, remedy=remedy)
    facts, terms = list(_facts(entry)), []
    for section in entry:
        if local_name(section.tag) not in _LANGUAGES:
            continue
        lang = _language(section)
        found = [_term(lang, term, reporter) for term in section if local_name(term.tag) in _TERMS]
        said = list(_facts(section))
        context = next((fact for fact in said if fact.category == "context"), None)
        if context and not all(term.context for term in found):
            said.remove(context)  # of the terms beside it, as Weblate writes it
            found = [replace(term, context=term.context or context.text) for term in found]
        facts += said
        terms += found
    named = [term for term in terms if not is_blank(term.text)]
    if not named:
        raise BadUnitError("a concept without a term", line_of(entry), remedy=EXPORT)
    if len(named) < len(terms):
        reporter.mention(line_of(entry), "a term without text", excerpt=named[0].text)
    terms = named
    return _with_facts(Concept(tuple(terms), **_history(entry)), entry.get("id") or "", facts)


def _language(section: etree._Element) -> str:
    tag = section.get(XML_LANG) or section.get("lang") or ""
    try:
        return language_tag(tag)
    except LanguageError as error:
        problem = f"terms whose language is {tag!r}"
        raise BadUnitError(
            problem, line_of(section), remedy="give it a tag such as zh-CN"
        ) from error


def _facts(parent: etree._Element) -> Iterator[Fact]:
    """Yield what is said of *parent* itself, groups dissolved."""
    for child in parent:
        name = local_name(child.tag)
        if name in _GROUPS:
            yield from _facts(child)
        elif name and name not in _APART:
            category = child.get("type", name) if name in _CATEGORIES else name
            text = clean_lines("".join(map(str, child.itertext())))
            target = child.get("target", "")
            if name == "xref" and target not in text:  # the address may stand here only
                text = f"{text} {target}".strip()
            if text:
                yield Fact(category, text)


def _with_facts(concept: Concept, name: str, facts: list[Fact]) -> Concept:
    found: dict[str, Any] = {"id": name[1:] if _NUMBER.fullmatch(name) else name}
    lines: dict[str, list[str]] = {field: [] for field in _LINES}
    props = []
    for category, text in facts:
        field = FIELD_OF.get(category, "")
        if field in lines:
            lines[field].append(text)
        elif field and (value := read_concept_field(field, text)) is not None:
            found[field] = value
        else:
            bare = category.removeprefix(OURS)
            props.append((bare if bare in EVIDENCE else category, clean_text(text)))
    joined = {field: read_concept_field(field, _LINES[field].join(lines[field])) for field in lines}
    return replace(concept, **joined, **found, props=tuple(props))


def _term(lang: str, section: etree._Element, reporter: Reporter) -> Term:
    term = next(section.iter("{*}term"), None)
    text = "" if term is None else clean_text("".join(map(str, term.itertext())))
    found: dict[str, str] = {}
    notes = []
    for category, said in _facts(section):
        field = _TERM.get(category, "")
        value = read_term_field(field, said) if field else None
        if field == "note":
            notes.append(said)
        elif value and (field not in found or category.startswith(OURS)):
            found[field] = value
        else:
            notes.append(f"{category}: {said}")
            if field == "status" and not value:
                reporter.mention(line_of(section), UNKNOWN_STATUS.format(said), excerpt=text)
    return Term(lang, text, **found, note="\n".join(notes))


def _history(entry: etree._Element) -> dict[str, Any]:
    """Return when a concept was made and last changed, and who did the last of it."""
    created = changed = None
    author = ""
    for group in entry.iter("{*}transacGrp"):
        facts = {fact.category: fact.text for fact in _facts(group)}
        moment = _moment(facts.get("date", ""), facts.get("x-time", ""))
        if facts.get("transactionType", "").lower() not in _ORIGINS:
            changed = moment or changed
        else:
            created = created or moment
        author = facts.get("responsibility", author)
    return {"created": created, "changed": changed, "author": author}


def _moment(date: str, time: str) -> datetime | None:
    return moment_of(f"{date}T{time}" if time else date)
