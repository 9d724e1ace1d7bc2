"""Filling the empty targets of a file: what is asked, what is answered, what is counted.

Knows neither files nor memories: a file offers its slots, the caller answers them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tm.formats.clean import is_blank

EXACT: Final = 100  # a score from here on needs no second look
_EXCERPT = 80
_SPACES = " \t\r\n\xa0"  # not that of a Chinese indent, which no translation has


class Query(NamedTuple):
    """A source segment without a translation, with the source texts before and after it."""

    text: str
    before: str
    after: str
    lang: str  # of the source, BCP 47; empty where nothing tells it
    into: str = ""  # language of the translation, where it is stated


class Answer(NamedTuple):
    """A translation, and how well its source matches: 100 is the same text."""

    text: str
    score: int
    inline: str = ""  # the translation with codes, as the content of a TMX 1.4 <seg>


class Stripped(NamedTuple):
    """A segment that was filled without all the codes of its source."""

    number: int  # among all segments of the file, from 1
    text: str  # of the source, its beginning


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of the segments of a file: ``filled + untouched == segments``."""

    segments: int = 0
    filled: int = 0
    fuzzy: int = 0  # of those filled, with a score below 100
    untouched: int = 0  # there before, locked, unanswered, or a form that the language lacks
    stripped: tuple[Stripped, ...] = ()  # of those filled; they are marked for review


@dataclass(frozen=True, slots=True)
class Slot:
    """A source segment of a file, and how to put a translation beside it."""

    text: str
    lang: str
    is_open: bool  # nothing is there yet, and something may be
    put: Callable[[Answer], bool]  # tells whether codes of the source were lost
    group: str = ""  # slots of different groups are no neighbours
    into: str = ""  # language of the translation, where it is stated


def fill(slots: Sequence[Slot], answer: Callable[[Query], Answer | None]) -> Applied:
    """Ask for each open slot in order, and put what is answered; without text it does not count."""
    filled = fuzzy = 0
    stripped: list[Stripped] = []
    for number, slot in enumerate(slots):
        if not slot.is_open or is_blank(slot.text):
            continue
        found = answer(_query(slots, number))
        if found is None or is_blank(found.text):
            continue
        filled += 1
        fuzzy += found.score < EXACT
        if slot.put(_between(slot.text, found)):
            stripped.append(Stripped(number + 1, slot.text[:_EXCERPT]))
    total = sum(not is_blank(slot.text) for slot in slots)
    return Applied(total, filled, fuzzy, total - filled, tuple(stripped))


def _between(text: str, answer: Answer) -> Answer:
    """Put the white space around the source *text* around its translation.

    Of one with codes only what is missing is added: the white space may stand between them.
    """
    head = text[: len(text) - len(text.lstrip(_SPACES))]
    tail = text[len(text.rstrip(_SPACES)) :]
    bare = answer.text.strip(_SPACES)
    if not answer.inline:
        return answer._replace(text=f"{head}{bare}{tail}")
    head = "" if answer.text.startswith(tuple(_SPACES)) else head
    tail = "" if answer.text.endswith(tuple(_SPACES)) else tail
    return Answer(f"{head}{answer.text}{tail}", answer.score, f"{head}{answer.inline}{tail}")


def _query(slots: Sequence[Slot], number: int) -> Query:
    slot = slots[number]
    before, after = (
        slots[near].text if 0 <= near < len(slots) and slots[near].group == slot.group else ""
        for near in (number - 1, number + 1)
    )
    return Query(slot.text, before, after, slot.lang, slot.into)
