"""Models with weights by chance, saved as sentence-transformers saves them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def write_bert(
    folder: Path, words: Iterable[str], shape: Mapping[str, int], *, longest: int = 512
) -> Path:
    """Save a BERT of this shape that knows *words*; return the folder that holds it.

    *longest* is the number of tokens it takes, with [CLS] and [SEP].
    """
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(1)
    vocabulary = list(dict.fromkeys([*MARKS, *words]))
    plain = folder / "plain"
    plain.mkdir()
    (plain / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizerFast(str(plain / "vocab.txt")).save_pretrained(plain)
    BertModel(BertConfig(vocab_size=len(vocabulary), **shape)).save_pretrained(plain)
    body = Transformer(str(plain), max_seq_length=longest)
    model = SentenceTransformer(modules=[body, Pooling(shape["hidden_size"])], device="cpu")
    model.save(str(folder / "sentences"))
    return folder / "sentences"
