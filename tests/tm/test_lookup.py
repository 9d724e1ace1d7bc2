"""Matches of a text: their scores against a slow twin, their order, and odd queries."""

import random
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from memory_samples import aligned, numbered, texts, unit
from oracles import edit_distance, fuzzy_score

from corpora.types import TranslationUnit, Variant
from tm import Context, Lookup, Memory, Penalties
from tm.concordance import LONGEST
from tm.errors import QueryError
from tm.folding import fold, terms_of
from tm.formats.clean import clean_text

ALL = Lookup(limit=1000, min_score=50)
ZH, EN = "会议通过了议程。", "The agenda was adopted."


@pytest.fixture
def memory():
    with Memory() as memory:
        yield memory


@pytest.fixture(scope="module")
def sample():
    with Memory() as memory:
        memory.add(aligned(), origin="sample.tmx")
        yield memory


def scores(matches):
    return [(match.score, match.kind) for match in matches]


def test_the_slow_twin_is_right():
    pairs = ("kitten", "sitting"), ("", "ab"), ("会议", "会议"), ("abc", "")
    assert [edit_distance(*pair) for pair in pairs] == [3, 2, 0, 3]
    assert [fuzzy_score(*pair) for pair in pairs] == [57, 0, 99, 0]


@pytest.mark.parametrize("side", [0, 1])
def test_every_unit_of_a_report_is_an_exact_match_in_either_direction(sample, side):
    for one in aligned():
        source, target = one.variants[side], one.variants[1 - side]
        matches = sample.lookup(source.text, settings=Lookup(min_score=100, penalties=Penalties(doubtful=0)))
        assert {match.kind for match in matches} == {"exact"}
        assert all(match.source.text == source.text and match.score == 100 for match in matches)
        assert target.text in {match.target.text for match in matches}


def expected(query):
    """Score every variant of the sample as the slow twin does."""
    wanted = clean_text(query)
    return {
        variant.text: 100 if clean_text(variant.text) == wanted else fuzzy_score(fold(wanted), fold(variant.text))
        for one in aligned()
        for variant in one.variants
    }


EDITS = ("", "的", "了会", "a", " the", "7", "，", "S", "水质")


def edited(text, chance):
    """Change up to a tenth of *text*, but at least one place."""
    for _ in range(chance.randint(1, max(1, len(text) // 10))):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(EDITS) + text[at + chance.randint(0, 2) :]
    return text


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 2**32), st.sampled_from([0, 1]))
def test_fuzzy_scores_are_those_of_the_slow_twin(sample, seed, side):
    chance = random.Random(seed)
    query = edited(chance.choice(aligned()).variants[side].text, chance)
    penalties = Penalties(doubtful=0)
    found = sample.lookup(query, settings=replace(ALL, penalties=penalties))
    wanted = expected(query)
    assert all(match.score == wanted[match.source.text] for match in found)
    assert {match.source.text for match in found} >= {
        text for text, score in wanted.items() if score >= 50 and shares_a_term(query, text)
    }


def shares_a_term(one, other):
    return bool(set(terms_of(fold(one))) & set(terms_of(fold(other))))


def test_a_text_that_differs_in_form_alone_is_almost_equal(memory):
    memory.add([unit("联合国安全理事会（1267）", "The “Council”, No. 1")], origin="a")
    for query in ("聯合國安全理事會（1267）", "联合国安全理事会(１２６７)", "the  \"council\", no. 1"):
        assert scores(memory.lookup(query)) == [(99, "fuzzy")]


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        (Context("前。", "后。"), (101, "context")),
        (Context("前。"), (101, "context")),
        (Context("", "后。"), (101, "context")),
        (Context("前。", "别。"), (100, "exact")),
        (Context("后。", "前。"), (100, "exact")),
        (Context(), (100, "exact")),
    ],
)
def test_equal_neighbours_make_a_context_match(memory, context, expected):
    near = {"前。": "Before.", "后。": "After."}
    memory.add([unit(zh, en) for zh, en in near.items()], origin="a")
    memory.add([unit(ZH, EN, context_before="前。", context_after="后。")], origin="a")
    assert scores(memory.lookup(ZH, context=context)) == [expected]
    translated = Context(*(near.get(text, text) for text in context))
    assert scores(memory.lookup(EN, context=translated)) == [expected]


def test_a_context_match_comes_before_the_exact_ones_and_takes_its_target(memory):
    memory.add([unit(ZH, "Exact."), unit(ZH, "In context.", context_before="前。")], origin="a")
    matches = memory.lookup(ZH, context=Context("前。"))
    assert [(m.score, m.target.text) for m in matches] == [(101, "In context."), (100, "Exact.")]


@pytest.mark.parametrize("place", [0, 50, 299])
def test_a_context_match_is_found_among_many_equal_sources(memory, place):
    headings = [unit("导言", "Introduction", document=f"d{n}", context_before=f"标题{n}") for n in range(300)]
    memory.add(headings, origin="a")
    memory.add([unit(f"标题{place}", "Title")], origin="a")
    for text, before in (("导言", f"标题{place}"), ("Introduction", "Title")):
        (match,) = memory.lookup(text, context=Context(before))
        assert (match.score, match.unit.document) == (101, f"d{place}")


def test_inline_codes_do_not_count(memory):
    coded = Variant("zh-CN", ZH, f'<bpt i="1">&lt;b></bpt>{ZH}<ept i="1">&lt;/b></ept>')
    memory.add([TranslationUnit((coded, Variant("en-US", EN)))], origin="a")
    (match,) = memory.lookup(ZH)
    assert (match.score, match.source) == (100, coded)


@pytest.mark.parametrize(
    ("provenance", "penalties", "expected"),
    [
        ({}, Penalties(), (100, 0)),
        ({"is_machine": True}, Penalties(), (90, 10)),
        ({"probability": 0.5}, Penalties(), (95, 5)),
        ({"probability": 0.9}, Penalties(), (100, 0)),
        ({"probability": 0.99}, Penalties(aligned=1), (99, 1)),
        ({"probability": 0.5, "is_machine": True}, Penalties(20, 3, 1), (76, 24)),
    ],
)
def test_what_is_less_sure_loses_points(memory, provenance, penalties, expected):
    memory.add([unit(ZH, EN, **provenance)], origin="a")
    (match,) = memory.lookup(ZH, settings=Lookup(penalties=penalties))
    assert (match.score, match.penalty) == expected
    for least, count in ((expected[0], 1), (min(expected[0] + 1, 100), expected[0] == 100)):
        assert len(memory.lookup(ZH, settings=Lookup(min_score=least, penalties=penalties))) == count


def test_the_best_come_first_and_those_equally_good_by_sureness_use_and_date(memory):
    dated = {"created": datetime(2020, 1, 1, tzinfo=UTC)}
    memory.add(
        [
            unit("会议通过了其议程。", "fuzzy"),
            unit(ZH, "old", **dated),
            unit(ZH, "aligned", probability=0.95),
            unit(ZH, "new", created=datetime(2021, 1, 1, tzinfo=UTC)),
            unit(ZH, "used", uses=3, **dated),
            unit(ZH, "machine", is_machine=True),
        ],
        origin="a",
    )
    found = memory.lookup(ZH, settings=Lookup(limit=9))
    assert [m.target.text for m in found] == ["used", "new", "old", "aligned", "machine", "fuzzy"]


def test_the_same_two_texts_are_shown_once(memory):
    memory.add([unit(ZH, EN, document=name) for name in "abc"], origin="a")
    assert scores(memory.lookup(ZH)) == [(100, "exact")]


def test_many_equal_units_do_not_hide_those_that_are_like_them(memory):
    memory.add([unit(ZH, EN, document=f"d{n}") for n in range(9)], origin="a")
    memory.add([unit("会议通过了其议程。", "It adopted its agenda.")], origin="a")
    assert scores(memory.lookup(ZH)) == [(100, "exact"), (88, "fuzzy")]


@pytest.mark.parametrize("limit", [0, 1, 3, 7])
def test_no_more_come_back_than_were_asked_for(memory, limit):
    memory.add([unit(ZH, f"{EN} {n}") for n in range(7)], origin="a")
    assert len(memory.lookup(ZH, settings=Lookup(limit=limit))) == limit


@pytest.mark.parametrize("least", [0, 1, 50, 87, 88, 89, 99, 100, 101])
def test_none_come_back_below_the_least_score(memory, least):
    memory.add([unit("会议通过了其议程。", EN)], origin="a")
    assert len(memory.lookup(ZH, settings=Lookup(min_score=least))) == (least <= 88)


def test_other_languages_hide_no_match(memory):
    """What is alike or equal in other languages is left out before the best are taken."""
    french = [unit(f"委员会审议了第{n}号报告。", f"Rapport {n}") for n in range(20)]
    french += [unit("散会。", f"La séance est levée {n}.") for n in range(250)]
    memory.add([replace(one, variants=(one.variants[0], replace(one.variants[1], lang="fr"))) for one in french], origin="a")
    memory.add([unit("委员会审议了那第9号报告。", "Report 9"), unit("散会。", "Rose.")], origin="a")
    english = Lookup(target="en-GB", limit=1)
    assert [m.target.text for m in memory.lookup("委员会审议了第9号报告。", settings=english)] == ["Report 9"]
    assert [(m.score, m.target.text) for m in memory.lookup("散会。", settings=english)] == [(100, "Rose.")]


def test_an_equal_text_with_a_penalty_hides_no_better_one(memory):
    query = "All of these groups shall cooperate with the Committee on that subject."
    taiwan = Variant("en-US", query.replace("that", "this")), Variant("zh-TW", "團體應合作。")
    memory.add([unit("团体应合作。", query), TranslationUnit(taiwan)], origin="a")
    for target, expected in (("zh-TW", (97, "團體應合作。")), ("zh-CN", (100, "团体应合作。"))):
        (match,) = memory.lookup(query, settings=Lookup(target=target, limit=1))
        assert (match.score, match.target.text) == expected


@pytest.mark.parametrize(("target", "count"), [("", 2), ("en", 1), ("EN-us", 1), ("fr", 1), ("de", 0), ("zh", 0)])
def test_the_language_of_the_target_can_be_chosen(memory, target, count):
    three = TranslationUnit((*unit(ZH, EN).variants, Variant("fr-FR", "L’ordre du jour est adopté.")))
    memory.add([three], origin="a")
    found = memory.lookup(ZH, settings=Lookup(target=target))
    assert len(found) == count
    assert all(match.target.lang.lower().startswith(target.lower()) for match in found)


def test_a_match_among_many_of_the_same_words_is_found(memory):
    memory.add(numbered(6000), origin="a")
    query = "第5432段：委员会审议过第5432号报告。"
    assert memory.lookup(query)[0].source.text == "第5432段：委员会审议了第5432号报告。"


ODD = [
    "", " ", "\u3000\n", "。", "，、；：？！", '"', "'", "*", "(", ")", "NEAR(", "NEAR", "AND", "OR NOT", "会议 AND", "^会议",
    "text:会", "-", "--", ";", "'; DROP TABLE unit; --", "%", "_", "\\", "\0", "会\0议", "\ud800", "会议\udfff", "\ufeff", "𠀀", "😀",
    "ي", "हिन्दी", "İ", "e\u0301", "a" * 10_000, "会" * 10_000, "会 " * 5000, " ".join(f"w{n}" for n in range(2000)), "(" * 10_000,
    '"' * 10_000, "*" * 10_000,
]  # fmt: skip


@pytest.mark.parametrize("query", ODD, ids=lambda query: ascii(query[:12]))
def test_odd_queries_find_nothing_and_raise_nothing(memory, query):
    memory.add([unit(ZH, EN)], origin="a")
    assert memory.lookup(query, context=Context(query, query)) == []
    with pytest.raises(QueryError) if len(query) > LONGEST else nullcontext():
        memory.concordance(query)


@settings(deadline=None, max_examples=100)
@example("(水 会")
@given(st.text(st.characters() | st.sampled_from("\"'*()会议 ^:-\0"), max_size=20))
def test_any_query_raises_nothing(sample, query):
    sample.lookup(query, settings=ALL)
    sample.concordance(query)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=20))
def test_any_text_that_is_stored_is_found_again(text):
    with Memory() as memory:
        text = clean_text(text)  # as every reader leaves it
        if memory.add([unit(text)], origin="a").new and fold(text):
            (match,) = memory.lookup(text)
            assert match.score >= 99


def test_nothing_is_found_in_an_empty_memory(memory):
    assert texts(memory.stored()) == []
    assert (memory.lookup(ZH), memory.concordance("议程")) == ([], [])
