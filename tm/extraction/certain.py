"""Pairs that brackets, quotation marks, names of countries, or what is left in a bead speak for.

None of them needs a link between words: a name and its short form in round brackets, what both
sides have in quotation marks, the names of one country in both languages, an acronym and the
only Chinese words that nothing renders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tm.extraction.countries import country_names
from tm.extraction.edges import UNLINKED
from tm.extraction.phrases import LONGEST_TITLE, Bead, Sighting
from tm.extraction.runs import Run, outermost_quotes
from tm.extraction.tokens import Role, Words

LONGEST_SHORT = 8  # words of a short form in brackets
SPARE = 0.3  # a strength that leaves a word over


def certain(bead: Bead, linked: Sequence[Sighting]) -> Iterator[Sighting]:
    """Yield pairs that do not rest on links, *linked* with what brackets say for them."""
    yield from _countries(bead)
    yield from _short_forms(bead, linked)
    yield from _left_over(bead)
    yield from _quotations(bead)


def _quotations(bead: Bead) -> Iterator[Sighting]:
    """Yield what stands in quotation marks, in order, where both sides have as many of them.

    A quotation inside another is none of them.
    """
    zh, en = (outermost_quotes(words) for words in (bead.zh, bead.en))
    if len(zh) == len(en):
        for first, other in zip(zh, en, strict=True):
            if max(first.end - first.first, other.end - other.first) <= LONGEST_TITLE:
                yield Sighting(first, other, 1, 1, 0, 0, 0, 0, zh_quoted=1, en_quoted=1)


def _countries(bead: Bead) -> Iterator[Sighting]:
    if not _any_country().search(bead.zh.text):
        return
    taken: set[int] = set()
    for name, english in country_names().items():
        if name not in bead.zh.text:
            continue
        for other in english:
            found = _nearest(bead, _runs_of(bead.zh, name), _runs_of(bead.en, other))
            if found and not taken & {*range(*found[0])}:
                taken |= {*range(*found[0])}
                yield Sighting(*found, 1, 1, 0, 0, 0, 0, known=1)


def _nearest(bead: Bead, zh: Sequence[Run], en: Sequence[Run]) -> tuple[Run, Run] | None:
    """Return the two runs that are linked best, the first ones of several."""
    pairs = [(first, other) for first in zh for other in en]
    links = bead.links
    return max(pairs, key=lambda pair: links[slice(*pair[0]), slice(*pair[1])].sum(), default=None)


@lru_cache(maxsize=1)
def _any_country() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, country_names())))


def _runs_of(words: Words, name: str) -> list[Run]:
    """Return the words that *name* is in a text, where it is whole words of it."""
    found = []
    start = words.text.find(name)
    while start >= 0:
        ends = {words.starts[k] + len(words.words[k]): k + 1 for k in range(len(words.words))}
        firsts = {begin: k for k, begin in enumerate(words.starts)}
        if start in firsts and start + len(name) in ends:
            found.append(Run(firsts[start], ends[start + len(name)]))
        start = words.text.find(name, start + 1)
    return found


def _short_forms(bead: Bead, linked: Sequence[Sighting]) -> Iterator[Sighting]:
    """Yield short forms in round brackets, paired in order, and what stands before both.

    Where English alone has one, the Chinese before it is that of the full form.
    """
    zh, en = (_bracketed(words) for words in (bead.zh, bead.en))
    en = [run for run in en if bead.en.roles[run.first] >= Role.NAME]
    if len(zh) == len(en):
        for first, other in zip(zh, en, strict=True):
            yield Sighting(first, other, 1, 1, 0, 0, 0, 0, defined=1, known=1)
    ends = {run.first - 1 for run in zh}
    for short in en:
        full = [seen for seen in _full_forms(bead, short, linked) if not zh or seen.zh.end in ends]
        best = max(full, key=lambda seen: seen.worth, default=None)
        if best and zh:
            yield best._replace(defined=1.0)
        elif best and _abbreviates(bead.en, short, best.en):
            yield Sighting(
                best.zh, short, 1, 1, 0, 0, 0, best.zh_cut, defined=1, known=1, is_repeated=True
            )


def _full_forms(bead: Bead, short: Run, linked: Sequence[Sighting]) -> list[Sighting]:
    """Return those of *linked* that end before the bracket of *short*, if any the likely ones."""
    before = [
        seen
        for seen in linked
        if seen.en.end == short.first - 1 and seen.worth > 0.3 and seen.en_cut < 1
    ]
    return [seen for seen in before if _abbreviates(bead.en, short, seen.en)] or before


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
    if len(spare) == 1 and not outermost_quotes(bead.en):
        yield from _called(bead, Run(spare[0], spare[0] + 1))
    rows = bead.links.max(1)
    for zh in _loose_runs(bead.zh, [bool(strength < SPARE) for strength in rows]):
        for place in spare:
            away = abs(zh.first / len(rows) - place / len(columns))
            cut = 0.5 * sum(rows[k] >= UNLINKED for k in range(*zh)) / (zh.end - zh.first)
            yield Sighting(
                zh, Run(place, place + 1), 0.5, 0.5, 0, cut, 0, 0, leftover=max(1 - away, 0.2)
            )


def _called(bead: Bead, acronym: Run) -> Iterator[Sighting]:
    """Yield what Chinese has in quotation marks where English has an acronym alone."""
    for zh in outermost_quotes(bead.zh):
        if zh.end - zh.first <= LONGEST_SHORT:
            yield Sighting(zh, acronym, 0.5, 0.5, 0, 0, 0, 0, zh_quoted=1, leftover=1)


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
