"""Pairs from files: every format read, every bad file refused with what to do."""

from __future__ import annotations

import gzip
import lzma

import pytest

from aligner.training.pairs import read_folder, read_source
from corpora.errors import FormatError
from tm import TMXError

ROWS = "和平\tpeace\n法律\tlaw\ta note\n\t\n没有英文\t\n"
PAIRS = (("和平", "peace"), ("法律", "law"))
TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en-GB"><seg>The <ph>x</ph>law</seg></tuv><tuv xml:lang="zh-Hans"><seg>法律</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Only English</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>paix</seg></tuv><tuv xml:lang="zh"><seg>和平</seg></tuv><tuv xml:lang="en"><seg>peace</seg></tuv></tu>
</body></tmx>"""


@pytest.mark.parametrize(
    ("name", "pack"), [("a.tsv", bytes), ("a.tsv.xz", lzma.compress), ("a.TSV.gz", gzip.compress)]
)
def test_tsv_is_read_packed_or_not(tmp_path, name, pack):
    (tmp_path / name).write_bytes(pack(ROWS.encode()))
    source = read_source(tmp_path / name)
    assert source.name == "a"
    assert source.pairs == PAIRS


def test_a_byte_order_mark_is_no_text(tmp_path):
    (tmp_path / "a.tsv").write_bytes(ROWS.encode("utf-8-sig"))
    assert read_source(tmp_path / "a.tsv").pairs == PAIRS


def test_tmx_gives_its_chinese_and_english(tmp_path):
    (tmp_path / "m.tmx").write_text(TMX)
    assert read_source(tmp_path / "m.tmx").pairs == (("法律", "The law"), ("和平", "peace"))


def test_a_folder_is_read_by_name_and_in_depth(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.tmx").write_text(TMX)
    (tmp_path / "a.tsv").write_text(ROWS)
    (tmp_path / "notes.txt").write_text("no pairs")
    (tmp_path / "c.csv.gz").write_bytes(b"no pairs either")
    assert [source.name for source in read_folder(tmp_path)] == ["a", "two"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", b"x,y", "neither TSV nor TMX"),
        ("a.tsv", b"", "holds no Chinese"),
        ("a.tsv", b"one column only\n", "holds no Chinese"),
        ("a.tsv", "peace\t和平\nlaw\t法律\n".encode(), "write Chinese TAB English"),
        ("a.tsv", b"peace\tpeace\n", "what should be Chinese has no Chinese"),
        ("a.tsv", "和平\t和平\n".encode(), "what should be English has Chinese"),
        ("a.tmx", TMX.replace("The ", "律").replace(">peace", ">和平").encode(), "check its language tags"),
        ("a.tsv", "和平\tpeace\n".encode("gb18030"), "save it as UTF-8"),
        ("a.tsv.xz", b"not packed", "copy it again"),
        ("a.tsv.gz", gzip.compress(ROWS.encode(), mtime=0)[:-9], "copy it again"),
        ("a.tsv.gz", gzip.compress(ROWS.encode(), mtime=0)[:12] + b"\xff" * 40, "copy it again"),
    ],
)
def test_a_file_that_is_of_no_use_is_refused(tmp_path, name, content, told):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FormatError, match=told) as error:
        read_source(tmp_path / name)
    assert name in str(error.value)


def test_a_broken_tmx_is_named_with_its_line(tmp_path):
    (tmp_path / "m.tmx").write_text(TMX[:-30])
    with pytest.raises(TMXError, match="cut off"):
        read_source(tmp_path / "m.tmx")


def test_what_is_not_there_is_refused(tmp_path):
    with pytest.raises(FormatError, match="no such file"):
        read_source(tmp_path / "none.tmx")
    with pytest.raises(FormatError, match="is a folder"):
        read_source(tmp_path)
    with pytest.raises(FormatError, match="no pairs in it"):
        read_folder(tmp_path)
