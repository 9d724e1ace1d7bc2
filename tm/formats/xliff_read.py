"""Reading XLIFF 1.2 and 2.x, SDLXLIFF and MQXLIFF, one unit at a time.

Knows where languages, documents and segments stand. Proposals (``alt-trans``,
``matches``) are not read: they are not translations of this file; nor are states of
review beyond what tells a translation from none, nor whether a machine made it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from lxml import etree

from corpora.types import TranslationUnit
from tm.errors import XLIFFError
from tm.formats.archives import opened
from tm.formats.inline import Data, Inline, Numbers, from_xliff
from tm.formats.rows import Langs, Row, units_of
from tm.formats.safe_xml import (
    UNKNOWN_ENTITY,
    Kind,
    declares_type,
    elements,
    is_deep,
    line_of,
    local_name,
    root_of,
    unknown_entity,
)
from tm.formats.skipped import BadUnitError, Reporter, Skip
from tm.formats.xliff_units import (
    UNITS,
    Segment,
    data_of,
    is_kept,
    note_of,
    segments_of,
    status_of,
)

XLIFF = Kind("an XLIFF", "xliff", XLIFFError)
_VERSIONS = ("1.", "2.")
_SDL_SUFFIX = ".sdlxliff"  # has the whole document in its header, easily over 10 MB


def read_xliff(
    path: str | Path, *, langs: Langs = None, skipped: Skip = None, is_every: bool = False
) -> Iterator[TranslationUnit]:
    """Yield the translated segments of the XLIFF at *path*, with their neighbours as context.

    Memory does not grow with the file. *skipped* is told of each segment that cannot be
    used, without it such a segment is an error, and of what nobody translated, which is
    none: an empty target, a copy (state ``new``), a fuzzy proposal, and in Trados and
    memoQ files what nobody confirmed. Machine translation comes with ``is_machine``.
    *langs* holds where the file names no languages.

    Raises:
        XLIFFError: while reading, at the place where the file is broken.
    """
    reporter = Reporter(Path(path), skipped, XLIFFError)
    rows = xliff_rows(reporter)
    yield from units_of(rows, reporter, langs, in_order=True, is_every=is_every)


def xliff_rows(reporter: Reporter) -> Iterator[Row]:
    """Yield every segment that is to be translated, translated or not.

    Raises:
        XLIFFError: the file is broken, or no XLIFF.
    """
    path = reporter.path
    try:
        for stream, name in opened(path, ".xliff", XLIFFError):
            check_root(stream, name)
            huge = name.suffix.lower() == _SDL_SUFFIX and not declares_type(stream)
            yield from _rows(stream, reporter._replace(path=name), huge=huge)
    except OSError as error:
        raise XLIFFError(
            f"cannot read it ({error.strerror})", path, remedy="check its name and your rights"
        ) from error


def check_root(stream: IO[bytes], path: Path) -> str:
    """Check that *stream* starts as an XLIFF does, leave it there, and return its version.

    Raises:
        XLIFFError: it does not.
    """
    root = root_of(stream, path, XLIFF)
    name, version = local_name(root.tag), root.get("version", "")
    if name != "xliff":
        raise XLIFFError(f"not an XLIFF: its root is <{name}>", path, remedy="choose another file")
    if not version.startswith(_VERSIONS):
        problem = f"XLIFF version {version!r}"
        raise XLIFFError(problem, path, remedy="export it as XLIFF 1.2 or 2.0")
    return version


def _rows(stream: IO[bytes], reporter: Reporter, *, huge: bool) -> Iterator[Row]:
    langs, document = ("", ""), ""
    ended = (*UNITS, "group", "header", "file")
    found = elements(
        stream, reporter.path, XLIFF, started=("xliff", "file"), ended=ended, huge=huge
    )
    for name, element in found:
        if name == "xliff":
            langs = element.get("srcLang", ""), element.get("trgLang", "")
        elif name == "file":
            document = element.get("original", document)
            if source := element.get("source-language"):
                langs = source, element.get("target-language", "")
        elif name in UNITS and not is_kept(element):
            yield from _rows_of(element, reporter, langs, document)


def _rows_of(
    unit: etree._Element, reporter: Reporter, langs: tuple[str, str], document: str
) -> Iterator[Row]:
    numbers, data = Numbers(), data_of(unit)
    note = note_of(unit)
    for segment in segments_of(unit):
        try:
            source = _read(segment.source, numbers, data)
            target = Inline("") if segment.target is None else _read(segment.target, numbers, data)
        except BadUnitError as bad:
            bad.report(reporter)
            yield Row(bad.line, Inline(""))  # so that those after it keep their numbers
            continue
        yield Row(
            line_of(segment.source), source, target, langs, status_of(unit, segment).is_done,
            document, _facts(unit, segment, document, note),
        )  # fmt: skip


def _facts(unit: etree._Element, segment: Segment, document: str, note: str) -> dict[str, object]:
    status = status_of(unit, segment)
    return {
        "document": document,
        "note": note,
        "is_machine": status.is_machine,
        "author": status.author,
        "created": status.created,
    }


def _read(element: etree._Element, numbers: Numbers, data: Data) -> Inline:
    if not len(element):
        return Inline(element.text or "")
    line = line_of(element)
    if entity := unknown_entity(element):
        problem, remedy = UNKNOWN_ENTITY
        raise BadUnitError(problem, line, excerpt=entity, remedy=remedy)
    if is_deep(element):
        problem = "a segment whose elements stand in one another without bound"
        raise BadUnitError(problem, line, remedy="do not trust the file")
    return from_xliff(element, numbers, data)
