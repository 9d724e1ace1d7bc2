"""Note marks of a PDF, however far they are raised, and what stands below a ruled table."""

import pytest
from printed import HAN, Rule, Text, column, draw_pdf

from corpora.document import read_document
from corpora.pdf_marks import Char, with_marks
from corpora.read import read_passages
from corpora.types import Kind

SIZE, LEADING = 10.5, 14
EN_LINES = [
    "The first session of the negotiating committee was held in Punta del Este,",
    "Uruguay, from 28 November to 2 December.¹ More than two thousand",
    "participants from 160 countries attended the session.²",
]
ZH_LINES = [
    "政府间谈判委员会第一届会议于2022年11月28日至12月2日在",
    "乌拉圭埃斯特角城举行。¹来自160个国家的两千三百多名与会者",
    "出席了会议。²",
]
NOTES = {
    "en": ["¹ See A/76/20.", "² See resolution 5/14."],
    "zh": ["¹ 见A/76/20。", "² 见第5/14号决议。"],
}


def set_line(x, y, text, *, rise, font, size=SIZE, small=6.5):
    """Place a line whose superscripts are small figures, each raised by *rise* points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    for piece in _pieces(text):
        if piece in "¹²":
            figure = "12"["¹²".index(piece)]
            yield Text(x, y - rise, figure, small)
            x += stringWidth(figure, "Times-Roman", small)
        else:
            yield Text(x, y, piece, size, font)
            x += stringWidth(piece, font, size)


def _pieces(text):
    for mark in "¹²":
        text = text.replace(mark, f"\0{mark}\0")
    return [piece for piece in text.split("\0") if piece]


def page_with_marks(tmp_path, lang, *, rise, leading=LEADING):
    draw_pdf(tmp_path / "fonts.pdf", [[Text(9, 9, "x")]])  # registers the fonts
    lines, font = {"en": (EN_LINES, "Times-Roman"), "zh": (ZH_LINES, HAN)}[lang]
    marks = []
    for row, line in enumerate([f"1. {lines[0]}", *lines[1:]]):
        marks += set_line(90, 100 + leading * row, line, rise=rise, font=font)
    for row, line in enumerate(NOTES[lang]):
        marks += set_line(90, 180 + 11 * row, line, rise=2.5, font=font, size=8, small=5.5)
    return read_document(draw_pdf(tmp_path / "a.pdf", [marks]))


@pytest.mark.parametrize("rise", [2.5, 3.5, 5, 6])
@pytest.mark.parametrize("leading", [12.6, 14])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_raised_figures_stay_where_they_stand(tmp_path, lang, rise, leading):
    document = page_with_marks(tmp_path, lang, rise=rise, leading=leading)
    glue, lines = {"en": (" ", EN_LINES), "zh": ("", ZH_LINES)}[lang]
    assert [b.text for b in document.blocks if b.kind is Kind.PARAGRAPH] == [glue.join(lines)]
    assert not [b for b in document.blocks if b.kind is Kind.FURNITURE]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_notes_at_the_end_without_a_rule(tmp_path, lang):
    document = page_with_marks(tmp_path, lang, rise=5)
    notes = [f"{b.label} {b.text}" for b in document.blocks if b.kind is Kind.NOTE]
    assert notes == NOTES[lang]


def char(text, x, top, size):
    return Char(text, x, x + size / 2, top, top + size, size, "Times-Roman")


def test_two_figures_and_a_comma_hang_on_one_word():
    chars = [char("a", 0, 10, 10), *(char(c, 5 + 3 * n, 7, 6) for n, c in enumerate("1,2"))]
    assert "".join(c.text for c in with_marks(chars)) == "a¹,²"


def test_figure_of_the_line_above_or_on_the_line_is_no_mark():
    chars = [char("a", 0, 20, 10), char("7", 5, 23.6, 6), char("8", 5, 5, 6)]
    assert with_marks(chars) == chars


def test_text_below_a_ruled_table_stays_text(tmp_path):
    grid = [Rule(90, y, 250, y) for y in (300, 320, 340)]
    grid += [Rule(x, 300, x, 340) for x in (90, 170, 250)]
    cells = [
        Text(95 + 80 * (n % 2), 315 + 20 * (n // 2), t)
        for n, t in enumerate(["Town", "Boxes", "Ea", "12"])
    ]
    below = [
        "2. Civil society organizations made 87 written submissions, and the alliance of",
        "waste pickers called for a just transition.",
    ]
    above = ["1. More than two thousand participants from 160 countries attended the", "session."]
    page = [*column(above, y=260), *grid, *cells, *column(below, y=370)]
    found = read_passages(draw_pdf(tmp_path / "a.pdf", [page]))
    assert [p.hint.value for p in found] == ["", "cell", "cell", "cell", "cell", ""]
    assert found[-1].text == " ".join(below)
