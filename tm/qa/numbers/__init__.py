"""Numbers: every expression of both sides brought to a value, then compared.

Readers of Chinese and English (`chinese`, `english`) find the expressions, the comparison says
which have no counterpart, the checks say what kind of difference that is.
"""

from __future__ import annotations

from tm.qa.numbers.checks import CHECKS

__all__ = ["CHECKS"]
