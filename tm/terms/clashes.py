"""What contradicts itself in a term base, and what stands there twice.

Only concepts that somebody stands for are compared, no candidates; a rejected one
only with an accepted one. Each check looks at the concepts that share a term.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tm.errors import TermError
from tm.schema import TERMS
from tm.terms.concept import STATUSES, Concept, Term
from tm.terms.joining import is_one_language, pairs_of
from tm.terms.rows import concepts_numbered
from tm.terms.which import REJECTED, VOUCHED
from tm.terms.words import surface_key, surface_of


@dataclass(frozen=True, slots=True)
class TermFinding:
    """Something of a term base that somebody should decide."""

    code: str  # a name in CHECKS
    message: str
    concepts: tuple[Concept, ...]


Group = Sequence[tuple[Term, Concept]]  # the terms of one surface, with their concepts
Check = Callable[[Group], Iterator[TermFinding]]


def _status(group: Group) -> Iterator[TermFinding]:
    """Find a term with two statuses; one that is preferred in one region may not be in another."""
    told = _told(group)
    known: dict[str, set[str]] = {}  # statuses by language tag
    for term, _ in told:
        known.setdefault(term.lang, set()).add(term.status)
    statuses: dict[str, list[Concept]] = {}
    for term, concept in told:
        others = (known[lang] for lang in known if is_one_language(term.lang, lang))
        if any(other - {term.status} for other in others):
            statuses.setdefault(term.status, []).append(concept)
    if len(statuses) > 1:
        what = " and ".join(
            f"{status} in {_numbers(concepts)}" for status, concepts in statuses.items()
        )
        yield _finding("status", f"“{told[0][0].text}” is {what}", chain(*statuses.values()))


def _told(group: Group) -> Group:
    """Return what has a status; of a concept that spells the term in several ways, the best one.

    That one way to write it is preferred to another in a concept contradicts nothing.
    """
    told = [(term, one) for term, one in group if term.status and one.review in VOUCHED]
    best: dict[str, str] = {}
    for term, one in sorted(told, key=lambda row: STATUSES.index(row[0].status)):
        best.setdefault(one.id, term.text)
    return [(term, one) for term, one in told if term.text == best[one.id]]


def _two_preferred(group: Group) -> Iterator[TermFinding]:
    """Find a term with two preferred translations into one language."""
    preferred: dict[str, dict[str, tuple[str, Concept]]] = {}
    source = group[0][0].code
    for _, concept in group:
        if concept.review not in VOUCHED:
            continue
        for term in concept.terms:
            if term.status == "preferred" and term.code != source:
                texts = preferred.setdefault(term.code, {})
                texts.setdefault(surface_of(term.text), (term.text, concept))
    for texts in preferred.values():
        if len(texts) > 1:
            told = ", ".join(f"“{text}” in {concept.id}" for text, concept in texts.values())
            message = f"“{group[0][0].text}” has {len(texts)} preferred translations: {told}"
            yield _finding("two-preferred", message, [concept for _, concept in texts.values()])


def _accepted_and_rejected(group: Group) -> Iterator[TermFinding]:
    """Find a pair that is accepted in one concept and rejected in another."""
    for same in _by_pair(group, (*VOUCHED, REJECTED)):
        kept = [one for one in same if one.review in VOUCHED]
        rejected = [one for one in same if one.review == REJECTED]
        if kept and rejected:
            where = f"kept in {_numbers(kept)} and rejected in {_numbers(rejected)}"
            message = f"{_named(kept[0])} is {where}"
            yield _finding("accepted-and-rejected", message, [*kept, *rejected])


def _same_pair(group: Group) -> Iterator[TermFinding]:
    """Find a pair that stands in two concepts."""
    for same in _by_pair(group, VOUCHED):
        if len(same) > 1:
            message = f"{_named(same[0])} is in {_numbers(same)}"
            yield _finding("same-pair", message, same)


def _same_term(group: Group) -> Iterator[TermFinding]:
    """Find a term of several concepts that have no pair in common."""
    concepts = _of_reviews(group, VOUCHED)
    with_first = {
        one.id for same in _by_pair(group, VOUCHED) if same[0] is concepts[0] for one in same
    }
    if any(one.id not in with_first for one in concepts):
        message = f"“{group[0][0].text}” is a term of {_numbers(concepts)}"
        yield _finding("same-term", message, concepts)


CONTRADICTIONS: dict[str, Check] = {
    "status": _status,
    "two-preferred": _two_preferred,
    "accepted-and-rejected": _accepted_and_rejected,
}
DUPLICATES: dict[str, Check] = {"same-pair": _same_pair, "same-term": _same_term}
CHECKS = CONTRADICTIONS | DUPLICATES
# Terms of several concepts; a term twice in one, or two preferred ones of one language.
_SUSPECT = f"""
    SELECT key FROM term WHERE key IN (
        SELECT key FROM term GROUP BY key HAVING count(DISTINCT id / {TERMS}) > 1
        UNION SELECT key FROM term JOIN (
            SELECT id / {TERMS} AS owner FROM term
            WHERE status = 'preferred'
            GROUP BY id / {TERMS}, substr(lang || '-', 1, instr(lang || '-', '-'))
            HAVING count(*) > 1
        ) ON id / {TERMS} = owner
        UNION SELECT key FROM term GROUP BY key, id / {TERMS} HAVING count(DISTINCT status) > 1
    ) GROUP BY key ORDER BY min(id)
"""


def clashes(connection: sqlite3.Connection, codes: Collection[str] = ()) -> Iterator[TermFinding]:
    """Yield what the checks called *codes* find, or all of them, each finding once.

    In the order in which the terms came that several concepts have.

    Raises:
        TermError: there is no such check.
    """
    if unknown := [code for code in codes if code not in CHECKS]:
        raise TermError(f"no check {unknown[0]!r}; they are {', '.join(CHECKS)}")
    checks = [check for code, check in CHECKS.items() if not codes or code in codes]
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for (key,) in connection.execute(_SUSPECT).fetchall():
        for group in _groups(connection, key):
            for finding in (found for check in checks for found in check(group)):
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
                groups.setdefault(term.code, []).append((term, concept))
    yield from groups.values()


def _of_reviews(group: Group, reviews: Collection[str]) -> list[Concept]:
    found = {concept.id: concept for _, concept in group if concept.review in reviews}
    return list(found.values())


def _by_pair(group: Group, reviews: Collection[str]) -> Collection[list[Concept]]:
    """Gather the concepts of *group*, which share a term, by what makes it a pair.

    That is a term of another language; of a concept without one, all of its terms.
    """
    found: dict[tuple[tuple[str, str], ...], list[Concept]] = {}
    for concept in _of_reviews(group, reviews):
        pairs = pairs_of(concept)
        others = [[pair] for pair in sorted(pairs) if pair[0] != group[0][0].code]
        for shared in others or [sorted(pairs)]:
            found.setdefault(tuple(shared), []).append(concept)
    return found.values()


def _finding(code: str, message: str, concepts: Iterable[Concept]) -> TermFinding:
    return TermFinding(code, message, tuple({one.id: one for one in concepts}.values()))


def _numbers(concepts: Sequence[Concept]) -> str:
    return ", ".join(dict.fromkeys(concept.id for concept in concepts))


def _named(concept: Concept) -> str:
    return " = ".join(f"“{term.text}”" for term in concept.terms[:2])
