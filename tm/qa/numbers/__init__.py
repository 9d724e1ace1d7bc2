"""Checks of the family *numbers*."""

from __future__ import annotations

from tm.qa.check import Check

CHECKS: tuple[Check, ...] = ()
