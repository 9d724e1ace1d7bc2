"""Search by meaning with the model that comes with the package, and exactly."""

import numpy as np
import pytest
from memory_samples import aligned, memory_of, rows, unit
from oracles import nearest

from aligner import load_encoder
from tm import Memory

PAIRS = [
    ("水质监测站", "Stations that monitor water quality"),
    ("银行贷款", "Bank loans"),
    ("儿童教育", "Education of children"),
    ("散会", "The meeting rose"),
]
MODEL = "bundled"


@pytest.fixture(scope="module")
def encode():
    return load_encoder().encode


@pytest.fixture
def path(tmp_path):
    return memory_of(tmp_path / "memory.db", [unit(*pair) for pair in PAIRS])


def sources(memory, text, encode, model=MODEL, **how):
    return [match.source.text for match in memory.similar(text, encode, model, **how)]


@pytest.mark.parametrize(
    ("query", "source", "target"),
    [
        ("儿童的学校", "儿童教育", "Education of children"),
        ("children at school", "Education of children", "儿童教育"),
        ("河流的水质", "水质监测站", "Stations that monitor water quality"),
        ("financial credit", "Bank loans", "银行贷款"),
    ],
)
def test_a_query_in_either_language_finds_what_means_the_same(path, encode, query, source, target):
    with Memory(path) as memory:
        memory.embed(encode, MODEL)
        best = memory.similar(query, encode, MODEL)[0]
        assert (best.kind, best.source.text, best.target.text) == ("similar", source, target)


def test_a_chinese_query_finds_a_unit_by_its_english_alone(tmp_path, encode):
    units = [unit("〇〇", english) for _, english in PAIRS]
    with Memory(memory_of(tmp_path / "memory.db", units)) as memory:
        memory.embed(encode, MODEL)
        for chinese, english in PAIRS[:3]:
            assert memory.similar(chinese, encode, MODEL)[0].target.text == english


def test_vectors_are_kept_in_the_file(path, encode):
    with Memory(path) as memory:
        assert memory.embed(encode, MODEL) == 4
        before = memory.similar("儿童", encode, MODEL)
    with Memory(path, read_only=True) as memory:
        assert memory.similar("儿童", encode, MODEL) == before
        assert memory.stats().vectors == ((MODEL, 4),)
    with Memory(path) as memory:
        assert memory.embed(encode, MODEL) == 0
        memory.add([unit("新的", "new"), unit(*PAIRS[0])], origin="b.tmx")
        assert memory.embed(encode, MODEL) == 1
        assert sources(memory, "新的", encode)[0] == "新的"


def test_progress_tells_how_many_have_one(path, encode, monkeypatch):
    monkeypatch.setattr("tm.similar.BATCH", 3)
    seen = []
    with Memory(path) as memory:
        memory.embed(encode, MODEL, progress=lambda *step: seen.append(step))
    assert seen == [(3, 4), (4, 4)]


def test_another_model_is_another_set_of_vectors(path, encode):
    def backwards(texts):
        return -encode(texts)

    with Memory(path) as memory:
        memory.embed(encode, MODEL)
        assert sources(memory, "儿童", backwards, "backwards") == []
        assert memory.embed(backwards, "backwards") == 4
        assert dict(memory.stats().vectors) == {MODEL: 4, "backwards": 4}
        assert sources(memory, "儿童", encode) == sources(memory, "儿童", backwards, "backwards")


def test_units_that_are_gone_are_not_found(path, encode):
    with Memory(path) as memory, Memory(path) as other:
        memory.embed(encode, MODEL)
        (best, *_) = memory.similar("儿童教育", encode, MODEL)
        assert best.score > 90
        other.remove_units([best.id])
        assert "儿童教育" not in sources(memory, "儿童教育", encode)
        assert len(memory.similar("儿童教育", encode, MODEL)) == 3
    assert rows(path, "SELECT count(*) FROM vector") == [(3,)]


def test_a_unit_in_the_place_of_one_that_is_gone_has_its_own_vector(path, encode):
    with Memory(path) as memory:
        memory.embed(encode, MODEL)
        memory.similar("散会", encode, MODEL)
        memory.remove_units([4])
        memory.add([unit("沙漠化", "Desertification")], origin="b.tmx")
        memory.embed(encode, MODEL)
        (best, *_) = memory.similar("沙漠化", encode, MODEL)
        assert (best.source.text, best.score > 90) == ("沙漠化", True)


def test_as_many_come_back_as_were_asked_for_though_many_are_gone(tmp_path, encode):
    units = [unit(f"水质监测{n}", f"water quality {n}") for n in range(40)]
    with Memory(memory_of(tmp_path / "memory.db", units)) as memory:
        memory.embed(encode, MODEL)
        memory.similar("水质监测", encode, MODEL)
        memory.remove_units(match.id for match in memory.similar("水质监测", encode, MODEL, limit=30))
        assert len(memory.similar("水质监测", encode, MODEL, limit=5)) == 5


@pytest.mark.parametrize("query", ["", " ", "\0", "🜁", "\ud800", "a" * 10_000, "会" * 10_000, '"*'])
def test_odd_queries_raise_nothing(path, encode, query):
    with Memory(path) as memory:
        assert memory.similar(query, encode, MODEL) == []
        memory.embed(encode, MODEL)
        memory.similar(query, encode, MODEL)


@pytest.mark.parametrize("limit", [0, 1, 3, 99])
def test_no_more_come_back_than_were_asked_for(path, encode, limit):
    with Memory(path) as memory:
        memory.embed(encode, MODEL)
        assert len(memory.similar("儿童", encode, MODEL, limit=limit)) == min(limit, 4)


def test_the_search_is_exact_on_the_sample(tmp_path, encode):
    """Compared with numpy over the very bytes that are kept, the query as bytes too."""
    path, agreed = memory_of(tmp_path / "memory.db", aligned(), "sample.tmx"), []
    with Memory(path) as memory:
        memory.embed(encode, MODEL)
        kept = rows(path, "SELECT unit, value FROM vector ORDER BY unit")
        vectors = np.array([np.frombuffer(value, np.int8) for _, value in kept], np.float64)
        whole = np.array([encode([v.text for v in one.variants]).mean(axis=0) for one in aligned()])
        for one in aligned():
            for variant in one.variants:
                (query,) = encode([variant.text])
                found = [m.id for m in memory.similar(variant.text, encode, MODEL, limit=10)]
                scaled = np.rint(query * 300).clip(-127, 127).astype(np.float64)
                products = vectors @ scaled
                assert sorted(products[[n - 1 for n in found]]) == sorted(np.sort(products)[-10:])
                agreed.append(len({n + 1 for n in nearest(whole, query, 10)} & set(found)))
    assert sum(agreed) >= 9.8 * len(agreed)  # of 10; what rounding to bytes costs
