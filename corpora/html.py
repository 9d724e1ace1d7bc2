"""HTML to passages: headings, list labels, table cells and notes; navigation left out.

Walks the tree with a loop, never recursively: nesting of any depth is harmless.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from corpora.characters import clean, raised, without_controls
from corpora.docx_numbers import chinese, letters, roman
from corpora.encoding import decode
from corpora.errors import FormatError
from corpora.html_notes import NoteIndex, is_backlink
from corpora.passages import Hint, Passage
from corpora.text import passages_of

_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]+)")
_SUBSET = re.compile(r"<!DOCTYPE[^>\[]{0,500}\[|<!ENTITY", re.IGNORECASE)
_BROWSERS = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "ascii": "cp1252"}

_DROPPED = frozenset(
    (
        "head",
        "script",
        "style",
        "nav",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "select",
        "button",
        "input",
        "textarea",
        "rt",
        "rp",
    )
)
_MARGINAL = frozenset(("header", "footer"))  # of the page, unless inside one of the next
_SECTIONS = frozenset(("article", "main", "section"))
_DROPPED_ROLES = frozenset(("navigation", "banner", "contentinfo", "search"))
_BLOCKS = frozenset(
    (
        "html",
        "body",
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "article",
        "main",
        "section",
        "aside",
        "header",
        "footer",
        "figure",
        "figcaption",
        "blockquote",
        "address",
        "details",
        "summary",
        "center",
        "form",
        "fieldset",
        "hr",
        "pre",
    )
)
_HEADING = re.compile(r"h([1-6])")
_STYLES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
_BRACKETED = re.compile(r"\[([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_CHINESE_STYLES = ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal")


def read_html(data: bytes, path: str | Path | None = None) -> list[Passage]:
    """Read an HTML or XHTML file.

    Raises:
        FormatError: it declares entities, or has no text.
    """
    text = without_controls(_decode_declared(data, path))
    if _SUBSET.search(text):
        raise FormatError(
            "it declares XML entities", path, remedy="do not trust this file, or save it as text"
        )
    root = _parse(re.sub(r"^\s*<\?xml[^>]*>", "", text).encode(), path)
    return [] if root is None else list(_Reader(root).passages())


def _parse(data: bytes, path: str | Path | None) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(
            f"its HTML is broken ({error.msg})", path, remedy="save it again from a browser"
        ) from error
    # the parser drops what lies deeper than 2,048 elements, and only says so here
    if any("depth" in entry.message for entry in parser.error_log):
        raise FormatError("its elements are nested too deep", path, remedy="save it as text")
    return root


def _decode_declared(data: bytes, path: str | Path | None) -> str:
    """Decode by the declared character set where it works, else by what the bytes are."""
    declared = _META.search(data[:8192]) or _XML_ENCODING.match(data[:200])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode().lower()
        try:
            return data.decode(_BROWSERS.get(name, name))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, path)


@dataclass(slots=True)
class _List:
    style: str
    number: int


@dataclass(slots=True)
class _State:
    """Where the walk is: what surrounds the text that comes next."""

    buffer: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)  # of list items that have no text yet
    cells: int = 0
    notes: int = 0
    skipped: etree._Element | None = None


class _Reader:
    """One walk through a page."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.index = NoteIndex(root)
        self.state = _State()
        self.layout_tables = _layout_tables(root)

    def passages(self) -> Iterator[Passage]:
        """Yield the passages of the page in order."""
        state = self.state
        for event, element in etree.iterwalk(self.root, events=("start", "end")):
            if state.skipped is not None:
                if event == "end" and element is state.skipped:
                    state.skipped = None
                    state.buffer.append(element.tail or "")
            elif event == "start":
                yield from self._start(element)
            else:
                yield from self._end(element)
                state.buffer.append(element.tail or "")
        yield from self._flush()

    def _start(self, element: etree._Element) -> Iterator[Passage]:
        state, tag = self.state, _tag(element)
        if _is_dropped(element, tag) or is_backlink(element):
            state.skipped = element
            return
        if mark := self.index.mark_of(element):
            state.buffer.append(mark)
            state.skipped = element
            return
        if tag in _BLOCKS:
            yield from self._flush()
        if element in self.index.notes:
            state.notes += 1
            state.labels = [self.index.notes[element]]
        if tag == "pre":
            yield from passages_of("".join(map(str, element.itertext())))
            state.skipped = element
        elif tag == "br":
            yield from self._break()
        else:
            self._enter(element, tag)
            state.buffer.append(element.text or "")

    def _enter(self, element: etree._Element, tag: str) -> None:
        state = self.state
        if tag in ("ol", "ul"):
            state.lists.append(_List(_list_style(element, tag), _integer(element.get("start"), 1)))
        elif tag == "li" and not (state.notes and state.labels):
            self._count(element)
        elif tag in ("td", "th"):
            state.cells += _table_of(element) not in self.layout_tables
        elif level := _heading_level(element, tag):
            state.headings.append(level)

    def _count(self, item: etree._Element) -> None:
        """Number a list item; a note in a list of notes gets its number as its mark."""
        state = self.state
        if not state.lists:
            return
        current = state.lists[-1]
        current.number = _integer(item.get("value"), current.number)
        label = _label(current.style, current.number)
        state.labels = [raised(label.rstrip(".")) if state.notes and label else label]
        current.number += 1

    def _end(self, element: etree._Element) -> Iterator[Passage]:
        state, tag = self.state, _tag(element)
        if tag in _BLOCKS:
            yield from self._flush()
        if tag in ("ol", "ul"):
            state.lists.pop()
        elif tag == "li":
            state.labels = []
        elif tag in ("td", "th"):
            state.cells -= _table_of(element) not in self.layout_tables
        elif _heading_level(element, tag):
            state.headings.pop()
        elif tag == "sup" and state.buffer and state.buffer[-1].strip().isdigit():
            state.buffer[-1] = raised(state.buffer[-1].strip())
        state.notes -= element in self.index.notes

    def _break(self) -> Iterator[Passage]:
        """Take one line break as white space and two as the end of a paragraph."""
        buffer = self.state.buffer
        if buffer and "".join(buffer[-2:]).strip(" ") == "\n" and len(buffer) > 1:
            yield from self._flush()
        else:
            buffer.append("\n")

    def _flush(self) -> Iterator[Passage]:
        state = self.state
        text = _BRACKETED.sub(r"\1", clean("".join(state.buffer)))
        state.buffer.clear()
        if not text:
            return
        label = state.labels.pop() if state.labels else ""
        if state.notes:
            yield Passage(_without_mark(text, label), 0, Hint.NOTE, 0, label)
        elif state.headings:
            yield Passage(text, 0, Hint.HEADING, state.headings[-1], label)
        else:
            yield Passage(text, 0, Hint.CELL if state.cells else Hint.NONE, 0, label)


def _layout_tables(root: etree._Element) -> set[etree._Element]:
    """Return the tables that hold headings or tables: they place text, they do not tabulate."""
    found: set[etree._Element] = set()
    for inner in root.iter("table", "h1", "h2", "h3", "h4"):
        table = _table_of(inner)
        while table is not None and table not in found:
            found.add(table)
            table = _table_of(table)
    return found


def _tag(element: etree._Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _is_dropped(element: etree._Element, tag: str) -> bool:
    if tag in _DROPPED or not tag or element.get("role") in _DROPPED_ROLES:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "").lower()):
        return True
    return tag in _MARGINAL and next(element.iterancestors(*_SECTIONS), None) is None


def _heading_level(element: etree._Element, tag: str) -> int:
    if found := _HEADING.fullmatch(tag):
        return int(found[1])
    return _integer(element.get("aria-level"), 2) if element.get("role") == "heading" else 0


def _table_of(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors("table"), None)


def _list_style(element: etree._Element, tag: str) -> str:
    if found := _LIST_STYLE.search(element.get("style", "").lower()):
        return found[1]
    return _STYLES.get(element.get("type", "1"), "none") if tag == "ol" else "none"


def _label(style: str, number: int) -> str:
    """Write the label of a list item as a browser shows it.

    >>> _label("lower-alpha", 2), _label("simp-chinese-informal", 12), _label("disc", 1)
    ('b.', '十二、', '')
    """
    if number < 1 or number > 9999:
        return f"{number}." if style == "decimal" else ""
    if style in _CHINESE_STYLES:
        return chinese(number) + "、"
    written = {
        "decimal": str(number),
        "lower-alpha": letters(number),
        "lower-latin": letters(number),
        "upper-alpha": letters(number).upper(),
        "upper-latin": letters(number).upper(),
        "lower-roman": roman(number).lower(),
        "upper-roman": roman(number),
    }.get(style, "")
    return f"{written}." if written else ""


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*-?\d{1,6}\s*", text) else default


def _without_mark(text: str, label: str) -> str:
    """Take the mark off the text of a note, however it is written there."""
    plain = label.translate(_LOWERED)
    for mark in (label, f"[{plain}]", f"{plain}.", f"{plain} "):
        if label and text.startswith(mark) and len(text) > len(mark):
            return text[len(mark) :].lstrip(" .")
    return text


_LOWERED = dict(zip(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"), "0123456789", strict=True))
