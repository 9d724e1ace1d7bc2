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
    "cover": 0.8,
    "leak": -2.505,
    "loose": -3.033,
    "en_cut": -2.816,
    "zh_cut": -0.873,
    "open": -1.374,
    "inside": -0.811,
    "split": -1.255,
    "quoted": 3.004,
    "defined": 1.915,
    "leftover": -0.245,
    "known": 3.406,
    "often": 0.877,
    "alike": 1.092,
    "zh_bound": -2.5,
    "en_bound": -0.39,
    "zh_part": -2.0,
    "en_part": 0.062,
    "plain_words": -0.173,
    "ordinary_once": -1.078,
    "name_verb": -0.179,
    "name_joined": -0.877,
    "one": -1.293,
    "one_ordinary": -4.134,
    "qualified": -1.168,
    "adjective": -1.017,
    "name": -0.274,
    "joints": -3.629,
    "split_name": -1.08,
    "zh_grammar": -1.283,
    "zh_verb": -0.34,
    "zh_modifier": -1.5,
    "zh_one": -0.793,
    "zh_starts": -0.468,
    "zh_clause": -0.295,
    "zh_quantity": -0.462,
    "zh_hard": -0.836,
    "head": 0.222,
    "legal": 0.436,
    "bias": -0.015,
}
FINAL: Final[Mapping[str, float]] = {
    "cover": 0.08,
    "leak": -1.093,
    "loose": -1.119,
    "en_cut": -1.471,
    "zh_cut": -0.561,
    "open": -0.549,
    "inside": -0.509,
    "split": -1.179,
    "quoted": 3.219,
    "defined": 1.364,
    "leftover": -0.799,
    "known": 3.254,
    "often": 0.84,
    "alike": 1.253,
    "zh_share": 1.093,
    "en_share": 0.012,
    "zh_bound": -1.319,
    "en_bound": 0.45,
    "zh_part": -0.041,
    "en_part": 0.8,
    "plain_words": -0.232,
    "ordinary_once": -1.135,
    "name_verb": -0.254,
    "name_joined": -1.186,
    "one": -1.32,
    "one_ordinary": -4.091,
    "qualified": -1.002,
    "adjective": -1.042,
    "name": 0.121,
    "joints": -3.061,
    "split_name": -1.355,
    "zh_grammar": -1.511,
    "zh_verb": -0.25,
    "zh_modifier": -1.943,
    "zh_one": -0.488,
    "zh_starts": -0.385,
    "zh_clause": -0.263,
    "zh_quantity": 0.128,
    "zh_hard": -0.917,
    "head": -0.002,
    "legal": 0.597,
    "held": -0.113,
    "inner_name": -1.086,
    "once_held": -0.033,
    "one_holder": -0.546,
    "outdone": -1.184,
    "bias": -0.612,
}


def scores(features: Floats, weights: Mapping[str, float]) -> NDArray[Any]:
    """Return the probability, 0–1, of each row of *features*."""
    import numpy as np

    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    found: NDArray[Any] = 1 / (1 + np.exp(-(features @ vector + weights["bias"])))
    return found
