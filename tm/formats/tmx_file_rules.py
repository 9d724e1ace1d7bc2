"""What a whole file may be refused for: its bytes, document type, root, header and body.

Knows what a file must say of itself, and what must stand in it just once. Knows nothing of what
a unit holds, nor how bad a fault is and for whom; ``tmx_unit_rules`` and ``tmx_rules`` do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.formats.tmx_hits import Hit, excerpt
from tm.formats.tmx_pieces import Piece
from tm.formats.tmx_vocabulary import HEADER


def empty_file(piece: Piece) -> Iterator[Hit]:
    """The file has no bytes."""
    if piece.facts.is_empty:
        yield Hit(1)


def encoding(piece: Piece) -> Iterator[Hit]:
    """The bytes are not in the encoding that the file declares."""
    if piece.facts.problem:
        yield Hit(1, piece.facts.problem)


def byte_order_mark(piece: Piece) -> Iterator[Hit]:
    """The file starts with the UTF-8 byte order mark: XML allows it, nothing needs it."""
    if piece.facts.has_bom and piece.facts.encoding == "utf-8-sig":
        yield Hit(1)


def not_utf8(piece: Piece) -> Iterator[Hit]:
    """The file is not in UTF-8. XML readers must know UTF-8 and UTF-16, and no other encoding."""
    if piece.facts.encoding not in ("utf-8", "utf-8-sig", "ascii"):
        yield Hit(1, piece.facts.encoding)


_DOCTYPE = re.compile(r"<!DOCTYPE\s+tmx\s+(SYSTEM|PUBLIC\s+\S.*\S)\s+[\"']tmx14b?\.dtd[\"']")


def doctype(piece: Piece) -> Iterator[Hit]:
    """The document type is not TMX's own, <!DOCTYPE tmx SYSTEM "tmx14.dtd">."""
    if not _DOCTYPE.match(piece.text):
        yield Hit(piece.line, excerpt(piece.text))


def entity_declaration(piece: Piece) -> Iterator[Hit]:
    """The file declares entities of its own: a way to steal files or fill the memory."""
    for match in re.finditer(r"<!ENTITY\s+%?\s*(\S+)", piece.text):
        yield Hit(piece.line + piece.text.count("\n", 0, match.start()), match[1])


def not_tmx(piece: Piece) -> Iterator[Hit]:
    """The file has no <tmx> element, so it is no TMX."""
    if not piece.facts.roots and not piece.facts.is_empty:
        yield Hit(1)


def truncated(piece: Piece) -> Iterator[Hit]:
    """The file is cut off before its end; what stands in the last line is lost."""
    if piece.facts.roots and not piece.facts.is_closed:
        yield Hit(piece.line)


def version(piece: Piece) -> Iterator[Hit]:
    """The version is not 1.4, the only one that the document type of TMX 1.4b knows."""
    found = None if piece.element is None else piece.element.get("version")
    if found != "1.4":
        yield Hit(piece.line, "none" if found is None else str(found))


def no_header(piece: Piece) -> Iterator[Hit]:
    """There is no <header>, so nothing says which language is translated."""
    if piece.facts.is_closed and not piece.facts.headers:
        yield Hit(1)


def part_twice(piece: Piece) -> Iterator[Hit]:
    """A TMX has one root, one header and one body; this is another."""
    yield Hit(piece.line, f"<{piece.text}>")


def no_body(piece: Piece) -> Iterator[Hit]:
    """The units do not stand in a <body>."""
    if piece.facts.is_closed and not piece.facts.bodies:
        yield Hit(1)


def no_unit(piece: Piece) -> Iterator[Hit]:
    """The memory is empty."""
    if piece.facts.is_closed and not piece.facts.units:
        yield Hit(piece.line)


def header_attribute(piece: Piece) -> Iterator[Hit]:
    """The header must name its tool, version, segment type, format, languages and data type."""
    if piece.element is not None:
        absent = [name for name in HEADER if not piece.element.get(name)]
        yield from [Hit(piece.line, ", ".join(absent))] if absent else ()
