"""Concepts into a term base, each joined with what is there or kept apart.

Batches are written whole or not at all.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tm.origins import number_of_origin
from tm.schema import TERMS, transaction
from tm.terms.changes import remember, this_moment, was_mended
from tm.terms.concept import Concept, Term
from tm.terms.faults import FAULTS, fault_of
from tm.terms.joining import (
    has_forms_of,
    is_contradicting,
    is_other_translation,
    joined,
    replaced,
    share_pair,
    united,
)
from tm.terms.rows import concepts_numbered, insert, name_origin, rewrite, written_as
from tm.terms.which import CANDIDATE, VOUCHED
from tm.terms.words import stem_key, stems_of, surface_key, surface_of

BATCH = 2000  # concepts of one transaction
_FREQUENT = 1000  # terms of one key, beyond which keys count as equally frequent
_HAVING = f"SELECT DISTINCT id / {TERMS} FROM term WHERE key = ?"
_FORMS = (
    f"SELECT id / {TERMS} FROM term WHERE key = ?1 OR stem IN (?2, ?3) OR base_stem IN (?2, ?3)"
)
_AMONG = (
    "SELECT DISTINCT value FROM json_each(?) CROSS JOIN term "
    f"ON term.id BETWEEN value * {TERMS} AND value * {TERMS} + {TERMS - 1} WHERE +term.key = ?"
)


@dataclass(frozen=True, slots=True)
class TermsAdded:
    """What became of concepts: new ones, those that completed or changed another, those known.

    *contradicting* counts those of the new ones that give a term another status than
    the base does. Why others were refused, :data:`tm.terms.faults.FAULTS` tells.
    """

    new: int = 0
    joined: int = 0
    repeated: int = 0
    contradicting: int = 0
    changed: int = 0
    refused: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many concepts there were."""
        told = self.new + self.joined + self.repeated + self.changed
        return told + sum(self.refused.values())

    def __add__(self, other: TermsAdded) -> TermsAdded:
        """Sum two counts."""
        return TermsAdded(
            self.new + other.new,
            self.joined + other.joined,
            self.repeated + other.repeated,
            self.contradicting + other.contradicting,
            self.changed + other.changed,
            dict(Counter(self.refused) + Counter(other.refused)),
        )


def add_concepts(
    connection: sqlite3.Connection,
    concepts: Iterable[Concept],
    origin: str,
    *,
    is_replacing: bool = False,
    is_completing: bool = False,
) -> Iterator[TermsAdded]:
    """Write *concepts* and yield what became of those of each transaction once it is safe.

    What was given before an error is kept. *is_replacing*: the facts of a concept count
    before those of the one with the very same terms. *is_completing*: a translation with a
    status joins the one concept that has its first term.
    """
    wishes = {"is_replacing": is_replacing, "is_completing": is_completing}
    for batch in _batches(concepts):
        with transaction(connection):
            counts = Counter(_add_all(connection, batch, origin, **wishes))
        refused = {code: counts.pop(code) for code in FAULTS if code in counts}
        yield TermsAdded(**counts, refused=refused)


def _batches(concepts: Iterable[Concept]) -> Iterator[list[Concept]]:
    """Cut *concepts* into batches, read before the file is locked; an error ends the last one."""
    batch: list[Concept] = []
    try:
        for concept in concepts:
            batch.append(concept)
            if len(batch) == BATCH:
                full, batch = batch, []
                yield full
    finally:
        if batch:
            yield batch


def _add_all(
    connection: sqlite3.Connection,
    concepts: Iterable[Concept],
    origin: str,
    *,
    is_replacing: bool,
    is_completing: bool,
) -> Iterator[str]:
    now = this_moment()
    number = number_of_origin(connection, origin)
    for concept in concepts:
        if fault := fault_of(concept):
            yield fault
        else:
            bare = replace(concept, created=concept.created or now, origin="", id="")
            ready = written_as(bare)
            if ready.review == CANDIDATE:  # a glossary means each spelling that it lists
                ready = replace(ready, terms=united(ready.terms))
            known = sorted(alike(connection, ready), key=lambda old: old.review == CANDIDATE)
            if is_completing and not known:
                known = _with_source(connection, ready)
            if is_replacing and (became := _replace(connection, ready, known, number)):
                yield became
            else:
                yield from _add(connection, ready, known, number)


def _replace(
    connection: sqlite3.Connection, concept: Concept, known: Sequence[Concept], origin: int
) -> str:
    """Change the one of *known* that has the terms of *concept*; say what became of that.

    Nothing does where none has, or several have: nobody knows which one is meant.
    """
    found = [(old, whole) for old in known if (whole := replaced(old, concept))]
    if len(found) != 1:
        return ""
    ((old, whole),) = found
    number = int(old.id)
    name_origin(connection, number, origin)
    if whole == old:
        return "repeated"
    remember(connection, old, "changed", concept.author)
    author = concept.author or old.author
    rewrite(connection, number, replace(whole, changed=this_moment(), author=author))
    return "changed"


def _add(
    connection: sqlite3.Connection, concept: Concept, known: Sequence[Concept], origin: int
) -> Iterator[str]:
    """Join *concept* with the first of *known* that it fits; yield what became of it."""
    for old in known:  # what somebody decided on first
        whole = joined(old, concept)
        if whole is None:
            continue
        number = int(old.id)
        name_origin(connection, number, origin)
        if whole == old:
            yield "repeated"
            return
        if old.review != CANDIDATE:
            remember(connection, old, "joined", concept.author)
        rewrite(connection, number, replace(whole, changed=this_moment()))
        yield "joined"
        return
    if concept.review == CANDIDATE:
        if decided := _decided(connection, concept):
            name_origin(connection, int(decided.id), origin)
        if decided or was_mended(connection, concept):
            yield "repeated"
            return
    name_origin(connection, insert(connection, concept), origin)
    yield "new"
    if any(is_contradicting(old, concept) for old in known):
        yield "contradicting"


def _with_source(connection: sqlite3.Connection, concept: Concept) -> list[Concept]:
    """Return the concept that *concept* gives one more translation; none where several may be."""
    key = surface_key(surface_of(concept.terms[0].text))
    numbers = [number for (number,) in connection.execute(_HAVING, (key,))]
    found = [
        old
        for old in concepts_numbered(connection, numbers)
        if old.review in VOUCHED and is_other_translation(old, concept)
    ]
    return found if len(found) == 1 else []


def _decided(connection: sqlite3.Connection, concept: Concept) -> Concept | None:
    """Return a concept that is decided, of whose terms those of *concept* are forms."""
    owners = [set(_having_form(connection, term)) for term in concept.terms]
    for old in concepts_numbered(connection, sorted(set.intersection(*owners))):
        if old.review != CANDIDATE and has_forms_of(old, concept):
            return old
    return None


def _having_form(connection: sqlite3.Connection, term: Term) -> Iterator[int]:
    """Yield the concepts that have *term*, another form of it or of its base."""
    surface = surface_of(term.text)
    stems = (stem_key(stems_of(text)) for text in (surface, surface_of(term.base)))
    for (number,) in connection.execute(_FORMS, (surface_key(surface), *stems)):
        yield number


def alike(connection: sqlite3.Connection, concept: Concept) -> list[Concept]:
    """Return the concepts that share a pair with *concept*, those with most terms in common first.

    A term alone does not make two concepts one: 会议 is a meeting and a conference.
    """
    keys = {surface_key(surface_of(term.text)) for term in concept.terms}
    *rarer, commonest = sorted(keys, key=lambda key: (_frequency(connection, key), key))
    votes: Counter[int] = Counter()
    for key in rarer:
        votes.update(number for (number,) in connection.execute(_HAVING, (key,)))
    if rarer:  # two terms in common: one is among these
        among = connection.execute(_AMONG, (json.dumps(list(votes)), commonest))
    else:
        among = connection.execute(_HAVING, (commonest,))
    votes.update(number for (number,) in among.fetchall())
    least = min(2, len(keys))
    numbers = [number for number, count in sorted(votes.items()) if count >= least]
    numbers.sort(key=lambda number: -votes[number])
    return [old for old in concepts_numbered(connection, numbers) if share_pair(old, concept)]


def _frequency(connection: sqlite3.Connection, key: int) -> int:
    """Count the terms that have *key*, as far as it matters."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM term WHERE key = ? LIMIT {_FREQUENT})"
    return int(connection.execute(query, (key,)).fetchone()[0])
