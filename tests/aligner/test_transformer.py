"""Sentence-transformers models: long texts, batches, devices, and where models are found."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.encoder import SLICE, load_encoder
from aligner.transformer import SentenceTransformerEncoder, fitting_parts
from corpora.errors import AlignmentError, MissingModelError

ROOT = Path(__file__).parents[2]
PADDED = 1e-5  # what the other texts of a batch may change in a figure of a unit row
LONG = "law peace, law law. peace law law peace peace"
PARTS = [("law peace, law law.", 8), ("peace law law peace peace", 7)]
TEXTS = ["law", "", "peace law", LONG, "法律。和平。" * 5, "law\ud800", " \n", "法" * 15]
sampled = settings(max_examples=30, deadline=None)


@pytest.fixture(scope="module")
def bert(bert_folder):
    return SentenceTransformerEncoder(bert_folder, device="cpu")


@pytest.fixture
def copied(bert_folder, tmp_path):
    return shutil.copytree(bert_folder, tmp_path / "model")


def theirs(folder: Path, texts: list[str]) -> np.ndarray:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu").encode(texts)


class TestLongTexts:
    def test_a_text_that_fits_has_the_vector_of_the_model(self, bert, bert_folder):
        texts = ["law peace, law law.", "法律。和平。"]
        rows = theirs(bert_folder, texts)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        np.testing.assert_allclose(bert.encode(texts), rows, atol=1e-6)

    def test_a_longer_one_has_the_mean_of_its_parts(self, bert, bert_folder):
        rows = theirs(bert_folder, [text for text, _ in PARTS])
        mean = np.average(rows, axis=0, weights=[tokens for _, tokens in PARTS])
        row = bert.encode([LONG])[0]
        np.testing.assert_allclose(row, mean / np.linalg.norm(mean), atol=1e-6)
        cut = theirs(bert_folder, [LONG])[0]
        assert not np.allclose(row, cut / np.linalg.norm(cut), atol=1e-3)

    @sampled
    @given(st.text(alphabet="ab ，。\n法é́"), st.integers(1, 9))
    def test_no_part_is_too_long_and_nothing_is_lost(self, text, limit):
        parts = list(fitting_parts(text, len, limit))
        assert all(tokens == len(part) <= max(limit, 1) for part, tokens in parts)
        assert "".join("".join(part.split()) for part, _ in parts) == "".join(text.split())

    def test_a_text_as_long_as_a_chapter(self, bert):
        assert np.isfinite(bert.encode(["法律和平" * 300 + "law peace " * 100])).all()

    def test_a_model_without_limit_is_left_alone(self, tmp_path):
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import Pooling, WordEmbeddings
        from sentence_transformers.sentence_transformer.modules.tokenizer import (
            WhitespaceTokenizer,
        )

        body = WordEmbeddings(WhitespaceTokenizer(["law", "peace"]), np.eye(2, dtype=np.float32))
        SentenceTransformer(modules=[body, Pooling(2)], device="cpu").save(str(tmp_path))
        row = load_encoder(tmp_path, device="cpu").encode(["law peace " * 1000])[0]
        np.testing.assert_allclose(row, np.full(2, 0.5**0.5), atol=1e-6)


class TestBatches:
    def test_rows_are_of_unit_length_or_zero(self, bert):
        vectors = bert.encode(TEXTS)
        assert vectors.dtype == np.float32
        lengths = [0 if not text.strip() else 1 for text in TEXTS]
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), lengths, atol=1e-6)
        assert np.array_equal(vectors, bert.encode(TEXTS))
        assert bert.encode([]).shape == (0, vectors.shape[1])
        assert not bert.encode(["", " "]).any()

    @pytest.mark.parametrize("batch", [1, 3, 100])
    def test_their_size_does_not_change_vectors(self, bert, bert_folder, batch):
        other = SentenceTransformerEncoder(bert_folder, device="cpu", batch=batch)
        np.testing.assert_allclose(other.encode(TEXTS), bert.encode(TEXTS), atol=PADDED)

    def test_slices_encoded_one_by_one_are_the_same_bytes(self, bert):
        texts = (["law", "", "peace law", "法律。和平"] * SLICE)[: SLICE + 50]
        alone = [bert.encode(texts[:SLICE]), bert.encode(texts[SLICE:])]
        assert np.concatenate(alone).tobytes() == bert.encode(texts).tobytes()

    @pytest.mark.parametrize("room", [1, 2])
    def test_they_get_smaller_where_memory_runs_out(self, bert_folder, bert, room):
        encoder = SentenceTransformerEncoder(bert_folder, device="cpu", batch=32)
        with memory_for(room):
            vectors = encoder.encode(TEXTS)
        np.testing.assert_allclose(vectors, bert.encode(TEXTS), atol=PADDED)

    def test_no_room_for_a_single_text(self, bert_folder):
        encoder = SentenceTransformerEncoder(bert_folder, device="cpu")
        with memory_for(0), pytest.raises(AlignmentError, match="choose the device cpu"):
            encoder.encode(["law"])


@pytest.mark.parametrize(
    ("gone", "told"), [("tokenizer.json", "no tokenizer"), ("1_Pooling/config.json", "cannot be read")]
)
def test_a_transformer_without_one_of_its_files(copied, gone, told):
    (copied / gone).unlink()
    for path in copied.rglob("vocab.txt"):
        path.unlink()
    with pytest.raises(MissingModelError, match=told):
        load_encoder(copied).encode(["law"])


class Dropping(BaseHTTPRequestHandler):
    """A hub that answers whether it is there, and then hangs up."""

    def do_HEAD(self):
        if self.path == "/":
            self.send_response(200)
            self.end_headers()
        else:
            self.connection.close()

    def do_GET(self):
        self.connection.close()

    def log_message(self, *_):
        """Print nothing."""


@pytest.mark.filterwarnings("ignore")
def test_a_hub_that_hangs_up_is_one_clear_error():
    code = (
        "import sys; from aligner import load_encoder\n"
        "from corpora.errors import MissingModelError\n"
        "try: load_encoder('duizhao-test/no-such-model')\n"
        "except MissingModelError as error: print(error)"
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), Dropping) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        place = {"HF_ENDPOINT": f"http://127.0.0.1:{server.server_port}", "HF_HUB_OFFLINE": "0"}
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, **place},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        server.shutdown()
    assert "use the bundled encoder 'default'" in done.stdout, done.stderr


def test_offline_nothing_is_asked_of_the_hub(monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(MissingModelError, match="HF_HUB_OFFLINE is set"):
        load_encoder("duizhao-test/no-such-model")


def memory_for(texts: int):
    """Let every look-up of more than *texts* texts run out of memory."""
    import torch

    def refuse(module, given):
        if isinstance(module, torch.nn.Embedding) and len(given[0]) > texts:
            raise torch.OutOfMemoryError("CUDA out of memory.")

    return torch.nn.modules.module.register_module_forward_pre_hook(refuse)


class TestDevices:
    @pytest.mark.parametrize("device", ["gpu", "", "cuda:99", "meta", "hpu"])
    def test_one_that_is_not_there(self, bert_folder, device):
        encoder = load_encoder(bert_folder, device=device)
        with pytest.raises(MissingModelError, match=f"^device '{device}': .*give cpu") as refused:
            encoder.encode(["law"])
        assert len(str(refused.value).splitlines()) == 1


class TestLoading:
    def test_waits_for_the_first_text(self, bert_folder, tmp_path):
        code = (
            "import sys; from aligner import load_encoder\n"
            "load_encoder(sys.argv[1], cache=sys.argv[2])\n"
            "sys.exit(bool({'torch', 'sentence_transformers'} & set(sys.modules)))"
        )
        command = [sys.executable, "-c", code, bert_folder, tmp_path]
        assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0

    def test_weights_that_are_missing_are_told_at_once(self, copied):
        (copied / "model.safetensors").unlink()
        with pytest.raises(MissingModelError, match="holds no weights"):
            load_encoder(copied)

    def test_weights_cut_short_are_told_at_once(self, copied):
        weights = copied / "model.safetensors"
        weights.write_bytes(weights.read_bytes()[:-1])
        with pytest.raises(MissingModelError, match=r"cannot be read \(model\.safetensors: "):
            load_encoder(copied)

    @pytest.mark.parametrize(("name", "value"), [("hidden_size", 32), ("model_type", "nix")])
    def test_what_shows_only_later_is_no_traceback(self, copied, name, value):
        config = json.loads((copied / "config.json").read_text("utf-8"))
        (copied / "config.json").write_text(json.dumps({**config, name: value}), "utf-8")
        with pytest.raises(MissingModelError, match="cannot be read"):
            load_encoder(copied).encode(["law"])


class TestHub:
    @pytest.fixture
    def cached(self, bert_folder, tmp_path, monkeypatch):
        """The BERT as the hub's client keeps it; the hub itself is out of reach."""
        monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:9")
        monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
        home = tmp_path / "models--sentence-transformers--small"
        (home / "refs").mkdir(parents=True)
        (home / "refs" / "main").write_text("a" * 40)
        shutil.copytree(bert_folder, home / "snapshots" / ("a" * 40))
        return home

    @pytest.mark.parametrize("name", ["small", "sentence-transformers/small"])
    def test_what_is_in_its_cache_is_opened_without_it(self, cached, bert, name):
        encoder = load_encoder(name, device="cpu")
        assert encoder.identity == f"{name}@{'a' * 40}"
        assert np.array_equal(encoder.encode(TEXTS), bert.encode(TEXTS))

    def test_another_commit_is_another_identity(self, cached):
        before = SentenceTransformerEncoder("small").identity
        (cached / "snapshots" / ("a" * 40)).rename(cached / "snapshots" / ("b" * 40))
        (cached / "refs" / "main").write_text("b" * 40)
        assert SentenceTransformerEncoder("small").identity != before

    def test_a_model_half_fetched_is_told_at_once(self, cached):
        (cached / "snapshots" / ("a" * 40) / "model.safetensors").unlink()
        with pytest.raises(MissingModelError, match="could not be fetched"):
            load_encoder("small")


class TestIdentity:
    @pytest.mark.parametrize("change", ["time", "size", "name", "more"])
    def test_changes_with_the_files(self, copied, change):
        before = SentenceTransformerEncoder(copied).identity
        weights = copied / "model.safetensors"
        if change == "time":
            os.utime(weights, (1, 1))
        elif change == "size":
            (copied / "config.json").write_text("{} ")
        elif change == "name":
            (copied / "tokenizer.json").rename(copied / "vocab.json")
        else:
            (copied / "1_Pooling" / "more.bin").touch()
        assert SentenceTransformerEncoder(copied).identity != before

    def test_stays_where_the_model_is_moved_or_holds_its_own_cache(self, copied, bert):
        load_encoder(copied, cache=copied)
        (copied / ".git").mkdir()
        (copied / ".git" / "index").touch()
        assert SentenceTransformerEncoder(copied).identity == bert.identity
