"""Checks of the family *terms*."""

from __future__ import annotations

from tm.qa.check import Check

CHECKS: tuple[Check, ...] = ()
