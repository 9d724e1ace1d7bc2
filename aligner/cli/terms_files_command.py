"""``duizhao terms import`` and ``export``: terms of files into a base, and out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import (
    MemoryPath,
    change_terms,
    is_memory,
    langs_of,
    memory_path,
    open_terms,
)
from aligner.cli.options import Quiet, path_of
from aligner.cli.outputs import check_writable, refuse_inputs, refuse_suffix
from aligner.cli.progress import counter
from aligner.cli.terminal import counted, say
from aligner.cli.tm_import_command import Origin, print_skipped, tell_failures
from corpora.errors import DuizhaoError, FormatError

if TYPE_CHECKING:
    from tm.formats import Skipped
    from tm.terms import Concept, TermBase, TermsAdded, Which, WrittenConcepts
    from tm.terms.files import Layout

IMPORT = """Add the terms of files to the base: .tbx (TBX 2, 3 and Min) .tsv .csv .xlsx, glossaries
of OmegaT (.utf8 .tab .txt), and other bases.

The base is kept in the memory, beside its units. A concept that shares a pair of terms with one
that is there completes it, and so does a row of a table with a status where the translations of
its term have theirs, as with 'duizhao terms add'. Where they contradict each other both are kept,
and 'duizhao terms check' shows them. With --replace what a file says of a concept counts, where one
alone in the base has the very same terms: so a table that was exported, and its statuses, kinds or
notes changed in a spreadsheet, comes back. An empty cell changes nothing: 'duizhao terms change'
empties. 'duizhao terms history' shows what was there before. Columns of a table are told by their
names (zh, English, 术语, status, 词性 …), else by script, below titles; which was taken for what is
told. What stands before a place where a file is broken is kept.

\b
  duizhao terms import agency.tbx glossary.xlsx
  duizhao terms import iate.tbx --langs zh,en --origin IATE
  duizhao terms import omegat/glossary/glossary.txt -m project.db
  duizhao terms import edited.xlsx --replace

Exit status: 0 done, 2 wrong usage, 3 a file cannot be read (the others are imported all the
same) or the base cannot be written.
"""
EXPORT = """Write terms to a file: .tbx .tsv .csv .xlsx .utf8, by its suffix.

A .tbx is TBX-Basic of version 2, which most programs read; --tbx 3 writes the one of 2019. A table
has a row for each pair of terms and every known fact: it can be changed in a spreadsheet and
imported again with --replace; of a concept with several rows the first counts. A .utf8 is a
glossary of OmegaT, from Chinese to English unless --langs says otherwise; deprecated and forbidden
terms are not offered there, but named in the comment; as a source they keep their row, whose
comment warns of them.

Rejected candidates are left out. Where no term is meant nothing is written.

\b
  duizhao terms export -o terms.tbx
  duizhao terms export -o omegat/glossary/terms.utf8 --langs en,zh --accepted
  duizhao terms export -o names.xlsx --where kind=name --where status=preferred

Exit status: 0 done, 2 wrong usage, 3 the base cannot be read, there is nothing to write or it
cannot be written.
"""
_KEYS = ("origin", "kind", "status", "review")
LEFT_OUT = {
    "empty": "without a term in these languages",
    "language": "in a language without a tag",
    "one-language": "without a translation that may be used",
    "too-long": "longer than a cell can be",
}

Files = Annotated[
    list[Path],
    typer.Argument(parser=path_of, metavar="FILE…", show_default=False, help="Files of terms."),
]
TermLangs = Annotated[
    str | None,
    typer.Option(
        "--langs",
        metavar="SOURCE,TARGET",
        help="Only these two languages, as zh,en; also those of a table that says none.",
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
TermConditions = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="KEY=VALUE",
        help="Only concepts for which it holds; give it again for more. origin=NAME of a file "
        "that brought them; kind=name, title, legal, institutional, country, acronym or other; "
        "status=preferred, admitted, deprecated or forbidden, of one of its terms; "
        "review=candidate, accepted or rejected.",
    ),
]
OutputLangs = Annotated[
    str | None,
    typer.Option(
        "--langs",
        metavar="SOURCE,TARGET",
        help="Only these two languages, the source first, as en,zh. [default: all; zh,en in .utf8]",
    ),
]
Accepted = Annotated[
    bool,
    typer.Option("--accepted", help="Leave out candidates that nobody has accepted."),
]
Replace = Annotated[
    bool,
    typer.Option("--replace", help="Change the concepts that have the very terms of a file's."),
]
TbxVersion = Annotated[
    int | None,
    typer.Option("--tbx", min=2, max=3, metavar="2|3", help="Version of a .tbx. [default: 2]"),
]


def import_terms(  # noqa: PLR0913 - one parameter an option
    files: Files,
    *,
    memory: MemoryPath = None,
    langs: TermLangs = None,
    origin: Origin = "",
    is_replacing: Replace = False,
    quiet: Quiet = False,
) -> None:
    """Import each file; go on with the others when one fails."""
    from tm.errors import StoreError

    tags = langs_of(langs)
    if not any(path.exists() for path in files):  # make no memory for nothing
        raise FormatError("no such file", files[0], remedy="check the name")
    refuse_inputs([memory_path(memory)], files)
    failures: list[str] = []
    with ExitStack() as opened:
        base: TermBase | None = None
        for path in files:
            before = _count(base)
            try:
                file = _File(path, tags)  # before a base is made that nothing comes into
                base = base or opened.enter_context(change_terms(memory, is_made=True))
                is_of_pairs = file.is_of_pairs
                add = partial(base.add, is_replacing=is_replacing, is_completing=is_of_pairs)
                _import_file(add, file, origin=origin or path.name, quiet=quiet)
            except StoreError:  # the others would fare no better
                raise
            except (DuizhaoError, OSError) as error:
                kept = _count(base) - before
                before_it = f"; before it {counted(kept, 'new concept')} came in"
                failures.append(f"{error}{before_it if kept else ''}")
        if base and not quiet:
            say(f"{memory_path(memory)}: {counted(base.count(), 'concept')}", "dim")
    tell_failures(failures, len(files))


def _count(base: TermBase | None) -> int:
    return base.count() if base else 0


class _File:
    """A file that is being read: its concepts, and what there is to say of it."""

    def __init__(self, path: Path, langs: tuple[str, str] | None) -> None:
        """Read up to the first concept.

        Raises:
            FormatError: it cannot be read so far.
        """
        self.path = path
        self.told: list[Skipped] = []
        self.layouts: list[Layout] = []
        rest = _concepts_in(path, langs, self.told.append, self.layouts.append)
        self.concepts = chain(list(islice(rest, 1)), rest)

    @property
    def is_of_pairs(self) -> bool:
        """Whether its rows are pairs that it does not gather into concepts."""
        return bool(self.layouts) and not any(layout.has_numbers for layout in self.layouts)


def _import_file(add: Callable[..., TermsAdded], file: _File, *, origin: str, quiet: bool) -> None:
    with counter(f"Importing {file.path.name}", quiet=quiet, noun="concepts") as progress:
        added = add(file.concepts, origin=origin, progress=progress)
    if not quiet:
        _print_added(file, added)


def _concepts_in(
    path: Path,
    langs: tuple[str, str] | None,
    skipped: Callable[[Skipped], None],
    seen: Callable[[Layout], None],
) -> Iterator[Concept]:
    """Yield the concepts of a file, or of another base, with their terms in *langs*."""
    from tm.errors import StoreError
    from tm.formats.skipped import Reporter
    from tm.terms import READERS, read_concepts
    from tm.terms.files.plain import chosen_of

    if not is_memory(path, READERS):
        yield from read_concepts(path, langs=langs, skipped=skipped, seen=seen)
        return
    reporter = Reporter(path, skipped)
    try:
        with open_terms(path) as other:
            found = (chosen_of(one, langs, reporter, int(one.id)) for one in other.concepts())
            yield from filter(None, found)
    except StoreError as error:  # of this file alone: others may be whole
        raise FormatError(error.problem, path, remedy=error.remedy) from error


def _print_added(file: _File, added: TermsAdded) -> None:
    """Say what became of the concepts of a file, and what of it was passed over and why."""
    from tm.terms.faults import FAULTS
    from tm.terms.files import summary

    refused = sum(added.refused.values())
    changed = f"{added.changed:,} changed, " if added.changed else ""
    known = f"{changed}{added.joined:,} completed, {added.repeated:,} there already"
    left_out = f", {refused:,} left out" if refused else ""
    say(f"{file.path}: {added.new:,} new, {known}{left_out}")
    for line in filter(None, dict.fromkeys(map(summary, file.layouts))):
        say(f"  {line}", "dim")
    print_skipped(file.told)
    for code, number in added.refused.items():
        say(f"  {number:,} × {FAULTS[code]}", "doubt")
    if added.contradicting:
        new = counted(added.contradicting, "new concept")
        say(
            f"  {new} with another status for a term than the base has: duizhao terms check",
            "doubt",
        )


def export_terms(  # noqa: PLR0913 - one parameter an option
    *,
    output: Output,
    memory: MemoryPath = None,
    conditions: TermConditions = None,
    accepted: Accepted = False,
    langs: OutputLangs = None,
    tbx: TbxVersion = None,
    quiet: Quiet = False,
) -> None:
    """Write what is meant and say how much that was, and what was left out."""
    from tm.terms import WRITERS, write_concepts

    refuse_suffix(output, WRITERS)
    if tbx and output.suffix.lower() != ".tbx":
        raise typer.BadParameter("only for a .tbx", param_hint="--tbx")
    which, tags = which_of(conditions, is_accepted=accepted), langs_of(langs)
    refuse_inputs([output], [memory_path(memory)])
    check_writable([output])
    with open_terms(memory) as base:
        if accepted:
            _check_accepted(base, which, output)
        rejected = 0 if "rejected" in which.reviews else _count_rejected(base, which)
        written = write_concepts(output, base.concepts(which), langs=tags, tbx=tbx or 2)
    if not quiet:
        _print_written(output, written, rejected)


def _count_rejected(base: TermBase, which: Which) -> int:
    return base.count(replace(which, reviews=("rejected",)))


def _check_accepted(base: TermBase, which: Which, output: Path) -> None:
    """Say that nothing is accepted where candidates wait to be.

    Raises:
        FormatError: so it is.
    """
    waiting = base.count(replace(which, reviews=("candidate",)))
    if waiting and not base.count(which):
        problem = f"not written: of {counted(waiting, 'candidate')} none is accepted yet"
        remedy = "accept some with: duizhao terms review, or leave --accepted out"
        raise FormatError(problem, output, remedy=remedy)


def _print_written(output: Path, written: WrittenConcepts, rejected: int) -> None:
    left_out = Counter({LEFT_OUT[code]: n for code, n in written.left_out.items()})
    left_out["rejected"] += rejected
    told = ", ".join(f"{number:,} {reason}" for reason, number in left_out.items() if number)
    line = f"written: {output}: {extent_of(written)}"
    say(f"{line}; left out: {told}" if told else line)
    if written.missing:
        say(f"  no term in {' or '.join(written.missing)}", "doubt")


def extent_of(written: WrittenConcepts) -> str:
    """Return how many concepts a file got, and on how many rows where these are more."""
    rows = f" in {counted(written.rows, 'row')}" if written.rows != written.concepts else ""
    return f"{counted(written.concepts, 'concept')}{rows}"


def which_of(conditions: Sequence[str] | None, *, is_accepted: bool = False) -> Which:
    """Return the concepts that ``KEY=VALUE`` *conditions* mean; rejected ones only if asked for."""
    from tm.terms import Which
    from tm.terms.concept import KINDS, REVIEWS, STATUSES

    known = {"kind": KINDS, "status": STATUSES, "review": REVIEWS}
    found: dict[str, str] = {}
    for condition in conditions or ():
        key, _, value = (part.strip() for part in condition.partition("="))
        if key not in _KEYS or not value:
            raise _wrong(f"{condition!r} is not KEY=VALUE with one of the keys {', '.join(_KEYS)}")
        if value not in known.get(key, (value,)):
            raise _wrong(f"{value!r} is no {key}; use one of {', '.join(known[key])}")
        if key in found:
            raise _wrong(f"{key} is given twice, and both would have to hold")
        found[key] = value
    review = found.pop("review", "")
    if review and is_accepted:
        raise _wrong("review=… and --accepted do not go together")
    reviews = (review,) if review else ("", "accepted", *(() if is_accepted else ("candidate",)))
    origin, kind, status = (found.get(key, "") for key in ("origin", "kind", "status"))
    return Which(origin, kind, reviews, status)


def _wrong(problem: str) -> typer.BadParameter:
    return typer.BadParameter(problem, param_hint="--where")
