"""Findings as JUnit's XML, which servers that build and test show: a pair is a test case.

The form is that of Jenkins. A test case has one failure at most, which lists all findings of
the pair: some readers refuse a second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from corpora.characters import without_controls
from tm.qa.finding import Finding
from tm.qa.pair import Pair, place_of
from tm.qa.reports.report import Report


def render_junit(report: Report) -> str:
    """Return *report* as a test suite: a test case a pair, failed where it has findings."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.unit].append(finding)
    counts = f'tests="{len(report.pairs)}" failures="{len(found)}" errors="0" skipped="0" time="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<testsuites>",
        f"<testsuite name={_attribute(report.name)} {counts}>",
        *_cases(report, found),
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _cases(report: Report, found: dict[int, list[Finding]]) -> Iterator[str]:
    group = _attribute(report.target_name)
    for number, pair in report.pairs.items():
        head = f'<testcase classname={group} name={_attribute(place_of(pair))} time="0"'
        yield (
            f"{head}>{_failure(pair, found[number])}</testcase>" if number in found else f"{head}/>"
        )


def _failure(pair: Pair, many: Sequence[Finding]) -> str:
    said = [f"{finding.severity.value} {finding.code}: {finding.message}" for finding in many]
    text = "\n".join([*said, pair.source.text, pair.target.text])
    kind = ", ".join(dict.fromkeys(finding.code for finding in many))
    head = f"<failure type={_attribute(kind)} message={_attribute(said[0])}>"
    return f"{head}{escape(_printable(text))}</failure>"


def _attribute(text: str) -> str:
    return quoteattr(_printable(text))


def _printable(text: str) -> str:
    return without_controls(text).encode("utf-8", "replace").decode()
