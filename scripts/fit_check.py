"""Fit the model of clauses left out and of wrong pairs (``tm/qa/completeness/model.py``).

    python scripts/fit_check.py [--shared ../shared]

Word weights: six words of the next pair are put behind a text; they have no counterpart, the
others have. Stretch weights: a clause, an item of a list or a sentence is taken out of one side
of a pair, or one of another pair is put in; the run that the weights favour is taken for the
lacking one, and they are fitted again, some rounds. Wrong pairs: a text with the translation of
the next one. All from pairs of the United Nations that the bundled encoder was not trained on,
without the items of the development set of the checks, and good pairs of other kinds; every
second block of a hundred pairs is kept back for the figures, all are fitted on with ``--all``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligner import load_encoder
from tm.extraction.links import Vectors
from tm.qa import Pair, Side, pair_of
from tm.qa.completeness import evidence, model, weighing
from tm.qa.completeness.familiar import Familiar
from tm.qa.completeness.stretches import odds
from tm.qa.completeness.words import Cut, Weight, cut

ROOT = Path(__file__).resolve().parents[1]
BLOCK = 100
INSERTED = 6  # words of the next pair
RIDGE = 5.0
CLASSES = (Weight.LOOSE, Weight.PLAIN, Weight.NAME, Weight.ACRONYM)
ALARMS = (0.001, 0.0025, 0.005, 0.01, 0.02)
_BEGINS = {
    "en": r"in|on|for|with|by|without|under|during|among|through|and|including|particularly|"
    r"especially|at",
    "zh": r"在|为了|通过|包括|特别是|尤其是|和|并|以及",
}
_CUTS = {
    "en": re.compile(rf"[,;:]\s|\s(?:and|or)\s|[.]\s|\s(?=(?:{_BEGINS['en']})\s)"),
    "zh": re.compile(rf"[，；：、。]|和|以及|并|及|或|(?={_BEGINS['zh']})"),
}
_PHRASES = {
    "en": re.compile(rf"\b(?:{_BEGINS['en']}) [A-Za-z' -]{{7,50}}(?=[,;.])"),
    "zh": re.compile(rf"(?:{_BEGINS['zh']})[\u4e00-\u9fff]{{2,14}}(?=[，；。])"),
}
_SPACES = re.compile(r"\s*([()，。；：、])\s*")
ROUNDS = 3  # of choosing runs and fitting their weights
TRIMMED = 0.006  # share of the good pairs that do lack something, and are left out
OTHERS = {"un_corpus_demo_realigned": 2500, "tico19": 800, "sdg_targets_indicators": 445}
NOTHING = -99.0  # odds where no stretch was found
Array = NDArray[Any]
Row = tuple[float, ...] | None


def read_pairs(shared: Path) -> list[Pair]:
    """Return the pairs of the United Nations that are not in the development set."""
    lines = (shared / "bench/qa/qa.dev.jsonl").read_text("utf-8").splitlines()
    items = map(json.loads, lines)
    known = {_bare(text) for item in items for text in (item["source"], item["target"])}
    with lzma.open(shared / "train/pairs/unpc_v1_devset.tsv.xz", "rt", encoding="utf-8") as stream:
        rows = [line.rstrip("\n").split("\t")[:2] for line in stream]
    kept = [(zh, en) for zh, en in rows if not {_bare(zh), _bare(en)} & known]
    return [pair_of(_SPACES.sub(r"\1", zh), en, number=k) for k, (zh, en) in enumerate(kept)]


def read_others(shared: Path) -> list[Pair]:
    """Return good pairs of other kinds."""
    found: list[Pair] = []
    for name, count in OTHERS.items():
        path = shared / f"train/pairs/{name}.tsv.xz"
        with lzma.open(path, "rt", encoding="utf-8") as stream:
            rows = [line.rstrip("\n").split("\t")[:2] for line in stream]
        drawn = random.Random(5).sample(rows, min(count, len(rows)))
        found += [pair_of(zh, en, number=k) for k, (zh, en) in enumerate(drawn)]
    return found


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def logistic(rows: Array, right: Array, ridge: float = RIDGE) -> Array:
    """Return the weights of a logistic model on *rows*, the constant last (Newton's method)."""
    centre, scale = rows.mean(0), rows.std(0) + 1e-9
    table = np.hstack([(rows - centre) / scale, np.ones((len(rows), 1))])
    curve_of_ridge = np.diag([ridge] * rows.shape[1] + [0.0])
    found = np.zeros(table.shape[1])
    for _ in range(40):
        sure = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (sure - right) + curve_of_ridge @ found
        curve = (table.T * (sure * (1 - sure))) @ table + curve_of_ridge + 1e-6 * np.eye(len(found))
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    weights = found[:-1] / scale
    return np.append(weights, found[-1] - weights @ centre)


def fit_words(pairs: Sequence[Pair], vectors: Vectors) -> dict[str, tuple[tuple[float, ...], ...]]:
    """Return the weights of words by language."""
    found = {}
    familiar = Familiar(vectors)
    for code in ("zh", "en"):
        rows, lacks, kinds = [], [], []
        for here, after in pairwise(pairs):
            words, others = cut(_side(here, code)), cut(_side(here, _other(code)))
            drawn = _some(cut(_side(after, code)), random.Random(here.number))
            if drawn and len(others.words) > 7:
                joined = _joined(words, drawn)
                known = evidence.rows_of((joined, others), familiar)
                rows.append(evidence.measures([evidence.table_of(joined, others, known)]))
                lacks += [0.0] * len(words.words) + [1.0] * INSERTED
                kinds += joined.weights
        found[code] = _weights_by_class(np.concatenate(rows), np.array(lacks), np.array(kinds))
    return found


def _weights_by_class(rows: Array, lacks: Array, kinds: Array) -> tuple[tuple[float, ...], ...]:
    table = np.zeros((len(Weight), rows.shape[1] + 1))
    for kind in CLASSES:
        where = kinds == kind
        table[kind] = logistic(rows[where], lacks[where], 1.0)
        share = lacks[where].mean()
        table[kind, -1] += math.log((1 - share) / share)
        area = _area(rows[where] @ table[kind, :-1], lacks[where])
        print(f"  {kind.name}: {where.sum()} words, {area:.3f}")
    return tuple(tuple(round(float(value), 2) for value in row) for row in table)


def _side(pair: Pair, code: str) -> Side:
    return pair.zh if code == "zh" else pair.en


def _other(code: str) -> str:
    return "en" if code == "zh" else "zh"


def _some(words: Cut, drawing: random.Random) -> Cut | None:
    if len(words.words) < INSERTED + 2:
        return None
    first = drawing.randrange(len(words.words) - INSERTED)
    where = slice(first, first + INSERTED)
    return Cut("", words.lang, words.words[where], words.starts[where], words.weights[where], ())


def _joined(words: Cut, more: Cut) -> Cut:
    return Cut("", words.lang, words.words + more.words, (), words.weights + more.weights, ())


def shortened(text: str, code: str, drawing: random.Random) -> str:
    """Return *text* without one clause, item or sentence; empty where it has none to lose."""
    end = len(text.rstrip("。.，;；, "))
    cuts = [0, *(m.start() for m in _CUTS[code].finditer(text) if 0 < m.start() < end - 1)]
    for _ in range(8):
        k = drawing.randrange(len(cuts))
        after = k + (1 if drawing.random() < 0.8 else 2)
        start, stop = cuts[k], cuts[after] if after < len(cuts) else end
        letters = re.sub(r"[\W\d_]", "", text[start:stop])
        if len(letters) >= (7 if code == "en" else 2) and stop - start < 0.5 * len(text):
            return text[:start] + text[stop:]
    return ""


def additions(pairs: Sequence[Pair], code: str) -> Iterator[Pair]:
    """Yield pairs whose side in *code* has a phrase of another pair at the end of a clause."""
    texts = [_side(pair, code).text for pair in pairs]
    phrases = [match[0] for text in texts for match in _PHRASES[code].finditer(text)]
    ends = re.compile(r"[,;.](?=\s|$)|[，；。]")
    for pair, text in zip(pairs, texts, strict=True):
        drawing = random.Random(pair.number)
        places = [match.start() for match in ends.finditer(text)]
        if places:
            place, phrase = drawing.choice(places), drawing.choice(phrases)
            space = " " if code == "en" else ""
            longer = f"{text[:place]}{space}{phrase}{text[place:]}"
            zh, en = (pair.zh.text, longer) if code == "en" else (longer, pair.en.text)
            yield pair_of(zh, en, number=pair.number)


def losses(pairs: Sequence[Pair], code: str, seeds: Sequence[int]) -> Iterator[Pair]:
    """Yield pairs whose side in the language *other* than *code* has lost something."""
    for seed in seeds:
        for pair in pairs:
            drawing = random.Random(seed * 99991 + pair.number)
            text = shortened(_side(pair, _other(code)).text, _other(code), drawing)
            if text:
                zh, en = (text, pair.en.text) if code == "en" else (pair.zh.text, text)
                yield pair_of(zh, en, number=pair.number)


def measured(
    pairs: Sequence[Pair], code: str, vectors: Vectors, encode: Callable[..., Any]
) -> list[Row]:
    """Return the features of the stretch of each pair in language *code*, None without one."""
    both = ((row.zh, row.en) for row in weighing.weigh(pairs, vectors, encode))
    found = (zh if code == "zh" else en for zh, en in both)
    return [tuple(one.features) if one else None for one in found]


def _area(scores: Array, right: Array) -> float:
    order = np.argsort(scores)
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(len(scores))
    n = right.sum()
    return float((ranks[right > 0].sum() - n * (n - 1) / 2) / (n * (len(right) - n)))


def fit_stretches(
    parts: tuple[Sequence[Pair], Sequence[Pair]],
    others: Sequence[Pair],
    vectors: Vectors,
    encode: Callable[..., Any],
) -> dict[str, Any]:
    """Return the weights of stretches by language, and print their figures."""
    for code in ("zh", "en"):
        for _ in range(ROUNDS):
            good, bad = _both(parts[0], code, vectors, encode)
            good += measured(others, code, vectors, encode)
            model.STRETCH_WEIGHTS[code] = _fitted(_trimmed(good, code), bad)
        for name, pairs in zip(("fitted", "kept back"), parts, strict=True):
            good, bad = _both(pairs, code, vectors, encode)
            weights = model.STRETCH_WEIGHTS[code]
            _print_rates(
                code, name, *([_odds(weights, row) for row in part] for part in (good, bad))
            )
    return model.STRETCH_WEIGHTS


def _both(
    pairs: Sequence[Pair], code: str, vectors: Vectors, encode: Callable[..., Any]
) -> tuple[list[Row], list[Row]]:
    """Return what is measured on good pairs, and on the same with something lost or added."""
    worse = [*losses(pairs, code, (1,)), *additions(pairs, code)]
    return measured(pairs, code, vectors, encode), measured(worse, code, vectors, encode)


def _trimmed(good: Sequence[Row], code: str) -> list[Row]:
    weights = model.STRETCH_WEIGHTS[code]
    ordered = sorted(good, key=lambda row: _odds(weights, row))
    return ordered[: len(ordered) - int(TRIMMED * len(ordered))]


def _fitted(good: Sequence[Row], bad: Sequence[Row]) -> tuple[float, ...]:
    rows = [(row, right) for part, right in ((good, 0.0), (bad, 1.0)) for row in part if row]
    table, right = np.array([row for row, _ in rows]), np.array([right for _, right in rows])
    weights = logistic(table, right)
    scaled = (weights[:-1] * table.std(0)).round(2).tolist()
    print("  ", dict(zip(model.NAMES, scaled, strict=True)))
    return tuple(round(float(value), 3) for value in weights)


def _odds(weights: Sequence[float], row: Row) -> float:
    return NOTHING if row is None else odds(row, weights)


def _print_rates(code: str, name: str, good: Sequence[float], bad: Sequence[float]) -> None:
    ordered, lost = sorted(good, reverse=True), np.array(bad)
    area = _area(np.array([*good, *bad]), np.array([0.0] * len(good) + [1.0] * len(bad)))
    print(f"  {code} {name}: {len(good)} good, {len(bad)} with a loss, area {area:.3f}")
    for share in ALARMS:
        threshold = ordered[int(share * len(ordered))]
        print(
            f"    alarms {share:.4f}: over {threshold:.2f}, {np.mean(lost > threshold):.3f} found"
        )


def fit_wrong(
    parts: tuple[Sequence[Pair], Sequence[Pair]], vectors: Vectors, encode: Callable[..., Any]
) -> tuple[float, ...]:
    """Return the weights of wrong pairs, and print their figures."""
    tables = []
    for pairs in parts:
        wrong = [pair_of(a.zh.text, b.en.text) for a, b in pairwise(pairs)]
        tables.append(
            [
                [
                    row.pair_features
                    for row in weighing.weigh(part, vectors, encode)
                    if row.pair_features
                ]
                for part in (pairs, wrong)
            ]
        )
    good, bad = tables[0]
    weights = logistic(np.array(good + bad), np.array([0.0] * len(good) + [1.0] * len(bad)))
    for name, (good, bad) in zip(("fitted", "kept back"), tables, strict=True):
        _print_rates("wrong", name, *([odds(row, weights) for row in part] for part in (good, bad)))
    return tuple(round(float(value), 3) for value in weights)


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--words", action="store_true", help="fit the weights of words as well")
    parser.add_argument("--all", action="store_true", help="fit on all pairs, none kept back")
    given = parser.parse_args()
    encode = load_encoder("default").encode
    vectors = Vectors(encode)
    pairs = read_pairs(given.shared)
    evidence.rows_of([cut(side) for p in pairs for side in (p.zh, p.en)], Familiar(vectors))
    half, rest = ([p for p in pairs if p.number // BLOCK % 2 == k] for k in (0, 1))
    parts = (pairs if given.all else half), rest
    print(f"{len(pairs)} pairs")
    if given.words:
        weights = fit_words(parts[0], vectors)
        print("WORD_WEIGHTS =", weights)
        model.WORD_WEIGHTS.update(weights)
    print("STRETCH_WEIGHTS =", fit_stretches(parts, read_others(given.shared), vectors, encode))
    print("WRONG_WEIGHTS =", fit_wrong(parts, vectors, encode))


if __name__ == "__main__":
    main()
