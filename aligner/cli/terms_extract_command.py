"""``duizhao terms extract``: the terms of a bitext, into a file or a term base."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import MEMORY, MOST, Langs, langs_of
from aligner.cli.options import EncoderName, QuietButFound, path_of
from aligner.cli.outputs import check_writable, refuse_inputs, refuse_suffix
from aligner.cli.progress import progress_bar
from aligner.cli.terminal import counted, fitted, say
from aligner.cli.terms_input import Files, encoder_called, units_of
from corpora.errors import FormatError
from tm.extraction.threshold import THRESHOLD

if TYPE_CHECKING:
    from tm.extraction import TermCandidate

HELP = f"""Find the terms of a bitext: names, titles, legal and institutional terms, countries,
acronyms, each with its translation.

Reads files of pairs (.tmx .xlf .sdlxliff .mqxliff .po .tsv .csv .xlsx), memories, or the two
versions of a document, which are aligned first. Without -o the best are printed.

\b
From a memory, or from the two versions of a report:
  duizhao terms extract report.tmx -o terms.tbx
  duizhao terms extract report.zh.docx report.en.docx -o terms.xlsx
Into the term base, to be decided on one by one:
  duizhao terms extract report.tmx -o ~/terms.db
  duizhao terms review -m ~/terms.db
Everything that may be a term, down to doubtful ones:
  duizhao terms extract report.tmx --all -o candidates.tsv

The suffix of OUT chooses the format. A .tsv, .csv or .xlsx has a row for each pair of terms, with
its kind, count, score, paragraphs, the sentences it was found in, its association (log-likelihood
ratio), and the numbers, in what was read, of the pairs of sentences where it stands; a .tbx,
.utf8 (a glossary of OmegaT) or memory (.db) has concepts: a full form, its short forms and its
acronym are one.

The count is that of all pairs of sentences that hold both terms, the English one in any number
and case. A single word inside a longer name does not count on both sides, as Mexico in Mexico
City, unless it stands nowhere else. Paragraphs and numbers of pairs are those, 1,000 at most.

A score of 0.8 means that about 8 of 10 such pairs are right, in texts like the report of the
United Nations that scores were fitted to; elsewhere it tells no more than the order. By default
what scores less than {THRESHOLD} is left out; --all has it.

Exit status: 0 done, 2 wrong usage, 3 a file cannot be read or written, or has no pair of a
Chinese and an English text.
"""
TABLES = (".tsv", ".csv", ".xlsx")
WRITTEN = (*TABLES, ".tbx", ".utf8", MEMORY)
PARAGRAPHS = 3  # that are printed
COLUMNS = ("score", "n", "kind", "Chinese", "English", "paragraphs")
SPARE = (2, 1, 5, 0)  # columns that a narrow terminal does without, the first one first

Output = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        parser=path_of,
        metavar="OUT",
        show_default=False,
        help="File to write: .tbx .tsv .csv .xlsx .utf8; a memory (.db) is added to. Give it again "
        "for more.",
    ),
]
All = Annotated[bool, typer.Option("--all", help="Also what is probably wrong.")]
MinScore = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=1,
        metavar="P",
        help=f"Least score, 0 to 1. [default: {THRESHOLD}]",
        show_default=False,
    ),
]
Limit = Annotated[
    int, typer.Option(min=1, max=MOST, metavar="N", help="Most terms to print without -o.")
]


def extract(  # noqa: PLR0913 - one parameter an option
    files: Files,
    *,
    output: Output = None,
    is_all: All = False,
    min_score: MinScore = None,
    limit: Limit = 30,
    langs: Langs = None,
    encoder: EncoderName = "default",
    quiet: QuietButFound = False,
) -> None:
    """Extract terms, write or print them, and say how many there are more."""
    if is_all and min_score is not None:
        raise typer.BadParameter("it contradicts --all", param_hint="--min-score")
    outputs = output or []
    _check(outputs, files)
    tags = langs_of(langs)
    found = _candidates(files, encoder, tags, quiet=quiet)
    least = 0.0 if is_all else THRESHOLD if min_score is None else min_score
    kept = [candidate for candidate in found if candidate.score >= least]
    if found and not kept:
        _refuse_files(outputs, len(found))
    for path in outputs:
        _write(path, kept, files, quiet=quiet)
    if not outputs:
        _print(kept[:limit])
    if not quiet:
        _tell_rest(found, kept, 0 if outputs else len(kept) - limit)


def _check(outputs: Sequence[Path], files: Sequence[Path]) -> None:
    """Refuse, before anything is read, what cannot be written."""
    for path in outputs:
        refuse_suffix(path, WRITTEN)
    refuse_inputs((path for path in outputs if path.suffix.lower() != MEMORY), files)
    check_writable(outputs)


def _refuse_files(outputs: Sequence[Path], left: int) -> None:
    """Say why nothing is written into a file, which cannot be without terms as a base can.

    Raises:
        FormatError: one of *outputs* is such a file.
    """
    for path in outputs:
        if path.suffix.lower() != MEMORY:
            problem = f"not written: {counted(left, 'candidate')} below the least score"
            raise FormatError(problem, path, remedy="--all has them")


def _candidates(
    files: Sequence[Path], encoder: str, langs: tuple[str, str] | None, *, quiet: bool
) -> list[TermCandidate]:
    from aligner.static import StaticEncoder
    from tm.extraction import extract_terms

    model = encoder_called(encoder)
    units = units_of(files, model, langs, quiet=quiet)
    with progress_bar("Looking for terms", quiet=quiet) as progress:
        return extract_terms(
            units,
            similarity=model.encode,
            progress=progress,
            second_process=isinstance(model, StaticEncoder) and _processors() > 1,
        )  # other models are too large to have twice


def _processors() -> int:
    """Return the processors this process may use, fewer than there are in a container."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS, nor on Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _write(
    output: Path, kept: Sequence[TermCandidate], files: Sequence[Path], *, quiet: bool
) -> None:
    if output.suffix.lower() == MEMORY:
        _add(output, kept, files, quiet=quiet)
        return
    from tm.terms import write_candidates

    written = write_candidates(output, kept)
    if not quiet:
        is_table = output.suffix.lower() in TABLES
        extent = counted(written.rows, "pair") if is_table else counted(written.concepts, "concept")
        say(f"written: {output}: {extent}")


def _add(
    output: Path, kept: Sequence[TermCandidate], files: Sequence[Path], *, quiet: bool
) -> None:
    """Add the concepts as candidates to the term base of a memory, made if it is not there."""
    from tm.extraction import concepts_of
    from tm.terms import TermBase

    with TermBase(output) as base:
        added = base.add(concepts_of(kept), origin=" | ".join(path.name for path in files))
    if not quiet:
        known = f"{added.joined:,} completed, {added.repeated:,} there already"
        say(f"{output}: {counted(added.new, 'new concept')}, {known}")
        if added.new:
            say(f"Decide on them with: duizhao terms review -m {output}", "dim")


def _print(kept: Sequence[TermCandidate]) -> None:
    rows = [COLUMNS]
    for one in kept:
        labels = one.paragraphs or [f"pair {number:,}" for number in one.pairs]
        where = ", ".join(labels[:PARAGRAPHS]) + (" …" if len(labels) > PARAGRAPHS else "")
        rows.append((f"{one.score:.2f}", f"{one.count:,}", one.kind, one.zh, one.en, where))
    if kept:
        for line in fitted(rows, right=(0, 1), spare=SPARE):
            say(line)
    else:
        say("No terms found.", "dim")


def _tell_rest(
    found: Sequence[TermCandidate], kept: Sequence[TermCandidate], unprinted: int
) -> None:
    if unprinted > 0:
        say(f"{unprinted:,} more with lower scores: -o terms.tsv writes all, --limit prints more")
    if len(found) > len(kept):
        left = counted(len(found) - len(kept), "candidate")
        say(f"{left} below the least score: --all has them", "dim")
