"""What a check answers: a coded finding with its places in both texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpora.types import Span


class Severity(StrEnum):
    """How sure and how grave: an error wants a change, a warning a look; a note is a hint.

    Notes are not shown unless they are asked for: they are wrong as often as right.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Family(StrEnum):
    """What kind of thing a check looks at."""

    NUMBERS = "numbers"
    COMPLETENESS = "completeness"
    TERMS = "terms"
    MEANING = "meaning"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found in one pair; spans are half-open, in characters of either text."""

    message: str
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with the code of its check and the pair it stands in."""

    unit: int  # number of the pair in the file, from 0
    code: str
    family: Family
    category: str  # ITS 2.0 localization quality issue type
    severity: Severity
    message: str
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    paragraph: str = ""  # numbered paragraph of a document
