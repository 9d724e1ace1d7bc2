"""Names of countries and cities that are nearly the one expected: Tahiti for Haiti."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair
from tm.qa.terms.index import Place
from tm.qa.terms.names import known_names, unmatched
from tm.qa.terms.reading import words_in

_KINDS = ("country", "city")
# A word with a capital that does not begin a sentence.
_NAME = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][^\W\d_]{4,24}\b")
_LEAST = 5  # letters of a name that another one can resemble
_EDITS = 2  # letters that differ where the last letters do not, one where they do
_SAME_END = 3  # letters


def name_misspelt(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """A name is nearly that of the country or city that the other text names.

    Fires where a country or city has no counterpart and the English has a name that nobody knows
    and that differs by one or two letters: a slip of the pen, or another place. Silent on known
    names, which `name-differs` compares, and at the beginning of a sentence.
    Example: 联合国海地特派团 | the United Nations mission in Tahiti
    """
    found = unmatched(pair)
    places = [
        place
        for kind in _KINDS
        for place in (found[kind][pair.zh is pair.target] if kind in found else ())
    ]
    if not places:
        return
    words = {match[0]: Span(*match.span()) for match in _NAME.finditer(pair.en.text)}
    for place in {place.designation: place for place in places}.values():
        for name in place.designation.renderings:
            for word in filter(partial(_is_nearly, name), words):
                yield _fault(pair, place, name, words[word])


def _is_nearly(name: str, word: str) -> bool:
    """Tell whether *word* is no known name, and nearly *name*."""
    from rapidfuzz.distance import Levenshtein

    most = _EDITS if word[-_SAME_END:] == name[-_SAME_END:] else 1
    if len(name) < _LEAST or abs(len(name) - len(word)) > most or word.startswith(name[:-1]):
        return False  # too short, or with another ending: Crimean, Azerbaijanis
    edits = Levenshtein.distance(word.lower(), name.lower(), score_cutoff=most)
    return 0 < edits <= most and next(known_names().in_en(words_in(word)), None) is None


def _fault(pair: Pair, place: Place, name: str, span: Span) -> Fault:
    zh, en = pair.zh.text[slice(*place.span)], pair.en.text[slice(*span)]
    return pair.fault(f"{zh} is {name}, not {en}", zh=(place.span,), en=(span,))


CHECKS = (
    Check("name-misspelt", Family.TERMS, "misspelling", Severity.WARNING, find=name_misspelt),
)
