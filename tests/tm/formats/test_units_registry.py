"""Any file that carries units: chosen by name, written and read back, never growing."""

import gc
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from lxml import etree

from corpora.errors import FormatError, LanguageError
from corpora.types import TranslationUnit, Variant
from tm.formats import READERS, WRITERS, read_units, write_units

ROOT = Path(__file__).parents[3]
CODED = 'the <bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>Assembly<ept i="1">&lt;/b&gt;</ept><ph x="2"/><it pos="begin" x="3">i</it>'
UNITS = [
    TranslationUnit(
        (Variant("zh-CN", "大会 & <甲>"), Variant("en-US", "the Assembly", CODED)),
        document="a.txt",
        note="n",
        author="Ann",
    ),
    TranslationUnit(
        (Variant("zh-CN", "散会。"), Variant("en-US", "It rose.")),
        document="a.txt",
        is_machine=True,
    ),
    TranslationUnit((Variant("zh-CN", "导言"), Variant("en-US", "Introduction")), document="b.txt"),
]


def pairs(units):
    return [[(variant.lang, variant.text) for variant in unit.variants] for unit in units]


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_is_written_is_read(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    assert write_units(path, iter(UNITS), srclang="zh_cn", tgtlang="en-us").units == 3
    found = list(read_units(path))
    assert pairs(found) == pairs(UNITS)
    assert [unit.document for unit in found] == ["a.txt", "a.txt", "b.txt"]
    assert [unit.is_machine for unit in found] == [False, True, False]
    assert found[0].note == "n"


@pytest.mark.parametrize("suffix", [".tmx", ".xlf"])
def test_inline_codes_survive_where_the_format_has_them(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    write_units(path, UNITS, srclang="zh-CN", tgtlang="en-US")
    assert next(read_units(path)).variants[1].inline == CODED


@pytest.mark.parametrize("suffix", WRITERS)
def test_units_that_a_file_cannot_hold_are_named(tmp_path, suffix):
    french = TranslationUnit((Variant("zh-CN", "一"), Variant("fr", "un")))
    blank = TranslationUnit((Variant("zh-CN", "二"), Variant("en-US", " ")))
    region = TranslationUnit((Variant("en-GB", "three"), Variant("zh", "三")))
    written = write_units(
        tmp_path / f"a{suffix}", [french, UNITS[1], blank, region], srclang="zh-CN", tgtlang="en-US"
    )
    assert written.units == 2
    assert [(remark.code, remark.number) for remark in written.skipped] == [
        ("language", 1),
        ("empty", 3),
    ]
    assert pairs(read_units(tmp_path / f"a{suffix}"))[1] == [("zh-CN", "三"), ("en-US", "three")]


def test_the_writer_of_tmx_counts_as_the_caller_does(tmp_path):
    french = TranslationUnit((Variant("zh-CN", "一"), Variant("fr", "un")))
    written = write_units(
        tmp_path / "a.tmx", [french, UNITS[1], french, UNITS[1]], srclang="zh-CN", tgtlang="en-US"
    )
    assert [(r.code, r.number) for r in written.skipped] == [
        ("language", 1),
        ("language", 3),
        ("duplicate", 4),
    ]


@pytest.mark.parametrize("suffix", WRITERS)
def test_without_a_unit_what_was_there_stays(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_text("kept")
    with pytest.raises(FormatError, match="not written: no unit with a text in fr and one in de"):
        write_units(path, UNITS, srclang="fr", tgtlang="de")
    assert path.read_text() == "kept"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", WRITERS)
def test_an_interruption_leaves_what_was_there(tmp_path, suffix):
    def interrupted():
        yield UNITS[0]
        raise KeyboardInterrupt

    path = tmp_path / f"a{suffix}"
    path.write_text("before")
    with pytest.raises(KeyboardInterrupt):
        write_units(path, interrupted(), srclang="zh-CN", tgtlang="en-US")
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_tag_that_is_none_is_refused(tmp_path, suffix):
    with pytest.raises(LanguageError):
        write_units(tmp_path / f"a{suffix}", UNITS, srclang="*all*", tgtlang="en-US")


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.xml"])
def test_an_unknown_name_lists_the_known_ones(tmp_path, name):
    with pytest.raises(FormatError, match=r"\.tmx.*\.xliff"):
        read_units(tmp_path / name)
    with pytest.raises(FormatError, match=r"\.tmx.*\.xliff"):
        write_units(tmp_path / name, UNITS, srclang="zh-CN", tgtlang="en-US")


@pytest.mark.parametrize("suffix", READERS)
def test_an_empty_file_is_one_clear_error(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"")
    with pytest.raises(FormatError, match=r"empty|damaged"):
        list(read_units(path))


def test_xliff_that_we_write_is_read_by_translate_toolkit(tmp_path):
    from translate.storage import factory, tmx

    path = tmp_path / "a.xlf"
    write_units(path, UNITS, srclang="zh-CN", tgtlang="en-US")
    units = [unit for unit in factory.getobject(str(path)).units if unit.istranslatable()]
    assert [(str(unit.source), str(unit.target)) for unit in units][1:] == [
        ("散会。", "It rose."),
        ("导言", "Introduction"),
    ]
    write_units(tmp_path / "a.tmx", UNITS[1:], srclang="zh-CN", tgtlang="en-US")
    store = tmx.tmxfile.parsefile(str(tmp_path / "a.tmx"))
    assert [unit.source for unit in store.units] == ["散会。", "导言"]


def test_tmx_of_translate_toolkit_is_read(tmp_path):
    from translate.storage import tmx

    store = tmx.tmxfile()
    store.addtranslation("The <meeting> & all", "en", "会议", "zh-CN", "note")
    store.savefile(str(tmp_path / "a.tmx"))
    (unit,) = read_units(tmp_path / "a.tmx")
    assert (pairs([unit]), unit.note) == (
        [[("en", "The <meeting> & all"), ("zh-CN", "会议")]],
        "note",
    )


def test_ids_of_codes_are_unique_in_a_unit(tmp_path):
    inline = 'a<ph x="1"/><ph x="1"/><ph/><bpt i="1"/>b<ept i="1"/>'
    write_units(
        tmp_path / "a.xlf",
        [TranslationUnit((Variant("zh-CN", "甲"), Variant("en-US", "ab", inline)))],
        srclang="zh-CN",
        tgtlang="en-US",
    )
    target = etree.parse(tmp_path / "a.xlf").find(".//{*}target")
    assert [code.get("id") for code in target] == ["1", "2", "3", "4", "4"]


def test_importing_the_formats_loads_nothing_heavy():
    heavy = "{'numpy', 'torch', 'openpyxl', 'docx', 'polib'}"
    code = f"import sys, tm, tm.formats.sources, tm.pretranslate; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def many(count):
    for number in range(count):
        yield TranslationUnit(
            (
                Variant("zh-CN", f"第{number}段" + "会" * 40),
                Variant("en-US", f"paragraph {number} " + "word " * 20),
            ),
            document="a.txt",
        )


@pytest.mark.parametrize(
    ("suffix", "count"), [(".tmx", 50_000), (".xlf", 50_000), (".tsv", 50_000), (".xlsx", 8_000)]
)
def test_memory_does_not_grow_with_the_file(tmp_path, suffix, count):
    path = tmp_path / f"a{suffix}"
    write_units(path, many(200), srclang="zh-CN", tgtlang="en-US")
    assert sum(1 for _ in read_units(path)) == 200  # imports are not what is measured
    write_units(path, many(count), srclang="zh-CN", tgtlang="en-US")
    gc.collect()
    tracemalloc.start()
    assert sum(1 for _ in read_units(path)) == count
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3_000_000


@pytest.mark.parametrize("suffix", [".xlf", ".tsv", ".xlsx"])
def test_memory_does_not_grow_with_what_is_written(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    write_units(path, many(200), srclang="zh-CN", tgtlang="en-US")
    gc.collect()
    tracemalloc.start()
    write_units(path, many(8_000), srclang="zh-CN", tgtlang="en-US")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3_000_000
