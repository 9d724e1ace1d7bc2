"""``duizhao evaluate``: score a result against gold."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.beads import read_beads

if TYPE_CHECKING:
    from aligner import Evaluation


def evaluate_files(
    result: Annotated[Path, typer.Argument(help="A .tmx, .jsonl or .tsv that align wrote.")],
    gold: Annotated[Path, typer.Argument(help="Gold beads: .jsonl with zh and en, or [[ids],[ids]].")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Score RESULT against GOLD: strict and lax, nulls, boundaries, calibration.

    Strict counts a bead when both sides are identical to gold; lax when both overlap the same
    gold bead. Nulls are left out of both and scored by themselves.
    """
    from aligner.evaluation import evaluate

    pairs, wanted, unit = read_beads(result, gold)
    scores = evaluate(pairs, wanted)
    if as_json:
        typer.echo(json.dumps(_figures(scores), ensure_ascii=False))
    else:
        print_scores(scores, f"{result.name} against {gold.name}, {unit}, nulls apart")


def _figures(scores: Evaluation) -> dict[str, object]:
    names = ("strict", "lax", "null", "boundary")
    rates = {name: getattr(scores, name) for name in names}
    return {
        **{
            name: {**asdict(rate), "precision": rate.precision, "recall": rate.recall, "f1": rate.f1}
            for name, rate in rates.items()
        },
        "calibration_error": scores.calibration_error,
    }


def print_scores(scores: Evaluation, signature: str) -> None:
    """Print the scores as a table, with the settings that could change them."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for name in ("P", "R", "F1", "right", "found", "gold"):
        table.add_column(name, justify="right")
    for name in ("strict", "lax", "null", "boundary"):
        rate = getattr(scores, name)
        shares = (f"{value:.3f}" for value in (rate.precision, rate.recall, rate.f1))
        table.add_row(name, *shares, str(rate.right), str(rate.found), str(rate.wanted))
    console = Console(highlight=False)
    console.print(table)
    if scores.calibration_error is not None:
        console.print(f"calibration error {scores.calibration_error:.3f}")
    console.print(f"[dim]{signature}[/dim]")
