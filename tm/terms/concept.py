"""Concepts and their terms: what a term base keeps and a terminology file carries.

Knows no file format and no database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corpora.languages import primary_of

KINDS = ("name", "title", "legal", "institutional", "country", "acronym", "other")
STATUSES = ("preferred", "admitted", "deprecated", "forbidden")
AVOIDED = STATUSES[2:]
FORMS = ("full", "short", "acronym")
REVIEWS = ("candidate", "accepted", "rejected")


@dataclass(frozen=True, slots=True)
class Term:
    """A designation of a concept in one language; TBX ``<tig>``."""

    lang: str  # BCP 47 tag, hyphenated
    text: str  # as it stands in the text
    status: str = ""  # one of STATUSES, or empty: nobody said
    base: str = ""  # form of a dictionary where it differs: convention for conventions
    form: str = ""  # one of FORMS, or empty
    part_of_speech: str = ""
    context: str = ""  # a sentence that holds it
    paragraph: str = ""  # numbered paragraph of the context
    source: str = ""  # document of the context
    note: str = ""

    @property
    def code(self) -> str:
        """Return its language without a region: zh for zh-CN."""
        return primary_of(self.lang)


@dataclass(frozen=True, slots=True)
class Concept:
    """What terms of several languages designate; TBX ``<termEntry>``."""

    terms: tuple[Term, ...]
    kind: str = ""  # one of KINDS, or empty
    review: str = ""  # one of REVIEWS, or empty: it never was a candidate
    subject: str = ""  # field, as "criminal law"
    definition: str = ""
    note: str = ""
    count: int = 0  # beads where it was found
    score: float | None = None  # 0–1, that the terms translate each other
    paragraphs: tuple[str, ...] = ()  # where it was found, in order
    created: datetime | None = None
    changed: datetime | None = None
    author: str = ""  # who last changed it
    origin: str = ""  # files that brought it into a base, a line each
    id: str = ""  # as it was read: its number in a base, or what a file calls it
    props: tuple[tuple[str, str], ...] = ()  # other facts of a file, kept as read
