"""``duizhao terms import`` and ``export``: terms of files into a base, and out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import MemoryPath, change_terms, langs_of, memory_path, open_terms
from aligner.cli.options import Quiet, path_of
from aligner.cli.outputs import refuse_inputs, refuse_suffix
from aligner.cli.progress import counter
from aligner.cli.terminal import counted, say
from aligner.cli.tm_import_command import Origin, print_skipped, tell_failures
from corpora.errors import DuizhaoError, FormatError

if TYPE_CHECKING:
    from tm.formats import Skipped
    from tm.terms import Concept, TermBase, TermsAdded, Which, WrittenConcepts

IMPORT = """Add the terms of files to the base: .tbx (TBX 2, 3 and Min) .tsv .csv .xlsx, glossaries
of OmegaT (.utf8 .tab .txt), and other bases.

The base is kept in the memory, beside its units. A concept that shares a pair of terms with one
that is there completes it; where they contradict each other both are kept, and 'duizhao terms
check' shows them. With --replace what a file says of a concept counts, where one alone in the base
has the very same terms: so a table that was exported, and its statuses, kinds or notes changed in
a spreadsheet, comes back. An empty cell changes nothing, and 'duizhao terms history' shows what was
there before. Columns of a table are told by their names (zh, English, 术语, status, 词性 …),
else by script. What stands before a place where a file is broken is kept.

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
terms are not offered there, but named in the comment.

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
    with change_terms(memory, is_made=True) as base:
        for path in files:
            before = base.count()
            try:
                add = partial(base.add, is_replacing=is_replacing)
                _import_file(add, path, tags, origin=origin, quiet=quiet)
            except StoreError:  # the others would fare no better
                raise
            except (DuizhaoError, OSError) as error:
                kept = counted(base.count() - before, "new concept")
                failures.append(f"{error}; before it {kept} came in")
        if not quiet:
            say(f"{memory_path(memory)}: {counted(base.count(), 'concept')}", "dim")
    tell_failures(failures, len(files))


def _import_file(
    add: Callable[..., TermsAdded],
    path: Path,
    langs: tuple[str, str] | None,
    *,
    origin: str,
    quiet: bool,
) -> None:
    told: list[Skipped] = []
    with counter(f"Importing {path.name}", quiet=quiet, noun="concepts") as progress:
        concepts = _concepts_in(path, langs, told)
        added = add(concepts, origin=origin or path.name, progress=progress)
    if not quiet:
        _print_added(path, added, told)


def _concepts_in(
    path: Path, langs: tuple[str, str] | None, told: list[Skipped]
) -> Iterator[Concept]:
    """Yield the concepts of a file, or of another base, with their terms in *langs*."""
    from tm.schema import is_database
    from tm.terms import read_concepts
    from tm.terms.files.plain import in_languages

    if not is_database(path):
        yield from read_concepts(path, langs=langs, skipped=told.append)
        return
    with open_terms(path) as other:
        chosen = (in_languages(concept, langs) for concept in other.concepts())
        yield from (concept for concept in chosen if concept.terms)


def _print_added(path: Path, added: TermsAdded, told: Sequence[Skipped]) -> None:
    """Say what became of the concepts of a file, and what of it was passed over and why."""
    from tm.terms.faults import FAULTS

    refused = sum(added.refused.values())
    changed = f"{added.changed:,} changed, " if added.changed else ""
    known = f"{changed}{added.joined:,} completed, {added.repeated:,} there already"
    say(f"{path}: {added.new:,} new, {known}" + (f", {refused:,} left out" if refused else ""))
    print_skipped(told)
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
    with open_terms(memory) as base:
        rejected = 0 if "rejected" in which.reviews else _count_rejected(base, which)
        written = write_concepts(output, base.concepts(which), langs=tags, tbx=tbx or 2)
    if not quiet:
        _print_written(output, written, rejected)


def _count_rejected(base: TermBase, which: Which) -> int:
    return base.count(replace(which, reviews=("rejected",)))


def _print_written(output: Path, written: WrittenConcepts, rejected: int) -> None:
    left_out = Counter({LEFT_OUT[code]: n for code, n in written.left_out.items()})
    left_out["rejected"] += rejected
    told = ", ".join(f"{number:,} {reason}" for reason, number in left_out.items() if number)
    rows = f" in {counted(written.rows, 'row')}" if written.rows != written.concepts else ""
    line = f"written: {output}: {counted(written.concepts, 'concept')}{rows}"
    say(f"{line}; left out: {told}" if told else line)


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
