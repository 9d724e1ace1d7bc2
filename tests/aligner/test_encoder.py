"""Which encoder a name means, and which names are refused."""

from __future__ import annotations

import numpy as np
import pytest

from aligner.encoder import EXCERPT, load_encoder, unit_rows
from aligner.static import StaticEncoder
from aligner.transformer import SentenceTransformerEncoder
from corpora.errors import AlignmentError, MissingModelError

OTHERS = {"device": "no such device", "batch": 1}  # options that a static model has no use for


@pytest.mark.parametrize("name", ["default", "folder"])
def test_a_static_model_is_run_as_one_whatever_else_is_asked(name, static_folder, tmp_path):
    chosen = static_folder if name == "folder" else name
    encoder = load_encoder(chosen, cache=tmp_path / "cache", **OTHERS)
    assert isinstance(encoder, StaticEncoder)
    assert encoder.name == ("five" if name == "folder" else "default")
    assert not list(tmp_path.iterdir())


def test_any_other_model_is_run_by_sentence_transformers(bert_folder):
    encoder = load_encoder(str(bert_folder))
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert encoder.name == str(bert_folder)


@pytest.mark.parametrize("name", ["no such model", "duizhao-test/no-such-model"])
def test_an_unknown_name_says_what_to_do(name, monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(MissingModelError, match="bundled encoder 'default'"):
        load_encoder(name)


@pytest.mark.parametrize("name", ["./no-such-folder", "/no/such/folder"])
def test_a_folder_that_is_not_there_is_not_looked_for_elsewhere(name):
    with pytest.raises(MissingModelError, match="no such folder"):
        load_encoder(name)


def test_a_folder_without_model(tmp_path):
    with pytest.raises(MissingModelError, match="complete sentence-transformers model"):
        load_encoder(tmp_path)


@pytest.mark.parametrize("modules", ["{", "[]", "[1]", '[{"type": 1}]'])
def test_modules_that_are_none(tmp_path, modules):
    (tmp_path / "modules.json").write_text(modules)
    with pytest.raises(MissingModelError, match="no list of modules"):
        load_encoder(tmp_path)


@pytest.mark.parametrize("figure", [np.nan, np.inf])
def test_a_row_that_is_not_finite_names_its_text(figure):
    with pytest.raises(AlignmentError, match=f"'x{{{EXCERPT}}}'"):
        unit_rows(np.array([[1, 0], [figure, 1]], np.float32), ["law", "x" * 1000])
