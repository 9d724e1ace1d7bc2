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
from tm.qa.numbers.differences import differences
from tm.qa.numbers.expression import Expression
from tm.qa.pair import Pair, Side

Units = tuple[str, str]
_PLACES = frozenset({"paragraph", "article", "section", "chapter", "annex", "item"})
_SHARES = frozenset({"%", "points"})
_HALVES = frozenset({"am", "pm"})
_TIMES = {1: "ten times", 2: "a hundred times", 3: "a thousand times"}


def number_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A number is not the same in both texts.

    It fires on 5,406 against 5 046, 九名 against ten, 80% against 8 per cent. Both are read as
    values: it keeps silent on 3.5万 and 35,000, 三分之二 and two thirds, 2 500 and 2,500, 两 and
    both, 一半 and 50 per cent, and on a small number in words that the other text puts otherwise
    (三方 and tripartite).
    """
    return _faults(pair, "number-differs")


def number_slip(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A large number is ten, a hundred or a thousand times the one in the other text.

    It fires on 4 000万美元 against $4 million, 1.35亿 against 1.35 million, 110 against 110,000:
    万 and 亿 count by ten thousands, English by thousands. It keeps silent where the values are
    the same: 5.85亿 and 585 million.
    """
    for found in _found(pair, "number-slip"):
        yield _fault(pair, found, _times(pair, found))


def number_missing(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A number of the source has no counterpart in the target.

    It fires on numbers in digits and on those above ten in words: 153名工作人员 against "the
    staff". It keeps silent on one to ten in words, on note marks, and where the number stands in
    the target once for two times in the source.
    """
    for found in _found(pair, "number-missing"):
        if _in_source(pair, found):
            yield _fault(pair, found)


def number_added(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A number of the target has no counterpart in the source.

    It fires on "the 153 staff members" for 工作人员, and keeps silent where `number-missing` does.
    """
    for found in _found(pair, "number-missing"):
        if not _in_source(pair, found):
            yield _fault(pair, found)


def year_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A year is not the same in both texts.

    It fires on 2018年 against 2008, 第1521(2003)号 against 1521 (2013). It keeps silent on
    20世纪90年代 and the 1990s, 2014-2015两年期 and 2014/15, 民国九十八年 and 2009.
    """
    return _faults(pair, "year-differs")


def year_missing(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A year stands in one text only.

    It fires on 2014年8月13日 against 13 August. A note, not an error: of 15 such pairs of the
    United Nations that were read, 9 leave to the context, or to "this year", what the other text
    spells out. It keeps silent where the year stands elsewhere in the text.
    """
    return _faults(pair, "year-missing")


def date_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A day, month, weekday or time of day is not the same in both texts.

    It fires on 6月15日 against 15 September, 1月8日 against 1 August, 星期四 against Friday, 上午
    against p.m., and on a day with its month that stands in one text only. It keeps silent on
    2023年6月30日 and June 30, 2023, 4月8日至10日 and 8 to 10 April, 下午3时 and 3 p.m. or 15:00.
    """
    yield from _faults(pair, "date-differs")
    yield from _unlike(pair, _HALVES.issuperset)


def reference_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A paragraph, article, annex, session or resolution has another number.

    It fires on 第156段 against para. 165, 附件四 against annex VI, 第三届 against the fourth
    session, and on 第4条第3款 against rule 3, paragraph 4. It keeps silent on 第七十八届 and
    seventy-eighth, 附件一 and annex I, 第1项 and (a).
    """
    yield from _faults(pair, "reference-differs")
    crossed = _crossed(differences(pair).matched)
    for (zh, en), (other_zh, other_en) in combinations(crossed, 2):
        if zh.role == other_en.role and en.role == other_zh.role:
            message = f"{zh.value} and {other_zh.value} have changed places"
            yield pair.fault(message, zh=(zh.span, other_zh.span), en=(en.span, other_en.span))


def symbol_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A document symbol or a code with digits is not the same in both texts.

    It fires on A/78/123 against A/78/132, TP16 against TP61. It keeps silent on A/RES/70/1 and
    第70/1号决议.
    """
    return _faults(pair, "symbol-differs")


def percentage_points(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """Per cent stands against percentage points.

    It fires on 增加10个百分点 against "up 10 per cent": from 20, that is 30 against 22. It keeps
    silent where only one text says which it is.
    """
    return _unlike(pair, _SHARES.issuperset)


def currency_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """The amount is the same, its currency is not.

    It fires on 3 300万美元 against 33 million euros. It keeps silent where a text names none.
    """
    return _unlike(pair, lambda units: are_unlike(*units))


def enumerator_differs(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """The number or letter before a paragraph or item is not the same in both texts.

    It fires on 36. against 35., (d) against (c), 二、 against III. It keeps silent where both count
    the same (一、 and A. or I.), and where one text has none.
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
    for zh, en in matched:
        unlike = zh.unit != en.unit and are_comparable((zh.unit, en.unit))
        if unlike and sum(z.value == zh.value for z, _ in matched) == 1:
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
        zh=(found.zh.span,) if found.zh else (),
        en=(found.en.span,) if found.en else (),
    )


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
    times = _TIMES.get(abs(power), f"10^{abs(power)} times")
    return f": {source:,} became {target:,}, {times} as {'much' if power > 0 else 'little'}"


_CHECKS = (
    ("number-differs", "numbers", number_differs),
    ("number-slip", "numbers", number_slip),
    ("number-missing", "omission", number_missing),
    ("number-added", "addition", number_added),
    ("year-differs", "numbers", year_differs),
    ("date-differs", "numbers", date_differs),
    ("reference-differs", "inconsistent-entities", reference_differs),
    ("symbol-differs", "inconsistent-entities", symbol_differs),
    ("percentage-points", "numbers", percentage_points),
    ("currency-differs", "numbers", currency_differs),
    ("enumerator-differs", "inconsistent-entities", enumerator_differs),
)
CHECKS: tuple[Check, ...] = (
    *(Check(code, Family.NUMBERS, kind, Severity.ERROR, find) for code, kind, find in _CHECKS),
    Check("year-missing", Family.NUMBERS, "omission", Severity.NOTE, year_missing),
)
