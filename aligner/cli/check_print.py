"""How findings are printed: by file and paragraph, both texts with what is wrong underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from aligner.cli.summary import OUTSIDE
from aligner.cli.terminal import ELLIPSIS, counted, fitted, say, say_marked, say_pieces
from corpora.types import Span

if TYPE_CHECKING:
    from tm.qa import Check, Finding, Pair, Side
    from tm.qa.reports import Report

_LONG: Final = 300  # characters of a text that is shown whole
_AROUND: Final = 80  # characters shown on either side of what is marked in a longer one
_STYLES: Final = {"error": "error", "warning": "doubt", "note": "dim"}
_GAP: Final = f" {ELLIPSIS} "


def print_findings(report: Report) -> None:
    """Print the findings of *report*, those of one pair above its texts."""
    for name, group in groupby(report.findings, key=lambda finding: _file_of(report, finding)):
        say(name, "bold")
        _print_file(report, list(group))


def _file_of(report: Report, finding: Finding) -> str:
    """Name the file that *finding* stands in, of a bilingual one the document as well."""
    unit = report.pair_of(finding).unit
    document = unit.document if unit and not report.source_name else ""
    return f"{report.name}: {document}" if document else report.name


def _print_file(report: Report, findings: Sequence[Finding]) -> None:
    are_numbered = any(finding.paragraph for finding in findings)
    for paragraph, group in groupby(findings, key=lambda finding: finding.paragraph):
        if are_numbered:
            say()
            say(f"Paragraph {paragraph}" if paragraph else OUTSIDE.capitalize(), "bold")
        for number, many in groupby(group, key=lambda finding: finding.unit):
            _print_pair(report.pairs[number], list(many))


def _print_pair(pair: Pair, findings: Sequence[Finding]) -> None:
    from tm.qa.pair import segment_of

    for finding in findings:
        severity = finding.severity.value
        place = f"  {segment_of(pair)}: "
        what = f"{severity} {finding.code}"
        say_pieces([(place, "dim"), (what, _STYLES[severity]), (f"  {finding.message}", "")], 4)
    spans = [span for finding in findings for span in finding.source_spans]
    _print_side(pair.source, spans)
    spans = [span for finding in findings for span in finding.target_spans]
    _print_side(pair.target, spans)


def _print_side(side: Side, spans: Sequence[Span]) -> None:
    if not side.text:
        say(f"    {side.lang.code}  –", "dim")
        return
    label = f"{side.label} " if side.label else ""
    is_all = any(span.start <= 0 and span.end >= len(side.text) for span in spans)
    text, marked = excerpt(side.text, () if is_all else spans)
    say_marked(f"    {side.lang.code}  {label}", text, marked)


def excerpt(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """Return *text*, of a long one what stands around *spans*, with the spans where they are now.

    >>> text, spans = excerpt("甲" * 500 + "2018" + "乙" * 500, [Span(500, 504)])
    >>> len(text), text[spans[0].start : spans[0].end]
    (168, '2018')
    """
    if len(text) <= _LONG:
        return text, list(spans)
    shown, moved = "", []
    for start, end, inside in _windows(text, spans):
        shown += f"{ELLIPSIS} " if start and not shown else _GAP if shown else ""
        shift = len(shown) - start
        moved += [Span(a + shift, min(b, end) + shift) for a, b in inside]
        shown += text[start:end]
        last = end
    return shown + (f" {ELLIPSIS}" if last < len(text) else ""), moved


def _windows(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, list[Span]]]:
    """Yield from where to where *text* is shown, with the spans in it."""
    inside: list[Span] = []
    start, end = 0, _LONG // 2
    for span in sorted(spans):
        a = _at_word(text, max(span.start - _AROUND, 0), -1)
        b = _at_word(text, min(span.end, span.start + _LONG, len(text)) + _AROUND, 1)
        if inside and a > end:
            yield start, end, inside
            inside = []
        start, end = (min(start, a), max(end, b)) if inside else (a, b)
        inside.append(span)
    yield start, end, inside


def _at_word(text: str, place: int, step: int) -> int:
    """Move *place* in the direction of *step* to the end of an English word, if it is near."""
    place = min(place, len(text))
    for moved in range(place, place + _AROUND // 4 * step, step):
        if not 0 < moved < len(text) or not text[moved - 1 : moved + 1].isascii():
            return max(min(moved, len(text)), 0)
        if not text[moved - 1 : moved + 1].isalnum():
            return moved
    return place


def print_summary(report: Report) -> None:
    """Print one line: how many findings there are, by severity and family."""
    total = counted(len(report.findings), "finding") if report.findings else "Nothing found"
    parts = [f"{total} in {counted(len(report.pairs), 'segment')}"]
    for counts in (report.by_severity(), report.by_family()):
        if counts:
            parts.append(", ".join(f"{name} {number:,}" for name, number in counts.items()))
    if report.accepted:
        parts.append(f"{report.accepted:,} hidden by the baseline")
    say("; ".join(parts), "bold" if report.findings else "")


def print_checks(checks: Sequence[Check]) -> None:
    """Print a table of *checks*: code, family, severity, what is wrong."""
    rows = [("code", "family", "severity", "what")]
    rows += [(check.code, check.family, check.severity, check.summary) for check in checks]
    for line in fitted(rows, spare=(1,)):
        say(line)


def print_explanation(check: Check) -> None:
    """Print what there is to know of *check*."""
    say(check.code, "bold")
    say(f"{check.family}, {check.severity}, ITS 2.0 {check.category}", "dim")
    say()
    for line in check.explanation.splitlines():
        say(line)
