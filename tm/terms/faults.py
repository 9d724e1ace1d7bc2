"""What keeps a concept out of a term base, and a term in its concept."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tm.errors import TermError
from tm.schema import TERMS
from tm.terms.concept import REVIEWS, STATUSES, Concept, Term

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


def without(terms: Sequence[Term], dropped: Collection[Term]) -> tuple[Term, ...]:
    """Return *terms* but those *dropped*.

    Raises:
        TermError: that would leave a concept without terms in two languages, or without any.
    """
    kept = tuple(term for term in terms if term not in dropped)
    left, before = ({term.code for term in some} for some in (kept, terms))
    if len(left) < min(2, len(before)):
        named = ", ".join(dict.fromkeys(term.text for term in dropped))
        raise TermError(f"{named} stays: without it the concept has no pair of languages")
    return kept
