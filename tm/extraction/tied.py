"""Short forms that a text uses for a name, beyond the pairs that words and links find.

A segmenter that does not know 毒罪办 cuts it in two, so no link leads to it. But where UNODC
stands and none of its Chinese names does, what is made of characters of such a name and ends in
its head is one. And a text that says “下称” and “hereinafter” ties two names itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from tm.extraction.bases import is_proper
from tm.extraction.concepts import concept_numbers, head_of_name, is_short_form
from tm.extraction.kinds import BODIES_HAN, INSTRUMENTS_HAN
from tm.extraction.standing import (
    Spot,
    TermIndex,
    chinese_at,
    chinese_key,
    english_ident,
    english_key,
    folded_run,
    indexed,
)

TermPair = tuple[str, str]  # a Chinese and an English term

LEAST = 4  # characters of a name that has short forms
_CLOSING = '》”’」』〉"'
_CALLED = re.compile(
    r"[（(](?:(?:以下|下文|下|兹)?(?:统|简|合)?称(?:为|作)?)[:：]?[“‘《「『\"]*([^）)”’》」』\"]+)"
)
_HEREINAFTER = re.compile(
    r"\(\s*(?:hereinafter|hereafter|henceforth)\b(?:\s+(?:is\s+)?(?:referred to as|called|cited as"
    r"|known as))?[\s,:]*(?:the\s+)?[“‘\"']?(?:the\s+)?([^)”’\"']+)",
    re.IGNORECASE,
)


def short_forms(sure: Sequence[TermPair], beads: Iterable[TermPair]) -> list[TermPair]:
    """Return the short forms that stand in *beads* for names among *sure* pairs of terms.

    One stands where the English name does and none of the Chinese names of that concept, and
    is no part of another term with its translation there.
    """
    names = chinese_names(sure)
    index = indexed(sure)
    english_names = indexed([pair for pair in sure if english_ident(pair[1]) in names])
    terms = {zh for zh, _ in index.keys}
    texts = {english_ident(en): en for _, en in reversed(sure)}
    found: dict[TermPair, None] = {}
    for zh, en in beads:
        for ident in names.keys() & english_names.english(en).keys():
            for spot in _free_runs((zh, en), names[ident], index):
                text = zh[slice(*chinese_at(zh, spot))]
                if chinese_key(text) not in terms:
                    found[text, texts[ident]] = None
    return list(found)


def chinese_names(sure: Sequence[TermPair]) -> dict[str, list[str]]:
    """Return the Chinese names, the longest first, of each English name of its concept.

    By ident. What has not the head of the longest is no name of it, only linked to it.
    """
    groups: dict[int, list[TermPair]] = defaultdict(list)
    for number, pair in zip(concept_numbers(sure), sure, strict=True):
        groups[number].append(pair)
    names: dict[str, set[str]] = defaultdict(set)
    for group in groups.values():
        for ident in {english_ident(en) for _, en in group if is_proper(en)}:
            names[ident].update(chinese_key(zh) for zh, _ in group)
    found = {ident: sorted(zh, key=lambda zh: (-len(zh), zh)) for ident, zh in names.items()}
    return {
        ident: [name for name in zh if head_of_name(name) == head_of_name(zh[0])]
        for ident, zh in found.items()
        if len(zh[0]) >= LEAST
    }


def _free_runs(bead: TermPair, names: Sequence[str], index: TermIndex) -> list[Spot]:
    """Return the short forms of *names* that nothing else with its translation there covers.

    There is none where one of the names stands itself.
    """
    folded = folded_run(bead[0])
    if any(name in folded for name in names):
        return []
    runs = {run for name in names if len(name) >= LEAST for run in _runs(folded, name)}
    if not runs:
        return []
    together = index.together(index.sighted(*bead))
    taken = [spot for spots in together.values() for spot in spots.zh]
    free = []
    for run in sorted(runs, key=lambda run: (run[0] - run[1], run)):
        if not any(_crosses(run, other) for other in taken):
            taken.append(run)
            free.append(run)
    return free


def _crosses(run: Spot, other: Spot) -> bool:
    """Tell whether two spots have something in common, and the other is no part of the run."""
    is_apart = run[1] <= other[0] or other[1] <= run[0]
    return not is_apart and not (run[0] <= other[0] and other[1] <= run[1] and run != other)


def _runs(text: str, name: str) -> Iterator[Spot]:
    """Yield where the longest runs of characters of *name* stand that are a short form of it.

    A run begins where a word of the name does: 毒罪办, whatever character of the name is before.
    """
    heads = {name[-1], head_of_name(name)}
    for end, last in enumerate(text, 1):
        if last in heads:
            places = _places_back(text[:end], name)
            openings = [k for k, place in enumerate(places) if place in _openings(name)]
            first = end - 1 - openings[-1] if openings else end
            run = text[first:end]
            is_cut = run.count("《") != run.count("》")
            is_head = run in (*BODIES_HAN, *INSTRUMENTS_HAN)
            if is_short_form(run, name) and not is_cut and not is_head:
                yield first, end


def _places_back(text: str, name: str) -> list[int]:
    """Return the places in *name* of the last characters of *text*, backwards while they go."""
    places, before = [], len(name)
    for character in reversed(text):
        before = name.rfind(character, 0, before)
        if before < 0:
            break
        places.append(before)
    return places


@lru_cache(maxsize=1 << 10)
def _openings(name: str) -> frozenset[int]:
    """Return the places where words of a Chinese name begin."""
    from tm.extraction.tokens import chinese_words

    return frozenset(chinese_words(name).starts)


def definitions(
    sure: Iterable[TermPair], beads: Iterable[TermPair]
) -> list[tuple[TermPair, TermPair]]:
    """Return pairs of terms that a text itself defines as one: a full name and its short form.

    联合国气候变化框架公约（下称《气候公约》） stands beside (hereinafter “the Climate Convention”).
    """
    full: dict[str, list[TermPair]] = defaultdict(list)  # by the last two Chinese characters
    for pair in sure:
        full[chinese_key(pair[0])[-2:]].append(pair)
    found: dict[tuple[TermPair, TermPair], None] = {}
    for zh, en in beads:
        if "称" in zh:
            for (before, short), (prior, other) in zip(
                _bracketed(_CALLED, zh), _bracketed(_HEREINAFTER, en), strict=False
            ):
                if name := _ending(full, before, prior):
                    found[name, (short, other)] = None
    return list(found)


def _bracketed(pattern: re.Pattern[str], text: str) -> list[TermPair]:
    """Return what stands before each bracket that defines a short form, and that form."""
    return [
        (text[: match.start()].rstrip(_CLOSING + " "), match[1].strip())
        for match in pattern.finditer(text)
    ]


def _ending(full: Mapping[str, Sequence[TermPair]], zh: str, en: str) -> TermPair | None:
    """Return the longest of the *full* names that two texts end in."""
    chinese, english = chinese_key(zh), english_key(en)
    ends = [
        pair
        for pair in full.get(chinese[-2:], ())
        if chinese.endswith(chinese_key(pair[0])) and english.endswith(english_key(pair[1]))
    ]
    return max(ends, key=lambda pair: len(pair[0]) + len(pair[1]), default=None)
