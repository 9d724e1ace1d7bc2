"""The options of ``duizhao check``: their help, and what they may be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.options import path_of
from tm.errors import CheckError
from tm.qa.finding import Severity

HELP = """Check a translation against its source, the memory and the terms.

Finds numbers, dates and symbols that differ, what is missing, added or untranslated, terms and
names that are not the agreed ones, negations and directions on one side only, brackets, quotes
and doubled words; it is silent on what is right.

\b
A bilingual file (.tmx .xlf .sdlxliff .mqxliff .po .xlsx .tsv, a table in .docx):
  duizhao check delivery.xliff
  duizhao check delivery.tsv --src-lang zh --tgt-lang en --terms terms.tbx
A draft and the document it translates, which are aligned first:
  duizhao check draft.en.docx --source report.zh.docx --memory tm.db
A page for the reviser; what is marked there as a false alarm is not shown again:
  duizhao check delivery.xliff -o findings.html
  duizhao check delivery.xliff --baseline baseline.json
Some checks only, and what they mean:
  duizhao check delivery.xliff --only numbers --only terms
  duizhao check --list
  duizhao check --explain date-differs

Settings of a project stand in duizhao.toml, in the working folder or above it:

\b
  [check]
  skip = ["form"]
  fail-on = "error"
  memory = "tm.db"
  terms = "terms.tbx"
  baseline = "baseline.json"
  [check.severity]
  double-space = "note"

In the table of severities, 'least' is what --severity says; paths are relative to the file.

Exit status: 0 clean, 1 findings, 2 wrong usage, 3 a file cannot be read or written.
"""


def _severity_of(name: str) -> Severity:
    """Return the severity of that *name*; wrong usage where there is none."""
    from tm.qa.selection import severity_called

    try:
        return severity_called(name)
    except CheckError as error:
        raise typer.BadParameter(str(error)) from error


File = Annotated[
    Path | None,
    typer.Argument(
        parser=path_of,
        metavar="FILE",
        show_default=False,
        help="What to check: a bilingual file or a memory; with --source a document "
        "(.docx .txt .html .pdf).",
    ),
]
Source = Annotated[
    Path | None,
    typer.Option(
        parser=path_of, metavar="SOURCE", help="The document that FILE is a translation of."
    ),
]
Memory = Annotated[
    Path | None,
    typer.Option(
        "-m",
        "--memory",
        parser=path_of,
        metavar="DB",
        help="Memory to compare with; it is only read. Its accepted terms hold as well.",
    ),
]
Terms = Annotated[
    Path | None,
    typer.Option(
        parser=path_of,
        metavar="TERMS",
        help="Terms that hold instead: .tbx, a table of two columns (.tsv .csv .xlsx), or a base "
        "(.db), of which the accepted ones count.",
    ),
]
SrcLang = Annotated[
    str | None,
    typer.Option(
        metavar="LANG",
        help="Language of the source where the file does not say it, as zh or en.",
    ),
]
TgtLang = Annotated[
    str | None, typer.Option(metavar="LANG", help="Language of the translation, likewise.")
]
EncoderName = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="What compares meanings: 'default' (in the package), a sentence-transformers model, "
        "or 'none', which is faster and finds fewer wrong pairs.",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME", help="Run this check or family (numbers, completeness, terms, meaning, "
        "form) only; give it again for more.",
    ),
]  # fmt: skip
Skip = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Leave this check or family out; repeatable."),
]
Least = Annotated[
    Severity | None,
    typer.Option(
        "--severity",
        parser=_severity_of,
        metavar="LEVEL",
        help="The least grave to show: error, warning or note. [default: warning]",
        show_default=False,
    ),
]
FailOn = Annotated[
    Severity | None,
    typer.Option(
        parser=_severity_of,
        metavar="LEVEL",
        help="Exit status 1 only for what is as grave as this. [default: whatever is shown]",
        show_default=False,
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="json, sarif, html, junit or xlsx; else told by the suffix of OUT. [default: text]",
        show_default=False,
    ),
]
Output = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        parser=path_of,
        metavar="OUT",
        show_default=False,
        help="File to write: .json .sarif .html .xlsx, .xml (JUnit). Give it again for more.",
    ),
]
Baseline = Annotated[
    list[Path] | None,
    typer.Option(
        parser=path_of,
        metavar="FILE",
        show_default=False,
        help="Do not show what this file accepts; repeatable.",
    ),
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option(
        parser=path_of, metavar="FILE", help="Accept all that is found, and write it to FILE."
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(parser=path_of, metavar="FILE", help="Settings other than duizhao.toml."),
]
ListChecks = Annotated[bool, typer.Option("--list", help="List the checks, or those of --only.")]
Explain = Annotated[
    str, typer.Option(metavar="NAME", help="Say what a check means, or which a family has.")
]
