"""How many changed numbers the checks find in real pairs.

Each change is made once in every pair that has something to change and in which the checks are
silent before; the changes are those a slip of a translator makes. The seed is fixed.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from check_numbers import read_rows

from tm.qa import CHECKS, Severity, check_pairs, pair_of

_CHECKS = {
    code: check
    for code, check in CHECKS.items()
    if check.family == "numbers" and check.severity is not Severity.NOTE
}
_MONTHS = ("January February March April June July August September October November "
           "December")  # fmt: skip
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth"
_CARDINALS = "two three four five six seven eight nine ten eleven twelve"
_ALONE = r"(?<![\w/.,-])\d[\d,]*(?:\.\d+)?(?![\w/-])"


@dataclass(frozen=True, slots=True)
class Change:
    """What is changed, on which side, and how."""

    name: str
    side: int  # 0 Chinese, 1 English
    pattern: re.Pattern[str]
    changed: Callable[[str], str]


def _swapped(digits: str) -> str:
    """Swap two neighbouring digits."""
    pairs = [i for i in range(len(digits) - 1) if digits[i : i + 2].isdigit()]
    i = random.choice(pairs) if pairs else 0
    return digits[:i] + digits[i : i + 2][::-1] + digits[i + 2 :]


def _one_digit(digits: str) -> str:
    i = random.choice([i for i, c in enumerate(digits) if c.isdigit()])
    return digits[:i] + random.choice("123456789".replace(digits[i], "")) + digits[i + 1 :]


def _other_of(words: str) -> Callable[[str], str]:
    return lambda word: random.choice([other for other in words.split() if other != word])


def _words(words: str) -> str:
    return rf"\b(?:{words.replace(' ', '|')})\b"


_HAN = "二 三 四 五 六 七 八 九"
CHANGES = [
    Change(name, side, re.compile(pattern), changed)
    for name, side, pattern, changed in (
        ("digit, English", 1, _ALONE, _one_digit),
        ("digits swapped, English", 1, _ALONE, _swapped),
        ("digits swapped, Chinese", 0, r"(?<![A-Za-z\d/.-])\d{2,}(?!\d)", _swapped),
        ("month, English", 1, _words(_MONTHS), _other_of(_MONTHS)),
        ("month, Chinese", 0, r"(?<!\d)[1-9](?=月)", _other_of("1 2 3 4 5 6 7 8 9")),
        ("ordinal word", 1, _words(_ORDINALS), _other_of(_ORDINALS)),
        ("number word", 1, _words(_CARDINALS), _other_of(_CARDINALS)),
        ("numeral with its measure", 0, rf"[{_HAN}](?=[个名项次份届章条])", _other_of(_HAN)),
        ("million, billion", 1, r"\b[mb]illion\b", _other_of("million billion")),
        ("ten times 万, 亿", 0, r"(?<=\d)(?<!\.\d)(?<!\.\d\d)[万亿]", "0{}".format),
        ("Roman numeral", 1, r"\b(?:II|III|IV|VI|VII|IX)\b", _other_of("II III IV VI VII IX")),
        ("letter in brackets", 1, r"(?<=\()[a-h](?=\))", _other_of("a b c d e f g h")),
    )
]


def measure_changed(args: argparse.Namespace) -> None:
    """Print for each change in how many pairs it was found."""
    random.seed(6)
    silent = [row for row in read_rows(args.pairs) if not _finds(*row)]
    found: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for row in silent:
        for change in CHANGES:
            other = _with_change(row, change)
            if other != row:
                made[change.name] += 1
                found[change.name] += _finds(*other)
    for name, count in made.items():
        print(f"{name:26} {found[name]:5} of {count:5} = {found[name] / count:.3f}")
    print(f"{'all':26} {found.total():5} of {made.total():5} = {found.total() / made.total():.3f}")


def _finds(zh: str, en: str) -> bool:
    return bool(check_pairs([pair_of(zh, en)], checks=_CHECKS))


def _with_change(row: tuple[str, str], change: Change) -> tuple[str, str]:
    places = list(change.pattern.finditer(row[change.side]))
    if not places:
        return row
    place = random.choice(places)
    text = place.string[: place.start()] + change.changed(place[0]) + place.string[place.end() :]
    return (text, row[1]) if change.side == 0 else (row[0], text)
