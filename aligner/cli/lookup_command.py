"""``duizhao lookup``: matches of a text or of a file's segments, and a file filled with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.matches import match_object, print_match
from aligner.cli.memory_options import (
    MOST,
    AsJson,
    Langs,
    MemoryPath,
    langs_of,
    open_memory,
    text_of,
)
from aligner.cli.options import Quiet, path_of
from aligner.cli.outputs import refuse_inputs
from aligner.cli.progress import progress_bar
from aligner.cli.terminal import counted, cut, say, say_object, screen_width, table

if TYPE_CHECKING:
    from tm.analysis import Band
    from tm.formats.fill import Applied, Stripped
    from tm.lookup import Lookup, Match
    from tm.memory import Memory

HELP = """Look a text up in a memory: equal in equal context, equal, or alike.

Scores are 0–100: 100 is the same text, 101 the same between the same neighbours; below it, the
share of characters that need no change, case, width and traditional characters aside, 99 at most.
In the source of a match, what your text lacks is struck out and what it adds put in: [-12-]{+13+}
where there are no colours. Machine translation that nobody confirmed loses 10 points, a doubtful
alignment 5, traditional characters where simplified ones are wanted, or the reverse, 5.

\b
One sentence, in either language; "-" reads it from standard input:
  duizhao lookup "会议通过了议程。"
  duizhao lookup "会议通过了议程。" --before "主席宣布会议开幕。" --limit 1
How much of a file does the memory know?
  duizhao lookup --file report.xlf
Fill what is not translated yet (.xlf .sdlxliff .mqxliff .po, a .docx table):
  duizhao lookup --file report.xlf --apply report.en.xlf --min-score 85

A file keeps its format, and is filled in the language it states; a draft that is there stays. What
is filled with an exact match is marked as translated; the rest is for review: a draft in .sdlxliff,
fuzzy in .po, the state in .xlf; a .mqxliff gets all of it as pre-translated, a .docx shows no
difference.

Exit status: 0 done, with or without matches, 2 wrong usage, 3 the memory or a file cannot be
read or written.
"""

SHOWN = 5  # segments without their codes that are named

Text = Annotated[
    str | None,
    typer.Argument(
        metavar="TEXT", show_default=False, help="What to look up; - reads it from standard input."
    ),
]
MinScore = Annotated[
    int, typer.Option(min=1, max=100, metavar="N", help="Least score of a match, 1 to 100.")
]
Limit = Annotated[int, typer.Option(min=1, max=MOST, metavar="N", help="Most matches to print.")]
Before = Annotated[str, typer.Option(metavar="TEXT", help="What stands before it in your text.")]
After = Annotated[str, typer.Option(metavar="TEXT", help="What stands after it in your text.")]
File = Annotated[
    Path | None,
    typer.Option(
        "--file",
        parser=path_of,
        metavar="FILE",
        help="Look up every segment of a file (.xlf .sdlxliff .mqxliff .po .tsv .csv .xlsx, a "
        "table in a .docx, a .txt of lines; else the sentences of a .docx .html .pdf), and print "
        "how many match how well.",
    ),
]
Apply = Annotated[
    Path | None,
    typer.Option(
        "--apply",
        parser=path_of,
        metavar="OUT",
        help="Write FILE to OUT, in the same format, what is not translated filled with the best "
        "match; below 100, or without the codes of its source, it is marked for review where the "
        "format can.",
    ),
]


def look_up(  # noqa: PLR0913 - one parameter an option
    text: Text = None,
    *,
    memory: MemoryPath = None,
    min_score: MinScore = 70,
    limit: Limit = 5,
    before: Before = "",
    after: After = "",
    langs: Langs = None,
    file: File = None,
    apply: Apply = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Look up a text, analyse a file or fill it."""
    from tm.lookup import Context, Lookup
    from tm.pretranslate import answers_of, pretranslate

    tags = langs_of(langs)
    settings = Lookup(min_score, limit if file is None else 1, tags[1] if tags else "")
    context = Context(before, after)
    _check_usage(text, file, apply, has_context=any(context))
    with open_memory(memory) as opened:
        if file is None:
            wanted = text_of(text or "")
            matches = opened.lookup(wanted, context=context, settings=settings)
            _print_matches(matches, wanted, min_score, as_json=as_json)
        elif apply is None:
            bands = _bands(opened, file, tags, settings, quiet=quiet or as_json)
            _print_bands(bands, file, as_json=as_json)
        else:
            applied = pretranslate(file, apply, answers_of(opened, settings), langs=tags)
            if as_json or not quiet:
                _print_applied(applied, apply, as_json=as_json)


def _check_usage(
    text: str | None, file: Path | None, apply: Path | None, *, has_context: bool
) -> None:
    if (text is None) == (file is None):
        raise typer.BadParameter("give a text, or a file with --file", param_hint="TEXT")
    if file is None and apply is not None:
        raise typer.BadParameter("it needs --file, the file to fill", param_hint="--apply")
    if file is not None and has_context:
        raise typer.BadParameter("a file has its own context", param_hint="--before, --after")
    if file is not None and apply is not None:
        _refuse_unfillable(file)
        if apply.suffix.lower() != file.suffix.lower():
            raise typer.BadParameter(
                f"{file.suffix} stays {file.suffix}; end {apply} in it", param_hint="--apply"
            )
        refuse_inputs([apply], [file])


def _refuse_unfillable(file: Path) -> None:
    """Refuse a file whose kind nothing is put into; an .xml may be one, by what is inside."""
    from tm.pretranslate import FILLERS

    suffix = file.suffix.lower()
    if suffix not in (*FILLERS, ".xml"):
        problem = f"a {suffix or 'file without suffix'} cannot be filled; --apply takes "
        raise typer.BadParameter(problem + " ".join(sorted(FILLERS)), param_hint="--apply")


def _print_matches(matches: Sequence[Match], query: str, min_score: int, *, as_json: bool) -> None:
    if as_json:
        say_object({"query": query, "matches": [match_object(match) for match in matches]})
        return
    for number, match in enumerate(matches):
        if number:
            say()
        print_match(match, query)
    if not matches:
        say(f"No match of {min_score} or more; --min-score finds what is less alike.", "dim")


def _bands(
    memory: Memory, file: Path, langs: tuple[str, str] | None, settings: Lookup, *, quiet: bool
) -> list[Band]:
    from tm.analysis import analyse
    from tm.formats.sources import read_segments

    sources = read_segments(file, langs=langs)
    with progress_bar(f"Looking up {file.name}", quiet=quiet) as progress:
        return analyse(sources, memory, settings, progress=progress)


def _print_bands(bands: Sequence[Band], file: Path, *, as_json: bool) -> None:
    from tm.analysis import Band

    segments = sum(band.segments for band in bands)
    total = Band("total", segments, sum(band.words for band in bands))
    if as_json:
        rows = [asdict(band) for band in (*bands, total)]
        say_object({"file": str(file), "bands": rows[:-1], "total": rows[-1]})
        return
    shares = [f"{band.segments / segments:.0%}" if segments else "" for band in (*bands, total)]
    cells = [
        (band.name, f"{band.segments:,}", share, f"{band.words:,}")
        for band, share in zip((*bands, total), shares, strict=True)
    ]
    name = cut(file.name, screen_width() and max(len(band.name) for band in bands))
    for line in table([(name, "segments", "", "words or 字"), *cells], right=(1, 2, 3)):
        say(line)


def _print_applied(applied: Applied, output: Path, *, as_json: bool) -> None:
    if as_json:
        stripped = [segment._asdict() for segment in applied.stripped]
        say_object({"file": str(output), **asdict(applied), "stripped": stripped})
        return
    total = counted(applied.segments, "segment")
    say(f"{applied.filled:,} of {total} filled; {applied.untouched:,} left alone")
    if applied.fuzzy:
        say(f"{applied.fuzzy:,} of them from a match below 100: review them", "doubt")
    if applied.stripped:
        _print_stripped(applied.stripped)
    say(f"written: {output}")


def _print_stripped(stripped: Sequence[Stripped]) -> None:
    """Name the segments that lack codes, the first of them."""
    lack = "lacks" if len(stripped) == 1 else "lack"
    problem = f"{len(stripped):,} of them {lack} codes of the source"
    say(f"{problem}; marked for review: put the codes in", "doubt")
    for segment in stripped[:SHOWN]:
        say(f"  segment {segment.number:,}: {segment.text}", "doubt")
    if len(stripped) > SHOWN:
        say(f"  … {len(stripped) - SHOWN:,} more; --json lists them all", "doubt")
