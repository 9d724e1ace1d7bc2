"""What stands in a translation where a term of the base should.

A guess by the encoder for people to look at: it decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpora.types import ZH, Span
from tm.folding import HAN
from tm.qa.pair import Side
from tm.qa.terms.abridged import is_edge
from tm.qa.terms.reading import words_in
from tm.qa.terms.rendering import is_grammar

if TYPE_CHECKING:
    from tm.qa.check import Encode

_LONGEST = 6  # words of what may stand for a term
_READ = 2000  # characters of a text that are looked at
_LEAST = 1.0  # sum of the similarities with the term and with its rendering, at most 2
_PAUSE = re.compile(r"[,;:.!?()\[\]“”\"]")
_HAN_RUN = re.compile(rf"[{HAN}]+")


def stands_instead(
    term: str, renderings: Sequence[str], side: Side, *, encode: Encode
) -> Span | None:
    """Return where words stand that mean what *term* and its *renderings* do; None if none do."""
    spans = list(_runs_in_zh(side.plain[:_READ]) if side.lang is ZH else _runs_in_en(side.text))
    if not spans:
        return None
    texts = [side.text[slice(*span)] for span in spans]
    vectors = encode([term, renderings[0], *texts])
    scores = vectors[2:] @ vectors[0] + vectors[2:] @ vectors[1]
    best = int(scores.argmax())
    return spans[best] if scores[best] >= _LEAST else None


def _runs_in_en(text: str) -> Iterator[Span]:
    """Yield runs of words that begin and end with no word of grammar."""
    words = words_in(text[:_READ])
    for first, stem in enumerate(words.stems):
        if is_grammar(stem):
            continue
        for last in range(first, min(first + _LONGEST, len(words.stems))):
            span = words.span(first, last)
            if _PAUSE.search(text, *span):
                break
            if not is_grammar(words.stems[last]):
                yield span


def _runs_in_zh(plain: str) -> Iterator[Span]:
    """Yield runs of Chinese words that begin and end with no word of grammar."""
    import rjieba

    for run in _HAN_RUN.finditer(plain):
        ends = [run.start()]
        for word in rjieba.cut(run[0]):
            ends.append(ends[-1] + len(word))
        for first in range(len(ends) - 1):
            for last in range(first + 1, min(first + _LONGEST, len(ends))):
                span = Span(ends[first], ends[last])
                if not (is_edge(plain[span.start]) or is_edge(plain[span.end - 1])):
                    yield span
