"""One wording for one source: in the file and against a memory on disk."""

from __future__ import annotations

import pytest

from corpora.types import TranslationUnit, Variant
from tm import Memory
from tm.lookup import Lookup
from tm.qa import CHECKS, Knowledge, check_pairs, pair_of
from tm.terms.concept import Concept, Term


def unit(zh, en, **provenance):
    return TranslationUnit((Variant("zh-CN", zh), Variant("en-US", en)), **provenance)


def found(code, texts, langs=("zh", "en"), knowledge=None):
    pairs = [pair_of(*both, langs=langs, number=n) for n, both in enumerate(texts)]
    return check_pairs(pairs, knowledge, checks={code: CHECKS[code]})


TWO_WAYS = [
    (
        [
            ("通过会议报告", "Adoption of the report of the meeting"),
            ("通过会议报告。", "Approval of the meeting’s report"),
        ],
        1,
    ),
    ([("通過會議報告", "Adoption of the report"), ("通过会议报告", "Approval of the report")], 1),
    (
        [("与其他组织的合作", "Cooperation with other organizations")] * 2
        + [("与其他组织的合作", "Relations with other bodies")],
        2,
    ),
    (
        [("甲类缔约方的义务", "Duties of category A parties")]
        + [("甲类缔约方的义务", "Obligations of category A parties")] * 2,
        0,
    ),
]
ONE_WAY = [
    [("通过会议报告", "Adoption of the report"), ("通过会议报告。", "adoption of the  report.")],
    [("选举主席团成员", "Election of the officers"), ("选举主席团成员", "Election of officers;")],
    [("其他事项", "Other matters"), ("其他事项", "D. Other matters")],
    [("拨款5 000美元", "Appropriation of $5,000"), ("拨款5 000美元", "Appropriation of $5 000 ")],
    [("主席", "Chair"), ("主席", "President")],  # one word
    [
        ("第1段草案全文", "Text of draft paragraph 1"),
        ("第2段草案全文", "Draft text of paragraph 2"),
    ],
    [
        ("请各国政府提供资料", "Requests Governments to provide information"),
        ("请各国政府提供资料", ""),
    ],
    [("会议开幕致词", "Opening statement; and"), ("会议开幕致词", "Opening statement;")],
]


@pytest.mark.parametrize(("texts", "at"), TWO_WAYS)
def test_one_source_in_two_ways(texts, at):
    (fault,) = found("source-two-ways", texts)
    assert fault.unit == at


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (("促进区域合作", "推动区域合作"), "Promotion of regional cooperation"),
        (("會議地點和日期", "会议日期和地点"), "Date and place of the meeting"),
    ],
)
def test_one_source_in_two_chinese_ways(zh, en):
    (fault,) = found("source-two-ways", [(en, one) for one in zh], ("en", "zh"))
    assert fault.unit == 1
    assert fault.message == f"the same source is “{zh[0]}” in segment 1"


@pytest.mark.parametrize("texts", ONE_WAY)
def test_silent_on_one_way(texts):
    assert not found("source-two-ways", texts)


def test_scripts_are_no_difference():
    texts = [("Dates of the meeting", "会议日期安排"), ("Dates of the meeting", "會議日期安排")]
    assert not found("source-two-ways", texts, ("en", "zh"))


def test_of_long_texts_the_part_that_differs_is_quoted():
    start = "The Committee took note of the information provided by the delegation, which described at length"
    texts = [
        ("委员会注意到该代表团提供的资料。", f"{start} {end}")
        for end in ("its laws.", "her rules.")
    ]
    (fault,) = found("source-two-ways", texts)
    assert "described at length its laws.” in segment 1" in fault.message


def test_two_sources_in_one_way_is_a_note():
    long = "The Committee decided to continue its consideration of the item at its next session."
    (fault,) = found(
        "target-two-sources",
        [("委员会决定在下届会议上继续审议该项目。", long), ("委员会决定推迟审议该项目。", long)],
    )
    assert (fault.unit, fault.severity) == (1, "note")
    assert not found("target-two-sources", [("审议", "Consideration"), ("审查", "Consideration")])
    assert not found(
        "target-two-sources",
        [("委员会决定继续审议该项目。", long), ("委员会决定继续审议该项目", long)],
    )


def test_one_term_in_two_right_ways_is_a_note():
    terms = Term("zh", "条例"), Term("en", "regulations"), Term("en", "by-laws")
    base = Knowledge((Concept(terms),))
    texts = [
        ("财务条例", "Financial regulations"),
        ("该条例", "those regulations"),
        ("条例草案", "draft by-laws"),
    ]
    (fault,) = found("term-two-ways", texts, knowledge=base)
    assert (fault.unit, fault.message) == (
        2,
        "条例 is by-laws here, regulations elsewhere in the file",
    )
    assert not found("term-two-ways", texts[:2], knowledge=base)


@pytest.fixture
def memory(tmp_path):
    with Memory(tmp_path / "tm.db") as memory:
        memory.add(
            [
                unit("会议商定如下：", "The meeting agreed as follows:"),
                unit("会议商定如下：", "It was agreed as follows:"),
                unit("会议于中午12时结束。", "The meeting rose at noon.", is_machine=True),
                unit("主席", "Chair"),
            ],
            origin="old.tmx",
        )
        yield memory


@pytest.mark.parametrize(
    ("source", "target", "langs", "expected"),
    [
        ("会议商定如下：", "The meeting decided the following:", ("zh", "en"), 1),
        ("會議商定如下：", "It was decided as follows:", ("zh", "en"), 0),  # a match below 100
        ("The meeting agreed as follows:", "会议决定如下：", ("en", "zh"), 1),
        ("会议商定如下：", "It was agreed as follows.", ("zh", "en"), 0),
        ("会议商定如下：", "the meeting agreed as follows:", ("zh", "en"), 0),
        ("会议商定以下各点：", "The meeting decided the following:", ("zh", "en"), 0),
        (
            "会议于中午12时结束。",
            "The meeting closed at 12 noon.",
            ("zh", "en"),
            0,
        ),  # nobody vouches
        ("主席", "President", ("zh", "en"), 0),  # one word
        ("会议商定如下：", "", ("zh", "en"), 0),  # another check's
    ],
)
def test_a_match_that_was_changed(memory, source, target, langs, expected):
    faults = found("memory-changed", [(source, target)], langs, Knowledge(memory=memory))
    assert len(faults) == expected


def test_says_what_the_memory_has(memory):
    texts = [("The meeting agreed as follows:", "会议决定如下：")]
    (fault,) = found("memory-changed", texts, ("en", "zh"), Knowledge(memory=memory))
    assert fault.message == "the memory has “会议商定如下：”"


def test_silent_without_a_memory():
    assert not found("memory-changed", [("会议商定如下：", "Whatever was agreed")])


def test_a_lookup_of_equal_texts_alone_finds_the_same(memory):
    """Fuzzy matches are below 100, so that none is searched for."""
    text = "会议商定如下："
    every = memory.lookup(text, settings=Lookup(min_score=50, limit=10))
    equal = memory.lookup(text, settings=Lookup(min_score=100, limit=10))
    assert equal == [match for match in every if match.score >= 100]
    assert len(equal) == 2
