"""Which pairs name one concept, and the forms of its names.

A full form, its short forms and its acronym are one concept: 联合国毒品和犯罪问题办公室,
毒罪办, UNODC. Forms are told by their letters: a Chinese short form is made of characters of the
full one in their order and has its head, an acronym of the letters its words begin with. What
several names have as their short form, as 疾控中心 and CDC of several countries, is a form of none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, takewhile
from operator import eq

from tm.extraction.bases import is_proper
from tm.extraction.certain import is_acronym
from tm.extraction.countries import country_of
from tm.extraction.grammar import CONNECTORS
from tm.extraction.kinds import is_acronym_form
from tm.extraction.standing import chinese_key, english_key

LONGEST_ACRONYM = 12  # letters
MOST_NAMES = 200  # pairs with one acronym or term that are compared with each other
WORD = 2  # characters of a Chinese word
LEAST_PART = 3  # letters of a word in an acronym as INTERPOL
_HEADS = {"办公室": "办", "委员会": "委", "委会": "委"}  # as short forms have them
_OPPOSITE = re.compile("反|非(?!洲)|不|无|未")
_JOINT = re.compile("和(?!平)|[与及或、]")
_LATIN_HEAD = re.compile("[A-Za-z0-9][A-Za-z0-9-]+$")


def concept_numbers(
    pairs: Sequence[tuple[str, str]], tied: Iterable[tuple[int, int]] = ()
) -> list[int]:
    """Number the concepts of *pairs* of a Chinese and an English term, in order.

    Those *tied*, by their places in *pairs*, are one whatever their letters say.

    >>> concept_numbers([("毒罪办", "UNODC"), ("会员国", "Member States"),
    ...     ("毒品和犯罪问题办公室", "UNODC")])
    [0, 1, 0]
    """
    parents = list(range(len(pairs)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for first, other in chain(_unshared(pairs, set(_related(pairs))), tied):
        low, high = sorted((root(first), root(other)))
        parents[high] = low
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root(number), len(numbers)) for number in range(len(pairs))]


def _unshared(
    pairs: Sequence[tuple[str, str]], related: Iterable[tuple[int, int]]
) -> Iterable[tuple[int, int]]:
    """Yield what is *related*, in order, without what joins a shared short form to a name."""
    links = [sorted(link, key=lambda place: _fullness(pairs[place])) for link in sorted(related)]
    fuller: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for short, full in links:
        fuller[short].append(pairs[full])
    shared = {short for short, names in fuller.items() if _are_several(names)}
    common = {zh for zh, en in pairs if len(zh) <= WORD and en.islower() and " " not in en}
    for short, full in links:
        (zh, en), whole = pairs[short], pairs[full][0]
        is_word = zh in common and " " in en and whole.endswith(zh)  # 科学 of a firm: science
        if zh == whole or (not is_word and (short not in shared or full in shared)):
            yield short, full


def _fullness(pair: tuple[str, str]) -> tuple[bool, int]:
    return " " in pair[1], len(pair[0])


def _are_several(names: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a full name among *names* and the longest of them name different things."""
    full = [name for name in names if " " in name[1]]
    longest = max(full, key=_fullness, default=("", ""))
    return any(_differ(name, longest) for name in full)


def _differ(pair: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two full names have words of their own in both languages.

    >>> _differ(("日本气象厅", "Japan Weather Agency"), ("韩国气象厅", "Korea Weather Agency"))
    True
    >>> _differ(("气象厅", "Weather Agency"), ("韩国气象厅", "Korea Weather Agency"))
    False
    """
    words, others = (set(english_key(en).split()) for _, en in (pair, other))
    short, full = sorted((chinese_key(pair[0]), chinese_key(other[0])), key=len)
    return bool(words - others and others - words) and not (
        short == full or is_short_form(short, full)
    )


def _related(pairs: Sequence[tuple[str, str]]) -> Iterable[tuple[int, int]]:
    """Yield the places of pairs that name one concept."""
    same: dict[str, list[int]] = defaultdict(list)
    for place, (zh, en) in enumerate(pairs):
        same[zh].append(place)
        same[en.lower()].append(place)
        if country := country_of(zh, en):
            same[country].append(place)
    for places in same.values():
        for k, first in enumerate(places[:MOST_NAMES]):
            for other in places[k + 1 : MOST_NAMES]:
                if is_one_concept(pairs[first], pairs[other]):
                    yield first, other
    yield from _with_acronyms(pairs)


def _with_acronyms(pairs: Sequence[tuple[str, str]]) -> Iterable[tuple[int, int]]:
    """Yield acronyms with full names that have their first letter, and the same Chinese head.

    Of many such names the first are compared: all with all would take the square of them.
    """
    full: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, (zh, en) in enumerate(pairs):
        if " " in en and en[:1].isupper():
            for letter in {word[0].lower() for word in en.split() if word[0].isupper()}:
                names = full[letter, head_of_name(zh)]
                if len(names) < MOST_NAMES:
                    names.append(place)
    for place, (zh, en) in enumerate(pairs):
        if is_acronym_form(en) and len(en) <= LONGEST_ACRONYM:
            for other in full[en[0].lower(), head_of_name(zh)]:
                if is_one_concept(pairs[place], pairs[other]):
                    yield place, other


def is_one_concept(pair: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two pairs name one thing in forms of different length.

    >>> is_one_concept(("毒罪办", "UNODC"),
    ...     ("毒品和犯罪问题办公室", "United Nations Office on Drugs and Crime"))
    True
    >>> is_one_concept(("检察官", "Prosecutors"), ("检察官", "prosecutor"))
    True
    >>> is_one_concept(("国际合作", "international cooperation"), ("合作", "cooperation"))
    False
    >>> is_one_concept(("缔约国会议", "Conference"), ("会议", "Conference"))
    False
    """
    if _are_one_form(pair, other):
        return True
    short, full = sorted((pair[0], other[0]), key=len)
    # what stands before COVID-19 is no part of the name
    is_form = not _LATIN_HEAD.search(full) and is_short_form(short, full)
    if pair[1].lower() == other[1].lower():
        if " " in pair[1] and sorted(short) == sorted(full):
            return True
        return is_form and (is_proper(pair[1]) or short not in full)
    if short != full and not is_form:
        return False
    return _is_acronym_of(pair[1], other[1]) or _is_acronym_of(other[1], pair[1])


def _are_one_form(pair: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two pairs differ in number and case only, or are names of one country."""
    if chinese_key(pair[0]) == chinese_key(other[0]):
        return english_key(pair[1]) == english_key(other[1])
    country = country_of(*pair)
    return bool(country) and country == country_of(*other)


def is_short_form(short: str, full: str) -> bool:
    """Tell whether *short* is made of characters of *full* in their order, and has its head.

    What is left out before it must be no other name, nor turn the meaning round.

    >>> is_short_form("毒罪办", "毒品和犯罪问题办公室"), is_short_form("大会", "会议")
    (True, False)
    >>> is_short_form("腐败", "反腐败"), is_short_form("开发署", "美国和联合国开发计划署")
    (False, False)
    """
    if not 1 < len(short) < len(full) or head_of_name(short) != head_of_name(full):
        return False
    if bool(_OPPOSITE.search(short)) != bool(_OPPOSITE.search(full)):
        return False
    place = -1
    for character in short:
        place = full.find(character, place + 1)
        if place < 0:
            return False
    return not _JOINT.search(full[: full.index(short[0])])


def head_of_name(zh: str) -> str:
    """Return the character that short and full forms of a Chinese name end in.

    >>> head_of_name("毒品和犯罪问题办公室"), head_of_name("难民署")
    ('办', '署')
    """
    return next((short for full, short in _HEADS.items() if zh.endswith(full)), zh[-1:])


def _is_acronym_of(short: str, full: str) -> bool:
    words = [word.lower().strip(",") for word in full.split()]
    letters = [word for word in words if word not in CONNECTORS]
    small = short.lower()
    if len(letters) < 2 or " " in short or small in words or not is_acronym_form(short):
        return False
    is_whole = small[-1] in {word[0] for word in letters}  # UNODC is no Office on Drugs
    is_short = is_acronym(small, words) or is_acronym(small, letters)
    return (is_whole and is_short) or _is_blend(small, letters)


def _is_blend(letters: str, words: Sequence[str]) -> bool:
    """Tell whether *letters* are beginnings of two or more of *words*, in their order.

    >>> _is_blend("interpol", "international criminal police organization".split())
    True
    """
    parts = 0
    for word in words:
        begin = sum(takewhile(bool, map(eq, letters, word)))
        if begin >= LEAST_PART:
            letters, parts = letters[begin:], parts + 1
    return not letters and parts > 1
