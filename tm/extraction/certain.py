"""Pairs that brackets, names of countries, or what is left in a bead speak for.

None of them needs a link between words: a name and its short form in round brackets, the names
of one country in both languages, an acronym and the only Chinese words that nothing renders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tm.extraction.countries import country_names
from tm.extraction.edges import UNLINKED
from tm.extraction.phrases import Bead, Sighting
from tm.extraction.runs import Run
from tm.extraction.tokens import Role, Words

LONGEST_SHORT = 8  # words of a short form in brackets
SPARE = 0.3  # a strength that leaves a word over


def certain(bead: Bead, linked: Sequence[Sighting]) -> Iterator[Sighting]:
    """Yield pairs that do not rest on links, *linked* with what brackets say for them."""
    yield from _countries(bead)
    yield from _short_forms(bead, linked)
    yield from _left_over(bead)


def _countries(bead: Bead) -> Iterator[Sighting]:
    if not _any_country().search(bead.zh.text):
        return
    taken: set[int] = set()
    for name, english in country_names().items():
        if name not in bead.zh.text:
            continue
        for other in english:
            zh, en = _run_of(bead.zh, name), _run_of(bead.en, other)
            if zh and en and not taken & {*range(*zh)}:
                taken |= {*range(*zh)}
                yield Sighting(zh, en, 1, 1, 0, 0, 0, 0, known=1)


@lru_cache(maxsize=1)
def _any_country() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, country_names())))


def _run_of(words: Words, name: str) -> Run | None:
    """Return the words that *name* is in a text; None where it is not whole words of it."""
    start = words.text.find(name)
    while start >= 0:
        ends = {words.starts[k] + len(words.words[k]): k + 1 for k in range(len(words.words))}
        firsts = {begin: k for k, begin in enumerate(words.starts)}
        if start in firsts and start + len(name) in ends:
            return Run(firsts[start], ends[start + len(name)])
        start = words.text.find(name, start + 1)
    return None


def _short_forms(bead: Bead, linked: Sequence[Sighting]) -> Iterator[Sighting]:
    """Yield short forms in round brackets, paired in order, and what stands before both."""
    zh, en = (_bracketed(words) for words in (bead.zh, bead.en))
    en = [run for run in en if bead.en.roles[run.first] >= Role.NAME]
    if len(zh) == len(en):
        for first, other in zip(zh, en, strict=True):
            yield Sighting(first, other, 1, 1, 0, 0, 0, 0, defined=1)
    before = {run.first - 1: run for run in en}
    zh_before = {run.first - 1 for run in zh}
    for seen in linked:
        if seen.en.end in before and seen.worth > 0.3 and seen.en_cut < 1:
            if seen.zh.end in zh_before:
                yield seen._replace(defined=1.0)
            short = before[seen.en.end]
            if not zh and _abbreviates(bead.en, short, seen.en):
                yield seen._replace(en=short, en_cut=0.0, defined=0.5)


def _bracketed(words: Words) -> list[Run]:
    """Return what stands in round brackets and may be a short form."""
    found, first = [], None
    for place, word in enumerate(words.words):
        if word in "(（":
            first = place + 1
        elif word in ")）" and first is not None:
            run = Run(first, place)
            roles = words.roles[first:place]
            if 0 < len(roles) <= LONGEST_SHORT and all(role >= Role.PLAIN for role in roles):
                found.append(run)
            first = None
    return found


def _abbreviates(en: Words, short: Run, full: Run) -> bool:
    """Tell whether *short* is an acronym of *full*: it begins alike, and its letters are there."""
    letters = "".join(en.words[slice(*short)]).lower()
    words = [word.lower() for word in en.words[slice(*full)]]
    return (
        short.end - short.first == 1 and letters[:1] == words[0][:1] and is_acronym(letters, words)
    )


def is_acronym(letters: str, words: Sequence[str]) -> bool:
    """Tell whether *letters* are, in order, letters of *words*, most of them first ones.

    >>> is_acronym("unodc", "united nations office on drugs and crime".split())
    True
    >>> is_acronym("unodc", "economic community".split())
    False
    """
    initials = [word[0] for word in words]
    at = 0
    hits = 0
    for letter in letters:
        if letter in initials[at:]:
            at = initials.index(letter, at) + 1
            hits += 1
    return hits >= 2 and hits >= 0.6 * len(letters)


def _left_over(bead: Bead) -> Iterator[Sighting]:
    """Yield acronyms that nothing is linked to, each with runs of Chinese words that are left."""
    columns = bead.links.max(0)
    spare = [
        place
        for place, role in enumerate(bead.en.roles)
        if role == Role.ACRONYM and columns[place] < SPARE
    ]
    if not spare or len({bead.en.words[place] for place in spare}) > 2:
        return
    rows = bead.links.max(1)
    for zh in _loose_runs(bead.zh, [bool(strength < SPARE) for strength in rows]):
        for place in spare:
            away = abs(zh.first / len(rows) - place / len(columns))
            cut = 0.5 * sum(rows[k] >= UNLINKED for k in range(*zh)) / (zh.end - zh.first)
            yield Sighting(
                zh, Run(place, place + 1), 0.5, 0.5, 0, cut, 0, 0, leftover=max(1 - away, 0.2)
            )


def _loose_runs(zh: Words, is_loose: Sequence[bool]) -> Iterator[Run]:
    """Yield the longest runs of words of Chinese that nothing is linked to."""
    first = None
    for place in range(len(is_loose) + 1):
        is_in = place < len(is_loose) and is_loose[place] and zh.roles[place] >= Role.PLAIN
        if is_in and first is None:
            first = place
        elif not is_in and first is not None:
            if sum(len(word) for word in zh.words[first:place]) > 1:
                yield Run(first, place)
            first = None
