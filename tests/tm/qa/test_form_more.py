"""Checks of form on what a reviser tried: ends, spaces, encodings, marks that stand alone."""

from __future__ import annotations

import pytest

from tm.qa.check import Knowledge
from tm.qa.finding import Severity
from tm.qa.form import CHECKS
from tm.qa.pair import Pair, pair_of
from tm.qa.run import check_pairs

FORM = {check.code: check for check in CHECKS}


def codes_in(*pairs: Pair) -> list[str]:
    found = check_pairs(pairs, Knowledge(), checks=FORM)
    return [finding.code for finding in found if finding.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        (
            "end-mark-missing",
            "秘书处向各国代表团分发了经过订正的报告。",
            "The secretariat circulated the revised report to all delegations",
        ),
        ("wrong-encoding", "è¯¥æŠ¥å‘Šå·²åˆ†å\u008f‘", "The report was circulated"),
        ("wrong-encoding", "该报告", "è¯¥æŠ¥å‘Š"),
        ("mixed-script", "该報告已分发", "The report was circulated"),
        ("unpaired-mark", "书名为<‹长河>>", "The book is entitled The Long River"),
        ("chinese-gap", "第十二条规定，缔约 国应当报告。", "Article 12 says States shall report."),
    ],
)
def test_form_is_found(code, zh, en):
    assert code in codes_in(pair_of(zh, en))
    assert code in codes_in(pair_of(en, zh, langs=("en", "zh")))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("各国代表团的任务", "Tasks of the delegations of all States that took part."),
        ("第十二条\u3000缔约国应当提出报告。", "Article 12 Each party shall submit a report."),
        ("屏幕为10英寸。", 'The screen measures 10".'),
        ("屏幕为10英寸，键盘为8英寸。", 'The 10" screen has an 8" keyboard.'),
        ("科特迪瓦和圣多美", "Côte d’Ivoire and São Tomé"),
        ("該報告已分發給各國代表團", "The report was circulated to all delegations"),
        ("所有的后里干面都是简体", "All of them are simplified"),
    ],
)
def test_good_form_is_silent(zh, en):
    assert codes_in(pair_of(zh, en)) == []
    assert codes_in(pair_of(en, zh, langs=("en", "zh"))) == []


def test_spaced_marks_of_the_source_are_a_note_told_once():
    pairs = [
        pair_of(f"第{n} ( 2014 )号决议", f"resolution {n} (2014)", number=n) for n in range(10, 40)
    ]
    found = check_pairs(pairs, checks=FORM)
    (finding,) = [one for one in found if one.severity is Severity.NOTE]
    assert (finding.code, finding.unit) == ("source-spaced-mark", 10)
    assert finding.message.endswith("as in 30 of 30 texts")
    assert codes_in(*pairs) == []


def test_spaced_marks_of_the_target_are_told_each_or_once():
    good = [pair_of("委员会同意。", "The Committee agreed.", number=n) for n in range(90)]
    bad = [pair_of("委员会同意。", "The Committee agreed .", number=n) for n in range(90, 120)]
    assert codes_in(*good, *bad[:2]) == ["spaced-mark"] * 2
    assert codes_in(*good, *bad) == ["spaced-mark"]
