"""The script that fits the score of terms: what it computes, on examples small enough to check."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.append(str(Path(__file__).parents[1] / "scripts"))

from fit_terms import bare, bare_english, calibration, fit, folds_of, labels_of, read_judged


def test_what_terms_are_compared_by():
    assert bare("《联合国 宪章》") == "联合国宪章"
    assert bare_english("the “Security Council”") == "security Council"
    assert bare_english("UNODC") == "uNODC"


def test_labels_come_from_gold_before_judgements():
    judged = read_judged()
    wrong = next(pair for pair, is_right in judged.items() if not is_right)
    gold = [{"zh": "缔约国", "en": "States parties", "en_base": "state party"}]
    pairs = [("缔约国", ["State party"]), (wrong[0], [wrong[1]]), ("没有的", ["nowhere"])]
    labels = labels_of(pairs, gold)
    assert labels[0] == 1
    assert labels[1] == 0
    assert np.isnan(labels[2])


def test_judgements_are_pairs_with_one_verdict_each():
    judged = read_judged()
    assert len(judged) > 500
    assert 0.2 < sum(judged.values()) / len(judged) < 0.8


def test_a_model_that_is_fitted_tells_right_from_wrong():
    rows = np.array([[0.0], [1.0], [2.0], [3.0]])
    weights = fit(rows, np.array([0.0, 0.0, 1.0, 1.0]), np.ones(4))
    sure = 1 / (1 + np.exp(-(rows[:, 0] * weights[0] + weights[1])))
    assert weights[0] > 0
    assert (sure[:2] < 0.5).all()
    assert (sure[2:] > 0.5).all()


def test_calibration_error():
    assert calibration(np.array([0.85, 0.85]), np.array([1.0, 1.0])) == pytest.approx(0.15)
    assert calibration(np.array([0.5, 0.5]), np.array([1.0, 0.0])) == 0


def test_pairs_of_one_chinese_term_share_a_fold():
    folds = folds_of(["甲", "乙", "甲", "丙"])
    assert folds[0] == folds[2]
