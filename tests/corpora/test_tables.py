"""Tables without frames: horizontal rules in a PDF, tabs and runs of spaces in plain text."""

import pytest
from printed import HAN, Rule, Text, column, draw_pdf

from corpora.passages import Hint
from corpora.read import read_passages
from corpora.text import passages_of
from corpora.text_tables import split_tables

ABOVE = ["1. More than two thousand participants from 160 countries attended the", "session."]
BELOW = ["2. Civil society organizations made 87 written submissions, and the alliance of", "waste pickers called for a just transition."]  # fmt: skip
ROWS = [["Item", "Number", "Cost"], ["Workshops", "12", "4,500"], ["Webinars", "30", "980"]]
WIDE = 150


def page(rows, rules, *, font="Times-Roman", step=16):
    """Set *rows* in columns between horizontal rules above the rows numbered *rules*."""
    lines = [Rule(90, 300 + step * n, 90 + WIDE * len(rows[0]), 300 + step * n) for n in rules]
    cells = [
        Text(95 + WIDE * x, 312 + step * y, text, 10, font)
        for y, row in enumerate(rows)
        for x, text in enumerate(row)
        if text
    ]
    return [*column(ABOVE, y=250), *lines, *cells, *column(BELOW, y=320 + step * len(rows))]


def cells_in(path):
    return [p.text for p in read_passages(path) if p.hint is Hint.CELL]


@pytest.mark.parametrize("rules", [(0, 1, 2, 3), (0, 1, 3), (0, 3)])
def test_table_between_horizontal_rules(tmp_path, rules):
    found = read_passages(draw_pdf(tmp_path / "a.pdf", [page(ROWS, rules)]))
    assert [p.text for p in found if p.hint is Hint.CELL] == [cell for row in ROWS for cell in row]
    assert [p.text for p in found if p.hint is Hint.NONE] == [" ".join(ABOVE), " ".join(BELOW)]
    assert [p.hint is Hint.CELL for p in found] == [False, *[True] * 9, False]


def test_chinese_table_between_rules(tmp_path):
    rows = [["项目", "数量"], ["讲习班", "12"], ["网络研讨会", "30"]]
    path = draw_pdf(tmp_path / "a.pdf", [page(rows, (0, 1, 3), font=HAN)])
    assert cells_in(path) == [cell for row in rows for cell in row]


def test_cell_on_two_lines(tmp_path):
    rows = [
        ["Item", "Number", "Cost"],
        ["Training workshops", "12", "4,500"],
        ["in the regions", "", ""],
        ["Webinars", "30", "980"],
    ]
    found = cells_in(draw_pdf(tmp_path / "a.pdf", [page(rows, (0, 1, 4))]))
    assert found[3:] == [
        "Training workshops in the regions",
        "12",
        "4,500",
        "Webinars",
        "30",
        "980",
    ]


def test_empty_cell_and_row_of_its_own(tmp_path):
    rows = [["Item", "Number", "Cost"], ["of which women", "7", "12"], ["Webinars", "", "980"]]
    found = cells_in(draw_pdf(tmp_path / "a.pdf", [page(rows, (0, 1, 3))]))
    assert found == ["Item", "Number", "Cost", "of which women", "7", "12", "Webinars", "980"]


def test_text_between_rules_is_no_table(tmp_path):
    box = [Rule(85, 235, 500, 235), Rule(85, 272, 500, 272)]
    found = read_passages(
        draw_pdf(tmp_path / "a.pdf", [[*column(ABOVE, y=250), *box, *column(BELOW, y=300)]])
    )
    assert [(p.text, p.hint) for p in found] == [
        (" ".join(ABOVE), Hint.NONE),
        (" ".join(BELOW), Hint.NONE),
    ]


def test_numbered_lines_between_rules_are_no_table(tmp_path):
    lines = [["(a)", "To open the session;"], ["(b)", "To elect a chair;"], ["(c)", "To adjourn."]]
    assert not cells_in(draw_pdf(tmp_path / "a.pdf", [page(lines, (0, 3))]))


# Plain text


def kinds(text):
    return [(p.text, p.hint is Hint.CELL) for p in passages_of(text)]


TABLES = {
    "tabs": "Item\tNumber\nWorkshops\t12\nWebinars\t30",
    "spaces": "Item            Number\nWorkshops           12\nWebinars            30",
    "Chinese": "项目        数量\n讲习班        12\n网络研讨会    30",
    "full-width spaces": "项目　　　　数量\n讲习班　　　12\n研讨会　　　30",
}


@pytest.mark.parametrize("name", TABLES)
def test_rows_of_a_text_table(name):
    text = f"1. The Council met in the spring.\n\n{TABLES[name]}\n\n2. It took note of the report."
    found = kinds(text)
    assert [is_cell for _, is_cell in found] == [False, *[True] * 6, False]
    assert [cell for cell, _ in found[3:7]] == [
        *TABLES[name].split("\n")[1].split(),
        *TABLES[name].split()[4:6],
    ]


NO_TABLES = [
    "1.\tThe Council met.\n2.\tIt took note.",
    "(a)    To open the session;\n(b)    To elect a chair;",
    "•\tTo open the session;\n•\tTo elect a chair;",
    "The Council met.  It took note.\nThe towns met.  They left.",
    "One\ttwo\n\nThree\tfour",
    "United Nations        C/4/12\nDistr.: General",
    "Justified   text that spreads its words\nall over the   line to fill it",
    "    An indented line\n    and another",
]


@pytest.mark.parametrize("text", NO_TABLES)
def test_lines_that_are_no_table(text):
    assert not any(is_cell for _, is_cell in kinds(text))


def test_lines_are_neither_lost_nor_moved():
    lines = ["a", "b\tc", "d\te", "f", "g   h", "i\tj\tk", "l\tm\tn"]
    runs = list(split_tables(lines))
    assert [line for run, _ in runs for line in run] == lines
    assert [is_table for _, is_table in runs] == [False, True, False, True]
