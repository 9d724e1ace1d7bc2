"""``duizhao demo``: the whole way on the sample that comes with the package."""

from __future__ import annotations

from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

SHOWN = 12


def demo(
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Where to write the translation memory.")
    ] = Path("demo.tmx"),
) -> None:
    """Align the sample report, show a dozen pairs and score them against its gold."""
    from aligner import align_documents, evaluate
    from aligner.cli.beads import read_beads
    from aligner.cli.evaluate_command import print_scores
    from aligner.cli.jobs import single_job
    from aligner.cli.outputs import check_outputs, write_outputs
    from aligner.cli.summary import print_summary
    from corpora import read_document

    with as_file(files("corpora") / "sample") as sample:
        job = single_job(sample / "report.zh.txt", sample / "report.en.txt", (output,))
        check_outputs([job], job.outputs)
        bitext = align_documents(read_document(job.source), read_document(job.target))
        write_outputs(job, bitext, {"zh": "zh-CN", "en": "en-US"}, 0.0)
        print_summary(bitext, job, verbose=False)
        _print_pairs(output)
        found, gold, unit = read_beads(output, sample / "gold.jsonl")
        print_scores(evaluate(found, gold), f"{output} against the sample's gold, {unit}")


def _print_pairs(memory: Path) -> None:
    from rich.console import Console

    from tm import read_tmx

    console = Console(highlight=False)
    paragraphs = (unit for unit in read_tmx(memory) if unit.kind in ("paragraph", "item"))
    console.print("\n[bold]A dozen pairs[/bold]")
    for unit in islice(paragraphs, SHOWN):
        sure = f"{unit.probability:.0%}" if unit.probability is not None else ""
        console.print(f"[dim]paragraph {unit.paragraph} · {unit.bead} · {sure}[/dim]")
        for variant in unit.variants:
            console.print(f"  {variant.text}", markup=False)
