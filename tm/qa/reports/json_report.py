"""Findings as JSON: the form that other programs compute with."""

from __future__ import annotations

import json
from typing import Any

from tm.qa.finding import Finding
from tm.qa.reports.report import Report


def render_json(report: Report) -> str:
    """Return the findings of *report* as one JSON object, a finding a line."""
    lines = (json.dumps(_object(finding), ensure_ascii=False) for finding in report.findings)
    return '{"findings": [' + ",".join(f"\n{line}" for line in lines) + "\n]}\n"


def _object(finding: Finding) -> dict[str, Any]:
    return {
        "unit": finding.unit,
        "code": finding.code,
        "family": finding.family.value,
        "category": finding.category,
        "severity": finding.severity.value,
        "paragraph": finding.paragraph,
        "message": finding.message,
        "source_spans": [list(span) for span in finding.source_spans],
        "target_spans": [list(span) for span in finding.target_spans],
    }
