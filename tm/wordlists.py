"""Lists of words that are facts of a language, as they are written in the source."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text.

    >>> sorted(word_set("of on for"))
    ['for', 'of', 'on']
    """
    return frozenset(text.split())
