"""Contradictions and duplicates of a term base: each found where it is, silent where it is not."""

import pytest
from term_samples import base_of, concept, full, numbered

from tm.errors import TermError
from tm.terms.clashes import CHECKS
from tm.terms.concept import Concept, Term

A = concept("主席", "Chair", "preferred")
CLASHING = {
    "status": [
        concept("主席", "Chairman", "forbidden"),
        concept("主席团成员", "chairman", "admitted"),
    ],
    "two-preferred": [A, concept("主席", "President", "preferred")],
    "accepted-and-rejected": [A, concept("主席", "Chair", review="rejected")],
    "same-pair": [concept("主席", "Chair", note="甲"), concept("主席", "chair", note="乙")],
    "same-term": [concept("会议", "meeting"), concept("會議", "conference")],
}


def findings(base):
    return list(base.clashes())


@pytest.mark.parametrize("code", CLASHING)
def test_each_is_found_with_its_concepts(code):
    base = base_of(*CLASHING[code])
    found = {finding.code: finding for finding in findings(base)}
    assert code in found
    assert sorted(one.id for one in found[code].concepts) == ["1", "2"]
    assert all(number in found[code].message for number in "12") or code == "same-pair"


def test_every_check_is_tested():
    assert set(CHECKS) == set(CLASHING)


@pytest.mark.parametrize("code", CLASHING)
def test_only_what_is_asked_for(code):
    base = base_of(*(one for clash in CLASHING.values() for one in clash))
    expected = [finding for finding in findings(base) if finding.code == code]
    assert expected
    assert list(base.clashes([code])) == expected
    with pytest.raises(TermError, match="no check 'colour'; they are status, two-preferred"):
        list(base.clashes([code, "colour"]))


def test_a_good_base_has_nothing_to_find():
    terms = (
        Term("zh-CN", "联合国毒品和犯罪问题办公室", "preferred"),
        Term("zh-CN", "毒罪办", "admitted"),
        Term("en-US", "United Nations Office on Drugs and Crime", "preferred"),
        Term("en-US", "UNODC", "admitted"),
    )
    assert findings(base_of(Concept(terms), full(), *numbered(5))) == []


def test_two_preferred_terms_of_one_concept():
    terms = (
        Term("zh-CN", "主席"),
        Term("en", "Chair", "preferred"),
        Term("en", "President", "preferred"),
    )
    (finding,) = findings(base_of(Concept(terms)))
    assert finding.code == "two-preferred"
    assert finding.message == (
        "“主席” has 2 preferred translations: “Chair” in 1, “President” in 1"
    )


def test_candidates_are_left_alone():
    candidate = concept("主席", "President", "preferred", review="candidate")
    assert findings(base_of(A, candidate)) == []


def test_one_finding_for_a_pair_that_is_found_by_both_its_terms():
    found = findings(base_of(*CLASHING["same-pair"]))
    assert [finding.code for finding in found] == ["same-pair"]
    assert found[0].message == "“主席” = “Chair” is in 1, 2"


def test_each_pair_of_a_term_is_told_with_the_concepts_that_have_it():
    pairs = [("Chair", "甲"), ("Chair", "乙"), ("President", "甲"), ("President", "丙")]
    base = base_of(*(concept("主席", en, note=note) for en, note in pairs))
    assert [finding.message for finding in findings(base)] == [
        "“主席” = “Chair” is in 1, 2",
        "“主席” = “President” is in 3, 4",
        "“主席” is a term of 1, 2, 3, 4",
    ]


def test_findings_come_in_the_order_of_their_terms():
    words = ["议程", "章程", "规程", "进程", "日程", "课程"]
    base = base_of(*(concept(word, f"programme {word} {n}") for n in range(2) for word in words))
    assert [finding.concepts[0].terms[0].text for finding in findings(base)] == words


def test_many_concepts_of_one_term_are_compared_once():
    twins = [concept("姓", f"surname {n}", note=note) for n in range(400) for note in "甲乙"]
    found = findings(base_of(*twins))
    assert [finding.code for finding in found].count("same-pair") == 400
    assert [one.code for one in found if len(one.concepts) > 2] == ["same-term"]


def test_words_that_are_one_in_two_languages_are_no_clash():
    base = base_of(
        Concept((Term("en", "Haiti", "preferred"), Term("zh-CN", "海地"))),
        Concept((Term("fr", "Haiti", "forbidden"), Term("zh-CN", "海地共和国"))),
    )
    assert findings(base) == []


def test_what_is_preferred_in_one_region_may_be_avoided_in_another():
    terms = (
        Term("zh-CN", "中心"),
        Term("en-GB", "centre", "preferred"),
        Term("en-US", "centre", "deprecated"),
    )
    assert findings(base_of(Concept(terms))) == []
    bare = Concept((*terms, Term("en", "centre", "forbidden")))
    assert [finding.code for finding in findings(base_of(bare))] == ["status"]


def test_the_better_of_two_spellings_of_one_concept_contradicts_nothing():
    spellings = Term("en", "Internet", "forbidden"), Term("en", "internet", "preferred")
    base = base_of(Concept((Term("zh-CN", "互联网"), *spellings)))
    assert findings(base) == []
    base.add([concept("因特网", "INTERNET", "deprecated")], origin="b")
    assert [finding.message for finding in findings(base) if finding.code == "status"] == [
        "“internet” is preferred in 1 and deprecated in 2"
    ]
