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
    "cover": 0.843,
    "leak": -2.355,
    "loose": -3.243,
    "en_cut": -2.653,
    "zh_cut": -0.747,
    "open": -1.315,
    "inside": -0.778,
    "split": -1.071,
    "quoted": 3.138,
    "defined": 0.934,
    "leftover": -0.57,
    "known": 3.339,
    "often": 0.88,
    "alike": 1.044,
    "zh_bound": -2.5,
    "plain_words": -0.169,
    "ordinary_once": -1.337,
    "name_verb": -0.391,
    "name_joined": -1.17,
    "one": -1.258,
    "one_ordinary": -4.286,
    "qualified": -1.234,
    "adjective": -1.605,
    "name": -0.396,
    "joints": -3.793,
    "split_name": -0.867,
    "zh_grammar": -1.672,
    "zh_verb": -0.323,
    "zh_modifier": -1.486,
    "zh_one": -0.8,
    "zh_starts": -0.454,
    "zh_clause": -0.18,
    "zh_quantity": -0.503,
    "zh_hard": -0.713,
    "head": 0.211,
    "legal": 0.39,
    "bias": 0.178,
}
FINAL: Final[Mapping[str, float]] = {
    "leak": -0.895,
    "en_cut": -1.709,
    "zh_cut": -0.049,
    "open": -0.746,
    "inside": -1.263,
    "split": -1.43,
    "quoted": 3.277,
    "defined": 0.486,
    "leftover": -0.954,
    "known": 2.611,
    "head_last": 0.776,
    "often": 0.614,
    "alike": 0.646,
    "zh_share": 0.872,
    "en_share": 0.234,
    "zh_bound": -1.662,
    "plain_words": -0.458,
    "ordinary_once": -0.894,
    "name_verb": -0.108,
    "name_joined": -1.365,
    "one": -1.807,
    "one_ordinary": -2.087,
    "qualified": -1.339,
    "adjective": -1.45,
    "name": -0.964,
    "joints": -1.772,
    "split_name": -0.937,
    "zh_grammar": -1.696,
    "zh_verb": -0.197,
    "zh_modifier": -2.105,
    "zh_one": -0.543,
    "zh_starts": -0.378,
    "zh_clause": -0.016,
    "zh_quantity": -0.138,
    "zh_hard": -0.449,
    "head": 0.193,
    "legal": 1.153,
    "joint_gap": -0.826,
    "filler": -1.692,
    "light": -0.808,
    "once": -0.767,
    "unlike": -0.825,
    "held": -1.338,
    "one_holder": -1.213,
    "outdone": -1.264,
    "often_one": -1.351,
    "once_zh_cut": -0.883,
    "once_joints": -2.038,
    "name_one": 1.004,
    "name_head": 0.881,
    "plain_held": 0.721,
    "plain_unlike": -1.746,
    "name_legal": -0.792,
    "bias": 0.532,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
