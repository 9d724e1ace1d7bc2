"""Print every alignment figure with its settings.

    python scripts/bench_align.py [--shared ../shared] [--encoder default] [--only report,mac]

Sets that are absent are named and left out. The report's gold covers paragraphs 1–49. Most of
the time, a quarter of an hour, goes into fitting the score without each book (leave-one-out) and
into training models that have not seen a field (adaptation).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench_encoder import adaptation_rows, encoder_rows
from bench_sets import (
    GOLD,
    ROOT,
    Bench,
    Row,
    mac_texts,
    middle_block,
    pairs_of,
    print_row,
)

from aligner import Evaluation, Settings, align, align_documents, evaluate, load_encoder
from aligner.alignment import DEFAULTS, UNANCHORED
from aligner.cli.beads import read_beads
from aligner.textual import comparable
from corpora import read_document
from corpora.export import write_jsonl
from corpora.types import Bitext, Kind
from tm import units_from, write_tmx

sys.path.append(str(ROOT / "tests"))  # for the documents that the tests build
MAC = "MAC-dev, all"
PARAGRAPHS = [str(number) for number in range(1, 103)]


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


def mac_rows(bench: Bench) -> Iterator[Row]:
    """The six chapters, each alone and together, and with a block of 20 sentences removed."""
    books = [
        evaluate(pairs_of(align(zh, en, encoder=bench.encoder)), gold)
        for zh, en, gold in mac_texts(bench.shared)
    ]
    for number, scores in enumerate(books, 1):
        yield Row(f"MAC-dev {number:03d}", scores)
    yield Row(MAC, sum(books, Evaluation()))
    yield removed_block(bench)


def removed_block(bench: Bench) -> Row:
    """Remove 20 English sentences from the middle of each text and look for the omission."""
    omitted = found = false = intact = 0
    for zh, en, gold in mac_texts(bench.shared):
        gone = middle_block(gold, len(en))
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
    """Run ``duizhao align`` in a process of its own; wall time and peak memory (Linux)."""
    code = (
        "import atexit, sys; sys.argv[0] = 'duizhao'\n"
        "atexit.register(lambda: print(open('/proc/self/status').read()))\n"
        "from aligner.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "align", *arguments, "-q"]
    start = time.perf_counter()
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    peak = int(done.stdout.partition("VmHWM:")[2].split()[0]) / 1024
    return Row(name, remark=f"{seconds:.2f} s, peak {peak:.0f} MB")


def sample_rows(bench: Bench) -> Iterator[Row]:
    """The sample that comes with the package."""
    sample = ROOT / "corpora/sample"
    bitext = align_documents(
        read_document(sample / "report.zh.txt"),
        read_document(sample / "report.en.txt"),
        encoder=bench.encoder,
    )
    yield Row("sample", score_memory(bitext, sample / "gold.jsonl"))


def leave_one_out_rows(bench: Bench) -> Iterator[Row]:
    """MAC-dev with weights of the score that were fitted without the book; takes minutes."""
    from fit_score import leave_one_out

    return leave_one_out(bench.shared, bench.encoder)


SETS: dict[str, tuple[str, Callable[[Bench], Iterator[Row]]]] = {
    "sample": ("", sample_rows),
    "report": ("report", report_rows),
    "mac": ("bench/mac-dev", mac_rows),
    "leave-one-out": ("bench/mac-dev", leave_one_out_rows),
    "process": ("report", process_rows),
    "encoder": ("", encoder_rows),
    "adaptation": ("train/pairs", adaptation_rows),
}


def main() -> None:
    """Run the sets and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--encoder", default="default")
    parser.add_argument("--only", default=",".join(SETS))
    arguments = parser.parse_args()
    if unknown := set(arguments.only.split(",")) - set(SETS):
        parser.error(f"no set {min(unknown)}; there are {', '.join(SETS)}")
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
