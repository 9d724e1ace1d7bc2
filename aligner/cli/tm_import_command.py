"""``duizhao tm import``: files into a memory, and what of a file was left out or kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import (
    Langs,
    MemoryPath,
    change_memory,
    langs_of,
    memory_path,
)
from aligner.cli.options import Quiet, path_of
from aligner.cli.outputs import LEFT_OUT, refuse_inputs
from aligner.cli.progress import counter
from aligner.cli.terminal import counted, say, warn
from corpora.errors import DuizhaoError, FormatError

if TYPE_CHECKING:
    from tm.errors import TMXError
    from tm.formats import Skipped
    from tm.intake import Added
    from tm.memory import Memory

HELP = """Add the units of files to a memory: .tmx .xlf .xliff .sdlxliff .mqxliff .po .pot .tsv .csv
.txt .xlsx .xlsm .docx (tables), also .tmx.gz, zip archives of .tmx, and other memories.

A unit that is there already, with the same texts at the same place, counts as used once more. What
stands before a place where a file is broken is kept. An interrupted import goes on where it was
when it is given again.

\b
  duizhao tm import memory.tmx older.xlsx
  duizhao tm import terms.csv --langs zh-TW,en-US --origin "agency glossary"
  duizhao tm import colleague.db -m ours.db

Exit status: 0 done, 2 wrong usage, 3 a file cannot be read (the others are imported all the
same) or the memory cannot be written.
"""

Files = Annotated[
    list[Path],
    typer.Argument(parser=path_of, metavar="FILE…", show_default=False, help="Files of units."),
]
Origin = Annotated[
    str, typer.Option(metavar="NAME", help="Name them so. [default: the name of the file]")
]


def import_files(
    files: Files,
    *,
    memory: MemoryPath = None,
    langs: Langs = None,
    origin: Origin = "",
    quiet: Quiet = False,
) -> None:
    """Import each file; go on with the others when one fails."""
    from tm.errors import StoreError

    tags = langs_of(langs)
    failures: list[str] = []
    if not any(path.exists() for path in files):  # make no memory for nothing
        raise FormatError("no such file", files[0], remedy="check the name")
    refuse_inputs([memory_path(memory)], files)
    with change_memory(memory, is_made=True) as opened:
        for path in files:
            one = _Import(quiet=quiet)
            try:
                one.import_file(opened, path, tags, origin)
            except StoreError:  # the others would fare no better
                raise
            except (DuizhaoError, OSError) as error:
                failures.append(_told(error, one.count))
            except KeyboardInterrupt:
                if one.count:
                    warn(f"{path}: {_kept(one.count)}; import it again to go on from there")
                raise
        if not quiet:
            say(f"{memory_path(memory)}: {counted(opened.count(), 'unit')}", "dim")
    tell_failures(failures, len(files))


class _Import:
    """The import of one file, which knows how many units are safe whatever ends it."""

    def __init__(self, *, quiet: bool) -> None:
        self.count = 0
        self._quiet = quiet

    def import_file(
        self, memory: Memory, path: Path, langs: tuple[str, str] | None, origin: str
    ) -> None:
        left_out: list[Skipped] = []
        with counter(f"Importing {path.name}", quiet=self._quiet) as progress:
            added = memory.import_file(
                path,
                langs=langs,
                origin=origin,
                skipped=left_out.append,
                progress=self._counting(progress),
            )
        if not self._quiet:
            print_added(path, added, left_out)

    def _counting(self, progress: Callable[[int], None] | None) -> Callable[[int], None]:
        def advance(done: int) -> None:
            self.count = done
            if progress:
                progress(done)

        return advance


def print_added(path: Path, added: Added, left_out: Sequence[Skipped]) -> None:
    """Say how many units a file brought, and what of it was left out and why."""
    refused = len(left_out) + sum(added.refused.values())
    say(
        f"{path}: {added.new:,} new, {added.repeated:,} there already"
        + (f", {refused:,} left out" if refused else "")
    )
    print_skipped(left_out)
    for reason, number in added.refused.items():
        say(f"  {number:,} × {LEFT_OUT.get(reason, reason)}", "doubt")


def print_skipped(left_out: Sequence[Skipped]) -> None:
    """Say what a reader left out: how many for each problem, and where the first stands."""
    counts = Counter(skipped.problem for skipped in left_out)
    first = {skipped.problem: skipped.line for skipped in reversed(left_out)}
    for problem, number in counts.most_common():
        say(f"  {number:,} × {problem}, the first at line {first[problem]}", "doubt")


def _kept(count: int) -> str:
    return f"{counted(count, 'unit')} {'is' if count == 1 else 'are'} kept"


def tell_failures(failures: Sequence[str], total: int) -> None:
    """Say why each of *failures*, of *total* files, could not be imported.

    Raises:
        FormatError: there are any.
    """
    if len(failures) == 1 == total:
        raise FormatError(failures[0])
    for failure in failures:
        warn(failure)
    if failures:
        raise FormatError(f"{len(failures)} of {total} files could not be imported")


def _told(failure: DuizhaoError | OSError, count: int) -> str:
    """Return what is to be said of *failure* after *count* units; a broken TMX can be mended."""
    from tm.errors import TMXError

    kept = f"; before it {_kept(count)}" if count else ""
    if isinstance(failure, TMXError) and failure.line and failure.path and failure.path.is_file():
        return f"{_mendable(failure, failure.path)}{kept}"
    return f"{failure}{kept}"


def _mendable(failure: TMXError, path: Path) -> str:
    """Add the command that mends the file at *path*; in a wrong encoding fix needs its name."""
    from tm.formats.safe_xml import WRONG_BYTES
    from tm.formats.tmx_fragments import is_gb18030

    mend = f"duizhao tm fix {path} -o mended.tmx"
    if failure.problem != WRONG_BYTES:
        return f"{failure}; or mend it with: {mend}"
    if not is_gb18030(path):
        return f"{failure}; or mend it with: {mend}, and --encoding NAME where it has another"
    place, seems = f"{path}:{failure.line}", "it seems to be in GB18030"
    return f"{place}: {failure.problem}, {seems}; mend it with: {mend} --encoding gb18030"
