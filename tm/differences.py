"""In what two texts differ: words of English, characters of Chinese.

Knows tokens and edits; does not know how they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tm.folding import HAN

_TOKEN = re.compile(rf"[{HAN}]|[^\W{HAN}]+|\s+|.", re.DOTALL)


class Edit(NamedTuple):
    """A stretch of the first text and what stands for it in the second: often the same."""

    gone: str
    new: str

    @property
    def is_same(self) -> bool:
        """Whether both texts have it."""
        return self.gone == self.new


def differences(first: str, second: str) -> list[Edit]:
    """Return the edits that make *second* of *first*, equal stretches among them, in order.

    Blanks between two edited words belong to the edit, so that a phrase is replaced whole.

    >>> differences("第12段。", "第13段。")
    [Edit(gone='第', new='第'), Edit(gone='12', new='13'), Edit(gone='段。', new='段。')]
    >>> [edit for edit in differences("The old plan.", "The plan.") if not edit.is_same]
    [Edit(gone='old ', new='')]
    """
    edits: list[Edit] = []
    for edit in _edits(_TOKEN.findall(first), _TOKEN.findall(second)):
        joined = [edit]
        if not edit.is_same:
            if len(edits) > 1 and edits[-1].is_same and edits[-1].new.isspace():
                joined.insert(0, edits.pop())
            if edits and not edits[-1].is_same:
                joined.insert(0, edits.pop())
        edits.append(_joined(joined))
    return edits


def _joined(edits: Sequence[Edit]) -> Edit:
    return Edit("".join(edit.gone for edit in edits), "".join(edit.new for edit in edits))


def _edits(first: list[str], second: list[str]) -> Iterator[Edit]:
    from rapidfuzz.distance import Levenshtein

    for code in Levenshtein.opcodes(first, second):
        gone = "".join(first[code.src_start : code.src_end])
        new = "".join(second[code.dest_start : code.dest_end])
        yield Edit(gone, new)
