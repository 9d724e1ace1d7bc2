"""What a whole file may be refused for: its bytes, document type, root, header and body.

Knows what a file must say of itself, and what must stand in it just once. Knows nothing of what
a unit holds, nor how bad a fault is and for whom; ``tmx_unit_rules`` and ``tmx_rules`` do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.formats.tmx_findings import Finding, excerpt
from tm.formats.tmx_fragments import Fragment
from tm.formats.tmx_vocabulary import HEADER


def empty_file(fragment: Fragment) -> Iterator[Finding]:
    """The file has no bytes."""
    if fragment.facts.is_empty:
        yield Finding(1)


def encoding(fragment: Fragment) -> Iterator[Finding]:
    """The bytes are not in the encoding that the file declares."""
    if fragment.facts.problem:
        yield Finding(1, fragment.facts.problem)


def byte_order_mark(fragment: Fragment) -> Iterator[Finding]:
    """The file starts with the UTF-8 byte order mark: XML allows it, nothing needs it."""
    if fragment.facts.has_bom and fragment.facts.encoding == "utf-8-sig":
        yield Finding(1)


def not_utf8(fragment: Fragment) -> Iterator[Finding]:
    """The file is not in UTF-8. XML readers must know UTF-8 and UTF-16, and no other encoding."""
    if fragment.facts.encoding not in ("utf-8", "utf-8-sig", "ascii"):
        yield Finding(1, fragment.facts.encoding)


_DOCTYPE = re.compile(r"<!DOCTYPE\s+tmx\s+(SYSTEM|PUBLIC\s+\S.*\S)\s+[\"']tmx14b?\.dtd[\"']")


def doctype(fragment: Fragment) -> Iterator[Finding]:
    """The document type is not TMX's own, <!DOCTYPE tmx SYSTEM "tmx14.dtd">."""
    if not _DOCTYPE.match(fragment.text):
        yield Finding(fragment.line, excerpt(fragment.text))


def entity_declaration(fragment: Fragment) -> Iterator[Finding]:
    """The file declares entities of its own: a way to steal files or fill the memory."""
    for match in re.finditer(r"<!ENTITY\s+%?\s*(\S+)", fragment.text):
        yield Finding(fragment.line + fragment.text.count("\n", 0, match.start()), match[1])


def not_tmx(fragment: Fragment) -> Iterator[Finding]:
    """The file has no <tmx> element, so it is no TMX."""
    if not fragment.facts.roots and not fragment.facts.is_empty:
        yield Finding(1)


def truncated(fragment: Fragment) -> Iterator[Finding]:
    """The file is cut off before its end; what stands in the last line is lost."""
    if fragment.facts.roots and not fragment.facts.is_closed:
        yield Finding(fragment.line)


def version(fragment: Fragment) -> Iterator[Finding]:
    """The version is not 1.4, the only one that the document type of TMX 1.4b knows."""
    found = None if fragment.element is None else fragment.element.get("version")
    if found != "1.4":
        yield Finding(fragment.line, "none" if found is None else str(found))


def no_header(fragment: Fragment) -> Iterator[Finding]:
    """There is no <header>, so nothing says which language is translated."""
    if fragment.facts.is_closed and not fragment.facts.headers:
        yield Finding(1)


def part_twice(fragment: Fragment) -> Iterator[Finding]:
    """A TMX has one root, one header and one body; this is another."""
    yield Finding(fragment.line, f"<{fragment.text}>")


def no_body(fragment: Fragment) -> Iterator[Finding]:
    """The units do not stand in a <body>."""
    if fragment.facts.is_closed and not fragment.facts.bodies:
        yield Finding(1)


def no_unit(fragment: Fragment) -> Iterator[Finding]:
    """The memory is empty."""
    if fragment.facts.is_closed and not fragment.facts.units:
        yield Finding(fragment.line)


def header_attribute(fragment: Fragment) -> Iterator[Finding]:
    """The header must name its tool, version, segment type, format, languages and data type."""
    if fragment.element is not None:
        absent = [name for name in HEADER if not fragment.element.get(name)]
        yield from [Finding(fragment.line, ", ".join(absent))] if absent else ()
