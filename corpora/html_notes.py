"""Notes in HTML: which elements are notes, and which links are their marks.

Knows DPUB-ARIA roles, EPUB types and the customs of Pandoc, Word and wikis.
"""

from __future__ import annotations

import re

from lxml import etree

from corpora.characters import clean, raised

_ANCHOR = re.compile(r"(?:user-content-)?_?(?:fn|ftn|edn|foot|note|cite_note|endnote)", re.I)
_BACK = re.compile(
    r"(?:user-content-)?_?(?:fnref|ftnref|ednref|cite_ref|noteref)|sd(?:foot|end)note\d+anc", re.I
)
_ARROW = re.compile(r"[\^↑↩⤴⏎\ufe0e\ufe0f]+")
_MSO_NOTE = re.compile(r"mso-element\s*:\s*(?:foot|end)note\b(?!-)")
_NOTE_ROLES = frozenset(("doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"))
_LIST_ROLES = frozenset(("doc-endnotes", "footnotes", "endnotes", "rearnotes"))
_FIGURE = re.compile("[0-9⁰¹²³⁴-⁹]+|[a-zᵃ-ᶻ]|[ivxⁱᵛˣ]+|[*†‡§]+", re.IGNORECASE)
_MARK = re.compile(r"\[?\(?([\w*†‡§]{1,5})\)?\]?")
_BLOCKS = ("li", "p", "aside", "dd", "dt", "td", "div", "section")


class NoteIndex:
    """The notes of a page and the marks that lead to them."""

    def __init__(self, root: etree._Element) -> None:
        """Find every link that is a note mark, and the block each leads to."""
        self.marks: dict[etree._Element, str] = {}
        self.notes: dict[etree._Element, str] = {}
        self._backlinks: set[etree._Element] = set()
        anchors = _anchors(root)
        passed: set[etree._Element] = set()  # anchors that stand before the link
        for link in root.iter():
            if link.get("id") or link.get("name"):
                passed.add(link)
            name = (link.get("href") or "").partition("#")[2] if link.tag == "a" else ""
            target = anchors.get(name)
            mark = _mark(link) if link.tag == "a" else ""
            if not mark or self.is_backlink(link) or not _is_reference(link, name, mark):
                continue
            if target is not link and target in passed and _opens_block(link):
                self._backlinks.add(link)
                continue
            block = None if target is None else _block_of(target)
            if block is not None and not _is_around(block, link):
                self.marks[link] = mark
                self.notes.setdefault(block, mark)
        self._add_declared(root)

    def _add_declared(self, root: etree._Element) -> None:
        """Add what calls itself a note though no link leads there."""
        for element in root.iter("aside", "section", "div", "li", "p", "ol"):
            roles = _roles(element)
            if element not in self.notes and roles & _NOTE_ROLES and not self._holds_note(element):
                self.notes[element] = ""
            elif roles & _LIST_ROLES:
                for item in element.iter("li", "p"):
                    if next(item.iterancestors("li"), None) is None:
                        self.notes.setdefault(item, "")

    def _holds_note(self, element: etree._Element) -> bool:
        return any(inner in self.notes for inner in element.iterdescendants(*_BLOCKS))

    def mark_of(self, element: etree._Element) -> str:
        """Return the mark that *element* is, empty where it is none."""
        return self.marks.get(element, "")

    def is_backlink(self, element: etree._Element) -> bool:
        """Whether *element* leads from a note back to its mark in the text.

        A mark at the head of its block that leads towards the text does so too,
        whatever it is called: it is the mark of that note.
        """
        return element in self._backlinks or _is_called_backlink(element)


def _is_called_backlink(element: etree._Element) -> bool:
    """Whether *element* says that it leads from a note back to its mark in the text."""
    if element.tag != "a":
        return "mw-cite-backlink" in element.get("class", "")
    if _roles(element) & {"doc-backlink", "backlink", "footnote-back", "footnote-backref"}:
        return True
    name = (element.get("href") or "").partition("#")[2]
    if name and _ARROW.fullmatch("".join(map(str, element.itertext())).strip()):
        return True
    return bool(_BACK.match(name))


def _anchors(root: etree._Element) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name")):
            if name:
                found.setdefault(name, element)
    return found


def _roles(element: etree._Element) -> set[str]:
    """Return the role, EPUB type and classes of *element*."""
    values = (element.get("role"), element.get("epub:type"), element.get("class"))
    return {word.lower() for value in values if value for word in value.split()}


def _is_reference(link: etree._Element, name: str, mark: str) -> bool:
    if _roles(link) & {"doc-noteref", "noteref", "footnote-ref", "footnote-reference"}:
        return True
    raised_around = next(link.iterancestors("sup"), None) is not None
    raised_inside = link.find(".//sup") is not None
    is_named = bool(_ANCHOR.match(name) and _FIGURE.fullmatch(mark))  # "#footer" is no note
    return bool(name) and (raised_around or raised_inside or is_named)


def _mark(link: etree._Element) -> str:
    found = _MARK.fullmatch(clean("".join(map(str, link.itertext()))))
    return raised(found[1]) if found else ""


def _opens_block(link: etree._Element) -> bool:
    """Whether nothing is printed before *link* in its block."""
    inner = link
    while inner.tag not in _BLOCKS and (outer := inner.getparent()) is not None:
        if (outer.text or "").strip():
            return False
        for before in inner.itersiblings(preceding=True):
            if (before.tail or "").strip() or "".join(map(str, before.itertext())).strip():
                return before.tag in _BLOCKS
        inner = outer
    return True


def _block_of(target: etree._Element) -> etree._Element | None:
    for element in (target, *target.iterancestors("div")):
        if _MSO_NOTE.search(element.get("style", "")):  # around all paragraphs of a note
            return element
    if target.tag in _BLOCKS:
        return target
    return next(target.iterancestors(*_BLOCKS), None)


def _is_around(block: etree._Element, link: etree._Element) -> bool:
    return any(ancestor is block for ancestor in link.iterancestors())
