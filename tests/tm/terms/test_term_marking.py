"""The terms of a text: their places, the longer ones first, and what they are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from term_samples import PAIRS, base_of, concept

SENTENCE = (
    "聯合國安全理事會和国际原子能 机构审议了公约。The conventions of the United Nations, and who "
    "traffics in persons"
)


@pytest.fixture(scope="module")
def base():
    return base_of(*(concept(zh, en) for zh, en in PAIRS))


def test_every_term_of_a_sentence_with_its_place(base):
    marked = base.marked(SENTENCE)
    assert [SENTENCE[term.span.start : term.span.end] for term in marked] == [
        t.text for t in marked
    ]
    assert [(term.text, term.matches[0].term.text, term.is_nested) for term in marked] == [
        ("聯合國", "联合国", False),
        ("安全理事會", "安全理事会", False),
        ("理事會", "理事会", True),
        ("国际原子能 机构", "国际原子能机构", False),
        ("公约", "公约", False),
        ("conventions", "convention", False),
        ("United Nations", "United Nations", False),
        ("traffics in persons", "trafficking in persons", False),
    ]


def test_an_acronym_is_no_common_word(base):
    assert [term.text for term in base.marked("WHO says who it was. Who?")] == ["WHO", "Who"]


def test_a_letter_with_a_sign_is_another_name():
    base = base_of(concept("C++语言", "C++"), concept("碳", "C"), concept("七十七国集团", "G77"))
    assert [
        (term.text, term.matches[0].term.text) for term in base.marked("用C++，not C or C#")
    ] == [
        ("C++", "C++"),
        ("C", "C"),
    ]
    assert [term.text for term in base.marked("the G77+China")] == ["G77"]
    assert [match.term.text for match in base.find("C")] == ["C"]
    assert next(match.term.text for match in base.find("c++")) == "C++"


def test_of_two_that_overlap_the_longer_counts():
    base = base_of(
        concept("联合国大会", "GA"), concept("大会议程", "agenda"), concept("会议", "meeting")
    )
    assert [(term.text, term.is_nested) for term in base.marked("联合国大会议程")] == [
        ("联合国大会", False)
    ]
    assert [(t.text, t.is_nested) for t in base.marked("大会议程")] == [
        ("大会议程", False),
        ("会议", True),
    ]


def test_a_place_may_name_several_concepts_rejected_ones_never():
    base = base_of(
        concept("会议", "conference"),
        concept("会议", "meeting", "preferred"),
        concept("会议", "assembly", review="rejected"),
    )
    (term,) = base.marked("会议开幕")
    assert [match.translations[0].text for match in term.matches] == ["meeting", "conference"]


def test_a_term_does_not_go_beyond_its_sentence():
    base = base_of(concept("水质监测", "water monitoring"))
    assert base.marked("水质。监测") == []
    assert [term.text for term in base.marked("水质 监测")] == ["水质 监测"]


def test_long_texts_are_asked_for_by_pages(base, monkeypatch):
    monkeypatch.setattr("tm.terms.marking._PAGE", 10)
    assert len(base.marked(SENTENCE * 5)) == 5 * len(base.marked(SENTENCE))


@given(st.lists(st.sampled_from([zh for zh, _ in PAIRS]), max_size=6))
def test_terms_that_stand_apart_are_all_marked(terms):
    base = base_of(*(concept(zh, en) for zh, en in PAIRS))
    text = "！".join(terms)
    marked = [term.text for term in base.marked(text) if not term.is_nested]
    assert marked == [term.strip("《》") for term in terms]
