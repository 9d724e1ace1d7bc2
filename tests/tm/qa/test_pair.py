"""Pairs: of one Chinese and one English text, whatever their tags."""

from __future__ import annotations

import pytest

from corpora.errors import LanguageError
from corpora.types import EN, ZH, TranslationUnit, Variant
from tm.qa.pair import Pair, Side, pair_of, place_of


@pytest.mark.parametrize(
    "langs", [("zh", "en"), ("zh-CN", "en-US"), ("zh_TW", "EN"), ("zh-Hant-HK", "en-GB")]
)
def test_tags_of_any_variety_name_the_languages(langs):
    there = pair_of("會議", "Meeting", langs=langs, number=3)
    assert (there.zh.text, there.en.text, there.number) == ("會議", "Meeting", 3)
    back = pair_of("Meeting", "會議", langs=langs[::-1])
    assert (back.zh.text, back.en.text) == ("會議", "Meeting")


def test_an_unknown_language_is_refused_with_those_that_are_known():
    with pytest.raises(LanguageError, match=r"'fr-FR' is no language of pairs; use .*zh.*en"):
        pair_of("会议", "Réunion", langs=("zh", "fr-FR"))


@pytest.mark.parametrize("tags", [("zh-CN", "zh-TW"), ("en", "en-GB")])
def test_two_texts_of_one_language_are_no_pair(tags):
    with pytest.raises(LanguageError, match="both texts of pair 5 are"):
        pair_of("会议", "會議", langs=tags, number=4)


def test_the_place_of_a_pair_counts_from_one():
    unit = TranslationUnit((Variant("zh", "会议"), Variant("en", "Meeting")), paragraph="12")
    pair = Pair(6, Side("会议", ZH), Side("Meeting", EN), unit)
    assert place_of(pair) == "paragraph 12, segment 7"
    assert place_of(pair_of("会议", "Meeting")) == "segment 1"
