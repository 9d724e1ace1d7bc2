"""What a memory keeps, counts, gives back and forgets."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memory_samples import assert_sound, memory_of, numbered, rows, texts, unit, words_of

from corpora.errors import FormatError
from corpora.types import TranslationUnit, Variant
from tm import Memory, Where, intake, read_units, write_tmx
from tm.intake import Added

MAY = datetime(2024, 5, 1, 8, 30, 15, tzinfo=UTC)
FULL = TranslationUnit(
    (Variant("zh-CN", "见附件。", '见<ph x="1">{0}</ph>附件。'), Variant("en-US", "See the annex."), Variant("fr-FR", "Voir l’annexe.")),
    document="A/78/1 | a.txt", paragraph="annex 1/3", label="(a)", kind="item", bead="1-1", probability=0.98765,
    reasons=("length", "numbers; 2"), context_before="前", context_after="后", created=MAY, author="李",
    note="两行\n笔记", is_machine=True, props=(("x-client", "UN"), ("x-client", "联合国")),
)  # fmt: skip
FIELDS = ("document", "paragraph", "label", "kind", "bead", "context_before", "author", "note")


@pytest.fixture
def memory():
    with Memory() as memory:
        yield memory


@pytest.fixture
def path(tmp_path):
    return tmp_path / "memory.db"


def found(memory, where=None, **how):
    return texts(memory.stored(where, **how))


def test_what_is_added_again_counts_as_used_and_is_there_once(memory):
    assert memory.add([unit(), unit("会议", "Meeting")], origin="a.tmx") == Added(2, 0)
    assert memory.add([unit(), unit()], origin="a.tmx") == Added(0, 2)
    assert memory.add([unit(uses=5), unit("散会。", "Rose.")], origin="b.tmx") == Added(1, 1)
    assert [one.unit.uses for one in memory.stored()] == [8, 1, 1]
    assert memory.add([unit(uses=5)], origin="b.tmx") == Added(0, 1)  # one more, not five
    assert [one.unit.uses for one in memory.stored()] == [9, 1, 1]
    assert [one.unit.origin for one in memory.stored()] == ["a.tmx\nb.tmx", "a.tmx", "b.tmx"]


def test_a_unit_twice_in_one_batch_is_new_once(memory):
    assert memory.add([unit(), unit(), unit()], origin="a.tmx") == Added(1, 2)


def test_all_that_a_unit_says_is_there_when_the_file_is_opened_again(path):
    memory_of(path, [FULL])
    with Memory(path, read_only=True) as memory:
        assert [one.unit for one in memory.stored()] == [replace(FULL, origin="a.tmx")]


@pytest.mark.parametrize("zone", [timezone(timedelta(hours=8)), None])
def test_dates_are_kept_in_utc(memory, zone):
    moment = datetime(2020, 1, 1, 2, tzinfo=zone)
    memory.add([unit(created=moment)], origin="a.tmx")
    (stored,) = memory.stored()
    assert stored.unit.created == (moment if zone else moment.replace(tzinfo=UTC))
    assert memory.count(Where(until="2019")) == (1 if zone else 0)


def test_a_unit_may_have_as_many_variants_as_there_are_languages(memory):
    many = TranslationUnit(tuple(Variant(f"qa-x-{n}", f"text {n}") for n in range(64)))
    assert memory.add([many, unit()], origin="a.tmx") == Added(2, 0)
    assert [one.unit.variants for one in memory.stored()] == [many.variants, unit().variants]
    assert {hit.source.text for hit in memory.concordance("text", limit=99)} == {
        variant.text for variant in many.variants
    }


REFUSED = {
    "one language": ("language", TranslationUnit((Variant("zh-CN", "大会"),))),
    "a language twice": (
        "language",
        TranslationUnit((Variant("zh-CN", "一"), Variant("zh-CN", "二"))),
    ),
    "too many": (
        "language",
        TranslationUnit(tuple(Variant(f"qa-x-{n}", "text") for n in range(65))),
    ),
    "nothing": ("language", TranslationUnit(())),
    "empty": ("empty", unit(en="")),
    "blank": ("empty", unit(zh=" \u3000\u200b\n")),
    "half a pair": ("characters", unit(en="a\ud800")),
    "tag": ("characters", TranslationUnit((Variant("zh\ud800", "一"), Variant("en", "one")))),
    "inline": ("characters", TranslationUnit((Variant("zh", "一", "\udfff"), Variant("en", "1")))),
    "text with inline": (
        "characters",
        TranslationUnit((Variant("zh", "\ud800", "一"), Variant("en", "1"))),
    ),
    "props": ("characters", unit("三", props=(("x", "\ud800"),))),
    "reasons": ("characters", unit("三", reasons=("\ud800",))),
    **{name: ("characters", unit("三", **{name: "\ud800"})) for name in FIELDS},
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_memory_can_hold_is_counted_and_the_rest_is_kept(memory, name):
    reason, wrong = REFUSED[name]
    assert memory.add([unit(), wrong, unit("二", "two")], origin="a") == Added(2, 0, {reason: 1})
    assert found(memory) == [("大会", "Assembly"), ("二", "two")]


ANY = st.text(st.characters() | st.sampled_from("\0\ud800\x1f\ufeff会議e"), max_size=12)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(ANY, ANY, ANY), max_size=5))
def test_any_text_comes_back_as_it_was_or_is_counted(triples):
    with Memory() as memory:
        units = [unit(zh, en, note=note) for zh, en, note in triples]
        added = memory.add(units, origin="a.tmx")
        kept = [(s.unit.variants[0].text, s.unit.variants[1].text) for s in memory.stored()]
        assert len(kept) == added.new
        assert added.new + added.repeated + sum(added.refused.values()) == len(units)
        assert set(added.refused) <= {"empty", "characters"}
        for zh, en, note in triples:
            if (
                "\ud800" not in zh + en + note
                and zh.strip(" \0")
                and zh.isprintable()
                and en.isalnum()
            ):
                assert (zh, en) in kept
        memory.remove(Where(origin="a.tmx"))
        assert memory.count() == 0


@pytest.mark.parametrize(
    "text", ["大会\0决定水质", "a\x1fb\x1ec", "\ufeff大会", "𠀀😀", '"\\u0000']
)
def test_odd_characters_go_with_their_words(path, text):
    memory_of(path, [unit(text, f"Assembly {text}")])
    with Memory(path) as memory:
        assert found(memory) == [(text, f"Assembly {text}")]
        assert memory.remove(Where(origin="a.tmx")) == 1
    assert words_of(path) == set()


def test_invisible_characters_hide_no_match(memory):
    memory.add([unit("\ufeff大\u200b会通过决议", "The As\u00adsembly adopted it")], origin="a")
    assert memory.lookup("大会通过决议")[0].score >= 99
    assert memory.lookup("The Assembly adopted it")[0].score >= 99
    assert len(memory.concordance("大会")) == 1
    (hit,) = memory.concordance("Assembly")
    assert [hit.source.text[slice(*span)] for span in hit.spans] == ["As\u00adsembly"]


def test_a_file_whose_name_is_no_text_can_be_imported_and_removed(tmp_path, memory):
    odd = tmp_path / "report\udcff.tmx"
    write_tmx(tmp_path / "a.tmx", [unit()], srclang="zh-CN")
    try:
        (tmp_path / "a.tmx").rename(odd)
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system takes UTF-8 names alone")
    assert memory.import_file(odd).new == 1
    assert memory.count(Where(origin="report\udcff.tmx")) == 1
    assert memory.remove(Where(origin="report\udcff.tmx")) == 1


def test_alternatives_of_one_source_are_kept_apart_in_the_order_they_came(memory):
    units = [
        unit(en="second", probability=0.5),
        unit(en="first", probability=0.99),
        unit(en="third"),
    ]
    memory.add(units, origin="a.tmx")
    assert found(memory) == texts(units)


def coded(en="Assembly", created=None):
    """Return a unit with inline codes."""
    inline = f'<ph x="1">&lt;b&gt;</ph>{en}'
    return TranslationUnit(
        (Variant("zh-CN", "大会"), Variant("en-US", en, inline)), created=created
    )


@pytest.mark.parametrize("pair", [(coded(), unit(created=MAY)), (unit(created=MAY), coded())])
def test_of_equal_units_the_one_with_inline_codes_stays(memory, pair):
    memory.add(pair, origin="a.tmx")
    (match,) = memory.lookup("大会")
    assert match.target.inline
    assert memory.dedupe() == 1
    (kept,) = memory.stored()
    assert kept.unit.variants == coded().variants
    assert kept.unit.uses == 2


def test_a_surer_unit_is_better_than_one_with_codes(memory):
    memory.add([unit(), replace(coded(), probability=0.5)], origin="a.tmx")
    (match,) = memory.lookup("大会")
    assert not match.target.inline


@pytest.mark.parametrize("tag", ["en", "en-GB"])
def test_the_best_is_chosen_in_the_direction_that_is_written(memory, tag):
    pairs = [("会议", "Assembly", 0.5), ("大会", "Assembly", 0.9), ("大会", "Meeting", 0.7)]
    units = [unit(zh, en, probability=sure) for zh, en, sure in pairs]
    memory.add(units, origin="a.tmx")
    assert found(memory, is_best_only=True) == [("会议", "Assembly"), ("大会", "Assembly")]
    turned = found(memory, is_best_only=True, source=tag)
    assert turned == [("大会", "Assembly"), ("大会", "Meeting")]


def test_tags_of_one_language_are_rivals(memory):
    american = TranslationUnit((Variant("zh-CN", "大会"), Variant("en-US", "Old")))
    british = TranslationUnit((Variant("zh-CN", "大会"), Variant("en", "New")), created=MAY)
    memory.add([american, british], origin="a.tmx")
    assert found(memory, is_best_only=True) == [("大会", "New")]


@pytest.mark.parametrize(
    ("units", "best"),
    [
        ([unit(en="sure", probability=0.99), unit(en="less", probability=0.5)], "sure"),
        ([unit(en="less", probability=0.5), unit(en="sure", probability=0.99)], "sure"),
        ([unit(en="machine", is_machine=True), unit(en="sure", probability=0.1)], "sure"),
        ([unit(en="old", created=datetime(2019, 1, 1)), unit(en="new", created=MAY)], "new"),
        ([unit(en="first", created=MAY), unit(en="second", created=MAY)], "first"),
        ([unit(en="aligned", probability=0.99), unit(en="by hand")], "by hand"),
        ([unit(en="new", created=MAY), coded("coded", datetime(2019, 1, 1))], "coded"),
        ([unit(en="sure"), replace(coded("coded"), probability=0.9)], "sure"),
    ],
)
def test_the_best_of_the_alternatives_stands_for_its_source(memory, units, best):
    memory.add([*units, unit("会议", "Meeting")], origin="a.tmx")
    assert found(memory, is_best_only=True) == [("大会", best), ("会议", "Meeting")]
    assert found(memory, Where(origin="b"), is_best_only=True) == []


def test_more_units_than_a_page_come_in_order(memory):
    units = numbered(2500)
    memory.add(units, origin="a.tmx")
    assert found(memory) == texts(units)
    assert found(memory, is_best_only=True) == texts(units)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Where(), "123"),
        (Where(origin="a.tmx"), "12"),
        (Where(origin="a"), ""),
        (Where(document="A/78/1"), "12"),
        (Where(document="A/78/1 | b"), "2"),
        (Where(document="a/78"), ""),
        (Where(document="%"), ""),
        (Where(paragraph="12"), "13"),
        (Where(paragraph="1"), ""),
        (Where(since="2020"), "23"),
        (Where(since="2020-02-02"), "3"),
        (Where(until="2020"), "12"),
        (Where(until="2020-01-31"), "1"),
        (Where(since="2019", until="2019-06-01"), "1"),
        (Where(origin="a.tmx", paragraph="12", since="2020"), ""),
        (Where(document="'; DROP TABLE unit; --"), ""),
        (Where(origin="\ud800", document="\0"), ""),
    ],
)
def test_conditions_say_which_units_are_meant(memory, where, expected):
    one = unit("会议1", "m 1", document="A/78/1", paragraph="12", created=datetime(2019, 6, 1, 23))
    two = unit("会议2", "m 2", document="A/78/1 | b", paragraph="3", created=datetime(2020, 2, 1))
    three = unit("会议3", "m 3", document="S/2", paragraph="12", created=MAY)
    memory.add([one, two], origin="a.tmx")
    memory.add([three], origin="b.tmx")
    assert "".join(zh[-1] for zh, _ in found(memory, where)) == expected
    assert memory.count(where) == len(expected)
    hits = memory.concordance("会议", where=where)
    assert "".join(sorted(hit.source.text[-1] for hit in hits)) == expected
    assert memory.remove(where) == len(expected)
    assert memory.count() == 3 - len(expected)


def test_what_another_file_brought_as_well_stays(path):
    memory_of(path, [unit(), unit("水质", "Water")], "a.tmx")
    memory_of(path, [unit(uses=4), unit("会议", "Meeting")], "b.tmx")
    with Memory(path) as memory:
        assert memory.remove(Where(origin="a.tmx")) == 1
        assert [(s.unit.origin, s.unit.uses) for s in memory.stored()] == [
            ("b.tmx", 4),
            ("b.tmx", 1),
        ]
        assert memory.stats().origins == (("b.tmx", 2),)
        assert memory.remove(Where(origin="a.tmx")) == 0
    assert_sound(path)


def test_what_is_removed_is_found_no_more_and_leaves_nothing(path):
    import numpy as np

    def encode(texts):
        return np.eye(4, dtype=np.float32)[[len(text) % 4 for text in texts]]

    with Memory(path) as memory:
        memory.add([unit("水质监测", "water quality"), unit("会议", "Meeting")], origin="a.tmx")
        memory.embed(encode, "length")
        (match,) = memory.lookup("水质监测")
        assert memory.remove_units([match.id, match.id, 99, -1]) == 1
        assert (memory.lookup("水质监测"), memory.lookup("water quality")) == ([], [])
        assert (memory.concordance("水质"), memory.concordance("quality")) == ([], [])
        assert [one.source.text for one in memory.similar("会议", encode, "length")] == ["会议"]
        assert memory.remove(Where()) == 1
        assert memory.similar("会议", encode, "length") == []
    for table in ("unit", "variant", "brought", "vector", "origin"):
        assert rows(path, f"SELECT count(*) FROM {table}") == [(0,)]
    assert words_of(path) == set()


def test_the_words_after_many_changes_are_those_of_a_new_memory(path, tmp_path):
    with Memory(path) as memory:
        memory.add(numbered(300), origin="a.tmx")
        memory.remove_units(range(50, 301))
        memory.add(numbered(200, 400), origin="b.tmx")
        memory.remove(Where(origin="b.tmx"))
    memory_of(tmp_path / "new.db", numbered(49))
    assert words_of(path) == words_of(tmp_path / "new.db")
    assert_sound(path)


def test_of_equal_texts_the_surest_stays_with_all_uses_and_origins(path):
    with Memory(path) as memory:
        doubtful = unit(probability=0.5, document="a", uses=2)
        memory.add([doubtful, unit("二", "two")], origin="a.tmx")
        memory.add([unit(probability=0.9, document="b", uses=3)], origin="b.tmx")
        memory.add([unit(document="c", is_machine=True)], origin="c.tmx")
        assert (memory.dedupe(), memory.dedupe()) == (2, 0)
        best = [s.unit for s in memory.stored()][-1]
        assert (best.document, best.uses, best.origin) == ("b", 6, "a.tmx\nb.tmx\nc.tmx")
        assert memory.count() == 2
    assert_sound(path)


def test_texts_that_differ_in_case_script_or_language_are_not_equal(memory):
    others = (
        unit("大會", "Assembly"),
        unit(en="ASSEMBLY"),
        unit("Assembly", "大会"),
        unit(en="Assembly "),
    )
    british = TranslationUnit((Variant("zh-CN", "大会"), Variant("en-GB", "Assembly")))
    memory.add([unit(), *others, british, unit(document="x")], origin="a.tmx")
    assert memory.dedupe() == 1
    assert memory.count() == 6


def test_an_export_is_imported_as_the_same_units(memory, tmp_path):
    memory.add([FULL, *numbered(20)], origin="a.tmx")
    write_tmx(tmp_path / "b.tmx", (s.unit for s in memory.stored()), srclang="zh-CN")
    with Memory() as other:
        assert other.import_file(tmp_path / "b.tmx").new == 21
        assert found(other)[1:] == found(memory)[1:]
        assert {s.unit.origin for s in other.stored()} == {"b.tmx"}


def test_what_stands_before_the_place_where_a_file_breaks_is_kept(memory, tmp_path):
    broken = tmp_path / "broken.tmx"
    write_tmx(broken, numbered(20), srclang="zh-CN")
    text = broken.read_text("utf-8")
    broken.write_text(text[: text.rindex("<tu")] + "<tu>", "utf-8")
    with pytest.raises(FormatError):
        memory.import_file(broken)
    assert found(memory) == texts(numbered(20))[: memory.count()]
    assert memory.count() in (19, 20)


def test_an_error_of_the_giver_keeps_what_it_gave_before(memory):
    def interrupted():
        yield from numbered(3)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        memory.add(interrupted(), origin="a.tmx")
    assert memory.count() == 3
    assert memory.add(numbered(4), origin="a.tmx") == Added(1, 3)


@pytest.mark.parametrize("moment", [0, 1, 9, 10, 11, 34])
def test_what_an_interrupt_left_is_what_was_told_and_the_import_goes_on(
    tmp_path, monkeypatch, moment
):
    monkeypatch.setattr(intake, "BATCH", 10)
    path = tmp_path / "units.tmx"
    write_tmx(path, numbered(35), srclang="zh-CN")
    read, told = read_units(path), []

    def interrupted():
        for _ in range(moment):
            yield next(read)
        raise KeyboardInterrupt

    monkeypatch.setattr("tm.memory.read_units", lambda *_, **__: interrupted())
    with Memory() as memory:
        with pytest.raises(KeyboardInterrupt):
            memory.import_file(path, progress=told.append)
        assert memory.count() == moment == (told or [0])[-1]
        monkeypatch.undo()
        assert memory.import_file(path).new == 35 - moment
        assert texts(memory.stored()) == texts(numbered(35))
        assert {one.unit.uses for one in memory.stored()} == {1}


def test_progress_tells_how_many_are_safe(memory, monkeypatch):
    monkeypatch.setattr("tm.intake.BATCH", 4)
    done = []
    memory.add([*numbered(9), unit(en="")], origin="a.tmx", progress=done.append)
    assert done == [4, 8, 10]


def test_figures_of_what_it_holds(memory):
    memory.add([FULL, unit(document="b", probability=0.5)], origin="a.tmx")
    memory.add([unit(document="b", probability=0.5), unit("二", "two")], origin="b.tmx")
    stats = memory.stats()
    assert (stats.units, stats.documents, stats.doubtful, stats.machine) == (3, 2, 1, 1)
    assert dict(stats.variants) == {"zh-CN": 3, "en-US": 3, "fr-FR": 1}
    assert stats.origins == (("a.tmx", 2), ("b.tmx", 2))


def test_what_was_removed_from_an_interrupted_import_comes_back_with_the_next(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(intake, "BATCH", 10)
    write_tmx(tmp_path / "units.tmx", numbered(30), srclang="zh-CN")

    def stop(done):
        raise KeyboardInterrupt

    with Memory() as memory:
        with pytest.raises(KeyboardInterrupt):
            memory.import_file(tmp_path / "units.tmx", progress=stop)
        memory.remove(Where())
        assert memory.import_file(tmp_path / "units.tmx").new == 30


def test_an_undated_unit_stays_so_and_is_not_newer_than_a_dated_one():
    dated = unit("大会", "the Assembly", created=datetime(2024, 1, 1, tzinfo=UTC))
    with Memory() as memory:
        memory.add([unit("大会", "an old assembly"), dated], origin="a")
        assert [one.unit.created for one in memory.stored()] == [None, dated.created]
        assert memory.lookup("大会")[0].target.text == "the Assembly"
        assert [one.unit.variants[1].text for one in memory.stored(is_best_only=True)] == [
            "the Assembly"
        ]
        assert memory.count(Where(until="2030")) == memory.count(Where(since="2000")) == 1


@pytest.mark.parametrize(
    "where", [Where(), Where(origin="a"), Where(origin="b"), Where(document="x")]
)
def test_what_would_be_removed_is_counted(memory, where):
    memory.add([unit(), unit("会议", "Meeting", document="x")], origin="a")
    memory.add([unit(), unit("散会", "Rose")], origin="b")
    count = memory.removable(where)
    assert count == memory.remove(where)
