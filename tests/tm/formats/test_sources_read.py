"""The source segments of any file to be translated, for analysis."""

import docx
import openpyxl
import pytest

from corpora.errors import FormatError
from tm.formats.rows import Source
from tm.formats.sources import ROWS, read_sources

XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh-CN" target-language="en-US"
 datatype="plaintext"><body><trans-unit id="1"><source>大<x id="1"/>会</source><target>Assembly</target></trans-unit>
<trans-unit id="2"><source>散会。</source></trans-unit><trans-unit id="3"><source>导言</source><target state="new">导言</target></trans-unit>
<trans-unit id="4" translate="no"><source>不译</source></trans-unit><trans-unit id="5"><source> </source></trans-unit></body></file></xliff>"""
EXPECTED = [
    Source(source, "zh-CN", target, "en-US")
    for source, target in (("大会", "Assembly"), ("散会。", ""), ("导言", ""))
]


def test_every_segment_of_an_xliff_in_order(tmp_path):
    (tmp_path / "a.xlf").write_text(XLIFF, "utf-8")
    assert list(read_sources(tmp_path / "a.xlf")) == EXPECTED


def test_every_message_of_a_po(tmp_path):
    text = 'msgid ""\nmsgstr "Language: zh_CN\\n"\n\nmsgid "one file"\nmsgid_plural "files"\nmsgstr[0] ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "乙"\n\n#~ msgid "c"\n#~ msgstr "丙"\n'
    (tmp_path / "a.po").write_text(text, "utf-8")
    assert list(read_sources(tmp_path / "a.po")) == [
        Source(text, "en-US", into="zh-CN") for text in ("one file", "files", "b")
    ]


@pytest.mark.parametrize(
    "content", ["大会\tAssembly\n散会。\t\n导言\t\n", "zh\ten\n大会\tAssembly\n散会。\n导言\t\n"]
)
def test_every_row_of_a_table(tmp_path, content):
    (tmp_path / "a.tsv").write_text(content, "utf-8")
    assert list(read_sources(tmp_path / "a.tsv")) == EXPECTED


def test_every_row_of_a_workbook(tmp_path):
    book = openpyxl.Workbook()
    for row in (["大会", "Assembly"], ["散会。", None], ["导言"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    assert list(read_sources(tmp_path / "a.xlsx")) == EXPECTED


def test_every_row_of_a_document(tmp_path):
    report = docx.Document()
    table = report.add_table(3, 2)
    for row, source in zip(table.rows, ("大会", "散会。", "导言"), strict=True):
        row.cells[0].text = source
    table.rows[0].cells[1].text = "Assembly"
    report.save(tmp_path / "a.docx")
    assert list(read_sources(tmp_path / "a.docx")) == EXPECTED


def test_every_line_of_a_text_in_any_encoding(tmp_path):
    (tmp_path / "a.txt").write_bytes(
        "大会通过了决议，各国代表都同意。\r\n\r\n  散会了，各位代表。\r\n".encode("gb18030")
    )
    assert [source.text for source in read_sources(tmp_path / "a.txt")] == [
        "大会通过了决议，各国代表都同意。",
        "散会了，各位代表。",
    ]


def test_the_language_is_told_by_the_whole_file_or_the_caller(tmp_path):
    (tmp_path / "a.txt").write_text("12\n大会\n", "utf-8")
    assert [source.lang for source in read_sources(tmp_path / "a.txt")] == ["zh-CN", "zh-CN"]
    assert next(read_sources(tmp_path / "a.txt", langs=("zh-TW", "en"))).lang == "zh-TW"


@pytest.mark.parametrize("suffix", ROWS)
def test_an_empty_file_is_one_clear_error(tmp_path, suffix):
    (tmp_path / f"a{suffix}").write_bytes(b"")
    with pytest.raises(FormatError, match="empty"):
        list(read_sources(tmp_path / f"a{suffix}"))


def test_an_unknown_name_lists_the_known_ones(tmp_path):
    with pytest.raises(FormatError, match=r"\.docx.*\.xliff"):
        read_sources(tmp_path / "a.pdf")
