"""Clauses that one side has and the other lacks, and targets of another source.

Needs an encoder; without one the lengths alone speak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.completeness.model import LACKING, WRONG
from tm.qa.completeness.segments import shortened
from tm.qa.completeness.weighing import Found, Weighed, lack, mismatch
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair, place_of


def omitted(pairs: Sequence[Pair], knowledge: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """A clause, list item or sentence of the source has no counterpart in the target.

    Fires on the stretch whose words find nothing like them in the target, where the lengths of the
    two sides leave room for it; needs an encoder. Silent on words of grammar, on names and short
    forms that it does not know, and on free translations whose lengths agree.
    Example: 减少贫困，改善农村地区的道路。 | Reduce poverty.
    """
    for weighed in _lacking(pairs, knowledge):
        found = _of_side(weighed, weighed.pair.source.lang.code)
        if found is not None and lack(found) > LACKING[found.words.lang.code]:
            span, words = _place(found)
            yield weighed.pair, Fault(f"nothing in the target renders “{words}”", (span,))


def added(pairs: Sequence[Pair], knowledge: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """A clause, list item or sentence of the target has no counterpart in the source.

    Fires on a stretch of the target, by the same evidence as `text-omitted`; needs an encoder.
    Silent where `text-omitted` is.
    Example: 港口仍然关闭。 | The port remains closed for reasons of security and public order.
    """
    for weighed in _lacking(pairs, knowledge):
        found = _of_side(weighed, weighed.pair.target.lang.code)
        if found is not None and lack(found) > LACKING[found.words.lang.code]:
            span, words = _place(found)
            yield weighed.pair, Fault(f"nothing in the source stands for “{words}”", (), (span,))


def wrong(pairs: Sequence[Pair], knowledge: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """The target translates another source.

    Fires where the two sides say different things: hardly a word of either finds its like in the
    other. Says so where the source of a pair nearby fits the target; needs an encoder. Silent on
    texts with fewer than three words of content.
    Example: 监测站大多位于下游，由当局维护。 | Delegations welcomed the Executive Secretary.
    """
    for weighed in _weighed(pairs, knowledge):
        if _is_wrong(weighed):
            yield weighed.pair, Fault(_mismatch(weighed))


def _mismatch(weighed: Weighed) -> str:
    message = "the target says something else than the source"
    if weighed.nearer is None:
        return message
    quoted = shortened(weighed.nearer.source.text)
    return f"{message}; it fits that of {place_of(weighed.nearer)}: “{quoted}”"


def _weighed(pairs: Sequence[Pair], knowledge: Knowledge) -> Iterator[Weighed]:
    if knowledge.weighing is not None:
        yield from knowledge.weighing.of(pairs)


def _lacking(pairs: Sequence[Pair], knowledge: Knowledge) -> Iterator[Weighed]:
    return (weighed for weighed in _weighed(pairs, knowledge) if not _is_wrong(weighed))


def _is_wrong(weighed: Weighed) -> bool:
    return mismatch(weighed) > WRONG


def _of_side(weighed: Weighed, code: str) -> Found | None:
    return weighed.zh if code == "zh" else weighed.en


def _place(found: Found) -> tuple[Span, str]:
    span = Span(*found.words.slice(found.stretch.first, found.stretch.end))
    return span, found.words.text[span.start : span.end].strip(" ,，、；;")


CHECKS = (
    Check(
        "text-omitted",
        Family.COMPLETENESS,
        "omission",
        Severity.WARNING,
        compare=omitted,
        needs="encode",
    ),
    Check(
        "text-added",
        Family.COMPLETENESS,
        "addition",
        Severity.WARNING,
        compare=added,
        needs="encode",
    ),
    Check(
        "wrong-pair",
        Family.COMPLETENESS,
        "mistranslation",
        Severity.ERROR,
        compare=wrong,
        needs="encode",
    ),
)
