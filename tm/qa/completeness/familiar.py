"""How well an encoder knows a word: its likeness to the common word of the other language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tm.extraction.links import Vectors
from tm.qa.completeness.common import CHINESE, ENGLISH
from tm.qa.completeness.lengths import HAN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]


class Familiar:
    """The likeness of words to their best common counterparts, found once for each word."""

    def __init__(self, vectors: Vectors) -> None:
        """Words have the rows of *vectors*."""
        self.vectors = vectors
        self._common = {True: vectors.rows(sorted(ENGLISH)), False: vectors.rows(sorted(CHINESE))}
        self._found: dict[str, float] = {"": 0.0}

    def of(self, words: Sequence[str]) -> Floats:
        """Return the likeness of each of *words*, of an empty one nought.

        Chinese words have English counterparts.
        """
        import numpy as np

        new = set(words).difference(self._found)
        for is_chinese, common in self._common.items():
            some = sorted(word for word in new if bool(HAN.match(word)) is is_chinese)
            rows = self.vectors.rows(some)
            if rows is not None and common is not None:
                best = (rows @ common.T).max(1)
                self._found.update(zip(some, best.tolist(), strict=True))
        return np.fromiter(map(self._found.__getitem__, words), np.float32, len(words))
