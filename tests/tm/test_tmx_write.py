"""What the writer puts in a file, and what it refuses to put there."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from lxml import etree

from corpora.errors import FormatError, LanguageError
from corpora.types import TranslationUnit, Variant
from tm import most_probable, read_tmx, write_tmx

ROOT = Path(__file__).parents[2]


def unit(zh="大会", en="Assembly", **provenance):
    return TranslationUnit((Variant("zh-CN", zh), Variant("en-US", en)), **provenance)


def pairs(path):
    return [tuple(variant.text for variant in unit.variants) for unit in read_tmx(path)]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "memory.tmx"


def codes(written):
    return [(remark.code, remark.number) for remark in written.skipped]


def test_the_file_starts_as_cat_tools_expect(path):
    write_tmx(path, [unit()], srclang="zh_cn", created=datetime(2024, 5, 1, 8, 30, tzinfo=UTC))
    lines = path.read_text("utf-8").splitlines()
    assert lines[:3] == [
        "<?xml version='1.0' encoding='UTF-8'?>",
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
    ]
    header = dict(etree.parse(path).find("header").attrib)
    assert header.pop("creationtoolversion")
    assert header == {
        "creationtool": "duizhao",
        "segtype": "sentence",
        "o-tmf": "duizhao",
        "adminlang": "en",
        "srclang": "zh-CN",
        "datatype": "plaintext",
        "creationdate": "20240501T083000Z",
    }


def test_provenance_stands_before_the_variants_in_props(path):
    full = unit(
        document="a | b", paragraph="12", label="12.", kind="paragraph", bead="1-1", probability=0.98765,
        reasons=("length", "numbers"), context_before="前", context_after="后",
    )  # fmt: skip
    write_tmx(path, [full], srclang="zh-CN")
    tu = etree.parse(path).find("body/tu")
    assert [child.tag for child in tu] == ["prop"] * 9 + ["tuv"] * 2
    assert {prop.get("type"): prop.text for prop in tu.findall("prop")} == {
        "x-doc": "a | b", "x-para": "12", "x-label": "12.", "x-kind": "paragraph", "x-bead": "1-1", "x-score": "0.9877",
        "x-reasons": "length; numbers", "x-context-pre": "前", "x-context-post": "后",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["file", "id", "prev", "next", "path", "x-ice", "x-score"])
def test_a_property_that_means_something_to_omegat_or_to_us_is_not_written(path, name):
    write_tmx(path, [unit(props=((name, "1"), ("x-client", "UN")))], srclang="zh-CN")
    assert [(prop.get("type"), prop.text) for prop in etree.parse(path).iter("prop")] == [
        ("x-client", "UN")
    ]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2024, 5, 1, 8, 30, 15, 999), "20240501T083015Z"),
        (datetime(2024, 5, 1, 8, 30, tzinfo=timezone(timedelta(hours=8))), "20240501T003000Z"),
        (datetime(987, 5, 1, tzinfo=UTC), "09870501T000000Z"),
    ],
)
def test_dates_are_utc_with_four_figure_years(path, moment, expected):
    write_tmx(path, [unit(created=moment)], srclang="zh-CN")
    assert etree.parse(path).find("body/tu").get("creationdate") == expected


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  大会\u3000决定  ", "大会 决定"),
        ("大会\n决定", "大会决定"),
        ("Vien\u00adna\u200b", "Vienna"),
        ("cafe\u0301", "café"),
        ("a\x00b\x0bc\x1f\x08d", "ab c d"),
        ("lone \ud800 half", "lone half"),
        ("\ufeffmark\ufffe", "mark"),
        ("R&D <b> ]]> \"'", "R&D <b> ]]> \"'"),
        ("𠀀 😀", "𠀀 😀"),
    ],
)
def test_segments_are_trimmed_nfc_xml_text(path, raw, clean):
    write_tmx(path, [unit(en=raw)], srclang="zh-CN")
    assert pairs(path) == [("大会", clean)]


@pytest.mark.parametrize("blank", ["", " \t\n", "\u3000", "\x07", "\u200b\u00ad"])
@pytest.mark.parametrize("side", ["zh", "en"])
def test_a_unit_with_an_empty_side_is_left_out(path, blank, side):
    written = write_tmx(path, [unit("一", "one"), unit(**{side: blank})], srclang="zh-CN")
    assert (written.units, codes(written), pairs(path)) == (1, [("empty", 2)], [("一", "one")])


def test_the_same_pair_is_written_once(path):
    written = write_tmx(path, [unit(), unit(" 大会 "), unit("大会", "assembly")], srclang="zh-CN")
    assert codes(written) == [("duplicate", 2), ("other-target", 3)]
    assert pairs(path) == [("大会", "Assembly")]


@pytest.mark.parametrize("given", [list, tuple, iter])
def test_the_first_target_stays_whatever_holds_the_units(path, given):
    units = [unit(en="first", probability=0.3), unit(en="second", probability=0.9)]
    written = write_tmx(path, given(units), srclang="zh-CN")
    assert (codes(written), pairs(path)) == ([("other-target", 2)], [("大会", "first")])


def test_the_units_with_the_most_probable_target_can_be_kept(path):
    wrong, right, again, other = (
        unit(en="wrong", probability=0.3),
        unit(en="right", probability=0.9),
        unit(" 大会", en="right ", probability=0.5),
        unit("会议", "meeting"),
    )
    kept = most_probable(iter([wrong, right, again, other]))
    assert kept == [right, again, other]
    assert codes(write_tmx(path, kept, srclang="zh-CN")) == [("duplicate", 2)]
    assert pairs(path) == [("大会", "right"), ("会议", "meeting")]


def test_of_targets_equally_probable_the_first_is_kept():
    units = [unit(en="first"), unit(en="second")]
    assert most_probable(units) == units[:1]


def test_units_of_both_directions_are_rivals_where_the_source_is_named():
    there = unit(probability=0.5)
    back = TranslationUnit((Variant("en-US", "General Assembly"), Variant("zh_cn", "大会")), probability=0.9)
    assert most_probable([there, back]) == [there, back]
    assert most_probable([there, back], srclang="zh-CN") == [back]


def test_what_no_file_can_hold_is_no_rival_and_is_left_to_the_writer():
    blank = unit(en="\x00", probability=1.0)
    alone = TranslationUnit((Variant("zh-CN", "大会"),))
    assert most_probable([blank, alone, unit()]) == [blank, alone, unit()]


def test_digests_do_not_change_from_run_to_run():
    code = "from tests.tm.test_tmx_write import unit; from tm.formats.tmx_write import _targets; print(_targets(unit()))"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "12"
    }
    assert len(found) == 1


def test_a_unit_turned_round_loses_what_was_said_in_the_other_language(path):
    back = TranslationUnit(
        (Variant("en-US", "It met."), Variant("zh-CN", "大会开会。")),
        label="(a)", kind="item", paragraph="12", context_before="Before.", context_after="After.",
    )  # fmt: skip
    write_tmx(path, [back, unit(label="一、", context_before="前。")], srclang="zh-CN")
    turned, straight = read_tmx(path)
    assert (turned.label, turned.context_before, turned.context_after) == ("", "", "")
    assert (turned.kind, turned.paragraph) == ("item", "12")
    assert (straight.label, straight.context_before) == ("一、", "前。")


def test_an_unwritable_unit_does_not_keep_another_target_out(path):
    written = write_tmx(
        path, [unit(en="\x00", probability=1.0), unit(probability=0.1)], srclang="zh-CN"
    )
    assert (written.units, codes(written)) == (1, [("empty", 1)])


def test_one_source_may_have_a_target_in_each_language(path):
    french = TranslationUnit((Variant("zh-CN", "大会"), Variant("fr-FR", "Assemblée")))
    assert write_tmx(path, [unit(), french], srclang="zh-CN").units == 2


def test_a_long_unit_is_written_and_named(path):
    written = write_tmx(
        path, [unit("会" * 2000, "a" * 2000), unit("会", "a" * 2001)], srclang="zh-CN"
    )
    assert (written.units, written.skipped) == (2, ())
    assert [(remark.code, remark.number) for remark in written.warned] == [("long", 2)]
    assert len(written.warned[0].target) <= 80


def test_the_source_variant_comes_first_and_must_be_there(path):
    swapped = TranslationUnit((Variant("en_us", "one"), Variant("zh_cn", "一")))
    other = TranslationUnit((Variant("fr", "un"), Variant("en-US", "one")))
    twice = TranslationUnit((Variant("zh-CN", "二"), Variant("zh-CN", "两")))
    alone = TranslationUnit((Variant("zh-CN", "二"),))
    written = write_tmx(path, [swapped, other, twice, alone], srclang="zh-CN")
    assert codes(written) == [("language", 2), ("language", 3), ("language", 4)]
    assert pairs(path) == [("一", "one")]


def test_no_units_make_a_valid_empty_memory(path):
    assert write_tmx(path, [], srclang="zh-CN").units == 0
    assert list(read_tmx(path)) == []


@pytest.mark.parametrize("srclang", ["*all*", "", "Chinese (PRC)"])
def test_a_source_language_that_is_none_is_refused_before_writing(path, srclang):
    with pytest.raises(LanguageError, match="is not a language tag"):
        write_tmx(path, [unit()], srclang=srclang)
    assert not path.exists()


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FormatError, match="choose another output path"):
        write_tmx(tmp_path / "absent" / "memory.tmx", [unit()], srclang="zh-CN")


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, ValueError])
def test_an_interruption_leaves_what_was_there(path, interruption):
    def interrupted():
        yield unit()
        raise interruption

    path.write_text("before")
    with pytest.raises(interruption):
        write_tmx(path, interrupted(), srclang="zh-CN")
    assert path.read_text() == "before"
    assert list(path.parent.iterdir()) == [path]


def test_the_same_units_make_the_same_bytes(tmp_path):
    for name in "ab":
        write_tmx(tmp_path / name, [unit(), unit("二", "two")], srclang="zh-CN")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
