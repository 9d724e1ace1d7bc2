"""Filling the empty targets of an XLIFF in place: 1.2, 2.x, SDLXLIFF and MQXLIFF.

Knows where a target belongs and which state each program expects. Everything else
of the file stays: declaration, comments, line ends, what other programs added.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

from lxml import etree

from corpora.files import open_whole
from tm.errors import XLIFFError
from tm.formats.fill import EXACT, Answer, Applied, Query, Slot, fill
from tm.formats.inline import Inline, from_xliff
from tm.formats.inline_fit import put_translation
from tm.formats.rows import Langs, Row, Source, languages, stated_target
from tm.formats.safe_xml import (
    EXPORT,
    FAITHFUL,
    UNKNOWN_ENTITY,
    broken,
    declares_type,
    is_deep,
    line_of,
    local_name,
    unknown_entity,
)
from tm.formats.xliff_read import XLIFF, check_root
from tm.formats.xliff_units import (
    FUZZY,
    MQ,
    UNITS,
    Segment,
    child_of,
    is_empty,
    is_kept,
    segments_of,
)

# What stands before the content of the root, as far as no document type is declared.
_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*"
    rb"<[^\s<>/!?]+(?:\s+[^\s=<>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*>",
    re.DOTALL,
)
_TAIL = 1024  # bytes


def fill_xliff(
    path: Path, output: Path, answer: Callable[[Query], Answer | None], langs: Langs
) -> Applied:
    """Copy the XLIFF at *path* to *output*, its empty targets filled with what is answered.

    Raises:
        XLIFFError: it is no XLIFF, or broken.
        FormatError: *output* cannot be written.
    """
    data = _read(path)
    tree = _parse(data, path)
    applied = fill(list(_slots(tree.getroot(), path, langs)), answer)
    with open_whole(output) as stream:
        stream.write(_bytes(tree, data))
    return applied


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = f"cannot read it ({error.strerror})"
        raise XLIFFError(problem, path, remedy="check its name and your rights") from error
    check_root(io.BytesIO(data), path)
    return data


def _parse(data: bytes, path: Path) -> etree._ElementTree:
    huge = path.suffix.lower() == ".sdlxliff" and not declares_type(io.BytesIO(data))
    try:
        return etree.parse(io.BytesIO(data), etree.XMLParser(huge_tree=huge, **FAITHFUL))
    except etree.XMLSyntaxError as error:
        is_whole = b"xliff>" in data[-_TAIL:].replace(b"\0", b"")
        raise broken(error, path, XLIFF, line=1, is_whole=is_whole) from error


def _bytes(tree: etree._ElementTree, data: bytes) -> bytes:
    """Write *tree* as *data* was: encoding, what stands around its root, the root, line ends."""
    encoding = (tree.docinfo.encoding or "UTF-8").upper()
    head = _HEAD.match(data)
    if head is None or encoding not in ("UTF-8", "ASCII", "US-ASCII"):
        whole: bytes = etree.tostring(tree, encoding=encoding, xml_declaration=True)  # type: ignore[assignment]
        return whole
    body: bytes = etree.tostring(tree.getroot(), encoding=encoding, xml_declaration=False)  # type: ignore[assignment]
    opened = _HEAD.match(body)
    inside = body[opened.end() if opened else 0 : body.rindex(b"</")]
    if b"\r\n" in data:
        inside = inside.replace(b"\n", b"\r\n")
    return data[: head.end()] + inside + data[data.rindex(b"</") :]


def _slots(root: etree._Element, path: Path, langs: Langs) -> Iterator[Slot]:
    declared, document = (root.get("srcLang", ""), root.get("trgLang", "")), ""
    for element in root.iter(etree.Element):
        name = local_name(element.tag)
        if name == "file":
            document = element.get("original", document)
            if source := element.get("source-language"):
                declared = source, element.get("target-language", "")
        elif name in UNITS and not is_kept(element):
            for segment in segments_of(element):
                text = _text(segment, path)
                row = Row(0, Inline(text), langs=declared)
                lang = languages(declared, langs, [row])[0]
                asked = Source(text, lang, into=stated_target(declared, langs))
                yield _slot(element, segment, asked, document)


def _text(segment: Segment, path: Path) -> str:
    line = line_of(segment.source)
    if entity := unknown_entity(segment.source):
        problem, remedy = UNKNOWN_ENTITY
        raise XLIFFError(problem, path, line=line, excerpt=entity, remedy=remedy)
    if is_deep(segment.source):
        problem = "a segment whose elements stand in one another without bound"
        raise XLIFFError(problem, path, line=line, remedy=EXPORT)
    return from_xliff(segment.source).text


def _slot(unit: etree._Element, segment: Segment, source: Source, document: str) -> Slot:
    text, is_locked = source.text, _is_locked(unit, segment)
    is_open = is_empty(segment.target) and not is_locked

    def put(answer: Answer) -> bool:
        target = _target_of(unit, segment)
        lost = put_translation(target, answer.text, answer.inline, segment.source)
        is_sure = answer.score >= EXACT and not lost
        score = min(answer.score, EXACT if is_sure else EXACT - 1)
        _set_state(unit, segment, target, score, is_sure=is_sure)
        return lost

    return Slot(text, source.lang, is_open, put, document, source.into)


def _is_locked(unit: etree._Element, segment: Segment) -> bool:
    state = segment.state
    if state is not None and (state.get("locked") == "true" or state.get("state") == "final"):
        return True
    return unit.get(f"{MQ}locked", "false") not in ("false", "") or unit.get("approved") == "yes"


def _target_of(unit: etree._Element, segment: Segment) -> etree._Element:
    """Return the element that takes the translation; make it where there is none."""
    if segment.target is not None:
        return segment.target
    if not segment.number:
        return _added_after(segment.source, _named(segment.source, "target"))
    target, cut = child_of(unit, "target"), child_of(unit, "seg-source")
    if target is None or not len(target):
        frame = _frame(segment.source if cut is None else cut)
        if target is None:
            target = _added_after(segment.source if cut is None else cut, frame)
        else:
            target.text = frame.text
            target.extend(list(frame))
    for mark in target.iter(etree.Element):
        if mark.get("mid") == segment.number:
            return mark
    return etree.SubElement(target, segment.source.tag, {"mtype": "seg", "mid": segment.number})


def _frame(cut: etree._Element) -> etree._Element:
    """Copy a ``seg-source`` as a target: what is between segments, and the segments empty."""
    frame = _named(cut, "target")
    copy = deepcopy(cut)
    frame.text = copy.text
    frame.extend(list(copy))
    for mark in list(frame.iter(etree.Element)):
        if mark.get("mtype") == "seg":
            for child in list(mark):
                mark.remove(child)
            mark.text = None
    return frame


def _named(like: etree._Element, name: str) -> etree._Element:
    """Make an element *name* in the namespace of *like*."""
    tag = str(like.tag)
    return etree.Element(tag[: tag.rfind("}") + 1] + name, nsmap=dict(like.nsmap))  # type: ignore[arg-type]


def _added_after(before: etree._Element, element: etree._Element) -> etree._Element:
    parent = before.getparent()
    if parent is not None:
        cut = child_of(parent, "seg-source")
        before = before if cut is None else cut
        place = parent.index(before)
        margin = (parent[place - 1].tail if place else parent.text) or ""
        element.tail = before.tail
        before.tail = before.tail if margin.strip() else margin
        parent.insert(place + 1, element)
    return element


def _set_state(
    unit: etree._Element, segment: Segment, target: etree._Element, score: int, *, is_sure: bool
) -> None:
    """Say how well the translation matches, and whether somebody has to look at it."""
    if local_name(unit.tag) == "unit":
        if segment.state is not None:
            segment.state.set("state", "translated" if is_sure else "initial")
    elif segment.state is not None:
        segment.state.set("conf", "Translated" if is_sure else "Draft")
        segment.state.set("origin", "tm")
        segment.state.set("percent", str(score))
    elif unit.get(f"{MQ}status") is not None:
        unit.set(f"{MQ}status", "Pretranslated")
        unit.set(f"{MQ}percent", str(score))
    else:
        whole = child_of(unit, "target") if segment.number else target
        _set_target_state(target if whole is None else whole, is_sure=is_sure)


def _set_target_state(target: etree._Element, *, is_sure: bool) -> None:
    """Set the state of a 1.2 target; of one with several segments, the one least sure."""
    if target.get("state-qualifier") == FUZZY:
        return
    target.set("state", "translated" if is_sure else "needs-review-translation")
    target.set("state-qualifier", "exact-match" if is_sure else FUZZY)
