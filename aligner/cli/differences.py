"""In what two texts differ: words of English, characters of Chinese.

Knows tokens and edits; does not know how they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_HAN = "㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+|\s+|.", re.DOTALL)


class Edit(NamedTuple):
    """A stretch that stands in one text and not in the other; equal where *gone* is *new*."""

    gone: str  # stands in the first
    new: str  # stands in the second


def differences(first: str, second: str) -> list[Edit]:
    """Return the edits that make *second* of *first*, equal stretches among them, in order.

    Blanks between two edited words belong to the edit, so that a phrase is replaced whole.

    >>> differences("第12段。", "第13段。")
    [Edit(gone='第', new='第'), Edit(gone='12', new='13'), Edit(gone='段。', new='段。')]
    >>> [edit for edit in differences("The old plan.", "The plan.") if edit.gone != edit.new]
    [Edit(gone='old ', new='')]
    """
    edits: list[Edit] = []
    for edit in _edits(_TOKEN.findall(first), _TOKEN.findall(second)):
        is_equal = edit.gone == edit.new
        if len(edits) > 1 and not is_equal and _is_blank(edits[-1]):
            blank, before = edits.pop(), edits.pop()
            edit = Edit(*(a + b + c for a, b, c in zip(before, blank, edit, strict=True)))
        edits.append(edit)
    return edits


def _is_blank(edit: Edit) -> bool:
    return edit.gone == edit.new and edit.gone.isspace()


def _edits(first: list[str], second: list[str]) -> Iterator[Edit]:
    from rapidfuzz.distance import Levenshtein

    for code in Levenshtein.opcodes(first, second):
        gone = "".join(first[code.src_start : code.src_end])
        new = "".join(second[code.dest_start : code.dest_end])
        yield Edit(gone, new)
