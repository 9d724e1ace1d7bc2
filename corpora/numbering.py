"""Paragraph numbers: which of the many lines that start ``12.`` number a paragraph.

Numbers run 1…n through a part while headings and lists reuse small ones, so the
paragraphs are the heaviest increasing chain in which a missing number costs a little.
Lines outside the chain that stand where a number is missing, or repeat one, are
paragraphs with a misprinted number; the rest are headings or list items.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpora.enumerators import Enumerator, Form
from corpora.passages import Hint
from corpora.pieces import Piece, is_body_like, is_heading_like
from corpora.rare_numbers import rare_numbers
from corpora.types import Kind, Lang

# A chain gains 1 for a line that reads as a paragraph and little for one that could as well be
# a heading; a skipped number costs a third of a paragraph, a long jump never more than three.
_BODY_WEIGHT, _HEADING_WEIGHT = 1.0, 0.2
_GAP_COST, _JUMP_COST = 0.3, 3.0
_START_COST, _LATE_START_COST = 0.1, 1.0
_SWAP_REACH = 2  # how far from its place a number can stand that its neighbour has
_MOST_PARAGRAPHS = 1500  # "2019." is a year
_LETTERS_AS_DIGITS = str.maketrans("lI|oOSB", "1110058")  # as OCR takes digits for letters
_MISREAD = re.compile(r"([\dlI|oOSB]{1,4})(?:[.．、]\s*|\s+)(?=\S)")


class Candidate(NamedTuple):
    """A line that may be a numbered paragraph."""

    at: int  # where it stands
    value: int  # its number
    is_body: bool  # whether it reads as a paragraph, not as a heading

    @property
    def weight(self) -> float:
        """What a chain gains by it."""
        return _BODY_WEIGHT if self.is_body else _HEADING_WEIGHT


class _Best:
    """The best score among smaller values, in O(log n) (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(float("-inf"), -1)] * (size + 1)

    def add(self, value: int, score: float, index: int) -> None:
        """Offer *score* at *value*; the first of equals stays."""
        while value < len(self._tree):
            if score > self._tree[value][0]:
                self._tree[value] = (score, index)
            value += value & -value

    def below(self, value: int) -> tuple[float, int]:
        """Return the best score at values under *value*, and who has it."""
        best, value = (float("-inf"), -1), value - 1
        while value > 0:
            best = max(best, self._tree[value], key=lambda entry: entry[0])
            value -= value & -value
        return best


def paragraph_chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the increasing chain of most weight less what its gaps cost, in O(n log n)."""
    ranks = {value: i for i, value in enumerate(sorted({c.value for c in candidates}), 1)}
    near, far = _Best(len(ranks)), _Best(len(ranks))
    scores: list[float] = []
    before: list[int] = []
    for i, candidate in enumerate(candidates):
        rank, value = ranks[candidate.value], candidate.value
        score_near, at_near = near.below(rank)
        score_far, at_far = far.below(rank)
        choices = (
            (-min(_START_COST * (value - 1), _LATE_START_COST), -1),
            (score_near - _GAP_COST * (value - 1), at_near),
            (score_far - _JUMP_COST, at_far),
        )
        best, origin = max(choices, key=lambda choice: choice[0])
        scores.append(best + candidate.weight)
        before.append(origin)
        near.add(rank, scores[i] + _GAP_COST * value, i)
        far.add(rank, scores[i], i)
    return _trace(candidates, scores, before)


def _trace(
    candidates: Sequence[Candidate], scores: Sequence[float], before: Sequence[int]
) -> list[Candidate]:
    chain: list[Candidate] = []
    i = max(range(len(scores)), key=scores.__getitem__, default=-1)
    while i >= 0:
        chain.append(candidates[i])
        i = before[i]
    return chain[::-1]


def number_paragraphs(pieces: Sequence[Piece], names: Sequence[str], lang: Lang) -> list[Piece]:
    """Give every numbered paragraph its number, with the part's name in front: "annex 1/3"."""
    candidates: dict[tuple[int, Form], list[Candidate]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        if candidate := _candidate(i, piece, lang):
            candidates[piece.part, piece.form or Form.ARABIC].append(candidate)
    numbers: dict[int, str] = {}
    for part, name in enumerate(names):
        for index, value in _part_numbers(candidates, part).items():
            numbers[index] = _full_number(name, value)
    if not numbers:
        return _rarely_numbered(pieces, names, lang)
    return [
        replace(piece, number=numbers[i], kind=Kind.PARAGRAPH) if i in numbers else piece
        for i, piece in enumerate(pieces)
    ]


def _rarely_numbered(pieces: Sequence[Piece], names: Sequence[str], lang: Lang) -> list[Piece]:
    """Give their numbers to paragraphs that no plain ones are printed before."""
    found = rare_numbers(pieces, lang)
    numbered = list(pieces)
    for i, piece in found.items():
        number = _full_number(names[piece.part], piece.number)
        numbered[i] = replace(piece, number=number, kind=Kind.PARAGRAPH)
    return numbered


def _full_number(name: str, value: int | str) -> str:
    return f"{name}/{value}" if name else str(value)


def _candidate(index: int, piece: Piece, lang: Lang) -> Candidate | None:
    if piece.enumerator is None or piece.kind or piece.form not in {Form.ARABIC, Form.ARTICLE}:
        return None
    if piece.enumerator.value > _MOST_PARAGRAPHS:
        return None
    is_body = not is_heading_like(piece.body, lang)
    if piece.hint is Hint.NONE or (piece.hint is Hint.HEADING and is_body):
        return Candidate(index, piece.enumerator.value, is_body)
    return None


def _part_numbers(
    candidates: Mapping[tuple[int, Form], Sequence[Candidate]], part: int
) -> dict[int, int]:
    """Return the numbers of the paragraphs of one part: plain ones, else those of articles."""
    for form in (Form.ARABIC, Form.ARTICLE):
        lines = candidates.get((part, form), [])
        chain = paragraph_chain(lines)
        bodies = sum(candidate.is_body for candidate in chain)
        if bodies and bodies * 2 >= len(chain):
            return {c.at: c.value for c in chain} | _misprinted(lines, chain)
    return {}


def _misprinted(candidates: Iterable[Candidate], chain: Sequence[Candidate]) -> dict[int, int]:
    """Number the paragraphs outside the chain by where they stand and what they print."""
    members, used = set(chain), {c.value for c in chain}
    outsiders: dict[int, list[Candidate]] = defaultdict(list)  # by how many members stand before
    for candidate in candidates:
        if candidate.is_body and candidate not in members:
            outsiders[bisect(chain, candidate)].append(candidate)
    numbers: dict[int, int] = {}
    for place, between in outsiders.items():
        left = chain[place - 1].value if place else 0
        right = chain[place].value if place < len(chain) else None
        if place or right == len(between) + 1:
            numbers |= _between(between, left, right, used)
    return numbers


def _between(
    outsiders: Sequence[Candidate], left: int, right: int | None, used: Container[int]
) -> dict[int, int]:
    """Give *outsiders* the numbers missing from *left* to *right*, or the one they print."""
    numbers: dict[int, int] = {}
    free = left + 1
    for at, value, _ in outsiders:
        is_missing = free < right if right is not None else value > left
        is_swapped = value not in used and abs(value - left) <= _SWAP_REACH
        if is_missing:
            numbers[at] = free
            free += 1
        elif is_swapped or value in {free - 1, right}:
            numbers[at] = value
    return numbers


def fill_missing(pieces: Sequence[Piece], names: Sequence[str], lang: Lang) -> list[Piece]:
    """Number paragraphs that lost their number: as many stand bare as numbers are missing."""
    filled = list(pieces)
    last: int | None = None
    bare: list[int] = []
    for i, piece in enumerate(pieces):
        if piece.number:
            if last is not None and pieces[last].part == piece.part:
                _fill(filled, bare, _missing(pieces[last].number, piece.number), names)
            last, bare = i, []
        elif _is_bare(piece, lang):
            bare.append(i)
    return filled


def _missing(before: str, after: str) -> range:
    if "." in before + after:  # chapter and paragraph
        return range(0)
    return range(_plain(before) + 1, _plain(after))


def _plain(number: str) -> int:
    return int(number.rpartition("/")[2])


def _fill(filled: list[Piece], bare: list[int], missing: range, names: Sequence[str]) -> None:
    if len(bare) != len(missing):
        return
    for i, value in zip(bare, missing, strict=True):
        number = _full_number(names[filled[i].part], value)
        filled[i] = replace(_relabelled(filled[i], value), number=number, kind=Kind.PARAGRAPH)


def _relabelled(piece: Piece, value: int) -> Piece:
    """Take a number without its full stop, or misread as letters, off the text: "l2. The"."""
    match = _MISREAD.match(piece.body)
    if match is None or match[1].translate(_LETTERS_AS_DIGITS) != str(value):
        return piece
    label = Enumerator(Form.ARABIC, value, match[0].strip())
    return replace(piece, enumerator=label, body=piece.body[match.end() :])


def _is_bare(piece: Piece, lang: Lang) -> bool:
    return (
        piece.kind is None
        and piece.hint is Hint.NONE
        and piece.enumerator is None
        and is_body_like(piece.body, lang)
    )
