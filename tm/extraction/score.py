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
    "cover": 0.688,
    "leak": -2.47,
    "loose": -3.98,
    "en_cut": -2.692,
    "zh_cut": -0.66,
    "open": -1.372,
    "inside": -0.626,
    "split": -1.267,
    "zh_quoted": 0.301,
    "en_quoted": 0.831,
    "defined": 0.925,
    "leftover": -0.407,
    "known": 3.587,
    "often": 0.908,
    "alike": 1.103,
    "zh_bound": -2.5,
    "plain_words": -0.24,
    "ordinary_once": -1.452,
    "name_verb": -0.334,
    "name_joined": -0.958,
    "one": -1.393,
    "one_ordinary": -4.419,
    "qualified": -1.356,
    "adjective": -1.931,
    "name": -0.639,
    "joints": -3.965,
    "split_name": -0.95,
    "zh_grammar": -1.769,
    "zh_verb": -0.312,
    "zh_modifier": -1.542,
    "zh_one": -0.797,
    "zh_starts": -0.447,
    "zh_clause": -0.206,
    "zh_quantity": -0.478,
    "zh_hard": -0.965,
    "head": 0.358,
    "legal": 0.364,
    "bias": 0.532,
}
FINAL: Final[Mapping[str, float]] = {
    "leak": -0.906,
    "en_cut": -1.725,
    "zh_cut": -0.03,
    "open": -0.775,
    "inside": -1.159,
    "split": -1.836,
    "zh_quoted": 0.48,
    "en_quoted": 0.649,
    "defined": 0.766,
    "leftover": -0.715,
    "known": 2.737,
    "head_last": 0.865,
    "often": 0.627,
    "alike": 0.59,
    "zh_share": 0.483,
    "en_share": -0.06,
    "zh_bound": -1.089,
    "plain_words": -0.508,
    "ordinary_once": -0.992,
    "name_verb": -0.195,
    "name_joined": -1.176,
    "one": -2.021,
    "one_ordinary": -2.147,
    "qualified": -1.501,
    "adjective": -1.803,
    "name": -0.68,
    "joints": -1.825,
    "split_name": -0.938,
    "zh_grammar": -1.823,
    "zh_verb": -0.216,
    "zh_modifier": -2.203,
    "zh_one": -0.555,
    "zh_starts": -0.357,
    "zh_clause": -0.033,
    "zh_quantity": -0.159,
    "zh_hard": -0.773,
    "head": 0.276,
    "legal": 1.082,
    "joint_gap": -0.588,
    "filler": -1.414,
    "light": -0.94,
    "once": -0.929,
    "unlike": -1.316,
    "held": -1.401,
    "one_holder": -1.446,
    "outdone": -0.763,
    "often_one": -1.433,
    "once_zh_cut": -0.745,
    "once_joints": -2.172,
    "name_one": 1.149,
    "name_head": 0.513,
    "plain_held": 0.753,
    "plain_unlike": -2.103,
    "name_legal": -0.954,
    "bias": 1.509,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
