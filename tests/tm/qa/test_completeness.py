"""Completeness without an encoder: what is missing, empty, untranslated or of another length."""

import pytest

from corpora.types import EN, ZH, TranslationUnit, Variant
from tm.qa import Knowledge, Pair, Side, check_pairs, pair_of
from tm.qa.completeness import CHECKS

BY_CODE = {check.code: check for check in CHECKS}


def codes(*pairs):
    return [(f.unit, f.code) for f in check_pairs(pairs, Knowledge(), checks=BY_CODE)]


def findings(*pairs):
    return check_pairs(pairs, Knowledge(), checks=BY_CODE)


UNTRANSLATED = [
    ("Appointment of the auditors", "Appointment of the auditors", "en"),
    ("Conclusions", "Conclusions", "en"),
    ("The Board met in Vienna.", "The Board met in Vienna.", "en"),
    ("任命审计员", "任命审计员", "zh"),
    ("任命審計員", "任命審計員", "zh"),
    ("结论", " 结论 ", "zh"),
]


@pytest.mark.parametrize(("source", "target", "lang"), UNTRANSLATED)
def test_a_target_in_the_language_of_the_source_is_untranslated(source, target, lang):
    langs = (lang, "zh" if lang == "en" else "en")
    assert codes(pair_of(source, target, langs=langs)) == [(0, "target-untranslated")]


EQUAL_BY_RIGHT = [
    "A/CONF.232/2023/4",
    "ISBN 978-92-1-130400-1",
    "https://www.rivers.example/en/reports",
    "secretariat@rivers.example",
    "Maria Fernanda Espinosa Garcés",
    "Le Monde",
    "12.5",
    "UNIDO",
    "S/RES/2254 (2015)",
    "***",
]


@pytest.mark.parametrize("text", EQUAL_BY_RIGHT)
def test_names_codes_and_addresses_may_stay_as_they_are(text):
    assert codes(pair_of(text, text, langs=("en", "zh"))) == []
    assert codes(pair_of(text, text, langs=("zh", "en"))) == []


LEFT = [
    (
        "The Fund will finance capacity-building activities in five provinces.",
        "基金将在五个省资助capacity-building activities。",
        "en",
        ["capacity-building activities"],
    ),
    (
        "All stakeholders took part in the review.",
        "所有stakeholders都参加了审查。",
        "en",
        ["stakeholders"],
    ),
    (
        "The Office runs the organization’s archives.",
        "办公室管理the organization's archives。",
        "en",
        ["the organization's archives"],
    ),
    (
        "各国应加强跨界水资源管理并交流数据。",
        "States should strengthen 跨界水资源管理 and exchange data.",
        "zh",
        ["跨界水资源管理"],
    ),
    ("各国應加強水質監測。", "States should strengthen 水質監測.", "zh", ["水質監測"]),
]


@pytest.mark.parametrize(("source", "target", "lang", "left"), LEFT)
def test_words_of_the_source_left_in_the_target_are_found(source, target, lang, left):
    langs = (lang, "zh" if lang == "en" else "en")
    found = findings(pair_of(source, target, langs=langs))
    assert [f.code for f in found] == ["source-left"]
    assert [target[s.start : s.end] for s in found[0].target_spans] == left
    assert len(found[0].source_spans) == len(left)


KEPT_BY_RIGHT = [
    ("Ms. Chen Li (陈丽) chaired the meeting.", "陈丽女士(Chen Li)主持了会议。", "en"),
    ("The term “peace dividend” was coined later.", "“peace dividend”一词是后来才有的。", "en"),
    ("See www.rivers.example/data for details.", "详情见www.rivers.example/data。", "en"),
    ("The iPhone app is called RiverWatch.", "该手机应用程序名为RiverWatch。", "en"),
    ("Write to water@rivers.example.", "请致函water@rivers.example。", "en"),
    ("Use the command `git status`.", "使用命令`git status`。", "en"),
    ("“天下为公”是他的座右铭。", "His motto was “天下为公” (“the world belongs to all”).", "zh"),
    ("水獭(Lutra lutra)受到保护。", "The otter (Lutra lutra) is protected.", "zh"),
]


@pytest.mark.parametrize(("source", "target", "lang"), KEPT_BY_RIGHT)
def test_what_is_kept_on_purpose_is_not_left(source, target, lang):
    assert codes(pair_of(source, target, langs=(lang, "zh" if lang == "en" else "en"))) == []


def test_an_empty_target_is_found_and_an_empty_source_is_not():
    assert codes(pair_of("差旅费合计", "  "), pair_of("", "Total", number=1)) == [
        (0, "target-empty")
    ]


ZH_LONG = (
    "委员会欢迎各会员国为改善水质采取的措施，并请秘书处就执行情况提出报告。会议还听取了专家的意见。"
)
EN_LONG = (
    "The Committee welcomed the measures taken by Member States to improve the quality of water "
    "and requested the Secretariat to report on implementation. The views of experts were heard."
)


@pytest.mark.parametrize(
    ("source", "target", "langs"),
    [
        (ZH_LONG, "The views of experts were heard.", ("zh", "en")),
        (EN_LONG, "会议还听取了专家的意见。", ("en", "zh")),
        ("专家的意见已在会上听取。", EN_LONG, ("zh", "en")),
    ],
)
def test_a_target_far_too_short_or_long_is_found(source, target, langs):
    assert codes(pair_of(source, target, langs=langs)) == [(0, "length-differs")]


def test_usual_lengths_are_silent_in_both_directions():
    assert (
        codes(
            pair_of(ZH_LONG, EN_LONG),
            pair_of(EN_LONG, ZH_LONG, langs=("en", "zh"), number=1),
            pair_of("大会，", "The General Assembly,", number=2),
            pair_of("共计", "Total (I–III)", number=3),
        )
        == []
    )


def test_a_file_has_its_own_usual_length():
    wordy = "Wherever it deems it necessary to do so, the competent authority shall give due written notice thereof to all of the parties concerned, without undue delay."
    pairs = [pair_of("主管机关必要时应予通知。", wordy, number=k) for k in range(60)]
    assert codes(pairs[0]) == [(0, "length-differs")]
    assert codes(*pairs) == []


def bead(zh, en, number, *, paragraph="12", kind="paragraph", label="", source="zh"):
    """A pair as the pairing of two documents gives it."""
    shape = (
        f"{int(bool(zh))}-{int(bool(en))}" if source == "zh" else f"{int(bool(en))}-{int(bool(zh))}"
    )
    sides = Side(zh, ZH, label), Side(en, EN, label)
    first, second = sides if source == "zh" else sides[::-1]
    unit = TranslationUnit(
        (Variant("zh-CN", zh), Variant("en-US", en)),
        paragraph=paragraph,
        label=label,
        kind=kind,
        bead=shape,
    )
    return Pair(number, first, second, unit)


def test_sentences_in_a_row_of_one_paragraph_are_one_finding_that_names_it():
    found = findings(
        bead("会议于五月举行。", "The meeting was held in May.", 0),
        bead("委员会注意到该报告。", "", 1),
        bead("委员会请秘书处提供资料。", "", 2),
        bead("讲义可在图书馆借阅。", "", 3, paragraph="13"),
    )
    assert [(f.unit, f.code, f.paragraph) for f in found] == [
        (1, "segment-missing", "12"),
        (3, "segment-missing", "13"),
    ]
    assert found[0].message.startswith("2 sentences of paragraph 12 are not in the English text")
    assert found[1].message.startswith("a sentence of paragraph 13 is not in the English text")


@pytest.mark.parametrize(
    ("kind", "label", "named"),
    [
        ("item", "(b)", "the list item (b)"),
        ("note", "¹", "the note ¹"),
        ("heading", "II.", "the heading II."),
    ],
)
def test_items_notes_and_headings_are_named_as_such(kind, label, named):
    found = findings(bead("", "Training of staff;", 0, kind=kind, label=label, paragraph="7"))
    assert [f.code for f in found] == ["segment-added"]
    assert found[0].message.startswith(f"{named} of paragraph 7 is not in the Chinese text")


def test_two_items_that_are_missing_are_two_findings():
    found = findings(
        bead("培训；", "", 0, kind="item", label="(a)"),
        bead("监测；", "", 1, kind="item", label="(b)"),
    )
    assert [f.unit for f in found] == [0, 1]


def test_the_direction_tells_missing_from_added():
    assert codes(bead("", "A new Chair was elected.", 0, source="en")) == [(0, "segment-missing")]
    assert codes(bead("选举了新主席。", "", 0, source="en")) == [(0, "segment-added")]


@pytest.mark.parametrize(
    "piece", ["(", "“", "a'", "word ", "大", "[", "《", "<", "http://", "`", "a-", "(（"]
)
def test_very_long_segments_end(piece):
    text = (piece * 100_000)[:100_000]
    pairs = (
        pair_of(f"大{text}", f"{text} a"),
        pair_of(f"{text} a", f"大{text}", langs=("en", "zh"), number=1),
    )
    for finding in findings(*pairs):
        for span in finding.target_spans:
            assert 0 <= span.start < span.end <= len(pairs[finding.unit].target.text)
