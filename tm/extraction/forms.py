"""Forms of English words that tell verbs and adjectives from nouns, without a tagger."""

from __future__ import annotations

from functools import lru_cache

from tm.extraction.grammar import ALL_VERBS, NOT_VERBAL, VERBS
from tm.wordlists import word_set

_ADJECTIVES = ("al", "ic", "ive", "ous", "able", "ible", "ful", "less", "ary", "ant", "ent", "ish")


_NOUNS = tuple(
    word_set(
        """accident accountant agent appeal applicant approval archive arrival assistant beneficiary
    capital client clinic consent consultant content defendant directive event executive fabric
    glossary goal grant hospital incentive incident individual initiative intent journal
    judiciary library manual material ment merchant migrant objective official parent
    participant patent patient percent perspective plant portal president professional proposal
    public referral relative removal renewal rent representative resident restaurant secretary
    signal student summary talent tenant topic traffic trial tribunal variable withdrawal"""
    )
)


@lru_cache(maxsize=1 << 14)
def is_verbal(small: str) -> bool:
    """Tell whether a word is a form of one of the common verbs.

    >>> is_verbal("strengthening"), is_verbal("provides"), is_verbal("training")
    (True, True, False)
    """
    if small in NOT_VERBAL:
        return False
    stems = [small]
    for ending in ("s", "es", "ed", "d", "ing"):
        if small.endswith(ending):
            stem = small.removesuffix(ending)
            is_doubled = len(stem) > 3 and stem[-2] == stem[-1] and len(ending) > 1
            stems += [stem, f"{stem}e", stem[:-1] if is_doubled else stem]
    if small.endswith(("ies", "ied")):
        stems.append(small[:-3] + "y")
    is_participle = small.endswith(("ed", "ing"))
    return not (ALL_VERBS if is_participle else VERBS).isdisjoint(stems)


def is_modifier(word: str) -> bool:
    """Tell whether a word at the end of a phrase looks like one that qualifies what follows.

    >>> is_modifier("organized"), is_modifier("African"), is_modifier("legal")
    (True, True, True)
    >>> is_modifier("Senegal"), is_modifier("proposal")
    (False, False)
    """
    if word[0].isupper():
        return word.endswith(("ican", "sian", "ese", "ern"))
    return is_adjective(word) or word.endswith("ed")


@lru_cache(maxsize=1 << 14)
def is_adjective(small: str) -> bool:
    """Tell whether a word has an ending of adjectives, and is none of the nouns that have it too.

    >>> is_adjective("regional"), is_adjective("proposal"), is_adjective("agreement")
    (True, False, False)
    """
    return small.endswith(_ADJECTIVES) and not small.endswith(_NOUNS)
