"""Sentence-transformers models: found here or fetched, opened late, and fed what they can take.

Knows the hub, its local cache, devices and the longest text of a model. torch is imported when
the first text comes, or when a model must be fetched, and not before.
"""

from __future__ import annotations

import os
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from aligner.encoder import BATCH, SLICE, broken, encodable, first_line, present, unit_rows
from corpora.errors import AlignmentError, MissingModelError

if TYPE_CHECKING:
    from aligner.encoder import Vectors

PATIENCE: Final = 10  # seconds until a hub that does not answer counts as out of reach
OWNER: Final = "sentence-transformers"  # of models whose name on the hub has no owner
_UNREADABLE = (OSError, ValueError, LookupError, ImportError, TypeError, AttributeError)
_TOKENIZERS = ("tokenizer.json", "vocab.*", "*.model")  # files that a tokenizer is made of
_BREAK = re.compile(r"(?<=\W)(?=\w)")  # after white space or punctuation


class SentenceTransformerEncoder:
    """Any sentence-transformers model, by its name on the hub or its folder.

    A text longer than the model takes is not cut short: its vector is the mean of the vectors
    of its parts, weighted by their tokens.

    Raises:
        MissingModelError: the model is neither on this machine nor can be fetched.
    """

    def __init__(
        self, name_or_folder: str | Path, *, device: str | None = None, batch: int = BATCH
    ) -> None:
        """Find the model; one that is not on this machine is fetched and opened at once.

        *device* is one that torch knows, else the fastest there is; *batch* texts go to the
        model at a time, fewer once the memory of the device has turned out too small.
        """
        self.name = str(name_or_folder)
        self._device = device
        self._batch = batch
        self._opened: Any = None if _is_here(self.name) else _open_model(self.name, device)

    @property
    def identity(self) -> str:
        """The state of the model's files, or its name on the hub and the commit that is here.

        Raises:
            MissingModelError: the hub's local cache does not say which commit is here.
        """
        if _is_folder(self.name):
            return _fingerprint(Path(self.name))
        if (snapshot := _snapshot(self.name)) is None:
            raise MissingModelError(
                f"{self.name}: the hub's cache does not say which version this is; "
                "give the folder of the model, or go without a cache of vectors"
            )
        return f"{self.name}@{snapshot.name}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row per text; empty texts do not reach the model."""
        width = self._model.get_embedding_dimension()
        if width is None:
            raise broken(Path(self.name), "it does not say how long its vectors are")
        vectors = np.zeros((len(texts), width), np.float32)
        for start in range(0, len(texts), SLICE):
            self._add_rows(encodable(texts[start : start + SLICE]), vectors[start:])
        return unit_rows(vectors, texts)

    @property
    def _model(self) -> Any:  # noqa: ANN401 - torch is not imported for its type
        if self._opened is None:
            self._opened = _open_model(self.name, self._device)
        return self._opened

    def _add_rows(self, texts: Sequence[str], total: Vectors) -> None:
        """Add the vector of each text, taken apart where it is too long, to its row of *total*."""
        tokens_of, limit = _measure(self._model)
        parts: list[str] = []
        rows: list[int] = []
        shares: list[float] = []
        for row, text in enumerate(texts):
            if text.strip():
                found = list(fitting_parts(text, tokens_of, limit))
                tokens = sum(count for _, count in found)
                parts += [part for part, _ in found]
                shares += [count / tokens for _, count in found]
                rows += [row] * len(found)
        if parts:
            weights = np.array(shares, np.float32)[:, None]
            np.add.at(total, rows, self._encoded(parts) * weights)

    def _encoded(self, texts: list[str]) -> Vectors:
        """Return the model's own rows, in smaller batches once memory has run out.

        Raises:
            AlignmentError: there is no memory for a single text.
        """
        from torch.cuda import OutOfMemoryError  # of every accelerator, in torch 2.2 as well

        while True:
            try:
                vectors: Vectors = self._model.encode(
                    texts, batch_size=self._batch, show_progress_bar=False
                )
                return vectors
            except OutOfMemoryError as error:
                if self._batch == 1:
                    raise _too_large(self.name) from error
            self._batch //= 2


def _measure(model: Any) -> tuple[Callable[[str], int], float]:  # noqa: ANN401
    """Return a function that counts the tokens of a text, and how many tokens the model takes.

    Special tokens and the prompt that the model puts before each text are counted. A model
    without a limit counts every text as one token of one.
    """
    from transformers import PreTrainedTokenizerBase

    tokenizer = getattr(model, "tokenizer", None)
    if not isinstance(tokenizer, PreTrainedTokenizerBase) or model.max_seq_length is None:
        return lambda _: 1, 1
    prompt = model.prompts.get(model.default_prompt_name) or ""

    def tokens_of(text: str) -> int:
        return len(tokenizer(prompt + text, truncation=False, verbose=False)["input_ids"]) or 1

    return tokens_of, model.max_seq_length


def fitting_parts(
    text: str, tokens_of: Callable[[str], int], limit: float
) -> Iterator[tuple[str, int]]:
    """Halve *text* until every part has *limit* tokens at most; yield parts and their tokens.

    >>> list(fitting_parts("法律，和平。 law", len, 3))
    [('法律，', 3), ('和平。', 3), ('law', 3)]
    """
    tokens = tokens_of(text)
    if tokens <= limit or len(text) < 2:
        yield text, tokens
        return
    middle = len(text) // 2
    breaks = (found.start() for found in _BREAK.finditer(text))
    cut = min(breaks, key=lambda place: abs(place - middle), default=middle)
    for half in (text[:cut].strip(), text[cut:].strip()):
        if half:
            yield from fitting_parts(half, tokens_of, limit)


def _is_folder(name: str) -> bool:
    """Whether *name* means a folder, there or not, and no model on the hub."""
    folder = Path(name)
    return folder.is_dir() or folder.is_absolute() or name.startswith(".")


def _is_here(name: str) -> bool:
    """Whether a model is on this machine; a folder without a whole one is an error."""
    folder = Path(name)
    if not _is_folder(name):
        snapshot = _snapshot(name)
        return snapshot is not None and not _flaw(snapshot)
    if not folder.is_dir():
        raise MissingModelError(
            f"{name}: no such folder; give the folder of a sentence-transformers model"
        )
    present(folder / "modules.json")
    if flaw := _flaw(folder):
        raise broken(folder, flaw)
    return True


def _flaw(folder: Path) -> str:
    """Say what is wrong with the model in *folder*, by its files; nothing if they seem whole."""
    from safetensors import SafetensorError, safe_open

    tables = list(folder.rglob("*.safetensors"))
    for path in tables:
        try:
            with safe_open(path, "numpy"):
                pass
        except (SafetensorError, OSError) as error:
            return f"{path.name}: {first_line(error)}"
    if not (tables or any(folder.rglob("*.bin"))):
        return "it holds no weights"
    if not any(folder.rglob("tokenizer_config.json")):  # made without, or of another kind
        return ""
    has_tokenizer = any(any(folder.rglob(pattern)) for pattern in _TOKENIZERS)
    return "" if has_tokenizer else "it holds no tokenizer"


def _fingerprint(folder: Path) -> str:
    """Return a hash of the paths, sizes and times of change of a model's files.

    Hidden files and databases (a cache of vectors may lie there) are no part of the model.
    """
    facts = []
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        is_hidden = any(part.startswith(".") for part in place.parts)
        if path.is_file() and not is_hidden and ".sqlite" not in path.suffix:
            stat = path.stat()
            facts.append(f"{place.as_posix()}\0{stat.st_size}\0{stat.st_mtime_ns}")
    return sha256("\n".join(facts).encode("utf-8", "surrogateescape")).hexdigest()


def _snapshot(name: str) -> Path | None:
    """Return the folder of the hub's local cache that holds the current commit of a model."""
    from huggingface_hub import try_to_load_from_cache

    cache = os.environ.get("SENTENCE_TRANSFORMERS_HOME")
    for repository in [name] if "/" in name else [f"{OWNER}/{name}", name]:
        for file in ("modules.json", "config.json"):
            try:
                found = try_to_load_from_cache(repository, file, cache_dir=cache)
            except ValueError:  # no name a repository could have
                return None
            if isinstance(found, str):
                return Path(found).parent
    return None


def _open_model(name: str, device: str | None) -> Any:  # noqa: ANN401
    """Open a model on *device*.

    Raises:
        MissingModelError: it is not there, cannot be read, or there is no such device.
        AlignmentError: the memory of the device is too small for it.
    """
    from torch.cuda import OutOfMemoryError

    _check_device(device)
    try:
        return _found_or_fetched(name, device)
    except OutOfMemoryError as error:
        raise _too_large(name) from error
    except RuntimeError as error:  # weights of other shapes than the configuration says
        raise broken(Path(name), first_line(error)) from error


def _check_device(name: str | None) -> None:
    """Refuse a device that is not on this machine; None is the one torch uses."""
    import torch

    try:
        torch.zeros(1, device=name).tolist()
    except (RuntimeError, AssertionError, ImportError) as error:
        reason = shorten(first_line(error), 80, placeholder=" …")
        raise MissingModelError(
            f"device {name!r}: not on this machine ({reason}); "
            "give cpu, or cuda or mps where there is one, or leave the choice to torch"
        ) from error


def _found_or_fetched(name: str, device: str | None) -> Any:  # noqa: ANN401
    """Open a model that is on this machine, else fetch it.

    The hub is asked once whether it answers: its client alone tries for over a minute.
    """
    from huggingface_hub.errors import HfHubHTTPError
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(name, device=device, local_files_only=True)
    except _UNREADABLE as error:
        if _is_folder(name):
            raise broken(Path(name), first_line(error)) from error
    client_error: Any = HfHubHTTPError.__bases__[0]  # of whichever client the hub uses
    try:
        _reach_hub()
        return SentenceTransformer(name, device=device)
    except (*_UNREADABLE, HTTPException, client_error) as error:
        raise MissingModelError(
            f"{name}: no such sentence-transformers model here, and it could not be fetched "
            f"({first_line(error)}); check the name, or fetch it on a machine with a network "
            "and give the folder it was saved to, or use the bundled encoder 'default'"
        ) from error


def _reach_hub() -> None:
    """Raise an OSError unless the hub answers, whatever it says."""
    from huggingface_hub import constants

    if constants.HF_HUB_OFFLINE:
        raise OSError("HF_HUB_OFFLINE is set")
    request = urllib.request.Request(constants.ENDPOINT, method="HEAD")
    try:
        urllib.request.urlopen(request, timeout=PATIENCE).close()
    except urllib.error.HTTPError as answer:
        answer.close()


def _too_large(name: str) -> AlignmentError:
    return AlignmentError(
        f"{name}: the memory of the device is too small for this model; "
        "close other programs that use it, choose the device cpu, or a smaller model"
    )
