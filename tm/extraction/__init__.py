"""Terms found in bitexts, and what is not rendered in one way."""

from typing import TYPE_CHECKING

from corpora.lazily import imported_when_asked

if TYPE_CHECKING:
    from tm.extraction.candidate import TermCandidate, concepts_of
    from tm.extraction.consistency import Inconsistency, Rendering, inconsistencies
    from tm.extraction.extract import extract_terms
    from tm.extraction.threshold import THRESHOLD

_HOMES = {
    "Inconsistency": "tm.extraction.consistency",
    "Rendering": "tm.extraction.consistency",
    "THRESHOLD": "tm.extraction.threshold",
    "TermCandidate": "tm.extraction.candidate",
    "concepts_of": "tm.extraction.candidate",
    "extract_terms": "tm.extraction.extract",
    "inconsistencies": "tm.extraction.consistency",
}

__all__ = [
    "THRESHOLD",
    "Inconsistency",
    "Rendering",
    "TermCandidate",
    "concepts_of",
    "extract_terms",
    "inconsistencies",
]

__getattr__ = imported_when_asked(__name__, _HOMES)
