"""The units of an XLIFF, whichever version: their segments, and what their states mean.

Knows XLIFF 1.2 with the extensions of Trados (SDLXLIFF) and of memoQ (MQXLIFF), and
XLIFF 2.x. Does not read files; reading and filling in share it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from lxml import etree

from tm.formats.safe_xml import local_name
from tm.formats.tmx_props import moment_of

SDL = "{http://sdl.com/FileTypes/SdlXliff/1.0}"
MQ = "{MQXliff}"
UNITS = ("trans-unit", "unit")
_NOT_DONE = frozenset({"new", "needs-translation"})  # the target is a copy of the source
FUZZY = "fuzzy-match"  # state-qualifier of 1.2
_MACHINE = frozenset({"mt-suggestion", "leveraged-mt"})
_SDL_MACHINE = frozenset({"mt", "nmt", "amt"})
_SDL_CONFIRMED = frozenset({"translated", "approvedtranslation", "approvedsignoff"})
_SDL_REFUSED = frozenset({"rejectedtranslation", "rejectedsignoff"})
_MQ_MACHINE = "machinetranslated"
_MQ_OPEN = frozenset(
    {"notstarted", "pretranslated", "partiallyedited", "assembledfromfragments", "rejected"}
)
_SDL_DATE = "%m/%d/%Y %H:%M:%S"


class Segment(NamedTuple):
    """One segment of a unit: its two elements, and the element that has its state."""

    source: etree._Element
    target: etree._Element | None
    state: etree._Element | None = None
    number: str = ""  # mid, where a unit is cut by marks


class Status(NamedTuple):
    """What is known of a translation."""

    is_done: bool = True  # a translation to keep
    is_machine: bool = False
    author: str = ""
    created: datetime | None = None


def child_of(element: etree._Element, *names: str) -> etree._Element | None:
    """Return the first child with one of the local *names*, in their order."""
    for name in names:
        for child in element:
            if local_name(child.tag) == name:
                return child
    return None


def is_kept(unit: etree._Element) -> bool:
    """Tell whether *unit* is not to be translated."""
    return unit.get("translate") == "no"


def segments_of(unit: etree._Element) -> list[Segment]:
    """Return the segments of a ``trans-unit`` or ``unit``, in order; none without a source."""
    if local_name(unit.tag) == "unit":
        return list(_segments2(unit))
    source, target = child_of(unit, "source"), child_of(unit, "target")
    cut = child_of(unit, "seg-source")
    marks = _marks(cut) if cut is not None else {}
    if not marks or (target is not None and not _marks(target) and not is_empty(target)):
        return [] if source is None else [Segment(source, target)]
    translated = _marks(target) if target is not None else {}
    states = _states(unit)
    return [
        Segment(mark, translated.get(number), states.get(number), number)
        for number, mark in marks.items()
    ]


def is_empty(target: etree._Element | None) -> bool:
    """Tell whether *target* holds neither a text nor a code; marks of segments do not count."""
    if target is None:
        return True
    inside = (local_name(element.tag) for element in target.iter(etree.Element))
    return not "".join(map(str, target.itertext())).strip() and set(inside) <= {
        local_name(target.tag),
        "mrk",
    }


def status_of(unit: etree._Element, segment: Segment) -> Status:
    """Read the state of one segment, in the words of whichever program wrote it."""
    if local_name(unit.tag) == "unit":
        state = segment.state
        return Status(is_done=state is None or state.get("state") != "initial")
    if segment.state is not None:
        return _sdl_status(segment.state)
    if unit.get(f"{MQ}status"):
        return _mq_status(unit)
    target = segment.target
    target = child_of(unit, "target") if segment.number else target
    if target is None:
        return Status()
    qualifier = target.get("state-qualifier", "")
    is_done = target.get("state") not in _NOT_DONE and qualifier != FUZZY
    return Status(is_done or qualifier in _MACHINE, qualifier in _MACHINE)


def note_of(unit: etree._Element) -> str:
    """Return the notes of *unit*, a line each; memoQ's comments are notes."""
    found = [element for element in unit if local_name(element.tag) == "note"]
    for holder in unit:
        if local_name(holder.tag) in ("notes", "comments"):
            found += [e for e in holder if local_name(e.tag) in ("note", "comment")]
    kept = (note for note in found if note.get("deleted") != "true")
    return "\n".join(filter(None, ("".join(map(str, note.itertext())).strip() for note in kept)))


def data_of(unit: etree._Element) -> dict[str, str]:
    """Return the original data of an XLIFF 2 unit by its id."""
    holder = child_of(unit, "originalData")
    if holder is None:
        return {}
    return {data.get("id", ""): "".join(map(str, data.itertext())) for data in holder}


def _segments2(unit: etree._Element) -> Iterator[Segment]:
    for segment in unit:
        source = child_of(segment, "source") if local_name(segment.tag) == "segment" else None
        if source is not None:
            yield Segment(source, child_of(segment, "target"), segment)


def _marks(element: etree._Element) -> dict[str, etree._Element]:
    return {
        mark.get("mid", ""): mark
        for mark in element.iter(etree.Element)
        if mark.get("mtype") == "seg" and local_name(mark.tag) == "mrk"
    }


def _states(unit: etree._Element) -> dict[str, etree._Element]:
    holder = unit.find(f"{SDL}seg-defs")
    return {} if holder is None else {seg.get("id", ""): seg for seg in holder}


def _sdl_status(seg: etree._Element) -> Status:
    """Read ``sdl:seg``: only what somebody confirmed is a translation, or what a machine made."""
    confirmed = seg.get("conf", "").lower()
    values: dict[str, Any] = {value.get("key", ""): value.text or "" for value in seg}
    is_machine = seg.get("origin", "") in _SDL_MACHINE and confirmed not in _SDL_CONFIRMED
    return Status(
        confirmed in _SDL_CONFIRMED or (is_machine and confirmed not in _SDL_REFUSED),
        is_machine,
        values.get("last_modified_by") or values.get("created_by") or "",
        _sdl_moment(values.get("modified_on") or values.get("created_on") or ""),
    )


def _sdl_moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _SDL_DATE).replace(tzinfo=UTC)
    except ValueError:
        return None


def _mq_status(unit: etree._Element) -> Status:
    status = unit.get(f"{MQ}status", "").lower()
    return Status(
        status not in _MQ_OPEN,
        status == _MQ_MACHINE,
        unit.get(f"{MQ}lastchanginguser", ""),
        moment_of(unit.get(f"{MQ}lastchangedtimestamp")),
    )
