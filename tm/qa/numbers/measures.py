"""Amounts with their units: kilometres and miles, months and years, shares.

A second look at what the comparison found different: 两周 are 14 days, 3 000万千瓦 are 30 GW.
And a look at what it found equal: 50公里 are not 50 miles. Knows the units of both languages;
the numbers are those of the readers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from corpora.types import Span
from tm.qa.numbers.comparison import Discrepancy, Match
from tm.qa.numbers.expression import NUMERIC, Expression, Strength

Unit = tuple[str, str]  # what is measured, and how many of the smallest unit


class Amount(NamedTuple):
    """A number with its unit: what is measured, how much, where."""

    measured: str
    value: Decimal
    span: Span


_UNITS: Mapping[str, Mapping[str, tuple[str, str]]] = {  # in Chinese, in English
    "length": {
        "1000": ("公里 千米", "kilometres kilometers kilometre kilometer km"),
        "1": ("米", "metres meters metre meter"),
        "0.01": ("厘米 公分", "centimetres centimeters centimetre centimeter cm"),
        "0.001": ("毫米", "millimetres millimeters millimetre millimeter mm"),
        "1609": ("英里", "miles mile"),
        "1852": ("海里", "nautical_miles nautical_mile"),
        "0.3048": ("英尺", "feet foot"),
        "0.0254": ("英寸", "inches inch"),
        "500": ("里", ""),
    },
    "area": {
        "1000000": (
            "平方公里 平方千米",
            "square_kilometres square_kilometers square_kilometre km2",
        ),
        "1": ("平方米", "square_metres square_meters square_metre m2"),
        "10000": ("公顷", "hectares hectare ha"),
        "4047": ("英亩", "acres acre"),
        "666.7": ("亩", "mu"),
        "2590000": ("平方英里", "square_miles square_mile"),
        "0.0929": ("平方英尺", "square_feet square_foot"),
    },
    "mass": {
        "1000": ("吨 公吨", "tonnes tonne tons ton metric_tons metric_ton"),
        "1": ("公斤 千克", "kilograms kilogrammes kilogram kilos kilo kg"),
        "0.001": ("克", "grams grammes gram"),
        "0.000001": ("毫克", "milligrams milligram mg"),
        "0.4536": ("磅", "pounds pound lb lbs"),
        "0.02835": ("盎司", "ounces ounce oz"),
        "0.5": ("斤", ""),
    },
    "volume": {
        "1": ("升 公升", "litres liters litre liter"),
        "1000": ("立方米", "cubic_metres cubic_meters cubic_metre m3"),
        "3.785": ("加仑", "gallons gallon"),
        "159": ("桶", "barrels barrel"),
    },
    "temperature": {
        "1": ("摄氏度 ℃ °c", "degrees_celsius degree_celsius degrees_centigrade °c ℃"),
        "0.5556": ("华氏度 ℉ °f", "degrees_fahrenheit degree_fahrenheit °f ℉"),
    },
    "bases": {
        "1": ("碱基 碱基对", "base_pairs base_pair bases"),
        "1000": ("", "kilobases kilobase"),
    },
    "power": {
        "1": ("瓦 瓦特", "watts watt"),
        "1000": ("千瓦", "kilowatts kilowatt kw"),
        "1000000": ("兆瓦", "megawatts megawatt mw"),
        "1000000000": ("吉瓦", "gigawatts gigawatt gw"),
        "1000000000000": ("太瓦", "terawatts terawatt tw"),
    },
    "energy": {
        "1": ("千瓦时", "kilowatt-hours kilowatt-hour kilowatt_hours kwh"),
        "1000": ("兆瓦时", "megawatt-hours megawatt-hour megawatt_hours mwh"),
        "1000000": ("吉瓦时", "gigawatt-hours gigawatt-hour gigawatt_hours gwh"),
        "1000000000": ("太瓦时", "terawatt-hours terawatt-hour terawatt_hours twh"),
    },
    "time": {
        "1": ("分钟", "minutes minute"),
        "60": ("小时", "hours hour"),
        "1440": ("天 日", "days day"),
        "10080": ("周 星期 礼拜", "weeks week"),
        "20160": ("", "fortnights fortnight"),
    },
    "months": {
        "1": ("月", "months month"),
        "3": ("季度", "quarters quarter"),
        "12": ("年 周年", "years year"),
        "120": ("", "decades decade"),
        "1200": ("世纪", "centuries century"),
    },
    "share": {
        "0.01": ("%", "% per_cent percent"),
        "0.001": ("‰", "‰ per_thousand per_mille"),
    },
}
_CHINESE, _ENGLISH = (
    {
        name.replace("_", " "): (measured, size)
        for measured, sizes in _UNITS.items()
        for size, names in sizes.items()
        for name in names[side].split()
    }
    for side in (0, 1)
)


def _longest_first(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


# What is found behind a number, a half before or behind it as well: 一个半小时, 两年半.
_BEHIND_CHINESE = re.compile(
    rf"\s?[多余]?个?(?P<half>半)?(?:工作)?(?P<unit>{_longest_first(_CHINESE)})(?P<more>半)?"
)
_BEHIND_ENGLISH = re.compile(
    r"(?P<half>\sand\sa\shalf)?[\s-]?(?:(?:full|whole|calendar|consecutive|working)\s)?"
    rf"(?P<unit>{_longest_first(_ENGLISH)})(?![a-z])(?P<more>\sand\sa\shalf)?"
)
# "an hour and a half", "half a year"; the article is no number of the reader.
_TIME = _longest_first(n for n, (what, _) in _ENGLISH.items() if what in {"time", "months"})
_ARTICLE_ENGLISH = re.compile(
    rf"\b(?:(?P<half>half\s)?an?|half\s?-)[\s-]?(?P<unit>{_TIME})(?![a-z])(?P<more>\sand\sa\shalf)?"
)
_ANY = re.compile(f"[{''.join(sorted({name[-1] for name in _CHINESE} - set('月日年天%分周')))}]")
_LONGEST_UNIT = 24  # characters behind a number
_NEAR = Decimal("0.02")  # two systems of units agree within it
_EXACT = frozenset({"time", "months", "share"})
_SHARES = {"%": "0.01", "‰": "0.001", "‱": "0.0001"}
_COUNTED = "年%‰"  # read as part of the number before it


def without_equal_amounts(
    found: Sequence[Discrepancy],
    zh: tuple[str, Sequence[Expression]],
    en: tuple[str, Sequence[Expression]],
) -> Iterator[Discrepancy]:
    """Leave out of *found* what both texts measure in different units.

    *zh* and *en* are the texts, in small letters, with their expressions.
    """
    in_zh = list(_amounts(*zh, _BEHIND_CHINESE))
    in_en = [*_amounts(*en, _BEHIND_ENGLISH), *_of_articles(en[0])]
    for one in found:
        left_zh = one.zh if one.zh and not _is_among(one.zh.span, in_zh, in_en) else None
        left_en = one.en if one.en and not _is_among(one.en.span, in_en, in_zh) else None
        if left_zh == one.zh and left_en == one.en:
            yield one
            continue
        rest = left_zh or left_en
        if rest is not None and rest.strength is Strength.SURE:
            yield Discrepancy(left_zh, left_en)


def unlike_units(matched: Sequence[Match], zh: str, en: str) -> Iterator[Match]:
    """Yield equal numbers that count different units of one thing; not where one comes twice."""
    if not _ANY.search(zh) and "%" not in zh and "分之" not in zh:
        return
    often = Counter(one.value for one, _ in matched)
    for one, other in matched:
        units = _unit_of(one, zh, _BEHIND_CHINESE), _unit_of(other, en, _BEHIND_ENGLISH)
        first, second = units
        if first is None or second is None or first == second or first[0] != second[0]:
            continue
        if often[one.value] == 1:
            yield one, other


def _amounts(text: str, found: Iterable[Expression], behind: re.Pattern[str]) -> Iterator[Amount]:
    for one in found:
        if one.kind not in {"number", "fraction"} or one.role in {"year", "ordinal"}:
            continue
        match = _match_behind(one, text, behind)
        number = _number_of(one)
        if number is None or (match is None and one.unit not in _SHARES):
            continue
        names = _CHINESE if behind is _BEHIND_CHINESE else _ENGLISH
        if match is None:
            unit, half = ("share", _SHARES[one.unit]), Decimal(0)
        else:
            unit, half = names[match["unit"]], _half_of(match)
        yield Amount(unit[0], (number + half) * Decimal(unit[1]), one.span)


def _of_articles(text: str) -> Iterator[Amount]:
    for match in _ARTICLE_ENGLISH.finditer(text):
        measured, size = _ENGLISH[match["unit"]]
        is_half = match[0].startswith("half")
        number = Decimal("0.5") if is_half else 1 + _half_of(match)
        yield Amount(measured, number * Decimal(size), Span(*match.span()))


def _half_of(match: re.Match[str]) -> Decimal:
    return Decimal("0.5") if match["half"] or match["more"] else Decimal(0)


def _number_of(one: Expression) -> Decimal | None:
    if isinstance(one.value, NUMERIC):
        return Decimal(one.value)
    if isinstance(one.value, tuple) and one.value[1]:
        return Decimal(one.value[0]) / one.value[1]
    return None


def _match_behind(one: Expression, text: str, behind: re.Pattern[str]) -> re.Match[str] | None:
    """Match the unit behind a number; 千 before 瓦 and 年 were read with the number."""
    start = one.span.end
    last = text[start - 1 : start]
    if behind is _BEHIND_CHINESE and (last in _COUNTED or (last == "千" and text[start:][:1])):
        match = behind.match(text, start - 1, start + _LONGEST_UNIT)
        if match is not None:
            return match
    return behind.match(text, start, start + _LONGEST_UNIT)


def _unit_of(one: Expression, text: str, behind: re.Pattern[str]) -> Unit | None:
    if one.kind != "number" or one.role in {"year", "ordinal", "date"}:
        return None
    if one.unit in _SHARES:
        return "share", _SHARES[one.unit]
    if one.unit == "pound" and behind is _BEHIND_ENGLISH:
        return _ENGLISH["pounds"]
    match = _match_behind(one, text, behind)
    if match is None or match["half"] or match["more"]:
        return None
    unit = (_CHINESE if behind is _BEHIND_CHINESE else _ENGLISH)[match["unit"]]
    return unit if unit[0] not in {"time", "months"} else None


def _is_among(span: Span, own: Sequence[Amount], others: Sequence[Amount]) -> bool:
    """Whether the amount at *span* is one of the other text."""
    return any(
        _are_equal(amount, other) for amount in own if amount.span == span for other in others
    )


def _are_equal(one: Amount, other: Amount) -> bool:
    if one.measured != other.measured:
        return False
    apart = abs(one.value - other.value)
    return not apart or (one.measured not in _EXACT and apart <= _NEAR * one.value)
