"""Word documents as files: the strict namespace, names of parts, other programs."""

import shutil
import subprocess
import zipfile

import pytest
from documents import paragraph, run, write_docx
from word import abstract, at, call, level, notes, num, seen

from corpora.docx import read_docx


def test_strict_namespace(tmp_path):
    """ISO/IEC 29500 strict, as Word saves it on request."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    body = paragraph(run("理事会开会") + call(1), at(0))
    plain = write_docx(
        tmp_path / "a.docx",
        body,
        numbering=abstract(level(0)) + num(1),
        footnotes=notes("footnote", "See 4/2."),
    )
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(tmp_path / "b.docx", "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            text = text.replace(main, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            text = text.replace(rels, "http://purl.oclc.org/ooxml/officeDocument/relationships")
            target.writestr(name, text)
    found = read_docx((tmp_path / "b.docx").read_bytes())
    assert seen(found) == ["1. | 理事会开会¹", "note ¹ | See 4/2."]


def test_document_without_any_other_part(tmp_path):
    whole = write_docx(tmp_path / "a.docx", paragraph(run("港口"), at(0)))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(tmp_path / "b.docx", "w") as target:
        target.writestr("word/document.xml", source.read("word/document.xml"))
    assert seen(read_docx((tmp_path / "b.docx").read_bytes())) == ["| 港口"]


def test_parts_with_other_names(tmp_path):
    """Names in the package are free; the relations tell which part is what."""
    plain = write_docx(
        tmp_path / "a.docx", paragraph(run("A") + call(1)), footnotes=notes("footnote", "注。")
    )
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(tmp_path / "b.docx", "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            text = text.replace('"word/document.xml"', '"/main/text.xml"')
            text = text.replace('"footnotes.xml"', '"../more/n.xml"')
            renamed = {
                "word/document.xml": "main/text.xml",
                "word/_rels/document.xml.rels": "main/_rels/text.xml.rels",
                "word/footnotes.xml": "more/n.xml",
            }
            target.writestr(renamed.get(name, name), text)
    assert seen(read_docx((tmp_path / "b.docx").read_bytes())) == ["| A¹", "note ¹ | 注。"]


def test_document_made_by_python_docx(tmp_path):
    docx = pytest.importorskip("docx", reason="makes the document under test")
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "C/4/7"
    document.add_heading("State of the archives", 0)
    document.add_heading("一、导言", 1)
    line = document.add_paragraph("The Board counted 10")
    line.add_run("6").font.superscript = True
    line.add_run(" boxes.")
    for text in ("Upper town", "下城"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Repairs", style="List Bullet")
    rows = document.add_table(2, 2)
    for index, text in enumerate(("Town", "箱数", "Upper", "12")):
        rows.cell(index // 2, index % 2).text = text
    document.save(tmp_path / "a.docx")
    found = read_docx((tmp_path / "a.docx").read_bytes())
    assert seen(found) == [
        "title | State of the archives",
        "heading | 一、导言",
        "| The Board counted 10⁶ boxes.",
        "1. | Upper town",
        "2. | 下城",
        "| Repairs",
        "cell | Town",
        "cell | 箱数",
        "cell | Upper",
        "cell | 12",
    ]


def test_merged_cells_of_python_docx_are_read_once(tmp_path):
    docx = pytest.importorskip("docx", reason="makes the document under test")
    document = docx.Document()
    rows = document.add_table(2, 3)
    rows.cell(0, 0).merge(rows.cell(1, 1)).text = "港口"
    rows.cell(0, 2).text, rows.cell(1, 2).text = "a", "b"
    document.save(tmp_path / "a.docx")
    found = read_docx((tmp_path / "a.docx").read_bytes())
    assert [p.text for p in found] == ["港口", "a", "b"]


FLAT_ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/>
</text:list-style>
</office:automatic-styles>
<office:body><office:text>
<text:h text:outline-level="2">二、档案</text:h>
<text:p>理事会收到10<text:span text:style-name="T1">6</text:span>份文件<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>见登记册。</text:p></text:note-body></text:note>。</text:p>
<text:list text:style-name="L1">
<text:list-item><text:p>Count the boxes:</text:p>
<text:list><text:list-item><text:p>in the town;</text:p></text:list-item>
<text:list-item><text:p>in the port.</text:p></text:list-item></text:list></text:list-item>
<text:list-item><text:p>Report.</text:p></text:list-item>
</text:list>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row>
<table:table-cell><text:p>上城</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell>
</table:table-row></table:table>
</office:text></office:body></office:document>
"""  # fmt: skip


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_document_saved_by_libreoffice(tmp_path):
    (tmp_path / "a.fodt").write_text(FLAT_ODT, encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "a.fodt"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    found = read_docx((tmp_path / "a.docx").read_bytes())
    assert seen(found) == [
        "heading | 二、档案",
        "| 理事会收到10⁶份文件¹。",
        "note ¹ | 见登记册。",
        "1. | Count the boxes:",
        "(a) | in the town;",
        "(b) | in the port.",
        "2. | Report.",
        "cell | 上城",
        "cell | 12",
    ]
    assert found[0].level == 2
