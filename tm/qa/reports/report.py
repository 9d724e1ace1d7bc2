"""What a report is made of: the findings that are shown, with the pairs they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from corpora.types import Span
from tm.qa.baseline import fingerprint
from tm.qa.check import Check
from tm.qa.finding import Family, Finding, Severity
from tm.qa.pair import Pair, Side


@dataclass(frozen=True, slots=True)
class Report:
    """The findings in a file, or in two documents, in the order of its pairs."""

    target_name: str  # file that was checked
    findings: tuple[Finding, ...]
    pairs: Mapping[int, Pair] = field(repr=False)  # all that were checked, by their number
    checks: Mapping[str, Check] = field(repr=False)  # all that ran
    source_name: str = ""  # document of the source, where it is a file of its own
    accepted: int = 0  # findings that the baseline hides

    @property
    def name(self) -> str:
        """What was checked, for people."""
        return " ← ".join(filter(None, (self.target_name, self.source_name)))

    def pair_of(self, finding: Finding) -> Pair:
        """Return the pair that *finding* stands in."""
        return self.pairs[finding.unit]

    def mark_of(self, finding: Finding) -> str:
        """Return what a baseline knows *finding* by."""
        return fingerprint(finding.code, self.pair_of(finding))

    def without(self, accepted: Collection[str]) -> Report:
        """Return the report without the findings whose marks are *accepted*, which it counts."""
        kept = tuple(one for one in self.findings if self.mark_of(one) not in accepted)
        return replace(self, findings=kept, accepted=len(self.findings) - len(kept))

    def by_severity(self) -> Counter[str]:
        """Count the findings by severity, the gravest first."""
        return _in_order(Severity, (finding.severity for finding in self.findings))

    def by_family(self) -> Counter[str]:
        """Count the findings by family, in the order of the families."""
        return _in_order(Family, (finding.family for finding in self.findings))


def _in_order(names: Iterable[StrEnum], found: Iterable[StrEnum]) -> Counter[str]:
    counts = Counter(found)
    return Counter({name.value: counts[name] for name in names if counts[name]})


def sides_of(pair: Pair, finding: Finding) -> tuple[tuple[Side, tuple[Span, ...]], ...]:
    """Return source and target, each with the spans that *finding* marks in it."""
    return (pair.source, finding.source_spans), (pair.target, finding.target_spans)


def cut_at(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield the parts of *text* in order, each with whether *spans* mark it.

    Spans may overlap, be out of order or reach beyond the text; empty ones mark nothing.

    >>> list(cut_at("于2018年举行", [Span(1, 5)]))
    [('于', False), ('2018', True), ('年举行', False)]
    """
    end = 0
    for start, stop in sorted(spans):
        begin, stop = max(start, end), min(stop, len(text))  # noqa: PLW2901
        if begin >= stop:
            continue
        if begin > end:
            yield text[end:begin], False
        yield text[begin:stop], True
        end = stop
    if end < len(text):
        yield text[end:], False
