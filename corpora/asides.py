"""Page furniture and notes: what a page adds around the running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpora.enumerators import Enumerator, Form
from corpora.passages import Hint
from corpora.pieces import Piece
from corpora.types import Kind

_SYMBOL = r"[A-Z]{1,6}(?:/[A-Za-z0-9.\-–]+){1,8}(?:\s?\([^)]{1,12}\))?"
_IS_SYMBOL = re.compile(rf"(?:(?:United Nations|联合国)\s*)?({_SYMBOL})")
_JOB_NUMBER = r"(?:[A-Z]{1,3}\.)?\d{2}-\d{5,6}(?:\s?\([A-Z]\))?"
_FOLIO = re.compile(
    rf"{_JOB_NUMBER}(?:\s+\d+\s?/\s?\d+)?"
    rf"|\d{{1,4}}\s?/\s?\d{{1,4}}(?:\s+{_JOB_NUMBER})?"
    r"|[-–—]\s?\d{1,4}\s?[-–—]"
    r"|[Pp]age \d{1,4}(?: ?(?:of|/) ?\d{1,4})?"
    r"|第\s?\d{1,4}\s?页(?:[，,\s/]*共\s?\d{1,4}\s?页)?"
    r"|[_*=~·\-–—\s]{3,}"
)
_LONGEST_FOLIO = 200
_BARE_NUMBER = re.compile(r"\d{1,4}")
_FEWEST_RUNNING = 3  # times a symbol stands alone before it is a running head
_NOTE_NUMBER = re.compile(r"\[?(\d{1,3}|[a-z])[.)\]]?\s+(?=\S)")
# "1 Ibid." and "[1] Ibid." are notes when a text before them has that mark: "… and Vanuatu.1"
_BARE_NOTE = re.compile(r"\[?(\d{1,3})\b\]?\s+(?=[A-Z“\"《㐀-鿿])")
_REFERENCE = re.compile(
    r"(?:[a-z]{3}[,.;:)”’\"]{0,2}|[。，；：、》）”])(\d{1,3})(?![\w/.%–-])|\S\s?\[(\d{1,3})\]"
)


def mark_asides(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark page furniture and notes, whether the format told of them or not."""
    furniture = _running_symbols(pieces) | _page_numbers(pieces)
    starred, bare = _starred_items(pieces), _bare_notes(pieces)
    return [
        _note(piece)
        if i in bare
        else _marked(piece, is_furniture=i in furniture, is_starred=i in starred)
        for i, piece in enumerate(pieces)
    ]


def _marked(piece: Piece, *, is_furniture: bool, is_starred: bool) -> Piece:
    is_folio = not piece.label and _FOLIO.fullmatch(piece.printed[:_LONGEST_FOLIO])
    if piece.hint is Hint.FURNITURE or (piece.hint is Hint.NONE and (is_furniture or is_folio)):
        return replace(piece, kind=Kind.FURNITURE, enumerator=None, body=piece.printed)
    if piece.hint is Hint.NOTE:
        return _note(piece)
    if piece.hint is not Hint.NONE or piece.form is not Form.NOTE or not piece.body:
        return piece
    if is_starred:
        return replace(piece, enumerator=Enumerator(Form.BULLET, 0, piece.label))
    return replace(piece, kind=Kind.NOTE)


def _note(piece: Piece) -> Piece:
    """Split the mark off a passage that the format says is a note."""
    match = None if piece.enumerator else _NOTE_NUMBER.match(piece.printed)
    if match is None:
        return replace(piece, kind=Kind.NOTE)
    mark = Enumerator(Form.NOTE, int(match[1]) if match[1].isdecimal() else 1, match[0].strip())
    return replace(piece, kind=Kind.NOTE, enumerator=mark, body=piece.printed[match.end() :])


def _bare_notes(pieces: Sequence[Piece]) -> set[int]:
    """Find notes marked with a plain figure that a text before them refers to."""
    notes: set[int] = set()
    open_marks: set[str] = set()
    for i, piece in enumerate(pieces):
        is_plain = piece.hint is Hint.NONE and piece.enumerator is None
        match = _BARE_NOTE.match(piece.printed) if is_plain else None
        if match and match[1] in open_marks:
            notes.add(i)
            open_marks.remove(match[1])
        else:
            open_marks.update(one or other for one, other in _REFERENCE.findall(piece.printed))
    return notes


def _running_symbols(pieces: Sequence[Piece]) -> set[int]:
    """Find document symbols that stand alone again and again, or at the head of a page."""
    found: dict[int, str] = {}
    for i, piece in enumerate(pieces):
        match = _IS_SYMBOL.fullmatch(piece.printed) if len(piece.printed) < 80 else None
        if match and piece.hint in {Hint.NONE, Hint.FURNITURE}:
            found[i] = match[1]
    counts = Counter(found.values())
    heads = {i for i in found if i and 0 < pieces[i - 1].page < pieces[i].page}
    return heads | {i for i, symbol in found.items() if counts[symbol] >= _FEWEST_RUNNING}


def _page_numbers(pieces: Sequence[Piece]) -> set[int]:
    """Find numbers that stand alone and count up by one or two through the document."""
    bare = [
        (i, int(piece.printed))
        for i, piece in enumerate(pieces)
        if piece.hint is Hint.NONE and _BARE_NUMBER.fullmatch(piece.printed)
    ]
    steps = [(i, k) for (i, a), (k, b) in pairwise(bare) if b - a in {1, 2} and k - i > 1]
    return {i for step in steps for i in step}


def _starred_items(pieces: Sequence[Piece]) -> set[int]:
    """Find asterisks that are the bullets of a list: two stand in a row."""
    return {
        k
        for i, (piece, after) in enumerate(pairwise(pieces))
        if piece.form is Form.NOTE and piece.label.startswith("*") and piece.label == after.label
        for k in (i, i + 1)
    }
