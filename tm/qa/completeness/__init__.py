"""Checks of the family *completeness*: what one side has and the other lacks."""

from __future__ import annotations

from tm.qa.check import Check
from tm.qa.completeness import clauses, length, segments, untranslated

CHECKS: tuple[Check, ...] = (
    *segments.CHECKS,
    *untranslated.CHECKS,
    *length.CHECKS,
    *clauses.CHECKS,
)
