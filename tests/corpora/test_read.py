"""Which reader reads what, and bad input of every kind."""

import io
import os
import shutil
import struct
import sys
import time
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from documents import build_docx, build_html, build_pdf, paragraph, run, write_docx

from corpora import read as read_module
from corpora import unzip
from corpora.errors import FormatError
from corpora.read import read_passages

ROWS = [("heading", "I.", "Introduction"), ("paragraph", "1.", "The Council met in Vienna.")]


def refused(path: Path) -> str:
    """Return the message of the error that reading *path* must raise."""
    with pytest.raises(FormatError) as caught:
        read_passages(path)
    assert caught.value.remedy, "every error says what to do"
    assert str(caught.value).startswith(str(path))
    return str(caught.value)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("build", [build_docx, build_html, build_pdf])
def test_content_decides_not_suffix(tmp_path, build):
    path = build(ROWS, tmp_path / "document.txt") or tmp_path / "document.txt"
    texts = [passage.text for passage in read_passages(path)]
    assert any(text.endswith("The Council met in Vienna.") for text in texts)


def test_path_may_be_a_string(tmp_path):
    path = written(tmp_path / "a.txt", b"One.")
    assert [p.text for p in read_passages(str(path))] == ["One."]


def test_no_such_file(tmp_path):
    assert "no such file" in refused(tmp_path / "missing.txt")


def test_folder(tmp_path):
    assert "a folder" in refused(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "not an ordinary file" in refused(tmp_path / "pipe")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty(tmp_path, data):
    assert any(word in refused(written(tmp_path / "a.txt", data)) for word in ("empty", "no text"))


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(500),
        struct.pack("<600I", *(n * 2654435761 % 2**32 for n in range(600))),
    ],
    ids=["all bytes", "image", "noise"],
)
def test_binary(tmp_path, data):
    assert "binary" in refused(written(tmp_path / "a.txt", data))


def test_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(read_module, "LIMIT", 1000)
    assert "too large" in refused(written(tmp_path / "a.txt", b"word " * 1000))


def test_fifty_megabytes_of_text(tmp_path):
    line = "1. The Council decided to consider the matter at its next session in Vi-\nenna 对照。\n\n"
    path = written(tmp_path / "a.txt", line.encode() * (50_000_000 // len(line.encode())))
    start = time.perf_counter()
    passages = read_passages(path)
    assert len(passages) > 500_000
    assert time.perf_counter() - start < 120, "linear work takes a quarter of that"


def test_one_line_of_ten_megabytes(tmp_path):
    path = written(tmp_path / "a.txt", b"[<http://" * 1_200_000)
    start = time.perf_counter()
    assert len(read_passages(path)) == 1
    assert time.perf_counter() - start < 30


def test_controls_and_lone_surrogates_are_dropped(tmp_path):
    data = "A\x00B\x07C\ufffeD".encode() + "\ud800E\udfff中文".encode("utf-8", "surrogatepass")
    assert read_passages(written(tmp_path / "a.txt", data))[0].text == "ABCDE中文"


def test_lone_surrogate_in_utf_16(tmp_path):
    data = "\ufeffOne \ud800two 中文".encode("utf-16-le", "surrogatepass")
    assert read_passages(written(tmp_path / "a.txt", data))[0].text == "One two 中文"


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".doc"])
def test_suffix_that_lies(tmp_path, suffix):
    assert "not a" in refused(written(tmp_path / f"a{suffix}", b"Only text."))


def test_xml_is_no_document(tmp_path):
    assert "XML" in refused(written(tmp_path / "a.xml", b"<?xml version='1.0'?><tmx/>"))


def test_zip_that_is_no_word_document(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert "not a Word document" in refused(tmp_path / "a.docx")


def test_truncated_docx(tmp_path):
    whole = build_docx(ROWS, tmp_path / "a.docx").read_bytes()
    assert "damaged" in refused(written(tmp_path / "b.docx", whole[: len(whole) // 2]))


def test_docx_with_a_damaged_part(tmp_path):
    data = bytearray(build_docx(ROWS, tmp_path / "a.docx").read_bytes())
    at = data.index(b"word/document.xml", data.index(b"word/document.xml") + 1)
    data[at + 30 : at + 60] = bytes(30)
    assert "damaged" in refused(written(tmp_path / "b.docx", bytes(data)))


def test_docx_protected_by_a_password(tmp_path):
    msoffcrypto = pytest.importorskip("msoffcrypto", reason="encrypts the document under test")
    from msoffcrypto.format.ooxml import OOXMLFile

    assert msoffcrypto
    plain = io.BytesIO(build_docx(ROWS, tmp_path / "a.docx").read_bytes())
    locked = io.BytesIO()
    OOXMLFile(plain).encrypt("secret", locked)
    assert "password" in refused(written(tmp_path / "b.docx", locked.getvalue()))


def test_container_with_an_encrypted_package(tmp_path):
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1016)
    data = head + "EncryptedPackage".encode("utf-16-le") + bytes(480)
    assert "password" in refused(written(tmp_path / "a.docx", data))


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
MANY = (  # so many that the parser itself gives up
    '<!DOCTYPE x [<!ENTITY z "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("zyxwvutsrqa"))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [BOMB, MANY, OUTSIDE], ids=["laughs", "many", "external"])
def test_entities_in_a_docx(tmp_path, declared):
    good = write_docx(tmp_path / "a.docx", paragraph(run("MARK")))
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(tmp_path / "b.docx", "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == "word/document.xml":
                text = text.replace("?>", "?>" + declared, 1).replace("MARK", "&a;")
            target.writestr(name, text)
    assert "declares entities" in refused(tmp_path / "b.docx")


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE], ids=["laughs", "external"])
def test_entities_in_html(tmp_path, declared):
    page = declared.replace(" x ", " html ") + "<html><body><p>&a;</p></body></html>"
    assert "entities" in refused(written(tmp_path / "a.html", page.encode()))


def test_zip_bomb(tmp_path, monkeypatch):
    monkeypatch.setattr(unzip, "LIMIT", 1 << 20)
    path = write_docx(tmp_path / "a.docx", paragraph(run("0" * (2 << 20))))
    assert path.stat().st_size < 50_000
    assert "zip bomb" in refused(path)


def test_deeply_nested_docx(tmp_path):
    depth = 5000
    body = "<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth
    assert "broken" in refused(write_docx(tmp_path / "a.docx", body))


def test_old_word_without_libreoffice(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    data = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)
    assert "LibreOffice" in refused(written(tmp_path / "a.doc", data))
    assert "LibreOffice" in refused(written(tmp_path / "a.rtf", b"{\\rtf1 Text}"))


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_old_word_goes_through_the_converter(tmp_path, monkeypatch):
    """A script stands in for LibreOffice: it puts a .docx where it is told to."""
    ready = build_docx(ROWS, tmp_path / "ready.docx")
    script = f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp "{ready}" "$2/document.docx"\n'
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "soffice").write_text(script)
    (tmp_path / "bin" / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    passages = read_passages(written(tmp_path / "a.rtf", b"{\\rtf1 Text}"))
    assert passages[0].text == "I. Introduction"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_rtf_with_libreoffice(tmp_path):
    path = written(tmp_path / "a.rtf", b"{\\rtf1\\ansi The Council met.\\par}")
    assert [p.text for p in read_passages(path)] == ["The Council met."]


def test_many_comments_before_something_else_are_no_html(tmp_path):
    """A comment that may run over the next had 2^n readings."""
    data = b"<!-- a -->\n" * 60 + b"The Council met."
    texts = [passage.text for passage in read_passages(written(tmp_path / "a.txt", data))]
    assert "The Council met." in texts[-1]


def test_html_behind_comments(tmp_path):
    data = b"<!-- a --> <!-- b > c -->\n<html><p>The Council met.</p></html>"
    (passage,) = read_passages(written(tmp_path / "a.txt", data))
    assert passage.text == "The Council met."
