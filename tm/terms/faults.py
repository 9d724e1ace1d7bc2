"""What keeps a concept out of a term base, and a term in its concept."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Sequence
from dataclasses import replace

from corpora.types import EN, ZH
from tm.errors import TermError
from tm.folding import is_han
from tm.schema import TERMS
from tm.terms.concept import REVIEWS, STATUSES, Concept, Term
from tm.terms.joining import is_same

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


def check_respelling(concept: Concept, meant: Collection[Term], text: str) -> None:
    """Refuse *text* as the new spelling of those terms of *concept* that are *meant*.

    Raises:
        TermError: another term is spelt so already, or *text* is in the script of the other
            language.
    """
    for term in meant:
        new = replace(term, text=text)
        if any(is_same(new, other) for other in concept.terms if other not in meant):
            command = f"duizhao terms change {concept.id} --term {shlex.quote(term.text)} --drop"
            raise TermError(f"concept {concept.id} has {text} already; drop the other: {command}")
        if _is_foreign(new) and not _is_foreign(term):
            raise TermError(f"{text} is no {term.lang} term, as {term.text} is: check --text")


def _is_foreign(term: Term) -> bool:
    """Tell whether a Chinese term is in Latin letters or an English one in Chinese characters.

    An acronym or a number may stand in either language.
    """
    if term.code == EN.code:
        return is_han(term.text)
    is_neutral = term.text == term.text.upper()
    return term.code == ZH.code and not (is_han(term.text) or is_neutral)
