"""``duizhao train``: the bundled encoder adapted to a translator's own memories."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.options import Quiet, path_of
from aligner.cli.terminal import say, table, warn

if TYPE_CHECKING:
    from aligner.training.job import Outcome

STRANGERS = 0.3  # share of sentences that find their translation, below which pairs are none

HELP = """Adapt the bundled encoder to your own memories; use it with 'align --encoder DIR'.

Reads .tmx, and .tsv in UTF-8 with Chinese TAB English (also .tsv.xz and .tsv.gz). About a tenth of
the pairs, runs of neighbours, is held out and only measures: how often the nearest sentence is the
translation, and strict F1 of alignment, before and after. A model that got worse is not saved.

Takes minutes on a CPU, a GPU is used where there is one; nothing leaves the machine. The model is
fitted to your texts: treat it as confidentially as them. To go on from a model of your own, give
only what is new: pairs it has learnt would measure it too well.

\b
  duizhao train memory.tmx older.tmx -o my-encoder
  duizhao align report.zh.docx report.en.docx --encoder my-encoder -o report.tmx
  duizhao train newer.tmx --base my-encoder -o my-encoder

Exit status: 0 saved, 1 not saved because it got worse, 2 wrong usage, 3 a file cannot be read
or written.
"""


Memories = Annotated[
    list[Path],
    typer.Argument(
        parser=path_of,
        metavar="TMX…",
        show_default=False,
        help="Memories, .tmx or .tsv; at least 300 different pairs in all.",
    ),
]
Output = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        parser=path_of,
        metavar="DIR",
        show_default=False,
        help="Folder of the new model; one that holds a model is replaced.",
    ),
]
Base = Annotated[
    str, typer.Option(metavar="NAME", help="'default', or a folder that this command wrote.")
]
Steps = Annotated[
    int,
    typer.Option(
        min=1,
        metavar="N",
        help="Least number of steps, of 128 pairs each; a large memory takes more: all pairs "
        "are seen three times.",
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        min=0, max=2**32 - 1, metavar="N", help="Of what is held out and every other chance."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Save the model even if worse.")]


def train_files(  # noqa: PLR0913 - one parameter an option
    memories: Memories,
    *,
    output: Output,
    base: Base = "default",
    steps: Steps = 200,
    seed: Seed = 1,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Adapt, measure, save and print what came of it."""
    from aligner.training.adapt import Adaptation
    from aligner.training.job import adapt_files

    outcome = adapt_files(
        memories,
        output,
        base=base,
        settings=Adaptation(steps=steps, seed=seed),
        force=force,
        report=_silent if quiet else say,
    )
    if not quiet:
        _print_outcome(outcome, output)
    if max(outcome.before.forth, outcome.after.forth) < STRANGERS:
        warn("hardly a sentence finds its translation: are the pairs out of step?")
    if not outcome.is_saved:
        warn(f"{output}: not saved, the model got worse; add more pairs, or --force to keep it")
        raise typer.Exit(1)
    if outcome.is_worse:
        warn(f"{output}: worse than before, saved because of --force")


def _silent(_line: str) -> None:
    """Print nothing."""


def _print_outcome(outcome: Outcome, output: Path) -> None:
    from aligner.training.card import figure_rows

    say()
    say(f"Measured on {outcome.held_out:,} pairs held out", "bold")
    rows = [("", "before", "after"), *figure_rows(outcome.before, outcome.after)]
    for line in table(rows, right=(1, 2)):
        say(f"  {line}")
    if outcome.is_saved:
        say()
        say(f"written: {output}; use it with: duizhao align … --encoder {output}")
