"""The least score of what is exported by default; a module of its own, for help texts."""

from __future__ import annotations

from typing import Final

THRESHOLD: Final = 0.56  # fitted with the weights of tm/extraction/score.py
