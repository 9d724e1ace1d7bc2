"""Print every alignment figure with its settings.

    python scripts/bench_align.py [--shared ../shared] [--encoder default] [--only report,mac]

Sets that are absent are named and left out. The report's gold covers paragraphs 1–49.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aligner import (
    Encoder,
    Evaluation,
    Pair,
    Settings,
    align,
    align_documents,
    evaluate,
    load_encoder,
)
from aligner.alignment import DEFAULTS, UNANCHORED
from aligner.cli.beads import read_beads
from aligner.static import MODEL_FOLDER, StaticEncoder
from aligner.textual import comparable
from aligner.training.figures import figures_of, precision_at_1
from aligner.training.pairs import Source, read_source
from corpora import read_document
from corpora.export import write_jsonl
from corpora.types import Bitext, Kind, Span
from tm import units_from, write_tmx

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests"))  # for the documents that the tests build
GOLD = "gold.paragraphs-1-49.jsonl"
PAGES = ("culture", "development", "health")
UNSEEN = ("tw_laws", "kubernetes", "pgdoc")  # sources of which training takes a part
UNSEEN_LEARNT, UNSEEN_KEPT = 8_000, 1_000
SURE = 0.9  # probability of a pair of a page that goes into its memory
SLOW_TEXTS = 60  # that a BERT of base size encodes
BERT_BASE = {
    "hidden_size": 768,
    "num_hidden_layers": 12,
    "num_attention_heads": 12,
    "intermediate_size": 3072,
}
PARAGRAPHS = [str(number) for number in range(1, 103)]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the sets lie and with what they are aligned."""

    shared: Path
    encoder: Encoder


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    scores: Evaluation | None = None
    remark: str = ""


def report_rows(bench: Bench) -> Iterator[Row]:
    """The real pair in every format, intact and damaged."""
    report = bench.shared / "report"
    zh, en = report / "report.zh.txt", report / "report.en.txt"
    yield score_pair(bench, "report txt", zh, en)
    yield score_pair(bench, "report txt, English first", en, zh)
    yield score_pair(bench, "report txt, no anchors", zh, en, settings=UNANCHORED)
    pdf = report / "report.en.pdftext.txt"
    yield score_pair(bench, "report pdftext", zh, pdf)
    yield score_pair(bench, "report pdftext, no anchors", zh, pdf, settings=UNANCHORED)
    with tempfile.TemporaryDirectory() as folder:
        for name, built in built_pairs((zh, en), Path(folder)):
            yield score_pair(bench, f"report {name}", *built)
        for name, damaged in damaged_texts(en, Path(folder)):
            gold = gold_of(damaged, report / GOLD, Path(folder))
            yield score_pair(bench, f"report, {name}", zh, damaged, gold=gold, remark=cut_remark)


def built_pairs(paths: Sequence[Path], folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """Turn the report into each of the formats that the tests can write."""
    from documents import FORMATS, rebuild

    documents = [read_document(path) for path in paths]
    for name in FORMATS:
        yield name, [rebuild(d, folder / f"{d.lang.code}.{name}") for d in documents]


def damaged_texts(path: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Damage a text in each of the ways that the tests know."""
    from documents import DAMAGES

    text = path.read_text(encoding="utf-8")
    for name, damage in DAMAGES.items():
        damaged = folder / "damaged.en.txt"
        damaged.write_text(damage(text), encoding="utf-8")
        yield name, damaged


def gold_of(english: Path, gold: Path, folder: Path) -> Path:
    """Write the gold of a text that lacks something: what lost its English side is a null."""
    text = comparable(english.read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    kept = [{**row, "en": row["en"] if comparable(row["en"]) in text else ""} for row in rows]
    path = folder / "damaged.gold.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in kept), encoding="utf-8")
    return path


def score_pair(  # noqa: PLR0913
    bench: Bench,
    name: str,
    source: Path,
    target: Path,
    *,
    settings: Settings = DEFAULTS,
    gold: Path | None = None,
    remark: Callable[[Bitext], str] | None = None,
) -> Row:
    """Align two files and score them against the report's gold."""
    src, tgt = read_document(source), read_document(target)
    bitext = align_documents(src, tgt, encoder=bench.encoder, settings=settings)
    scores = score_memory(bitext, gold or bench.shared / "report" / GOLD)
    return Row(name, scores, (remark or paragraphs_remark)(bitext))


def score_memory(bitext: Bitext, gold: Path) -> Evaluation:
    """Score the units of the TMX; nulls and boundaries, which it does not hold, by the bitext."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder) / "result.tmx", Path(folder) / "result.jsonl"
        write_tmx(paths[0], units_from(bitext), srclang=bitext.src.lang.tag)
        write_jsonl(paths[1], bitext)
        memory, whole = (evaluate(*read_beads(path, gold)[:2]) for path in paths)
    return replace(memory, null=whole.null, boundary=whole.boundary)


def paragraphs_remark(bitext: Bitext) -> str:
    """Say how many of the numbered paragraphs were found with their number."""
    found = [
        {b.paragraph for b in side.blocks if b.kind is Kind.PARAGRAPH}
        for side in (bitext.src, bitext.tgt)
    ]
    counts = [sum(number in side for number in PARAGRAPHS) for side in found]
    return f"paragraphs {counts[0]} and {counts[1]} of {len(PARAGRAPHS)}"


def cut_remark(bitext: Bitext) -> str:
    """Say how many Chinese sentences of paragraphs 20–24 are reported unaligned."""
    cut = {str(number) for number in range(20, 25)}
    src = bitext.src
    inside = [
        (k, bead)
        for bead in bitext.beads
        for k in range(*bead.src)
        if src.block_of(k).paragraph in cut and src.block_of(k).kind is Kind.PARAGRAPH
    ]
    nulls = sum(bead.is_null for _, bead in inside)
    return f"20–24: {nulls} of {len(inside)} sentences unaligned; {paragraphs_remark(bitext)}"


def mac_texts(shared: Path) -> list[tuple[list[str], list[str], list[Pair]]]:
    """Read the six chapters of MAC-dev and their gold."""
    texts = []
    for path in sorted((shared / "bench/mac-dev").glob("*.gold")):
        zh, en = (path.with_suffix(f".{code}").read_text("utf-8") for code in ("zh", "en"))
        gold = [Pair(_span(src), _span(tgt)) for src, tgt in json.loads(path.read_text("utf-8"))]
        texts.append((zh.splitlines(), en.splitlines(), gold))
    return texts


def _span(numbers: list[int]) -> Span:
    return Span(numbers[0], numbers[-1] + 1) if numbers else Span(0, 0)


def pairs_of(bitext: Bitext) -> list[Pair]:
    """Return the beads as pairs of segment spans."""
    return [Pair(bead.src, bead.tgt, bead.probability) for bead in bitext.beads]


def mac_rows(bench: Bench) -> Iterator[Row]:
    """The six chapters, each alone and together, and with a block of 20 sentences removed."""
    total = Evaluation()
    for number, (zh, en, gold) in enumerate(mac_texts(bench.shared), 1):
        scores = evaluate(pairs_of(align(zh, en, encoder=bench.encoder)), gold)
        total += scores
        yield Row(f"MAC-dev {number:03d}", scores)
    yield Row("MAC-dev, all", total)
    yield removed_block(bench)


def removed_block(bench: Bench) -> Row:
    """Remove 20 English sentences from the middle of each text and look for the omission."""
    omitted = found = false = intact = 0
    for zh, en, gold in mac_texts(bench.shared):
        start = len(en) // 2
        inside = (p for p in gold if not p.is_null and p.tgt.end <= start + 20)
        gone = [p for p in inside if p.tgt.start >= start]
        first, last = gone[0].tgt.start, gone[-1].tgt.end
        missing = {k for p in gone for k in range(*p.src)}
        bitext = align(zh, en[:first] + en[last:], encoder=bench.encoder)
        nulls = {k for bead in bitext.beads if bead.is_null for k in range(*bead.src)}
        omitted, found = omitted + len(missing), found + len(missing & nulls)
        false, intact = false + len(nulls - missing), intact + len(zh) - len(missing)
    return Row(
        "MAC-dev, 20 sentences removed",
        remark=f"omitted sentences found {found}/{omitted}, false nulls {false}/{intact}",
    )


def process_rows(bench: Bench) -> Iterator[Row]:
    """The whole process on the report, and a pair of 20,000 segments a side."""
    report = bench.shared / "report"
    files = [str(report / "report.zh.txt"), str(report / "report.en.txt")]
    with tempfile.TemporaryDirectory() as folder:
        yield measured("whole process, report", [*files, "-o", f"{folder}/report.tmx"])
        sides = [Path(folder) / f"long.{code}.txt" for code in ("zh", "en")]
        write_long_pair(bench, *sides)
        yield measured(
            "whole process, 20,000 × 20,000 lines, no anchors",
            [*map(str, sides), "--lines", "-o", f"{folder}/long.tsv"],
        )


def write_long_pair(bench: Bench, zh: Path, en: Path, *, size: int = 20_000) -> None:
    """Write *size* lines a side from the training pairs."""
    import lzma

    with lzma.open(bench.shared / "train/pairs/python_docs.tsv.xz", "rt", encoding="utf-8") as rows:
        pairs = [row.rstrip("\n").split("\t") for row, _ in zip(rows, range(size), strict=False)]
    zh.write_text("\n".join(pair[0] for pair in pairs) + "\n", encoding="utf-8")
    en.write_text("\n".join(pair[1] for pair in pairs) + "\n", encoding="utf-8")


def measured(name: str, arguments: list[str]) -> Row:
    """Run ``duizhao align`` in a process of its own; wall time and peak memory."""
    code = "import sys; sys.argv[0] = 'duizhao'; from aligner.cli import main; main()"
    start = time.perf_counter()
    command = [sys.executable, "-c", code, "align", *arguments, "-q"]
    subprocess.run(command, check=True, cwd=ROOT)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Row(name, remark=f"{seconds:.2f} s, peak {peak:.0f} MB (largest child so far)")


def sample_rows(bench: Bench) -> Iterator[Row]:
    """The sample that comes with the package."""
    sample = ROOT / "corpora/sample"
    bitext = align_documents(
        read_document(sample / "report.zh.txt"),
        read_document(sample / "report.en.txt"),
        encoder=bench.encoder,
    )
    yield Row("sample", score_memory(bitext, sample / "gold.jsonl"))


def encoder_rows(bench: Bench) -> Iterator[Row]:
    """Size, start, retrieval and speed of the encoder."""
    size = sum(path.stat().st_size for path in MODEL_FOLDER.iterdir())
    yield Row("bundled model", remark=f"{size / 1e6:.1f} MB with its card")
    yield Row("load of the model", remark=seconds_of("aligner.load_encoder()", "import aligner"))
    code = "from aligner.cli import main; main()"
    yield Row("duizhao align --help, whole process", remark=seconds_of_help(code))
    held_out = bench.shared / "train/pairs/unpc_v1_devset.tsv.xz"
    if held_out.is_file():
        pairs = read_source(held_out).pairs
        forth, back = precision_at_1(bench.encoder, pairs)
        remark = f"zh-en {forth:.4f}, en-zh {back:.4f}"
        yield Row(f"P@1 among {len(pairs)} UN pairs", remark=remark)
        yield speed_row(bench, [text for pair in pairs for text in pair])


def seconds_of(statement: str, before: str) -> str:
    """Time *statement* in a fresh interpreter after *before*; the median of five."""
    code = (
        f"{before}; import time; t = time.perf_counter(); {statement}; "
        "print(time.perf_counter() - t)"
    )
    command = [sys.executable, "-c", code]
    runs = (subprocess.run(command, check=True, cwd=ROOT, capture_output=True) for _ in range(5))
    return f"{statistics.median(float(run.stdout) for run in runs):.2f} s, median of 5"


def seconds_of_help(code: str) -> str:
    """Time the whole process; the median of five."""
    command = [sys.executable, "-c", f"import sys; sys.argv[0] = 'duizhao'; {code}"]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([*command, "align", "--help"], check=True, cwd=ROOT, capture_output=True)
        times.append(time.perf_counter() - start)
    return f"{statistics.median(times):.2f} s, median of 5"


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
    """What ``duizhao train`` gives: on UN pages, and on pairs of sources beyond those trained on.

    The pages have no gold: their surest pairs are the memory. The model learns from two of them
    and is measured on the third; of the other sources it learns from pairs that the bundled
    model has not seen and is measured on others.
    """
    pages = bench.shared / "bench/un-pages"
    if pages.is_dir():
        memories = {name: page_pairs(bench, pages, name) for name in PAGES}
        for name in PAGES:
            learnt = [pair for other in PAGES if other != name for pair in memories[other]]
            yield adaptation_row(bench, f"UN page {name}", learnt, memories[name])
    for name in UNSEEN:
        path = bench.shared / f"train/pairs/{name}.tsv.xz"
        if path.is_file():
            pairs = unseen_pairs(read_source(path))
            border = min(len(pairs) - UNSEEN_KEPT, UNSEEN_LEARNT)
            kept = pairs[border : border + UNSEEN_KEPT]
            yield adaptation_row(bench, f"{name}, unseen part", pairs[:border], kept)


def page_pairs(bench: Bench, folder: Path, name: str) -> list[tuple[str, str]]:
    """Return the surest pairs of one page."""
    zh, en = (
        (folder / f"{name}.{code}.txt").read_text("utf-8").splitlines() for code in ("zh", "en")
    )
    bitext = align(zh, en, encoder=bench.encoder)
    sure = [bead for bead in bitext.beads if not bead.is_null and bead.probability >= SURE]
    return list(dict.fromkeys(bitext.texts(bead) for bead in sure))


def unseen_pairs(source: Source) -> list[tuple[str, str]]:
    """Return the pairs of a capped source that training left out, in their order."""
    from train_encoder import Settings, chosen

    seen = set(chosen([source], Settings().seed)[0].pairs)
    texts = {text for pair in seen for text in pair}
    return [pair for pair in dict.fromkeys(source.pairs) if texts.isdisjoint(pair)]


def adaptation_row(
    bench: Bench, name: str, learnt: Sequence[tuple[str, str]], kept: Sequence[tuple[str, str]]
) -> Row:
    """Adapt the encoder to some pairs and measure it before and after on others."""
    from aligner.training.adapt import Adaptation, adapt
    from aligner.training.model import write_model

    texts = {text for pair in kept for text in pair}
    learnt = [pair for pair in learnt if texts.isdisjoint(pair)]
    settings = Adaptation()
    before = figures_of(bench.encoder, kept, seed=settings.seed)
    start = time.perf_counter()
    made = adapt(StaticEncoder(), learnt, settings, lambda _: None)
    seconds = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        write_model(Path(folder), *made, "")
        after = figures_of(StaticEncoder(folder), kept, seed=settings.seed)
    steps = (
        f"{key} {getattr(before, key):.3f} → {getattr(after, key):.3f}"
        for key in ("forth", "back", "alignment")
    )
    size = f"{len(learnt):,} pairs, {seconds:.0f} s; on {len(kept):,}"
    return Row(f"adapted, {name}", remark=f"{size}: {', '.join(steps)}")


SETS: dict[str, tuple[str, Callable[[Bench], Iterator[Row]]]] = {
    "sample": ("", sample_rows),
    "report": ("report", report_rows),
    "mac": ("bench/mac-dev", mac_rows),
    "process": ("report", process_rows),
    "encoder": ("", encoder_rows),
    "adaptation": ("train/pairs", adaptation_rows),
}


def print_row(row: Row) -> None:
    """Print one line of the table."""
    figures = ""
    if row.scores is not None:
        s, error = row.scores, row.scores.calibration_error
        figures = f"{s.strict.precision:.3f} {s.strict.recall:.3f} {s.strict.f1:.4f} "
        figures += f"{s.lax.f1:.3f} {s.null.f1:.3f} {s.boundary.f1:.3f} "
        figures += "  –  " if error is None else f"{error:.3f}"
    print(f"{row.name:42} {figures:50} {row.remark}", flush=True)


def main() -> None:
    """Run the sets and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--encoder", default="default")
    parser.add_argument("--only", default=",".join(SETS))
    arguments = parser.parse_args()
    bench = Bench(arguments.shared, load_encoder(arguments.encoder))
    print(f"encoder {bench.encoder.name}; {DEFAULTS}")
    print(f"{'set':42} {'P':5} {'R':5} {'F1':6} {'lax':5} {'null':5} {'bound':5} {'ECE':5}")
    for name in arguments.only.split(","):
        folder, rows = SETS[name]
        if not (bench.shared / folder).is_dir():
            print(f"{name}: {bench.shared / folder} is absent, left out")
            continue
        for row in rows(bench):
            print_row(row)


if __name__ == "__main__":
    main()
