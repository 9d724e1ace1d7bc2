"""Pieces of WordprocessingML for the tests of the Word reader, and what it makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from documents import paragraph, run, write_docx

from corpora.docx import read_docx
from corpora.passages import Passage


def read(folder: Path, body: str, **parts: str) -> list[Passage]:
    """Write a document of raw WordprocessingML into *folder*, and read it."""
    return read_docx(write_docx(folder / "a.docx", body, **parts).read_bytes())


def seen(passages: Iterable[Passage]) -> list[str]:
    """Each passage as "hint label | text", with empty parts left out."""
    return [" ".join(filter(None, (p.hint, p.label, "|", p.text))) for p in passages]


def r(inside: str, properties: str = "") -> str:
    """Return a run of anything but text."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def cell(inside: str) -> str:
    """Return a table cell that holds a text, or paragraphs and tables."""
    return f"<w:tc>{inside if inside.startswith('<') else paragraph(run(inside))}</w:tc>"


def table(rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells; see :func:`cell`."""
    written = (f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(written)}</w:tbl>"


def vml(inside: str) -> str:
    """Return a text box as Word wrote it until 2007."""
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    return f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"


def alternatives(inside: str) -> str:
    """Return a text box as Word writes it now: once for itself, once for old programs."""
    box = f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{vml(inside)}</mc:Fallback></mc:AlternateContent>"
    )


def call(number: int, kind: str = "footnote", custom: str = "") -> str:
    """Return the reference to a note, with a mark of its own."""
    follows = 'w:customMarkFollows="1"' if custom else ""
    return r(f'<w:{kind}Reference w:id="{number}" {follows}/><w:t>{custom}</w:t>')


def notes(kind: str, *inside: str) -> str:
    """Return the part that holds the notes: texts, or paragraphs that bring their mark."""
    mark = r(f"<w:{kind}Ref/>")
    separator = (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p>{r("<w:separator/>")}</w:p></w:{kind}>'
    )
    bodies = (t if t.startswith("<") else paragraph(mark + run(" " + t)) for t in inside)
    return separator + "".join(
        f'<w:{kind} w:id="{n}">{body}</w:{kind}>' for n, body in enumerate(bodies, 1)
    )


def level(
    number: int, style: str = "decimal", text: str = "", start: object = 1, more: str = ""
) -> str:
    """Return one level of a list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'{more}<w:lvlText w:val="{text or f"%{number + 1}."}"/></w:lvl>'
    )


def abstract(*levels: str, number: int = 0, more: str = "") -> str:
    """Return an abstract list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: object, of: object = 0, overrides: str = "") -> str:
    """Return a list that counts as abstract list *of* says."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def at(depth: object, number: int = 1) -> str:
    """Return the property that puts a paragraph on a level of a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def styled(name: str, more: str = "") -> str:
    """Return the properties of a paragraph that has a style."""
    return f'<w:pStyle w:val="{name}"/>{more}'


def style(name: str, inside: str = "", based_on: str = "") -> str:
    """Return a paragraph style; its identifier is its name without spaces."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:pPr>{inside}</w:pPr></w:style>'
    )
