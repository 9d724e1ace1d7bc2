"""Word documents to passages: body text in order, numbers as printed, notes after their place.

Knows WordprocessingML (ECMA-376 part 1, section 17): tracked changes are taken as
accepted, fields by their result; running heads are never opened.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from corpora.characters import clean, raised
from corpora.docx_numbers import Numbering, W, integer, is_on, value, written
from corpora.docx_styles import Styles
from corpora.errors import FormatError
from corpora.passages import Hint, Passage
from corpora.unzip import Parts, parse_xml

_STRICT = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)
_REFERENCES = (f"{W}footnoteReference", f"{W}endnoteReference")
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_SKIPPED = frozenset(
    (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "instrText",
        "delText",
        "rt",
        "sdtPr",
        "sdtEndPr",
        "fldData",
        "sym",
        "softHyphen",
        "footnoteRef",
        "endnoteRef",
        "annotationRef",
    )
)
_CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CONTAINERS = frozenset(
    (
        "body",
        "sdt",
        "sdtContent",
        "ins",
        "moveTo",
        "customXml",
        "smartTag",
        "AlternateContent",
        "Choice",
        "Fallback",
    )
)
_RAISED = 6  # LibreOffice lifts by a third of the line instead of writing "superscript"
_NOTE_KINDS = ("footnote", "endnote")


def read_docx(data: bytes, path: str | Path | None = None) -> list[Passage]:
    """Read a .docx file.

    Raises:
        FormatError: it is no Word document, or a hostile one.
    """
    parts = Parts(data, path)
    main = _related(parts, "_rels/.rels").get("officeDocument", "word/document.xml")
    body = _part(parts, main)
    if body is None or body.tag != W + "document":
        raise FormatError("a zip archive but not a Word document", path, remedy="give a .docx file")
    folder, name = posixpath.split(main)
    related = _related(parts, f"{folder}/_rels/{name}.rels", folder)
    numbering = Numbering(_part(parts, related.get("numbering", "")))
    styles = Styles(_part(parts, related.get("styles", "")), numbering)
    settings = _part(parts, related.get("settings", ""))
    notes = {kind: _part(parts, related.get(f"{kind}s", "")) for kind in _NOTE_KINDS}
    return list(_Reader(styles, numbering, _Notes.collect(notes, body, settings)).passages(body))


def _part(parts: Parts, name: str) -> etree._Element | None:
    if name not in parts.names:
        return None
    return parse_xml(parts.read(name).replace(*_STRICT), parts.path)


def _related(parts: Parts, name: str, folder: str = "") -> dict[str, str]:
    """Map the kinds of related parts (``footnotes``) to their names in the archive."""
    root = parts.xml(name)
    found: dict[str, str] = {}
    for relation in () if root is None else root:
        kind = str(relation.get("Type", "")).rpartition("/")[2]
        target = str(relation.get("Target", ""))
        if relation.get("TargetMode") != "External":
            place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found.setdefault(kind, posixpath.normpath(place))
    return found


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


@dataclass(slots=True)
class _Notes:
    """The notes of a document, and the mark the next one gets."""

    bodies: dict[tuple[str, str], etree._Element]  # by kind and id
    formats: dict[str, str]
    starts: dict[str, int]
    by_section: set[str]  # the kinds that count anew in each section
    counters: dict[str, int] = field(default_factory=dict)

    @classmethod
    def collect(
        cls,
        parts: dict[str, etree._Element | None],
        body: etree._Element | None,
        settings: etree._Element | None,
    ) -> _Notes:
        found = cls({}, {"footnote": "decimal", "endnote": "lowerRoman"}, {}, set())
        for kind, root in parts.items():
            for note in () if root is None else root.findall(W + kind):
                found.bodies[kind, str(note.get(W + "id", ""))] = note
            for place in (settings, body):
                for properties in () if place is None else place.iter(f"{W}{kind}Pr"):
                    found._set(kind, properties)
        return found

    def _set(self, kind: str, properties: etree._Element) -> None:
        self.starts[kind] = integer(value(properties, "numStart"), self.starts.get(kind, 1))
        self.formats[kind] = value(properties, "numFmt") or self.formats[kind]
        if value(properties, "numRestart") == "eachSect":
            self.by_section.add(kind)

    def mark(self, kind: str) -> str:
        """Return the mark of the next note of *kind*, as superscript."""
        number = self.counters.get(kind, self.starts.get(kind, 1))
        self.counters[kind] = number + 1
        return raised(written(number, self.formats[kind]))

    def take(self, kind: str, name: str) -> etree._Element | None:
        """Return a note that was not taken before: one that calls itself has no end."""
        return self.bodies.pop((kind, name), None)

    def end_section(self) -> None:
        """Go back to the first mark where each section counts anew."""
        for kind in self.by_section:
            self.counters.pop(kind, None)


@dataclass(slots=True)
class _Content:
    """What one paragraph holds besides its properties."""

    text: str = ""
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class _Reader:
    """One pass through a document; counts lists, notes and open fields on the way."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: _Notes) -> None:
        self.styles = styles
        self.numbering = numbering
        self.notes = notes
        self.fields: list[bool] = []  # for each open field, whether its result has begun
        self.unclosed: set[etree._Element] = set()
        self.carried = ""  # text before a deleted paragraph mark

    def passages(self, story: etree._Element) -> Iterator[Passage]:
        """Yield the passages of a document or a note."""
        self.unclosed |= _unclosed(story)
        yield from self._story(story)

    def _story(self, container: etree._Element) -> Iterator[Passage]:
        """Yield the passages of what no paragraph leaves: a body, a cell, a box or a note."""
        outer, self.carried = self.carried, ""
        yield from self._under(container)
        yield from self._rest()
        self.carried = outer

    def _rest(self) -> Iterator[Passage]:
        """Yield what waits for a next paragraph where there is none."""
        text, self.carried = clean(self.carried), ""
        if text:
            yield Passage(text)

    def _under(self, container: etree._Element) -> Iterator[Passage]:
        for element in _children(container):
            kind = _local(element)
            if kind in _CONTAINERS:
                yield from self._under(element)
            elif kind == "tbl":
                yield from self._rest()
                yield from self._table(element)
            elif kind == "p":
                yield from self._paragraph(element)

    def _table(self, table: etree._Element) -> Iterator[Passage]:
        rows = [row for row in table.iter(W + "tr") if _owner(row) is table]
        rows = [row for row in rows if row.find(f"{W}trPr/{W}del") is None]
        cells = [cell for row in rows for cell in row.iter(W + "tc") if _owner(cell, "tr") is row]
        cells = [cell for cell in cells if cell.find(f"{W}tcPr/{W}cellDel") is None]
        is_frame = len(cells) == 1  # a box drawn around text
        for cell in cells:
            for passage in self._story(cell):
                is_plain = passage.hint is Hint.NONE and not is_frame
                yield _as(passage, Hint.CELL) if is_plain else passage

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Passage]:
        content = self._content(paragraph)
        text = self.carried + content.text
        if _is_mark_gone(paragraph):
            self.carried = text
        else:
            self.carried = ""
            role = self.styles.role(paragraph)
            label = self.numbering.label(role.number, role.depth)
            if text := clean(text):
                yield Passage(text, 0, role.hint, role.level, clean(label))
        for box in content.boxes:
            yield from self._story(box)
        for mark, note in content.notes:
            yield from self._note(mark, note)
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            self.notes.end_section()

    def _note(self, mark: str, note: etree._Element) -> Iterator[Passage]:
        label = mark
        for passage in self.passages(note):
            text = passage.text
            if label and text.startswith(label):
                text = text[len(label) :].lstrip()
            if text:
                yield Passage(text, 0, Hint.NOTE, 0, label)
                label = ""

    def _content(self, paragraph: etree._Element) -> _Content:
        content = _Content()
        parts: list[str] = []
        stack = list(reversed(_children(paragraph)))
        while stack:
            element = stack.pop()
            kind = _local(element)
            if kind == "fldChar":
                self._field(element)
            elif kind in _SKIPPED or (kind == "r" and is_on(self.styles.of_run(element, "vanish"))):
                self._fields_in(element)
            elif kind == "txbxContent":
                content.boxes.append(element)
            elif not all(self.fields):
                stack += reversed(_children(element))  # inside an instruction
            elif kind.endswith("noteReference"):
                parts.append(self._reference(element, content))
            elif kind == "t":
                parts.append(self._printed(element))
            else:
                parts.append(_CHARACTERS.get(kind, ""))
                stack += reversed(_children(element))
        content.text = "".join(parts)
        return content

    def _fields_in(self, unread: etree._Element) -> None:
        """Follow the fields through text not read: one may end there that begins outside."""
        for mark in unread.iter(W + "fldChar"):
            self._field(mark)

    def _field(self, mark: etree._Element) -> None:
        step = mark.get(W + "fldCharType")
        if step == "begin" and mark not in self.unclosed:
            self.fields.append(False)
        elif self.fields and step == "separate":
            self.fields[-1] = True
        elif self.fields and step == "end":
            self.fields.pop()

    def _reference(self, element: etree._Element, content: _Content) -> str:
        """Note the note; return its mark, unless the text that follows is the mark."""
        kind = _local(element).removesuffix("Reference")
        note = self.notes.take(kind, str(element.get(W + "id", "")))
        is_custom = _has_custom_mark(element)
        if is_custom:
            mark = "".join(str(text.text or "") for text in element.itersiblings(W + "t"))
            mark = raised(clean(mark))
        else:
            mark = self.notes.mark(kind)
        if note is not None:
            content.notes.append((mark, note))
        return "" if is_custom else mark

    def _printed(self, element: etree._Element) -> str:
        """Return the text of a w:t, marks of notes and raised figures as superscript characters."""
        text = str(element.text or "")
        if any(map(_has_custom_mark, element.itersiblings(*_REFERENCES, preceding=True))):
            return raised(text)
        run = element.getparent()
        if run is None or not text.strip().isdigit():
            return text
        is_raised = value(self.styles.of_run(run, "vertAlign")) == "superscript"
        lift = integer(value(self.styles.of_run(run, "position")))  # in half points
        return raised(text) if is_raised or lift >= _RAISED else text


def _children(element: etree._Element | None) -> list[etree._Element]:
    """Return the children to read; of alternative contents only the first."""
    if element is None:
        return []
    children = [child for child in element if isinstance(child.tag, str)]
    if children and children[0].tag == _CHOICE:
        return children[:1]
    return children


def _owner(element: etree._Element, kind: str = "tbl") -> etree._Element | None:
    """Return the nearest ancestor of *kind*."""
    return next(element.iterancestors(W + kind), None)


def _is_mark_gone(paragraph: etree._Element) -> bool:
    """Whether the mark at the end of *paragraph* is deleted or moved away."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    if properties is None:
        return False
    return any(properties.find(W + change) is not None for change in ("del", "moveFrom"))


def _has_custom_mark(reference: etree._Element) -> bool:
    return reference.get(W + "customMarkFollows") in ("1", "true", "on")


def _unclosed(story: etree._Element) -> set[etree._Element]:
    """Return the marks that begin a field which nothing ends; text would be lost in it."""
    opened: list[etree._Element] = []
    for mark in story.iter(W + "fldChar"):
        step = mark.get(W + "fldCharType")
        if step == "begin":
            opened.append(mark)
        elif step == "end" and opened:
            opened.pop()
    return set(opened)


def _as(passage: Passage, hint: Hint) -> Passage:
    return Passage(passage.text, passage.page, hint, passage.level, passage.label)
