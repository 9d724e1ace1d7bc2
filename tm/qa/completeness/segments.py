"""Segments that stand on one side only, runs of them reported once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpora.types import Kind, Lang, Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair, Side

_NAMES = {
    Kind.HEADING: "heading",
    Kind.ITEM: "list item",
    Kind.NOTE: "note",
    Kind.CELL: "table cell",
    Kind.TITLE: "title",
}
# What a masthead says of the version itself, which is not translated.
_OF_VERSION = re.compile(
    r"(?:(?:Arabic|Chinese|English|French|Russian|Spanish)(?: only)?|Original: .{0,60}"
    r"|Distr\.:? ?.{0,40}|(?:General|Limited|Restricted|Advance \w+ version)"
    r"|(?:只有)?(?:[中英法俄]文|阿拉伯文|西班牙文)"
    r"|原[文件]：?.{0,40}|(?:普遍|限制|一般)分发.{0,10})",
    re.IGNORECASE,
)
SHOWN = 60  # characters of a missing segment in a message


def missing(pairs: Sequence[Pair], knowledge: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """Sentences of the source document have no counterpart in the target document.

    Fires on what the pairing of two documents leaves alone, with its paragraph, and as list item,
    note or heading where it is one. Sentences in a row of one paragraph make one finding. Silent on
    what is left out inside a pair, which `text-omitted` looks at.
    Example: 委员会感谢秘书处。 |
    """
    yield from _runs(pairs, is_source=True)


def added(pairs: Sequence[Pair], knowledge: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """Sentences of the target document have no counterpart in the source document.

    Fires on an explanation added by the translator, a sentence of another version, or one
    translated twice. Silent where `segment-missing` is.
    Example: The Committee thanked the secretariat. |
    """
    yield from _runs(pairs, is_source=False)


def empty(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """The target of a segment is empty.

    Fires on a unit of a bilingual file whose source has text and whose target has none: nobody has
    translated it yet, or the text was lost. Silent where the source itself is empty.
    Example: 差旅费合计 |
    """
    if not _is_of_documents(pair) and pair.source.text.strip() and not pair.target.text.strip():
        yield Fault("the target is empty", (Span(0, len(pair.source.text)),))


def _is_of_documents(pair: Pair) -> bool:
    return pair.unit is not None and bool(pair.unit.bead)


def _runs(pairs: Sequence[Pair], *, is_source: bool) -> Iterator[tuple[Pair, Fault]]:
    """Yield the first pair of each run of segments of one block that stand alone on a side."""
    for (is_alone, *_), run in groupby(pairs, lambda pair: _key(pair, is_source=is_source)):
        alone = [pair for pair in run if is_alone and not _is_of_version(pair)]
        if alone:
            yield alone[0], _fault(alone, is_source=is_source)


def _is_of_version(pair: Pair) -> bool:
    """Whether a piece of a masthead names the language or the distribution of one version."""
    if pair.unit is None or pair.unit.kind != Kind.MASTHEAD:
        return False
    text = pair.source.plain or pair.target.plain
    return _OF_VERSION.fullmatch(text.strip()) is not None


def _key(pair: Pair, *, is_source: bool) -> tuple[object, ...]:
    here, there = _sides(pair, is_source=is_source)
    if not _is_of_documents(pair) or there.text.strip() or not here.text.strip():
        return (False,)
    unit = pair.unit
    starts = unit.label or here.label if unit and unit.kind in _NAMES else ""
    return (True, unit.paragraph if unit else "", unit.kind if unit else "", starts)


def _sides(pair: Pair, *, is_source: bool) -> tuple[Side, Side]:
    return (pair.source, pair.target) if is_source else (pair.target, pair.source)


def _fault(alone: Sequence[Pair], *, is_source: bool) -> Fault:
    first = alone[0]
    here, there = _sides(first, is_source=is_source)
    message = _message(alone, here, there.lang)
    whole = (Span(0, len(here.text)),)
    return Fault(message, whole, ()) if is_source else Fault(message, (), whole)


def _message(alone: Sequence[Pair], here: Side, missing_in: Lang) -> str:
    unit = alone[0].unit
    what = _what(alone, here)
    where = f" of paragraph {unit.paragraph}" if unit and unit.paragraph else ""
    verb = "is" if len(alone) == 1 or what.startswith(("the", "a")) else "are"
    quoted = shortened(here.text)
    return f"{what}{where} {verb} not in the {missing_in.name} text: “{quoted}”"


def _what(alone: Sequence[Pair], here: Side) -> str:
    unit = alone[0].unit
    kind = _NAMES.get(Kind(unit.kind)) if unit and unit.kind in set(Kind) else None
    label = (unit.label if unit else "") or here.label
    if kind:
        return f"the {kind} {label}".rstrip()
    return "a sentence" if len(alone) == 1 else f"{len(alone)} sentences"


def shortened(text: str) -> str:
    """Return the beginning of a text for a message."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"


CHECKS = (
    Check("target-empty", Family.COMPLETENESS, "omission", Severity.ERROR, find=empty),
    Check("segment-missing", Family.COMPLETENESS, "omission", Severity.ERROR, compare=missing),
    Check("segment-added", Family.COMPLETENESS, "addition", Severity.WARNING, compare=added),
)
