"""Styles of Word documents: headings, hidden text, raised figures."""

import re
from functools import partial

import pytest
import word
from documents import paragraph, run
from word import style

from corpora.passages import Hint


@pytest.fixture
def read(tmp_path):
    return partial(word.read, tmp_path)


@pytest.fixture
def texts(tmp_path):
    return lambda body, **parts: [p.text for p in word.read(tmp_path, body, **parts)]


# Headings


def outline(number):
    return f'<w:outlineLvl w:val="{number}"/>'


HEADINGS = {
    "heading 1": (style("heading 1"), Hint.HEADING, 1),
    "Heading 3": (style("Heading 3"), Hint.HEADING, 3),
    "based on a heading": (
        style("heading 2") + style("Chapter", based_on="heading2"),
        Hint.HEADING,
        2,
    ),
    "outline level of its style": (style("Chapter", outline(3)), Hint.HEADING, 4),
    "body text based on a heading": (
        style("heading 2", outline(1)) + style("Quiet", outline(9), based_on="heading2"),
        Hint.NONE,
        0,
    ),
    "based on itself": (style("Loop", based_on="Loop"), Hint.NONE, 0),
    "_ H _Ch": (style("_ H _Ch"), Hint.HEADING, 1),
    "_ H _Ch_G": (style("_ H _Ch_G"), Hint.HEADING, 1),
    "_ H_1": (style("_ H_1"), Hint.HEADING, 2),
    "_ H_2/3": (style("_ H_2/3"), Hint.HEADING, 3),
    "_ H_4": (style("_ H_4"), Hint.HEADING, 4),
    "_ Single Txt": (style("_ Single Txt"), Hint.NONE, 0),
    "Title": (style("Title"), Hint.TITLE, 0),
    "toc 1": (style("toc 1"), Hint.FURNITURE, 0),
    "Normal": (style("Normal"), Hint.NONE, 0),
}  # fmt: skip


@pytest.mark.parametrize(("styles", "hint", "rank"), HEADINGS.values(), ids=HEADINGS)
def test_style(read, styles, hint, rank):
    used = re.findall('styleId="(.*?)"', styles)[-1]
    (found,) = read(paragraph(run("档案"), f'<w:pStyle w:val="{used}"/>'), styles=styles)
    assert (found.hint, found.level) == (hint, rank)


def test_outline_level_of_the_paragraph_itself(read):
    styles = style("heading 1", outline(0))
    own = '<w:pStyle w:val="heading1"/>' + outline(2)
    (found,) = read(paragraph(run("Archives"), own), styles=styles)
    assert (found.hint, found.level) == (Hint.HEADING, 3)


def test_style_that_is_default_or_unknown(read):
    styles = style("Body", outline(4)).replace("<w:style ", '<w:style w:default="1" ')
    body = paragraph(run("A")) + paragraph(run("B"), '<w:pStyle w:val="Nowhere"/>')
    assert [p.level for p in read(body, styles=styles)] == [5, 0]


# Characters

STYLED = """
<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Inner"><w:basedOn w:val="Secret"/></w:style>
<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Draft"><w:rPr><w:vanish/></w:rPr></w:style>
"""


@pytest.mark.parametrize("style", ["Secret", "Inner"])
def test_hidden_by_its_style(texts, style):
    hidden = run(" secret", f'<w:rStyle w:val="{style}"/>')
    assert texts(paragraph(run("Boats") + hidden), styles=STYLED) == ["Boats"]


def test_hidden_by_the_style_of_its_paragraph(texts):
    shown = run("shown", '<w:vanish w:val="false"/>')
    body = paragraph(run("hidden ") + shown, '<w:pStyle w:val="Draft"/>')
    assert texts(body, styles=STYLED) == ["shown"]


def test_raised_by_its_style(texts):
    assert texts(paragraph(run("港口") + run("3", '<w:rStyle w:val="Mark"/>')), styles=STYLED) == [
        "港口³"
    ]
