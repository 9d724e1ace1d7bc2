"""Checks of the family *meaning*."""

from __future__ import annotations

from tm.qa.check import Check

CHECKS: tuple[Check, ...] = ()
