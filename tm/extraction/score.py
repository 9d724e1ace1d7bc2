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
    "cover": 1.429,
    "fuller": -1.842,
    "leak": -2.345,
    "loose": -2.983,
    "en_cut": -2.631,
    "zh_cut": -0.978,
    "open": -1.354,
    "inside": -1.163,
    "split": -1.154,
    "quoted": 2.828,
    "defined": 1.863,
    "leftover": -0.345,
    "known": 3.353,
    "often": 0.913,
    "alike": 1.443,
    "zh_bound": -1.63,
    "en_bound": -0.401,
    "plain_words": -0.412,
    "name_words": -0.34,
    "one": -1.584,
    "one_ordinary": -3.737,
    "ordinary": -0.476,
    "qualified": -1.445,
    "adjective": -1.174,
    "name": 0.094,
    "acronym": -0.103,
    "joints": -3.923,
    "split_name": -1.532,
    "zh_grammar": -2.497,
    "zh_verb": -0.376,
    "zh_modifier": -1.479,
    "zh_one": -0.672,
    "zh_starts": -0.312,
    "head": 0.571,
    "legal": 0.412,
    "bias": 1.217,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.421,
    "fuller": -0.449,
    "leak": -0.872,
    "loose": -1.557,
    "en_cut": -1.605,
    "zh_cut": -0.711,
    "open": -0.46,
    "inside": -0.69,
    "split": -1.196,
    "quoted": 3.077,
    "defined": 1.443,
    "leftover": -0.694,
    "known": 3.2,
    "often": 0.969,
    "alike": 1.028,
    "zh_share": 0.895,
    "en_share": 0.339,
    "zh_bound": -1.319,
    "en_bound": 0.532,
    "plain_words": -0.514,
    "name_words": -0.434,
    "one": -1.783,
    "one_ordinary": -3.708,
    "ordinary": -0.632,
    "qualified": -1.259,
    "adjective": -1.075,
    "name": 0.467,
    "acronym": -0.136,
    "joints": -3.266,
    "split_name": -1.76,
    "zh_grammar": -2.76,
    "zh_verb": -0.347,
    "zh_modifier": -1.555,
    "zh_one": -0.412,
    "zh_starts": -0.192,
    "head": 0.545,
    "legal": 0.597,
    "held": -0.066,
    "inner_name": -0.987,
    "once_held": -0.091,
    "one_holder": -0.612,
    "outdone": -0.931,
    "bias": 0.085,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
