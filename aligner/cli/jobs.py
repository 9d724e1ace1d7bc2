"""Which files are aligned with which, and where the results go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import FormatError

_LANGUAGE_MARK = re.compile(r"(?i)[._-](zh|en|cn|chi|eng|c|e|zh[-_]?(cn|hans|hant)|en[-_]?(us|gb))$")


@dataclass(frozen=True, slots=True)
class Job:
    """One pair of files and the outputs that are its own."""

    source: Path
    target: Path
    outputs: tuple[Path, ...] = ()
    in_batch: bool = False


def single_job(source: Path, target: Path, outputs: tuple[Path, ...]) -> Job:
    """Return the job of two files."""
    return Job(source, target, outputs)


def jobs_from_folders(source: Path, target: Path, outputs: tuple[Path, ...]) -> list[Job]:
    """Pair the files of two folders by name, language marks such as ``.zh`` left off.

    Raises:
        FormatError: no two files have the same name.
    """
    left, right = _files_by_stem(source), _files_by_stem(target)
    stems = [stem for stem in left if stem in right]
    if not stems:
        raise FormatError(
            f"no file has a namesake in {target}",
            source,
            remedy="name the pairs alike (a.zh.docx, a.en.docx) or use --manifest",
        )
    return [_batch_job(left[stem], right[stem], stem, outputs) for stem in stems]


def jobs_from_manifest(path: Path, outputs: tuple[Path, ...]) -> list[Job]:
    """Read ``source TAB target`` lines; paths are relative to the manifest.

    Raises:
        FormatError: the manifest cannot be read, or a line has no two columns.
    """
    try:
        rows = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError("cannot be read as a UTF-8 manifest", path) from error
    jobs = []
    for number, row in enumerate(rows, 1):
        if not row.strip() or row.startswith("#"):
            continue
        columns = [column.strip() for column in row.split("\t")]
        if len(columns) != 2 or not all(columns):
            raise FormatError(
                "a line needs two columns", path, line=number, remedy="write source TAB target"
            )
        source, target = (path.parent / column for column in columns)
        jobs.append(_batch_job(source, target, _stem(source), outputs))
    if not jobs:
        raise FormatError("the manifest names no pair", path)
    return jobs


def _files_by_stem(folder: Path) -> dict[str, Path]:
    return {
        _stem(path): path
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith(".")
    }


def _stem(path: Path) -> str:
    return _LANGUAGE_MARK.sub("", path.stem)


def _batch_job(source: Path, target: Path, stem: str, outputs: tuple[Path, ...]) -> Job:
    folders = [path for path in outputs if path.suffix.lower() != ".tmx"]
    return Job(source, target, tuple(folder / f"{stem}.tmx" for folder in folders), in_batch=True)
