"""Runs of words of a text that may be a term, by the roles of its words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tm.extraction.forms import is_verbal
from tm.extraction.grammar import LINKING, NOT_VERBAL
from tm.extraction.tokens import Role, Words

LONGEST = 6  # plain words of an English phrase
LONGEST_NAME = 32  # words of any
_AFTER = frozenset(("thereto", "thereof"))  # end a name and begin none
_INNER = frozenset(("the", "its", "their", "a", "an"))  # inside a name, or after "of"
_QUOTES = {"《": "》", "“": "”", "「": "」", "『": "』", "〈": "〉", "‘": "’", "«": "»"}
_OPENING = frozenset(_QUOTES)


class Run(NamedTuple):
    """Words ``[first, end)`` of a text."""

    first: int
    end: int


def quotes_of(words: Words) -> list[Run]:
    """Return the insides of quotation marks and title brackets."""
    if _OPENING.isdisjoint(words.words):
        return []
    found: list[Run] = []
    opened: list[tuple[int, str]] = []
    for place, word in enumerate(words.words):
        if word in _QUOTES:
            opened.append((place, _QUOTES[word]))
        elif opened and any(word == closing for _, closing in opened):
            while opened[-1][1] != word:
                opened.pop()
            first = opened.pop()[0] + 1
            if first < place:
                found.append(Run(first, place))
    return sorted(found)


def outermost_quotes(words: Words) -> list[Run]:
    """Return the insides of quotation marks but not of 《》, nor of those in a quotation."""
    marked = [run for run in quotes_of(words) if words.words[run.first - 1] in "“「«"]
    return [
        run
        for run in marked
        if not any(o != run and o.first <= run.first and run.end <= o.end for o in marked)
    ]


def english_runs(en: Words) -> Iterator[Run]:
    """Yield the runs of words that may be a term by the roles of their words."""
    small = [word.lower() for word in en.words]
    closes = [_may_close(*pair) for pair in zip(small, en.roles, strict=True)]
    for first, (word, role) in enumerate(zip(small, en.roles, strict=True)):
        if _may_open(word, role):
            yield from _runs_from(en, small, closes, first)


def _runs_from(
    en: Words, small: Sequence[str], closes: Sequence[bool], first: int
) -> Iterator[Run]:
    words, roles = en.words, en.roles
    is_name = roles[first] >= Role.NAME
    is_listing = False  # after a comma, until "and" ends the list
    plain = joints = 0
    for k in range(first, min(first + LONGEST_NAME, len(small))):
        if roles[k] == Role.JOINT:
            joints += 1
            is_listing &= small[k] != "and"
            if small[k] in _INNER and not (
                (is_name and not plain) or small[k - 1] in LINKING or small[k - 1] == "and"
            ):
                return
        elif small[k] == ",":  # Educational, Scientific and Cultural Organization
            after = words[k + 1 : k + 2]
            if not is_name or not after or not (after[0][0].isupper() or after[0] == "and"):
                return
            is_listing = True
        elif roles[k] < Role.PLAIN:
            return
        plain += roles[k] == Role.PLAIN
        if plain > LONGEST or (plain and not is_name and joints > 3):
            return
        if closes[k] and not is_listing:
            yield Run(first, k + 1)


def _may_open(small: str, role: int) -> bool:
    if role != Role.PLAIN or small in _AFTER:
        return role > Role.PLAIN
    return not is_verbal(small)


def _may_close(small: str, role: int) -> bool:
    if role != Role.PLAIN:
        return role > Role.PLAIN
    if small in NOT_VERBAL:
        return True
    return not is_verbal(small) and not small.endswith(("ly", "ed"))


def phrase_of(en: Words, run: Run) -> str:
    """Return what an English phrase is counted by."""
    return " ".join(en.words[slice(*run)]).lower()
