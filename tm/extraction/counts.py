"""In which beads both terms of each pair stand: what is counted, once the pairs are known.

The definition that users are told: a pair counts once in each bead whose two sides hold both
terms, the English one in any number and case. One whose English is a single word does not count
where every occurrence lies inside a longer name that is exported, on both sides, as 墨西哥 in
墨西哥城, Mexico City; it does if it stands nowhere else. Inside other terms all count: whoever
renders 廉正 anew has to mend 司法廉正 as well.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from tm.extraction.standing import Spot, Spots, TermIndex, is_within, is_word


@dataclass(slots=True)
class Counts:
    """What one pass over the beads finds, by the numbers of pairs and beads."""

    beads: list[array[int]]  # of each pair, in order
    total: int = 0  # beads
    zh: Counter[str] = field(default_factory=Counter)  # beads of each Chinese term, by its key
    en: Counter[str] = field(default_factory=Counter)

    def association(self, number: int, keys: tuple[str, str]) -> float:
        """Return the log-likelihood ratio (Dunning 1993) of a pair over all beads."""
        both, zh, en = len(self.beads[number]), self.zh[keys[0]], self.en[keys[1]]
        table = (both, zh - both, en - both, max(self.total - zh - en + both, 0))
        rows, columns = (zh, self.total - zh), (en, self.total - en)
        sums = _entropy(table) - _entropy(rows) - _entropy(columns) + _entropy((self.total,))
        return round(max(2 * sums, 0.0), 2)


def _entropy(counts: Iterable[int]) -> float:
    return sum(count * log(count) for count in counts if count > 0)


def counted(index: TermIndex, beads: Iterable[tuple[str, str]], names: Collection[int]) -> Counts:
    """Count the pairs of *index* over *beads*; those that are *names* hold others inside them."""
    counts = Counts([array("i") for _ in index.keys])
    nested = [array("i") for _ in index.keys]
    for bead, (zh, en) in enumerate(beads):
        found = index.sighted(zh, en)
        counts.zh.update(found.zh.keys())
        counts.en.update(found.en.keys())
        counts.total += 1
        together = index.together(found)
        held = _inside([spots for number, spots in together.items() if number in names])
        for number, spots in together.items():
            is_nested = is_word(spots.en[0]) and _is_nested(spots, *held)
            where = nested if is_nested else counts.beads
            where[number].append(bead)
    for number, inside in enumerate(nested):
        counts.beads[number] = counts.beads[number] or inside
    return counts


def _inside(names: Sequence[Spots]) -> tuple[set[Spot], set[Spot]]:
    """Return the English words inside *names* of several, and where those stand in Chinese."""
    longer = [spots for spots in names if not is_word(spots.en[0])]
    words = {(k, k + 1) for spots in longer for name in spots.en for k in range(*name)}
    return words, {name for spots in longer for name in spots.zh}


def _is_nested(spots: Spots, words: set[Spot], names: set[Spot]) -> bool:
    return words.issuperset(spots.en) and all(
        any(is_within(spot, name) for name in names) for spot in spots.zh
    )
