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
    "cover": 1.398,
    "fuller": -1.838,
    "leak": -2.363,
    "loose": -2.93,
    "en_cut": -2.77,
    "zh_cut": -0.976,
    "open": -1.357,
    "inside": -1.16,
    "split": -1.144,
    "quoted": 2.909,
    "defined": 1.9,
    "leftover": -0.41,
    "known": 3.357,
    "often": 0.921,
    "alike": 1.396,
    "zh_bound": -1.653,
    "en_bound": -0.389,
    "plain_words": -0.369,
    "name_words": -0.34,
    "one": -1.566,
    "one_ordinary": -3.713,
    "ordinary": -0.508,
    "qualified": -1.434,
    "adjective": -1.155,
    "name": 0.158,
    "acronym": -0.24,
    "joints": -3.855,
    "split_name": -1.528,
    "zh_grammar": -2.41,
    "zh_verb": -0.361,
    "zh_modifier": -1.471,
    "zh_one": -0.671,
    "zh_starts": -0.315,
    "zh_clause": -0.279,
    "head": 0.57,
    "legal": 0.432,
    "bias": 1.194,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.244,
    "fuller": -0.321,
    "leak": -0.837,
    "loose": -1.574,
    "en_cut": -1.813,
    "zh_cut": -0.679,
    "open": -0.516,
    "inside": -0.817,
    "split": -1.179,
    "quoted": 3.17,
    "defined": 1.506,
    "leftover": -0.767,
    "known": 3.198,
    "often": 0.958,
    "alike": 1.07,
    "zh_share": 0.885,
    "en_share": 0.36,
    "zh_bound": -1.363,
    "en_bound": 0.544,
    "plain_words": -0.443,
    "name_words": -0.438,
    "one": -1.743,
    "one_ordinary": -3.669,
    "ordinary": -0.667,
    "qualified": -1.243,
    "adjective": -1.084,
    "name": 0.599,
    "acronym": -0.209,
    "joints": -3.163,
    "split_name": -1.752,
    "zh_grammar": -2.722,
    "zh_verb": -0.312,
    "zh_modifier": -1.541,
    "zh_one": -0.412,
    "zh_starts": -0.207,
    "zh_clause": -0.313,
    "head": 0.555,
    "legal": 0.605,
    "held": 0.149,
    "inner_name": -1.066,
    "once_held": -0.082,
    "one_holder": -0.656,
    "outdone": -0.926,
    "bias": -0.086,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
