"""How often the checks of numbers speak on real pairs, and how often they are right.

The alarms were read; ``check.judged.tsv`` keeps what they turned out to be: ``error`` (the two
texts do differ), ``cut`` (one text is a piece of the other, or of another sentence) or ``false``.
"""

from __future__ import annotations

import argparse
import csv
import lzma
from collections import Counter, defaultdict
from pathlib import Path

from tm.qa import CHECKS, Finding, Severity, check_pairs, pair_of

JUDGED = Path(__file__).with_name("check.judged.tsv")


def measure_unpc(args: argparse.Namespace) -> None:
    """Print the rate of alarms of the family *numbers* and what they were judged to be."""
    rows = read_rows(args.pairs)
    pairs = [pair_of(zh, en, number=number) for number, (zh, en) in enumerate(rows)]
    checks = {code: check for code, check in CHECKS.items() if check.family == "numbers"}
    alarms: dict[int, list[Finding]] = defaultdict(list)
    for finding in check_pairs(pairs, checks=checks):
        if finding.severity is not Severity.NOTE:
            alarms[finding.unit].append(finding)
    found = [finding for findings in alarms.values() for finding in findings]
    print(f"{len(found)} alarms on {len(alarms)} of {len(rows)} pairs: "
          f"{100 * len(alarms) / len(rows):.2f} pairs in 100; "
          f"by code {dict(Counter(finding.code for finding in found))}")  # fmt: skip
    judged = read_judged(JUDGED)
    verdicts = Counter(judged.get((f.unit, f.code), "not read") for f in found)
    false = {f.unit for f in found if judged.get((f.unit, f.code)) == "false"}
    print(f"judged: {dict(verdicts)}; false ones on {len(false)} pairs, "
          f"{100 * len(false) / len(rows):.2f} in 100")  # fmt: skip
    if args.show == "alarms":
        for number, findings in alarms.items():
            print(f"\n{number}\n  {rows[number][0]}\n  {rows[number][1]}")
            for f in findings:
                print(f"  ! {f.code}: {f.message} [{judged.get((number, f.code), 'not read')}]")


def read_rows(path: Path) -> list[tuple[str, str]]:
    """Read ``zh TAB en`` lines, compressed or plain."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as stream:
        cells = [line.rstrip("\n").split("\t") for line in stream]
    return [(row[0], row[1]) for row in cells if len(row) > 1]


def read_judged(path: Path) -> dict[tuple[int, str], str]:
    """Read the judgement of each pair and code."""
    with path.open(encoding="utf-8") as stream:
        rows = csv.DictReader(stream, delimiter="\t")
        return {(int(row["pair"]), row["code"]): row["judgement"] for row in rows}
