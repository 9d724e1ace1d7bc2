"""Plain text without blank lines between its paragraphs, as pdftotext and mail programs leave it."""

import re
import textwrap
from pathlib import Path

import pytest

from corpora.habits import Habit
from corpora.layout import lay_out
from corpora.text import passages_of
from corpora.types import LANGS, Kind

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"
SHORT = {
    "en": [
        "Assembly of Harbour Towns",
        "I. Introduction",
        "1. The present report is submitted pursuant to United Towns Assembly resolution 5/14. It outlines "
        "the progress made towards a binding instrument on archives.",
        "2. The first session was held in Punta del Este, Uruguay, from 28 November to 2 December 2022.¹ "
        "More than 2,300 participants from 160 countries attended the session.",
        "A. Organization",
        "3. The committee elected Mr. Meza-Cuadra (Peru) as its Chair.",
        "4. The committee agreed on the following:",
        "(a) To establish two contact groups;",
        "(b) To request the secretariat to prepare a zero draft text.",
    ],
    "zh": [
        "港口城镇大会",
        "一、导言",
        "1. 本报告根据城镇大会第5/14号决议提交。报告概述了为拟订一项关于档案的具有法律约束力的文书所取得的进展。",
        "2. 委员会第一届会议于2022年11月28日至12月2日在乌拉圭埃斯特角城举行。来自160个国家的2300多名与会者出席了会议。",
        "A. 会议的组织",
        "3. 委员会选举胡戈先生（秘鲁）为主席。主席感谢各代表团的信任。",
        "4. 委员会商定了以下事项：",
        "(a) 设立两个联络小组；",
        "(b) 请秘书处编写一份零案文草案，供委员会下一届会议审议。",
    ],
}


def wrapped(paragraphs, code, width):
    """Fill lines of *width* cells, a paragraph below the other with no blank line."""
    lines = []
    for text in paragraphs:
        half = width // 2
        cut = [text[at : at + half] for at in range(0, len(text), half)]
        lines += cut if code == "zh" else textwrap.wrap(text, width)
    return "\n".join(lines) + "\n"


def outline(text, code):
    blocks = lay_out(passages_of(text), LANGS[code])
    return [(b.kind, b.label, b.paragraph, re.sub(r"\s", "", b.text)) for b in blocks]


@pytest.mark.parametrize("width", [60, 70, 80])
@pytest.mark.parametrize("code", ["en", "zh"])
def test_short_report(code, width):
    found = outline(wrapped(SHORT[code], code, width), code)
    assert found == outline("\n\n".join(SHORT[code]), code)
    assert (Kind.PARAGRAPH, "1.", "1") in [one[:3] for one in found]


@pytest.mark.parametrize("width", [60, 70, 90])
@pytest.mark.parametrize("code", ["en", "zh"])
def test_sample_report(code, width):
    paragraphs = (SAMPLE / f"report.{code}.txt").read_text("utf-8").strip().split("\n\n")
    texts = [" ".join(text.split()) for text in paragraphs]
    whole, found = outline("\n\n".join(texts), code), outline(wrapped(texts, code, width), code)
    numbered = [one[:3] for one in whole if one[0] is Kind.PARAGRAPH]
    assert [one[:3] for one in found if one[0] is Kind.PARAGRAPH] == numbered
    assert len(set(whole) - set(found)) <= 0.05 * len(whole)


@pytest.mark.parametrize("code", ["en", "zh"])
def test_one_paragraph_a_line(code):
    text = (SAMPLE / f"report.{code}.txt").read_text("utf-8")
    numbered = {one for one in outline(text, code) if one[0] is Kind.PARAGRAPH}
    assert numbered <= set(outline(re.sub(r"\n{2,}", "\n", text), code))


NARROW = [
    "The towns met in the spring and",
    "took note of the report that the",
    "Council had asked for twice.",
]


def test_number_behind_a_heading_that_fills_its_line():
    """What precedes is no sentence, but 2 is missing from the numbers and 1 and 3 are there."""
    full = ["1. " + " ".join(NARROW), "A. The state of all the archives", "2. " + " ".join(NARROW)]
    text = wrapped([*full, "3. " + " ".join(NARROW)], "en", 32)
    numbers = [
        b.paragraph for b in lay_out(passages_of(text), LANGS["en"]) if b.kind is Kind.PARAGRAPH
    ]
    assert numbers == ["1", "2", "3"]


def test_figure_inside_a_sentence_begins_nothing():
    text = wrapped(["1. " + " ".join(NARROW) + " They met twice, as in section"], "en", 32)
    found = passages_of(
        f"{text}5. The Council took note\nof it.\n2. The towns met in the spring and\nleft.\n"
    )
    assert [p.text[:2] for p in found] == ["1.", "2."]


@pytest.mark.parametrize("lines", [["One."], ["A line.", "Another line.", "A third one."] * 9])
def test_lines_that_are_sentences_are_not_filled(lines):
    assert not Habit.observe([lines]).exact
