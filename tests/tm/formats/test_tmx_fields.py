"""TMX: who, when, how often, by machine; archives; units that cannot be used."""

import gzip
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from corpora.types import TranslationUnit, Variant
from tm import TMXError, read_tmx, write_tmx
from tm.formats.skipped import Skipped

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "tmx14.rng"))
TUVS = (
    '<tuv xml:lang="zh-CN"><seg>大会</seg></tuv><tuv xml:lang="en-US"{}><seg>Assembly</seg></tuv>'
)
GOOD = f"<tu>{TUVS.format('')}</tu>"


def tmx(body, srclang="zh-CN"):
    return f'<tmx version="1.4"><header srclang="{srclang}"/><body>\n{body}\n</body></tmx>'


@pytest.fixture
def read(tmp_path):
    def read_text(text, **options):
        path = tmp_path / "memory.tmx"
        path.write_text(text, "utf-8")
        return list(read_tmx(path, **options))

    return read_text


@pytest.mark.parametrize(
    ("unit", "variant", "author", "is_machine"),
    [
        ('creationid="Ann"', "", "Ann", False),
        ('creationid="Ann" changeid="Bob"', "", "Bob", False),
        ("", 'creationid="Ann"', "Ann", False),
        ('creationid="Ann"', 'changeid="Bob"', "Bob", False),
        ('creationid="MT!"', "", "MT!", True),
        ("", 'creationid="MT!"', "MT!", True),
        ("", "", "", False),
    ],
)
def test_who_made_a_unit(read, unit, variant, author, is_machine):
    (found,) = read(tmx(f"<tu {unit}>{TUVS.format(' ' + variant)}</tu>"))
    assert (found.author, found.is_machine) == (author, is_machine)


def test_a_unit_of_which_only_the_change_is_dated(read):
    (found,) = read(tmx(GOOD.replace("<tu>", '<tu changedate="20240501T083000Z">')))
    assert found.created == datetime(2024, 5, 1, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "uses"), [("3", 3), ("0", 1), ("-2", 1), ("many", 1), ("9" * 5000, 1)]
)
def test_how_often_a_unit_was_used(read, count, uses):
    assert read(tmx(GOOD.replace("<tu>", f'<tu usagecount="{count}">')))[0].uses == uses


def test_notes_of_unit_and_variants_are_lines(read):
    body = GOOD.replace("<tu>", "<tu><note>one</note><note>two</note>").replace(
        "<seg>A", "<note>three</note><seg>A"
    )
    assert read(tmx(body))[0].note == "one\ntwo\nthree"


def test_everything_is_written_back_and_valid(tmp_path, read):
    bold = 'the <bpt i="1" x="1">&lt;b&gt;</bpt>Assembly<ept i="1">&lt;/b&gt;</ept><ph x="2"/>'
    unit = TranslationUnit(
        (Variant("zh-CN", "大会"), Variant("en-US", "the Assembly", bold)),
        author="Ann", note="one\ntwo", uses=3, is_machine=True, props=(("x-client", "UN"),), created=datetime(2024, 5, 1, tzinfo=UTC),
    )  # fmt: skip
    path = tmp_path / "out.tmx"
    write_tmx(path, [unit], srclang="zh-CN")
    assert SCHEMA.validate(etree.parse(path)), SCHEMA.error_log
    assert [child.tag for child in etree.parse(path).find("body/tu")] == [
        "note",
        "note",
        "prop",
        "prop",
        "tuv",
        "tuv",
    ]
    assert list(read_tmx(path)) == [unit]


def test_codes_that_no_longer_agree_are_not_written(tmp_path):
    stale = TranslationUnit(
        (
            Variant("zh-CN", "大会", "<hi>大会</hi>"),
            Variant("en-US", "Council", "<hi>Assembly</hi>"),
        )
    )
    path = tmp_path / "out.tmx"
    write_tmx(path, [stale], srclang="zh-CN")
    assert [variant.inline for variant in next(read_tmx(path)).variants] == ["<hi>大会</hi>", ""]


def test_a_segment_of_one_code_gets_no_white_space(tmp_path):
    path = tmp_path / "out.tmx"
    unit = TranslationUnit(
        (
            Variant("zh-CN", "大会", "<hi>大会</hi>"),
            Variant("en-US", "Assembly", '<hi type="t">Assembly</hi>'),
        )
    )
    write_tmx(path, [unit], srclang="zh-CN")
    assert list(read_tmx(path)) == [unit]


BAD = {
    "in one language only": '<tu><tuv xml:lang="zh-CN"><seg>大会</seg></tuv></tu>',
    "without variants": "<tu/>",
    "language is ''": GOOD.replace(' xml:lang="en-US"', ""),
    "language is 'English'": GOOD.replace("en-US", "English (US)"),
    "language is '*all*'": GOOD.replace("en-US", "*all*"),
    "an empty segment": GOOD.replace("Assembly", " "),
    "an empty segment ": GOOD.replace("<seg>大会</seg>", ""),
}


@pytest.mark.parametrize("problem", BAD)
def test_one_bad_unit_is_told_and_the_others_are_read(read, problem):
    told: list[Skipped] = []
    units = read(tmx("\n".join((GOOD, BAD[problem], GOOD))), skipped=told.append)
    assert len(units) == 2
    ((line, found, _),) = told
    assert line == 3
    assert problem.strip().partition("'English")[0] in found


def test_without_anyone_to_tell_a_variant_without_language_is_an_error(read):
    with pytest.raises(TMXError, match="give it a tag") as caught:
        read(tmx(BAD["language is ''"]))
    assert caught.value.line == 2


def test_a_memory_without_direction_takes_the_first_variant_or_the_chosen_one(read):
    (unit,) = read(tmx(GOOD, "*all*"))
    assert unit.variants[0].lang == "zh-CN"
    (unit,) = read(tmx(GOOD, "*all*"), langs=("en", "zh"))
    assert unit.variants[0].lang == "en-US"


def test_a_text_of_ten_megabytes_is_named(read):
    with pytest.raises(TMXError, match="more than 10 MB in one piece"):
        read(tmx(GOOD.replace("Assembly", "x" * 11_000_000)))


def test_gzip_is_read(tmp_path):
    path = tmp_path / "memory.tmx.gz"
    path.write_bytes(gzip.compress(tmx(GOOD).encode()))
    assert len(list(read_tmx(path))) == 1


def test_every_memory_in_a_zip_is_read(tmp_path):
    path = tmp_path / "memories.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.tmx", tmx(GOOD))
        archive.writestr("b/c.TMX", tmx(GOOD))
        archive.writestr("readme.txt", "no")
    assert len(list(read_tmx(path))) == 2


def damaged(path, data):
    path.write_bytes(data)
    return path


def test_damaged_archives_are_our_errors(tmp_path):
    whole = gzip.compress(tmx(GOOD * 5000).encode())
    archive = tmp_path / "none.zip"
    with zipfile.ZipFile(archive, "w") as empty:
        empty.writestr("readme.txt", "no")
    for path, message in (
        (damaged(tmp_path / "cut.gz", whole[:-200]), "damaged archive|cut off"),
        (damaged(tmp_path / "no.gz", b"no gzip"), "damaged archive"),
        (damaged(tmp_path / "none.gz", gzip.compress(b"")), "empty"),
        (damaged(tmp_path / "no.zip", b"PK no zip"), "damaged archive"),
        (archive, "without any .tmx"),
    ):
        with pytest.raises(TMXError, match=message):
            list(read_tmx(path))


def test_an_error_in_a_zip_names_the_memory_inside(tmp_path):
    path = tmp_path / "memories.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.tmx", "<tmx")
    with pytest.raises(TMXError, match=r"memories\.zip.a\.tmx"):
        list(read_tmx(path))
