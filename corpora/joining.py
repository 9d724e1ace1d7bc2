"""Joining what a page break cut: a paragraph, a heading or a word in two.

Between the halves there may be page furniture and notes. In plain text nothing else
tells of the break, so a half is known by how the text before it ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpora.enumerators import Form
from corpora.parts import is_known_heading
from corpora.passages import Hint
from corpora.pieces import (
    Piece,
    ends_open,
    is_complete,
    is_heading_like,
    is_short_line,
    starts_lower,
)
from corpora.types import Kind, Lang
from corpora.wraps import Joiner

_MOST_JOINS = 12  # pages that one paragraph can run over; keeps the joining linear
_LOOK_AHEAD = 12  # pieces
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONGEST_WORD = 30


@dataclass(frozen=True, slots=True)
class _Seam:
    """Two pieces with nothing but asides between them, and what follows."""

    before: Piece
    piece: Piece
    after: Piece | None
    has_gap: bool  # whether a page ends between them
    lang: Lang

    @property
    def starts_lower(self) -> bool:
        """Whether the second piece starts as the middle of a sentence does."""
        return self.lang.has_case and starts_lower(self.piece.printed)

    @property
    def starts_heading(self) -> bool:
        """Whether the second piece can be a heading without a number."""
        after = self.after
        opens = after and (after.enumerator or after.kind or after.hint is Hint.HEADING)
        return bool(opens) and is_short_line(self.piece.printed, self.lang)


def join_cut(pieces: Sequence[Piece], start: int, lang: Lang) -> list[Piece]:
    """Join every cut text from piece number *start* on; asides stay behind the joined text."""
    join = _joining(pieces, lang)
    joined = list(pieces[:start])
    last: int | None = None
    has_gap = False
    for i in range(start, len(pieces)):
        if pieces[i].is_aside:
            joined.append(pieces[i])
            has_gap = True
            continue
        seam = None if last is None else _seam(joined[last], pieces, i, has_gap=has_gap, lang=lang)
        if last is not None and seam and _is_cut(seam):
            joined[last] = join(joined[last], pieces[i])
        else:
            joined.append(pieces[i])
            last = len(joined) - 1
        has_gap = False
    return joined


def _seam(before: Piece, pieces: Sequence[Piece], at: int, *, has_gap: bool, lang: Lang) -> _Seam:
    ahead = pieces[at + 1 : at + 1 + _LOOK_AHEAD]
    after = next((piece for piece in ahead if not piece.is_aside), None)
    turns_page = 0 < before.page < pieces[at].page
    return _Seam(before, pieces[at], after, has_gap or turns_page, lang)


def _joining(pieces: Sequence[Piece], lang: Lang) -> Callable[[Piece, Piece], Piece]:
    """Return how the halves of a piece are joined, learned from all of them."""
    joiner = Joiner.learn(piece.printed for piece in pieces)
    words = _count_words(pieces) if lang.joiner else Counter[str]()

    def join(before: Piece, piece: Piece) -> Piece:
        glue = "".join if _is_one_word(before.body, piece.printed, words) else joiner.join
        body, printed = (glue([half, piece.printed]) for half in (before.body, before.printed))
        return replace(before, body=body, printed=printed, joined=before.joined + 1)

    return join


def _count_words(pieces: Sequence[Piece]) -> Counter[str]:
    return Counter(word for piece in pieces for word in _WORD.findall(piece.printed.lower()))


def _is_one_word(left: str, right: str, words: Counter[str]) -> bool:
    """Whether a word is cut without a hyphen: whole elsewhere, one half of it only here."""
    head, tail = _LAST_WORD.search(left[-_LONGEST_WORD:]), _WORD.match(right)
    if head is None or tail is None:
        return False
    halves = head[0].lower(), tail[0].lower()
    return words["".join(halves)] > 0 and min(words[half] for half in halves) == 1


def _is_cut(seam: _Seam) -> bool:
    """Whether the second piece is the second half of the first: the first rule that holds says."""
    return next(verdict for holds, verdict in _RULES if holds(seam))


def _is_barred(seam: _Seam) -> bool:
    """Nothing continues a cell or a title, nor goes on in a cell or another part."""
    before, piece = seam.before, seam.piece
    return (
        before.joined >= _MOST_JOINS
        or piece.kind is not None
        or piece.hint is not Hint.NONE
        or before.hint not in {Hint.NONE, Hint.HEADING}
        or before.part != piece.part
        or (piece.enumerator is not None and not piece.is_typed)
    )


def _has_false_enumerator(seam: _Seam) -> bool:
    """What looks like an enumerator is the middle of a sentence: "article 5 / (c) of"."""
    enumerator = seam.piece.enumerator
    if enumerator is None or not seam.has_gap or is_complete(seam.before.body):
        return False
    is_dash = enumerator.form is Form.BULLET and enumerator.text in "-–—"
    return seam.before.kind is Kind.PARAGRAPH and (is_dash or enumerator.value > 1)


def _is_bare_label(seam: _Seam) -> bool:
    """The first piece is an enumerator whose text stands on the next line."""
    return not seam.before.body


def _is_heading_before(seam: _Seam) -> bool:
    """The first piece can be a whole heading as it stands."""
    before = seam.before
    if before.kind is not None:
        return False
    if before.hint is Hint.HEADING:
        return True
    if before.enumerator is None:
        return is_short_line(before.body, seam.lang)
    return not before.label.startswith(("(", "（")) and is_heading_like(before.body, seam.lang)


def _continues_heading(seam: _Seam) -> bool:
    """The second piece is the rest of a heading.

    Without small letters nothing but the page break between them can tell; a heading
    alone at the foot of a page is rarer than one that is cut.
    """
    if not _is_heading_before(seam) or not is_heading_like(seam.piece.printed, seam.lang):
        return False
    is_cut = not seam.lang.has_case and seam.has_gap and not ends_open(seam.piece.printed)
    return ends_open(seam.before.body) or seam.starts_lower or is_cut


def _is_short_before(seam: _Seam) -> bool:
    """The first piece is too short for a cut paragraph: a page cuts after a full line."""
    before = seam.before
    is_short = len(before.printed) < seam.lang.shortest_cut
    return before.kind is None and is_short and not (seam.has_gap or ends_open(before.body))


def _is_clause(seam: _Seam) -> bool:
    """The first piece is a clause of a preamble, which ends with a comma."""
    is_plain = seam.before.kind is None and seam.before.enumerator is None
    return is_plain and not seam.has_gap and seam.before.body.endswith((",", "，"))


_RULES: tuple[tuple[Callable[[_Seam], bool], bool], ...] = (
    (_is_barred, False),
    (_has_false_enumerator, True),
    (lambda seam: seam.piece.enumerator is not None, False),
    (_is_bare_label, True),
    (lambda seam: is_known_heading(seam.piece.printed), False),
    (lambda seam: seam.starts_lower and seam.has_gap, True),
    (lambda seam: is_complete(seam.before.body), False),
    (_continues_heading, True),
    (_is_heading_before, False),
    (lambda seam: seam.starts_lower, True),
    (_is_clause, False),
    (_is_short_before, False),
    (lambda seam: ends_open(seam.before.body) or seam.has_gap, True),
    (lambda seam: not seam.starts_heading, True),
    (lambda seam: True, False),
)
