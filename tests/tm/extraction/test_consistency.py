"""Terms rendered in several ways: what is told, and what is no fault."""

from __future__ import annotations

import pytest
from bitext_samples import rivers, unit

from aligner import load_encoder
from tm.extraction import inconsistencies
from tm.terms.concept import Concept, Term

TWO_WAYS = (
    ("1", "跨界地下水需要保护。", "Transboundary groundwater needs protection."),
    ("2", "各国报告了跨界地下水的状况。", "States reported on the state of transboundary groundwater."),
    ("3", "越境地下水的水质有所下降。", "The quality of transboundary groundwater has declined."),
    ("4", "越境地下水协定尚未生效。", "The agreement on transboundary groundwater is not in force."),
)  # fmt: skip


@pytest.fixture(scope="module")
def encode():
    return load_encoder().encode


def told(units, encode, **options):
    return {one.term: one for one in inconsistencies(units, similarity=encode, **options)}


def test_a_term_with_two_renderings(encode):
    found = told([unit(zh, en, where) for where, zh, en in TWO_WAYS], encode)
    one = found["transboundary groundwater"]
    assert one.lang == "en"
    assert {r.text: (r.count, r.paragraphs) for r in one.renderings} == {
        "跨界地下水": (2, ("1", "2")),
        "越境地下水": (2, ("3", "4")),
    }


def test_places_are_spans_of_the_texts(encode):
    found = told([unit(zh, en, where) for where, zh, en in TWO_WAYS], encode)
    for rendering in found["transboundary groundwater"].renderings:
        for place in rendering.occurrences:
            assert place.zh[slice(*place.zh_span)] == rendering.text
            assert place.en[slice(*place.en_span)].lower() == "transboundary groundwater"


def test_number_case_and_articles_make_no_difference(encode):
    units = [
        unit("主管机关应当合作。", "The competent authorities shall cooperate.", "1"),
        unit("主管机关提交了报告。", "A competent authority submitted a report.", "2"),
        unit("主管机关开会。", "Competent authorities met.", "3"),
    ]
    assert "主管机关" not in told(units, encode)


def test_noun_and_adjective_of_one_root_are_one_rendering(encode):
    units = [
        unit("各国应加强立法。", "States shall strengthen legislation.", "1"),
        unit("立法是必要的。", "Legislation is necessary.", "2"),
        unit("立法措施是必要的。", "Legislative measures are necessary.", "3"),
    ]
    assert "立法" not in told(units, encode)


def test_a_full_form_and_its_acronym_are_no_fault(encode):
    assert not {"河委会", "国际河流委员会", "IRC"} & told(rivers(), encode).keys()


def test_renderings_that_are_rare_may_be_passed_over(encode):
    units = [unit(zh, en, where) for where, zh, en in TWO_WAYS[:3]]
    assert "transboundary groundwater" in told(units, encode)
    assert "transboundary groundwater" not in told(units, encode, min_count=2)


def test_a_forbidden_rendering_is_told_even_alone(encode):
    terms = Term("zh-CN", "技术援助"), Term("en-US", "technical assistance", "forbidden")
    assert "技术援助" not in told(rivers(), encode)
    one = told(rivers(), encode, base=[Concept(terms)])["技术援助"]
    assert [rendering.status for rendering in one.renderings] == ["forbidden"]


@pytest.mark.parametrize("units", [[], [unit("只有中文。", None)], [unit("123", "123")]], ids=str)
def test_nothing_to_compare_is_no_error(units, encode):
    assert inconsistencies(units, similarity=encode) == []


def test_the_same_text_gives_the_same_list(encode):
    units = [unit(zh, en, where) for where, zh, en in TWO_WAYS]
    assert inconsistencies(units, similarity=encode) == inconsistencies(units, similarity=encode)
