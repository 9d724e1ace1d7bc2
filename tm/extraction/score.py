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
    "cover": 0.847,
    "leak": -2.342,
    "loose": -3.168,
    "en_cut": -2.66,
    "zh_cut": -0.843,
    "open": -1.332,
    "inside": -0.772,
    "split": -1.062,
    "quoted": 3.118,
    "defined": 1.339,
    "leftover": -0.635,
    "known": 3.354,
    "often": 0.84,
    "alike": 0.999,
    "zh_bound": -2.5,
    "plain_words": -0.175,
    "ordinary_once": -1.279,
    "name_verb": -0.221,
    "name_joined": -1.095,
    "one": -1.225,
    "one_ordinary": -4.145,
    "qualified": -1.181,
    "adjective": -1.007,
    "name": -0.28,
    "joints": -3.599,
    "split_name": -0.942,
    "zh_grammar": -1.432,
    "zh_verb": -0.34,
    "zh_modifier": -1.487,
    "zh_one": -0.835,
    "zh_starts": -0.489,
    "zh_clause": -0.278,
    "zh_quantity": -0.502,
    "zh_hard": -0.808,
    "head": 0.177,
    "legal": 0.406,
    "bias": 0.158,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.252,
    "leak": -1.036,
    "loose": -1.057,
    "en_cut": -1.369,
    "zh_cut": -0.561,
    "open": -0.533,
    "inside": -0.66,
    "split": -1.105,
    "quoted": 3.072,
    "defined": 0.977,
    "leftover": -0.985,
    "known": 3.212,
    "often": 0.81,
    "alike": 1.048,
    "zh_share": 0.895,
    "en_share": 0.111,
    "zh_bound": -1.438,
    "plain_words": -0.284,
    "ordinary_once": -1.121,
    "name_verb": -0.317,
    "name_joined": -1.72,
    "one": -1.417,
    "one_ordinary": -4.037,
    "qualified": -1.083,
    "adjective": -0.992,
    "name": 0.202,
    "joints": -3.014,
    "split_name": -1.071,
    "zh_grammar": -1.464,
    "zh_verb": -0.24,
    "zh_modifier": -2.18,
    "zh_one": -0.426,
    "zh_starts": -0.456,
    "zh_clause": -0.262,
    "zh_quantity": -0.152,
    "zh_hard": -0.843,
    "head": 0.073,
    "legal": 0.674,
    "held": -0.091,
    "inner_name": -1.315,
    "once_held": -0.209,
    "one_holder": -0.602,
    "outdone": -1.0,
    "bias": -0.36,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
