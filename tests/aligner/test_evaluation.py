"""Scoring against gold, on beads small enough to count by hand."""

from __future__ import annotations

import pytest

from aligner.evaluation import Evaluation, Pair, evaluate
from corpora.types import Span


def pairs(*shapes, probability=None) -> list[Pair]:
    """Place beads of these shapes one after the other."""
    found, i, j = [], 0, 0
    for a, b in shapes:
        found.append(Pair(Span(i, i + a), Span(j, j + b), probability))
        i, j = i + a, j + b
    return found


GOLD = pairs((1, 1), (1, 2), (1, 0), (2, 1), (1, 1))


def test_gold_against_itself_is_perfect():
    scores = evaluate(GOLD, GOLD)
    assert scores.strict.f1 == scores.lax.f1 == scores.null.f1 == scores.boundary.f1 == 1.0


def test_strict_counts_only_identical_beads():
    found = pairs((1, 1), (1, 1), (0, 1), (1, 0), (2, 1), (1, 1))
    scores = evaluate(found, GOLD)
    assert (scores.strict.right, scores.strict.found, scores.strict.wanted) == (3, 4, 4)
    assert scores.lax.f1 == 1.0  # the short bead lies inside the 1-2 bead of gold
    assert (scores.null.right, scores.null.found, scores.null.wanted) == (1, 2, 1)


def test_one_long_bead_over_two_of_gold_is_lax_once_and_covers_both():
    scores = evaluate(pairs((2, 2)), pairs((1, 1), (1, 1)))
    assert (scores.lax.right, scores.lax.found) == (1, 1)
    assert (scores.lax.covered, scores.lax.wanted) == (2, 2)
    assert scores.strict.right == 0


def test_touching_on_one_side_only_is_not_even_lax():
    found = [Pair(Span(0, 1), Span(5, 6))]
    assert evaluate(found, pairs((1, 1))).lax.right == 0


def test_boundaries_are_the_common_ends():
    found = pairs((1, 1), (2, 2), (2, 1), (1, 1))
    scores = evaluate(found, GOLD)
    assert (scores.boundary.right, scores.boundary.found, scores.boundary.wanted) == (3, 4, 4)


def test_the_place_of_a_nulls_empty_side_does_not_matter():
    found = [Pair(Span(0, 1), Span(7, 7))]
    assert evaluate(found, [Pair(Span(0, 1), Span(0, 0))]).null.f1 == 1.0


def test_nothing_found_and_nothing_wanted():
    assert evaluate([], []).strict.f1 == 1.0
    assert evaluate([], GOLD).strict.f1 == 0.0
    assert evaluate(GOLD, []).strict.f1 == 0.0


def test_counts_add_up_over_texts():
    one, other = evaluate(GOLD, GOLD), evaluate(pairs((2, 2)), pairs((1, 1), (1, 1)))
    total = Evaluation() + one + other
    assert (total.strict.right, total.strict.found, total.strict.wanted) == (4, 5, 6)
    assert total.lax.covered == one.lax.covered + 2


def test_calibration_error_is_the_gap_between_promise_and_truth():
    sure = pairs((1, 1), (1, 1), (1, 1), (1, 1), probability=0.95)
    gold = pairs((1, 1), (1, 1), (2, 2))
    assert evaluate(sure, gold).calibration_error == pytest.approx(0.45)
    assert evaluate(GOLD, GOLD).calibration_error is None
