"""A number expression: what was read, where it stands, and how sure it is a number.

A reader of each language makes them; the comparison knows nothing else of either language.
"""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum
from typing import Final, Literal, NamedTuple

from corpora.types import Span

Kind = Literal["number", "fraction", "date", "month", "time", "weekday", "vague", "letter",
               "symbol", "code", "day"]  # fmt: skip
Value = int | Decimal | str | tuple[int, int]
Key = tuple[Kind, Value]  # what two expressions of the same meaning share


NUMERIC: Final = (int, Decimal)  # values that can be counted with


class Strength(IntEnum):
    """How much an expression claims.

    HINT: a word that goes with a number ("both", 双): it may be the counterpart of one, but
    nobody misses it. WEAK: a small number in words, often idiom ("one", 三方, First Committee):
    it counts where the other side contradicts it. SURE: written in digits, or above ten.
    """

    HINT = 0
    WEAK = 1
    SURE = 2


class Expression(NamedTuple):
    """A number expression of one side.

    *role* says what the number does ("year", "ordinal", "article", "resolution" …), *unit* what
    it counts ("%", "points", a currency); both are empty where the text does not say. *others*
    are further readings, each of which would do; *parts* are numbers that stand for it together
    (2/3 for "two out of three"). *scaled*: a word or character of magnitude went into the value.

    A named tuple, for a frozen dataclass takes eight times as long to make.
    """

    kind: Kind
    value: Value
    span: Span
    strength: Strength = Strength.SURE
    role: str = ""
    unit: str = ""
    others: tuple[Key, ...] = ()
    parts: tuple[Key, ...] = ()
    scaled: bool = False

    @property
    def key(self) -> Key:
        """What an expression of the same meaning has too."""
        return self.kind, self.value

    @property
    def keys(self) -> tuple[Key, ...]:
        """All readings."""
        return (self.key, *self.others)


def exact(digits: str, scale: int = 1) -> int | Decimal | str:
    """Return the value of *digits*, grouped or not, times *scale*.

    Whole values are integers. A chain with several points (22.1.3) and a run too long for a
    quantity remain text.

    >>> exact("3.5", 10_000), exact("41 687 967"), exact("1,270", 10_000), exact("22.1.3")
    (35000, 41687967, 12700000, '22.1.3')
    """
    plain = digits.replace(",", "").replace(" ", "")
    point, rest = plain.partition(".")[1:]
    if "." in rest or len(plain) > 30:
        return plain
    if not point:
        return int(plain) * scale
    value = Decimal(plain) * scale
    return int(value) if value == value.to_integral_value() else value.normalize()


def sized(value: Value, role: str = "") -> Strength:
    """Return how sure a number in digits is: a lone 1 or 0 may be "a" or "none" elsewhere."""
    return Strength.WEAK if value in {0, 1} and role in {"", "ordinal"} else Strength.SURE
