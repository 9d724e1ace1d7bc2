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
from corpora.html_notes import NoteIndex
from corpora.passages import Hint, Passage
from corpora.text import passages_of

_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]+)")
_PAGE_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_SUBSET = re.compile(r"<!DOCTYPE[^>\[]{0,500}\[|<!ENTITY", re.IGNORECASE)
# what browsers take these names for
_BROWSERS = dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk"), "gb18030")
# names that tools write without looking: the bytes tell more
_CARELESS = frozenset(
    ("ascii", "us-ascii", "iso-8859-1", "latin1", "windows-1252", "utf-16", "utf-16le", "utf-16be")
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_DROPPED = frozenset(
    (
        "head",
        "title",
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
        "datalist",
        "rt",
        "rtc",
        "rp",
    )
)
_MARGINAL = frozenset(("header", "footer"))  # of the page, unless inside one of the next
_SECTIONS = frozenset(("article", "main", "section"))
_DROPPED_ROLES = frozenset(("navigation", "banner", "contentinfo", "search"))
_LISTS = frozenset(("ol", "ul", "menu", "dir"))
_BLOCKS = frozenset(
    (
        *_LISTS,
        *_SECTIONS,
        *_MARGINAL,
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
        "aside",
        "figure",
        "figcaption",
        "blockquote",
        "address",
        "details",
        "summary",
        "center",
        "form",
        "fieldset",
        "legend",
        "hgroup",
        "dialog",
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
    # the parser loses what follows the end of the page, where concatenated pages go on
    text = _PAGE_END.sub("<hr>", re.sub(r"^\s*<\?xml[^>]*>", "", text))
    root = _parse(text.encode(), path)
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
    name = declared[1].decode().lower() if declared else ""
    if name and name not in _CARELESS and not data.startswith(_MARKS) and not _is_utf8(data):
        try:
            return data.decode(_BROWSERS.get(name, name))
        except (UnicodeError, LookupError):
            pass
    return decode(data, path)


def _is_utf8(data: bytes) -> bool:
    """Whether *data* is UTF-8 beyond doubt; ten Chinese characters of GBK never pass for it."""
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


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
    raised: int = 0
    is_broken: bool = False  # whether a line break is the last thing read
    skipped: etree._Element | None = None

    def add(self, text: str | None) -> None:
        """Add running text, raised figures as superscript characters."""
        bare = (text or "").strip()
        self.is_broken = self.is_broken and not bare
        self.buffer.append(raised(bare) if self.raised and bare.isdigit() else text or "")


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
                    state.add(element.tail)
            elif event == "start":
                yield from self._start(element)
            else:
                yield from self._end(element)
                state.add(element.tail)
        yield from self._flush()

    def _start(self, element: etree._Element) -> Iterator[Passage]:
        state, tag = self.state, _tag(element)
        if _is_dropped(element, tag) or self.index.is_backlink(element):
            state.skipped = element
            return
        if mark := self.index.mark_of(element):
            state.add(mark)
            state.skipped = element
            return
        if tag in _BLOCKS:
            yield from self._flush()
        if element in self.index.notes:
            state.notes += 1
            state.labels = [self.index.notes[element]]
        if tag == "pre":
            yield from passages_of("".join(_verbatim(element)))
            state.skipped = element
        elif tag == "br":
            yield from self._break()
        else:
            self._enter(element, tag)
            state.add(element.text)

    def _enter(self, element: etree._Element, tag: str) -> None:
        state = self.state
        if tag in _LISTS:
            state.lists.append(_List(_list_style(element, tag), _integer(element.get("start"), 1)))
        elif tag == "li":
            self._count(element)
        elif tag == "sup":
            state.raised += 1
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
        current.number += 1
        if not (state.notes and any(state.labels)):  # a note keeps the mark that leads to it
            state.labels = [raised(label.rstrip(".")) if state.notes else label]

    def _end(self, element: etree._Element) -> Iterator[Passage]:
        state, tag = self.state, _tag(element)
        if tag in _BLOCKS:
            yield from self._flush()
        if tag in _LISTS:
            state.lists.pop()
        elif tag == "li":
            state.labels = []
        elif tag in ("td", "th"):
            state.cells -= _table_of(element) not in self.layout_tables
        elif _heading_level(element, tag):
            state.headings.pop()
        elif tag == "sup":
            state.raised -= 1
        state.notes -= element in self.index.notes

    def _break(self) -> Iterator[Passage]:
        """Take one line break as white space and two as the end of a paragraph."""
        if self.state.is_broken:
            yield from self._flush()
        else:
            self.state.buffer.append("\n")
            self.state.is_broken = True

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
    found = {table for table in root.iter("table") if table.get("role") in ("presentation", "none")}
    for inner in root.iter("table", "h1", "h2", "h3", "h4"):
        table = _table_of(inner)
        while table is not None and table not in found:
            found.add(table)
            table = _table_of(table)
    return found


def _verbatim(pre: etree._Element) -> Iterator[str]:
    """Yield the text of a pre, its line breaks as such."""
    for event, element in etree.iterwalk(pre, events=("start", "end")):
        if event == "start":
            yield "\n" if _tag(element) == "br" else element.text or ""
        elif element is not pre:
            yield element.tail or ""


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
