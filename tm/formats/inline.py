"""Inline codes: those of TMX and of XLIFF 1.2 and 2.x, as the content of a TMX 1.4 ``<seg>``.

Knows which inline elements are formatting and which hold text, and how each standard
pairs an opening code with its closing one. Does not know what a code does to the text.
The canonical form is valid in the strictest reading of TMX 1.4b: numbers are numbers,
pairs are pairs (what lacks its other half is an ``it``), ``ut`` is a ``ph``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from corpora.characters import without_controls
from tm.formats.safe_xml import SAFE, attributes_of, is_deep, local_name

_KEY = "key"  # of a pair, on its two codes while a segment is built
_UNPAIRED = {"bpt": "begin", "ept": "end"}
_POSITIONS = {"open": "begin", "begin": "begin", "close": "end", "end": "end"}
_DELETED = "x-sdl-deleted"  # a tracked deletion of Trados: no longer text
_TRANSPARENT = frozenset({"seg", "generic", "comment", "x-sdl-comment", "x-sdl-added"})
_PLAIN_HI = "x-hi"  # the mtype of a hi without a type
_IN_VALUE = str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})

Data = Mapping[str, str]  # XLIFF 2: original data of a unit by its id


class Inline(NamedTuple):
    """The two faces of a segment: its text, and the same with codes; empty without any."""

    text: str
    inline: str = ""


@dataclass(slots=True)
class Numbers:
    """Numbers for the ids of codes, the same in a source and its target; TMX ``x``."""

    given: dict[str, int] = field(default_factory=dict)

    def of(self, name: str) -> int:
        """Return the number of the id *name*: itself where it is one, else the next free."""
        if name not in self.given:
            used = set(self.given.values())
            number = int(name) if _is_number(name) else 0
            if not number or number in used:
                number = next(n for n in range(1, len(used) + 2) if n not in used)
            self.given[name] = number
        return self.given[name]


@dataclass(slots=True)
class Builder:
    """A ``<seg>`` that grows from left to right, and which element each of its codes came from."""

    numbers: Numbers = field(default_factory=Numbers)
    data: Data = field(default_factory=dict)
    seg: etree._Element = field(default_factory=lambda: etree.Element("seg"))
    origins: dict[etree._Element, etree._Element] = field(default_factory=dict)
    pairs: int = 0

    def add_text(self, text: str | None, parent: etree._Element) -> None:
        """Append *text* after what *parent* holds."""
        if not text:
            return
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text

    def add_code(
        self, parent: etree._Element, name: str, origin: etree._Element, **attributes: str
    ) -> etree._Element:
        """Append a code; attributes without a value are left out."""
        kept = {key: value for key, value in attributes.items() if value}
        code = etree.SubElement(parent, name, kept)
        self.origins[code] = origin
        return code


Step = Callable[[etree._Element, Builder, etree._Element], None]  # source, builder, parent


def from_tmx(seg: etree._Element) -> Inline:
    """Read a TMX ``<seg>``; elements that no TMX knows are passed through to their text."""
    if not len(seg):
        return Inline(seg.text or "")
    return _faces(build(seg, _TMX, Builder()))


def from_xliff(
    element: etree._Element, numbers: Numbers | None = None, data: Data | None = None
) -> Inline:
    """Read the content of an XLIFF ``source``, ``target`` or ``mrk``, of any version.

    *numbers*, shared by source and target, keeps their codes together.
    """
    if not len(element):
        return Inline(element.text or "")
    return _faces(build(element, _XLIFF, Builder(numbers or Numbers(), data or {})))


def build_xliff(element: etree._Element, numbers: Numbers) -> Builder:
    """Read like :func:`from_xliff`, and keep which element each code came from."""
    return build(element, _XLIFF, Builder(numbers))


def parse(inline: str) -> etree._Element | None:
    """Parse a canonical inline text as a ``<seg>``; None where it is none.

    >>> parse('<ph x="1"/>one') is None, parse("a & b") is None
    (False, True)
    """
    try:
        seg = etree.fromstring(f"<seg>{inline}</seg>".encode(), etree.XMLParser(**SAFE))
    except (etree.XMLSyntaxError, ValueError):  # the second: a lone surrogate
        return None
    return None if is_deep(seg) else build(seg, _TMX, Builder()).seg


def plain_text(inline: str) -> str:
    """Return the text of a canonical inline text, codes left out with what they hold.

    >>> plain_text('The <bpt i="1">&lt;b&gt;</bpt>General<ept i="1">&lt;/b&gt;</ept> Assembly')
    'The General Assembly'
    """
    seg = parse(inline)
    return "" if seg is None else text_of(seg)


def text_of(seg: etree._Element) -> str:
    """Return the text of a built ``<seg>``."""
    return "".join((at.text if is_text else at.tail) or "" for at, is_text in slots(seg))


def slots(element: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield where the text of a built ``<seg>`` stands: an element, and its text or its tail."""
    yield element, True
    for child in element:
        if child.tag == "hi":
            yield from slots(child)
        yield child, False


def canonical(seg: etree._Element) -> str:
    """Write the content of a built ``<seg>``, the same for the same codes; empty without any."""
    return _content(seg) if len(seg) else ""


def build(element: etree._Element, steps: Mapping[str, Step], builder: Builder) -> Builder:
    """Read the content of *element* into the builder's ``<seg>``."""
    _walk(element, steps, builder, builder.seg)
    _pair(builder.seg)
    return builder


def _faces(builder: Builder) -> Inline:
    return Inline(text_of(builder.seg), canonical(builder.seg))


def _walk(
    element: etree._Element, steps: Mapping[str, Step], builder: Builder, parent: etree._Element
) -> None:
    builder.add_text(element.text, parent)
    for child in element:
        if step := steps.get(local_name(child.tag)):
            step(child, builder, parent)
        elif isinstance(child.tag, str):
            _walk(child, steps, builder, parent)
        builder.add_text(child.tail, parent)


def _pair(seg: etree._Element) -> None:
    """Number the pairs from their keys, and make of each half without another an ``it``."""
    halves: dict[str, list[etree._Element]] = {}
    for code in seg.iter("bpt", "ept"):
        halves.setdefault(str(code.attrib.pop(_KEY, "")), []).append(code)
    used = {key for key in halves if _is_number(key)}
    for key, codes in halves.items():
        if [code.tag for code in codes] == ["bpt", "ept"]:
            number = key if _is_number(key) else _free(used)
            used.add(number)
            for code in codes:
                _set_first(code, "i", number)
        else:
            for code in codes:
                _isolate(code)


def _free(used: set[str]) -> str:
    return next(str(n) for n in range(1, len(used) + 2) if str(n) not in used)


def _set_first(code: etree._Element, name: str, value: str) -> None:
    """Set an attribute before the others; a closing code has no others."""
    others = attributes_of(code).items() if code.tag != "ept" else ()
    code.attrib.clear()
    for key, text in ((name, value), *others):
        code.set(key, text)


def _isolate(code: etree._Element) -> None:
    _set_first(code, "pos", _UNPAIRED[str(code.tag)])
    code.tag = "it"


def _content(element: etree._Element) -> str:
    return _escape(element.text) + "".join(map(_written, element))


def _written(code: etree._Element) -> str:
    name = str(code.tag)
    attributes = "".join(f' {k}="{_escape_value(v)}"' for k, v in attributes_of(code).items())
    inside = _content(code)
    whole = f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"
    return whole + _escape(code.tail)


def _escape(text: str | None) -> str:
    text = (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def _escape_value(text: str) -> str:
    return _escape(text).translate(_IN_VALUE)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _number(text: str | None) -> str:
    return text if text and _is_number(text) else ""


# TMX


def _tmx_half(name: str) -> Step:
    def step(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
        kind = _kind(element) if name == "bpt" else {}
        code = builder.add_code(parent, name, element, key=element.get("i", ""), **kind)
        _fill(element, builder, code, _TMX)

    return step


def _tmx_it(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
    position = _POSITIONS.get(element.get("pos", ""), "begin")
    code = builder.add_code(parent, "it", element, pos=position, **_kind(element))
    _fill(element, builder, code, _TMX)


def _tmx_ph(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
    assoc = element.get("assoc", "")
    kind = {"assoc": assoc if assoc in ("p", "f", "b") else "", **_kind(element)}
    _fill(element, builder, builder.add_code(parent, "ph", element, **kind), _TMX)


def _tmx_hi(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
    _walk(element, _TMX, builder, builder.add_code(parent, "hi", element, **_kind(element)))


def _kind(element: etree._Element) -> dict[str, str]:
    return {"x": _number(element.get("x")), "type": element.get("type", "")}


def _fill(
    element: etree._Element, builder: Builder, code: etree._Element, steps: Mapping[str, Step]
) -> None:
    """Copy into *code* what *element* holds: native code, and texts inside it as ``sub``."""
    builder.add_text(element.text, code)
    for child in element:
        if local_name(child.tag) == "sub":
            sub = builder.add_code(
                code, "sub", child, datatype=child.get("datatype", ""),
                type=child.get("type", "") or child.get("ctype", ""),
            )  # fmt: skip
            _walk(child, steps, builder, sub)
        elif isinstance(child.tag, str):
            _fill(child, builder, code, steps)
        builder.add_text(child.tail, code)


def _stray_sub(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
    """Keep a ``sub`` outside a code, which no standard allows, inside one of its own."""
    code = builder.add_code(parent, "ph", element)
    _walk(element, _TMX, builder, builder.add_code(code, "sub", element))


# XLIFF


def _pairing(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
    """Read a ``g`` or ``pc``: one element around its text, here two codes."""
    builder.pairs += 1
    key, kind = f"around {builder.pairs}", _xliff_kind(element, builder)
    opening = builder.add_code(parent, "bpt", element, key=key, **kind)
    builder.add_text(builder.data.get(element.get("dataRefStart", "")), opening)
    _walk(element, _XLIFF, builder, parent)
    closing = builder.add_code(parent, "ept", element, key=key)
    builder.add_text(builder.data.get(element.get("dataRefEnd", "")), closing)


def _xliff_half(name: str) -> Step:
    def step(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
        other = element.get("startRef") or element.get("rid") or element.get("id", "")
        kind = _xliff_kind(element, builder) if name == "bpt" else {}
        code = builder.add_code(parent, name, element, key=f"half {other}", **kind)
        _fill_xliff(element, builder, code)

    return step


def _xliff_it(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
    position = _POSITIONS.get(element.get("pos", ""), "begin")
    kind = _xliff_kind(element, builder)
    _fill_xliff(element, builder, builder.add_code(parent, "it", element, pos=position, **kind))


def _xliff_ph(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
    kind = _xliff_kind(element, builder)
    _fill_xliff(element, builder, builder.add_code(parent, "ph", element, **kind))


def _fill_xliff(element: etree._Element, builder: Builder, code: etree._Element) -> None:
    builder.add_text(builder.data.get(element.get("dataRef", "")), code)
    _fill(element, builder, code, _XLIFF)


def _xliff_kind(element: etree._Element, builder: Builder) -> dict[str, str]:
    name = element.get("id", "")
    number = str(builder.numbers.of(name)) if name else ""
    return {"x": number, "type": element.get("ctype") or element.get("type") or ""}


def _mark(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
    kind = element.get("mtype") or element.get("type") or "generic"
    if kind == _DELETED:
        return
    if kind not in _TRANSPARENT:
        attributes = {} if kind == _PLAIN_HI else {"type": kind}
        parent = builder.add_code(parent, "hi", element, **attributes)
    _walk(element, _XLIFF, builder, parent)


def _character(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
    """Read ``<cp hex="…"/>``: a character that XML cannot hold, dropped as everywhere."""
    try:
        character = chr(int(element.get("hex", ""), 16))
    except (ValueError, OverflowError):
        return
    builder.add_text(without_controls(character), parent)


def _marker(element: etree._Element, builder: Builder, parent: etree._Element) -> None:
    """Pass over ``sm`` and ``em``, which only delimit an annotation."""


_TMX: dict[str, Step] = {
    "bpt": _tmx_half("bpt"),
    "ept": _tmx_half("ept"),
    "it": _tmx_it,
    "ph": _tmx_ph,
    "ut": _tmx_ph,
    "hi": _tmx_hi,
    "sub": _stray_sub,
}
_XLIFF: dict[str, Step] = {
    **dict.fromkeys(("g", "pc"), _pairing),
    **dict.fromkeys(("bx", "bpt", "sc"), _xliff_half("bpt")),
    **dict.fromkeys(("ex", "ept", "ec"), _xliff_half("ept")),
    **dict.fromkeys(("x", "ph"), _xliff_ph),
    "it": _xliff_it,
    "mrk": _mark,
    "cp": _character,
    **dict.fromkeys(("sm", "em"), _marker),
}
