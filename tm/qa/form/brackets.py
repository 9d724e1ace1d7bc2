"""Brackets and quotation marks without partners, or with a partner of the other width."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.form.places import both_sides, fault_in, side_name
from tm.qa.pair import Pair

_PAIRED = "()（）[]［］{}《》〈〉【】〔〕“”「」『』‹›«»"
_OPENING = frozenset(_PAIRED[::2])
_STRAIGHT = '"'
_KIND: Mapping[str, str] = {  # marks of one kind can be partners, or stand for each other
    mark: marks[0]
    for marks in (
        "()（）",
        "[]［］",
        "{}",
        "《》",
        "〈〉",
        "【】",
        "〔〕",
        '"“”',
        "「」",
        "『』",
        "‹›",
        "«»",
    )
    for mark in marks
}
_QUOTES = frozenset('"「『')
_HALF_WIDTH = frozenset("()[]")
_MARK = re.compile(f"[{re.escape(_PAIRED)}{_STRAIGHT}]")
_QUOTE = re.compile('["“「『][^"”」』]{1,400}["”」』]')
_QUOTED = re.compile('["“”「」『』《》‘]')
# "a)", "12)" and "（iv)" number an item: their bracket never had a partner.
_ITEM = re.compile(
    r"(?:^|[\s；：，、。;:,])(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$"
)
_LONGEST_ITEM = 7  # characters before a closing bracket that can number an item

Mark = tuple[str, int]  # a mark and its place


@lru_cache(maxsize=8)
def _paired(text: str) -> tuple[tuple[Mark, ...], tuple[tuple[int, int], ...]]:
    """Return the marks of *text* without partner, and the places of partners of two widths."""
    if not _MARK.search(text):
        return (), ()
    waiting: dict[str, list[Mark]] = defaultdict(list)
    single: list[Mark] = []
    uneven: list[tuple[int, int]] = []
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        open_ones = waiting[mark if mark == _STRAIGHT else _KIND[mark]]
        if mark == _STRAIGHT and not open_ones and text[place - 1 : place].isdigit():
            continue  # inches
        if mark in _OPENING or (mark == _STRAIGHT and not open_ones):
            open_ones.append((mark, place))
        elif open_ones:
            opened, at = open_ones.pop()
            if (opened in _HALF_WIDTH) != (mark in _HALF_WIDTH):
                uneven.append((at, place))
        elif not _numbers_item(text, mark, place):
            single.append((mark, place))
    single += (mark for marks in waiting.values() for mark in marks)
    return tuple(sorted(single, key=lambda mark: mark[1])), tuple(uneven)


def _numbers_item(text: str, mark: str, place: int) -> bool:
    return mark in ")）" and bool(_ITEM.search(text[max(0, place - _LONGEST_ITEM) : place]))


def _kinds(text: str) -> Counter[str]:
    return Counter(_group(mark) for mark, _ in _paired(text)[0])


def _group(mark: str) -> str:
    kind = _KIND[mark]
    return _STRAIGHT if kind in _QUOTES else kind


def unpaired(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A bracket or quotation mark has no partner.

    Fires on a bracket or quotation mark, of either width and of any kind, that is opened and never
    closed, or closed and never opened. Silent where the other text has one without a partner too,
    because a quotation that runs over several segments is opened in the first and closed in the
    last; and on numbers of items: a), 12); and on inches: 10".
    Example: 名单已分发(见附录。 | The list was circulated (see appendix).
    """
    for side, other in both_sides(pair):
        single = _paired(side.text)[0]
        if not single:
            continue
        allowed = _kinds(other.text)
        for mark, place in single:
            if allowed[_group(mark)]:
                allowed[_group(mark)] -= 1
                continue
            yield fault_in(
                pair,
                side,
                f"{mark} without partner in the {side_name(pair, side)}",
                (Span(place, place + 1),),
            )


def uneven_widths(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A bracket is half-width and its partner full-width.

    Fires on pairs of brackets with one of either width. Silent where both partners have one width:
    the United Nations print half-width brackets in Chinese, 第2341(2017)号决议, others full-width
    ones.
    Example: 两份声明（见附录)已分发。 | The two statements (see appendix) were circulated.
    """
    for side, _other in both_sides(pair):
        for start, end in _paired(side.text)[1]:
            yield fault_in(
                pair,
                side,
                f"{side.text[start]} is closed by {side.text[end]} in the {side_name(pair, side)}",
                (Span(start, start + 1), Span(end, end + 1)),
            )


def quoted(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """One text has quotation marks, the other neither these nor 《》.

    Fires on any quotation marks. A note: conventions differ, and names in quotation marks often
    lose them. Silent on 《》 against capitals or quotation marks, and on ‘ ’ in either text.
    Example: 他参观了“蓝星”实验室。 | He visited the Blue Star laboratory.
    """
    for side, other in both_sides(pair):
        found = _QUOTE.search(side.text)
        if found and not _QUOTED.search(other.text):
            message = f"quotation marks only in the {side_name(pair, side)}"
            yield fault_in(pair, side, message, (Span(*found.span()),))


CHECKS = (
    Check("unpaired-mark", Family.FORM, "typographical", Severity.ERROR, unpaired),
    Check("quotes-differ", Family.FORM, "typographical", Severity.NOTE, quoted),
    Check("bracket-width", Family.FORM, "typographical", Severity.WARNING, uneven_widths),
)
