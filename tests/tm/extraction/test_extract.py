"""Terms of a bitext: what is found, in which form, and what is refused or survived."""

from __future__ import annotations

import os
from dataclasses import replace
from multiprocessing import parent_process
from pathlib import Path

import pytest
from bitext_samples import rivers, unit

from aligner import align_documents, load_encoder
from corpora import read_document
from tm import units_from
from tm.extraction import THRESHOLD, concepts_of, extract_terms
from tm.extraction import evidence as gathering

SHARED = Path(__file__).parents[4] / "shared" / "report"


@pytest.fixture(scope="module")
def encode():
    return load_encoder().encode


@pytest.fixture(scope="module")
def found(encode):
    """What is found in the report on rivers, by both terms."""
    return {(one.zh, one.en): one for one in extract_terms(rivers(), similarity=encode)}


def sure(found):
    return {pair for pair, one in found.items() if one.score >= THRESHOLD}


@pytest.mark.parametrize(
    "pair",
    [
        ("国际河流委员会", "International Rivers Commission"),
        ("河委会", "IRC"),
        ("河流水质公约", "Convention on the Quality of River Water"),
        ("坦桑尼亚联合共和国", "United Republic of Tanzania"),
        ("肯尼亚", "Kenya"),
        ("主管机关", "competent authorities"),
        ("技术援助", "technical assistance"),
        ("跨界地下水", "transboundary groundwater"),
        ("国际合作", "international cooperation"),
        ("水文数据", "hydrological data"),
        ("干旱风险评估手册", "Drought Risk Assessment Manual"),
        ("水资源综合管理工作组", "Working Group on Integrated Water Resources Management"),
    ],
)
def test_terms_are_found_with_their_whole_translation(found, pair):
    assert pair in sure(found)


@pytest.mark.parametrize(
    "part", ["International Rivers", "Rivers Commission", "United Republic", "Integrated Water"]
)
def test_a_part_of_a_name_is_no_term(found, part):
    assert part not in {en for _, en in sure(found)}


def test_facts_of_a_candidate(found):
    one = found["主管机关", "competent authorities"]
    assert (one.en_base, one.count, one.paragraphs) == ("competent authority", 3, ("3", "5", "11"))
    assert one.kind == "institutional"
    assert one.document == "rivers"
    assert "主管机关" in one.context_zh
    assert "competent authorities" in one.context_en.lower()
    assert one.association > 5


def test_a_title_keeps_its_form(encode):
    units = [
        unit("秘书处出版了《水质法律立法指南》。", "The Secretariat published “Legislative guides for laws on the quality of water”."),
        unit("《水质法律立法指南》已经出版。", "“Legislative guides for laws on the quality of water” has been published."),
    ]  # fmt: skip
    found = {one.zh: one for one in extract_terms(units, similarity=encode)}
    one = found["水质法律立法指南"]
    assert one.kind == "title"
    assert one.en_base == one.en == "Legislative guides for laws on the quality of water"


@pytest.mark.parametrize(
    ("pair", "kind"),
    [
        (("肯尼亚", "Kenya"), "country"),
        (("河委会", "IRC"), "acronym"),
        (("国际河流委员会", "International Rivers Commission"), "name"),
        (("河流水质公约", "Convention on the Quality of River Water"), "title"),
    ],
)
def test_kinds(found, pair, kind):
    assert found[pair].kind == kind


def test_the_surest_stand_first(encode):
    scores = [one.score for one in extract_terms(rivers(), similarity=encode)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_the_same_text_gives_the_same_candidates(encode):
    once, again = (extract_terms(rivers(), similarity=encode) for _ in range(2))
    assert once == again


def test_without_an_encoder_company_speaks_alone():
    found = {(one.zh, one.en) for one in extract_terms(rivers())}
    assert ("主管机关", "competent authorities") in found


def test_traditional_characters(encode):
    units = [
        unit("安全理事會審議了關於難民保護的報告。", "The Security Council considered the report on refugee protection."),
        unit("主管機關提供司法協助。", "The competent authorities provide mutual legal assistance."),
    ]  # fmt: skip
    found = {(one.zh, one.en): one.score for one in extract_terms(units, similarity=encode)}
    assert found["安全理事會", "Security Council"] >= THRESHOLD
    assert ("安全理事", "Security Council") not in found  # jieba knows the simplified word
    assert ("司法協助", "mutual legal assistance") in found
    assert ("主管機關", "competent authorities") in found


def test_languages_in_either_order(encode, found):
    turned = [replace(one, variants=one.variants[::-1]) for one in rivers()]
    assert {(one.zh, one.en) for one in extract_terms(turned, similarity=encode)} == set(found)


@pytest.mark.parametrize(
    "units",
    [
        [],
        [unit("只有中文。", None)],
        [unit(None, "English only.")],
        [unit("", "")],
        [unit("　", " ")],
        [unit("123", "456")],
        [unit("。。。", "...")],
        [unit("English", "中文")],
        [unit("《", "“")],
        [unit("》《”“", "”“)(")],
    ],
    ids=str,
)
def test_nothing_to_find_is_no_error(units, encode):
    assert extract_terms(units, similarity=encode) == []


def test_a_very_long_pair_does_not_hide_the_others(encode):
    long = unit("主管机关应当合作。" * 1200, "The competent authorities shall cooperate. " * 400)
    found = {(one.zh, one.en) for one in extract_terms([*rivers(), long], similarity=encode)}
    assert ("主管机关", "competent authorities") in found


HOSTILE = ["\x00", "\x1b[31m", "\u202e", "\ud800", "\ufffe", "\u200b", "🙂"]


def marked_by(mark):
    """Return a pair with *mark* around its terms."""
    zh = f"主管机关{mark}提供了{mark}技术援助。"
    return unit(zh, f"Competent authorities{mark} provided{mark} technical assistance.")


@pytest.mark.parametrize("mark", HOSTILE, ids=ascii)
def test_hostile_characters_are_no_part_of_a_term(mark, encode):
    found = extract_terms([marked_by(mark), *rivers()], similarity=encode)
    assert not [one for one in found if mark in one.zh or mark in one.en]


@pytest.mark.parametrize("space", ["\r\n", "\t", "\u3000"], ids=ascii)
def test_white_space_is_no_part_of_a_term(space, encode):
    found = {(one.zh, one.en) for one in extract_terms([marked_by(space)], similarity=encode)}
    assert ("技术援助", "technical assistance") in found
    assert not [pair for pair in found if space in "".join(pair)]


def test_progress_tells_how_many_are_done(encode):
    told = []
    extract_terms(rivers(), similarity=encode, progress=lambda *step: told.append(step))
    assert told[-1] == (12, 12)


def test_an_acronym_and_its_full_name_are_one_concept(encode):
    kept = [one for one in extract_terms(rivers(), similarity=encode) if one.score >= THRESHOLD]
    (concept,) = (
        concept
        for concept in concepts_of(kept)
        if any(term.text == "International Rivers Commission" for term in concept.terms)
    )
    assert {(term.lang, term.text): term.form for term in concept.terms} == {
        ("zh", "国际河流委员会"): "full",
        ("zh", "河委会"): "short",
        ("en", "International Rivers Commission"): "full",
        ("en", "IRC"): "acronym",
    }
    assert {term.status for term in concept.terms} == {""}  # nobody decided on one
    assert concept.review == "candidate"


def surely(units, encode):
    """Return the pairs that are sure in *units*."""
    found = extract_terms(units, similarity=encode)
    return {(one.zh, one.en) for one in found if one.score >= THRESHOLD}


def test_what_both_sides_have_in_quotation_marks_is_a_title_of_any_form(encode):
    zh = "大会通过了题为“加强河流养护，特别是在干旱期间”的决议。"
    en = "The Assembly adopted a resolution entitled “Strengthening the conservation of rivers, in particular during droughts”."
    pair = (
        "加强河流养护，特别是在干旱期间",
        "Strengthening the conservation of rivers, in particular during droughts",
    )
    assert pair in surely([unit(zh, en), *rivers()], encode)


def test_an_acronym_in_brackets_has_the_chinese_of_its_full_form(encode):
    zh = "秘书处支持东非湖泊观测网络的工作。"
    en = "The Secretariat supports the work of the East African Lake Observation Network (EALON)."
    found = surely([unit(zh, en), *rivers()], encode)
    assert {
        ("东非湖泊观测网络", "East African Lake Observation Network"),
        ("东非湖泊观测网络", "EALON"),
    } <= found


def test_a_prefix_belongs_to_its_term(encode):
    zh = "秘书处支持可持续渔业和河流养护。"
    en = "The Secretariat supports sustainable fisheries and the conservation of rivers."
    found = extract_terms([unit(zh, en), *rivers()], similarity=encode)
    chinese = {one.zh for one in found if one.en == "sustainable fisheries"}
    assert "可持续渔业" in chinese
    assert "持续渔业" not in chinese


def test_thereto_is_rendered_in_front_of_its_noun(encode):
    units = [
        unit("缔约国执行了《水质公约》及其议定书。", "States parties implemented the Water Quality Convention and the Protocols thereto."),
        unit("《水质公约》及其议定书已经生效。", "The Water Quality Convention and the Protocols thereto have entered into force."),
    ]  # fmt: skip
    found = {(one.zh, one.en) for one in extract_terms(units, similarity=encode)}
    assert ("及其议定书", "Protocols thereto") in found
    assert ("议定书", "Protocols thereto") not in found


@pytest.mark.parametrize("lang", ["zh_CN", "ZH", "zh-Hans-CN"])
def test_units_are_read_however_their_language_is_written(lang, encode):
    units = [
        replace(one, variants=(replace(one.variants[0], lang=lang), one.variants[1]))
        for one in rivers()
    ]
    assert extract_terms(units, similarity=encode) == extract_terms(rivers(), similarity=encode)


def encode_in_one_process_only(texts):
    """Encode, but end the process if it is the one that reads ahead."""
    if parent_process():
        os._exit(1)
    return load_encoder().encode(texts)


@pytest.mark.usefixtures("is_large")
def test_where_the_second_process_ends_the_first_goes_on(encode):
    units = [*rivers()] * 4
    found = extract_terms(units, similarity=encode_in_one_process_only, second_process=True)
    assert found == extract_terms(units, similarity=encode)


@pytest.mark.usefixtures("is_large")
def test_a_second_process_finds_the_same(encode):
    units, told = [*rivers()] * 4, []
    alone = extract_terms(units, similarity=encode)
    both = extract_terms(
        units, similarity=encode, progress=lambda *step: told.append(step), second_process=True
    )
    assert alone
    assert both == alone
    assert told[-1] == (len(units), len(units))
    assert len(told) > 1


@pytest.fixture
def is_large(monkeypatch):
    """Let two blocks of twenty beads be a large corpus."""
    monkeypatch.setattr(gathering, "LARGE", 30)
    monkeypatch.setattr(gathering, "BLOCK", 20)
    monkeypatch.setattr(gathering, "ENOUGH", 5)


def states(count, zh, first=1):
    """Return beads that speak of Member States, each in other words."""
    verbs = (
        ("审议了", "considered"),
        ("通过了", "adopted"),
        ("赞扬了", "praised"),
        ("支持", "supported"),
    )
    nouns = (
        ("报告", "report"),
        ("预算", "budget"),
        ("方案", "programme"),
        ("计划", "plan"),
        ("建议", "recommendation"),
    )
    return [
        unit(f"{zh}{verb}第{k}号{noun}。", f"Member States {does} {thing} {k}.", str(k))
        for k in range(first, first + count)
        for verb, does in [verbs[k % 4]]
        for noun, thing in [nouns[k % 5]]
    ]  # fmt: skip


@pytest.mark.usefixtures("is_large")
def test_of_a_large_corpus_a_rendering_that_comes_late_is_found(encode):
    units = states(40, "会员国") + states(40, "成员国", 41)
    found = {(one.zh, one.en): one for one in extract_terms(units, similarity=encode)}
    for zh in ("会员国", "成员国"):
        assert found[zh, "Member States"].count == 40
        assert found[zh, "Member States"].score >= THRESHOLD


@pytest.mark.usefixtures("is_large")
def test_of_a_large_corpus_association_is_that_of_all_beads(encode):
    found = {
        (one.zh, one.en): one for one in extract_terms(states(80, "会员国"), similarity=encode)
    }
    one = found["会员国", "Member States"]
    assert (one.count, one.association) == (80, 0)  # where both are everywhere nothing is told


def test_a_context_is_a_sentence_with_its_own_paragraph(encode):
    zh = f"主管机关提交了报告。{'随后交换了意见。' * 20}"
    en = f"The competent authorities submitted reports. {'Views were then exchanged. ' * 10}"
    units = [
        unit("主管机关", "Competent authorities"),  # a heading
        unit("一、主管机关 3", "I. Competent authorities 3"),  # a line of contents
        unit(zh, en, "4"),  # too long
        unit("主管机关应当合作。", "The competent authorities shall cooperate.", "7"),
    ]
    found = {(one.zh, one.en): one for one in extract_terms(units, similarity=encode)}
    one = found["主管机关", "competent authorities"]
    assert (one.context_zh, one.paragraph) == ("主管机关应当合作。", "7")
    assert one.paragraphs == ("4", "7")
    (concept,) = (
        concept
        for concept in concepts_of(found.values())
        if {"主管机关", "competent authorities"} <= {term.text for term in concept.terms}
    )
    assert {term.paragraph for term in concept.terms} == {"7"}


def test_the_report_of_the_figures(encode):
    """Names that any reader of the report would keep, among its surest candidates."""
    if not SHARED.exists():
        pytest.skip("needs ../shared/report, which is not part of the repository")
    pair = (read_document(SHARED / f"report.{code}.txt") for code in ("zh", "en"))
    units = units_from(align_documents(*pair, encoder=load_encoder()))
    found = extract_terms(units, similarity=encode)
    names = {(one.zh, one.en) for one in found if one.score >= THRESHOLD}
    assert {("大会", "General Assembly"), ("安全理事会", "Security Council")} <= names
    unodc = {one.concept for one in found if one.en == "UNODC" and one.score >= 0.9}
    full = {one.concept for one in found if one.en == "United Nations Office on Drugs and Crime"}
    assert unodc & full
