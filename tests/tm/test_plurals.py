"""Singulars of English nouns: by rule, by list, and the words that only look like plurals."""

from __future__ import annotations

import pytest

from tm.plurals import IRREGULAR, singular
from tm.terms.words import stem_of

PLURALS = """viruses virus, buses bus, causes cause, abuses abuse, syllabuses syllabus, uses use,
clauses clause, movies movie, calories calorie, policies policy, ties tie, lenses lens,
expenses expense, axes axis, taxes tax, tomatoes tomato, shoes shoe, processes process,
States State, Parties Party, Women Woman, topics topic, tactics tactics, analyses analysis"""


@pytest.mark.parametrize("pair", PLURALS.split(","))
def test_singular(pair):
    plural, one = pair.split()
    assert singular(plural) == one
    assert singular(one) == one


@pytest.mark.parametrize("word", ["series", "access", "crisis", "news", "Christmas", "gas"])
def test_words_that_are_no_plurals_stay(word):
    assert singular(word) == word


@pytest.mark.parametrize("plural", sorted(IRREGULAR))
def test_the_term_base_finds_both_forms_by_one_stem(plural):
    assert stem_of(plural) == stem_of(IRREGULAR[plural])
    assert singular(IRREGULAR[plural]) == IRREGULAR[plural]
