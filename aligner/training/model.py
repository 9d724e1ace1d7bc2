"""The folder of a trained model, as SentenceTransformer and StaticEncoder open it."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import save
from tokenizers import Tokenizer

from aligner.training.table import Floats
from corpora.errors import FormatError

CARD: Final = "README.md"


def write_model(folder: Path, tokenizer: Tokenizer, rows: Floats, card: str) -> None:
    """Write a model and its card; the folder appears whole or stays as it was.

    A row is 8-bit integers and one factor; tokens with equal rows share them.

    Raises:
        FormatError: the folder cannot be written, or holds something that is no model.
    """
    refuse_other(folder)
    with _replacing(folder) as new:
        (new / "model.safetensors").write_bytes(save(_tensors(rows)))
        (new / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
        for name, content in _CONFIGURATION.items():
            (new / f"{name}.json").write_text(json.dumps(content, indent=2) + "\n")
        (new / CARD).write_text(card, encoding="utf-8")


def refuse_other(folder: Path) -> None:
    """Refuse to replace anything but a model or an empty folder.

    Raises:
        FormatError: with what to do.
    """
    if folder.exists() and not folder.is_dir():
        raise FormatError("is a file", folder, remedy="name a folder for the model")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "modules.json").is_file():
        raise FormatError(
            "holds something else than a model", folder, remedy="name a new or empty folder"
        )


def _tensors(rows: Floats) -> dict[str, np.ndarray]:
    unique, places = np.unique(rows, axis=0, return_inverse=True)
    scale = np.maximum(np.abs(unique).max(axis=1), 1e-12) / 127
    places = places.reshape(-1).astype(np.int32)
    return {
        "embeddings": np.rint(unique / scale[:, None]).astype(np.int8),
        "mapping": places,
        "weights": scale[places].astype(np.float32),
    }


_PACKAGE: Final = "sentence_transformers.models"
_CONFIGURATION: Final[dict[str, object]] = {
    "modules": [
        {"idx": 0, "name": "0", "path": "", "type": f"{_PACKAGE}.StaticEmbedding"},
        {"idx": 1, "name": "1", "path": "1_Normalize", "type": f"{_PACKAGE}.Normalize"},
    ],
    "config_sentence_transformers": {
        "model_type": "SentenceTransformer",
        "prompts": {},
        "default_prompt_name": None,
        "similarity_fn_name": "cosine",
    },
}


@contextmanager
def _replacing(folder: Path) -> Iterator[Path]:
    """Give a new folder beside *folder*, which takes its place when the block ends well."""
    folder = Path(os.path.realpath(folder))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            yield new
            new.chmod(0o755)
            _swap(new, folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise FormatError(
            f"cannot be written ({error.strerror})", folder, remedy="choose another folder"
        ) from error


def _swap(new: Path, folder: Path) -> None:
    """Put *new* where *folder* is; what was there goes last."""
    if not folder.exists():
        new.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    folder.rename(old / "old")
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
