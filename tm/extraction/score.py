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
    "cover": 1.338,
    "fuller": -1.835,
    "leak": -2.433,
    "loose": -3.007,
    "en_cut": -2.637,
    "zh_cut": -0.973,
    "open": -1.365,
    "inside": -1.169,
    "split": -1.142,
    "quoted": 2.753,
    "defined": 1.886,
    "leftover": -0.347,
    "known": 3.356,
    "often": 0.916,
    "alike": 1.457,
    "zh_bound": -1.631,
    "en_bound": -0.405,
    "plain_words": -0.423,
    "name_words": -0.363,
    "one": -1.591,
    "one_ordinary": -3.748,
    "ordinary": -0.456,
    "qualified": -1.447,
    "adjective": -1.168,
    "name": 0.123,
    "acronym": -0.124,
    "joints": -3.871,
    "split_name": -1.501,
    "zh_grammar": -2.469,
    "zh_verb": -0.366,
    "zh_modifier": -1.481,
    "zh_one": -0.672,
    "zh_starts": -0.325,
    "head": 0.591,
    "legal": 0.404,
    "bias": 1.285,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.45,
    "fuller": -0.495,
    "leak": -0.655,
    "loose": -1.517,
    "en_cut": -1.56,
    "zh_cut": -0.713,
    "open": -0.542,
    "inside": -0.591,
    "split": -1.181,
    "quoted": 3.112,
    "defined": 1.428,
    "leftover": -0.686,
    "known": 3.228,
    "often": 0.989,
    "alike": 1.078,
    "zh_share": 0.836,
    "en_share": 0.296,
    "zh_bound": -1.306,
    "en_bound": 0.457,
    "plain_words": -0.524,
    "name_words": -0.453,
    "one": -1.773,
    "one_ordinary": -3.698,
    "ordinary": -0.617,
    "qualified": -1.269,
    "adjective": -1.036,
    "name": 0.454,
    "acronym": -0.167,
    "joints": -3.267,
    "split_name": -1.741,
    "zh_grammar": -2.79,
    "zh_verb": -0.334,
    "zh_modifier": -1.571,
    "zh_one": -0.52,
    "zh_starts": -0.187,
    "head": 0.634,
    "legal": 0.596,
    "held": -0.32,
    "inner_name": -0.964,
    "once_held": 0.052,
    "outdone": -0.732,
    "bias": 0.166,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
