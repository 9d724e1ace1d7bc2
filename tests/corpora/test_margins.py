"""Running heads, feet and page numbers: found where they repeat, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import Text, column, draw_pdf

from corpora.margins import margins, page_of_total
from corpora.passages import Hint
from corpora.read import read_passages

TOWNS = ["Upper town", "Lower town", "Harbour", "Mill", "Bridge", "Castle"]


def bodies(count):
    """Four lines of body for each of *count* pages; no two are alike, figures aside."""
    for town in TOWNS[:count]:
        yield [
            f"{town} {what}" for what in ("met again", "sent a reply", "lost boxes", "thanked us")
        ]


def framed(heads, feet):
    return [[*h, *body, *f] for h, body, f in zip(heads, bodies(len(heads)), feet, strict=True)]


N = range(1, 7)
ODD = [n % 2 == 1 for n in N]
HEADS = {
    "symbol": [["C/4/12"]] * 6,
    "two lines": [["United Nations", "C/4/12"]] * 6,
    "left and right": [["C/4/12", "Survey of archives"] if odd else ["Survey of archives", "C/4/12"] for odd in ODD],
    "odd and even": [["Council of Harbour Towns"] if odd else ["Survey of archives"] for odd in ODD],
    "not on the first page": [[], *[["C/4/12"]] * 5],
    "another one on the first page": [["Distr.: General"], *[["C/4/12"]] * 5],
    "Chinese": [["港口城镇理事会"]] * 6,
    "none": [[]] * 6,
}  # fmt: skip
FEET = {
    "page": [[str(n)] for n in N],
    "page of all": [[f"{n}/21"] for n in N],
    "job number": [["V.19-00001"]] * 6,
    "job number left, page right": [[f"V.19-00001 {n}/21" if n % 2 else f"{n}/21 V.19-00001"] for n in N],
    "job number and page below": [["V.19-00001", f"{n}/21"] for n in N],
    "a dash on each side": [[f"- {n} -"] for n in N],
    "in words": [[f"Page {n} of 6"] for n in N],
    "in Chinese": [[f"第 {n} 页"] for n in N],
    "another one on the first page": [["V.19-00001 (E)"], *[[f"{n}/21"] for n in N[1:]]],
    "none": [[]] * 6,
}  # fmt: skip
# what stands once only is no furniture by repetition
ONCE = {"Distr.: General", "V.19-00001 (E)"}


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("head", HEADS)
def test_head_and_foot_are_found(head, foot):
    heads, feet = HEADS[head], FEET[foot]
    expected = [
        tuple(len([line for line in lines if line not in ONCE]) for lines in pair)
        for pair in zip(heads, feet, strict=True)
    ]
    assert margins(framed(heads, feet)) == expected


def test_second_page_turns_the_words_of_the_head_over():
    pages = framed([["A", "B"], ["B", "A"]], [[], []])
    assert margins(pages) == [(2, 0), (2, 0)]


def test_one_page_has_no_furniture():
    assert margins([["C/4/12", "Body.", "1"]]) == [(0, 0)]


def test_count_of_pages_needs_no_repetition():
    assert margins([["One.", "3/21"], ["Two."]]) == [(0, 1), (0, 0)]


def test_no_pages():
    assert margins([]) == []


def test_empty_pages_have_none():
    assert margins([["C/4/12", "One."], [], ["C/4/12", "Two."]]) == [(1, 0), (0, 0), (1, 0)]


def test_page_of_furniture_alone():
    found = margins([["C/4/12", "One.", "1"], ["C/4/12", "2"], ["C/4/12"]])
    assert [head + foot for head, foot in found] == [2, 2, 1]


def test_line_repeated_inside_the_page_is_body():
    pages = [[town, "Not applicable", *body] for town, body in zip(TOWNS, bodies(6), strict=True)]
    assert margins(pages) == [(0, 0)] * 6


def test_wording_twice_at_one_edge_counts_once():
    pages = [["Town", "Town", *body] for body in bodies(3)]
    assert margins(pages) == [(1, 0)] * 3


def test_few_pages_of_many_are_not_enough():
    """Two sections of a long report may begin alike at the head of a page."""
    pages = [[f"{chr(97 + n)}{chr(98 + n)} chapter", "Body"] for n in range(20)]
    pages[3][0] = pages[9][0] = "Summary of replies"
    assert margins(pages)[3][0] == margins(pages)[9][0] == 0


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3/21", (3, 21)),
        ("3 / 21", (3, 21)),
        ("V.19-00001 3/21", (3, 21)),
        ("3/21 V.19-00001", (3, 21)),
        ("22/21", None),
        ("0/21", None),
        ("resolution 73/187", None),
        ("73/187 and 74/247", None),
        ("C/4/12", None),
        ("", None),
    ],
)
def test_page_of_total(line, expected):
    assert page_of_total(line) == expected


@given(
    st.lists(st.lists(st.sampled_from(["A", "B", "1/9", "2", "C/4", "x"]), max_size=6), max_size=6)
)
def test_margins_never_claim_more_than_the_page_has(pages):
    found = margins(pages)
    assert len(found) == len(pages)
    for (head, foot), page in zip(found, pages, strict=True):
        assert min(head, foot) >= 0
        assert head + foot <= len(page)


def test_furniture_of_a_pdf(tmp_path):
    """Alternating sides, a first page of its own, the job number: all marked, the body is not."""
    towns = [
        " ".join([town, "sent a reply to the Council and counted its boxes again."])
        for town in TOWNS
    ]
    pages = [
        [
            *([Text(90 if n % 2 else 450, 50, "C/4/12", 9)] if n > 1 else []),
            *column([town]),
            Text(450 if n % 2 else 90, 800, f"{n}/6", 9),
            *([Text(90 if n % 2 else 400, 800, "V.19-00001", 9)]),
        ]
        for n, town in enumerate(towns, 1)
    ]  # fmt: skip
    found = read_passages(draw_pdf(tmp_path / "a.pdf", pages))
    assert [p.text for p in found if p.hint is Hint.NONE] == towns
    furniture = [p.text for p in found if p.hint is Hint.FURNITURE]
    assert furniture.count("C/4/12") == 5
    assert {"V.19-00001 1/6", "2/6 V.19-00001"} <= set(furniture)
