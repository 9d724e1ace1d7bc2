"""Kinds, levels and paragraphs: what each piece of a report is.

One walk in reading order. Levels follow the form of an enumerator and never its value,
so a wrong letter in one version disturbs nothing; values only tell ambiguous letters
apart ("I.", "(i)", "C.").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpora.enumerators import Enumerator, Form, other_reading
from corpora.headings import (
    UPPER_LEVELS,
    bare_headings,
    heading_level,
    is_contents_line,
    is_next,
    listed,
    upper_depth,
)
from corpora.parts import is_contents, is_known_heading, is_summary, opening_of
from corpora.passages import Hint
from corpora.pieces import Piece, is_body_like, is_heading_like
from corpora.types import Kind, Lang

_DOTTED = {
    Form.ROMAN,
    Form.CHINESE,
    Form.LETTER,
    Form.ARABIC,
    Form.DECIMAL,
    Form.PAREN_CHINESE,
}
_ITEM_FORMS = (Form.PAREN_LETTER, Form.PAREN_ROMAN, Form.PAREN_ARABIC, Form.PAREN_CHINESE)
_LARGEST_ITEM = 50  # "100. That many boxes were lost." is no item of a list


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece with its kind, its level and the paragraph it belongs to."""

    piece: Piece
    kind: Kind
    level: int = 0
    paragraph: str = ""


@dataclass(slots=True)
class _State:
    """Where the walk stands."""

    headings: dict[Form, int] = field(default_factory=dict)  # the last value by form
    items: dict[Form, int] = field(default_factory=dict)  # open items by form, the outermost first
    part: int = 0
    level: int = 0  # of the numbered heading above
    paragraph: str = ""
    in_summary: bool = False
    in_contents: bool = False
    leads_in: bool = False  # whether the text before ends with a colon


@dataclass(frozen=True, slots=True)
class _View:
    """A piece and what surrounds it."""

    piece: Piece
    after: Piece | None
    state: _State
    lang: Lang
    is_listed: bool
    is_bare: bool


def place(pieces: Sequence[Piece], lang: Lang) -> list[Placed]:
    """Decide the kind, level and paragraph of every piece, in order."""
    bodies = [i for i, piece in enumerate(pieces) if not piece.is_aside]
    in_list, bare = listed(pieces, bodies), bare_headings(pieces, bodies, lang)
    follower = dict(pairwise(bodies))
    upper, state = upper_depth(pieces), _State()
    placed: list[Placed] = []
    for i, piece in enumerate(pieces):
        if piece.is_aside:
            placed.append(Placed(piece, piece.kind or Kind.TEXT))
            continue
        if piece.part != state.part:
            state = _State(part=piece.part)
        after = pieces[follower[i]] if i in follower else None
        view = _View(_resolved(piece, state), after, state, lang, i in in_list, i in bare)
        placed.append(_placed(view, upper))
        _advance(state, placed[-1])
    return placed


def _placed(view: _View, upper: int) -> Placed:
    piece, state = view.piece, view.state
    kind = piece.kind or next(kind for kind, holds in _RULES if holds(view))
    if kind is Kind.PARAGRAPH:
        return Placed(piece, kind, 0, piece.number)
    if kind is Kind.HEADING:
        return Placed(piece, kind, heading_level(piece, state.level, upper))
    if kind is Kind.ITEM:
        return Placed(piece, kind, _item_level(piece, state), state.paragraph)
    return Placed(piece, kind, 0, state.paragraph if kind in {Kind.TEXT, Kind.CELL} else "")


def _resolved(piece: Piece, state: _State) -> Piece:
    """Read an ambiguous letter by what went before: "(i)" after "(h)" is a letter."""
    if piece.enumerator is None:
        return piece
    other = other_reading(piece.enumerator)
    if other is None or not _follows(other, state):
        return piece
    if _follows(piece.enumerator, state) and state.leads_in:
        return piece
    return replace(piece, enumerator=other)


def _follows(enumerator: Enumerator, state: _State) -> bool:
    return enumerator.value == _last(enumerator.form, state) + 1


def _last(form: Form, state: _State) -> int:
    return state.items.get(form) or state.headings.get(form, 0)


def _has_known_words(view: _View) -> bool:
    piece = view.piece
    is_opening = opening_of(piece, view.lang) is not None
    return piece.enumerator is None and (is_opening or is_known_heading(piece.body))


def _is_hinted_heading(view: _View) -> bool:
    return view.piece.hint is Hint.HEADING and is_heading_like(view.piece.body, view.lang)


def _is_numbered_heading(view: _View) -> bool:
    """Whether a line with a chapter, "I.", "A." or "1." is short and has its own text below."""
    if view.piece.form in UPPER_LEVELS:
        return not view.piece.body or is_heading_like(view.piece.body, view.lang)
    is_short = is_heading_like(view.piece.body, view.lang)
    return view.piece.form in _DOTTED and is_short and not view.is_listed


def _is_bracketed_heading(view: _View) -> bool:
    """Whether "(a)" starts a heading: short, outside a list, over a numbered paragraph."""
    piece, after, state = view.piece, view.after, view.state
    if piece.enumerator is None or piece.form not in _ITEM_FORMS or after is None:
        return False
    in_list = piece.enumerator.value > 1 and _last(piece.enumerator.form, state) > 0
    if state.leads_in or in_list or not is_heading_like(piece.body, view.lang):
        return False
    opens_text = not state.paragraph and is_body_like(after.printed, view.lang)
    return bool(after.number) or opens_text


def _is_figure(view: _View) -> bool:
    """Whether "100. That many boxes were lost." starts with a figure: too large, in no order."""
    enumerator = view.piece.enumerator
    if enumerator is None or not view.piece.is_typed or enumerator.form is not Form.ARABIC:
        return False
    return enumerator.value > _LARGEST_ITEM and not _follows(enumerator, view.state)


def _is_name(view: _View) -> bool:
    """Whether "A. Smith said so." starts with an initial: no other letter before or after."""
    piece, after = view.piece, view.after
    if piece.form not in {Form.LETTER, Form.ROMAN} or not piece.is_typed or not piece.enumerator:
        return False
    continues = piece.enumerator.value > 1 and _follows(piece.enumerator, view.state)
    return not continues and not (after and is_next(piece, after))


_RULES: tuple[tuple[Kind, Callable[[_View], bool]], ...] = (
    (Kind.CELL, lambda view: view.piece.hint is Hint.CELL),
    (Kind.TITLE, lambda view: view.piece.hint is Hint.TITLE),
    (Kind.HEADING, _has_known_words),
    (Kind.CELL, lambda view: view.state.in_contents and is_contents_line(view.piece.printed)),
    (Kind.HEADING, _is_hinted_heading),
    (Kind.HEADING, lambda view: view.is_bare),
    (Kind.SUMMARY, lambda view: view.piece.enumerator is None and view.state.in_summary),
    (Kind.TEXT, lambda view: view.piece.enumerator is None),
    (Kind.ITEM, lambda view: view.piece.form in {Form.BULLET, Form.NOTE}),
    (Kind.HEADING, _is_numbered_heading),
    (Kind.HEADING, _is_bracketed_heading),
    (Kind.TEXT, lambda view: view.piece.form in {*UPPER_LEVELS, Form.DECIMAL}),
    (Kind.TEXT, _is_figure),
    (Kind.TEXT, _is_name),
    (Kind.ITEM, lambda view: True),
)


def _item_level(piece: Piece, state: _State) -> int:
    """Return how deep an item stands: beside open items of its form, else under all of them."""
    forms = list(state.items)
    return (forms.index(piece.form) if piece.form in forms else len(forms)) + 1


def _advance(state: _State, placed: Placed) -> None:
    """Note *placed* for the pieces after it."""
    piece, kind = placed.piece, placed.kind
    if kind is Kind.HEADING:
        _advance_heading(state, placed)
    elif kind is Kind.PARAGRAPH:
        state.paragraph, state.in_summary, state.in_contents = placed.paragraph, False, False
        state.items.clear()
    elif kind is Kind.ITEM and piece.enumerator:
        for inner in list(state.items)[placed.level - 1 :]:
            del state.items[inner]
        state.items[piece.enumerator.form] = piece.enumerator.value
    state.leads_in = piece.body.endswith((":", "：", "——"))


def _advance_heading(state: _State, placed: Placed) -> None:
    piece = placed.piece
    state.paragraph = ""
    state.items.clear()
    state.in_summary = piece.enumerator is None and is_summary(piece.body)
    state.in_contents = is_contents(piece.body)
    if state.in_summary:
        state.level = 0
    elif piece.enumerator or placed.level == 1 or piece.hint is Hint.HEADING:
        state.level = placed.level
    if placed.level == 1:
        state.headings.pop(Form.LETTER, None)
    if piece.enumerator:
        state.headings[piece.enumerator.form] = piece.enumerator.value
