"""What a format reader hands to the layout: paragraphs in order, and what the format knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Hint(StrEnum):
    """What the format itself says a passage is; NONE where it only has text."""

    NONE = ""
    TITLE = "title"
    HEADING = "heading"
    NOTE = "note"
    CELL = "cell"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as a format gives it, before the layout is understood.

    ``text`` is one logical line (hard wraps undone, white space collapsed).
    ``label`` is a number or note mark that the format keeps apart from the text
    (Word's automatic numbering, an HTML list item, a footnote mark); numbers
    typed as text stay in ``text`` and are the layout's to find.
    """

    text: str
    page: int = 0
    hint: Hint = Hint.NONE
    level: int = 0
    label: str = ""
