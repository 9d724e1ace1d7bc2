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
    "cover": 0.81,
    "leak": -2.322,
    "loose": -3.165,
    "en_cut": -2.679,
    "zh_cut": -0.837,
    "open": -1.348,
    "inside": -0.783,
    "split": -1.067,
    "quoted": 3.162,
    "defined": 1.549,
    "leftover": -0.606,
    "known": 3.387,
    "often": 0.839,
    "alike": 1.018,
    "zh_bound": -2.5,
    "plain_words": -0.166,
    "ordinary_once": -1.314,
    "name_verb": -0.174,
    "name_joined": -1.075,
    "one": -1.21,
    "one_ordinary": -4.152,
    "qualified": -1.17,
    "adjective": -1.004,
    "name": -0.325,
    "joints": -3.656,
    "split_name": -0.921,
    "zh_grammar": -1.399,
    "zh_verb": -0.326,
    "zh_modifier": -1.48,
    "zh_one": -0.818,
    "zh_starts": -0.464,
    "zh_clause": -0.276,
    "zh_quantity": -0.509,
    "zh_hard": -0.834,
    "head": 0.226,
    "legal": 0.4,
    "bias": 0.166,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.17,
    "leak": -0.909,
    "loose": -1.129,
    "en_cut": -1.392,
    "zh_cut": -0.551,
    "open": -0.485,
    "inside": -0.69,
    "split": -1.104,
    "quoted": 3.186,
    "defined": 1.224,
    "leftover": -0.976,
    "known": 3.254,
    "often": 0.781,
    "alike": 1.106,
    "zh_share": 0.894,
    "en_share": 0.076,
    "zh_bound": -1.471,
    "plain_words": -0.272,
    "ordinary_once": -1.156,
    "name_verb": -0.128,
    "name_joined": -1.74,
    "one": -1.396,
    "one_ordinary": -4.009,
    "qualified": -1.072,
    "adjective": -0.986,
    "name": 0.184,
    "joints": -3.069,
    "split_name": -1.046,
    "zh_grammar": -1.429,
    "zh_verb": -0.23,
    "zh_modifier": -2.176,
    "zh_one": -0.419,
    "zh_starts": -0.433,
    "zh_clause": -0.276,
    "zh_quantity": -0.15,
    "zh_hard": -0.957,
    "head": 0.143,
    "legal": 0.675,
    "held": -0.021,
    "inner_name": -1.405,
    "once_held": -0.24,
    "one_holder": -0.549,
    "outdone": -1.075,
    "bias": -0.323,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
