"""The rows of bench_align.py on the encoder: size, start, retrieval, speed, and adaptation."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench_sets import ROOT, Bench, Row, mac_texts, pairs_of
from sources import REPEATS, chosen

from aligner import Encoder, Evaluation, align, evaluate, load_encoder
from aligner.static import MODEL_FOLDER, StaticEncoder
from aligner.training.adapt import Adaptation, adapt
from aligner.training.device import repeatable
from aligner.training.figures import figures_of, precision_at_1
from aligner.training.model import reopened
from aligner.training.pairs import TextPair, read_folder, read_source
from aligner.training.scratch import Recipe, build

BERT_SMALL = {
    "hidden_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "intermediate_size": 128,
}
PAGES = ("culture", "development", "health")
# Fields, and the sources a model is trained without that is adapted to them.
FIELDS = {"tw_laws": ("tw_laws", "tw_laws_diffdate"), "tico19": ("tico19", "tico19_terms")}
MOST_LEARNT, MOST_KEPT = 8_000, 1_000
SHORT = Recipe(epochs=2, late_epochs=0, last_epochs=0)
SURE = 0.9  # probability of a pair of a page that goes into its memory
SLOW_TEXTS = 60  # that a BERT of base size encodes
BERT_BASE = {
    "hidden_size": 768,
    "num_hidden_layers": 12,
    "num_attention_heads": 12,
    "intermediate_size": 3072,
}


def encoder_rows(bench: Bench) -> Iterator[Row]:
    """Size, start, retrieval and speed of the encoder."""
    size = sum(path.stat().st_size for path in MODEL_FOLDER.iterdir())
    yield Row("bundled model", remark=f"{size / 1e6:.1f} MB with its card")
    yield Row("load of the model", remark=seconds_of("aligner.load_encoder()", "import aligner"))
    yield Row("duizhao align --help, whole process", remark=seconds_of_help())
    held_out = bench.shared / "train/pairs/unpc_v1_devset.tsv.xz"
    if held_out.is_file():
        pairs = read_source(held_out).pairs
        forth, back = precision_at_1(bench.encoder, pairs)
        remark = f"zh-en {forth:.4f}, en-zh {back:.4f}"
        yield Row(f"P@1 among {len(pairs)} UN pairs", remark=remark)
        yield speed_row(bench, [text for pair in pairs for text in pair])
    if (bench.shared / "bench/mac-dev").is_dir():
        yield chance_row(bench)


def seconds_of(statement: str, before: str) -> str:
    """Time *statement* in a fresh interpreter after *before*; the median of five."""
    code = (
        f"{before}; import time; t = time.perf_counter(); {statement}; "
        "print(time.perf_counter() - t)"
    )
    command = [sys.executable, "-c", code]
    runs = (subprocess.run(command, check=True, cwd=ROOT, capture_output=True) for _ in range(5))
    return f"{statistics.median(float(run.stdout) for run in runs):.2f} s, median of 5"


def seconds_of_help() -> str:
    """Time the whole process; the median of five."""
    code = "import sys; sys.argv[0] = 'duizhao'; from aligner.cli import main; main()"
    command = [sys.executable, "-c", code]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([*command, "align", "--help"], check=True, cwd=ROOT, capture_output=True)
        times.append(time.perf_counter() - start)
    return f"{statistics.median(times):.2f} s, median of 5"


def chance_row(bench: Bench) -> Row:
    """MAC-dev with a BERT of random weights, beside the words of the bundled model."""
    from small_models import write_bert

    texts = mac_texts(bench.shared)
    lines = [text for zh, en, _ in texts for text in (*zh, *en)]
    known = {word for text in lines for word in (*text, *text.lower().split())}
    with tempfile.TemporaryDirectory() as folder:
        encoder = load_encoder(write_bert(Path(folder), sorted(known), BERT_SMALL))
        found = [pairs_of(align(zh, en, encoder=encoder)) for zh, en, _ in texts]
    results = (evaluate(pairs, text[2]) for pairs, text in zip(found, texts, strict=True))
    return Row("MAC-dev, vectors of a BERT by chance", sum(results, Evaluation()))


def speed_row(bench: Bench, texts: Sequence[str]) -> Row:
    """Sentences a second beside a BERT of base size with weights by chance, on the same texts."""
    from small_models import write_bert

    with tempfile.TemporaryDirectory() as folder:
        words = {word for text in texts for word in (*text, *text.lower().split())}
        slow = load_encoder(write_bert(Path(folder), sorted(words), BERT_BASE))
        slow.encode(texts[:1])  # opens it
        few = texts[:: len(texts) // SLOW_TEXTS]
        speeds = [rate(slow, few), rate(bench.encoder, texts)]
    remark = f"{speeds[1]:,.0f} a second, BERT-base {speeds[0]:,.1f}: {speeds[1] / speeds[0]:,.0f}×"
    return Row("encoding of UN sentences", remark=remark)


def rate(encoder: Encoder, texts: Sequence[str]) -> float:
    """Return sentences a second."""
    start = time.perf_counter()
    encoder.encode(texts)
    return len(texts) / (time.perf_counter() - start)


def adaptation_rows(bench: Bench) -> Iterator[Row]:
    """What ``duizhao train`` gives in a field that the model to start from has not seen.

    The UN pages have no gold: their surest pairs are the memory; the model learns from two of them
    and is measured on the third. The other fields are sources of the bundled model, so a model is
    trained without them first.
    """
    pages = bench.shared / "bench/un-pages"
    if pages.is_dir() and isinstance(bench.encoder, StaticEncoder):
        memories = {name: page_pairs(bench, pages, name) for name in PAGES}
        for name in PAGES:
            learnt = [pair for other in PAGES if other != name for pair in memories[other]]
            yield adaptation_row(bench.encoder, f"UN page {name}", learnt, memories[name])
    for name, without in FIELDS.items():
        path = bench.shared / f"train/pairs/{name}.tsv.xz"
        if path.is_file():
            pairs = list(dict.fromkeys(read_source(path).pairs))
            border = min(len(pairs) * 2 // 3, MOST_LEARNT)
            kept = pairs[border : border + MOST_KEPT]
            base = trained_without(bench.shared / "train", without)
            yield adaptation_row(base, f"{name}, to a model without it", pairs[:border], kept)


def trained_without(folder: Path, names: Sequence[str]) -> StaticEncoder:
    """Train a model as the bundled one is, but shorter and without some sources."""
    taken = chosen(read_folder(folder), SHORT.seed)
    repeated = [s.pairs * REPEATS.get(s.name, 1) for s in taken if s.name not in names]
    with repeatable(threads=1):
        return reopened(*build(repeated, SHORT, lambda _: None))


def page_pairs(bench: Bench, folder: Path, name: str) -> list[TextPair]:
    """Return the surest pairs of one page."""
    zh, en = (
        (folder / f"{name}.{code}.txt").read_text("utf-8").splitlines() for code in ("zh", "en")
    )
    bitext = align(zh, en, encoder=bench.encoder)
    sure = [bead for bead in bitext.beads if not bead.is_null and bead.probability >= SURE]
    return list(dict.fromkeys(bitext.texts(bead) for bead in sure))


def adaptation_row(
    base: StaticEncoder, name: str, learnt: Sequence[TextPair], kept: Sequence[TextPair]
) -> Row:
    """Adapt *base* to some pairs and measure it before and after on others."""
    texts = {text for pair in kept for text in pair}
    learnt = [pair for pair in learnt if texts.isdisjoint(pair)]
    settings = Adaptation()
    before = figures_of(base, kept, seed=settings.seed)
    start = time.perf_counter()
    with repeatable(threads=1):
        made = adapt(base, learnt, settings, lambda _: None)
    seconds = time.perf_counter() - start
    after = figures_of(reopened(*made), kept, seed=settings.seed)
    steps = (
        f"{key} {getattr(before, key):.3f} → {getattr(after, key):.3f}"
        for key in ("forth", "back", "alignment")
    )
    size = f"{len(learnt):,} pairs, {seconds:.0f} s; on {len(kept):,}"
    return Row(f"adapted, {name}", remark=f"{size}: {', '.join(steps)}")
