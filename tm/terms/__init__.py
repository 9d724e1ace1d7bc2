"""Terms: concepts, the term base that keeps them, and the files that carry them."""

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
