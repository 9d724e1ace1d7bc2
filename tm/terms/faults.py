"""What keeps a concept out of a term base."""

from __future__ import annotations

from tm.schema import TERMS
from tm.terms.concept import REVIEWS, STATUSES, Concept

FAULTS = {
    "empty": "no terms, or one without text",
    "many": f"more than {TERMS} terms",
    "status": f"a status that is none of {', '.join(STATUSES)}",
    "review": f"a review that is none of {', '.join(REVIEWS)}",
}


def fault_of(concept: Concept) -> str:
    """Name what keeps *concept* out of a term base; empty if nothing does."""
    from tm.formats.clean import is_blank  # with all formats, which no lookup needs

    if not concept.terms or any(is_blank(term.text) for term in concept.terms):
        return "empty"
    if len(concept.terms) > TERMS:
        return "many"
    if any(term.status and term.status not in STATUSES for term in concept.terms):
        return "status"
    return "" if not concept.review or concept.review in REVIEWS else "review"
