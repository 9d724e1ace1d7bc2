"""A term base: the concepts that a memory's file keeps beside its units.

The handle to everything a term base can do; the work is done by the modules it
calls. Safe to kill at any moment; one process writes while others read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from tm.schema import TERMS_SINCE
from tm.store import Store
from tm.terms import changes, intake, rows
from tm.terms.changes import Change
from tm.terms.clashes import TermFinding, clashes
from tm.terms.concept import Concept
from tm.terms.intake import TermsAdded
from tm.terms.marking import MarkedTerm, marked_terms
from tm.terms.search import TermMatch, find_terms
from tm.terms.stats import TermStats, stats_of
from tm.terms.which import ANY, Which


class TermBase(Store):
    """The terms in the memory at *path*, made if it is not there; without a path in this process.

    Every method raises :class:`StoreError` where the file cannot be read or written. A
    memory made before there were terms has none; opened for writing it gets room for them.

    >>> from tm.terms.concept import Term
    >>> base = TermBase()
    >>> terms = Term("zh-CN", "大会"), Term("en-US", "General Assembly", "preferred")
    >>> base.add([Concept(terms), Concept(terms)], origin="by hand")
    TermsAdded(new=1, joined=0, repeated=1, contradicting=0, changed=0, refused={})
    >>> [concept.terms[1].text for concept in base.concepts()]
    ['General Assembly']
    """

    def __init__(self, path: str | Path | None = None, *, read_only: bool = False) -> None:
        """Open it.

        Raises:
            StoreError: it is no memory, is not there to be read, or cannot be opened.
            SchemaVersionError: a newer Duizhao made it.
        """
        super().__init__(path, read_only=read_only)
        with self._telling():
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        self._has_terms = version >= TERMS_SINCE

    def add(
        self,
        concepts: Iterable[Concept],
        *,
        origin: str,
        is_replacing: bool = False,
        is_completing: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> TermsAdded:
        """Add *concepts* as coming from *origin*; what is there already is not added again.

        A concept that shares a pair (a term in each of two languages, whatever their case
        and script) with one that is there completes it: new terms and missing facts are
        added. It is kept apart where a status, definition, note or other fact of one
        contradicts the other's, and where it is a candidate with terms that a reviewed
        one lacks. A candidate that was accepted, rejected or mended before is not added again,
        nor one that is another form of what is decided: firearms beside firearm.
        With *is_replacing* what a concept says counts, where one alone has the very same
        terms; what it says nothing of stays, and the history keeps what was there. With
        *is_completing* a translation with a status joins the one concept whose translations
        of the same term have theirs: a forbidden Chairman that of the preferred Chair.

        Batches are written whole or not at all. *progress* is told how many are safe.
        """
        added = TermsAdded()
        with self._telling():
            for part in intake.add_concepts(
                self._connection,
                concepts,
                origin,
                is_replacing=is_replacing,
                is_completing=is_completing,
            ):
                added += part
                if progress:
                    progress(added.total)
        return added

    def concepts(self, which: Which = ANY) -> Iterator[Concept]:
        """Yield the concepts that are meant, in the order they came; memory stays flat.

        Their ``id`` is their number here, their ``origin`` the files that brought them,
        a line each.
        """
        with self._telling():
            if self._has_terms:
                yield from rows.concepts_of(self._connection, which)

    def count(self, which: Which = ANY) -> int:
        """Count the concepts that are meant."""
        condition, values = which.sql()
        with self._telling():
            if not self._has_terms:
                return 0
            query = f"SELECT count(*) FROM concept WHERE {condition}"
            return int(self._connection.execute(query, values).fetchone()[0])

    def stats(self) -> TermStats:
        """Count what it holds."""
        with self._telling():
            return stats_of(self._connection) if self._has_terms else TermStats()

    def concept(self, number: int) -> Concept:
        """Return the concept of that *number*.

        Raises:
            TermError: there is none.
        """
        with self._telling():
            self._check_there(number)
            return changes.the_one(self._connection, number)

    def has(self, number: int) -> bool:
        """Tell whether there is a concept of that *number*."""
        with self._telling():
            return self._has_terms and bool(changes.there(self._connection, [number]))

    def change(
        self, number: int, concept: Concept, *, author: str = "", seen: Concept | None = None
    ) -> Concept:
        """Put *concept* in the place of the one of that *number*; return it as it is now kept.

        Nothing is written where it says the same. *seen* is what was read of it before: give
        it, and what another process has changed since is not overwritten.

        Raises:
            TermError: there is none of that number, it is no more as it was *seen*, or
                *concept* cannot be kept.
        """
        with self._telling():
            return changes.change(self._connection, number, concept, author=author, seen=seen)

    def review(
        self, number: int, review: str, *, author: str = "", seen: Concept | None = None
    ) -> Concept:
        """Note whether the concept of that *number* is accepted, rejected or a candidate again.

        Raises:
            TermError: there is none of that number, it is no more as it was *seen*, or there
                is no such review.
        """
        with self._telling():
            return changes.review(self._connection, number, review, author=author, seen=seen)

    def remove(self, numbers: Sequence[int], *, author: str = "") -> int:
        """Remove the concepts of these *numbers*; return how many were there."""
        with self._telling():
            return changes.remove(self._connection, numbers, author)

    def remove_origin(self, origin: str, *, author: str = "") -> int:
        """Remove what only the file called *origin* brought; return how many concepts that was."""
        with self._telling():
            return changes.remove_origin(self._connection, origin, author)

    def merge(
        self, numbers: Sequence[int], *, author: str = "", seen: Sequence[Concept] = ()
    ) -> Concept:
        """Make one concept of several, under the number of the first; its facts count most.

        Raises:
            TermError: one is not there or no more as it was *seen*, or they would have too
                many terms.
        """
        with self._telling():
            return changes.merge(self._connection, numbers, author=author, seen=seen)

    def restore(self, concepts: Sequence[Concept], *, author: str = "") -> None:
        """Put *concepts* back as they were read, undoing whatever became of them meanwhile."""
        with self._telling():
            changes.restore(self._connection, concepts, author)

    def history(self, number: int) -> list[Change]:
        """Return what was done to the concept of that *number*, the newest change first."""
        with self._telling():
            return changes.history(self._connection, number) if self._has_terms else []

    def find(self, text: str, *, limit: int = 20) -> list[TermMatch]:
        """Return the terms that *text* is, is a form of, is part of or is nearly spelt like.

        Of either language; the equal ones first, then inflected ones, longer ones, near
        spellings and Chinese by the initials of its pinyin; among them preferred terms
        before others, and candidates after what somebody stands for. An equal candidate
        comes after an inflected term as well.
        """
        with self._telling():
            return find_terms(self._connection, text, limit=limit) if self._has_terms else []

    def marked(self, text: str) -> list[MarkedTerm]:
        """Return every term that stands in *text*, in order, a longer one before what it holds."""
        with self._telling():
            return marked_terms(self._connection, text) if self._has_terms else []

    def clashes(self, codes: Collection[str] = ()) -> Iterator[TermFinding]:
        """Yield what contradicts itself or stands there twice, in the order of its terms.

        Only what the checks called *codes* find; without them all of
        :data:`tm.terms.clashes.CHECKS`.

        Raises:
            TermError: there is no such check.
        """
        with self._telling():
            if self._has_terms:
                yield from clashes(self._connection, codes)

    def _check_there(self, number: int) -> None:
        if not self._has_terms:
            raise changes.absent(number)
