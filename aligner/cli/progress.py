"""A progress bar on work that takes long enough to wonder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from corpora.types import Progress


@contextmanager
def progress_bar(title: str, *, quiet: bool) -> Iterator[Progress | None]:
    """Show a bar on the terminal's error stream; nothing when piped or *quiet*."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(title), total=None)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield advance


@contextmanager
def counter(
    title: str, *, quiet: bool, noun: str = "units"
) -> Iterator[Callable[[int], None] | None]:
    """Show how much is done of work whose end nobody knows, as :func:`progress_bar` does."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.status import Status

    with Status(escape(title), console=Console(stderr=True)) as status:

        def advance(done: int) -> None:
            status.update(f"{escape(title)}: {done:,} {noun}")

        yield advance
