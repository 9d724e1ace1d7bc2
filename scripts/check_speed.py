"""How many pairs a second the checks take: all of them, and each family alone."""

from __future__ import annotations

import argparse
import lzma
import resource
import time
from collections.abc import Mapping
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path

from aligner import load_encoder
from tm.qa import CHECKS, Check, Family, Knowledge, Pair, check_pairs, pair_of

COUNT = 10_000  # pairs that are timed
WARM = 200  # pairs before the clock starts: lexicons are loaded once a run


def measure_speed(args: argparse.Namespace) -> None:
    """Print pairs a second without and with the encoder and of each family, a process for each."""
    runs = ["without encoder", "with encoder", *(family.value for family in Family)]
    for name in runs:
        with get_context("spawn").Pool(1) as pool:
            rate, of_core, found, peak = pool.apply(_timed, (args.pairs, name))
        core = f"{of_core:,.0f} a second of one core"
        print(f"{name:16} {rate:8,.0f} pairs a second ({core}), {found:,} findings, {peak} MB")


def _timed(path: Path, name: str) -> tuple[float, float, int, int]:
    """Check the pairs at *path*; return pairs a second, of the clock and of processor time.

    Also the number of findings and the peak of memory in MB.
    """
    encode = load_encoder("default").encode if name == "with encoder" else None
    checks = _checks(name)
    known = Knowledge(encode=encode)
    pairs = read_pairs(path, COUNT)
    check_pairs(read_pairs(path, WARM), known, checks=checks)
    start, busy = time.perf_counter(), time.process_time()
    found = check_pairs(pairs, known, checks=checks)
    spent, busy = time.perf_counter() - start, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return COUNT / spent, COUNT / busy, len(found), peak


def _checks(name: str) -> Mapping[str, Check]:
    chosen = {code: check for code, check in CHECKS.items() if check.family == name}
    return chosen or CHECKS


def read_pairs(path: Path, count: int) -> list[Pair]:
    """Read *count* pairs of ``zh TAB en`` lines; a line that comes again gets a number before it.

    So no cache of whole texts helps.
    """
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as stream:
        rows = [line.rstrip("\n").split("\t")[:2] for line in stream]
    pairs = []
    for number, (zh, en) in enumerate(islice(cycle(rows), count)):
        again = f"{number // len(rows)}. " if number >= len(rows) else ""
        pairs.append(pair_of(f"{again}{zh}", f"{again}{en}", number=number))
    return pairs
