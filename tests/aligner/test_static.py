"""Static models: the bundled one, others by folder, and what is refused."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.encoder import load_encoder
from aligner.static import MODEL_FOLDER, StaticEncoder
from corpora.errors import MissingModelError

ROOT = Path(__file__).parents[2]
LARGEST = 24_000_000
SUMMED_IN_ANOTHER_ORDER = 5e-6  # of a figure of a unit row, in float32
PAIRS = [
    ("委员会决定推迟审议该项目。", "The Committee decided to defer consideration of the item."),
    ("秘书处没有足够的资源。", "The Secretariat does not have sufficient resources."),
    ("会议于上午十时开始。", "The meeting was called to order at 10 a.m."),
    ("缔约国应当保护证人。", "States parties shall protect witnesses."),
    ("该法律于2015年生效。", "The law entered into force in 2015."),
    ("许多儿童没有干净的饮用水。", "Many children lack clean drinking water."),
    ("腐败损害公众对政府的信任。", "Corruption erodes public trust in government."),
    ("法院驳回了上诉。", "The court dismissed the appeal."),
    ("他昨天给母亲写了一封信。", "He wrote a letter to his mother yesterday."),
    ("请先安装软件，再重新启动计算机。", "Install the software first, then restart your computer."),
    ("这座城市的人口增加了一倍。", "The population of the city has doubled."),
    ("医生建议病人多休息。", "The doctor advised the patient to rest more."),
]
TEXTS = st.lists(st.text(max_size=40) | st.sampled_from([t for pair in PAIRS for t in pair]))
sampled = settings(max_examples=20, deadline=None)


@pytest.fixture(scope="module")
def default():
    return load_encoder()


class TestDefault:
    def test_each_sentence_is_nearest_to_its_translation(self, default):
        zh, en = (default.encode(side) for side in zip(*PAIRS, strict=True))
        similarity = zh @ en.T
        assert similarity.argmax(axis=1).tolist() == list(range(len(PAIRS)))
        assert similarity.argmax(axis=0).tolist() == list(range(len(PAIRS)))

    def test_sentence_transformers_gives_the_same_vectors(self, default):
        from sentence_transformers import SentenceTransformer

        texts = [*(text for pair in PAIRS for text in pair), "Ḟoo 1,000 ＡＢ，𠀀", "法律" * 300]
        theirs = SentenceTransformer(str(MODEL_FOLDER), device="cpu").encode(texts)
        np.testing.assert_allclose(default.encode(texts), theirs, atol=SUMMED_IN_ANOTHER_ORDER)

    @sampled
    @given(TEXTS)
    def test_rows_are_of_unit_length_or_zero(self, default, texts):
        vectors = default.encode(texts)
        assert vectors.dtype == np.float32
        assert vectors.shape == (len(texts), 256)
        lengths = np.linalg.norm(vectors, axis=1)
        assert np.all(np.isclose(lengths, 1, atol=1e-6) | (lengths == 0))

    @sampled
    @given(TEXTS, st.integers(0, 600))
    def test_a_row_depends_on_its_own_text_only(self, default, texts, before):
        alone = [default.encode([text])[0] for text in texts]
        among = default.encode(["法律"] * before + texts)[before:]
        assert np.array_equal(among, np.reshape(alone, (len(texts), 256)))

    @pytest.mark.parametrize("text", ["", " \n", "\u3000"])
    def test_empty_text_is_a_row_of_zeros(self, default, text):
        assert not default.encode([text]).any()

    def test_a_lone_surrogate_is_no_obstacle(self, default):
        assert default.encode(["法律\ud800"]).any()

    def test_its_folder_with_its_card_is_small(self):
        assert (MODEL_FOLDER / "README.md").is_file()
        assert sum(path.stat().st_size for path in MODEL_FOLDER.iterdir()) <= LARGEST

    def test_neither_torch_nor_sentence_transformers_is_loaded(self):
        code = (
            "import sys; from aligner import load_encoder; load_encoder().encode(['法律'])\n"
            "sys.exit(bool({'torch', 'sentence_transformers'} & set(sys.modules)))"
        )
        assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


class TestByFolder:
    def test_a_static_model_is_run_without_sentence_transformers(self, static_folder):
        from sentence_transformers import SentenceTransformer

        encoder = load_encoder(static_folder)
        assert isinstance(encoder, StaticEncoder)
        assert encoder.name == "five"
        texts = ["law law peace", "法律 和平", "unheard of"]
        theirs = SentenceTransformer(str(static_folder), device="cpu").encode(
            texts, normalize_embeddings=True
        )
        np.testing.assert_allclose(encoder.encode(texts), theirs, atol=SUMMED_IN_ANOTHER_ORDER)
        np.testing.assert_allclose(encoder.encode(["law law peace"])[0] * 5**0.5, [1, 0, 2, 0])


class TestRefused:
    @pytest.mark.parametrize("missing", ["tokenizer.json", "model.safetensors"])
    def test_a_file_is_missing(self, tmp_path, static_folder, missing):
        copy(static_folder, tmp_path)
        (tmp_path / missing).unlink()
        with pytest.raises(MissingModelError, match=missing):
            load_encoder(tmp_path)

    @pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
    def test_a_file_that_is_only_a_pointer(self, tmp_path, static_folder, name):
        copy(static_folder, tmp_path)
        (tmp_path / name).write_text("version https://git-lfs.github.com/spec/v1")
        with pytest.raises(MissingModelError, match="cannot be read"):
            load_encoder(tmp_path)

    def test_a_token_without_row(self, tmp_path, static_folder):
        copy(static_folder, tmp_path)
        tokenizer = json.loads((tmp_path / "tokenizer.json").read_text("utf-8"))
        tokenizer["model"]["vocab"]["sea"] = 5
        (tmp_path / "tokenizer.json").write_text(json.dumps(tokenizer))
        with pytest.raises(MissingModelError, match="5 tokens only"):
            load_encoder(tmp_path)


def copy(folder: Path, target: Path) -> None:
    """Copy the files a static model needs."""
    for name in ("modules.json", "tokenizer.json", "model.safetensors"):
        (target / name).write_bytes((folder / name).read_bytes())


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_the_identity_is_that_of_the_files(static_folder, tmp_path, name):
    shutil.copytree(static_folder, tmp_path / "five")
    encoder = StaticEncoder(tmp_path / "five")
    before = encoder.identity
    assert before == StaticEncoder(static_folder).identity
    path = tmp_path / "five" / name
    path.write_bytes(path.read_bytes() + b" ")
    assert encoder.identity != before
    path.unlink()
    with pytest.raises(MissingModelError, match=name):
        encoder.identity  # noqa: B018 - reading it is what fails
