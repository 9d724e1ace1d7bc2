"""Going through a text with a grammar: where a number may begin, and what it reads there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tm.qa.numbers.expression import Expression

Rule = Callable[[re.Match[str], str], Iterator[Expression]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a reader knows of its language.

    *first* finds the characters and words that can begin an expression: to try *pattern* only
    there takes a third of the time. Each named group of *pattern* is a kind with its rule, which
    gets the match and the text as it is printed.
    """

    first: re.Pattern[str]
    pattern: re.Pattern[str]
    rules: Mapping[str, Rule]


def scan(text: str, low: str, start: int, grammar: Grammar) -> list[Expression]:
    """Return the expressions of *text* from *start* on, in order; *low* is it in small letters."""
    found: list[Expression] = []
    while begin := grammar.first.search(low, start):
        match = grammar.pattern.match(low, begin.start())
        if match is None:
            start = begin.end()
        else:
            start = match.end()
            found += grammar.rules[match.lastgroup or ""](match, text)
    return found
