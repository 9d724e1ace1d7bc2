"""``duizhao demo``: the whole way on the sample that comes with the package."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.evaluate_command import print_scores
from aligner.cli.jobs import plan_pair
from aligner.cli.options import check_suffixes, tags_of
from aligner.cli.outputs import Form, check_outputs, write_outputs
from aligner.cli.summary import print_summary
from aligner.cli.terminal import say
from corpora.errors import FormatError
from corpora.types import Bitext, Kind

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
    from aligner import align_documents
    from corpora import read_document

    outputs = [output] if output else []
    check_suffixes(outputs)
    with as_file(files("corpora") / "sample") as sample:
        paths = [sample / name for name in NAMES]
        if not all(path.is_file() for path in paths):
            raise FormatError("the sample is not complete", sample, remedy="install duizhao again")
        check_outputs(plan_pair(paths[0], paths[1], outputs))
        bitext = align_documents(*(read_document(path) for path in paths[:2]))
        reports = write_outputs(outputs, bitext, Form(tags_of(None)))
        print_summary(bitext, reports, verbose=False)
        _print_pairs(bitext)
        _print_scores(bitext, paths[2])
    say()
    say("Now your own: duizhao align report.zh.docx report.en.docx -o report.tmx")


def _print_pairs(bitext: Bitext) -> None:
    """Print pairs from the middle of the report, where the sentences are."""
    numbered = [
        bead for bead in bitext.beads if not bead.is_null and bitext.kind(bead) is Kind.PARAGRAPH
    ]
    say()
    say(f"A dozen of {len(numbered)} pairs from its numbered paragraphs", "bold")
    for bead in numbered[:SHOWN]:
        place = f"  paragraph {bitext.paragraph(bead)}"
        say(" · ".join((place, bead.shape_text, f"{bead.percent}% sure")))
        for text in bitext.texts(bead):
            say(f"    {text}")


def _print_scores(bitext: Bitext, gold: Path) -> None:
    from aligner.cli.beads import read_text_gold, texts_of
    from aligner.evaluation import evaluate
    from aligner.textual import spans_of

    say()
    say("Scored against its gold", "bold")
    found, wanted = spans_of(texts_of(bitext), read_text_gold(gold))
    print_scores(evaluate(found, wanted), "sample report; by text; nulls apart")
