"""What the printed numbers of two versions contradict, in sentences for people.

Looks at numbers and at the anchors found; knows no similarity. Runs of numbers with the
same fault make one sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from aligner.blocks import Blocks
from corpora.enumerators import ordinal
from corpora.types import Kind

Places = tuple[int, int]  # of a block of either side


def discrepancies(
    a: Blocks, b: Blocks, chain: Sequence[Places], trusted: Collection[Places]
) -> Iterator[str]:
    """Yield a sentence for each fault; *chain* holds the anchors, *trusted* all verified pairs."""
    paired = dict(chain), {j: i for i, j in chain}
    yield from _missing(a, b, paired[0])
    yield from _missing(b, a, paired[1])
    for side in (b, a):
        yield from _repeated(side)
        yield from _misprinted(side)
    yield from _renumbered(a, b, chain)
    yield from _unmatched(a, b, paired, trusted)
    yield from _misprinted_headings(a, b, chain)


def _missing(side: Blocks, other: Blocks, paired: Mapping[int, int]) -> Iterator[str]:
    """Name the paragraphs of *side* whose number is not in *other*."""
    there = {number for number, _ in other.paragraphs()}
    missing = [(n, paired.get(k)) for n, k in side.paragraphs() if n not in there]
    gone = [number for number, partner in missing if partner is None]
    bare = [n for n, partner in missing if partner is not None and not other[partner].paragraph]
    for numbers in _ranges(gone) if there else ():
        yield f"{_named(numbers)} {_verb(numbers)} not in the {other.name} version"
    for numbers in _ranges(bare) if there else ():
        has = "have" if len(numbers) > 1 else "has"
        yield f"{_named(numbers)} {has} no number in the {other.name} version"


def _repeated(side: Blocks) -> Iterator[str]:
    for number, count in Counter(number for number, _ in side.paragraphs()).items():
        if count > 1:
            yield f"paragraph number {number} stands {count} times in the {side.name} version"


def _misprinted(side: Blocks) -> Iterator[str]:
    for number, k in side.paragraphs():
        printed = side[k].label
        if not printed:
            yield f"paragraph {number} has lost its number in the {side.name} version"
        elif ordinal(printed) != _value(number):
            yield f"paragraph {number} is printed as {printed} in the {side.name} version"


def _renumbered(a: Blocks, b: Blocks, chain: Sequence[Places]) -> Iterator[str]:
    """Name runs of paragraphs that one version numbers higher than the other."""
    pairs = [(a[i].paragraph, b[j].paragraph) for i, j in chain if _are_numbered(a, b, i, j)]
    for shift, run in groupby(pairs, lambda pair: _value(pair[0]) - _value(pair[1])):
        both = list(run)
        if shift:
            first, second = ([pair[side] for pair in both] for side in (0, 1))
            yield (
                f"{_named(first)} of the {a.name} version {_verb(first)} "
                f"{_span(second)} in the {b.name} version"
            )


def _are_numbered(a: Blocks, b: Blocks, i: int, j: int) -> bool:
    one, other = a[i], b[j]
    return one.kind is other.kind is Kind.PARAGRAPH and bool(one.paragraph and other.paragraph)


def _unmatched(
    a: Blocks,
    b: Blocks,
    paired: tuple[Collection[int], Collection[int]],
    trusted: Collection[Places],
) -> Iterator[str]:
    """Name the paragraphs whose number is the same but that are no anchor."""
    places = dict(b.paragraphs())
    alone = [
        (number, (i, places[number]))
        for number, i in a.paragraphs()
        if number in places and i not in paired[0] and places[number] not in paired[1]
    ]
    for number, pair in alone:
        if pair in trusted:
            yield f"paragraph {number} stands at another place in the {b.name} version"
    for numbers in _ranges([number for number, pair in alone if pair not in trusted]):
        yield (
            f"{_named(numbers)}: the number is the same but the texts do not match; not relied on"
        )


def _misprinted_headings(a: Blocks, b: Blocks, chain: Sequence[Places]) -> Iterator[str]:
    for i, j in chain:
        if a[i].kind is Kind.HEADING and ordinal(a[i].label) != ordinal(b[j].label):
            one, other = (
                f"{side[k].label or 'no number'} in the {side.name} version"
                for side, k in ((a, i), (b, j))
            )
            yield f"heading “{a[i].text[:30]}”: {one}, {other}"


def _value(number: str) -> int:
    """Return the plain number of a paragraph: 3 of "annex 1/3"."""
    return ordinal(number.rpartition("/")[2])


def _ranges(numbers: Sequence[str]) -> Iterator[list[str]]:
    """Yield runs of numbers that count on."""
    run: list[str] = []
    for number in numbers:
        if run and _value(number) != _value(run[-1]) + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _named(numbers: Sequence[str]) -> str:
    return f"paragraph{'s' * (len(numbers) > 1)} {_span(numbers)}"


def _span(numbers: Sequence[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{_value(numbers[-1])}"


def _verb(numbers: Sequence[str]) -> str:
    return "are" if len(numbers) > 1 else "is"
