"""Provenance of a unit as TMX properties, and back.

The standard has no attribute for a document, a paragraph or a probability, and
allows none of one's own: ``<prop type="x-…">`` is the place it leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from corpora.types import TranslationUnit, Variant, is_probability
from tm.formats.tmx_vocabulary import OMEGAT_PROPS

_SCORE = "x-score"
_X_MACHINE, _YES = "x-machine", "yes"
_FIELDS = {
    "x-doc": "document",
    "x-para": "paragraph",
    "x-label": "label",
    "x-kind": "kind",
    "x-bead": "bead",
    _SCORE: "probability",
    "x-reasons": "reasons",
    "x-context-pre": "context_before",
    "x-context-post": "context_after",
}
MACHINE = "MT!"  # creationid of machine translation: Trados reads it, Okapi writes it
MOST_USES = 999_999_999
REASON_BREAK = ";"  # joins reasons, so it cannot stand inside one


def is_foreign(name: str) -> bool:
    """Tell whether the property *name* is neither ours nor one that OmegaT would act on."""
    return name not in _FIELDS and name not in OMEGAT_PROPS and name != _X_MACHINE


def props_of(unit: TranslationUnit) -> Iterator[tuple[str, str]]:
    """Yield the properties of *unit* in file order, ours first; absent ones are left out."""
    for name, field in _FIELDS.items():
        if text := _as_text(getattr(unit, field)):
            yield name, text
    if unit.is_machine:
        yield _X_MACHINE, _YES
    yield from unit.props


def unit_with(  # noqa: PLR0913 - what stands in attributes, and what in elements
    variants: tuple[Variant, ...],
    props: Iterable[tuple[str, str]],
    created: datetime | None = None,
    *,
    author: str = "",
    note: str = "",
    is_machine: bool = False,
    uses: int = 1,
    line: int = 0,
) -> TranslationUnit:
    """Build a unit whose provenance is read from *props*; what is not ours is kept as it is."""
    ours: dict[str, Any] = {}
    others: list[tuple[str, str]] = []
    for name, text in props:
        field = _FIELDS.get(name)
        if name == _X_MACHINE and text == _YES:
            is_machine = True
        elif field is None or field in ours or (name == _SCORE and not _is_probability(text)):
            others.append((name, text))
        else:
            ours[field] = text
    if "probability" in ours:
        ours["probability"] = float(ours["probability"])
    if "reasons" in ours:
        text = ours["reasons"]
        ours["reasons"] = tuple(text.split(f"{REASON_BREAK} ")) if text else ()
    return TranslationUnit(
        variants,
        created=created,
        author=author,
        note=note,
        is_machine=is_machine,
        uses=uses,
        props=tuple(others),
        line=line,
        **ours,
    )


def tmx_date(moment: datetime) -> str:
    """Write *moment* as ``YYYYMMDDThhmmssZ``; without a zone it is taken as UTC.

    >>> tmx_date(datetime(2024, 5, 1, 8, 30))
    '20240501T083000Z'
    """
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    text = zoned.astimezone(UTC).isoformat(timespec="seconds")
    return text[: len("0000-00-00T00:00:00")].replace("-", "").replace(":", "") + "Z"


def moment_of(date: str | None) -> datetime | None:
    """Read a TMX date, with or without its hyphens and colons; None where it is not one.

    >>> moment_of("20240501T083000Z")
    datetime.datetime(2024, 5, 1, 8, 30, tzinfo=datetime.timezone.utc)
    """
    try:
        moment = datetime.fromisoformat((date or "").strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _as_text(value: str | float | tuple[str, ...] | None) -> str:
    if isinstance(value, float | int):
        return f"{value:.4f}"
    return f"{REASON_BREAK} ".join(value) if isinstance(value, tuple) else value or ""


def _is_probability(text: str) -> bool:
    try:
        return is_probability(float(text))
    except ValueError:
        return False
