"""The evidence for a pair as numbers, few enough to be weighed by a logistic model."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log2
from typing import TYPE_CHECKING

from tm.extraction.bases import singular
from tm.extraction.choice import SEVERAL, Chosen
from tm.extraction.evidence import NO_WORD, WIDTH, Evidence, Pair
from tm.extraction.forms import is_adjective, is_verbal
from tm.extraction.grammar import MODIFIERS, ORDINARY, QUALIFIERS
from tm.extraction.kinds import has_head, kind_of
from tm.extraction.tokens import Role

if TYPE_CHECKING:
    from tm.extraction.links import Floats


SEEN = (
    "cover", "fuller", "leak", "loose", "en_cut", "zh_cut", "open", "inside", "split",
    "quoted", "defined", "leftover", "known",
)  # fmt: skip
NAMES = (
    *SEEN,
    "often", "alike", "zh_share", "en_share", "zh_bound", "en_bound", "plain_words",
    "name_words", "one", "one_ordinary", "ordinary", "qualified", "adjective", "name",
    "acronym", "joints", "split_name", "zh_grammar", "zh_verb", "zh_modifier", "zh_one",
    "zh_starts", "zh_clause", "head", "legal", "held", "inner_name", "once_held",
    "one_holder", "outdone",
)  # fmt: skip
# Known after the choice only.
FATE = ("zh_share", "en_share", "held", "inner_name", "once_held", "one_holder", "outdone")
EN_CUT, OPEN, SPLIT = (SEEN.index(name) for name in ("en_cut", "open", "split"))
SIBLINGS = 100  # pairs with one English term that are compared


def features(evidence: Evidence, alike: Sequence[float], chosen: Chosen | None) -> Floats:
    """Return a row of numbers for each pair, in the order of ``NAMES``.

    *alike* is the likeness of both phrases, *chosen* what stayed of them; None before any choice.
    """
    import numpy as np

    shares, bound = _shares(evidence, chosen), _bound(evidence)
    outdone = _outdone(evidence, chosen) if chosen else set()
    rows = [
        [
            *_seen(pair),
            log2(max(chosen.counts[number], 1) if chosen else pair.count),
            alike[number],
            *shares[number],
            *bound[number],
            *_form(pair),
            *_fate(number, pair, chosen),
            float(number in outdone),
        ]
        for number, pair in enumerate(evidence.pairs)
    ]
    return np.array(rows, np.float32).reshape(len(rows), len(NAMES))


def _shares(evidence: Evidence, chosen: Chosen | None) -> list[tuple[float, float]]:
    """Return of the places of each pair's Chinese, and of its English, its own share."""
    zh: Counter[str] = Counter()
    en: Counter[str] = Counter()
    counts = [
        chosen.counts[number] if chosen else pair.count
        for number, pair in enumerate(evidence.pairs)
    ]
    for count, pair in zip(counts, evidence.pairs, strict=True):
        zh[pair.zh] += count
        en[pair.base] += count
    return [
        (count / max(zh[pair.zh], 1), count / max(en[pair.base], 1))
        for count, pair in zip(counts, evidence.pairs, strict=True)
    ]


def _outdone(evidence: Evidence, chosen: Chosen) -> set[int]:
    """Return the pairs of which a longer Chinese term is chosen more often for the same English."""
    by_base: dict[str, list[int]] = defaultdict(list)
    for number in chosen.counts:
        by_base[evidence.pairs[number].base].append(number)
    return {
        number
        for numbers in by_base.values()
        for number in numbers
        if any(
            evidence.pairs[number].zh in evidence.pairs[other].zh
            and chosen.counts[other] > chosen.counts[number]
            for other in numbers[:SIBLINGS]
        )
    }


def _bound(evidence: Evidence) -> list[list[float]]:
    """Return how often each side of each pair has the same word beside it; of one place nothing."""
    import numpy as np

    rows = np.frombuffer(evidence.rows, dtype=np.intc).reshape(-1, WIDTH)
    bound = np.zeros((len(evidence.pairs), 2))
    totals = np.bincount(rows[:, 0], minlength=len(bound)) if len(rows) else np.zeros(0)
    for column in range(6, WIDTH):
        known = rows[rows[:, column] != NO_WORD][:, (0, column)].astype(np.int64)
        both, counts = np.unique(known[:, 0] << 32 | known[:, 1], return_counts=True)
        most = np.zeros(len(bound))
        np.maximum.at(most, both >> 32, counts)
        side = (column - 6) // 2
        share = np.where(most > 1, most / np.maximum(totals, 1), 0)
        bound[:, side] = np.maximum(bound[:, side], share)
    return [[float(first), float(other)] for first, other in bound]


def _seen(pair: Pair) -> list[float]:
    means = [total / pair.count for total in pair.sums]
    return [min(means[:2]), max(means[:2]), *means[2:]]


def _fate(number: int, pair: Pair, chosen: Chosen | None) -> list[float]:
    if chosen is None or not chosen.counts[number]:
        return [0.0, 0.0, 0.0, 0.0]
    held = chosen.held[number] / chosen.counts[number]
    is_name = min(pair.en_part.roles) >= Role.JOINT and pair.en_part.roles[-1] >= Role.NAME
    return [
        held,
        held * is_name,
        float(held == 1 and pair.count == 1),
        float(chosen.counts[number] > 1 and chosen.holders[number] != SEVERAL),
    ]


def _form(pair: Pair) -> list[float]:
    en, zh = pair.en_part, pair.zh_part
    words = [
        (word.lower(), role)
        for word, role in zip(en.words, en.roles, strict=True)
        if role >= Role.NUMBER
    ]
    plain = [word for word, role in words if role == Role.PLAIN]
    zh_words = [k for k, role in enumerate(zh.roles) if role >= Role.NUMBER]
    size = len(words)
    is_name = not plain
    last = zh.tags[-1]
    ordinary = sum(_is_ordinary(word) for word, _ in words) / size
    return [
        float(bool(plain)) * min(size, 4),
        float(is_name) * min(size, 5),
        float(size == 1),
        float(size == 1) * ordinary,
        ordinary,
        float(words[0][0] in QUALIFIERS and words[0][1] == Role.PLAIN),
        float(is_adjective(words[-1][0])),
        float(is_name),
        float(size == 1 and words[0][1] == Role.ACRONYM),
        float(bool(plain)) * sum(role < Role.NUMBER for role in en.roles) / len(en.roles),
        float(is_name) * pair.sums[SPLIT] / pair.count,
        float(bool(plain)) * sum(role < Role.NUMBER for role in zh.roles) / len(zh.roles),
        float(last in ("v", "d", "vd", "p", "c", "f") or last[:1] in "dpcfruy"),
        float(last in ("b", "a", "ad", "m", "q", "t") or last[:1] in "mqt"),
        float(sum(len(zh.words[k]) for k in zh_words) == 1),
        float(zh.tags[0] in ("v", "vd")),
        float(bool(plain)) * (zh.tags[1:-1].count("v") > 0),
        float(has_head(pair.zh, pair.en)),
        float(kind_of(pair.zh, pair.base) == "legal"),
    ]


def _is_ordinary(word: str) -> bool:
    return singular(word) in ORDINARY or word in QUALIFIERS | MODIFIERS or is_verbal(word)
