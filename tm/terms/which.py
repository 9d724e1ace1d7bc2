"""Which concepts of a term base are meant: the conditions that its methods and commands share."""

from __future__ import annotations

from dataclasses import dataclass

from tm.schema import TERMS
from tm.where import BAR, writable

CANDIDATE, ACCEPTED, REJECTED = "candidate", "accepted", "rejected"
VOUCHED = ("", ACCEPTED)  # reviews of what somebody stands for
_BROUGHT = (
    "EXISTS (SELECT 1 FROM brought_concept JOIN origin ON origin.id = brought_concept.origin "
    f"WHERE brought_concept.concept = concept.id "
    f"AND instr('{BAR}' || origin.name || '{BAR}', '{BAR}' || ? || '{BAR}') > 0)"
)
_STATUS = (
    f"EXISTS (SELECT 1 FROM term WHERE term.id BETWEEN concept.id * {TERMS} "
    f"AND concept.id * {TERMS} + {TERMS - 1} AND term.status = ?)"
)


@dataclass(frozen=True, slots=True)
class Which:
    """Conditions that must all hold; an empty one does not count.

    ``origin`` is the name of a file, or of one of several that were read together:
    ``a.tmx`` of ``a.tmx | b.tmx``. ``reviews`` are those one of which a concept must have:
    ``("",)`` means concepts that never were candidates. A concept without a score has none
    below ``min_score``.

    >>> Which(kind="name", reviews=("", "accepted")).sql()
    ('concept.kind = ? AND concept.review IN (?, ?)', ['name', '', 'accepted'])
    """

    origin: str = ""
    kind: str = ""
    reviews: tuple[str, ...] = ()
    status: str = ""  # of one of its terms
    min_score: float = 0.0  # 0–1

    def sql(self) -> tuple[str, list[object]]:
        """Return the condition on table ``concept``, and its parameters."""
        clauses: list[str] = []
        values: list[object] = []
        for clause, value in (
            (_BROUGHT, writable(self.origin)),
            ("concept.kind = ?", self.kind),
            (_STATUS, self.status),
            ("concept.score >= ?", self.min_score),
        ):
            if value:
                clauses.append(clause)
                values.append(value)
        if self.reviews:
            clauses.append(f"concept.review IN ({', '.join('?' * len(self.reviews))})")
            values += self.reviews
        return " AND ".join(clauses) or "1", values


ANY = Which()
