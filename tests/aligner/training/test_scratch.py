"""A new encoder: it learns, the same way each time, and the folder opens as any other."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from training_pairs import regular_pairs, write_memory, write_tsv

from aligner.encoder import load_encoder
from aligner.static import StaticEncoder
from aligner.training.figures import precision_at_1

ROOT = Path(__file__).parents[3]
FEW = ["--dimension", "32", "--epochs", "40", "--batch", "64", "--late-epochs", "5"]


def trained(folder, model):
    """Run the script as its users do."""
    command = [sys.executable, "scripts/train_encoder.py", folder, model, *FEW, "--shared", folder]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Two runs over one folder of TSV and TMX, and what the first printed."""
    folder = tmp_path_factory.mktemp("train")
    pairs = regular_pairs()
    (folder / "pairs").mkdir()
    write_tsv(folder / "pairs" / "tatoeba.tsv", pairs[::2])
    write_memory(folder / "own.tmx", pairs[1::2])
    models = [folder / "models" / name for name in ("one", "two")]
    runs = [trained(folder, model) for model in models]
    assert not any(run.returncode for run in runs), runs[0].stderr
    return models, runs[0].stdout


def test_it_learns(made):
    pairs = regular_pairs()[::5]
    assert min(precision_at_1(StaticEncoder(made[0][0]), pairs)) > 0.9


def test_the_same_command_gives_the_same_bytes(made):
    one, two = ({path.name: path.read_bytes() for path in model.iterdir()} for model in made[0])
    assert one == two


def test_settings_and_losses_are_printed(made):
    out = made[1]
    assert "seed=1" in out
    assert "dimension=32" in out
    assert re.search(r"^vectors (\d+)/\1  loss 0\.\d+  \d+ s$", out, re.MULTILINE)
    assert re.search(r"^words (\d+)/\1  loss 0\.\d+ 0\.\d+  \d+ s$", out, re.MULTILINE)


def test_its_card_names_settings_sources_and_licences(made):
    card = (made[0][0] / "README.md").read_text("utf-8")
    assert "epochs=40" in card
    assert "Tatoeba contributors | CC BY 2.0 FR † | 192 |" in card
    assert "| own | not stated | not stated | 192 |" in card


def test_sentence_transformers_gives_the_same_vectors(made):
    from sentence_transformers import SentenceTransformer

    texts = [text for pair in regular_pairs()[:20] for text in pair]
    theirs = SentenceTransformer(str(made[0][0]), device="cpu").encode(texts)
    np.testing.assert_allclose(load_encoder(made[0][0]).encode(texts), theirs, atol=5e-6)


def test_a_folder_without_pairs_is_refused_in_one_line(tmp_path):
    done = trained(tmp_path, tmp_path / "model")
    assert done.returncode == 1
    assert done.stderr.strip().endswith("name a folder that holds .tsv, .tsv.xz or .tmx")
    assert not (tmp_path / "model").exists()
