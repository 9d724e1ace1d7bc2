"""What is made of findings: JSON, SARIF, JUnit's XML, a page for a reviser, a workbook.

Each form is one function from a :class:`Report` to a text; the workbook writes its file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from corpora.files import open_whole
from tm.errors import CheckError
from tm.qa.reports.json_report import render_json
from tm.qa.reports.junit import render_junit
from tm.qa.reports.page import render_html
from tm.qa.reports.report import Report
from tm.qa.reports.sarif import render_sarif
from tm.qa.reports.workbook import write_xlsx

__all__ = ["FORMATS", "SUFFIXES", "TEXTS", "Report", "write_report"]

TEXTS: Final[Mapping[str, Callable[[Report], str]]] = {
    "json": render_json,
    "sarif": render_sarif,
    "html": render_html,
    "junit": render_junit,
}
FORMATS: Final = (*TEXTS, "xlsx")
SUFFIXES: Final[Mapping[str, str]] = {
    ".json": "json",
    ".sarif": "sarif",
    ".html": "html",
    ".xml": "junit",
    ".xlsx": "xlsx",
}


def write_report(path: str | Path, report: Report, kind: str) -> None:
    """Write *report* to *path* in the format *kind*; it appears whole or not at all.

    Raises:
        CheckError: *kind* is none of :data:`FORMATS`; nothing is written.
        FormatError: *path* cannot be written.
    """
    if kind not in FORMATS:
        raise CheckError(f"{kind!r} is no format of reports; use one of {', '.join(FORMATS)}")
    if kind == "xlsx":
        write_xlsx(path, report)
        return
    text = TEXTS[kind](report)
    with open_whole(path) as stream:
        stream.write(text.encode("utf-8", "replace"))  # a lone surrogate has no UTF-8
