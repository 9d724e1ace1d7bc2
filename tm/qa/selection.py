"""Which checks run, and how grave each is: what people select and set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from tm.errors import CheckError
from tm.qa.check import Check
from tm.qa.finding import Family, Severity
from tm.qa.registry import CHECKS

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}
_LIST = "'duizhao check --list' lists them"


def select(
    only: Iterable[str] = (),
    skip: Iterable[str] = (),
    *,
    severities: Mapping[str, Severity] | None = None,
    least: Severity = Severity.NOTE,
) -> dict[str, Check]:
    """Return the checks called in *only*, all without it, but those in *skip*; codes or families.

    *severities* are those that codes are to have; what is then less grave than *least* is
    not run.

    Raises:
        CheckError: no check and no family is called so.

    >>> sorted({check.family.value for check in select(["form", "numbers"], ["form"]).values()})
    ['numbers']
    """
    wanted, unwanted = codes_of(only) or set(CHECKS), codes_of(skip)
    set_to = severities or {}
    codes_of(set_to)
    chosen = {}
    for code, check in CHECKS.items():
        severity = set_to.get(code, check.severity)
        if code in wanted and code not in unwanted and is_at_least(severity, least):
            chosen[code] = (
                check if severity is check.severity else replace(check, severity=severity)
            )
    return chosen


def codes_of(names: Iterable[str]) -> set[str]:
    """Return the codes that *names*, codes or families, stand for.

    Raises:
        CheckError: one is neither.
    """
    found: set[str] = set()
    for name in names:
        codes = {code for code, check in CHECKS.items() if name in (code, check.family.value)}
        if not codes and name not in tuple(Family):
            raise _unknown(name)
        found |= codes
    return found


def severity_called(name: str) -> Severity:
    """Return the severity of that *name*.

    Raises:
        CheckError: there is none.
    """
    try:
        return Severity(name)
    except ValueError as error:
        known = ", ".join(Severity)
        raise CheckError(f"{name!r} is no severity; use one of {known}") from error


def is_at_least(severity: Severity, least: Severity) -> bool:
    """Tell whether *severity* is *least* or graver."""
    return _RANKS[severity] <= _RANKS[least]


def _unknown(name: str) -> CheckError:
    near = get_close_matches(name, [*CHECKS, *(family.value for family in Family)], n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return CheckError(f"{name!r} is neither a check nor a family; {hint}{_LIST}")
