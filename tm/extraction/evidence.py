"""What speaks for each pair of phrases, gathered over the beads of a text."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpora.types import Progress
from tm.extraction.bases import base_form
from tm.extraction.certain import certain
from tm.extraction.links import BLOCK, Vectors, block_of
from tm.extraction.phrases import WEAK, Bead, Run, Sighting, sightings
from tm.extraction.tokens import Role, Words, chinese_words, english_words, with_openings

LEAST_WORTH = 0.12  # of a sighting
KINDS_OF_EVIDENCE = len(Sighting._fields) - 2


class Place(NamedTuple):
    """Where a pair stands: its number, the bead's, and the words of both."""

    pair: int
    bead: int
    zh: Run
    en: Run


WIDTH = 10  # numbers kept of a place: pair, bead, both runs, and the four words beside them
NO_WORD = -1


@dataclass(slots=True)
class Pair:
    """A Chinese and an English phrase and the evidence of the beads where both stand."""

    zh: str
    base: str  # dictionary form in small letters: what the surfaces have in common
    zh_part: Words  # of its first place
    en_part: Words
    count: int = 0
    sums: list[float] = field(default_factory=lambda: [0.0] * KINDS_OF_EVIDENCE)
    surfaces: Counter[str] = field(default_factory=Counter)

    @property
    def en(self) -> str:
        """The form that stands in the text most often; one in small letters where there is one."""
        most = self.surfaces.most_common()
        small = [text for text, number in most if text.islower() and 4 * number >= self.count]
        return small[0] if small else most[0][0]


@dataclass(slots=True)
class Evidence:
    """Pairs, and every place where one stands."""

    pairs: list[Pair] = field(default_factory=list)
    rows: array[int] = field(default_factory=lambda: array("i"))  # WIDTH for each place
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _words: dict[str, int] = field(default_factory=dict)

    def places(self) -> Iterator[Place]:
        """Yield every place, bead after bead."""
        for k in range(0, len(self.rows), WIDTH):
            pair, bead, first, end, other, last = self.rows[k : k + 6]
            yield Place(pair, bead, Run(first, end), Run(other, last))

    def add(self, number: int, bead: Bead, sighting: Sighting) -> None:
        """Take a sighting in bead *number*."""
        surface = " ".join(bead.en.slice(*sighting.en).split())
        zh, base = "".join(bead.zh.slice(*sighting.zh).split()), base_form(surface).lower()
        key = self._numbers.setdefault((zh, base), len(self.pairs))
        if key == len(self.pairs):
            parts = bead.zh.part(*sighting.zh), bead.en.part(*sighting.en)
            self.pairs.append(Pair(zh, base, *parts))
        pair = self.pairs[key]
        pair.count += 1
        pair.surfaces[surface] += 1
        for place, value in enumerate(sighting[2:]):
            pair.sums[place] += value
        zh_links, en_links = bead.strongest
        beside = (
            *self._beside(bead.zh, zh_links, sighting.zh),
            *self._beside(bead.en, en_links, sighting.en),
        )
        self.rows.extend((key, number, *sighting.zh, *sighting.en, *beside))

    def _beside(self, words: Words, links: Sequence[float], run: Run) -> tuple[int, int]:
        """Return the numbers of the words before and after *run* that nothing else renders."""
        found = [
            self._words.setdefault(words.words[place], len(self._words))
            if 0 <= place < len(links) and words.roles[place] >= Role.PLAIN and links[place] < WEAK
            else NO_WORD
            for place in (run.first - 1, run.end)
        ]
        return found[0], found[1]


def gather(
    beads: Sequence[tuple[str, str]], vectors: Vectors, progress: Progress | None = None
) -> Evidence:
    """Gather the evidence of *beads*, pairs of a Chinese and an English text."""
    evidence = Evidence()
    for start in range(0, len(beads), BLOCK):
        for number, bead in enumerate(_linked(beads[start : start + BLOCK], vectors), start):
            for sighting in _sightings(bead):
                evidence.add(number, bead, sighting)
        if progress:
            progress(min(start + BLOCK, len(beads)), len(beads))
    return evidence


def _linked(beads: Sequence[tuple[str, str]], vectors: Vectors) -> Iterator[Bead]:
    zh = [chinese_words(chinese) for chinese, _ in beads]
    en = with_openings([english_words(english) for _, english in beads])
    words = list(zip(zh, en, strict=True))
    block = block_of(words, vectors)
    for chinese, english in words:
        yield Bead(chinese, english, block.links(chinese, english))


def _sightings(bead: Bead) -> Iterable[Sighting]:
    """Return the pairs of a bead once each, with all that speaks for them."""
    linked = [found for found in sightings(bead) if found.worth > LEAST_WORTH]
    best = {(found.zh, found.en): found for found in linked}
    for found in certain(bead, linked):
        old = best.get((found.zh, found.en), found)
        best[found.zh, found.en] = old._replace(
            defined=max(old.defined, found.defined), known=max(old.known, found.known)
        )
    return best.values()
