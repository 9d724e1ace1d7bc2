"""Encoders: sentences in, unit vectors out; which there are and how one is chosen.

Knows nothing of documents, beads or scores, nor how an encoder makes its vectors:
:mod:`aligner.static` and :mod:`aligner.transformer` do, and :mod:`aligner.cache` keeps them.
Nothing heavy is imported until an encoder that needs it is made, and nothing is downloaded
unless it was named.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np

from corpora.errors import AlignmentError, MissingModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

DEFAULT = "default"
BATCH = 32  # texts that a sentence-transformers model takes at a time, unless chosen
SLICE = 256  # texts between two steps of progress, and between two writings of the cache
EXCERPT = 40  # characters of a text that are shown in an error


class Encoder(Protocol):
    """Texts to vectors of unit length, the same for the same text on every call.

    A model that takes texts in batches may differ in the last bits from batch to batch.
    ``encode`` returns float32 of shape (n, d); an empty text is a row of zeros.
    """

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text.

        Raises:
            AlignmentError: a row is not finite, or there is no memory for a text.
            MissingModelError: a model that is read only now cannot be read.
        """
        ...


@runtime_checkable
class WordEncoder(Encoder, Protocol):
    """An encoder that can also say what each token of a text means by itself."""

    def words(self, texts: Sequence[str]) -> tuple[list[NDArray[np.int64]], Vectors]:
        """Return the tokens of each text as numbers of rows, and the rows, (v, d)."""


class ModelEncoder(Encoder, Protocol):
    """An encoder that can also say which state of which model it runs."""

    @property
    def identity(self) -> str:
        """What differs between any two models, and changes when the model's files do."""
        ...


def load_encoder(
    name: str | Path = DEFAULT,
    *,
    device: str | None = None,
    batch: int = BATCH,
    cache: str | Path | None = None,
) -> ModelEncoder:
    """Return the encoder called *name*: ``default``, a model's folder, or its name on the hub.

    *device*, *batch* (texts at a time) and *cache* (the folder that keeps vectors) are for
    sentence-transformers models; a static one needs none and is faster than any cache.

    Raises:
        MissingModelError: no such model; the message says what can be done offline.
        FormatError: the cache cannot be used.
    """
    from aligner.static import StaticEncoder, static_part

    if name == DEFAULT:
        return StaticEncoder(name=DEFAULT)
    if not str(name):
        raise MissingModelError("the encoder has an empty name; give 'default', a name or a folder")
    folder = Path(name)
    if folder.is_dir() and (static := static_part(folder)):
        return StaticEncoder(static, name=folder.resolve().name)
    from aligner.transformer import SentenceTransformerEncoder

    encoder = SentenceTransformerEncoder(name, device=device, batch=batch)
    if cache is None:
        return encoder
    from aligner.cache import CachedEncoder

    return CachedEncoder(encoder, cache)


def unit_rows(vectors: Vectors, texts: Sequence[str]) -> Vectors:
    """Scale the row of each text to length 1; rows of zeros stay.

    Raises:
        AlignmentError: a row is not finite.
    """
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if bad := np.flatnonzero(~np.isfinite(lengths)).tolist():
        raise AlignmentError(
            f"the encoder gave no finite vector for the text {texts[bad[0]][:EXCERPT]!r}; "
            "shorten that text or choose another encoder"
        )
    unit: Vectors = np.divide(vectors, np.where(lengths > 0, lengths, 1), dtype=np.float32)
    return unit


def encodable(texts: Sequence[str]) -> list[str]:
    """Replace lone surrogates, which no tokenizer takes."""
    return [text.encode("utf-8", "replace").decode("utf-8") for text in texts]


def present(path: Path) -> Path:
    """Return *path*, a file of a model.

    Raises:
        MissingModelError: it is not there.
    """
    if not path.is_file():
        raise MissingModelError(
            f"{path}: this file of the model is missing; reinstall duizhao for the bundled "
            "encoder, or give the folder of a complete sentence-transformers model"
        )
    return path


def broken(path: Path, problem: str) -> MissingModelError:
    """Return the error for a model that is there and cannot be read."""
    return MissingModelError(
        f"{path}: this model cannot be read ({problem}); reinstall duizhao for the bundled "
        "encoder, or save or fetch the model again"
    )


def first_line(error: Exception) -> str:
    """Return the first line of what another package says."""
    return next(iter(str(error).splitlines()), type(error).__name__)
