"""Reading the two files of a pair, and refusing two that cannot be one."""

from __future__ import annotations

from pathlib import Path

from aligner.cli.jobs import Job
from corpora import detect_lang, document_of_lines, read_document
from corpora.errors import FormatError, LanguageError
from corpora.types import Document, Lang

Langs = tuple[Lang | None, Lang | None]


def read_pair(job: Job, langs: Langs, *, lines: bool) -> tuple[Document, Document]:
    """Read source and target; with *lines* a line is a segment.

    Raises:
        FormatError: a file cannot be read, or both are the same.
        LanguageError: both are in the same language, or one is in neither.
    """
    if job.source.exists() and job.target.exists() and job.source.samefile(job.target):
        raise FormatError("the same file is given twice", job.source, remedy="give two versions")
    src, tgt = (
        _read(path, lang, lines=lines)
        for path, lang in zip((job.source, job.target), langs, strict=True)
    )
    if src.lang == tgt.lang:
        raise LanguageError(
            f"{job.source} and {job.target} are both {src.lang.name}; "
            "give one Chinese and one English version, or set --src-lang and --tgt-lang"
        )
    return src, tgt


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


def _looks(document: Document) -> Lang | None:
    try:
        return detect_lang("\n".join(segment.text for segment in document.segments))
    except LanguageError:
        return None


def _read(path: Path, lang: Lang | None, *, lines: bool) -> Document:
    try:
        return _read_lines(path, lang) if lines else read_document(path, lang)
    except LanguageError as error:
        raise LanguageError(f"{path}: {error}") from error


def _read_lines(path: Path, lang: Lang | None) -> Document:
    from corpora.read import read_lines

    lines = read_lines(path)
    return document_of_lines(lines, lang or detect_lang("\n".join(lines)), path.name)
