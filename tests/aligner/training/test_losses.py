"""The losses and the table against slow twins."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
import torch

from aligner.coverage import FLOOR
from aligner.training.losses import LONGEST, as_vectors, contrast, word_by_word
from aligner.training.table import Table

NAMED = [["?"], ["a"], ["b"], ["ab", "a", "b"], ["c"], ["cd", "c"]]


@pytest.fixture
def table():
    made = Table(NAMED, 4)
    torch.manual_seed(2)
    made.start_by_chance(np.array([1, 5, 3, 2, 4, 1]))
    return made


def batch_of(*runs):
    return np.concatenate(runs), np.cumsum([0, *map(len, runs)])


ZH = batch_of([1, 3], [2], [4, 4, 5])
EN = batch_of([3], [5, 1, 2], [1, 4])


def runs_of(batch):
    ids, starts = batch
    return [ids[a:b] for a, b in pairwise(starts)]


def test_a_row_is_the_sum_of_its_features(table):
    rows = table.folded()
    weight = table.rows.weight.detach().numpy()
    assert len(weight) == len({name for names in NAMED for name in names})
    assert not rows[0].any()
    np.testing.assert_allclose(rows[3] - weight[3], rows[1] + rows[2], atol=1e-6)


def test_a_table_starts_from_given_rows(table):
    named = [[f"={k}", *names] for k, names in enumerate(NAMED)]
    rows = table.folded()
    again = Table(named, 4)
    again.start_from(rows)
    np.testing.assert_array_equal(again.folded(), rows)


def test_vectors_are_compared_by_cosine(table):
    rows = table.folded()
    for i, one in enumerate(runs_of(ZH)):
        for j, other in enumerate(runs_of(EN)):
            left, right = rows[one].sum(axis=0), rows[other].sum(axis=0)
            expected = left @ right / np.linalg.norm(left) / np.linalg.norm(right)
            assert as_vectors(table, ZH, EN)[i, j].item() == pytest.approx(expected, abs=1e-5)


def explained(rows, one, other):
    lengths = np.linalg.norm(rows, axis=1)
    units = rows / np.maximum(lengths, 1e-6)[:, None]
    best = [max(max(0.0, float(units[t] @ units[u]) - FLOOR) for u in other) for t in one]
    return sum(lengths[t] * b for t, b in zip(one, best, strict=True)) / lengths[one].sum()


def test_word_by_word_every_token_finds_its_best_counterpart(table):
    rows = table.folded()
    found = word_by_word(table, ZH, EN)
    for i, one in enumerate(runs_of(ZH)):
        for j, other in enumerate(runs_of(EN)):
            expected = (explained(rows, one, other) + explained(rows, other, one)) / 2
            assert found[i, j].item() == pytest.approx(expected, abs=1e-5)


def test_a_long_text_is_found_by_its_first_tokens_only(table):
    rows, long = table.folded(), [1] * LONGEST + [5]
    found = word_by_word(table, batch_of([5], [2]), batch_of(long, [2]))[0, 0].item()
    expected = (explained(rows, [5], [1]) + explained(rows, long, [5])) / 2
    assert found == pytest.approx(expected, abs=1e-5)


def test_pairs_that_share_a_text_are_no_wrong_answers():
    similarity = torch.tensor([[1.0, 1.0], [0.0, 1.0]])
    numbers = np.array([0, 1])
    apart = contrast(similarity, numbers, numbers, 0.5)
    shared = contrast(similarity, numbers, np.array([0, 0]), 0.5)
    assert shared.item() == pytest.approx(0, abs=1e-6)
    expected = (math.log(2) + math.log(1 + math.exp(-2))) / 2
    assert apart.item() == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("loss", [as_vectors, word_by_word])
def test_a_step_down_the_gradient_makes_the_loss_smaller(table, loss):
    numbers = np.arange(3)
    before = contrast(loss(table, ZH, EN), numbers, numbers, 0.05)
    before.backward()
    gradient = table.rows.weight.grad.to_dense()
    assert torch.isfinite(gradient).all()
    with torch.no_grad():
        table.rows.weight -= 1e-3 * gradient / gradient.norm()
    assert contrast(loss(table, ZH, EN), numbers, numbers, 0.05) < before
