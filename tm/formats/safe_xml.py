"""Reading XML from strangers element by element, and saying what is wrong with it.

Knows how lxml is told to follow nothing and expand nothing, and what each of its
complaints means to people. Knows no format: which elements matter is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, NamedTuple

from lxml import etree

from corpora.errors import FormatError

EXPORT = "export it again from the program that made it"
WRONG_BYTES = "bytes that are not in the declared encoding"
UNKNOWN_ENTITY = ("an entity that XML does not define", "put the character itself in its place")
_DEEPEST = 120  # elements inside one another in one segment; people nest three
_CLOSED: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}
SAFE: Mapping[str, Any] = {
    **_CLOSED,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}  # options of a parser that follows nothing and expands nothing
FAITHFUL: Mapping[str, Any] = {**_CLOSED, "strip_cdata": False}  # of one that loses nothing either
_NAMELESS = frozenset({"ERR_INTERNAL_ERROR", "ERR_DOCUMENT_EMPTY"})  # lxml names no better
_HUGE = ("huge", "too long", "too big", "xmlSBuf", "Buffer size")  # libxml2's words for it
_TAIL = 1024  # bytes
_REPAIRS = {
    "ERR_INVALID_CHAR": ("a control character", "remove it; XML cannot hold it"),
    "ERR_INVALID_ENCODING": (WRONG_BYTES, "save it as UTF-8"),
    "ERR_UNKNOWN_ENCODING": ("an encoding nobody knows is declared", "save it as UTF-8"),
    "ERR_UNSUPPORTED_ENCODING": ("an encoding nobody knows is declared", "save it as UTF-8"),
    **dict.fromkeys(("ERR_UNDECLARED_ENTITY", "WAR_UNDECLARED_ENTITY"), UNKNOWN_ENTITY),
    "ERR_NAME_REQUIRED": ("a bare & or <", "write it as &amp; or &lt;"),
    "ERR_RESOURCE_LIMIT": (
        "entities or elements grow without bound",
        "do not use the file unless you trust who made it",
    ),
}
_LONG = (
    "a text of more than 10 MB in one piece, which grows without bound",
    "cut it into segments, or take the unit out",
)


class Kind(NamedTuple):
    """What a file is called in messages, the element it ends with, and its error."""

    name: str  # "a TMX"
    root: str
    error: type[FormatError]


class Tailed:
    """A stream that remembers its last kilobyte, to tell a file cut off from a broken one."""

    def __init__(self, stream: IO[bytes]) -> None:
        """Take *stream* where it stands."""
        self._stream = stream
        self.tail = b""
        self.count = 0

    def read(self, size: int) -> bytes:
        """Read on."""
        data = self._stream.read(size)
        self.count += len(data)
        if data:
            self.tail = data[-_TAIL:] if len(data) >= _TAIL else (self.tail + data)[-_TAIL:]
        return data

    def ends_with(self, name: str) -> bool:
        """Tell whether the last kilobyte closes the element *name*, in any encoding."""
        while self.read(1 << 16):
            pass
        return f"{name}>".encode() in self.tail.replace(b"\0", b"")


def elements(  # noqa: PLR0913 - what to read, and what to say of it
    stream: IO[bytes],
    path: Path,
    kind: Kind,
    *,
    started: Sequence[str] = (),
    ended: Sequence[str] = (),
    huge: bool = False,
) -> Iterator[tuple[str, etree._Element]]:
    """Yield elements by local name, those of *ended* whole; each is freed when asked to go on.

    *huge* takes texts of over 10 MB, which some programs put in a header; it is
    left off where a document type is declared.

    Raises:
        FormatError: of *kind*, at the place where the file is broken.
    """
    tailed, line = Tailed(stream), 1
    tags = [f"{{*}}{name}" for name in (*started, *ended)]
    kinds = ("start", "end") if started else ("end",)
    events = etree.iterparse(tailed, events=kinds, tag=tags, huge_tree=huge, **SAFE)
    first, last = frozenset(started), frozenset(ended)
    try:
        for event, element in events:
            name = local_name(element.tag)
            if event == "start":
                if name in first:
                    yield name, element
            elif name in last:
                line = element.sourceline or line
                yield name, element
                _forget(element)
    except etree.XMLSyntaxError as error:
        raise broken(error, path, kind, line=line, is_whole=tailed.ends_with(kind.root)) from error


def root_of(stream: IO[bytes], path: Path, kind: Kind) -> etree._Element:
    """Return the root element of *stream* as it starts, and leave it at its beginning.

    Raises:
        FormatError: of *kind*, where the stream is empty or no XML.
    """
    if not stream.read(1):
        raise kind.error("the file is empty", path, remedy=EXPORT)
    stream.seek(0)
    tailed = Tailed(stream)
    try:
        _, root = next(iter(etree.iterparse(tailed, events=("start",), **SAFE)))
    except etree.XMLSyntaxError as error:
        if code_of(error) == "ERR_DOCUMENT_EMPTY":
            problem = f"not {kind.name}: not even XML"
            raise kind.error(problem, path, remedy="choose another file") from error
        raise broken(error, path, kind, line=1, is_whole=tailed.ends_with(kind.root)) from error
    stream.seek(0)
    found: etree._Element = root
    return found


def declares_type(stream: IO[bytes]) -> bool:
    """Tell whether a document type is, or may be, declared; leave *stream* at its beginning."""
    try:
        _, root = next(iter(etree.iterparse(stream, events=("start",), **SAFE)))
    except etree.XMLSyntaxError:
        return True
    finally:
        stream.seek(0)
    return root.getroottree().docinfo.internalDTD is not None


def broken(
    error: etree.XMLSyntaxError, path: Path, kind: Kind, *, line: int, is_whole: bool
) -> FormatError:
    """Say in terms of the file what the parser found.

    *line* is where the last whole unit stood, *is_whole* whether the root is closed at
    the end of the file.
    """
    code = code_of(error)
    said = " ".join(str(error.msg).partition(", line ")[0].split())
    problem, remedy = _REPAIRS.get(code, (said, EXPORT))
    if any(word in str(error.msg) for word in _HUGE):
        problem, remedy = _LONG
    elif not is_whole:
        problem, remedy = "the file is cut off before its end", "copy or export it again"
    elif code in _NAMELESS:
        problem, remedy = UNKNOWN_ENTITY
        problem = f"{problem}, after the unit in this line"
        return kind.error(problem, path, line=line, remedy=remedy)
    line, column = error.position
    return kind.error(problem, path, line=line, column=column, remedy=remedy)


def code_of(error: etree.XMLSyntaxError) -> str:
    """Return libxml2's name for *error*."""
    number: int = getattr(error, "code", 0)  # lxml's stubs do not know it
    return str(etree.ErrorTypes._getName(number))


@lru_cache(4096)
def local_name(tag: object) -> str:
    """Return *tag* without its namespace; nothing for what is no element.

    >>> local_name("{urn:oasis:names:tc:xliff:document:1.2}target")
    'target'
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Return the attributes of *element*, in order."""
    found: Any = element.items()  # lxml's stubs fear bytes
    return dict(found)


def line_of(element: etree._Element) -> int:
    """Return the line of *element*, from 1."""
    line: Any = element.sourceline
    return line or 1


def is_deep(element: etree._Element) -> bool:
    """Tell whether more elements stand inside one another than a segment can have."""
    depth = 0
    for event, _ in etree.iterwalk(element, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def unknown_entity(element: etree._Element) -> str:
    """Return the first reference to an entity that was left as it is; nothing without any."""
    return next((str(entity.text) for entity in element.iter(etree.Entity)), "")


def _forget(element: etree._Element) -> None:
    """Free *element* and what stands before it, so that memory stays flat."""
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]
