"""Quotation marks, which translators carry over.

What somebody says is rarely cut differently in the other language, so a bead in which a quotation
ends on one side only is doubtful. Question and exclamation marks were tried and said nothing that
the words had not said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from aligner.score import Weights
from aligner.search import Floats, Shape

MOST: Final = 2.0  # disagreeing marks that count
_LETTER: Final = r"[^\W\u3400-\u9fff]"  # Chinese has no apostrophe: ‘人权’的 closes a quotation
_APOSTROPHE: Final = re.compile(rf"(?<={_LETTER})['’](?={_LETTER})|(?<=s)['’](?=\s)")
_QUOTE: Final = re.compile("['\"‘’“”「」『』]")
_QUOTED_END: Final = re.compile(r"['\"’”」』]\s*$")


@dataclass(frozen=True, slots=True)
class Marks:
    """How many quotation marks each segment of one side has, (n,), and whether it ends with one."""

    quotes: Floats
    ends: npt.NDArray[np.bool_]

    def cut(self, start: int, end: int) -> Marks:
        """Return the marks of the segments of one window."""
        where = slice(start, end)
        return Marks(self.quotes[where], self.ends[where])


def marks_of(texts: Sequence[str]) -> Marks:
    """Count the marks of *texts*; an apostrophe is no quotation mark.

    >>> marks = marks_of(["他说：“走吧！”", "‘It’s late,’ he said."])
    >>> marks.quotes.tolist(), marks.ends.tolist()
    ([2.0, 2.0], [True, False])
    """
    plain = [_APOSTROPHE.sub("", unicodedata.normalize("NFKC", text)) for text in texts]
    return Marks(
        np.array([len(_QUOTE.findall(text)) for text in plain], np.float32),
        np.array([_QUOTED_END.search(text) is not None for text in plain], bool),
    )


def disagreement(src: Marks, tgt: Marks, shape: Shape, weights: Weights) -> Floats:
    """Return what the marks cost the bead of a *shape* at each (i, j), at least 0."""
    a, b = shape
    cost: Floats = weights.quote * _differences(src.quotes, tgt.quotes, shape)
    cost += np.float32(weights.end) * (src.ends[a - 1 :, None] != tgt.ends[None, b - 1 :])
    return cost


def _differences(one: Floats, other: Floats, shape: Shape) -> Floats:
    rows = zip((one, other), shape, strict=True)
    left, right = (np.convolve(row, np.ones(size, np.float32), "valid") for row, size in rows)
    differences: Floats = np.abs(left[:, None] - right[None, :])
    return np.minimum(differences, np.float32(MOST))
