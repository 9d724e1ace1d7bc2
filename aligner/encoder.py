"""Encoders: sentences in, unit vectors out.

Knows how the bundled static model and any sentence-transformers model are read.
Knows nothing of documents, beads or scores. Nothing heavy is imported until an
encoder that needs it is made, and nothing is downloaded unless it was named.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import numpy as np

from corpora.errors import AlignmentError, MissingModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

MODEL_FOLDER = Path(__file__).parent / "model"
DEFAULT = "default"
UNKNOWN = "[UNK]"
SLICE = 256  # texts cut into tokens at a time
PATIENCE = 10  # seconds until a hub that does not answer counts as out of reach


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


@runtime_checkable
class WordEncoder(Encoder, Protocol):
    """An encoder that can also say what each token of a text means by itself."""

    def words(self, texts: Sequence[str]) -> tuple[list[NDArray[np.int64]], Vectors]:
        """Return the tokens of each text as numbers of rows, and the rows, (v, d)."""


class StaticEncoder:
    """A tokenizer and one table of rows; a text is the normalised sum of its tokens' rows.

    Opens folders that ``SentenceTransformer(folder)`` opens as a static embedding,
    and gives the same vectors with numpy and tokenizers alone.

    Raises:
        MissingModelError: a file of the model is not there, or does not fit the others.
    """

    def __init__(self, folder: str | Path = MODEL_FOLDER, *, name: str = "") -> None:
        """Read the model in *folder*; *name* stands in signatures."""
        from tokenizers import Tokenizer

        folder = Path(folder)
        self.name = name or folder.name
        self._tokenizer = Tokenizer.from_file(str(_present(folder / "tokenizer.json")))
        self._tokenizer.no_padding()
        self._unknown = self._tokenizer.token_to_id(UNKNOWN)
        self._table = _Table(_present(folder / "model.safetensors"))
        if self._table.tokens < self._tokenizer.get_vocab_size():
            raise _broken(folder, f"its table has rows for {self._table.tokens} tokens only")

    @property
    def dimension(self) -> int:
        """Length of a row."""
        return self._table.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row per text; the cost grows with the number of tokens only."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), SLICE):
            part = _encodable(texts[start : start + SLICE])
            found = self._tokenizer.encode_batch_fast(part, add_special_tokens=False)
            for row, encoding in zip(vectors[start:], found, strict=False):
                self._table.add_rows(encoding.ids, row)
        return unit_rows(vectors)


    def words(self, texts: Sequence[str]) -> tuple[list[NDArray[np.int64]], Vectors]:
        """Return the tokens of each text as numbers of rows, and the rows, (v, d).

        The sum of the rows of a text points where :meth:`encode` points. Tokens that the
        model does not know are left out.
        """
        found = self._tokenizer.encode_batch_fast(_encodable(texts), add_special_tokens=False)
        runs = [np.array([i for i in one.ids if i != self._unknown], np.int64) for one in found]
        known, flat = np.unique(np.concatenate([*runs, []]).astype(np.int64), return_inverse=True)
        ends = np.cumsum([len(run) for run in runs])
        places = [flat[end - len(run) : end] for run, end in zip(runs, ends, strict=True)]
        return places, self._table.rows(known)


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
            part = _encodable([texts[i] for i in full])
            vectors[full] = self._model.encode(part, show_progress_bar=False)
        return unit_rows(vectors)


def load_encoder(name: str | Path = DEFAULT) -> Encoder:
    """Return the encoder called *name*: ``default``, a model's folder, or its name on the hub.

    Raises:
        MissingModelError: no such model; the message says what can be done offline.
    """
    if name == DEFAULT:
        return StaticEncoder(name=DEFAULT)
    if not str(name):
        raise MissingModelError("the encoder has an empty name; give 'default', a name or a folder")
    folder = Path(name)
    if folder.is_dir() and (static := _static_part(folder)):
        return StaticEncoder(static, name=folder.name)
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
    unit: Vectors = np.divide(vectors, np.where(lengths > 0, lengths, 1), dtype=np.float32)
    return unit


def _encodable(texts: Sequence[str]) -> list[str]:
    """Replace lone surrogates, which no tokenizer takes."""
    return [text.encode("utf-8", "replace").decode("utf-8") for text in texts]


def _open_model(name: str) -> Any:  # noqa: ANN401 - torch is not imported for its type
    """Open a model that is on this machine, else fetch it.

    The hub is asked once whether it answers: its client alone tries for over a minute.
    """
    folder = Path(name)
    is_folder = folder.is_dir() or folder.is_absolute() or name.startswith(".")
    if is_folder and not folder.is_dir():
        raise MissingModelError(
            f"{name}: no such folder; give the folder of a sentence-transformers model"
        )
    if is_folder:
        _present(folder / "modules.json")
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(name, local_files_only=True)
    except (OSError, ValueError) as error:
        if is_folder:
            raise _broken(folder, _first_line(error)) from error
    try:
        _reach_hub()
        return SentenceTransformer(name)
    except (OSError, ValueError) as error:
        raise MissingModelError(
            f"{name}: no such sentence-transformers model here, and it could not be fetched "
            f"({_first_line(error)}); check the name, or fetch it on a machine with a network "
            "and give the folder it was saved to, or use the bundled encoder 'default'"
        ) from error


def _reach_hub() -> None:
    """Raise an OSError unless the hub answers, whatever it says."""
    from huggingface_hub import constants

    request = urllib.request.Request(constants.ENDPOINT, method="HEAD")
    try:
        urllib.request.urlopen(request, timeout=PATIENCE).close()
    except urllib.error.HTTPError as answer:
        answer.close()


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _present(path: Path) -> Path:
    if not path.is_file():
        raise MissingModelError(
            f"{path}: this file of the model is missing; reinstall duizhao for the bundled "
            "encoder, or give the folder of a complete sentence-transformers model"
        )
    return path


def _broken(path: Path, problem: str) -> MissingModelError:
    return MissingModelError(
        f"{path}: this model cannot be read ({problem}); reinstall duizhao for the bundled "
        "encoder, or save or fetch the model again"
    )


def _static_part(folder: Path) -> Path | None:
    """Return where a model's tokenizer and table lie, or None for one that is not static."""
    path = _present(folder / "modules.json")
    try:
        modules = json.loads(path.read_text("utf-8"))
        kinds = [module["type"].rpartition(".")[2] for module in modules]
        static = kinds[0] == "StaticEmbedding" and set(kinds[1:]) <= {"Normalize"}
        return folder / modules[0]["path"] if static else None
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise _broken(path, "it is no list of modules") from error


class _Table:
    """One row per token: plain, or small integers with a factor, and tokens sharing rows."""

    def __init__(self, path: Path) -> None:
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        try:
            tensors = load_file(path)
            plain = "embedding.weight" in tensors
            self._stored = tensors["embedding.weight" if plain else "embeddings"]
        except (SafetensorError, KeyError) as error:
            raise _broken(path, _first_line(error)) from error
        self._factor: Vectors | None = tensors.get("weights")
        self._place: NDArray[Any] | None = tensors.get("mapping")
        self.dimension = int(self._stored.shape[1])
        self.tokens = len(self._stored if self._place is None else self._place)

    def rows(self, ids: NDArray[np.int64]) -> Vectors:
        """Return the rows of tokens *ids*, (t, d)."""
        rows: Vectors = self._stored[ids if self._place is None else self._place[ids]].astype(
            np.float32
        )
        return rows if self._factor is None else rows * self._factor[ids, None]

    def add_rows(self, ids: Sequence[int], total: Vectors) -> None:
        """Add the rows of tokens *ids* to *total*, (d,).

        A row is fetched once however often its token occurs: the longest text takes no
        more memory than the table.
        """
        tokens, counts = np.unique(np.asarray(ids, np.int64), return_counts=True)
        stored = self._stored[tokens if self._place is None else self._place[tokens]]
        factor = counts if self._factor is None else counts * self._factor[tokens]
        total += (stored * factor.astype(np.float32)[:, None]).sum(axis=0, dtype=np.float32)
