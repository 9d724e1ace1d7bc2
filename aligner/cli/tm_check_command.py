"""``duizhao tm check`` and ``duizhao tm fix``: what is wrong with a TMX, and a TMX without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import AsJsonLines
from aligner.cli.options import Quiet, path_of
from aligner.cli.outputs import refuse_inputs
from aligner.cli.terminal import say, say_object, table

if TYPE_CHECKING:
    from tm.formats.tmx_check import Defect

CHECK = """Find everything in a TMX that a program refuses, loses or misreads, however broken it is.

Prints a line for each defect, as compilers do, and then for each kind what to do about it and
who refuses or loses something for it. 'duizhao tm fix' mends most of them.

\b
  duizhao tm check memory.tmx
  duizhao tm check memory.tmx --json
What is checked, and what does one code mean?
  duizhao tm check --list
  duizhao tm check --explain srclang-all

Exit status: 0 nothing but warnings, 1 errors found, 2 wrong usage, 3 the file cannot be opened.
"""

Tmx = Annotated[
    Path | None,
    typer.Argument(parser=path_of, metavar="FILE", show_default=False, help="A .tmx or .tmx.gz."),
]
Encoding = Annotated[
    str, typer.Option(metavar="NAME", help="Of the file, whatever it says, as gb18030 or big5.")
]
ListCodes = Annotated[bool, typer.Option("--list", help="List what is checked.")]
Explain = Annotated[str, typer.Option(metavar="CODE", help="Say what a code means.")]


def check_file(
    file: Tmx = None,
    *,
    encoding: Encoding = "",
    as_json: AsJsonLines = False,
    list_codes: ListCodes = False,
    explain: Explain = "",
) -> None:
    """Print the defects of *file*, or what is checked."""
    if sum(map(bool, (file, list_codes, explain))) != 1:
        raise typer.BadParameter("give a file, --list or --explain", param_hint="FILE")
    if file is None:
        for line in _explained(explain) if explain else _codes():
            say(line)
        return
    from tm.formats.tmx_check import check_tmx

    found = check_tmx(file, encoding=encoding)
    counts = _print_objects(found) if as_json else _print_defects(found, file)
    if any(severity == "error" for severity, _ in counts):
        raise typer.Exit(1)


def _codes() -> Iterator[str]:
    from tm.formats.tmx_check import explain
    from tm.formats.tmx_rules import RULES

    rows = [(code, rule.severity, explain(code).split("\n")[0]) for code, rule in RULES.items()]
    return table([("code", "severity", "meaning"), *rows])


def _explained(code: str) -> list[str]:
    from tm.formats.tmx_check import explain
    from tm.formats.tmx_rules import RULES

    if code not in RULES:
        raise typer.BadParameter(f"{code!r} is no code; see --list", param_hint="--explain")
    return explain(code).split("\n")


def _print_objects(found: Iterable[Defect]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for defect in found:
        say_object(defect._asdict())
        counts[defect.severity, defect.code] += 1
    return counts


def _print_defects(found: Iterable[Defect], file: Path) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    kinds: dict[str, Defect] = {}
    for defect in found:
        style = "doubt" if defect.severity == "error" else ""
        place = f"{file}:{defect.line}"
        say(f"{place}: {defect.severity} {defect.code}: {defect.message}", style)
        counts[defect.severity, defect.code] += 1
        kinds.setdefault(defect.code, defect)
    for (_, code), number in counts.most_common():
        harmed = f" ({', '.join(kinds[code].clients)})" if kinds[code].clients else ""
        say(f"{number:,} × {code}{harmed}: {kinds[code].remedy}", "dim")
    totals = Counter(defect for defect, _ in counts.elements())
    say(f"{file}: {totals['error']:,} errors, {totals['warning']:,} warnings", "bold")
    return counts
