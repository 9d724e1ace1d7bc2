"""Checks of the family *form*: what is wrong whatever the words mean."""

from __future__ import annotations

from tm.qa.check import Check
from tm.qa.form import brackets, characters, codes, ends, labels, links, marks, repeats, spacing

CHECKS: tuple[Check, ...] = tuple(
    check
    for module in (brackets, marks, spacing, repeats, ends, labels, links, codes, characters)
    for check in module.CHECKS
)
