"""The dictionary form of an English term: no article, the head in the singular.

A name keeps its form, and so does a term that is only used in the plural.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tm.extraction.grammar import LINKING
from tm.extraction.kinds import is_acronym_form
from tm.plurals import singular

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\w)", re.IGNORECASE)
_IN_S = re.compile(r"[^isu]s$")
_JOINING = frozenset(("and", "or"))
_SMALL = LINKING | {"their", "with", "from", "into", "and", "the", "its"}
_PLURAL = ("terms of reference", "rules of procedure", "rules of engagement", "human rights")


def base_form(term: str) -> str:
    """Return the dictionary form of an English term, its head in the singular.

    The head is the last word before the first "of", "against" and the like. A term all
    of whose words have capitals is a name and stays; so does one whose head is joined to
    another plural: conferences and meetings.

    >>> base_form("the measures against transnational organized crime")
    'measure against transnational organized crime'
    >>> base_form("competent national authorities"), base_form("United Nations")
    ('competent national authority', 'United Nations')
    """
    bare = term[found.end() :] if (found := _ARTICLE.match(term)) else term
    words = bare.split(" ")
    joint = next((k for k, word in enumerate(words) if k and word.lower() in LINKING), len(words))
    if is_name(words) or bare.lower().endswith(_PLURAL) or _are_joined(words[:joint]):
        return bare
    if words[0] == "States":  # States parties: both words have the plural
        words[0] = "State"
    head = words[joint - 1]
    first, hyphen, last = head.rpartition("-")
    if not last.isupper():
        words[joint - 1] = first + hyphen + singular(last)
    return " ".join(words)


def _are_joined(words: list[str]) -> bool:
    """Tell whether a plural and "and" stand before the head, the last of *words*."""
    joints = (place for place, word in enumerate(words) if place and word in _JOINING)
    return any(_IN_S.search(words[place - 1]) for place in joints)


@lru_cache(maxsize=1 << 16)
def small_base(term: str) -> str:
    """Return the dictionary form of a term in small letters: what its forms have in common."""
    return base_form(term).lower()


def is_name(words: list[str]) -> bool:
    """Tell whether all of *words* that mean something have capitals, the first among them.

    >>> is_name(["Office", "of", "the", "Prosecutor"]), is_name(["tax", "law"])
    (True, False)
    """
    return words[0][:1].isupper() and all(
        word[:1].isupper() or len(word) < 4 or word.lower() in _SMALL for word in words
    )


def is_proper(en: str) -> bool:
    """Tell whether an English term is an acronym or a name of several words.

    >>> is_proper("UNODC"), is_proper("World Bank"), is_proper("tax law")
    (True, True, False)
    """
    words = en.split()
    return is_name(words) if len(words) > 1 else is_acronym_form(en)
