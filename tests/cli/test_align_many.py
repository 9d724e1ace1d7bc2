"""``duizhao align`` on many pairs: two folders, one folder, a manifest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tm import read_tmx

OTHER_ZH = "1. 理事会在日内瓦举行了第十届会议，共有40名代表出席。\n\n2. 理事会通过了2024年预算。\n"
OTHER_EN = (
    "1. The Council held its tenth session in Geneva, with 40 representatives attending.\n\n"
    "2. The Council adopted the budget for 2024.\n"
)


@pytest.fixture
def folders(folder):
    """Two folders of two pairs, named in two ways."""
    for name, text in {
        "zh/council.zh-CN.txt": OTHER_ZH,
        "en/council_en.txt": OTHER_EN,
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    shutil.copy(folder / "report.zh.txt", folder / "zh/rivers.txt")
    shutil.copy(folder / "report.en.txt", folder / "en/rivers.txt")
    return folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def texts(path):
    return {unit.variants[0].text for unit in read_tmx(path)}


def test_two_folders_into_a_third(duizhao, folders):
    done = duizhao("align", "zh", "en", "-o", "out", "--format", "tmx", "--format", "html")
    assert done.status == 0
    assert not done.err
    assert names(folders / "out") == ["council.html", "council.tmx", "rivers.html", "rivers.tmx"]
    assert "理事会通过了2024年预算。" in texts(folders / "out/council.tmx")
    assert done.out.splitlines()[-2:] == ["2 of 2 pairs aligned", "written into out"]


def test_a_memory_of_all_pairs(duizhao, folders):
    done = duizhao("align", "en", "zh", "-o", "all.tmx", "-o", "out")
    assert done.status == 0
    assert texts(folders / "all.tmx") == texts(folders / "out/council.tmx") | texts(
        folders / "out/rivers.tmx"
    )
    assert "The Council adopted the budget for 2024." in texts(folders / "all.tmx")


def test_summaries_alone(duizhao, folders):
    done = duizhao("align", "zh", "en")
    assert done.status == 0
    assert done.out.count(" beads, ") == 2
    assert "Nothing was written" in done.out
    assert names(folders) == ["en", "report.en.txt", "report.zh.txt", "zh"]


def test_verbose_prints_each_summary(duizhao, folders):
    out = duizhao("align", "zh", "en", "-o", "out", "-v").out
    assert "rivers.txt × rivers.txt" in out
    assert "讲义可在图书馆借阅。" in out


def test_quiet_prints_nothing(duizhao, folders):
    assert duizhao("align", "zh", "en", "-o", "out", "-q") == (0, "", "")


def test_a_file_without_a_partner_is_named(duizhao, folders):
    (folders / "en/alone.txt").write_text(OTHER_EN)
    (folders / "en/.hidden.txt").write_text(OTHER_EN)
    done = duizhao("align", "zh", "en", "-o", "out")
    assert done.status == 0
    assert done.err == "duizhao: without a partner: en/alone.txt\n"


@pytest.mark.parametrize(("options", "first"), [((), "zh-CN"), (("--src-lang", "en"), "en-US")])
def test_one_folder_of_both_versions(duizhao, folder, options, first):
    assert duizhao("align", ".", "-o", "out", *options).status == 0
    assert names(folder / "out") == ["report.tmx"]
    assert {unit.variants[0].lang for unit in read_tmx(folder / "out/report.tmx")} == {first}


def test_lines_with_a_mark_in_place_of_a_suffix(duizhao, folder):
    (folder / "l").mkdir()
    (folder / "l/001.zh").write_text("会议开幕。\n会议闭幕。\n", "utf-8")
    (folder / "l/001.en").write_text("The meeting opened.\nThe meeting closed.\n")
    assert duizhao("align", "--lines", "l", "-o", "out", "--format", "jsonl").status == 0
    assert names(folder / "out") == ["001.jsonl"]


def test_the_others_go_on_when_one_pair_fails(duizhao, folders):
    (folders / "zh/council.zh-CN.txt").write_text("")
    done = duizhao("align", "zh", "en", "-o", "out", "-o", "all.tmx")
    assert done.status == 3
    assert names(folders / "out") == ["rivers.tmx"]
    assert texts(folders / "all.tmx") == texts(folders / "out/rivers.tmx")
    first, last = done.err.splitlines()
    assert first.startswith("duizhao: zh/council.zh-CN.txt: an empty file")
    assert last == "duizhao: 1 of 2 pairs could not be aligned"
    assert "1 of 2 pairs aligned" in done.out


def test_a_manifest(duizhao, folders):
    (folders / "lists").mkdir()
    (folders / "lists/pairs.tsv").write_text(
        "\ufeff# the rivers first\n../zh/rivers.txt\t../en/rivers.txt\tr.html\n\n"
        "../en/council_en.txt\t../zh/council.zh-CN.txt\tc.tsv\n",
        "utf-8",
    )
    done = duizhao("align", "--manifest", "lists/pairs.tsv", "-o", "all.tmx")
    assert done.status == 0
    assert names(folders / "lists") == ["c.tsv", "pairs.tsv", "r.html"]
    assert len(texts(folders / "all.tmx")) > 4


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("# nothing\n", "pairs.tsv: the manifest names no pair"),
        ("zh/rivers.txt\n", "pairs.tsv:1: a line needs two or three columns"),
        ("zh/rivers.txt\ten/rivers.txt\tr.doc\n", "r.doc: its suffix names no format"),
        ("zh/rivers.txt\ten/rivers.txt\tpairs.tsv\n", "the output is one of the inputs"),
        ("zh/rivers.txt\ten/rivers.txt\tr.tmx\n" * 2, "r.tmx: would be written twice"),
    ],
)
def test_a_manifest_that_makes_no_sense(duizhao, folders, text, problem):
    (folders / "pairs.tsv").write_text(text)
    done = duizhao("align", "--manifest", "pairs.tsv")
    assert done.status == 3
    assert problem in done.err
    assert done.err.count("\n") == 1
    assert (folders / "pairs.tsv").read_text() == text
    assert not (folders / "r.tmx").exists()


def test_the_missing_folders_of_a_manifest_are_made_where_something_comes_of_them(duizhao, folders):
    (folders / "zh/council.zh-CN.txt").write_text("")
    (folders / "pairs.tsv").write_text(
        "zh/council.zh-CN.txt\ten/council_en.txt\tnone/c.tmx\n"
        "zh/rivers.txt\ten/rivers.txt\tnew/deep/r.tmx\n"
    )
    done = duizhao("align", "--manifest", "pairs.tsv")
    assert done.status == 3
    assert names(folders / "new/deep") == ["r.tmx"]
    assert not (folders / "none").exists()
    assert done.out.splitlines()[-2:] == ["1 of 2 pairs aligned", "written into new/deep"]


def test_no_folder_stays_where_everything_fails(duizhao, folders):
    for path in (folders / "zh").iterdir():
        path.write_text("")
    done = duizhao("align", "zh", "en", "-o", "out/deep")
    assert done.status == 3
    assert not (folders / "out").exists()
    assert done.out == "0 of 2 pairs aligned\n"


def test_a_pair_that_cannot_be_read_does_not_stop_the_others(duizhao, folders, monkeypatch):
    read = Path.read_bytes

    def refuse(path):
        if path.name.startswith("council"):
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    done = duizhao("align", "zh", "en", "-o", "out")
    assert done.status == 3
    assert "zh/council.zh-CN.txt: cannot be read (Permission denied)" in done.err
    assert names(folders / "out") == ["rivers.tmx"]


def test_a_folder_that_cannot_be_read(duizhao, folders, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    done = duizhao("align", "zh", "en", "-o", "out")
    assert done.status == 3
    assert done.err.startswith("duizhao: zh: the folder cannot be read (Permission denied); ")


@pytest.mark.parametrize("args", [("zh", "nix"), ("nix", "en"), ("nix",)])
def test_a_folder_that_is_not_there(duizhao, folders, args):
    done = duizhao("align", *args, "-o", "out")
    assert (done.status, done.err) == (3, "duizhao: nix: no such file or folder; check the name\n")


@pytest.mark.parametrize(
    ("zh", "en", "name"),
    [
        ("A-77-100-C.txt", "A-77-100-E.txt", "A-77-100"),
        ("r_C.txt", "r_E.txt", "r"),
        ("r_CH.txt", "r_EN.txt", "r"),
        ("r(zh).txt", "r (en).txt", "r"),
        ("r.zh-CN.txt", "r-English.txt", "r"),
    ],
)
def test_marks_of_the_language_in_a_name(duizhao, folder, zh, en, name):
    (folder / "l").mkdir()
    shutil.copy(folder / "report.zh.txt", folder / "l" / zh)
    shutil.copy(folder / "report.en.txt", folder / "l" / en)
    assert duizhao("align", "l", "-o", "out").status == 0
    assert names(folder / "out") == [f"{name}.tmx"]


def test_names_that_are_alike_as_they_stand_have_no_mark(duizhao, folder):
    for lang in ("zh", "en"):
        (folder / lang).mkdir()
        for letter in "CDE":
            shutil.copy(folder / f"report.{lang}.txt", folder / lang / f"Annex-{letter}.txt")
    assert duizhao("align", "zh", "en", "-o", "out").status == 0
    assert names(folder / "out") == ["Annex-C.tmx", "Annex-D.tmx", "Annex-E.tmx"]


def test_a_manifest_that_is_not_there(duizhao):
    done = duizhao("align", "--manifest", "nix.tsv")
    assert done.status == 3
    assert "nix.tsv: cannot be read" in done.err


def test_folders_without_namesakes(duizhao, folders):
    (folders / "empty").mkdir()
    done = duizhao("align", "zh", "empty", "-o", "out")
    assert done.status == 3
    assert "no file has a namesake in empty" in done.err


def test_two_files_of_one_name(duizhao, folders):
    (folders / "zh/rivers.docx").write_bytes(b"")
    done = duizhao("align", "zh", "en", "-o", "out")
    assert done.status == 3
    assert "has the same name as rivers.docx" in done.err


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        (("zh", "report.en.txt"), "give the folder of the other versions"),
        (("report.zh.txt", "en"), "give the other version's file"),
        (("zh", "en", "-o", "all.tsv"), "give a folder and --format"),
        (("zh", "en", "-o", "out", "--format", "xlsx"), "'xlsx' is not one of tmx"),
        (("zh", "en", "-o", "all.tmx", "--format", "tsv"), "--format"),
    ],
)
def test_wrong_usage(duizhao, folders, args, problem):
    done = duizhao("align", *args)
    assert done.status == 2
    assert problem in done.err


def test_an_output_folder_that_is_a_file(duizhao, folders):
    (folders / "out").write_text("old")
    done = duizhao("align", "zh", "en", "-o", "out")
    assert done.status == 3
    assert "the folder cannot be made" in done.err
