"""Lookup of terms: in every form, in an order that puts what is to be used first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from term_samples import PAIRS, base_of, concept, numbered

from tm import TermBase
from tm.terms.concept import Concept, Term
from tm.terms.near import like_word
from tm.terms.words import initials_of, stem_of, surface_of


@pytest.fixture(scope="module")
def base():
    return base_of(*(concept(zh, en) for zh, en in PAIRS))


def found(base, text, **how):
    return [(match.kind, match.term.text) for match in base.find(text, **how)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("联合国", "联合国"),
        ("聯合國", "联合国"),
        (" 联合国。", "联合国"),
        ("united  nations", "United Nations"),
        ("ＵＮＩＴＥＤ ＮＡＴＩＯＮＳ", "United Nations"),
        ("who", "WHO"),
        ("联合国反腐败公约", "《联合国反腐败公约》"),
        ("“国际原子能 机构”", "国际原子能机构"),
    ],
)
def test_an_equal_term_whatever_its_form(base, text, term):
    assert found(base, text)[0] == ("exact", term)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("conventions", "convention"),
        ("the Conventions", "convention"),
        ("criteria", "criterion"),
        ("conference of parties", "Conference of the Parties"),
        ("conference parties", None),
        ("Conferences of the Parties", "Conference of the Parties"),
        ("trafficked in persons", "trafficking in persons"),
        ("Commission's", "Commission"),
        ("security-councils", "Security Council"),
    ],
)
def test_other_forms_of_english(base, text, term):
    inflected = [name for kind, name in found(base, text) if kind == "inflected"]
    assert inflected == ([term] if term else [])


def test_a_form_that_the_base_names_is_found_though_no_rule_leads_to_it():
    base = base_of(Concept((Term("en", "oxen", base="ox"), Term("zh-CN", "牛"))))
    assert found(base, "ox") == [("inflected", "oxen")]


@pytest.mark.parametrize(
    ("forms", "stem"),
    [
        ("party parties party's", "party"),
        ("woman women women's", "woman"),
        ("traffic trafficked trafficking", "traffic"),
        ("hold held holding holds", "hold"),
        ("analysis analyses", "analysis"),
        ("index indices", "index"),
        ("côte cote", "cot"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms, stem):
    assert {stem_of(form) for form in forms.split()} == {stem}


def test_longer_terms_come_after_the_term_itself_the_most_like_it_first(base):
    assert found(base, "理事会") == [
        ("exact", "理事会"),
        ("longer", "安全理事会"),
        ("longer", "经济及社会理事会"),
    ]
    assert found(base, "council")[1:] == [
        ("longer", "Security Council"),
        ("longer", "Economic and Social Council"),
    ]
    assert found(base, "councils") == [
        ("inflected", "Council"),
        *(found(base, "council")[1:]),
    ]


def test_english_is_found_inside_by_whole_words(base):
    assert found(base, "atomic energies") == [("longer", "International Atomic Energy Agency")]
    assert found(base, "tomic") == []
    assert found(base, "energy international") == []


def test_one_character_is_found_inside(base):
    assert {name for _, name in found(base, "约")} == {
        "公约",
        "缔约方会议",
        "《联合国反腐败公约》",
    }


def test_short_ones_are_found_though_many_hold_the_word():
    base = base_of(
        *(concept(f"国家第{n}号特别理事会筹备小组", f"group {n}") for n in range(400)),
        concept("安全理事会", "Security Council"),
    )
    assert found(base, "理事会")[0] == ("longer", "安全理事会")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Comission", "Commission"),
        ("Commision", "Commission"),
        ("untied nations", "United Nations"),
        ("Securty Council", "Security Council"),
        ("Intenational Atomic Energy Agencies", "International Atomic Energy Agency"),
        ("国际原子能机钩", "国际原子能机构"),
        ("联和国", "联合国"),
        ("国际原子机能构", "国际原子能机构"),
        ("联邦会议", None),
        ("缔约方会义", "缔约方会议"),
    ],
)
def test_near_spellings(base, text, term):
    assert found(base, text)[:1] == ([("near", term)] if term else [])


@pytest.mark.parametrize("text", ["WTO", "wha", "2号", "法国", "Commission2030x"])
def test_short_or_other_words_are_not_taken_for_errors(base, text):
    assert found(base, text) == []


WORD = st.text("abcdefgh", min_size=4, max_size=12)


@given(WORD, st.lists(WORD, max_size=8))
def test_like_words_are_those_within_their_edits(word, others):
    base = TermBase()
    base.add([concept("甲", " ".join([*others, "spare"]))], origin="a")
    most = 1 + (len(word) >= 8)
    like = like_word(base._connection, word) - {word}
    assert like <= {other for other in others if OSA.distance(word, other) <= most}
    one_edit = {other for other in others if OSA.distance(word, other) == 1}
    assert one_edit - like == set() or len(one_edit) > 8


@pytest.mark.parametrize("text", ["lhg", "LHG", "gjyznjg", "gjyz"])
def test_initials_of_pinyin(base, text):
    assert found(base, text)[0][0] == "initials"
    assert initials_of(surface_of(found(base, text)[0][1])).startswith(text.lower())


def test_initials_follow_the_word_where_a_character_has_two_readings():
    base = base_of(concept("银行行长", "governor of a bank"))
    assert found(base, "yhhz") == [("initials", "银行行长")]


# --- order -----------------------------------------------------------------------------------


def test_preferred_first_forbidden_last_candidates_after_what_is_vouched_for():
    statuses = {"forbidden": "丁", "": "乙", "deprecated": "丙", "preferred": "甲"}
    base = TermBase()
    candidates = [concept("戊", "Chair", review="candidate")]
    vouched = [concept(zh, "Chair", status) for status, zh in statuses.items()]
    base.add([*candidates, *vouched, concept("己", "Chair", review="rejected")], origin="a")
    matches = base.find("chairs")
    assert "".join(match.translations[0].text for match in matches) == "甲乙丙丁戊"
    assert [match.is_avoided for match in matches] == [False, False, True, True, False]
    assert matches[-1].concept.review == "candidate"


def test_what_is_decided_comes_before_an_equal_candidate_but_a_longer_term_after_it():
    base = base_of(
        concept("火器", "firearms", review="candidate"),
        concept("枪支", "firearm", "preferred"),
        concept("枪支管制", "firearms control", "preferred"),
    )
    assert found(base, "firearms") == [
        ("inflected", "firearm"),
        ("exact", "firearms"),
        ("longer", "firearms control"),
    ]
    assert found(base, "firearms", limit=1) == [("inflected", "firearm")]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("moneylaundering", "money-laundering"),
        ("Antimoneylaundering measures", "anti-money-laundering measure"),
        ("web site", "website"),
        ("data-base of treaties", "database of treaties"),
        ("lawmaking bodies", "law-making body"),
        ("moneymaking", None),
        ("a" * 100, None),
    ],
)
def test_words_joined_and_parted(text, term):
    terms = (
        "money-laundering",
        "anti-money-laundering measure",
        "website",
        "database of treaties",
        "law-making body",
    )
    base = base_of(*(concept(f"甲{chr(0x4E00 + n)}", en) for n, en in enumerate(terms)))
    assert found(base, text)[:1] == ([("near", term)] if term else [])


def test_the_status_of_the_translation_counts_as_well():
    base = base_of(
        concept("主席", "Chairman", "forbidden"),
        concept("主席", "President"),
        concept("主席", "Chair", "preferred"),
    )
    best = [match.translations[0].text for match in base.find("主席")]
    assert best == ["Chair", "President", "Chairman"]
    assert base.find("主席", limit=2)[0].translations[0].text == "Chair"


def test_a_rejected_term_does_not_hide_near_ones():
    base = base_of(concept("委员会", "Commission"), concept("坏", "Comission", review="rejected"))
    assert found(base, "Comission") == [("near", "Commission")]


def test_translations_are_those_of_other_languages_preferred_first():
    terms = (
        Term("en-US", "Chairman", "forbidden"),
        Term("zh-CN", "主席"),
        Term("zh-TW", "主席"),
        Term("en-GB", "Chair", "preferred"),
    )
    (match,) = base_of(Concept(terms)).find("主席")
    assert [term.text for term in match.translations] == ["Chair", "Chairman"]


def test_a_concept_is_found_once_by_its_best_term():
    one = concept("大会", "General Assembly")
    one = replace(one, terms=(*one.terms, Term("en-US", "UN General Assembly")))
    assert found(base_of(one), "general assembly") == [("exact", "General Assembly")]


def test_no_more_than_wanted():
    base = base_of(*numbered(30))
    assert len(base.find("protocol", limit=7)) == 7
    assert len(base.find("议定书")) == 20


@pytest.mark.parametrize(
    "text", ["", " ", "。", "\0", '"', "*", "a*", '" OR "', "x" * 10_000, "中" * 10_000, "\udcff"]
)
def test_what_is_no_term_finds_nothing(base, text):
    assert base.find(text) == []


def test_words_of_a_query_language_are_words(base):
    assert found(base, "AND") == [("longer", "Economic and Social Council")]


@given(st.text())
def test_any_text_may_be_looked_up(text):
    base = base_of(concept(), concept("a*", '"b" OR c'))
    base.find(text)
    base.marked(text)
