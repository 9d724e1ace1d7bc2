"""What a list or range says once for all its members: magnitude, unit, what they number."""

from __future__ import annotations

import re

from tm.qa.numbers import latin
from tm.qa.numbers.expression import NUMERIC, Expression, exact

_JOIN = re.compile(r"(?a)\]?(?:,?\s?(?:and|to|or|through|until|-|&)?\s?(?:from\s)?|\s?[,-]\s?)\[?")
_ROLE = re.compile(
    r"(?a)(?:(paragraphs?|paras?\.)|(articles?|arts?\.|rules?|regulations?|principles?|guidelines?)"
    r"|(sections?|sects?\.)|(chapters?)|(annex(?:es)?)|(resolutions?|decisions?)"
    r"|(items?)|(pages?|tables?|figures?|appendix|notes?|nos?\.|numbers?))\s?(?:\(?\s?)\Z"
)
_ROLES = ("paragraph", "article", "section", "chapter", "annex", "resolution", "item", "numbered")


def with_lists(found: list[Expression], low: str) -> list[Expression]:
    """Give what stands in a list or range what its neighbour says for both.

    "1 to 2 million", "22 and 18 per cent", "paras. 11 and 156", "2014-15".
    """
    for place, one in enumerate(found):
        if one.kind == "number" and one.role in {"", "roman"}:
            role = _role_before(one, low)
            if role:
                found[place] = one._replace(role=role)
    for place in range(1, len(found)):
        before, after = found[place - 1], found[place]
        if before.kind == after.kind == "date":
            found[place] = _of_either_month(before, after, low)
        if "number" in {before.kind, after.kind} and _JOIN.fullmatch(
            low, before.span.end, after.span.start
        ):
            found[place - 1], found[place] = _share(before, after)
    return found


def _role_before(one: Expression, low: str) -> str:
    match = _ROLE.search(low, max(0, one.span.start - 14), one.span.start)
    return "" if match is None or match.lastindex is None else _ROLES[match.lastindex - 1]


_LISTED = frozenset({"paragraph", "article", "section", "chapter", "annex", "resolution", "item"})


def _share(before: Expression, after: Expression) -> tuple[Expression, Expression]:
    if after.scaled and not before.scaled and before.kind == "number":
        factor = _magnitude(after.value)
        value = before.value
        if factor and isinstance(value, NUMERIC):
            more = exact(str(value), factor)
            before = before._replace(others=(*before.others, ("number", more)))
    if after.unit and not before.unit and before.kind == "number":
        before = before._replace(unit=after.unit)
    if before.role in _LISTED and not after.role and after.kind == "number" and not after.unit:
        after = after._replace(role=before.role)
    if after.kind == "month" and before.kind == "number":
        before = before._replace(others=(*before.others, ("month", before.value)))
    return before, latin.with_second_year(before, after)


def _of_either_month(before: Expression, after: Expression, low: str) -> Expression:
    """Read the 23 of "19 November and 23 and 29 December" in November too."""
    between = low[before.span.end : after.span.start].strip(" ,")
    first, second = before.value, after.value
    listed = between.endswith("and") and len(between) < 15 and len(after.others) > 1
    if listed and isinstance(first, tuple) and isinstance(second, tuple):
        return after._replace(others=(*after.others, ("date", (first[0], second[1]))))
    return after


def _magnitude(value: object) -> int:
    """Return the largest word of magnitude that *value* may have been written with."""
    if not isinstance(value, NUMERIC):
        return 0
    return next((n for n in (10**12, 10**9, 10**6, 1000, 100) if value >= n), 0)
