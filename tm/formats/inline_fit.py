"""Codes of a translation, put back as the codes that the source of an XLIFF has.

Knows that a code belongs to its file: an answer's codes only say where those of the
source go. Where they do not fit, the text goes in alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from corpora.characters import without_controls
from tm.formats.inline import Builder, Numbers, build_xliff, parse
from tm.formats.safe_xml import attributes_of, local_name

_AROUND = frozenset({"g", "pc"})  # elements with their text inside


class _UnfitError(Exception):
    """The codes of the answer are not those of the source, or cross one another."""


@dataclass(slots=True)
class _Code:
    """A code of the source: how it opens and, of a pair, how it closes."""

    kind: str
    number: str
    opening: etree._Element
    closing: etree._Element | None = None
    is_used: bool = False


@dataclass(slots=True)
class _Writer:
    """The content of a target as it grows."""

    codes: list[_Code]
    stack: list[etree._Element]
    opened: dict[str, _Code] = field(default_factory=dict)

    def add_text(self, text: str | None) -> None:
        into, text = self.stack[-1], without_controls(text or "")
        if len(into):
            into[-1].tail = (into[-1].tail or "") + text
        else:
            into.text = (into.text or "") + text

    def add(self, code: etree._Element) -> None:
        if code.tag == "ept":
            self._close(self.opened.pop(code.get("i", ""), None))
            return
        twin = self._twin(code)
        twin.is_used = True
        if code.tag == "bpt":
            self.opened[code.get("i", "")] = twin
        if local_name(twin.opening.tag) in _AROUND:
            shell = etree.SubElement(self.stack[-1], twin.opening.tag, attributes_of(twin.opening))
            self.stack.append(shell)
        else:
            self._copy(twin.opening)

    def _close(self, twin: _Code | None) -> None:
        if twin is None or twin.closing is None:
            raise _UnfitError
        if local_name(twin.opening.tag) not in _AROUND:
            self._copy(twin.closing)
            return
        shell = self.stack.pop()
        if not self.stack or attributes_of(shell) != attributes_of(twin.opening):
            raise _UnfitError

    def _twin(self, code: etree._Element) -> _Code:
        free = [one for one in self.codes if one.kind == code.tag and not one.is_used]
        same = [one for one in free if one.number and one.number == code.get("x")]
        if not free:
            raise _UnfitError
        return (same or free)[0]

    def _copy(self, element: etree._Element) -> None:
        copy = deepcopy(element)
        copy.tail = None
        self.stack[-1].append(copy)


def put_translation(target: etree._Element, text: str, inline: str, source: etree._Element) -> bool:
    """Make *text* the content of *target*, with the codes of *source* where *inline* has codes.

    Return whether codes of the source are missing in the target.
    """
    codes = _codes_of(build_xliff(source, Numbers()))
    seg = parse(inline) if inline else None
    if seg is not None and _put(target, seg, codes):
        return not all(code.is_used for code in codes)
    _empty(target)
    target.text = without_controls(text)
    return bool(codes)


def _put(target: etree._Element, seg: etree._Element, codes: list[_Code]) -> bool:
    _empty(target)
    writer = _Writer(codes, [target])
    try:
        for part in _flat(seg):
            if isinstance(part, str):
                writer.add_text(part)
            else:
                writer.add(part)
    except _UnfitError:
        return False
    return not writer.opened and len(writer.stack) == 1


def _flat(seg: etree._Element) -> Iterator[str | etree._Element]:
    """Yield texts and codes in order; a highlight is only its text."""
    yield seg.text or ""
    for child in seg:
        if child.tag == "hi":
            yield from _flat(child)
        else:
            yield child
        yield child.tail or ""


def _codes_of(builder: Builder) -> list[_Code]:
    codes: list[_Code] = []
    pairs: dict[str, _Code] = {}
    for element in builder.seg.iter("bpt", "ept", "it", "ph"):
        origin = builder.origins[element]
        if element.tag == "ept":
            pairs[element.get("i", "")].closing = origin
            continue
        code = _Code(str(element.tag), element.get("x", ""), origin)
        codes.append(code)
        if element.tag == "bpt":
            pairs[element.get("i", "")] = code
    return codes


def _empty(target: etree._Element) -> None:
    for child in list(target):
        target.remove(child)
    target.text = None
