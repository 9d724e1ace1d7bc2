"""Adaptation: nothing leaks, nothing is lost at the start, something is learnt, worse is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from training_pairs import regular_pairs, write_memory, write_tsv

from aligner.encoder import load_encoder
from aligner.static import MODEL_FOLDER, StaticEncoder
from aligner.training.adapt import FEWEST, RUN, Adaptation, adapt, split
from aligner.training.figures import figures_of
from aligner.training.job import adapt_files
from aligner.training.model import write_model
from corpora.errors import FormatError, MissingModelError

SETTINGS = Adaptation(least=1, steps=45)
# Words that no text has, so that the bundled encoder cannot know them.
RENAMED = [
    (zh.replace("法院", "枭鑫"), en.replace("court", "zorvath").replace("budget", "quillom"))
    for zh, en in regular_pairs()
]


def silent(_line):
    """Take a report."""


@pytest.fixture(scope="module")
def base():
    return load_encoder()


class TestSplit:
    def test_no_text_is_on_both_sides(self):
        pairs = [*regular_pairs(), ("缔约国审议了预算。", "Another translation.")]
        settings = replace(SETTINGS, seed=3)  # holds out the other translation
        learnt, kept = split(pairs, settings)
        assert len(kept) == RUN
        assert len(learnt) + len(kept) == len(pairs) - 1
        texts = [{text for pair in side for text in pair} for side in (learnt, kept)]
        assert texts[0].isdisjoint(texts[1])
        assert set(learnt) | set(kept) <= set(pairs)

    def test_what_is_held_out_are_neighbours_in_their_order(self):
        pairs = regular_pairs()
        kept = split(pairs, SETTINGS)[1]
        start = pairs.index(kept[0])
        assert kept == pairs[start : start + RUN]

    def test_the_seed_chooses(self):
        pairs = regular_pairs()
        chosen = {split(pairs, replace(SETTINGS, seed=seed))[1][0] for seed in range(8)}
        assert len(chosen) > 1
        assert split(pairs, SETTINGS) == split(pairs, SETTINGS)

    def test_a_run_that_is_short_is_never_all_there_is(self):
        pairs = regular_pairs()[: RUN * 6 + 1]
        chosen = [split(pairs, replace(SETTINGS, seed=seed))[1] for seed in range(20)]
        assert {len(kept) for kept in chosen} == {RUN}

    def test_a_memory_that_repeats_one_text_is_refused(self):
        pairs = [(zh, "The same.") for zh, _ in regular_pairs()]
        with pytest.raises(FormatError, match="more different texts"):
            split(pairs, SETTINGS)

    def test_too_few_pairs_are_refused_with_their_number(self):
        repeated = regular_pairs()[: FEWEST - 1] * 2
        with pytest.raises(FormatError, match=f"^{FEWEST - 1} different pairs.*add more"):
            split(repeated, SETTINGS)


def saved(folder, made):
    write_model(folder, *made, "")
    return StaticEncoder(folder)


class TestAdapt:
    def test_before_it_learns_it_gives_the_vectors_of_its_base(self, base, tmp_path):
        still = replace(SETTINGS, steps=1, rate=1e-9)
        made = saved(tmp_path / "model", adapt(base, RENAMED, still, silent))
        assert made.tokens > base.tokens
        texts = [text for pair in RENAMED[::7] for text in pair] + ["法院", "Zorvath"]
        np.testing.assert_allclose(made.encode(texts), base.encode(texts), atol=0.02)  # 8 bits

    def test_words_it_never_met_find_their_translation(self, base, tmp_path):
        made = saved(tmp_path / "model", adapt(base, RENAMED, SETTINGS, silent))
        rivals = ["the zorvath", "the committee", "the panel of experts"]
        before, after = (
            (encoder.encode(["枭鑫"]) @ encoder.encode(rivals).T)[0] for encoder in (base, made)
        )
        assert after.argmax() == 0
        assert after[0] - after[1:].max() > before[0] - before[1:].max() + 0.1

    def test_the_same_pairs_give_the_same_rows(self, base):
        settings = replace(SETTINGS, steps=1)
        one, other = (adapt(base, RENAMED, settings, silent)[1] for _ in range(2))
        assert np.array_equal(one, other)

    def test_a_model_of_another_make_is_refused(self, static_folder):
        with pytest.raises(MissingModelError, match="start from 'default'"):
            adapt(StaticEncoder(static_folder), RENAMED, SETTINGS, silent)


class TestJob:
    def adapted(self, folder, paths, **changes):
        given = {"base": "default", "settings": SETTINGS, "force": False, "report": silent}
        return adapt_files(paths, folder, **{**given, **changes})

    def test_memories_in_a_model_with_its_card_out(self, tmp_path):
        half = len(RENAMED) // 2
        paths = [
            write_memory(tmp_path / "memory.tmx", RENAMED[:half]),
            write_tsv(tmp_path / "older.tsv", RENAMED[half:]),
        ]
        outcome = self.adapted(tmp_path / "model", paths)
        assert outcome.is_saved
        assert outcome.after.mean >= outcome.before.mean
        card = (tmp_path / "model" / "README.md").read_text("utf-8")
        assert "| memory | 192 |" in card
        assert f"{outcome.after.forth:.4f}" in card
        again = self.adapted(tmp_path / "more", paths, base=str(tmp_path / "model"))
        assert again.before == figures_of(
            load_encoder(tmp_path / "model"), split(RENAMED, SETTINGS)[1], seed=SETTINGS.seed
        )

    def test_the_card_goes_on_naming_what_was_learnt_before(self, tmp_path):
        path = write_memory(tmp_path / "memory.tmx", RENAMED)
        other = write_tsv(tmp_path / "older.tsv", RENAMED)
        short = replace(SETTINGS, steps=1)
        self.adapted(tmp_path / "model", [path], settings=short, force=True)
        base = str(tmp_path / "model")
        self.adapted(tmp_path / "model", [other], base=base, settings=short, force=True)
        card = (tmp_path / "model" / "README.md").read_text("utf-8")
        assert "| memory | 384 |\n| older | 384 |" in card

    @pytest.mark.parametrize("place", ["inside", "bundled", "here"])
    def test_a_place_where_a_model_would_do_harm_is_refused(self, tmp_path, place, monkeypatch):
        path = write_memory(tmp_path / "memory.tmx", RENAMED)
        whole = tmp_path / "model"
        self.adapted(whole, [path], settings=replace(SETTINGS, steps=1), force=True)
        monkeypatch.chdir(whole)
        folder = {"inside": whole / "more", "bundled": MODEL_FOLDER, "here": Path()}[place]
        with pytest.raises(FormatError, match=r"name (another one|it from outside|a folder)"):
            self.adapted(folder, [path])

    def test_a_model_that_got_worse_is_not_saved_unless_forced(self, tmp_path):
        learnt, kept = split(RENAMED, SETTINGS)
        wrong = [en for _, en in learnt[37:] + learnt[:37]]
        misled = {zh: en for (zh, _), en in zip(learnt, wrong, strict=True)} | dict(kept)
        path = write_memory(tmp_path / "memory.tmx", [(zh, misled.get(zh, en)) for zh, en in RENAMED])
        outcome = self.adapted(tmp_path / "model", [path])
        assert outcome.after.mean < outcome.before.mean
        assert not outcome.is_saved
        assert not (tmp_path / "model").exists()
        assert self.adapted(tmp_path / "model", [path], force=True).is_saved
        assert load_encoder(tmp_path / "model").encode(["法院"]).any()

    def test_a_transformer_cannot_be_adapted(self, tmp_path, bert_folder):
        path = write_memory(tmp_path / "memory.tmx", RENAMED)
        with pytest.raises(MissingModelError, match="not a static model"):
            self.adapted(tmp_path / "model", [path], base=str(bert_folder))
