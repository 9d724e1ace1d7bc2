"""Writing TBX-Basic, one concept at a time: version 2 (ISO 30042:2008) and 3 (2019, DCA).

Knows that most programs read version 2 only, and that the standard has no category for
some of what we know: that goes into ``<admin type="x-…">``, which others pass over. A
forbidden term is a deprecated one to others, since TBX-Basic knows nothing stronger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from corpora.errors import FormatError
from corpora.files import open_whole
from corpora.types import ZH
from tm.formats.clean import XML_LANG
from tm.terms.concept import Concept, Term
from tm.terms.files.fields import text_of
from tm.terms.files.names import (
    EVIDENCE,
    FORM_VALUES,
    OURS,
    STATUS_VALUES,
    part_of_speech_named,
)
from tm.terms.files.plain import SOURCE, Langs, Sieve, WrittenConcepts, grouped

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")
_NUMBER = re.compile(r"[0-9]+")
_DESCRIPTIONS = frozenset(  # of the standard's categories those that describe; others administer
    {"reliabilityCode", "characteristic", "example", "explanation", "conceptPosition"}
)


class Dialect(NamedTuple):
    """What one version calls the parts of its structure, and what stands around them."""

    entry: str
    language: str
    term: str
    head: str
    tail: str


DIALECTS: Final[Mapping[int, Dialect]] = {
    2: Dialect(
        "termEntry",
        "langSet",
        "tig",
        """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="{lang}">
<martifHeader>
  <fileDesc><sourceDesc><p>{source}</p></sourceDesc></fileDesc>
  <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
</martifHeader>
<text><body>
""",
        "</body></text>\n</martif>\n",
    ),
    3: Dialect(
        "conceptEntry",
        "langSec",
        "termSec",
        """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="{lang}" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader>
  <fileDesc><sourceDesc><p>{source}</p></sourceDesc></fileDesc>
</tbxHeader>
<text><body>
""",
        "</body></text>\n</tbx>\n",
    ),
}


def write_tbx(
    path: str | Path, concepts: Iterable[Concept], *, langs: Langs = None, tbx: int = 2
) -> WrittenConcepts:
    """Write *concepts* to *path* in version *tbx*; it appears whole or not at all.

    *langs* are the only languages written, the source first; without them all are. No
    document type is declared: programs would look for it beside the file.

    Raises:
        FormatError: there is no such version, *path* cannot be written, or there is nothing
            to write.
    """
    if tbx not in DIALECTS:
        raise FormatError(f"no version {tbx} of TBX", path, remedy="choose 2 or 3")
    sieve, dialect = Sieve(path, langs), DIALECTS[tbx]
    ids: set[str] = set()
    with open_whole(path) as stream:
        stream.write(
            dialect.head.format(source=SOURCE, lang=langs[0] if langs else ZH.tag).encode()
        )
        for concept in sieve.sift(concepts):
            stream.write(etree.tostring(_entry(concept, dialect, ids), encoding="UTF-8"))
        stream.write(dialect.tail.encode())
    return sieve.written()


def _entry(concept: Concept, dialect: Dialect, ids: set[str]) -> etree._Element:
    entry = etree.Element(dialect.entry)
    name = f"_{concept.id}" if _NUMBER.fullmatch(concept.id) else concept.id
    is_name = name != concept.id or bool(_NAME.fullmatch(name))
    if is_name and name not in ids:  # an id of XML: a name, and only once in a file
        entry.set("id", name)
        ids.add(name)
    _add(entry, "descrip", "subjectField", concept.subject)
    _add(entry, "descrip", "definition", concept.definition)
    for name, text in concept.props:
        category = f"{OURS}{name}" if name in EVIDENCE else name
        _add(entry, "descrip" if category in _DESCRIPTIONS else "admin", category, text)
    for field in ("kind", "review", "count", "score", "origin"):
        _add(entry, "admin", f"x-{field}", text_of(getattr(concept, field)))
    _add(entry, "admin", "x-id", "" if "id" in entry.attrib else concept.id)
    for paragraph in concept.paragraphs:
        _add(entry, "admin", "x-para", paragraph)
    _add_history(entry, concept)
    _add(entry, "note", "", concept.note)
    for lang, terms in grouped(concept):
        section = etree.SubElement(entry, dialect.language, {XML_LANG: lang})
        for term in terms:
            _add_term(etree.SubElement(section, dialect.term), term)
    etree.indent(entry, "  ")
    entry.tail = "\n"
    return entry


def _add(parent: etree._Element, name: str, category: str, text: str) -> None:
    """Add an element *name* to *parent*; none without a text."""
    if text:
        added = etree.SubElement(parent, name)
        added.text = text
        if category:
            added.set("type", category)


def _add_history(entry: etree._Element, concept: Concept) -> None:
    """Say when a concept was made and last changed; whoever did the last of it stands there."""
    is_changed = bool(concept.changed or (concept.author and not concept.created))
    if concept.created:
        author = "" if is_changed else concept.author
        _add_transaction(entry, "origination", concept.created, author)
    if is_changed:
        _add_transaction(entry, "modification", concept.changed, concept.author)


def _add_transaction(
    entry: etree._Element, name: str, moment: datetime | None, author: str
) -> None:
    group = etree.SubElement(entry, "transacGrp")
    _add(group, "transac", "transactionType", name)
    _add(group, "transacNote", "responsibility", author)
    if moment:  # the standard has days only
        _add(group, "date", "", moment.date().isoformat())
        _add(group, "transacNote", "x-time", moment.timetz().isoformat() if moment.time() else "")


def _add_term(section: etree._Element, term: Term) -> None:
    _add(section, "term", "", term.text)
    part_of_speech = part_of_speech_named(term.part_of_speech)
    is_said = part_of_speech == term.part_of_speech
    _add(section, "termNote", "partOfSpeech", part_of_speech)
    _add(section, "termNote", "termType", FORM_VALUES.get(term.form, ""))
    _add(section, "termNote", "administrativeStatus", STATUS_VALUES.get(term.status, ""))
    _add_context(section, term)
    _add(section, "admin", "x-status", term.status if term.status == "forbidden" else "")
    _add(section, "admin", "x-part-of-speech", "" if is_said else term.part_of_speech)
    _add(section, "admin", "x-base", term.base)
    _add(section, "note", "", term.note)


def _add_context(section: etree._Element, term: Term) -> None:
    """Put a context and what is known of its place into one group."""
    group = section
    if term.context and (term.source or term.paragraph):
        group = etree.SubElement(section, "descripGrp")
    _add(group, "descrip", "context", term.context)
    _add(group, "admin", "source", term.source)
    _add(group, "admin", "x-para", term.paragraph)
