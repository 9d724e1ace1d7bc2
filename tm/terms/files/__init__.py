"""The files that carry terms, in and out.

A reader and a writer for each kind of file, chosen by its name. Nothing heavy is imported
before a file needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tm.formats import kind_of
from tm.formats.skipped import Skip
from tm.terms.concept import Concept
from tm.terms.files.glossary import write_glossary
from tm.terms.files.layout import Layout, summary
from tm.terms.files.plain import Langs, WrittenConcepts
from tm.terms.files.table_read import read_table
from tm.terms.files.table_write import write_candidate_table, write_table
from tm.terms.files.tbx_read import read_tbx
from tm.terms.files.tbx_write import write_tbx

if TYPE_CHECKING:
    from tm.extraction.candidate import TermCandidate

__all__ = [
    "READERS",
    "WRITERS",
    "Layout",
    "WrittenConcepts",
    "read_concepts",
    "summary",
    "write_candidates",
    "write_concepts",
]

_TABLES: Final = (".tsv", ".csv", ".xlsx")
READERS: Final[Mapping[str, Callable[..., Iterator[Concept]]]] = {
    **dict.fromkeys((".tbx", ".xml", ".gz", ".zip"), read_tbx),
    **dict.fromkeys((*_TABLES, ".xlsm", ".utf8", ".tab", ".txt"), read_table),
}
WRITERS: Final[Mapping[str, Callable[..., WrittenConcepts]]] = {
    ".tbx": write_tbx,
    **dict.fromkeys(_TABLES, write_table),
    ".utf8": write_glossary,
}


def read_concepts(
    path: str | Path,
    *,
    langs: Langs = None,
    skipped: Skip = None,
    seen: Callable[[Layout], None] | None = None,
) -> Iterator[Concept]:
    """Yield the concepts of any file that can carry terms.

    *langs* are the languages of source and target where the file does not say them, and
    the only ones that are kept. *skipped* is told of what cannot be used or says two
    things at once; without it the first thing that cannot be used is an error. *seen* is
    told what the columns of a table were taken for.

    Raises:
        FormatError: the name is of no known kind, or the file is not what it claims.
    """
    read = READERS[kind_of(path, READERS)]
    read = partial(read, seen=seen) if read is read_table else read
    return read(path, langs=langs, skipped=skipped)


def write_concepts(
    path: str | Path, concepts: Iterable[Concept], *, langs: Langs = None, tbx: int = 2
) -> WrittenConcepts:
    """Write *concepts* to *path*; it appears whole or not at all.

    *langs* are the only languages written, the source first. Without them a glossary is
    Chinese to English and the others have all. *tbx* is the version of TBX, 2 or 3.
    Without a term to write nothing is written: what is there stays.

    Raises:
        FormatError: the name is of no known kind, *path* cannot be written, or there is
            nothing to write.
    """
    write = WRITERS[kind_of(path, WRITERS)]
    write = partial(write, tbx=tbx) if write is write_tbx else write
    return write(path, concepts, langs=langs)


def write_candidates(path: str | Path, candidates: Iterable[TermCandidate]) -> WrittenConcepts:
    """Write candidates to *path*: to a table pair by pair, else as concepts.

    Raises:
        FormatError: the name is of no known kind, *path* cannot be written, or there is
            nothing to write.
    """
    if kind_of(path, WRITERS) in _TABLES:
        return write_candidate_table(path, candidates)
    from tm.extraction.candidate import concepts_of

    return write_concepts(path, concepts_of(candidates))
