"""The whole Chinese names of acronyms of which links show a part."""

from __future__ import annotations

import numpy as np

from tm.extraction.acronyms import names_of, whole_names
from tm.extraction.phrases import Bead, Sighting
from tm.extraction.runs import Run
from tm.extraction.tokens import chinese_words, english_words


def bead(zh, en):
    """Return a bead without links."""
    sides = chinese_words(zh), english_words(en)
    return Bead(*sides, np.zeros([len(side.words) for side in sides], np.float32))


def seen(end):
    """Return a sighting of the first word of English with the first Chinese words."""
    return Sighting(Run(0, end), Run(0, 1), 1, 1, 0, 0, 0, 0)


FULL = bead("毒品和犯罪问题办公室提交了报告。", "UNODC submitted a report.")
NAME = len(chinese_words("毒品和犯罪问题办公室").words)


def whole(part, names):
    """Return the Chinese that is proposed for the first word of a bead where one word was seen."""
    found = whole_names(part, [seen(1)], names)
    return {part.zh.slice(*one.zh) for one in found}


def test_a_name_known_from_elsewhere_is_proposed_around_its_part():
    names = names_of([(FULL, [seen(NAME)])])
    part = bead("毒品和犯罪问题办公室开会。", "UNODC held a meeting.")
    assert whole(part, names) == {"毒品和犯罪问题办公室"}


def test_nothing_is_proposed_where_the_name_does_not_stand():
    names = names_of([(FULL, [seen(NAME)])])
    assert whole(bead("毒品交易减少。", "UNODC reported less trade."), names) == set()
