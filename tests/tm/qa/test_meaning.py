"""The checks of meaning: each firing and silent on good text, in both directions."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpora.types import Span
from tm.folding import simplified
from tm.qa.check import Knowledge
from tm.qa.finding import Family, Finding
from tm.qa.meaning import CHECKS
from tm.qa.meaning.scales import SCALES
from tm.qa.meaning.words import any_of
from tm.qa.pair import Pair, pair_of
from tm.qa.run import check_pairs

BY_CODE = {check.code: check for check in CHECKS}


def findings_of(pairs: Sequence[Pair]) -> list[Finding]:
    return check_pairs(pairs, Knowledge(), checks=BY_CODE)


def codes_of(pair: Pair) -> list[str]:
    return [finding.code for finding in findings_of([pair])]


def both_ways(zh: str, en: str) -> tuple[Pair, Pair]:
    return pair_of(zh, en), pair_of(en, zh, langs=("en", "zh"))


# Code, Chinese, English; one of them says what the other denies.
WRONG = [
    ("negation-differs", "该法规定雇主须提供书面合同。", "The law does not oblige employers to provide a written contract."),
    ("negation-differs", "委员会不建议修改该条款。", "The Committee recommends that the clause be amended."),
    ("negation-differs", "缔约国尚未批准该议定书。", "The State party has ratified the Protocol."),
    ("negation-differs", "代表团有权参加表决。", "The delegation cannot take part in the vote."),
    ("negation-differs", "目前有资料表明情况已改变。", "There is no information to show that the situation has changed."),
    ("negation-differs", "他们从未提出过申请。", "They applied on several occasions."),
    ("negation-differs", "法院裁定申诉人没有资格获得赔偿。", "The court ruled that the author was entitled to compensation."),
    ("negation-differs", "不平等现象依然存在，该政策却未得到审查。", "Inequalities persist, and the policy has been reviewed."),
    ("limit-reversed", "超过60%的受访者表示满意。", "Fewer than 60 per cent of respondents were satisfied."),
    ("limit-reversed", "不到3 000人返回家园。", "More than 3,000 persons returned home."),
    ("limit-reversed", "费用至少为20万美元。", "The costs amount to at most 200,000 dollars."),
    ("limit-reversed", "每次发言不超过五分钟。", "Each statement lasts at least five minutes."),
    ("opposite-word", "军费开支大幅增加。", "Military spending was reduced substantially."),
    ("opposite-word", "死亡率下降了一半。", "The mortality rate increased by half."),
    ("opposite-word", "该国经济形势恶化。", "The economic situation of the country improved."),
    ("opposite-word", "必须加快筹备工作。", "Preparations had to be slowed."),
    ("opposite-word", "冲突之前的局势", "The situation after the conflict"),
    ("opposite-word", "所有成员都同意。", "Some members agreed."),
    ("duty-differs", "主席必须回避。", "The Chair may withdraw."),
    ("opposite-word", "农产品进口税", "Taxes on agricultural exports"),
    ("opposite-word", "该国南部的三个省", "Three provinces in the north of the country"),
    ("opposite-word", "参与决策的妇女", "Men taking part in decision-making"),
    ("opposite-word", "上文第12段所述措施", "The measures described in paragraph 12 below"),
    ("opposite-word", "最高刑期为十年。", "The minimum sentence is ten years."),
    ("opposite-word", "大多数代表团支持这一提案。", "A majority of delegations opposed the proposal."),
    ("opposite-word", "卖方应于三日内交货。", "The buyer shall deliver the goods within three days."),
    ("opposite-word", "长期解决办法", "Short-term solutions"),
    # A negation that the other side has as part of a word.
    ("negation-differs", "该条款的含义清楚。", "The meaning of the clause is unclear."),
    ("negation-differs", "大多数建议已经落实。", "Most of the recommendations remain unimplemented."),
    ("negation-differs", "申请人能够提供证件。", "The applicant was unable to produce identity papers."),
    ("negation-differs", "工作组掌握了可靠的统计数字。", "The working group lacked reliable statistics."),
    ("negation-differs", "小组委员会同意公布报告。", "The Subcommittee refused to publish the report."),
    ("negation-differs", "秘书处没收到任何答复。", "The Secretariat received several replies."),
    ("negation-differs", "未采取任何后续措施。", "Follow-up measures were taken."),
    ("negation-differs", "并非每项请求都附有预算。", "Each request came with a budget."),
    # One negation of two is gone.
    ("negation-differs", "证人不愿作证，警方调查了此案。", "The witness did not wish to testify; the police did not investigate the case."),
    # Limits that stand behind the figure, or without one.
    ("limit-reversed", "报名者须年满18岁以上。", "Applicants must be under 18 years of age."),
    ("limit-reversed", "300多名代表出席了会议。", "Fewer than 300 representatives attended the meeting."),
    ("limit-reversed", "近200个城市加入了该网络。", "Over 200 cities have joined the network."),
    ("limit-reversed", "最多五个席位", "At least five seats"),
    ("limit-reversed", "不足10%的家庭", "Above 10 per cent of households"),
    # A figure that goes the other way, where both texts have words of both ways.
    ("figure-turned", "小麦产量减少了0.4%，玉米产量增加了3%。", "Wheat output grew by 0.4 per cent and maize output fell by 3 per cent."),
    ("figure-turned", "入學率上升2%，輟學率下降1.5%。", "Enrolment fell by 2 per cent and drop-out rose by 1.5 per cent."),
    # Duty against permission in the commonest frames.
    ("duty-differs", "理事会应设立一个工作组。", "The Council may establish a working group."),
    ("duty-differs", "大會應審議該項目。", "The Assembly may consider the item."),
    ("duty-differs", "主席可设立小组委员会。", "The Chair shall establish a subcommittee."),
    # Negations of several sentences do not hide each other.
    ("negation-differs", "他没有提出申诉。法院没有审查此案；检察官反对释放他，认为无此必要。", "He did not appeal. The court reviewed the case; the prosecutor did not object to his release, which he thought unnecessary."),
    ("negation-differs", "国家不得拒绝难民入境。", "The State may refuse entry to refugees."),
    # Times by days, limits behind the figure.
    ("opposite-word", "三十日后生效", "Taking effect 30 days earlier"),
    ("opposite-word", "三天前，谈判破裂。", "Three days later, the talks broke down."),
    ("opposite-word", "离境前须办理登记。", "Registration is required after the departure."),
    ("opposite-word", "付款须在交货后进行。", "Payment is due prior to delivery."),
    ("limit-reversed", "未滿十八歲者，應得父母同意。", "Persons over 18 shall have the consent of their parents."),
    ("limit-reversed", "损失率在5%以下。", "The loss rate is over 5 per cent."),
    ("limit-reversed", "40%以上的農戶", "Less than 40 per cent of farm households"),
    # Decisions, and the parties to them.
    ("opposite-word", "修正案被否决。", "The amendment was adopted."),
    ("opposite-word", "决议草案获得通过。", "The draft resolution was rejected."),
    ("opposite-word", "上诉被驳回。", "The appeal was upheld."),
    ("opposite-word", "该来文可予受理。", "The communication is inadmissible."),
    ("opposite-word", "該法合乎憲法。", "The law is unconstitutional."),
    ("opposite-word", "申诉有根据。", "The complaint is unfounded."),
    ("opposite-word", "会议于5月3日闭幕。", "The session opened on 3 May."),
    ("opposite-word", "自愿捐款", "Assessed contributions"),
    ("opposite-word", "双边援助", "Multilateral assistance"),
    ("opposite-word", "債權人有權提出異議。", "The debtor has the right to object."),
    ("opposite-word", "预算减半。", "The budget doubled."),
    ("opposite-word", "产量翻了一番。", "Output fell by half."),
    ("opposite-word", "申请一律免费处理。", "Some applications are processed free of charge."),
    ("opposite-word", "支出低于预算。", "Expenditure exceeded the budget."),
    ("opposite-word", "这会降低该机制的效力。", "This would improve the effectiveness of the mechanism."),
    ("opposite-word", "遏制失业率的增加", "Accelerate the growth of unemployment"),
    ("party-differs", "甲方應於三十日內付款。", "Party B shall pay within thirty days."),
    ("duty-differs", "该措施可能影响贸易。", "The measure shall affect trade."),
    ("limit-reversed", "该法案已待审四年多。", "The bill has been pending for less than four years."),
    ("limit-reversed", "三分之二以上的成員", "Less than two thirds of the members"),
    ("opposite-word", "报告发布后有显著增加", "A marked rise before the release of the report"),
    ("figure-turned", "标普500指数翻了一番，该指数增加了50%。", "The S&P 500 nearly doubled and the index decreased by 50 per cent."),
    ("duty-differs", "应适当注意性别均衡。", "Due regard may be given to gender balance."),
    # Opposites by field.
    ("opposite-word", "失业率升至9%。", "The unemployment rate fell to 9 per cent."),
    ("opposite-word", "出口价格回落。", "Export prices rose."),
    ("opposite-word", "城乡差距缩小。", "The gap between towns and villages widened."),
    ("opposite-word", "这些条件是不可接受的。", "These conditions are acceptable."),
    ("opposite-word", "资源不足", "Adequate resources"),
    ("opposite-word", "数据不准确。", "The data were accurate."),
    ("opposite-word", "该国进口机械。", "The country exports machinery."),
    ("opposite-word", "雇主应缴纳保险费。", "Employees shall pay the premium."),
    ("opposite-word", "非正式磋商", "Formal consultations"),
    ("opposite-word", "间接费用", "Direct costs"),
    ("opposite-word", "常设秘书处", "Temporary secretariat"),
    ("opposite-word", "谈判取得成功。", "The negotiations failed."),
    ("opposite-word", "法律禁止童工。", "The law permits child labour."),
    ("opposite-word", "被告获无罪释放。", "The accused was convicted."),
    ("opposite-word", "选举前，观察员抵达。", "After the elections, observers arrived."),
    ("opposite-word", "发达国家的承诺", "Commitments of developing countries"),
    ("opposite-word", "设立基金", "Abolishing the fund"),
    ("opposite-word", "遵守停火协定", "Violations of the ceasefire agreement"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "zh", "en"), WRONG)
def test_the_opposite_is_found_in_both_directions(code, zh, en):
    for pair in both_ways(zh, en):
        assert code in codes_of(pair)


def test_every_check_is_shown_firing():
    assert {code for code, _, _ in WRONG} == BY_CODE.keys()


# Right as they are: negation without a word of negation, opposites that say the same.
RIGHT = [
    ("主席无法出席会议。", "The Chair was unable to attend the meeting."),
    ("未经大会授权", "Without the authorization of the General Assembly"),
    ("这不仅影响儿童，也影响妇女。", "This affects not only children but also women."),
    ("不迟于2020年12月31日提交", "To be submitted no later than 31 December 2020"),
    ("两国的做法不同。", "The practice of the two States is not the same."),
    ("难民不得被强行遣返。", "Refugees must not be returned by force."),
    ("申请者不得不等待。", "Applicants had to wait."),
    ("数据不足。", "There were insufficient data."),
    ("除非双方同意，否则不得修改。", "It may be amended only if both parties agree."),
    ("报告没有提及费用。", "The report is silent on costs."),
    ("工作组尚未完成审查。", "The working group has yet to complete its review."),
    ("无论是否成员，均可参加。", "All may take part, whether or not they are members."),
    ("出售品编号：C.10.V.2", "Sales No. E.10.V.2"),
    ("他既不同意也不反对。", "He neither agreed nor objected."),
    ("会员国没有提出异议，也没有提出修正案。", "Member States raised no objection or amendment."),
    ("不断增加的需求", "Ever-growing needs"),
    ("该计划不切实际，成本不低于500万美元。", "The plan is unrealistic and costs no less than $5 million."),
    ("超过60%的受访者", "More than 60 per cent of respondents"),
    ("至少五名成员", "No fewer than five members"),
    ("18岁以下的儿童", "Children under 18 years of age"),
    ("不超过五分钟", "Not more than five minutes"),
    ("暂停期间不得逾6个月。", "The suspension shall not exceed six months."),
    ("保存期限不得少于5年。", "Records are kept for at least five years."),
    ("每班不超过25人。", "No class shall have more than 25 pupils."),
    ("不要擦拭，不要清洗。", "Don’t wipe it and don't wash it."),
    ("减少贫困，增加就业", "Reducing poverty and increasing employment"),
    ("改善了数据，减少了差错", "Data were improved and there were fewer errors"),
    ("失业率没有下降。", "Unemployment did not decrease."),
    ("北部和南部", "North and south"),
    ("所有权利，包括部分限制", "All rights, including some restrictions"),
    ("会议之前和会议期间", "Before and during the meeting"),
    ("可以而且必须采取行动。", "Action can and must be taken."),
    ("常驻代表临时代办", "The chargé d’affaires a.i. of the Permanent Mission"),
    ("妇女和男子享有平等权利。", "Men and women have equal rights."),
    ("不包括利比亚的数据", "Data exclude Libya"),
    ("含义不清楚。", "The meaning is unclear."),
    ("多数建议仍未落实。", "Most recommendations remain unimplemented."),
    ("秘书长立即采取行动。", "The Secretary-General acted without delay."),
    ("联合国大学和联合国志愿人员", "The United Nations University and United Nations Volunteers"),
    ("行为体违反了协定。", "The conduct of the actors was inconsistent with the agreement."),
    ("免费向学生提供午餐。", "Lunch is provided to pupils free of charge."),
    ("无障碍环境", "An accessible environment"),
    ("委员会对答复不满意。", "The Committee was dissatisfied with the reply."),
    ("每年多达200人", "Up to 200 persons a year"),
    ("近200个城市", "Almost 200 cities"),
    ("5岁以下儿童", "Children under the age of five"),
    ("300多名代表", "More than 300 representatives"),
    ("这种做法是不能接受的。", "This practice is not acceptable."),
    ("武装团体破坏该区域的稳定。", "Armed groups destabilize the region."),
    ("该决定不具约束力。", "The decision is not legally binding."),
    ("马来西亚东部沿海地区", "The eastern coast of Malaysia"),
    ("拒绝承认判决", "Refusal to recognize the judgment"),
    ("不允许进口此类产品。", "The import of such products is prohibited."),
    ("目前，工作仍在继续。", "Work continues after the pause."),
    ("委员会应每年举行两次会议，会议可采取现场或线上方式举行。", "The Committee shall meet twice a year, in person or online."),
    ("如竭尽努力仍未达成协商一致，则进行表决。", "If all efforts to reach consensus have been exhausted, a vote shall be taken."),
    ("当事人可于收到通知后十日内提出申诉。", "The party shall have ten days from receipt of the notice in which to appeal."),
    ("该数据不准确。", "The data are inaccurate."),
    ("该决议以12票赞成、0票反对获得通过。", "The resolution was adopted by 12 votes to none."),
    ("会员国将不遗余力支持该倡议。", "Member States will spare no effort to support the initiative."),
    ("委员会没有理由怀疑该陈述。", "The Committee has every reason to believe the statement."),
    ("委员会没有理由怀疑该陈述。", "The Committee has no reason to doubt the statement."),
    ("两者没有很大差异。", "The two are virtually indistinguishable."),
    ("该条约至少要到2025年才能生效。", "The treaty will not enter into force until 2025 at the earliest."),
    ("无需填写表格，告诉工作人员即可。", "Just tell the staff."),
    ("尽可能不要外出。", "Stay home as much as possible."),
    ("为减轻影响，需要采取其他措施。", "Additional measures are needed to cushion the impact."),
    ("委员任期三年，可连选连任。", "Members shall serve for three years and shall be eligible for re-election."),
    ("15至24岁青年的失业率", "The unemployment rate among those aged 15–24"),
    ("谈判失败后，其继任者辞职。", "After the talks collapsed, his successor resigned."),
    ("未爆弹药的排除工作", "Clearance of unexploded ordnance"),
    ("对医疗物资的需求", "Demand for medical supplies"),
    ("非經主管機關許可，不得輸入。", "Import requires the permission of the competent authority."),
    ("非经大会同意，不得修改本章程。", "This Statute may be amended only with the consent of the Assembly."),
    ("出口减少了0.4％，进口增加了3％。", "Exports decreased by 0.4 per cent and imports increased by 3 per cent."),
    ("应区域集团的请求，主席可召开会议。", "At the request of a regional group, the Chair may convene a meeting."),
    ("甲方应向乙方支付货款。", "Party A shall pay Party B for the goods."),
    ("甲方应支付货款。", "The buyer shall pay for the goods."),
    ("每个单元不要超过20分钟。", "No unit should be more than 20 minutes long."),
    ("同時開會的小組不超過兩個。", "No more than two groups shall meet at the same time."),
    ("关闭所有公共交通", "All public transport was stopped."),
    ("佩戴外科口罩可减少飞沫。", "Surgical masks can limit droplets."),
    ("会费缴纳最多的国家，至少三个在亚洲。", "At least three of the countries that pay the most are in Asia."),
    ("疫情可能长达两年，已有300多个城市报告。", "The epidemic could last up to two years; 300-odd cities have reported."),
    ("撤回提案应先征得连署人同意。", "No proposal shall be withdrawn without the consent of the co-signatories."),
    ("辭職應經院長核可後始生效力。", "A resignation does not take effect until the president’s approval."),
    ("您是不是需要帮助？", "Do you need help?"),
    ("需求增加，供应减少", "Demand increased while supply was reduced"),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), RIGHT)
def test_right_text_is_left_alone_in_both_directions(zh, en):
    for pair in both_ways(zh, en):
        assert [finding.message for finding in findings_of([pair])] == []


def test_both_sides_of_the_evidence_are_shown():
    (finding,) = findings_of([pair_of("军费增加。", "Military spending was reduced.")])
    assert finding.source_spans == (Span(2, 4),)
    assert finding.target_spans == (Span(22, 29),)
    assert finding.message == "增加 against “reduced”: increase and decrease"
    assert finding.family is Family.MEANING


def test_a_negation_is_shown_where_it_stands():
    (finding,) = findings_of([pair_of("该法要求登记。", "The law does not require registration.")])
    assert (finding.source_spans, finding.target_spans) == ((), (Span(13, 16),))


def test_traditional_characters_are_read_as_simplified_ones():
    zh = "軍費開支大幅增加，超過預算。"
    assert simplified(zh) == "军费开支大幅增加，超过预算。"
    assert codes_of(pair_of(zh, "Military spending was reduced.")) == ["opposite-word"]
    assert codes_of(pair_of("應當審議該提案。", "The proposal should not be considered.")) == [
        "negation-differs"
    ]


def test_a_side_without_text_is_left_to_other_checks():
    for pair in both_ways("不得修改。", ""):
        assert codes_of(pair) == []


def test_scales_have_words_at_both_poles_and_none_at_both():
    for first, second in SCALES.values():
        assert all((first.zh, first.en, second.zh, second.en))
        assert not first.zh & second.zh
        assert not first.en & second.en


def test_the_longest_of_several_words_is_matched():
    import re

    assert re.match(any_of(["不", "不得", "不得不"]), "不得不走")[0] == "不得不"
    assert re.fullmatch(any_of(["a.b"]), "axb") is None
