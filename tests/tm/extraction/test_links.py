"""Which word of one side of a bead is linked to which of the other."""

from __future__ import annotations

import pytest

from aligner import load_encoder
from tm.extraction.links import LEFT_OVER, Vectors, block_of
from tm.extraction.tokens import chinese_words, english_words


def link(zh, en, first, other):
    """Return the strength of the link of two words of a bead."""
    sides = chinese_words(zh), english_words(en)
    links = block_of([sides], Vectors(load_encoder().encode)).links(*sides)
    return float(links[sides[0].words.index(first), sides[1].words.index(other)])


def test_words_that_nothing_renders_are_linked_where_their_neighbours_are():
    zh, en = "法院审理了海盗蝙蝠案件。", "The court heard pirate frotzing cases."
    assert link(zh, en, "海盗", "pirate") > 0.5
    assert link(zh, en, "蝙蝠", "frotzing") == pytest.approx(LEFT_OVER)


def test_words_in_quotation_marks_are_linked_with_each_other():
    zh = "根据《公约》，大会通过了题为“公约的实施”的决议。"
    en = "The resolution entitled “Implementation of the convention” was adopted under the convention."
    sides = chinese_words(zh), english_words(en)
    links = block_of([sides], Vectors(load_encoder().encode)).links(*sides)
    inside = [k for k, word in enumerate(sides[0].words) if word == "公约"][1]
    places = [k for k, word in enumerate(sides[1].words) if word == "convention"]
    assert links[inside, places[0]] > links[inside, places[1]]
