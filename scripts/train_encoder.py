"""Train the bundled static encoder from pairs of sentences.

    python scripts/train_encoder.py [TRAIN_FOLDER] [MODEL_FOLDER]

Reads every .tsv (Chinese TAB English; also .tsv.xz, .tsv.gz) and .tmx in or below the folder,
prints settings, losses and validation figures, and writes the model with its card.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Final

from bench_align import Bench, mac_rows, report_rows

from aligner.static import StaticEncoder
from aligner.training.card import markdown_table, settings_line
from aligner.training.device import make_repeatable, training_device
from aligner.training.figures import precision_at_1
from aligner.training.model import CARD, refuse_other, write_model
from aligner.training.pairs import Pair, Source, read_folder
from aligner.training.scratch import Settings, build
from corpora.errors import DuizhaoError

HERE: Final = Path(__file__).resolve().parent
SHARED: Final = HERE.parents[1] / "shared"
TRAIN: Final = SHARED / "train"
MODEL: Final = HERE.parent / "aligner" / "model"
HELD_OUT: Final = "unpc_v1_devset"
LARGEST: Final = 24_000_000  # bytes of the model folder
MEASURED: Final = ("MAC-dev, all", "report txt", "report txt, no anchors")  # rows of bench_align

# Pairs taken of a source, so that no domain outweighs the rest; the others are taken whole.
CAPS: Final = {
    "tw_laws": 60_000,
    "tw_laws_diffdate": 3_000,
    "python_docs": 25_000,
    "kubernetes": 20_000,
    "php_docs": 12_000,
    "django_docs": 15_000,
    "pgdoc": 12_000,
    "godot_docs": 10_000,
    "angular_docs": 8_000,
}
# How often a pair is seen in an epoch, where not once.
REPEATS: Final = {
    "tatoeba": 3,
    "un_corpus_demo_realigned": 3,
    "udhr": 3,
    "sdg_targets_indicators": 3,
    "tico19": 2,
}


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    train: Path
    model: Path
    shared: Path
    threads: int
    settings: Settings


def chosen(sources: Sequence[Source], seed: int) -> list[Source]:
    """Return all sources but the held-out one, the large ones thinned out; order stays."""
    chance = random.Random(seed)
    taken = []
    for source in sources:
        if source.name != HELD_OUT:
            count = min(len(source.pairs), CAPS.get(source.name, len(source.pairs)))
            places = sorted(chance.sample(range(len(source.pairs)), count))
            taken.append(replace(source, pairs=tuple(source.pairs[k] for k in places)))
    return taken


def validation(
    encoder: StaticEncoder, held_out: Sequence[Pair], shared: Path
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
    bench = Bench(shared, encoder)
    for folder, rows in (("bench/mac-dev", mac_rows), ("report", report_rows)):
        for row in rows(bench) if (shared / folder).is_dir() else ():
            if row.name in MEASURED and row.scores:
                yield f"{row.name}, strict F1", f"{row.scores.strict.f1:.4f}"


def card(
    model: Path, sources: Sequence[Source], settings: Settings, figures: Sequence[tuple[str, str]]
) -> str:
    """Return the card of the model in *model*."""
    encoder = StaticEncoder(model)
    size = sum(path.stat().st_size for path in model.iterdir() if path.name != CARD)
    repeats = sum(len(s.pairs) * REPEATS.get(s.name, 1) for s in sources)
    return (HERE / "model_card.md").read_text(encoding="utf-8").format(
        dimension=encoder.dimension,
        tokens=f"{encoder.tokens:,}",
        size=f"{size / 1e6:.1f} MB",
        pairs=f"{repeats:,}",
        settings=settings_line(settings),
        figures=markdown_table(("measured on", "figure"), figures),
        sources=markdown_table(("source", "author", "licence", "pairs"), source_rows(sources)),
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
    for name in fields(Settings):
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
    return Request(**others, settings=Settings(**given))


def main() -> None:
    """Train, write the model, print settings and figures."""
    clock = time.perf_counter()
    request = read_arguments()
    settings = request.settings
    try:
        refuse_other(request.model)
        sources = read_folder(request.train)
        print(settings_line(settings), f" threads={request.threads}  on {training_device()}")
        make_repeatable(request.threads)
        taken = chosen(sources, settings.seed)
        repeated = [source.pairs * REPEATS.get(source.name, 1) for source in taken]
        made = build(repeated, settings, print)
        write_model(request.model, *made, "")
        held_out = [pair for s in sources if s.name == HELD_OUT for pair in s.pairs]
        figures = list(validation(StaticEncoder(request.model), held_out, request.shared))
        write_model(request.model, *made, card(request.model, taken, settings, figures))
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
