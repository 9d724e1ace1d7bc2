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
    "cover": 0.65,
    "leak": -2.382,
    "loose": -4.157,
    "en_cut": -2.741,
    "zh_cut": -0.684,
    "open": -1.475,
    "inside": -0.605,
    "split": -1.267,
    "zh_quoted": 0.385,
    "en_quoted": 0.811,
    "defined": 0.931,
    "leftover": -0.409,
    "known": 3.586,
    "often": 0.93,
    "alike": 1.241,
    "zh_bound": -2.5,
    "plain_words": -0.245,
    "ordinary_once": -1.406,
    "name_verb": -0.544,
    "name_joined": -1.043,
    "one": -1.393,
    "one_ordinary": -4.46,
    "qualified": -1.249,
    "adjective": -1.95,
    "name": -0.602,
    "joints": -3.995,
    "split_name": -0.906,
    "zh_grammar": -1.665,
    "zh_verb": -0.261,
    "zh_modifier": -1.525,
    "zh_one": -0.801,
    "zh_starts": -0.427,
    "zh_clause": -0.185,
    "zh_quantity": -0.457,
    "zh_hard": -0.857,
    "head": 0.339,
    "legal": 0.359,
    "bias": 0.45,
}
FINAL: Final[Mapping[str, float]] = {
    "leak": -0.908,
    "en_cut": -1.934,
    "zh_cut": -0.127,
    "open": -0.969,
    "inside": -1.139,
    "split": -1.821,
    "zh_quoted": 0.501,
    "en_quoted": 0.653,
    "defined": 0.805,
    "leftover": -0.742,
    "known": 2.748,
    "head_last": 0.886,
    "often": 0.673,
    "alike": 0.799,
    "zh_share": 0.542,
    "en_share": -0.153,
    "zh_bound": -1.238,
    "plain_words": -0.543,
    "ordinary_once": -0.924,
    "name_verb": -0.501,
    "name_joined": -1.311,
    "one": -2.001,
    "one_ordinary": -2.183,
    "qualified": -1.395,
    "adjective": -1.827,
    "name": -0.769,
    "joints": -1.839,
    "split_name": -0.839,
    "zh_grammar": -1.797,
    "zh_verb": -0.172,
    "zh_modifier": -2.199,
    "zh_one": -0.549,
    "zh_starts": -0.371,
    "zh_clause": 0.06,
    "zh_quantity": -0.149,
    "zh_hard": -0.681,
    "head": 0.259,
    "legal": 1.087,
    "joint_gap": -0.58,
    "filler": -1.431,
    "light": -0.863,
    "once": -0.93,
    "unlike": -1.21,
    "held": -1.396,
    "one_holder": -1.467,
    "outdone": -0.792,
    "often_one": -1.435,
    "once_zh_cut": -0.704,
    "once_joints": -2.142,
    "name_one": 1.181,
    "name_head": 0.564,
    "plain_held": 0.769,
    "plain_unlike": -1.902,
    "name_legal": -0.892,
    "bias": 1.412,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
