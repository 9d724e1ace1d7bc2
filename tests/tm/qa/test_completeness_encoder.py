"""Completeness with the bundled encoder: clauses left out or added, targets of another source."""

import gc
import weakref
from dataclasses import replace

import pytest

from aligner import load_encoder
from corpora.types import TranslationUnit, Variant
from tm.qa import Knowledge, check_pairs, pair_of
from tm.qa.completeness import CHECKS
from tm.qa.completeness.words import Edge, Weight, cut

BY_CODE = {check.code: check for check in CHECKS}


@pytest.fixture(scope="module")
def knowledge():
    return Knowledge(encode=load_encoder("default").encode)


def turned(code):
    return {"text-omitted": "text-added", "text-added": "text-omitted"}.get(code, code)


# Chinese, English, what a check says where Chinese is the source, a word of the stretch.
LACKING = [
    (
        "各国应采取措施减少贫困。",
        "States should take measures to reduce poverty and to protect the forests and rivers.",
        "text-added",
        "forests",
    ),
    (
        "该项目有助于改善学校的供水，并大大减少了儿童腹泻和其他疾病的发病率。",
        "The project helps to improve the water supply of schools.",
        "text-omitted",
        "疾病",
    ),
    (
        "該項目有助於改善學校的供水，並大大減少了兒童腹瀉和其他疾病的發病率。",
        "The project helps to improve the water supply of schools.",
        "text-omitted",
        "疾病",
    ),
    (
        "主席感谢各代表团的合作。",
        "The Chair thanked the delegations for their cooperation. The library will remain closed "
        "for repairs until the end of the year.",
        "text-added",
        "library",
    ),
    (
        "委员会讨论了预算问题。委员会还决定在下届会议上审议妇女参与水资源管理的情况。",
        "The Committee discussed questions of the budget.",
        "text-omitted",
        "妇女",
    ),
]


@pytest.mark.parametrize(("zh", "en", "code", "word"), LACKING)
def test_a_clause_without_counterpart_is_found_in_both_directions(zh, en, code, word, knowledge):
    pairs = pair_of(zh, en), pair_of(en, zh, langs=("en", "zh"), number=1)
    found = check_pairs(pairs, knowledge, checks=BY_CODE)
    by_unit = {f.unit: f for f in found if f.code.startswith("text-")}
    assert {unit: f.code for unit, f in by_unit.items()} == {0: code, 1: turned(code)}
    for unit, finding in by_unit.items():
        source, target = pairs[unit].source.plain, pairs[unit].target.plain
        spans = [source[s.start : s.end] for s in finding.source_spans]
        spans += [target[s.start : s.end] for s in finding.target_spans]
        assert len(spans) == 1
        assert word in spans[0]


GOOD = [
    (
        "在这方面，秘书处强调必须加强区域合作。",
        "The Secretariat stressed the need for stronger regional cooperation.",
    ),
    (
        "谨请将本函作为大会文件分发为荷。",
        "I should be grateful if you would have the present letter circulated as a document of the "
        "General Assembly.",
    ),
    (
        "河流委员会(河委会)每年举行一次会议。",
        "The Rivers Commission meets once a year.",
    ),
    (
        "環境署協助各國制定水資源管理計劃。",
        "UNEP helps countries to draw up water management plans.",
    ),
    (
        "与会者普遍认为，气候变化对发展中国家农业的影响尤为严重。",
        "There was general agreement that climate change was hitting agriculture in developing "
        "countries particularly hard.",
    ),
    ("议程项目5", "Agenda item 5"),
    (
        "瑞士政府和日本政府为该方案提供了资金。",
        "The programme was funded by the Governments of Japan and Switzerland.",
    ),
]


@pytest.mark.parametrize(("zh", "en"), GOOD)
def test_good_translations_are_silent(zh, en, knowledge):
    pairs = pair_of(zh, en), pair_of(en, zh, langs=("en", "zh"), number=1)
    assert check_pairs(pairs, knowledge, checks=BY_CODE) == []


WRONG = [
    (
        "监测站大多位于河流下游，由地方当局负责维护。",
        "Delegations welcomed the appointment of the new Executive Secretary of the Convention.",
    ),
    (
        "监测站大多位于河流下游，由地方当局负责维护。",
        "Fifteen teachers from rural schools attended the course on health education.",
    ),
]


@pytest.mark.parametrize(("zh", "en"), WRONG)
def test_the_translation_of_another_text_is_a_wrong_pair_and_nothing_else(zh, en, knowledge):
    pairs = pair_of(zh, en), pair_of(en, zh, langs=("en", "zh"), number=1)
    found = check_pairs(pairs, knowledge, checks=BY_CODE)
    assert [(f.unit, f.code) for f in found] == [(0, "wrong-pair"), (1, "wrong-pair")]


def test_without_an_encoder_clauses_are_not_weighed():
    zh, en, *_ = LACKING[0]
    codes = {f.code for f in check_pairs([pair_of(zh, en)], checks=BY_CODE)}
    assert not codes & {"text-omitted", "text-added", "wrong-pair"}


@pytest.mark.parametrize("piece", ["(", "word ", "大", "大会，", "a b, ", "。"])
def test_very_long_segments_end(piece, knowledge):
    text = (piece * 100_000)[:100_000]
    pair = pair_of(f"大{text}", f"{text} a")
    for finding in check_pairs([pair], knowledge, checks=BY_CODE):
        assert finding.unit == 0


def test_turns_of_phrase_and_short_forms_in_brackets_say_nothing():
    words = cut(pair_of("为此，河流委员会(河委会)将审议该报告(保护水源)。", "").zh)
    said = [w for w, k in zip(words.words, words.weights, strict=True) if k >= Weight.PLAIN]
    assert "河委会" not in "".join(said)
    assert "为此" not in "".join(said)
    assert "保护" in said  # no short form, and what the other side may have without brackets


def test_a_wrong_pair_names_the_neighbour_whose_source_fits(knowledge):
    zh, other = WRONG[0][0], "各代表团欢迎任命该公约新的执行秘书。"
    pairs = [pair_of(zh, WRONG[0][1]), pair_of(other, "It was so decided at once.", number=1)]
    messages = {f.unit: f.message for f in check_pairs(pairs, knowledge, checks=BY_CODE)}
    assert messages[0].endswith(f"it fits that of segment 2: “{other}”")


@pytest.mark.parametrize(
    "code",
    ["target-empty", "target-untranslated", "source-left", "length-differs", "text-omitted",
     "text-added", "wrong-pair"],
)  # fmt: skip
def test_the_example_of_an_explanation_is_found(code, knowledge):
    example = BY_CODE[code].explanation.splitlines()[-1].removeprefix("Example: ")
    source, target = example.split(" |")
    langs = ("en", "zh") if source.isascii() else ("zh", "en")
    pair = pair_of(source.strip(), target.strip(), langs=langs)
    assert code in {f.code for f in check_pairs([pair], knowledge, checks=BY_CODE)}


# Items of lists, short ones too, and phrases put in: Chinese, English, what a check says, a word.
ITEMS = [
    (
        "培训班涉及预算、采购、档案管理和后勤。",
        "The courses cover budget, procurement and logistics.",
        "text-omitted",
        "档案",
    ),
    (
        "该博物馆由挪威政府和日本政府出资，并由当地建筑师设计。",
        "The museum is funded by the Government of Norway and was designed by local architects.",
        "text-omitted",
        "日本",
    ),
    (
        "停火协定仍然有效。",
        "The ceasefire agreement remains in force for humanitarian reasons.",
        "text-added",
        "humanitarian",
    ),
    (
        "教师们讨论了课程、教科书和考试。",
        "The teachers discussed curricula, textbooks, school meals and examinations.",
        "text-added",
        "meals",
    ),
]


@pytest.mark.parametrize(("zh", "en", "code", "word"), ITEMS)
def test_an_item_of_a_list_is_found_in_both_directions(zh, en, code, word, knowledge):
    test_a_clause_without_counterpart_is_found_in_both_directions(zh, en, code, word, knowledge)


FOREIGN = [
    (
        "代表团团长安东尼奥·贝尔特拉莫(见附件)主持了会议。",
        "The head of the delegation, Antônio Beltramo (see annex), chaired the meeting.",
    ),
    (
        "规则第3条(保护文化财产)和第5条适用。",
        "Rules 3 (protection of cultural property) and 5 apply.",
    ),
    (
        "2011年至2016年，该国种植了超过174亿棵树。",
        "Between 2011 and 2016, over 17.4 billion trees were planted in the country.",
    ),
]


@pytest.mark.parametrize(("zh", "en"), FOREIGN)
def test_names_glosses_and_numbers_in_another_form_are_silent(zh, en, knowledge):
    test_good_translations_are_silent(zh, en, knowledge)


def test_the_same_texts_in_another_paragraph_report_their_own(knowledge):
    zh, en, *_ = LACKING[1]
    for paragraph in ("5", "99"):
        unit = TranslationUnit((Variant("zh", zh), Variant("en", en)), paragraph=paragraph)
        pair = replace(pair_of(zh, en), unit=unit)
        found = check_pairs([pair], knowledge, checks=BY_CODE)
        assert {f.paragraph for f in found if f.code == "text-omitted"} == {paragraph}


def test_the_weighed_pairs_of_a_file_go_with_what_is_known_of_it():
    zh, en, *_ = LACKING[0]
    known = Knowledge(encode=load_encoder("default").encode)
    pair = pair_of(zh, en)
    gone = weakref.ref(pair.en)
    check_pairs([pair], known, checks=BY_CODE)
    del pair, known
    gc.collect()
    assert gone() is None


def test_no_clause_begins_inside_the_name_of_a_body():
    words = cut(pair_of("毒品和犯罪问题办公室和各国政府合作。", "").zh)
    edges = dict(zip(words.starts, words.edges, strict=False))
    assert [edges[words.text.index("和", start)] for start in (0, 5)] == [Edge.NONE, Edge.STRONG]
