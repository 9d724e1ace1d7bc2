"""Checks over the pairs of a file, findings in the order of the pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from corpora.types import Progress
from tm.qa.check import Check, Knowledge, is_known
from tm.qa.finding import Fault, Finding
from tm.qa.pair import Pair
from tm.qa.registry import CHECKS

_BLOCK = 256  # pairs after which progress is told


def check_pairs(
    pairs: Sequence[Pair],
    knowledge: Knowledge | None = None,
    *,
    checks: Mapping[str, Check] = CHECKS,
    progress: Progress | None = None,
) -> list[Finding]:
    """Return what *checks* find in *pairs*, in the order of the pairs and then of the checks.

    Checks whose part of *knowledge* is absent say nothing. *progress* is told the steps done and
    all there are: one a pair for the checks of pairs together, and one a pair for each check of
    the whole file, told when it is through.
    """
    known = knowledge or Knowledge()
    usable = [check for check in checks.values() if is_known(known, check.needs)]
    passes = 1 + sum(check.compare is not None for check in usable)
    tell = _counting(progress, len(pairs) * passes)
    found = [*_in_pairs(pairs, usable, known, tell), *_in_file(pairs, usable, known, tell)]
    return sorted(found, key=lambda finding: finding.unit)


def _counting(progress: Progress | None, total: int) -> Callable[[int], None]:
    """Return what is told how many steps more are done."""
    done = 0

    def tell(steps: int) -> None:
        nonlocal done
        done += steps
        if progress is not None:
            progress(done, total)

    return tell


def _in_pairs(
    pairs: Sequence[Pair], checks: Sequence[Check], known: Knowledge, tell: Callable[[int], None]
) -> Iterator[Finding]:
    finders = [(check.find, check) for check in checks if check.find is not None]
    for start in range(0, len(pairs), _BLOCK):
        block = pairs[start : start + _BLOCK]
        for pair in block:
            for find, check in finders:
                for fault in find(pair, known):
                    yield _finding(pair, check, fault)
        tell(len(block))


def _in_file(
    pairs: Sequence[Pair], checks: Sequence[Check], known: Knowledge, tell: Callable[[int], None]
) -> Iterator[Finding]:
    for check in checks:
        if check.compare is not None:
            for pair, fault in check.compare(pairs, known):
                yield _finding(pair, check, fault)
            tell(len(pairs))


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
