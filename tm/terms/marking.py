"""Every term of a text, with where it stands and what it is called in the other language."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpora.types import Span
from tm.folding import HAN, folded_places, is_han
from tm.schema import TERMS
from tm.terms.search import FoundTerm, TermMatch, matches_of
from tm.terms.which import REJECTED
from tm.terms.words import ARTICLES, WORD, bare_of, stem_key, stems_of, surface_key
from tm.where import writable

LONGEST, MOST = 40, 15  # Chinese characters, and words, of a term that is looked for
MATCHES = 5  # concepts of one place
_TOKEN = re.compile(rf"[{HAN}]|{WORD.pattern}")
_GAP = re.compile(r"[^。！？；;!?\n]{0,3}")  # between two parts of one term
_PAGE = 4000  # keys that are asked for at a time


@dataclass(frozen=True, slots=True)
class MarkedTerm:
    """A place of a text where a term stands."""

    span: Span  # in characters of the text
    text: str  # what stands there
    matches: tuple[TermMatch, ...]  # the concepts it may name, the best first
    is_nested: bool  # it stands inside a longer one


class _Place(NamedTuple):
    """From where to where something stands in the folded text."""

    start: int
    end: int


def marked_terms(connection: sqlite3.Connection, text: str) -> list[MarkedTerm]:
    """Return the terms of *text* in order, at one place the longest first.

    Of two that overlap only in part the longer counts. An acronym is no common
    word: "who" in small letters is no WHO.
    """
    text = writable(text)
    folded, places = folded_places(text)
    found = _found(connection, _keys(folded))
    spans = {place: Span(places[place.start].start, places[place.end - 1].end) for place in found}
    found = {
        place: rows
        for place, all_rows in found.items()
        if (rows := [row for row in all_rows if not _is_other(row, text, spans[place])])
    }
    matches = _matches(connection, list(found.values()))
    return [
        MarkedTerm(
            spans[place],
            text[spans[place].start : spans[place].end],
            matches[_numbers(found[place])],
            is_nested,
        )
        for place, is_nested in sorted(_standing(list(found)), key=_order)
        if matches[_numbers(found[place])]
    ]


def _order(one: tuple[_Place, bool]) -> tuple[int, int]:
    """Sort by beginning, of what begins together the longest first."""
    return one[0].start, -one[0].end


def _matches(
    connection: sqlite3.Connection, found: Sequence[Sequence[FoundTerm]]
) -> dict[tuple[int, ...], tuple[TermMatch, ...]]:
    """Read the concepts of each place; those of the same terms once."""
    once = {_numbers(rows): rows for rows in found}
    return {numbers: tuple(matches_of(connection, once[numbers], MATCHES)) for numbers in once}


def _numbers(rows: Sequence[FoundTerm]) -> tuple[int, ...]:
    return tuple(row.number for row in rows)


def _is_other(row: FoundTerm, text: str, span: Span) -> bool:
    """Tell whether *row* is an acronym that is a common word where it was found."""
    return len(row.text) > 1 and row.text.isupper() and text[span.start : span.end].islower()


def _keys(folded: str) -> dict[int, list[tuple[_Place, str]]]:
    """Return for each key the places that have it, and whether it is a surface's or a stem's."""
    tokens = [match.span() for match in _TOKEN.finditer(folded)]
    keys: dict[int, list[tuple[_Place, str]]] = {}
    for first in range(len(tokens)):
        for place in _runs(folded, tokens, first):
            surface = bare_of(folded[place.start : place.end])
            keys.setdefault(surface_key(surface), []).append((place, "exact"))
            stem = stem_key(stems_of(surface))
            if stem and surface.partition(" ")[0] not in ARTICLES:
                keys.setdefault(stem, []).append((place, "inflected"))
    return keys


def _runs(folded: str, tokens: Sequence[tuple[int, int]], first: int) -> Iterator[_Place]:
    """Yield the places that begin with a token and may be a term."""
    start, end = tokens[first]
    words = 0
    for last in range(first, min(first + LONGEST, len(tokens))):
        if last > first and not _GAP.fullmatch(folded, end, tokens[last][0]):
            return
        words += not is_han(folded[tokens[last][0]])
        if words > MOST:
            return
        end = tokens[last][1]
        yield _Place(start, end)


def _found(
    connection: sqlite3.Connection, keys: dict[int, list[tuple[_Place, str]]]
) -> dict[_Place, list[FoundTerm]]:
    """Return the terms that have one of *keys*, by place."""
    found: dict[_Place, list[FoundTerm]] = {}
    wanted = list(keys)
    for start in range(0, len(wanted), _PAGE):
        page = json.dumps(wanted[start : start + _PAGE])
        for column in ("key", "stem", "base_stem"):
            rows = connection.execute(
                "SELECT value, term.id, text, status, review FROM json_each(?) "
                f"CROSS JOIN term ON term.{column} = value "
                f"JOIN concept ON concept.id = term.id / {TERMS} WHERE review <> '{REJECTED}'",
                (page,),
            )
            for key, number, text, status, review in rows:
                for place, kind in keys[key]:
                    score = 100 if kind == "exact" else 99
                    row = FoundTerm(number, text, status, review, kind, score)
                    found.setdefault(place, []).append(row)
    return found


def _standing(places: Sequence[_Place]) -> Iterator[tuple[_Place, bool]]:
    """Yield the places that count, the longest first, and whether they lie inside another."""
    owners: dict[int, _Place] = {}
    for place in sorted(places, key=lambda place: (place.start - place.end, place.start)):
        inside = {owners.get(at) for at in range(place.start, place.end)}
        if inside == {None}:
            owners.update(dict.fromkeys(range(place.start, place.end), place))
            yield place, False
        elif len(inside) == 1:
            yield place, True
