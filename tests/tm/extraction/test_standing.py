"""Where terms stand, what is counted, and the short forms that no link leads to."""

from __future__ import annotations

import pytest
from bitext_samples import unit

from aligner import load_encoder
from tm.extraction import THRESHOLD, concepts_of, extract_terms
from tm.extraction.concepts import concept_numbers
from tm.extraction.counts import counted
from tm.extraction.standing import chinese_at, english_at, indexed
from tm.extraction.tied import definitions, short_forms

UNODC = ("毒罪问题办公室", "UNODC")
FULL = ("毒品和犯罪问题办公室", "UNODC")
COUNCIL = ("经济及社会理事会", "Economic and Social Council")


@pytest.fixture(scope="module")
def encode():
    return load_encoder().encode


def beads_of(pair, beads, *, others=()):
    """Return the beads where *pair* is counted beside *others*, which are exported names."""
    pairs = [pair, *others]
    counts = counted(indexed(pairs), beads, {*range(1, len(pairs))})
    return list(counts.beads[0])


@pytest.mark.parametrize(
    ("pair", "zh", "en", "stands"),
    [
        (("公约", "convention"), "各项公约", "the Conventions’ aims", True),
        (("主管机关", "competent authorities"), "主管机关", "A competent authority", True),
        (("聯合國", "United Nations"), "联合国", "the United Nations", True),
        (("联合国", "United Nations"), "联 合\u3000国", "United\nNations", True),
        (("西非", "West Africa"), "西非国家", "West African States", True),
        (("世卫组织", "WHO"), "世卫组织", "Those who stayed", False),
        (("世卫组织", "WHO"), "世卫组织", "WHO’s staff", True),
        (("艾滋病", "AIDS"), "艾滋病", "the spread of AIDS", True),
        (("援助", "AID"), "援助", "the spread of AIDS", False),
        (("非政府组织", "NGO"), "非政府组织", "NGOs", True),
        (("会员国", "Member State"), "会员国", "REPORTS OF MEMBER STATES", True),
        (("法", "law"), "合法", "by law", True),
        (("法", "law"), "合法", "lawful", False),
        (("公约", "convention"), "公约", "conventional", False),
        (("公约", "convention"), "约公", "convention", False),
        (("大会", "General Assembly"), "大", "General Assembly", False),
    ],
)
def test_terms_stand_in_any_form_but_whole(pair, zh, en, stands):
    assert bool(beads_of(pair, [(zh, en)])) is stands


def test_places_are_those_of_the_texts():
    zh, en = " ½ 聯合國  毒品辦", "“½” The United  Nations’ drug’s"
    index = indexed([("联合国毒品", "United Nations drug")])
    spots = index.together(index.sighted(zh, en))[0]
    assert zh[slice(*chinese_at(zh, spots.zh[0]))] == "聯合國  毒品"
    assert en[slice(*english_at(en, spots.en[0]))] == "United  Nations’ drug"


MEXICO = [
    ("墨西哥城的会议。", "The meeting in Mexico City."),
    ("墨西哥提交了报告。", "Mexico submitted a report."),
    ("墨西哥城和墨西哥。", "Mexico City and Mexico."),
]


def test_a_word_inside_a_longer_name_does_not_count():
    mexico, city = ("墨西哥", "Mexico"), ("墨西哥城", "Mexico City")
    assert beads_of(mexico, MEXICO) == [0, 1, 2]
    assert beads_of(mexico, MEXICO, others=[city]) == [1, 2]
    assert beads_of(mexico, MEXICO[:1], others=[city]) == [0]  # it stands nowhere else


def test_association_is_that_of_all_beads():
    pairs = [("墨西哥", "Mexico"), ("报告", "report")]
    index = indexed(pairs)
    counts = counted(index, [*MEXICO, ("无关。", "Nothing."), ("报告。", "Gone.")], set())
    assert counts.association(0, index.keys[0]) == pytest.approx(6.73, abs=0.01)
    assert 0 < counts.association(1, index.keys[1]) < 6


@pytest.mark.parametrize(
    ("sure", "zh", "en", "found"),
    [
        ([UNODC], "毒罪办所有领域均已涵盖。", "All areas of UNODC are covered.", "毒罪办"),
        ([FULL], "毒品问题办公室报告说", "UNODC reported", "毒品问题办公室"),
        ([COUNCIL], "经社理事会决定", "the Economic and Social Council decided", "经社理事会"),
        ([("欧洲联盟", "European Union")], "欧盟成员国", "European Union members", "欧盟"),
        ([UNODC], "毒罪办和毒罪问题办公室", "UNODC and UNODC", ""),  # one of the names stands
        ([UNODC], "毒罪办所有领域", "All areas are covered.", ""),
        ([UNODC], "该办公室的领域", "the areas of UNODC", ""),  # 办公室 is what any is called
        ([UNODC], "办罪毒的领域", "the areas of UNODC", ""),
        ([("缔约方会议", "Conference of the Parties")], "会议", "Conference of the Parties", ""),
        (
            [("国际刑事警察组织", "INTERPOL"), ("国际组织", "international organizations")],
            "国际组织",
            "INTERPOL and international organizations",
            "",
        ),
    ],
)
def test_short_forms_stand_where_the_name_does(sure, zh, en, found):
    assert short_forms(sure, [(zh, en)]) == ([(found, sure[0][1])] if found else [])


CLIMATE = (
    "《联合国气候变化框架公约》（下称《气候公约》）已经生效。",
    "The United Nations Framework Convention on Climate Change (hereinafter “the Climate Convention”) is in force.",
)  # fmt: skip
LONG = ("联合国气候变化框架公约", "United Nations Framework Convention on Climate Change")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        CLIMATE,
        ("联合国气候变化框架公约（以下简称“气候公约”）", f"{LONG[1]} (hereinafter referred to as the Climate Convention)"),
        ("联合国气候变化框架公约(简称:气候公约)", f'{LONG[1]} (hereafter called "the Climate Convention")'),
        ("联合国气候变化框架公约（下称《气候公约》）", f"{LONG[1]} ( hereinafter “the Climate Convention” )"),
    ],
)  # fmt: skip
def test_what_a_text_defines_is_one(zh, en):
    assert definitions([LONG], [(zh, en)]) == [(LONG, ("气候公约", "Climate Convention"))]


def test_brackets_that_define_nothing():
    zh = "联合国气候变化框架公约（见附件，下称无误）"
    en = f"{LONG[1]} (hereinafter “the Climate Convention”)"
    assert definitions([LONG], [(zh, en)]) == []


def test_a_definition_makes_one_concept(encode):
    units = [
        unit(*CLIMATE, "1"),
        unit("缔约方会议审议了《气候公约》。", "The Conference of the Parties reviewed the Climate Convention.", "2"),
        unit("《联合国气候变化框架公约》有198个缔约方。", f"The {LONG[1]} has 198 parties.", "3"),
    ]  # fmt: skip
    found = [one for one in extract_terms(units, similarity=encode) if one.score >= THRESHOLD]
    (concept,) = (one for one in concepts_of(found) if LONG[0] in {t.text for t in one.terms})
    assert {*LONG, "气候公约", "Climate Convention"} <= {term.text for term in concept.terms}


def test_what_is_defined_twice_is_one_pair(encode):
    """A second definition has the plural, and title brackets; the text itself has the term too."""
    plural = CLIMATE[0], CLIMATE[1].replace("Climate Convention”", "Climate Conventions”")
    units = [
        unit(*CLIMATE, "1"),
        unit(*plural, "2"),
        unit("《气候公约》得到了执行。", "The Climate Convention was implemented.", "3"),
    ]
    found = extract_terms(units, similarity=encode)
    assert [
        one.en for one in found if one.zh.strip("《》") == "气候公约" and "limate" in one.en
    ] == ["Climate Convention"]


@pytest.mark.parametrize(
    ("pair", "other", "is_one"),
    [
        (("检察官", "prosecutors"), ("检察官", "Prosecutors"), True),
        (("议定书", "Protocol"), ("议定书", "Protocols"), True),
        (("大不列颠及北爱尔兰联合王国", "United Kingdom of Great Britain and Northern Ireland"), ("联合王国", "United Kingdom"), True),
        (("刚果民主共和国", "Democratic Republic of the Congo"), ("刚果", "Congo"), False),
        (("南苏丹", "South Sudan"), ("苏丹", "Sudan"), False),
        (("检察官", "prosecutors"), ("检察长", "Prosecutors"), False),
    ],
)  # fmt: skip
def test_one_term_in_two_forms_and_one_country_are_one_concept(pair, other, is_one):
    assert concept_numbers([pair, other]) == [0, 0 if is_one else 1]


OFFICE = (
    ("毒品和犯罪问题办公室提交了报告。", "UNODC submitted a report."),
    ("毒品和犯罪问题办公室举办了讲习班。", "UNODC held workshops."),
    ("毒品和犯罪问题办公室（毒罪办）开展了合作。", "The United Nations Office on Drugs and Crime (UNODC) cooperated."),
    ("毒罪办所有领域均已涵盖。", "All areas of the work of UNODC are covered."),
    ("毒罪办的检察官参加了会议。", "Prosecutors of UNODC attended the meeting."),
    ("检察官要求毒品和犯罪问题办公室提供援助。", "The prosecutors requested assistance of UNODC."),
)  # fmt: skip


def test_names_and_their_short_forms_are_counted_in_every_pair(encode):
    units = [unit(zh, en, str(k)) for k, (zh, en) in enumerate(OFFICE, 1)]
    found = {(one.zh, one.en): one for one in extract_terms(units, similarity=encode)}
    one = found["毒罪办", "UNODC"]
    assert (one.count, one.paragraphs, one.pairs) == (3, ("3", "4", "5"), (3, 4, 5))
    full = found["毒品和犯罪问题办公室", "United Nations Office on Drugs and Crime"]
    assert full.concept == one.concept
    assert ("毒品", "UNODC") not in found
    assert len([en for zh, en in found if zh == "检察官" and "rosecutor" in en]) == 1
