"""The grammar of English number expressions: one group a kind, tried in this order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, groupby

from tm.qa.numbers import currencies, latin
from tm.qa.numbers.english_dates import DATE, MONTH, MONTH_OF
from tm.qa.numbers.english_words import CARDINALS, HINT, HINTS, ORDINALS, SCALES, WORDS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SCALE = r"(?:[)\]+]?[ -](?:hundred|thousand|million|billion|trillion|dozen)\b){0,3}"
_NTHS = "third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_FRACTION_WORD = rf"(?:hal(?:f|ves)|quarters?|(?:{_NTHS})s?)"
_MANY = r"(?:tens|hundreds|thousands|dozens|millions|billions|trillions)"


def _by_initial(words: Iterable[str]) -> str:
    """Return a pattern of *words* that looks at the first letter once, and so at most of them."""
    groups = groupby(sorted({*words}, reverse=True), key=lambda word: word[0])
    return "|".join(
        f"{initial}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        for initial, group in groups
    )


_CURRENCY = rf"\s(?:{_by_initial(currencies.IN_ENGLISH)})\b"
_CURRENCY_LETTERS = _by_initial(currencies.LETTERS)
_UNIT = (
    r"(?:\]?\s?(?:%|‰|per thousand\b|per mille?\b|per ?cent(?:age[ -]points?)?\b"
    r"|percentage[ -]points?\b)"
    rf"|{_CURRENCY})"
)
TENS = "(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies"
PATTERN = re.compile(
    "(?a)"  # digits and spaces of ASCII: the text was narrowed
    + "|".join(
        (
            latin.ADDRESS,
            latin.SYMBOL,
            DATE,
            latin.ISO_DATE,
            rf"(?P<month>\b{MONTH})",
            rf"(?P<time>\b\d{{1,2}}(?:[.:]\d{{2}})?\s?(?:[ap]\.\s?m\.|[ap]m\b)"
            r"|\b\d{1,2}(?:[.:]\d{2})?(?=\s?(?:-|to|and|until)\s?\d{1,2}"
            r"(?:[.:]\d{2})?\s?(?:[ap]\.\s?m\.|[ap]m\b))"
            rf"|\b{latin.TIME}"
            r"|\b[0-2]\d[0-5]\d\s?(?:hours|hrs?)\b)",
            rf"(?P<tens>\b{TENS}\b)",
            r"(?P<decade>\b(?:\d0|\d{3}0)'?s\b)",
            latin.CODE,
            latin.SLASHED,
            rf"(?P<num>(?P<sign>(?:[{currencies.MARKS}]|\b(?:{_CURRENCY_LETTERS}))\s?)?{latin.DIGITS}"
            rf"(?:(?:st|nd|rd|th)\b|{_SCALE})(?P<unit>{_UNIT})?{latin.AREA})",
            rf"(?P<vague>\b(?:several|few|many)\s(?:hundred|thousand|million|billion)s?"
            rf"(?:\s(?:thousand|million|billion)s?)?\b|\b{_MANY}(?:\sof\s{_MANY})?\b)",
            rf"(?P<part>\b(?:an?|one|two|three|four|five|six|seven|eight|nine|\d)[ -]"
            rf"{_FRACTION_WORD}(?![a-z-]))",
            rf"(?P<halved>\bhalf\san?\s(?:{'|'.join(SCALES)})\b)",
            rf"(?P<words>\b(?:an?\s(?=hundred|thousand|million|billion|trillion|dozen))?{WORDS}"
            rf"(?P<wunit>\]?\s(?:per ?cent|per thousand|percentage points?)\b|{_CURRENCY})?)",
            latin.LETTER,
            latin.LETTERED,
            latin.ROMAN,
            rf"(?P<weekday>\b(?:{'|'.join(WEEKDAYS)})\b)",
            r"(?P<half>\bhal(?:f|ves)\b)",
            rf"(?P<hint>\b(?:{HINT})\b)",
            r"(?P<glyph>[½⅓⅔¼¾])",
        )
    )
)
_WORDS = (
    *(word.removesuffix("y") + "ies" for word in CARDINALS if word.endswith("ty")),
    "several",
    "few",
    "many",
    "half",
    "halves",
    *_MANY.strip("(?:)").split("|"),
    *chain(MONTH_OF, CARDINALS, ORDINALS, SCALES, HINTS, WEEKDAYS),
)
_ARTICLE = rf"an?(?=\s(?:{'|'.join(SCALES)}|{_FRACTION_WORD})\b|-{_FRACTION_WORD})"
FIRST = re.compile(
    rf"(?a)[\d{currencies.MARKS}½⅓⅔¼¾]|\.(?=\d)|\((?=\s?[a-z]{{1,4}}\s?\))|\b(?:(?:{_by_initial(_WORDS)})(?![a-z])|{_ARTICLE}"
    rf"|(?:{latin.NAMED_BY_LETTER})(?=\s[a-z](?![a-z]))"
    rf"|[ivxl]{{1,8}}+(?![a-z\d'])|www\.|https?:|(?:{_CURRENCY_LETTERS})\s(?=\d)|[a-z]++(?=-?\d|/))"
)
