"""Fit the weights of the confidence model, and print how well calibrated they are.

    python scripts/fit_confidence.py [--shared ../shared] [--texts 5]

Fits on texts put together from pairs that the encoder was never trained on: neighbours are
alike in content, some pairs are merged, some lose a side, and every second text is numbered.
Their gold is known by construction. The report, the novels and the sample only measure: see
bench_align.py.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from aligner.alignment import weighed_beads
from aligner.confidence import WEIGHTS
from aligner.encoder import Encoder, load_encoder
from aligner.evaluation import Pair, calibration_error
from aligner.training.composed import compose
from aligner.training.pairs import read_source

ROOT = Path(__file__).resolve().parents[1]
HELD_OUT = "train/pairs/unpc_v1_devset.tsv.xz"
SIZE = 200  # pairs in one text
RIDGE = 1.0

Rows = npt.NDArray[np.float64]


def by_content(pairs: Sequence[tuple[str, str]], encoder: Encoder) -> list[tuple[str, str]]:
    """Order the pairs along their first principal component, so that neighbours are alike."""
    vectors = encoder.encode([en for _, en in pairs])
    axis = np.linalg.svd(vectors - vectors.mean(axis=0), full_matrices=False)[2][0]
    return [pairs[k] for k in np.argsort(vectors @ axis)]


def examples(
    pairs: Sequence[tuple[str, str]], encoder: Encoder, seed: int
) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Align every text and yield the features of each bead, and whether it is right."""
    random = np.random.default_rng(seed)
    for text, start in enumerate(range(0, len(pairs) - SIZE, SIZE)):
        made = compose(pairs[start : start + SIZE], random, is_numbered=bool(text % 2))
        src, tgt, gold = made[0], made[1], {pair.key for pair in made[2]}
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
    source = read_source(given.shared / HELD_OUT)  # held out from the encoder's training
    pairs = by_content(source.pairs, encoder)
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
