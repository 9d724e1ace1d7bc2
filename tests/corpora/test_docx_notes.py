"""Notes of Word documents: their marks in the text, and their place."""

from functools import partial

import pytest
import word
from documents import paragraph, run
from word import call, notes, r, seen, table

from corpora.passages import Hint


@pytest.fixture
def read(tmp_path):
    return partial(word.read, tmp_path)


@pytest.fixture
def texts(tmp_path):
    return lambda body, **parts: [p.text for p in word.read(tmp_path, body, **parts)]


def test_footnotes_follow_their_paragraph(read):
    body = paragraph(run("理事会") + call(1) + run("开会") + call(2) + run("。"))
    found = read(body + paragraph(run("The end.")), footnotes=notes("footnote", "见决定。", "See."))
    assert seen(found) == ["| 理事会¹开会²。", "note ¹ | 见决定。", "note ² | See.", "| The end."]


def test_endnotes_count_apart_and_in_roman(read):
    body = paragraph(run("A") + call(1) + call(1, "endnote") + call(2, "endnote"))
    found = read(
        body, footnotes=notes("footnote", "foot"), endnotes=notes("endnote", "end", "more")
    )
    assert seen(found) == ["| A¹ⁱⁱⁱ", "note ¹ | foot", "note ⁱ | end", "note ⁱⁱ | more"]


def test_note_of_two_paragraphs_has_one_mark(read):
    inside = paragraph(r("<w:footnoteRef/>") + run("一。")) + paragraph(run("二。"))
    found = read(paragraph(run("A") + call(1)), footnotes=notes("footnote", inside))
    assert seen(found) == ["| A¹", "note ¹ | 一。", "note | 二。"]


@pytest.mark.parametrize(
    ("custom", "shown"), [("*", "*"), ("†", "†"), ("**", "**"), ("7", "⁷"), ("a", "ᵃ")]
)
def test_custom_mark_is_not_counted(read, custom, shown):
    first = paragraph(run(f"{custom} 原文为英文。"))
    body = paragraph(run("报告") + call(1, custom=custom) + run("和附件") + call(2))
    found = read(body, footnotes=notes("footnote", first, "见附件。"))
    assert found[0].text == f"报告{shown}和附件¹"
    assert [(p.label, p.hint) for p in found[1:]] == [(shown, Hint.NOTE), ("¹", Hint.NOTE)]


def test_custom_mark_goes_from_the_text_of_the_note(read):
    found = read(
        paragraph(run("Report") + call(1, custom="*")),
        footnotes=notes("footnote", paragraph(run("* Issued again."))),
    )
    assert seen(found) == ["| Report*", "note * | Issued again."]


def test_custom_mark_ends_a_run_of_text(read):
    both = r('<w:t>报告</w:t><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t>')
    found = read(paragraph(both), footnotes=notes("footnote", paragraph(run("* 重发。"))))
    assert seen(found) == ["| 报告*", "note * | 重发。"]


FORMATS = {
    "lowerLetter": "ᵃᵇ",
    "lowerRoman": "ⁱⁱⁱ",
    "decimalEnclosedCircle": "①②",
    "chicago": "*†",
    "chineseCounting": "一二",
}


@pytest.mark.parametrize(("style", "shown"), FORMATS.items(), ids=FORMATS)
@pytest.mark.parametrize("place", ["settings", "section"])
def test_note_format(texts, style, shown, place):
    properties = f'<w:footnotePr><w:numFmt w:val="{style}"/></w:footnotePr>'
    body = paragraph(run("A") + call(1) + call(2))
    if place == "section":
        body += f"<w:sectPr>{properties}</w:sectPr>"
    parts = {"settings": properties} if place == "settings" else {}
    found = texts(body, footnotes=notes("footnote", "x", "y"), **parts)
    assert found[0] == "A" + shown


def test_notes_start_where_the_settings_say(texts):
    start = '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>'
    section = '<w:sectPr><w:footnotePr><w:pos w:val="beneathText"/></w:footnotePr></w:sectPr>'
    body = paragraph(run("A") + call(1)) + section
    assert texts(body, footnotes=notes("footnote", "x"), settings=start)[0] == "A⁵"


def test_notes_count_anew_in_each_section(read):
    anew = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = (
        paragraph(run("A") + call(1) + call(2))
        + paragraph("", f"<w:sectPr>{anew}</w:sectPr>")
        + paragraph(run("B") + call(3))
    )
    found = read(body, footnotes=notes("footnote", "x", "y", "z"), settings=anew)
    assert seen(found) == ["| A¹²", "note ¹ | x", "note ² | y", "| B¹", "note ¹ | z"]


def test_deleted_note_is_neither_shown_nor_counted(read):
    body = paragraph(run("A") + f"<w:del>{call(1)}</w:del>" + call(2))
    assert seen(read(body, footnotes=notes("footnote", "old", "new"))) == ["| A¹", "note ¹ | new"]


def test_note_of_a_cell_is_a_note(read):
    inside = paragraph(run("城镇") + call(1))
    found = read(table([[inside, "12"]]), footnotes=notes("footnote", "见表二。"))
    assert seen(found) == ["cell | 城镇¹", "note ¹ | 见表二。", "cell | 12"]


def test_note_that_is_missing_keeps_its_mark(texts):
    assert texts(paragraph(run("A") + call(9))) == ["A¹"]


def test_note_that_calls_itself_ends(read):
    inside = paragraph(run("see") + call(1))
    found = read(paragraph(run("A") + call(1)), footnotes=notes("footnote", inside))
    assert seen(found) == ["| A¹", "note ¹ | see²"]
