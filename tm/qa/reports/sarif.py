"""Findings as SARIF 2.1.0, the form that code hosts and editors show.

The place of a pair is its line in a file that has lines, and always a logical location: the
numbered paragraph and the number of the pair. The fingerprint is that of a baseline.
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from corpora.version import version
from tm.qa.check import Check
from tm.qa.finding import Finding
from tm.qa.pair import place_of
from tm.qa.reports.report import Report, cut_at, sides_of

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_WITHOUT_LINES: Final = (".xlsx", ".xlsm", ".docx", ".gz", ".zip", ".db")
_FINGERPRINT: Final = "duizhao/v1"


def render_sarif(report: Report) -> str:
    """Return the findings of *report* as a SARIF log with one run."""
    codes = list(report.checks)
    driver = {
        "name": "duizhao",
        "version": version(),
        "rules": [_rule(check) for check in report.checks.values()],
    }
    run = {
        "tool": {"driver": driver},
        "artifacts": [{"location": {"uri": uri}} for uri in _uris(report)],
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, codes) for finding in report.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return f"{json.dumps(log, ensure_ascii=False, indent=1)}\n"


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.code,
        "name": "".join(part.title() for part in check.code.split("-")),
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": check.explanation},
        "help": {"text": check.explanation},
        "defaultConfiguration": {"level": check.severity.value},
        "properties": {"tags": list(dict.fromkeys((check.family.value, check.category)))},
    }


def _result(report: Report, finding: Finding, codes: list[str]) -> dict[str, Any]:
    sides = sides_of(report.pair_of(finding), finding)
    marked = [[part for part, is_in in cut_at(side.text, spans) if is_in] for side, spans in sides]
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity.value,
        "message": {"text": finding.message},
        "locations": [_location(report, finding)],
        "partialFingerprints": {_FINGERPRINT: report.mark_of(finding)},
        "properties": {
            "unit": finding.unit,
            "family": finding.family.value,
            "category": finding.category,
            "source": {"text": sides[0][0].text, "marked": marked[0]},
            "target": {"text": sides[1][0].text, "marked": marked[1]},
        },
    }


def _location(report: Report, finding: Finding) -> dict[str, Any]:
    pair = report.pair_of(finding)
    place: dict[str, Any] = {"artifactLocation": {"uri": _uris(report)[0], "index": 0}}
    has_lines = PurePath(report.target_name).suffix.lower() not in _WITHOUT_LINES
    if pair.unit and pair.unit.line and has_lines:
        place["region"] = {"startLine": pair.unit.line}
    logical = [{"fullyQualifiedName": place_of(pair), "kind": "element"}]
    return {"physicalLocation": place, "logicalLocations": logical}


def _uris(report: Report) -> list[str]:
    names = filter(None, (report.target_name, report.source_name))
    return [quote(PurePath(name).as_posix()) for name in names]
