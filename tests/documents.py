"""Documents for tests: the same paragraphs written as .docx, .html or .pdf.

A paragraph is ``(kind, label, text)``; kinds are title, heading, paragraph, item,
note, cell and text. A note follows the paragraph that carries its mark.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import NamedTuple

from corpora.types import Document, Kind


class Row(NamedTuple):
    """One paragraph of a test document."""

    kind: str
    label: str
    text: str

    @property
    def typed(self) -> str:
        """The paragraph with its number typed."""
        return f"{self.label} {self.text}" if self.label else self.text


_KINDS = {
    Kind.TITLE: "title",
    Kind.HEADING: "heading",
    Kind.PARAGRAPH: "paragraph",
    Kind.ITEM: "item",
    Kind.CELL: "cell",
    Kind.NOTE: "note",
}


def rows_of(document: Document) -> list[Row]:
    """Return the paragraphs of *document*, page furniture left out."""
    return [
        Row(_KINDS.get(block.kind, "text"), block.label, block.text)
        for block in document.blocks
        if block.kind is not Kind.FURNITURE
    ]


def rebuild(document: Document, path: Path) -> Path:
    """Write *document* in the format that the name of *path* says; see :data:`FORMATS`."""
    return FORMATS[path.name.partition(".")[2]](rows_of(document), path)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = {
    "w": _W,
    "r": _R,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_RELATED = (
    "styles",
    "numbering",
    "footnotes",
    "endnotes",
    "settings",
    "header",
    "footer",
    "comments",
)
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARKS = re.compile(f"[{_SUPERSCRIPTS}]+")


def figures(mark: str) -> str:
    """Write a superscript mark in plain figures."""
    return "".join(str(_SUPERSCRIPTS.index(sign)) for sign in mark)


# --- docx ---------------------------------------------------------------------------------


def write_docx(path: Path, body: str, **parts: str) -> Path:
    """Write a .docx of raw WordprocessingML: the body, and the inside of further parts."""
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_R}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(_RELATED)
    )
    main = f'<Relationship Id="r0" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    wrap = '<Relationships xmlns="{0}/relationships">{1}</Relationships>'
    tags = {"header": "hdr", "footer": "ftr"}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types())
        archive.writestr("_rels/.rels", wrap.format(_P, main))
        archive.writestr("word/_rels/document.xml.rels", wrap.format(_P, relations))
        archive.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        for name in _RELATED:
            archive.writestr(f"word/{name}.xml", _part(tags.get(name, name), parts.get(name, "")))
    return path


def _content_types() -> str:
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{office}.{name}+xml"/>'
        for name in _RELATED
    )
    return (
        f'<Types xmlns="{_P}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{office}.document.main+xml"/>'
        f"{overrides}</Types>"
    )


def _part(tag: str, inside: str) -> str:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    spaces = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
    return f"{head}<w:{tag} {spaces}>{inside}</w:{tag}>"


def run(text: str, properties: str = "") -> str:
    """Return the XML of one run."""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    """Return the XML of one paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def build_docx(
    rows: Iterable[tuple[str, str, str]], path: Path, *, numbering: str = "typed"
) -> Path:
    """Write a Word document, numbers ``typed`` as text or ``automatic``."""
    counted = _Lists() if numbering == "automatic" else None
    body, notes = [], []
    for row, marks in _with_notes(rows):
        inside = ""
        is_counted = counted is not None and row.label and row.kind != "note"
        text = row.text if is_counted else row.typed
        for piece in re.split(f"({_MARKS.pattern})", text):
            if note := marks.get(piece):
                notes.append(note.text)
                inside += f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>'
            elif piece:
                inside += run(piece)
        properties = _style(row.kind)
        if counted and is_counted:
            properties += counted.properties(row)
        xml = paragraph(inside, properties)
        body.append(_table(xml) if row.kind == "cell" else xml)
    return write_docx(
        path,
        "".join(body),
        styles=_STYLES,
        numbering=counted.xml() if counted else "",
        footnotes=_footnotes(notes),
        header=paragraph(run("E/CN.99/2024/1")),
    )


_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{inside}</w:style>'
    for name, inside in (
        ("Title", ""),
        ("Heading1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    )
)


def _style(kind: str) -> str:
    name = {"heading": "Heading1", "title": "Title"}.get(kind)
    return f'<w:pStyle w:val="{name}"/>' if name else ""


def _table(xml: str) -> str:
    cell = f"<w:tc>{xml}</w:tc>"
    return f"<w:tbl><w:tr>{cell}<w:tc><w:p/></w:tc></w:tr></w:tbl>"


def _footnotes(texts: Sequence[str]) -> str:
    separator = f'<w:footnote w:id="-1" w:type="separator">{paragraph("")}</w:footnote>'
    reference = "<w:r><w:footnoteRef/></w:r>"
    return separator + "".join(
        f'<w:footnote w:id="{n}">{paragraph(reference + run(" " + text))}</w:footnote>'
        for n, text in enumerate(texts, 1)
    )


def _with_notes(
    rows: Iterable[tuple[str, str, str]],
) -> list[tuple[Row, dict[str, Row]]]:
    """Give each paragraph the notes that its marks call; notes nobody calls stay paragraphs."""
    rows = [Row(*row) for row in rows]
    notes = {row.label: row for row in rows if row.kind == "note"}
    called: set[str] = set()
    found = []
    for row in rows:
        marks = [] if row.kind == "note" else [m for m in _MARKS.findall(row.text) if m in notes]
        found.append((row, {m: notes[m] for m in marks if m not in called}))
        called.update(marks)
    return [(row, marks) for row, marks in found if row.kind != "note" or row.label not in called]


class _Lists:
    """Word lists that print the labels asked for; a jump in the numbers is an override."""

    def __init__(self) -> None:
        self.abstract: dict[tuple[str, str, str], int] = {}
        self.last: dict[tuple[str, str, str], tuple[int, int]] = {}  # value, numId
        self.nums: list[str] = []

    def properties(self, row: Row) -> str:
        style, template, number = _parsed(row.label)
        key = (row.kind, style, template)
        abstract = self.abstract.setdefault(key, len(self.abstract))
        value, num = self.last.get(key, (0, 0))
        if number != value + 1 or not num:
            num = len(self.nums) + 1
            self.nums.append(
                f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride '
                f'w:ilvl="0"><w:startOverride w:val="{number}"/></w:lvlOverride></w:num>'
            )
        self.last[key] = (number, num)
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>'

    def xml(self) -> str:
        return "".join(
            f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
            f'w:val="{style}"/><w:lvlText w:val="{escape(template)}"/></w:lvl></w:abstractNum>'
            for (_, style, template), n in self.abstract.items()
        ) + "".join(self.nums)


def _parsed(label: str) -> tuple[str, str, int]:
    """Return number format, template and value of a label."""
    core = re.sub(r"^\W+|\W+$", "", label)
    template = label.replace(core, "%1", 1)
    if core.isascii() and core.isdigit():
        return "decimal", template, int(core)
    if core[0] in _CHINESE:
        return "chineseCounting", template, _CHINESE.index(core) + 1
    if re.fullmatch("[IVX]+", core):
        return "upperRoman", template, _ROMAN.index(core) + 1
    if re.fullmatch("[ivx]+", core):
        return "lowerRoman", template, _ROMAN.index(core.upper()) + 1
    style = "upperLetter" if core.isupper() else "lowerLetter"
    return style, template, ord(core.lower()) - ord("a") + 1


_CHINESE = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"]
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"]


# --- html ---------------------------------------------------------------------------------


def build_html(rows: Iterable[tuple[str, str, str]], path: Path) -> Path:
    """Write a web page: numbered paragraphs as list items, notes as footnotes with links."""
    body = []
    for row, marks in _with_notes(rows):
        body.append(_element(row, marks))
        for mark, note in marks.items():
            back = f'<a href="#fnref{figures(mark)}" role="doc-backlink">↩</a>'
            body.append(
                f'<aside role="doc-footnote" id="fn{figures(mark)}"><p>{escape(note.text)} {back}</p></aside>'
            )
    path.write_text(
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Page</title><style>p{}</style></head>"
        "<body><header>United Nations</header><nav><a href='/'>Home</a></nav><main>"
        + "\n".join(body)
        + "</main><footer>Terms of use</footer><script>var p = '<p>no</p>';</script></body></html>",
        encoding="utf-8",
    )
    return path


def _element(row: Row, marks: dict[str, Row]) -> str:
    text = escape(row.typed)
    if row.kind == "paragraph" and re.fullmatch(r"\d+\.", row.label):
        text = escape(row.text)
    for mark in marks:
        n = figures(mark)
        link = f'<sup><a href="#fn{n}" id="fnref{n}" role="doc-noteref">{n}</a></sup>'
        text = text.replace(mark, link)
    if row.kind == "paragraph" and re.fullmatch(r"\d+\.", row.label):
        return f'<ol start="{row.label[:-1]}"><li><p>{text}</p></li></ol>'
    if row.kind == "cell":
        return f"<table><tr><td>{text}</td><td></td></tr></table>"
    tag = {"heading": "h2", "title": "h1"}.get(row.kind, "p")
    return f"<{tag}>{text}</{tag}>"


# --- pdf ----------------------------------------------------------------------------------

_PAGE = (595.0, 842.0)
_MARGIN = 90.0
_FOOT = 70.0


def build_pdf(
    rows: Iterable[tuple[str, str, str]], path: Path, *, symbol: str = "E/CN.99/2024/1"
) -> Path:
    """Write a PDF: running heads, page numbers, notes at the page foot, words cut by hyphens."""
    from reportlab.pdfgen.canvas import Canvas

    prepared = _with_notes(rows)
    chinese = any("\u4e00" <= sign <= "\u9fff" for row, _ in prepared for sign in row.text)
    setter = _Setter(Canvas(str(path), pagesize=_PAGE), _font(chinese=chinese), symbol)
    for row, marks in prepared:
        setter.add(row, [Row("note", mark, note.text) for mark, note in marks.items()])
    setter.finish()
    return path


def _font(*, chinese: bool) -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    if not chinese:
        return "Times-Roman"
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return "STSong-Light"


class _Setter:
    """Sets lines on pages; notes wait for the foot of the page."""

    def __init__(self, canvas: object, font: str, symbol: str) -> None:
        self.canvas = canvas
        self.font = font
        self.symbol = symbol
        self.page = 0
        self.notes: list[str] = []
        self._open()

    def _open(self) -> None:
        self.page += 1
        self.y = _PAGE[1] - 90.0
        self.notes = []
        self._draw(_MARGIN, _PAGE[1] - 50, self.symbol, 9)

    def _close(self) -> None:
        foot = (
            f"{self.page}/99   V.24-00001" if self.page % 2 == 0 else f"V.24-00001   {self.page}/99"
        )
        self._draw(_MARGIN, 40, foot, 8)
        if self.notes:
            top = _FOOT + 10 * len(self.notes)
            self.canvas.line(_MARGIN, top, _MARGIN + 140, top)
            for n, line in enumerate(self.notes):
                self._draw(_MARGIN, top - 10 * (n + 1), line, 8)
        self.canvas.showPage()

    def add(self, row: Row, notes: Sequence[Row]) -> None:
        size = 12 if row.kind in ("title", "heading") else 10
        indent = 24.0 if row.kind == "item" else 0.0
        lines = wrap(row.typed, _PAGE[0] - 2 * _MARGIN - indent, self._measure(size))
        waiting = [line for note in notes for line in self._set_note(note)]
        self.y -= 6
        for number, line in enumerate(lines):
            calls = waiting if _MARKS.search(line) or number == len(lines) - 1 else []
            if self.y - 14 < _FOOT + 10 * (len(self.notes) + len(calls)) + 10:
                self._close()
                self._open()
            self.notes += calls
            waiting = waiting if calls is not waiting else []
            self._draw(_MARGIN + indent, self.y, line, size)
            self.y -= 14

    def _set_note(self, note: Row) -> list[str]:
        return wrap(note.typed, _PAGE[0] - 2 * _MARGIN, self._measure(8))

    def finish(self) -> None:
        self._close()
        self.canvas.save()

    def _measure(self, size: float) -> Callable[[str], float]:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        return lambda text: stringWidth(_MARKS.sub(lambda m: figures(m[0]), text), self.font, size)

    def _draw(self, x: float, y: float, text: str, size: float) -> None:
        for piece in re.split(f"({_MARKS.pattern})", text):
            is_mark = bool(_MARKS.fullmatch(piece))
            drawn, small = (figures(piece), 0.6 * size) if is_mark else (piece, size)
            self.canvas.setFont(self.font, small)
            self.canvas.drawString(x, y + (0.35 * size if is_mark else 0), drawn)
            x += self.canvas.stringWidth(drawn, self.font, small)


_TOKEN = re.compile(r"[A-Za-z0-9⁰¹²³⁴-⁹.,;:'’()/“”\"–-]+|\s+|.")
_BARRED = "。，、；：！？）》”’"


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Break *text* into lines; Chinese anywhere, English between words or inside long ones."""
    lines, line = [], ""
    for token in _TOKEN.findall(text):
        if measure(line + token) <= width or token in _BARRED:
            line += token
            continue
        head = _hyphenated(line, token, width, measure)
        lines.append((line + head).strip())
        line = token[len(head.rstrip("-")) :].lstrip() if head else token.lstrip()
    return [*lines, line] if line.strip() else lines


def _hyphenated(line: str, word: str, width: float, measure: Callable[[str], float]) -> str:
    """Return as much of a long word, with a hyphen, as still fits on *line*."""
    if not re.fullmatch(r"[a-z]{9,}[,.;]?", word):
        return ""
    for cut in range(len(word) - 4, 3, -1):
        if measure(line + word[:cut] + "-") <= width:
            return word[:cut] + "-"
    return ""


FORMATS: dict[str, Callable[[Iterable[tuple[str, str, str]], Path], Path]] = {
    "typed.docx": build_docx,
    "automatic.docx": partial(build_docx, numbering="automatic"),
    "html": build_html,
    "pdf": build_pdf,
}


# --- damage -------------------------------------------------------------------------------

# What can be wrong with one version of the report; paragraph 27 stands in the middle of a page.
DAMAGES: dict[str, Callable[[str], str]] = {
    "20–24 cut": lambda text: re.sub(r"(?m)^2[0-4]\. .*\n\n", "", text),
    "number doubled": lambda text: text.replace("\n27. ", "\n26. ", 1),
    "number missing": lambda text: text.replace("\n27. ", "\n", 1),
    "number wrong": lambda text: text.replace("\n27. ", "\n72. ", 1),
    "numbers shifted from 30": lambda text: re.sub(
        r"(?m)^(\d+)\. (?=.{150})",
        lambda match: f"{int(match[1]) + (int(match[1]) >= 30)}. ",
        text,
    ),
}
