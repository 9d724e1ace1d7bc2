"""``duizhao tm`` on files: what is kept when one breaks, and what is never written."""

from __future__ import annotations

import pytest
from test_tm_command import BROKEN, PAIRS, texts, write_tsv

from corpora.types import TranslationUnit, Variant
from tm import read_tmx, write_tmx


@pytest.fixture(autouse=True)
def memory(folder, monkeypatch):
    """Name a memory of this test's own, which is not there yet."""
    monkeypatch.setenv("DUIZHAO_MEMORY", "m.db")
    return folder / "m.db"


def write_numbered(path, count):
    units = (
        TranslationUnit((Variant("zh-CN", f"第{n}段。"), Variant("en-US", f"Paragraph {n}.")))
        for n in range(count)
    )
    write_tmx(path, units, srclang="zh-CN")


# --- import ----------------------------------------------------------------------------------


def test_what_stands_before_a_fault_is_kept_and_counted(duizhao, folder):
    write_numbered(folder / "a.tmx", 1200)
    text = (folder / "a.tmx").read_text("utf-8")
    (folder / "a.tmx").write_text(text[: text.index("第1100段")], "utf-8")
    done = duizhao("tm", "import", "a.tmx")
    assert (done.status, done.out) == (3, "m.db: 1,100 units\n")
    assert done.err.endswith("-o mended.tmx; before it 1,100 units are kept\n")
    (folder / "b.tmx").write_text(text[: text.index("第1段")], "utf-8")
    assert duizhao("tm", "import", "b.tmx").err.endswith("; before it 1 unit is kept\n")


def test_an_interrupted_import_says_how_far_it_came_and_goes_on(duizhao, folder, monkeypatch):
    def interrupted(path, **options):
        for number, unit in enumerate(read_tmx(path, **options)):
            if number == 7:
                raise KeyboardInterrupt
            yield unit

    write_numbered(folder / "a.tmx", 10)
    with monkeypatch.context() as patch:
        patch.setattr("tm.memory.read_units", interrupted)
        done = duizhao("tm", "import", "a.tmx")
    assert done.status == 130
    assert "duizhao: a.tmx: 7 units are kept; import it again to go on from there\n" in done.err
    assert duizhao("tm", "import", "a.tmx").out.startswith("a.tmx: 3 new, 0 there already\n")


@pytest.mark.parametrize("declaration", ['<?xml version="1.0" encoding="UTF-8"?>\n', ""])
def test_a_tmx_in_gb18030_that_does_not_say_so(duizhao, folder, declaration):
    write_numbered(folder / "a.tmx", 3)
    body = (folder / "a.tmx").read_text("utf-8").partition("<tmx")[2]
    (folder / "gb.tmx").write_bytes(f"{declaration}<tmx{body}".encode("gb18030"))
    mend = "mend it with: duizhao tm fix gb.tmx -o mended.tmx --encoding gb18030\n"
    for command in ("import", "check"):
        done = duizhao("tm", command, "gb.tmx")
        assert mend in done.out + done.err
    (folder / "big5.tmx").write_bytes(f"{declaration}<tmx{body}".replace("第", "會議").encode("big5"))
    assert "--encoding NAME" in duizhao("tm", "import", "big5.tmx").err
    assert "--encoding gb18030" in duizhao("tm", "fix", "gb.tmx", "-o", "mended.tmx").err
    done = duizhao("tm", "fix", "gb.tmx", "-o", "mended.tmx", "--encoding", "gb18030")
    assert done.out.splitlines()[-1] == "written: mended.tmx: 3 units"


def test_texts_without_a_translation_are_counted_as_left_out(duizhao, folder):
    write_tsv(folder / "a.tsv", [*PAIRS, ("散会。", ""), ("导言", " ")])
    assert duizhao("tm", "import", "a.tsv").out.splitlines()[:2] == [
        "a.tsv: 3 new, 0 there already, 2 left out",
        "  2 × a text without a translation, the first at line 4",
    ]


def test_every_kind_of_file_is_named_in_the_help(duizhao):
    from tm.formats import READERS

    words = duizhao("tm", "import", "--help").out.replace(",", " ").split()
    assert set(READERS) - set(words) == {".gz", ".zip"}  # which hold a .tmx


# --- outputs ---------------------------------------------------------------------------------


def test_where_there_is_nothing_to_write_the_old_file_stays(duizhao, folder):
    write_tsv(folder / "a.tsv")
    duizhao("tm", "import", "a.tsv")
    (folder / "old.tmx").write_text("kept")
    (folder / "empty.tmx").write_text(BROKEN[: BROKEN.index("<tu>")].replace("*all*", "zh-CN") + "</body></tmx>")
    for command in (
        ("export", "--where", "paragraph=9"),
        ("export", "--lang-tags", "fr,de"),
        ("merge", "empty.tmx", "empty.tmx"),
        ("merge", "a.tsv", "--lang-tags", "fr,de"),
        ("dedupe", "empty.tmx"),
        ("fix", "empty.tmx"),
    ):
        done = duizhao("tm", *command, "-o", "old.tmx")
        assert (done.status, done.out) == (3, ""), command
        assert done.err.count("\n") == 1
        assert " no unit" in done.err
        assert (folder / "old.tmx").read_text() == "kept"
    for command in (("empty.tmx", "--units", "2"), ("a.tsv", "--by-document", "--lang-tags", "fr,de")):
        done = duizhao("tm", "split", *command, "-o", "parts")
        assert (done.status, done.err.count("\n")) == (3, 1)
        assert not (folder / "parts").exists()


def test_an_output_whose_name_says_no_format_is_wrong_usage(duizhao, folder):
    write_tsv(folder / "a.tsv")
    duizhao("tm", "import", "a.tsv")
    duizhao("tm", "export", "-o", "a.tmx")
    for name in ("out.docx", "out", "out.tmx.gz", "out.xml"):
        for command in ("export", "merge a.tsv", "dedupe a.tsv", "fix a.tmx"):
            done = duizhao("tm", *command.split(), "-o", name)
            assert done.status == 2, (command, name)
            assert "end it in one of " in done.err
            assert not (folder / name).exists()
    (folder / "in.odt").write_bytes(b"x")
    for command in ("import in.odt", "merge in.odt -o b.tmx", "split in.odt -o p --units 2", "fix in.odt -o b.tmx"):
        assert duizhao("tm", *command.split()).status == 3, command


def test_what_fix_is_told_must_mean_something(duizhao, folder):
    (folder / "bad.tmx").write_text(BROKEN, "utf-8")
    done = duizhao("tm", "fix", "bad.tmx", "-o", "b.tmx", "--encoding", "nope")
    assert (done.status, "such as gb18030, big5" in done.err) == (2, True)
    assert duizhao("tm", "check", "bad.tmx", "--encoding", "rot13").status == 2
    done = duizhao("tm", "fix", "bad.tmx", "-o", "b.tmx", "--srclang", "!!")
    assert (done.status, "--srclang" in done.err) == (2, True)
    assert not (folder / "b.tmx").exists()


# --- split -----------------------------------------------------------------------------------


def test_a_folder_never_holds_parts_of_two_runs(duizhao, folder):
    write_tsv(folder / "a.tsv")
    write_tsv(folder / "b.tsv", PAIRS[:2])
    split = ("tm", "split", "a.tsv", "-o", "parts")
    assert duizhao(*split, "--units", "1").status == 0
    before = {path: path.read_bytes() for path in (folder / "parts").iterdir()}
    done = duizhao(*split, "--units", "2")
    assert done.status == 3
    assert done.err == (
        "duizhao: parts: a-003.tsv is there, which could be taken for a part of this run; "
        "choose another folder, or move it away\n"
    )
    assert {path: path.read_bytes() for path in (folder / "parts").iterdir()} == before
    assert duizhao(*split, "--units", "1").status == 0  # each is replaced
    assert duizhao("tm", "split", "b.tsv", "-o", "parts", "--units", "1").status == 0
    (folder / "parts/a-003.tsv").unlink()
    assert duizhao(*split, "--units", "2").status == 0
    assert duizhao(*split, "--by-document").status == 3


def test_parts_by_document_with_one_of_another_language(duizhao, folder):
    for zh, en, langs, document in [(*PAIRS[0], "zh-CN,en-US", "A"), ("un", "eins", "fr,de", "B")]:
        duizhao("tm", "add", zh, en, "--langs", langs, "--document", document)
    duizhao("tm", "export", "-o", "a.tmx", "--where", "document=A")
    duizhao("tm", "export", "-o", "b.tmx", "--where", "document=B")
    body = (folder / "b.tmx").read_text("utf-8").partition("<tu")[2].partition("</body>")[0]
    text = (folder / "a.tmx").read_text("utf-8").replace("</body>", f"<tu{body}</body>")
    (folder / "all.tmx").write_text(text, "utf-8")
    done = duizhao("tm", "split", "all.tmx", "-o", "parts", "--by-document")
    assert "parts/B.tmx: 0 pairs; left out: 1 without both languages\n" in done.out
    assert done.out.endswith("written into parts: 1 file, 1 pair\n")
    assert {path.name: texts(path) for path in (folder / "parts").iterdir()} == {"A.tmx": PAIRS[:1]}


def test_how_to_split_is_asked_for(duizhao, folder):
    write_tsv(folder / "a.tsv")
    for options in ((), ("--units", "2", "--by-document")):
        done = duizhao("tm", "split", "a.tsv", "-o", "parts", *options)
        assert (done.status, "--units N, --by-document: " in done.err) == (2, True)
