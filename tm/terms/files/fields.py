"""The fields of concepts and terms as the text of a file, and back.

What cannot be read is no value: the caller keeps the text where it keeps what it does not
know. Knows no file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from corpora.types import is_probability
from tm.formats.clean import clean_lines, clean_text
from tm.formats.tmx_props import moment_of
from tm.terms.concept import REVIEWS, Concept, Term
from tm.terms.files.names import form_named, kind_named, status_named
from tm.terms.files.plain import JOINT

Reader = Callable[[str], Any]  # None where the text is no value
MOST: Final = 10**15  # beads where a concept may claim to have been found

TERM_FIELDS: Final = tuple(one.name for one in fields(Term))[2:]  # beside language and text
CONCEPT_FIELDS: Final = tuple(one.name for one in fields(Concept))[1:]  # beside the terms


def text_of(value: object) -> str:
    """Return the text of one field: dates in ISO 8601, scores with four decimals.

    >>> text_of(0.5), text_of(("12", "14")), text_of(0), text_of(None)
    ('0.5000', '12; 14', '', '')
    """
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.4f}"
    return JOINT.join(value) if isinstance(value, tuple) else str(value or "")


def read_concept_field(name: str, text: str) -> Any:  # noqa: ANN401 - as different as the fields
    """Return what *text* says of the field *name* of a concept; None where that is nothing.

    >>> read_concept_field("paragraphs", "12; 14"), read_concept_field("count", "many")
    (('12', '14'), None)
    """
    return _CONCEPT.get(name, clean_text)(text)


def read_term_field(name: str, text: str) -> str | None:
    """Return what *text* says of the field *name* of a term; None where that is nothing."""
    read = _TERM.get(name, clean_text)
    return read(text) or None


def _one_of(values: Sequence[str]) -> Reader:
    return lambda text: text if (text := text.strip().lower()) in values else None


def _count(text: str) -> int | None:
    return min(int(text), MOST) if text.isdecimal() and len(text) < len(str(MOST)) else None


def _score(text: str) -> float | None:
    try:
        return float(text) if is_probability(float(text)) else None
    except ValueError:
        return None


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(clean_text, text.split(JOINT.strip()))))


_CONCEPT: Final[Mapping[str, Reader]] = {
    "kind": lambda text: kind_named(text) or None,
    "review": _one_of(REVIEWS),
    "count": _count,
    "score": _score,
    "paragraphs": _paragraphs,
    "created": moment_of,
    "changed": moment_of,
    "definition": clean_lines,
    "note": clean_lines,
    "origin": clean_lines,
}
_TERM: Final[Mapping[str, Callable[[str], str]]] = {
    "status": status_named,
    "form": form_named,
    "note": clean_lines,
}
