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

THRESHOLD: Final = 0.57  # least score of what is exported by default
# What decides which of two pairs that exclude each other stays; knows nothing of that choice.
CHOICE: Final[Mapping[str, float]] = {
    "cover": 0.788,
    "leak": -2.504,
    "loose": -3.013,
    "en_cut": -2.818,
    "zh_cut": -0.867,
    "open": -1.384,
    "inside": -0.855,
    "split": -1.069,
    "quoted": 3.088,
    "defined": 1.57,
    "leftover": -0.455,
    "known": 3.402,
    "often": 0.87,
    "alike": 1.018,
    "zh_bound": -2.5,
    "en_bound": -0.355,
    "zh_part": -2.0,
    "en_part": 0.058,
    "plain_words": -0.169,
    "ordinary_once": -1.088,
    "name_verb": -0.183,
    "name_joined": -1.034,
    "one": -1.294,
    "one_ordinary": -4.115,
    "qualified": -1.2,
    "adjective": -1.012,
    "name": -0.277,
    "joints": -3.662,
    "split_name": -0.943,
    "zh_grammar": -1.355,
    "zh_verb": -0.347,
    "zh_modifier": -1.465,
    "zh_one": -0.785,
    "zh_starts": -0.455,
    "zh_clause": -0.29,
    "zh_quantity": -0.454,
    "zh_hard": -0.807,
    "head": 0.219,
    "legal": 0.448,
    "bias": 0.035,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.165,
    "leak": -1.001,
    "loose": -1.225,
    "en_cut": -1.433,
    "zh_cut": -0.564,
    "open": -0.538,
    "inside": -0.642,
    "split": -1.149,
    "quoted": 3.173,
    "defined": 1.261,
    "leftover": -0.918,
    "known": 3.233,
    "often": 0.814,
    "alike": 1.135,
    "zh_share": 0.981,
    "en_share": 0.096,
    "zh_bound": -1.311,
    "en_bound": 0.484,
    "zh_part": -0.159,
    "en_part": 0.726,
    "plain_words": -0.246,
    "ordinary_once": -1.141,
    "name_verb": -0.167,
    "name_joined": -1.466,
    "one": -1.364,
    "one_ordinary": -4.067,
    "qualified": -1.075,
    "adjective": -1.043,
    "name": 0.125,
    "joints": -3.127,
    "split_name": -1.203,
    "zh_grammar": -1.466,
    "zh_verb": -0.229,
    "zh_modifier": -1.897,
    "zh_one": -0.462,
    "zh_starts": -0.41,
    "zh_clause": -0.243,
    "zh_quantity": 0.141,
    "zh_hard": -0.939,
    "head": 0.025,
    "legal": 0.646,
    "held": -0.056,
    "inner_name": -1.123,
    "once_held": -0.292,
    "one_holder": -0.607,
    "outdone": -1.277,
    "bias": -0.512,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
