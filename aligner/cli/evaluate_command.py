"""``duizhao evaluate``: score a result against gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.terminal import say, table

if TYPE_CHECKING:
    from aligner import Evaluation
    from aligner.evaluation import Rate

HELP = """Score RESULT against GOLD: strict and lax, nulls, boundaries, calibration.

RESULT is a .tmx, .tsv or .jsonl that 'duizhao align' wrote. GOLD is, told by its content:

\b
  {"zh": "…", "en": "…"}      a bead a line, by its texts; one may be empty
  {"src": [0], "tgt": [0, 1]} a bead a line, by segment numbers from 0
  [[[0], [0, 1]], …]          all beads in one list, Chinese first, from 0

Gold by number needs a .jsonl result. Gold by text may be a part of the result: what lies
outside it is left out.

strict: both sides are identical to gold. lax: both sides overlap the same gold bead. null:
segments without a counterpart, left out of both. boundary: places where a bead ends on both
sides. Calibration error: how far stated probabilities are from the share that is right.

\b
  duizhao align --lines 001.zh 001.en -o 001.jsonl
  duizhao evaluate 001.jsonl 001.gold
"""
RATES = ("strict", "lax", "null", "boundary")
NOT_KNOWN = "–"
HEADER = ("", "P", "R", "F1", "right", "found", "gold")


def evaluate_files(
    result: Annotated[
        Path, typer.Argument(metavar="RESULT", help="A .tmx, .tsv or .jsonl that align wrote.")
    ],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Hand-checked beads, UTF-8.")],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object instead of the table.")
    ] = False,
) -> None:
    """Score *result* against *gold* and print the figures."""
    from aligner.cli.beads import read_beads
    from aligner.evaluation import evaluate

    found, wanted, unit = read_beads(result, gold)
    scores = evaluate(found, wanted)
    holds_nulls = bool(scores.null.found) or result.suffix.lower() == ".jsonl"
    signature = f"{result.name} against {gold.name}; {unit}; nulls apart"
    if as_json:
        figures = {**_figures(scores, holds_nulls=holds_nulls), "signature": signature}
        say(json.dumps(figures, ensure_ascii=False))
    else:
        print_scores(scores, signature, holds_nulls=holds_nulls)


def print_scores(scores: Evaluation, signature: str, *, holds_nulls: bool = True) -> None:
    """Print the scores as a table, with the settings that could change them.

    A memory *holds no nulls*: how many of them were found cannot be said of it.
    """
    rows = [HEADER, *_rows(scores, holds_nulls=holds_nulls)]
    for line in table(rows, right=range(1, len(HEADER))):
        say(line)
    error = scores.calibration_error
    say(f"calibration error {'not known: no probabilities' if error is None else f'{error:.3f}'}")
    say(signature, "dim")


def _rows(scores: Evaluation, *, holds_nulls: bool) -> Iterator[tuple[str, ...]]:
    for name in RATES:
        rate: Rate = getattr(scores, name)
        shares = [f"{value:.3f}" for value in (rate.precision, rate.recall, rate.f1)]
        if name == "null" and not holds_nulls:
            shares = [NOT_KNOWN] * len(shares)
        yield (name, *shares, str(rate.right), str(rate.found), str(rate.wanted))


def _figures(scores: Evaluation, *, holds_nulls: bool) -> dict[str, object]:
    rates: dict[str, Rate] = {name: getattr(scores, name) for name in RATES}
    shares: dict[str, dict[str, float | None]] = {n: _shares(rate) for n, rate in rates.items()}
    if not holds_nulls:
        shares["null"] |= dict.fromkeys(("precision", "recall", "f1"))
    return {
        **shares,
        "calibration_error": scores.calibration_error,
    }


def _shares(rate: Rate) -> dict[str, float | None]:
    return {**asdict(rate), "precision": rate.precision, "recall": rate.recall, "f1": rate.f1}
