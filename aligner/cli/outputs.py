"""Writing an alignment in the formats a user asked for, by suffix."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import typer

from aligner.cli.jobs import Job
from corpora.errors import FormatError
from corpora.types import Bitext, TranslationUnit

SUFFIXES = (".tmx", ".tsv", ".jsonl", ".html")


def check_outputs(jobs: Sequence[Job], outputs: Sequence[Path]) -> None:
    """Refuse, before any work, an output that is an input or cannot be written.

    Raises:
        FormatError: with the path and what to do.
    """
    inputs = {path.resolve() for job in jobs for path in (job.source, job.target)}
    for path in (*outputs, *(path for job in jobs for path in job.outputs)):
        if path.resolve() in inputs:
            raise FormatError("the output is one of the inputs", path, remedy="choose another name")
    for path in outputs:
        if path.suffix.lower() in SUFFIXES:
            _check_writable(path)
        else:
            _make_folder(path)


def _check_writable(path: Path) -> None:
    if path.is_dir():
        raise FormatError("is a folder", path, remedy="give a file name to write to")
    if not path.parent.is_dir():
        raise FormatError("its folder does not exist", path, remedy=f"create {path.parent} first")
    if not os.access(path.parent, os.W_OK):
        raise FormatError("its folder cannot be written", path, remedy="choose another place")


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FormatError(
            f"the folder cannot be made ({error.strerror})", path, remedy="choose another place"
        ) from error


def write_outputs(
    job: Job, bitext: Bitext, tags: dict[str, str], min_probability: float
) -> None:
    """Write every output of *job*."""
    for path in job.outputs:
        _WRITERS[path.suffix.lower()](path, bitext, tags, min_probability)


def write_memory(
    path: Path, bitexts: Sequence[Bitext], tags: dict[str, str], min_probability: float
) -> None:
    """Write one TMX of all *bitexts*, and say which pairs it could not take."""
    from tm import write_tmx

    def units() -> Iterator[TranslationUnit]:
        from tm import units_from

        for bitext in bitexts:
            yield from units_from(bitext, tags=tags, min_probability=min_probability)

    if bitexts:
        written = write_tmx(path, units(), srclang=tags[bitexts[0].src.lang.code])
        _report_skipped(path, written.skipped)


def _report_skipped(path: Path, skipped: Iterable[object]) -> None:
    rows = list(skipped)
    if rows:
        typer.echo(f"{path.name}: {len(rows)} remarks", err=True)


def _write_tmx(path: Path, bitext: Bitext, tags: dict[str, str], min_probability: float) -> None:
    write_memory(path, [bitext], tags, min_probability)


def _write_tsv(path: Path, bitext: Bitext, _tags: dict[str, str], min_probability: float) -> None:
    from corpora.export import write_tsv

    write_tsv(path, bitext, min_probability=min_probability)


def _write_jsonl(path: Path, bitext: Bitext, _tags: dict[str, str], _least: float) -> None:
    from corpora.export import write_jsonl

    write_jsonl(path, bitext)


def _write_html(path: Path, bitext: Bitext, _tags: dict[str, str], _least: float) -> None:
    from corpora.page import write_html

    write_html(path, bitext)


_WRITERS: dict[str, Callable[[Path, Bitext, dict[str, str], float], None]] = {
    ".tmx": _write_tmx,
    ".tsv": _write_tsv,
    ".jsonl": _write_jsonl,
    ".html": _write_html,
}
