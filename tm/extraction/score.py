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
    "cover": 1.511,
    "fuller": -2.183,
    "leak": -2.426,
    "loose": -2.956,
    "en_cut": -2.791,
    "zh_cut": -0.88,
    "open": -1.352,
    "inside": -0.813,
    "split": -1.268,
    "quoted": 2.968,
    "defined": 1.853,
    "leftover": -0.436,
    "known": 3.445,
    "often": 0.887,
    "alike": 1.656,
    "zh_bound": -2.5,
    "en_bound": -0.323,
    "zh_part": -2.0,
    "en_part": -0.047,
    "plain_words": -0.195,
    "ordinary_once": -1.076,
    "name_verb": -0.203,
    "name_joined": -0.935,
    "one": -1.345,
    "one_ordinary": -4.158,
    "qualified": -1.185,
    "adjective": -1.052,
    "name": -0.312,
    "joints": -3.614,
    "split_name": -1.046,
    "zh_grammar": -1.218,
    "zh_verb": -0.341,
    "zh_modifier": -1.536,
    "zh_one": -0.781,
    "zh_starts": -0.471,
    "zh_clause": -0.297,
    "zh_quantity": -0.418,
    "zh_hard": -0.806,
    "head": 0.209,
    "legal": 0.434,
    "bias": 1.004,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.313,
    "fuller": -0.79,
    "leak": -1.166,
    "loose": -1.3,
    "en_cut": -1.643,
    "zh_cut": -0.588,
    "open": -0.684,
    "inside": -0.545,
    "split": -1.178,
    "quoted": 3.232,
    "defined": 1.346,
    "leftover": -0.89,
    "known": 3.285,
    "often": 0.842,
    "alike": 1.41,
    "zh_share": 1.018,
    "en_share": 0.172,
    "zh_bound": -1.268,
    "en_bound": 0.17,
    "zh_part": -0.09,
    "en_part": 0.594,
    "plain_words": -0.232,
    "ordinary_once": -1.162,
    "name_verb": -0.594,
    "name_joined": -1.292,
    "one": -1.416,
    "one_ordinary": -4.087,
    "qualified": -1.026,
    "adjective": -1.159,
    "name": 0.137,
    "joints": -2.977,
    "split_name": -1.3,
    "zh_grammar": -1.494,
    "zh_verb": -0.223,
    "zh_modifier": -1.647,
    "zh_one": -0.485,
    "zh_starts": -0.403,
    "zh_clause": -0.318,
    "zh_quantity": -0.074,
    "zh_hard": -0.928,
    "head": 0.115,
    "legal": 0.56,
    "held": 0.088,
    "inner_name": -1.074,
    "once_held": -0.179,
    "one_holder": -0.651,
    "outdone": -1.108,
    "bias": -0.241,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
