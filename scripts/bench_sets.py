"""What the benchmarks share: the sets and their gold, and the rows of the table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner import Encoder, Evaluation, Pair
from corpora.types import Bitext, Span

ROOT = Path(__file__).resolve().parents[1]
GOLD = "gold.paragraphs-1-49.jsonl"


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


def middle_block(gold: Sequence[Pair], count: int) -> list[Pair]:
    """Return the beads inside the 20 segments from the middle of *count* target segments on."""
    first = count // 2
    inside = (pair for pair in gold if pair.tgt.start >= first and pair.tgt.end <= first + 20)
    return [pair for pair in inside if not pair.is_null]


def pairs_of(bitext: Bitext) -> list[Pair]:
    """Return the beads as pairs of segment spans."""
    return [Pair(bead.src, bead.tgt, bead.probability) for bead in bitext.beads]


def print_row(row: Row) -> None:
    """Print one line of the table."""
    figures = ""
    if row.scores is not None:
        s, error = row.scores, row.scores.calibration_error
        figures = f"{s.strict.precision:.3f} {s.strict.recall:.3f} {s.strict.f1:.4f} "
        figures += f"{s.lax.f1:.3f} {s.null.f1:.3f} {s.boundary.f1:.3f} "
        figures += "  –  " if error is None else f"{error:.3f}"
    print(f"{row.name:42} {figures:50} {row.remark}", flush=True)
