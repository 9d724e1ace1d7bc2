"""How two documents are aligned, and how an alignment is scored."""

from aligner.align import Settings, align, align_documents
from aligner.encoder import Encoder, load_encoder
from aligner.evaluate import Evaluation, Pair, evaluate
from aligner.score import Weights
from aligner.search import Gap

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
