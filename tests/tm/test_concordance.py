"""Words in context: Chinese of any length and script, English and its endings, in the sample too."""

import unicodedata

import pytest
from memory_samples import aligned, unit

from corpora.types import TranslationUnit, Variant
from tm import Memory, Where
from tm.concordance import phrases_of
from tm.counterpart import count
from tm.errors import QueryError

ZH = "委员会审议了水质监测，并通过了决定。"
EN = "The Committee considered water-quality monitoring and adopted the parties' decisions."

NOISE = [(f"委员们在第{n}次会上发言", f"Members took the floor at meeting {n}") for n in range(3)]


@pytest.fixture
def memory():
    with Memory() as memory:
        memory.add([unit(ZH, EN, paragraph="12"), unit("散会。", "The meeting rose.")], origin="a")
        yield memory


@pytest.fixture(scope="module")
def sample():
    with Memory() as memory:
        memory.add(aligned(), origin="sample.tmx")
        yield memory


def words(hit):
    return [hit.source.text[slice(*span)] for span in hit.spans]


def found(memory, query, **how):
    return [words(hit) for hit in memory.concordance(query, **how)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("水质", ["水质"]),
        ("水", ["水"]),
        ("定", ["定"]),
        ("委員會", ["委员会"]),
        ("審議", ["审议"]),
        ("员会审", ["员会审"]),
        ("监测，并通过", ["监测，并通过"]),
        ("监测,并", ["监测，并"]),
        ("水质 决定", ["水质", "决定"]),
        ("决定 水质", ["水质", "决定"]),
        ("了", ["了", "了"]),
        ("committee", ["Committee"]),
        ("COMMITTEES", ["Committee"]),
        ("decision", ["decisions"]),
        ("party", ["parties"]),
        ("parties", ["parties"]),
        ("adopts", ["adopted"]),
        ("adopting", ["adopted"]),
        ("adopt", ["adopted"]),
        ("monitors", ["monitoring"]),
        ("consider", ["considered"]),
        ("water quality", ["water", "quality"]),
        ('"water quality"', ["water-quality"]),
        ("“water quality”", ["water-quality"]),
        ('"monitoring and adopted" committee', ["Committee", "monitoring and adopted"]),
        ("water, quality; decisions.", ["water", "quality", "decisions"]),
        ("ｗａｔｅｒ", ["water"]),
    ],
)
def test_words_are_found_and_marked(memory, query, expected):
    assert found(memory, query) == [expected]


@pytest.mark.parametrize(
    "query",
    [
        "质水", "委决定", "水质 散会", "committee rose", '"quality water"', '"committee water"', "comm", "organ", "decisively",
        "mon", "水质 committee", "散会 rose",
    ],
)  # fmt: skip
def test_what_is_not_all_there_is_not_found(memory, query):
    assert found(memory, query) == []


def test_organ_is_not_organization(memory):
    memory.add([unit("组织", "The organization."), unit("机关", "Two organs.")], origin="a")
    assert found(memory, "organ") == [["organs"]]
    assert found(memory, "organizations") == [["organization"]]


@pytest.mark.parametrize(
    "query",
    [
        "水质 - 监测", "water - quality", "Committee & water", "（水质",
        "(水 委员会",
    ],
)  # fmt: skip
def test_signs_beside_the_words_do_not_count(memory, query):
    assert len(found(memory, query)) == 1


def test_traditional_text_is_found_by_simplified_words(memory):
    memory.add([unit("聯合國安全理事會", "The Security Council")], origin="a")
    assert found(memory, "安全理事会") == found(memory, "安全理事會") == [["安全理事會"]]


def test_spans_are_in_the_text_as_stored(memory):
    memory.add([unit("㍿︰第㈠項　ﬁﬂ水質", "The ﬁnal “Water”  text")], origin="a")
    assert found(memory, "水质")[0] == ["水質"]
    assert found(memory, "final") == [["ﬁnal"]]
    assert found(memory, "text") == [["text"]]


def test_either_language_is_the_source_and_any_other_the_target(memory):
    (hit,) = memory.concordance("rose")
    assert (hit.source.text, hit.target.text) == ("The meeting rose.", "散会。")
    (hit,) = memory.concordance("散会")
    assert (hit.source.text, hit.target.text) == ("散会。", "The meeting rose.")


def test_a_unit_in_which_both_languages_hold_the_word_is_found_by_each(memory):
    three = TranslationUnit(
        (Variant("zh", "WHO报告"), Variant("en", "WHO report"), Variant("fr", "Rapport"))
    )
    memory.add([three], origin="a")
    assert sorted(hit.source.lang for hit in memory.concordance("WHO")) == ["en", "zh"]


def test_the_newest_come_first_and_no_more_than_asked_for(memory):
    memory.add([unit(f"水质{n}", f"water {n}") for n in range(500)], origin="b")
    assert [hit.source.text for hit in memory.concordance("水质", limit=3)] == [
        "水质499",
        "水质498",
        "水质497",
    ]
    assert len(memory.concordance("水质", limit=450)) == 450
    assert memory.concordance("水质", limit=0) == []


def test_where_says_which_units_count(memory):
    memory.add([unit(f"水质{n}", f"water {n}") for n in range(500)], origin="b")
    assert found(memory, "水质", where=Where(origin="a")) == [["水质"]]
    assert found(memory, "水质", where=Where(paragraph="12")) == [["水质"]]
    assert found(memory, "水质", where=Where(paragraph="13")) == []
    assert len(found(memory, "水质", where=Where(origin="b"), limit=999)) == 500


def terms(count=12):
    """Return the pairs of Chinese characters that stand in most units of the sample."""
    from collections import Counter

    counts = Counter(
        pair
        for one in aligned()
        for pair in {
            "".join(two)
            for two in zip(one.variants[0].text, one.variants[0].text[1:], strict=False)
        }
        if pair.isalpha() and not pair.isascii()
    )
    return [pair for pair, _ in counts.most_common(count)]


def test_every_place_of_a_frequent_term_is_found(sample):
    for term in terms():
        hits = sample.concordance(term, limit=999)
        assert {hit.source.text for hit in hits} == {
            one.variants[0].text for one in aligned() if term in one.variants[0].text
        }
        for hit in hits:
            assert words(hit) == [term] * hit.source.text.count(term)


@pytest.mark.parametrize(
    ("term", "rendering"),
    [("秘书处", "secretariat"), ("报告", "report"), ("secretariat", "秘书处")],
)
def test_what_renders_a_frequent_term_is_marked(sample, term, rendering):
    hits = sample.concordance(term, limit=999)
    marked = [hit.target.text[slice(*span)] for hit in hits for span in hit.counterparts]
    assert len(hits) >= 3
    right = [text for text in marked if rendering in text.lower()]
    holding = [hit for hit in hits if rendering in hit.target.text.lower()]
    assert len(right) >= 0.8 * len(holding) > 0


@pytest.mark.parametrize("query", ["the", "of", "的", "了", '"of the"', "如果", "shall", "which"])
def test_words_of_grammar_have_no_counterpart(sample, query):
    hits = sample.concordance(query, limit=999)
    assert [hit.counterparts for hit in hits] == [()] * len(hits)


@pytest.mark.parametrize(
    ("term", "rendering"),
    [
        ("lighthouse", "灯塔"),
        ("灯塔", "lighthouse"),
        ("decision", "决定"),
        ("养护", "conservation"),
    ],
)
def test_a_mark_is_right_or_there_is_none(sample, term, rendering):
    hits = sample.concordance(term, limit=999)
    marked = [hit.target.text[slice(*span)].lower() for hit in hits for span in hit.counterparts]
    assert marked
    assert [text for text in marked if rendering not in text and text != "decided"] == []


def test_a_part_of_a_word_is_no_counterpart():
    pairs = [
        (f"委员会审议了第{n}号文件{'甲乙丙丁'[n % 4]}", f"The Committee considered document {n}")
        for n in range(20)
    ]
    with Memory() as memory:
        memory.add(
            [unit(*pair) for pair in [*pairs, *NOISE, ("委员们商定了", "The Committee agreed")]],
            origin="a",
        )
        marked = {
            h.target.text[slice(*span)]
            for h in memory.concordance("committee")
            for span in h.counterparts
        }
    assert "委员" not in marked


def test_frequencies_beyond_what_is_counted_are_estimated(monkeypatch):
    monkeypatch.setattr("tm.counterpart.COUNTED", 50)
    units = [unit(f"会议{n}", f"{'rare' if n % 4 else 'common'} meeting {n}") for n in range(400)]
    with Memory() as memory:
        memory.add(units, origin="a")
        counts = [count(memory._connection, f'"{word}"') for word in ("meeting", "common", "会议")]
    assert counts == [pytest.approx(n, rel=0.1) for n in (400, 100, 400)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_of_one_or_two_characters_are_one(memory, form):
    text = unicodedata.normalize(form, "the café résumé here")
    memory.add([unit("咖啡馆简历", text)], origin="a")
    for query in ("résumé", unicodedata.normalize("NFD", "résumé")):
        assert found(memory, query) == [[unicodedata.normalize(form, "résumé")]]
    assert found(memory, "here") == [["here"]]


@pytest.mark.parametrize(
    ("query", "phrases"),
    [
        ("water AND quality", ["water", "quality"]),
        ("water and quality", ["water", "and", "quality"]),
        ("“LAW AND ORDER”", ["law and order"]),
        ("「水质 监测」 水", ["水质 监测", "水"]),
        ("AND", []),
    ],
)
def test_and_in_capitals_alone_is_no_word(query, phrases):
    assert phrases_of(query) == phrases


def test_nothing_is_marked_where_there_is_nothing_to_compare_with(memory):
    (hit,) = memory.concordance("散会")
    assert hit.counterparts == ()


@pytest.mark.parametrize("query", ["a " * 1000, "灯" * 1000, " ".join(map(str, range(13)))])
def test_a_query_that_is_too_long_is_refused(memory, query):
    with pytest.raises(QueryError, match="at most 12 words"):
        memory.concordance(query)


def test_a_word_said_twice_is_searched_once(memory):
    assert memory.concordance("水质 " * 50) == memory.concordance("水质")
