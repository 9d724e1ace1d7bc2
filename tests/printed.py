"""Pages as programs print them: PDFs drawn line by line, Word files dressed for LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

import pytest
from documents import Row, paragraph, run, write_docx

needs_office = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed"
)
needs_chromium = pytest.mark.skipif(
    not shutil.which("chromium"), reason="chromium is not installed"
)

# --- drawing ------------------------------------------------------------------------------

WIDTH, HEIGHT = 595.0, 842.0
HAN = "STSong-Light"  # every PDF reader has it, so the file carries no font


@dataclass(frozen=True, slots=True)
class Text:
    """Print at a place of the page; ``y`` counts down from the upper edge, in points."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "Times-Roman"
    spread: float = 0  # points between characters, as in a justified line


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line from one place of the page to another."""

    x: float
    y: float
    to_x: float
    to_y: float


Mark = Text | Rule


def draw_pdf(path: Path, pages: Iterable[Iterable[Mark]], **options: object) -> Path:
    """Write a PDF with these marks on its pages; *options* are those of the canvas."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(HAN))
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), **options)
    for page in pages:
        for mark in page:
            if isinstance(mark, Rule):
                canvas.line(mark.x, HEIGHT - mark.y, mark.to_x, HEIGHT - mark.to_y)
            else:
                canvas.setFont(mark.font, mark.size)
                canvas.drawString(mark.x, HEIGHT - mark.y, mark.text, charSpace=mark.spread)
        canvas.showPage()
    canvas.save()
    return path


def column(
    lines: Iterable[str],
    *,
    x: float = 90,
    y: float = 100,
    step: float = 14,
    size: float = 10,
    font: str = "Times-Roman",
) -> list[Text]:
    """Set lines below one another; an empty one leaves a gap."""
    placed = [Text(x, y + n * step, line, size, font) for n, line in enumerate(lines)]
    return [text for text in placed if text.text]


# --- office -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dress:
    """How a Word file looks once it is printed."""

    font: str = "Liberation Serif"
    after: int = 120  # twentieths of a point below each paragraph
    align: str = "both"
    hyphens: bool = False
    bold: bool = True  # headings
    note_size: int = 18  # half points; the body has 20


def write_office_docx(rows: Iterable[tuple[str, str, str]], path: Path, dress: Dress) -> Path:
    """Write a Word file as an office would: styles, running head, real notes, a ruled table."""
    listed = [Row(*row) for row in rows]
    notes = [row for row in listed if row.kind == "note"]
    marks = {note.label: number for number, note in enumerate(notes, 1)}
    body = "".join(_body(listed, marks)) + _SECTION
    settings = "<w:autoHyphenation/>" if dress.hyphens else ""
    return write_docx(
        path,
        body,
        styles=_styles(dress),
        settings=settings,
        footnotes=_separator() + "".join(_footnote(n, note) for n, note in enumerate(notes, 1)),
        header=paragraph(run("C/4/12 Page ") + _page_field(), '<w:pStyle w:val="Header"/>'),
    )


def _body(rows: Sequence[Row], marks: dict[str, int]) -> Iterator[str]:
    for kind, group in groupby(rows, key=lambda row: row.kind):
        if kind == "cell":
            yield _ruled_table([row.text for row in group])
        elif kind != "note":
            yield from (_dressed(row, marks) for row in group)


def _dressed(row: Row, marks: dict[str, int]) -> str:
    style = {"title": "Title", "heading": "Heading1", "item": "Item"}.get(row.kind, "Normal")
    pieces = re.split("([¹²³⁴-⁹])", row.typed)
    runs = [_reference(marks[piece]) if piece in marks else run(piece) for piece in pieces if piece]
    return paragraph("".join(runs), f'<w:pStyle w:val="{style}"/>')


_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


def _reference(number: int) -> str:
    return f'<w:r>{_RAISED}<w:footnoteReference w:id="{number}"/></w:r>'


def _separator() -> str:
    return f'<w:footnote w:id="0" w:type="separator">{paragraph("<w:r><w:separator/></w:r>")}</w:footnote>'


def _footnote(number: int, note: Row) -> str:
    mark = f"<w:r>{_RAISED}<w:footnoteRef/></w:r>"
    inside = paragraph(mark + run(f" {note.text}"), '<w:pStyle w:val="FootnoteText"/>')
    return f'<w:footnote w:id="{number}">{inside}</w:footnote>'


def _ruled_table(texts: Sequence[str]) -> str:
    """Set the texts in two columns with a line around every cell."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:color="000000"/>' for edge in edges)
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="4200" w:type="dxa"/></w:tcPr>{paragraph(run(text))}</w:tc>'
        for text in texts
    ]
    rows = ["".join(cells[at : at + 2]) for at in range(0, len(cells), 2)]
    grid = '<w:tblGrid><w:gridCol w:w="4200"/><w:gridCol w:w="4200"/></w:tblGrid>'
    body = "".join(f"<w:tr>{cells}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{grid}{body}</w:tbl>"


def _page_field() -> str:
    return f'<w:fldSimple w:instr="PAGE">{run("1")}</w:fldSimple>'


_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="r5"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1700" w:right="1700" w:bottom="1400" w:left="1700" w:header="700" '
    'w:footer="700"/></w:sectPr>'
)


def _styles(dress: Dress) -> str:
    fonts = f'<w:rFonts w:ascii="{dress.font}" w:hAnsi="{dress.font}" w:eastAsia="{dress.font}"/>'
    bold = "<w:b/>" if dress.bold else ""
    level = '<w:outlineLvl w:val="0"/>'
    spacing = f'<w:spacing w:after="{dress.after}"/><w:jc w:val="{dress.align}"/>'
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="20"/><w:lang w:val="en-GB"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        + _style("Normal", spacing)
        + _style("Title", '<w:spacing w:after="240"/>', f'{bold}<w:sz w:val="32"/>')
        + _style("Heading1", f'<w:spacing w:before="240" w:after="120"/>{level}', bold)
        + _style("Item", f'{spacing}<w:ind w:left="567"/>')
        + _style("FootnoteText", "", f'<w:sz w:val="{dress.note_size}"/>')
        + _style("Header", "", '<w:sz w:val="18"/>')
    )


def _style(name: str, paragraphs: str, runs: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{escape(name)}"/>'
        f"<w:pPr>{paragraphs}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
    )


def convert(sources: Sequence[Path], kind: str, folder: Path) -> list[Path]:
    """Have LibreOffice write *sources* as *kind*, all in one start, with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=180)
    return [folder / f"{source.stem}.{kind}" for source in sources]


def print_page(page: Path) -> Path:
    """Have chromium print a web page to a PDF beside it."""
    target = page.with_suffix(".pdf")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--user-data-dir={page.parent / 'chromium'}", f"--print-to-pdf={target}"]
    subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=180)
    return target


# --- a report -----------------------------------------------------------------------------

# Two pages and more: headings of two levels, 16 paragraphs, items, three notes, a table.
REPORT = [
    ("title", "", "Report on the archives of the harbour towns"),
    ("heading", "I.", "Introduction"),
    ("paragraph", "1.", "The Council of Harbour Towns, at its fourth session, asked the secretariat to prepare a report on the state of the town archives, on the training of archivists and on the follow-up to the survey of 2019.¹"),
    ("note", "¹", "See the report of the Council on its fourth session, chapter III, section B."),
    ("paragraph", "2.", "The present report was prepared in response to that request. It draws on replies received from 23 towns, on visits to nine harbours and on the work of an expert group that met twice in the spring of 2021."),
    ("paragraph", "3.", "The secretariat wishes to thank the towns that replied. The short time available meant that not every reply could be taken into account; the remaining replies will be reflected in the next report."),
    ("heading", "II.", "State of the archives"),
    ("heading", "A.", "Buildings and shelves"),
    ("paragraph", "4.", "Most town archives are kept in cellars. In eleven towns the cellars were flooded at least once in the past ten years, and in four of them registers from the nineteenth century were lost."),
    ("paragraph", "5.", "The expert group recommended that the following steps should be taken before the next winter:"),
    ("item", "(a)", "To move the oldest registers to an upper floor or, where that is not possible, to raise the lowest shelves by half a metre;"),
    ("item", "(b)", "To photograph each register and to keep one copy of the photographs in another town;"),
    ("item", "(c)", "To inspect the drains twice a year."),
    ("paragraph", "6.", "Eight towns have taken the first of these steps; two have taken all three. The cost was lower than expected, since volunteers carried most of the boxes."),
    ("cell", "", "Town"),
    ("cell", "", "Boxes counted"),
    ("cell", "", "Upper town"),
    ("cell", "", "1,204"),
    ("cell", "", "Lower town"),
    ("cell", "", "987"),
    ("paragraph", "7.", "The table above shows how many boxes were counted in the two largest towns. The figures cannot be compared with those of 2019, because the boxes were then counted by shelf.²"),
    ("note", "²", "The earlier count is explained in the annex to document C/4/7."),
    ("heading", "B.", "Registers and catalogues"),
    ("paragraph", "8.", "A catalogue exists in every town, but only six catalogues can be searched by computer. The expert group considered that a shared catalogue would be useful to historians and to the towns themselves."),
    ("paragraph", "9.", "Several towns pointed out that a shared catalogue would need common rules of description. The rules used in the northern harbours, which have been in force since 2008, could serve as a model.³"),
    ("note", "³", "Rules for the Description of Harbour Registers, second edition, 2008."),
    ("paragraph", "10.", "The towns also considered the question of access. In most towns anyone may read a register that is older than sixty years; in three towns a written permission is required in every case."),
    ("heading", "III.", "Training of archivists"),
    ("paragraph", "11.", "Fifty-two archivists took part in the courses offered by the secretariat in 2020 and 2021. The courses dealt with the care of paper, with photography and with the law of access to records."),
    ("paragraph", "12.", "The participants were asked to assess the courses. Nine out of ten found them useful, although many would have preferred longer exercises and a smaller number of lectures."),
    ("paragraph", "13.", "The secretariat intends to offer the courses again in 2023 if the necessary resources are made available by the towns. Two harbours have already offered rooms free of charge."),
    ("heading", "IV.", "Conclusions and recommendations"),
    ("paragraph", "14.", "The state of the archives has improved since 2019, but the danger of floods remains. The Council may wish to ask the towns to report each year on the steps they have taken."),
    ("paragraph", "15.", "The Council may also wish to approve the rules for a shared catalogue, to invite the northern harbours to explain their own rules, and to set up a small fund for the photography of registers."),
    ("paragraph", "16.", "Lastly, the Council may wish to consider holding its next session in one of the towns whose archives were flooded, so that its members can see the damage and the repairs for themselves."),
]  # fmt: skip
