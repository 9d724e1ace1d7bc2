"""Changes of the concepts of a term base by hand, each with what was there before."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tm.errors import TermError
from tm.folding import key_of
from tm.origins import forget_origins, number_of_origin
from tm.schema import transaction
from tm.terms.concept import REVIEWS, Concept
from tm.terms.faults import FAULTS, fault_of
from tm.terms.joining import merged, pairs_of, says_the_same
from tm.terms.rows import (
    concepts_numbered,
    erase,
    from_json,
    insert,
    name_origin,
    rewrite,
    to_json,
    written_as,
)
from tm.where import ORIGINS, writable

_MENDED = """
    SELECT 1 FROM history AS mended WHERE key = ? AND action = 'changed' AND (
        EXISTS (SELECT 1 FROM concept WHERE id = mended.concept)
        OR 'merged' = (
            SELECT action FROM history WHERE concept = mended.concept ORDER BY id DESC LIMIT 1
        )
    ) LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a concept, when and by whom, and what it was before."""

    moment: datetime
    author: str
    # "joined" by a file, "changed", "reviewed", "merged", "removed" or "undone", which bases
    # written by earlier versions call "restored"
    action: str
    before: Concept


def remember(connection: sqlite3.Connection, concept: Concept, action: str, author: str) -> None:
    """Note in the history what *concept* is before *action*."""
    connection.execute(
        "INSERT INTO history(concept, moment, author, action, key, before) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            int(concept.id),
            this_moment().isoformat(),
            writable(author),
            action,
            _key(concept),
            to_json(concept),
        ),
    )


def was_mended(connection: sqlite3.Connection, concept: Concept) -> bool:
    """Tell whether a concept with just these terms was there once, and was changed by hand.

    One that is gone since does not count, unless it became part of another.
    """
    return connection.execute(_MENDED, (_key(concept),)).fetchone() is not None


def _key(concept: Concept) -> int:
    return key_of("\n".join("\t".join(pair) for pair in sorted(pairs_of(concept))))


def change(
    connection: sqlite3.Connection,
    number: int,
    concept: Concept,
    *,
    author: str,
    seen: Concept | None = None,
) -> Concept:
    """Put *concept* in the place of the one of that *number*; return it as it is now kept.

    Where that says the same already, nothing is written.

    Raises:
        TermError: there is none of that number, it is no more as it was *seen*, or *concept*
            cannot be kept.
    """
    if fault := fault_of(concept):
        raise TermError(f"concept {number} cannot become so: {FAULTS[fault]}")
    with transaction(connection):
        old = _as_seen(connection, number, seen)
        new = written_as(concept)
        if says_the_same(old, new):
            return old
        remember(connection, old, "changed", author)
        author = writable(author) or old.author
        rewrite(connection, number, replace(new, changed=this_moment(), author=author))
        return the_one(connection, number)


def review(
    connection: sqlite3.Connection,
    number: int,
    review: str,
    *,
    author: str,
    seen: Concept | None = None,
) -> Concept:
    """Note whether the concept of that *number* is accepted, rejected or a candidate again.

    Raises:
        TermError: there is none of that number, it is no more as it was *seen*, or there is
            no such review.
    """
    if review not in REVIEWS:
        raise TermError(f"no review {review!r}; it is one of {', '.join(REVIEWS)}")
    with transaction(connection):
        old = _as_seen(connection, number, seen)
        if old.review == review:
            return old
        remember(connection, old, "reviewed", author)
        connection.execute(
            "UPDATE concept SET review = ?, changed = ?, author = ? WHERE id = ?",
            (review, this_moment().isoformat(), writable(author) or old.author, number),
        )
        return the_one(connection, number)


def this_moment() -> datetime:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def the_one(connection: sqlite3.Connection, number: int) -> Concept:
    """Return the concept of that *number*.

    Raises:
        TermError: there is none.
    """
    for concept in there(connection, [number]):
        return concept
    raise absent(number)


def _as_seen(connection: sqlite3.Connection, number: int, seen: Concept | None) -> Concept:
    """Return the concept of that *number*, which somebody decided on as it was *seen*.

    Raises:
        TermError: there is none, or somebody else has changed it since.
    """
    now = the_one(connection, number)
    if seen and not says_the_same(now, seen):
        problem = f"concept {number} was changed meanwhile and stays as it is"
        raise TermError(f"{problem}; look at it with 'duizhao terms history {number}'")
    return now


def there(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Concept]:
    """Return the concepts of these *numbers* that are there."""
    return list(concepts_numbered(connection, list(dict.fromkeys(numbers))))


def absent(number: int) -> TermError:
    """Say that there is no concept of that *number*."""
    return TermError(f"no concept {number}; 'duizhao terms list' shows their numbers")


def remove(connection: sqlite3.Connection, numbers: Sequence[int], author: str) -> int:
    """Remove the concepts of these *numbers*; return how many were there."""
    with transaction(connection):
        concepts = there(connection, numbers)
        for concept in concepts:
            remember(connection, concept, "removed", author)
            _forget(connection, int(concept.id))
        forget_origins(connection)
    return len(concepts)


def remove_origin(connection: sqlite3.Connection, origin: str, author: str) -> int:
    """Remove what only the file called *origin* brought; return how many concepts that was."""
    name = writable(origin)
    with transaction(connection):
        query = "SELECT concept FROM brought_concept JOIN origin ON id = origin WHERE name = ?"
        numbers = [number for (number,) in connection.execute(query, (name,))]
        concepts = there(connection, numbers)
        for concept in concepts:
            if concept.origin == name:
                remember(connection, concept, "removed", author)
                _forget(connection, int(concept.id))
        connection.execute(
            "DELETE FROM brought_concept WHERE origin = (SELECT id FROM origin WHERE name = ?)",
            (name,),
        )
        forget_origins(connection)
    return sum(concept.origin == name for concept in concepts)


def merge(
    connection: sqlite3.Connection,
    numbers: Sequence[int],
    *,
    author: str,
    seen: Sequence[Concept] = (),
) -> Concept:
    """Make one concept of several, under the number of the first.

    Raises:
        TermError: one is not there or no more as it was *seen*, or they would have too many
            terms.
    """
    known = {int(concept.id): concept for concept in seen}
    wanted = list(dict.fromkeys(numbers))
    with transaction(connection):
        concepts = [_as_seen(connection, number, known.get(number)) for number in wanted]
        whole = replace(merged(concepts), changed=this_moment(), author=writable(author))
        for concept in concepts:
            remember(connection, concept, "merged", author)
        for number in wanted[1:]:
            connection.execute(
                "UPDATE OR IGNORE brought_concept SET concept = ? WHERE concept = ?",
                (wanted[0], number),
            )
            _forget(connection, number)
        rewrite(connection, wanted[0], whole)
        return the_one(connection, wanted[0])


def restore(connection: sqlite3.Connection, concepts: Sequence[Concept], author: str) -> None:
    """Put *concepts* back as they were, under their numbers, whatever became of them meanwhile."""
    with transaction(connection):
        for concept in concepts:
            number = int(concept.id)
            for now in there(connection, [number]) or [concept]:  # of one that was gone, itself
                remember(connection, now, "undone", author)
            _forget(connection, number)
            insert(connection, concept, number)
            for name in filter(None, concept.origin.split(ORIGINS)):
                name_origin(connection, number, number_of_origin(connection, name))


def history(connection: sqlite3.Connection, number: int) -> list[Change]:
    """Return what was done to the concept of that *number*, the newest change first."""
    rows = connection.execute(
        "SELECT moment, author, action, before FROM history WHERE concept = ? ORDER BY id DESC",
        (number,),
    )
    return [
        Change(datetime.fromisoformat(moment), author, action, from_json(before))
        for moment, author, action, before in rows
    ]


def _forget(connection: sqlite3.Connection, number: int) -> None:
    """Take out a concept and where it came from."""
    erase(connection, number)
    connection.execute("DELETE FROM brought_concept WHERE concept = ?", (number,))
