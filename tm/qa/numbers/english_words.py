"""English number words and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ONE_TO_NINETEEN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = {word: n for n, word in enumerate(_ONE_TO_NINETEEN.split(), 1)} | {
    word: 10 * n for n, word in enumerate(_TENS.split(), 2)
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
          "trillion": 10**12, "dozen": 12}  # fmt: skip
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth",
              "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}  # fmt: skip
ORDINALS = {
    _IRREGULAR.get(word, word.removesuffix("y") + ("ieth" if word.endswith("y") else "th")): n
    for word, n in CARDINALS.items()
} | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}
# Denominators; "second" is none.
DENOMINATORS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + ending: n for word, n in ORDINALS.items() if n > 2 for ending in ("", "s")
}
_SMALL = "|".join(sorted({*CARDINALS, *ORDINALS}, key=len, reverse=True))
_BIG = "hundredth|thousandth|millionth|hundred|thousand|million|billion|trillion|dozen"
WORD = rf"(?:{_SMALL}|{_BIG})"
WORDS = rf"{WORD}(?![a-z])(?:(?:-| |, | and |-and-){WORD}(?![a-z])){{0,24}}"
_TOKEN = re.compile(r"[a-z]+|,")

# Words that go with a number: they answer one in the other language, nobody misses them.
HINTS: dict[str, tuple[int, ...]] = {
    "both": (2,), "either": (2,), "twice": (2,), "double": (2,), "doubled": (2,),
    "doubling": (2,), "twofold": (2,), "pair": (2,), "pairs": (2,), "couple": (2,), "dual": (2,),
    "bilateral": (2,), "biennial": (2,), "biennially": (2,), "biennium": (2,), "bienniums": (2,),
    "bicameral": (2,), "twin": (2,), "twins": (2,), "secondly": (2,), "latter": (2,),
    "tripartite": (3,), "triple": (3,), "tripled": (3,), "triennial": (3,), "threefold": (3,),
    "trilateral": (3,), "thrice": (3,), "thirdly": (3,), "trimester": (3,), "quarter": (3, 4),
    "quarters": (3, 4), "quarterly": (3, 4), "quadrennial": (4,), "quadruple": (4,),
    "quadrupled": (4,), "fourfold": (4,), "fourthly": (4,), "quinquennial": (5,), "fivefold": (5,),
    "tenfold": (10,), "decade": (10,), "decades": (10,), "decennial": (10,), "century": (100,),
    "centuries": (100,), "millennium": (1000,), "millenniums": (1000,), "fortnight": (2, 14),
    "fortnightly": (2, 14), "biweekly": (2,), "semi-annual": (6, 2), "biannual": (2,),
    "annual": (1,), "annually": (1,), "once": (1,), "single": (1,),
    "firstly": (1,), "sole": (1,), "zero": (0,), "nil": (0,), "none": (0,), "midnight": (0, 24),
    "noon": (12,), "hundreds": (100,),
    "thousands": (1000,), "dozens": (12,),
}  # fmt: skip
HINT = "|".join(sorted((re.escape(word) for word in HINTS), key=len, reverse=True))


class Spelled(NamedTuple):
    """A number in words: value, whether an ordinal, whether more than one word, its place."""

    value: int
    is_ordinal: bool
    start: int
    end: int


def spelled_numbers(words: str, offset: int = 0) -> Iterator[Spelled]:
    """Cut a run of number words into its numbers.

    >>> [number.value for number in spelled_numbers("one hundred and fifty thousand and eleven")]
    [150011]
    >>> [number.value for number in spelled_numbers("five million and twenty-five million")]
    [5000000, 25000000]
    >>> [(n.value, n.is_ordinal) for n in spelled_numbers("sixty-seventh and sixty-eighth")]
    [(67, True), (68, True)]
    """
    number: list[Word] = []
    for piece, joined in _pieces(words):
        if number and not (joined and _is_within(number, piece)):
            yield _spelled(number, offset)
            number = []
        number += piece
    if number:
        yield _spelled(number, offset)


Word = tuple[str, int, int]  # with its place


def _pieces(words: str) -> Iterator[tuple[list[Word], bool]]:
    """Cut a run where a number ends or a comma or "and" stands; say whether one stands before."""
    piece: list[Word] = []
    joined = False
    for token in _TOKEN.finditer(words):
        word = token[0]
        connects = word in {",", "and"}
        if piece and (connects or not _goes_on(piece[-1][0], word)):
            yield piece, joined
            piece, joined = [], False
        joined = joined or connects
        if not connects and word not in {"a", "an"}:
            piece.append((word, token.start(), token.end()))
    if piece:
        yield piece, joined


def _size(word: str) -> int:
    return SCALES.get(word) or CARDINALS.get(word) or ORDINALS[word]


def _goes_on(last: str, word: str) -> bool:
    """Whether *word* goes on with a number: "twenty" with five, "one" with hundred."""
    if last in ORDINALS or last == "dozen":
        return False
    if _size(word) >= 100 or word == "dozen":
        return True
    return last in SCALES or (_size(last) >= 20 and _size(word) < 10)


def _is_within(number: list[Word], piece: list[Word]) -> bool:
    """Whether "and" stands within a number: one hundred and fifty thousand.

    Not in five million and six million: what comes after it is smaller.
    """
    last = number[-1][0]
    if last not in SCALES or last == "dozen":
        return False
    value = _spelled(piece, 0).value
    below_hundred = _size(piece[0][0]) < 100 and _size(piece[-1][0]) >= 1000
    return value < _size(last) or (last == "hundred" and below_hundred)


def _spelled(number: list[Word], offset: int) -> Spelled:
    """Add up the words: those below a thousand as they come, larger scales take what is before."""
    total = current = 0
    for word, _, _ in number:
        size = _size(word)
        if size in {100, 12} and word not in CARDINALS:
            current = (current or 1) * size
        elif size >= 1000:
            total, current = total + (current or 1) * size, 0
        else:
            current += size
    last, start, end = number[-1][0], number[0][1], number[-1][2]
    return Spelled(total + current, last in ORDINALS, offset + start, offset + end)
