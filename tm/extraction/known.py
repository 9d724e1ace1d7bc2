"""Pairs of terms that a term base has: those that somebody decided on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tm.terms.concept import Concept, Term

UNDECIDED = ("candidate", "rejected")


@dataclass(frozen=True, slots=True)
class KnownPair:
    """A Chinese and an English term of one concept."""

    zh: Term
    en: Term


def known_pairs(base: Iterable[Concept]) -> list[KnownPair]:
    """Return the pairs of terms of *base*; candidates and what was rejected count for nothing."""
    return [
        KnownPair(zh, en)
        for concept in base
        if concept.review not in UNDECIDED
        for zh in concept.terms
        if zh.code == "zh"
        for en in concept.terms
        if en.code == "en"
    ]
