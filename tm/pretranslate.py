"""Pre-translation: a file to be translated, its empty targets filled from a memory.

Knows which kind of file is filled by what; which slots a file has, its module knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tm.formats import kind_of
from tm.formats.fill import Answer, Applied, Query
from tm.formats.fill_docx import fill_docx
from tm.formats.fill_po import fill_po
from tm.formats.fill_xliff import fill_xliff
from tm.formats.rows import Langs
from tm.lookup import Context, Lookup

if TYPE_CHECKING:
    from tm.memory import Memory

Filler = Callable[[Path, Path, Callable[[Query], Answer | None], Langs], Applied]

FILLERS: Final[Mapping[str, Filler]] = {
    **dict.fromkeys((".xlf", ".xliff", ".sdlxliff", ".mqxliff"), fill_xliff),
    ".po": fill_po,
    ".docx": fill_docx,
}


def pretranslate(
    path: str | Path,
    output: str | Path,
    answer: Callable[[Query], Answer | None],
    *,
    langs: Langs = None,
) -> Applied:
    """Copy *path* to *output*, each empty target filled with what *answer* gives for its source.

    What is translated stays, and so does everything else as far as its format
    allows. A score below 100 is marked for review, and so is a translation that lacks
    codes of its source: a state in XLIFF, ``fuzzy`` in PO; a DOCX has no place for it.
    *output* may be *path*, which is then replaced; it appears whole or not at all.

    Raises:
        FormatError: a kind of file that cannot be filled, one that is broken, or
            *output* cannot be written.
    """
    fill = FILLERS[kind_of(path, FILLERS)]
    return fill(Path(path), Path(output), answer, langs)


def answers_of(memory: Memory, settings: Lookup) -> Callable[[Query], Answer | None]:
    """Return what answers with the best match that *memory* has."""

    def answer(query: Query) -> Answer | None:
        context = Context(query.before, query.after)
        wanted = replace(settings, target=query.into or settings.target)
        found = memory.lookup(query.text, context=context, settings=wanted)
        if not found:
            return None
        return Answer(found[0].target.text, found[0].score, found[0].target.inline)

    return answer
