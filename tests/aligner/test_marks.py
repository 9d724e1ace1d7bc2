"""Quotation marks: counted on both sides, charged where they disagree."""

from __future__ import annotations

import numpy as np
import pytest

from aligner.marks import MOST, disagreement, marks_of
from aligner.score import Weights

ZH = ["他说：“走吧！”", "她没有回答。", "“你不去？”", "《宪章》第三条。"]
EN = ["‘Let’s go!’ he said.", "She didn't answer.", "“You aren't coming?”", "Article 3 of the Charter."]
PRICED = Weights(quote=0.1, end=1.0)


def test_apostrophes_are_no_quotation_marks():
    assert marks_of(["The States' reports didn’t arrive, said the boys’ teacher."]).quotes[0] == 0


@pytest.mark.parametrize(
    ("text", "count"), [("所谓‘人权’的概念", 2), ("他说'走吧'然后走了", 2), ("“‘好’字怎么写？”", 4)]
)
def test_a_chinese_quotation_closes_before_a_character(text, count):
    assert marks_of([text]).quotes[0] == count


@pytest.mark.parametrize("quoted", ["“是。”", "「是。」", '"Yes."', "‘Yes.’", "'Yes.' "])
def test_quotations_of_every_style_are_counted_and_end(quoted):
    marks = marks_of([quoted])
    assert marks.quotes[0] == 2
    assert marks.ends[0]


def test_pairs_that_agree_cost_nothing_and_the_others_do():
    cost = disagreement(marks_of(ZH), marks_of(EN), (1, 1), PRICED)
    assert cost.diagonal().tolist() == pytest.approx([1.0, 0, 0, 0])  # where he said stands
    assert cost[0, 1] == pytest.approx(0.2 + 1.0)


def test_a_run_has_the_marks_of_its_segments_and_the_end_of_its_last():
    cost = disagreement(marks_of(ZH), marks_of(EN), (2, 2), PRICED)
    assert cost[0, 0] == 0
    assert cost[1, 1] == 0


def test_however_many_marks_disagree_the_price_has_an_end():
    cost = disagreement(marks_of(["“”" * 20]), marks_of(["none"]), (1, 1), PRICED)
    assert cost[0, 0] == pytest.approx(MOST * 0.1 + 1.0)


def test_a_window_is_a_part():
    whole = marks_of(ZH).cut(1, 3)
    assert np.array_equal(whole.quotes, marks_of(ZH[1:3]).quotes)
    assert np.array_equal(whole.ends, marks_of(ZH[1:3]).ends)
