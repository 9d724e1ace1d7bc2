"""What a list or range says once for all its members: magnitude, unit, what they number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tm.qa.numbers import latin
from tm.qa.numbers.expression import NUMERIC, Expression, Key, exact

ROLES = {
    "段": "paragraph", "条": "article", "款": "paragraph", "章": "chapter", "节": "section",
    "项": "item", "届": "session", "次": "session", "号": "resolution",
}  # fmt: skip
_LISTED = frozenset(ROLES.values()) | {"ordinal"}
_JOIN = re.compile(
    r"(?a)\s?(?:[段条款章节号次届岁名个万日%]|人)?\s?(?:[、和与及至到或-]|以及)\s?(?:第\s?)?"
)


def with_lists(found: list[Expression], low: str) -> list[Expression]:
    """Give what stands in a list or range what its neighbour says for both.

    第11、156段, 2至3亿, 30至40%, 1至3月: magnitude, unit and role stand at the end of a list,
    第 at its beginning.
    """
    joined = [
        place
        for place in range(1, len(found))
        if found[place - 1].kind == found[place].kind == "number" or found[place].kind == "month"
        if _JOIN.fullmatch(low, found[place - 1].span.end, found[place].span.start)
    ]
    for place in joined:
        if found[place - 1].role in _LISTED and not found[place].role:
            role = ROLES.get(low[found[place].span.end - 1], found[place - 1].role)
            found[place] = found[place]._replace(role=role)
        found[place] = latin.with_second_year(found[place - 1], found[place])
    for place in reversed(joined):
        found[place - 1] = _share(found[place - 1], found[place])
    return found


def _scaled_like(before: Expression, after: Expression) -> Iterator[Key]:
    """Read the 2 of 2至3亿 in each magnitude that may have been meant."""
    if isinstance(after.value, NUMERIC):
        for scale in (10, 100, 10**4, 10**6, 10**7, 10**8):
            if after.value >= scale:
                yield "number", exact(str(before.value), scale)


def _share(before: Expression, after: Expression) -> Expression:
    if after.kind == "month" and not before.role:
        return before._replace(others=(*before.others, ("month", before.value)))
    if after.kind != "number":
        return before
    small = isinstance(before.value, NUMERIC) and before.value < 10**4
    if after.scaled and not before.scaled and small:
        before = before._replace(others=(*before.others, *_scaled_like(before, after)))
    if after.role == "decade" and isinstance(before.value, int) and before.value < 10:
        decade = before.value * 10  # 三、四十年代
        before = before._replace(others=(("number", decade), ("number", 1900 + decade)))
    if after.unit and not before.unit:
        before = before._replace(unit=after.unit)
    if before.role == "ordinal" and after.role in _LISTED:
        before = before._replace(role=after.role)
    return before
