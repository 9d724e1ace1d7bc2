"""PDFs drawn line by line: order, paragraphs, notes, marks and tables."""

import pytest
from printed import HAN, HEIGHT, WIDTH, Rule, Text, column, draw_pdf

from corpora.document import read_document
from corpora.languages import detect_lang
from corpora.layout import lay_out
from corpora.passages import Hint
from corpora.read import read_passages
from corpora.types import EN, Kind

BODY = [
    "The Council of Harbour Towns met in the spring and took note of the",
    "report on the state of the archives, which had been flooded twice.",
]
MORE = [
    "It asked the towns to count their boxes again before the next winter",
    "and to report what they had found to the Council without delay.",
]
ZH_BODY = [
    "港口城镇理事会于春季举行会议，审议了关于档案状况的报告，并",
    "请各城镇在下一个冬季之前重新清点箱子。",
]
FILLER = ["", *BODY, "", *MORE]  # gives a page its size of print and its leading


def passages(tmp_path, *pages):
    return read_passages(draw_pdf(tmp_path / "a.pdf", pages))


def texts(tmp_path, *pages):
    return [passage.text for passage in passages(tmp_path, *pages)]


def joined(lines):
    return " ".join(lines)


# Order


def test_lines_are_read_from_top_to_bottom_whatever_order_they_are_drawn_in(tmp_path):
    lines = column([*BODY, "", *MORE])
    assert texts(tmp_path, lines[::-1]) == [joined(BODY), joined(MORE)]


LEFT = [
    "The Council opened its fourth session in",
    "the upper town on a Monday; it elected a",
    "chair and took up the first item of the",
    "agenda on the second morning, when all",
    "its members were present and had before",
    "them the report on the archives and the",
]
RIGHT = [
    "replies of the towns, which the chair had",
    "asked for in the autumn. Three northern",
    "towns proposed a shared catalogue; the",
    "others wished to wait for the survey to",
    "be finished. In the end the proposal was",
    "adopted without a vote.",
]


def two_columns(*, y=140):
    return [*column(LEFT, x=90, y=y), *column(RIGHT, x=320, y=y)]


def test_two_columns_are_read_one_after_the_other(tmp_path):
    assert texts(tmp_path, two_columns()) == [joined(LEFT + RIGHT)]


def test_heading_over_two_columns_comes_first(tmp_path):
    heading = "Report of the Council of Harbour Towns on the state of the archives"
    page = [*two_columns(), Text(90, 110, heading, 13)]
    assert texts(tmp_path, page) == [heading, joined(LEFT + RIGHT)]


def test_heading_between_columns_cuts_them(tmp_path):
    heading = "Second part: what the towns replied to the questions of the Council"
    page = [*two_columns(), Text(90, 270, heading, 13), *two_columns(y=300)]
    assert texts(tmp_path, page) == [joined(LEFT + RIGHT), heading, joined(LEFT + RIGHT)]


def test_number_set_off_by_a_tab_stays_with_its_paragraph(tmp_path):
    page = [Text(90, 100, "12."), *column(BODY, x=130)]
    assert texts(tmp_path, page) == [f"12. {joined(BODY)}"]


def test_pages_are_counted_and_an_empty_one_too(tmp_path):
    found = passages(tmp_path, column(BODY), [], column(MORE))
    assert [(p.page, p.text) for p in found] == [(1, joined(BODY)), (3, joined(MORE))]


def test_progress_tells_of_every_page(tmp_path):
    told = []
    path = draw_pdf(tmp_path / "a.pdf", [column(BODY), [], column(MORE)])
    read_document(path, EN, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


# Paragraphs and headings


def _flat(*lines):
    """Lines with nothing between them but the usual leading."""
    return column(lines)


SHORT = "by the towns."
INDENTED = "It asked the towns to count their boxes before the winter"
FULL = "the archives, a question that it had left open at its last two sessions."
APART = {
    "spacing": (column([*BODY, "", *MORE]), [joined(BODY), joined(MORE)]),
    "indentation": (
        [*_flat(BODY[0], MORE[0], FULL), Text(110, 142, INDENTED), Text(90, 156, MORE[1])],
        [joined([BODY[0], MORE[0], FULL]), joined([INDENTED, MORE[1]])],
    ),
    "size": ([Text(90, 86, "State of the archives", 13), *column(BODY)], ["State of the archives", joined(BODY)]),
    "bold": (
        [Text(90, 86, "State of the archives", 10, "Times-Bold"), *column(BODY)],
        ["State of the archives", joined(BODY)],
    ),
    "short last line": (_flat(*BODY, SHORT, *MORE), [joined([*BODY, SHORT]), joined(MORE)]),
    "item": (_flat(*MORE[:1], FULL, f"(b) {INDENTED}"), [joined([MORE[0], FULL]), f"(b) {INDENTED}"]),
    "number": (
        _flat(f"1. {BODY[0]}", BODY[1], f"2. {MORE[0]}", MORE[1]),
        [f"1. {joined(BODY)}", f"2. {joined(MORE)}"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", APART)
def test_paragraphs_are_told_apart_by(tmp_path, case):
    page, expected = APART[case]
    assert texts(tmp_path, page) == expected


def test_hanging_number_keeps_its_indented_lines(tmp_path):
    page = [Text(90, 100, f"(a) {BODY[0]}"), Text(105, 114, BODY[1]), Text(105, 128, MORE[0])]
    assert texts(tmp_path, page) == [f"(a) {joined([*BODY, MORE[0]])}"]


def test_figure_at_the_start_of_a_full_line_is_no_number(tmp_path):
    lines = [BODY[0], "1204. The boxes had been counted by shelf and not by town", "12 times."]
    assert texts(tmp_path, column(lines)) == [joined(lines)]


# Words and characters


def test_hyphenation_is_undone_and_compounds_are_kept(tmp_path):
    lines = [
        "The follow-up to the survey was left to the towns, which asked for a con-",
        "ference of archivists; the Council took note of that wish and of the follow-",
        "up to the conference.",
    ]
    expected = (
        "The follow-up to the survey was left to the towns, which asked for a conference of "
        "archivists; the Council took note of that wish and of the follow-up to the conference."
    )
    assert texts(tmp_path, column(lines)) == [expected]


def test_chinese_lines_are_joined_without_spaces(tmp_path):
    assert texts(tmp_path, column(ZH_BODY, font=HAN)) == ["".join(ZH_BODY)]


@pytest.mark.parametrize("spread", [1, 3, 4.5])
def test_spread_chinese_has_no_stray_spaces(tmp_path, spread):
    lines = [Text(90, 100 + 14 * n, line, 10, HAN, spread) for n, line in enumerate(ZH_BODY)]
    assert texts(tmp_path, lines) == ["".join(ZH_BODY)]


def test_words_set_apart_without_space_characters(tmp_path):
    page = [*column(BODY, y=150), Text(90, 100, "Harbour"), Text(128, 100, "towns")]
    assert texts(tmp_path, page)[0] == "Harbour towns"


@pytest.mark.parametrize("share", [0.58, 0.65, 0.83], ids=["LibreOffice", "Word", "browser"])
def test_raised_figures_are_marks(tmp_path, share):
    x = 90 + 33.6  # behind "archives"
    page = [Text(90, 100, "archives"), Text(x, 96.5, "12", 10 * share), *column(BODY, y=150)]
    assert texts(tmp_path, page)[0] == "archives¹²"


def test_small_figures_on_the_line_or_below_it_are_no_marks(tmp_path):
    page = [
        Text(90, 100, "CO"),
        Text(104, 102, "2", 6),
        Text(107.2, 100, "7", 6),
        *column(BODY, y=150),
    ]
    assert texts(tmp_path, page)[0] == "CO27"


def test_bold_printed_twice_is_read_once(tmp_path):
    page = [
        *column(["Follow-up"], y=90),
        *column(["Follow-up"], x=90.3, y=90),
        *column(BODY, y=130),
    ]
    assert texts(tmp_path, page) == ["Follow-up", joined(BODY)]


def test_rotated_watermark_is_dropped(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(WIDTH, HEIGHT))
    canvas.setFont("Times-Roman", 10)
    for text in column(BODY):
        canvas.drawString(text.x, HEIGHT - text.y, text.text)
    canvas.translate(150, 650)
    canvas.rotate(45)
    canvas.setFont("Times-Roman", 60)
    canvas.drawString(0, 0, "ADVANCE COPY")
    canvas.save()
    assert [p.text for p in read_passages(tmp_path / "a.pdf")] == [joined(BODY)]


# Notes


NOTE = ["See the report of the Council on its third session, chapter", "II, section B."]
RULE = Rule(90, 700, 234, 700)


@pytest.mark.parametrize("mark", ["1 ", "* "])
@pytest.mark.parametrize(("rules", "size"), [([RULE], 10), ([], 8), ([RULE], 8)])
def test_note_at_the_foot(tmp_path, rules, size, mark):
    """The mark of a note is raised, as a star is by nature."""
    call = Text(90, 100, "archives"), Text(123.6, 96.5, mark.strip(), 6.0)
    note = column([mark + NOTE[0], NOTE[1]], y=715, step=1.2 * size, size=size)
    page = [*rules, *call, *column(FILLER, y=110), *note]
    found = passages(tmp_path, page)
    assert found[-1].hint is Hint.NOTE
    assert found[-1].text == ("¹ " if mark == "1 " else mark) + joined(NOTE)
    assert all(p.hint is Hint.NONE for p in found[:-1])


def raised(x, y, figure, size=10):
    return Text(x, y - 0.35 * size, figure, 0.6 * size)


def test_notes_are_cut_at_their_marks_and_stand_behind_the_body_of_their_page(tmp_path):
    notes = [raised(90, 715, "1", 8), Text(94, 715, "Ibid.", 8), raised(90, 726, "2", 8), Text(94, 726, "Ibid., para. 3.", 8)]  # fmt: skip
    found = passages(tmp_path, [*notes, RULE, *column(BODY)], column(MORE))
    assert [(p.page, p.hint, p.text) for p in found] == [
        (1, Hint.NONE, joined(BODY)),
        (1, Hint.NOTE, "¹ Ibid."),
        (1, Hint.NOTE, "² Ibid., para. 3."),
        (2, Hint.NONE, joined(MORE)),
    ]


def test_figure_at_the_start_of_a_line_inside_a_note_is_no_mark(tmp_path):
    note = ["1 The survey was sent to the towns in the autumn and came back on", "2 May."]
    calls = [
        Text(90, 80, "archives"),
        raised(123.6, 80, "1"),
        Text(140, 80, "boxes"),
        raised(163, 80, "2"),
    ]
    page = [*calls, *column(FILLER, y=95), RULE, *column(note, y=715)]
    assert passages(tmp_path, page)[-1].text == f"¹ {note[0][2:]} 2 May."


@pytest.mark.parametrize("rule", [RULE, Rule(90, 402, 185, 402)], ids=["alone", "under a heading"])
def test_short_rule_without_notes_below_makes_none(tmp_path, rule):
    page = [*column(BODY), Text(90, rule.y - 2, "Courses", 10), rule, *column(MORE, y=rule.y + 40)]
    assert {p.hint for p in passages(tmp_path, page)} == {Hint.NONE}


def test_small_print_without_a_mark_is_no_note(tmp_path):
    page = [*column([*BODY, *MORE]), *column(["Printed on recycled paper"], y=300, size=8)]
    assert passages(tmp_path, page)[-1].hint is Hint.NONE


# Tables


def grid(cells, *, y, width=150, height=40):
    """Draw a ruled table; every cell is a list of lines."""
    rows, columns = len(cells), len(cells[0])
    right, low = 90 + columns * width, y + rows * height
    yield from (Rule(90, y + n * height, right, y + n * height) for n in range(rows + 1))
    yield from (Rule(90 + n * width, y, 90 + n * width, low) for n in range(columns + 1))
    for n, row in enumerate(cells):
        for k, lines in enumerate(row):
            yield from column(lines, x=95 + k * width, y=y + 14 + n * height)


TABLE = [[["Town"], ["Boxes counted in", "the summer of 2021"]], [["Upper town"], ["1,204"]]]


def test_ruled_table_is_read_cell_by_cell(tmp_path):
    page = [*column(BODY), *grid(TABLE, y=400), *column(MORE, y=520)]
    found = passages(tmp_path, page)
    assert [p.text for p in found] == [
        joined(BODY), "Town", "Boxes counted in the summer of 2021", "Upper town", "1,204", joined(MORE),
    ]  # fmt: skip
    assert [p.hint is Hint.CELL for p in found] == [False, True, True, True, True, False]


def test_figure_below_the_lines_of_a_table_opens_no_note(tmp_path):
    page = [*column(BODY), *grid(TABLE, y=400, width=100), *column(["23 towns replied."], y=520)]
    assert passages(tmp_path, page)[-1].hint is Hint.NONE


def test_table_in_chinese(tmp_path):
    cells = [[["城镇"], ["二〇二一年夏季清", "点的箱子"]], [["上城"], ["1204"]]]
    marks = [
        Text(m.x, m.y, m.text, 10, HAN) if isinstance(m, Text) else m for m in grid(cells, y=400)
    ]
    found = passages(tmp_path, [*column(ZH_BODY, font=HAN), *marks])
    assert [p.text for p in found[1:]] == ["城镇", "二〇二一年夏季清点的箱子", "上城", "1204"]


# Pages


def test_paragraph_cut_by_a_page_break_is_one(tmp_path):
    """Between the halves stand a note, a running foot and a running head."""
    head, feet = [Text(90, 50, "C/4/7", 9)], [Text(90, 800, f"{n}/2", 9) for n in (1, 2)]
    note = [raised(90, 715, "1", 8), Text(94, 715, "Ibid., chapter III.", 8), RULE]
    first = [*head, *column([f"1. {BODY[0]}", BODY[1], "", f"2. {MORE[0]}"]), raised(366.5, 142, "1"), *note, feet[0]]  # fmt: skip
    second = [*head, *column([MORE[1], "", f"3. {LEFT[0]}", *LEFT[1:]]), feet[1]]
    found = passages(tmp_path, first, second)
    blocks = lay_out(found, detect_lang(" ".join(p.text for p in found)))
    assert [(b.label, b.text) for b in blocks if b.kind is Kind.PARAGRAPH] == [
        ("1.", joined(BODY)),
        ("2.", f"{MORE[0]}¹ {MORE[1]}"),
        ("3.", joined(LEFT)),
    ]
    assert [b.text for b in blocks if b.kind is Kind.FURNITURE] == ["C/4/7", "1/2", "C/4/7", "2/2"]
    assert [(b.label, b.text, b.page) for b in blocks if b.kind is Kind.NOTE] == [
        ("¹", "Ibid., chapter III.", 1)
    ]
