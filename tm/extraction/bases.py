"""The dictionary form of an English term: no article, the head in the singular.

Knows English plurals; a name keeps its form.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tm.extraction.grammar import LINKING


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\w)", re.IGNORECASE)
_IRREGULAR = {
    "children": "child", "men": "man", "women": "woman", "people": "people", "feet": "foot",
    "criteria": "criterion", "phenomena": "phenomenon", "data": "data", "media": "media",
    "analyses": "analysis", "crises": "crisis", "bases": "basis", "theses": "thesis",
    "indices": "index", "appendices": "appendix", "matrices": "matrix", "lives": "life",
    "wives": "wife", "knives": "knife", "halves": "half", "leaves": "leaf", "thieves": "thief",
    "selves": "self", "shelves": "shelf", "potatoes": "potato", "heroes": "hero",
    "echoes": "echo", "vetoes": "veto", "embargoes": "embargo", "cargoes": "cargo",
}  # fmt: skip
_NO_PLURALS = _words(  # end in s and are no plurals, or have no singular of that meaning
    """series species news means headquarters premises proceedings proceeds goods customs affairs
    arms thanks works funds ethics politics economics statistics logistics mathematics physics
    narcotics earnings savings surroundings belongings remains assets electronics mechanics
    athletics genetics robotics analytics forensics tactics metrics dynamics optics lens gas bus
    always perhaps towards afterwards besides its this thus process access progress business
    congress success address basis crisis analysis status virus census consensus corpus campus
    bonus focus nexus chaos mass class loss cross press stress witness illness fitness
    united states nations overseas across alias atlas bias canvas christmas"""
) - {"narcotics", "assets", "tactics", "metrics", "works", "funds"}


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """Return the singular of an English noun; any other word as it is.

    >>> [singular(word) for word in ("authorities", "States", "series", "taxes", "women", "access")]
    ['authority', 'State', 'series', 'tax', 'woman', 'access']
    """
    small = word.lower()
    if found := _IRREGULAR.get(small):
        return word[0] + found[1:] if found[0] == small[0] else found
    if len(word) < 4 or not small.endswith("s") or small in _NO_PLURALS - {"states"}:
        return word
    if small.endswith(("ss", "us", "is", "ics", "'s", "’s")):
        return word
    if small.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if small.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def base_form(term: str) -> str:
    """Return the dictionary form of an English term, its head in the singular.

    The head is the last word before the first "of", "against" and the like. A term all
    of whose words have capitals is a name and stays.

    >>> base_form("the measures against transnational organized crime")
    'measure against transnational organized crime'
    >>> base_form("competent national authorities"), base_form("United Nations")
    ('competent national authority', 'United Nations')
    """
    words = _ARTICLE.sub("", term, count=1).split(" ")
    joint = next((k for k, word in enumerate(words) if k and word.lower() in LINKING), len(words))
    if is_name(words):
        return " ".join(words)
    head = words[joint - 1]
    first, hyphen, last = head.rpartition("-")
    if not last.isupper():
        words[joint - 1] = first + hyphen + singular(last)
    return " ".join(words)


@lru_cache(maxsize=1 << 16)
def small_base(term: str) -> str:
    """Return the dictionary form of a term in small letters: what its forms have in common."""
    return base_form(term).lower()


def is_name(words: list[str]) -> bool:
    """Tell whether all of *words* that mean something have capitals, the first among them."""
    return all(word[:1].isupper() or len(word) < 4 or word.lower() in _SMALL for word in words)


_SMALL = LINKING | {"their", "with", "from", "into", "and", "the", "its"}
