"""PDFs printed by LibreOffice and chromium: the same blocks as the document they show."""

from html import escape

import pytest
from documents import Row, build_docx
from printed import (
    REPORT,
    Dress,
    convert,
    needs_chromium,
    needs_office,
    print_page,
    write_office_docx,
)

from corpora import Kind, read_document

DRESSES = {
    "justified, spaced": Dress(),
    "ragged, spaced": Dress(align="left"),
    "justified, not spaced": Dress(after=0),
    "ragged, not spaced, headings plain": Dress(align="left", after=0, bold=False),
    "hyphenated": Dress(font="DejaVu Serif", hyphens=True),
    "hyphenated, even letters": Dress(font="DejaVu Sans Mono", hyphens=True),
    "notes in the size of the body": Dress(note_size=20),
}


def outline(document):
    """All that is known of each block but its page, furniture left out."""
    return [
        (b.kind, b.label, b.level, b.paragraph, b.text)
        for b in document.blocks
        if b.kind is not Kind.FURNITURE
    ]


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """The Word files and their PDFs by name of dress, printed in one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    sources = [
        write_office_docx(REPORT, folder / f"{n}.docx", dress)
        for n, dress in enumerate(DRESSES.values())
    ]
    sources.append(build_docx(REPORT, folder / "bare.docx", numbering="automatic"))
    pairs = zip(sources, convert(sources, "pdf", folder), strict=True)
    return dict(zip([*DRESSES, "bare"], pairs, strict=True))


@needs_office
@pytest.mark.parametrize("dress", DRESSES)
def test_office_pdf_has_the_blocks_of_the_docx(office, dress):
    docx, pdf = office[dress]
    assert outline(read_document(pdf)) == outline(read_document(docx))


@needs_office
@pytest.mark.parametrize("dress", DRESSES)
def test_running_heads_of_an_office_pdf(office, dress):
    blocks = read_document(office[dress][1]).blocks
    heads = [b.text for b in blocks if b.kind is Kind.FURNITURE]
    assert len(heads) > 1
    assert heads == [f"C/4/12 Page {n}" for n in range(1, len(heads) + 1)]
    assert {b.page for b in blocks} == set(range(1, len(heads) + 1))


@needs_office
def test_office_pdf_without_any_style(office):
    """One size of print, no spacing, no borders: paragraphs and headings are found all the same."""
    kinds = {Kind.TITLE, Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING}
    docx, pdf = (
        [one for one in outline(read_document(p)) if one[0] in kinds] for p in office["bare"]
    )
    is_table = [one[0] is Kind.HEADING and one[4].startswith("Town Boxes") for one in pdf]
    assert [one for one, of_table in zip(pdf, is_table, strict=True) if not of_table] == docx


# Chromium


STYLE = """
@page { size: A4; margin: 25mm } body { font: 10pt/1.3 "DejaVu Serif", serif; text-align: justify }
table { border-collapse: collapse; width: 60% } td { border: 1px solid black; padding: 3px }
h1 { font-size: 16pt } h2 { font-size: 12pt } .note { font-size: 8pt }
"""


def element(row):
    tag = {"heading": "h2", "title": "h1"}.get(row.kind, "p")
    text = escape(row.typed)
    for mark, figure in zip("¹²³", "123", strict=True):
        text = text.replace(mark, f"<sup>{figure}</sup>")
    return f"<{tag}{' class=note' if row.kind == 'note' else ''}>{text}</{tag}>"


def web_page(rows):
    """Lay *rows* out for print: the table ruled, notes at the end."""
    cells = [f"<td>{escape(row.text)}</td>" for row in rows if row.kind == "cell"]
    lines = [f"<tr>{''.join(cells[at : at + 2])}</tr>" for at in range(0, len(cells), 2)]
    table, first = f"<table>{''.join(lines)}</table>", next(r for r in rows if r.kind == "cell")
    body = [
        table if row is first else element(row)
        for row in rows
        if row is first or row.kind not in {"cell", "note"}
    ]
    body += [element(row) for row in rows if row.kind == "note"]
    return f"<!DOCTYPE html><html lang=en><meta charset=utf-8><style>{STYLE}</style><body>{''.join(body)}"


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    page = tmp_path_factory.mktemp("chromium") / "report.html"
    page.write_text(web_page([Row(*row) for row in REPORT]), encoding="utf-8")
    return read_document(print_page(page))


@needs_chromium
@pytest.mark.parametrize("kind", ["paragraph", "heading", "item", "cell", "note", "title"])
def test_printed_web_page(chromium, kind):
    found = [(b.label, b.text) for b in chromium.blocks if b.kind.value == kind]
    assert found == [(row[1], row[2]) for row in REPORT if row[0] == kind]


@needs_chromium
def test_printed_web_page_runs_over_pages(chromium):
    pages = [b.page for b in chromium.blocks if b.kind is Kind.PARAGRAPH]
    assert pages == sorted(pages)
    assert pages[0] == 1 < pages[-1]
