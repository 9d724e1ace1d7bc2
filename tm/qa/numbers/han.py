"""Values of Chinese numerals of any size, and which runs of them are no numbers."""

from __future__ import annotations

import re

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
NUMERAL = "零一二三四五六七八九十百千万亿两廿卅"
_TENS = {"廿": "二十", "卅": "三十"}
_FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_ESTIMATE = re.compile(
    r"([十百千万亿一二三四五六七八九零]*?)([一二三四五六七八九])([一二三四五六七八九])([十百千万亿]*)"
)
_LONGEST = 24  # characters of a numeral; a longer run is no number


def han_value(numeral: str) -> int | None:
    """Return the value of a Chinese numeral, None for what is not one.

    Digits in a row are read by place (二零一五); two digits alone are an estimate (三四, three or
    four) and no number; magnitudes alone (千万) count as one of them.

    >>> [han_value(n) for n in ("三十五", "一百一十一", "两千零五", "三亿五千万", "二零一五")]
    [35, 111, 2005, 350000000, 2015]
    >>> han_value("三四"), han_value("百万"), han_value("十")
    (None, 1000000, 10)
    """
    if len(numeral) > _LONGEST:
        return None
    for tens, spelled in _TENS.items():
        numeral = numeral.replace(tens, spelled)
    if len(numeral) > 1 and all(c in DIGITS for c in numeral):
        return _by_place(numeral)
    if numeral[0] in "百千万亿" and any(c in DIGITS for c in numeral):
        return None  # 万一: in case
    total = section = digit = 0
    for place, c in enumerate(numeral):
        if c in DIGITS:
            if digit:
                return None  # 七八十: seventy or eighty
            digit = DIGITS[c]
        elif c in UNITS:
            section += (digit or 1) * UNITS[c]
            digit = 0
        elif c in MYRIADS:
            below = section + digit
            if c == "亿" and total and not below:
                total *= MYRIADS[c]  # 万亿
            else:
                total += (below or int(place == 0)) * MYRIADS[c]
            section = digit = 0
        else:
            return None
    return total + section + digit


def _by_place(numeral: str) -> int | None:
    if len(numeral) < 3 or "两" in numeral:
        return None
    return int("".join(str(DIGITS[c]) for c in numeral))


def financial_value(numeral: str) -> int | None:
    """Return the value of a numeral in the characters of cheques.

    >>> financial_value("叁仟伍佰")
    3500
    """
    return han_value(numeral.translate(_FINANCIAL))


def estimate(numeral: str) -> tuple[int, ...]:
    """Return the two values of an estimate, nothing for another numeral.

    >>> estimate("二三十"), estimate("十四五"), estimate("三五")
    ((20, 30), (14, 15), ())
    """
    match = _ESTIMATE.fullmatch(numeral) if len(numeral) <= _LONGEST else None
    if match is None or DIGITS[match[3]] != DIGITS[match[2]] + 1:
        return ()
    values = (han_value(f"{match[1]}{match[place]}{match[4]}") for place in (2, 3))
    return tuple(value for value in values if value is not None)


def scale_of(characters: str) -> int:
    """Return the factor of 万, 百万, 千亿, 万亿.

    >>> scale_of("百万"), scale_of("万亿")
    (1000000, 1000000000000)
    """
    scale = 1
    for c in characters:
        scale *= UNITS.get(c) or MYRIADS.get(c) or 1
    return scale
