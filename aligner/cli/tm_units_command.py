"""``duizhao tm`` on units: added by hand, listed, counted, removed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.matches import stored_object
from aligner.cli.memory_options import (
    MOST,
    STDIN,
    AsJson,
    AsJsonLines,
    Conditions,
    Langs,
    MemoryPath,
    change_memory,
    hint_at_origin,
    langs_of,
    memory_path,
    open_memory,
    text_of,
    where_of,
)
from aligner.cli.options import Quiet
from aligner.cli.terminal import counted, cut, facts, say, say_object, screen_width, table
from corpora.errors import FormatError
from corpora.types import ZH

if TYPE_CHECKING:
    from corpora.types import TranslationUnit
    from tm.memory import Stats
    from tm.stored import Stored

BY_HAND = "by hand"  # origin of what is typed
HEADER = ("id", "document", "paragraph", "date", "uses", "source", "target")
_TAG = re.compile(r"<[^<>]*>")
NARROW = 16  # columns of a document's name on a terminal
OTHERS = 56  # columns of all but source and target there, about
WIDE = 110  # columns from which on there is room for all; below it, for FEW
FEW = (0, 2, 5, 6)
FEW_OTHERS = 20

ADD = """Add one unit that you type.

\b
  duizhao tm add "会议通过了议程。" "The agenda was adopted." --author wei
  duizhao tm add "主席宣布会议闭幕。" "The Chair closed the session." --document A/78/1

Exit status: 0 done, 2 wrong usage, 3 the memory cannot be written.
"""
LIST = """List the units of a memory, in the order they came.

On a terminal the texts are cut; in a pipe and with --json they are whole.

\b
  duizhao tm list --where document=A/78/1 --where date=2023
  duizhao tm list --limit 1000000 --json

Exit status: 0 done, 2 wrong usage, 3 the memory cannot be read.
"""
STATS = """Count what a memory holds: units, languages, the files they came from.

\b
  duizhao tm stats
  duizhao tm stats -m project.db --json

Exit status: 0 done, 3 the memory cannot be read.
"""
REMOVE = """Remove units from a memory; asks nothing, so look first with 'duizhao tm list'.

All conditions must hold. A unit that two files brought stays when one of them is removed with
--where origin=FILE. Vectors and words of a unit go with it.

\b
  duizhao tm remove --where origin=draft.tmx
  duizhao tm remove --id 12 --id 15
  duizhao tm remove --where date=..2015 --dry-run
  duizhao tm remove --all

Exit status: 0 done, whether there were any or not, 2 wrong usage, 3 the memory cannot be written.
"""

Source = Annotated[
    str, typer.Argument(metavar="SOURCE", show_default=False, help="Text; - reads standard input.")
]
Target = Annotated[
    str,
    typer.Argument(
        metavar="TARGET", show_default=False, help="Its translation; - reads standard input."
    ),
]
Document = Annotated[str, typer.Option(metavar="NAME", help="Symbol or file it stands in.")]
Paragraph = Annotated[str, typer.Option(metavar="NUMBER", help="Its numbered paragraph.")]
Author = Annotated[str, typer.Option(metavar="NAME", help="Who made it.")]
Note = Annotated[str, typer.Option(metavar="TEXT", help="Anything else.")]
Limit = Annotated[int, typer.Option(min=1, max=MOST, metavar="N", help="Most units to print.")]
Ids = Annotated[
    list[int] | None,
    typer.Option("--id", metavar="N", help="The unit of this number; give it again for more."),
]
Everything = Annotated[bool, typer.Option("--all", help="Every unit.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Count only; remove nothing.")]


def add_unit(  # noqa: PLR0913 - one parameter an option
    source: Source,
    target: Target,
    *,
    memory: MemoryPath = None,
    langs: Langs = None,
    document: Document = "",
    paragraph: Paragraph = "",
    author: Author = "",
    note: Note = "",
    quiet: Quiet = False,
) -> None:
    """Add one unit and say whether it was new."""
    from corpora.types import TranslationUnit, Variant

    if source == target == STDIN:
        raise typer.BadParameter("only one text can be standard input", param_hint="TARGET")
    texts = text_of(source, "SOURCE").strip(), text_of(target, "TARGET").strip()
    tags = langs_of(langs) or told_langs(*texts)
    refuse_swapped(tags, texts)
    unit = TranslationUnit(
        (Variant(tags[0], texts[0]), Variant(tags[1], texts[1])),
        document=document,
        paragraph=paragraph,
        author=author,
        note=note,
        created=datetime.now(UTC),
    )
    with change_memory(memory, is_made=True) as opened:
        added = opened.add([unit], origin=BY_HAND)
    if added.refused:
        raise FormatError("bytes that are not UTF-8", remedy="type the texts in a UTF-8 terminal")
    if not quiet:
        say("added" if added.new else "was there already; counted as used once more")


def told_langs(source: str, target: str) -> tuple[str, str]:
    """Tell the languages of a pair by script; what stands in tags counts for nothing."""
    from tm.formats.rows import other_tag, script_tag

    tags = script_tag([_untagged(source)]), script_tag([_untagged(target)])
    told = tags[0] or other_tag(tags[1]), tags[1] or other_tag(tags[0])
    if not all(told) or told[0] == told[1]:
        problem = f"both look like {told[0]}" if told[0] else "their languages cannot be told"
        raise typer.BadParameter(f"{problem}; name them, as zh-CN,en-US", param_hint="--langs")
    return told


def _untagged(text: str) -> str:
    return _TAG.sub(" ", text)


def refuse_swapped(tags: tuple[str, str], texts: tuple[str, str]) -> None:
    """Refuse Chinese under another language's tag beside a Chinese without any."""
    from tm.folding import is_han

    sides = {tag.partition("-")[0]: is_han(text) for tag, text in zip(tags, texts, strict=True)}
    if sides.get("zh") is False and sides.get("en"):
        raise typer.BadParameter(
            f"the Chinese text is not the {ZH.code} one; is it {tags[1]},{tags[0]}?",
            param_hint="--langs",
        )


def list_units(
    *,
    memory: MemoryPath = None,
    conditions: Conditions = None,
    limit: Limit = 20,
    as_json: AsJsonLines = False,
) -> None:
    """Print units as a table or as JSON lines."""
    from itertools import islice

    where = where_of(conditions)
    with open_memory(memory) as opened:
        found = islice(opened.stored(where), limit)
        if as_json:
            for row in found:
                say_object(stored_object(row.unit, row.id))
            return
        rows = list(found)
        count = opened.count(where)
        if not count:
            hint_at_origin(opened, where)
    for line in _rows(rows):
        say(line)
    shown = f"{len(rows)} of " if len(rows) < count else ""
    say(f"{shown}{counted(count, 'unit')}{'; --limit shows more' if shown else ''}", "dim")


def _rows(found: Iterable[Stored]) -> Iterator[str]:
    """Lay units out as a table; on a terminal names and sources are cut to leave room."""
    rows = [_row(number, unit) for number, unit in found]
    if not rows:
        return iter(())
    if (screen_width() or WIDE) >= WIDE:
        return table([HEADER, *rows], right=(0, 4))
    return table([[row[place] for place in FEW] for row in (HEADER, *rows)], right=(0,))


def _row(number: int, unit: TranslationUnit) -> tuple[str, ...]:
    width = screen_width()
    others = OTHERS if (width or WIDE) >= WIDE else FEW_OTHERS
    half = width and max((width - others) // 2, NARROW // 2)
    date = unit.created.date().isoformat() if unit.created else ""
    source, target = unit.variants[0].text, unit.variants[1].text
    document = cut(unit.document, width and NARROW)
    return (
        str(number),
        document,
        unit.paragraph,
        date,
        str(unit.uses),
        cut(source, half),
        target,
    )


def show_stats(*, memory: MemoryPath = None, as_json: AsJson = False) -> None:
    """Print what a memory holds."""
    with open_memory(memory) as opened:
        stats = opened.stats()
    path = memory_path(memory)
    if as_json:
        counts = {key: dict(getattr(stats, key)) for key in ("variants", "origins", "vectors")}
        say_object({"memory": str(path), **asdict(stats), **counts})
        return
    say(str(path), "bold")
    for line in facts(list(_counted(stats))):
        say(line)


def _counted(stats: Stats) -> Iterator[tuple[str, str]]:
    yield "units", f"{stats.units:,}"
    yield "languages", _listed(stats.variants)
    yield "documents", f"{stats.documents:,}"
    yield "from", _listed(stats.origins)
    if stats.doubtful:
        yield "doubtful", f"{stats.doubtful:,} aligned, less than 90% sure"
    if stats.machine:
        yield "machine", f"{stats.machine:,} translated by a machine, confirmed by nobody"
    if stats.vectors:
        yield "vectors", _listed(stats.vectors)
    yield "size", f"{stats.size / 1e6:,.1f} MB, schema {stats.schema}"


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    return " · ".join(f"{name} {number:,}" for name, number in counts) or "nothing"


def remove_units(  # noqa: PLR0913 - one parameter an option
    *,
    memory: MemoryPath = None,
    conditions: Conditions = None,
    ids: Ids = None,
    everything: Everything = False,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Remove what is meant and say how much that was."""
    if sum(map(bool, (conditions, ids, everything))) != 1:
        raise typer.BadParameter("give --where, --id or --all, one of them", param_hint="--where")
    where = where_of(conditions)
    if ids and dry_run:
        raise typer.BadParameter("what --id names is known", param_hint="--dry-run")
    with open_memory(memory) if dry_run else change_memory(memory) as opened:
        hint_at_origin(opened, where)
        shared = opened.count(where) - opened.removable(where) if where.origin else 0
        if dry_run:
            count = opened.removable(where)
        else:
            count = opened.remove_units(ids) if ids else opened.remove(where)
    if not quiet:
        stay = f"; {shared:,} stay, which other files brought as well" if shared else ""
        say(f"{counted(count, 'unit')} {'would be ' if dry_run else ''}removed{stay}")
