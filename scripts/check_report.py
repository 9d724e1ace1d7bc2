"""What the checks find in a real report: the Chinese version against the English one."""

from __future__ import annotations

import argparse
from collections import Counter

from aligner.cli.check_input import knowledge_of, pairs_of
from tm.qa import CHECKS, Family, check_pairs
from tm.qa.pair import place_of
from tm.qa.reports import Report
from tm.qa.reports.report import cut_at, sides_of

_SHOWN = 160  # characters of a text


def measure_report(args: argparse.Namespace) -> None:
    """Print all findings but notes by family, with their places, texts and what is marked."""
    source, target = (args.report / f"report.{code}.txt" for code in ("zh", "en"))
    encoder = "default" if args.encoder else "none"
    with knowledge_of(None, None, encoder) as known:
        pairs = pairs_of(target, source, (None, None), encoder=encoder, quiet=True)
        found = [one for one in check_pairs(pairs, known) if one.severity != "note"]
    report = Report(target.name, tuple(found), {pair.number: pair for pair in pairs}, CHECKS)
    print(f"{len(pairs)} pairs, {len(found)} findings {dict(report.by_family())}")
    print(dict(Counter(one.code for one in found)))
    for family in Family:
        for one in found:
            if one.family == family:
                pair = report.pair_of(one)
                print(f"\n{family} {one.severity} {one.code}, {place_of(pair)}: {one.message}")
                for side, spans in sides_of(pair, one):
                    print(f"    {_marked(side.text, spans)}")


def _marked(text: str, spans: object) -> str:
    marked = "".join(f"[[{part}]]" if is_in else part for part, is_in in cut_at(text, spans))
    start = max(marked.find("[[") - _SHOWN // 2, 0) if len(marked) > _SHOWN else 0
    return marked[start : start + _SHOWN]
