"""``duizhao tm``: units into a memory and out of it, and files of units looked at and mended."""

from __future__ import annotations

import json
import os
import shlex
import sqlite3
import subprocess
import zipfile
from contextlib import closing

import pytest
from conftest import PROGRAM

from tm import read_tmx
from tm.formats import read_units

PAIRS = [
    ("会议通过了议程。", "The agenda was adopted."),
    ("主席宣布会议闭幕。", "The Chair closed the session."),
    ("秘书处提交了报告。", "The Secretariat submitted a report."),
]
BROKEN = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"
 o-tmf="x" adminlang="en" srclang="*all*" datatype="plaintext"/>
<body>
<tu><tuv xml:lang="zh-CN"><seg>会议 & 议程</seg></tuv><tuv xml:lang="en-US"><seg>Meeting</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg> </seg></tuv><tuv xml:lang="en-US"><seg>Empty</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture(autouse=True)
def memory(folder, monkeypatch):
    """Name a memory of this test's own, which is not there yet."""
    monkeypatch.setenv("DUIZHAO_MEMORY", "m.db")
    return folder / "m.db"


def write_tsv(path, pairs=PAIRS):
    path.write_text("".join(f"{zh}\t{en}\n" for zh, en in pairs), "utf-8")


def texts(path):
    return [tuple(variant.text for variant in unit.variants) for unit in read_units(path)]


# --- into a memory ---------------------------------------------------------------------------


def test_files_are_imported_and_counted(duizhao, folder):
    write_tsv(folder / "a.tsv")
    done = duizhao("tm", "import", "a.tsv")
    assert done == (0, "a.tsv: 3 new, 0 there already\nm.db: 3 units\n", "")
    again = duizhao("tm", "import", "a.tsv", "-m", "m.db")
    assert again.out.startswith("a.tsv: 0 new, 3 there already\n")
    assert duizhao("tm", "import", "a.tsv", "-q") == (0, "", "")


def test_the_others_are_imported_when_one_file_fails(duizhao, folder):
    write_tsv(folder / "a.tsv")
    (folder / "bad.tmx").write_text(BROKEN, "utf-8")
    done = duizhao("tm", "import", "none.tsv", "bad.tmx", "a.tsv")
    assert done.status == 3
    assert "a.tsv: 3 new" in done.out
    assert "none.tsv: " in done.err
    assert "mend it with: duizhao tm fix bad.tmx -o mended.tmx" in done.err
    assert done.err.splitlines()[-1] == "duizhao: 2 of 3 files could not be imported"


def test_another_memory_is_imported_like_a_file(duizhao, folder):
    write_tsv(folder / "a.tsv")
    assert duizhao("tm", "import", "a.tsv", "-m", "other.db").status == 0
    with closing(sqlite3.connect(folder / "foreign.db")) as foreign:
        foreign.execute("CREATE TABLE bookmark(title)")
    done = duizhao("tm", "import", "foreign.db", "other.db")
    assert done.status == 3
    assert done.out == "other.db: 3 new, 0 there already\nm.db: 3 units\n"
    assert done.err.startswith("duizhao: foreign.db: ")
    assert texts(folder / "a.tsv") == PAIRS
    done = duizhao("tm", "import", "m.db")
    assert (done.status, done.out) == (3, "")
    assert "m.db" in done.err


def test_what_is_no_file_of_units_is_named_for_what_it_is(duizhao, folder):
    (folder / "text.db").write_text("大会\tAssembly\n", "utf-8")
    (folder / "folder").mkdir()
    done = duizhao("tm", "import", "text.db")
    assert (done.status, "not a memory" in done.err) == (3, True)
    done = duizhao("tm", "import", "folder")
    assert (done.status, "a folder; name the files in it" in done.err) == (3, True)
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("a.tmx", BROKEN)
    for command in (("check", "a.zip"), ("fix", "a.zip", "-o", "b.tmx")):
        done = duizhao("tm", *command)
        assert (done.status, "a zip archive; unpack it" in done.err) == (3, True)


def test_a_tmx_without_languages_has_those_that_are_named(duizhao, folder):
    (folder / "a.tmx").write_text(
        BROKEN.replace(' xml:lang="zh-CN"', "").replace(' xml:lang="en-US"', "").replace("&", "和"), "utf-8"
    )
    assert duizhao("tm", "import", "a.tmx", "--langs", "zh-TW,en-GB").status == 0
    (row,) = duizhao("tm", "list", "--json").out.splitlines()
    langs = [variant["lang"] for variant in json.loads(row)["variants"]]
    assert langs == ["zh-TW", "en-GB"]


def test_no_memory_is_made_for_nothing(duizhao, memory):
    assert duizhao("tm", "import", "none.tmx").status == 3
    for command in ("list", "stats", "dedupe", "remove --all", "export -o a.tmx"):
        done = duizhao("tm", *command.split())
        assert done.status == 3, command
        assert done.err == "duizhao: m.db: no memory there; make one with: duizhao tm import FILE\n"
    assert not memory.exists()


def test_the_default_memory_is_made_with_its_folder(folder):
    write_tsv(folder / "a.tsv")
    env = {
        **os.environ,
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "data"),
        "PYTHONUTF8": "1",
    }
    del env["DUIZHAO_MEMORY"]
    subprocess.run([PROGRAM, "tm", "import", "a.tsv"], cwd=folder, env=env, check=True)
    assert (folder / "data/duizhao/duizhao.db").is_file()


def test_what_is_left_out_is_told(duizhao, folder):
    sound = BROKEN.replace("&", "").replace("*all*", "zh-CN")
    (folder / "a.tmx").write_text(sound, "utf-8")
    done = duizhao("tm", "import", "a.tmx")
    assert done.out.splitlines()[:2] == [
        "a.tmx: 1 new, 0 there already, 1 left out",
        "  1 × an empty segment, the first at line 6",
    ]


def test_a_unit_by_hand(duizhao):
    pair = ("会议通过了议程。", "The agenda was adopted.")
    facts = ("--document", "A/78/1", "--paragraph", "12", "--author", "wei", "--note", "checked")
    assert duizhao("tm", "add", *pair, *facts).out == "added\n"
    assert "used once more" in duizhao("tm", "add", *pair, *facts).out
    (row,) = map(json.loads, duizhao("tm", "list", "--json").out.splitlines())
    assert (row["document"], row["paragraph"], row["author"]) == ("A/78/1", "12", "wei")
    assert (row["note"], row["uses"], row["origin"]) == ("checked", 2, "by hand")
    assert [variant["lang"] for variant in row["variants"]] == ["zh-CN", "en-US"]


def test_languages_of_a_unit_by_hand(duizhao):
    done = duizhao("tm", "add", "hello", "hi")
    assert done.status == 2
    assert "both look like en-US" in done.err
    numbers = duizhao("tm", "add", "12", "13")
    assert numbers.status == 2
    assert "their languages cannot be told; name them, as zh-CN,en-US" in numbers.err
    assert duizhao("tm", "add", "-", "-").status == 2
    swapped = duizhao("tm", "add", "你好", "hello", "--langs", "en-US,zh-CN")
    assert swapped.status == 2
    assert "is it zh-CN,en-US?" in swapped.err
    assert duizhao("tm", "add", "你好", " ").status == 2
    assert duizhao("tm", "add", "你好", "hello", "--langs", "zh-TW").status == 2
    assert duizhao("tm", "add", "你好", "hello", "--langs", "zh-TW,en_gb").status == 0
    assert '"zh-TW"' in duizhao("tm", "list", "--json").out


def test_tags_say_nothing_of_the_language(duizhao):
    tags = '<span class="headline important">', "</span>"
    assert duizhao("tm", "add", f"{tags[0]}会{tags[1]}", f"{tags[0]}Meeting{tags[1]}").status == 0
    (row,) = map(json.loads, duizhao("tm", "list", "--json").out.splitlines())
    assert [variant["lang"] for variant in row["variants"]] == ["zh-CN", "en-US"]


def test_an_alignment_is_added_to_a_memory_and_never_replaces_it(duizhao, folder):
    write_tsv(folder / "a.tsv")
    duizhao("tm", "import", "a.tsv")
    done = duizhao("align", "report.zh.txt", "report.en.txt", "-o", "m.db", "-o", "r.tmx")
    assert done.status == 0
    (line,) = [line for line in done.out.splitlines() if "m.db" in line]
    assert line.endswith("pairs added")
    stats = json.loads(duizhao("tm", "stats", "--json").out)
    assert stats["origins"]["a.tsv"] == 3
    assert stats["origins"]["report.zh.txt | report.en.txt"] == stats["units"] - 3
    again = duizhao("align", "report.zh.txt", "report.en.txt", "-o", "m.db")
    assert "0 pairs added, " in again.out


def test_alignments_of_two_folders_go_into_one_memory(duizhao, folder):
    for name in ("zh", "en"):
        (folder / name).mkdir()
        (folder / f"report.{name}.txt").rename(folder / name / "report.txt")
    assert duizhao("align", "zh", "en", "-o", "m.db", "--min-probability", "0.5").status == 0
    assert json.loads(duizhao("tm", "stats", "--json").out)["units"] > 5
    assert duizhao("align", "zh", "en", "-o", "out", "--format", "db").status == 2


def test_an_alignment_refuses_what_is_no_memory_before_it_begins(duizhao, folder):
    (folder / "other.db").write_text("my notes")
    with sqlite3.connect(folder / "sql.db") as connection:
        connection.execute("CREATE TABLE mine(x)")
    connection.close()
    for name in ("other.db", "sql.db"):
        before = (folder / name).read_bytes()
        done = duizhao("align", "report.zh.txt", "report.en.txt", "-o", "r.tmx", "-o", name)
        assert done.status == 3
        assert name in done.err
        assert (folder / name).read_bytes() == before
        assert not (folder / "r.tmx").exists()


# --- what is there ---------------------------------------------------------------------------


@pytest.fixture
def filled(duizhao, folder):
    """A memory of three units."""
    write_tsv(folder / "a.tsv")
    duizhao("tm", "import", "a.tsv")


@pytest.mark.usefixtures("filled")
def test_units_are_listed_in_columns_of_equal_width(duizhao):
    lines = duizhao("tm", "list", "--limit", "2").out.splitlines()
    assert lines[0].split() == ["id", "document", "paragraph", "date", "uses", "source", "target"]
    assert lines[1].split("  ")[-1] == "The agenda was adopted."
    assert lines[-1] == "2 of 3 units; --limit shows more"
    assert duizhao("tm", "list").out.splitlines()[-1] == "3 units"
    assert duizhao("tm", "list", "--where", "paragraph=9").out == "0 units\n"


@pytest.mark.usefixtures("filled")
def test_json_keeps_texts_as_they_are(duizhao):
    odd = "全角\u3000空格\x1b[31m"
    duizhao("tm", "add", odd, "wide space", "--document", "odd")
    done = duizhao("tm", "list", "--json", "--where", "document=odd")
    assert "\x1b" not in done.out
    assert "\u3000" not in done.out
    assert json.loads(done.out)["variants"][0]["text"] == odd


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "condition",
    [
        "paragraph",
        "paragraph=",
        "page=3",
        "date=yesterday",
        "date=..",
        "date=2020-13",
        "date=2018-2020",
        "date=2030..2020",
        "date=2019-03..2019-02-28",
        "date=0000",
        "date=2023-02-31",
    ],
)
def test_conditions_that_mean_nothing(duizhao, condition):
    done = duizhao("tm", "list", "--where", condition)
    assert done.status == 2
    assert "--where" in done.err


@pytest.mark.usefixtures("filled")  # with three units that nothing dates
def test_conditions_on_dates(duizhao):
    duizhao("tm", "add", "今天。", "Today.")
    count = {
        dates: len(duizhao("tm", "list", "--json", "--where", f"date={dates}").out.splitlines())
        for dates in ("2019", "2020..", "..2019-03", "2000-01-01..9999")
    }
    assert count == {"2019": 0, "2020..": 1, "..2019-03": 0, "2000-01-01..9999": 1}
    twice = duizhao("tm", "list", "--where", "date=2019", "--where", "date=2020")
    assert twice.status == 2


@pytest.mark.usefixtures("filled")
def test_units_are_removed_only_where_it_is_said_which(duizhao):
    assert duizhao("tm", "remove").status == 2
    assert duizhao("tm", "remove", "--all", "--id", "1").status == 2
    assert duizhao("tm", "remove", "--id", "1", "--id", "99").out == "1 unit removed\n"
    where = ("--where", "origin=a.tsv")
    assert duizhao("tm", "remove", *where, "--dry-run").out == "2 units would be removed\n"
    assert duizhao("tm", "remove", *where).out == "2 units removed\n"
    duizhao("tm", "add", "你好", "hello")
    assert duizhao("tm", "remove", "--all").out == "1 unit removed\n"


@pytest.mark.usefixtures("filled")
def test_what_two_files_brought_stays_when_one_is_removed(duizhao, folder):
    write_tsv(folder / "b.tsv", PAIRS[:1])
    duizhao("tm", "import", "b.tsv")
    where, stay = ("--where", "origin=b.tsv"), "; 1 stay, which other files brought as well"
    before = (folder / "m.db").read_bytes()
    assert duizhao("tm", "remove", *where, "--dry-run").out == f"0 units would be removed{stay}\n"
    assert (folder / "m.db").read_bytes() == before
    assert duizhao("tm", "remove", *where).out == f"0 units removed{stay}\n"


def test_equal_units_of_several_places_become_one(duizhao):
    for paragraph in "12":
        duizhao("tm", "add", "你好", "hello", "--paragraph", paragraph)
    assert duizhao("tm", "dedupe").out == "1 unit removed that others repeat\n"
    assert json.loads(duizhao("tm", "list", "--json").out)["uses"] == 2


# --- files of units --------------------------------------------------------------------------


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("suffix", ["tmx", "tsv", "csv", "xlsx", "xlf"])
def test_a_memory_is_exported_in_every_format(duizhao, folder, suffix):
    done = duizhao("tm", "export", "-o", f"out.{suffix}")
    assert done == (0, f"written: out.{suffix}: 3 pairs\n", "")
    assert texts(folder / f"out.{suffix}") == PAIRS


@pytest.mark.usefixtures("filled")
def test_a_tmx_gets_one_target_and_the_tags_that_are_wanted(duizhao, folder):
    duizhao("tm", "add", PAIRS[0][0], "The agenda has been adopted.")
    done = duizhao("tm", "export", "-o", "out.tmx", "--lang-tags", "zh-TW,en-GB")
    assert "3 pairs; left out: 1 of a source that stands there with a better target" in done.out
    assert {tuple(v.lang for v in unit.variants) for unit in read_tmx(folder / "out.tmx")} == {
        ("zh-TW", "en-GB")
    }
    assert "4 pairs" in duizhao("tm", "export", "-o", "out.tsv").out
    turned = duizhao("tm", "export", "-o", "back.tsv", "--lang-tags", "en-US,zh-CN")
    assert turned.status == 0
    assert texts(folder / "back.tsv")[0] == PAIRS[0][::-1]


@pytest.mark.usefixtures("filled")
def test_an_export_that_cannot_be(duizhao, memory):
    assert duizhao("tm", "export", "-o", "m.db").status == 2
    (memory.parent / "m.tsv").write_bytes(memory.read_bytes())
    assert duizhao("tm", "export", "-m", "m.tsv", "-o", "m.tsv").status == 3
    assert duizhao("tm", "export", "-o", "none/out.tmx").status == 3
    assert duizhao("tm", "export").status == 2
    assert memory.read_bytes().startswith(b"SQLite")


def test_files_are_merged_and_the_best_target_stays(duizhao, folder, memory):
    write_tsv(folder / "a.tsv")
    write_tsv(folder / "b.tsv", [(PAIRS[0][0], "Another."), ("散会。", "The meeting rose.")])
    done = duizhao("tm", "merge", "a.tsv", "b.tsv", "-o", "all.tmx")
    assert done.status == 0
    assert "all.tmx: 4 pairs; left out: 1 of a source" in done.out
    assert texts(folder / "all.tmx") == [*PAIRS, ("散会。", "The meeting rose.")]
    assert not memory.exists()
    assert duizhao("tm", "merge", "a.tsv", "b.tsv", "-o", "a.tsv").status == 3
    assert duizhao("tm", "merge", "a.tsv", "none.tsv", "-o", "new.tmx").status == 3
    assert not (folder / "new.tmx").exists()


def test_a_file_is_cleared_of_twins(duizhao, folder):
    write_tsv(folder / "a.tsv", [*PAIRS, PAIRS[0], PAIRS[0]])
    done = duizhao("tm", "dedupe", "a.tsv", "-o", "b.tsv")
    assert done.out == "written: b.tsv: 3 pairs; left out: 2 repeated in what was read\n"
    assert texts(folder / "b.tsv") == PAIRS
    assert duizhao("tm", "dedupe", "a.tsv").status == 2


def test_a_file_is_cut_by_number(duizhao, folder):
    write_tsv(folder / "a.tsv")
    done = duizhao("tm", "split", "a.tsv", "-o", "parts", "--units", "2")
    assert done.out == "written into parts: 2 files, 3 pairs\n"
    names = sorted(path.name for path in (folder / "parts").iterdir())
    assert names == ["a-001.tsv", "a-002.tsv"]
    assert [len(texts(folder / "parts" / name)) for name in names] == [2, 1]


def test_a_file_is_cut_by_document(duizhao, folder):
    for number, (zh, en) in enumerate(PAIRS):
        duizhao("tm", "add", zh, en, "--document", ["A/78/1", "a/78:1", ""][number])
    duizhao("tm", "export", "-o", "all.tmx")
    assert duizhao("tm", "split", "all.tmx", "-o", "parts", "--by-document").status == 0
    assert {path.name: texts(path) for path in (folder / "parts").iterdir()} == {
        "A-78-1.tmx": PAIRS[:1],
        "a-78-1-2.tmx": PAIRS[1:2],
        "without-document.tmx": PAIRS[2:],
    }


def test_a_file_that_cannot_be_cut_leaves_no_folder(duizhao, folder):
    assert duizhao("tm", "split", "none.tmx", "-o", "parts", "--units", "2").status == 3
    (folder / "bad.tmx").write_text(BROKEN.replace("srclang", "srclang"), "utf-8")
    assert duizhao("tm", "split", "bad.tmx", "-o", "parts", "--units", "2").status == 3
    assert duizhao("tm", "split", "bad.tmx", "-o", "parts").status == 2
    assert not (folder / "parts").exists()


# --- TMX -------------------------------------------------------------------------------------


def test_defects_are_told_as_compilers_tell_them(duizhao, folder):
    (folder / "bad.tmx").write_text(BROKEN, "utf-8")
    done = duizhao("tm", "check", "bad.tmx")
    assert done.status == 1
    lines = done.out.splitlines()
    assert lines[0].startswith("bad.tmx:2: error srclang-all: ")
    assert lines[-1].startswith("bad.tmx: 3 errors, 0 warnings")
    assert any(line.startswith("1 × bare-ampersand (OmegaT") for line in lines)
    objects = [
        json.loads(line) for line in duizhao("tm", "check", "bad.tmx", "--json").out.splitlines()
    ]
    assert [one["code"] for one in objects] == ["srclang-all", "bare-ampersand", "empty-segment"]
    assert duizhao("tm", "check", "none.tmx").status == 3


def test_a_broken_tmx_is_mended(duizhao, folder):
    (folder / "bad.tmx").write_text(BROKEN, "utf-8")
    done = duizhao("tm", "fix", "bad.tmx", "-o", "good.tmx")
    assert done.status == 0
    assert "left out  1 × empty-segment" in done.out
    assert done.out.splitlines()[-1] == "written: good.tmx: 1 unit"
    assert duizhao("tm", "check", "good.tmx").status == 0
    assert texts(folder / "good.tmx") == [("会议 & 议程", "Meeting")]
    assert json.loads(duizhao("tm", "fix", "bad.tmx", "-o", "g.tmx", "--json").out)["units"] == 1
    assert duizhao("tm", "fix", "bad.tmx", "-o", "bad.tmx").status == 3
    assert duizhao("tm", "fix", "report.zh.txt", "-o", "g2.tmx").status == 3


def test_what_is_checked_is_listed_and_explained(duizhao):
    listed = duizhao("tm", "check", "--list").out.splitlines()
    codes = [line.split()[0] for line in listed[1:]]
    assert len(codes) > 20
    for code in codes:
        assert duizhao("tm", "check", "--explain", code).status == 0
    assert duizhao("tm", "check", "--explain", "nonsense").status == 2
    assert duizhao("tm", "check").status == 2


# --- help ------------------------------------------------------------------------------------

COMMANDS = [
    "import",
    "add",
    "list",
    "stats",
    "export",
    "remove",
    "dedupe",
    "merge",
    "split",
    "check",
    "fix",
]


def test_help_names_every_command(duizhao):
    out = duizhao("tm", "--help").out
    assert [line.split()[0] for line in out.partition("Commands:\n")[2].splitlines()] == COMMANDS


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_the_screen_and_its_examples_are_understood(duizhao, monkeypatch, command):
    monkeypatch.setenv("COLUMNS", "80")
    out = duizhao("tm", *command.split(), "--help").out
    assert max(map(len, out.splitlines())) <= 80
    assert "\\b" not in out
    examples = [
        line.rpartition("  duizhao ")[2] for line in out.splitlines() if "  duizhao " in line
    ]
    assert examples
    for example in examples:
        done = duizhao(*shlex.split(example))
        assert done.status != 2, (example, done.err)
    assert not command or "Exit status: 0 " in out


def test_a_text_that_is_no_utf_8_is_refused(duizhao, folder):
    done = duizhao("tm", "add", "好\udcff", "good", "--langs", "zh-CN,en-US")
    assert done.status == 3
    assert "not UTF-8" in done.err


def test_numbers_beyond_reason_are_wrong_usage(duizhao, folder):
    write_tsv(folder / "a.tsv")
    duizhao("tm", "import", "a.tsv")
    for command in (
        ("tm", "list", "--limit"),
        ("concordance", "会议", "--limit"),
        ("tm", "split", "a.tsv", "-o", "b", "--units"),
    ):
        assert duizhao(*command, "99999999999999999999").status == 2
