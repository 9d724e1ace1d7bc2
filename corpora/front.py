"""The front of a report: masthead and title, before the summary or the first heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpora.enumerators import Form
from corpora.parts import is_known_heading, opening_of
from corpora.passages import Hint
from corpora.pieces import Piece, is_body_like
from corpora.types import Kind, Lang

_LONGEST_FRONT = 60  # pieces
_HEADING_FORMS = {
    Form.ROMAN,
    Form.CHINESE,
    Form.LETTER,
    Form.ARABIC,
    Form.DECIMAL,
    Form.CHAPTER,
    Form.SECTION,
}
# Lines that only a masthead has; the title follows the last of them.
_MASTHEAD = re.compile(
    r"Distr\.|Original:|^(?:Chinese|English|General)$|原件|分发|原文"
    r"|\b[Ss]ession\b|(?:届|次)(?:[^，。]{0,10})?会议$|agenda\b|议程|^Item \d|项目\s?\d+"
    r"|^\d{1,2} \w+ \d{4}$|^\w[\w’' ]+, \d{1,2}\D.*\d{4}$|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
)


def front_end(pieces: Sequence[Piece], lang: Lang) -> int:
    """Return how many pieces stand before the summary, the first heading or the first paragraph."""
    for i, piece in enumerate(pieces[:_LONGEST_FRONT]):
        if not piece.is_aside and _ends_front(piece, lang, is_first=i == 0):
            return i
    return 0


def _ends_front(piece: Piece, lang: Lang, *, is_first: bool) -> bool:
    if piece.number or piece.form in _HEADING_FORMS or piece.hint is Hint.CELL:
        return True
    if piece.hint is Hint.HEADING:
        return not is_first or piece.level > 1
    if is_known_heading(piece.printed) or opening_of(piece, lang):
        return True
    is_clause = piece.printed.endswith((",", "，"))  # of a preamble: "The General Assembly,"
    return piece.hint is not Hint.TITLE and (is_clause or is_body_like(piece.printed, lang))


def mark_front(pieces: Sequence[Piece], end: int) -> list[Piece]:
    """Mark masthead and title; without any line of a masthead only the first piece is a title."""
    front = [i for i in range(end) if not pieces[i].is_aside]
    cues = [i for i in front if _MASTHEAD.search(pieces[i].printed)]
    last_cue = cues[-1] if cues else -1
    titles = {i for i in front if i > last_cue and (cues or i == front[0])}
    titles |= {i for i in front if pieces[i].hint is Hint.TITLE}
    marked = list(pieces)
    for i in front:
        if i in titles or i <= last_cue:
            kind = Kind.TITLE if i in titles else Kind.MASTHEAD
            marked[i] = replace(pieces[i], kind=kind, enumerator=None, body=pieces[i].printed)
    return marked
