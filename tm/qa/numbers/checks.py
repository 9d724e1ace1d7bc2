"""Checks of the family *numbers*: what kind of difference a discrepancy is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from corpora.enumerators import other_reading, read_label
from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.numbers.chinese import read_chinese
from tm.qa.numbers.comparison import Comparison, Discrepancy, Match, compare, ratio_of_ten
from tm.qa.numbers.english import read_english
from tm.qa.numbers.expression import Expression
from tm.qa.pair import Pair, Side

_LABEL = re.compile(
    r"\s*(?:[(（\[]\s?(?:\d{1,3}|[a-z]{1,4}|[一二三四五六七八九十]{1,3})\s?[)）\]]"
    r"|(?:\d{1,3}|[A-Z]|[IVXL]{2,6}|[a-z])\s?[.．](?![\d.])(?=\s|[^\x00-\xff]|[A-Z][a-z]|$)"
    r"|[一二三四五六七八九十]{1,3}(?:、|\s?[.．]|\s)|\d{1,3}、(?!\d))\s*"
)
_REFERENCES = frozenset({"paragraph", "article", "section", "chapter", "annex", "resolution",
                         "item", "session", "ordinal", "numbered", "roman"})  # fmt: skip
_PLACES = frozenset({"paragraph", "article", "section", "chapter", "annex", "item"})
_SLIP_FROM = 1000  # below it a factor of ten is a digit too many


@lru_cache(maxsize=256)
def _compared(zh: str, en: str) -> tuple[Comparison, int, int]:
    """Compare two texts without their labels; say where the labels end. Every check asks."""
    zh_start, en_start = _label_end(zh), _label_end(en)
    return compare(read_chinese(zh, zh_start), read_english(en, en_start)), zh_start, en_start


def _label_end(text: str) -> int:
    match = _LABEL.match(text)
    return match.end() if match else 0


def _discrepancies(pair: Pair) -> tuple[Discrepancy, ...]:
    return _compared(pair.zh.plain, pair.en.text)[0].discrepancies


def _code_of(found: Discrepancy) -> str:
    """Return the code of a discrepancy between two expressions that are both there."""
    one = found.zh or found.en
    if one is None:
        return ""
    both = [e for e in (found.zh, found.en) if e is not None]
    roles = {e.role for e in both}
    kinds = {e.kind for e in both}
    if kinds & {"date", "month", "time", "weekday"}:
        return "date-differs"
    if "letter" in kinds:
        return "enumerator-differs"
    if kinds & {"symbol", "code"}:
        return "symbol-differs" if len(both) > 1 or "symbol" in kinds else ""
    if len(both) == 1:
        return "lone-year" if roles == {"year"} else "one-sided"
    return _number_code(both[0], both[1], roles)


def _number_code(zh: Expression, en: Expression, roles: set[str]) -> str:
    if "year" in roles and roles <= {"year", ""}:
        return "year-differs"
    if roles & _REFERENCES and not zh.unit and not en.unit:
        return "reference-differs"
    sizes = [v for v in (zh.value, en.value) if not isinstance(v, str | tuple)]
    large = any(v >= _SLIP_FROM for v in sizes) or zh.scaled or en.scaled
    if large and ratio_of_ten(zh.value, en.value):
        return "number-slip"
    return "number-differs"


def _faults(pair: Pair, code: str, extra: str = "") -> Iterator[Fault]:
    for found in _discrepancies(pair):
        if _code_of(found) == code:
            yield _fault(pair, found, extra)


def _fault(pair: Pair, found: Discrepancy, extra: str = "") -> Fault:
    """Say what was read on each side."""
    source, target = _quotes(pair, found)
    spans = {
        "zh": (found.zh.span,) if found.zh else (),
        "en": (found.en.span,) if found.en else (),
    }
    if source and target:
        message = f"{source} in the source, {target} in the target{extra}"
    elif source:
        message = f"{source} in the source has no counterpart in the target"
    else:
        message = f"{target} in the target has no counterpart in the source"
    return pair.fault(message, zh=spans["zh"], en=spans["en"])


def _quotes(pair: Pair, found: Discrepancy) -> tuple[str, str]:
    """Return what stands on either side, source first."""
    zh = _quote(pair.zh, found.zh)
    en = _quote(pair.en, found.en)
    return (zh, en) if pair.source is pair.zh else (en, zh)


def _quote(side: Side, one: Expression | None) -> str:
    if one is None:
        return ""
    text = side.text[one.span.start : one.span.end].strip()
    if one.kind == "date" and isinstance(one.value, tuple):
        return f"{text} (day {one.value[1]} of month {one.value[0]})"
    return text


def number_differs(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """Both sides have a number at this place, but not the same."""
    yield from _faults(pair, "number-differs")


def number_slip(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A large number is ten, a hundred or a thousand times the one on the other side."""
    for found in _discrepancies(pair):
        if _code_of(found) == "number-slip" and found.zh and found.en:
            yield _fault(pair, found, f": {_times(pair, found)}")


def _times(pair: Pair, found: Discrepancy) -> str:
    zh, en = found.zh, found.en
    if zh is None or en is None:
        return ""
    source, target = (zh, en) if pair.source is pair.zh else (en, zh)
    power = ratio_of_ten(source.value, target.value)
    factor = {1: "ten times", 2: "a hundred times", 3: "a thousand times"}.get(
        abs(power), f"10^{abs(power)} times"
    )
    return (
        f"{source.value:,} became {target.value:,}, {factor} as {'large' if power > 0 else 'small'}"
    )


def number_missing(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A number of the source has no counterpart in the target."""
    for found in _discrepancies(pair):
        if _code_of(found) == "one-sided" and _source_of(pair, found):
            yield _fault(pair, found)


def number_added(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A number of the target has no counterpart in the source."""
    for found in _discrepancies(pair):
        if _code_of(found) == "one-sided" and not _source_of(pair, found):
            yield _fault(pair, found)


def year_missing(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A year stands on one side only."""
    yield from _faults(pair, "lone-year")


def _source_of(pair: Pair, found: Discrepancy) -> Expression | None:
    return found.zh if pair.source is pair.zh else found.en


def date_differs(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """Day, month, weekday or time of day are not the same."""
    yield from _faults(pair, "date-differs")


def year_differs(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A year is not the same."""
    yield from _faults(pair, "year-differs")


def reference_differs(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A paragraph, article, annex, session or resolution is numbered otherwise."""
    yield from _faults(pair, "reference-differs")
    compared, _, _ = _compared(pair.zh.plain, pair.en.text)
    for (zh, en), (other_zh, other_en) in combinations(_crossed(compared.matched), 2):
        if zh.role == other_en.role and en.role == other_zh.role:
            message = f"{zh.value} and {other_zh.value} have changed places"
            yield pair.fault(message, zh=(zh.span, other_zh.span), en=(en.span, other_en.span))


def _crossed(matched: Sequence[Match]) -> list[Match]:
    """Return the pairs of one value that is an article on one side and a paragraph on the other."""
    often = Counter(zh.value for zh, _ in matched)
    return [
        (zh, en)
        for zh, en in matched
        if zh.role != en.role and {zh.role, en.role} <= _PLACES and often[zh.value] == 1
    ]


def unit_differs(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """The number is the same, its unit is not: per cent and points, dollars and euros."""
    compared, _, _ = _compared(pair.zh.plain, pair.en.text)
    for zh, en in compared.matched:
        if zh.unit and en.unit and zh.unit != en.unit:
            alike = [(z.unit, e.unit) for z, e in compared.matched if z.value == zh.value]
            if len(alike) == 1:
                source, target = _quotes(pair, Discrepancy(zh, en))
                message = f"{source} in the source, {target} in the target"
                yield pair.fault(message, zh=(zh.span,), en=(en.span,))


def symbol_differs(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A document symbol or a code of letters and digits is not the same."""
    yield from _faults(pair, "symbol-differs")


def enumerator_differs(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """The number or letter of a paragraph or list item is not the same."""
    yield from _faults(pair, "enumerator-differs")
    _, zh_end, en_end = _compared(pair.zh.plain, pair.en.text)
    zh, en = pair.zh.plain[:zh_end].strip(), pair.en.text[:en_end].strip()
    if zh and en and not _counts(zh) & _counts(en):
        source, target = (zh, en) if pair.source is pair.zh else (en, zh)
        message = f"{source} in the source, {target} in the target"
        yield pair.fault(message, zh=(Span(0, zh_end),), en=(Span(0, en_end),))


def _counts(label: str) -> frozenset[int]:
    """Return what a label may count: i. is one, or nine."""
    enumerator = read_label(label.replace(" ", "").strip("[]"))
    if enumerator is None:
        return frozenset()
    other = other_reading(enumerator)
    return frozenset({enumerator.value, *([other.value] if other else [])})


_FINDERS: dict[str, tuple[Callable[[Pair, Knowledge], Iterator[Fault]], Severity]] = {
    "number-differs": (number_differs, Severity.ERROR),
    "number-slip": (number_slip, Severity.ERROR),
    "number-missing": (number_missing, Severity.ERROR),
    "number-added": (number_added, Severity.ERROR),
    "year-missing": (year_missing, Severity.NOTE),
    "date-differs": (date_differs, Severity.ERROR),
    "year-differs": (year_differs, Severity.ERROR),
    "reference-differs": (reference_differs, Severity.ERROR),
    "unit-differs": (unit_differs, Severity.ERROR),
    "symbol-differs": (symbol_differs, Severity.ERROR),
    "enumerator-differs": (enumerator_differs, Severity.ERROR),
}
CHECKS: tuple[Check, ...] = tuple(
    Check(code, Family.NUMBERS, "numbers", severity, find)
    for code, (find, severity) in _FINDERS.items()
)
