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

THRESHOLD: Final = 0.5  # least score of what is exported by default
# What decides which of two pairs that exclude each other stays; knows nothing of that choice.
CHOICE: Final[Mapping[str, float]] = {
    "cover": 1.356,
    "fuller": -1.838,
    "leak": -2.449,
    "loose": -3.014,
    "en_cut": -2.621,
    "zh_cut": -0.978,
    "open": -1.362,
    "inside": -1.179,
    "split": -1.144,
    "quoted": 2.75,
    "defined": 1.887,
    "leftover": -0.349,
    "known": 3.356,
    "often": 0.914,
    "alike": 1.454,
    "zh_bound": -1.629,
    "en_bound": -0.404,
    "plain_words": -0.417,
    "name_words": -0.364,
    "one": -1.591,
    "one_ordinary": -3.742,
    "ordinary": -0.459,
    "qualified": -1.45,
    "adjective": -1.173,
    "name": 0.128,
    "acronym": -0.119,
    "joints": -3.907,
    "split_name": -1.498,
    "zh_grammar": -2.481,
    "zh_verb": -0.372,
    "zh_modifier": -1.48,
    "zh_one": -0.671,
    "zh_starts": -0.313,
    "head": 0.59,
    "legal": 0.413,
    "bias": 1.27,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.471,
    "fuller": -0.505,
    "leak": -0.681,
    "loose": -1.531,
    "en_cut": -1.566,
    "zh_cut": -0.714,
    "open": -0.552,
    "inside": -0.584,
    "split": -1.189,
    "quoted": 3.118,
    "defined": 1.437,
    "leftover": -0.68,
    "known": 3.221,
    "often": 0.99,
    "alike": 1.08,
    "zh_share": 0.839,
    "en_share": 0.3,
    "zh_bound": -1.293,
    "en_bound": 0.459,
    "plain_words": -0.521,
    "name_words": -0.455,
    "one": -1.775,
    "one_ordinary": -3.699,
    "ordinary": -0.618,
    "qualified": -1.265,
    "adjective": -1.041,
    "name": 0.476,
    "acronym": -0.185,
    "joints": -3.269,
    "split_name": -1.741,
    "zh_grammar": -2.81,
    "zh_verb": -0.342,
    "zh_modifier": -1.571,
    "zh_one": -0.516,
    "zh_starts": -0.176,
    "head": 0.647,
    "legal": 0.595,
    "held": -0.308,
    "inner_name": -1.001,
    "once_held": 0.084,
    "outdone": -0.757,
    "bias": 0.141,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
