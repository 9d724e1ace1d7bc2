"""The review of candidates: one after the other, each decision kept at once and undone at will."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tm.errors import TermError
from tm.terms.concept import Concept
from tm.terms.joining import says_the_same
from tm.terms.search import SAME_KINDS
from tm.terms.which import ACCEPTED, ANY, CANDIDATE, REJECTED, Which

if TYPE_CHECKING:
    from tm.terms.base import TermBase
    from tm.terms.search import TermMatch

_ALIKE = 8  # matches of a term that are looked at


class Review:
    """A walk over the candidates of *base* that *which* means, the surest first.

    Another process may decide some of them meanwhile: these are passed over.
    """

    def __init__(self, base: TermBase, which: Which = ANY, *, author: str = "") -> None:
        """Find out which candidates there are now."""
        self._base, self._author = base, author
        found = sorted(base.concepts(replace(which, reviews=(CANDIDATE,))), key=_sureness)
        self._numbers = [int(concept.id) for concept in found]
        self._steps: list[tuple[int, tuple[Concept, ...]]] = []  # places, and what was changed
        self._place = 0

    @property
    def total(self) -> int:
        """How many candidates there were at the beginning."""
        return len(self._numbers)

    @property
    def place(self) -> int:
        """Which of them the current one is, from 1."""
        return self._place + 1

    def current(self) -> Concept | None:
        """Return the candidate to decide on; None at the end."""
        while self._place < len(self._numbers):
            try:
                concept = self._base.concept(self._numbers[self._place])
            except TermError:  # removed or merged
                concept = None
            if concept and concept.review == CANDIDATE:
                return concept
            self._place += 1
        return None

    def known(self, concept: Concept) -> list[TermMatch]:
        """Return what else the base has for the terms of *concept*, in either language."""
        found: dict[str, TermMatch] = {}
        for term in concept.terms:
            for match in self._base.find(term.text, limit=_ALIKE):
                if match.kind in SAME_KINDS and match.concept.id != concept.id:
                    found.setdefault(match.concept.id, match)
        return list(found.values())

    def accept(self, concept: Concept) -> None:
        """Stand for *concept*, and go on.

        Raises:
            TermError: somebody else decided on it or changed it since it was read.
        """
        self._decide(concept, ACCEPTED)

    def reject(self, concept: Concept) -> None:
        """Never see *concept* again, and go on.

        Raises:
            TermError: somebody else decided on it or changed it since it was read.
        """
        self._decide(concept, REJECTED)

    def _decide(self, concept: Concept, review: str) -> None:
        self._base.review(int(concept.id), review, author=self._author, seen=concept)
        self._steps.append((self._place, (concept,)))
        self._place += 1

    def skip(self) -> None:
        """Go on; the candidate stays one."""
        self._steps.append((self._place, ()))
        self._place += 1

    def change(self, concept: Concept, new: Concept) -> bool:
        """Put *new* in the place of *concept*, to be decided on; tell whether it differs at all.

        Raises:
            TermError: it cannot be kept, or somebody else changed *concept* since it was read.
        """
        now = self._base.change(int(concept.id), new, author=self._author, seen=concept)
        is_changed = not says_the_same(now, concept)
        if is_changed:
            self._steps.append((self._place, (concept,)))
        return is_changed

    def merge(self, concept: Concept, number: int) -> Concept:
        """Make *concept* part of the one of that *number*, and go on; return what that is now.

        Raises:
            TermError: there is none, it is *concept* itself, both have too many terms, or
                somebody else changed *concept* since it was read.
        """
        if number == int(concept.id):
            raise TermError(f"{number} is the candidate itself; name another concept")
        other = self._base.concept(number)
        numbers = number, int(concept.id)
        whole = self._base.merge(numbers, author=self._author, seen=(other, concept))
        self._steps.append((self._place, (other, concept)))
        self._place += 1
        return whole

    def undo(self) -> bool:
        """Go back a step, undoing what it changed; tell whether there was one."""
        if not self._steps:
            return False
        self._place, before = self._steps.pop()
        if before:
            self._base.restore(before, author=self._author)
        return True


def _sureness(concept: Concept) -> tuple[float, int, int]:
    return -(concept.score or 0.0), -concept.count, int(concept.id)
