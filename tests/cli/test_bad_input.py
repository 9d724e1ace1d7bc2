"""Every kind of bad input: status 3, one line that says what, where and what to do, no output."""

from __future__ import annotations

import io
import os
import zipfile

import pytest
from documents import build_docx, build_pdf, paragraph, run, write_docx
from lxml import etree

ROWS = [
    ("heading", "I.", "Introduction"),
    ("paragraph", "1.", "The fourth session of the Commission was held in Nairobi."),
]
ZH, EN = "report.zh.txt", "report.en.txt"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + '<!ENTITY a "&a9;">]>'
)  # a billion of them
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)


@pytest.fixture
def refused(program, folder):
    """Run ``align``; check that it is refused in one line and leaves every file as it was."""

    def align(*args):
        before = {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}
        done = program("align", *args)
        assert done.status == 3, done
        assert not done.out
        assert done.err.startswith("duizhao: ")
        assert done.err.endswith("\n")
        assert done.err.count("\n") == 1, done.err
        assert "; " in done.err, "it says what to do"
        assert "Traceback" not in done.err
        assert {path: path.lstat().st_mtime_ns for path in folder.rglob("*")} == before
        return done.err

    return align


def test_no_such_file(refused):
    assert "nix.txt: no such file" in refused(ZH, "nix.txt", "-o", "r.tmx")


def test_a_file_name_with_a_line_end_stays_on_one_line(refused):
    assert "no such file" in refused(ZH, "nix\n\x1b[31m.txt", "-o", "r.tmx")


@pytest.mark.parametrize(
    ("args", "problem"),
    [(("deep",), "no two files in it pair"), (("--manifest", "deep"), "deep: cannot be read")],
)
def test_a_folder_in_place_of_a_file(refused, folder, args, problem):
    (folder / "deep").mkdir()
    assert problem in refused(*args, "-o", "r.tmx")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf \r\n\t"], ids=["nothing", "white space"])
def test_empty(refused, folder, data):
    (folder / "a.txt").write_bytes(data)
    assert "a.txt: " in refused("a.txt", EN, "-o", "r.tmx")


def test_binary(refused, folder):
    (folder / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    assert "a.txt: not text but binary data" in refused("a.txt", EN, "-o", "r.tmx")


def test_the_same_file_twice(refused, folder):
    (folder / "again.txt").symlink_to(ZH)
    assert "same file" in refused(ZH, ZH, "-o", "r.tmx")
    assert "same file" in refused(ZH, "again.txt", "-o", "r.tmx")


def test_two_files_in_one_language(refused, folder):
    (folder / "other.txt").write_text("The Commission met in Nairobi.\n")
    message = refused("other.txt", EN, "-o", "r.tmx")
    assert "other.txt and report.en.txt are both English" in message


@pytest.mark.parametrize(
    "text",
    [
        "Комиссия провела свою четвертую сессию в Найроби в мае 2023 года.",
        "委員会は第四回会合をナイロビで開催し、新しい議長を選出しました。",
        "La Commission a tenu sa quatrième session à Nairobi et a élu son président pour l'année.",
        "12345 67890",
    ],
    ids=["Russian", "Japanese", "French", "figures"],
)
def test_a_language_that_is_neither(refused, folder, text):
    (folder / "a.txt").write_text(f"{text}\n" * 5, "utf-8")
    assert "a.txt: " in refused("a.txt", EN, "-o", "r.tmx")


def test_a_scan(refused, folder):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(folder / "scan.pdf"))
    canvas.rect(100, 100, 300, 500, fill=1)
    canvas.showPage()
    canvas.save()
    message = refused(ZH, "scan.pdf", "-o", "r.tmx")
    assert "scan.pdf: " in message
    assert "OCR" in message or "text" in message


def test_a_locked_word_document(refused, folder):
    msoffcrypto = pytest.importorskip("msoffcrypto.format.ooxml", reason="it encrypts")
    plain = io.BytesIO(build_docx(ROWS, folder / "plain.docx").read_bytes())
    with (folder / "locked.docx").open("wb") as stream:
        msoffcrypto.OOXMLFile(plain).encrypt("secret", stream)
    assert "locked.docx: protected by a password" in refused(ZH, "locked.docx", "-o", "r.tmx")


def test_a_locked_pdf(refused, folder):
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(folder / "locked.pdf"), encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(100, 700, ROWS[1][2])
    canvas.save()
    message = refused(ZH, "locked.pdf", "-o", "r.tmx")
    assert "locked.pdf: " in message
    assert "password" in message


def test_a_damaged_pdf(refused, folder):
    build_pdf(ROWS, folder / "whole.pdf")
    whole = (folder / "whole.pdf").read_bytes()
    (folder / "half.pdf").write_bytes(whole[: len(whole) // 2])
    assert "half.pdf: " in refused(ZH, "half.pdf", "-o", "r.tmx")


@pytest.mark.parametrize("data", [b"Only text.\n", b"PK\x03\x04" + bytes(200)])
def test_a_word_document_that_is_no_archive(refused, folder, data):
    (folder / "a.docx").write_bytes(data)
    assert "a.docx: " in refused(ZH, "a.docx", "-o", "r.tmx")


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE], ids=["laughs", "external"])
def test_entities_in_a_word_document(refused, folder, declared):
    good = write_docx(folder / "good.docx", paragraph(run("MARK")))
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(folder / "a.docx", "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == "word/document.xml":
                text = text.replace("?>", "?>" + declared, 1).replace("MARK", "&a;")
            target.writestr(name, text)
    assert refused(ZH, "a.docx", "-o", "r.tmx").startswith("duizhao: a.docx:")


def test_a_zip_bomb(refused, folder):
    with zipfile.ZipFile(folder / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(300 << 20))
    assert (folder / "a.docx").stat().st_size < 1 << 20
    assert "zip bomb" in refused(ZH, "a.docx", "-o", "r.tmx")


def test_too_much_text(refused, folder):
    (folder / "a.txt").write_bytes(b"The Commission met in Nairobi.\n" * (70_000_000 // 31))
    assert "a.txt: too large" in refused(ZH, "a.txt", "-o", "r.tmx")


def test_control_characters_and_lone_surrogates_are_left_out(program, folder):
    zh = "委员会\x00第四届会议\x07于\ufffe内罗毕举行。".encode() + "\ud800".encode("utf-8", "surrogatepass")
    en = "The fourth\x1b[31m session\x0b of the Commission was held in Nairobi.\udfff"
    (folder / "a.zh.txt").write_bytes(zh)
    (folder / "a.en.txt").write_bytes(en.encode("utf-8", "surrogatepass"))
    outputs = ("r.tmx", "r.tsv", "r.jsonl", "r.html")
    done = program("align", "a.zh.txt", "a.en.txt", *(arg for name in outputs for arg in ("-o", name)))
    assert done.status == 0
    assert not done.err
    assert "\x1b" not in done.out
    assert "委员会第四届会议于内罗毕举行。" in etree.parse(folder / "r.tmx").xpath("string()")
    for name in outputs:
        text = (folder / name).read_text("utf-8")
        assert not set("\x00\x07\x0b\x1b\ufffe") & set(text), name


@pytest.mark.parametrize(
    ("output", "problem"),
    [
        ("missing/r.tmx", "its folder does not exist"),
        ("folder.tmx", "is a folder"),
        (f"{ZH}/r.tmx", "its folder does not exist"),
        ("pipe.tmx", "is not an ordinary file"),
    ],
)
def test_an_output_that_cannot_be_written(refused, folder, output, problem):
    (folder / "folder.tmx").mkdir()
    os.mkfifo(folder / "pipe.tmx")
    assert problem in refused(ZH, EN, "-o", "good.tmx", "-o", output)


@as_root
def test_a_folder_without_leave_to_write(refused, folder):
    (folder / "closed").mkdir(mode=0o500)
    assert "cannot be written" in refused(ZH, EN, "-o", "closed/r.tmx")


def test_a_name_that_is_too_long(refused):
    assert "r.tmx: " in refused(ZH, EN, "-o", "r" * 300 + "r.tmx")


@pytest.mark.parametrize("kind", ["itself", "symlink", "hard link"])
def test_an_output_that_is_an_input(refused, folder, kind):
    (folder / ZH).rename(folder / "in.tmx")
    (folder / "in.tmx").rename(folder / "in.tsv")
    output = folder / "in.tsv"
    if kind == "symlink":
        output = folder / "out.tmx"
        output.symlink_to("in.tsv")
    elif kind == "hard link":
        output = folder / "out.tmx"
        output.hardlink_to(folder / "in.tsv")
    assert "the output is one of the inputs" in refused("in.tsv", EN, "-o", output)


def test_an_output_given_twice(refused):
    assert "would be written twice" in refused(ZH, EN, "-o", "r.tmx", "-o", "./r.tmx")


def test_inspect_refuses_as_align_does(program):
    done = program("inspect", "nix.txt")
    assert done == (3, "", "duizhao: nix.txt: no such file; check the name\n")
