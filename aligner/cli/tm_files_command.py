"""``duizhao tm`` on files: into a memory, out of it, and files joined, cut and cleared of twins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import (
    MOST,
    Conditions,
    Langs,
    LangTags,
    MemoryPath,
    change_memory,
    langs_of,
    memory_path,
    open_memory,
    where_of,
)
from aligner.cli.options import Quiet, path_of
from aligner.cli.outputs import refuse_inputs, told_of
from aligner.cli.progress import counter
from aligner.cli.terminal import say, warn
from corpora.errors import DuizhaoError, FormatError

if TYPE_CHECKING:
    from tm import Written
    from tm.formats import Skipped
    from tm.intake import Added
    from tm.memory import Memory
    from tm.splitting import Part
    from tm.stored import Stored

ONE_TARGET = frozenset({".tmx"})  # files whose readers take one target of a source

IMPORT = """Add the units of files to a memory: .tmx .xlf .sdlxliff .mqxliff .po .tsv .csv .xlsx
.docx (tables), also .tmx.gz and zip archives of .tmx.

A unit that is there already, with the same texts at the same place, counts as used once more. An
interrupted import goes on where it was when it is given again.

\b
  duizhao tm import memory.tmx older.xlsx
  duizhao tm import terms.csv --langs zh-TW,en-US --origin "agency glossary"

Exit status: 0 done, 2 wrong usage, 3 a file cannot be read (the others are imported all the
same) or the memory cannot be written.
"""
EXPORT = """Write the units of a memory to a file: .tmx .tsv .csv .xlsx .xlf, by its suffix.

A .tmx gets one target for each source, the best: confirmed rather than by machine, surest,
newest. The other formats get every unit.

\b
  duizhao tm export -o memory.tmx
  duizhao tm export -o council.xlsx --where document=A/78 --where date=2020..
  duizhao tm export -o taiwan.tmx --lang-tags zh-TW,en-GB

Exit status: 0 done, 2 wrong usage, 3 the memory cannot be read or the file not written.
"""
MERGE = """Join files of units into one; of several targets of a source the best stays.

Confirmed is better than by machine, then surer, newer, earlier in the list. Reads and writes what
'import' and 'export' do; no memory is touched.

\b
  duizhao tm merge council.tmx committee.tmx older.xlsx -o everything.tmx

Exit status: 0 done, 2 wrong usage, 3 a file cannot be read or written.
"""
SPLIT = """Cut a file of units into several in a folder, which is made if need be.

\b
Parts of 10,000 units, everything-001.tmx and so on:
  duizhao tm split everything.tmx -o parts --units 10000
A file for each document:
  duizhao tm split everything.tmx -o parts --by-document

Exit status: 0 done, 2 wrong usage, 3 the file cannot be read or the parts not written.
"""
DEDUPE = """Keep one of the units with equal texts, the best, whatever their places.

Without a file it works on the memory, and the uses of what goes are added to what stays; so does
its origin. Looking a text up shows such units once in any case.

\b
  duizhao tm dedupe
  duizhao tm dedupe memory.tmx -o fewer.tmx

Exit status: 0 done, 2 wrong usage, 3 a file or the memory cannot be read or written.
"""

Files = Annotated[
    list[Path],
    typer.Argument(parser=path_of, metavar="FILE…", show_default=False, help="Files of units."),
]
OneFile = Annotated[
    Path,
    typer.Argument(parser=path_of, metavar="FILE", show_default=False, help="A file of units."),
]
MaybeFile = Annotated[
    Path | None,
    typer.Argument(
        parser=path_of, metavar="FILE", show_default=False, help="A file; without it the memory."
    ),
]
Output = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        parser=path_of,
        metavar="OUT",
        show_default=False,
        help="File to write; one that is there is replaced.",
    ),
]
MaybeOutput = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", parser=path_of, metavar="OUT", help="File to write, if FILE is given."
    ),
]
Folder = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        parser=path_of,
        metavar="DIR",
        show_default=False,
        help="Folder for the parts.",
    ),
]
Origin = Annotated[
    str, typer.Option(metavar="NAME", help="Name them so. [default: the name of the file]")
]
Units = Annotated[
    int | None, typer.Option("--units", min=1, max=MOST, metavar="N", help="Units a part.")
]
ByDocument = Annotated[bool, typer.Option("--by-document", help="A part for each document.")]


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
    failures: list[DuizhaoError | OSError] = []
    if not any(path.exists() for path in files):  # make no memory for nothing
        raise FormatError("no such file", files[0], remedy="check the name")
    with change_memory(memory, is_made=True) as opened:
        for path in files:
            try:
                _import_one(opened, path, tags, origin, quiet=quiet)
            except StoreError:  # the others would fare no better
                raise
            except (DuizhaoError, OSError) as error:
                failures.append(error)
        if not quiet:
            say(f"{memory_path(memory)}: {opened.count():,} units", "dim")
    _tell_failures(failures, len(files))


def _import_one(
    memory: Memory, path: Path, langs: tuple[str, str] | None, origin: str, *, quiet: bool
) -> None:
    left_out: list[Skipped] = []
    with counter(f"Importing {path.name}", quiet=quiet) as progress:
        added = memory.import_file(
            path, langs=langs, origin=origin, skipped=left_out.append, progress=progress
        )
    if not quiet:
        _print_added(path, added, left_out)


def _print_added(path: Path, added: Added, left_out: Sequence[Skipped]) -> None:
    refused = len(left_out) + sum(added.refused.values())
    say(
        f"{path}: {added.new:,} new, {added.repeated:,} there already"
        + (f", {refused:,} left out" if refused else "")
    )
    _print_skipped(left_out)
    for reason, number in added.refused.items():
        say(f"  {number:,} × {_REFUSED.get(reason, reason)}", "doubt")


def _print_skipped(left_out: Sequence[Skipped]) -> None:
    counts = Counter(skipped.problem for skipped in left_out)
    first = {skipped.problem: skipped.line for skipped in reversed(left_out)}
    for problem, number in counts.most_common():
        say(f"  {number:,} × {problem}, the first at line {first[problem]}", "doubt")


_REFUSED = {
    "language": "fewer than two languages, or one of them twice",
    "empty": "a side without text",
    "characters": "characters that UTF-8 cannot hold",
}


def _tell_failures(failures: Sequence[DuizhaoError | OSError], total: int) -> None:
    if len(failures) == 1 == total:
        raise FormatError(_with_hint(failures[0])) from failures[0]
    for failure in failures:
        warn(_with_hint(failure))
    if failures:
        raise FormatError(f"{len(failures)} of {total} files could not be imported")


def _with_hint(failure: DuizhaoError | OSError) -> str:
    """Return what is to be said of *failure*; a broken TMX can be mended."""
    from tm.errors import TMXError

    if isinstance(failure, TMXError) and failure.line and failure.path and failure.path.is_file():
        return f"{failure}; or mend it with: duizhao tm fix {failure.path} -o mended.tmx"
    return str(failure)


def export_memory(
    *,
    output: Output,
    memory: MemoryPath = None,
    conditions: Conditions = None,
    lang_tags: LangTags = None,
    quiet: Quiet = False,
) -> None:
    """Write what is meant and say how much that was."""
    where, tags = where_of(conditions), langs_of(lang_tags, "--lang-tags")
    refuse_inputs([output], [memory_path(memory)])
    with open_memory(memory) as opened:
        is_best_only = output.suffix.lower() in ONE_TARGET
        found = opened.stored(where, is_best_only=is_best_only)
        written = _write(output, opened, found, tags)
        others = opened.count(where) - written.units - len(written.skipped) if is_best_only else 0
    if not quiet:
        _print_written(output, written, others)


def merge_files(
    files: Files, *, output: Output, lang_tags: LangTags = None, quiet: Quiet = False
) -> None:
    """Read all files into a memory that is thrown away, and write the best of it."""
    tags = langs_of(lang_tags, "--lang-tags")
    refuse_inputs([output], files)
    with _scratch(files, tags, quiet=quiet) as (memory, repeated):
        written = _write(output, memory, memory.stored(is_best_only=True), tags)
        others = memory.count() - written.units - len(written.skipped)
    if not quiet:
        _print_written(output, written, others, repeated)


def dedupe_units(
    file: MaybeFile = None,
    *,
    output: MaybeOutput = None,
    memory: MemoryPath = None,
    lang_tags: LangTags = None,
    quiet: Quiet = False,
) -> None:
    """Drop twins from a memory, or write a file without them."""
    tags = langs_of(lang_tags, "--lang-tags")
    if (file is None) != (output is None):
        raise typer.BadParameter("FILE and -o go together", param_hint="-o")
    if file is None or output is None:
        with change_memory(memory) as opened:
            gone = opened.dedupe()
        if not quiet:
            say(f"{gone:,} units removed that others repeat")
        return
    refuse_inputs([output], [file])
    with _scratch([file], tags, quiet=quiet) as (scratch, repeated):
        gone = scratch.dedupe()
        written = _write(output, scratch, scratch.stored(), tags)
    if not quiet:
        _print_written(output, written, repeated=repeated + gone)


@contextmanager
def _scratch(
    files: Sequence[Path], langs: tuple[str, str] | None, *, quiet: bool
) -> Iterator[tuple[Memory, int]]:
    """Read *files* into a memory on disk that is gone afterwards; tell how many repeat others."""
    from tempfile import TemporaryDirectory

    from tm.memory import Memory

    with TemporaryDirectory(prefix="duizhao-") as folder, Memory(Path(folder) / "m.db") as memory:
        repeated = 0
        for path in files:
            left_out: list[Skipped] = []
            with counter(f"Reading {path.name}", quiet=quiet) as progress:
                added = memory.import_file(
                    path, langs=langs, skipped=left_out.append, progress=progress
                )
            repeated += added.repeated
            if (left_out or added.refused) and not quiet:
                _print_added(path, added, left_out)
        yield memory, repeated


def _write(
    output: Path, memory: Memory, found: Iterable[Stored], tags: tuple[str, str] | None
) -> Written:
    """Write what was *found* in two languages, by default those of the first unit."""
    from tm.formats import write_units

    rows = iter(found)
    first = next(rows, None)
    units = (row.unit for row in chain([first] if first else [], rows))
    srclang, tgtlang = tags or _usual_tags(memory, first)
    return write_units(output, units, srclang=srclang, tgtlang=tgtlang)


def _usual_tags(memory: Memory, first: Stored | None) -> tuple[str, str]:
    """Return, for the two languages of the *first* unit, the tags that *memory* has most of."""
    from corpora.types import EN, ZH

    if first is None:
        return ZH.tag, EN.tag
    known = [lang for lang, _ in memory.stats().variants]
    source, target = (
        next(tag for tag in known if tag.split("-")[0] == variant.lang.split("-")[0])
        for variant in first.unit.variants[:2]
    )
    if source == target:  # Chinese to Chinese
        return first.unit.variants[0].lang, first.unit.variants[1].lang
    return source, target


def _print_written(output: Path, written: Written, others: int = 0, repeated: int = 0) -> None:
    left_out = [f"{repeated:,} repeated in what was read"] if repeated else []
    left_out += [f"{others:,} of a source that stands there with a better target"] if others else []
    say(f"written: {output}: {told_of(written, *left_out)}")


def split_file(  # noqa: PLR0913 - one parameter an option
    file: OneFile,
    *,
    output: Folder,
    units: Units = None,
    by_document: ByDocument = False,
    lang_tags: LangTags = None,
    quiet: Quiet = False,
) -> None:
    """Write the parts of *file* and say how many there are."""
    from tm.splitting import split_units

    if (units is None) != by_document:
        raise typer.BadParameter("give --units N or --by-document", param_hint="--units")
    tags = langs_of(lang_tags, "--lang-tags")
    left_out: list[Skipped] = []
    parts = split_units(file, output, size=units, langs=tags, skipped=left_out.append)
    if not quiet:
        _print_skipped(left_out)
        _print_parts(parts, output)


def _print_parts(parts: Sequence[Part], folder: Path) -> None:
    for part in parts:
        if part.written.skipped:
            say(f"{part.path}: {told_of(part.written)}")
    total = sum(part.written.units for part in parts)
    say(f"written into {folder}: {len(parts):,} files, {total:,} pairs")
