"""The walk over candidates: each decision kept at once, and undone at will."""

from dataclasses import replace

import pytest
from term_samples import concept

from tm import TermBase
from tm.errors import TermError
from tm.terms.concept import Term
from tm.terms.review import Review
from tm.terms.which import Which


@pytest.fixture
def base():
    base = TermBase()
    scores = {("甲", "dam"): 0.2, ("乙", "river"): 0.9, ("丙", "lake"): 0.5}
    base.add([concept("丁", "four", "preferred")], origin="glossary")
    base.add(
        [concept(*pair, review="candidate", score=score) for pair, score in scores.items()],
        origin="report",
    )
    return base


def reviews(base):
    return {one.terms[0].text: one.review for one in base.concepts()}


def test_the_surest_first(base):
    review = Review(base)
    seen = []
    while one := review.current():
        seen.append((review.place, one.terms[0].text))
        review.skip()
    assert seen == [(1, "乙"), (2, "丙"), (3, "甲")]
    assert review.total == 3
    assert set(reviews(base).values()) == {"", "candidate"}


def test_decisions_are_kept_at_once_and_not_asked_again(base):
    review = Review(base, author="wei")
    review.accept(review.current())
    review.reject(review.current())
    assert reviews(base) == {"丁": "", "甲": "candidate", "乙": "accepted", "丙": "rejected"}
    again = Review(base)
    assert (again.total, again.current().terms[0].text) == (1, "甲")
    assert base.history(3)[0].author == "wei"


def test_undo_goes_back_step_by_step(base):
    before = list(base.concepts())
    review = Review(base)
    review.accept(review.current())
    review.skip()
    one = review.current()
    assert review.change(one, replace(one, kind="name"))
    review.merge(review.current(), 1)
    assert review.current() is None
    places = []
    while review.undo():
        places.append(review.current().terms[0].text)
    assert places == ["甲", "甲", "丙", "乙"]
    assert list(base.concepts()) == before


def test_merging_makes_it_part_of_another(base):
    review = Review(base)
    whole = review.merge(review.current(), 1)
    assert [term.text for term in whole.terms] == ["丁", "four", "乙", "river"]
    assert (whole.id, whole.review) == ("1", "")
    with pytest.raises(TermError, match="the candidate itself"):
        review.merge(review.current(), int(review.current().id))
    with pytest.raises(TermError, match="no concept 99"):
        review.merge(review.current(), 99)
    assert review.current().terms[0].text == "丙"


def test_what_others_decided_meanwhile_is_passed_over(base):
    review = Review(base)
    base.review(3, "rejected")
    base.remove([4])
    assert review.current().terms[0].text == "甲"
    assert review.place == 3


def test_what_others_change_while_it_is_looked_at_is_not_overwritten(base):
    review = Review(base)
    shown = review.current()
    base.review(3, "rejected", author="li")
    for decide in (
        review.accept,
        review.reject,
        lambda one: review.change(one, replace(one, kind="name")),
        lambda one: review.merge(one, 1),
    ):
        with pytest.raises(TermError, match="concept 3 was changed meanwhile"):
            decide(shown)
    assert reviews(base)["乙"] == "rejected"
    assert not review.undo()
    assert review.current().terms[0].text == "丙"


def test_a_change_that_changes_nothing_is_no_step(base):
    review = Review(base)
    one = review.current()
    assert not review.change(one, replace(one))
    assert (base.history(3), review.undo()) == ([], False)


def test_conditions_hold_for_candidates_alone(base):
    assert Review(base, Which(min_score=0.5)).total == 2
    assert Review(base, Which(kind="name")).current() is None


def test_what_the_base_has_for_either_term(base):
    base.add([concept("乙", "two"), concept("六", "river")], origin="b")
    base.change(1, replace(base.concept(1), terms=(Term("zh-CN", "丁"), Term("en", "Rivers"))))
    review = Review(base)
    known = {match.concept.id: match.kind for match in review.known(review.current())}
    assert known == {"5": "exact", "6": "exact", "1": "inflected"}
