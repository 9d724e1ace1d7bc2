"""Pairs of phrases of one bead that may be terms and translate each other.

An English phrase is proposed by the roles of its words alone; the Chinese one is the run of
words that gains most by being linked into it rather than out of it. Each pair keeps what speaks
for it in this bead; nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tm.extraction.edges import UNLINKED, en_cut, head_of, is_open
from tm.extraction.forms import is_adjective
from tm.extraction.grammar import FRAME_HAN
from tm.extraction.runs import Run, quotes_of
from tm.extraction.tokens import Role, Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tm.extraction.links import Floats

LONGEST_TITLE = 60  # words between quotation marks
LONGEST_SIDE = 250  # words of a text; what is longer is no pair of sentences
WEAK = 0.4  # a strength that may be chance
LOOSE = 0.04  # what a word without link costs a run
EDGES = 2  # words that a run is tried without, and with, on either side
DUE = 0.08  # gain that a linked word owes: less is chance
LEAST_GAIN = 0.1
LEAST_WORTH = 0.12  # of a pair in a bead
LEAK, SURE = 0.4, 0.5  # what a leak takes from that worth, what quotation marks and the like add
_JOINTS = frozenset((",", "and", "or"))
_OF_IT = frozenset(("thereto", "thereof"))
_PREFIXES = frozenset("可不非无未")
_ITS = frozenset(("其", "及其"))  # what renders them, in front
JOINTS_HAN = frozenset("和与及、")
_AGAINST = re.compile("anti|counter|against|contra|oppos|resist|combat")  # what 反 may mean
_WALLS = frozenset("。；：！？，,;:()（）[]…—“”‘’")


class Sighting(NamedTuple):
    """A pair of phrases in one bead and what speaks for it there, each 0–1."""

    zh: Run
    en: Run
    zh_cover: float  # how far its words are linked into the other rather than out of it
    en_cover: float
    leak: float  # strongest link of a word outside into it
    loose: float  # share of the four edges that are not linked
    en_cut: float  # a neighbour belongs to it: 1 a capital beside a capital, .5 a plain word
    zh_cut: float  # 1 a neighbour that is linked to nothing or one character, .5 any other
    open: float = 0.0  # a name that may be part of a longer one: Council in Council of Europe
    inside: float = 0.0  # within a title on one side (.5) or both, and not all of it
    split: float = 0.0  # two things joined on both sides, each of which could stand alone
    zh_quoted: float = 0.0  # fills quotation marks or title brackets
    en_quoted: float = 0.0
    defined: float = 0.0  # both stand in round brackets, or before them
    leftover: float = 0.0  # nothing links them: both are what is left in the bead
    known: float = 0.0  # names of a country, or a short form in brackets
    head_last: float = 0.0  # link of the English head to the last Chinese word
    is_repeated: bool = False  # its Chinese stands there once, for this and for its full form

    @property
    def worth(self) -> float:
        """How good it is at a glance."""
        quoted = 0.5 * (self.zh_quoted + self.en_quoted)
        sure = SURE * max(quoted, self.defined, self.leftover, self.known)
        faults = LEAK * self.leak + 0.2 * self.loose + 0.2 * (self.en_cut == 1)
        return min(self.zh_cover, self.en_cover) - faults + sure


@dataclass(frozen=True, slots=True)
class Bead:
    """The words of both sides and their links."""

    zh: Words
    en: Words
    links: Floats
    strongest: tuple[list[float], list[float]] = field(init=False)  # link of each word

    def __post_init__(self) -> None:
        """Find the strongest link of each word, once."""
        strongest = self.links.max(1, initial=0).tolist(), self.links.max(0, initial=0).tolist()
        object.__setattr__(self, "strongest", strongest)


def sightings(bead: Bead, english: Iterable[Run]) -> list[Sighting]:
    """Return the pairs that links speak for of phrases *english*, and of quotations, of *bead*."""
    quotes = [run for run in quotes_of(bead.en) if run.end - run.first <= LONGEST_TITLE]
    runs = list(dict.fromkeys([*english, *quotes]))
    if not runs or not bead.zh.words:
        return []
    into = _Into(bead, runs, set(quotes))
    return [found for number in range(len(runs)) for found in into.sightings(number)]


class _Into:
    """The Chinese side of a bead seen from each of *runs* of its English side."""

    def __init__(self, bead: Bead, runs: Sequence[Run], quotes: set[Run]) -> None:
        import numpy as np

        self.bead, self.runs, self.quotes = bead, runs, quotes
        self.zh_quotes = quotes_of(bead.zh)
        links, roles = bead.links, np.array(bead.zh.roles)
        self.strongest, self.en_strongest = bead.strongest
        is_loose = links.max(1) < UNLINKED
        gains = _gains(links, [run.first for run in runs], [run.end for run in runs])
        cost = np.where(is_loose, np.float32(-LOOSE), np.float32(0))
        cost[[word in _WALLS for word in bead.zh.words]] = -2
        paths = np.where(is_loose | (roles == Role.BREAK), cost, gains - DUE)
        self._gains = _Gains(gains, roles >= Role.NUMBER)
        sums = np.concatenate((np.zeros((len(runs), 1), np.float32), paths.cumsum(1)), axis=1)
        lowest = np.minimum.accumulate(sums, axis=1)
        self._best = (sums - lowest).max(1).tolist()
        ends = (sums - lowest).argmax(1)
        firsts = (sums == lowest[np.arange(len(runs)), ends, None]).argmax(1)
        self._zh = list(map(Run, firsts.tolist(), ends.tolist()))
        likely = {run for run, best in zip(self._zh, self._best, strict=True) if best > LEAST_GAIN}
        self._variants = {run: list(self._tried(run)) for run in likely}
        distinct = {variant for variants in self._variants.values() for variant in variants}
        self._places = {run: place for place, run in enumerate(distinct)}
        self._back = _gains_back(bead, list(distinct))

    def sightings(self, number: int) -> Iterator[Sighting]:
        """Yield what may translate English run *number*."""
        if self._best[number] <= LEAST_GAIN:
            return
        en = self.runs[number]
        words = self.bead.en.words[slice(*en)]
        is_list = not _JOINTS.isdisjoint(words)
        for zh in self._variants[self._zh[number]]:
            chinese = self.bead.zh.words[slice(*zh)]
            if _go_together(chinese, words) and (is_list or "、" not in chinese):
                found = self._sighting(zh, en, number)
                if found and found.worth > LEAST_WORTH:
                    yield found

    def _sighting(self, zh: Run, en: Run, number: int) -> Sighting | None:
        """Return what speaks for a pair, None for what is not worth a closer look."""
        back, forth, place = self._back, self._gains, self._places[zh]
        covers = forth.cover(number, zh), back.cover(place, en)
        leak = max(back.leak(place, en), forth.leak(number, zh))
        quoted = float(zh in self.zh_quotes), float(en in self.quotes)
        if min(covers) - LEAK * leak + SURE * sum(quoted) / 2 <= LEAST_WORTH:
            return None
        edges = (*back.edges(place, en), *forth.edges(number, zh))
        return Sighting(
            zh,
            en,
            *covers,
            leak,
            sum(edge < UNLINKED for edge in edges) / len(edges),
            en_cut(self.bead.en, self.en_strongest, en),
            self._zh_cut(zh),
            is_open(self.bead.en, en),
            0.5 * (_is_within(zh, self.zh_quotes) + _is_within(en, self.quotes)),
            self._split(zh, en),
            *quoted,
            head_last=float(self.bead.links[zh.end - 1, head_of(self.bead.en, en)]),
        )

    def _split(self, zh: Run, en: Run) -> float:
        """Tell whether links join the first part with the first part and the other with the other.

        Where a word joins two parts on both sides, but their common head stands in one of them,
        links cross: 预防和处理贩运人口全球行动, Global Action to Prevent and Address Trafficking.
        """
        chinese, english = self.bead.zh.words, self.bead.en.words
        first = [k for k in range(zh.first + 1, zh.end - 1) if chinese[k] in JOINTS_HAN]
        other = [
            k
            for k in range(en.first + 1, en.end - 1)
            if english[k] in _JOINTS and not is_adjective(english[k - 1].lower())
        ]
        return max((self._straight(zh, en, q, r) for q in first for r in other), default=0.0)

    def _straight(self, zh: Run, en: Run, q: int, r: int) -> float:
        links = self.bead.links
        ahead = float(links[zh.first : q, en.first : r].sum())
        behind = float(links[q + 1 : zh.end, r + 1 : en.end].sum())
        across = (
            links[zh.first : q, r + 1 : en.end].sum() + links[q + 1 : zh.end, en.first : r].sum()
        )
        return float(min(ahead, behind) > WEAK and across < 0.1 * (ahead + behind))

    def _zh_cut(self, zh: Run) -> float:
        cut = 0.0
        for outer in (zh.first - 1, zh.end):
            if 0 <= outer < len(self.strongest) and self.bead.zh.roles[outer] >= Role.PLAIN:
                is_bound = self.strongest[outer] < UNLINKED or len(self.bead.zh.words[outer]) == 1
                cut = max(cut, 1.0 if is_bound else 0.5)
        return cut

    def _tried(self, run: Run) -> Iterator[Run]:
        """Yield *run*, shorter ones without weak edges, wider ones, and the title around it."""
        roles = self.bead.zh.roles
        first, end = run
        while first < end and roles[first] < Role.PLAIN:
            first += 1
        while end > first and roles[end - 1] < Role.PLAIN:
            end -= 1
        if first == end:
            return
        around = (quote for quote in self.zh_quotes if quote.first <= first and end <= quote.end)
        titles = [run for run in around if run.end - run.first <= 2 * (end - first) + 2]
        tried = {Run(a, b) for a in self._firsts(first, end) for b in self._ends(first, end)}
        tried.update(Run(place, end) for place in self._of_it(first))
        for zh in sorted({self._with_brackets(zh) for zh in (*tried, *titles)}):
            if zh.first < zh.end and self._is_whole(zh) and not self._lacks_prefix(zh):
                yield zh

    def _lacks_prefix(self, run: Run) -> bool:
        """Tell whether a prefix that nothing renders stands before *run*: 可|持续, 以|人为本."""
        zh, before = self.bead.zh, run.first - 1
        if before < 0 or zh.roles[before] != Role.PLAIN or self.strongest[before] >= WEAK:
            return False
        inside = zh.words[slice(*run)]
        opening, closing = FRAME_HAN
        is_frame = zh.words[before] == opening and any(word[0] == closing for word in inside)
        return zh.words[before] in _PREFIXES or is_frame

    def _with_brackets(self, run: Run) -> Run:
        """Return *run* with a title bracket before or after it whose partner is inside."""
        words = self.bead.zh.words
        inside = words[slice(*run)]
        more = inside.count("》") - inside.count("《")
        if more == 1 and words[run.first - 1 : run.first] == ("《",):
            return Run(run.first - 1, run.end)
        if more == -1 and words[run.end : run.end + 1] == ("》",):
            return Run(run.first, run.end + 1)
        return run

    def _firsts(self, first: int, end: int) -> Iterator[int]:
        yield first
        for place in range(first + 1, min(first + 1 + EDGES, end)):
            if self.strongest[place - 1] >= WEAK:
                break
            if self.bead.zh.roles[place] >= Role.PLAIN:
                yield place
        for place in range(first - 1, max(first - 1 - EDGES, -1), -1):
            if not self._is_free(place):
                break
            yield place

    def _ends(self, first: int, end: int) -> Iterator[int]:
        yield end
        for place in range(end - 1, max(end - 1 - EDGES, first), -1):
            if self.strongest[place] >= WEAK:
                break
            if self.bead.zh.roles[place - 1] >= Role.PLAIN:
                yield place
        for place in range(end, min(end + EDGES, len(self.strongest))):
            if not self._is_free(place) or self._is_short_verb(place):
                break
            yield place + 1

    def _of_it(self, first: int) -> Iterator[int]:
        """Yield the place of 其 before *first*, where grammar alone is between: 及其各项议定书."""
        for place in range(first - 1, max(first - 1 - EDGES, -1), -1):
            if self.bead.zh.roles[place] != Role.GRAMMAR:
                return
            if self.bead.zh.words[place] in _ITS:
                yield place

    def _is_free(self, place: int) -> bool:
        return self.strongest[place] < UNLINKED and self.bead.zh.roles[place] >= Role.PLAIN

    def _is_short_verb(self, place: int) -> bool:
        """Tell whether a word is a verb of one character, which goes on behind a term."""
        zh = self.bead.zh
        return len(zh.words[place]) == 1 and zh.tags[place].startswith("v")

    def _is_whole(self, run: Run) -> bool:
        """Tell whether title brackets that open in *run* close there, and some of it is Chinese."""
        inside = self.bead.zh.words[slice(*run)]
        depth = 0
        for word in inside:
            depth += (word == "《") - (word == "》")
            if depth < 0:
                return False
        return not depth and any(not word.isascii() for word in inside)


def _go_together(zh: Sequence[str], en: Sequence[str]) -> bool:
    """Tell whether 反 has its "against", and "thereto" its 其, where a phrase has one of them."""
    if en[-1] in _OF_IT:
        return not _ITS.isdisjoint(zh)
    return zh[0] not in _ITS and (zh[0] != "反" or bool(_AGAINST.search(" ".join(en).lower())))


def _is_within(run: Run, quotes: Collection[Run]) -> bool:
    return any(quote.first <= run.first and run.end <= quote.end for quote in quotes) and (
        run not in quotes
    )


class _Gains:
    """How much more each word of one side is linked into runs of the other than out of them."""

    def __init__(self, gains: Floats, is_weighty: NDArray[Any]) -> None:
        import numpy as np

        runs, words = gains.shape
        self._gains = gains
        clipped = np.zeros((runs, words + 1), np.float32)
        np.clip(gains * is_weighty, 0, 1, out=clipped[:, 1:])
        self._sums = clipped.cumsum(1)
        self._counts = np.concatenate(([0], np.cumsum(is_weighty))).tolist()
        before = np.zeros((runs, words + 1), np.float32)
        before[:, 1:] = np.maximum.accumulate(np.maximum(gains, 0), axis=1)
        after = np.zeros((runs, words + 1), np.float32)
        after[:, :-1] = np.maximum.accumulate(np.maximum(gains[:, ::-1], 0), axis=1)[:, ::-1]
        self._before, self._after = before, after

    def cover(self, number: int, run: Run) -> float:
        """Return the mean gain of the words of *run* that mean something, 0–1."""
        total = self._sums.item(number, run.end) - self._sums.item(number, run.first)
        return float(total / max(self._counts[run.end] - self._counts[run.first], 1))

    def leak(self, number: int, run: Run) -> float:
        """Return the greatest gain of a word outside *run*, 0–1."""
        before, after = self._before.item(number, run.first), self._after.item(number, run.end)
        return float(max(before, after))

    def edges(self, number: int, run: Run) -> tuple[float, float]:
        """Return the gains of the first and the last word of *run*."""
        return self._gains.item(number, run.first), self._gains.item(number, run.end - 1)


def _gains(links: Floats, firsts: Sequence[int], ends: Sequence[int]) -> Floats:
    """Return for each English run the gain of each Chinese word, (runs, words)."""
    import numpy as np

    rows, columns = links.shape
    starts, stops = np.array(firsts), np.array(ends)
    before = np.zeros((rows, columns + 1), np.float32)
    before[:, 1:] = np.maximum.accumulate(links, axis=1)
    after = np.zeros((rows, columns + 1), np.float32)
    after[:, :-1] = np.maximum.accumulate(links[:, ::-1], axis=1)[:, ::-1]
    inside = np.empty((len(starts), rows), np.float32)
    for first in set(firsts):
        where = np.flatnonzero(starts == first)
        widest = np.maximum.accumulate(links[:, first : int(stops[where].max())], axis=1)
        inside[where] = widest[:, stops[where] - first - 1].T
    gains: Floats = inside - np.maximum(before[:, starts], after[:, stops]).T
    return gains


def _gains_back(bead: Bead, runs: Sequence[Run]) -> _Gains:
    """Return how much more each English word is linked into each Chinese run than out of it."""
    import numpy as np

    links = bead.links
    before = np.zeros((links.shape[0] + 1, links.shape[1]), np.float32)
    before[1:] = np.maximum.accumulate(links, axis=0)
    after = np.zeros_like(before)
    after[:-1] = np.maximum.accumulate(links[::-1], axis=0)[::-1]
    gains = np.zeros((len(runs), links.shape[1]), np.float32)
    if runs:
        places = np.array(runs)
        padded = np.concatenate((links, links[:1]))  # a run may end where the text does
        inside = np.maximum.reduceat(padded, places.ravel(), axis=0)[::2]
        gains = inside - np.maximum(before[places[:, 0]], after[places[:, 1]])
    return _Gains(gains, np.array(bead.en.roles) >= Role.NUMBER)
