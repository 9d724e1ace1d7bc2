"""What several checks of meaning read: the words of an English text, lists of words as patterns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile("[a-z]+")


@lru_cache(maxsize=8)
def english_words(text: str) -> frozenset[str]:
    """Return the words of an English text in small letters.

    >>> sorted(english_words("The Committee’s report"))
    ['committee', 'report', 's', 'the']
    """
    return frozenset(_WORD.findall(text.lower()))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of *words*; as a tree, so that it is fast.

    >>> any_of(["减少", "减轻", "下降"])
    '(?:下降|减(?:少|轻))'
    """
    branches: dict[str, set[str]] = defaultdict(set)
    for word in words:
        branches[word[:1]].add(word[1:])
    ends = "" in branches
    grown = [
        re.escape(first) + ("" if rests == {""} else any_of(rests))
        for first, rests in sorted(branches.items())
        if first
    ]
    whole = grown[0] if len(grown) == 1 and not ends else f"(?:{'|'.join(grown)})"
    return f"{whole}?" if ends else whole
