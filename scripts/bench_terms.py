"""Print the figures of the terminology, a part at a time.

    python scripts/bench_terms.py --part base --lexicon ../shared/train/lexicon/cc_cedict.tsv.xz

extraction: terms of the report in a folder (``--report``), by the gold of its first half and the
judgements beside this script, which cover both halves. The score was fitted to both, so what is
printed first tells how well it fits them; what is cross-validated comes from models that never saw
the Chinese term, though the evidence they weigh was chosen on this report. Then time and memory
of the first beads of a file of pairs (``--pairs``, ``zh TAB en`` lines, ``.tsv.xz``), in a process
of their own.

base: a term base of 100,000 concepts made of a lexicon (``zh TAB en`` lines, ``.tsv.xz``),
each with what joins two of its words where there are too few; the time of lookups in it,
and of the whole command.
"""

from __future__ import annotations

import argparse
import lzma
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tm import TermBase
from tm.terms.concept import Concept, Term
from tm.terms.words import initials_of, surface_of

if TYPE_CHECKING:
    from fit_terms import Fit

COMMAND = (sys.executable, "-c", "from aligner.cli import main; main()")
RUNS = 15  # of the whole command


def words_in(lexicon: Path) -> list[tuple[str, str]]:
    """Return the pairs of a lexicon with Chinese of two characters or more and plain English."""
    with lzma.open(lexicon, "rt", encoding="utf-8") as lines:
        pairs = [line.rstrip("\n").split("\t")[:2] for line in lines]
    return [(zh, en) for zh, en in pairs if len(zh) > 1 and len(en) > 2 and "(" not in en]


def concepts_from(pairs: list[tuple[str, str]], count: int) -> Iterator[Concept]:
    """Yield *count* concepts without a term in common: the lexicon's, then two words joined."""
    rng, seen = random.Random(1), set[str]()
    pairs = list(pairs)
    rng.shuffle(pairs)
    made = 0
    for number in range(100 * count):
        zh, en = pairs[number % len(pairs)]
        if number >= len(pairs):
            more_zh, more_en = rng.choice(pairs)
            zh, en = zh + more_zh, f"{en} {more_en}"
        if zh in seen or en in seen:
            continue
        seen.update((zh, en))
        terms = Term("zh-CN", zh, "preferred", context=f"本段述及{zh}的情况。"), Term("en-US", en)
        yield Concept(terms, kind="other", review="accepted", score=0.9)
        made += 1
        if made == count:
            return


def spread(seconds: list[float]) -> str:
    """Say median, 95th percentile and slowest in milliseconds."""
    ordered = sorted(seconds)
    median, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"median {median * 1e3:.2f}, 95 % {late * 1e3:.2f}, slowest {ordered[-1] * 1e3:.2f} ms"


def exact(term: Term, _rng: random.Random) -> str:
    """Ask for the term itself."""
    return term.text


def inflected(term: Term, _rng: random.Random) -> str:
    """Ask for a plural."""
    return f"{term.text}s" if term.text.isascii() else term.text


def inside(term: Term, rng: random.Random) -> str:
    """Ask for two characters or a word of the term."""
    if not term.text.isascii():
        start = rng.randrange(len(term.text) - 1)
        return term.text[start : start + 2]
    return rng.choice(term.text.split())


def misspelt(term: Term, rng: random.Random) -> str:
    """Ask for the term, of four characters or more, with one changed."""
    place = rng.randrange(len(term.text))
    other = rng.choice(
        "abcdefghijklmnopqrstuvwxyz" if term.text.isascii() else "的一是在不了有和人这"
    )
    return term.text[:place] + other + term.text[place + 1 :]


def initials(term: Term, _rng: random.Random) -> str:
    """Ask for the initials of its pinyin."""
    return initials_of(surface_of(term.text)) or term.text


ASKED: dict[str, Callable[[Term, random.Random], str]] = {
    "exact": exact,
    "inflected": inflected,
    "inside": inside,
    "misspelt": misspelt,
    "initials": initials,
}


def bench_base(options: argparse.Namespace) -> None:
    """Fill a base, look up terms of each kind, run the command."""
    with tempfile.TemporaryDirectory() as temporary:
        path = (options.work or Path(temporary)) / "terms.db"
        if not path.exists():
            fill(path, words_in(options.lexicon), options.concepts)
        with TermBase(path, read_only=True) as base:
            terms = [term for concept in base.concepts() for term in concept.terms]
            size = path.stat().st_size / 1e6
            print(f"base       {base.count():,} concepts, {len(terms):,} terms, {size:.0f} MB")
            for name in ASKED:
                bench_lookup(base, terms, name, options.queries)
            bench_marking(base, terms)
        for words in (["理事会"], ["Comission"], ["联合国", "convention"]):
            bench_command(path, words)


def fill(path: Path, pairs: list[tuple[str, str]], count: int) -> None:
    """Make the base and say how long it took."""
    start = time.perf_counter()
    with TermBase(path) as base:
        added = base.add(concepts_from(pairs, count), origin="lexicon")
    taken = time.perf_counter() - start
    print(f"fill       {added.new:,} new in {taken:.0f} s: {added.new / taken:,.0f} concepts/s")


def bench_lookup(base: TermBase, terms: list[Term], name: str, queries: int) -> None:
    """Time lookups of one kind, and count those that find the term that was meant."""
    rng = random.Random(2)
    fit = [term for term in terms if name != "misspelt" or len(term.text) > 3]
    asked = [(term, ASKED[name](term, rng)) for term in rng.sample(fit, queries)]
    base.find("大会议")  # the first lookups of a process load tables and rapidfuzz
    base.find("conventions")
    seconds, found = [], 0
    for term, query in asked:
        start = time.perf_counter()
        matches = base.find(query)
        seconds.append(time.perf_counter() - start)
        found += any(match.term.text == term.text for match in matches)
    print(f"lookup     {name}: {spread(seconds)}; {found} of {queries} found in the first 20")


def bench_marking(base: TermBase, terms: list[Term]) -> None:
    """Time the marking of texts of ten terms."""
    rng, seconds = random.Random(3), []
    for _ in range(100):
        text = "，".join(term.text for term in rng.sample(terms, 10))
        start = time.perf_counter()
        base.marked(text)
        seconds.append(time.perf_counter() - start)
    print(f"marking    ten terms: {spread(seconds)}")


def bench_command(path: Path, words: list[str]) -> None:
    """Time the whole command, from the start of its process to the end; also its CPU alone."""
    seconds, before = [], processor_time()
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([*COMMAND, "term", *words, "-m", path], check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    mean = (processor_time() - before) / RUNS * 1e3
    print(f"command    duizhao term {' '.join(words)}: {spread(seconds)}; CPU {mean:.0f} ms each")


def processor_time() -> float:
    """Return the seconds of CPU that ended children took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def bench_extraction(options: argparse.Namespace) -> None:
    """Score what is found in the report; time a large file of pairs."""
    if options.report:
        bench_report(options.report)
    if options.pairs:
        arguments = (str(options.pairs), str(options.beads))
        subprocess.run([sys.executable, "-c", TIMED, *arguments], check=True)


def bench_report(folder: Path) -> None:
    """Say what of the gold is found, what of the found is right, and how honest scores are."""
    from fit_terms import Fit, labels_of, read_gold, report_units

    from aligner import load_encoder
    from tm.extraction import THRESHOLD, extract_terms

    gold = read_gold(folder)
    found = extract_terms(report_units(folder), similarity=load_encoder().encode)
    labels = labels_of(((one.zh, [one.en, one.en_base]) for one in found), gold)
    sure = [one for one in found if one.score >= THRESHOLD]
    for name, kept in (("default", sure), ("--all", found)):
        named = [(one.zh, (one.en, one.en_base)) for one in kept]
        print(f"recall     {name}: {recalls(named, gold)}")
    for name, count in (("first 100", 100), ("default", len(sure))):
        known = [label for label in labels[:count] if label == label]  # noqa: PLR0124 - not NaN
        share = sum(known) / max(len(known), 1)
        print(
            f"precision  {name}: {share:.3f} of {len(known)} judged, {count - len(known)} unknown"
        )
    bench_validated(Fit(folder), gold)


def bench_validated(fitted: Fit, gold: Sequence[Mapping[str, str]]) -> None:
    """Say the same of scores by models that never saw the Chinese term."""
    from fit_terms import calibration

    from tm.extraction import THRESHOLD

    scores, labels = fitted.validated(), fitted.labels[fitted.numbers]
    known = labels >= 0
    print("Cross-validated:")
    pairs = [fitted.evidence.pairs[k] for k in fitted.numbers[scores >= THRESHOLD]]
    print(f"recall     default: {recalls([(pair.zh, pair.surfaces) for pair in pairs], gold)}")
    kept = labels[(scores >= THRESHOLD) & known]
    print(f"precision  default: {kept.mean():.3f} of {len(kept)} judged")
    error = calibration(scores[known], labels[known])
    print(f"calibrated expected error {error:.3f} over ten bins")


def recalls(found: Sequence[tuple[str, Iterable[str]]], gold: Sequence[Mapping[str, str]]) -> str:
    """Say how many of the gold terms are found, by importance and of those seen once."""
    from fit_terms import bare, bare_english, keys_of

    names = {(bare(zh), bare_english(en)) for zh, texts in found for en in texts}
    told = []
    for name, rows in (
        ("importance 1", [row for row in gold if row["importance"] == "1"]),
        (
            "seen once",
            [row for row in gold if row["importance"] == row["frequency"] == "1"],
        ),
        ("all", list(gold)),
    ):
        hits = sum(bool(keys_of(row) & names) for row in rows)
        told.append(f"{name} {hits}/{len(rows)} = {hits / len(rows):.3f}")
    return f"{len(found):,} pairs; {', '.join(told)}"


TIMED = """
import lzma, resource, sys, time
from itertools import islice
from aligner import load_encoder
from corpora.types import TranslationUnit, Variant
from tm.extraction import THRESHOLD, extract_terms

def units(path, count):
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, count):
            zh, en = line.rstrip("\\n").split("\\t")[:2]
            yield TranslationUnit((Variant("zh-CN", zh), Variant("en-US", en)))

start = time.perf_counter()
found = extract_terms(
    units(sys.argv[1], int(sys.argv[2])), similarity=load_encoder().encode, second_process=True
)
taken = time.perf_counter() - start
both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
sure = sum(one.score >= THRESHOLD for one in found)
seconds = sum(one.ru_utime for one in both)
memory = " and ".join(f"{one.ru_maxrss / 1024:.0f}" for one in both)  # not at the same time
print(f"speed      {int(sys.argv[2]):,} beads in {taken:.0f} s ({seconds:.0f} s of a core), "
      f"at most {memory} MB in two processes; {sure:,} terms, {len(found):,} candidates")
"""
PARTS: dict[str, Callable[[argparse.Namespace], None]] = {
    "base": bench_base,
    "extraction": bench_extraction,
}


def main() -> None:
    """Run the part that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=sorted(PARTS), required=True)
    parser.add_argument("--lexicon", type=Path, help="base: a .tsv.xz of zh TAB en lines")
    parser.add_argument("--concepts", type=int, default=100_000, help="base: how many")
    parser.add_argument("--queries", type=int, default=1_000, help="base: of each kind")
    parser.add_argument("--report", type=Path, help="extraction: folder of a report with gold")
    parser.add_argument("--pairs", type=Path, help="extraction: a .tsv.xz of zh TAB en lines")
    parser.add_argument("--beads", type=int, default=100_000, help="extraction: how many")
    parser.add_argument("--work", type=Path, help="folder to work in, and to keep")
    options = parser.parse_args()
    print(
        f"settings   part {options.part}, {os.cpu_count()} cores, seed 1, "
        f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}"
    )
    PARTS[options.part](options)


if __name__ == "__main__":
    main()
