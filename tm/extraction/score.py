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
    "cover": 0.872,
    "leak": -2.356,
    "loose": -3.192,
    "en_cut": -2.631,
    "zh_cut": -0.818,
    "open": -1.31,
    "inside": -0.773,
    "split": -1.044,
    "quoted": 3.144,
    "defined": 1.084,
    "leftover": -0.567,
    "known": 3.368,
    "often": 0.842,
    "alike": 1.04,
    "zh_bound": -2.5,
    "plain_words": -0.172,
    "ordinary_once": -1.259,
    "name_verb": -0.201,
    "name_joined": -1.104,
    "one": -1.217,
    "one_ordinary": -4.15,
    "qualified": -1.173,
    "adjective": -1.01,
    "name": -0.292,
    "joints": -3.555,
    "split_name": -0.925,
    "zh_grammar": -1.523,
    "zh_verb": -0.367,
    "zh_modifier": -1.477,
    "zh_one": -0.826,
    "zh_starts": -0.49,
    "zh_clause": -0.263,
    "zh_quantity": -0.487,
    "zh_hard": -0.81,
    "head": 0.21,
    "legal": 0.398,
    "bias": 0.079,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.269,
    "leak": -1.059,
    "loose": -1.142,
    "en_cut": -1.341,
    "zh_cut": -0.574,
    "open": -0.496,
    "inside": -0.682,
    "split": -1.089,
    "quoted": 3.125,
    "defined": 0.84,
    "leftover": -0.974,
    "known": 3.229,
    "often": 0.813,
    "alike": 1.068,
    "zh_share": 0.902,
    "en_share": 0.067,
    "zh_bound": -1.44,
    "plain_words": -0.264,
    "ordinary_once": -1.093,
    "name_verb": -0.29,
    "name_joined": -1.674,
    "one": -1.382,
    "one_ordinary": -4.049,
    "qualified": -1.077,
    "adjective": -0.993,
    "name": 0.175,
    "joints": -2.95,
    "split_name": -1.043,
    "zh_grammar": -1.527,
    "zh_verb": -0.238,
    "zh_modifier": -2.165,
    "zh_one": -0.44,
    "zh_starts": -0.476,
    "zh_clause": -0.248,
    "zh_quantity": -0.146,
    "zh_hard": -0.898,
    "head": 0.084,
    "legal": 0.64,
    "held": -0.072,
    "inner_name": -1.215,
    "once_held": -0.196,
    "one_holder": -0.613,
    "outdone": -0.949,
    "bias": -0.418,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
