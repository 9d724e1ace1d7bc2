"""Beads given as texts, compared with gold that may print them a little differently."""

from __future__ import annotations

import pytest

from aligner.evaluation import evaluate
from aligner.textual import TextBead, _Stream, comparable, spans_of
from corpora.types import Span

GOLD = [
    TextBead("三. 结论", "III. Conclusions"),
    TextBead("12. 工作组通过了议程。", "12. The Working Group adopted its agenda."),
    TextBead("会议于下午六时散会。", ""),
    TextBead("主席感谢各位代表。主席宣布会议闭幕。", "The Chair thanked all and closed the meeting."),
]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("12. 工作组", "工作组"),
        ("12． 工作组", "工作组"),
        ("（a） 继续努力", "继续努力"),
        ("(iv) to continue", "tocontinue"),
        ("一、导言", "导言"),
        ("¹ See annex.", "Seeannex."),
        ("2019 年的会议", "2019年的会议"),
        ("I have a dream", "Ihaveadream"),
        ("A/RES/61/180号决议", "A/RES/61/180号决议"),
        ("12.5% of all cases", "12.5%ofallcases"),
    ],
)
def test_enumerators_and_spaces_do_not_count(text, bare):
    assert comparable(text) == bare


def test_result_without_enumerators_equals_gold_with_them():
    result = [
        TextBead("结论", "Conclusions"),
        TextBead("工作组通过了议程。", "The Working Group  adopted its agenda."),
        TextBead("主席感谢各位代表。 主席宣布会议闭幕。", "The Chair thanked all and closed the meeting."),
    ]
    assert evaluate(*spans_of(result, GOLD)).strict.f1 == 1.0


def test_a_bead_partly_outside_the_gold_is_wrong_and_one_wholly_outside_does_not_count():
    result = [
        TextBead("工作组通过了议程。", "The Working Group adopted something quite different."),
        TextBead("别的段落与金标准无关，不应计入。", "Another paragraph which the gold does not hold."),
    ]
    scores = evaluate(*spans_of(result, GOLD))
    assert (scores.strict.right, scores.strict.found) == (0, 1)


def test_half_of_a_gold_bead_is_lax_not_strict():
    result = [TextBead("主席感谢各位代表，并宣布", ""), TextBead("主席感谢各位代表。主席宣布会议闭幕。", "")]
    scores = evaluate(*spans_of(result[1:], GOLD))
    assert scores.strict.right == 0
    assert scores.null.found == 1


def test_a_text_that_repeats_counts_at_its_first_place():
    gold = [TextBead("导言", "Introduction"), TextBead("结论", "Conclusions"), TextBead("导言", "Introduction")]
    result = [TextBead("导言", "Introduction")] * 2 + [TextBead("结论", "Conclusions")]
    assert evaluate(*spans_of(result, gold)).strict.f1 == 1.0


def test_a_side_of_the_gold_is_not_searched_for():
    """Searching the whole gold for every bead takes the square of its length."""

    class Unsearched(str):
        __slots__ = ()

        def find(self, *_):
            raise AssertionError

    stream = _Stream(["工作组通过了议程。", "主席感谢各位代表，并宣布会议闭幕。"])
    stream.text = Unsearched(stream.text)
    assert stream.find("主席感谢各位代表，并宣布会议闭幕。") == Span(9, 26)
    assert stream.find("各位代表") is None
