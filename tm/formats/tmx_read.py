"""Reading any TMX from 1.1 to 1.4b, one unit at a time.

Knows the two spellings of a variant's language, inline codes and what a broken
file looks like. Follows no reference out of the file and expands no entity.
Texts stay as read: cleaning is the writer's, look-up keys are the store's.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from lxml import etree

from corpora.errors import LanguageError
from corpora.types import TranslationUnit, Variant
from tm.formats.clean import XML_LANG, language_tag
from tm.errors import TMXError
from tm.formats.tmx_props import moment_of, unit_with

_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "sub"})  # formatting, not text
_UNKNOWN_ENTITY = frozenset({"ERR_INTERNAL_ERROR", "ERR_DOCUMENT_EMPTY"})  # lxml names no better
_REPAIRS = {
    "ERR_INVALID_CHAR": ("a control character", "remove it; XML cannot hold it"),
    "ERR_INVALID_ENCODING": ("bytes that are not in the declared encoding", "save it as UTF-8"),
    "ERR_UNKNOWN_ENCODING": ("an encoding nobody knows is declared", "save it as UTF-8"),
    "ERR_UNSUPPORTED_ENCODING": ("an encoding nobody knows is declared", "save it as UTF-8"),
    "ERR_NAME_REQUIRED": ("a bare & or <", "write it as &amp; or &lt;"),
    "ERR_RESOURCE_LIMIT": (
        "entities or elements grow without bound",
        "do not use the file unless you trust who made it",
    ),
}
_ENTITY = ("an entity that XML does not define", "put the character itself in its place")
_EXPORT = "export it again from the program that made it"


def read_tmx(path: str | Path) -> Iterator[TranslationUnit]:
    """Yield the units of the TMX at *path*, the source variant first.

    Memory does not grow with the file. Inline codes (``bpt``, ``ph`` …) are
    dropped with what they hold; the text of ``hi`` stays. Properties that are
    not ours are kept; notes are not.

    Raises:
        TMXError: while reading, at the place where the file is broken.
    """
    path = Path(path)
    try:
        with path.open("rb") as stream:
            _refuse_other(stream, path)
            yield from _units(stream, path)
    except OSError as error:
        raise TMXError(
            f"cannot read it ({error.strerror})", path, remedy="check its name and your rights"
        ) from error


def _refuse_other(stream: IO[bytes], path: Path) -> None:
    """Check that *stream* starts as a TMX does; leave it at its beginning."""
    if not stream.read(1):
        raise TMXError("the file is empty", path, remedy=_EXPORT)
    stream.seek(0)
    try:
        _, root = next(iter(etree.iterparse(stream, events=("start",), **_SAFE)))
    except etree.XMLSyntaxError as error:
        if _code(error) == "ERR_DOCUMENT_EMPTY":
            raise TMXError("not a TMX: not even XML", path, remedy="choose another file") from error
        raise _broken(error, path, 1) from error
    name, version = etree.QName(root).localname, root.get("version", "1.4")
    if name != "tmx":
        raise TMXError(f"not a TMX: its root is <{name}>", path, remedy="choose another file")
    if not version.startswith("1."):
        raise TMXError(f"TMX version {version}", path, remedy="export it as TMX 1.4")
    stream.seek(0)


def _units(stream: IO[bytes], path: Path) -> Iterator[TranslationUnit]:
    srclang, line = "", 1
    events = etree.iterparse(stream, events=("end",), tag=("{*}header", "{*}tu"), **_SAFE)
    try:
        for _, element in events:
            line = _line(element)
            if etree.QName(element).localname == "header":
                srclang = element.get("srclang", "")
            else:
                yield _unit(element, srclang, path)
            _forget(element)
    except etree.XMLSyntaxError as error:
        raise _broken(error, path, line) from error


def _forget(element: etree._Element) -> None:
    """Free *element* and what stands before it, so that memory stays flat."""
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


def _unit(tu: etree._Element, srclang: str, path: Path) -> TranslationUnit:
    tuvs = tu.findall("{*}tuv")
    if not tuvs:
        raise TMXError("a unit without variants", path, line=_line(tu), remedy=_EXPORT)
    variants = tuple(_variant(tuv, path) for tuv in tuvs)
    dates = (element.get("creationdate") for element in (tu, *tuvs))
    props = ((prop.get("type", ""), _text(prop, path)) for prop in tu.findall("{*}prop"))
    return unit_with(
        _source_first(variants, tu.get("srclang", srclang)),
        props,
        moment_of(next(filter(None, dates), None)),
    )


def _variant(tuv: etree._Element, path: Path) -> Variant:
    """Read one ``<tuv>``; TMX 1.1 and 1.2 write ``lang`` where later ones write ``xml:lang``."""
    lang, seg = tuv.get(XML_LANG) or tuv.get("lang") or "", tuv.find("{*}seg")
    try:
        return Variant(language_tag(lang), "" if seg is None else _text(seg, path))
    except LanguageError as error:
        raise TMXError(
            f"a variant whose language is {lang!r}",
            path,
            line=_line(tuv),
            remedy="give it a tag such as zh-CN",
        ) from error


def _text(element: etree._Element, path: Path) -> str:
    """Return the text of *element* without inline codes, ``hi`` kept."""
    parts = [element.text or ""]
    for child in element:
        if child.tag is etree.Entity:
            problem, remedy = _ENTITY
            raise TMXError(
                problem, path, line=_line(element), excerpt=str(child.text), remedy=remedy
            )
        if etree.QName(child).localname not in _CODES:
            parts.append(_text(child, path))
        parts.append(child.tail or "")
    return "".join(parts)


def _source_first(variants: tuple[Variant, ...], srclang: str) -> tuple[Variant, ...]:
    """Move the source variant to the front; a header may say ``en`` and mean ``en-US``."""
    wanted = srclang.strip().replace("_", "-").lower()
    tags = [variant.lang.lower() for variant in variants]
    primary = [tag.partition("-")[0] for tag in tags]
    for names, name in ((tags, wanted), (primary, wanted.partition("-")[0])):
        if name in names:
            source = names.index(name)
            return variants[source], *variants[:source], *variants[source + 1 :]
    return variants


def _broken(error: etree.XMLSyntaxError, path: Path, line: int) -> TMXError:
    """Say in terms of the file what the parser found; *line* is where the last whole unit stood."""
    code = _code(error)
    problem, remedy = _REPAIRS.get(code, (str(error.msg).split(", line ")[0], _EXPORT))
    if _is_cut_off(path):
        problem, remedy = "the file is cut off before its end", "copy or export it again"
    elif code in _UNKNOWN_ENTITY:
        problem, remedy = _ENTITY
        return TMXError(f"{problem}, after the unit in this line", path, line=line, remedy=remedy)
    line, column = error.position
    return TMXError(problem, path, line=line, column=column, remedy=remedy)


def _code(error: etree.XMLSyntaxError) -> str:
    number: int = getattr(error, "code", 0)  # lxml's stubs do not know it
    return str(etree.ErrorTypes._getName(number))


def _line(element: etree._Element) -> int:
    line: Any = element.sourceline
    return line or 1


def _is_cut_off(path: Path) -> bool:
    """Tell whether the last kilobyte closes no ``tmx`` element, in any encoding."""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - 1024))
        return b"tmx>" not in stream.read().replace(b"\0", b"")
