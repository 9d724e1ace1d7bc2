"""Tables of texts: TSV, CSV, XLSX, DOCX; which columns, which encoding, what is safe."""

import zipfile

import docx
import openpyxl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpora.errors import FormatError
from corpora.types import TranslationUnit, Variant
from tm.errors import TableError
from tm.formats import read_units, write_units
from tm.formats.clean import is_blank
from tm.formats.tables import layout_of
from tm.formats.tsv_read import read_tsv


def texts(units):
    return [tuple(variant.text for variant in unit.variants) for unit in units]


def langs_of(unit):
    return [variant.lang for variant in unit.variants]


@pytest.mark.parametrize(
    ("header", "langs", "expected"),
    [
        (["zh", "en"], None, (0, 1, ("zh-CN", "en-US"))),
        (["en-GB", "zh_TW"], None, (0, 1, ("en-GB", "zh-TW"))),
        (["ID", "Source text", "Target text", "Comment"], None, (1, 2, ("", ""))),
        (["编号", "原文", "译文"], None, (1, 2, ("", ""))),
        (["英文", "中文"], None, (0, 1, ("en-US", "zh-CN"))),
        (["中文（简体）", "英语"], None, (0, 1, ("zh-CN", "en-US"))),
        (["Chinese (Simplified)", "English (US)"], None, (0, 1, ("zh-CN", "en-US"))),
        (["zh", "en"], ("en-US", "zh-CN"), (1, 0, ("en-US", "zh-CN"))),
        (["source", "target"], ("zh-CN", "fr"), (0, 1, ("zh-CN", "fr"))),
    ],
)
def test_columns_by_their_names(header, langs, expected):
    layout = layout_of([header, ["大会", "Assembly", "x", "y"]], langs)
    assert layout[:3] == expected
    assert layout.has_header


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["大会开会。", "It met."]], (0, 1, ("zh-CN", "en-US"))),
        ([["1", "It met.", "大会开会。"]], (1, 2, ("en-US", "zh-CN"))),
        ([["大会", ""], ["决定", ""]], (0, 1, ("zh-CN", ""))),
    ],
)
def test_columns_by_their_script(rows, expected):
    assert layout_of(rows, None)[:3] == expected


def test_a_first_row_in_the_wrong_languages_is_names():
    layout = layout_of(
        [["中文内容", "英文内容是这样"], ["大会", "Assembly"], ["会", "It met"]], None
    )
    assert layout.has_header


@pytest.mark.parametrize(
    "rows", [[], [["one", "two"]], [["1", "2"]], [["大会"]], [["大会", "会议"]]]
)
def test_a_table_without_such_columns_has_no_layout(rows):
    assert layout_of(rows, None) is None


@pytest.fixture
def read(tmp_path):
    def read_text(text, name="a.tsv", encoding="utf-8", **options):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return list(read_units(path, **options))

    return read_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends(read, encoding, end):
    rows = [
        "中文\t英文",
        "大会通过了决议。\tThe Assembly adopted it.",
        "",
        "散会了，各位代表。\tThe meeting rose.",
    ]
    assert texts(read(end.join(rows) + end, encoding=encoding)) == [
        ("大会通过了决议。", "The Assembly adopted it."),
        ("散会了，各位代表。", "The meeting rose."),
    ]


def test_a_table_in_big5(read):
    table = "zh,en\n大會,General Assembly\n安全理事會通過了決議。,The Council adopted it.\n"
    assert texts(read(table, "a.csv", "big5"))[0] == ("大會", "General Assembly")


def test_chinese_that_was_misread_is_left_out_and_told(read):
    told = []
    misread = "大會".encode("big5").decode("latin-1")
    rows = f"大会,Assembly\n{misread},Assembly\n20°C,20°C\n"
    assert texts(read(f"zh,en\n{rows}", "a.csv", skipped=told.append)) == [
        ("大会", "Assembly"),
        ("20°C", "20°C"),
    ]
    assert [(one.line, one.problem) for one in told] == [
        (3, "characters that could not be read (a wrong encoding)")
    ]


@pytest.mark.parametrize("separator", ["\t", ",", ";"])
def test_separators_of_any_text_table(read, separator):
    assert texts(
        read(f'zh{separator}en\n大会{separator}"It{separator} met ""now""\nand then"\n', "a.csv")
    ) == [("大会", f'It{separator} met "now"\nand then')]


@pytest.mark.parametrize("text", ['"Yes", he said', 'say "yes"', '"', '"open', "a'b", "''"])
def test_a_quote_that_opens_no_cell_is_a_quote(read, text):
    assert texts(read(f"zh\ten\n大会\t{text}\n会\tnext\n")) == [("大会", text), ("会", "next")]


def test_a_quote_that_is_never_closed_swallows_nothing(read):
    rows = '大会,"It met.\n会,next\n"甲,乙","A, B"\n散会。,"It rose.\n'
    assert texts(read(f"zh,en\n{rows}", "a.csv")) == [
        ("大会", '"It met.'),
        ("会", "next"),
        ("甲,乙", "A, B"),
        ("散会。", '"It rose.'),
    ]


def test_what_is_not_translated_is_told_and_is_no_error(read):
    told, table = [], "zh\ten\n大会\tAssembly\n散会。\t\n会\n"
    assert len(list(read(table, skipped=told.append))) == 1
    assert [(one.line, one.excerpt) for one in told] == [(3, "散会。"), (4, "会")]
    assert {one.problem for one in told} == {"a text without a translation"}
    assert len(list(read(table))) == 1


def test_our_alignments_are_read_as_they_were_written(read):
    header = "zh\ten\tprobability\tshape\tparagraph\tkind\treasons\n"
    row = (
        '大会\t"Assembly"\t0.987\t1-1\t12\tparagraph\tlength; numbers\n\tNull.\t0.900\t0-1\t\t\t\n'
    )
    told = []
    (unit,) = read(header + row, skipped=told.append)
    assert unit.variants[1].text == '"Assembly"'
    assert (unit.probability, unit.bead, unit.paragraph, unit.kind) == (
        0.987,
        "1-1",
        "12",
        "paragraph",
    )
    assert unit.reasons == ("length", "numbers")
    assert told == [(3, "a translation without a source text", "Null.")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "the file is empty"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        ("one\ttwo\n", "no two columns"),
        ("大会\n", "no two columns"),
        ("zh\ten\n大会\tR\ufffdD\n", "could not be read"),
    ],
)
def test_a_bad_text_table_is_one_error_with_a_remedy(read, content, message):
    with pytest.raises(TableError, match=message):
        read(content)


def test_a_line_without_end_is_refused(read):
    with pytest.raises(TableError, match="more than 10 million"):
        read("zh\ten\n" + "x" * 10_000_001)


UNITS = [
    TranslationUnit((Variant("zh-CN", text), Variant("en-US", other)))
    for text, other in [("=1+1 大会", "=cmd|' /C calc'!A0"), ("-5 度", "-5 degrees"), ("@我", "@me"), ("+86 电话", "+86 phone"), ("'=引号", "''=x"), ("两\n行\t表", 'two\nlines\tand "quotes"'), ("_x000D_字", " spaced ")]
]  # fmt: skip


@pytest.mark.parametrize("name", ["a.tsv", "a.csv", "a.xlsx"])
def test_what_a_spreadsheet_would_run_is_text_and_comes_back(tmp_path, name):
    path = tmp_path / name
    assert write_units(path, UNITS, srclang="zh-CN", tgtlang="en-US").units == len(UNITS)
    assert texts(read_units(path)) == texts(UNITS)


def test_cells_of_a_workbook_are_text(tmp_path):
    write_units(tmp_path / "a.xlsx", UNITS, srclang="zh-CN", tgtlang="en-US")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert {cell.data_type for row in sheet.iter_rows(max_col=2) for cell in row} == {"s"}


def test_no_line_of_a_tsv_begins_a_formula(tmp_path):
    write_units(tmp_path / "a.tsv", UNITS, srclang="zh-CN", tgtlang="en-US")
    lines = (tmp_path / "a.tsv").read_text("utf-8").split("\n")
    assert not any(
        cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line.split("\t")
    )


FULL = TranslationUnit(
    (Variant("zh-CN", "大会"), Variant("en-US", "Assembly")),
    document="a.txt", paragraph="12", probability=0.5, author="Ann", note="one\ntwo", is_machine=True,
)  # fmt: skip


@pytest.mark.parametrize("name", ["a.tsv", "a.csv", "a.xlsx"])
def test_provenance_has_columns(tmp_path, name):
    write_units(tmp_path / name, [FULL], srclang="zh-CN", tgtlang="en-US")
    assert list(read_units(tmp_path / name)) == [FULL]


ANY = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t\"'=,;"), max_size=12
)


@given(st.lists(st.tuples(ANY, ANY), min_size=1, max_size=5), st.sampled_from(["a.tsv", "a.csv"]))
@settings(deadline=None)
def test_any_text_comes_back_from_a_text_table(tmp_path_factory, pairs, name):
    path = tmp_path_factory.mktemp("tables") / name
    units = [
        TranslationUnit((Variant("zh-CN", f"大{a}"), Variant("en-US", f"x{b}"))) for a, b in pairs
    ]
    units = [
        u
        for u in units
        if all(
            "\ufffd" not in v.text and not is_blank(v.text) and v.text.isprintable()
            for v in u.variants
        )
    ]
    assume(units)
    write_units(path, units, srclang="zh-CN", tgtlang="en-US")
    assert texts(read_units(path)) == texts(units)


def test_control_characters_go(tmp_path):
    for name in ("a.tsv", "a.xlsx", "a.xlf"):
        unit = TranslationUnit((Variant("zh-CN", "大\x00会"), Variant("en-US", "A\x07\ud800s")))
        write_units(tmp_path / name, [unit], srclang="zh-CN", tgtlang="en-US")
        assert texts(read_units(tmp_path / name)) == [("大会", "As")]


def test_a_text_longer_than_a_cell_is_named(tmp_path):
    long = TranslationUnit((Variant("zh-CN", "会" * 40_000), Variant("en-US", "x")))
    written = write_units(tmp_path / "a.xlsx", [long, FULL], srclang="zh-CN", tgtlang="en-US")
    assert (written.units, [(r.code, r.number) for r in written.skipped]) == (1, [("too-long", 1)])


def workbook(path, *sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)


def test_every_sheet_with_two_languages_is_read(tmp_path):
    path = tmp_path / "a.xlsx"
    workbook(
        path,
        [["编号", "中文", "英文"], [1, "大会", "Assembly"], [], [2, 12, "twelve"]],
        [["no", "table"]],
        [["It rose.", "散会。"]],
    )
    units = list(read_units(path))
    assert texts(units) == [("大会", "Assembly"), ("12", "twelve"), ("It rose.", "散会。")]
    assert [langs_of(unit)[0] for unit in units] == ["zh-CN", "zh-CN", "en-US"]


def test_bad_workbooks_are_our_errors(tmp_path):
    workbook(tmp_path / "none.xlsx", [["one", "two"]])
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as archive:
        archive.writestr("readme.txt", "no")
    (tmp_path / "empty.xlsx").write_bytes(b"")
    (tmp_path / "text.xlsx").write_text("大会")
    workbook(tmp_path / "good.xlsx", [["大会", "Assembly"]])
    (tmp_path / "cut.xlsx").write_bytes((tmp_path / "good.xlsx").read_bytes()[:-300])
    with (
        zipfile.ZipFile(tmp_path / "good.xlsx") as good,
        zipfile.ZipFile(tmp_path / "bomb.xlsx", "w") as bomb,
    ):
        for name in good.namelist():
            bomb.writestr(
                name,
                good.read(name).replace(b"<worksheet", b"<!DOCTYPE w [<!ENTITY a 'b'>]><worksheet"),
            )
    for name, message in [
        ("none", "no two columns"),
        ("other", "not a workbook"),
        ("empty", "empty"),
        ("text", "not a workbook"),
        ("cut", "damaged"),
        ("bomb", "document type"),
        ("absent", "cannot read"),
    ]:
        with pytest.raises(TableError, match=message):
            list(read_units(tmp_path / f"{name}.xlsx"))


def document(path, *tables):
    report = docx.Document()
    for rows in tables:
        table = report.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    report.save(path)


def test_every_table_of_a_document_with_two_languages_is_read(tmp_path):
    path = tmp_path / "a.docx"
    document(
        path,
        [["原文", "译文"], ["大会\n决定", "The Assembly\ndecided"], ["散会。", ""]],
        [["not", "this"]],
        [["1", "It rose.", "散会。"], ["2", "Rome", "罗马"]],
    )
    units = list(read_units(path))
    assert texts(units) == [
        ("大会\n决定", "The Assembly\ndecided"),
        ("It rose.", "散会。"),
        ("Rome", "罗马"),
    ]
    assert units[0].context_after == "散会。"


def test_bad_documents_are_our_errors(tmp_path):
    document(tmp_path / "none.docx", [["one", "two"]])
    (tmp_path / "empty.docx").write_bytes(b"")
    (tmp_path / "text.docx").write_text("大会")
    for name, message in [
        ("none", "no table"),
        ("empty", "empty"),
        ("text", "zip"),
        ("absent", "cannot read"),
    ]:
        with pytest.raises(FormatError, match=message):
            list(read_units(tmp_path / f"{name}.docx"))


PROSE = (
    "根据与沿海论坛缔结的备忘录，秘书处举办了展览。"
    "\tUnder the memorandum, the secretariat, together with the Forum, held an exhibition."
)


@pytest.mark.parametrize("name", ["pairs.tsv", "pairs.tab", "pairs.txt"])
def test_commas_of_prose_part_no_cells_where_there_are_tabs(tmp_path, name):
    path = tmp_path / name
    path.write_text(f"{PROSE}\n")
    (unit,) = read_tsv(path)
    assert [variant.text for variant in unit.variants] == PROSE.split("\t")


def test_a_text_without_tabs_is_parted_by_what_all_its_lines_have(tmp_path):
    path = tmp_path / "pairs.txt"
    path.write_text("下午，会议结束;Later, in June, it rose\n会议开始;The meeting began\n")
    units = list(read_tsv(path))
    assert [unit.variants[1].text for unit in units] == [
        "Later, in June, it rose",
        "The meeting began",
    ]


def test_quoted_commas_of_a_csv_part_no_cells(tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text('"会议，展览","Meetings, exhibitions; and, more"\n会议,The meeting\n')
    units = list(read_tsv(path))
    assert units[0].variants[1].text == "Meetings, exhibitions; and, more"
