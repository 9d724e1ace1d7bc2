"""Pre-translation: a file to be translated, its empty targets filled from a memory.

Knows which kind of file has which places; the answers are the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tm.formats import kind_of
from tm.formats.fill import Answer, Applied, Query
from tm.formats.fill_docx import fill_docx
from tm.formats.fill_po import fill_po
from tm.formats.fill_xliff import fill_xliff
from tm.formats.rows import Langs

__all__ = ["FILLERS", "Answer", "Applied", "Query", "pretranslate"]

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
    allows. A score below 100 is marked for review: a state in XLIFF, ``fuzzy`` in
    PO; a DOCX has no place for it. *output* may be *path*, which is then replaced;
    it appears whole or not at all.

    Raises:
        FormatError: a kind of file that cannot be filled, one that is broken, or
            *output* cannot be written.
    """
    fill = FILLERS[kind_of(path, FILLERS)]
    return fill(Path(path), Path(output), answer, langs)
