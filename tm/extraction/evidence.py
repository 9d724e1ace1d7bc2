"""What speaks for each pair of phrases, gathered over the beads of a text."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from corpora.types import Progress
from tm.extraction.acronyms import names_of, whole_names
from tm.extraction.bases import small_base
from tm.extraction.blocks import Linked, read_blocks
from tm.extraction.certain import certain
from tm.extraction.links import BLOCK
from tm.extraction.phrases import JOINTS_HAN, WEAK, Bead, Sighting, sightings
from tm.extraction.runs import Run, phrase_of
from tm.extraction.tokens import Role, Words

if TYPE_CHECKING:
    from tm.extraction.links import Encode

ENOUGH = 15  # beads of many that tell how a phrase is rendered
FREQUENT = 2  # beads of a block where a phrase stands that is looked at, of many
SELDOM = 100  # of so many beads of a phrase one more is looked at where nothing known renders it
KNOWN = 0.3  # share of the places of its best rendering that another must have to be known
LARGE = 10_000  # beads from which phrases seen once are passed over
KINDS_OF_EVIDENCE = len(Sighting._fields) - 3  # both runs and what they share are none


class Place(NamedTuple):
    """Where a pair stands: its number, the bead's, and the words of both."""

    pair: int
    bead: int
    zh: Run
    en: Run
    is_repeated: bool = False  # the Chinese one stands there once for this and for a full form


WIDTH = 9  # numbers kept of a place: itself, and the words beside the Chinese one
NO_WORD = -1


@dataclass(slots=True)
class Pair:
    """A Chinese and an English phrase and the evidence of the beads where both stand."""

    zh: str
    base: str  # dictionary form in small letters: what the surfaces have in common
    zh_part: Words  # of its first place
    en_part: Words  # of the first place where it has no capitals, else of the first
    has_small: bool = False  # in small letters somewhere
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
    _familiar: Counter[str] = field(default_factory=Counter)  # beads of English phrases
    _again: Counter[str] = field(default_factory=Counter)  # of those, beads without a known term
    _renderings: dict[str, list[str]] = field(default_factory=dict)  # the known terms
    _rendered: dict[str, Counter[str]] = field(default_factory=dict)  # English phrase, Chinese
    _fresh: set[str] = field(default_factory=set)  # phrases seen since that was learnt
    _kept: tuple[int, int] = 0, 0  # pairs, and numbers of rows, that stay
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _words: dict[str, int] = field(default_factory=dict)

    def places(self) -> Iterator[Place]:
        """Yield every place, bead after bead."""
        for k in range(0, len(self.rows), WIDTH):
            pair, bead, first, end, other, last, repeated = self.rows[k : k + 7]
            yield Place(pair, bead, Run(first, end), Run(other, last), bool(repeated))

    def worthwhile(self, block: Sequence[Linked]) -> list[list[Run]]:
        """Return of the English runs of each bead those that stand in several of the *block*.

        A phrase that was seen often enough is not looked at again, unless none of the Chinese
        phrases that render it elsewhere stands in the bead: a corpus may change its terms in the
        middle.
        """
        phrases = [[phrase_of(one.en, run) for run in one.runs] for one in block]
        counts = Counter(phrase for found in phrases for phrase in set(found))
        kept: list[list[Run]] = []
        for one, names in zip(block, phrases, strict=True):
            kept.append(
                [
                    run
                    for run, phrase in zip(one.runs, names, strict=True)
                    if not self._is_known(phrase, one.zh.text) and counts[phrase] >= FREQUENT
                ]
            )
            seen = [phrase for phrase in set(names) if counts[phrase] >= FREQUENT]
            self._familiar.update(seen)
            self._fresh.update(seen)
        return kept

    def _is_known(self, phrase: str, zh: str) -> bool:
        """Tell whether a phrase was seen often enough, and nothing new renders it in *zh*."""
        often = self._familiar[phrase]
        if often < ENOUGH:
            return False
        known = self._renderings.get(phrase)
        if not known or any(rendering in zh for rendering in known):
            return True
        self._again[phrase] += 1
        return self._again[phrase] > ENOUGH + often // SELDOM

    def _learn(self) -> None:
        """Remember what renders the phrases that will not be looked at again."""
        for phrase in self._fresh:
            counts = self._rendered.get(phrase)
            if counts and self._familiar[phrase] >= ENOUGH:
                least = KNOWN * max(counts.values())
                self._renderings[phrase] = [zh for zh, count in counts.items() if count >= least]
        self._fresh.clear()

    def forget(self) -> None:
        """Forget the pairs that were seen once, and learn from the others.

        All of them are new: what was kept before was seen more often.
        """
        import numpy as np

        first, start = self._kept
        new = self.pairs[first:]
        places = np.arange(len(self.pairs), dtype=np.intc)
        is_kept = np.array([pair.count > 1 for pair in new], bool)
        places[first:] = np.where(is_kept, first + np.cumsum(is_kept) - 1, -1)
        rows = np.array(self.rows[start:], dtype=np.intc).reshape(-1, WIDTH)
        rows[:, 0] = places[rows[:, 0]]
        self.rows[start:] = array("i", rows[rows[:, 0] >= 0].tobytes())
        self.pairs[first:] = [pair for pair in new if pair.count > 1]
        for pair, place in zip(new, places[first:].tolist(), strict=True):
            self._number(pair, place)
        self._kept = len(self.pairs), len(self.rows)
        self._learn()

    def _number(self, pair: Pair, place: int) -> None:
        """Give a new pair its *place*, or none where that is negative."""
        if place >= 0:
            self._numbers[pair.zh, pair.base] = place
            return
        del self._numbers[pair.zh, pair.base]
        for surface in pair.surfaces:
            self._rendered[surface.lower()] -= Counter((pair.zh,))

    def add(self, number: int, bead: Bead, sighting: Sighting) -> None:
        """Take a sighting in bead *number*."""
        surface = " ".join(bead.en.slice(*sighting.en).split())
        zh, base = "".join(bead.zh.slice(*sighting.zh).split()), small_base(surface)
        key = self._numbers.setdefault((zh, base), len(self.pairs))
        if key == len(self.pairs):
            parts = bead.zh.part(*sighting.zh), bead.en.part(*sighting.en)
            self.pairs.append(Pair(zh, base, *parts))
        pair = self.pairs[key]
        if surface not in pair.surfaces and surface.islower() and not pair.has_small:
            pair.en_part, pair.has_small = bead.en.part(*sighting.en), True
        pair.count += 1
        pair.surfaces[surface] += 1
        self._rendered.setdefault(phrase := surface.lower(), Counter())[zh] += 1
        self._fresh.add(phrase)
        for place, value in enumerate(sighting[2:-1]):
            pair.sums[place] += value
        beside = self._beside(bead.zh, bead.strongest[0], sighting.zh)
        self.rows.extend((key, number, *sighting.zh, *sighting.en, sighting.is_repeated, *beside))

    def _beside(self, words: Words, links: Sequence[float], run: Run) -> tuple[int, int]:
        """Return the numbers of the words before and after *run* that nothing else renders.

        One that a joint parts from it counts as well: 毒品 in 毒品和犯罪问题办公室.
        """
        found = []
        for step, beside in ((-1, run.first - 1), (1, run.end)):
            is_joint = 0 <= beside < len(links) and words.words[beside] in JOINTS_HAN
            place = beside + step * is_joint
            is_bound = (
                0 <= place < len(links) and words.roles[place] >= Role.PLAIN and links[place] < WEAK
            )
            word = words.words[place] if is_bound else None
            found.append(self._words.setdefault(word, len(self._words)) if word else NO_WORD)
        return found[0], found[1]


def gather(
    beads: Sequence[tuple[str, str]],
    encode: Encode | None,
    progress: Progress | None = None,
    *,
    second_process: bool = False,
) -> Evidence:
    """Gather the evidence of *beads*, pairs of a Chinese and an English text.

    Of many, only phrases that stand twice in a block are looked at: what a whole corpus has but
    once is no term of it, and each would cost as much as the others. A *second process*, into
    which *encode* must fit to be sent, cuts and links blocks of many ahead of this one.
    """
    evidence, is_large = Evidence(), len(beads) > LARGE
    starts = range(0, len(beads), BLOCK)
    parts = [beads[start : start + BLOCK] for start in starts]
    ahead = second_process and is_large
    with closing(read_blocks(parts, encode, ahead=ahead)) as blocks:
        for start, block in zip(starts, blocks, strict=True):
            if is_large:
                runs = evidence.worthwhile(block)
                _take(evidence, start, [*zip(block, runs, strict=True)], is_all=False)
                evidence.forget()
            else:
                _take(evidence, start, [(one, one.runs) for one in block], is_all=True)
            if progress:
                progress(start + len(block), len(beads))
    return evidence


def _take(
    evidence: Evidence,
    start: int,
    block: Sequence[tuple[Linked, Sequence[Run]]],
    *,
    is_all: bool,
) -> None:
    """Take what is seen of English runs in the beads of a *block*, the first of number *start*.

    In *all* of them, or in those with runs only.
    """
    found = {}
    for number, (one, english) in enumerate(block, start):
        if one.links is not None and (english or is_all):
            bead = Bead(one.zh, one.en, one.links)
            found[number] = bead, list(_sightings(bead, english))
    names = names_of(found.values())
    for number, (bead, seen) in found.items():
        for sighting in (*seen, *whole_names(bead, seen, names)):
            evidence.add(number, bead, sighting)


def _sightings(bead: Bead, english: Sequence[Run]) -> Iterable[Sighting]:
    """Return the pairs of a bead once each, with all that speaks for them."""
    linked = sightings(bead, english)
    best = {(found.zh, found.en): found for found in linked}
    for found in certain(bead, linked):
        old = best.get((found.zh, found.en), found)
        best[found.zh, found.en] = old._replace(
            defined=max(old.defined, found.defined),
            known=max(old.known, found.known),
            zh_quoted=max(old.zh_quoted, found.zh_quoted),
            en_quoted=max(old.en_quoted, found.en_quoted),
            is_repeated=old.is_repeated or found.is_repeated,
        )
    return best.values()
