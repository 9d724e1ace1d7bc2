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
from tm.qa.numbers.latin import lowered, narrowed
from tm.qa.numbers.measures import without_equal_amounts
from tm.qa.pair import Pair

# A number or letter that counts paragraphs or items, at the head of a text.
_LABEL = re.compile(
    r"(?a)\s*(?:[(（\[]\s?(?:\d{1,3}|[a-z]{1,4}|[一二三四五六七八九十]{1,3})\s?[)）\]]"
    r"|(?:\d{1,3}|[A-Z]|[IVXL]{2,6}|[a-z])\s?[.．](?![\d.])(?=\s|[^\x00-\xff]|[A-Za-z]{2}|[A-Z]\s|$)"
    r"|[一二三四五六七八九十]{1,3}(?:、|\s?[.．]|\s)|\d{1,3}、(?!\d))\s*"
)
_CHINESE_WORDS = re.compile(rf"[{HAN}]{{6}}")
_ENGLISH_WORDS = re.compile(r"(?a)\b[a-z]{3,24}\s[a-z]{3}")
# The page number at the end of a line of a table of contents, with its leader.
_PAGE = re.compile(
    r"(?<=[^\W\d])[)）]?(?P<leader>(?=\s|[.…·]{2})[ .…·\u3000\t]{1,300})[0-9]{1,4}\s?\Z"
)
_SENTENCE = re.compile("[，。；！？]")
_NUMBERED = re.compile(
    r"\b(?:tables?|figures?|box|annex|appendix|parts?|chapters?|sections?|articles?|items?|rules?"
    r"|resolutions?|decisions?|volumes?|vol|nos?|numbers?|phases?|options?|goals?|targets?|class"
    r"|groups?|categor(?:y|ies)|schedules?|protocols?|levels?|days?|meetings?|paragraphs?|page)\Z"
)
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
    zh, en = _without_pages(zh, en, is_labelled=bool(zh_label and en_label))
    in_zh, in_en = read_chinese(zh, zh_label), read_english(en, en_label)
    compared = compare(in_zh, in_en)
    found = compared.discrepancies
    if found:
        found = tuple(without_equal_amounts(found, (narrow(zh), in_zh), (narrow(en), in_en)))
    by_code: dict[str, list[Discrepancy]] = defaultdict(list)
    for one in found:
        by_code[_code_of(one)].append(one)
    frozen = {code: tuple(many) for code, many in by_code.items()}
    return Differences(frozen, compared.matched, zh_label, en_label)


def narrow(text: str) -> str:
    """Write *text* as the readers see it: half-width, in small letters."""
    return lowered(narrowed(text))


def _without_pages(zh: str, en: str, *, is_labelled: bool) -> tuple[str, str]:
    """Return two lines of a table of contents without their page numbers."""
    zh_page, en_page = _PAGE.search(zh, max(0, len(zh) - 400)), _PAGE.search(
        en, max(0, len(en) - 400))  # fmt: skip
    if zh_page is None or en_page is None or _SENTENCE.search(zh):
        return zh, en
    has_leader = len(zh_page["leader"].strip()) > 2 or len(en_page["leader"].strip()) > 2
    is_numbered = _NUMBERED.search(en[: en_page.start()].lower()[-20:]) is not None
    if is_numbered or not (is_labelled or has_leader or zh_page["leader"]):
        return zh, en
    return zh[: zh_page.start()], en[: en_page.start()]


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
