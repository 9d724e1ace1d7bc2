"""The checks of form: each firing and silent on good text, in both directions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pytest

from corpora.types import EN, ZH, Span
from tm.folding import simplified
from tm.qa.check import Knowledge
from tm.qa.finding import Family, Finding
from tm.qa.form import CHECKS
from tm.qa.pair import Pair, Side, pair_of
from tm.qa.run import check_pairs

BY_CODE = {check.code: check for check in CHECKS}


def codes_of(*pairs: Pair) -> list[str]:
    return [finding.code for finding in findings_of(pairs)]


def findings_of(pairs: Sequence[Pair]) -> list[Finding]:
    return check_pairs(pairs, Knowledge(), checks=BY_CODE)


def both_ways(zh: str, en: str) -> tuple[Pair, Pair]:
    return pair_of(zh, en), pair_of(en, zh, langs=("en", "zh"))


# Code, Chinese, English; one thing is wrong in one of them.
WRONG = [
    ("unpaired-mark", "秘书处编写了一份清单(见附件二。", "The secretariat prepared a list (see annex II)."),
    ("unpaired-mark", "预算已获核准。", "The budget (including staff costs was approved."),
    ("unpaired-mark", "《残疾人权利公约第九条适用。", "Article 9 of the Convention applies."),
    ("unpaired-mark", "会议主题是“水与和平。", "The theme was “Water and peace”."),
    ("unpaired-mark", "会议主题是“水与和平”。", 'The theme was "Water and peace.'),
    ("unpaired-mark", "所谓「绿色通道」已开放。", "The so-called “green lane is open."),
    ("unpaired-mark", "费用由主办国承担。", "The host country] bears the costs."),
    ("bracket-width", "两份报告（见附件)已分发。", "The two reports (see annex) were circulated."),
    ("half-width-mark", "据统计局的数据,失业率有所下降。", "According to the Bureau, unemployment fell."),
    ("half-width-mark", "工作组注意到这一请求.", "The working group took note of the request."),
    ("half-width-mark", "谁来承担费用?", "Who will bear the costs?"),
    ("half-width-mark", "议程如下:一项报告。", "The agenda is as follows: one report."),
    ("full-width-mark", "此外，还设立了一个信托基金。", "In addition， a trust fund was set up."),
    ("full-width-mark", "工作组注意到这一请求。", "The working group took note of the request。"),
    ("full-width-mark", "《残疾人权利公约》", "《Convention on the Rights of Persons with Disabilities》"),
    ("doubled-mark", "报告已提交。。", "The report was submitted."),
    ("doubled-mark", "为此，，设立了办事处。", "To that end, an office was set up."),
    ("doubled-mark", "为此，设立了办事处。", "To that end,, an office was set up."),
    ("doubled-mark", "报告已提交。", "The report was submitted.."),
    ("spaced-mark", "妇女署和劳工组织，以及其他机构", "UN-Women and ILO , and other entities"),
    ("spaced-mark", "报告已提交 。", "The report was submitted."),
    ("spaced-mark", "两国(见下文)", "Both States ( see below)"),
    ("chinese-gap", "各代表团同意这一建 议，会议随后休会。", "Delegations agreed, and the meeting was suspended."),
    ("double-space", "四名士兵越过边界。", "Four  soldiers crossed the border."),
    ("lost-space", "委员会，特别是主席", "The Committee,in particular the Chair"),
    ("lost-space", "会议休会。后来复会。", "The meeting was suspended.It resumed later."),
    ("doubled-english-word", "各代表团商定了案文。", "Delegations agreed on the the text."),
    ("doubled-english-word", "由主席主持会议。", "The meeting will be be chaired by the President."),
    ("doubled-english-word", "经主席同意", "With the consent of the President of the President"),
    ("doubled-english-word", "会议在日内瓦举行。", "The the session was held in Geneva."),
    ("doubled-english-word", "案文由委员会通过。", "It was adopted by the Committee Committee."),
    ("doubled-english-word", "（见附件）", "(the the annex, as amended)"),
    ("doubled-english-word", "主席同意。", "The Chair agreed, as did the the, in fact, Vice-Chair."),
    ("doubled-chinese-word", "这些方面的的工作进展缓慢。", "Work in these areas is slow."),
    ("doubled-chinese-word", "该国将将提交报告。", "The State will submit a report."),
    ("doubled-chinese-word", "主席表示表示感谢。", "The Chair expressed thanks."),
    ("doubled-chinese-word", "其其他成员未发言。", "Its other members did not speak."),
    ("doubled-chinese-word", "各国承诺承诺减少排放。", "States committed to cutting emissions."),
    ("question-differs", "谁来承担费用？", "The issue of who will bear the costs."),
    ("end-mark-missing", "会议于星期五闭幕，随后发表了公报。", "The meeting closed, and a communiqué followed"),
    ("end-mark-missing", "会议于星期五闭幕，随后发表了公报，", "It closed, and a communiqué followed."),
    ("end-mark-differs", "重申其承诺；", "Reaffirming its commitment,"),
    ("item-order", "(a)水；(c)能源；(b)粮食", "(a) Water; (b) energy; and (c) food"),
    ("item-order", "(a)水；(b)能源；(c)粮食", "(a) Water; (b) energy; and (d) food"),
    ("link-differs", "详见www.example.org/zh/reports。", "See www.example.org/en/report."),
    ("link-differs", "请联系info@example.org。", "Please contact the secretariat."),
    ("note-mark-differs", "第一份报告¹已发表。", "The first report has been issued."),
    ("note-mark-differs", "第一份报告已发表。", "The first report has been issued.[12]"),
    ("placeholder-differs", "共{count}项", "Items in all"),
    ("placeholder-differs", "已保存%s", "Saved"),
    ("control-character", "报告\x02已发表。", "The report has been issued."),
    ("invisible-character", "报告\u200b已发表。", "The report has been issued."),
    ("wrong-encoding", "科特迪瓦的报告", "The report of CÃ´te dâ€™Ivoire"),
    ("wrong-encoding", "锟斤拷报告", "The report"),
    ("lookalike-letter", "附件", "The аnnex"),
    ("mixed-script", "安全理事会关于这个问题的決議已经发给各国。", "The resolution was sent to all States."),
    ("quotes-differ", "她参观了“北极光”实验室。", "She visited the Northern Lights laboratory."),
    ("edge-space", "报告 ", "Report"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "zh", "en"), WRONG)
def test_wrong_text_is_found_in_both_directions(code, zh, en):
    for pair in both_ways(zh, en):
        assert codes_of(pair) == [code]


def test_every_check_is_shown_firing():
    elsewhere = {"source-spaced-mark", "codes-differ", "label-differs", "paragraph-order"}
    assert {code for code, _, _ in WRONG} | elsewhere == BY_CODE.keys()


# Right as they are, though a checker might think otherwise.
RIGHT = [
    ("第2341(2017)号决议(见附件)", "Resolution 2341 (2017) (see annex)"),
    ("（一）水；（二）能源", "(a) Water; (b) energy"),
    ("目 录", "Contents"),
    ("(a)在国家一级；(b)在(一)城市和(二)农村", "(a) At the national level; (b) in (i) towns and (ii) villages"),
    ("特设工作组关于第5 段和Rev.1 的建议，已获通过。", "The proposals on paragraph 5 and Rev.1, as adopted."),
    ("a) 水；b) 能源", "a) Water; b) energy"),
    ("他说：“我们同意（附带条件）。”", 'He said: "We agree (with conditions)."'),
    ("《儿童权利公约》", "Convention on the Rights of the Child"),
    ("共10 500人，占3,5%", "A total of 10,500 persons, or 3.5 per cent"),
    ("一. 导言", "I. Introduction"),
    ("十二. 其他事项", "XII. Other matters"),
    ("为了全人类，……彻底排除这种可能", "For all mankind ... to exclude that possibility"),
    ("双方——包括政府——同意。", "Both parties — including the Government — agreed."),
    ("真的吗？！", "Really?!"),
    ("联合国国别小组", "The United Nations country teams"),
    ("人人有权享有健康，往往却得不到。", "Everyone has the right to health, but is often denied it."),
    ("目的的实现有赖于和和平进程。", "The achievement of the aim depends on the peace process."),
    ("为了了解情况，他在在场人员中查问。", "To learn more, he asked those present."),
    ("2023年年会和2024年年底", "The annual session of 2023 and the end of 2024"),
    ("南南合作和非洲国家国防", "South-South cooperation and national defence in African States"),
    ("一步一步推进，非常非常慢", "Moving step by step, very very slowly"),
    ("帕果帕果国际机场", "Pago Pago International Airport"),
    ("他们已经有时间。", "They had had time."),
    ("该措施于2010年分阶段实施。", "The measure was phased in in 2010."),
    ("不时进行检查", "Inspections carried out from time to time to verify compliance"),
    ("定于上午10时举行，地点待定。", "To be held at 10 a.m., venue to be decided, at 11 a.m."),
    ("(a)水；", "(a) Water; and"),
    ("(a)水；以及", "(a) Water; and"),
    ("(a)水；和", "(a) Water;"),
    ("重申其承诺，并", "Reaffirming its commitment, and"),
    ("文件载于网站。", "The documents are on the website.3"),
    ("见www.un.org/zh/ga。", "See https://www.un.org/en/ga/."),
    ("面积为50km²", "An area of 50 km²"),
    ("安全理事會關於這個問題的決議", "The resolution of the Security Council on the issue"),
    ("科特迪瓦、圣多美", "Côte d’Ivoire, São Tomé"),
    ("经费占5%。", "Funding is 5% of the total."),
    ("第3(b)段和第5(a)段", "Paragraphs 3 (b) and 5 (a)"),
    ("他引用了《论语》。", "He quoted the Analects, 《论语》."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT)
def test_right_text_is_left_alone_in_both_directions(zh, en):
    for pair in both_ways(zh, en):
        shown = [f for f in findings_of([pair]) if f.severity != "note"]
        assert shown == []


def test_spans_stand_where_the_fault_is():
    pair = pair_of("报告已提交。", "The report was was submitted.")
    (finding,) = findings_of([pair])
    assert (finding.source_spans, finding.target_spans) == ((), (Span(11, 18),))
    assert finding.family is Family.FORM
    assert "was was" in finding.message


def test_traditional_characters_are_read_as_simplified_ones():
    for code, zh, en in WRONG:
        if code == "doubled-chinese-word":
            traditional = zh.translate(str.maketrans("进这国将该报员发", "進這國將該報員發"))
            assert simplified(traditional) == zh
            assert codes_of(pair_of(traditional, en)) == [code]


def test_a_quotation_over_several_segments_is_open_on_both_sides():
    for pair in both_ways("主席说：“我们同意。", 'The Chair said: "We agree.'):
        assert codes_of(pair) == []


def test_half_width_marks_that_are_the_habit_of_a_file_are_named_once():
    pairs = [
        pair_of("到2030年,确保人人健康", "By 2030, ensure health for all", number=n)
        for n in range(30)
    ]
    (finding,) = findings_of(pairs)
    assert finding.code == "half-width-mark"
    assert "30 of 30 texts" in finding.message
    few = pairs[:3]
    assert codes_of(*few) == ["half-width-mark"] * 3


def labelled(zh: str, en: str, number: int = 0) -> Pair:
    return Pair(number, Side("水", ZH, zh), Side("Water", EN, en))


@pytest.mark.parametrize(
    ("zh", "en"), [("A.", "B."), ("二、", "III."), ("(c)", "(d)"), ("12.", "13.")]
)
def test_labels_that_count_differently_are_found(zh, en):
    assert codes_of(labelled(zh, en)) == ["label-differs"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("一、", "A."),
        ("一、", "I."),
        ("（二）", "(b)"),
        ("（九）", "(i)"),
        ("•", "-"),
        ("", "3."),
        ("*", "1"),
    ],
)
def test_labels_that_count_the_same_are_left_alone(zh, en):
    assert codes_of(labelled(zh, en)) == []


def test_a_paragraph_number_out_of_order_is_found_once_per_side():
    numbers = ("11.", "12.", "31.", "14.", "15.")
    pairs = [labelled(n, n, at) for n, at in zip(numbers, count(), strict=False)]
    findings = findings_of(pairs)
    assert [(f.unit, f.code) for f in findings] == [(2, "paragraph-order")] * 2
    assert findings_of([labelled(n, n) for n in ("1.", "2.", "3.", "1.", "2.")]) == []


def coded(source: str, target: str) -> Pair:
    return Pair(0, Side("会议", ZH, "", source), Side("Meeting", EN, "", target))


def test_codes_that_were_lost_or_added_are_found():
    bold = '<bpt i="1" x="1">&lt;b&gt;</bpt>会议<ept i="1">&lt;/b&gt;</ept>'
    assert codes_of(coded(bold, "")) == ["codes-differ"]
    assert codes_of(coded("", bold)) == ["codes-differ"]
    assert codes_of(coded(bold, bold.replace("会议", "Meeting"))) == []
    moved = 'The <ph x="2"/>meeting <ph x="1"/>'
    assert codes_of(coded('<ph x="1"/>会议<ph x="2"/>', moved)) == []
