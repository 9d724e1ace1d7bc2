"""Dictionary forms, kinds, concepts: what is known of words."""

from __future__ import annotations

import pytest

from tm.extraction.bases import base_form
from tm.extraction.certain import is_acronym
from tm.extraction.concepts import concept_numbers, is_short_form
from tm.extraction.countries import country_names
from tm.extraction.forms import is_adjective, is_verbal
from tm.extraction.kinds import kind_of
from tm.extraction.runs import english_runs
from tm.extraction.tokens import english_words


@pytest.mark.parametrize(
    ("term", "base"),
    [
        ("measures against transnational organized crime", "measure against transnational organized crime"),
        ("offices of prosecutors general", "office of prosecutors general"),
        ("competent national authorities", "competent national authority"),
        ("the Sudan", "Sudan"),
        ("United Nations", "United Nations"),
        ("Member States", "Member States"),
        ("criteria", "criterion"),
        ("working languages", "working language"),
        ("terms of reference", "terms of reference"),
        ("Russian Federation", "Russian Federation"),
        ("Burkina Faso", "Burkina Faso"),
        ("the human rights", "human rights"),
        ("urban areas", "urban area"),
        ("Conference of the Parties", "Conference of the Parties"),
        ("conferences and meetings", "conferences and meetings"),
        ("small arms and light weapons", "small arms and light weapons"),
        ("drug and crime offices", "drug and crime office"),
        ("States parties", "State party"),
        ("mutual legal assistance", "mutual legal assistance"),
        ("e-learning modules", "e-learning module"),
        ("ethics", "ethics"),
        ("UNODC", "UNODC"),
    ],
)  # fmt: skip
def test_base_form(term, base):
    assert base_form(term) == base


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("秘鲁", "Peru", "country"),
        ("伊朗伊斯兰共和国", "Islamic Republic of Iran", "country"),
        ("难民署", "UNHCR", "acronym"),
        ("安全理事会", "Security Council", "name"),
        ("武器贸易条约", "Arms Trade Treaty", "title"),
        ("引渡", "extradition", "legal"),
        ("能力建设", "capacity-building", "institutional"),
    ],
)
def test_kind(zh, en, kind):
    assert kind_of(zh, en) == kind


def test_official_names_of_countries():
    assert "Plurinational State of Bolivia" in country_names()["多民族玻利维亚国"]
    assert "United Nations" not in {en for names in country_names().values() for en in names}


@pytest.mark.parametrize(
    ("letters", "words", "is_one"),
    [
        ("unhcr", "united nations high commissioner for refugees", True),
        ("ecowas", "economic community of west african states", True),
        ("fao", "international labour organization", False),
        ("u", "union", False),
    ],
)
def test_acronyms(letters, words, is_one):
    assert is_acronym(letters, words.split()) is is_one


def test_short_forms_keep_the_order_of_characters():
    assert is_short_form("难民署", "联合国难民事务高级专员公署")
    assert not is_short_form("署难民", "联合国难民事务高级专员公署")
    assert not is_short_form("大会", "大会")


UNDP = "United Nations Development Programme"
UNODC = "United Nations Office on Drugs and Crime"


@pytest.mark.parametrize(
    ("pair", "other"),
    [
        (("联合国难民事务高级专员公署", "Office of the United Nations High Commissioner for Refugees"), ("难民署", "UNHCR")),
        (("国际刑事警察组织", "International Criminal Police Organization"), ("国际刑警组织", "INTERPOL")),
        (("联合国毒品和犯罪问题办公室", UNODC), ("毒罪办", "UNODC")),
        (("毒罪问题办公室", "UNODC"), ("毒罪办", "UNODC")),
        (("联合国毒品和犯罪问题办公室", UNODC), ("毒品和犯罪问题办公室", UNODC)),
        (("贩运人口", "trafficking in persons"), ("人口贩运", "trafficking in persons")),
        (("南部非洲发展共同体", "Southern African Development Community"), ("南共体", "SADC")),
    ],
)  # fmt: skip
def test_forms_of_one_concept(pair, other):
    assert concept_numbers([pair, other]) == [0, 0]
    assert concept_numbers([other, pair]) == [0, 0]


@pytest.mark.parametrize(
    ("pair", "other"),
    [
        (("腐败问题", "corruption"), ("腐败", "corruption")),
        (("反腐败", "corruption"), ("腐败", "corruption")),
        (("联合国毒品", "United Nations Office on Drugs"), ("联合国毒品和犯罪问题办公室", "UNODC")),
        (("毒品", "UNODC"), ("联合国毒品", "United Nations Office on Drugs")),
        (("美国和联合国开发计划署", "UNDP"), ("开发署", "UNDP")),
        (("美国和联合国开发计划署", "UNDP"), ("联合国开发计划署", UNDP)),
        (("缔约国会议", "Conference"), ("会议", "Conference")),
        (("难民", "refugee"), ("难民署", "UNHCR")),
        (("MRI", "MRI"), ("接受MRI", "MRI")),
        (("初次MRI", "MRI"), ("医院初次做MRI", "MRI")),
        (("EFT建议采用TF", "EFT recommends TF"), ("ETF", "ETF")),
    ],
)  # fmt: skip
def test_parts_and_opposites_are_other_concepts(pair, other):
    assert concept_numbers([pair, other]) == [0, 1]


METEOROLOGICAL = [
    ("日本国家气象局", "Japan National Meteorological Service"),
    ("挪威国家气象局", "Norwegian National Meteorological Service"),
]


def test_a_short_form_of_several_names_is_a_form_of_none():
    bare = [("国家气象局", "NMS"), ("气象局", "NMS")]
    assert concept_numbers([*METEOROLOGICAL, *bare]) == [0, 1, 2, 2]
    assert concept_numbers([*bare, *METEOROLOGICAL]) == [0, 0, 1, 2]
    assert concept_numbers([METEOROLOGICAL[0], *bare]) == [0, 0, 0]


def test_a_shared_short_form_keeps_the_bare_name_that_it_stands_for():
    bare = [("国家气象局", "NMS"), ("国家气象局", "National Meteorological Service")]
    assert concept_numbers([*METEOROLOGICAL, *bare]) == [0, 1, 2, 2]


def test_names_that_are_forms_of_each_other_share_their_short_form():
    pairs = [
        ("联合国毒品和犯罪问题办公室", UNODC),
        ("毒品和犯罪问题办公室", "Office on Drugs and Crime"),
        ("毒品和犯罪问题办公室", "UNODC"),
        ("毒罪问题办公室", "UNODC"),
        ("毒罪办", "UNODC"),
    ]
    assert set(concept_numbers(pairs)) == {0}


def test_a_common_word_is_no_short_form_of_a_name_that_ends_in_it():
    pairs = [("河谷能源", "Rivervale Energy"), ("能源", "Rivervale Energy")]
    assert concept_numbers(pairs) == [0, 0]
    assert concept_numbers([*pairs, ("能源", "energy")]) == [0, 1, 2]


@pytest.mark.parametrize("word", ["strengthening", "provides", "held", "identified"])
def test_forms_of_common_verbs(word):
    assert is_verbal(word)


@pytest.mark.parametrize("word", ["meeting", "training", "organized", "good", "trafficking"])
def test_nouns_and_participles_of_terms_are_no_verbs(word):
    assert not is_verbal(word)


def test_adjectives_by_their_endings():
    assert is_adjective("regional")
    assert not is_adjective("assessment")


@pytest.mark.parametrize("term", ["money supply", "national assembly", "animal feed"])
def test_terms_may_end_in_nouns_that_look_like_other_words(term):
    words = english_words(f"The {term}.")
    assert term in {words.slice(*run) for run in english_runs(words)}


@pytest.mark.parametrize("phrase", ["resolution adopted", "working closely", "The resolution"])
def test_no_term_ends_in_an_adverb_or_begins_with_an_article(phrase):
    words = english_words(f"{phrase}.")
    assert phrase not in {words.slice(*run) for run in english_runs(words)}
