"""Headings: how deep they stand, and those that have no number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from corpora.enumerators import Form
from corpora.parts import is_known_heading
from corpora.passages import Hint
from corpora.pieces import Piece, is_body_like, is_short_line
from corpora.types import Lang

UPPER_LEVELS = {Form.CHAPTER: 1, Form.SECTION: 2, Form.ARTICLE: 3}
_LEVELS = {
    Form.ROMAN: 1,
    Form.CHINESE: 1,
    Form.LETTER: 2,
    Form.PAREN_CHINESE: 2,
    Form.ARABIC: 3,
    Form.PAREN_LETTER: 4,
    Form.PAREN_ARABIC: 4,
    Form.PAREN_ROMAN: 5,
}
_LIST_RUN = 3  # siblings in a row, with nothing under them, are a list and not headings
_MOST_STACKED = 3  # unnumbered lines in a row that can all be headings
# "I. Introduction ..... 1–4 3": paragraphs and page at the end
_CONTENTS_LINE = re.compile(r"(?:[.…·]\s?){3,}\s*\d|\s\d{1,4}(?:[–-]\d{1,4})?(?:\s+\d{1,4})?$")
_COLUMNS = re.compile(r"(?:[Cc]hapter|[Pp]aragraphs?|[Pp]ages?|章次|段次|段落|页次|页码|\s)+")


def upper_depth(pieces: Iterable[Piece]) -> int:
    """Return how many levels chapters and sections put above "I." and "A."."""
    forms = {piece.form for piece in pieces}
    return max((UPPER_LEVELS[f] for f in (Form.CHAPTER, Form.SECTION) if f in forms), default=0)


def heading_level(piece: Piece, above: int, upper: int) -> int:
    """Return the level of a heading under a numbered one of level *above*."""
    if piece.form in UPPER_LEVELS:
        return UPPER_LEVELS[piece.form]
    if piece.form is Form.DECIMAL:
        return _LEVELS[Form.ARABIC] + upper + piece.label.strip(".").count(".")
    if piece.form in _LEVELS:
        return _LEVELS[piece.form] + upper
    if is_known_heading(piece.body):
        return 1
    return max(piece.level, 1) if piece.hint is Hint.HEADING else above + 1


def is_contents_line(text: str) -> bool:
    """Whether *text* is a line of a table of contents, or the heads of its columns.

    >>> is_contents_line("I. Introduction ........ 3"), is_contents_line("I. Introduction")
    (True, False)
    """
    return len(text) < 400 and bool(_CONTENTS_LINE.search(text) or _COLUMNS.fullmatch(text))


def listed(pieces: Sequence[Piece], bodies: Sequence[int]) -> set[int]:
    """Find runs of siblings with nothing between them: a list, whatever their length."""
    return {i for run in _runs(pieces, bodies) if len(run) >= _LIST_RUN for i in run}


def _runs(pieces: Sequence[Piece], bodies: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for i in bodies:
        if run and is_next(pieces[run[-1]], pieces[i]):
            run.append(i)
            continue
        yield run
        run = [i]
    yield run


def is_next(before: Piece, piece: Piece) -> bool:
    """Whether *piece* has the enumerator that follows that of *before*."""
    if before.enumerator is None or piece.enumerator is None or piece.number:
        return False
    return piece.form is before.form and piece.enumerator.value == before.enumerator.value + 1


def bare_headings(pieces: Sequence[Piece], bodies: Sequence[int], lang: Lang) -> set[int]:
    """Find headings without a number: a short line, or a few, over a paragraph or a heading."""
    headings: set[int] = set()
    at = 0
    for is_line, group in groupby(bodies, lambda i: _is_line(pieces[i], lang)):
        lines = list(group)
        at += len(lines)
        if is_line and len(lines) <= _MOST_STACKED and at < len(bodies):
            headings.update(lines if _can_stand_under(pieces[bodies[at]], lang) else ())
    return headings


def _is_line(piece: Piece, lang: Lang) -> bool:
    is_plain = piece.enumerator is None and piece.kind is None and piece.hint is Hint.NONE
    return is_plain and is_short_line(piece.body, lang)


def _can_stand_under(piece: Piece, lang: Lang) -> bool:
    """Whether a short line over *piece* can be a heading."""
    if piece.number or piece.hint is Hint.HEADING:
        return True
    if piece.kind is not None or piece.hint is not Hint.NONE:
        return False
    if piece.enumerator is not None:
        return piece.form is not Form.BULLET
    return is_body_like(piece.body, lang)
