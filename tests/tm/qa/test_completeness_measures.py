"""Measures of many tables at once against a slow twin that takes them one by one."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from aligner import load_encoder
from tm.extraction.links import Vectors
from tm.qa import pair_of
from tm.qa.completeness.evidence import Table, rows_of, table_of
from tm.qa.completeness.familiar import Familiar
from tm.qa.completeness.measures import NEVER, SHARPNESS, UNLIKE, lines_of, measure
from tm.qa.completeness.words import Weight, cut

PAIRS = (
    ("委员会审议了区域合作和安全问题。", "The Committee considered regional cooperation and security."),
    ("各国政府、国际组织和民间社会合作。", "Governments, organizations and civil society cooperate."),
    ("会议", "Meeting"),
    ("，", "The Secretariat took note of it."),
    ("2019年预算为3 500万美元。", "The 2019 budget amounts to $35 million."),
    ("日本政府和日本议会感谢日本人民。", "The Government and the Diet thank the people of Japan."),
)  # fmt: skip


@pytest.fixture(scope="module")
def tables() -> list[Table]:
    """Return the tables of the pairs, seen from either side."""
    cuts = [(cut(pair.zh), cut(pair.en)) for pair in (pair_of(*both) for both in PAIRS)]
    familiar = Familiar(Vectors(load_encoder().encode))
    rows = rows_of([words for both in cuts for words in both], familiar)
    found = [table_of(zh, en, rows) for zh, en in cuts]
    return [side for table in found for side in (table, table.turned())]


def slow_measure(table: Table) -> np.ndarray:
    """Measure the words of one table, column by column as the docstring tells."""
    kinds, weights = np.array(table.others.weights), np.array(table.words.weights)
    alike = np.where(kinds >= Weight.LOOSE, table.alike, UNLIKE)
    rivals = np.where((weights >= Weight.LOOSE)[:, None], alike, NEVER)
    pull = np.exp(rivals / SHARPNESS)
    shared = ((pull / pull.sum(0)) * (kinds >= Weight.PLAIN)).sum(1)
    own = (alike - np.maximum(rivals.max(0) - alike, 0)).max(1)
    best = alike.max(1)
    second = np.sort(alike, axis=1)[:, -2:].mean(1)
    return np.stack(
        [
            best,
            best * abs(best),
            second,
            np.minimum(shared, 1.5),
            np.minimum(shared, 0.5),
            own,
            np.maximum(own, 0) ** 2,
            _likest_phrase(table, best),
            np.full(len(best), np.log1p(len(kinds))),
        ],
        axis=1,
    )


def _likest_phrase(table: Table, best: np.ndarray) -> np.ndarray:
    places = [k for k, weight in enumerate(table.others.weights) if weight >= Weight.PLAIN]
    rows = table.rows.of(table.others.words)
    phrases = [
        (table.alike[:, one] + table.alike[:, two]) / np.linalg.norm(rows[one] + rows[two])
        for one, two in pairwise(places)
    ]
    return np.max(phrases, axis=0) if phrases else best


def test_many_tables_are_measured_as_each_by_itself(tables):
    together, best = measure(tables)
    slow = np.concatenate([slow_measure(table) for table in tables])
    np.testing.assert_allclose(together, slow, atol=1e-4)
    np.testing.assert_allclose(best, slow[:, 0], atol=1e-6)


def test_a_table_alone_is_measured_as_among_others(tables):
    together, _ = measure(tables)
    alone = np.concatenate([measure([table])[0] for table in tables])
    np.testing.assert_allclose(together, alone, atol=1e-6)


def test_cells_of_two_tables_know_their_rows_and_columns():
    rows = lines_of(np.array([2, 1]), np.array([3, 2]))
    assert rows.widths.tolist() == [3, 3, 2]
    assert rows.starts.tolist() == [0, 3, 6]
    assert rows.across.tolist() == [0, 1, 2, 0, 1, 2, 3, 4]
