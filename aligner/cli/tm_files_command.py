"""``duizhao tm`` on files: out of a memory, and files joined, cut and cleared of twins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import (
    MOST,
    Conditions,
    LangTags,
    MemoryPath,
    change_memory,
    hint_at_origin,
    langs_of,
    memory_path,
    open_memory,
    where_of,
)
from aligner.cli.options import Quiet, path_of
from aligner.cli.outputs import refuse_inputs, refuse_suffix, told_of
from aligner.cli.progress import counter
from aligner.cli.terminal import counted, say
from aligner.cli.tm_import_command import Files, print_added, print_skipped
from corpora.errors import FormatError

if TYPE_CHECKING:
    from tm import Written
    from tm.formats import Skipped
    from tm.memory import Memory
    from tm.splitting import Part
    from tm.stored import Stored
    from tm.where import Where

ONE_TARGET = frozenset({".tmx"})  # files whose readers take one target of a source

EXPORT = """Write the units of a memory to a file: .tmx .tsv .csv .xlsx .xlf, by its suffix.

A .tmx gets one target for each source, the best: confirmed rather than by machine, surest, with
inline codes, newest. The other formats get every unit. Where no unit is meant nothing is written.

\b
  duizhao tm export -o memory.tmx
  duizhao tm export -o council.xlsx --where document=A/78 --where date=2020..
  duizhao tm export -o taiwan.tmx --lang-tags zh-TW,en-GB

Exit status: 0 done, 2 wrong usage, 3 the memory cannot be read, there is nothing to write or it
cannot be written.
"""
MERGE = """Join files of units into one; of several targets of a source the best stays.

Confirmed is better than by machine, then surer, with inline codes, newer, earlier in the list.
Reads and writes what 'import' and 'export' do; no memory is touched. Without a unit nothing is
written.

\b
  duizhao tm merge council.tmx committee.tmx older.xlsx -o everything.tmx

Exit status: 0 done, 2 wrong usage, 3 a file cannot be read or written.
"""
SPLIT = """Cut a file of units into several in a folder, which is made if need be.

Parts that are there are replaced. A folder with parts of an earlier run that would stay, because
this run has fewer, is refused; by document, one with any other file of the same kind.

\b
Parts of 10,000 units, everything-001.tmx and so on:
  duizhao tm split everything.tmx -o parts --units 10000
A file for each document:
  duizhao tm split everything.tmx -o parts --by-document

Exit status: 0 done, 2 wrong usage, 3 the file cannot be read or the parts not written.
"""
DEDUPE = """Keep one of the units with equal texts, the best, whatever their places.

Without a file it works on the memory: what stays gets the uses and the origins of what goes. With
a file no memory is touched. Looking a text up shows such units once in any case.

\b
  duizhao tm dedupe
  duizhao tm dedupe memory.tmx -o fewer.tmx

Exit status: 0 done, 2 wrong usage, 3 a file or the memory cannot be read or written.
"""

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
Units = Annotated[
    int | None, typer.Option("--units", min=1, max=MOST, metavar="N", help="Units a part.")
]
ByDocument = Annotated[bool, typer.Option("--by-document", help="A part for each document.")]


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
    _refuse_unknown(output)
    refuse_inputs([output], [memory_path(memory)])
    with open_memory(memory) as opened:
        hint_at_origin(opened, where)
        is_best_only = output.suffix.lower() in ONE_TARGET
        written = _write(output, opened, tags, where, is_best_only=is_best_only)
        others = opened.count(where) - written.units - len(written.skipped) if is_best_only else 0
    if not quiet:
        _print_written(output, written, others)


def merge_files(
    files: Files, *, output: Output, lang_tags: LangTags = None, quiet: Quiet = False
) -> None:
    """Read all files into a memory that is thrown away, and write the best of it."""
    tags = langs_of(lang_tags, "--lang-tags")
    _refuse_unknown(output)
    refuse_inputs([output], files)
    with _scratch(files, tags, quiet=quiet) as (memory, repeated):
        written = _write(output, memory, tags, is_best_only=True)
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
        if tags:
            raise typer.BadParameter("only for a FILE that is written", param_hint="--lang-tags")
        with change_memory(memory) as opened:
            gone = opened.dedupe()
        if not quiet:
            say(f"{counted(gone, 'unit')} removed that others repeat")
        return
    _refuse_unknown(output)
    refuse_inputs([output], [file])
    with _scratch([file], tags, quiet=quiet) as (scratch, repeated):
        gone = scratch.dedupe()
        written = _write(output, scratch, tags)
    if not quiet:
        _print_written(output, written, repeated=repeated + gone)


def _refuse_unknown(output: Path) -> None:
    from tm.formats import WRITERS

    refuse_suffix(output, WRITERS)


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
                print_added(path, added, left_out)
        yield memory, repeated


def _write(
    output: Path,
    memory: Memory,
    tags: tuple[str, str] | None,
    where: Where | None = None,
    *,
    is_best_only: bool = False,
) -> Written:
    """Write the units that are meant in two languages, by default those of the first unit."""
    from tm.formats import write_units

    first = next(memory.stored(where), None)
    if first is None:
        raise FormatError("not written: there is no unit for it", output)
    srclang, tgtlang = tags or _usual_tags(memory, first)
    found = memory.stored(where, is_best_only=is_best_only, source=srclang)
    return write_units(output, (row.unit for row in found), srclang=srclang, tgtlang=tgtlang)


def _usual_tags(memory: Memory, first: Stored) -> tuple[str, str]:
    """Return, for the two languages of the *first* unit, the tags that *memory* has most of."""
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
        problem = "give one of them, and not both" if by_document else "say how: give one of them"
        raise typer.BadParameter(problem, param_hint="--units N, --by-document")
    tags = langs_of(lang_tags, "--lang-tags")
    left_out: list[Skipped] = []
    parts = split_units(file, output, size=units, langs=tags, skipped=left_out.append)
    if not quiet:
        print_skipped(left_out)
        _print_parts(parts, output)


def _print_parts(parts: Sequence[Part], folder: Path) -> None:
    for part in parts:
        if part.written.skipped:
            say(f"{part.path}: {told_of(part.written)}")
    units = [part.written.units for part in parts if part.written.units]
    total = counted(sum(units), "pair")
    say(f"written into {folder}: {counted(len(units), 'file')}, {total}")
