"""The run of all checks over a file: order, progress, time."""

from __future__ import annotations

from tm.qa import CHECKS, check_pairs, pair_of


def told_of(count, codes):
    """Return what progress is told when checks called *codes* run over *count* pairs."""
    pairs = [pair_of("会议于5月闭幕。", "It closed in May.", number=n) for n in range(count)]
    told = []
    checks = {code: CHECKS[code] for code in codes}
    check_pairs(pairs, checks=checks, progress=lambda done, total: told.append((done, total)))
    return told


def test_progress_counts_the_pairs_to_the_last():
    assert told_of(600, ["number-differs"]) == [(256, 600), (512, 600), (600, 600)]


def test_checks_of_the_whole_file_are_steps_too():
    codes = ["number-differs", "source-two-ways", "half-width-mark"]
    assert told_of(300, codes) == [(256, 900), (300, 900), (600, 900), (900, 900)]


def test_checks_that_lack_their_knowledge_are_no_steps():
    assert told_of(2, ["number-differs", "text-omitted"]) == [(2, 2)]


def test_a_file_without_pairs_has_no_steps():
    assert told_of(0, ["number-differs"]) == []


def test_findings_come_in_the_order_of_the_pairs():
    texts = [("第5段。", "Paragraph 6."), ("报告。。", "Report."), ("第7段", "Paragraph 8")]
    pairs = [pair_of(zh, en, number=n) for n, (zh, en) in enumerate(texts)]
    found = check_pairs(pairs)
    assert [(one.unit, one.code) for one in found if one.severity != "note"] == [
        (0, "reference-differs"),
        (1, "doubled-mark"),
        (2, "reference-differs"),
    ]
