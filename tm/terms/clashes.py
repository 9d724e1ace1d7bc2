"""What contradicts itself in a term base, and what stands there twice.

Only concepts that somebody stands for are compared, no candidates; a rejected one
only with an accepted one. Each check looks at the concepts that share a term.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tm.schema import TERMS
from tm.terms.concept import Concept, Term
from tm.terms.joining import is_one_language, share_pair
from tm.terms.rows import concepts_numbered
from tm.terms.which import REJECTED, VOUCHED
from tm.terms.words import surface_key, surface_of


@dataclass(frozen=True, slots=True)
class TermFinding:
    """Something of a term base that somebody should decide."""

    code: str  # a name in CONTRADICTIONS or DUPLICATES
    message: str
    concepts: tuple[Concept, ...]


Group = Sequence[tuple[Term, Concept]]  # the terms of one surface, with their concepts
Check = Callable[[Group], Iterator[TermFinding]]


def _status(group: Group) -> Iterator[TermFinding]:
    """Find a term with two statuses; one that is preferred in one region may not be in another."""
    told = [(term, one) for term, one in group if term.status and one.review in VOUCHED]
    statuses: dict[str, list[Concept]] = {}
    for term, concept in told:
        others = (other for other, _ in told if is_one_language(term.lang, other.lang))
        if any(other.status != term.status for other in others):
            statuses.setdefault(term.status, []).append(concept)
    if len(statuses) > 1:
        what = " and ".join(
            f"{status} in {_numbers(concepts)}" for status, concepts in statuses.items()
        )
        yield _finding("status", f"“{group[0][0].text}” is {what}", chain(*statuses.values()))


def _two_preferred(group: Group) -> Iterator[TermFinding]:
    """Find a term with two preferred translations into one language."""
    preferred: dict[str, dict[str, tuple[str, Concept]]] = {}
    source = _code(group[0][0])
    for _, concept in group:
        if concept.review not in VOUCHED:
            continue
        for term in concept.terms:
            if term.status == "preferred" and _code(term) != source:
                texts = preferred.setdefault(_code(term), {})
                texts.setdefault(surface_of(term.text), (term.text, concept))
    for texts in preferred.values():
        if len(texts) > 1:
            told = ", ".join(f"“{text}” in {concept.id}" for text, concept in texts.values())
            message = f"“{group[0][0].text}” has {len(texts)} preferred translations: {told}"
            yield _finding("two-preferred", message, [concept for _, concept in texts.values()])


def _accepted_and_rejected(group: Group) -> Iterator[TermFinding]:
    """Find a pair that is accepted in one concept and rejected in another."""
    concepts = [concept for _, concept in group]
    for rejected in concepts:
        for other in concepts:
            is_pair = rejected.review == REJECTED and other.review in VOUCHED
            if is_pair and share_pair(rejected, other):
                message = f"{_named(other)} is kept in {other.id} and rejected in {rejected.id}"
                yield _finding("accepted-and-rejected", message, [other, rejected])


def _same_pair(group: Group) -> Iterator[TermFinding]:
    """Find a pair that stands in two concepts."""
    concepts = _vouched(group)
    for place, one in enumerate(concepts):
        same = [other for other in concepts[place + 1 :] if share_pair(one, other)]
        if same:
            message = f"{_named(one)} is in {_numbers([one, *same])}"
            yield _finding("same-pair", message, [one, *same])
            return


def _same_term(group: Group) -> Iterator[TermFinding]:
    """Find a term of several concepts that have no pair in common."""
    concepts = _vouched(group)
    if any(not share_pair(concepts[0], other) for other in concepts[1:]):
        message = f"“{group[0][0].text}” is a term of {_numbers(concepts)}"
        yield _finding("same-term", message, concepts)


CONTRADICTIONS: dict[str, Check] = {
    "status": _status,
    "two-preferred": _two_preferred,
    "accepted-and-rejected": _accepted_and_rejected,
}
DUPLICATES: dict[str, Check] = {"same-pair": _same_pair, "same-term": _same_term}
_SHARED = f"SELECT key FROM term GROUP BY key HAVING count(DISTINCT id / {TERMS}) > 1"
# A term twice in one concept, or two preferred ones of one language.
_WITHIN = f"""
    SELECT DISTINCT key FROM term JOIN (
        SELECT id / {TERMS} AS owner FROM term
        WHERE status = 'preferred'
        GROUP BY id / {TERMS}, substr(lang || '-', 1, instr(lang || '-', '-')) HAVING count(*) > 1
    ) ON id / {TERMS} = owner
    UNION SELECT key FROM term GROUP BY key, id / {TERMS} HAVING count(DISTINCT status) > 1
"""


def clashes(connection: sqlite3.Connection, checks: dict[str, Check]) -> Iterator[TermFinding]:
    """Yield what *checks* find, each once, in the order of the first concept."""
    query = f"{_SHARED} UNION {_WITHIN}" if checks is CONTRADICTIONS else _SHARED
    keys = [key for (key,) in connection.execute(query)]
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for key in keys:
        for group in _groups(connection, key):
            for check in checks.values():
                for finding in check(group):
                    numbers = tuple(sorted(concept.id for concept in finding.concepts))
                    if (finding.code, numbers) not in seen:
                        seen.add((finding.code, numbers))
                        yield finding


def _groups(connection: sqlite3.Connection, key: int) -> Iterator[Group]:
    """Yield the terms that have *key*, one language at a time."""
    query = f"SELECT DISTINCT id / {TERMS} FROM term WHERE key = ?"
    numbers = [number for (number,) in connection.execute(query, (key,))]
    groups: dict[str, list[tuple[Term, Concept]]] = {}
    for concept in concepts_numbered(connection, numbers):
        for term in concept.terms:
            if surface_key(surface_of(term.text)) == key:
                groups.setdefault(_code(term), []).append((term, concept))
    yield from groups.values()


def _vouched(group: Group) -> list[Concept]:
    found = {concept.id: concept for _, concept in group if concept.review in VOUCHED}
    return list(found.values())


def _finding(code: str, message: str, concepts: Iterable[Concept]) -> TermFinding:
    return TermFinding(code, message, tuple({one.id: one for one in concepts}.values()))


def _code(term: Term) -> str:
    return term.lang.partition("-")[0].lower()


def _numbers(concepts: Sequence[Concept]) -> str:
    return ", ".join(dict.fromkeys(concept.id for concept in concepts))


def _named(concept: Concept) -> str:
    return " = ".join(f"“{term.text}”" for term in concept.terms[:2])
