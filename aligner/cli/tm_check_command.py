"""``duizhao tm check`` and ``duizhao tm fix``: what is wrong with a TMX, and a TMX without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.memory_options import AsJson, AsJsonLines
from aligner.cli.options import Quiet, path_of
from aligner.cli.outputs import refuse_inputs, refuse_suffix
from aligner.cli.terminal import counted, say, say_object, table
from corpora.errors import LanguageError

if TYPE_CHECKING:
    from tm.formats.tmx_check import Defect
    from tm.formats.tmx_fix import Fixed

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
FIX = """Write a TMX that every program reads, out of one that is broken.

Repairs characters, tags, languages, dates and codes, and keeps what no rule is against. A unit
that cannot be repaired without a guess is left out and named. Of several targets of one source
the first stays.

\b
  duizhao tm fix memory.tmx -o mended.tmx
  duizhao tm fix old.tmx -o mended.tmx --encoding gb18030 --srclang zh-CN

Exit status: 0 written, 2 wrong usage, 3 the file is no TMX, nothing would be left of it, or the
other cannot be written.
"""
SHOWN = 5  # units left out that are named for each code

Broken = Annotated[
    Path,
    typer.Argument(parser=path_of, metavar="FILE", show_default=False, help="A .tmx or .tmx.gz."),
]
Mended = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        parser=path_of,
        metavar="OUT",
        show_default=False,
        help="The .tmx to write; a file that is there is replaced.",
    ),
]
SrcLang = Annotated[
    str, typer.Option(metavar="TAG", help="Language of the sources, whatever the file says.")
]
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

    _check_encoding(encoding)
    found = check_tmx(file, encoding=encoding)
    counts = _print_objects(found) if as_json else _print_defects(found, file)
    if any(severity == "error" for severity, _ in counts):
        raise typer.Exit(1)


def _check_encoding(name: str) -> None:
    from tm.formats.tmx_fragments import codec_of

    if name and not codec_of(name):
        problem = f"{name!r} is no encoding of texts, such as gb18030, big5 or utf-16"
        raise typer.BadParameter(problem, param_hint="--encoding")


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
    if ("error", "encoding") in counts:
        _hint_at_encoding(file)
    totals = Counter(defect for defect, _ in counts.elements())
    errors, warnings = counted(totals["error"], "error"), counted(totals["warning"], "warning")
    say(f"{file}: {errors}, {warnings}", "bold")
    return counts


def _hint_at_encoding(file: Path) -> None:
    from tm.formats.tmx_fragments import is_gb18030

    if is_gb18030(file):
        mend = f"duizhao tm fix {file} -o mended.tmx --encoding gb18030"
        say(f"{file}: it seems to be in GB18030; mend it with: {mend}", "doubt")


def fix_file(  # noqa: PLR0913 - one parameter an option
    file: Broken,
    *,
    output: Mended,
    srclang: SrcLang = "",
    encoding: Encoding = "",
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Mend *file* and say what was done."""
    from tm.formats.tmx_fix import fix_tmx

    _check_encoding(encoding)
    refuse_suffix(output, [".tmx"])
    refuse_inputs([output], [file])
    fixed = fix_tmx(file, output, srclang=_tag(srclang), encoding=encoding)
    if as_json:
        repairs = [repair._asdict() for repair in fixed.repairs]
        say_object({"file": str(output), **asdict(fixed), "repairs": repairs})
    elif not quiet:
        _print_fixed(fixed, file, output)


def _tag(name: str) -> str:
    from tm.formats.clean import language_tag

    try:
        return language_tag(name) if name else ""
    except LanguageError as error:
        raise typer.BadParameter(str(error), param_hint="--srclang") from error


def _print_fixed(fixed: Fixed, file: Path, output: Path) -> None:
    for code, number in fixed.repaired.items():
        done = next(repair.done for repair in fixed.repairs if repair.code == code)
        example = f", as {done}" if number > 1 else f": {done}"
        say(f"repaired  {number:,} × {code}{example}")
    for code, number in fixed.dropped.items():
        say(f"left out  {number:,} × {code}", "doubt")
        gone = [one for one in fixed.repairs if one.is_dropped and one.code == code]
        for one in gone[:SHOWN]:
            say(f"  {file}:{one.line}: unit {one.unit}: {one.done} {one.excerpt}".rstrip())
    say(f"written: {output}: {counted(fixed.units, 'unit')}")
