"""How a rule answers: where in a file it is broken, and by what.

Knows neither rules nor fragments, so that the rules of files and of units can share it.
"""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """Where a rule is broken, and by what."""

    line: int
    detail: str = ""


def excerpt(text: str) -> str:
    """Return the beginning of *text*, in one line."""
    joined = " ".join(text.split())
    return joined if len(joined) <= 40 else f"{joined[:39]}…"
