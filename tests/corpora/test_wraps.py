"""Hard line breaks undone: hyphens, compounds, Chinese and the mixture of both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.wraps import ENUMERATOR, Joiner

PLAIN = Joiner()


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the archives", "of the towns"], "the archives of the towns"),
        (["  the archives  ", "", "of the towns"], "the archives of the towns"),
        (["the confer-", "ence"], "the conference"),
        (["the confer‐", "ence"], "the conference"),
        (["the confer\xad", "ence"], "the conference"),
        (["the Anglo-", "Saxon registers"], "the Anglo-Saxon registers"),
        (["a state-of-", "the-art catalogue"], "a state-of-the-art catalogue"),
        (["in 2018–", "2019"], "in 2018–2019"),
        (["pages 12-", "14"], "pages 12-14"),
        (["and/", "or"], "and/or"),
        (["towns –", "above all"], "towns – above all"),
        (["档案的", "状况"], "档案的状况"),
        (["会议结束。", "理事会"], "会议结束。理事会"),
        (["理事会（见", "“报告”）"], "理事会（见“报告”）"),
        (["2021年第", "3次会议"], "2021年第3次会议"),
        (["由 Harbour Towns", "理事会"], "由 Harbour Towns理事会"),
        (["见 http://example.org/", "archives"], "见 http://example.org/archives"),
        ([], ""),
        ([" "], ""),
    ],
)
def test_joined_without_knowing_the_document(lines, joined):
    assert PLAIN.join(lines) == joined


@pytest.mark.parametrize(
    ("known", "lines", "joined"),
    [
        ("a follow-up to it", ["the follow-", "up was"], "the follow-up was"),
        ("the followup", ["the follow-", "up was"], "the followup was"),
        ("anti-corruption and the fire laws", ["anti-", "fire laws"], "anti-fire laws"),
        ("anti-corruption laws", ["the antici-", "pation of"], "the anticipation of"),
        ("a well known town", ["a well-", "known town"], "a well-known town"),
        ("nothing of use", ["a well-", "known town"], "a wellknown town"),
    ],
)
def test_compounds_are_learned_from_the_document(known, lines, joined):
    assert Joiner.learn([known]).join(lines) == joined


def test_halves_of_cut_words_are_not_learned():
    assert Joiner.learn(["the confer-", "ence of towns"]).words == {"the", "of", "towns"}


@pytest.mark.parametrize(
    ("known", "joined"),
    [("在 2021 年，有 23 个城镇", "共有 23 个"), ("在2021年，有23个城镇", "共有23 个")],
)
def test_spaces_around_figures_follow_the_document(known, joined):
    assert Joiner.learn([known]).join(["共有", "23 个"]) == joined


@given(st.lists(st.text(alphabet="ab中文 。,1", max_size=8)))
def test_joining_adds_and_drops_nothing_but_spaces(lines):
    kept = "".join("".join(lines).split())
    assert "".join(PLAIN.join(lines).split()) == kept


@given(st.lists(st.text(alphabet="中文。，", min_size=1, max_size=8), min_size=1))
def test_chinese_lines_join_to_chinese_without_spaces(lines):
    assert PLAIN.join(lines) == "".join(lines)


@pytest.mark.parametrize(
    "line",
    ["12. The", "12．理事会", "(a) To", "（一）总则", "(iv) The", "a) To", "A. Archives", "IV. Courses", "一、总则",
     "三. 结论", "第一章 总则", "第12条 档案", "¹ Ibid.", "* See", "• Boxes", "•档案"],
)  # fmt: skip
def test_enumerators(line):
    assert ENUMERATOR.match(line)


@pytest.mark.parametrize(
    "line",
    ["1204. The", "1.5 million", "The", "(see above)", "一个城镇", "第一个", "e.g. the", "U.S."],
)
def test_no_enumerators(line):
    assert not ENUMERATOR.match(line)
