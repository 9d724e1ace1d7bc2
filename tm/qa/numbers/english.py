"""The reader of English: number expressions of a text in the order they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpora.types import Span
from tm.qa.numbers import currencies, latin
from tm.qa.numbers.english_dates import read_date, read_month
from tm.qa.numbers.english_grammar import FIRST, PATTERN, WEEKDAYS
from tm.qa.numbers.english_lists import with_lists
from tm.qa.numbers.english_words import (
    CARDINALS,
    DENOMINATORS,
    HINTS,
    SCALES,
    WORD,
    spelled_numbers,
)
from tm.qa.numbers.expression import NUMERIC, Expression, Key, Strength, Value, exact, sized
from tm.qa.numbers.scanning import Grammar, Rule, scan

_PERIOD = re.compile(r"(?a)\s(decade|centur)(?:s|ies|y)?\b")
_FIGURE = re.compile(r"(?a)\d{1,2}")
_PLAIN = re.compile(rf"(?a){latin.DIGITS}")
_NUMBER_WORD = re.compile(WORD)


def read_english(text: str, start: int = 0) -> list[Expression]:
    """Return the number expressions of *text* from *start* on."""
    text = latin.narrowed(text)
    low = latin.lowered(text)
    found = scan(text, low, start, _GRAMMAR)
    return with_lists(found, low)


def _time(match: re.Match[str], text: str) -> Iterator[Expression]:
    """A time of day, in minutes of a half day: 3 p.m. is 15:00 is 3:00."""
    figures = _FIGURE.findall(match[0])
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    half = next((half for half in ("am", "pm") if half[0] in match[0]), "")
    yield latin.clock(hour, minute, match.span(), half=half)


def _decade(match: re.Match[str], text: str) -> Iterator[Expression]:
    decade = int(match[0][: 4 if match[0][:4].isdigit() else 2])
    other = decade % 100 if decade > 99 else 1900 + decade
    yield Expression(
        "number", decade, Span(*match.span()), role="decade", others=(("number", other),)
    )


def _tens(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read seventies as an age or a decade."""
    value = CARDINALS[match[0].removesuffix("ies") + "y"]
    keys: tuple[Key, ...] = (("number", 1900 + value),)
    yield Expression(
        "number", value, Span(*match.span()), Strength.WEAK, role="decade", others=keys
    )


def _number(match: re.Match[str], text: str) -> Iterator[Expression]:
    digits = _PLAIN.search(match[0])
    if digits is None:
        return
    rest = match[0].removesuffix(match["area"] or "").removesuffix(match["unit"] or "")
    rest = rest[digits.end() :]
    scale = 1
    for word in _NUMBER_WORD.findall(rest):
        scale *= SCALES.get(word, 1)
    value = exact(digits[0], scale)
    ordinal = rest.startswith(("st", "nd", "rd", "th")) and scale == 1
    role = (
        "ordinal"
        if ordinal
        else "year"
        if latin.is_year(value) and not rest and digits[0].isdigit()
        else ""
    )
    strength = sized(value, role)
    if latin.is_note_mark(match, text) and not rest:
        strength = Strength.HINT
    others = _other_values(value, text, match.end(), is_ordinal=ordinal)
    if latin.in_brackets(match, text):
        others += latin.as_letter(value)
    yield Expression(
        "code" if isinstance(value, str) else "number",
        value,
        Span(*match.span()),
        strength=strength,
        role=role,
        unit=_unit(match),
        others=others,
        parts=latin.parts_of(digits[0]),
        scaled=scale > 1,
    )


def _other_values(value: Value, text: str, end: int, *, is_ordinal: bool) -> tuple[Key, ...]:
    """Return what a number may be too: five decades are 50 years, "2014.42" a year and a note."""
    if not isinstance(value, NUMERIC):
        return ()
    if value == 12 and text[max(0, end - 5) : end].lower() == "dozen":
        return (("number", 10),)  # more than a dozen are 十多
    if latin.is_year(int(value)) and value != int(value):
        return (("number", int(value)),)
    if is_ordinal:
        return (("day", value),)
    period = _PERIOD.match(text, end)
    return (("number", value * (10 if period[1] == "decade" else 100)),) if period else ()


def _unit(match: re.Match[str]) -> str:
    """Return what a number counts, by the sign before it or the word behind it."""
    if match["sign"]:
        return currencies.of_sign(match["sign"], match.start("sign"), match.string)
    return _unit_called(match["unit"] or "")


def _unit_called(unit: str) -> str:
    if "point" in unit:
        return "points"
    if "‰" in unit or "thousand" in unit or "mille" in unit:
        return "‰"
    if "%" in unit or "cent" in unit:
        return "%"
    return currencies.of_english(unit.strip("] "))


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
    others += latin.shares_of(above, below)
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
        strength=Strength.HINT if below == 2 else Strength.WEAK,
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
        unit = _unit_called(match["wunit"] or "")
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
    day = WEEKDAYS.index(match[0]) + 1
    yield Expression("weekday", day, Span(*match.span()), strength=Strength.WEAK, role="date")


def _hint(match: re.Match[str], text: str) -> Iterator[Expression]:
    first, *rest = HINTS[match[0]]
    others: tuple[Key, ...] = tuple(("number", value) for value in rest)
    yield Expression("number", first, Span(*match.span()), strength=Strength.HINT, others=others)


def _half(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Half: 50 per cent, 6 months, 30 minutes."""
    yield latin.half(match.span(), Strength.WEAK)


_RULES: Mapping[str, Rule] = {
    "address": latin.read_nothing,
    "symbol": latin.read_symbol,
    "date": read_date,
    "dateus": read_date,
    "iso": latin.read_iso,
    "month": read_month,
    "time": _time,
    "tens": _tens,
    "decade": _decade,
    "code": latin.read_code,
    "slashed": latin.read_slashed,
    "num": _number,
    "vague": _vague,
    "part": _part,
    "halved": _halved,
    "words": _words,
    "letter": latin.read_letter,
    "lettered": latin.read_lettered,
    "roman": latin.read_roman,
    "weekday": _weekday,
    "hint": _hint,
    "half": _half,
    "glyph": latin.read_glyph,
}
_GRAMMAR = Grammar(FIRST, PATTERN, _RULES)
