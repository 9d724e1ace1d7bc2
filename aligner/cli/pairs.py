"""Reading the two files of a pair, and refusing two that cannot be one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aligner.cli.jobs import Job
from aligner.cli.options import asking_for
from aligner.cli.progress import progress_bar
from aligner.cli.terminal import warn
from corpora.errors import FormatError, LanguageError
from corpora.types import Bitext, Document, Lang, Progress

if TYPE_CHECKING:
    from aligner.encoder import Encoder

Langs = tuple[Lang | None, Lang | None]


def read_pair(
    job: Job, langs: Langs, *, lines: bool, progress: Progress | None = None
) -> tuple[Document, Document]:
    """Read source and target; with *lines* a line is a segment.

    *progress* is told of each page of a PDF.

    Raises:
        FormatError: a file cannot be read, or both are the same.
        LanguageError: both are in the same language, or one is in neither.
    """
    if _is_one_file(job.source, job.target):
        raise FormatError("the same file is given twice", job.source, remedy="give two versions")
    with asking_for("--src-lang", job.source):
        src = _read(job.source, langs[0], lines=lines, progress=progress)
    with asking_for("--tgt-lang", job.target):
        tgt = _read(job.target, langs[1], lines=lines, progress=progress)
    if src.lang == tgt.lang:
        raise LanguageError(
            f"{job.source} and {job.target} are both {src.lang.name}; "
            "give one Chinese and one English version, or set --src-lang and --tgt-lang"
        )
    return src, tgt


def aligned(job: Job, langs: Langs, encoder: Encoder, *, quiet: bool) -> Bitext:
    """Read and align the two documents of *job*, with a bar while that takes its time.

    Raises:
        FormatError: a file cannot be read, or both are the same.
        LanguageError: both are in the same language, one is in neither, or they are swapped.
    """
    from aligner import align_documents

    with progress_bar(f"Aligning {job.name}", quiet=quiet) as progress:
        pair = read_pair(job, langs, lines=False, progress=progress)
        for doubt in contradictions(job, pair, langs):
            warn(doubt)
        return align_documents(*pair, encoder=encoder, progress=progress)


def contradictions(job: Job, pair: tuple[Document, Document], langs: Langs) -> list[str]:
    """Name the files whose text looks unlike the language they were said to be.

    Raises:
        LanguageError: both do: the languages are swapped.
    """
    found = [
        f"{path}: read as {document.lang.name}, but it looks {looks.name}"
        for path, document, lang in zip((job.source, job.target), pair, langs, strict=True)
        if lang and (looks := _looks(document)) not in (None, lang)
    ]
    if len(found) == len(pair):
        raise LanguageError(f"{job.source}, {job.target}: swap --src-lang and --tgt-lang")
    return found


def _is_one_file(path: Path, other: Path) -> bool:
    try:
        return path.exists() and other.exists() and path.samefile(other)
    except OSError:  # in a folder that is closed to us: reading it says so
        return False


def _looks(document: Document) -> Lang | None:
    from corpora import detect_lang

    try:
        return detect_lang("\n".join(segment.text for segment in document.segments))
    except LanguageError:
        return None


def _read(path: Path, lang: Lang | None, *, lines: bool, progress: Progress | None) -> Document:
    from corpora import detect_lang, document_of_lines, read_document
    from corpora.read import read_lines

    if not lines:
        return read_document(path, lang, progress=progress)

    rows = read_lines(path)
    return document_of_lines(rows, lang or detect_lang("\n".join(rows)), path.name)
