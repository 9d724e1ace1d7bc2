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
    "cover": 1.444,
    "fuller": -2.306,
    "leak": -2.349,
    "loose": -2.969,
    "en_cut": -2.715,
    "zh_cut": -0.825,
    "open": -1.406,
    "inside": -0.96,
    "split": -1.248,
    "quoted": 2.941,
    "defined": 1.889,
    "leftover": -0.372,
    "known": 3.372,
    "often": 0.928,
    "alike": 1.719,
    "zh_bound": -1.765,
    "en_bound": -0.448,
    "plain_words": -0.347,
    "name_words": -0.287,
    "one": -1.532,
    "one_ordinary": -3.749,
    "ordinary": -0.511,
    "qualified": -1.34,
    "adjective": -1.107,
    "name": 0.126,
    "acronym": -0.201,
    "joints": -3.798,
    "split_name": -1.448,
    "zh_grammar": -1.155,
    "zh_verb": -0.369,
    "zh_modifier": -1.552,
    "zh_one": -0.814,
    "zh_starts": -0.432,
    "zh_clause": -0.196,
    "zh_quantity": -0.438,
    "zh_hard": -0.903,
    "head": 0.512,
    "legal": 0.544,
    "bias": 1.262,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.206,
    "fuller": -0.726,
    "leak": -1.113,
    "loose": -1.163,
    "en_cut": -1.669,
    "zh_cut": -0.616,
    "open": -0.557,
    "inside": -0.537,
    "split": -1.215,
    "quoted": 3.295,
    "defined": 1.334,
    "leftover": -0.564,
    "known": 3.146,
    "often": 0.948,
    "alike": 1.407,
    "zh_share": 1.092,
    "en_share": 0.121,
    "zh_bound": -1.529,
    "en_bound": 0.384,
    "plain_words": -0.44,
    "name_words": -0.429,
    "one": -1.719,
    "one_ordinary": -3.716,
    "ordinary": -0.653,
    "qualified": -1.163,
    "adjective": -1.112,
    "name": 0.759,
    "acronym": -0.149,
    "joints": -3.08,
    "split_name": -1.817,
    "zh_grammar": -1.399,
    "zh_verb": -0.263,
    "zh_modifier": -1.696,
    "zh_one": -0.525,
    "zh_starts": -0.352,
    "zh_clause": -0.212,
    "zh_quantity": -0.192,
    "zh_hard": -1.084,
    "head": 0.598,
    "legal": 0.708,
    "held": 0.235,
    "inner_name": -1.407,
    "once_held": -0.176,
    "one_holder": -0.591,
    "outdone": -1.106,
    "bias": 0.064,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
