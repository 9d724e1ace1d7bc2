"""Checks of the family *numbers*."""

from __future__ import annotations

from calendar import day_name, month_name
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from corpora.enumerators import other_reading, read_label
from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.numbers.comparison import Discrepancy, Match, ratio_of_ten
from tm.qa.numbers.currencies import are_unlike
from tm.qa.numbers.differences import differences, narrow
from tm.qa.numbers.expression import Expression
from tm.qa.numbers.measures import unlike_units
from tm.qa.numbers.months import month_of
from tm.qa.pair import Pair, Side, Spans

Units = tuple[str, str]
_PLACES = frozenset({"paragraph", "article", "section", "chapter", "annex", "item"})
_SHARES = frozenset({"%", "points"})
_HALVES = frozenset({"am", "pm"})
_TIMES = {
    1: "ten times as much", 2: "a hundred times as much", 3: "a thousand times as much",
    -1: "a tenth of it", -2: "a hundredth of it", -3: "a thousandth of it",
}  # fmt: skip


def number_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A number is not the same in both texts.

    Fires on other digits, other words of number, other shares: 九名 and ten, 80% and 8 per cent.
    Both texts are read as values. Silent on 3.5万 and 35,000, 三分之二 and two thirds, 2 500 and
    2,500, 两 and both, 一半 and 50 per cent, and on a small number in words that the other text
    puts otherwise (三方 and tripartite).
    Example: 共收到4 718份答复。 | A total of 4,178 replies were received.
    """
    return _faults(pair, "number-differs")


def number_slip(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A large number is ten, a hundred or a thousand times the one in the other text.

    Fires on slips between 万 and 亿, which count by ten thousands, and the thousands of English.
    Silent where the values are the same: 6.25亿 and 625 million.
    Example: 拨款7 000万美元 | an appropriation of $7 million
    """
    for found in _found(pair, "number-slip"):
        yield _fault(pair, found, _times(pair, found))


def number_missing(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A number of the source has no counterpart in the target.

    Fires on numbers in digits and on those above ten in words. Silent on one to ten in words, on
    note marks, and on a number that the source gives twice and the target once.
    Example: 86名观察员抵达。 | The observers arrived.
    """
    for found in _found(pair, "number-missing"):
        if _in_source(pair, found):
            yield _fault(pair, found)


def number_added(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A number of the target has no counterpart in the source.

    Fires on numbers in digits and on those above ten in words. Silent where `number-missing` is.
    Example: 观察员抵达。 | The 86 observers arrived.
    """
    for found in _found(pair, "number-missing"):
        if not _in_source(pair, found):
            yield _fault(pair, found)


def year_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A year is not the same in both texts.

    Fires on years, decades, biennia, and the year of a resolution. Silent on 20世纪90年代 and the
    1990s, 2014-2015两年期 and 2014/15, 民国九十八年 and 2009.
    Example: 自2016年以来 | since 2006
    """
    return _faults(pair, "year-differs")


def year_missing(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A year stands in one text only.

    Fires on a date with its year where the other text has the day and month alone. A note: of 15
    such pairs of the United Nations that were read, 9 leave to the context, or to “this year”, what
    the other text spells out. Silent where the year stands elsewhere in the text.
    Example: 2017年3月4日的报告 | the report of 4 March
    """
    return _faults(pair, "year-missing")


def date_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A day, month, weekday or time of day is not the same in both texts.

    Fires on another day or month, on day and month that changed places, 星期四 and Friday, 上午 and
    p.m., and on a day with its month that stands in one text only. Silent on 2023年6月30日 and June
    30, 2023, 4月8日至10日 and 8 to 10 April, 下午3时 and 3 p.m. or 15:00.
    Example: 定于3月12日举行 | to be held on 12 May
    """
    yield from _faults(pair, "date-differs")
    yield from _unlike(pair, _HALVES.issuperset)


def reference_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A paragraph, article, annex, session or resolution has another number.

    Fires on such numbers in digits, words and Roman numerals, and on two that changed places
    (第4条第3款 and rule 3, paragraph 4). Silent on 第七十八届 and seventy-eighth, 附件一 and annex
    I, 第1项 and (a).
    Example: 见第83段。 | See para. 38.
    """
    yield from _faults(pair, "reference-differs")
    crossed = _crossed(differences(pair).matched)
    for (zh, en), (other_zh, other_en) in combinations(crossed, 2):
        if zh.role == other_en.role and en.role == other_zh.role:
            message = f"{zh.value} and {other_zh.value} have changed places"
            yield pair.fault(message, zh=(zh.span, other_zh.span), en=(en.span, other_en.span))


def symbol_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A document symbol or a code with digits is not the same in both texts.

    Fires on symbols of documents, numbers of posts, roads, points and standards. Silent on
    A/RES/70/1 and 第70/1号决议.
    Example: A/78/123号文件 | document A/78/132
    """
    return _faults(pair, "symbol-differs")


def unit_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """The number is the same, the unit of measure is not.

    Fires on units of length, area, mass, volume, temperature, power and energy, and on ‰ and per
    cent. Silent where the amounts agree in different units (3 000万千瓦 and 30 GW), and where one
    text names no unit.
    Example: 走了50公里 | a walk of 50 miles
    """
    matched = differences(pair).matched
    for zh, en in unlike_units(matched, narrow(pair.zh.plain), narrow(pair.en.text)):
        yield _fault(pair, Discrepancy(zh, en))


def percentage_points(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """One text says per cent where the other says percentage points.

    Fires where the number is the same: a rate of 20 that goes up 10 percentage points is 30, one
    that goes up 10 per cent is 22. Silent where only one text says which it is.
    Example: 上升了6个百分点 | It rose by 6 per cent.
    """
    return _unlike(pair, _SHARES.issuperset)


def currency_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """The amount is the same, its currency is not.

    Fires on signs (€), letters (CHF) and names of currencies (瑞士法郎, Norwegian kroner). Silent
    where a text names none, and where one says only “dollars” or 法郎 of any country.
    Example: 认捐900万欧元 | pledges of CHF 9 million
    """
    return _unlike(pair, lambda units: are_unlike(*units))


def enumerator_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """The number or letter before a paragraph or item is not the same in both texts.

    Fires at the head of a text and on letters within it. Silent where both count the same (一、 and
    A. or I.), and where one text has none.
    Example: 二、财务事项 | III. Financial matters
    """
    yield from _faults(pair, "enumerator-differs")
    found = differences(pair)
    zh, en = pair.zh.plain[: found.zh_label].strip(), pair.en.text[: found.en_label].strip()
    if zh and en and not _counts(zh) & _counts(en):
        message = _both(pair, zh, en)
        yield pair.fault(message, zh=(Span(0, found.zh_label),), en=(Span(0, found.en_label),))


@lru_cache(maxsize=1 << 10)
def _counts(label: str) -> frozenset[int]:
    """Return what a label may count: i. is one, or nine."""
    enumerator = read_label(label.replace(" ", "").strip("[]"))
    if enumerator is None:
        return frozenset()
    other = other_reading(enumerator)
    return frozenset({enumerator.value, *([other.value] if other else [])})


def _crossed(matched: Sequence[Match]) -> list[Match]:
    """Return the matches of one value that is an article in one text, a paragraph in the other."""
    crossed = [(zh, en) for zh, en in matched if zh.role != en.role]
    crossed = [(zh, en) for zh, en in crossed if {zh.role, en.role} <= _PLACES]
    often = Counter(zh.value for zh, _ in matched) if crossed else Counter()
    return [(zh, en) for zh, en in crossed if often[zh.value] == 1]


def _unlike(pair: Pair, are_comparable: Callable[[Units], bool]) -> Iterator[Fault]:
    """Find equal values of units that differ; not where the value comes twice in a text."""
    matched = differences(pair).matched
    unlike = [m for m in matched if m[0].unit != m[1].unit]
    unlike = [m for m in unlike if are_comparable((m[0].unit, m[1].unit))]
    often = Counter(zh.value for zh, _ in matched) if unlike else Counter()
    for zh, en in unlike:
        if often[zh.value] == 1:
            yield _fault(pair, Discrepancy(zh, en))


def _found(pair: Pair, code: str) -> tuple[Discrepancy, ...]:
    return differences(pair).by_code.get(code, ())


def _faults(pair: Pair, code: str) -> Iterator[Fault]:
    for found in _found(pair, code):
        yield _fault(pair, found)


def _fault(pair: Pair, found: Discrepancy, more: str = "") -> Fault:
    """Say what was read on each side."""
    zh, en = _quoted(pair.zh, found.zh), _quoted(pair.en, found.en)
    if zh and en:
        message = _both(pair, zh, en) + more
    elif _in_source(pair, found):
        message = f"{zh or en} in the source, nothing like it in the target"
    else:
        message = f"{zh or en} in the target, nothing like it in the source"
    return pair.fault(
        message,
        zh=_marked(pair.zh, found.zh, found.en),
        en=_marked(pair.en, found.en, found.zh),
    )


def _marked(side: Side, one: Expression | None, other: Expression | None) -> Spans:
    """Return what to underline of *one*: of a date the day, the month or both, as they differ."""
    if one is None:
        return ()
    if one.kind != "date" or not isinstance(one.value, tuple) or other is None:
        return (one.span,)
    month, day = other.value if isinstance(other.value, tuple) else (0, one.value[1])
    place = month_of(side.plain.lower(), one.span) if month != one.value[0] else None
    if place is None:
        return (one.span,)
    return (place,) if day == one.value[1] else tuple(sorted((place, one.span)))


def _both(pair: Pair, zh: str, en: str) -> str:
    source, target = (zh, en) if pair.source is pair.zh else (en, zh)
    return f"{source} in the source, {target} in the target"


def _in_source(pair: Pair, found: Discrepancy) -> bool:
    return (found.zh if pair.source is pair.zh else found.en) is not None


def _quoted(side: Side, one: Expression | None) -> str:
    """Return what was read, days with their month."""
    if one is None:
        return ""
    if one.kind == "date" and isinstance(one.value, tuple) and one.value[0] < len(month_name):
        return f"{one.value[1]} {month_name[one.value[0]]}"
    if one.kind == "month" and isinstance(one.value, int):
        return month_name[one.value]
    if one.kind == "weekday" and isinstance(one.value, int):
        return day_name[one.value - 1]
    return side.text[one.span.start : one.span.end].strip()


def _times(pair: Pair, found: Discrepancy) -> str:
    """Say how many times the source the target is."""
    if found.zh is None or found.en is None:
        return ""
    source, target = found.zh.value, found.en.value
    if pair.source is pair.en:
        source, target = target, source
    power = ratio_of_ten(source, target)
    times = _TIMES.get(power, f"10^{power} times as much")
    return f": {source:,} became {target:,}, {times}"


_CHECKS = (
    ("number-differs", "numbers", number_differs),
    ("number-slip", "numbers", number_slip),
    ("number-missing", "omission", number_missing),
    ("number-added", "addition", number_added),
    ("year-differs", "numbers", year_differs),
    ("date-differs", "numbers", date_differs),
    ("reference-differs", "inconsistent-entities", reference_differs),
    ("symbol-differs", "inconsistent-entities", symbol_differs),
    ("unit-differs", "numbers", unit_differs),
    ("percentage-points", "numbers", percentage_points),
    ("currency-differs", "numbers", currency_differs),
    ("enumerator-differs", "inconsistent-entities", enumerator_differs),
)
CHECKS: tuple[Check, ...] = (
    *(Check(code, Family.NUMBERS, kind, Severity.ERROR, find) for code, kind, find in _CHECKS),
    Check("year-missing", Family.NUMBERS, "omission", Severity.NOTE, year_missing),
)
