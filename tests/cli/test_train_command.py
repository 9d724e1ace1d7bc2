"""``duizhao train``: from memories to a model that ``align`` uses."""

from __future__ import annotations

from training_pairs import regular_pairs, write_memory, write_tsv


def test_a_memory_becomes_an_encoder_that_align_uses(duizhao, folder):
    write_memory(folder / "m.tmx", regular_pairs())
    done = duizhao("train", "m.tmx", "-o", "mine", "--steps", "9")
    assert done.status == 0, done.err
    assert "Measured on 50 pairs held out" in done.out
    rows = [line.split() for line in done.out.splitlines() if "English → Chinese" in line]
    assert all(0 <= float(figure) <= 1 for figure in rows[0][-2:])
    assert "written: mine" in done.out
    aligned = duizhao("align", "report.zh.txt", "report.en.txt", "--encoder", "mine", "-o", "r.tmx")
    assert aligned.status == 0
    assert (folder / "r.tmx").is_file()


def test_quiet_prints_nothing(duizhao, folder):
    write_tsv(folder / "m.tsv", regular_pairs())
    done = duizhao("train", "m.tsv", "-o", "mine", "--steps", "9", "-q", "--force")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_bad_input_is_one_sentence_and_leaves_nothing(duizhao, folder):
    write_tsv(folder / "few.tsv", regular_pairs()[:20])
    (folder / "notes.txt").write_text("no pairs")
    for arguments, told in (
        (["none.tmx"], "none.tmx: no such file"),
        (["notes.txt"], "neither TSV nor TMX"),
        (["few.tsv"], "20 different pairs; at least 300"),
        (["few.tsv", "--base", "./nowhere"], "nowhere: no such folder"),
    ):
        done = duizhao("train", *arguments, "-o", "mine")
        assert done.status == 3
        assert told in done.err
        assert done.err.count("\n") == 1
        assert not (folder / "mine").exists()
    write_tsv(folder / "m.tsv", regular_pairs())
    done = duizhao("train", "m.tsv", "-o", ".")
    assert done.status == 3
    assert "something else than a model" in done.err
    assert duizhao("train", "m.tsv").status == 2
    assert duizhao("train", "-o", "mine").status == 2
