"""Plain exports of a bitext: a table to read (TSV) and rows to compute with (JSON lines).

Knows beads and texts; nothing of TMX, and nothing of spreadsheets: a TSV cell that begins
with ``=`` or ``-`` stays as it is in the text.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpora.errors import FormatError
from corpora.files import open_whole, read_utf8
from corpora.types import Bead, Bitext, Document, Span, is_probability

# What a reader of lines or of columns may take for the end of a cell.
_BREAKS: Final = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"), " ")
_COLUMNS: Final = ("probability", "shape", "paragraph", "kind", "reasons")  # of TSV
_REMEDY: Final = "give a file that duizhao wrote with -o name.jsonl"


@dataclass(frozen=True, slots=True)
class BeadRow:
    """A row of a JSON lines export: one bead by 0-based segment numbers, with its texts.

    Only ``src`` and ``tgt`` are required of a file; ``probability`` is None where it has none,
    as in gold.
    """

    src: tuple[int, ...]
    tgt: tuple[int, ...]
    src_text: tuple[str, ...] = ()
    tgt_text: tuple[str, ...] = ()
    src_lang: str = ""
    tgt_lang: str = ""
    probability: float | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
    paragraph: str = ""
    kind: str = ""


def write_jsonl(path: str | Path, bitext: Bitext) -> None:
    """Write a JSON object per bead and line to *path*, unaligned beads included.

    Raises:
        FormatError: the file cannot be written.
    """
    rows = (_row(bitext, bead) for bead in bitext.beads)
    _write_lines(path, (json.dumps(row, ensure_ascii=False) for row in rows))


def write_tsv(path: str | Path, bitext: Bitext, *, min_probability: float = 0.0) -> None:
    """Write a line per bead to *path*: both texts, how sure and why, and where it stands.

    A header comes first. Beads below *min_probability* are left out. Tabs and line breaks
    inside a text become spaces; the missing side of an unaligned bead is an empty cell.

    Raises:
        FormatError: the file cannot be written.
    """
    rows = ([cell.translate(_BREAKS) for cell in row] for row in _table(bitext, min_probability))
    _write_lines(path, ("\t".join(row) for row in rows))


def read_jsonl(path: str | Path) -> list[BeadRow]:
    """Read the beads of a JSON lines export; empty lines are passed over.

    Raises:
        FormatError: no such file, not UTF-8, or a line that is not a bead.
    """
    lines = enumerate(read_utf8(path, _REMEDY).split("\n"), start=1)
    return [_parsed(line, path, number) for number, line in lines if line.strip()]


def _row(bitext: Bitext, bead: Bead) -> dict[str, Any]:
    src, tgt = bitext.src, bitext.tgt
    return {
        "src": list(range(*bead.src)),
        "tgt": list(range(*bead.tgt)),
        "src_text": _texts(src, bead.src),
        "tgt_text": _texts(tgt, bead.tgt),
        "src_lang": src.lang.code,
        "tgt_lang": tgt.lang.code,
        "probability": round(float(bead.probability), 6),
        "score": round(float(bead.score), 6),
        "reasons": list(bead.reasons),
        "paragraph": bitext.paragraph(bead),
        "kind": bitext.kind(bead).value,
    }


def _texts(document: Document, span: Span) -> list[str]:
    return [segment.text for segment in document.segments[slice(*span)]]


def _table(bitext: Bitext, least: float) -> Iterator[tuple[str, ...]]:
    yield (bitext.src.lang.code, bitext.tgt.lang.code, *_COLUMNS)
    for bead in bitext.beads:
        if bead.probability >= least:
            sure = f"{bead.probability:.3f}"
            place = bitext.paragraph(bead), bitext.kind(bead).value
            yield (*bitext.texts(bead), sure, bead.shape_text, *place, "; ".join(bead.reasons))


def _write_lines(path: str | Path, lines: Iterator[str]) -> None:
    with open_whole(path) as stream:
        # A lone surrogate has no UTF-8: better one question mark than no file.
        stream.writelines(f"{line}\n".encode("utf-8", "replace") for line in lines)


def _parsed(line: str, path: str | Path, number: int) -> BeadRow:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FormatError(
            "not JSON", path, line=number, excerpt=line[:40], remedy=_REMEDY
        ) from error
    if problem := _problem(found):
        raise FormatError(problem, path, line=number, excerpt=line[:40], remedy=_REMEDY)
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in found.items()
        if name in _FIELDS
    }
    return BeadRow(**known)


def _problem(found: object) -> str:
    if not isinstance(found, dict):
        return "a JSON value that is not an object"
    for name in ("src", "tgt"):
        if name not in found:
            return f"a bead without “{name}”"
    for name, (is_right, wanted) in _FIELDS.items():
        if name in found and not is_right(found[name]):
            return f"“{name}” is not {wanted}"
    return ""


def is_run(value: object) -> bool:
    """Whether *value* is a list of segment numbers that follow one another, or empty."""
    if not isinstance(value, list) or any(type(item) is not int for item in value):
        return False
    first = value[0] if value else 0
    return first >= 0 and value == list(range(first, first + len(value)))


def _are_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_string(value: object) -> bool:
    return isinstance(value, str)


def _is_chance(value: object) -> bool:
    return value is None or is_probability(value)


def _is_figure(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value is None
    return math.isfinite(value)


_FIELDS: Final[dict[str, tuple[Callable[[object], bool], str]]] = {
    **dict.fromkeys(("src", "tgt"), (is_run, "a list of segment numbers in a row, from 0")),
    **dict.fromkeys(("src_text", "tgt_text", "reasons"), (_are_strings, "a list of strings")),
    **dict.fromkeys(("src_lang", "tgt_lang", "paragraph", "kind"), (_is_string, "a string")),
    "probability": (_is_chance, "a number from 0 to 1"),
    "score": (_is_figure, "a number"),
}
