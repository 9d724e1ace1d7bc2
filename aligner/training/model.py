"""The folder of a trained model, as SentenceTransformer and StaticEncoder open it."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import save
from tokenizers import Tokenizer

from aligner.static import StaticEncoder
from aligner.training.card import CARD
from aligner.training.table import Floats
from corpora.errors import FormatError


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


def reopened(tokenizer: Tokenizer, rows: Floats) -> StaticEncoder:
    """Return the encoder as its folder will give it, its rows rounded to 8 bits."""
    with tempfile.TemporaryDirectory() as made:
        write_model(Path(made) / "model", tokenizer, rows, "")
        return StaticEncoder(Path(made) / "model")


def refuse_other(folder: Path) -> None:
    """Refuse to replace anything but a model or an empty folder, or to write where one may not.

    Raises:
        FormatError: with what to do.
    """
    if folder.exists() and not folder.is_dir():
        raise FormatError("is a file", folder, remedy="name a folder for the model")
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    if names and (names - FILES or "modules.json" not in names):
        raise FormatError(
            "holds something else than a model", folder, remedy="name a new or empty folder"
        )
    whole = folder.resolve()
    if whole == Path.cwd():
        raise FormatError("is the folder you are in", folder, remedy="name it from outside")
    if (whole.parent / "modules.json").is_file():
        raise FormatError("lies inside a model", folder, remedy="name a folder elsewhere")
    nearest = next(path for path in whole.parents if path.exists())
    if not (nearest.is_dir() and os.access(nearest, os.W_OK)):
        raise FormatError(
            f"cannot be made ({nearest} is no folder one may write in)",
            folder,
            remedy="choose another folder",
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
FILES: Final = {CARD, "model.safetensors", "tokenizer.json", *(f"{n}.json" for n in _CONFIGURATION)}


@contextmanager
def _replacing(folder: Path) -> Iterator[Path]:
    """Give a new folder beside *folder*, which takes its place when the block ends well."""
    folder = Path(os.path.realpath(folder))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
            new = Path(beside) / "new"
            new.mkdir()
            yield new
            _swap(new, folder, Path(beside) / "old")
    except OSError as error:
        raise FormatError(
            f"cannot be written ({error.strerror})", folder, remedy="choose another folder"
        ) from error


def _swap(new: Path, folder: Path, old: Path) -> None:
    """Put *new* where *folder* is, and that aside; it comes back when that fails."""
    if not folder.exists():
        new.rename(folder)
        return
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
