"""Where an English phrase begins and ends in its sentence, and which of its words is the head."""

from __future__ import annotations

from collections.abc import Sequence

from tm.extraction.forms import is_verbal
from tm.extraction.grammar import LINKING, QUALIFIERS
from tm.extraction.runs import Run
from tm.extraction.tokens import Role, Words

UNLINKED = 0.12  # a strength that is none


def head_of(en: Words, run: Run) -> int:
    """Return the place of the head of a phrase: the word before its first "of", or the last one.

    Chinese has its head at the end, so a pair whose heads do not meet there was cut short:
    联合国毒品 is no "United Nations Office on Drugs".
    """
    for place in range(run.first + 1, run.end):
        if en.words[place].lower() in LINKING:
            return place - 1
    return run.end - 1


def en_cut(en: Words, strongest: Sequence[float], run: Run) -> float:
    """Tell how surely a neighbour belongs to *run*, by the *strongest* link of each word."""
    cut = 0.0
    for inner, outer in ((run.first, run.first - 1), (run.end - 1, run.end)):
        if not 0 <= outer < len(en.words):
            continue
        role, word = en.roles[outer], en.words[outer].lower()
        is_owner = outer < inner and role == Role.ACRONYM  # UNODC Global Programme
        if is_owner and en.roles[inner] == Role.NAME:
            continue
        if role >= Role.NAME and en.roles[inner] >= Role.NAME:
            return 1.0
        is_after = outer > inner and word.endswith("ed")  # a verb: the Group reviewed
        is_part = word not in QUALIFIERS and not is_verbal(word) and not is_after
        if role >= Role.NAME or (role == Role.PLAIN and is_part):
            is_free = strongest[outer] < UNLINKED and role == Role.PLAIN
            cut = max(cut, 1.0 if is_free else 0.5)
    return cut


def is_open(en: Words, run: Run) -> float:
    """Tell whether a name goes on behind a joint on either side: Group of the Council."""
    if en.roles[run.first] < Role.NAME and en.roles[run.end - 1] < Role.NAME:
        return 0.0
    ways = (range(run.end, len(en.words)), range(run.first - 1, -1, -1))
    ends = (en.roles[run.end - 1], en.roles[run.first])
    return float(
        any(_goes_on(en, way) for way, role in zip(ways, ends, strict=True) if role >= Role.NAME)
    )


def _goes_on(en: Words, way: Sequence[int]) -> bool:
    """Tell whether one or two joints and then a name stand along *way*."""
    for step, place in enumerate(way):
        if en.roles[place] >= Role.NAME:
            return step > 0
        is_link = en.words[place] in LINKING or (step and en.words[place] == "the")
        if step > 1 or not is_link or en.words[place] == "to":
            return False
    return False
