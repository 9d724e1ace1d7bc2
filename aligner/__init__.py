"""How two documents are aligned, and how an alignment is scored.

- ``align(source, target)`` aligns two lists of segments, ``align_documents`` two documents
  that ``corpora.read_document`` has read; both return a ``Bitext``.
- ``Settings``, ``Weights`` and ``Gap`` say how; ``load_encoder(name)`` returns an ``Encoder``.
- ``evaluate(result, gold)`` scores beads, each a ``Pair``; it returns an ``Evaluation``.

Names are resolved when first used, so that a command that aligns nothing loads no numpy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aligner.alignment import Settings, align, align_documents
    from aligner.encoder import Encoder, load_encoder
    from aligner.evaluation import Evaluation, Pair, evaluate
    from aligner.score import Weights
    from aligner.search import Gap

    __version__: str

__all__ = [
    "Encoder",
    "Evaluation",
    "Gap",
    "Pair",
    "Settings",
    "Weights",
    "align",
    "align_documents",
    "evaluate",
    "load_encoder",
]

_HOMES = {
    "alignment": ("align", "align_documents", "Settings"),
    "encoder": ("Encoder", "load_encoder"),
    "evaluation": ("Evaluation", "Pair", "evaluate"),
    "score": ("Weights",),
    "search": ("Gap",),
}


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("corpora.version").version()
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"aligner.{module}"), name)
    raise AttributeError(f"module 'aligner' has no attribute {name!r}")
