"""Small models of every kind, built here and read from disk; nothing is downloaded."""

from __future__ import annotations

import numpy as np
import pytest
from small_models import write_bert

WORDS = ["[UNK]", "peace", "和平", "law", "法律"]
LIMIT = 8  # tokens that the BERT takes, with [CLS] and [SEP]


@pytest.fixture(scope="session")
def static_folder(tmp_path_factory):
    """Five words in four dimensions, saved by sentence-transformers."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    numbers = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(numbers, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    rows = np.array([[0] * 4, [1, 0, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 1, 2]], np.float32)
    folder = tmp_path_factory.mktemp("static") / "five"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, rows)], device="cpu").save(str(folder))
    return folder


@pytest.fixture(scope="session")
def bert_folder(tmp_path_factory):
    """A BERT of one layer with weights by chance, saved by sentence-transformers."""
    shape = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    words = [*WORDS, *"和平法律的。"]
    return write_bert(
        tmp_path_factory.mktemp("bert"), words, {**shape, "intermediate_size": 16}, longest=LIMIT
    )
