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

THRESHOLD: Final = 0.56  # least score of what is exported by default
# What decides which of two pairs that exclude each other stays; knows nothing of that choice.
CHOICE: Final[Mapping[str, float]] = {
    "cover": 0.896,
    "leak": -2.376,
    "loose": -3.157,
    "en_cut": -2.605,
    "zh_cut": -0.81,
    "open": -1.303,
    "inside": -0.763,
    "split": -1.051,
    "quoted": 3.153,
    "defined": 1.098,
    "leftover": -0.577,
    "known": 3.385,
    "often": 0.864,
    "alike": 1.036,
    "zh_bound": -2.5,
    "plain_words": -0.162,
    "ordinary_once": -1.268,
    "name_verb": -0.181,
    "name_joined": -1.123,
    "one": -1.227,
    "one_ordinary": -4.23,
    "qualified": -1.235,
    "adjective": -1.055,
    "name": -0.336,
    "joints": -3.692,
    "split_name": -0.89,
    "zh_grammar": -1.68,
    "zh_verb": -0.361,
    "zh_modifier": -1.497,
    "zh_one": -0.826,
    "zh_starts": -0.517,
    "zh_clause": -0.194,
    "zh_quantity": -0.5,
    "zh_hard": -0.805,
    "head": 0.223,
    "legal": 0.382,
    "bias": 0.085,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": -0.279,
    "leak": -1.12,
    "loose": 0.208,
    "en_cut": -1.538,
    "zh_cut": -0.124,
    "open": -0.619,
    "inside": -1.221,
    "split": -1.32,
    "quoted": 3.297,
    "defined": 0.719,
    "leftover": -0.837,
    "known": 2.694,
    "head_last": 0.885,
    "often": 0.579,
    "alike": 0.902,
    "zh_share": 1.037,
    "en_share": 0.121,
    "zh_bound": -1.673,
    "plain_words": -0.425,
    "ordinary_once": -0.809,
    "name_verb": -0.245,
    "name_joined": -1.43,
    "one": -1.703,
    "one_ordinary": -2.126,
    "qualified": -1.329,
    "adjective": -0.909,
    "name": -1.046,
    "joints": -1.499,
    "split_name": -0.916,
    "zh_grammar": -1.693,
    "zh_verb": -0.249,
    "zh_modifier": -2.144,
    "zh_one": -0.592,
    "zh_starts": -0.459,
    "zh_clause": 0.005,
    "zh_quantity": -0.105,
    "zh_hard": -0.617,
    "head": 0.055,
    "legal": 0.965,
    "joint_gap": -0.796,
    "filler": -1.719,
    "light": -0.764,
    "once": -0.876,
    "unlike": -1.294,
    "held": -1.531,
    "one_holder": -1.085,
    "outdone": -1.363,
    "often_one": -1.32,
    "once_zh_cut": -0.819,
    "once_joints": -1.92,
    "name_one": 1.051,
    "name_head": 0.979,
    "plain_held": 0.752,
    "bias": 0.417,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
