"""What the numbers of two sides do not have in common.

Knows no language: it gets the expressions that the readers found. Equal readings cancel out,
then other readings and parts, then what only repeats a number the other side has once. What is
left is paired by likeness, so that one changed digit is one discrepancy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tm.qa.numbers import currencies
from tm.qa.numbers.expression import NUMERIC, Expression, Key, Strength, Value

Match = tuple[Expression, Expression]  # Chinese, English
_MOST = 40  # unmatched expressions of a side that are paired: more is another text altogether


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """An expression and what stands for it on the other side; one of them may be absent."""

    zh: Expression | None
    en: Expression | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two sides have in common and what not."""

    matched: tuple[Match, ...]
    discrepancies: tuple[Discrepancy, ...]


def compare(zh: Sequence[Expression], en: Sequence[Expression]) -> Comparison:
    """Match the expressions of both sides, and pair by likeness what has no match."""
    matched: list[Match] = []
    left_zh, left_en = list(zh), list(en)
    for readings in (_in_role, _first_reading, _any_reading):
        if not left_zh and not left_en:
            return Comparison(tuple(matched), ())
        left_zh, left_en = _cancelled(left_zh, left_en, matched, readings)
    seen_zh, seen_en = _seen(zh), _seen(en)
    left_zh, left_en = _without_parts(left_zh, left_en, seen_zh, seen_en)
    left_zh, left_en = _without_runs(left_zh, left_en), _without_runs(left_en, left_zh)
    found = _paired(
        [(one, _is_fresh(one, seen_en)) for one in left_zh if one.strength][:_MOST],
        [(one, _is_fresh(one, seen_zh)) for one in left_en if one.strength][:_MOST],
    )
    return Comparison(tuple(matched), tuple(found))


Readings = Callable[[Expression], tuple[tuple[Hashable, ...], ...]]


def _in_role(one: Expression) -> tuple[tuple[Hashable, ...], ...]:
    """Return the value with what it does: the eleventh meeting is not eleven reports."""
    return ((*one.key, _rank(one.role)),)


def _first_reading(one: Expression) -> tuple[tuple[Hashable, ...], ...]:
    return (one.key,)


def _any_reading(one: Expression) -> tuple[tuple[Hashable, ...], ...]:
    return one.keys


def _cancelled(
    zh: list[Expression], en: list[Expression], matched: list[Match], readings: Readings
) -> tuple[list[Expression], list[Expression]]:
    """Take away what both sides have; the surest first, so that hints are left over.

    The first reading of one of the two must be in it: the 26 of two dates is not one number.
    """
    if not zh or not en:
        return zh, en
    first: dict[Hashable, list[int]] = defaultdict(list)
    others: dict[Hashable, list[int]] = defaultdict(list)
    for place in sorted(range(len(en)), key=lambda place: en[place].strength):
        key, *more = readings(en[place])
        first[key].append(place)
        for other in more:
            others[other].append(place)
    used: set[int] = set()
    kept: list[Expression] = []
    for one in sorted(zh, key=lambda one: -one.strength):
        keys = readings(one)
        places = [*(first[key] for key in keys if key in first), others.get(keys[0], [])]
        match = _unused(places, used)
        if match is None:
            kept.append(one)
        else:
            used.add(match)
            matched.append((one, en[match]))
    kept.sort(key=lambda one: one.span)
    return kept, [one for place, one in enumerate(en) if place not in used]


def _unused(candidates: list[list[int]], used: set[int]) -> int | None:
    """Take the last place that is not used yet; each is looked at once, whatever the length."""
    for places in candidates:
        while places:
            place = places.pop()
            if place not in used:
                return place
    return None


def _without_parts(
    left_zh: list[Expression], left_en: list[Expression], seen_zh: _Seen, seen_en: _Seen
) -> tuple[list[Expression], list[Expression]]:
    """Take away what the other side says in parts, and those parts: 2/3 as two out of three."""
    whole_zh = {one for one in left_zh if _has_parts(one, seen_en)}
    whole_en = {one for one in left_en if _has_parts(one, seen_zh)}
    parts_zh = {key for one in whole_en for key in one.parts}
    parts_en = {key for one in whole_zh for key in one.parts}
    return (
        [one for one in left_zh if one not in whole_zh and one.key not in parts_zh],
        [one for one in left_en if one not in whole_en and one.key not in parts_en],
    )


def _has_parts(one: Expression, seen: _Seen) -> bool:
    return bool(one.parts) and all(part in seen.readings for part in one.parts)


def _without_runs(left: list[Expression], other: list[Expression]) -> list[Expression]:
    """Take away 15 and 64 where the other side has 1564, and 1564: a dash was lost."""
    wholes = {str(one.value) for one in other}
    lost = {one for a, b in pairwise(left) if _run(a, b) in wholes for one in (a, b)}
    runs = {_run(a, b) for a, b in pairwise(other)} - {""}
    return [one for one in left if one not in lost and str(one.value) not in runs]


def _run(one: Expression, other: Expression) -> str:
    """Return two numbers of at least two digits each written as one."""
    first, second = str(one.value), str(other.value)
    return first + second if min(len(first), len(second)) > 1 else ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a side reads: first readings, all readings, and numbers that may be days."""

    first: set[Key]
    readings: set[Key]
    days: set[Value]


def _seen(side: Sequence[Expression]) -> _Seen:
    first = {one.key for one in side}
    first.update(("month", one.value[0]) for one in side if isinstance(one.value, tuple))
    plain = {one.value for one in side if one.strength is Strength.SURE and not one.role}
    return _Seen(first, first.union(*(one.others for one in side)), plain)


def _is_fresh(one: Expression, seen: _Seen) -> bool:
    """Whether the other side does not have it at all."""
    if one.key in seen.readings or any(key in seen.first for key in one.others):
        return False
    if one.kind == "date" and isinstance(one.value, tuple):
        month, day = one.value
        return ("month", month) not in seen.first or day not in seen.days
    return True


Candidate = tuple[Expression, bool]  # with whether it is fresh


def _paired(zh: Sequence[Candidate], en: Sequence[Candidate]) -> Iterator[Discrepancy]:
    """Pair the likest first; of the rest, report what is sure and fresh."""
    likeness = sorted(
        (cost, i, j)
        for i, (one, fresh) in enumerate(zh)
        for j, (other, fresh_too) in enumerate(en)
        if (fresh or fresh_too or one.kind == "letter")
        and (cost := _distance(one, other, fresh=fresh and fresh_too)) is not None
    )
    done_zh: set[int] = set()
    done_en: set[int] = set()
    for _, i, j in likeness:
        if i not in done_zh and j not in done_en:
            done_zh.add(i)
            done_en.add(j)
            yield Discrepancy(zh[i][0], en[j][0])
    for i, (one, fresh) in enumerate(zh):
        if i not in done_zh and fresh and one.strength is Strength.SURE:
            yield Discrepancy(one, None)
    for j, (one, fresh) in enumerate(en):
        if j not in done_en and fresh and one.strength is Strength.SURE:
            yield Discrepancy(None, one)


def _distance(one: Expression, other: Expression, *, fresh: bool) -> float | None:
    """Return how unlike two unmatched expressions are, None where they are of different things."""
    if {one.kind, other.kind} == {"date", "month"}:
        return 4.0
    if {one.kind, other.kind} == {"letter", "number"}:
        return 2.0 if fresh and _count_items(one, other) else None
    if one.kind != other.kind or not _are_alike(one, other, fresh=fresh):
        return None
    if one.kind == "number":
        return _number_distance(one, other, fresh=fresh)
    return _date_distance(one, other) if one.kind == "date" else 1.0


def _count_items(one: Expression, other: Expression) -> bool:
    """Whether a number in brackets and a letter may count the same items: (二) and (iii)."""
    letter, number = (one, other) if one.kind == "letter" else (other, one)
    return letter.role == "letter" and any(kind == "letter" for kind, _ in number.others)


def _are_alike(one: Expression, other: Expression, *, fresh: bool) -> bool:
    """Whether letters count the same things, and codes begin with the same letters."""
    if one.kind == "letter":
        return one.role == other.role
    return one.kind != "code" or (fresh and _letters(one) == _letters(other))


def _letters(code: Expression) -> str:
    return str(code.value).rstrip("0123456789.-")


def _date_distance(one: Expression, other: Expression) -> float:
    if not isinstance(one.value, tuple) or not isinstance(other.value, tuple):
        return 3.0
    if one.value == other.value[::-1]:
        return 0.5
    return 3.0 - 2 * (one.value[0] == other.value[0]) - (one.value[1] == other.value[1])


def _number_distance(one: Expression, other: Expression, *, fresh: bool) -> float | None:
    """Return the distance of two numbers: of their digits, and of what they do."""
    weak = Strength.WEAK in {one.strength, other.strength}
    roles = {one.role, other.role}
    ranks = {_rank(one.role), _rank(other.role)}
    unlike = one.unit != other.unit and not currencies.are_alike(one.unit, other.unit)
    if weak and (len(ranks) > 1 or unlike):
        return None
    same_role = len(ranks) == 1 or "" in ranks
    if one.strength != other.strength and not _are_near(one.value, other.value):
        return None
    digits = _digit_distance(one.value, other.value)
    alike = digits <= 1
    if (
        not alike
        and not weak
        and (not fresh or not same_role or ("year" in roles and len(roles) > 1))
    ):
        return None
    apart = abs(one.span.start - other.span.start) / 10**6
    return digits + (0 if same_role else 1) + unlike + apart


def _are_near(one: object, other: object) -> bool:
    """Whether a small number in words may stand for the other: nine for 12 or 90, not for 47."""
    numbers = [v for v in (one, other) if isinstance(v, NUMERIC)]
    return len(numbers) == 2 and (max(numbers) <= 20 or _digit_distance(one, other) < 1)


def _rank(role: str) -> str:
    """Return what the role is where it tells two numbers apart."""
    return {"session": "ordinal", "resolution": "", "numbered": "", "roman": ""}.get(role, role)


def _digit_distance(one: object, other: object) -> float:
    """Return 0 for a slip by tens or swapped digits, 1 for one digit, 3 for another number."""
    first, second = _plain(one), _plain(other)
    if ratio_of_ten(one, other):
        return 0.5
    if sorted(first) == sorted(second):
        return 0.5
    if len(first) == len(second):
        return 1.0 if sum(a != b for a, b in zip(first, second, strict=True)) == 1 and (
            len(first) > 1) else 2.0  # fmt: skip
    longer, shorter = sorted((first, second), key=len, reverse=True)
    if any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
        return 1.0
    return 3.0


def _plain(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def ratio_of_ten(one: object, other: object) -> int:
    """Return the power of ten between two values: positive if *other* is larger, 0 if none."""
    if not isinstance(one, NUMERIC) or not isinstance(other, NUMERIC):
        return 0
    if one <= 0 or other <= 0 or one == other:
        return 0
    smaller, larger = sorted((Decimal(one), Decimal(other)))
    power = larger.adjusted() - smaller.adjusted()
    if not power or smaller.scaleb(power) != larger:
        return 0
    return power if other > one else -power
