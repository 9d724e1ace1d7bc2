"""Notes and page furniture: what stands between and behind the paragraphs."""

import pytest
from reports import BODY, blocks, numbered

from corpora.types import Kind

NOTES = {
    "en": [
        ("1. The Board met.¹", "¹ Records, vol. 3."),
        ("1. The Board* met.", "* See the list below."),
        ("1. The Board met in three towns.1", "1 Records, vol. 3."),
        ("1. The Board [1] met.", "[1] Records, vol. 3."),
    ],
    "zh": [
        ("1. 理事会开会。¹", "¹ 记录，第三卷。"),
        ("1. 理事会*开会。", "* 名单见下文。"),
        ("1. 理事会在三个城镇开会。1", "1 记录，第三卷。"),
        ("1. 理事会[1]开会。", "[1] 记录，第三卷。"),
    ],
}


@pytest.mark.parametrize(
    ("code", "pair"), [(code, pair) for code, pairs in NOTES.items() for pair in pairs]
)
def test_notes_go_behind_the_body_with_their_mark(code, pair):
    text, note = pair
    found = blocks(code, [text, note, f"2. {BODY[code]}"])
    mark, _, words = note.partition(" ")
    assert [b.kind for b in found] == [Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.NOTE]
    assert (found[-1].label, found[-1].text) == (mark, words)


def test_a_figure_nothing_refers_to_marks_no_note():
    found = blocks(
        "en",
        [
            *numbered("en"),
            "12 Towns of the Council replied to the question on the cost of repairs.",
        ],
    )
    assert found[-1].kind is Kind.TEXT


def test_asterisks_in_a_row_are_bullets():
    found = blocks("en", [*numbered("en"), "* Boxes", "* Registers", "* Maps"])
    assert [b.kind for b in found[-3:]] == [Kind.ITEM] * 3


def test_notes_stand_behind_their_part():
    found = blocks(
        "en",
        [
            "1. The Board met.¹",
            "¹ Records, vol. 3.",
            f"2. {BODY['en']}",
            "Annex",
            f"1. {BODY['en']}",
        ],
    )
    assert [b.kind.value for b in found] == [
        "paragraph",
        "paragraph",
        "note",
        "heading",
        "paragraph",
    ]


def test_running_symbol_and_page_numbers_are_furniture():
    n = numbered("en")
    lines = ["C/4/7", n[0], "2", "C/4/7", n[1], "3", "C/4/7", n[2], "V.19-01234 4/21"]
    furniture = [b.text for b in blocks("en", lines) if b.kind is Kind.FURNITURE]
    assert furniture == ["C/4/7", "2", "C/4/7", "3", "C/4/7", "V.19-01234 4/21"]
