"""Checks of the family *meaning*: the opposite of what the source says, where that is sure."""

from __future__ import annotations

from tm.qa.check import Check
from tm.qa.meaning import contract, duty, figures, limits, negation, opposites

CHECKS: tuple[Check, ...] = (
    *negation.CHECKS,
    *limits.CHECKS,
    *opposites.CHECKS,
    *duty.CHECKS,
    *figures.CHECKS,
    *contract.CHECKS,
)
