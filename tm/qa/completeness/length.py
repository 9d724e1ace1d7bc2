"""A translation much shorter or longer than its source makes expect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.types import ZH
from tm.qa.check import Check, Knowledge
from tm.qa.completeness.lengths import bound, expected, off_by, usual_of
from tm.qa.completeness.untranslated import is_untranslated
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair

WORTH = 12  # English characters expected: below it lengths say nothing


def lengths(pairs: Sequence[Pair], knowledge: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """The target is far shorter or longer than the source makes expect.

    Fires where one correct pair of a thousand is as far off what is usual in the file (one Chinese
    character for 3.5 letters in reports of the United Nations): short headings may vary more than
    long sentences. Silent on names, numbers and symbols, and where the text was left untranslated,
    which has a check of its own.
    Example: 委员会在第十次会议上审议了该项目，并通过了一项决议草案。 | The Committee met.
    """
    centre = usual_of(pairs).centre
    for pair in pairs:
        if not (pair.source.text.strip() and pair.target.text.strip()) or is_untranslated(pair):
            continue
        wanted = expected(pair.zh.text)
        off = off_by(pair) - centre
        if wanted >= WORTH and abs(off) > bound(wanted):
            yield pair, Fault(_message(pair, off))


def _message(pair: Pair, off: float) -> str:
    """Tell how many times the target is as long as expected, whichever side is Chinese."""
    times = 2.718281828 ** (-off if pair.target.lang is ZH else off)
    return (
        f"{len(pair.target.text)} characters for {len(pair.source.text)} in the source: "
        f"{times:.1f} times the usual length"
    )


CHECKS = (
    Check("length-differs", Family.COMPLETENESS, "length", Severity.WARNING, compare=lengths),
)
