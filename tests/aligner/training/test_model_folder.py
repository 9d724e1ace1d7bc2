"""A model's folder appears whole or stays as it was."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from aligner.static import StaticEncoder
from aligner.training.model import write_model
from aligner.training.vocabulary import empty_tokenizer, full_tokenizer
from corpora.errors import FormatError

TOKENS = ["[UNK]", "法", "##法", "律", "##律", "law"]


@pytest.fixture
def tokenizer():
    return full_tokenizer(empty_tokenizer("法律"), TOKENS)


def rows(factor=1.0):
    made = np.random.default_rng(1).normal(0, factor, (len(TOKENS), 8)).astype(np.float32)
    made[0] = 0
    made[2] = made[1]
    return made


def test_rows_come_back_within_the_rounding(tmp_path, tokenizer):
    write_model(tmp_path / "model", tokenizer, rows(), "card")
    back = StaticEncoder(tmp_path / "model").rows(np.arange(len(TOKENS)))
    assert np.abs(back - rows()).max() <= np.abs(rows()).max() / 127 / 2 + 1e-6
    assert np.array_equal(back[1], back[2])
    assert (tmp_path / "model" / "README.md").read_text() == "card"


def test_a_model_takes_the_place_of_another(tmp_path, tokenizer):
    write_model(tmp_path / "model", tokenizer, rows(), "one")
    write_model(tmp_path / "model", tokenizer, rows(2), "two")
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert (tmp_path / "model" / "README.md").read_text() == "two"


def test_an_error_leaves_the_model_that_was_there(tmp_path, tokenizer):
    write_model(tmp_path / "model", tokenizer, rows(), "one")
    before = {path.name: path.read_bytes() for path in (tmp_path / "model").iterdir()}
    with pytest.raises(UnicodeEncodeError):
        write_model(tmp_path / "model", tokenizer, rows(2), "\ud800")
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "model").iterdir()}


def test_when_the_last_step_fails_the_model_that_was_there_comes_back(tmp_path, tokenizer, monkeypatch):
    write_model(tmp_path / "model", tokenizer, rows(), "one")
    rename = Path.rename

    def failing(self, target):
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(FormatError, match="No space left"):
        write_model(tmp_path / "model", tokenizer, rows(2), "two")
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert (tmp_path / "model" / "README.md").read_text() == "one"


def test_a_readme_alone_is_no_model(tmp_path, tokenizer):
    (tmp_path / "README.md").write_text("my project")
    with pytest.raises(FormatError, match="something else than a model"):
        write_model(tmp_path, tokenizer, rows(), "card")
    assert (tmp_path / "README.md").read_text() == "my project"


def test_what_is_no_model_is_never_replaced(tmp_path, tokenizer):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(FormatError, match="something else than a model"):
        write_model(tmp_path, tokenizer, rows(), "card")
    with pytest.raises(FormatError, match="is a file"):
        write_model(tmp_path / "thesis.txt", tokenizer, rows(), "card")
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_a_place_that_cannot_be_written_is_named(tmp_path, tokenizer):
    (tmp_path / "file").write_text("")
    with pytest.raises(FormatError, match="choose another folder"):
        write_model(tmp_path / "file" / "model", tokenizer, rows(), "card")
