"""Weights of the evidence for a lack, fitted by ``scripts/fit_check.py``; nothing else is known.

Fitted on 1,800 pairs of the United Nations that the bundled encoder was not trained on and on the
same with a clause taken out; the figures are of 1,778 others.
"""

from __future__ import annotations

from typing import Final

Row = tuple[float, ...]

# What a word finds on the other side (see tm.qa.completeness.evidence.measures) by its class: mark,
# number, loose, plain, name, acronym. A word of content inserted from the next text stands out from
# one in its place with an area under the curve of .94.
WORD_WEIGHTS: Final[dict[str, tuple[Row, ...]]] = {
    "zh": (
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        (-1.81, 1.12, 0.21, -3.41, 3.88, -1.79, 1.47, -1.79, -1.81, -0.75, 4.36),
        (-4.31, 9.79, -1.43, -3.8, -0.28, -2.84, 0.21, 0.27, -4.31, -0.14, 4.51),
        (-3.19, 5.65, -1.0, -3.91, -2.49, -2.33, 7.69, -3.23, -3.19, -0.58, 5.47),
        (-1.41, -0.84, 0.36, -1.41, -1.7, 0.21, -0.52, -1.55, -1.41, 0.65, 0.73),
    ),
    "en": (
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        (-1.79, -1.91, 0.34, -2.46, 3.4, -1.3, 2.01, -3.07, 0.58, -0.62, 3.16),
        (-2.22, 10.65, -2.78, -3.18, 0.83, -4.09, -0.91, 0.69, -5.74, -0.55, 5.56),
        (-0.29, 3.9, -0.7, -5.41, 0.67, -4.14, 6.68, 3.58, -8.78, -0.2, 4.77),
        (0.66, -0.36, 5.74, -1.74, -8.43, -1.34, 0.0, -2.82, -1.65, -0.99, 5.01),
    ),
}

NAMES: Final = (
    "total",  # of the scores of the words in the stretch
    "mean",
    "words",  # of content, a logarithm
    "longer",  # deviations by which the text is too long
    "longer_positive",
    "length_gain",  # likelihood of the lengths without the stretch
    "rest",  # mean score of the other words
    "rest_positive",
    "other",  # mean score of the words of the other side
    "other_positive",
    "opens",  # begins where a clause may
    "closes",
    "acronyms",  # of the other side, not in this text
    "delimiters",  # more than on the other side
    "size",  # in English characters, a logarithm
    "similarity",  # of the two sides
    "similarity_gain",  # without the stretch
)
# The constant last. Of losses in the pairs kept back some 40 % are
# found where one good pair in two hundred is taken for one.
STRETCH_WEIGHTS: Final[dict[str, Row]] = {
    "zh": (
        0.118,
        0.317,
        0.799,
        0.471,
        0.267,
        -0.033,
        0.111,
        0.034,
        -0.007,
        -0.048,
        0.457,
        1.004,
        -0.531,
        0.301,
        0.038,
        -0.444,
        8.108,
        -1.449,
    ),
    "en": (
        0.048,
        0.443,
        0.981,
        0.039,
        0.714,
        0.026,
        0.423,
        0.155,
        -0.753,
        0.044,
        1.089,
        0.787,
        -0.329,
        0.172,
        0.498,
        -2.032,
        12.743,
        -3.436,
    ),
}
# Mean score, share without counterpart and number (a logarithm) of the words of content of the
# Chinese, of the English; lengths off; similarity; constant. 98 % of texts with the translation of
# the next one are found where 0.25 % of the good pairs are taken for such.
WRONG_WEIGHTS: Final[Row] = (0.787, 2.815, 0.467, 0.76, 3.783, 0.795, 1.749, -8.184, -1.116)
LACKING: Final = 2.75  # logarithm of the odds from which a stretch is reported
WRONG: Final = 0.2  # the same of a pair
