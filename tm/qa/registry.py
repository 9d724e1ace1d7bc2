"""All checks by their codes."""

from __future__ import annotations

from collections.abc import Mapping

from tm.qa import completeness, form, meaning, numbers, terms
from tm.qa.check import Check

CHECKS: Mapping[str, Check] = {
    check.code: check
    for family in (numbers, completeness, terms, meaning, form)
    for check in family.CHECKS
}
