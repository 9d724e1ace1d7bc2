"""How strongly each word of one side of a bead is linked to each of the other.

Two witnesses: the likeness of two words' vectors, where an encoder was handed in, and how
exclusively they keep company over the beads of a block (Dice's coefficient, Smadja et al. 1996).
Of the occurrences of a word the one is meant whose neighbours are linked as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tm.extraction.grammar import BETWEEN_NAMES, RENDERED
from tm.extraction.runs import outermost_quotes
from tm.extraction.tokens import Role, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Encode = Callable[[Sequence[str]], Floats]  # n texts to (n, d), rows of length 1

BLOCK = 1000  # beads over which company is counted
NOISE, SPREAD = 0.15, 0.5  # cosine of two words that says nothing; above it, what says all
COMPANY = 0.85  # weight of Dice's coefficient against that of vectors
POSITION = 0.25  # what is lost between words at opposite ends of a bead
REPEATED = 0.1  # what is left of a link to another occurrence of a word
STRONG = 0.3  # a link that settles which occurrence of a word is meant
SUPPORT = 0.4  # weight of the links of neighbours in settling it
ORDERED = 0.1  # what being the same occurrence of two words that are equally many adds to support
REACH = 6  # words within which links support each other
NOTHING = 1e-6
_OPENING, _CLOSING = "(（", ")）"
_OPENED = frozenset(_OPENING)
MOST = 64  # links between repeated words that are weighed against each other
MANY = 40  # links to settle at once, where each by itself would take long
CLEAR = 0.6  # by which a link stands out among its rivals beyond doubt
LATER = -1e-6
FREE, SETTLED = 0.25, 0.5  # most of a word that nothing renders, least of one that is rendered
BESIDE = 2  # words apart at most of those that help what is left
LEFT, LEFT_OVER = 1.0, 0.6  # least help that links what is left, and how strong that link is
WITHIN = 2  # words that those of one name are apart at most
ACROSS = 0.8  # what support is worth from neighbours in the opposite order
APART = 0.5  # and from those behind a mark of punctuation


class Vectors:
    """Rows of words of both languages, made once for each."""

    def __init__(self, encode: Encode | None) -> None:
        """Without *encode* words have no rows, and company alone links them."""
        self._encode = encode
        self._places: dict[str, int] = {}
        self._table: NDArray[np.float16] | None = None  # with room for more rows

    def rows(self, words: Sequence[str]) -> Floats | None:
        """Return one row for each of *words*."""
        import numpy as np

        if self._encode is None or not words:
            return None
        new = [word for word in dict.fromkeys(words) if word not in self._places]
        if new:
            self._add(self._encode(new).astype(np.float16))
            self._places.update(zip(new, range(len(self._places), 1 << 40), strict=False))
        if self._table is None:
            return None
        rows: Floats = self._table[[self._places[word] for word in words]].astype(np.float32)
        return rows

    def _add(self, rows: NDArray[np.float16]) -> None:
        """Write *rows* behind those that are there; the table doubles where it is full."""
        import numpy as np

        count = len(self._places)
        end = count + len(rows)
        if self._table is None or end > len(self._table):
            grown = np.empty((max(end, 2 * count), rows.shape[1]), np.float16)
            if self._table is not None:
                grown[:count] = self._table[:count]
            self._table = grown
        self._table[count:end] = rows


@dataclass(frozen=True, slots=True)
class Block:
    """What links the words of a block of beads: one entry for each pair of distinct words."""

    strengths: Floats  # (words, words), 0–1
    zh: dict[str, int]
    en: dict[str, int]

    def links(self, zh: Words, en: Words) -> Floats:
        """Return the strength of the link of each word of *zh* to each of *en*, 0–1."""
        import numpy as np

        rows = np.array([self.zh.get(word, -1) for word in zh.words])
        columns = np.array([self.en.get(word.lower(), -1) for word in en.words])
        links: Floats = self.strengths[np.ix_(rows, columns)].copy()
        first, other = (
            np.arange(len(side), dtype=np.float32) * (POSITION / max(len(side) - 1, 1))
            for side in (rows, columns)
        )
        links *= 1 - np.abs(first[:, None] - other)
        _part_brackets(links, zh, en)
        _part_quotes(links, zh, en)
        _settle(links, zh, en)
        rows_most, most = links.max(1, keepdims=True), links.max(0)
        links *= links / np.maximum(np.maximum(rows_most, most), NOTHING)
        rows_most, most = links.max(1, keepdims=True), links.max(0)
        links *= (links / np.maximum(np.minimum(rows_most, most), NOTHING)) ** 2
        _link_numbers(links, zh, en)
        free_rows = (rows >= 0) & (links.max(1, initial=0) < FREE)
        _link_left(links, free_rows, (columns >= 0) & (links.max(0, initial=0) < FREE))
        return links


def block_of(beads: Sequence[tuple[Words, Words]], vectors: Vectors) -> Block:
    """Measure a block of beads."""
    import numpy as np

    sides = [_words_of([bead[side] for bead in beads], is_lower=bool(side)) for side in (0, 1)]
    (zh, zh_in), (en, en_in) = sides
    strengths = np.zeros((len(zh) + 1, len(en) + 1), np.float32)  # the last: words without links
    rows, columns = vectors.rows(list(zh)), vectors.rows(list(en))
    if rows is not None and columns is not None:
        alike = rows @ (columns / np.float32(SPREAD)).T
        alike -= NOISE / SPREAD
        np.clip(alike, 0, 1, out=strengths[:-1, :-1])
    first, other, dice = _company(zh_in, en_in, len(beads), (len(zh), len(en)))
    strengths[first, other] += COMPANY * dice * (1 - strengths[first, other])
    return Block(strengths, zh, en)


def _words_of(texts: Sequence[Words], *, is_lower: bool) -> tuple[dict[str, int], list[list[int]]]:
    """Number the distinct words that mean something, and those of each text."""
    numbers: dict[str, int] = {}
    found = []
    for text in texts:
        names = [
            word.lower() if is_lower else word
            for word, role in zip(text.words, text.roles, strict=True)
            if role >= Role.PLAIN or word in RENDERED
        ]
        found.append([numbers.setdefault(name, len(numbers)) for name in dict.fromkeys(names)])
    return numbers, found


def _company(
    zh: Sequence[Sequence[int]], en: Sequence[Sequence[int]], beads: int, size: tuple[int, int]
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return pairs of words and Dice's coefficient of each, less what two or three beads may do."""
    import numpy as np

    often = [
        np.bincount(np.array([k for words in side for k in words], np.int64), minlength=n)
        for side, n in zip((zh, en), size, strict=True)
    ]
    pairs = []
    for words, others in zip(zh, en, strict=True):
        first = np.array([k for k in words if often[0][k] > 1], np.int64)
        other = np.array([k for k in others if often[1][k] > 1], np.int64)
        pairs.append((first[:, None] * size[1] + other).ravel())
    keys, both = np.unique(np.concatenate(pairs), return_counts=True)
    first, other = keys // max(size[1], 1), keys % max(size[1], 1)
    zh_often, en_often = often[0][first], often[1][other]
    surplus = np.maximum(both - zh_often * en_often / beads - 1, 0) / both
    dice = 2 * both / (zh_often + en_often)
    return first, other, np.clip(dice * 1.5 - 0.3, 0, 1) * surplus


def _part_brackets(links: Floats, zh: Words, en: Words) -> None:
    """Weaken links into and out of round brackets where both sides have as many of them.

    国际河流委员会（河委会）, International Rivers Commission (IRC): the short form belongs to IRC.
    """
    import numpy as np

    if _OPENED.isdisjoint(zh.words) or _OPENED.isdisjoint(en.words):
        return
    first, other = _brackets(zh), _brackets(en)
    if first.any() and first.max(initial=0) == other.max(initial=0):
        links *= np.where(first[:, None] == other, np.float32(1), np.float32(REPEATED))


def _part_quotes(links: Floats, zh: Words, en: Words) -> None:
    """Weaken links into and out of quotation marks where both sides have as many of them."""
    import numpy as np

    zh_quotes, en_quotes = (outermost_quotes(words) for words in (zh, en))
    if zh_quotes and len(zh_quotes) == len(en_quotes):
        first, other = (np.zeros(size, np.int64) for size in links.shape)
        for number, (run, another) in enumerate(zip(zh_quotes, en_quotes, strict=True), 1):
            first[slice(*run)], other[slice(*another)] = number, number
        links *= np.where(first[:, None] == other, np.float32(1), np.float32(REPEATED))


def _brackets(words: Words) -> NDArray[Any]:
    """Number the words inside round brackets by the bracket they are in; others have 0."""
    import numpy as np

    found, count, is_open = [], 0, False
    for word in words.words:
        if word in _OPENING:
            count, is_open = count + 1, True
        elif word in _CLOSING:
            is_open = False
        found.append(count if is_open else 0)
    return np.array(found, np.int64)


def _settle(links: Floats, zh: Words, en: Words) -> None:
    """Weaken links between occurrences of repeated words that do not belong together.

    The link that stands out most among its rivals is settled first, and supports those near it:
    what stands next to a word tells which of its occurrences is meant where the order of words
    does not.
    """
    import numpy as np

    names = _numbered(zh.words), _numbered([word.lower() for word in en.words])
    often = [np.bincount(numbers)[numbers] > 1 for numbers in names]
    places = np.argwhere(links > STRONG)
    is_contested = often[0][places[:, 0]] | often[1][places[:, 1]]
    contested, sure = places[is_contested], places[~is_contested]
    if not len(contested):
        return
    if len(contested) > MOST:
        order = np.argsort(-links[contested[:, 0], contested[:, 1]], kind="stable")
        weak = contested[order[MOST:]]
        links[weak[:, 0], weak[:, 1]] *= REPEATED
        contested = contested[order[:MOST]]
    parts = _Parts.of(zh), _Parts.of(en)
    rivals = _rivals(contested, names)
    strengths = links[contested[:, 0], contested[:, 1]]
    near = _near(contested, contested, parts) * strengths
    support = (_near(contested, sure, parts) * links[sure[:, 0], sure[:, 1]]).max(1, initial=0)
    support = support + ORDERED * _in_order(contested, names)
    is_open = np.ones(len(contested), bool)
    while is_open.any():
        total = np.where(is_open, strengths + SUPPORT * support, 0)
        margin = total - np.where(rivals, total, 0).max(1)
        margin += LATER * np.arange(len(margin))  # of equal ones the first
        margin[~is_open] = -9
        best = margin.max()
        share = 0.5 if len(contested) < MANY else NOTHING
        winners = margin >= min(best, max(share * best, share * CLEAR))
        beaten = rivals[winners].any(0) & is_open & ~winners
        links[contested[beaten, 0], contested[beaten, 1]] *= REPEATED
        is_open &= ~(beaten | winners)
        support = np.maximum(support, near[:, winners].max(1))


def _in_order(places: NDArray[Any], names: tuple[NDArray[Any], NDArray[Any]]) -> NDArray[Any]:
    """Tell which pairs of words are the same occurrence of words that are equally many."""
    ranks, totals = zip(*map(_occurrences, names), strict=True)
    zh, en = places.T
    in_order: NDArray[Any] = (ranks[0][zh] == ranks[1][en]) & (totals[0][zh] == totals[1][en])
    return in_order


def _occurrences(names: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return which occurrence of itself each word is, and how many there are."""
    import numpy as np

    seen: dict[int, int] = {}
    ranks = []
    for name in names.tolist():
        ranks.append(seen.get(name, 0))
        seen[name] = ranks[-1] + 1
    return np.array(ranks), np.bincount(names)[names]


def _numbered(words: Sequence[str]) -> NDArray[Any]:
    import numpy as np

    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(word, len(numbers)) for word in words])


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts between marks of punctuation, and the names, that the words of a text are in."""

    parts: NDArray[Any]
    names: NDArray[Any]  # a number for all words of one name, none twice for other words

    @classmethod
    def of(cls, words: Words) -> _Parts:
        import numpy as np

        parts = np.cumsum([role == Role.BREAK for role in words.roles])
        inside = [
            role >= Role.NAME or (role == Role.JOINT and word not in BETWEEN_NAMES)
            for word, role in zip(words.words, words.roles, strict=True)
        ]
        return cls(parts, np.cumsum([not is_inside for is_inside in inside]))


def _rivals(places: NDArray[Any], names: tuple[NDArray[Any], NDArray[Any]]) -> NDArray[Any]:
    """Tell which pairs of words exclude each other: one word of one side, two of one name.

    Two of different names as well, where the first stands often enough to be linked to each.
    """
    import numpy as np

    zh, en = places.T
    same_zh, same_en = zh[:, None] == zh, en[:, None] == en
    alike_zh = names[0][zh][:, None] == names[0][zh]
    alike_en = names[1][en][:, None] == names[1][en]
    often_zh, often_en = (np.bincount(side) for side in names)
    zh_count, en_count = often_zh[names[0][zh]], often_en[names[1][en]]
    alike_en |= en_count[:, None] + en_count <= zh_count[:, None]
    alike_zh |= zh_count[:, None] + zh_count <= en_count[:, None]
    rivals: NDArray[Any] = (same_zh & alike_en & ~same_en) | (same_en & alike_zh & ~same_zh)
    return rivals


def _near(places: NDArray[Any], others: NDArray[Any], parts: tuple[_Parts, _Parts]) -> Floats:
    """Return how near pairs of words are to *others*, 0–1; nearer in one order and one part.

    Words of one name are near each other: its head may stand at its other end.
    """
    import numpy as np

    near = np.ones((len(places), len(others)), np.float32)
    steps = []
    for side, part in enumerate(parts):
        first, other = places[:, side, None], others[:, side]
        steps.append(first - other)
        is_one_name = part.names[first] == part.names[other]
        away = np.where(is_one_name, np.minimum(np.abs(steps[-1]), WITHIN), np.abs(steps[-1]))
        near *= np.maximum(1 - away / np.float32(REACH), 0)
        near *= np.where(part.parts[first] == part.parts[other], np.float32(1), np.float32(APART))
    near *= np.where(steps[0] * steps[1] >= 0, np.float32(1), np.float32(ACROSS))
    return near


def _link_left(links: Floats, *is_free: NDArray[Any]) -> None:
    """Link words that nothing renders with each other where the words beside them are linked.

    *is_free* tells of each word of both sides whether it is left: of 起诉和判刑, prosecution
    and sentencing, the second where the first is linked.
    """
    import numpy as np

    rows, columns = map(np.flatnonzero, is_free)
    if not len(rows) or not len(columns):
        return
    settled = links * (links > SETTLED)
    beside = [
        np.maximum(BESIDE + 1 - np.abs(places[:, None] - np.arange(size)), 0)
        for places, size in zip((rows, columns), links.shape, strict=True)
    ]
    support = beside[0] @ settled @ beside[1].T
    is_best = (support == support.max(1, keepdims=True)) & (support == support.max(0))
    for row, column in np.argwhere(is_best & (support >= LEFT * BESIDE**2)):
        links[rows[row], columns[column]] = LEFT_OVER


def _link_numbers(links: Floats, zh: Words, en: Words) -> None:
    numbers: dict[str, list[int]] = defaultdict(list)
    for place, (word, role) in enumerate(zip(en.words, en.roles, strict=True)):
        if role == Role.NUMBER:
            numbers[word].append(place)
    for place, (word, role) in enumerate(zip(zh.words, zh.roles, strict=True)):
        if role == Role.NUMBER and numbers[word]:
            links[place, numbers[word].pop(0)] = 1
