"""What kind of difference a discrepancy of two texts is, by the code of its check.

Both texts are read and compared once a pair; the checks ask for their part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tm.folding import HAN, is_han
from tm.qa.numbers.chinese import read_chinese
from tm.qa.numbers.comparison import Discrepancy, Match, compare, ratio_of_ten
from tm.qa.numbers.english import read_english
from tm.qa.numbers.expression import NUMERIC, Expression
from tm.qa.pair import Pair

# A number or letter that counts paragraphs or items, at the head of a text.
_LABEL = re.compile(
    r"(?a)\s*(?:[(（\[]\s?(?:\d{1,3}|[a-z]{1,4}|[一二三四五六七八九十]{1,3})\s?[)）\]]"
    r"|(?:\d{1,3}|[A-Z]|[IVXL]{2,6}|[a-z])\s?[.．](?![\d.])(?=\s|[^\x00-\xff]|[A-Za-z]{2}|[A-Z]\s|$)"
    r"|[一二三四五六七八九十]{1,3}(?:、|\s?[.．]|\s)|\d{1,3}、(?!\d))\s*"
)
_CHINESE_WORDS = re.compile(rf"[{HAN}]{{6}}")
_ENGLISH_WORDS = re.compile(r"(?a)\b[a-z]{3,24}\s[a-z]{3}")
_REFERENCES = frozenset({"paragraph", "article", "section", "chapter", "annex", "resolution",
                         "item", "session", "ordinal", "numbered", "roman"})  # fmt: skip
_YEARS = frozenset({"year", "decade"})
_DATES = frozenset({"date", "month", "time", "weekday", "day"})
_SLIP_FROM = 1000  # below it a factor of ten is a digit too many


@dataclass(frozen=True, slots=True)
class Differences:
    """The discrepancies of a pair by code, what matched, and the ends of the labels."""

    by_code: Mapping[str, tuple[Discrepancy, ...]]
    matched: tuple[Match, ...]
    zh_label: int
    en_label: int


@lru_cache(maxsize=2)
def differences(pair: Pair) -> Differences:
    """Return how the numbers of *pair* differ; the cache is for the checks of one pair."""
    return _differences(pair.zh.plain, pair.en.text)


def _differences(zh: str, en: str) -> Differences:
    """Read both texts without their labels."""
    zh_label, en_label = _label_end(zh), _label_end(en)
    if not zh.strip() or not en.strip() or _is_untranslated(zh, en):
        return Differences({}, (), zh_label, en_label)  # other checks say that
    compared = compare(read_chinese(zh, zh_label), read_english(en, en_label))
    by_code: dict[str, list[Discrepancy]] = defaultdict(list)
    for found in compared.discrepancies:
        by_code[_code_of(found)].append(found)
    frozen = {code: tuple(found) for code, found in by_code.items()}
    return Differences(frozen, compared.matched, zh_label, en_label)


def _is_untranslated(zh: str, en: str) -> bool:
    """Whether words of the other language stand where a text of this one should."""
    if not en.isascii() and _CHINESE_WORDS.search(en):
        return True
    return not is_han(zh) and bool(_ENGLISH_WORDS.search(zh))


def _label_end(text: str) -> int:
    match = _LABEL.match(text)
    return match.end() if match else 0


def _code_of(found: Discrepancy) -> str:
    both = [one for one in (found.zh, found.en) if one is not None]
    kinds = {one.kind for one in both}
    if kinds & _DATES:
        return "date-differs"
    if "letter" in kinds:
        return "enumerator-differs"
    if kinds & {"symbol", "code"}:
        return "symbol-differs"
    if found.zh is None or found.en is None:
        return "year-missing" if both[0].role == "year" else "number-missing"
    return _code_of_numbers(found.zh, found.en)


def _code_of_numbers(zh: Expression, en: Expression) -> str:
    roles = {zh.role, en.role}
    if roles & _YEARS and roles <= _YEARS | {""}:
        return "year-differs"
    if roles & _REFERENCES and not zh.unit and not en.unit:
        return "reference-differs"
    values = [value for value in (zh.value, en.value) if isinstance(value, NUMERIC)]
    large = zh.scaled or en.scaled or any(value >= _SLIP_FROM for value in values)
    return "number-slip" if large and ratio_of_ten(zh.value, en.value) else "number-differs"
