"""Weights of the evidence for a lack, fitted by ``scripts/fit_check.py``; nothing else is known.

Fitted on 3,400 pairs of the United Nations that the bundled encoder was not trained on, on the same
with a clause or an item taken out or a phrase put in, and on 3,700 good pairs of other kinds; the
figures are of the half of the former that a first fit had not seen.
"""

from __future__ import annotations

from typing import Final

Row = tuple[float, ...]

# What a word finds on the other side (see tm.qa.completeness.evidence.measures) by its class: mark,
# number, loose, plain, name, acronym. A word of content inserted from the next text stands out from
# one in its place with an area under the curve of .95.
WORD_WEIGHTS: Final[dict[str, tuple[Row, ...]]] = {
    "zh": (
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        (-2.26, 2.45, 0.3, -3.71, 3.74, -1.28, 0.52, -1.08, -2.26, -0.79, -0.25, 4.63),
        (-4.44, 10.07, -1.0, -4.61, 0.58, -2.26, -0.69, 0.05, -4.44, -0.26, 2.78, 3.04),
        (-4.21, 5.6, -2.02, -4.28, -1.89, -1.21, 6.7, -2.09, -4.21, -0.21, 1.86, 3.72),
        (-1.22, -0.45, 2.69, -1.26, -2.73, -2.27, -0.6, 1.99, -1.22, 0.34, 1.1, 0.84),
    ),
    "en": (
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        (-0.87, -2.19, -0.22, -2.09, 2.69, -1.31, 2.35, -2.86, -0.06, -0.6, 0.18, 3.1),
        (-3.08, 11.59, -2.92, -4.36, 2.37, -3.96, -1.21, 0.57, -5.55, -0.39, 3.63, 2.8),
        (0.94, 5.13, -1.12, -6.28, 3.53, -4.59, 6.45, 2.49, -11.02, -0.17, 3.43, 2.65),
        (1.22, -1.43, 2.62, -1.01, -5.23, -2.14, -0.5, -0.7, -1.3, -0.9, 2.12, 3.35),
    ),
}

NAMES: Final = (
    "total",  # of the scores of the words of content in the run
    "mean",
    "words",  # of content, a logarithm
    "longer",  # deviations by which the text is too long
    "longer_positive",
    "rest_positive",
    "other",  # mean score of the words of the other side
    "other_positive",
    "opens",  # begins where a clause may
    "closes",
    "item",  # stands between commas or conjunctions
    "acronyms",  # of the other side, not in this text
    "delimiters",  # more than on the other side
    "size",  # in English characters, a logarithm
    "names",  # share of its words
    "bracketed",
    "numbers",  # the sum of what its numbers say
    "similarity",  # of the two sides
    "similarity_gain",  # without the run
)
# The constant last. Where one good pair in a hundred is taken for a loss (about half of these do
# lack something), 30 to 40 % of the clauses, items and phrases taken out or put in are found.
STRETCH_WEIGHTS: Final[dict[str, Row]] = {
    "zh": (
        0.201,
        0.797,
        -0.032,
        0.216,
        0.204,
        0.068,
        -0.777,
        0.046,
        -1.072,
        0.562,
        0.671,
        -0.546,
        0.112,
        0.710,
        -0.748,
        -1.368,
        -0.012,
        -4.258,
        10.073,
        -1.523,
    ),
    "en": (
        0.375,
        0.431,
        -0.097,
        0.135,
        0.580,
        0.079,
        -0.872,
        0.079,
        0.087,
        1.068,
        0.495,
        -0.658,
        0.198,
        0.533,
        0.143,
        -0.049,
        0.129,
        -4.394,
        19.223,
        -2.684,
    ),
}
# Mean score, share without counterpart and number (a logarithm) of the words of content of the
# Chinese; of the English; short forms written out; lengths off; similarity; constant. 98 % of the
# texts with the translation of the next one are found where 0.25 % of the good pairs are taken
# for such.
WRONG_WEIGHTS: Final[Row] = (
    0.931,
    2.723,
    0.766,
    0.918,
    3.908,
    0.717,
    -0.129,
    1.869,
    -8.598,
    -2.045,
)
# Logarithm of the odds from which a stretch is reported.
LACKING: Final = {"zh": 3.9, "en": 4.2}
# Added for an item between neighbours whose counterparts stand side by side, where the text has no
# more commas and conjunctions than the other side, and where it has.
LEFT_OUT: Final = (1.5, 3.3)
WRONG: Final = 0.7  # the same of a pair
