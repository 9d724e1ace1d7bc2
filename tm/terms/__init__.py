"""Terms: concepts, the term base that keeps them, and the files that carry them."""

from typing import TYPE_CHECKING

from corpora.lazily import imported_when_asked

if TYPE_CHECKING:
    from tm.terms.base import TermBase
    from tm.terms.concept import Concept, Term
    from tm.terms.files import (
        READERS,
        WRITERS,
        WrittenConcepts,
        read_concepts,
        write_candidates,
        write_concepts,
    )
    from tm.terms.intake import TermsAdded
    from tm.terms.which import Which

_HOMES = {
    "READERS": "tm.terms.files",
    "WRITERS": "tm.terms.files",
    "Concept": "tm.terms.concept",
    "Term": "tm.terms.concept",
    "TermBase": "tm.terms.base",
    "TermsAdded": "tm.terms.intake",
    "Which": "tm.terms.which",
    "WrittenConcepts": "tm.terms.files",
    "read_concepts": "tm.terms.files",
    "write_candidates": "tm.terms.files",
    "write_concepts": "tm.terms.files",
}

__all__ = [
    "READERS",
    "WRITERS",
    "Concept",
    "Term",
    "TermBase",
    "TermsAdded",
    "Which",
    "WrittenConcepts",
    "read_concepts",
    "write_candidates",
    "write_concepts",
]

__getattr__ = imported_when_asked(__name__, _HOMES)
