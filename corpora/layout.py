"""The layout of a numbered report: from passages to blocks.

Each step notes what it finds on the pieces: asides, parts, paragraph numbers, front,
joined halves, headings and items. Knows nothing of file formats or of sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpora.asides import mark_asides
from corpora.front import front_end, mark_front
from corpora.joining import join_cut
from corpora.kinds import Placed, place
from corpora.numbering import fill_missing, number_paragraphs
from corpora.parts import mark_parts
from corpora.passages import Passage
from corpora.pieces import read_pieces
from corpora.types import Block, Kind, Lang


def lay_out(passages: Iterable[Passage], lang: Lang) -> tuple[Block, ...]:
    """Turn the passages of one document into blocks.

    Notes are moved behind the body of their part, so that they stand at the same
    place in both languages wherever the foot of the page was.
    """
    pieces, names = mark_parts(mark_asides(read_pieces(passages)), lang)
    pieces = number_paragraphs(pieces, names, lang)
    end = front_end(pieces, lang)
    pieces = join_cut(mark_front(pieces, end), end, lang)
    pieces = fill_missing(pieces, names, lang)
    return tuple(_block(placed) for placed in _notes_last(place(pieces, lang)))


def _notes_last(placed: Sequence[Placed]) -> list[Placed]:
    """Move the notes of each part behind its body, in order."""
    return sorted(placed, key=lambda one: (one.piece.part, one.kind is Kind.NOTE))


def _block(placed: Placed) -> Block:
    piece, kind = placed.piece, placed.kind
    keeps_text = kind in {Kind.TEXT, Kind.CELL, Kind.TITLE} and piece.is_typed
    text, label = (piece.printed, "") if keeps_text else (piece.body, piece.label)
    return Block(kind, text, label, placed.level, piece.page, placed.paragraph)
