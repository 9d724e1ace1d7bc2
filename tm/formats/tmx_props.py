"""Provenance of a unit as TMX properties, and back.

The standard has no attribute for a document, a paragraph or a probability, and
allows none of one's own: ``<prop type="x-…">`` is the place it leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from corpora.types import TranslationUnit, Variant, is_probability

_FIELDS = {
    "x-doc": "document",
    "x-para": "paragraph",
    "x-label": "label",
    "x-kind": "kind",
    "x-bead": "bead",
    "x-score": "probability",
    "x-reasons": "reasons",
    "x-context-pre": "context_before",
    "x-context-post": "context_after",
}
# OmegaT gives these a meaning of its own: a unit that carries one is tied to a place in a project.
_OMEGAT = frozenset({"file", "id", "prev", "next", "path", "x-ice"})
REASON_BREAK = ";"  # joins reasons, so it cannot stand inside one


def is_foreign(name: str) -> bool:
    """Tell whether the property *name* is neither ours nor one that OmegaT would act on."""
    return name not in _FIELDS and name not in _OMEGAT


def props_of(unit: TranslationUnit) -> Iterator[tuple[str, str]]:
    """Yield the properties of *unit* in file order, ours first; absent ones are left out."""
    for name, field in _FIELDS.items():
        if text := _as_text(getattr(unit, field)):
            yield name, text
    yield from unit.props


def unit_with(
    variants: tuple[Variant, ...],
    props: Iterable[tuple[str, str]],
    created: datetime | None = None,
) -> TranslationUnit:
    """Build a unit whose provenance is read from *props*; what is not ours is kept as it is."""
    ours: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for name, text in props:
        if name in ours or not _is_ours(name, text):
            others.append((name, text))
        else:
            ours[name] = text
    score, reasons = ours.pop("x-score", None), ours.pop("x-reasons", "")
    return TranslationUnit(
        variants,
        probability=None if score is None else float(score),
        reasons=tuple(reasons.split(f"{REASON_BREAK} ")) if reasons else (),
        created=created,
        props=tuple(others),
        **{_FIELDS[name]: text for name, text in ours.items()},
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


def _is_ours(name: str, text: str) -> bool:
    return name in _FIELDS and (name != "x-score" or _is_probability(text))


def _is_probability(text: str) -> bool:
    try:
        return is_probability(float(text))
    except ValueError:
        return False
