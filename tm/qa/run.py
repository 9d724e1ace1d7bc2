"""Checks over the pairs of a file, findings in the order of the pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpora.types import Progress
from tm.qa.check import Check, Knowledge, is_known
from tm.qa.finding import Fault, Finding
from tm.qa.pair import Pair
from tm.qa.registry import CHECKS


def check_pairs(
    pairs: Iterable[Pair],
    knowledge: Knowledge | None = None,
    *,
    checks: Mapping[str, Check] = CHECKS,
    progress: Progress | None = None,
) -> list[Finding]:
    """Return what *checks* find in *pairs*, in the order of the pairs and then of the checks."""
    known = knowledge or Knowledge()
    usable = [check for check in checks.values() if is_known(known, check.needs)]
    finders = [(check.find, check) for check in usable if check.find is not None]
    kept: list[Pair] = []
    found: list[Finding] = []
    for pair in pairs:
        kept.append(pair)
        for find, check in finders:
            for fault in find(pair, known):
                found.append(_finding(pair, check, fault))
        if progress is not None and not len(kept) % 256:
            progress(len(kept), 0)
    found += _in_file(kept, usable, known)
    return sorted(found, key=lambda finding: finding.unit)


def _in_file(pairs: Sequence[Pair], checks: Sequence[Check], known: Knowledge) -> Iterator[Finding]:
    for check in checks:
        if check.compare is not None:
            for pair, fault in check.compare(pairs, known):
                yield _finding(pair, check, fault)


def _finding(pair: Pair, check: Check, fault: Fault) -> Finding:
    return Finding(
        pair.number,
        check.code,
        check.family,
        check.category,
        check.severity,
        fault.message,
        fault.source_spans,
        fault.target_spans,
        pair.unit.paragraph if pair.unit else "",
    )
