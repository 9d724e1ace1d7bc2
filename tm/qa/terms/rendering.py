"""Whether a designation is rendered in a translation: in full, inflected, shortened, abridged.

Institutional prose names a body in full once and then says *the Council*, *OIOS*, 监督厅 or 该厅;
a right translation shortens where its source does not. What counts as rendered is therefore wide:
only what has another word in the place of one that belongs there is held to be missing.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpora.types import ZH
from tm.folding import is_han
from tm.qa.pair import Side
from tm.qa.terms.abridged import is_abridged
from tm.qa.terms.reading import Words, joined, stem_in, words_in
from tm.wordlists import word_set


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem_in, word_set(words)))


_LINKS = _stems("of for in on by to against at from with among between")  # before complements
_DETERMINERS = _stems("this that these those its his her their our such said each all any no")
_NUMBER = re.compile(r"^[\W\d]*")
_GRAMMAR = _LINKS | _stems(
    """and or nor but as that this these those its it his her their our your my both such said
    each every any all no some other same one two three more most many several which who whom whose
    whether where when while if than then also not only must shall should may can could will would
    be is are was were been has have had do does did into onto over under upon within without
    through during after before since until about because so thus however including per via both
    requests requesting invites inviting calls urges urging recommends see decides notes taking"""
)
_EARLY = 3  # characters among which a pronoun begins a text
_MANY = 12  # words of a text that may leave out who acts
_ORGANIZATION = stem_in("organization")
_TELLING = 9  # letters of a qualifier that stands for its noun as well
_MOST_BETWEEN, _MOST_INSIDE = 4, 2  # words between those of a term, with a preposition or not
_COMPLEMENT = (("of",), ("on",), ("against",), ("for",))


@dataclass(frozen=True, slots=True)
class Wording:
    """An English rendering, ready to be looked for."""

    text: str
    stems: tuple[str, ...]
    joined: str
    content: tuple[str, ...]  # stems that mean something
    head: str  # stem of the noun that the others qualify
    initials: str  # of the words that mean something
    all_initials: str
    is_one: bool  # a single word
    is_acronym: bool


@lru_cache(maxsize=1 << 16)
def wording_of(rendering: str) -> Wording:
    """Return what is looked for where *rendering* may stand.

    >>> wording = wording_of("Treaty on the Non-Proliferation of Nuclear Weapons")
    >>> wording.head, wording.initials
    ('treaty', 'tnnw')
    """
    words = words_in(rendering)
    content = tuple(stem for stem in words.stems if stem not in _LINKS and stem != "and")
    before = next((n for n, stem in enumerate(words.stems) if stem in _LINKS), len(words.stems))
    return Wording(
        rendering,
        words.stems,
        words.joined,
        content,
        words.stems[max(before - 1, 0)] if words.stems else "",
        "".join(stem[0] for stem in content),
        "".join(stem[0] for stem in words.stems),
        len(words.stems) == 1,
        len(words.stems) == 1 and rendering.isupper(),
    )


def is_rendered(renderings: Sequence[str], side: Side) -> bool:
    """Tell whether any of *renderings* stands in a text, in full or shortened."""
    if side.lang is ZH:
        text = joined(side.plain)
        return any(joined(one) in text for one in renderings) or any(
            is_abridged(joined(one), text) for one in renderings if is_han(one)
        )
    words = words_in(side.text)
    wordings = [wording_of(one) for one in renderings]
    if any(_stands(one, words) for one in wordings):
        return True
    return not _is_scrambled(wordings, words) and any(
        _is_abbreviated(one, words)
        or _is_reordered(one, words)
        or _is_shortened(one, words)
        or _is_headless(one, words)
        or _is_lighter(one, words)
        for one in wordings
    )


def is_said(words: Sequence[str], side: Side, renderings: Sequence[str]) -> bool:
    """Tell whether any of *words* stands for a term, not qualified by a word of its *renderings*.

    A General Conference has a word in the place of another one.
    """
    if side.lang is ZH:
        return any(word in side.plain for word in words)
    text = words_in(side.text)
    content = {stem for one in renderings for stem in wording_of(one).content}
    return any(
        text.stems[start : start + len(wording.stems)] == wording.stems
        and (start == 0 or text.stems[start - 1] not in content - set(wording.stems))
        for wording in map(wording_of, words)
        for start in range(len(text.stems))
    )


def is_left_out(renderings: Sequence[str], side: Side) -> bool:
    """Tell whether a long text has not a word of a body's names: who acts may be left unsaid.

    An English passive does so, and “the organization” says which where the context does.
    """
    words = words_in(side.text)
    if side.lang is ZH or len(words.stems) < _MANY:
        return False
    content = {stem for one in renderings for stem in wording_of(one).content}
    return content.isdisjoint(words.stems) or any(
        stem == _ORGANIZATION and number in words.begins for number, stem in enumerate(words.stems)
    )


def is_grammar(stem: str) -> bool:
    """Tell whether the word of a stem says nothing alone."""
    return stem in _GRAMMAR


def is_pronoun_first(side: Side) -> bool:
    """Tell whether a pronoun at its beginning stands for who was named: It decided, 重申其打算."""
    if side.lang is ZH:
        return "其" in side.plain[:_EARLY] or side.plain.startswith("它")
    first, second, *_ = (*words_in(_NUMBER.sub("", side.text)).stems, "", "")
    return first in ("it", "they") or (second in ("its", "their") and first not in _GRAMMAR)


def _stands(wording: Wording, words: Words) -> bool:
    """Tell whether a rendering stands in full, WHO in capital letters."""
    if wording.is_acronym:
        return any(_letters(form) == wording.text for form in words.forms)
    if wording.is_one and (len(wording.text) <= _TELLING or wording.stems[0] in words.stems):
        return wording.stems[0] in words.stems
    return wording.joined in words.joined


def _is_scrambled(wordings: Sequence[Wording], words: Words) -> bool:
    """Tell whether two words of a name stand the wrong way round: a General Secretary."""
    content = [
        (stem, form[:1].isupper())
        for stem, form in zip(words.stems, words.forms, strict=True)
        if stem != "and"
    ]
    names = {(one, two) for (one, big), (two, also) in pairwise(content) if big and also}
    asked = {pair for one in wordings for pair in pairwise(s for s in one.stems if s != "and")}
    return any(pair not in names and pair[::-1] in names - asked for pair in asked)


def _is_abbreviated(wording: Wording, words: Words) -> bool:
    """Tell whether capital letters stand for *wording*: CTBT, MoU, LDCs."""
    for form in words.forms:
        letters = _letters(form)
        if len(letters) > 1 and sum(map(str.isupper, letters)) >= 2:
            small = letters.lower()
            if small in (wording.initials, wording.all_initials):
                return True
            if len(small) > 2 and _is_selected(small, wording):
                return True
    return False


def _letters(form: str) -> str:
    """Return an acronym without an ending: MDGs, UNISFA's."""
    return form.partition("'")[0].partition("’")[0].rstrip("s")


def _is_selected(letters: str, wording: Wording) -> bool:
    """Tell whether *letters* are initials of some of the words, the first and the last: CTBT."""
    rest = iter(wording.all_initials)
    ends = letters[0] == wording.initials[:1] and letters[-1] == wording.initials[-1:]
    return ends and all(letter in rest for letter in letters)


def _is_reordered(wording: Wording, words: Words) -> bool:
    """Tell whether the words stand near each other: members of the Commission.

    In another order a preposition must stand between them: a General Secretary is
    no Secretary-General.
    """
    content = wording.content
    if len(content) < 2 or not set(content) <= set(words.stems):
        return False
    for first, last in _windows(content, words.stems):
        inside = words.stems[first : last + 1]
        is_linked = not _LINKS.isdisjoint(inside)
        if tuple(stem for stem in inside if stem in content) != content:
            if is_linked:
                return True
        elif is_linked == (not _LINKS.isdisjoint(wording.stems)) and (
            "and" in inside or len(inside) <= len(wording.stems) + _MOST_INSIDE
        ):
            return True
    return False


def _windows(content: tuple[str, ...], stems: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield from where to where all of *content* stand, with few words between."""
    wanted, longest = set(content), len(content) + _MOST_BETWEEN
    starts = [number for number, stem in enumerate(stems) if stem in wanted]
    for first in starts:
        missing = set(wanted)
        for last in range(first, min(first + longest, len(stems))):
            missing.discard(stems[last])
            if not missing:
                yield first, last
                break


def _is_shortened(wording: Wording, words: Words) -> bool:
    """Tell whether the noun stands without its qualifiers, or with some: the Council."""
    if wording.is_one:
        return False
    stems = words.stems
    for number, stem in enumerate(stems):
        if stem == wording.head and not _is_qualified(wording, words, number):
            return True
    return False


def _is_qualified(wording: Wording, words: Words, number: int) -> bool:
    """Tell whether a word that is not of the term qualifies the noun: Joint Emergency Fund."""
    stems, first = words.stems, number
    if wording.text.islower() and _is_defined(words, number):
        return False
    while first > 0 and first not in words.begins and stems[first - 1] in wording.content:
        first -= 1
    if first not in words.begins:
        before = words.stems[first - 1] if first > 0 else ""
        if (wording.text.islower() and before not in _DETERMINERS) or _qualifies(before):
            return True
    return _has_other_complement(wording.content, words, number + 1) or (
        "".join(stems[number + 1 : number + 2]).isdigit()  # rule 15 is no rules of procedure
    )


def _is_defined(words: Words, number: int) -> bool:
    """Tell whether a noun has the capital letter of what was named in full: the other Goals."""
    before = words.forms[number - 1][:1] if number else ""
    return words.forms[number][:1].isupper() and not before.isupper() and number > 0


def _has_other_complement(content: Container[str], words: Words, after: int) -> bool:
    """Tell whether *of* and words that are not of the term follow: Council of Ministers."""
    following = words.stems[after + 1 : after + 3]
    return (
        words.stems[after : after + 1] in _COMPLEMENT
        and len(following) > 0
        and words.forms[after + 1][:1].isupper()
        and not any(stem in content for stem in following)
    )


def _is_headless(wording: Wording, words: Words) -> bool:
    """Tell whether all but the last word stand, and nothing for it: in peacekeeping."""
    if not wording.text.islower():
        return False  # a part of a name may be another name: United Nations
    most, stems = wording.stems[:-1], words.stems
    link = next((n for n, stem in enumerate(wording.stems) if stem in _LINKS), 0)
    if link and len(wording.stems) > link + 2:  # of countries with economies in transition
        return "".join(wording.stems[link:]).replace("e", "") in words.joined
    if link or len("".join(most)) < _TELLING:
        return False
    size = len(most)
    return any(
        stems[start : start + size] == most
        and (start + size == len(stems) or stems[start + size] in _GRAMMAR)
        for start in range(len(stems) - size + 1)
    )


def _is_lighter(wording: Wording, words: Words) -> bool:
    """Tell whether a word between the first and the last is left out: nuclear-free zone."""
    content, text = wording.content, " ".join(words.stems)
    return len(content) > 2 and any(
        " ".join((*content[:left], *content[left + 1 :])) in text
        for left in range(1, len(content) - 1)
    )


def _qualifies(before: str) -> bool:
    """Tell whether a word belongs to the noun that follows it."""
    return bool(before) and before not in _GRAMMAR and not before[0].isdigit()
