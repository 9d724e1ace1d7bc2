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
    "cover": -0.315,
    "leak": -1.057,
    "loose": 0.202,
    "en_cut": -1.775,
    "zh_cut": -0.067,
    "open": -0.756,
    "inside": -1.313,
    "split": -1.382,
    "quoted": 3.249,
    "defined": 0.589,
    "leftover": -0.897,
    "known": 2.637,
    "head_last": 0.859,
    "often": 0.625,
    "alike": 0.914,
    "zh_share": 0.979,
    "en_share": 0.279,
    "zh_bound": -1.595,
    "plain_words": -0.43,
    "ordinary_once": -0.914,
    "name_verb": -0.254,
    "name_joined": -1.476,
    "one": -1.695,
    "one_ordinary": -2.094,
    "qualified": -1.328,
    "adjective": -1.435,
    "name": -1.066,
    "joints": -1.653,
    "split_name": -0.844,
    "zh_grammar": -1.715,
    "zh_verb": -0.215,
    "zh_modifier": -2.13,
    "zh_one": -0.512,
    "zh_starts": -0.373,
    "zh_clause": 0.009,
    "zh_quantity": -0.114,
    "zh_hard": -0.459,
    "head": 0.113,
    "legal": 0.963,
    "joint_gap": -0.823,
    "filler": -1.686,
    "light": -0.815,
    "once": -0.767,
    "unlike": -1.379,
    "held": -1.382,
    "one_holder": -1.253,
    "outdone": -1.35,
    "often_one": -1.372,
    "once_zh_cut": -0.877,
    "once_joints": -1.925,
    "name_one": 1.085,
    "name_head": 0.898,
    "plain_held": 0.774,
    "bias": 0.321,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
