"""Fit the weights of ``tm/extraction/score.py`` on gold terms and on judgements.

    python scripts/fit_terms.py ../shared/report

Aligns the report there, gathers pairs and labels them: right where the gold of its first half
has them or ``scripts/terms.judged.tsv``, which judges pairs of both halves, says so; wrong where
that says so; pairs of the first half that neither knows count for half as wrong. Prints both
sets of weights, and what cross-validation by Chinese term says of precision, recall and
calibration.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligner import align_documents, load_encoder
from corpora import read_document
from tm import units_from
from tm.extraction.choice import choose
from tm.extraction.evidence import Evidence, gather
from tm.extraction.extract import likeness, sources_of
from tm.extraction.features import EARLIER, LATER, NAMES, features, with_fate
from tm.extraction.score import scores

JUDGED = Path(__file__).with_name("terms.judged.tsv")
HALF = 49  # last paragraph of the gold
UNKNOWN = 0.5  # weight of a pair that nobody judged, as a wrong one
ELSEWHERE = 0.05  # the same in the half without gold
# Of the choice, not fitted: nobody judged the parts that lose to what they are parts of.
FIXED = {"zh_bound": -2.5}
PENALTY = 1.0  # of the square of a weight
FOLDS = 10
MARKS = ' “”‘’"'  # around a term
TOPS = (100, 200, 300, 400, 500, 600, 700, 800, 1000)
Array = NDArray[Any]


def bare(text: str) -> str:
    """Return a Chinese term without quotation marks, brackets of titles and spaces."""
    return "".join(text.split()).strip('《》“”‘’"')


def bare_english(text: str) -> str:
    """Return an English term without article and quotation marks, its first letter small."""
    text = re.sub(r"^(the|an?)\s+", "", text.strip(MARKS), flags=re.IGNORECASE).strip(MARKS)
    return text[:1].lower() + text[1:]


def read_gold(folder: Path) -> list[dict[str, str]]:
    """Return the rows of the gold list."""
    with (folder / "terms.paragraphs-1-49.tsv").open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_judged() -> dict[tuple[str, str], bool]:
    """Return the judgements kept in the repository."""
    with JUDGED.open(encoding="utf-8") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            (bare(row["zh"]), bare_english(row["en"])): row["judgement"] == "right" for row in rows
        }


def keys_of(row: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return what a row of the gold is found by."""
    return {(bare(row["zh"]), bare_english(row[name])) for name in ("en", "en_base")}


def labels_of(
    pairs: Iterable[tuple[str, Sequence[str]]], gold: Sequence[Mapping[str, str]]
) -> Array:
    """Return 1 for each right pair, 0 for each wrong one, NaN where nobody knows."""
    right = {key for row in gold for key in keys_of(row)}
    judged = read_judged()
    found = []
    for zh, surfaces in pairs:
        names = [(bare(zh), bare_english(surface)) for surface in surfaces]
        known = [judged[name] for name in names[:1] if name in judged]
        found.append(1.0 if right.intersection(names) else float(known[0]) if known else np.nan)
    return np.array(found)


def report_units(folder: Path) -> list[Any]:
    """Return the units of the report as our own alignment makes them."""
    zh, en = (read_document(folder / f"report.{code}.txt") for code in ("zh", "en"))
    return list(units_from(align_documents(zh, en, encoder=load_encoder())))


def fit(rows: Array, right: Array, weights: Array) -> Array:
    """Return the weights of a logistic model, the constant last (Newton's method)."""
    table = np.hstack([rows, np.ones((len(rows), 1))])
    ridge = np.eye(table.shape[1]) * PENALTY
    ridge[-1, -1] = 0
    found = np.zeros(table.shape[1])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (weights * (sure - right)) + ridge @ found
        curve = (table * (weights * sure * (1 - sure))[:, None]).T @ table + ridge
        step = np.linalg.solve(curve + 1e-8 * np.eye(len(found)), slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    return found


def named(weights: Array) -> dict[str, float]:
    """Return weights by name, those that say nothing left out."""
    names = (*NAMES, "bias")
    return {
        name: round(float(weight), 3)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= 0.001 or name == "bias"
    }


def folds_of(names: Sequence[str]) -> Array:
    """Put pairs with one Chinese term into one fold."""
    distinct = sorted(set(names))
    drawn = np.random.default_rng(1).integers(0, FOLDS, len(distinct))
    fold = dict(zip(distinct, drawn, strict=True))
    return np.array([fold[name] for name in names])


def first_half(units: Sequence[Any]) -> set[int]:
    """Return the numbers of the beads up to the last paragraph of the gold."""
    numbers = [
        k
        for k, unit in enumerate(units)
        if unit.paragraph.isdigit() and int(unit.paragraph) <= HALF
    ]
    return set(range(max(numbers) + 1))


class Fit:
    """The pairs of a report, their labels, and both models."""

    def __init__(self, folder: Path) -> None:
        """Align, gather and fit."""
        units, encoder = report_units(folder), load_encoder()
        beads = [(source.zh, source.en) for source in sources_of(units)]
        self.gold = read_gold(folder)
        self.evidence: Evidence = gather(beads, encoder.encode)
        pairs = self.evidence.pairs
        self.labels = labels_of(((pair.zh, [pair.en, *pair.surfaces]) for pair in pairs), self.gold)
        half = first_half(units)
        places = list(self.evidence.places())
        near = {place.pair for place in places if place.bead in half}
        doubt = [UNKNOWN if number in near else ELSEWHERE for number in range(len(pairs))]
        self.weights = np.where(np.isnan(self.labels), doubt, 1.0)
        self.right = np.nan_to_num(self.labels)
        alike = likeness(self.evidence, encoder.encode)
        rows = features(self.evidence, alike)
        self.choice = named(fit(rows * ~np.isin(NAMES, LATER), self.right, self.weights)) | FIXED
        chosen = choose(places, scores(rows, self.choice).tolist())
        self.numbers = np.array(sorted(chosen.counts))
        rows = with_fate(rows, self.evidence, chosen) * ~np.isin(NAMES, EARLIER)
        self.rows = rows[self.numbers]
        self.final = named(fit(self.rows, *self._of(self.numbers)))

    def _of(self, numbers: Array) -> tuple[Array, Array]:
        return self.right[numbers], self.weights[numbers]

    def validated(self) -> Array:
        """Return the probability of each chosen pair by a model that never saw its Chinese."""
        folds = folds_of([self.evidence.pairs[number].zh for number in self.numbers])
        found = np.zeros(len(self.numbers))
        for fold in range(FOLDS):
            seen = folds != fold
            model = named(fit(self.rows[seen], *self._of(self.numbers[seen])))
            found[~seen] = scores(self.rows[~seen], model)
        return found


def tell(found: Fit) -> None:
    """Print what cross-validation says."""
    sure = found.validated()
    order = np.argsort(-sure, kind="stable")
    labels = found.labels[found.numbers][order]
    rows = [(keys_of(row), row) for row in found.gold]
    seen: set[tuple[str, str]] = set()
    print("top  score  precision  unknown  recall of importance 1, of those seen once")
    for place, number in enumerate(found.numbers[order], 1):
        pair = found.evidence.pairs[number]
        seen |= {(bare(pair.zh), bare_english(text)) for text in (pair.en, *pair.surfaces)}
        if place in TOPS:
            top = labels[:place]
            known = ~np.isnan(top)
            first = [bool(keys & seen) for keys, row in rows if row["importance"] == "1"]
            once = [
                bool(keys & seen)
                for keys, row in rows
                if row["importance"] == "1" and row["frequency"] == "1"
            ]
            print(
                f"{place:4}  {sure[order[place - 1]]:.2f}  {top[known].mean():.3f}  "
                f"{(~known).sum():4}  {np.mean(first):.3f}  {np.mean(once):.3f}"
            )
    known = ~np.isnan(labels)
    print(f"calibration error {calibration(sure[order][known], labels[known]):.3f}")


def calibration(sure: Array, right: Array) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    bins = np.minimum((sure * 10).astype(int), 9)
    gaps = [
        abs(sure[bins == k].mean() - right[bins == k].mean()) * (bins == k).mean()
        for k in range(10)
        if (bins == k).any()
    ]
    return float(sum(gaps))


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path, help="folder of the report and its gold")
    found = Fit(parser.parse_args().report)
    for name, weights in (("CHOICE", found.choice), ("FINAL", found.final)):
        inner = "".join(f'    "{key}": {value},\n' for key, value in weights.items())
        print(f"{name}: Final[Mapping[str, float]] = {{\n{inner}}}")
    tell(found)


if __name__ == "__main__":
    main()
