"""The cache of vectors: what it keeps, for whom, and what it survives."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.cache import FILE, CachedEncoder
from aligner.encoder import SLICE, load_encoder
from aligner.static import StaticEncoder
from corpora.errors import FormatError

ROOT = Path(__file__).parents[2]
MANY = SLICE * 1000  # takes longer than it is left alive
TEXTS = ["law", "", "peace law", "law", "法律。和平。" * 20, "law\ud800", " \n", ""]
SECOND_RUN = """
import sys
from aligner import load_encoder
vectors = load_encoder(sys.argv[1], cache=sys.argv[2]).encode(eval(sys.argv[3]))
assert not {"torch", "transformers", "sentence_transformers"} & set(sys.modules)
print(vectors.tobytes().hex(), vectors.shape)
"""
# Encodes MANY texts as model "five"; prints how many rows were encoded, not read.
WRITER = """
import sys
from aligner.cache import CachedEncoder
from aligner.static import StaticEncoder

class Named(StaticEncoder):
    identity = "five"
    count = 0
    def encode(self, texts):
        self.count += len(texts)
        return super().encode(texts)

encoder = Named(sys.argv[1])
cached = CachedEncoder(encoder, sys.argv[2])
cached.encode([f"law {'peace ' * (n % 7)} {n}" for n in range(int(sys.argv[3]))])
print(encoder.count)
"""


class Named(StaticEncoder):
    """A static model that a cache takes; it remembers what it was given."""

    def __init__(self, folder, identity="five"):
        super().__init__(folder)
        self._identity = identity
        self.given = []

    @property
    def identity(self):
        return self._identity

    def encode(self, texts):
        self.given += texts
        return super().encode(texts)


@pytest.fixture
def five(static_folder):
    return Named(static_folder)


@pytest.fixture
def filled(five, tmp_path):
    """A cache with a few vectors; its file."""
    CachedEncoder(five, tmp_path).encode(TEXTS)
    return tmp_path / FILE


def texts_of(count: int) -> list[str]:
    return [f"law {'peace ' * (n % 7)} {n}" for n in range(count)]


def rows_in(file: Path) -> int:
    database = sqlite3.connect(file, timeout=60)
    try:
        return database.execute("SELECT count(*) FROM vectors").fetchone()[0]
    finally:
        database.close()


def written_by(static_folder: Path, cache: Path, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, static_folder, cache, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


class TestKept:
    def test_a_second_run_gives_the_same_bytes_without_torch(self, bert_folder, tmp_path):
        encoder = load_encoder(bert_folder, device="cpu", cache=tmp_path / "made" / "for it")
        vectors = encoder.encode(TEXTS)
        assert encoder.name == str(bert_folder)
        np.testing.assert_allclose(vectors, load_encoder(bert_folder).encode(TEXTS), atol=1e-5)
        command = [sys.executable, "-c", SECOND_RUN, bert_folder, tmp_path / "made" / "for it"]
        again = subprocess.run(
            [*command, repr(TEXTS)], cwd=ROOT, check=True, capture_output=True, text=True
        )
        assert again.stdout.split(" ", 1)[0] == vectors.tobytes().hex()
        assert again.stdout.split(" ", 1)[1].strip() == str(vectors.shape)

    def test_only_what_is_missing_is_encoded_and_once(self, five, tmp_path):
        CachedEncoder(five, tmp_path).encode(["law", "peace", "law"])
        CachedEncoder(five, tmp_path).encode(["peace", "和平", "", "和平"])
        assert five.given == ["law", "peace", "和平", ""]

    @settings(max_examples=25, deadline=None)
    @given(runs=st.lists(st.lists(st.text(st.characters(), max_size=5)), min_size=1, max_size=3))
    def test_vectors_are_the_encoders_bit_by_bit(self, static_folder, tmp_path_factory, runs):
        plain, folder = StaticEncoder(static_folder), tmp_path_factory.mktemp("cache")
        for texts in runs:
            cached = CachedEncoder(Named(static_folder), folder).encode(texts)
            assert cached.dtype == np.float32
            assert cached.shape == (len(texts), 4)
            assert cached.tobytes() == plain.encode(texts).tobytes()

    def test_more_texts_than_a_slice(self, five, static_folder, tmp_path):
        texts = texts_of(2 * SLICE + 1)
        cached = CachedEncoder(five, tmp_path)
        rows = StaticEncoder(static_folder).encode(texts).tobytes()
        assert cached.encode(texts).tobytes() == rows == cached.encode(texts).tobytes()
        assert five.given == texts

    def test_models_are_kept_apart(self, static_folder, filled):
        other = Named(static_folder, "another")
        CachedEncoder(other, filled.parent).encode(TEXTS)
        assert other.given == list(dict.fromkeys(TEXTS))
        assert rows_in(filled) == 2 * len(other.given)

    def test_a_model_whose_files_changed_is_another(self, bert_folder, tmp_path):
        model = shutil.copytree(bert_folder, tmp_path / "model")
        for kept in (1, 2):
            os.utime(model / "model.safetensors", (kept, kept))
            load_encoder(model, device="cpu", cache=tmp_path).encode(["law"])
            assert rows_in(tmp_path / FILE) == kept


class TestSurvived:
    def test_two_processes_that_write_at_once(self, static_folder, tmp_path):
        count = SLICE * 20
        writers = [written_by(static_folder, tmp_path, count) for _ in range(2)]
        assert all(writer.communicate()[0] and writer.returncode == 0 for writer in writers)
        assert rows_in(tmp_path / FILE) == count

    def test_a_kill_in_the_middle(self, five, static_folder, tmp_path):
        writer = written_by(static_folder, tmp_path, MANY)
        file = tmp_path / FILE
        while not file.exists() or not file.stat().st_size > 60_000:
            assert writer.poll() is None
            time.sleep(0.01)
        writer.kill()
        writer.communicate()
        cached = CachedEncoder(five, tmp_path)
        kept = rows_in(file)
        assert 0 < kept < MANY
        assert kept % SLICE == 0
        texts = texts_of(kept + SLICE + 1)
        rows = StaticEncoder(static_folder).encode(texts)
        assert cached.encode(texts).tobytes() == rows.tobytes()
        assert five.given == texts[kept:]


class TestRefused:
    @pytest.mark.parametrize("content", [b"not a database, whatever its name says" * 9, b"SQLite"])
    def test_a_file_that_is_no_database(self, five, tmp_path, content):
        (tmp_path / FILE).write_bytes(content)
        with pytest.raises(FormatError, match=f"{FILE}: no cache of vectors .*; delete it, or"):
            CachedEncoder(five, tmp_path)
        assert (tmp_path / FILE).read_bytes() == content

    def test_a_database_of_another_program(self, five, tmp_path):
        database = sqlite3.connect(tmp_path / FILE)
        database.execute("CREATE TABLE vectors (text)")
        database.close()
        with pytest.raises(FormatError, match=r"another program or version wrote it\); delete"):
            CachedEncoder(five, tmp_path)

    @pytest.mark.parametrize("size", [4096, 6000])
    def test_a_file_cut_short(self, five, filled, size):
        assert filled.stat().st_size > size
        filled.write_bytes(filled.read_bytes()[:size])
        with pytest.raises(FormatError, match="delete it, or choose another folder"):
            CachedEncoder(five, filled.parent).encode(TEXTS)

    def test_rows_of_another_length(self, five, filled):
        database = sqlite3.connect(filled)
        database.execute("UPDATE vectors SET vector = x'00000000' WHERE rowid = 1")
        database.commit()
        database.close()
        with pytest.raises(FormatError, match="delete it, or choose another folder"):
            CachedEncoder(five, filled.parent).encode(TEXTS)

    @pytest.mark.parametrize("path", ["file", "file/below", "/proc/cache"])
    def test_a_folder_that_cannot_be_made(self, five, tmp_path, path):
        (tmp_path / "file").touch()
        with pytest.raises(FormatError, match=r"cannot be made .*; choose another folder"):
            CachedEncoder(five, tmp_path / path)

    def test_a_file_that_cannot_be_opened(self, five, tmp_path):
        (tmp_path / FILE).mkdir()
        with pytest.raises(FormatError, match=r"cannot be used .*; close what else uses it"):
            CachedEncoder(five, tmp_path)

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    @pytest.mark.parametrize("mode", [0o500, 0o000])
    def test_a_folder_that_cannot_be_written_to(self, five, filled, mode):
        filled.parent.chmod(mode)
        try:
            with pytest.raises(FormatError, match="make it and its folder writable"):
                CachedEncoder(five, filled.parent)
        finally:
            filled.parent.chmod(0o700)
