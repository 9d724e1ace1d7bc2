"""Paragraph numbers that are missing, doubled, misprinted or reused by headings and lists."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.layout import lay_out
from corpora.numbering import Candidate, paragraph_chain
from corpora.passages import Passage
from corpora.types import LANGS, Kind

BODIES = {
    "en": [
        "The Board reviewed the state of the harbour archives and asked for a new survey.",
        "Three member towns reported that their registers had been moved to safer rooms.",
        "The Secretariat held two courses for archivists, which 64 people attended.",
        "It was agreed that the survey should be repeated every second year.",
        "No town has yet replied to the question on the cost of repairs.",
    ],
    "zh": [
        "理事会审查了港口档案的状况，并要求进行一次新的调查。",
        "三个成员城镇报告说，它们的登记册已经转移到更安全的房间。",
        "秘书处为档案员举办了两期培训班，共有64人参加。",
        "会议商定，调查应当每两年重复一次，结果应予公布。",
        "迄今为止，还没有任何城镇答复关于修缮费用的问题。",
    ],
}
HEADINGS = {
    "en": ["I. Introduction", "A. Archives", "1. Harbour records", "2. Town records", "B. Courses"],
    "zh": ["一. 引言", "A. 档案", "1. 港口档案", "2. 城镇档案", "B. 培训"],
}
LISTS = {
    "en": [
        "To count the boxes in every room of the archives;",
        "To list the titles of the registers;",
        "To report on what is missing.",
    ],
    "zh": ["清点档案馆每个房间里的箱子；", "列出登记册的名称；", "报告缺失的档案。"],
}
both = pytest.mark.parametrize("code", list(LANGS))


def paragraphs(code, labels, sep=" "):
    """Write a paragraph under each of *labels*; an empty one has no number."""
    bodies = BODIES[code]
    return [
        f"{label}{sep if label else ''}{bodies[i % len(bodies)]}" for i, label in enumerate(labels)
    ]


def laid_out(code, lines):
    return lay_out([Passage(line) for line in lines], LANGS[code])


def numbered(code, lines):
    """Label and number of every numbered paragraph."""
    return [(b.label, b.paragraph) for b in laid_out(code, lines) if b.kind is Kind.PARAGRAPH]


def points(*numbers):
    return [f"{number}." for number in numbers]


def as_printed(*numbers):
    return [(f"{number}.", str(number)) for number in numbers]


@both
def test_headings_reuse_the_numbers_of_paragraphs(code):
    texts, heads = paragraphs(code, points(*range(1, 9))), HEADINGS[code]
    lines = [
        heads[0],
        *texts[:2],
        *heads[1:3],
        *texts[2:4],
        heads[3],
        *texts[4:6],
        heads[4],
        *texts[6:],
    ]
    blocks = laid_out(code, lines)
    assert numbered(code, lines) == as_printed(*range(1, 9))
    headings = [(b.level, b.label) for b in blocks if b.kind is Kind.HEADING]
    assert headings == [(1, heads[0].split()[0]), (2, "A."), (3, "1."), (3, "2."), (2, "B.")]


@both
def test_headings_and_paragraphs_numbered_in_one_style(code):
    texts, heads = paragraphs(code, points(*range(1, 7))), HEADINGS[code]
    lines = [heads[2], *texts[:2], heads[3], *texts[2:]]
    assert numbered(code, lines) == as_printed(*range(1, 7))
    assert [b.label for b in laid_out(code, lines) if b.kind is Kind.HEADING] == ["1.", "2."]


MISPRINTS = {
    "one left out": (["1.", "2.", "4.", "5."], [1, 2, 4, 5]),
    "doubled": (["1.", "2.", "2.", "4.", "5."], [1, 2, 3, 4, 5]),
    "doubled, counting goes on": (["1.", "2.", "2.", "3.", "4."], [1, 2, 2, 3, 4]),
    "digits swapped, too large": (points(20, 21, 22, 32, 24, 25), range(20, 26)),
    "digits swapped, far too large": (points(12, 13, 41, 15, 16), range(12, 17)),
    "digits swapped, too small": (points(30, 31, 23, 33, 34), range(30, 35)),
    "first wrong": (points(7, 2, 3, 4, 5), range(1, 6)),
    "last wrong": (points(1, 2, 3, 4, 50), [1, 2, 3, 4, 5]),
    "two neighbours swapped": (points(1, 2, 4, 3, 5, 6), [1, 2, 4, 3, 5, 6]),
    "two wrong in a row": (points(10, 11, 21, 31, 14, 15), range(10, 16)),
    "point lost": (["9.", "10.", "11", "12.", "13."], range(9, 14)),
    "letter for a digit": (["9.", "10.", "1l.", "12.", "13."], range(9, 14)),
    "letter first": (["10.", "11.", "l2.", "13.", "14."], range(10, 15)),
    "number lost": (["9.", "10.", "", "12.", "13."], range(9, 14)),
    "two lost in a row": (["9.", "10.", "", "", "13."], range(9, 14)),
}


@both
@pytest.mark.parametrize("case", MISPRINTS)
def test_misprinted_number(code, case):
    labels, wanted = MISPRINTS[case]
    found = numbered(code, paragraphs(code, labels))
    assert [number for _, number in found] == [str(number) for number in wanted]


@both
@pytest.mark.parametrize("label", ["l2.", "12"])
def test_misread_number_becomes_the_label(code, label):
    lines = paragraphs(code, ["10.", "11.", label, "13."])
    block = laid_out(code, lines)[2]
    assert (block.label, block.paragraph, block.text) == (label, "12", BODIES[code][2])


@both
def test_a_lost_number_is_not_guessed_when_two_paragraphs_could_have_it(code):
    found = numbered(code, paragraphs(code, ["9.", "10.", "", "", "12.", "13."]))
    assert found == as_printed(9, 10, 12, 13)


def test_a_pronoun_is_not_taken_for_a_misread_number():
    lines = [
        *paragraphs("en", points(1, 2)),
        "I have seen the harbour archives and asked for a new survey.",
        "4. Thanks were given to the host town for the use of its hall.",
    ]
    assert laid_out("en", lines)[2].text.startswith("I have")


@both
def test_lists_restart_inside_and_after_paragraphs(code):
    steps = [f"{i}. {step}" for i, step in enumerate(LISTS[code], 1)]
    texts = paragraphs(code, points(*range(1, 8)))
    lines = [*texts[:5], *steps, *texts[5:], *steps]
    blocks = laid_out(code, lines)
    assert numbered(code, lines) == as_printed(*range(1, 8))
    items = [(b.label, b.paragraph) for b in blocks if b.kind is Kind.ITEM]
    assert items == [(f"{i}.", n) for n in ("5", "7") for i in (1, 2, 3)]


FIGURES = {
    "en": [
        "2019. That was the year in which the archives were moved to the upper town.",
        "100. This is the number of boxes that were lost in the flood of that spring.",
    ],
    "zh": [
        "2019. 那一年档案迁到了上城的新库房，由理事会保管。",
        "100. 这是那年春天洪水中遗失的箱子数目，至今没有找回。",
    ],
}


@both
def test_a_year_or_a_figure_at_the_head_is_no_number(code):
    one, two, three = paragraphs(code, points(1, 2, 3))
    lines = [one, FIGURES[code][0], two, FIGURES[code][1], three]
    assert numbered(code, lines) == as_printed(1, 2, 3)
    assert [b.text for b in laid_out(code, lines) if b.kind is Kind.TEXT] == FIGURES[code]


@both
def test_a_figure_after_the_number_stays_in_the_text(code):
    figures = {
        "en": [
            "2019 was the year of the move to the upper town.",
            "100 boxes were lost in the flood of that spring.",
        ],
        "zh": [
            "2019年，档案迁到了上城的新库房，由理事会保管。",
            "100个箱子在那年春天的洪水中遗失，至今没有找回。",
        ],
    }[code]
    blocks = laid_out(code, [*paragraphs(code, points(1)), f"2. {figures[0]}", f"3. {figures[1]}"])
    assert [b.text for b in blocks[1:]] == figures


@both
@pytest.mark.parametrize(
    ("label", "sep"), [("{}.", " "), ("{}、", ""), ("{}．", ""), ("第{}段", " ")]
)
def test_styles_of_numbers(code, label, sep):
    lines = paragraphs(code, [label.format(n) for n in range(9, 13)], sep)
    assert [number for _, number in numbered(code, lines)] == ["9", "10", "11", "12"]


def test_full_width_digits():
    assert numbered("zh", paragraphs("zh", ["９．", "１０．", "11．"], "")) == [
        ("９．", "9"),
        ("１０．", "10"),
        ("11．", "11"),
    ]


@both
def test_annexes_number_afresh(code):
    openings = {"en": ["Annex I", "Annex II"], "zh": ["附件一", "附件二"]}[code]
    texts = paragraphs(code, points(1, 2, 3))
    found = numbered(code, [*texts, openings[0], *texts[:2], openings[1], *texts])
    wanted = ["1", "2", "3", "annex 1/1", "annex 1/2", "annex 2/1", "annex 2/2", "annex 2/3"]
    assert [number for _, number in found] == wanted


@both
def test_articles_count_where_nothing_else_does(code):
    word = {"en": "Article {}", "zh": "第{}条"}[code]
    found = numbered(code, paragraphs(code, [word.format(n) for n in (1, 2, 3)]))
    assert [number for _, number in found] == ["1", "2", "3"]


@both
def test_one_paragraph_keeps_its_number(code):
    assert numbered(code, paragraphs(code, ["14."])) == as_printed(14)


@both
def test_prose_has_no_numbers(code):
    blocks = laid_out(code, BODIES[code])
    assert [(b.kind, b.text) for b in blocks] == [(Kind.TEXT, text) for text in BODIES[code]]


def chain_weight(chain):
    """What a chain is worth, by the definition: weights less the price of its gaps."""
    if not chain:
        return 0.0
    price = min(0.1 * (chain[0].value - 1), 1.0)
    for one, other in pairwise(chain):
        price += min(0.3 * (other.value - one.value - 1), 3.0)
    return sum(c.weight for c in chain) - price


candidates = st.lists(st.tuples(st.integers(1, 60), st.booleans()), max_size=9).map(
    lambda found: [Candidate(i, value, is_body) for i, (value, is_body) in enumerate(found)]
)


@given(candidates)
def test_chain_is_as_heavy_as_the_best_of_all(found):
    chain = paragraph_chain(found)
    assert all(a.at < b.at and a.value < b.value for a, b in pairwise(chain))
    best = max(
        (
            chain_weight(some)
            for size in range(1, len(found) + 1)
            for some in combinations(found, size)
            if all(a.value < b.value for a, b in pairwise(some))
        ),
        default=0.0,
    )
    assert chain_weight(chain) == pytest.approx(best)
