"""Word documents: what of their text is read, in which order and as what."""

from functools import partial

import pytest
import word
from documents import paragraph, run
from word import abstract, alternatives, at, cell, level, num, r, seen, table, vml

from corpora.passages import Hint


@pytest.fixture
def read(tmp_path):
    return partial(word.read, tmp_path)


@pytest.fixture
def texts(tmp_path):
    return lambda body, **parts: [p.text for p in word.read(tmp_path, body, **parts)]


# Text of a paragraph

SUPER = '<w:vertAlign w:val="superscript"/>'
LATIN = {
    "split word": (run("Har") + run("bour"), "Harbour"),
    "tab": (run("1.") + r("<w:tab/>") + run("Boats"), "1. Boats"),
    "tab at a margin": (run("1.") + r("<w:ptab/>") + run("Boats"), "1. Boats"),
    "line break": (run("Boats") + r("<w:br/>") + run("and piers"), "Boats and piers"),
    "carriage return": (run("Boats") + r("<w:cr/>") + run("and piers"), "Boats and piers"),
    "page break": (run("Boats") + r('<w:br w:type="page"/>') + run("sink"), "Boats sink"),
    "no-break hyphen": (run("E") + r("<w:noBreakHyphen/>") + run("12"), "E-12"),
    "soft hyphen": (run("har") + r("<w:softHyphen/>") + run("bour"), "harbour"),
    "symbol": (run("Boats ") + r('<w:sym w:font="Wingdings" w:char="F0FC"/>') + run("ok"), "Boats ok"),
    "raised figure": (run("10") + run("6", SUPER) + run(" boats"), "10⁶ boats"),
    "raised letters": (run("the 4") + run("th", SUPER) + run(" pier"), "the 4th pier"),
    "lowered figure": (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
    "lifted figure": (run("10") + run("6", '<w:position w:val="8"/>'), "10⁶"),
    "hidden": (run("Boats") + run(" secret", "<w:vanish/>"), "Boats"),
    "not hidden": (run("Boats") + run(" sail", '<w:vanish w:val="0"/>'), "Boats sail"),
    "not hidden, in words": (run("Boats") + run(" sail", '<w:vanish w:val="off"/>'), "Boats sail"),
    "hidden on the web": (run("Boats") + run(" 12", "<w:webHidden/>"), "Boats 12"),
    "content control": (
        f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{run('Boats')}</w:sdtContent></w:sdt>",
        "Boats",
    ),
    "smart tag": (f"<w:smartTag w:element='place'>{run('Boats')}</w:smartTag>", "Boats"),
    "custom XML": (f"<w:customXml w:element='x'>{run('Boats')}</w:customXml>", "Boats"),
    "hyperlink": (f"<w:hyperlink w:anchor='x'>{run('Boats')}</w:hyperlink>", "Boats"),
    "direction": (f'<w:bdo w:val="ltr">{run("Boats")}</w:bdo>', "Boats"),
    "comment": (
        f'<w:commentRangeStart w:id="0"/>{run("Boats")}<w:commentRangeEnd w:id="0"/>'
        + r('<w:commentReference w:id="0"/>'),
        "Boats",
    ),
    "bookmark and spelling": (
        f'<w:bookmarkStart w:id="0" w:name="b"/><w:proofErr w:type="spellStart"/>{run("Boats")}',
        "Boats",
    ),
    "equation": (run("Boats ") + "<m:oMath><m:r><m:t>n=4</m:t></m:r></m:oMath>", "Boats n=4"),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "expected"), LATIN.values(), ids=LATIN)
def test_text(texts, inside, expected):
    assert texts(paragraph(inside)) == [expected]


def test_line_break_in_chinese_is_no_space(texts):
    assert texts(paragraph(run("理事会") + r("<w:br/>") + run("收到报告"))) == ["理事会收到报告"]


def test_ruby_keeps_the_base(texts):
    ruby = (
        "<w:ruby><w:rubyPr><w:rubyAlign w:val='center'/></w:rubyPr>"
        f"<w:rt>{run('gǎng')}</w:rt><w:rubyBase>{run('港')}</w:rubyBase></w:ruby>"
    )
    assert texts(paragraph(r(ruby) + run("口城镇"))) == ["港口城镇"]


AROUND = {
    "content control": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "custom XML": "<w:customXml w:element='x'>{}</w:customXml>",
    "alternatives": "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
    "only a fallback": "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
    "inserted": "<w:ins>{}</w:ins>",
    "moved here": "<w:moveTo>{}</w:moveTo>",
}


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_paragraph_inside_something(texts, around):
    inside = around.format(paragraph(run("封面")))
    assert texts(inside + paragraph(run("正文"))) == ["封面", "正文"]


def test_empty_paragraphs_are_left_out(texts):
    assert texts(paragraph("") + "<w:p/>" + paragraph(run(" "))) == []


def test_running_heads_and_comments_are_dropped(texts):
    running = paragraph(run("C/4/7"))
    comment = f'<w:comment w:id="0">{paragraph(run("Check this."))}</w:comment>'
    body = paragraph(run("理事会开会。"))
    assert texts(body, header=running, footer=running, comments=comment) == ["理事会开会。"]


# Fields


def mark(step):
    return r(f'<w:fldChar w:fldCharType="{step}"/>')


def code(text):
    return r(f"<w:instrText>{text}</w:instrText>")


def complex_field(instruction, result):
    return mark("begin") + instruction + mark("separate") + result + mark("end")


DATE = complex_field(code(" DATE "), run("3 May"))
FIELDS = {
    "result": (DATE, "3 May"),
    "no result": (mark("begin") + code(" XE boats ") + mark("end"), ""),
    "simple": (f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>', "7"),
    "nested in the instruction": (
        complex_field(code(" IF ") + DATE + code(" = "), run("four")),
        "four",
    ),
    "nested in the result": (complex_field(code(" REF "), run("on ") + DATE), "on 3 May"),
    "simple in the instruction": (
        complex_field(f"<w:fldSimple w:instr='PAGE'>{run('7')}</w:fldSimple>", run("four")),
        "four",
    ),
    "hyperlink": (complex_field(code(' HYPERLINK "x" '), run("the list")), "the list"),
    "never ended": (mark("begin") + code(" PAGE ") + run("four"), "four"),
    "never begun": (run("four") + mark("separate") + mark("end"), "four"),
    "ended in hidden text": (
        mark("begin") + code(" XE ") + r('<w:fldChar w:fldCharType="end"/>', "<w:vanish/>") + run("4"),
        "4",
    ),
    "undone by a tracked change": (
        f"<w:del>{mark('begin')}{code(' REF ')}{mark('separate')}</w:del>{run('four')}<w:del>{mark('end')}</w:del>",
        "four",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "expected"), FIELDS.values(), ids=FIELDS)
def test_field(texts, inside, expected):
    body = paragraph(run("Meet ") + inside + run(" here.")) + paragraph(run("The end."))
    assert texts(body) == [f"Meet {expected} here.".replace("  ", " "), "The end."]


def test_table_of_contents_is_one_field_over_many_paragraphs(texts):
    entries = (
        paragraph(mark("begin") + code(r" TOC \o ") + mark("separate") + run("一、导言 3"))
        + paragraph(complex_field(code(" PAGEREF x "), run("二、档案 5")))
        + paragraph(mark("end"))
    )
    assert texts(entries + paragraph(run("一、导言"))) == ["一、导言 3", "二、档案 5", "一、导言"]


# Tracked changes

GONE = "<w:rPr><w:del/></w:rPr>"
MOVED = "<w:rPr><w:moveFrom/></w:rPr>"
CHANGES = {
    "inserted": (f"<w:ins>{run('two ')}</w:ins>", "two "),
    "deleted": ("<w:del><w:r><w:delText>two </w:delText></w:r></w:del>", ""),
    "deleted again": (f"<w:ins><w:del>{run('two ')}</w:del></w:ins>", ""),
    "moved away": (f"<w:moveFrom>{run('two ')}</w:moveFrom>", ""),
    "moved here": (f"<w:moveTo>{run('two ')}</w:moveTo>", "two "),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES)
def test_change(texts, change, expected):
    assert texts(paragraph(run("The ") + change + run("boats."))) == [f"The {expected}boats."]


@pytest.mark.parametrize("gone", [GONE, MOVED], ids=["deleted", "moved"])
def test_paragraphs_join_where_the_mark_between_is_gone(texts, gone):
    body = paragraph(run("港口城镇"), gone) + paragraph(run("理事会")) + paragraph(run("开会。"))
    assert texts(body) == ["港口城镇理事会", "开会。"]


def test_joined_paragraph_takes_the_number_of_the_last(read):
    numbering = abstract(level(0)) + num(1)
    body = (
        paragraph(f"<w:moveFrom>{run('Old.')}</w:moveFrom>", at(0) + MOVED)
        + paragraph(run("The "), at(0) + GONE)
        + paragraph(run("boats."), at(0))
        + paragraph(run("The piers."), at(0))
    )
    assert seen(read(body, numbering=numbering)) == ["1. | The boats.", "2. | The piers."]


def test_deleted_mark_reaches_into_no_table_box_or_note(read):
    note = f'<w:footnote w:id="1">{paragraph(run("登记册。"))}</w:footnote>'
    host = run("The") + r('<w:footnoteReference w:id="1"/>') + r(vml(paragraph(run("Plan"))))
    body = paragraph(host, GONE) + table([["Town", "12"]]) + paragraph(run("last"), GONE)
    found = read(body, footnotes=note)
    assert seen(found) == [
        "| Plan",
        "note ¹ | 登记册。",
        "| The¹",
        "cell | Town",
        "cell | 12",
        "| last",
    ]


def test_deleted_rows_and_cells(texts):
    row = "<w:tr>{}<w:tc>{}{}</w:tc>{}</w:tr>"
    gone = row.format("<w:trPr><w:del/></w:trPr>", "", paragraph(run("Old")), "")
    kept = row.format("", "", paragraph(run("城镇")), cell("12"))
    cut = row.format("", "<w:tcPr><w:cellDel/></w:tcPr>", paragraph(run("x")), cell("9"))
    assert texts(f"<w:tbl>{gone}{kept}{cut}</w:tbl>") == ["城镇", "12", "9"]


# Tables and boxes


def test_cells_in_order(read):
    found = read(table([["城镇", "箱数"], ["Upper town", "12"]]))
    assert seen(found) == ["cell | 城镇", "cell | 箱数", "cell | Upper town", "cell | 12"]


def test_cell_of_two_paragraphs(read):
    inside = paragraph(run("上城")) + paragraph(run("下城"))
    assert seen(read(table([[inside, "12"]]))) == ["cell | 上城", "cell | 下城", "cell | 12"]


def test_nested_table(read):
    inner = table([["a", "b"]]) + paragraph(run("after"))
    found = read(table([["before", inner], ["c", "d"]]))
    assert [p.text for p in found] == ["before", "a", "b", "after", "c", "d"]
    assert {p.hint for p in found} == {Hint.CELL}


def test_frame_of_one_cell_is_no_table(read):
    inside = paragraph(run("摘要")) + paragraph(run("理事会开会。"))
    assert seen(read(table([[inside]]))) == ["| 摘要", "| 理事会开会。"]


def test_table_in_a_frame(read):
    assert seen(read(table([[table([["a", "b"]])]]))) == ["cell | a", "cell | b"]


@pytest.mark.parametrize("around", ["sdt", "row", "cell"])
def test_content_controls_in_tables(texts, around):
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    cells = control(cell("城镇")) if around == "cell" else cell("城镇")
    row = f"<w:tr>{cells}{cell('12')}</w:tr>"
    whole = f"<w:tbl>{control(row) if around == 'row' else row}</w:tbl>"
    assert texts(control(whole) if around == "sdt" else whole) == ["城镇", "12"]


def test_heading_in_a_cell_stays_a_heading(read):
    heading = paragraph(run("Annex"), '<w:outlineLvl w:val="0"/>')
    assert seen(read(table([[heading, "12"]]))) == ["heading | Annex", "cell | 12"]


@pytest.mark.parametrize("box", [alternatives, vml])
def test_text_box_is_read_once_after_its_paragraph(texts, box):
    inside = paragraph(run("Plan of the port")) + paragraph(run("港口平面图"))
    body = paragraph(run("See ") + r(box(inside)) + run("below.")) + paragraph(run("Next."))
    assert texts(body) == ["See below.", "Plan of the port", "港口平面图", "Next."]


def test_table_in_a_text_box_in_a_cell(texts):
    host = paragraph(run("host") + r(alternatives(table([["a", "b"]]))))
    assert texts(table([[host, "end"]])) == ["host", "a", "b", "end"]


# Numbers


def test_typed_number_stays_in_the_text(read):
    body = paragraph(run("1.") + r("<w:tab/>") + run("The Board met.")) + paragraph(run("一、导言"))
    assert seen(read(body)) == ["| 1. The Board met.", "| 一、导言"]


def test_automatic_number_is_the_label(read):
    body = paragraph(run("The Board met."), at(0)) + paragraph(run("会议闭幕。"), at(0))
    assert seen(read(body, numbering=abstract(level(0)) + num(1))) == [
        "1. | The Board met.",
        "2. | 会议闭幕。",
    ]
