"""Quality checks of a translation against its source, the memory and the terms."""

from typing import TYPE_CHECKING

from corpora.lazily import imported_when_asked

if TYPE_CHECKING:
    from tm.qa.check import Check, Knowledge
    from tm.qa.finding import Family, Fault, Finding, Severity
    from tm.qa.pair import Pair, Side, pair_of
    from tm.qa.reading import pairs_from, read_pairs
    from tm.qa.registry import CHECKS
    from tm.qa.reports import Report, write_report
    from tm.qa.run import check_pairs

_HOMES = {
    "CHECKS": "tm.qa.registry",
    "Check": "tm.qa.check",
    "Family": "tm.qa.finding",
    "Fault": "tm.qa.finding",
    "Finding": "tm.qa.finding",
    "Knowledge": "tm.qa.check",
    "Pair": "tm.qa.pair",
    "Report": "tm.qa.reports",
    "Severity": "tm.qa.finding",
    "Side": "tm.qa.pair",
    "check_pairs": "tm.qa.run",
    "pair_of": "tm.qa.pair",
    "pairs_from": "tm.qa.reading",
    "read_pairs": "tm.qa.reading",
    "write_report": "tm.qa.reports",
}

__all__ = [
    "CHECKS",
    "Check",
    "Family",
    "Fault",
    "Finding",
    "Knowledge",
    "Pair",
    "Report",
    "Severity",
    "Side",
    "check_pairs",
    "pair_of",
    "pairs_from",
    "read_pairs",
    "write_report",
]

__getattr__ = imported_when_asked(__name__, _HOMES)
