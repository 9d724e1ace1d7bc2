"""Inline codes around a text that was cleaned: kept where they still belong to it."""

from __future__ import annotations

from lxml import etree

from tm.formats.clean import clean_text
from tm.formats.inline import canonical, parse, slots, text_of


def clean_inline(inline: str, text: str) -> str:
    """Return *inline* in canonical form with its text cleaned; empty where that is not *text*.

    *text* is clean already. What the codes hold stays as it is: it is not text.

    >>> clean_inline('the <ph x="1"/> Assembly ', "the Assembly")
    'the <ph x="1"/>Assembly'
    >>> clean_inline('the <ph x="1"/> Assembly', "the Council")
    ''
    """
    seg = parse(inline)
    if seg is None or not len(seg):
        return ""
    _clean(seg)
    return canonical(seg) if text_of(seg) == text else ""


def _clean(seg: etree._Element) -> None:
    """Clean each run of text; white space on both sides of a code becomes one space before it."""
    last: tuple[etree._Element, bool] | None = None
    has_space = True  # at the beginning, where none is wanted
    for at, is_text in slots(seg):
        run = _collapsed((at.text if is_text else at.tail) or "", has_space=has_space)
        if run:
            has_space, last = run.endswith(" "), (at, is_text)
        _put(at, is_text=is_text, run=run)
    if last and has_space:
        at, is_text = last
        _put(at, is_text=is_text, run=((at.text if is_text else at.tail) or "").rstrip(" "))


def _collapsed(run: str, *, has_space: bool) -> str:
    inside = clean_text(run)
    before = " " if run[:1].isspace() and not has_space else ""
    after = " " if run[-1:].isspace() and inside else ""
    return f"{before}{inside}{after}"


def _put(at: etree._Element, *, is_text: bool, run: str) -> None:
    if is_text:
        at.text = run or None
    else:
        at.tail = run or None
