"""Train the bundled static encoder from pairs of sentences.

    python scripts/train_encoder.py [TRAIN_FOLDER] [MODEL_FOLDER]

Reads every .tsv (Chinese TAB English; also .tsv.xz, .tsv.gz) and .tmx in or below the folder,
prints settings, losses and validation figures, and writes the model with its card.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from bench_align import MAC, mac_rows, score_pair
from bench_sets import Bench
from sources import HELD_OUT, REPEATS, chosen

from aligner.alignment import DEFAULTS, UNANCHORED
from aligner.static import StaticEncoder
from aligner.training.card import markdown_table, settings_line
from aligner.training.device import repeatable, training_device
from aligner.training.figures import precision_at_1
from aligner.training.model import refuse_other, reopened, write_model
from aligner.training.pairs import Source, TextPair, read_folder
from aligner.training.scratch import Recipe, build
from corpora.errors import DuizhaoError

HERE: Final = Path(__file__).resolve().parent
SHARED: Final = HERE.parents[1] / "shared"
TRAIN: Final = SHARED / "train"
MODEL: Final = HERE.parent / "aligner" / "model"
LARGEST: Final = 24_000_000  # bytes of the model folder


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    train: Path
    model: Path
    shared: Path
    threads: int
    recipe: Recipe


def validation(
    encoder: StaticEncoder, held_out: Sequence[TextPair], shared: Path
) -> Iterator[tuple[str, str]]:
    """Yield what was measured, and the figure; the sets that are absent are left out."""
    if held_out:
        name = f"P@1 among {len(held_out):,} pairs of {HELD_OUT}, never trained on"
        for way, figure in zip(
            ("Chinese → English", "English → Chinese"),
            precision_at_1(encoder, held_out),
            strict=True,
        ):
            yield f"{name}, {way}", f"{figure:.4f}"
    bench, report = Bench(shared, encoder), shared / "report"
    if (shared / "bench/mac-dev").is_dir():
        scores = next(row.scores for row in mac_rows(bench) if row.name == MAC)
        yield "six chapters of literary translation (MAC-dev), strict F1", f"{scores.strict.f1:.4f}"
    for name, settings in (("with anchors", DEFAULTS), ("without", UNANCHORED)):
        if report.is_dir():
            files = report / "report.zh.txt", report / "report.en.txt"
            f1 = score_pair(bench, name, *files, settings=settings).scores.strict.f1
            yield f"a UN report, paragraphs 1–49, {name}, strict F1", f"{f1:.4f}"


def card(
    encoder: StaticEncoder,
    sources: Sequence[Source],
    recipe: Recipe,
    figures: Sequence[tuple[str, str]],
) -> str:
    """Return the card of *encoder*."""
    repeats = sum(len(s.pairs) * REPEATS.get(s.name, 1) for s in sources)
    return (
        (HERE / "model_card.md")
        .read_text(encoding="utf-8")
        .format(
            dimension=encoder.dimension,
            tokens=f"{encoder.tokens:,}",
            pairs=f"{repeats:,}",
            settings=settings_line(recipe),
            figures=markdown_table(("measured on", "figure"), figures),
            sources=markdown_table(("source", "author", "licence", "pairs"), source_rows(sources)),
        )
    )


def source_rows(sources: Sequence[Source]) -> Iterator[tuple[str, ...]]:
    """Yield source, author, licence and number of pairs of each source."""
    with (HERE / "sources.tsv").open(encoding="utf-8", newline="") as stream:
        known = {row["file"]: row for row in csv.DictReader(stream, delimiter="\t")}
    unknown = {"source": "", "author": "not stated", "licence": "not stated"}
    for source in sources:
        facts = known.get(source.name, unknown)
        name = facts["source"] or source.name
        yield name, facts["author"], facts["licence"], f"{len(source.pairs):,}"


def read_arguments() -> Request:
    """Return the folder of pairs, the folder of the model, and the settings."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="The shipped model is what this command makes with its defaults on one thread.\n"
        f"{HELD_OUT} is never trained on: its pairs measure the result. Change a setting and\n"
        "compare with scripts/bench_align.py --encoder MODEL_FOLDER before shipping.",
    )
    parser.add_argument("train", nargs="?", type=Path, default=TRAIN, help="holds the pairs")
    parser.add_argument("model", nargs="?", type=Path, default=MODEL, help="is written")
    parser.add_argument(
        "--shared", type=Path, default=SHARED, help="holds bench/mac-dev and report, to measure on"
    )
    parser.add_argument(
        "--threads", type=int, default=1, help="of torch; sums may round differently with more (1)"
    )
    for name in fields(Recipe):
        meaning = f"{name.metadata['help']} (%(default)s)"
        kind = type(name.default)
        parser.add_argument(
            f"--{name.name.replace('_', '-')}",
            type=kind,
            default=name.default,
            metavar="N",
            help=meaning,
        )
    given = vars(parser.parse_args())
    others = {name: given.pop(name) for name in ("train", "model", "shared", "threads")}
    return Request(**others, recipe=Recipe(**given))


def main() -> None:
    """Train, write the model, print settings and figures."""
    clock = time.perf_counter()
    request = read_arguments()
    recipe = request.recipe
    try:
        refuse_other(request.model)
        sources = read_folder(request.train)
        print(settings_line(recipe), f" threads={request.threads}  on {training_device()}")
        taken = chosen(sources, recipe.seed)
        repeated = [source.pairs * REPEATS.get(source.name, 1) for source in taken]
        with repeatable(request.threads):
            made = build(repeated, recipe, print)
        encoder = reopened(*made)
        held_out = [pair for s in sources if s.name == HELD_OUT for pair in s.pairs]
        figures = list(validation(encoder, held_out, request.shared))
        write_model(request.model, *made, card(encoder, taken, recipe, figures))
    except DuizhaoError as error:
        sys.exit(str(error))
    for name, figure in figures:
        print(f"{name}: {figure}")
    size = sum(path.stat().st_size for path in request.model.iterdir())
    print(f"{size} bytes  {time.perf_counter() - clock:.0f} s")
    if size > LARGEST:
        sys.exit(f"the folder is larger than {LARGEST} bytes; give fewer --pairs or --words")


if __name__ == "__main__":
    main()
