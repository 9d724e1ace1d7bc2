"""The term base against a translation: preferred terms missing, avoided ones used."""

from __future__ import annotations

import pytest

from aligner import load_encoder
from tm.qa import CHECKS, Knowledge, check_pairs, pair_of
from tm.terms.concept import Concept, Term

PAIRS = [
    ("安全理事会", "Security Council"),
    ("安理会", "Security Council"),
    ("大会", "General Assembly"),
    ("会员国", "Member States"),
    ("成员国", "member States"),
    ("缔约国", "States parties"),
    ("秘书长", "Secretary-General"),
    ("秘书长特别代表", "Special Representative of the Secretary-General"),
    ("观察员地位", "observer status"),
    ("国别报告员", "country rapporteur"),
    ("普惠制", "generalized system of preferences"),
    ("委员会委员", "members of the Commission"),
    ("维持和平行动", "peacekeeping operations"),
    ("维和行动", "peacekeeping operations"),
    ("国际原子能机构", "IAEA"),
    ("出口信贷", "export credits"),
    ("劳工组织", "Labour Organisation"),
    ("工作文件", "working paper"),
    ("检察官", "Prosecutor"),
]
BASE = Knowledge(tuple(Concept((Term("zh", zh), Term("en", en))) for zh, en in PAIRS))

WRONG = [  # zh, en: a word that the base has not
    ("古巴代表团申请观察员地位。", "The delegation of Cuba applied for the position of onlooker."),
    ("安全理事会第五次会议", "Fifth meeting of the Safety Board"),
    ("请秘书长提出报告。", "Requests the General Secretary to submit a report."),
    ("各国提供出口信贷。", "States grant exporting loans."),
    ("国别报告员说明了情况。", "The national reporter described the situation."),
    ("工作文件已分发。", "The labour document was distributed."),
    ("維持和平行動經費的籌措", "Financing of the peace-maintaining missions"),
]
WRONG_ZH = [  # en, zh
    ("The Security Council met in private.", "安全保障会举行了非公开会议。"),
    ("It was granted observer status.", "它获得了观察者身份。"),
    ("Report on export credits", "關於輸出信用的報告"),
    ("The Secretary-General opened the meeting.", "总书记宣布会议开幕。"),
    ("Peacekeeping operations in Africa", "非洲的和平保持行动"),
    ("Both country rapporteurs agreed.", "两名国家汇报员都同意。"),
    ("A working paper was circulated.", "分发了一份工作文书。"),
]
RIGHT = [  # zh, en: as a professional translates
    ("安理会第五次会议", "Fifth meeting of the Security Council"),
    ("主席团扩大会议", "the enlarged meeting of the officers"),
    ("安理会还决定延长任务期限。", "The Council also decided to extend the mandate."),
    ("安全理事會通過了該決議。", "The resolution was adopted by the Council."),
    (
        "请秘书长及其工作人员予以合作。",
        "The Secretary-General and his staff are requested to cooperate.",
    ),
    ("秘书长苏丹问题特别代表", "Special Representative of the Secretary-General for the Sudan"),
    ("给予观察员地位", "Granting of the status of observer"),
    ("各委员会委员均已出席。", "All Commission members attended."),
    ("会员国的摊款", "Assessments on States Members of the Organization"),
    ("该组织成员国", "members of the organization"),
    ("缔约国应提交报告。", "The Parties shall submit reports."),
    ("维和行动", "peace-keeping operation"),
    ("联合国的维和行动", "United Nations efforts in peacekeeping"),
    ("国际原子能机构总干事", "Director General of the Agency"),
    ("国际原子能机构的保障监督", "safeguards of the International Atomic Energy Agency"),
    ("普惠制的受惠国", "beneficiaries of the GSP"),
    ("国际劳工组织", "International Labor Organization"),
    ("世界保护土著语言大会", "World Conference on the Protection of Indigenous Languages"),
    ("出口信贷和其他贷款", "export and other credits"),
    (
        "国际原子能机构2021年培训了各国视察员，并提供设备。",
        "In 2021, inspectors of many countries were trained and the necessary equipment was provided.",
    ),
    (
        "国际原子能机构还为120名视察员提供了培训。",
        "In the same year, the organization also provided training to a total of 120 inspectors.",
    ),
    ("检察官指出，检察官无权上诉。", "The Prosecutor stated that she had no right of appeal."),
]
RIGHT_ZH = [  # en, zh
    ("The Security Council met.", "安理会举行了会议。"),
    ("Recalling the resolutions of the Security Council", "回顾理事会的各项决议"),
    ("The Special Representative of the Secretary-General", "秘书长利比亚问题特别代表"),
    ("all Member States", "所有成员国"),
    ("Peacekeeping operations", "維和行動"),
    ("working papers", "各項工作文件"),
    ("who prosecutes", "谁来起诉"),
    ("The bill was amended in general assembly.", "该法案由全体议员修正。"),
]


def codes(source, target, langs, knowledge=BASE):
    checks = {code: CHECKS[code] for code in ("term-missing", "term-avoided")}
    return [
        f.code
        for f in check_pairs([pair_of(source, target, langs=langs)], knowledge, checks=checks)
    ]


@pytest.mark.parametrize(("zh", "en"), WRONG)
def test_another_word_in_english(zh, en):
    assert codes(zh, en, ("zh", "en")) == ["term-missing"]


@pytest.mark.parametrize(("en", "zh"), WRONG_ZH)
def test_another_word_in_chinese(en, zh):
    assert codes(en, zh, ("en", "zh")) == ["term-missing"]


@pytest.mark.parametrize(("zh", "en"), RIGHT)
def test_silent_on_right_english(zh, en):
    assert codes(zh, en, ("zh", "en")) == []


@pytest.mark.parametrize(("en", "zh"), RIGHT_ZH)
def test_silent_on_right_chinese(en, zh):
    assert codes(en, zh, ("en", "zh")) == []


def test_says_what_the_base_has_and_where_the_term_stands():
    pair = pair_of("安理会和大会", "The Safety Board and the Gathering")
    found = check_pairs([pair], BASE, checks={"term-missing": CHECKS["term-missing"]})
    assert [f.message for f in found] == [
        "安理会 is Security Council in the term base; the target does not have it",
        "大会 is General Assembly in the term base; the target does not have it",
    ]
    assert [[pair.source.text[slice(*span)] for span in f.source_spans] for f in found] == [
        ["安理会"],
        ["大会"],
    ]


@pytest.mark.parametrize(
    ("source", "target", "langs", "instead"),
    [
        (
            "工作文件已分发。",
            "The working document was distributed.",
            ("zh", "en"),
            "working document",
        ),
        ("Requests for observer status", "申請觀察國地位的請求", ("en", "zh"), "觀察國地位"),
        ("请各国提供出口信贷。", "States are requested to do so.", ("zh", "en"), ""),
    ],
)
def test_with_the_encoder_says_what_stands_instead(source, target, langs, instead):
    knowledge = Knowledge(BASE.concepts, encode=load_encoder("default").encode)
    pair = pair_of(source, target, langs=langs)
    (found,) = check_pairs([pair], knowledge, checks={"term-missing": CHECKS["term-missing"]})
    assert [target[slice(*span)] for span in found.target_spans] == ([instead] if instead else [])
    said = f"the target has “{instead}”" if instead else "the target does not have it"
    assert found.message.endswith(said)


def test_longer_term_counts_before_the_one_inside_it():
    assert codes("国民大会选举", "National elections", ("zh", "en")) == []  # no 大会
    assert codes("大会选举", "National elections", ("zh", "en")) == ["term-missing"]
    assert codes("秘书长特别代表", "Special Representative", ("zh", "en")) == []  # no 秘书长
    assert codes("秘书长的代表", "Special Representative", ("zh", "en")) == ["term-missing"]


def concept(*terms, **facts):
    return Concept(tuple(Term(lang, text, status) for lang, text, status in terms), **facts)


STATUSES = Knowledge(
    (
        concept(
            ("zh", "残疾人", "preferred"),
            ("zh", "残废人", "forbidden"),
            ("en", "persons with disabilities", "preferred"),
            ("en", "disabled persons", "admitted"),
            ("en", "handicapped persons", "deprecated"),
        ),
        concept(
            ("zh", "主席", "preferred"),
            ("en", "Chair", "preferred"),
            ("en", "Chairman", "deprecated"),
        ),
        concept(("zh", "发展中国家", ""), ("en", "underdeveloped country", ""), review="candidate"),
    )
)


@pytest.mark.parametrize(
    ("source", "target", "langs", "expected"),
    [
        ("残疾人的权利", "Rights of handicapped persons", ("zh", "en"), ["term-avoided"]),
        ("残疾人的权利", "Rights of disabled persons", ("zh", "en"), []),
        ("残疾人的权利", "Rights of invalids", ("zh", "en"), ["term-missing"]),
        ("rights of persons with disabilities", "残废人的权利", ("en", "zh"), ["term-avoided"]),
        ("rights of the blind", "残废人的权利", ("en", "zh"), ["term-avoided"]),  # forbidden always
        ("行动不便者的权利", "Rights of handicapped persons", ("zh", "en"), []),
        ("主席宣布休会。", "The Chairman suspended the meeting.", ("zh", "en"), ["term-avoided"]),
        ("主席宣布休会。", "The Chair suspended the meeting.", ("zh", "en"), []),
        ("发展中国家", "developing countries", ("zh", "en"), []),  # nobody accepted the candidate
    ],
)
def test_statuses(source, target, langs, expected):
    assert codes(source, target, langs, STATUSES) == expected


def test_says_what_is_preferred():
    pair = pair_of("主席宣布休会。", "The Chairman suspended the meeting.")
    (found,) = check_pairs([pair], STATUSES, checks={"term-avoided": CHECKS["term-avoided"]})
    assert found.message == "Chairman is deprecated; Chair is preferred"
    assert [pair.target.text[slice(*span)] for span in found.target_spans] == ["Chairman"]


@pytest.mark.parametrize(
    ("source", "target", "langs", "expected"),
    [
        ("国际原子能机构大会", "Conference of the Nuclear Authority", ("zh", "en"), 1),
        ("国际原子能机构大会", "General Conference of IAEA", ("zh", "en"), 0),
        ("加入《武器贸易條約》", "Accession to the Weapons Commerce Convention", ("zh", "en"), 1),
        ("加入《武器贸易条约》", "Accession to the Treaty", ("zh", "en"), 0),
        ("The Economic Commission for Africa", "非洲发展委员会", ("en", "zh"), 1),
        ("The Economic Commission for Africa", "非洲经委会", ("en", "zh"), 0),
        ("The Economic Commission for Africa", "委员会", ("en", "zh"), 0),
    ],
)
def test_official_names_need_no_base(source, target, langs, expected):
    check = {"official-name-missing": CHECKS["official-name-missing"]}
    assert len(check_pairs([pair_of(source, target, langs=langs)], checks=check)) == expected


def test_official_names_leave_to_the_base_what_it_has():
    base = Knowledge(
        (concept(("zh", "武器贸易条约", ""), ("en", "Weapons Commerce Convention", "")),)
    )
    check = {"official-name-missing": CHECKS["official-name-missing"]}
    pair = pair_of("武器贸易条约", "Weapons Commerce Convention")
    assert not check_pairs([pair], base, checks=check)
    assert check_pairs([pair], checks=check)


SHORT = Knowledge(
    (
        concept(("zh", "会议", ""), ("en", "meeting", "")),
        concept(("zh", "公报", ""), ("en", "Official Gazette", "")),
    )
)


@pytest.mark.parametrize(
    ("source", "target", "langs", "expected"),
    [
        ("会议开始。", "We convened.", ("zh", "en"), ["short-term-missing"]),
        ("开会议事", "We convened", ("zh", "en"), []),  # 开会 and 议事 are the words
        ("会议开始。", "The meeting began.", ("zh", "en"), []),
        ("The meeting began.", "开始开会。", ("en", "zh"), ["short-term-missing"]),
        ("见公报。", "See the Journal.", ("zh", "en"), ["term-missing"]),  # a name
    ],
)
def test_a_short_term_is_a_note(source, target, langs, expected):
    checks = {code: CHECKS[code] for code in ("term-missing", "short-term-missing")}
    found = check_pairs([pair_of(source, target, langs=langs)], SHORT, checks=checks)
    assert [f.code for f in found] == expected
    assert CHECKS["short-term-missing"].severity == "note"


def test_a_long_segment_takes_linear_time():
    zh, en = (
        "安全理事会和大会注意到co-operation。",
        "The re-elected Bureau non-State and Council of the co-chairs ",
    )
    pair = pair_of(zh * 5000, en * 2000)
    found = check_pairs([pair], BASE, checks={"term-missing": CHECKS["term-missing"]})
    assert [f.message.split(" is ")[0] for f in found] == ["大会"]
