"""Which pairs name one concept, and the forms of its names.

A full form, its short forms and its acronym are one concept: 联合国毒品和犯罪问题办公室,
毒罪办, UNODC. Forms are told by their letters: a Chinese short form is made of characters of the
full one in their order, an acronym of the letters its words begin with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tm.extraction.certain import is_acronym
from tm.extraction.grammar import CONNECTORS
from tm.extraction.kinds import is_acronym_form

LONGEST_ACRONYM = 12  # letters
MOST_NAMES = 200  # pairs with one acronym or term that are compared with each other


def concept_numbers(pairs: Sequence[tuple[str, str]]) -> list[int]:
    """Number the concepts of *pairs* of a Chinese and an English term, in order.

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

    for first, other in _related(pairs):
        low, high = sorted((root(first), root(other)))
        parents[high] = low
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root(number), len(numbers)) for number in range(len(pairs))]


def _related(pairs: Sequence[tuple[str, str]]) -> Iterable[tuple[int, int]]:
    """Yield the places of pairs that name one concept."""
    same: dict[str, list[int]] = defaultdict(list)
    for place, (zh, en) in enumerate(pairs):
        same[zh].append(place)
        same[en.lower()].append(place)
    for places in same.values():
        for k, first in enumerate(places[:MOST_NAMES]):
            for other in places[k + 1 : MOST_NAMES]:
                if is_one_concept(pairs[first], pairs[other]):
                    yield first, other
    yield from _with_acronyms(pairs)


def _with_acronyms(pairs: Sequence[tuple[str, str]]) -> Iterable[tuple[int, int]]:
    """Yield acronyms with full names whose first letters they may be."""
    full: dict[str, list[int]] = defaultdict(list)
    for place, (_, en) in enumerate(pairs):
        if " " in en and en[:1].isupper():
            full[en[0].lower()].append(place)
    for place, (_, en) in enumerate(pairs):
        if is_acronym_form(en) and len(en) <= LONGEST_ACRONYM:
            for other in full[en[0].lower()]:
                if is_one_concept(pairs[place], pairs[other]):
                    yield place, other


def is_one_concept(pair: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two pairs name one thing in forms of different length.

    >>> is_one_concept(("毒罪办", "UNODC"),
    ...     ("毒品和犯罪问题办公室", "United Nations Office on Drugs and Crime"))
    True
    >>> is_one_concept(("国际合作", "international cooperation"), ("合作", "cooperation"))
    False
    """
    same_zh, same_en = pair[0] == other[0], pair[1].lower() == other[1].lower()
    if same_en:
        return (
            is_short_form(pair[0], other[0])
            or is_short_form(other[0], pair[0])
            or (" " in pair[1] and sorted(pair[0]) == sorted(other[0]))
        )
    is_english = _abbreviates(pair[1], other[1]) or _abbreviates(other[1], pair[1])
    return is_english and (
        same_zh or is_short_form(pair[0], other[0]) or is_short_form(other[0], pair[0])
    )


def is_short_form(short: str, full: str) -> bool:
    """Tell whether the characters of *short* stand in *full* in that order.

    >>> is_short_form("毒罪办", "毒品和犯罪问题办公室"), is_short_form("大会", "会议")
    (True, False)
    """
    if not 1 < len(short) < len(full):
        return False
    place = -1
    for character in short:
        place = full.find(character, place + 1)
        if place < 0:
            return False
    return True


def _abbreviates(short: str, full: str) -> bool:
    words = [word.lower().strip(",") for word in full.split()]
    letters = [word for word in words if word not in CONNECTORS]
    return (
        len(letters) > 1
        and is_acronym_form(short)
        and " " not in short
        and short.lower() not in words
        and (is_acronym(short.lower(), words) or is_acronym(short.lower(), letters))
    )
