"""``duizhao demo``: the whole way on the sample that comes with the package."""

from __future__ import annotations

from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.jobs import Plan, plan_pair
from aligner.cli.outputs import Form, check_outputs, write_outputs
from aligner.cli.terminal import say
from corpora.errors import FormatError
from corpora.types import ZH, Bitext, Kind

SHOWN = 12
NAMES = ("report.zh.txt", "report.en.txt", "gold.jsonl")


def demo(
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="PATH", help="Also write it: .tmx .tsv .jsonl or .html."
        ),
    ] = None,
) -> None:
    """Align the sample report, show a dozen pairs and score them against its gold.

    The sample is a report in UN style on an invented body, with what makes alignment hard:
    headings that reuse numbers, notes, a page break inside a paragraph, a sentence missing on
    each side.
    """
    with as_file(files("corpora") / "sample") as sample:
        zh, en, gold = (sample / name for name in NAMES)
        if not gold.is_file():
            raise FormatError("the sample is missing", sample, remedy="install duizhao again")
        plan = plan_pair(zh, en)
        _run(plan, (output,) if output else (), gold)
