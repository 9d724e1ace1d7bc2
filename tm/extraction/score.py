"""How surely a pair is a term and its translation: a logistic model of the evidence.

The weights were fitted by ``scripts/fit_terms.py`` on the gold terms of half a report and on
judgements kept in ``scripts/terms.judged.tsv``; run it again after any change of the evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from tm.extraction.features import NAMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tm.extraction.links import Floats

# What decides which of two pairs that exclude each other stays; knows nothing of that choice.
CHOICE: Final[Mapping[str, float]] = {
    "cover": 0.691,
    "leak": -2.464,
    "loose": -3.938,
    "en_cut": -2.682,
    "zh_cut": -0.648,
    "open": -1.336,
    "inside": -0.607,
    "split": -1.266,
    "zh_quoted": 0.298,
    "en_quoted": 0.837,
    "defined": 0.928,
    "leftover": -0.4,
    "known": 3.591,
    "often": 0.905,
    "alike": 1.102,
    "zh_bound": -2.5,
    "plain_words": -0.24,
    "ordinary_once": -1.446,
    "name_verb": -0.348,
    "name_joined": -0.956,
    "one": -1.39,
    "one_ordinary": -4.411,
    "qualified": -1.353,
    "adjective": -1.941,
    "name": -0.64,
    "joints": -3.963,
    "split_name": -0.949,
    "zh_grammar": -1.765,
    "zh_verb": -0.313,
    "zh_modifier": -1.543,
    "zh_one": -0.798,
    "zh_starts": -0.434,
    "zh_clause": -0.208,
    "zh_quantity": -0.474,
    "zh_hard": -0.965,
    "head": 0.355,
    "legal": 0.364,
    "bias": 0.517,
}
FINAL: Final[Mapping[str, float]] = {
    "leak": -0.87,
    "en_cut": -1.713,
    "zh_cut": -0.023,
    "open": -0.754,
    "inside": -1.13,
    "split": -1.836,
    "zh_quoted": 0.524,
    "en_quoted": 0.647,
    "defined": 0.781,
    "leftover": -0.687,
    "known": 2.749,
    "head_last": 0.874,
    "often": 0.626,
    "alike": 0.578,
    "zh_share": 0.484,
    "en_share": -0.071,
    "zh_bound": -1.118,
    "plain_words": -0.501,
    "ordinary_once": -0.992,
    "name_verb": -0.203,
    "name_joined": -1.143,
    "one": -2.02,
    "one_ordinary": -2.145,
    "qualified": -1.469,
    "adjective": -1.807,
    "name": -0.736,
    "joints": -1.826,
    "split_name": -0.942,
    "zh_grammar": -1.83,
    "zh_verb": -0.219,
    "zh_modifier": -2.199,
    "zh_one": -0.565,
    "zh_starts": -0.342,
    "zh_clause": -0.025,
    "zh_quantity": -0.156,
    "zh_hard": -0.768,
    "head": 0.255,
    "legal": 1.075,
    "joint_gap": -0.581,
    "filler": -1.411,
    "light": -0.94,
    "once": -0.93,
    "unlike": -1.304,
    "held": -1.371,
    "one_holder": -1.44,
    "outdone": -0.746,
    "often_one": -1.432,
    "once_zh_cut": -0.723,
    "once_joints": -2.18,
    "name_one": 1.15,
    "name_head": 0.57,
    "plain_held": 0.727,
    "plain_unlike": -2.104,
    "name_legal": -0.979,
    "bias": 1.499,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
