"""Fit the weights of the confidence model, and print how well calibrated they are.

    python scripts/fit_confidence.py [--shared ../shared] [--texts 5]

Fits on texts put together from pairs that the encoder was never trained on: neighbours are
alike in content, some pairs are merged, some lose a side, and every second text is numbered.
Their gold is known by construction. The report, the novels and the sample only measure: see
bench_align.py.
"""

from __future__ import annotations

import argparse
import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from aligner.alignment import weighed_beads
from aligner.confidence import WEIGHTS
from aligner.encoder import Encoder, load_encoder
from aligner.evaluation import Pair, calibration_error
from corpora.types import EN, LANGS, ZH, Block, Document, Kind, Lang, Segment, Span

ROOT = Path(__file__).resolve().parents[1]
SIZE = 200  # pairs in one text
MERGED, LOST = 0.12, 0.06  # shares of beads that join two pairs, that lose one side
PARAGRAPH = 3  # beads in a numbered paragraph
RIDGE = 1.0

Bead = tuple[list[str], list[str]]
Rows = npt.NDArray[np.float64]


def read_pairs(shared: Path) -> list[tuple[str, str]]:
    """Read the pairs held out from the encoder's training."""
    path = shared / "train/pairs/unpc_v1_devset.tsv.xz"
    with lzma.open(path, "rt", encoding="utf-8") as rows:
        fields = [row.rstrip("\n").split("\t") for row in rows]
    return [(zh, en) for zh, en, *_ in fields]


def by_content(pairs: Sequence[tuple[str, str]], encoder: Encoder) -> list[tuple[str, str]]:
    """Order the pairs along their first principal component, so that neighbours are alike."""
    vectors = encoder.encode([en for _, en in pairs])
    axis = np.linalg.svd(vectors - vectors.mean(axis=0), full_matrices=False)[2][0]
    return [pairs[k] for k in np.argsort(vectors @ axis)]


def beads_of(pairs: Sequence[tuple[str, str]], random: np.random.Generator) -> Iterator[Bead]:
    """Turn pairs into beads: most 1-1, some 1-2 and 2-1, some null."""
    rest = list(pairs)
    while rest:
        chance, side = random.random(), int(random.integers(2))
        taken = [rest.pop(0)]
        if chance < MERGED and rest:
            taken.append(rest.pop(0))
        texts = ([zh for zh, _ in taken], [en for _, en in taken])
        if len(taken) == 2:
            texts[side][:] = [(ZH, EN)[side].join(texts[side])]
        elif chance > 1 - LOST:
            texts[side].clear()
        yield texts


def document_of(sides: Sequence[list[str]], lang: Lang, *, is_numbered: bool) -> Document:
    """Build one side of a text from its side of every bead."""
    blocks, segments = [], []
    for number in range(0, len(sides), PARAGRAPH):
        label = str(number // PARAGRAPH + 1) if is_numbered else ""
        kind = Kind.PARAGRAPH if is_numbered else Kind.TEXT
        texts = [text for side in sides[number : number + PARAGRAPH] for text in side]
        start = 0
        for text in texts:
            segments.append(Segment(text, len(blocks), Span(start, start + len(text))))
            start += len(text)
        blocks.append(Block(kind, "".join(texts), label=label, paragraph=label))
    return Document(lang, tuple(blocks), tuple(segments), "")


def gold_of(beads: Sequence[Bead]) -> set[tuple[Span, Span]]:
    """Return the keys of the beads."""
    gold, i, j = set(), 0, 0
    for src, tgt in beads:
        pair = Pair(Span(i, i + len(src)), Span(j, j + len(tgt)))
        gold.add(pair.key)
        i, j = pair.src.end, pair.tgt.end
    return gold


def examples(
    pairs: Sequence[tuple[str, str]], encoder: Encoder, seed: int
) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Align every text and yield the features of each bead, and whether it is right."""
    random = np.random.default_rng(seed)
    for text, start in enumerate(range(0, len(pairs) - SIZE, SIZE)):
        beads = list(beads_of(pairs[start : start + SIZE], random))
        src, tgt = (
            document_of([bead[side] for bead in beads], lang, is_numbered=bool(text % 2))
            for side, lang in enumerate(LANGS.values())
        )
        gold = gold_of(beads)
        for bead, evidence in weighed_beads(src, tgt, encoder=encoder)[0]:
            yield evidence.features, Pair(bead.src, bead.tgt).key in gold


def fit(features: Rows, right: Rows) -> Rows:
    """Fit a logistic model by Newton steps, with a small ridge that keeps it finite."""
    weights = np.zeros(features.shape[1])
    for _ in range(50):
        odds = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (right - odds) - RIDGE * weights
        curve = (features.T * (odds * (1 - odds))) @ features + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def error_of(features: Rows, right: Rows, weights: Rows) -> float:
    """Return the calibration error of *weights* on these examples."""
    odds = 1 / (1 + np.exp(-features @ weights))
    return calibration_error(list(zip(odds.tolist(), (right > 0).tolist(), strict=True)))


def main() -> None:
    """Fit on three quarters of the beads and measure on the rest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--texts", type=int, default=5, help="times every pair is used")
    given = parser.parse_args()
    encoder = load_encoder()
    pairs = by_content(read_pairs(given.shared), encoder)
    rows = [row for seed in range(given.texts) for row in examples(pairs, encoder, seed)]
    features = np.array([row for row, _ in rows])
    right = np.array([float(is_right) for _, is_right in rows])
    order = np.random.default_rng(0).permutation(len(rows))
    fitted, kept = np.split(order, [len(rows) * 3 // 4])
    weights = fit(features[fitted], right[fitted])
    print(f"{len(rows)} beads, {right.mean():.3f} of them right; encoder {encoder.name}; {given}")
    print("WEIGHTS:", tuple(round(float(weight), 2) for weight in weights))
    for name, used in (("fitted", weights), ("in use", np.array(WEIGHTS))):
        error = error_of(features[kept], right[kept], used)
        print(f"calibration error of the weights {name}, on beads kept back: {error:.3f}")


if __name__ == "__main__":
    main()
