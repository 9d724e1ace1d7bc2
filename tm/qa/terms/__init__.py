"""Checks of the family *terms*: the term base, names, and one wording for one source."""

from __future__ import annotations

from tm.qa.check import Check
from tm.qa.terms import misspelt, names, required, wording

CHECKS: tuple[Check, ...] = (*required.CHECKS, *names.CHECKS, *misspelt.CHECKS, *wording.CHECKS)
