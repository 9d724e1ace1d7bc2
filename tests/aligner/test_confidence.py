"""Probabilities and the reasons that go with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aligner.confidence import Evidence, judge, number_agreement

GOOD = Evidence(share=0.999, score=0.6, length=0.05, numbers=1.0, anchor="paragraph 12", shape=(1, 1))


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("共有2,965个案例", "2,965 cases in all", 1.0),
        ("没有数字", "no figures", 1.0),
        ("第12至15段", "paragraphs 12 to 14", 1 / 3),
        ("有３个国家", "3 countries", 1.0),
        ("2018年", "the year before", 0.0),
    ],
)
def test_number_agreement_is_the_share_of_figures_on_both_sides(one, other, agreement):
    assert number_agreement(one, other) == pytest.approx(agreement)


@pytest.mark.parametrize(
    "words",
    ["六个国家", "第六届会议", "十二国", "3万人", "百分之六", "Twelve States", "the sixth session",
     "its twentieth year", "nineteen"],
)  # fmt: skip
def test_a_number_in_words_is_not_held_against_the_figure(words):
    assert number_agreement("6", words) >= 0.5


@pytest.mark.parametrize(
    "words",
    ["一般而言", "统一的制度", "一个国家", "十分重要", "千方百计",
     "with both", "the health of the north, month by month", "a canteen", "his wealth"],
)  # fmt: skip
def test_words_that_look_like_numbers_excuse_no_missing_figure(words):
    assert number_agreement("6", words) == 0


def test_good_evidence_gives_a_high_probability_and_only_its_anchor_as_reason():
    probability, reasons = judge(GOOD)
    assert probability > 0.95
    assert reasons == ("paragraph 12",)


@pytest.mark.parametrize(
    ("worse", "reason"),
    [
        (replace(GOOD, share=0.5), "another cut"),
        (replace(GOOD, length=1.2), "length off by a factor of 3.3"),
        (replace(GOOD, numbers=0.5), "only 50% of the figures"),
        (replace(GOOD, score=0.05, share=0.6), "little meaning in common"),
    ],
)
def test_each_weakness_lowers_the_probability_and_is_named(worse, reason):
    probability, reasons = judge(worse)
    assert probability < judge(GOOD)[0]
    assert any(found.startswith(reason) for found in reasons)


def test_a_null_says_that_it_has_no_counterpart():
    probability, reasons = judge(replace(GOOD, shape=(1, 0)))
    assert 0 < probability < 1
    assert "no counterpart found" in reasons


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_probabilities_stay_inside_0_and_1(share):
    assert 0 < judge(replace(GOOD, share=share))[0] <= 1
