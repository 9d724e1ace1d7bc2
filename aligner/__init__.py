"""How two documents are aligned, and how an alignment is scored.

- ``align(source, target)`` aligns two lists of segments, ``align_documents`` two documents
  that ``corpora.read_document`` has read; both return a ``Bitext``.
- ``Settings``, ``Weights`` and ``Gap`` say how; ``load_encoder(name)`` returns an ``Encoder``.
- ``evaluate(result, gold)`` scores beads, each a ``Pair``; it returns an ``Evaluation``.

Names are resolved when first used, so that a command that aligns nothing loads no numpy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpora.lazily import imported_when_asked

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
    "Encoder": "aligner.encoder",
    "Evaluation": "aligner.evaluation",
    "Gap": "aligner.search",
    "Pair": "aligner.evaluation",
    "Settings": "aligner.alignment",
    "Weights": "aligner.score",
    "align": "aligner.alignment",
    "align_documents": "aligner.alignment",
    "evaluate": "aligner.evaluation",
    "load_encoder": "aligner.encoder",
}
_imported = imported_when_asked(__name__, _HOMES)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from corpora.version import version

        return version()
    return _imported(name)
