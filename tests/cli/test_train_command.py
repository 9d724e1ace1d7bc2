"""``duizhao train``: from memories to a model that ``align`` uses."""

from __future__ import annotations

from training_pairs import regular_pairs, write_memory, write_tsv

from aligner.training.adapt import Adaptation, split


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


def test_what_got_worse_ends_with_1_and_is_saved_only_by_force(duizhao, folder):
    pairs = regular_pairs()
    learnt, kept = split(pairs, Adaptation())
    wrong = [en for _, en in learnt[37:] + learnt[:37]]
    misled = {zh: en for (zh, _), en in zip(learnt, wrong, strict=True)} | dict(kept)
    write_tsv(folder / "m.tsv", [(zh, misled.get(zh, en)) for zh, en in pairs])
    done = duizhao("train", "m.tsv", "-o", "mine", "--steps", "60")
    assert done.status == 1
    assert "not saved, the model got worse" in done.err
    assert not (folder / "mine").exists()
    forced = duizhao("train", "m.tsv", "-o", "mine", "--steps", "60", "--force", "-q")
    assert forced.status == 0
    assert "worse than before, saved because of --force" in forced.err
    assert (folder / "mine" / "modules.json").is_file()


def test_pairs_that_are_out_of_step_are_told(duizhao, folder):
    pairs = regular_pairs()
    write_tsv(folder / "m.tsv", [(zh, pairs[k * 101 % 384][1]) for k, (zh, _) in enumerate(pairs)])
    done = duizhao("train", "m.tsv", "-o", "mine", "--steps", "1", "-q", "--force")
    assert "are the pairs out of step?" in done.err
