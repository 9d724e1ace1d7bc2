"""Rare ways to number paragraphs: ``[1]``, ``(1)``, ``1`` without a full stop, ``1.1``.

All of them stand in reports for something else as well: references, sub-items, figures,
sections. They number paragraphs only where nothing else does, where they run on from the
first one without a gap, and where most of the long paragraphs have one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from corpora.enumerators import Enumerator, Form
from corpora.passages import Hint
from corpora.pieces import Piece, is_body_like, is_heading_like
from corpora.types import Lang

_FEWEST = 3  # paragraphs that make a sequence
_SHARE = 0.8  # of the numbered lines that must read as paragraphs and go on from one another
_SQUARE = re.compile(r"[\[［〔](\d{1,4})[\]］〕]\s*(?=\S)")
_BARE = re.compile(r"(\d{1,4})\s+(?=[A-Z“\"‘《「（(㐀-鿿])")
_ROUND = re.compile(r"[(（](\d{1,4})[)）]")
_DECIMAL = re.compile(r"(\d{1,2})\.(\d{1,3})\.?")


class _Numbered(NamedTuple):
    """A piece with its number read, chapter and paragraph; chapter 0 where there are none."""

    piece: Piece
    chapter: int
    value: int

    @property
    def number(self) -> str:
        """The number as paragraphs are called by it."""
        return f"{self.chapter}.{self.value}" if self.chapter else str(self.value)


def rare_numbers(pieces: Sequence[Piece], lang: Lang) -> Mapping[int, Piece]:
    """Return the paragraphs numbered in a rare way, by place, with ``number`` set."""
    for read in (_square, _round, _bare, _decimal):
        found = dict(_numbered(pieces, read))
        if _is_sequence(list(found.values()), lang) and _is_usual(pieces, found, lang):
            return {
                i: replace(one.piece, number=one.number)
                for i, one in found.items()
                if not is_heading_like(one.piece.body, lang)
            }
    return {}


def _numbered(
    pieces: Sequence[Piece], read: Callable[[Piece], _Numbered | None]
) -> Iterator[tuple[int, _Numbered]]:
    for i, piece in enumerate(pieces):
        if piece.kind is None and piece.hint is Hint.NONE and (one := read(piece)):
            yield i, one


def _square(piece: Piece) -> _Numbered | None:
    return _typed(piece, _SQUARE)


def _bare(piece: Piece) -> _Numbered | None:
    return _typed(piece, _BARE)


def _typed(piece: Piece, pattern: re.Pattern[str]) -> _Numbered | None:
    """Read a number that is no enumerator elsewhere, and take it off the text."""
    match = pattern.match(piece.body) if piece.enumerator is None else None
    if match is None:
        return None
    enumerator = Enumerator(Form.ARABIC, int(match[1]), match[0].strip())
    labelled = replace(piece, enumerator=enumerator, body=piece.body[match.end() :])
    return _Numbered(labelled, 0, enumerator.value)


def _round(piece: Piece) -> _Numbered | None:
    match = _ROUND.fullmatch(piece.label)
    return _Numbered(piece, 0, int(match[1])) if match else None


def _decimal(piece: Piece) -> _Numbered | None:
    match = _DECIMAL.fullmatch(piece.label) if piece.form is Form.DECIMAL else None
    return _Numbered(piece, int(match[1]), int(match[2])) if match else None


def _is_sequence(found: Sequence[_Numbered], lang: Lang) -> bool:
    """Whether the numbers begin at 1 and go on, and most of the lines read as paragraphs."""
    if len(found) < _FEWEST or (found[0].value, found[0].chapter) not in {(1, 0), (1, 1)}:
        return False
    bodies = sum(not is_heading_like(one.piece.body, lang) for one in found)
    steps = sum(_goes_on(*pair) for pair in pairwise(found))
    return bodies >= _SHARE * len(found) and steps >= _SHARE * (len(found) - 1)


def _goes_on(before: _Numbered, after: _Numbered) -> bool:
    if after.chapter == before.chapter:
        return after.value == before.value + 1
    return (after.chapter, after.value) == (before.chapter + 1, 1)


def _is_usual(pieces: Sequence[Piece], found: Mapping[int, _Numbered], lang: Lang) -> bool:
    """Whether fewer long paragraphs stand without a number than with one."""
    plain = sum(
        piece.kind is None and piece.enumerator is None and is_body_like(piece.body, lang)
        for i, piece in enumerate(pieces)
        if i not in found
    )
    return plain < len(found)
