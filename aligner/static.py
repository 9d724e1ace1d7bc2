"""Static models: the vector of a text is the sum of its tokens' rows in one table.

Knows the files of such a model, the bundled one among them. numpy and tokenizers run it; torch
is never imported.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from aligner.encoder import SLICE, broken, encodable, first_line, present, unit_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from aligner.encoder import Vectors

MODEL_FOLDER = Path(__file__).parent / "model"
UNKNOWN = "[UNK]"
PART = 1024  # tokens of a text whose rows are summed at a time


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
        self.name = name or folder.resolve().name
        path = present(folder / "tokenizer.json")
        try:
            self.tokenizer = Tokenizer.from_buffer(path.read_bytes())
        except ValueError as error:
            raise broken(path, first_line(error)) from error
        self._paths = path, present(folder / "model.safetensors")
        self.tokenizer.no_padding()
        self._unknown = self.tokenizer.token_to_id(UNKNOWN)
        self._table = _Table(self._paths[1])
        if self._table.tokens < self.tokenizer.get_vocab_size():
            raise broken(folder, f"its table has rows for {self._table.tokens} tokens only")

    @property
    def dimension(self) -> int:
        """Length of a row."""
        return self._table.dimension

    @property
    def tokens(self) -> int:
        """Tokens that have a row."""
        return self._table.tokens

    @property
    def identity(self) -> str:
        """The state of the model's files.

        Raises:
            MissingModelError: one is gone.
        """
        digest = blake2b(digest_size=8)
        for path in self._paths:
            digest.update(present(path).read_bytes())
        return digest.hexdigest()

    def rows(self, ids: NDArray[np.int64]) -> Vectors:
        """Return the rows of tokens *ids*, (t, d)."""
        return self._table.rows(ids)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row per text; the cost grows with the number of tokens only."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), SLICE):
            part = encodable(texts[start : start + SLICE])
            found = self.tokenizer.encode_batch_fast(part, add_special_tokens=False)
            for row, encoding in zip(vectors[start:], found, strict=False):
                self._table.add_rows(encoding.ids, row)
        return unit_rows(vectors, texts)

    def words(self, texts: Sequence[str]) -> tuple[list[NDArray[np.int64]], Vectors]:
        """Return the tokens of each text as numbers of rows, and the rows, (v, d).

        The sum of the rows of a text points where :meth:`encode` points. Tokens that the
        model does not know are left out.
        """
        found = self.tokenizer.encode_batch_fast(encodable(texts), add_special_tokens=False)
        runs = [np.array([i for i in one.ids if i != self._unknown], np.int64) for one in found]
        known, flat = np.unique(np.concatenate([*runs, []]).astype(np.int64), return_inverse=True)
        ends = np.cumsum([len(run) for run in runs])
        places = [flat[end - len(run) : end] for run, end in zip(runs, ends, strict=True)]
        return places, self._table.rows(known)


def static_part(folder: Path) -> Path | None:
    """Return where a model's tokenizer and table lie, or None for one that is not static.

    Raises:
        MissingModelError: *folder* holds no model.
    """
    path = present(folder / "modules.json")
    try:
        modules = json.loads(path.read_text("utf-8"))
        kinds = [module["type"].rpartition(".")[2] for module in modules]
        static = kinds[0] == "StaticEmbedding" and set(kinds[1:]) <= {"Normalize"}
        return folder / modules[0]["path"] if static else None
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise broken(path, "it is no list of modules") from error


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
            raise broken(path, first_line(error)) from error
        count = len(self._stored)
        self._place: NDArray[Any] = tensors.get("mapping", np.arange(count))
        self.tokens = len(self._place)
        self._factor: Vectors = tensors.get("weights", np.ones(self.tokens)).astype(np.float32)
        if (
            len(self._factor) != self.tokens
            or not (self._place >= 0).all() & (self._place < count).all()
        ):
            raise broken(path, "its tokens point to rows that are not there")
        self.dimension = int(self._stored.shape[1])

    def rows(self, ids: NDArray[np.int64]) -> Vectors:
        """Return the rows of tokens *ids*, (t, d)."""
        rows: Vectors = self._stored[self._place[ids]].astype(np.float32)
        return rows * self._factor[ids, None]

    def add_rows(self, ids: Sequence[int], total: Vectors) -> None:
        """Add the rows of tokens *ids* to *total*, (d,); a long text takes no more memory."""
        for start in range(0, len(ids), PART):
            part = np.asarray(ids[start : start + PART], np.int64)
            stored = self._stored[self._place[part]].astype(np.float32)
            total += self._factor[part] @ stored
