"""Findings as a workbook: a row each, for those who revise in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tm.formats.table_write import Cell, write_workbook
from tm.qa.reports.report import Report, cut_at, sides_of

_HEADER: Final = (
    "source", "target", "message", "severity", "family", "code", "category", "paragraph",
    "segment", "marked in source", "marked in target", "verdict",
)  # fmt: skip
_WIDTHS: Final = (60, 60, 50, 10, 14, 24, 22, 11, 9, 24, 24, 14)


def write_xlsx(path: str | Path, report: Report) -> None:
    """Write a row for each finding to *path*, below a row of names to filter by.

    The last column is empty, for the verdict of the reviser. Every string is text, none a
    formula.

    Raises:
        FormatError: *path* cannot be written.
    """
    write_workbook(path, _rows(report), widths=_WIDTHS, is_to_read=True)


def _rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    yield _HEADER
    for finding in report.findings:
        sides = sides_of(report.pair_of(finding), finding)
        marked = (
            " … ".join(part for part, is_in in cut_at(side.text, spans) if is_in)
            for side, spans in sides
        )
        yield (
            *(side.text for side, _ in sides),
            finding.message,
            finding.severity.value,
            finding.family.value,
            finding.code,
            finding.category,
            finding.paragraph,
            finding.unit + 1,
            *marked,
            "",
        )
