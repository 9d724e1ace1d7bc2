"""Every error a caller may act on: what is wrong, where, and what to do about it."""

from __future__ import annotations

from pathlib import Path


class DuizhaoError(Exception):
    """Bad input or a broken installation; the message says what, where and what to do."""


class FormatError(DuizhaoError):
    """A file is not what it claims to be, or cannot be used.

    >>> print(FormatError("no text found", Path("scan.pdf"), remedy="run OCR on it first"))
    scan.pdf: no text found; run OCR on it first
    """

    def __init__(  # noqa: PLR0913 - the parts of one message
        self,
        problem: str,
        path: str | Path | None = None,
        *,
        line: int | None = None,
        column: int | None = None,
        excerpt: str = "",
        remedy: str = "",
    ) -> None:
        """Compose the message once; the parts stay readable as attributes."""
        self.problem = problem
        self.path = None if path is None else Path(path)
        self.line = line
        self.column = column
        self.excerpt = excerpt
        self.remedy = remedy
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        message = f"{place}: {problem}" if place else problem
        message += f" near {excerpt!r}" if excerpt else ""
        message += f"; {remedy}" if remedy else ""
        super().__init__(message)


class LanguageError(DuizhaoError):
    """The language of a text cannot be told, or two texts are in the same language."""


class AlignmentError(DuizhaoError):
    """Two documents cannot be aligned, or beads do not tile their segments."""


class MissingModelError(DuizhaoError):
    """An encoder's files are not there."""
