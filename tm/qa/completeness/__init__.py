"""Checks of the family *completeness*."""

from __future__ import annotations

from tm.qa.check import Check

CHECKS: tuple[Check, ...] = ()
