"""Findings as one self-contained HTML page for a reviser.

Filters, search, keys and the marks of false alarms are in ``findings.js``, the looks in
``findings.css``. The page asks nothing of the network, see :mod:`corpora.offline`; its export
is a baseline as :mod:`tm.qa.baseline` reads it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from corpora.offline import fill_page
from corpora.types import Span
from tm.qa.baseline import TOOL, VERSION
from tm.qa.finding import Finding
from tm.qa.pair import Pair, Side, place_of
from tm.qa.reports.report import Report, cut_at, sides_of

_ROWS_IN_GROUP = 40  # a group is what a browser skips while it is off the screen


def render_html(report: Report) -> str:
    """Return the page of *report*; the same report gives the same bytes."""
    findings = report.findings
    return fill_page(
        "tm.qa.reports",
        "findings",
        title=escape(report.name),
        tool=TOOL,
        version=str(VERSION),
        sums=escape(_sums(report)),
        severities=_options(Counter(finding.severity.value for finding in findings)),
        families=_options(Counter(finding.family.value for finding in findings)),
        categories=_options(Counter(finding.category for finding in findings)),
        groups="\n".join(_groups(report)),
    )


def _sums(report: Report) -> str:
    parts = [f"{len(report.findings):,} findings in {len(report.pairs):,} segments"]
    parts += [f"{n:,} hidden by the baseline"] if (n := report.accepted) else []
    return " · ".join(parts)


def _options(counts: Counter[str]) -> str:
    return "".join(
        f'<option value="{escape(name)}">{escape(name)} ({count:,})</option>'
        for name, count in sorted(counts.items())
    )


def _groups(report: Report) -> Iterator[str]:
    for paragraph, group in groupby(report.findings, key=lambda finding: finding.paragraph):
        rows = [_row(report, finding) for finding in group]
        head = f"<h2>Paragraph {escape(paragraph)}</h2>" if paragraph else ""
        for start in range(0, len(rows), _ROWS_IN_GROUP):
            part = "\n".join(rows[start : start + _ROWS_IN_GROUP])
            yield f"<section>{'' if start else head}\n{part}\n</section>"


def _row(report: Report, finding: Finding) -> str:
    pair = report.pair_of(finding)
    severity, family = finding.severity.value, finding.family.value
    facts = {
        "severity": severity,
        "family": family,
        "category": finding.category,
        "mark": report.mark_of(finding),
    }
    data = " ".join(f'data-{name}="{escape(value)}"' for name, value in facts.items())
    texts = "".join(_text(side, spans, pair) for side, spans in sides_of(pair, finding))
    return (
        f'<article class="{severity}" {data} tabindex="-1">'
        f'<p class="head"><b>{severity}</b> {_code(report, finding)} · {family} · '
        f"{escape(place_of(pair))}</p>"
        f'<p class="message">{escape(finding.message)}</p>'
        f'<div class="texts">{texts}</div>'
        '<button type="button" aria-pressed="false" title="Mark as a false alarm (x)">'
        "False alarm</button></article>"
    )


def _code(report: Report, finding: Finding) -> str:
    summary = escape(report.checks[finding.code].summary)
    return f'<span class="code" title="{summary}">{escape(finding.code)}</span>'


def _text(side: Side, spans: Sequence[Span], pair: Pair) -> str:
    if not side.text:
        return f'<p class="void">not in the {side.lang.name}</p>'
    label = f"{escape(side.label)} " if side.label else ""
    return f'<p lang="{_tag(side, pair)}">{label}{_marked(side.text, spans)}</p>'


def _tag(side: Side, pair: Pair) -> str:
    """Return the tag of *side*, with the script or region that the file says."""
    tags = [variant.lang for variant in pair.unit.variants] if pair.unit else []
    known = (tag for tag in tags if tag.partition("-")[0].lower() == side.lang.code)
    return escape(next(known, side.lang.tag))


def _marked(text: str, spans: Sequence[Span]) -> str:
    return "".join(
        f"<mark>{escape(part)}</mark>" if is_in else escape(part)
        for part, is_in in cut_at(text, spans)
    )
