"""Units that cannot be used: told to whoever listens, an error where nobody does.

Knows one rule for every reader: one bad unit does not refuse a file of a million, unless the
caller left no way to hear of it. A file broken as a whole is always an error.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from corpora.errors import FormatError

_EXCERPT = 80


class Skipped(NamedTuple):
    """A unit that a reader left out: where it stands, what is wrong, how it begins."""

    line: int  # of the file; the row in a table, the segment where there are no lines
    problem: str
    excerpt: str = ""


Skip = Callable[[Skipped], None] | None  # what a reader is given to tell of them


class Reporter(NamedTuple):
    """Whom a reader of *path* tells of a unit that it leaves out, and the error if nobody asked."""

    path: Path
    skipped: Skip
    error: type[FormatError] = FormatError

    def leave_out(self, line: int, problem: str, *, excerpt: str = "", remedy: str = "") -> None:
        """Tell of one unit.

        Raises:
            FormatError: nobody listens; of the kind that this reader raises.
        """
        excerpt = excerpt[:_EXCERPT]
        if self.skipped is None:
            raise self.error(problem, self.path, line=line, excerpt=excerpt, remedy=remedy)
        self.skipped(Skipped(line, problem, excerpt))

    def mention(self, line: int, problem: str, *, excerpt: str = "") -> None:
        """Tell of what gives no unit and is no fault; where nobody listens, nobody hears."""
        if self.skipped is not None:
            self.leave_out(line, problem, excerpt=excerpt)


class BadUnitError(Exception):
    """One unit cannot be read; stays inside a reader, which reports it and goes on."""

    def __init__(self, problem: str, line: int, *, excerpt: str = "", remedy: str = "") -> None:
        """Keep what the reporter will say."""
        super().__init__(problem)
        self.problem, self.line, self.excerpt, self.remedy = problem, line, excerpt, remedy

    def report(self, reporter: Reporter) -> None:
        """Tell of it.

        Raises:
            FormatError: nobody listens.
        """
        reporter.leave_out(self.line, self.problem, excerpt=self.excerpt, remedy=self.remedy)
