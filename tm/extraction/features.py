"""The evidence for a pair as numbers, few enough to be weighed by a logistic model."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from math import log2
from typing import TYPE_CHECKING, Any

from tm.extraction.choice import SEVERAL, Chosen
from tm.extraction.evidence import NO_WORD, WIDTH, Evidence, Pair
from tm.extraction.forms import is_modifier, is_verbal
from tm.extraction.grammar import FILLERS_HAN, LIGHT, MODIFIERS, ORDINARY, QUALIFIERS
from tm.extraction.kinds import has_head, kind_of
from tm.extraction.tokens import Role, Words
from tm.plurals import singular

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tm.extraction.links import Floats


# Each the product of two others.
PRODUCTS = {
    "often_one": ("often", "one_ordinary"),
    "once_zh_cut": ("once", "zh_cut"),
    "once_joints": ("once", "joints"),
    "name_one": ("name", "one"),
    "name_head": ("name", "head_last"),
    "plain_held": ("plain_words", "held"),
    "plain_unlike": ("plain_words", "unlike"),
    "name_legal": ("name", "legal"),
}
SEEN = (
    "cover", "leak", "loose", "en_cut", "zh_cut", "open", "inside", "split",
    "zh_quoted", "en_quoted", "defined", "leftover", "known", "head_last",
)  # fmt: skip
NAMES = (
    *SEEN,
    "often", "alike", "zh_share", "en_share", "zh_bound",
    "plain_words", "ordinary_once",
    "name_verb", "name_joined", "one", "one_ordinary", "qualified", "adjective", "name",
    "joints", "split_name", "zh_grammar", "zh_verb", "zh_modifier", "zh_one",
    "zh_starts", "zh_clause", "zh_quantity", "zh_hard", "head", "legal",
    "joint_gap", "filler", "light", "once", "unlike", "held", "one_holder", "outdone",
    *PRODUCTS,
)  # fmt: skip
_FIRST_OF_FORM, _LAST_OF_FORM = NAMES.index("plain_words"), NAMES.index("once")
_OF_FORM = slice(_FIRST_OF_FORM, _LAST_OF_FORM + 1)
_OF_CHINESE = [
    place
    for place in range(_FIRST_OF_FORM, _LAST_OF_FORM)
    if NAMES[place].startswith("zh_") or NAMES[place] in ("filler", "joint_gap")
]
# Known after the choice only.
FATE = ("zh_share", "en_share", "held", "one_holder", "outdone")
# Weighed after it only: between a term and a part of it they mislead.
LATER = ("head_last", "joint_gap", "filler", "light", "once", "unlike", *FATE, *PRODUCTS)
# Weighed before it only: after it "head_last" and "leak" say the same better.
EARLIER = ("cover", "loose")
_TITLED = SEEN.index("zh_quoted"), SEEN.index("en_quoted")
_LOOSE = SEEN.index("loose")
SPLIT = SEEN.index("split") + 1  # among the sums of a pair, which keep both covers
OFTEN, ALIKE = NAMES.index("often"), NAMES.index("alike")
_JOINTS = frozenset((",", "and", "or"))
_JOINTS_HAN = frozenset("和与及、")
SIBLINGS = 100  # pairs with one English term that are compared


def features(evidence: Evidence, alike: Sequence[float]) -> Floats:
    """Return a row of numbers for each pair, in the order of ``NAMES``.

    *alike* is the likeness of both phrases. What only a choice can tell is 0.
    """
    import numpy as np

    rows = np.zeros((len(evidence.pairs), len(NAMES)), np.float32)
    place = NAMES.index("plain_words")
    for number, (row, pair) in enumerate(zip(rows, evidence.pairs, strict=True)):
        row[: len(SEEN)] = _seen(pair)
        row[ALIKE] = alike[number]
        form = _form(pair)
        row[place : place + len(form)] = form
        _forgive(row)
    rows[:, NAMES.index("zh_bound")] = _bound(evidence)
    rows[:, NAMES.index("unlike")] = _unlike(evidence, alike)
    counts = np.array([pair.count for pair in evidence.pairs])
    rows[:, OFTEN] = np.log2(np.maximum(counts - _longer(evidence), 1))
    return _with_products(rows)


def _forgive(row: Floats) -> None:
    """Let a title have any form: what fills its quotation marks is no fragment."""
    is_zh, is_en = (row[place] > 0.5 for place in _TITLED)
    if is_zh and is_en:
        row[_OF_FORM] = row[_LOOSE] = 0
    elif is_zh:
        row[_OF_CHINESE] = 0


def with_fate(rows: Floats, evidence: Evidence, chosen: Chosen) -> Floats:
    """Return *rows* with what the choice tells: how often each pair stayed, and how."""
    found = rows.copy()
    shares, outdone = _shares(evidence, chosen), _outdone(evidence, chosen)
    columns = [NAMES.index(name) for name in FATE]
    for number, count in chosen.counts.items():
        fate = _fate(number, chosen)
        found[number, OFTEN] = log2(count)
        found[number, columns] = (*shares[number], *fate, number in outdone)
    return _with_products(found)


def _with_products(rows: Floats) -> Floats:
    for name, (first, other) in PRODUCTS.items():
        rows[:, NAMES.index(name)] = rows[:, NAMES.index(first)] * rows[:, NAMES.index(other)]
    return rows


def _shares(evidence: Evidence, chosen: Chosen) -> dict[int, tuple[float, float]]:
    """Return of the places of each pair's Chinese, and of its English, its own share."""
    zh: Counter[str] = Counter()
    en: Counter[str] = Counter()
    pairs = {number: evidence.pairs[number] for number in chosen.counts}
    for number, pair in pairs.items():
        zh[pair.zh] += chosen.counts[number]
        en[pair.base] += chosen.counts[number]
    return {
        number: (chosen.counts[number] / zh[pair.zh], chosen.counts[number] / en[pair.base])
        for number, pair in pairs.items()
    }


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


def _longer(evidence: Evidence) -> NDArray[Any]:
    """Return how often a longer pair with the same English, or the same Chinese, stands.

    司法协助 with "legal assistance" is but a part where "mutual legal assistance" stands as often:
    only the other places count for it (the C-value of Frantzi et al. 2000).
    """
    import numpy as np

    found = np.zeros(len(evidence.pairs))
    for number, other in _nested(evidence):
        found[number] = max(found[number], evidence.pairs[other].count)
    return found


def _unlike(evidence: Evidence, alike: Sequence[float]) -> NDArray[Any]:
    """Return how much more alike a longer or shorter pair with one of both terms is."""
    import numpy as np

    found = np.zeros(len(evidence.pairs))
    for number, other in _nested(evidence):
        gap = alike[other] - alike[number]
        found[number] = max(found[number], gap)
        found[other] = max(found[other], -gap)
    return found


def _nested(evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Yield pairs that share one term and longer ones that hold the other."""
    for side in (0, 1):
        groups: dict[str, list[int]] = defaultdict(list)
        for number, pair in enumerate(evidence.pairs):
            groups[pair.zh if side else pair.base].append(number)
        for numbers in groups.values():
            for number in numbers if len(numbers) > 1 else ():
                for other in _holding(evidence, number, numbers, side):
                    yield number, other


def _holding(evidence: Evidence, number: int, others: Sequence[int], side: int) -> Iterator[int]:
    """Yield those of the pairs *others* that hold pair *number*."""
    pair = evidence.pairs[number]
    for other in others[:SIBLINGS]:
        longer = evidence.pairs[other]
        is_held = f" {pair.base} " in f" {longer.base} " if side else pair.zh in longer.zh
        if other != number and is_held:
            yield other


def _bound(evidence: Evidence) -> NDArray[Any]:
    """Return how often each pair's Chinese has the same word beside it; of one place nothing.

    Only words that nothing else renders count: they belong to the term.
    """
    import numpy as np

    rows = np.frombuffer(evidence.rows, dtype=np.intc).reshape(-1, WIDTH)
    bound = np.zeros(len(evidence.pairs))
    totals = np.bincount(rows[:, 0], minlength=len(bound)) if len(rows) else bound
    for column in range(WIDTH - 2, WIDTH):
        known = rows[rows[:, column] != NO_WORD][:, (0, column)].astype(np.int64)
        both, counts = np.unique(known[:, 0] << 32 | known[:, 1], return_counts=True)
        most = np.zeros(len(bound))
        np.maximum.at(most, both >> 32, counts)
        bound = np.maximum(bound, np.where(most > 1, most / np.maximum(totals, 1), 0))
    return bound


def _seen(pair: Pair) -> list[float]:
    means = [total / pair.count for total in pair.sums]
    return [min(means[:2]), *means[2:]]


def _fate(number: int, chosen: Chosen) -> list[float]:
    return [
        chosen.held[number] / chosen.counts[number],
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
        float(pair.count == 1 and bool(plain)) * ordinary,
        float(is_name and size > 1 and _is_fragment(words[0][0])),
        float(is_name and size > 1 and not {"and", ","}.isdisjoint(en.words)),
        float(size == 1),
        float(size == 1) * ordinary,
        float(words[0][0] in QUALIFIERS and words[0][1] == Role.PLAIN),
        float(is_modifier(en.words[-1])),
        float(is_name),
        float(bool(plain)) * sum(role < Role.NUMBER for role in en.roles) / len(en.roles),
        float(is_name) * pair.sums[SPLIT] / pair.count,
        float(bool(plain)) * sum(role < Role.NUMBER for role in zh.roles) / len(zh.roles),
        float(last in ("v", "d", "vd", "p", "c", "f") or last[:1] in "dpcfruy"),
        float(last in ("b", "a", "ad", "m", "q", "t") or last[:1] in "mqt"),
        float(sum(len(zh.words[k]) for k in zh_words) == 1),
        float(zh.tags[0] in ("v", "vd")),
        float(bool(plain)) * (zh.tags[1:-1].count("v") > 0),
        float(zh.tags[0][:1] in ("m", "q") and zh.words[0][:1] not in "第一"),
        float(Role.GRAMMAR in zh.roles),
        float(has_head(pair.zh, pair.en)),
        float(kind_of(pair.zh, pair.base) == "legal"),
        float(size > 1) * min(abs(_joints(zh, _JOINTS_HAN) - _joints(en, _JOINTS)), 2),
        float(zh.words[-1] in FILLERS_HAN),
        float(len(en.words) > 2 and en.words[1] == "of" and en.words[0].lower() in LIGHT),
        float(pair.count == 1),
    ]


def _joints(words: Words, joints: Container[str]) -> int:
    """Count the words that join two things."""
    return sum(word in joints for word in words.words)


def _is_fragment(word: str) -> bool:
    """Tell whether a name begins in the middle of another, as with a verb or a modifier."""
    return is_verbal(word) or word in QUALIFIERS


def _is_ordinary(word: str) -> bool:
    return singular(word) in ORDINARY or word in QUALIFIERS or word in MODIFIERS or is_verbal(word)
