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
        -0.006,
        0.371,
        0.508,
        0.639,
        0.168,
        -0.035,
        -0.143,
        -0.009,
        0.463,
        -0.12,
        0.544,
        0.477,
        1.492,
        0.425,
        0.382,
        -0.612,
        8.764,
        -0.475,
    ),
    "en": (
        -0.025,
        0.599,
        0.743,
        -0.147,
        1.084,
        -0.031,
        0.478,
        0.101,
        -1.325,
        0.155,
        1.027,
        0.664,
        2.801,
        0.188,
        0.808,
        -2.914,
        10.745,
        -4.559,
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
LACKING: Final = 2.65  # logarithm of the odds from which a stretch is reported
WRONG: Final = 0.7  # the same of a pair
