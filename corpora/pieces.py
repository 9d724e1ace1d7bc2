"""Passages on their way to blocks, and what can be told of one from its own text.

A `Piece` is a passage with its enumerator read and the decisions of each step of the
layout noted on it. The tests here look at one text only; what its neighbours say is
for the steps themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpora.enumerators import Enumerator, Form, read_label, split_enumerator
from corpora.passages import Hint, Passage
from corpora.types import Kind, Lang


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage and what is known of it so far."""

    body: str  # without the enumerator
    enumerator: Enumerator | None = None
    printed: str = ""  # the text with the enumerator as it stood
    hint: Hint = Hint.NONE
    level: int = 0
    page: int = 0
    kind: Kind | None = None  # once decided
    part: int = 0  # 0 is the main part, then annexes
    number: str = ""  # of a numbered paragraph
    joined: int = 0  # passages joined to it

    @property
    def is_typed(self) -> bool:
        """Whether the enumerator stands in the text, not apart as Word's numbering does."""
        return self.enumerator is not None and self.printed != self.body

    @property
    def label(self) -> str:
        """The enumerator as printed, or nothing."""
        return self.enumerator.text if self.enumerator else ""

    @property
    def form(self) -> Form | None:
        """The form of the enumerator, or None."""
        return self.enumerator.form if self.enumerator else None

    @property
    def is_aside(self) -> bool:
        """Whether it may stand between the halves of a paragraph: furniture or a note."""
        return self.kind in {Kind.FURNITURE, Kind.NOTE}


_CLOSERS = " ”’\"'）)］]】》〉」』»*†‡§⁰¹²³⁴⁵⁶⁷⁸⁹"
_FINAL = frozenset("。！？；：….!?;:")  # what ends a sentence, an item of a list or a lead-in
_REFERENCE = re.compile(r"(?<=[.。!！?？;；”’\"）)])\[?\d{1,3}\]?$")  # "Vanuatu.1" as pdf gives it
_REFERENCE_ENDS = (*"0123456789", "]")
_SERIAL = re.compile(r"(Rev|Add|Corr|No|\d)\.\d+$|/\S*\.\d+$")  # "Rev.1" is no reference
_TAIL = 80  # characters at the end of a text that say how it ends
_OPEN_END = frozenset("、，,—–-（(《“‘「『/和与及或")
_FUNCTION_END = re.compile(
    r"\b(of|and|or|the|a|an|in|on|for|to|by|with|from|at|against|its|their|under|between|as)$"
)
_RULED_NOTE = re.compile(r"\s*_{6,200}\s*(?=[⁰¹²³⁴-⁹*†‡§]|\d{1,3}\s)")


def read_pieces(passages: Iterable[Passage]) -> list[Piece]:
    """Read the enumerator of each passage; empty passages are left out."""
    return [_piece(passage) for passage in _split_ruled(passages) if _has_text(passage)]


def _has_text(passage: Passage) -> bool:
    return bool(passage.text.strip() or passage.label.strip())


def _piece(passage: Passage) -> Piece:
    text, enumerator = " ".join(passage.text.split()), read_label(passage.label)
    body = text
    if enumerator is None and passage.hint not in {Hint.CELL, Hint.FURNITURE}:
        enumerator, body = split_enumerator(text)
    return Piece(body, enumerator, text, passage.hint, passage.level, passage.page)


def _split_ruled(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Split off notes that were joined to the body with the rule above them."""
    for passage in passages:
        body, *notes = _RULED_NOTE.split(passage.text)
        if not notes:
            yield passage
            continue
        yield Passage(body, passage.page, passage.hint, passage.level, passage.label)
        yield from (Passage(note, passage.page, Hint.NOTE) for note in notes)


def is_complete(text: str) -> bool:
    """Whether *text* ends as a sentence or an item of a list does, notes and quotes apart.

    >>> is_complete("和瓦努阿图。¹"), is_complete("提供了电子证据的"), is_complete("(see below).”")
    (True, False, True)
    """
    text = text[-_TAIL:].rstrip()
    if text.endswith(_REFERENCE_ENDS) and not _SERIAL.search(text):
        text = _REFERENCE.sub("", text)
    return text.rstrip(_CLOSERS)[-1:] in _FINAL


def is_heading_like(text: str, lang: Lang) -> bool:
    """Whether *text* is short and does not end as a sentence does."""
    is_question = text.rstrip().endswith(("?", "？"))
    return 0 < len(text) <= lang.longest_heading and (is_question or not is_complete(text))


def is_short_line(text: str, lang: Lang) -> bool:
    """Whether *text* can be a heading that has no number."""
    return (
        len(text) <= lang.longest_unnumbered
        and is_heading_like(text, lang)
        and not starts_lower(text)
        and not ends_open(text)
        and any(map(str.isalpha, text))
    )


def is_body_like(text: str, lang: Lang) -> bool:
    """Whether *text* can be a paragraph: it ends as one, or is too long for anything else."""
    if len(text) > lang.longest_heading:
        return True
    return len(text) >= lang.shortest_body and is_complete(text)


def starts_lower(text: str) -> bool:
    """Whether *text* starts as the middle of an English sentence does."""
    return text[:1].islower()


def ends_open(text: str) -> bool:
    """Whether *text* ends where neither a heading nor a sentence can.

    >>> ends_open("关于管理冻结、"), ends_open("Prevention of"), ends_open("Prevention")
    (True, True, False)
    """
    if text[-1:] in _OPEN_END or _FUNCTION_END.search(text[-_TAIL:]):
        return True
    return any(text.count(left) > text.count(right) for left, right in ("《》", "“”", "（）", "()"))
