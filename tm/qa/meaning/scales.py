"""Scales with two poles, and the words of either language that stand at one of them.

A row of a table is the name of a scale and its poles, each in Chinese and in English; behind ";"
stand the words that only may mean the pole: they excuse, and raise no fault. ``*`` stands for any
ending, ``-`` for a longer word with one of the pole in it that means neither (``-不允许``).

What excuses was chosen by what it did over 20,000 real pairs of the United Nations, of laws and of
health: words that are frequent and never once excused a right pair only hid errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tm.qa.meaning import acts, amounts, parties, places, qualities
from tm.wordlists import word_set


@dataclass(frozen=True, slots=True)
class Pole:
    """The words of one pole: what surely means it, what may."""

    zh: frozenset[str]
    en: frozenset[str]
    zh_perhaps: frozenset[str] = frozenset()
    en_perhaps: frozenset[str] = frozenset()
    en_starts: tuple[str, ...] = field(default=(), init=False)  # of those that end in "*"
    zh_idle: frozenset[str] = frozenset()  # longer words with one of them that mean neither

    def __post_init__(self) -> None:
        """Part the beginnings of words from the whole words."""
        starts = sorted(word[:-1] for word in self.en_perhaps if word.endswith("*"))
        object.__setattr__(self, "en_starts", tuple(starts))


Scale = tuple[Pole, Pole]


def _pole(
    zh: frozenset[str],
    zh_perhaps: frozenset[str],
    en: frozenset[str],
    en_perhaps: frozenset[str],
) -> Pole:
    idle = frozenset(word[1:] for word in zh if word.startswith("-"))
    sure = frozenset(word for word in zh if not word.startswith("-"))
    return Pole(sure, en, zh_perhaps, en_perhaps, zh_idle=idle)


def _read(table: str) -> Mapping[str, Scale]:
    scales = {}
    for block in table.replace("\n ", " ").split("= ")[1:]:
        name, *lines = block.strip().split("\n")
        cells = [tuple(map(word_set, (line + ";").split(";")[:2])) for line in lines]
        first, second = (_pole(*zh, *en) for zh, en in (cells[:2], cells[2:]))
        scales[name] = (first, second)
    return scales


SCALES: Mapping[str, Scale] = _read(
    "".join(module.TABLE for module in (amounts, places, parties, acts, qualities))
)
