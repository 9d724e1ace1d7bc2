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
    "cover": 0.883,
    "leak": -2.355,
    "loose": -3.187,
    "en_cut": -2.587,
    "zh_cut": -0.841,
    "open": -1.271,
    "inside": -0.768,
    "split": -1.06,
    "quoted": 3.152,
    "defined": 1.091,
    "leftover": -0.591,
    "known": 3.329,
    "often": 0.886,
    "alike": 1.027,
    "zh_bound": -2.5,
    "plain_words": -0.158,
    "ordinary_once": -1.337,
    "name_verb": -0.375,
    "name_joined": -1.122,
    "one": -1.265,
    "one_ordinary": -4.287,
    "qualified": -1.237,
    "adjective": -1.605,
    "name": -0.372,
    "joints": -3.753,
    "split_name": -0.906,
    "zh_grammar": -1.683,
    "zh_verb": -0.3,
    "zh_modifier": -1.481,
    "zh_one": -0.804,
    "zh_starts": -0.447,
    "zh_clause": -0.183,
    "zh_quantity": -0.503,
    "zh_hard": -0.788,
    "head": 0.188,
    "legal": 0.356,
    "bias": 0.155,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": -0.287,
    "leak": -1.04,
    "loose": 0.28,
    "en_cut": -1.558,
    "zh_cut": -0.106,
    "open": -0.698,
    "inside": -1.252,
    "split": -1.331,
    "quoted": 3.274,
    "defined": 0.679,
    "leftover": -0.859,
    "known": 2.596,
    "head_last": 0.927,
    "often": 0.598,
    "alike": 0.865,
    "zh_share": 0.971,
    "en_share": 0.147,
    "zh_bound": -1.738,
    "plain_words": -0.438,
    "ordinary_once": -0.904,
    "name_verb": -0.256,
    "name_joined": -1.467,
    "one": -1.746,
    "one_ordinary": -2.128,
    "qualified": -1.341,
    "adjective": -1.408,
    "name": -1.063,
    "joints": -1.585,
    "split_name": -0.934,
    "zh_grammar": -1.716,
    "zh_verb": -0.203,
    "zh_modifier": -2.127,
    "zh_one": -0.518,
    "zh_starts": -0.35,
    "zh_clause": 0.048,
    "zh_quantity": -0.103,
    "zh_hard": -0.58,
    "head": 0.062,
    "legal": 0.941,
    "joint_gap": -0.796,
    "filler": -1.699,
    "light": -0.792,
    "once": -0.843,
    "unlike": -1.289,
    "held": -1.557,
    "one_holder": -1.24,
    "outdone": -1.45,
    "often_one": -1.361,
    "once_zh_cut": -0.889,
    "once_joints": -1.902,
    "name_one": 1.131,
    "name_head": 0.948,
    "plain_held": 0.795,
    "bias": 0.518,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
