"""Fit the weights of the bead score, and say how well they do on a book they were not fitted on.

    python scripts/fit_score.py [--shared ../shared] [--encoder default]

The score is linear in its weights, so the paths of a window are a conditional random field
(Lafferty et al. 2001, semi-Markov as in Sarawagi and Cohen 2004): the weights make the gold paths
as likely as they can be. Fitted on the six novels of MAC-dev, intact, with a block of English
sentences removed and with single beads removed, and on two reports with gold: the first half of
the real one and the sample. Leave-one-book-out: each novel is aligned with weights that were
fitted on the other five and the reports.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from bench_sets import GOLD, ROOT, Row, mac_texts, middle_block, pairs_of, print_row
from scipy.optimize import minimize

from aligner import Encoder, Evaluation, Gap, Pair, Settings, Weights, align, evaluate, load_encoder
from aligner.alignment import UNANCHORED, gap_unit, know
from aligner.anchors import Window
from aligner.score import closeness
from aligner.search import Lattice, Shape, posteriors
from aligner.textual import comparable
from corpora import document_of_lines, read_document
from corpora.types import EN, ZH, Document, Span

FITTED: Final = ("margin", "per_segment", "length", "coverage", "quote", "end")
# Not fitted: the novels have no blocks to mix, and few single omissions, which get lost in
# reports when the price of a stranger falls.
HELD: Final = {"stranger": 14.0, "mixed": 5.0}
START: Final = np.array([10.0, 0.8, 1.8, 23.0, 0.9, 1.8, 6.0])  # of FITTED, and the gap
RIDGE: Final = 0.05
ITERATIONS: Final = 30  # of L-BFGS
DIFFERENCE: Final = 1e-4  # of the slope along the gap, taken by difference
PIECE: Final = 40  # source segments of one example, at least
SINGLES: Final = 0.05  # share of beads removed one by one
JUMP: Final = 10  # segments between two gold beads where gold goes on to the notes
REPORTS: Final = 2  # times the reports count

Doubles = npt.NDArray[np.float64]
Segments = tuple[list[str], list[str]]


@dataclass(frozen=True, slots=True)
class Text:
    """Two documents and the gold path through them, nulls included, in order."""

    src: Document
    tgt: Document
    gold: list[Pair]
    omitted: frozenset[int] = field(default_factory=frozenset)  # source segments without English


@dataclass(frozen=True, slots=True)
class Example:
    """A window as the model sees it: by shape the terms of every bead, and those of its gold."""

    n: int
    m: int
    terms: dict[Shape, npt.NDArray[np.float32]]  # (k, n - a + 1, m - b + 1)
    held: dict[Shape, npt.NDArray[np.float32]]  # what the weights that are not fitted give
    unit: float  # of the gap
    gold: Doubles  # (k,) sums of the terms of the gold beads
    gaps: int  # runs of nulls in gold


def novels(shared: Path) -> list[tuple[Text, Text, Text]]:
    """Return each book intact, without a block, and without single beads."""
    books = []
    for number, (zh, en, gold) in enumerate(mac_texts(shared)):
        chance = np.random.default_rng(number)
        single = [p for p in gold if not p.is_null and chance.random() < SINGLES]
        books.append(
            (
                _text((zh, en), gold, []),
                _text((zh, en), gold, middle_block(gold, len(en))),
                _text((zh, en), gold, single),
            )
        )
    return books


def _text(segments: Segments, gold: Sequence[Pair], gone: Sequence[Pair]) -> Text:
    """Return a text without the English of the beads *gone*."""
    zh, en = segments
    dropped = {k for pair in gone for k in range(*pair.tgt)}
    place = np.cumsum([0, *(k not in dropped for k in range(len(en)))]).tolist()
    kept = [
        Pair(pair.src, Span(place[pair.tgt.start], place[pair.tgt.end]))
        for pair in gold
        if not pair.is_null and pair not in gone
    ]
    src = document_of_lines(zh, ZH)
    tgt = document_of_lines([text for k, text in enumerate(en) if k not in dropped], EN)
    omitted = frozenset(k for pair in gone for k in range(*pair.src))
    return Text(src, tgt, path_of(kept, Span(0, len(zh)), Span(0, len(tgt.segments))), omitted)


def path_of(beads: Sequence[Pair], src: Span, tgt: Span) -> list[Pair]:
    """Return *beads* in order with a null for every segment that none covers."""
    path, i, j = [], src.start, tgt.start
    ends = Pair(Span(src.end, src.end), Span(tgt.end, tgt.end))
    for bead in [*sorted(beads, key=lambda pair: pair.src), ends]:
        path += [Pair(Span(k, k + 1), Span(j, j)) for k in range(i, bead.src.start)]
        here = Span(bead.src.start, bead.src.start)
        path += [Pair(here, Span(k, k + 1)) for k in range(j, bead.tgt.start)]
        path += [bead] if not bead.is_null else []
        i, j = bead.src.end, bead.tgt.end
    return path


def reports(shared: Path) -> list[Text]:
    """Return the first half of the real report, where it is, and the sample."""
    sample, real = ROOT / "corpora/sample", shared / "report"
    found = [report(sample, sample / "gold.jsonl")]
    return [*found, report(real, real / GOLD)] if real.is_dir() else found


def report(folder: Path, gold: Path) -> Text:
    """Return the part of a report that its gold covers, as lines of text without blocks."""
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    documents = [read_document(folder / f"report.{code}.txt") for code in ("zh", "en")]
    spans = [
        places(document, [comparable(row[document.lang.code]) for row in rows])
        for document in documents
    ]
    beads = [Pair(*pair) for pair in zip(*spans, strict=True) if all(span.size for span in pair)]
    body = list(before_jump(sorted(beads, key=lambda pair: pair.src)))
    src, tgt = Span(0, body[-1].src.end), Span(0, body[-1].tgt.end)
    return Text(*documents, path_of(body, src, tgt))


def before_jump(beads: Sequence[Pair]) -> Iterator[Pair]:
    """Yield *beads* up to where gold leaves the body, whose rest it does not cover."""
    end = 0
    for bead in beads:
        if bead.src.start - end > JUMP:
            return
        yield bead
        end = bead.src.end


def places(document: Document, texts: Sequence[str]) -> list[Span]:
    """Return the segments that make up each of *texts*; an empty text has none.

    Notes stand after the body in a document, and where they are called in gold.
    """
    segments = [comparable(segment.text) for segment in document.segments]
    spans, next_one = [], 0
    for text in texts:
        order = [*range(next_one, len(segments)), *range(next_one)]
        found = (run for start in order if (run := run_of(segments, start, text)) is not None)
        span = next(found) if text else Span(next_one, next_one)
        next_one = span.end
        spans.append(span)
    return spans


def run_of(segments: Sequence[str], start: int, text: str) -> Span | None:
    """Return the segments from *start* on that *text* is made of."""
    whole = ""
    for end in range(start, len(segments)):
        whole += segments[end]
        if whole == text:
            return Span(start, end + 1)
        if not text.startswith(whole):
            return None
    return None


def examples(text: Text, encoder: Encoder) -> Iterator[Example]:
    """Cut *text* at gold beads into windows, and measure every possible bead in them."""
    known = know(text.src, text.tgt, encoder)
    close = closeness(known.left, known.right, Weights())
    settings = UNANCHORED.fitted(close)
    nothing = replace(settings.weights, **dict.fromkeys((*FITTED, *HELD), 0.0))
    ones = [replace(nothing, **{name: 1.0}) for name in FITTED]
    held = replace(nothing, **HELD)
    for part in parts(text.gold):
        src, tgt = (
            Span(part[0].src.start, part[-1].src.end),
            Span(part[0].tgt.start, part[-1].tgt.end),
        )
        window = Window(src, tgt)
        by_weight = [known.scores(window, weights) for weights in ones]
        terms = {shape: np.stack([scores[shape] for scores in by_weight]) for shape in by_weight[0]}
        sums = [
            terms[p.src.size, p.tgt.size][:, p.src.start - src.start, p.tgt.start - tgt.start]
            for p in part
            if not p.is_null
        ]
        yield Example(
            n=src.size,
            m=tgt.size,
            terms=terms,
            held=known.scores(window, held),
            unit=gap_unit(close),
            gold=np.sum(sums, axis=0, dtype=np.float64),
            gaps=runs_of_nulls(part),
        )


def parts(gold: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Cut a path into runs of at least :data:`PIECE` source segments, after a whole bead."""
    part: list[Pair] = []
    for bead in gold:
        part.append(bead)
        if not bead.is_null and bead.src.end - part[0].src.start >= PIECE:
            yield part
            part = []
    if any(not bead.is_null for bead in part):
        yield part


def runs_of_nulls(path: Sequence[Pair]) -> int:
    """Count the runs of nulls on one side."""
    kinds = [bead.src.size if bead.is_null else None for bead in path]
    return sum(
        kind is not None and kind != before
        for before, kind in zip([None, *kinds], kinds, strict=False)
    )


def loss(values: Doubles, examples: Sequence[Example]) -> tuple[float, Doubles]:
    """Return how unlikely the gold paths are, and the slope; values are of FITTED, then the gap."""
    total, slope = RIDGE / 2 * float(values @ values), RIDGE * values
    for example in examples:
        value, change = loss_of(values, example)
        total, slope = total + value, slope + change
    return total, slope


def loss_of(values: Doubles, example: Example) -> tuple[float, Doubles]:
    """Return the loss of one window, −log of the share of its gold path."""
    weights, gap = values[:-1], float(values[-1]) * example.unit
    scores = {
        shape: np.tensordot(weights, terms, 1).astype(np.float32) + example.held[shape]
        for shape, terms in example.terms.items()
    }
    here, there = (
        posteriors(Lattice(example.n, example.m, scores, Gap(price)), heat=1.0)
        for price in (gap, gap + DIFFERENCE)
    )
    expected = sum(
        np.tensordot(terms, here.beads[shape], ((1, 2), (0, 1)))
        for shape, terms in example.terms.items()
    )
    gap_slope = ((there.mass - here.mass) / DIFFERENCE + example.gaps) * example.unit
    gold = weights @ example.gold - gap * example.gaps
    return here.mass - gold, np.append(expected - example.gold, gap_slope)


def fit(examples: Sequence[Example]) -> Settings:
    """Return the settings under which the gold paths are likeliest."""
    bounds = [(0.0, None)] * len(START)
    options = {"maxiter": ITERATIONS}
    best = minimize(loss, START, examples, "L-BFGS-B", jac=True, bounds=bounds, options=options)
    scale = float(best.x[0])
    chosen = dict(zip(FITTED, (best.x[:-1] / scale).tolist(), strict=True))
    chosen |= {name: value / scale for name, value in HELD.items()}
    weights = replace(Weights(), **chosen)
    gap = Gap(float(best.x[-1]) / scale)
    return replace(UNANCHORED, gap=gap, weights=weights, heat=1 / scale)


def aligned(text: Text, encoder: Encoder, settings: Settings) -> list[Pair]:
    """Align the segments of *text* without anchors."""
    sides = ([segment.text for segment in document.segments] for document in (text.src, text.tgt))
    return pairs_of(align(*sides, encoder=encoder, settings=settings))


def omissions(text: Text, result: Sequence[Pair]) -> tuple[int, int, int, int]:
    """Return source segments omitted and found, and others taken for omitted and in all."""
    nulls = {k for pair in result if pair.is_null for k in range(*pair.src)}
    gone = text.omitted
    others = len(text.src.segments) - len(gone)
    return len(gone), len(nulls & gone), len(nulls - gone), others


def settings_line(settings: Settings) -> str:
    """Return what was fitted."""
    shown = {name: getattr(settings.weights, name) for name in (*FITTED, *HELD)}
    shown |= {"gap": settings.gap.first, "heat": settings.heat}
    return " ".join(f"{key}={value:.3f}" for key, value in shown.items())


def leave_one_out(shared: Path, encoder: Encoder) -> Iterator[Row]:
    """Align each book with weights fitted on the others and the reports."""
    books, whole = novels(shared), measured(reports(shared), encoder) * REPORTS
    of_books = [measured(book, encoder) for book in books]
    total = Evaluation()
    lost = {"20 sentences": np.zeros(4, int), "single beads": np.zeros(4, int)}
    for number, book in enumerate(books):
        others = [e for k, some in enumerate(of_books) if k != number for e in some]
        settings = fit([*others, *whole])
        scores = evaluate(aligned(book[0], encoder, settings), book[0].gold)
        total += scores
        for name, text in zip(lost, book[1:], strict=True):
            lost[name] += omissions(text, aligned(text, encoder, settings))
        yield Row(f"MAC-dev {number + 1:03d}, others' weights", scores, settings_line(settings))
    yield Row("MAC-dev, leave-one-book-out", total)
    for name, (gone, found, false, rest) in lost.items():
        remark = f"omitted sentences found {found}/{gone}, false nulls {false}/{rest}"
        yield Row(f"  the same, {name} removed", remark=remark)


def measured(texts: Iterable[Text], encoder: Encoder) -> list[Example]:
    """Return the windows of several texts."""
    return [example for text in texts for example in examples(text, encoder)]


def main() -> None:
    """Fit without each book and measure on it; then fit on all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--encoder", default="default")
    given = parser.parse_args()
    encoder, clock = load_encoder(given.encoder), time.perf_counter()
    for row in leave_one_out(given.shared, encoder):
        print_row(row)
    texts = [text for book in novels(given.shared) for text in book]
    windows = measured([*texts, *(reports(given.shared) * REPORTS)], encoder)
    print(f"fitted on all {len(windows)} windows: {settings_line(fit(windows))}")
    print(f"encoder {encoder.name}; {time.perf_counter() - clock:.0f} s")


if __name__ == "__main__":
    main()
