r"""What both languages write alike: addresses, document symbols, codes, letters, Roman numerals.

The patterns are parts of either reader's grammar; they want text in small letters. None of
them repeats over a class that another part of it could take, so that text of any length is read
in linear time: what begins a run is looked at once (``(?<!…)``), lists are cut at nine members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corpora.enumerators import roman_value
from corpora.types import Span
from tm.qa.numbers import currencies
from tm.qa.numbers.expression import Expression, Key, Strength, exact

_NARROW: dict[int, int | str] = {ord("０") + i: ord("0") + i for i in range(10)}
_NARROW |= {ord("Ａ") + i: ord("A") + i for i in range(26)}
_NARROW |= {ord("ａ") + i: ord("a") + i for i in range(26)}
_NARROW |= {ord("㈠") + i: "一二三四五六七八九十"[i] for i in range(10)}
_NARROW |= {ord("①") + i: str(i + 1) for i in range(9)}
_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"
_NARROW |= {ord(space): " " for space in _SPACES}
_NARROW |= {ord(hyphen): "-" for hyphen in "－–—−‑‐"}
_NARROW |= dict(zip(map(ord, "％，．（）：／［］＄￥〇○～〜’"), "%,.():/[]$¥零零~~'", strict=True))

ADDRESS = r"(?P<address>(?:https?://|www\.)[!-~]+)"
SYMBOL = (
    r"(?P<symbol>(?<![a-z0-9/])(?!(?:utc|gmt|cet|est|edt)/)[a-z][a-z0-9]{0,11}(?:/[a-z0-9.-]+)+"
    r"(?:\s(?:add|corr|rev)\.\d+)*"
    r"(?:(?:\s?(?:[,、&]|和|及|以及|and)\s?)(?:add|corr|rev)\.\d+){0,6})"
)
_FURTHER = re.compile(r"\s?(?:[,、&]|和|及|以及|and)\s?(?=(?:add|corr|rev)\.)")
_MONEY = "|".join(currencies.LETTERS)
_NO_CODE = rf"(?!(?:post|pre|mid|non|early|late)-|(?:us|{_MONEY})\d)"  # mid-2014, USD5
CODE = rf"(?P<code>(?<![a-z0-9]){_NO_CODE}[a-z]{{1,12}}-?\d[\d.]*(?:-\d+)?(?!\d|,\d{{3}}))"
LETTER = r"(?P<letter>(?<![a-z])\(\s?[a-z]{1,4}\s?\))"
# What has a capital letter for a number; I, V and X are Roman numerals.
NAMED_BY_LETTER = "annex|appendix|schedule|group|table|section|part|category|class|sector"
_LETTERED = "附件|附录|附表|附文|组|表|" + NAMED_BY_LETTER
LETTERED = (
    rf"(?P<lettered>(?:{_LETTERED})\s?[a-hj-uwyz](?![a-z0-9])"
    r"|(?<![a-z])[a-hj-uwyz](?=[节类组]|部分))"
)
ROMAN = r"(?P<roman>(?<![a-z0-9'.-])[ivxl]{1,8}(?![a-z0-9']))"
TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
ISO_DATE = r"(?P<iso>(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?!\d))"
# Grouped by commas (with spaces around them in tokenised corpora), by spaces, or not.
DIGITS = (
    r"(?:(?:\d{1,3}(?:(?:,| , )\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)*"
    r"|(?<![\w.])\.\d+)"
)
AREA = r"(?P<area>\s?[kcm]?m[23](?![a-z0-9]))?"  # m2, km2: the 2 is no number
SLASHED = r"(?P<slashed>(?:第\s?)?(?<![\d/,])\d{1,4}/\d{1,4}(?![\d/]|,\d))"
YEARS = range(1800, 2101)
_ALIASES = {"covid-19": 2019}
_NUMBERED = (
    "annex annexes chapter chapters part parts section sections title book volume vol appendix "
    "protocol table figure schedule tier phase article group class category type "
    "附件 附录 附表 表 图 类"
)
_KNOWN_ROMAN = frozenset(_NUMBERED.split())
_WORD_BEFORE = re.compile(r"(?a)([a-z]+|附件|附录|附表|表|图)\.?\s?\Z")
_FIGURES = re.compile(r"(?a)\d+")
_GLUE = frozenset(".,;:)]”\"'。，；：）》")


def narrowed(text: str) -> str:
    """Write *text* with half-width digits and signs, plain spaces and hyphens; length kept."""
    return text if text.isascii() else text.translate(_NARROW)


def lowered(text: str) -> str:
    """Write *text* in small letters, length kept."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def is_year(value: object) -> bool:
    """Whether *value* is likely a year where nothing else is said."""
    return isinstance(value, int) and value in YEARS


def with_second_year(before: Expression, after: Expression) -> Expression:
    """Read the 15 of 2014-15, the 24 of 2022-24 as a year too."""
    year, short = before.value, after.value
    is_range = after.span.start == before.span.end + 1 and is_year(year)
    if not is_range or not isinstance(year, int) or not isinstance(short, int):
        return after
    if not year % 100 < short < 100:
        return after
    return after._replace(others=(*after.others, ("number", year // 100 * 100 + short)))


def read_symbol(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read a document symbol, A/78/123; and/or, third/3rd are none."""
    head, *further = _FURTHER.split(match[0])
    symbol = head.rstrip(".-")
    if "/" not in symbol:
        return
    body = text[match.start() : match.start() + symbol.index("/")]
    if body.isupper() and any(c.isdigit() for c in symbol):
        end = match.start() + len(symbol)
        yield Expression(
            "symbol",
            symbol.upper().replace(" ", "/"),
            Span(match.start(), end),
            role="symbol",
            others=_short_forms(symbol),
        )
        yield from _supplements(symbol, match, further)


def _supplements(symbol: str, match: re.Match[str], further: list[str]) -> Iterator[Expression]:
    """Read the Corr.1 of "A/78/123 and Corr.1" as A/78/123/Corr.1."""
    end = match.start() + len(symbol)
    for name in further:
        start = match.string.index(name, end)
        end = start + len(name)
        value = f"{symbol}/{name}".upper().replace(" ", "/")
        yield Expression("symbol", value, Span(start, end), role="symbol")


def _short_forms(symbol: str) -> tuple[Key, ...]:
    """Return how a resolution is called without its body: A/RES/70/1 is resolution 70/1."""
    figures = [int(figure) for figure in symbol.split("/") if figure.isdigit() and len(figure) < 5]
    if ("/res/" not in symbol and "/dec/" not in symbol) or not figures:
        return ()
    if len(figures) == 1:
        return (("number", figures[0]),)
    return (("fraction", (figures[-2], figures[-1])),)


def read_code(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read letters with digits glued on (P-5, UF6): nobody misses its number as a quantity."""
    code = match[0].rstrip(".")
    span = Span(match.start(), match.start() + len(code))
    digits = code.lstrip("abcdefghijklmnopqrstuvwxyz-").partition("-")[0]
    value = exact(digits)
    others: list[Key] = [("code" if isinstance(value, str) else "number", value)]
    if code in _ALIASES:
        others.append(("number", _ALIASES[code]))
    yield Expression(
        "code",
        code.replace("-", ""),
        span,
        strength=Strength.WEAK,
        role="code",
        others=tuple(others),
    )


def read_letter(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read (a), (bb) or (iii) in a text; other words in brackets are none."""
    letters = match[0].strip("() ")
    if text[match.start() : match.end()].strip("() ").isupper():
        value = roman_value(letters) if set(letters) <= set("ivxlc") else None
        if value is not None:
            yield Expression(
                "number",
                value,
                Span(*match.span()),
                strength=_roman_strength(letters),
                role="roman",
            )
    elif (len(set(letters)) == 1 and len(letters) < 3) or set(letters) <= set("ivx"):
        span = Span(*match.span())
        yield Expression("letter", letters, span, strength=Strength.WEAK, role="letter")


_ROMAN_COUNTS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def as_letter(value: object) -> tuple[Key, ...]:
    """Return the letter and the small Roman numeral that count the same: 2 is (b), or (ii)."""
    if not isinstance(value, int) or not 0 < value < 27:
        return ()
    roman = _ROMAN_COUNTS[value - 1 : value]
    return tuple(("letter", letters) for letters in (chr(ord("a") + value - 1), *roman))


def in_brackets(match: re.Match[str], text: str) -> bool:
    """Whether brackets stand around a match, as around the number of an item."""
    return text[max(0, match.start() - 1) : match.start()] == "(" and text.startswith(
        ")", match.end()
    )


def read_lettered(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read annex F, A节."""
    if (letter := text[match.end() - 1]).isupper():
        span = Span(match.end() - 1, match.end())
        yield Expression("letter", letter, span, strength=Strength.WEAK, role="annex")


def read_roman(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read a Roman numeral in capitals, a single letter only after a word that is numbered."""
    numeral = text[match.start() : match.end()]
    value = roman_value(numeral) if numeral.isupper() else None
    if value is None:
        return
    before = _WORD_BEFORE.search(lowered(text[max(0, match.start() - 12) : match.start()]))
    if before is not None and before[1] in _KNOWN_ROMAN:
        strength = Strength.SURE
    else:
        strength = _roman_strength(numeral)
    yield Expression("number", value, Span(*match.span()), strength=strength, role="roman")


def _roman_strength(numeral: str) -> Strength:
    """Return how sure a numeral is without a word before it: I may be a pronoun."""
    return Strength(min(len(numeral), 3) - 1)


def read_iso(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read 2015-01-19, 19.01.2015 or 1/19/2015; day and month in either order."""
    figures = [int(figure) for figure in re.split(r"[-./]", match[0])]
    first, second = figures[1:] if figures[0] > 31 else figures[:2]
    year = figures[0] if figures[0] > 31 else figures[2]
    span = Span(*match.span())
    yield Expression(
        "date", (first, second), span, role="date", others=(("date", (second, first)),)
    )
    yield Expression("number", year, span, role="year")


def read_slashed(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read 70/1, 2014/15 or 3/4: one thing, or its two numbers."""
    first, second = (int(figure) for figure in _FIGURES.findall(match[0]))
    strength = Strength.HINT if (first, second) == (24, 7) else Strength.SURE
    if is_year(first) and second < 100 and (first + 1) % 100 == second:
        second += first // 100 * 100
    parts: tuple[Key, ...] = (("number", first), ("number", second))
    yield Expression(
        "fraction",
        (first, second),
        Span(*match.span()),
        strength=strength,
        role="slashed",
        others=(("date", (9, 11)),) if (first, second) == (9, 11) else (),
        parts=parts,
    )


def parts_of(digits: str) -> tuple[Key, ...]:
    """Return the numbers of "16 100" and "2.8" by themselves.

    A space may group or part them, and article 2.8 is article 2, paragraph 8.
    """
    figures = digits.split() if " " in digits else digits.split(".")
    if len(figures) < 2 or not all(figure.isdigit() and len(figure) < 4 for figure in figures):
        return ()
    return tuple(("number", int(figure)) for figure in figures)


def clock(hour: int, minute: int, place: tuple[int, int], *, half: str = "") -> Expression:
    """Return a time of day, in minutes of a half day; which *half*, "am" or "pm", is its unit.

    Many texts leave the half out. A time may be written as a number too: 0300.
    """
    values = [hour, hour % 12, hour * 100 + minute]
    if 0 < hour < 12 and half != "am":
        values.append((hour + 12) * 100 + minute)
    half = "pm" if hour > 12 else "" if hour == 12 else half
    others: tuple[Key, ...] = tuple(("number", value) for value in values)
    value = (hour % 12) * 60 + minute
    return Expression("time", value, Span(*place), role="time", unit=half, others=others)


def shares_of(above: int, below: int) -> tuple[Key, ...]:
    """Return a fraction as a decimal and as per cent, where both are exact.

    >>> shares_of(3, 4)
    (('number', Decimal('0.75')), ('number', 75))
    """
    if not below or 1000 % below:
        return ()
    share = Decimal(above) / below
    percent = share * 100
    whole = int(percent) if percent == int(percent) else percent
    return ("number", share), ("number", whole)


def half(place: tuple[int, int], strength: Strength) -> Expression:
    """Return a half, which may be 50 per cent, 6 months, 30 minutes or one of two."""
    values = (2, 50, 30, 6, Decimal("0.5"))
    others: tuple[Key, ...] = tuple(("number", value) for value in values)
    return Expression("fraction", (1, 2), Span(*place), strength=strength, others=others)


_GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}


def read_glyph(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Read ½ and its like."""
    value = _GLYPHS[match[0]]
    yield Expression("fraction", value, Span(*match.span()), strength=Strength.HINT)


def read_nothing(match: re.Match[str], text: str) -> Iterator[Expression]:
    """Pass over an address: its digits are no numbers."""
    return iter(())


def is_note_mark(match: re.Match[str], low: str) -> bool:
    """Whether digits may be a note mark: up to three, right after a stop or a word's end."""
    start = match.start()
    if len(match[0].strip("]")) > 3 or not start:
        return False
    if (
        low[start - 1] == "["
        and low[match.end() - 1 : match.end() + 1].strip("0123456789")[:1] == "]"
    ):
        return start > 1 and not low[start - 2].isspace()
    return low[start - 1] in _GLUE
