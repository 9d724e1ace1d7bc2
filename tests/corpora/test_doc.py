"""Old formats through LibreOffice: the same blocks as the .docx they were made from."""

import shutil
import sys

import pytest
from documents import Row, build_docx, paragraph, run, write_docx
from printed import REPORT, Dress, convert, needs_office, write_office_docx

from corpora import EN, Kind, read_document
from corpora.doc import read_doc
from corpora.errors import FormatError

KINDS = ["doc", "odt", "rtf"]


def _plain_list(path):
    """Paragraphs numbered by one Word list that never starts again."""
    rows = [Row(*row) for row in REPORT if row[0] == "paragraph"]
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    level = '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(paragraph(run(row.text.rstrip("¹²³")), counted) for row in rows)
    return write_docx(path, body, numbering=numbering)


SOURCES = {
    "office": lambda path: write_office_docx(REPORT, path, Dress()),
    "typed": lambda path: build_docx(REPORT, path),
    "restarted": lambda path: build_docx(REPORT, path, numbering="automatic"),
    "list": _plain_list,
}
CHINESE = paragraph(run("1. 理事会审议了关于档案状况的报告。"))


@pytest.fixture(scope="session")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("docx")
    found = {name: write(folder / f"{name}.docx") for name, write in SOURCES.items()}
    return found | {"Chinese": write_docx(folder / "Chinese.docx", CHINESE)}


@pytest.fixture(scope="session")
def converted(sources, tmp_path_factory):
    """The sources in each old format: one start of LibreOffice per format."""
    found = {}
    for kind in KINDS:
        paths = convert(list(sources.values()), kind, tmp_path_factory.mktemp(kind))
        found |= {(name, kind): path for name, path in zip(sources, paths, strict=True)}
    return found


@needs_office
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SOURCES)
def test_blocks_equal_those_of_the_docx(sources, converted, name, kind):
    if (name, kind) == ("restarted", "doc"):
        pytest.skip("LibreOffice writes lists with a start of their own to .doc as other lists")
    ours = read_document(converted[name, kind], EN).blocks
    assert ours == read_document(sources[name], EN).blocks
    assert [b.label for b in ours if b.kind is Kind.PARAGRAPH] == [f"{n}." for n in range(1, 17)]


@needs_office
def test_notes_and_cells_come_through(converted):
    blocks = read_document(converted["office", "doc"], EN).blocks
    assert [b.label for b in blocks if b.kind is Kind.NOTE] == ["¹", "²", "³"]
    assert [b.text for b in blocks if b.kind is Kind.CELL][:2] == ["Town", "Boxes counted"]


@needs_office
def test_content_decides_and_not_the_suffix(converted, tmp_path):
    path = tmp_path / "report.txt"
    shutil.copy(converted["list", "odt"], path)
    assert len(read_document(path, EN).blocks) == 16


@needs_office
@pytest.mark.parametrize("kind", KINDS)
def test_chinese(converted, kind):
    blocks = read_document(converted["Chinese", kind]).blocks
    assert [(b.label, b.text) for b in blocks] == [("1.", "理事会审议了关于档案状况的报告。")]


def refused(data, path="a.doc"):
    with pytest.raises(FormatError) as caught:
        read_doc(data, path, ".doc")
    assert caught.value.remedy
    return str(caught.value)


def test_absent(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "needs LibreOffice" in refused(b"")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize(("script", "message"), [("exit 1", "failed"), ("exit 0", "cannot read")])
def test_converter_that_fails_or_writes_nothing(tmp_path, monkeypatch, script, message):
    office = tmp_path / "soffice"
    office.write_text(f"#!/bin/sh\n{script}\n")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert message in refused(b"")


@needs_office
def test_damaged_old_word_file(converted):
    whole = converted["office", "doc"].read_bytes()
    assert "LibreOffice" in refused(whole[:600])


@needs_office
def test_nothing_is_left_behind(converted, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read_doc(converted["list", "rtf"].read_bytes(), "a.rtf", ".rtf")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("tmp")] == []
