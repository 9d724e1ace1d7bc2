"""The reader of English: number expressions of a text in the order they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from corpora.types import Span
from tm.qa.numbers import latin
from tm.qa.numbers.english_words import (
    CARDINALS,
    DENOMINATORS,
    HINT,
    HINTS,
    SCALES,
    WORD,
    WORDS,
    spelled_numbers,
)
from tm.qa.numbers.expression import Expression, Key, Strength, Value, exact, sized

_NAMES = "january february march april may june july august september october november december"
_MONTHS = tuple(_NAMES.split())
_MONTH_OF = {name: n for n, name in enumerate(_MONTHS, 1)} | {
    name[:3]: n for n, name in enumerate(_MONTHS, 1)
} | {"sept": 9}  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?![a-z])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\da-z%])"
_AND = r"(?:\s?-\s?|,?\s(?:and|to|or|until|through|&)\s(?:from\s)?|,\s?)"
_DAYS = rf"{_DAY}(?:{_AND}{_DAY}){{0,8}}"
_SCALE = r"(?:[)\]+]?[ -](?:hundred|thousand|million|billion|trillion|dozen)\b){0,3}"
_FRACTION_WORD = r"(?:hal(?:f|ves)|quarters?|thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"  # fmt: skip  # noqa: E501
_MANY = r"(?:tens|hundreds|thousands|dozens|millions|billions|trillions)"
_UNIT = (
    r"(?:\]?\s?(?:%|per ?cent(?:age[ -]points?)?\b|percentage[ -]points?\b)"
    r"|\s(?:united states |us )?dollars?\b|\s(?:euros?|pounds|yen|yuan)\b)"
)
_GRAMMAR = re.compile(
    "|".join(
        (
            latin.ADDRESS,
            latin.SYMBOL,
            rf"(?P<date>(?<![\d.,$])\b{_DAYS}(?:\sof)?\s{_MONTH})",
            rf"(?P<dateus>\b{_MONTH}\s{_DAYS})",
            latin.ISO_DATE,
            rf"(?P<month>\b{_MONTH})",
            rf"(?P<time>\b\d{{1,2}}(?:[.:]\d{{2}})?\s?(?:[ap]\.\s?m\.|[ap]m\b)|\b{latin.TIME}"
            r"|\b[0-2]\d[0-5]\d\s?(?:hours|hrs?)\b)",
            r"(?P<decade>\b(?:\d0|\d{3}0)'?s\b)",
            latin.CODE,
            latin.SLASHED,
            rf"(?P<num>(?P<sign>(?:[$€£¥]|\beuro?|\busd|\bchf)\s?)?{latin.DIGITS}(?:(?:st|nd|rd|th)\b|{_SCALE})"
            rf"(?P<unit>{_UNIT})?)",
            rf"(?P<vague>\b(?:several|few|many)\s(?:hundred|thousand|million|billion)s?"
            rf"(?:\s(?:thousand|million|billion)s?)?\b|\b{_MANY}(?:\sof\s{_MANY})?\b)",
            rf"(?P<part>\b(?:an?|one|two|three|four|five|six|seven|eight|nine|\d)[ -]"
            rf"{_FRACTION_WORD}(?![a-z-]))",
            rf"(?P<halved>\bhalf\san?\s(?:{'|'.join(SCALES)})\b)",
            rf"(?P<words>\b(?:an?\s(?=hundred|thousand|million|billion|trillion|dozen))?{WORDS}"
            r"(?P<wunit>\]?\s(?:per ?cent|percentage points?)\b)?)",
            latin.LETTER,
            latin.ROMAN,
            rf"(?P<weekday>\b(?:{'|'.join(_WEEKDAYS)})\b)",
            rf"(?P<hint>\b(?:{HINT})\b)",
            r"(?P<glyph>[½⅓⅔¼¾])",
        )
    )
)
_PERIOD = re.compile(r"\s(decade|centur)(?:s|ies|y)?\b")
_DAY_FIGURE = re.compile(r"\d{1,2}")
_NAME = re.compile(_MONTH)
_PLAIN = re.compile(latin.DIGITS)
_NUMBER_WORD = re.compile(WORD)
_MONEY = {
    "eu": "EUR", "us": "USD", "ch": "CHF", "$": "USD", "€": "EUR", "£": "GBP", "¥": "",
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY",
}  # fmt: skip
_JOIN = re.compile(r"\]?(?:,?\s?(?:and|to|or|through|until|-|&)?\s?(?:from\s)?|\s?[,-]\s?)\[?")
_ROLE = re.compile(
    r"(?:(paragraphs?|paras?\.)|(articles?|arts?\.|rules?|regulations?|principles?|guidelines?)"
    r"|(sections?|sects?\.)|(chapters?)|(annex(?:es)?)|(resolutions?|decisions?)"
    r"|(items?)|(pages?|tables?|figures?|appendix|notes?|nos?\.|numbers?))\s?(?:\(?\s?)\Z"
)
_ROLES = ("paragraph", "article", "section", "chapter", "annex", "resolution", "item", "numbered")
_GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}


def read_english(text: str, start: int = 0) -> list[Expression]:
    """Return the number expressions of *text* from *start* on."""
    text = latin.narrowed(text)
    low = latin.lowered(text)
    found: list[Expression] = []
    for match in _GRAMMAR.finditer(low, start):
        found += _RULES[match.lastgroup or ""](match, text)
    return _joined(found, low)


def _date(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Days before or after their month: 3 to 5 May, April 8-10."""
    name = _NAME.search(match[0])
    if name is None:
        return
    month = _MONTH_OF[name[0].rstrip(".")]
    figures = list(_DAY_FIGURE.finditer(match[0]))
    for figure in figures:
        day = int(figure[0])
        start = match.start() + figure.start()
        others: tuple[Key, ...] = (("day", day),)
        if figure is not figures[-1]:  # of paragraphs 3 and 4, 5 May
            others += (("number", day),)
        yield Expression(
            "date", (month, day), Span(start, start + len(figure[0])), role="date", others=others
        )


def _month(match: re.Match[str], text: str) -> Iterator[Expression]:
    """A month alone; "may" and "march" only where the capital says so."""
    name = match[0].rstrip(".")
    if not text[match.start()].isupper():
        return
    strength = Strength.WEAK
    if name in {"may", "march"} and not _is_month(match, text):
        strength = Strength.HINT
    yield Expression("month", _MONTH_OF[name], Span(*match.span()), strength=strength, role="date")


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether a capital does not come from the beginning of a sentence, or a year follows."""
    before = text[: match.start()].rstrip()[-1:]
    return (
        before.isalnum() or before == "," or text[match.end() : match.end() + 5].strip().isdigit()
    )


def _time(match: re.Match[str], text: str) -> Iterator[Expression]:
    """A time of day, in minutes of a half day: 3 p.m. is 15:00 is 3:00."""
    figures = _DAY_FIGURE.findall(match[0])
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    yield clock(hour, minute, match.span())


def clock(hour: int, minute: int, place: tuple[int, int]) -> Expression:
    """Return a time of day; morning and afternoon are one, for half of the texts leave it out."""
    others: tuple[Key, ...] = (("number", hour), ("number", hour % 12),
                               ("number", hour * 100 + minute))  # fmt: skip
    if 0 < hour < 12:
        others += (("number", (hour + 12) * 100 + minute),)
    value = (hour % 12) * 60 + minute
    return Expression("time", value, Span(*place), role="time", others=others)


def _decade(match: re.Match[str], text: str) -> Iterator[Expression]:
    decade = int(match[0][: 4 if match[0][:4].isdigit() else 2])
    other = decade % 100 if decade > 99 else 1900 + decade
    yield Expression(
        "number", decade, Span(*match.span()), role="decade", others=(("number", other),)
    )


def _number(match: re.Match[str], text: str) -> Iterator[Expression]:
    digits = _PLAIN.search(match[0])
    if digits is None:
        return
    rest = match[0][digits.end() :]
    scale = 1
    for word in _NUMBER_WORD.findall(rest):
        scale *= SCALES.get(word, 1)
    value = exact(digits[0], scale)
    ordinal = rest.startswith(("st", "nd", "rd", "th")) and scale == 1
    role = "ordinal" if ordinal else "year" if latin.is_year(value) and not rest else ""
    strength = sized(value, role)
    if latin.is_note_mark(match, text) and not rest:
        strength = Strength.HINT
    parts = latin.parts_of(digits[0])
    yield Expression(
        "code" if isinstance(value, str) else "number",
        value,
        Span(*match.span()),
        strength=strength,
        role=role,
        unit=_unit(match["sign"], match["unit"]),
        others=_other_values(value, text, match.end(), is_ordinal=ordinal),
        parts=parts,
        scaled=scale > 1,
    )


def _other_values(value: Value, text: str, end: int, *, is_ordinal: bool) -> tuple[Key, ...]:
    """Return what a number may be too: five decades are 50 years, "2014.42" a year and a note."""
    if not isinstance(value, int | Decimal):
        return ()
    if value == 12 and text[:end].lower().endswith("dozen"):
        return (("number", 10),)  # more than a dozen are 十多
    if latin.is_year(int(value)) and value != int(value):
        return (("number", int(value)),)
    if is_ordinal:
        return (("day", value),)
    period = _PERIOD.match(text, end)
    return (("number", value * (10 if period[1] == "decade" else 100)),) if period else ()


def _unit(sign: str | None, unit: str | None) -> str:
    if sign:
        return _MONEY[sign[:2].strip() if sign[0].isalpha() else sign[0]]
    if not unit:
        return ""
    if "point" in unit:
        return "points"
    if "%" in unit or "cent" in unit:
        return "%"
    return next(code for word, code in _MONEY.items() if word in unit)


def _vague(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Hundreds of thousands, several million: a magnitude that nobody counted."""
    scale = 1
    for word in re.findall(r"[a-z]+", match[0]):
        scale *= {"tens": 10, "dozens": 10}.get(word) or SCALES.get(word.removesuffix("s"), 1)
    yield Expression(
        "vague",
        scale,
        Span(*match.span()),
        strength=Strength.WEAK,
        role="vague",
        others=(("number", scale),),
    )


def _part(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Two thirds, a quarter; "a third" may be another one."""
    count, bottom = re.split("[ -]", match[0])
    above = 1 if count in {"a", "an"} else int(count) if count.isdigit() else CARDINALS[count]
    below = DENOMINATORS[bottom]
    others: list[Key] = []
    if below == 2 or (below == 4 and above == 1):
        others += [("number", 100 // below * above), ("number", 3), ("number", below)]
    if not bottom.endswith(("s", "f")) and below > 2:
        others.append(("number", below))
    if below == 10:
        others.append(("number", 10 * above))
    parts: tuple[Key, ...] = (("number", above), ("number", below))
    yield Expression(
        "fraction",
        (above, below),
        Span(*match.span()),
        strength=Strength.HINT if below in {2, 4} and above == 1 else Strength.WEAK,
        role="fraction",
        others=tuple(others),
        parts=parts,
    )


def _words(match: re.Match[str], text: str) -> Iterator[Expression]:
    words = match[0].removesuffix(match["wunit"] or "")
    offset = match.start()
    for n in spelled_numbers(words, offset):
        role = "ordinal" if n.is_ordinal else ""
        single = text[n.start : n.end].lower()
        strength = Strength.WEAK if n.value <= 10 or single in SCALES else Strength.SURE
        if single == "one" or (single in SCALES and not words.startswith("a ")):
            strength = Strength.HINT
        unit = _unit("", match["wunit"]) if match["wunit"] else ""
        scaled = any(word in single for word in SCALES)
        yield Expression(
            "number",
            n.value,
            Span(n.start, n.end),
            strength=strength,
            role=role,
            unit=unit,
            others=_other_values(n.value, text, n.end, is_ordinal=n.is_ordinal),
            scaled=scaled,
        )


def _halved(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Half a million."""
    value = SCALES[match[0].split()[-1]] // 2
    yield Expression("number", value, Span(*match.span()), scaled=True)


def _weekday(match: re.Match[str], text: str) -> Iterator[Expression]:
    day = _WEEKDAYS.index(match[0]) + 1
    yield Expression("weekday", day, Span(*match.span()), strength=Strength.WEAK, role="date")


def _hint(match: re.Match[str], text: str) -> Iterator[Expression]:
    first, *rest = HINTS[match[0]]
    others: tuple[Key, ...] = tuple(("number", value) for value in rest)
    if match[0] == "half":
        others += (("fraction", (1, 2)), ("number", Decimal("0.5")))
    yield Expression("number", first, Span(*match.span()), strength=Strength.HINT, others=others)


def _glyph(match: re.Match[str], text: str) -> Iterator[Expression]:
    above, below = _GLYPHS[match[0]]
    yield Expression(
        "fraction", (above, below), Span(*match.span()), strength=Strength.HINT, role="fraction"
    )


def _nothing(match: re.Match[str], text: str) -> Iterator[Expression]:
    return iter(())


_RULES: Mapping[str, Callable[[re.Match[str], str], Iterator[Expression]]] = {
    "address": _nothing,
    "symbol": latin.read_symbol,
    "date": _date,
    "dateus": _date,
    "iso": latin.read_iso,
    "month": _month,
    "time": _time,
    "decade": _decade,
    "code": latin.read_code,
    "slashed": latin.read_slashed,
    "num": _number,
    "vague": _vague,
    "part": _part,
    "halved": _halved,
    "words": _words,
    "letter": latin.read_letter,
    "roman": latin.read_roman,
    "weekday": _weekday,
    "hint": _hint,
    "glyph": _glyph,
}


def _joined(found: list[Expression], low: str) -> list[Expression]:
    """Give what stands in a list or range what its neighbour says for both.

    "1 to 2 million", "22 and 18 per cent", "paras. 11 and 156", "2014-15".
    """
    for place, one in enumerate(found):
        if one.kind == "number" and one.role in {"", "roman"}:
            role = _role_before(one, low)
            if role:
                found[place] = replace(one, role=role)
    for place in range(1, len(found)):
        before, after = found[place - 1], found[place]
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
        if factor and isinstance(value, int | Decimal):
            more = exact(str(value), factor)
            before = replace(before, others=(*before.others, ("number", more)))
    if after.unit and not before.unit and before.kind == "number":
        before = replace(before, unit=after.unit)
    if before.role in _LISTED and not after.role and after.kind == "number" and not after.unit:
        after = replace(after, role=before.role)
    if after.kind == "month" and before.kind == "number":
        before = replace(before, others=(*before.others, ("month", before.value)))
    return before, _second_year(before, after)


def _second_year(before: Expression, after: Expression) -> Expression:
    """Read the 15 of 2014-15 as a year too."""
    year, short = before.value, after.value
    if latin.is_year(year) and isinstance(year, int) and short == (year + 1) % 100:
        return replace(after, others=(*after.others, ("number", year + 1)))
    return after


def _magnitude(value: object) -> int:
    """Return the largest word of magnitude that *value* may have been written with."""
    if not isinstance(value, int | Decimal):
        return 0
    return next((n for n in (10**12, 10**9, 10**6, 1000, 100) if value >= n), 0)
