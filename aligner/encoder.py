"""Encoders: sentences in, unit vectors out.

Knows how the bundled static model and any sentence-transformers model are read.
Knows nothing of documents, beads or scores. Nothing heavy is imported until an
encoder that needs it is made, and nothing is downloaded unless it was named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from corpora.errors import AlignmentError, MissingModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

MODEL_FOLDER = Path(__file__).parent / "model"
DEFAULT = "default"
SLICE = 256  # texts pooled at a time: about 20 MB of rows
UNKNOWN = "[UNK]"


class Encoder(Protocol):
    """Texts to vectors of unit length, the same for the same text on every call.

    ``encode`` returns float32 of shape (n, d); an empty text is a row of zeros.
    """

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text.

        Raises:
            AlignmentError: a row is not finite.
        """
        ...


class StaticEncoder:
    """A tokenizer and one table of rows; a text is the normalised sum of its tokens' rows.

    Opens folders that ``SentenceTransformer(folder)`` opens as a static embedding,
    and gives the same vectors with numpy and tokenizers alone.

    Raises:
        MissingModelError: a file of the model is not there.
    """

    def __init__(self, folder: str | Path = MODEL_FOLDER, *, name: str = "") -> None:
        """Read the model in *folder*; *name* stands in signatures."""
        from tokenizers import Tokenizer

        folder = Path(folder)
        self.name = name or folder.name
        self._tokenizer = Tokenizer.from_file(str(_present(folder / "tokenizer.json")))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._unknown = self._tokenizer.token_to_id(UNKNOWN)
        self._table = _Table(_present(folder / "model.safetensors"))

    @property
    def dimension(self) -> int:
        """Length of a row."""
        return self._table.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row per text; the cost grows with the number of tokens only."""
        parts = [self._pool(texts[i : i + SLICE]) for i in range(0, len(texts), SLICE)]
        return unit_rows(np.concatenate(parts)) if parts else self._table.rows([])

    def token_vectors(self, texts: Sequence[str]) -> Iterator[tuple[tuple[int, ...], Vectors]]:
        """Yield the token numbers of each text and their rows, (t, d), not normalised.

        Tokens the model does not know are left out. The sum of the rows points
        where :meth:`encode` points; the length of a row is the weight of its token.
        """
        for start in range(0, len(texts), SLICE):
            for ids in self._tokens(texts[start : start + SLICE]):
                yield tuple(ids), self._table.rows(ids)

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [[i for i in encoding.ids if i != self._unknown] for encoding in encodings]

    def _pool(self, texts: Sequence[str]) -> Vectors:
        tokens = self._tokens(texts)
        rows = self._table.rows([i for ids in tokens for i in ids])
        ends = np.cumsum([len(ids) for ids in tokens])
        pooled = np.zeros((len(texts), self.dimension), np.float32)
        for row, ids, end in zip(pooled, tokens, ends, strict=True):
            rows[end - len(ids) : end].sum(axis=0, out=row)
        return pooled


class SentenceTransformerEncoder:
    """Any sentence-transformers model, by its name on the hub or its folder.

    Raises:
        MissingModelError: the model is neither on this machine nor can be fetched.
    """

    def __init__(self, name_or_folder: str | Path) -> None:
        """Load the model; torch is imported here and not before."""
        self.name = str(name_or_folder)
        self._model = _open_model(self.name)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row per text; empty texts do not reach the model."""
        full = [i for i, text in enumerate(texts) if text.strip()]
        width = self._model.get_embedding_dimension()
        vectors = np.zeros((len(texts), width), np.float32)
        if full:
            vectors[full] = self._model.encode([texts[i] for i in full], show_progress_bar=False)
        return unit_rows(vectors)


def load_encoder(name: str | Path = DEFAULT) -> Encoder:
    """Return the encoder called *name*: ``default``, a model's folder, or its name on the hub.

    Raises:
        MissingModelError: no such model; the message says what can be done offline.
    """
    if name == DEFAULT:
        return StaticEncoder(name=DEFAULT)
    folder = Path(name)
    if folder.is_dir() and _is_static(folder):
        return StaticEncoder(folder)
    return SentenceTransformerEncoder(name)


def unit_rows(vectors: Vectors) -> Vectors:
    """Scale every row to length 1; rows of zeros stay.

    Raises:
        AlignmentError: a row is not finite.
    """
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if bad := np.flatnonzero(~np.isfinite(lengths)).tolist():
        raise AlignmentError(
            f"the encoder gave no finite vector for text {bad[0]} (from 0); "
            "shorten that text or choose another encoder"
        )
    unit: Vectors = vectors / np.where(lengths > 0, lengths, 1).astype(np.float32)
    return unit


def _open_model(name: str) -> Any:  # noqa: ANN401 - torch is not imported for its type
    folder = Path(name)
    if folder.is_absolute() or name.startswith("."):
        _present(folder / "modules.json")
    try:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(name)
    except (OSError, ValueError) as error:
        raise MissingModelError(
            f"{name}: no such sentence-transformers model here, and it could not be fetched "
            f"({_first_line(error)}); check the name, or fetch it on a machine with a network "
            "and give the folder it was saved to, or use the bundled encoder 'default'"
        ) from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _present(path: Path) -> Path:
    if not path.is_file():
        raise MissingModelError(
            f"{path}: this file of the model is missing; reinstall duizhao for the bundled "
            "encoder, or give the folder of a complete sentence-transformers model"
        )
    return path


def _is_static(folder: Path) -> bool:
    modules = json.loads(_present(folder / "modules.json").read_text("utf-8"))
    return bool(modules) and modules[0]["type"].endswith(".StaticEmbedding")


class _Table:
    """One row per token: plain, or small integers with a factor, and tokens sharing rows."""

    def __init__(self, path: Path) -> None:
        from safetensors.numpy import load_file

        tensors = load_file(path)
        self._factor: Vectors | None = tensors.get("weights")
        self._place: NDArray[Any] | None = tensors.get("mapping")
        self._stored = tensors["embedding.weight" if "embedding.weight" in tensors else "embeddings"]
        self.dimension = int(self._stored.shape[1])

    def rows(self, ids: list[int]) -> Vectors:
        """Return the rows of tokens *ids* as float32, (t, d)."""
        chosen = np.asarray(ids, np.int64)
        rows = self._stored[chosen if self._place is None else self._place[chosen]]
        rows = rows.astype(np.float32)
        return rows if self._factor is None else rows * self._factor[chosen, None]
