"""Labels: of a heading or an item on both sides, of the items within a text, of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpora.enumerators import Enumerator, Form, other_reading, read_label
from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.form.places import both_sides, fault_in, side_name
from tm.qa.pair import Pair, Side

# Not the reference "paragraph 3 (b)", 第3(b)段, 第三段(b), nor the plural "member(s)".
_ITEM = re.compile(
    r"(?<![\dA-Za-z段款条项号节章)）])(?<!\d\s)[(（]"
    r"([a-z]{1,2}|[ivx]{1,5}|\d{1,2}|[一二三四五六七八九十]{1,3})[)）]"
)


def label(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A heading or item has another label than its translation.

    Fires on labels that count differently, in documents. Silent where both count the same in
    different ways (一、 and A. or I., （二） and (b)), on bullets, and where one side has none.
    Example: (c) 水 | (d) Water
    """
    if not (pair.source.label and pair.target.label):
        return
    source, target = _values(pair.source.label), _values(pair.target.label)
    if source and target and not source & target:
        shown = f"{pair.source.label} in the source, {pair.target.label} in the target"
        yield Fault(f"label {shown}")


def _values(printed: str) -> frozenset[int]:
    """Return the numbers that a label can stand for: (i) is one, or nine."""
    enumerator = read_label(printed.strip("[]"))
    if enumerator is None or enumerator.form is Form.BULLET or not printed.strip("*•"):
        return frozenset()
    other = other_reading(enumerator)
    return frozenset({enumerator.value, *([other.value] if other else [])})


def item_order(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """The items within a text are labelled out of order.

    Fires where one text has a gap or a step back that the other has not. Silent where neither text,
    or both, count without a gap, and on references: paragraph 3 (b).
    Example: (a)水；(c)能源；(b)粮食 | (a) Water; (b) energy; and (c) food
    """
    if pair.en.text.count("(") + pair.en.text.count("（") < 2:
        return
    for side, other in both_sides(pair):
        found = list(_ITEM.finditer(side.text))
        if len(found) < 2 or _is_counted(found):
            continue
        others = list(_ITEM.finditer(other.text))
        if len(others) >= len(found) and _is_counted(others):
            message = f"items {_shown(found)} in the {side_name(pair, side)}, not {_shown(others)}"
            yield fault_in(pair, side, message, tuple(Span(*match.span()) for match in found))


def _is_counted(found: Sequence[re.Match[str]]) -> bool:
    """Whether the items count from their first one without a gap, lists within lists allowed."""
    last: dict[str, int] = {}
    for match in found:
        kinds = _read(match[0])
        following = [kind for kind, value in kinds if value == last.get(kind, 0) + 1]
        opening = [kind for kind, value in kinds if value == 1]
        kind = next(iter([*following, *opening]), None)
        if kind is None:
            return False
        last[kind] = dict(kinds)[kind]
    return True


def _read(printed: str) -> list[tuple[str, int]]:
    enumerator = read_label(printed)
    if enumerator is None:
        return []
    other = other_reading(enumerator)
    return [(str(one.form), one.value) for one in (enumerator, other) if one is not None]


def _shown(found: Sequence[re.Match[str]]) -> str:
    return " ".join(match[0] for match in found)


def paragraph_order(pairs: Sequence[Pair], _: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """A numbered paragraph has a number out of order.

    Fires on a number that is not between its neighbours. Silent on numbers that begin anew, such as
    those of headings, and on gaps.
    Example: 12. 会议闭幕。 | 12. The meeting closed.
    Example: 31. 会议复会。 | 31. The meeting resumed.
    """
    for which in ("source", "target"):
        numbered = [
            (pair, side, enumerator.value)
            for pair in pairs
            for side in [pair.source if which == "source" else pair.target]
            for enumerator in [_paragraph_number(side)]
            if enumerator
        ]
        for (_b, _bs, before), (pair, side, here), (_a, _as, after) in zip(
            numbered, numbered[1:], numbered[2:], strict=False
        ):
            if after == before + 2 and here != before + 1:
                message = f"paragraph {side.label} between {before} and {after} in the {which}"
                yield pair, Fault(message)


def _paragraph_number(side: Side) -> Enumerator | None:
    enumerator = read_label(side.label) if side.label else None
    return enumerator if enumerator and enumerator.form is Form.ARABIC else None


CHECKS = (
    Check("label-differs", Family.FORM, "inconsistent-entities", Severity.ERROR, label),
    Check("item-order", Family.FORM, "inconsistent-entities", Severity.WARNING, item_order),
    Check(
        "paragraph-order",
        Family.FORM,
        "inconsistent-entities",
        Severity.WARNING,
        compare=paragraph_order,
    ),
)
